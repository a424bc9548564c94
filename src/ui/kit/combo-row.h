/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An AdwComboRow that is heard: it tells what is chosen, and what stands below its title, after its name, and each entry of
 * its list by its words, which opens on what is chosen (choice-list.h). The only one that the program has. Main thread. */
#define CARE_TYPE_COMBO_ROW (care_combo_row_get_type())
G_DECLARE_FINAL_TYPE(CareComboRow, care_combo_row, CARE, COMBO_ROW, AdwComboRow)

GtkWidget *care_combo_row_new(void);
/* The same for the entries of another list of choices, before it is shown. */
void care_drop_down_say_entries(GtkDropDown *menu);

G_END_DECLS
