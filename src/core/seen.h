/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is written so that somebody reads it: a name, a reason, a password. Blanks of any width, signs that are never seen (a
 * zero-width space, a soft hyphen, a byte order mark, the fillers of Hangul, an empty cell of Braille) and marks that stand on
 * nothing say nothing by themselves. The one rule of it; what a record says so is not said (care_record_drop_unseen()). */

/* Whether there is something to see in the text. NULL: nothing; what is no UTF-8 is seen somehow. */
gboolean care_text_is_seen(const char *text);
/* The text without what is not seen at its ends; "" for NULL. Transfer full. */
char *care_text_seen(const char *text);

G_END_DECLS
