/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a screen reader calls a button that stands in each row of a list, and reads the same in all of them: "Call, Bea
 * Koch’s e-bike is ready". It begins with what is to be read on the button, so that it can be called by voice.
 * act: that; whose (nullable): what its row says. */
void care_act_name_set(GtkWidget *button, const char *act, const char *whose);
/* The same with what is typed in a row, whatever that becomes. act: static. */
void care_act_name_follow(GtkWidget *button, const char *act, GtkWidget *row);

G_END_DECLS
