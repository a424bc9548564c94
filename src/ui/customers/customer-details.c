/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "document/postal-address.h"
#include "model/channel.h"
#include "model/customer-address.h"
#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "model/customer.h"
#include "store/setting.h"
#include "ui/kit/format.h"
#include "ui/kit/plain-row.h"
#include "ui/parts/reach.h"
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

/* "Phone · work" over the number. */
static AdwActionRow *
add_way(GtkWidget *group, const char *title, const char *label, const char *value)
{
    g_autofree char *named = label ? g_strdup_printf("%s · %s", title, label) : g_strdup(title);
    GtkWidget *row = care_plain_row_new_fact(named, value);

    adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), row);
    return ADW_ACTION_ROW(row);
}

static void
add_phone(GtkWidget *group, CareRecord *phone)
{
    const char *number = care_record_text(phone, CARE_CUSTOMER_PHONE_NUMBER);
    AdwActionRow *row
        = add_way(group, _("Phone"), care_record_text(phone, CARE_CUSTOMER_PHONE_LABEL), number);

    care_reach_row_add_dial(row, number);
    care_reach_row_add_copy(row, number);
}

static void
add_email(GtkWidget *group, CareRecord *email)
{
    const char *address = care_record_text(email, CARE_CUSTOMER_EMAIL_ADDRESS);
    AdwActionRow *row
        = add_way(group, _("E-mail"), care_record_text(email, CARE_CUSTOMER_EMAIL_LABEL), address);

    care_reach_row_add_write(row, address, "customer.write-by", care_channel_word(CARE_CHANNEL_EMAIL));
    care_reach_row_add_copy(row, address);
}

static void
add_address(GtkWidget *group, CareRecord *address, const char *home)
{
    g_autofree char *text = address_text(address, home);

    if (*text)
        care_reach_row_add_copy(
            add_way(group, _("Address"), care_record_text(address, CARE_CUSTOMER_ADDRESS_LABEL), text), text);
}

static void
add_ways(GtkWidget *group, CareRecord *customer, const char *home)
{
    for (guint i = 0; i < care_record_list_length(customer, CARE_CUSTOMER_PHONES); i++)
        add_phone(group, care_record_list_item(customer, CARE_CUSTOMER_PHONES, i));
    for (guint i = 0; i < care_record_list_length(customer, CARE_CUSTOMER_EMAILS); i++)
        add_email(group, care_record_list_item(customer, CARE_CUSTOMER_EMAILS, i));
    for (guint i = 0; i < care_record_list_length(customer, CARE_CUSTOMER_ADDRESSES); i++)
        add_address(group, care_record_list_item(customer, CARE_CUSTOMER_ADDRESSES, i), home);
}

static gboolean
is_name(CareRecord *customer, int first, int second)
{
    const char *parts[] = { care_record_text(customer, first), care_record_text(customer, second), NULL };
    g_autofree char *name = g_strjoinv(" ", parts[0] ? (char **)parts : (char **)parts + 1);

    return g_strcmp0(name, care_record_text(customer, CARE_CUSTOMER_NAME)) == 0;
}

/* What the name says already, and that somebody is a person, as most are. */
static gboolean
goes_without_saying(CareRecord *customer, int field)
{
    switch (field) {
    case CARE_CUSTOMER_TYPE:
        return care_customer_type_is(care_record_text(customer, field), CARE_CUSTOMER_PERSON);
    case CARE_CUSTOMER_GIVEN:
    case CARE_CUSTOMER_FAMILY:
        return is_name(customer, CARE_CUSTOMER_GIVEN, CARE_CUSTOMER_FAMILY)
               || is_name(customer, CARE_CUSTOMER_FAMILY, CARE_CUSTOMER_GIVEN);
    case CARE_CUSTOMER_ORGANISATION:
        return g_strcmp0(care_record_text(customer, field), care_record_text(customer, CARE_CUSTOMER_NAME))
               == 0;
    default:
        return FALSE;
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
            || field->kind == CARE_FIELD_LIST || field->kind == CARE_FIELD_REF
            || goes_without_saying(customer, (int)i))
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
    add_ways(reach, customer, home);
    add_plain_fields(rest, customer);
    return box;
}
