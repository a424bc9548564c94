/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The numbers of JSON as somebody wrote them. A parser makes 1.1 of 1.10 and of the 20 digits of a card another number: a
 * serial number without quotes would be another one, without a word. */

/* The text of JSON in which each number that a parser would not write again as it stands is of a form that keeps it; the
 * functions below read it. NULL: there is none. Transfer full. */
char *care_json_keep_numbers(const char *text, gsize length);
/* Such a number as it stands; NULL: it is anything else. The node's. */
const char *care_json_number_text(JsonNode *node);
/* An object of the text itself, and none that keeps a number. */
gboolean care_json_holds_object(JsonNode *node);
/* The shortest plain decimal of the same number, for an amount or a count; one that would be another number so stays as it
 * stands, to be refused. Transfer full. */
char *care_json_number_plain(const char *number);
/* 1e400 is an amount of nothing. */
gboolean care_json_number_is_endless(const char *number);

G_END_DECLS
