/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What was found of one kind: a list under its title, named by it. *list is for the rows. Transfer floating. */
GtkWidget *care_search_section_new(const char *title, GtkListBox **list);

G_END_DECLS
