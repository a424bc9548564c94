/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/paper-parties.h"

#include <glib/gi18n-lib.h>

#include "document/country.h"
#include "document/postal-address.h"
#include "model/customer-address.h"
#include "model/customer.h"
#include "model/device.h"
#include "model/job.h"
#include "model/staff.h"
#include "service/invoices/shop-tax.h"
#include "store/file-store.h"
#include "store/record-sql.h"
#include "store/setting.h"

#define LOGO "logo"
/* What the shop's country calls the tax, and the number of who charges it. */
#define TAX_NAME "tax-name"
#define TAX_ID_NAME "tax-id-name"

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

/* The logo has a name of its own here: what "shop-logo" says in old snapshots never stood on their papers. */
static void
add_logo(CareConnection *connection, JsonBuilder *builder)
{
    g_autofree char *logo = care_setting_read(connection, CARE_SETTING_SHOP_LOGO);

    add_text(builder, LOGO, logo);
}

static void
add_tax_names(CareConnection *connection, JsonBuilder *builder)
{
    g_autoptr(CareShopTax) tax = care_shop_tax_read(connection);

    if (tax->preset == NULL)
        return;
    add_text(builder, TAX_NAME, tax->preset->tax_name);
    add_text(builder, TAX_ID_NAME, tax->preset->tax_id_name);
}

char *
care_seller_snapshot(CareConnection *connection, CareId contact)
{
    static const char *const keys[] = {
        CARE_SETTING_SHOP_NAME,       CARE_SETTING_SHOP_TAGLINE,  CARE_SETTING_SHOP_STREET,
        CARE_SETTING_SHOP_POSTCODE,   CARE_SETTING_SHOP_LOCALITY, CARE_SETTING_SHOP_PHONE,
        CARE_SETTING_SHOP_EMAIL,      CARE_SETTING_SHOP_WEBSITE,  CARE_SETTING_SHOP_VAT_ID,
        CARE_SETTING_SHOP_TAX_NUMBER, CARE_SETTING_SHOP_IBAN,     CARE_SETTING_SHOP_BIC,
        CARE_SETTING_SHOP_BANK,       CARE_SETTING_REGION,        CARE_SETTING_SMALL_BUSINESS,
        CARE_SETTING_SHOP_REGION,     CARE_SETTING_THANKS,
    };
    g_autoptr(JsonBuilder) builder = json_builder_new();

    json_builder_begin_object(builder);
    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
        g_autofree char *value = care_setting_read(connection, keys[i]);

        add_text(builder, keys[i], value);
    }
    add_logo(connection, builder);
    add_tax_names(connection, builder);
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
    g_autofree char *name = NULL;
    g_autofree char *subject = NULL;

    if (device == NULL)
        return;
    name = care_device_in_sentence(care_record_text(device, CARE_DEVICE_NAME),
                                   care_record_text(device, CARE_DEVICE_KIND));
    subject = care_record_is_set(device, CARE_DEVICE_SERIAL)
                  ? g_strdup_printf(C_("paper", "For your %s, serial %s"), name,
                                    care_record_text(device, CARE_DEVICE_SERIAL))
                  : g_strdup_printf(C_("paper", "For your %s"), name);
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

static void
add_person(JsonBuilder *builder, CareRecord *customer)
{
    g_autofree char *person = NULL;

    if (!care_customer_type_is(care_record_text(customer, CARE_CUSTOMER_TYPE), CARE_CUSTOMER_COMPANY)
        || !care_record_is_set(customer, CARE_CUSTOMER_FAMILY))
        return;
    person = g_strjoin(" ",
                       care_record_is_set(customer, CARE_CUSTOMER_GIVEN)
                           ? care_record_text(customer, CARE_CUSTOMER_GIVEN)
                           : "",
                       care_record_text(customer, CARE_CUSTOMER_FAMILY), NULL);
    add_text(builder, "attention", g_strstrip(person));
}

char *
care_buyer_snapshot(CareConnection *connection, CareId customer_id, CareId job, GError **error)
{
    g_autoptr(CareRecord) customer = care_record_load(connection, &care_customer_kind, customer_id, error);
    g_autoptr(JsonBuilder) builder = json_builder_new();
    g_autofree char *id = NULL;

    if (customer == NULL)
        return NULL;
    id = care_id_to_string(customer_id);
    json_builder_begin_object(builder);
    add_text(builder, "id", id);
    add_text(builder, "name", care_record_text(customer, CARE_CUSTOMER_NAME));
    add_person(builder, customer);
    add_text(builder, "vat-id", care_record_text(customer, CARE_CUSTOMER_VAT_ID));
    add_address(builder, customer);
    add_job(connection, builder, job);
    return finish(builder);
}

static const char *
member(JsonNode *node, const char *name)
{
    return json_object_get_string_member_with_default(json_node_get_object(node), name, NULL);
}

CareId
care_buyer_snapshot_customer(const char *buyer)
{
    g_autoptr(JsonNode) node = buyer != NULL ? json_from_string(buyer, NULL) : NULL;
    const char *text = node != NULL && JSON_NODE_HOLDS_OBJECT(node) ? member(node, "id") : NULL;
    CareId id = 0;

    return text != NULL && care_id_parse(text, &id) ? id : 0;
}

char *
care_buyer_snapshot_job(const char *buyer)
{
    g_autoptr(JsonNode) node = buyer != NULL ? json_from_string(buyer, NULL) : NULL;

    return node != NULL && JSON_NODE_HOLDS_OBJECT(node) ? g_strdup(member(node, "job")) : NULL;
}

static GStrv
seller_lines(JsonNode *seller)
{
    const CarePostalAddress address = { .street = member(seller, CARE_SETTING_SHOP_STREET),
                                        .postcode = member(seller, CARE_SETTING_SHOP_POSTCODE),
                                        .locality = member(seller, CARE_SETTING_SHOP_LOCALITY),
                                        .region = member(seller, CARE_SETTING_SHOP_REGION) };

    return care_postal_address_lines(&address, member(seller, CARE_SETTING_REGION));
}

/* A company, and below it the person to whose attention it goes. */
static GStrv
buyer_lines(JsonNode *buyer, const char *home)
{
    const char *name = member(buyer, "name"), *attention = member(buyer, "attention");
    g_autofree char *recipient
        = g_strdup_printf("%s\n%s", name != NULL ? name : "", attention != NULL ? attention : "");
    const CarePostalAddress address = { .recipient = recipient,
                                        .street = member(buyer, "street"),
                                        .postcode = member(buyer, "postcode"),
                                        .locality = member(buyer, "locality"),
                                        .region = member(buyer, "region"),
                                        .country = member(buyer, "country") };

    return care_postal_address_lines(&address, home);
}

gboolean
care_paper_parties_read(CarePaperParties *self, const char *data_dir, const char *seller, const char *buyer,
                        GError **error)
{
    const char *logo;

    self->seller = json_from_string(seller, error);
    self->buyer = self->seller != NULL ? json_from_string(buyer, error) : NULL;
    if (self->buyer == NULL)
        return FALSE;
    self->seller_address = seller_lines(self->seller);
    self->buyer_lines = buyer_lines(self->buyer, member(self->seller, CARE_SETTING_REGION));
    logo = member(self->seller, LOGO);
    /* a paper goes out without its logo rather than not at all */
    self->logo = logo != NULL ? care_file_store_get(data_dir, logo, NULL) : NULL;
    return TRUE;
}

gboolean
care_paper_parties_now(CarePaperParties *self, CareConnection *connection, const char *data_dir,
                       CareId contact, CareId customer, CareId job, GError **error)
{
    g_autofree char *seller = care_seller_snapshot(connection, contact);
    g_autofree char *buyer = care_buyer_snapshot(connection, customer, job, error);

    return buyer != NULL && care_paper_parties_read(self, data_dir, seller, buyer, error);
}

void
care_paper_parties_clear(CarePaperParties *self)
{
    g_clear_pointer(&self->seller, json_node_unref);
    g_clear_pointer(&self->buyer, json_node_unref);
    g_clear_pointer(&self->seller_address, g_strfreev);
    g_clear_pointer(&self->buyer_lines, g_strfreev);
    g_clear_pointer(&self->logo, g_bytes_unref);
}

const char *
care_paper_parties_of_seller(const CarePaperParties *self, const char *name)
{
    return member(self->seller, name);
}

const char *
care_paper_parties_of_buyer(const CarePaperParties *self, const char *name)
{
    return member(self->buyer, name);
}

CareLetterhead
care_paper_parties_shop(const CarePaperParties *self)
{
    JsonNode *seller = self->seller;

    return (CareLetterhead){
        .name = member(seller, CARE_SETTING_SHOP_NAME),
        .tagline = member(seller, CARE_SETTING_SHOP_TAGLINE),
        .address = (const char *const *)self->seller_address,
        .country = member(seller, CARE_SETTING_REGION),
        .phone = member(seller, CARE_SETTING_SHOP_PHONE),
        .email = member(seller, CARE_SETTING_SHOP_EMAIL),
        .website = member(seller, CARE_SETTING_SHOP_WEBSITE),
        .vat_id = member(seller, CARE_SETTING_SHOP_VAT_ID),
        .tax_id_name = member(seller, TAX_ID_NAME),
        .tax_number = member(seller, CARE_SETTING_SHOP_TAX_NUMBER),
        .iban = member(seller, CARE_SETTING_SHOP_IBAN),
        .bic = member(seller, CARE_SETTING_SHOP_BIC),
        .bank = member(seller, CARE_SETTING_SHOP_BANK),
        .logo = self->logo,
        .contact_name = member(seller, "contact-name"),
        .contact_phone = member(seller, "contact-phone"),
        .contact_hours = member(seller, "contact-hours"),
    };
}

CareAddressee
care_paper_parties_addressee(const CarePaperParties *self)
{
    return (CareAddressee){
        .name = member(self->buyer, "name"),
        .lines = (const char *const *)self->buyer_lines,
        .vat_id = member(self->buyer, "vat-id"),
        .tax_id_name = member(self->seller, TAX_ID_NAME),
        .country = care_country_code(member(self->buyer, "country")),
    };
}

CareId
care_paper_contact(CareConnection *connection, CareId customer, CareId otherwise)
{
    g_autoptr(CareRecord) record = care_record_load(connection, &care_customer_kind, customer, NULL);
    CareId own = record != NULL ? care_record_int(record, CARE_CUSTOMER_CONTACT) : 0;

    return own != 0 ? own : otherwise;
}
