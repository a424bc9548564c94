/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Every key of the action table, by section. */
#define CARE_TYPE_SHORTCUTS_DIALOG (care_shortcuts_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareShortcutsDialog, care_shortcuts_dialog, CARE, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *care_shortcuts_dialog_new(void);

G_END_DECLS
