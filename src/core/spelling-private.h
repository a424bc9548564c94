/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the letter at a place of a decomposed text (core/fold-private.h) is written where the keyboard has not got it: "ue".
 * It is the folded letter and one of ASCII behind it. NULL: the letter has one way. */
const char *care_text_written_out(const char *at);

G_END_DECLS
