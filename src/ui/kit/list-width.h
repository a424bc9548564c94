/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a place lists stands in the middle, as wide in each of them: in a clamp of the class "care-list", whose margins are
 * in style.css. root: a place or a page, whose template is there. */
void care_list_width_set(GtkWidget *root);

G_END_DECLS
