/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a list of words, "mr|mrs|ms", has this one; "" is in none. Any thread. */
gboolean care_word_list_has(const char *list, const char *word);

G_END_DECLS
