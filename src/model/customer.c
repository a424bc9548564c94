/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/customer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/customer-phone.h"

CARE_DEFINE_CHOICES(care_customer_type, CARE_CUSTOMER_TYPES)

static char *
join_names(const char *given, const char *family)
{
    if (given != NULL && family != NULL)
        return g_strconcat(given, " ", family, NULL);
    return g_strdup(given != NULL ? given : family);
}

static gboolean
changed(CareRecord *record, CareRecord *old, int field)
{
    return old == NULL ? care_record_is_set(record, field) : !care_record_field_equal(record, old, field);
}

/* The last word is the family name: right for most, and the editor shows both to be corrected. */
static void
split_name(CareRecord *record)
{
    const char *name = care_record_text(record, CARE_CUSTOMER_NAME);
    const char *space = strrchr(name, ' ');
    g_autofree char *given = space != NULL ? g_strndup(name, (gsize)(space - name)) : NULL;

    care_record_set_text(record, CARE_CUSTOMER_GIVEN, given);
    care_record_set_text(record, CARE_CUSTOMER_FAMILY, space != NULL ? space + 1 : name);
}

static void
prepare_person(CareRecord *record, CareRecord *old)
{
    gboolean parts_changed
        = changed(record, old, CARE_CUSTOMER_GIVEN) || changed(record, old, CARE_CUSTOMER_FAMILY);
    gboolean name_changed = changed(record, old, CARE_CUSTOMER_NAME);

    if (name_changed && care_record_is_set(record, CARE_CUSTOMER_NAME)) {
        if (!parts_changed)
            split_name(record);
    } else if (parts_changed || !care_record_is_set(record, CARE_CUSTOMER_NAME)) {
        g_autofree char *name = join_names(care_record_text(record, CARE_CUSTOMER_GIVEN),
                                           care_record_text(record, CARE_CUSTOMER_FAMILY));
        care_record_set_text(record, CARE_CUSTOMER_NAME, name);
    }
}

static void
prepare_company(CareRecord *record, CareRecord *old)
{
    gboolean name_changed = changed(record, old, CARE_CUSTOMER_NAME);

    if (name_changed && care_record_is_set(record, CARE_CUSTOMER_NAME)) {
        if (!changed(record, old, CARE_CUSTOMER_ORGANISATION))
            care_record_set_text(record, CARE_CUSTOMER_ORGANISATION,
                                 care_record_text(record, CARE_CUSTOMER_NAME));
    } else if (care_record_is_set(record, CARE_CUSTOMER_ORGANISATION)) {
        care_record_set_text(record, CARE_CUSTOMER_NAME,
                             care_record_text(record, CARE_CUSTOMER_ORGANISATION));
    } else if (!care_record_is_set(record, CARE_CUSTOMER_NAME)) {
        prepare_person(record, old);
    }
}

static void
prepare(CareRecord *record, CareRecord *old, const CareShopFacts *shop)
{
    guint n = care_record_list_length(record, CARE_CUSTOMER_PHONES);

    if (!care_record_is_set(record, CARE_CUSTOMER_TYPE)) {
        gboolean company = care_record_is_set(record, CARE_CUSTOMER_ORGANISATION)
                           && !care_record_is_set(record, CARE_CUSTOMER_GIVEN)
                           && !care_record_is_set(record, CARE_CUSTOMER_FAMILY);

        care_record_set_text(record, CARE_CUSTOMER_TYPE, company ? "company" : "person");
    }
    if (care_customer_type_is(care_record_text(record, CARE_CUSTOMER_TYPE), CARE_CUSTOMER_COMPANY))
        prepare_company(record, old);
    else
        prepare_person(record, old);
    if (old == NULL && !care_record_is_set(record, CARE_CUSTOMER_SINCE))
        care_record_set_date(record, CARE_CUSTOMER_SINCE, shop->today);
    for (guint i = 0; i < n; i++) {
        CareRecord *phone = care_record_list_item(record, CARE_CUSTOMER_PHONES, i);
        CareRecord *known
            = old != NULL ? care_record_list_find(old, CARE_CUSTOMER_PHONES, care_record_id(phone)) : NULL;

        care_record_prepare(phone, known, shop);
    }
}

static gboolean
validate(CareRecord *record, GError **error)
{
    if (care_record_id(record) == 0
        || care_record_int(record, CARE_CUSTOMER_REFERRED_BY) != care_record_id(record))
        return TRUE;
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT,
                        _("Nobody can have been referred by themselves. Nothing was changed."));
    return FALSE;
}

/* The first number: who of two of a name is meant. */
static char *
detail(CareRecord *record)
{
    CareRecord *phone = care_record_list_length(record, CARE_CUSTOMER_PHONES) > 0
                            ? care_record_list_item(record, CARE_CUSTOMER_PHONES, 0)
                            : NULL;

    return phone != NULL ? g_strdup(care_record_text(phone, CARE_CUSTOMER_PHONE_NUMBER)) : NULL;
}

CARE_DEFINE_RECORD(CareCustomer, care_customer, CARE_CUSTOMER_FIELDS, "customer", N_("Customer"),
                   .flags = CARE_KIND_SEARCHED | CARE_KIND_COUNTED, .icon = "care-person-symbolic",
                   .table = N_("Customers"), .prepare = prepare, .validate = validate, .detail = detail)

char *
care_customer_first_name(CareRecord *customer)
{
    const char *given = care_record_text(customer, CARE_CUSTOMER_GIVEN);

    if (given
        && !care_customer_type_is(care_record_text(customer, CARE_CUSTOMER_TYPE), CARE_CUSTOMER_COMPANY))
        return g_strdup(given);
    return g_strdup(care_record_text(customer, CARE_CUSTOMER_NAME));
}

gboolean
care_customer_is_reached_by(CareRecord *customer, const char *channel)
{
    return care_channel_reaches(channel, care_record_list_length(customer, CARE_CUSTOMER_PHONES) > 0,
                                care_record_list_length(customer, CARE_CUSTOMER_EMAILS) > 0);
}

const char *
care_customer_channel_to_take(CareRecord *customer, const char *wish)
{
    return care_channel_to_take(wish, care_record_list_length(customer, CARE_CUSTOMER_PHONES) > 0,
                                care_record_list_length(customer, CARE_CUSTOMER_EMAILS) > 0);
}
