/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Lets the dialog become higher when what its page holds does, while it is open: a sentence about what is wrong, a row
 * more. It is never higher than the window, and not lower again. Once for each dialog, with what scrolls in it. */
void care_dialog_fit(AdwDialog *dialog, GtkWidget *page);
/* After it turned to another page, which may be lower as well: the dialog becomes as high as that. */
void care_dialog_turned(AdwDialog *dialog);
/* Lets an alert break inside a word that is wider than it. Before it is laid out; once for each. */
void care_alert_fit(AdwAlertDialog *alert);
/* Lets the pages of a dialog be as wide as it is, so that all dialogs have one margin, whatever their width. */
void care_dialog_fill(AdwDialog *dialog);
/* The same of one AdwPreferencesPage that comes later. */
void care_page_fill(GtkWidget *page);

/* Buttons in the header of a dialog break between their words where text is large or a language long, and its title where
 * the window is narrow. */
void care_header_fit(AdwDialog *dialog);

/* The same of the buttons in a part of a page, which are more words than icons. Once. */
void care_buttons_break(GtkWidget *around);

G_END_DECLS
