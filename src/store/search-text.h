/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a text of a record is found by, however it is spelled. */

/* As care_text_spellings(), and a name in two parts without letters between them the other way round as well, as others
 * write it ("花子 山田", "山田花子"). Transfer full. */
GPtrArray *care_search_spellings(const char *text);
/* What its words begin with, for the table of words: the words, short ones run together with what follows them ("h&m" is
 * "hm", too), and of syllables and ideographs every two that stand together. Transfer full. */
char *care_search_words_of(const char *text);
/* What is looked for anywhere, for the table of codes: letters and digits without what is between them, so that "o'brien"
 * holds "obrien". Between two spellings is a line break. Transfer full. */
char *care_search_codes_of(const char *text);

G_END_DECLS
