/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Until a dialog is there and its entry has the cursor for good, the keys have nowhere to go: letters typed in the window
 * are kept for the entry, Enter behind them activates it, and Escape stops its search. Somebody at a counter types three digits faster than a dialog opens,
 * and one that opens may give the cursor to something else first. Ends by itself then, or with the entry. */
void care_early_keys_begin(GtkWidget *window, GtkSearchEntry *entry);
void care_early_keys_end(GtkSearchEntry *entry);

G_END_DECLS
