/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The status pages below a widget: what scrolls in one is called by its title, and in a page that scrolls already it is
 * no stop of the cursor. Once, when the template is there. Main thread. */
void care_status_pages_name(GtkWidget *root);

G_END_DECLS
