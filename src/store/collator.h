/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sort keys of the language the shop sorts by. Any thread. */
GBytes *care_collator_key(const char *text); /* transfer full; empty for NULL */
void care_collator_set_locale(const char *locale);
char *care_collator_version(void); /* "locale/version": keys made under another one must be made again */

G_END_DECLS
