/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The ways in which people write a text: "Jürgen" as "jurgen" and "juergen", "Ångström" with o or oe, a or aa. All are
 * folded; the first is care_text_fold()'s, the last has every letter spelled out. At most eight. Accepts anything.
 * Transfer full. */
GPtrArray *care_text_spellings(const char *text);
/* The words of a folded text, as the search table takes it apart: what is neither letter nor number is between them.
 * Transfer full. */
GPtrArray *care_text_words(const char *folded);
/* Whether letters stand for syllables or words, so that one or two are a name: Han and kana. FALSE for "". */
gboolean care_text_is_dense(const char *text);

G_END_DECLS
