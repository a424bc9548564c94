/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/act-name.h"

#include "core/listed.h"

void
care_act_name_set(GtkWidget *button, const char *act, const char *whose)
{
    g_autofree char *name = care_listed((const char *const[]){ act, whose ? whose : "", NULL });

    g_return_if_fail(GTK_IS_WIDGET(button) && act != NULL);
    /* a label with a mnemonic names it, too, and goes first */
    gtk_accessible_reset_relation(GTK_ACCESSIBLE(button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
    gtk_accessible_update_property(GTK_ACCESSIBLE(button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_typed(GtkWidget *button, GtkWidget *row)
{
    care_act_name_set(button, g_object_get_data(G_OBJECT(button), "care-act-name"),
                      gtk_editable_get_text(GTK_EDITABLE(row)));
}

void
care_act_name_follow(GtkWidget *button, const char *act, GtkWidget *row)
{
    g_return_if_fail(GTK_IS_WIDGET(button) && GTK_IS_EDITABLE(row));
    g_object_set_data(G_OBJECT(button), "care-act-name", (gpointer)act);
    g_signal_connect_object(row, "changed", G_CALLBACK(on_typed), button, G_CONNECT_SWAPPED);
    on_typed(button, row);
}
