/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample/generate.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/fold.h"
#include "model/customer-address.h"
#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "model/customer-tag.h"
#include "model/customer.h"
#include "model/device.h"
#include "model/interaction.h"
#include "model/invoice-line.h"
#include "model/invoice-vat.h"
#include "model/invoice.h"
#include "sample/generate-names.h"
#include "store/kind-query.h"
#include "store/migrate.h"

#define CHUNK 5000
#define MOST_CUSTOMERS 2000000
#define MOST_CONTACTS 1000000
#define MOST_INVOICES 200000
#define MOST_DEVICES 200000
#define DAYS_BACK 1800
#define RATE 19

/* The series of dice: each kind throws its own. */
enum { CUSTOMERS, DEVICES, CONTACTS, INVOICES, N_SERIES };

typedef struct {
    guint64 seed;
    guint counts[N_SERIES];
    CareId first_id;
    CareInstant start; /* when the shop opened */
    CareDate today;
    CareShopFacts shop;
    /* the chunk under way */
    int series;
    guint first, last;
} Generator;

static guint
customers_of(const Generator *self)
{
    return self->counts[CUSTOMERS];
}

static CareId
id_of(const Generator *self, int series, guint index)
{
    CareId id = self->first_id + index;

    for (int i = 0; i < series; i++)
        id += self->counts[i];
    return id;
}

static CareInstant
some_time(const Generator *self, CareDice *dice)
{
    CareInstant day = self->start + (CareInstant)care_dice_below(dice, DAYS_BACK) * 86400;

    return day + care_dice_below(dice, 9 * 3600); /* from the hour that the shop opened at on */
}

static void
stamp(CareRecord *record, CareId id, CareInstant at)
{
    care_record_set_id(record, id);
    care_record_set_stamp(record, (CareRecordStamp){ .created = at, .changed = at });
}

static void
add_phone(CareRecord *customer, CareDice *dice)
{
    static const char *const prefixes[]
        = { "151", "157", "160", "171", "176", "221", "30", "40", "89", NULL };
    CareRecord *phone = care_record_list_add(customer, CARE_CUSTOMER_PHONES);
    const char *prefix = care_dice_pick(dice, prefixes);
    g_autofree char *number = g_strdup_printf("+49 %s %03u %04u", prefix, care_dice_below(dice, 1000),
                                              care_dice_below(dice, 10000));

    care_record_set_text(phone, CARE_CUSTOMER_PHONE_LABEL, prefix[0] == '1' ? "mobile" : "home");
    care_record_set_text(phone, CARE_CUSTOMER_PHONE_NUMBER, number);
}

/* Without digits: those are for finding phones. */
static void
add_email(CareRecord *customer, CareDice *dice)
{
    static const char *const hosts[] = { "example.org", "example.com", "post.example", "mail.example", NULL };
    CareRecord *email = care_record_list_add(customer, CARE_CUSTOMER_EMAILS);
    const char *family = care_record_text(customer, CARE_CUSTOMER_FAMILY);
    g_autofree char *local = care_text_codes(family != NULL ? family : "info");
    g_autofree char *address = g_strconcat(local, "@", care_dice_pick(dice, hosts), NULL);

    care_record_set_text(email, CARE_CUSTOMER_EMAIL_ADDRESS, address);
}

static void
add_address(CareRecord *customer, CareDice *dice)
{
    CareRecord *address = care_record_list_add(customer, CARE_CUSTOMER_ADDRESSES);
    g_autofree char *street = care_made_up_street(dice);
    const char *postcode;

    care_record_set_text(address, CARE_CUSTOMER_ADDRESS_STREET, street);
    care_record_set_text(address, CARE_CUSTOMER_ADDRESS_LOCALITY, care_made_up_town(dice, &postcode));
    care_record_set_text(address, CARE_CUSTOMER_ADDRESS_POSTCODE, postcode);
    care_record_set_text(address, CARE_CUSTOMER_ADDRESS_COUNTRY, "DE");
}

static void
add_tag(CareRecord *customer, CareDice *dice)
{
    static const char *const tags[] = { "VIP", "e-bike", "neighbour", "pays late", "club", "students", NULL };

    care_record_set_text(care_record_list_add(customer, CARE_CUSTOMER_TAGS), CARE_CUSTOMER_TAG_TAG,
                         care_dice_pick(dice, tags));
}

static void
name_customer(CareRecord *customer, CareDice *dice)
{
    if (care_dice_one_in(dice, 8)) {
        g_autofree char *name = care_made_up_company(dice);

        care_record_set_text(customer, CARE_CUSTOMER_TYPE, care_customer_type_word(CARE_CUSTOMER_COMPANY));
        care_record_set_text(customer, CARE_CUSTOMER_ORGANISATION, name);
    } else {
        CareMadeUpName name = care_made_up_person(dice);

        care_record_set_text(customer, CARE_CUSTOMER_TYPE, care_customer_type_word(CARE_CUSTOMER_PERSON));
        care_record_set_text(customer, CARE_CUSTOMER_GIVEN, name.given);
        care_record_set_text(customer, CARE_CUSTOMER_FAMILY, name.family);
        care_record_set_text(customer, CARE_CUSTOMER_LANGUAGE, name.language);
        g_free(name.given);
        g_free(name.family);
    }
}

static CareRecord *
make_customer(const Generator *self, CareDice *dice, guint index)
{
    CareRecord *customer = CARE_RECORD(care_customer_new());
    int today = care_date_to_days(self->today);

    stamp(customer, id_of(self, CUSTOMERS, index), some_time(self, dice));
    name_customer(customer, dice);
    add_phone(customer, dice);
    if (!care_dice_one_in(dice, 3))
        add_email(customer, dice);
    if (!care_dice_one_in(dice, 4))
        add_address(customer, dice);
    if (care_dice_one_in(dice, 5))
        add_tag(customer, dice);
    if (care_dice_one_in(dice, 3))
        care_record_set_date(customer, CARE_CUSTOMER_BIRTHDAY,
                             care_date_from_days(today - 7000 - (int)care_dice_below(dice, 20000)));
    care_record_set_date(customer, CARE_CUSTOMER_SINCE,
                         care_date_from_days(today - 1 - (int)care_dice_below(dice, DAYS_BACK)));
    return customer;
}

static CareRecord *
make_device(const Generator *self, CareDice *dice, guint index)
{
    CareRecord *device = CARE_RECORD(care_device_new());
    const char *brand, *kind;
    g_autofree char *serial = g_strdup_printf("SN-%08u", care_dice_below(dice, 100000000));

    stamp(device, id_of(self, DEVICES, index), some_time(self, dice));
    care_record_set_text(device, CARE_DEVICE_NAME, care_made_up_device(dice, &brand, &kind));
    care_record_set_text(device, CARE_DEVICE_BRAND, brand);
    care_record_set_text(device, CARE_DEVICE_KIND, kind);
    care_record_set_text(device, CARE_DEVICE_SERIAL, serial);
    care_record_set_int(device, CARE_DEVICE_CUSTOMER, id_of(self, CUSTOMERS, index % customers_of(self)));
    return device;
}

static CareRecord *
make_contact(const Generator *self, CareDice *dice, guint index)
{
    static const char *const directions[] = { "in", "out", "out", "note", NULL };
    static const char *const channels[] = { "phone", "phone", "email", "sms", "counter", NULL };
    CareRecord *contact = CARE_RECORD(care_interaction_new());
    CareInstant at = some_time(self, dice);

    stamp(contact, id_of(self, CONTACTS, index), at);
    care_record_set_int(contact, CARE_INTERACTION_CUSTOMER,
                        id_of(self, CUSTOMERS, index % customers_of(self)));
    care_record_set_text(contact, CARE_INTERACTION_DIRECTION, care_dice_pick(dice, directions));
    care_record_set_text(contact, CARE_INTERACTION_CHANNEL, care_dice_pick(dice, channels));
    care_record_set_int(contact, CARE_INTERACTION_AT, at);
    care_record_set_text(contact, CARE_INTERACTION_SUBJECT, care_made_up_message(dice));
    return contact;
}

static void
add_line(CareRecord *invoice, CareDice *dice, CareMoney gross, CareMoney net)
{
    CareRecord *line = care_record_list_add(invoice, CARE_INVOICE_LINES);
    CareRecord *vat = care_record_list_add(invoice, CARE_INVOICE_VAT_BREAKDOWN);
    CareDecimal price = 0;

    care_money_to_decimal(gross, care_record_text(invoice, CARE_INVOICE_CURRENCY), &price);
    care_record_set_text(line, CARE_INVOICE_LINE_NAME, care_made_up_work(dice));
    care_record_set_text(line, CARE_INVOICE_LINE_KIND, care_line_kind_word(CARE_LINE_LABOUR));
    care_record_set_int(line, CARE_INVOICE_LINE_QUANTITY, CARE_DECIMAL_ONE);
    care_record_set_int(line, CARE_INVOICE_LINE_PRICE, price);
    care_record_set_text(line, CARE_INVOICE_LINE_CATEGORY, "S");
    care_record_set_int(line, CARE_INVOICE_LINE_RATE, RATE * CARE_DECIMAL_ONE);
    care_record_set_int(line, CARE_INVOICE_LINE_AMOUNT, gross);
    care_record_set_int(line, CARE_INVOICE_LINE_NET, net);
    care_record_set_text(vat, CARE_INVOICE_VAT_CATEGORY, "S");
    care_record_set_int(vat, CARE_INVOICE_VAT_RATE, RATE * CARE_DECIMAL_ONE);
    care_record_set_int(vat, CARE_INVOICE_VAT_TAXABLE, net);
    care_record_set_int(vat, CARE_INVOICE_VAT_TAX, gross - net);
}

static CareRecord *
make_invoice(const Generator *self, CareDice *dice, guint index)
{
    CareRecord *invoice = CARE_RECORD(care_invoice_new());
    CareMoney gross = 900 + 10 * (CareMoney)care_dice_below(dice, 30000);
    CareMoney net = care_div_round((__int128)gross * 100, 100 + RATE);

    stamp(invoice, id_of(self, INVOICES, index), some_time(self, dice));
    care_record_set_text(invoice, CARE_INVOICE_TYPE, care_invoice_type_word(CARE_BILL_INVOICE));
    care_record_set_text(invoice, CARE_INVOICE_STATE, care_invoice_state_word(CARE_BILL_DRAFT));
    care_record_set_int(invoice, CARE_INVOICE_CUSTOMER, id_of(self, CUSTOMERS, index % customers_of(self)));
    care_record_set_text(invoice, CARE_INVOICE_CURRENCY, self->shop.currency);
    care_record_set_text(invoice, CARE_INVOICE_PRICES, care_price_mode_word(CARE_MODE_GROSS));
    care_record_set_int(invoice, CARE_INVOICE_TERMS_DAYS, 14);
    add_line(invoice, dice, gross, net);
    care_record_set_int(invoice, CARE_INVOICE_LINE_TOTAL, net);
    care_record_set_int(invoice, CARE_INVOICE_NET, net);
    care_record_set_int(invoice, CARE_INVOICE_TAX, gross - net);
    care_record_set_int(invoice, CARE_INVOICE_GROSS, gross);
    care_record_set_int(invoice, CARE_INVOICE_PAYABLE, gross);
    return invoice;
}

static CareRecord *(*const makers[])(const Generator *, CareDice *, guint) = {
    [CUSTOMERS] = make_customer,
    [DEVICES] = make_device,
    [CONTACTS] = make_contact,
    [INVOICES] = make_invoice,
};

static gboolean
make_chunk(CareTransaction *transaction, gpointer data, GError **error)
{
    Generator *self = data;

    self->shop = *care_transaction_shop(transaction);
    for (guint i = self->first; i < self->last; i++) {
        CareDice dice = care_dice(self->seed, (guint64)self->series, i);
        g_autoptr(CareRecord) record = makers[self->series](self, &dice, i);

        care_record_prepare(record, NULL, &self->shop);
        if (!care_transaction_restore_verbatim(transaction, record, care_schema_version(), error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
has_customers(CareStore *store)
{
    return care_kind_had_any(care_store_reader(store), &care_customer_kind, FALSE);
}

static guint
total_of(const Generator *self)
{
    guint total = 0;

    for (int i = 0; i < N_SERIES; i++)
        total += self->counts[i];
    return total;
}

static void
set_up(Generator *self, CareStore *store, guint customers, guint64 seed)
{
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();

    self->seed = seed;
    self->today = care_clock_today(care_store_clock(store));
    self->start = care_instant_of_date(care_date_add_days(self->today, -DAYS_BACK), 8, 0, utc);
    self->first_id = care_id_at(self->start, 0);
    self->counts[CUSTOMERS] = customers;
    self->counts[DEVICES] = MIN(customers, MOST_DEVICES);
    self->counts[CONTACTS] = MIN(customers * 10, MOST_CONTACTS);
    self->counts[INVOICES] = MIN(customers * 2, MOST_INVOICES);
}

gboolean
care_generate(CareStore *store, guint customers, guint64 seed, CareGenerateProgress progress, gpointer data,
              GError **error)
{
    Generator self = { 0 };
    guint done = 0;

    if (customers > MOST_CUSTOMERS || has_customers(store)) {
        g_set_error_literal(
            error, CARE_ERROR, CARE_ERROR_REFUSED,
            customers > MOST_CUSTOMERS
                ? _("That is more than two million customers. Nothing was changed.")
                : _("This shop has customers already. Nothing was changed; made-up ones need an "
                    "empty shop."));
        return FALSE;
    }
    set_up(&self, store, customers, seed);
    for (self.series = 0; self.series < N_SERIES; self.series++)
        for (self.first = 0; self.first < self.counts[self.series]; self.first = self.last) {
            self.last = MIN(self.first + CHUNK, self.counts[self.series]);
            if (!care_store_write(store, make_chunk, &self, error))
                return FALSE;
            done += self.last - self.first;
            if (progress != NULL)
                progress(done, total_of(&self), data);
        }
    return TRUE;
}
