/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Between the first letter and a dialog's first frame the keys have nowhere to go: letters typed in the window are kept for
 * the entry, and Escape stops its search. Somebody at a counter types three digits faster than a dialog opens. Until it is
 * ended. Transfer none: the
 * window's. */
GtkEventController *care_early_keys_begin(GtkWidget *window, GtkSearchEntry *entry);
void care_early_keys_end(GtkEventController *keys);

G_END_DECLS
