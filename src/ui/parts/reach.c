/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/reach.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/customer-phone.h"
#include "model/customer.h"
#include "service/outreach/message-send.h"
#include "ui/kit/record-dialog.h"
#include "ui/kit/toast.h"

#define TEXT_KEY "care-reach-text"

const char *
care_reach_first_phone(CareRecord *customer)
{
    if (care_record_list_length(customer, CARE_CUSTOMER_PHONES) == 0)
        return NULL;
    return care_record_text(care_record_list_item(customer, CARE_CUSTOMER_PHONES, 0),
                            CARE_CUSTOMER_PHONE_NUMBER);
}

/* A toast lies under a dialog, which has a place of its own for what it says. */
static void
say(GtkWidget *widget, const char *sentence)
{
    GtkWidget *dialog = gtk_widget_get_ancestor(widget, CARE_TYPE_RECORD_DIALOG);

    if (dialog)
        care_record_dialog_say(CARE_RECORD_DIALOG(dialog), sentence);
    else
        care_toast_show(widget, sentence);
}

static void
on_dialled(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkWidget) button = data;
    g_autofree char *number = care_isolate(g_object_get_data(G_OBJECT(button), TEXT_KEY));
    g_autofree char *sentence = NULL;

    if (care_message_link_finish(result, NULL))
        return;
    /* Translators: %s is a phone number */
    sentence = g_strdup_printf(_("No program here makes calls. Dial %s yourself."), number);
    say(button, sentence);
}

static void
on_dial(GtkWidget *button)
{
    g_autofree char *uri = care_message_phone_uri(g_object_get_data(G_OBJECT(button), TEXT_KEY));

    care_message_link_async(uri, NULL, on_dialled, g_object_ref(button));
}

static void
on_copy(GtkWidget *button)
{
    gdk_clipboard_set_text(gtk_widget_get_clipboard(button), g_object_get_data(G_OBJECT(button), TEXT_KEY));
}

/* name: what a screen reader calls it; transfer full. */
static GtkWidget *
button_new(const char *icon, const char *tooltip, char *name, const char *text)
{
    GtkWidget *button = gtk_button_new_from_icon_name(icon);
    g_autofree char *called = name;

    gtk_widget_set_tooltip_text(button, tooltip);
    gtk_widget_set_valign(button, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class(button, "flat");
    gtk_accessible_update_property(GTK_ACCESSIBLE(button), GTK_ACCESSIBLE_PROPERTY_LABEL, called, -1);
    g_object_set_data_full(G_OBJECT(button), TEXT_KEY, g_strdup(text), g_free);
    return button;
}

GtkWidget *
care_reach_call_button_new(CareRecord *customer, CareId job)
{
    const char *name = care_record_text(customer, CARE_CUSTOMER_NAME);
    g_autofree char *who = care_isolate(name);
    GtkWidget *button;

    if (!care_reach_first_phone(customer))
        return NULL;
    button = button_new("care-phone-symbolic", _("Call"), g_strdup_printf(_("Call %s"), who), name);
    gtk_actionable_set_action_target(GTK_ACTIONABLE(button), CARE_CALL_TYPE, care_record_id(customer), job);
    gtk_actionable_set_action_name(GTK_ACTIONABLE(button), CARE_CALL_ACTION);
    return button;
}

void
care_reach_row_add_dial(AdwActionRow *row, const char *number)
{
    g_autofree char *what = care_isolate(number);
    /* Translators: %s is a customer or a phone number */
    GtkWidget *button
        = button_new("care-phone-symbolic", _("Call"), g_strdup_printf(_("Call %s"), what), number);

    g_signal_connect(button, "clicked", G_CALLBACK(on_dial), NULL);
    adw_action_row_add_suffix(row, button);
}

void
care_reach_row_add_write(AdwActionRow *row, const char *address, const char *action, const char *channel)
{
    g_autofree char *what = care_isolate(address);
    GtkWidget *button
        = button_new("care-mail-symbolic", _("Write"), g_strdup_printf(_("Write to %s"), what), address);

    gtk_actionable_set_action_target(GTK_ACTIONABLE(button), "s", channel);
    gtk_actionable_set_action_name(GTK_ACTIONABLE(button), action);
    adw_action_row_add_suffix(row, button);
}

void
care_reach_row_add_copy(AdwActionRow *row, const char *text)
{
    g_autofree char *what = care_isolate(text);
    /* Translators: %s is a phone number or an address */
    GtkWidget *button
        = button_new("edit-copy-symbolic", _("Copy"), g_strdup_printf(_("Copy %s"), what), text);

    g_signal_connect(button, "clicked", G_CALLBACK(on_copy), NULL);
    adw_action_row_add_suffix(row, button);
}
