/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *care_text_fold(const char *text);  /* NFKD, marks stripped, full case fold, đ→d ł→l ø→o ß→ss æ→ae ı→i */
char *care_text_codes(const char *text); /* for serials, plates, numbers: folded, letters and digits only */

G_END_DECLS
