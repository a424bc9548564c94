/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts with {placeholders}: pure, any thread.
 *
 * {name} stands for a value; {{ and }} are braces that are meant; a brace that belongs to nothing is a brace. Names
 * are compared without case and without the spaces around them. Two placeholders on lines of their own, one below the
 * other, that have one value say it once. */

/* The value of a placeholder (borrowed until the next call), or NULL or "" when there is none. name is lower case. */
typedef const char *(*CarePlaceholderFunc)(const char *name, gpointer data);

/* For an editor: known placeholders become their values (their braces doubled), everything else stays as it is
 * written, so that the result is a text with placeholders again. */
char *care_placeholders_fill(const char *template, CarePlaceholderFunc lookup, gpointer data);
/* What goes out: values in place, doubled braces single. Placeholders that have no value or that nobody knows stay
 * visible; missing (nullable, of char*) gets the name of each, once. */
char *care_placeholders_finish(const char *template, CarePlaceholderFunc lookup, gpointer data,
                               GPtrArray *missing);
/* "{device} and {invoice} have no value yet …", to be said instead of sending; NULL when nothing is missing. */
char *care_placeholders_refusal(GPtrArray *missing);

G_END_DECLS
