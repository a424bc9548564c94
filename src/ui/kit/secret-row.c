/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/secret-row.h"

#include <glib/gi18n-lib.h>

struct _CareSecretRow {
    AdwEntryRow parent_instance;
};

static void care_secret_row_text_init(GtkAccessibleTextInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE(CareSecretRow, care_secret_row, ADW_TYPE_ENTRY_ROW,
                              G_IMPLEMENT_INTERFACE(GTK_TYPE_ACCESSIBLE_TEXT, care_secret_row_text_init))

static GtkText *
text_of(gpointer row)
{
    return GTK_TEXT(gtk_editable_get_delegate(GTK_EDITABLE(row)));
}

/* What the row says of its contents is what the text inside says, which shows dots. */
static GBytes *
care_secret_row_get_contents(GtkAccessibleText *row, unsigned int start, unsigned int end)
{
    GtkAccessibleText *inner = GTK_ACCESSIBLE_TEXT(text_of(row));

    return GTK_ACCESSIBLE_TEXT_GET_IFACE(inner)->get_contents(inner, start, end);
}

static GBytes *
care_secret_row_get_contents_at(GtkAccessibleText *row, unsigned int offset,
                                GtkAccessibleTextGranularity granularity, unsigned int *start,
                                unsigned int *end)
{
    GtkAccessibleText *inner = GTK_ACCESSIBLE_TEXT(text_of(row));

    return GTK_ACCESSIBLE_TEXT_GET_IFACE(inner)->get_contents_at(inner, offset, granularity, start, end);
}

static unsigned int
care_secret_row_get_caret_position(GtkAccessibleText *row)
{
    return (unsigned int)gtk_editable_get_position(GTK_EDITABLE(row));
}

static gboolean
care_secret_row_get_selection(GtkAccessibleText *row, gsize *n_ranges, GtkAccessibleTextRange **ranges)
{
    GtkAccessibleText *inner = GTK_ACCESSIBLE_TEXT(text_of(row));

    return GTK_ACCESSIBLE_TEXT_GET_IFACE(inner)->get_selection(inner, n_ranges, ranges);
}

static void
care_secret_row_text_init(GtkAccessibleTextInterface *iface)
{
    iface->get_contents = care_secret_row_get_contents;
    iface->get_contents_at = care_secret_row_get_contents_at;
    iface->get_caret_position = care_secret_row_get_caret_position;
    iface->get_selection = care_secret_row_get_selection;
}

static void
on_show(GtkToggleButton *button, GParamSpec *pspec, CareSecretRow *self)
{
    gboolean shown = gtk_toggle_button_get_active(button);

    gtk_text_set_visibility(text_of(self), shown);
    gtk_button_set_icon_name(GTK_BUTTON(button), shown ? "view-conceal-symbolic" : "view-reveal-symbolic");
}

static void
care_secret_row_class_init(CareSecretRowClass *klass)
{
}

static void
care_secret_row_init(CareSecretRow *self)
{
    GtkWidget *button = gtk_toggle_button_new();

    gtk_text_set_visibility(text_of(self), FALSE);
    gtk_text_set_input_purpose(text_of(self), GTK_INPUT_PURPOSE_PASSWORD);
    gtk_button_set_icon_name(GTK_BUTTON(button), "view-reveal-symbolic");
    gtk_widget_set_tooltip_text(button, _("Show What Was Typed"));
    gtk_widget_set_valign(button, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class(button, "flat");
    g_signal_connect_object(button, "notify::active", G_CALLBACK(on_show), self, 0);
    adw_entry_row_add_suffix(ADW_ENTRY_ROW(self), button);
}
