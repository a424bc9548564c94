/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What can be done with an invoice beside what its buttons do: nothing stands in both. on_buttons: the names of the acts
 * that have one, ended by NULL. Transfer full. */
GMenuModel *care_invoice_menu_new(gboolean draft, const char *const *on_buttons);

G_END_DECLS
