/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/call-card.h"

#include <glib/gi18n-lib.h>

#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "model/customer.h"
#include "ui/kit/plain-row.h"

static void
on_copy(GtkButton *button, gpointer user_data)
{
    const char *text = g_object_get_data(G_OBJECT(button), "care-text");

    gdk_clipboard_set_text(gtk_widget_get_clipboard(GTK_WIDGET(button)), text);
}

static void
add_address(AdwPreferencesGroup *group, const char *label, const char *text)
{
    GtkWidget *row = care_plain_row_new(text, label);
    GtkWidget *copy = gtk_button_new_from_icon_name("edit-copy-symbolic");

    gtk_widget_add_css_class(row, "numeric");
    gtk_widget_set_tooltip_text(copy, _("Copy"));
    gtk_widget_set_valign(copy, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class(copy, "flat");
    g_object_set_data_full(G_OBJECT(copy), "care-text", g_strdup(text), g_free);
    g_signal_connect(copy, "clicked", G_CALLBACK(on_copy), NULL);
    adw_action_row_add_suffix(ADW_ACTION_ROW(row), copy);
    adw_preferences_group_add(group, row);
}

void
care_call_card_fill(AdwPreferencesGroup *group, CareRecord *customer)
{
    guint phones = care_record_list_length(customer, CARE_CUSTOMER_PHONES);

    for (guint i = 0; i < phones; i++) {
        CareRecord *phone = care_record_list_item(customer, CARE_CUSTOMER_PHONES, i);

        add_address(group, care_record_text(phone, CARE_CUSTOMER_PHONE_LABEL),
                    care_record_text(phone, CARE_CUSTOMER_PHONE_NUMBER));
    }
    if (care_record_list_length(customer, CARE_CUSTOMER_EMAILS) > 0)
        add_address(group, NULL,
                    care_record_text(care_record_list_item(customer, CARE_CUSTOMER_EMAILS, 0),
                                     CARE_CUSTOMER_EMAIL_ADDRESS));
    if (phones == 0)
        adw_preferences_group_set_description(group, _("There is no phone number yet."));
}

char *
care_call_card_script(CareContext *context, CareDueRule rule)
{
    const char *shop = care_context_get_shop_name(context);
    const char *person = care_context_get_person_name(context);
    g_autofree char *hello = !shop || !*shop ? g_strdup(_("Say who you are."))
                             : person && *person
                                 ? g_strdup_printf(_("“Good day, this is %s from %s.”"), person, shop)
                                 : g_strdup_printf(_("“Good day, this is %s.”"), shop);

    return g_strdup_printf("%s\n%s", hello, _(care_due_rule_info(rule)->script));
}
