/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of an empty group that offers to add the first. In it is a button, which other programs can press as well;
 * AdwButtonRow tells them of no action. action: a detailed name, "win.create(('device', int64 7))". */
GtkWidget *care_act_row_new(const char *label, const char *action);

G_END_DECLS
