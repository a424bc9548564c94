/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Until a dialog is there and what one types into has the cursor for good, the keys have nowhere to go: letters typed in
 * the window are kept for it, composed ones too, Enter behind them activates a search or a row that looks for somebody, and
 * Escape leaves the dialog. What was typed is not selected by the cursor that comes late, or the next letter would replace it. Somebody at a counter types three digits faster than a dialog opens, and one that opens
 * may give the cursor to something else first. widget: a GtkEditable or a GtkTextView of the dialog, which is about to be
 * shown; of anything else there is nothing to keep. Ends by itself a moment after it is there, by a key that is no letter,
 * or with the widget. */
void care_early_keys_begin(AdwDialog *dialog, GtkWidget *widget);

G_END_DECLS
