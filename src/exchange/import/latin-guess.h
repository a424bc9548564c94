/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of the 8-bit encodings of Latin letters a text is in that is no UTF-8: the one in which its letters are those
 * of one language's names, stand where letters stand, and make words of a header that is known. score (out): 1 where
 * all fits, 0 and less where nothing does. A static name; "Windows-1252" when nothing speaks for another. */
const char *care_latin_guess(const char *data, gsize length, double *score);

G_END_DECLS
