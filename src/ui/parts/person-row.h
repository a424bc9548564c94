/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row about a person: avatar, name (or a sentence about them), facts below. Neither text is markup. */
#define CARE_TYPE_PERSON_ROW (care_person_row_get_type())
G_DECLARE_FINAL_TYPE(CarePersonRow, care_person_row, CARE, PERSON_ROW, AdwActionRow)

GtkWidget *care_person_row_new(const char *name, const char *title, const char *subtitle);
void care_person_row_set_name(CarePersonRow *self, const char *name);
void care_person_row_set_show_avatar(CarePersonRow *self, gboolean show);

G_END_DECLS
