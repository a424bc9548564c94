/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/id.h"

G_BEGIN_DECLS

/* An action row whose texts are what somebody typed, and so no markup. subtitle: nullable. */
GtkWidget *care_plain_row_new(const char *title, const char *subtitle);
/* A name over a value that can be selected, and may take as many lines as it needs. */
GtkWidget *care_plain_row_new_fact(const char *name, const char *value);
/* Calls it by all that it says, of which its title alone may be that of the next row too. figure: nullable. */
void care_plain_row_say_all(GtkWidget *row, const char *figure);
/* An amount or another figure at its end, told with its name; NULL adds none. Its label; transfer none. */
GtkWidget *care_plain_row_add_figure(GtkWidget *row, const char *figure);
void care_plain_row_add_dim_figure(GtkWidget *row, const char *figure);
/* Can be activated, and shows by an arrow that it leads on. */
void care_plain_row_lead_on(GtkWidget *row);
/* Activating it opens a record in its place. */
void care_plain_row_open(GtkWidget *row, const char *kind, CareId id);

/* Shows a fact below the row's title; the row goes where there is none. Whether there is one. */
gboolean care_plain_row_show(AdwActionRow *row, const char *fact);

G_END_DECLS
