/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/import/customer-import.h"

G_BEGIN_DECLS

/* What files hold before anything of it is taken over: the files, what their first people will look like, and what can be
 * said of them: in which encoding they are, what each column means. Emits "changed" when it shows anything else. Main
 * thread. */
#define CARE_TYPE_IMPORT_PREVIEW (care_import_preview_get_type())
G_DECLARE_FINAL_TYPE(CareImportPreview, care_import_preview, CARE, IMPORT_PREVIEW, AdwPreferencesPage)

/* The files of an import that has not begun; what is said of them is set in it. */
void care_import_preview_show(CareImportPreview *self, CareCustomerImport *import);

G_END_DECLS
