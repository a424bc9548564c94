/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Two whole sentences, one after the other, with between them what the language has there; NULL and "" are none. Transfer
 * full; "" for two that are none. */
char *care_sentences_join(const char *first, const char *second);
/* Takes *text (nullable) and puts the sentence behind it. */
void care_sentences_add(char **text, const char *sentence);
/* The same of one of many alike: what is said already is not said again, and where it is much already, "…" stands for the rest. */
void care_sentences_add_some(char **text, const char *sentence);

G_END_DECLS
