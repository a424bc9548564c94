/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From here on the lines of every menu are called what they say. The toolkit names each by a label that it shows to nobody who
 * listens, so a screen reader hears "menu item". Once, after GTK was begun. Main thread. */
void care_menu_names_begin(void);

G_END_DECLS
