/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/customers/customer-flow.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/isolate.h"
#include "core/phone.h"
#include "core/sentences.h"
#include "model/customer-phone.h"
#include "model/customer.h"
#include "service/flow-times.h"
#include "service/flow.h"
#include "service/vat-entry.h"
#include "store/setting.h"

/* Else nobody can be called by it, and no search by digits finds it. What an older shop has stays until it is changed. */
gboolean
care_customer_phone_stands(CareRecord *phone, CareRecord *old)
{
    const char *number = care_record_text(phone, CARE_CUSTOMER_PHONE_NUMBER);
    CareRecord *before
        = old != NULL ? care_record_list_find(old, CARE_CUSTOMER_PHONES, care_record_id(phone)) : NULL;

    return number == NULL || care_phone_is_number(number)
           || (before != NULL && care_record_field_equal(phone, before, CARE_CUSTOMER_PHONE_NUMBER));
}

static gboolean
check_phone(CareRecord *phone, CareRecord *old, GError **error)
{
    g_autofree char *shown = NULL;

    if (care_customer_phone_stands(phone, old))
        return TRUE;
    shown = care_isolate(care_record_text(phone, CARE_CUSTOMER_PHONE_NUMBER));
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                _("“%s” is no phone number, as there is no digit in it. Nothing was changed."), shown);
    return FALSE;
}

/* An invoice without tax rests on it. What an older shop has stays until it is changed. */
gboolean
care_customer_vat_number_stands(CareRecord *customer, CareRecord *old, const char *region)
{
    const char *number = care_record_text(customer, CARE_CUSTOMER_VAT_ID);

    return number == NULL || (old != NULL && care_record_field_equal(old, customer, CARE_CUSTOMER_VAT_ID))
           || care_vat_entry_fits(number, region);
}

/* Transfer full. */
static char *
vat_number_sentence(CareRecord *customer)
{
    g_autofree char *shown = care_isolate(care_record_text(customer, CARE_CUSTOMER_VAT_ID));

    return g_strdup_printf(
        _("“%s” is no VAT number: its letters are of no country, or a letter or digit is wrong or missing."),
        shown);
}

static gboolean
check_vat_number(CareTransaction *transaction, CareRecord *customer, CareRecord *old, GError **error)
{
    g_autofree char *wrong = NULL, *sentence = NULL;

    if (care_customer_vat_number_stands(customer, old, care_transaction_shop(transaction)->region))
        return TRUE;
    wrong = vat_number_sentence(customer);
    sentence = care_sentences_join(wrong, _("Nothing was changed; leave it empty where you do not know it."));
    return care_refuse(error, CARE_ERROR_INPUT, sentence);
}

static gboolean
is_born(CareRecord *customer, CareDate last)
{
    return care_date_is_birthday(care_record_date(customer, CARE_CUSTOMER_BIRTHDAY), last);
}

/* Whoever was written down before the rule stays until the day is changed. */
static gboolean
check_birthday(CareTransaction *transaction, CareRecord *customer, CareRecord *old, GError **error)
{
    if ((old != NULL && care_record_field_equal(old, customer, CARE_CUSTOMER_BIRTHDAY))
        || is_born(customer, care_flow_last_day_seen(transaction, old)))
        return TRUE;
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT,
                        _("Nobody who is alive was born on that day: a birthday lies between 1850 and today. "
                          "Nothing was changed; leave the year out where you do not know it."));
    return FALSE;
}

static gboolean
prepare(CareTransaction *transaction, CareRecord *customer, CareRecord *old, GError **error)
{
    CareRecord *stood = care_transaction_what_stood(transaction, customer, old);
    guint n = care_record_list_length(customer, CARE_CUSTOMER_PHONES);

    for (guint i = 0; i < n; i++)
        if (!check_phone(care_record_list_item(customer, CARE_CUSTOMER_PHONES, i), stood, error))
            return FALSE;
    return check_vat_number(transaction, customer, stood, error)
           && check_birthday(transaction, customer, stood, error);
}

static gboolean
saved(CareTransaction *transaction, CareRecord *customer, CareRecord *old, GError **error)
{
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;

    if (old == NULL || care_record_field_equal(old, customer, CARE_CUSTOMER_CONTACT))
        return TRUE;
    before = care_record_field_to_string(old, CARE_CUSTOMER_CONTACT, NULL);
    after = care_record_field_to_string(customer, CARE_CUSTOMER_CONTACT, NULL);
    return care_flow_add_event(transaction, care_record_id(customer), 0, "contact", before, after, error);
}

static gboolean
is_alive(CareRecord *customer, const CareAsked *asked, GError **error)
{
    if (asked->schema < CARE_SCHEMA_THAT_ASKED_MORE
        || is_born(customer, care_flow_last_day(customer, asked->today)))
        return TRUE;
    g_set_error_literal(
        error, CARE_ERROR, CARE_ERROR_INPUT,
        _("Nobody who is alive was born on that day: a birthday lies between 1850 and today."));
    return FALSE;
}

static void
add_phone(char **all, CareRecord *phone)
{
    g_autofree char *shown = care_isolate(care_record_text(phone, CARE_CUSTOMER_PHONE_NUMBER));
    g_autofree char *sentence
        = g_strdup_printf(_("“%s” is no phone number, as there is no digit in it."), shown);

    care_sentences_add_some(all, sentence);
}

/* No closed schema asked what comes from elsewhere for a digit. */
static gboolean
can_be_called(CareRecord *customer, const CareAsked *asked, GError **error)
{
    guint n
        = asked->schema >= CARE_SCHEMA_TO_COME ? care_record_list_length(customer, CARE_CUSTOMER_PHONES) : 0;
    g_autofree char *all = NULL;

    for (guint i = 0; i < n; i++) {
        CareRecord *phone = care_record_list_item(customer, CARE_CUSTOMER_PHONES, i);

        if (!care_customer_phone_stands(phone, NULL))
            add_phone(&all, phone);
    }
    return all == NULL || care_refuse(error, CARE_ERROR_INPUT, all);
}

static gboolean
check_alone(CareRecord *customer, const CareAsked *asked, GError **error)
{
    return is_alive(customer, asked, error) && can_be_called(customer, asked, error);
}

/* Programs before this one took any, and so does an import. */
static gboolean
check_among(CareConnection *connection, CareRecord *customer, GError **error)
{
    g_autofree char *region = NULL, *wrong = NULL;

    if (care_customer_vat_number_stands(customer, NULL, NULL))
        return TRUE;
    region = care_setting_read(connection, CARE_SETTING_REGION);
    if (care_customer_vat_number_stands(customer, NULL, region))
        return TRUE;
    wrong = vat_number_sentence(customer);
    return care_refuse(error, CARE_ERROR_REFUSED, wrong);
}

const CareKindFlow care_customer_flow = {
    .kind = &care_customer_kind,
    .prepare = prepare,
    .saved = saved,
    .check_alone = check_alone,
    .check_among = check_among,
};
