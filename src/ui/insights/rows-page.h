/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The rows behind a figure, as a page to go back from. A row opens its record by the action win.open. */
#define CARE_TYPE_ROWS_PAGE (care_rows_page_get_type())
G_DECLARE_FINAL_TYPE(CareRowsPage, care_rows_page, CARE, ROWS_PAGE, AdwNavigationPage)

CareRowsPage *care_rows_page_new(const char *title, const char *subtitle, GListModel *rows);

G_END_DECLS
