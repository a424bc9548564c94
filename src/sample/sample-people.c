/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample/sample-private.h"

#include <string.h>

#include "model/customer-address.h"
#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "model/customer-tag.h"
#include "model/customer.h"
#include "model/device.h"
#include "model/occasion.h"
#include "service/flow.h"

#define IS_COMPANY(customer) ((customer) % 8 == 3)
#define NAMESAKE 90 /* of the first customer */

static guint
pick(CareSample *sample, guint n)
{
    return (guint)g_rand_int_range(sample->rand, 0, (gint32)n);
}

static GUnicodeScript
script_of(const CareSamplePerson *person)
{
    return g_unichar_get_script(g_utf8_get_char(person->family));
}

static void
set_name(CareRecord *record, const CareSamplePerson *given, const CareSamplePerson *family)
{
    care_record_set_text(record, CARE_CUSTOMER_TYPE, care_customer_type_word(CARE_CUSTOMER_PERSON));
    care_record_set_text(record, CARE_CUSTOMER_GIVEN, given->given);
    care_record_set_text(record, CARE_CUSTOMER_FAMILY, family->family);
}

/* Family names wander within their script, and nobody is there twice but for the one namesake. */
static void
name_person(CareSample *sample, CareRecord *record, guint customer)
{
    const CareSamplePerson *people = care_sample_people;
    guint n = care_sample_n_people;

    if (customer == NAMESAKE) {
        set_name(record, &people[0], &people[0]);
        return;
    }
    for (guint i = 0; i < n * n; i++) {
        guint given = customer + i / n;
        const CareSamplePerson *person = &people[given % n];
        const CareSamplePerson *family = &people[(given + customer / n * 7 + i) % n];

        if (script_of(person) != script_of(family)
            || !g_hash_table_add(sample->names, g_strdup_printf("%s %s", person->given, family->family)))
            continue;
        set_name(record, person, family);
        return;
    }
}

static void
name_company(CareRecord *record, guint customer)
{
    guint n = care_sample_n_companies;
    guint which = customer / 8;
    const CareSamplePerson *person = &care_sample_people[customer % care_sample_n_people];
    g_autofree char *name = which < n ? g_strdup(care_sample_companies[which % n])
                                      : g_strdup_printf("%s %s", care_sample_companies[which % n],
                                                        care_sample_streets[which % care_sample_n_streets]);

    care_record_set_text(record, CARE_CUSTOMER_TYPE, care_customer_type_word(CARE_CUSTOMER_COMPANY));
    care_record_set_text(record, CARE_CUSTOMER_ORGANISATION, name);
    care_record_set_text(record, CARE_CUSTOMER_GIVEN, person->given);
    care_record_set_text(record, CARE_CUSTOMER_FAMILY, person->family);
}

static void
add_phone(CareSample *sample, CareRecord *record, guint customer)
{
    CareRecord *phone = care_record_list_add(record, CARE_CUSTOMER_PHONES);
    g_autofree char *number = IS_COMPANY(customer)
                                  ? g_strdup_printf("030 %03u %02u %02u", 300 + pick(sample, 600),
                                                    pick(sample, 100), pick(sample, 100))
                                  : g_strdup_printf("01%02u %03u %02u %02u", 51 + pick(sample, 29),
                                                    pick(sample, 1000), pick(sample, 100), pick(sample, 100));

    care_record_set_text(phone, CARE_CUSTOMER_PHONE_LABEL, IS_COMPANY(customer) ? "work" : "mobile");
    care_record_set_text(phone, CARE_CUSTOMER_PHONE_NUMBER, number);
}

static void
add_email(CareRecord *record, guint customer)
{
    CareRecord *email = care_record_list_add(record, CARE_CUSTOMER_EMAILS);
    g_autofree char *address = g_strdup_printf("kunde%03u@post.example", customer + 1);

    care_record_set_text(email, CARE_CUSTOMER_EMAIL_ADDRESS, address);
}

static void
add_address(CareSample *sample, CareRecord *record)
{
    CareRecord *address = care_record_list_add(record, CARE_CUSTOMER_ADDRESSES);
    g_autofree char *street = g_strdup_printf(
        "%s %u", care_sample_streets[pick(sample, care_sample_n_streets)], 1 + pick(sample, 140));
    g_autofree char *postcode = g_strdup_printf("%u", 10961 + pick(sample, 40));

    care_record_set_text(address, CARE_CUSTOMER_ADDRESS_STREET, street);
    care_record_set_text(address, CARE_CUSTOMER_ADDRESS_POSTCODE, postcode);
    care_record_set_text(address, CARE_CUSTOMER_ADDRESS_LOCALITY, "Berlin");
}

/* One birthday in five is without its year; those of a few known people fall in the next weeks, one after another. */
static void
add_birthday(CareSample *sample, CareRecord *record, guint customer)
{
    CareDate date = care_date_of_instant(sample->now, sample->zone);

    if (IS_COMPANY(customer) || customer % 3 != 0)
        return;
    date = care_date_add_days(date,
                              customer % 9 == 0 ? 3 + (int)customer / 9 * 4 : 14 + (int)pick(sample, 340));
    date.year = customer % 5 == 0 ? 0 : 1950 + (int)pick(sample, 55);
    if (date.month == 2 && date.day == 29)
        date.day = 28;
    care_record_set_date(record, CARE_CUSTOMER_BIRTHDAY, date);
}

static void
add_personal(CareSample *sample, CareRecord *record, guint customer)
{
    static const char *const channels[] = { "phone", "email", "phone", "sms", "counter" };

    care_record_set_text(record, CARE_CUSTOMER_CHANNEL, channels[customer % G_N_ELEMENTS(channels)]);
    care_record_set_int(record, CARE_CUSTOMER_CONTACT, sample->staff[customer % 2]);
    if (customer % 4 == 0)
        care_record_set_text(record, CARE_CUSTOMER_NOTE,
                             care_sample_notes[customer / 4 % care_sample_n_notes]);
    for (guint i = 0; i < customer % 3; i++)
        care_record_set_text(care_record_list_add(record, CARE_CUSTOMER_TAGS), CARE_CUSTOMER_TAG_TAG,
                             care_sample_tags[(customer + i * 3) % care_sample_n_tags]);
    if (customer > 20 && customer % 11 == 0)
        care_record_set_int(record, CARE_CUSTOMER_REFERRED_BY, sample->customers[customer / 2]);
}

static gboolean
add_occasion(CareTransaction *transaction, CareSample *sample, guint customer, GError **error)
{
    g_autoptr(CareRecord) occasion = NULL;
    CareDate date
        = care_date_add_days(care_date_of_instant(sample->now, sample->zone), 5 + (int)(customer / 30 * 9));

    if (customer % 30 != 7)
        return TRUE;
    date.year = 0;
    occasion = CARE_RECORD(care_occasion_new());
    care_record_set_int(occasion, CARE_OCCASION_CUSTOMER, sample->customers[customer]);
    care_record_set_text(occasion, CARE_OCCASION_NAME,
                         customer % 60 == 7 ? "Shop anniversary" : "Spring tour of the club");
    care_record_set_date(occasion, CARE_OCCASION_DATE, date);
    return care_flow_save(transaction, occasion, NULL, error);
}

static gboolean
make_device(CareTransaction *transaction, CareSample *sample, const CareSampleVisit *visit, GError **error)
{
    const CareSampleRepair *repair = &care_sample_repairs[visit->repair];
    g_autoptr(CareRecord) device = CARE_RECORD(care_device_new());
    g_autofree char *serial
        = g_strdup_printf("%c%c%u-%04u", 'A' + (char)pick(sample, 26), 'A' + (char)pick(sample, 26),
                          10 + visit->repair, pick(sample, 10000));

    care_record_set_int(device, CARE_DEVICE_CUSTOMER, sample->customers[visit->customer]);
    care_record_set_text(device, CARE_DEVICE_NAME, repair->name);
    care_record_set_text(device, CARE_DEVICE_KIND, repair->thing);
    care_record_set_text(device, CARE_DEVICE_BRAND, repair->brand);
    care_record_set_text(device, CARE_DEVICE_SERIAL, serial);
    if (!care_flow_save(transaction, device, NULL, error))
        return FALSE;
    sample->devices[visit->customer] = care_record_id(device);
    return TRUE;
}

gboolean
care_sample_make_customer(CareTransaction *transaction, CareSample *sample, const CareSampleVisit *visit,
                          GError **error)
{
    g_autoptr(CareRecord) record = CARE_RECORD(care_customer_new());
    guint customer = visit->customer;

    if (IS_COMPANY(customer))
        name_company(record, customer);
    else
        name_person(sample, record, customer);
    add_phone(sample, record, customer);
    if (customer % 4 != 1 || customer % 5 == 1) /* who wishes e-mail has one */
        add_email(record, customer);
    add_address(sample, record);
    add_birthday(sample, record, customer);
    add_personal(sample, record, customer);
    if (!care_flow_save(transaction, record, NULL, error))
        return FALSE;
    sample->customers[customer] = care_record_id(record);
    return add_occasion(transaction, sample, customer, error)
           && make_device(transaction, sample, visit, error);
}
