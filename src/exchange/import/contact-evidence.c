/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/contact-evidence.h"

#include <string.h>

#include "core/fold.h"
#include "exchange/import/contact-record.h"
#include "model/customer.h"

static gboolean
same_text(const char *a, const char *b)
{
    g_autofree char *x = care_text_fold(a != NULL ? a : "");
    g_autofree char *y = care_text_fold(b != NULL ? b : "");

    return a != NULL && b != NULL && strcmp(x, y) == 0;
}

/* Whose name is that of a company is one, whatever it was entered as. */
static gboolean
is_company(CareRecord *customer)
{
    return g_strcmp0(care_record_text(customer, CARE_CUSTOMER_TYPE), "company") == 0
           || same_text(care_record_text(customer, CARE_CUSTOMER_NAME),
                        care_record_text(customer, CARE_CUSTOMER_ORGANISATION));
}

static CareContactName *
whole_name(const char *name)
{
    return care_contact_name_new(name, NULL, NULL, NULL);
}

/* Two companies are one by their name, unless they are two people to talk to. */
static CareNamesRelation
compare_companies(CareContactEvidence *evidence, const CareContactDraft *draft, CareRecord *customer)
{
    const char *given = care_record_text(customer, CARE_CUSTOMER_GIVEN);
    const char *family = care_record_text(customer, CARE_CUSTOMER_FAMILY);
    g_autoptr(CareContactName) a = whole_name(draft->name);
    g_autoptr(CareContactName) b = whole_name(care_record_text(customer, CARE_CUSTOMER_NAME));
    g_autoptr(CareContactName) person = care_contact_name_new(NULL, NULL, draft->given, draft->family);
    g_autoptr(CareContactName) other = care_contact_name_new(NULL, NULL, given, family);

    if (care_contact_names_compare(a, b) != CARE_NAMES_EQUAL)
        return CARE_NAMES_OTHER;
    if ((draft->given == NULL && draft->family == NULL) || (given == NULL && family == NULL)
        || care_contact_names_compare(person, other) >= CARE_NAMES_FIT)
        return CARE_NAMES_EQUAL;
    evidence->other_person = TRUE;
    return CARE_NAMES_OTHER;
}

static CareNamesRelation
compare_names(CareContactEvidence *evidence, const CareContactDraft *draft, CareRecord *customer)
{
    gboolean company = draft->is_company || same_text(draft->name, draft->organisation);
    g_autoptr(CareContactName) a = NULL;
    g_autoptr(CareContactName) b = NULL;

    evidence->other_kind = company != is_company(customer);
    if (evidence->other_kind)
        return CARE_NAMES_OTHER;
    if (company)
        return compare_companies(evidence, draft, customer);
    a = care_contact_name_of_draft(draft);
    b = care_contact_name_of_customer(customer);
    return care_contact_names_compare(a, b);
}

static gboolean
same_birthday(CareDate a, CareDate b)
{
    return a.month == b.month && a.day == b.day && (a.year == b.year || a.year == 0 || b.year == 0);
}

static void
compare_birthdays(CareContactEvidence *evidence, const CareContactDraft *draft, CareRecord *customer)
{
    CareDate known = care_record_date(customer, CARE_CUSTOMER_BIRTHDAY);

    if (draft->birthday.month == 0 || known.month == 0)
        return;
    evidence->birthday = same_birthday(draft->birthday, known);
    evidence->other_birthday = !evidence->birthday;
}

CareContactEvidence
care_contact_weigh(CareContactDraft *draft, CareRecord *customer, const CareShopFacts *shop)
{
    CareContactEvidence evidence = { 0 };
    guint emails = care_record_list_length(customer, CARE_CUSTOMER_EMAILS);

    evidence.names = compare_names(&evidence, draft, customer);
    for (guint i = 0; i < draft->phones->len; i++)
        evidence.phone
            |= care_contact_has_phone(customer, care_contact_draft_phone(draft, i)->value, shop->region);
    for (guint i = 0; i < draft->emails->len; i++)
        evidence.email |= care_contact_has_email(customer, care_contact_draft_email(draft, i)->value);
    evidence.other_emails = !evidence.email && emails > 0 && draft->emails->len > 0;
    compare_birthdays(&evidence, draft, customer);
    if (evidence.names != CARE_NAMES_OTHER)
        evidence.nothing_new = care_contact_adds_nothing(draft, customer, shop);
    return evidence;
}

static gboolean
is_enough(const CareContactEvidence *evidence, gboolean full_name)
{
    gboolean both = evidence->phone && evidence->email;
    gboolean against = evidence->other_birthday
                       || (evidence->other_emails && (evidence->names != CARE_NAMES_EQUAL || !full_name));

    switch (evidence->names) {
    case CARE_NAMES_EQUAL:
        return evidence->nothing_new || !against || (both && full_name);
    case CARE_NAMES_FIT:
        return !against;
    case CARE_NAMES_NEAR:
        return !against && (both || evidence->birthday);
    case CARE_NAMES_OTHER:
    default:
        return FALSE;
    }
}

/* Who has all that the contact tells comes first: an import for the second time finds whom it had found before. */
int
care_contact_evidence_rank(const CareContactEvidence *evidence, gboolean full_name)
{
    if (!is_enough(evidence, full_name))
        return 0;
    return (evidence->nothing_new ? 21 : 1) + 3 * (int)evidence->names + evidence->phone + evidence->email
           + evidence->birthday - evidence->other_birthday;
}
