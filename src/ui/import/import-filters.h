/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which files the chooser shows: all that can be read, then kind by kind, then all. Transfer full. */
GListModel *care_import_filters_new(void);

G_END_DECLS
