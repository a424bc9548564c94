/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text in lower case and taken apart into letters and marks, which still are there; transfer full. NULL becomes "". */
char *care_text_decompose(const char *text);
/* A letter of such a text as care_text_fold() has it; nothing for a mark. */
void care_text_append_folded(GString *folded, gunichar c);

G_END_DECLS
