/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/contact-record.h"

#include <string.h>

#include "core/fold.h"
#include "core/phone.h"
#include "exchange/import/contact-name.h"
#include "model/customer-address.h"
#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "model/customer-tag.h"
#include "model/customer.h"
#include "exchange/import/contact-own.h"
#include "service/vat-entry.h"

static void
add_phone(CareRecord *customer, const CareContactValue *phone)
{
    CareRecord *child = care_record_list_add(customer, CARE_CUSTOMER_PHONES);

    care_record_set_text(child, CARE_CUSTOMER_PHONE_LABEL, phone->label);
    care_record_set_text(child, CARE_CUSTOMER_PHONE_NUMBER, phone->value);
}

static void
add_email(CareRecord *customer, const CareContactValue *email)
{
    CareRecord *child = care_record_list_add(customer, CARE_CUSTOMER_EMAILS);

    care_record_set_text(child, CARE_CUSTOMER_EMAIL_LABEL, email->label);
    care_record_set_text(child, CARE_CUSTOMER_EMAIL_ADDRESS, email->value);
}

static void
add_address(CareRecord *customer, const CareContactAddress *address)
{
    CareRecord *child = care_record_list_add(customer, CARE_CUSTOMER_ADDRESSES);

    care_record_set_text(child, CARE_CUSTOMER_ADDRESS_LABEL, address->label);
    care_record_set_text(child, CARE_CUSTOMER_ADDRESS_STREET, address->street);
    care_record_set_text(child, CARE_CUSTOMER_ADDRESS_LOCALITY, address->locality);
    care_record_set_text(child, CARE_CUSTOMER_ADDRESS_REGION, address->region);
    care_record_set_text(child, CARE_CUSTOMER_ADDRESS_POSTCODE, address->postcode);
    care_record_set_text(child, CARE_CUSTOMER_ADDRESS_COUNTRY, address->country);
}

static void
add_tag(CareRecord *customer, const char *tag)
{
    care_record_set_text(care_record_list_add(customer, CARE_CUSTOMER_TAGS), CARE_CUSTOMER_TAG_TAG, tag);
}

/* A part of the name that neither the name nor its parts tell. */
static void
drop_untold(CareContactDraft *draft, CareRecord *customer, CareContactPart part, const char *text)
{
    const char *name = care_record_text(customer, CARE_CUSTOMER_NAME);
    const char *given = care_record_text(customer, CARE_CUSTOMER_GIVEN);
    const char *family = care_record_text(customer, CARE_CUSTOMER_FAMILY);
    g_autofree char *told
        = g_strjoin(" ", name, given != NULL ? given : "", family != NULL ? family : "", NULL);

    if (text != NULL && !care_contact_name_tells(told, text))
        care_contact_draft_drop(draft, care_contact_draft_told_by(draft, part));
}

/* What a customer has no field for. */
static void
drop_the_rest(CareContactDraft *draft, CareRecord *customer)
{
    if (draft->url != NULL)
        care_contact_draft_drop(draft, care_contact_draft_told_by(draft, CARE_CONTACT_PART_URL));
    drop_untold(draft, customer, CARE_CONTACT_PART_PREFIX, draft->prefix);
    drop_untold(draft, customer, CARE_CONTACT_PART_ADDITIONAL, draft->additional);
    drop_untold(draft, customer, CARE_CONTACT_PART_SUFFIX, draft->suffix);
}

/* What is said to have happened on a day to come makes no sense, and costs nobody the rest of what is said. */
static gboolean
has_happened(CareRecord *customer, int field, const CareShopFacts *shop)
{
    return !(care_customer_kind.fields[field].flags & CARE_FIELD_HAPPENED)
           || care_date_compare(care_record_date(customer, field), shop->today) <= 0;
}

static gboolean
take_own(CareRecord *customer, int field, const char *text, const CareShopFacts *shop)
{
    if (!care_record_field_parse(customer, field, text, shop->currency, NULL))
        return FALSE;
    if (has_happened(customer, field, shop))
        return TRUE;
    care_record_clear(customer, field);
    return FALSE;
}

/* Takes over a customer's own field where the customer has none yet; what makes no sense there is dropped. */
static gboolean
fill_own(CareContactDraft *draft, CareRecord *customer, guint n, const CareShopFacts *shop)
{
    int field = care_contact_own_field(n);
    g_autofree char *known = care_record_field_to_string(customer, field, shop->currency);

    if (draft->own[n] == NULL || g_strcmp0(known, draft->own[n]) == 0)
        return FALSE;
    if (known == NULL && take_own(customer, field, draft->own[n], shop))
        return TRUE;
    care_contact_draft_drop(draft, care_contact_own_name(n));
    return FALSE;
}

static gboolean
fill_all_own(CareContactDraft *draft, CareRecord *customer, const CareShopFacts *shop)
{
    gboolean changed = FALSE;

    for (guint i = 0; i < care_contact_n_own(); i++)
        changed |= fill_own(draft, customer, i, shop);
    return changed;
}

/* A day on which nobody alive can have been born is named, not taken. */
static gboolean
fill_birthday(CareContactDraft *draft, CareRecord *customer, const CareShopFacts *shop)
{
    CareDate known = care_record_date(customer, CARE_CUSTOMER_BIRTHDAY);

    if (draft->birthday.month == 0)
        return FALSE;
    if (known.month == 0 && care_date_is_birthday(draft->birthday, shop->today)) {
        care_record_set_date(customer, CARE_CUSTOMER_BIRTHDAY, draft->birthday);
        return TRUE;
    }
    if (memcmp(&known, &draft->birthday, sizeof known) != 0)
        care_contact_draft_drop(draft, "birthday");
    return FALSE;
}

/* Upper and lower case, accents and layout do not make another value. */
static gboolean
same_text(const char *a, const char *b)
{
    g_autofree char *x = care_text_fold(a != NULL ? a : "");
    g_autofree char *y = care_text_fold(b != NULL ? b : "");

    return strcmp(x, y) == 0;
}

static gboolean
fill_text(CareContactDraft *draft, CareRecord *customer, int field, const char *text)
{
    if (text == NULL)
        return FALSE;
    if (!care_record_is_set(customer, field)) {
        care_record_set_text(customer, field, text);
        return TRUE;
    }
    if (!same_text(care_record_text(customer, field), text))
        care_contact_draft_drop(draft, care_customer_kind.fields[field].name);
    return FALSE;
}

/* What can be no number of a tax office is named, not taken; one that stands here stands. */
static gboolean
fill_vat_id(CareContactDraft *draft, CareRecord *customer, const CareShopFacts *shop)
{
    if (draft->vat_id == NULL || same_text(care_record_text(customer, CARE_CUSTOMER_VAT_ID), draft->vat_id))
        return FALSE;
    if (care_vat_entry_fits(draft->vat_id, shop->region))
        return fill_text(draft, customer, CARE_CUSTOMER_VAT_ID, draft->vat_id);
    care_contact_draft_drop(draft, "vat_id");
    return FALSE;
}

CareRecord *
care_contact_to_customer(CareContactDraft *draft, const CareShopFacts *shop)
{
    CareRecord *customer = care_record_new(&care_customer_kind);

    care_record_set_text(
        customer, CARE_CUSTOMER_TYPE,
        care_customer_type_word(draft->is_company ? CARE_CUSTOMER_COMPANY : CARE_CUSTOMER_PERSON));
    care_record_set_text(customer, CARE_CUSTOMER_NAME, draft->name);
    care_record_set_text(customer, CARE_CUSTOMER_GIVEN, draft->given);
    care_record_set_text(customer, CARE_CUSTOMER_FAMILY, draft->family);
    care_record_set_text(customer, CARE_CUSTOMER_ORGANISATION, draft->organisation);
    for (guint i = 0; i < draft->phones->len; i++)
        add_phone(customer, care_contact_draft_phone(draft, i));
    for (guint i = 0; i < draft->emails->len; i++)
        add_email(customer, care_contact_draft_email(draft, i));
    for (guint i = 0; i < draft->addresses->len; i++)
        add_address(customer, care_contact_draft_address(draft, i));
    for (guint i = 0; i < draft->tags->len; i++)
        add_tag(customer, care_contact_draft_tag(draft, i));
    fill_birthday(draft, customer, shop);
    care_record_set_text(customer, CARE_CUSTOMER_LANGUAGE, draft->language);
    fill_vat_id(draft, customer, shop);
    care_record_set_text(customer, CARE_CUSTOMER_NOTE, draft->note);
    fill_all_own(draft, customer, shop);
    drop_the_rest(draft, customer);
    return customer;
}

gboolean
care_contact_has_phone(CareRecord *customer, const char *number, const char *region)
{
    g_autofree char *digits = care_phone_digits(number, region);

    for (guint i = 0; i < care_record_list_length(customer, CARE_CUSTOMER_PHONES); i++) {
        CareRecord *phone = care_record_list_item(customer, CARE_CUSTOMER_PHONES, i);
        const char *known = care_record_text(phone, CARE_CUSTOMER_PHONE_DIGITS);

        if (digits != NULL && *digits != '\0' && g_strcmp0(digits, known) == 0)
            return TRUE;
        if (g_strcmp0(number, care_record_text(phone, CARE_CUSTOMER_PHONE_NUMBER)) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
has_text(CareRecord *customer, int list, int field, const char *text)
{
    for (guint i = 0; i < care_record_list_length(customer, list); i++)
        if (same_text(care_record_text(care_record_list_item(customer, list, i), field), text))
            return TRUE;
    return FALSE;
}

gboolean
care_contact_has_email(CareRecord *customer, const char *address)
{
    return has_text(customer, CARE_CUSTOMER_EMAILS, CARE_CUSTOMER_EMAIL_ADDRESS, address);
}

static gboolean
has_address(CareRecord *customer, const CareContactAddress *address)
{
    for (guint i = 0; i < care_record_list_length(customer, CARE_CUSTOMER_ADDRESSES); i++) {
        CareRecord *known = care_record_list_item(customer, CARE_CUSTOMER_ADDRESSES, i);

        if (same_text(care_record_text(known, CARE_CUSTOMER_ADDRESS_STREET), address->street)
            && same_text(care_record_text(known, CARE_CUSTOMER_ADDRESS_LOCALITY), address->locality)
            && same_text(care_record_text(known, CARE_CUSTOMER_ADDRESS_POSTCODE), address->postcode))
            return TRUE;
    }
    return FALSE;
}

static gboolean
merge_lists(CareContactDraft *draft, CareRecord *customer, const char *region)
{
    gboolean changed = FALSE;

    for (guint i = 0; i < draft->phones->len; i++)
        if (!care_contact_has_phone(customer, care_contact_draft_phone(draft, i)->value, region)) {
            add_phone(customer, care_contact_draft_phone(draft, i));
            changed = TRUE;
        }
    for (guint i = 0; i < draft->emails->len; i++)
        if (!care_contact_has_email(customer, care_contact_draft_email(draft, i)->value)) {
            add_email(customer, care_contact_draft_email(draft, i));
            changed = TRUE;
        }
    for (guint i = 0; i < draft->addresses->len; i++)
        if (!has_address(customer, care_contact_draft_address(draft, i))) {
            add_address(customer, care_contact_draft_address(draft, i));
            changed = TRUE;
        }
    for (guint i = 0; i < draft->tags->len; i++)
        if (!has_text(customer, CARE_CUSTOMER_TAGS, CARE_CUSTOMER_TAG_TAG,
                      care_contact_draft_tag(draft, i))) {
            add_tag(customer, care_contact_draft_tag(draft, i));
            changed = TRUE;
        }
    return changed;
}

/* A note is added below the one that is there, for losing words is worse than reading some twice. */
static gboolean
add_note(CareContactDraft *draft, CareRecord *customer)
{
    const char *known = care_record_text(customer, CARE_CUSTOMER_NOTE);
    g_autofree char *both = NULL;

    if (draft->note == NULL || (known != NULL && strstr(known, draft->note) != NULL))
        return FALSE;
    both = known != NULL ? g_strconcat(known, "\n", draft->note, NULL) : g_strdup(draft->note);
    care_record_set_text(customer, CARE_CUSTOMER_NOTE, both);
    return TRUE;
}

static gboolean
take_name(CareContactDraft *draft, CareRecord *customer)
{
    care_record_set_text(customer, CARE_CUSTOMER_NAME, draft->name);
    if (draft->given == NULL && draft->family == NULL)
        return TRUE; /* the parts are guessed from the name when it is saved */
    care_record_set_text(customer, CARE_CUSTOMER_GIVEN, draft->given);
    care_record_set_text(customer, CARE_CUSTOMER_FAMILY, draft->family);
    return TRUE;
}

/* A fuller name is taken, one that says no more is told already, any other is named as dropped. */
static gboolean
merge_person(CareContactDraft *draft, CareRecord *customer)
{
    g_autoptr(CareContactName) told = care_contact_name_of_draft(draft);
    g_autoptr(CareContactName) known = care_contact_name_of_customer(customer);
    CareNamesRelation relation = care_contact_names_compare(told, known);

    if (relation == CARE_NAMES_EQUAL)
        return FALSE;
    if (relation != CARE_NAMES_OTHER && care_contact_name_is_fuller(told, known))
        return take_name(draft, customer);
    if (relation == CARE_NAMES_OTHER || !care_contact_name_is_fuller(known, told))
        care_contact_draft_drop(draft, "name");
    return FALSE;
}

static gboolean
merge_company(CareContactDraft *draft, CareRecord *customer)
{
    if (!same_text(care_record_text(customer, CARE_CUSTOMER_NAME), draft->name))
        care_contact_draft_drop(draft, "name");
    return fill_text(draft, customer, CARE_CUSTOMER_GIVEN, draft->given)
           | fill_text(draft, customer, CARE_CUSTOMER_FAMILY, draft->family);
}

static gboolean
merge_names(CareContactDraft *draft, CareRecord *customer)
{
    if (g_strcmp0(care_record_text(customer, CARE_CUSTOMER_TYPE), "company") == 0)
        return merge_company(draft, customer);
    return merge_person(draft, customer);
}

static gboolean
merge_all(CareContactDraft *draft, CareRecord *customer, const CareShopFacts *shop)
{
    gboolean changed = merge_lists(draft, customer, shop->region);

    changed |= merge_names(draft, customer);
    changed |= fill_text(draft, customer, CARE_CUSTOMER_ORGANISATION, draft->organisation);
    changed |= fill_text(draft, customer, CARE_CUSTOMER_LANGUAGE, draft->language);
    changed |= fill_vat_id(draft, customer, shop);
    changed |= fill_birthday(draft, customer, shop);
    changed |= add_note(draft, customer);
    changed |= fill_all_own(draft, customer, shop);
    return changed;
}

gboolean
care_contact_merge(CareContactDraft *draft, CareRecord *customer, const CareShopFacts *shop)
{
    gboolean changed = merge_all(draft, customer, shop);

    drop_the_rest(draft, customer);
    return changed;
}

gboolean
care_contact_adds_nothing(CareContactDraft *draft, CareRecord *customer, const CareShopFacts *shop)
{
    g_autoptr(CareRecord) copy = care_record_copy(customer);
    g_autoptr(GPtrArray) differs = g_ptr_array_new_with_free_func(g_free);
    GPtrArray *dropped = draft->dropped;
    gboolean changed;

    draft->dropped = differs;
    changed = merge_all(draft, copy, shop);
    draft->dropped = dropped;
    return !changed && differs->len == 0;
}
