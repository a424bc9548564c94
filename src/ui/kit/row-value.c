/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/row-value.h"

#include <adwaita.h>

#include "ui/kit/typed-row.h"

static char *
stripped(const char *text)
{
    return g_strstrip(g_strdup(text));
}

char *
care_row_value_read(GtkWidget *widget, GPtrArray *values)
{
    char *text = NULL;

    if (CARE_IS_TYPED_ROW(widget)) {
        text = g_strdup(care_typed_row_get_value_text(CARE_TYPED_ROW(widget)));
    } else if (ADW_IS_COMBO_ROW(widget)) {
        guint selected = adw_combo_row_get_selected(ADW_COMBO_ROW(widget));

        if (selected < values->len)
            text = g_strdup(values->pdata[selected]);
    } else if (ADW_IS_SWITCH_ROW(widget)) {
        text = g_strdup(adw_switch_row_get_active(ADW_SWITCH_ROW(widget)) ? "true" : "false");
    } else if (ADW_IS_SPIN_ROW(widget)) {
        text = g_strdup_printf("%.0f", adw_spin_row_get_value(ADW_SPIN_ROW(widget)));
    } else if (GTK_IS_TEXT_VIEW(widget)) {
        GtkTextBuffer *buffer = gtk_text_view_get_buffer(GTK_TEXT_VIEW(widget));
        g_autofree char *all = NULL;

        g_object_get(buffer, "text", &all, NULL);
        text = stripped(all);
    } else {
        text = stripped(gtk_editable_get_text(GTK_EDITABLE(widget)));
    }
    if (text && *text == '\0')
        g_clear_pointer(&text, g_free);
    return text;
}

static guint
position_of(GPtrArray *values, const char *text)
{
    for (guint i = 0; i < values->len; i++)
        if (g_strcmp0(values->pdata[i], text ? text : "") == 0)
            return i;
    return GTK_INVALID_LIST_POSITION;
}

void
care_row_value_write(GtkWidget *widget, GPtrArray *values, const char *text)
{
    if (CARE_IS_TYPED_ROW(widget))
        care_typed_row_set_value_text(CARE_TYPED_ROW(widget), text);
    else if (ADW_IS_COMBO_ROW(widget))
        adw_combo_row_set_selected(ADW_COMBO_ROW(widget), position_of(values, text));
    else if (ADW_IS_SWITCH_ROW(widget))
        adw_switch_row_set_active(ADW_SWITCH_ROW(widget), g_strcmp0(text, "true") == 0);
    else if (ADW_IS_SPIN_ROW(widget))
        adw_spin_row_set_value(ADW_SPIN_ROW(widget), text ? g_ascii_strtod(text, NULL) : 0);
    else if (GTK_IS_TEXT_VIEW(widget))
        gtk_text_buffer_set_text(gtk_text_view_get_buffer(GTK_TEXT_VIEW(widget)), text ? text : "", -1);
    else
        gtk_editable_set_text(GTK_EDITABLE(widget), text ? text : "");
}

static const char *
edited_signal(GtkWidget *widget)
{
    if (CARE_IS_TYPED_ROW(widget))
        return "notify::value-text";
    if (ADW_IS_COMBO_ROW(widget))
        return "notify::selected";
    if (ADW_IS_SWITCH_ROW(widget))
        return "notify::active";
    if (ADW_IS_SPIN_ROW(widget))
        return "notify::value";
    return "changed";
}

gboolean
care_row_value_is_known(GtkWidget *widget)
{
    return GTK_IS_EDITABLE(widget) || ADW_IS_COMBO_ROW(widget) || ADW_IS_SWITCH_ROW(widget)
           || ADW_IS_SPIN_ROW(widget) || GTK_IS_TEXT_VIEW(widget);
}

void
care_row_value_watch(GtkWidget *widget, GCallback edited, gpointer user_data)
{
    GObject *source = GTK_IS_TEXT_VIEW(widget) ? G_OBJECT(gtk_text_view_get_buffer(GTK_TEXT_VIEW(widget)))
                                               : G_OBJECT(widget);

    g_signal_connect_swapped(source, edited_signal(widget), edited, user_data);
}
