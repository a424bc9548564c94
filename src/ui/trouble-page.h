/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* In place of the house when the shop's data cannot be opened: what happened, what was kept, what to do. */
#define CARE_TYPE_TROUBLE_PAGE (care_trouble_page_get_type())
G_DECLARE_FINAL_TYPE(CareTroublePage, care_trouble_page, CARE, TROUBLE_PAGE, AdwBin)

GtkWidget *care_trouble_page_new(const GError *error, const char *data_dir);
/* The shop was open and its database was put away: it is to be opened again. */
GtkWidget *care_trouble_page_new_replaced(const char *data_dir);
/* What was tried from here failed, or from the page before: said until it is tried again. The window's toasts lie under this
 * page. */
void care_trouble_page_tell(CareTroublePage *self, const GError *error);

G_END_DECLS
