/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* Where backups go and when the last one was; back up now; restore after a look at what would come back. */
#define CARE_TYPE_BACKUP_PAGE (care_backup_page_get_type())
G_DECLARE_FINAL_TYPE(CareBackupPage, care_backup_page, CARE, BACKUP_PAGE, AdwPreferencesPage)

GtkWidget *care_backup_page_new(AdwPreferencesDialog *dialog, CareContext *context);
/* As if this file had been chosen. */
void care_backup_page_write(CareBackupPage *self, const char *path);
void care_backup_page_read(CareBackupPage *self, const char *path);

G_END_DECLS
