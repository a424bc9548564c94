/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/invoice-parties.h"

#include <json-glib/json-glib.h>

#include <glib/gi18n-lib.h>

#include "model/customer-address.h"
#include "model/customer.h"
#include "model/device.h"
#include "model/invoice.h"
#include "model/job.h"
#include "model/staff.h"
#include "store/record-sql.h"
#include "store/setting.h"

static void
add_text(JsonBuilder *builder, const char *name, const char *value)
{
    if (value == NULL || *value == '\0')
        return;
    json_builder_set_member_name(builder, name);
    json_builder_add_string_value(builder, value);
}

static char *
finish(JsonBuilder *builder)
{
    g_autoptr(JsonNode) node = NULL;

    json_builder_end_object(builder);
    node = json_builder_get_root(builder);
    return json_to_string(node, FALSE);
}

static void
add_contact(CareConnection *connection, JsonBuilder *builder, CareId contact)
{
    g_autoptr(CareRecord) staff
        = contact != 0 ? care_record_load(connection, &care_staff_kind, contact, NULL) : NULL;

    if (staff == NULL)
        return;
    add_text(builder, "contact-name", care_record_text(staff, CARE_STAFF_NAME));
    add_text(builder, "contact-phone", care_record_text(staff, CARE_STAFF_PHONE));
    add_text(builder, "contact-hours", care_record_text(staff, CARE_STAFF_HOURS));
}

char *
care_invoice_seller_snapshot(CareConnection *connection, CareId contact)
{
    static const char *const keys[] = {
        CARE_SETTING_SHOP_NAME,       CARE_SETTING_SHOP_TAGLINE,  CARE_SETTING_SHOP_STREET,
        CARE_SETTING_SHOP_POSTCODE,   CARE_SETTING_SHOP_LOCALITY, CARE_SETTING_SHOP_PHONE,
        CARE_SETTING_SHOP_EMAIL,      CARE_SETTING_SHOP_WEBSITE,  CARE_SETTING_SHOP_VAT_ID,
        CARE_SETTING_SHOP_TAX_NUMBER, CARE_SETTING_SHOP_IBAN,     CARE_SETTING_SHOP_BIC,
        CARE_SETTING_SHOP_BANK,       CARE_SETTING_SHOP_LOGO,     CARE_SETTING_REGION,
        CARE_SETTING_SMALL_BUSINESS,  CARE_SETTING_THANKS,
    };
    g_autoptr(JsonBuilder) builder = json_builder_new();

    json_builder_begin_object(builder);
    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
        g_autofree char *value = care_setting_read(connection, keys[i]);

        add_text(builder, keys[i], value);
    }
    add_contact(connection, builder, contact);
    return finish(builder);
}

static void
add_address(JsonBuilder *builder, CareRecord *customer)
{
    CareRecord *address;

    if (care_record_list_length(customer, CARE_CUSTOMER_ADDRESSES) == 0)
        return;
    address = care_record_list_item(customer, CARE_CUSTOMER_ADDRESSES, 0);
    add_text(builder, "street", care_record_text(address, CARE_CUSTOMER_ADDRESS_STREET));
    add_text(builder, "postcode", care_record_text(address, CARE_CUSTOMER_ADDRESS_POSTCODE));
    add_text(builder, "locality", care_record_text(address, CARE_CUSTOMER_ADDRESS_LOCALITY));
    add_text(builder, "region", care_record_text(address, CARE_CUSTOMER_ADDRESS_REGION));
    add_text(builder, "country", care_record_text(address, CARE_CUSTOMER_ADDRESS_COUNTRY));
}

static void
add_device(CareConnection *connection, JsonBuilder *builder, CareId id)
{
    g_autoptr(CareRecord) device = care_record_load(connection, &care_device_kind, id, NULL);
    g_autofree char *subject = NULL;

    if (device == NULL)
        return;
    subject = care_record_is_set(device, CARE_DEVICE_SERIAL)
                  ? g_strdup_printf(C_("paper", "For your %s, serial %s"),
                                    care_record_text(device, CARE_DEVICE_NAME),
                                    care_record_text(device, CARE_DEVICE_SERIAL))
                  : g_strdup_printf(C_("paper", "For your %s"), care_record_text(device, CARE_DEVICE_NAME));
    add_text(builder, "subject", subject);
}

static void
add_job(CareConnection *connection, JsonBuilder *builder, CareId id)
{
    g_autoptr(CareRecord) job = id != 0 ? care_record_load(connection, &care_job_kind, id, NULL) : NULL;

    if (job == NULL)
        return;
    add_text(builder, "job", care_record_text(job, CARE_JOB_NUMBER));
    if (care_record_is_set(job, CARE_JOB_DEVICE))
        add_device(connection, builder, care_record_int(job, CARE_JOB_DEVICE));
}

char *
care_invoice_buyer_snapshot(CareConnection *connection, CareRecord *invoice, GError **error)
{
    g_autoptr(CareRecord) customer = care_record_load(connection, &care_customer_kind,
                                                      care_record_int(invoice, CARE_INVOICE_CUSTOMER), error);
    g_autoptr(JsonBuilder) builder = json_builder_new();
    g_autofree char *person = NULL;

    if (customer == NULL)
        return NULL;
    json_builder_begin_object(builder);
    add_text(builder, "name", care_record_text(customer, CARE_CUSTOMER_NAME));
    if (g_strcmp0(care_record_text(customer, CARE_CUSTOMER_TYPE), "company") == 0
        && care_record_is_set(customer, CARE_CUSTOMER_FAMILY)) {
        person = g_strjoin(" ",
                           care_record_is_set(customer, CARE_CUSTOMER_GIVEN)
                               ? care_record_text(customer, CARE_CUSTOMER_GIVEN)
                               : "",
                           care_record_text(customer, CARE_CUSTOMER_FAMILY), NULL);
        add_text(builder, "attention", g_strstrip(person));
    }
    add_text(builder, "vat-id", care_record_text(customer, CARE_CUSTOMER_VAT_ID));
    add_address(builder, customer);
    add_job(connection, builder, care_record_int(invoice, CARE_INVOICE_JOB));
    return finish(builder);
}
