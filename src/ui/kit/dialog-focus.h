/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The cursor goes into a widget of a dialog that is about to be shown. In a narrow window the dialog rises as a sheet
 * and then gives the focus to whatever comes first in it, so it is taken back once the sheet is there. */
void care_dialog_focus(AdwDialog *dialog, GtkWidget *widget);
/* Shows one that was closed before. Under another dialog one takes no key and no click, and if it was closed there it would
 * come back like that; this one can be worked in. */
void care_dialog_present_again(AdwDialog *dialog, GtkWidget *parent);
/* The cursor goes behind what stands in a widget of a dialog that is shown: what is typed next goes on with it, while taking
 * the focus alone selects it all. */
void care_dialog_focus_end(GtkWidget *widget);

G_END_DECLS
