/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/import-contact.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/customer-address.h"
#include "model/customer-tag.h"
#include "model/customer.h"
#include "model/occasion.h"
#include "service/flow.h"
#include "exchange/import/contact-match.h"
#include "exchange/import/contact-record.h"
#include "exchange/import/import-revert.h"
#include "exchange/import/reader.h"
#include "exchange/json/record-json.h"
#include "store/named-query.h"

static gboolean
is_refusal(const GError *error)
{
    return g_error_matches(error, CARE_ERROR, CARE_ERROR_INPUT)
           || g_error_matches(error, CARE_ERROR, CARE_ERROR_REFUSED);
}

/* What becomes of one contact. */
typedef struct {
    CareContactDraft *draft;
    const char *result;
    CareId record;
    char *name;
    char *reason;
    char *before;
    char *after;
    gboolean is_same;  /* the shop has it already, all of it */
    gboolean is_twice; /* a row before it brought the customer */
} Outcome;

static void
outcome_clear(Outcome *outcome)
{
    g_free(outcome->name);
    g_free(outcome->reason);
    g_free(outcome->before);
    g_free(outcome->after);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Outcome, outcome_clear)

static void
refuse(Outcome *outcome, const char *reason)
{
    outcome->result = "refused";
    outcome->record = 0;
    g_set_str(&outcome->reason, reason);
}

/* Who comes out of another program's list was a customer before today, and hardly any list says since when;
 * our own does. */
static gboolean
forget_since(CareTransaction *transaction, CareRecord *customer, GError **error)
{
    return care_flow_write_down(transaction, customer, CARE_CUSTOMER_SINCE, NULL, error);
}

static gboolean
save(CareTransaction *transaction, CareRecord *customer, Outcome *outcome, GError **error)
{
    g_autoptr(GError) local = NULL;
    gboolean is_dateless
        = care_record_id(customer) == 0 && !care_record_is_set(customer, CARE_CUSTOMER_SINCE);

    if (care_flow_save(transaction, customer, NULL, &local)) {
        if (is_dateless && !forget_since(transaction, customer, error))
            return FALSE;
        outcome->record = care_record_id(customer);
        outcome->name = care_record_title(customer);
        outcome->after = care_import_checksum(customer, care_transaction_shop(transaction)->currency);
        return TRUE;
    }
    if (!is_refusal(local)) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    refuse(outcome, local->message);
    return TRUE;
}

static gboolean
take_new(CareTransaction *transaction, Outcome *outcome, GError **error)
{
    g_autoptr(CareRecord) customer
        = care_contact_to_customer(outcome->draft, care_transaction_shop(transaction));

    return save(transaction, customer, outcome, error);
}

static gboolean
merge(CareTransaction *transaction, CareId id, Outcome *outcome, GError **error)
{
    const CareShopFacts *shop = care_transaction_shop(transaction);
    g_autoptr(CareRecord) customer = care_transaction_load(transaction, &care_customer_kind, id, error);
    g_autoptr(JsonNode) before = NULL;

    if (customer == NULL)
        return FALSE;
    before = care_record_to_json(customer, shop->currency, CARE_RECORD_JSON_COMPLETE);
    outcome->result = "merged";
    outcome->record = id;
    if (!care_contact_merge(outcome->draft, customer, shop)) {
        outcome->name = care_record_title(customer);
        outcome->is_same = TRUE;
        return TRUE;
    }
    outcome->before = care_json_to_line(before);
    return save(transaction, customer, outcome, error);
}

static gboolean
decide(CareTransaction *transaction, CareId import, Outcome *outcome, GError **error)
{
    CareContactMatch match;
    CareId customer;

    if (outcome->draft->error != NULL) {
        refuse(outcome, outcome->draft->error);
        return TRUE;
    }
    if (!care_contact_match(transaction, outcome->draft, &match, &customer, &outcome->reason, error))
        return FALSE;
    if (match == CARE_CONTACT_MATCH_SAME)
        return care_import_log_brought(transaction, import, customer, &outcome->is_twice, error)
               && merge(transaction, customer, outcome, error);
    outcome->result = match == CARE_CONTACT_MATCH_DOUBTFUL ? "doubtful" : "new";
    return take_new(transaction, outcome, error);
}

static void
settle_year(CareDate *date, gboolean *is_short, CareDate today)
{
    CareDate written = { date->year % 100, date->month, date->day };

    if (*is_short && date->month != 0)
        *date = care_date_of_two_digits(written, today, TRUE);
    *is_short = FALSE;
}

/* Which century two digits mean follows from today; a day on which nobody alive can have been born is no evidence. */
static void
settle_dates(CareContactDraft *draft, CareDate today)
{
    settle_year(&draft->birthday, &draft->birthday_short, today);
    settle_year(&draft->anniversary, &draft->anniversary_short, today);
    if (draft->birthday.month == 0 || care_date_is_birthday(draft->birthday, today))
        return;
    care_contact_draft_drop(draft, "birthday");
    draft->birthday = (CareDate){ 0 };
}

/* What is longer than can be entered, or has no letter in it, is named and costs nobody the rest of the row. */
static gboolean
fits(CareContactDraft *draft, const CareKind *kind, int field, const char *text)
{
    g_autoptr(CareRecord) record = text != NULL ? care_record_new(kind) : NULL;

    if (text == NULL
        || (care_record_field_parse(record, field, text, NULL, NULL) && care_record_is_set(record, field)))
        return TRUE;
    care_contact_draft_drop(draft, kind->fields[field].name);
    return FALSE;
}

static void
settle_text(CareContactDraft *draft, const CareKind *kind, int field, char **text)
{
    if (!fits(draft, kind, field, *text))
        g_clear_pointer(text, g_free);
}

static void
settle_address(CareContactDraft *draft, CareContactAddress *address)
{
    const CareKind *kind = &care_customer_address_kind;

    settle_text(draft, kind, CARE_CUSTOMER_ADDRESS_LABEL, &address->label);
    settle_text(draft, kind, CARE_CUSTOMER_ADDRESS_STREET, &address->street);
    settle_text(draft, kind, CARE_CUSTOMER_ADDRESS_LOCALITY, &address->locality);
    settle_text(draft, kind, CARE_CUSTOMER_ADDRESS_REGION, &address->region);
    settle_text(draft, kind, CARE_CUSTOMER_ADDRESS_POSTCODE, &address->postcode);
    settle_text(draft, kind, CARE_CUSTOMER_ADDRESS_COUNTRY, &address->country);
}

/* Without a name there is no customer: one that is too long is told as what it is refused for. */
static void
settle_texts(CareContactDraft *draft)
{
    settle_text(draft, &care_customer_kind, CARE_CUSTOMER_ORGANISATION, &draft->organisation);
    settle_text(draft, &care_customer_kind, CARE_CUSTOMER_LANGUAGE, &draft->language);
    for (guint i = draft->addresses->len; i-- > 0;) {
        settle_address(draft, draft->addresses->pdata[i]);
        if (care_contact_address_is_empty(draft->addresses->pdata[i]))
            g_ptr_array_remove_index(draft->addresses, i);
    }
    for (guint i = draft->tags->len; i-- > 0;)
        if (!fits(draft, &care_customer_tag_kind, CARE_CUSTOMER_TAG_TAG, draft->tags->pdata[i]))
            g_ptr_array_remove_index(draft->tags, i);
}

/* A date of the customer's own that a contact brought along. */
static gboolean
add_anniversary(CareTransaction *transaction, CareId import, Outcome *outcome, GError **error)
{
    const CareContactDraft *draft = outcome->draft;
    g_autoptr(CareRecord) occasion = NULL;
    gint64 known = FALSE;
    g_autofree char *date = NULL;

    if (draft->anniversary.month == 0)
        return TRUE;
    date = care_date_to_string(draft->anniversary);
    if (!care_query_int(care_transaction_connection(transaction), "exchange/has-occasion", &known, error,
                        "is", outcome->record, date))
        return FALSE;
    if (known)
        return TRUE;
    occasion = care_record_new(&care_occasion_kind);
    care_record_set_int(occasion, CARE_OCCASION_CUSTOMER, outcome->record);
    care_record_set_text(occasion, CARE_OCCASION_NAME, _("Anniversary"));
    care_record_set_date(occasion, CARE_OCCASION_DATE, draft->anniversary);
    outcome->is_same = FALSE;
    return care_flow_save(transaction, occasion, NULL, error)
           && care_import_log_extra(transaction, import, occasion, error);
}

/* What belongs to the customer beside the row itself. */
static gboolean
add_the_rest(CareTransaction *transaction, CareId import, Outcome *outcome, GError **error)
{
    return outcome->record == 0
           || (care_contact_match_remember(transaction, import, outcome->draft, outcome->record, error)
               && add_anniversary(transaction, import, outcome, error));
}

static char *
join_dropped(CareContactDraft *draft)
{
    if (draft->dropped == NULL || draft->dropped->len == 0)
        return NULL;
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < draft->dropped->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "\n" : "", (char *)draft->dropped->pdata[i]);
    return g_string_free_and_steal(text);
}

/* What tells a contact without a name from others; NULL: nothing does. Borrowed. */
static const char *
told_by(const CareContactDraft *draft)
{
    const CareContactAddress *place = draft->addresses->len > 0 ? care_contact_draft_address(draft, 0) : NULL;
    const char *const facts[] = {
        draft->organisation,
        draft->emails->len > 0 ? care_contact_draft_email(draft, 0)->value : NULL,
        draft->phones->len > 0 ? care_contact_draft_phone(draft, 0)->value : NULL,
        place != NULL && place->street != NULL ? place->street
        : place != NULL                        ? place->locality
                                               : NULL,
        draft->url,
        draft->note,
    };

    for (gsize i = 0; i < G_N_ELEMENTS(facts); i++)
        if (facts[i] != NULL)
            return facts[i];
    return NULL;
}

/* As it is told in the report, whatever became of it; NULL: there is nothing to tell it by. Transfer full. */
static char *
name_of(const Outcome *outcome)
{
    const char *fact = outcome->draft->name != NULL ? outcome->draft->name : told_by(outcome->draft);

    if (outcome->name != NULL)
        return g_strdup(outcome->name);
    /* one that was not saved may be of any length */
    return fact != NULL ? care_reader_begin(fact, -1) : NULL;
}

gboolean
care_import_take_contact(CareTransaction *transaction, CareId import, guint file, CareContactDraft *draft,
                         CareImportCounts *counts, GError **error)
{
    g_auto(Outcome) outcome = { .draft = draft };
    g_autofree char *dropped = NULL, *name = NULL;
    CareImportRow row = { .file = file, .row = draft->row, .line = draft->line };

    settle_dates(draft, care_transaction_shop(transaction)->today);
    settle_texts(draft);
    if (!decide(transaction, import, &outcome, error))
        return FALSE;
    dropped = join_dropped(draft);
    care_import_counts_add(counts, outcome.result);
    row.result = outcome.result;
    row.kind = outcome.record != 0 ? care_customer_kind.name : NULL;
    row.record = outcome.record;
    row.name = name = name_of(&outcome);
    row.reason = outcome.reason;
    row.dropped = dropped;
    row.before = outcome.before;
    row.after = outcome.after;
    if (!care_import_log_row(transaction, import, &row, error)
        || !add_the_rest(transaction, import, &outcome, error))
        return FALSE;
    counts->same += outcome.is_same ? 1 : 0;
    counts->twice += outcome.is_twice && outcome.record != 0 ? 1 : 0;
    return TRUE;
}
