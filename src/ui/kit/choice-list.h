/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The list that an AdwComboRow or a GtkDropDown of GtkStringObjects unfolds. It opens on what is chosen, so that Enter
 * changes nothing, and typed letters lead to the next entry with a word that begins so: in a list that can be searched they
 * go into its entry. Once for each. Main thread. */
void care_choice_list_mind(GtkWidget *owner);

G_END_DECLS
