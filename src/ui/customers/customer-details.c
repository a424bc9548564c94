/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "document/postal-address.h"
#include "model/customer-address.h"
#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "model/customer.h"
#include "store/setting.h"
#include "ui/kit/format.h"
#include "ui/kit/plain-row.h"
#include "ui/customers/customer-tabs.h"

static void
add_property(GtkWidget *group, const char *title, const char *value)
{
    if (value && *value)
        adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), care_plain_row_new_fact(title, value));
}

/* As it stands on an envelope. */
static char *
address_text(CareRecord *record, const char *home)
{
    const CarePostalAddress address = { .street = care_record_text(record, CARE_CUSTOMER_ADDRESS_STREET),
                                        .postcode = care_record_text(record, CARE_CUSTOMER_ADDRESS_POSTCODE),
                                        .locality = care_record_text(record, CARE_CUSTOMER_ADDRESS_LOCALITY),
                                        .region = care_record_text(record, CARE_CUSTOMER_ADDRESS_REGION),
                                        .country = care_record_text(record, CARE_CUSTOMER_ADDRESS_COUNTRY) };
    g_auto(GStrv) lines = care_postal_address_lines(&address, home);

    return g_strjoinv("\n", lines);
}

static void
add_children(GtkWidget *group, CareRecord *customer, int list, const char *title, int label_field,
             int value_field, const char *home)
{
    guint n = care_record_list_length(customer, list);

    for (guint i = 0; i < n; i++) {
        CareRecord *child = care_record_list_item(customer, list, i);
        const char *label = care_record_text(child, label_field);
        g_autofree char *value
            = value_field >= 0 ? g_strdup(care_record_text(child, value_field)) : address_text(child, home);
        g_autofree char *named = label ? g_strdup_printf("%s · %s", title, label) : g_strdup(title);

        add_property(group, named, value);
    }
}

static void
add_plain_fields(GtkWidget *group, CareRecord *customer)
{
    const CareKind *kind = care_record_kind(customer);

    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *field = &kind->fields[i];
        g_autofree char *value = NULL;

        if (!care_record_is_set(customer, (int)i) || field->flags & CARE_FIELD_INTERNAL
            || field->kind == CARE_FIELD_LIST || field->kind == CARE_FIELD_REF)
            continue;
        if (field->kind == CARE_FIELD_CHOICE)
            value = g_strdup(care_choice_label(field->choices, care_record_text(customer, (int)i)));
        else if (field->kind == CARE_FIELD_DATE || field->kind == CARE_FIELD_DAY)
            value = care_format_date_full(care_record_date(customer, (int)i));
        else
            value = care_record_field_to_string(customer, (int)i, NULL);
        add_property(group, care_field_label(field), value);
    }
}

GtkWidget *
care_customer_details_new(CareContext *context, CareCustomerFacts *facts)
{
    CareRecord *customer = facts->customer;
    GtkWidget *box = care_tab_box_new();
    GtkWidget *reach = care_tab_group_add(box, _("Contact"), NULL);
    GtkWidget *rest = care_tab_group_add(box, _("About"), NULL);
    g_autofree char *home = care_store_setting(care_context_get_store(context), CARE_SETTING_REGION);
    GtkWidget *edit = gtk_button_new_with_label(_("Edit"));

    gtk_actionable_set_action_name(GTK_ACTIONABLE(edit), "customer.edit");
    gtk_widget_add_css_class(edit, "flat");
    adw_preferences_group_set_header_suffix(ADW_PREFERENCES_GROUP(reach), edit);
    add_children(reach, customer, CARE_CUSTOMER_PHONES, _("Phone"), CARE_CUSTOMER_PHONE_LABEL,
                 CARE_CUSTOMER_PHONE_NUMBER, home);
    add_children(reach, customer, CARE_CUSTOMER_EMAILS, _("E-mail"), CARE_CUSTOMER_EMAIL_LABEL,
                 CARE_CUSTOMER_EMAIL_ADDRESS, home);
    add_children(reach, customer, CARE_CUSTOMER_ADDRESSES, _("Address"), CARE_CUSTOMER_ADDRESS_LABEL, -1,
                 home);
    add_plain_fields(rest, customer);
    return box;
}
