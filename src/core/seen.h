/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is written so that somebody reads it: a name, a reason, a password. Blanks of any width and signs that are never seen
 * (a zero-width space, a soft hyphen, a byte order mark) say nothing by themselves. */

/* Whether there is something to see in the text. NULL: nothing; what is no UTF-8 is seen somehow. */
gboolean care_text_is_seen(const char *text);
/* The text without what is not seen at its ends; "" for NULL. Transfer full. */
char *care_text_seen(const char *text);

G_END_DECLS
