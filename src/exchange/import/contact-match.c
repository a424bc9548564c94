/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/contact-match.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "core/phone.h"
#include "exchange/import/contact-evidence.h"
#include "model/customer.h"
#include "store/collator.h"
#include "store/named-query.h"

/* More than these under one number are a switchboard, not a person. */
#define MOST_CANDIDATES 50
/* "110" and an extension are nobody's own. */
#define SHORTEST_NUMBER 5
/* Programs that number their contacts 1, 2, 3 tell nobody apart from those of another. */
#define SHORTEST_UID 8

typedef struct {
    CareId id;
    CareRecord *record;
    CareContactEvidence evidence;
} Candidate;

typedef struct {
    CareTransaction *transaction;
    CareContactDraft *draft;
    gboolean full_name;
    GArray *found;  /* Candidate */
    CareId doubted; /* who has the contact's identifier, but can hardly be called so; 0: nobody */
} Search;

static void
candidate_clear(gpointer data)
{
    g_clear_object(&((Candidate *)data)->record);
}

static const char *
name_of(const Candidate *candidate)
{
    return care_record_text(candidate->record, CARE_CUSTOMER_NAME);
}

static gboolean
collect(CareStatement *row, gpointer data, GError **error)
{
    Search *self = data;
    Candidate candidate = { .id = care_statement_int(row, 0) };

    for (guint i = 0; i < self->found->len; i++)
        if (g_array_index(self->found, Candidate, i).id == candidate.id)
            return TRUE;
    g_array_append_val(self->found, candidate);
    return TRUE;
}

/* Reads those that were found since, and weighs them. */
static gboolean
weigh_found(Search *self, guint from, GError **error)
{
    for (guint i = from; i < self->found->len; i++) {
        Candidate *candidate = &g_array_index(self->found, Candidate, i);

        candidate->record
            = care_transaction_load(self->transaction, &care_customer_kind, candidate->id, error);
        if (candidate->record == NULL)
            return FALSE;
        candidate->evidence
            = care_contact_weigh(self->draft, candidate->record, care_transaction_shop(self->transaction));
    }
    return TRUE;
}

static gboolean
find_by_text(Search *self, const char *query, const char *text, GError **error)
{
    return care_query_each(care_transaction_connection(self->transaction), query, collect, self, error, "sii",
                           text, (CareId)0, (gint64)MOST_CANDIDATES);
}

static gboolean
find_by_reach(Search *self, GError **error)
{
    const char *region = care_transaction_shop(self->transaction)->region;
    guint before = self->found->len;

    for (guint i = 0; i < self->draft->phones->len; i++) {
        g_autofree char *digits = care_phone_digits(care_contact_draft_phone(self->draft, i)->value, region);

        if (strlen(digits) >= SHORTEST_NUMBER && !find_by_text(self, "customers/with-phone", digits, error))
            return FALSE;
    }
    for (guint i = 0; i < self->draft->emails->len; i++)
        if (!find_by_text(self, "customers/with-email", care_contact_draft_email(self->draft, i)->value,
                          error))
            return FALSE;
    return weigh_found(self, before, error);
}

/* The names that differ in accents and case only, and those of one family whose given name holds this one ("Mr. John",
 * as a name alone is taken apart). */
static gboolean
find_by_name(Search *self, GError **error)
{
    CareConnection *connection = care_transaction_connection(self->transaction);
    const CareContactDraft *draft = self->draft;
    g_autoptr(GBytes) low = NULL;
    g_autoptr(GBytes) high = NULL;
    guint before = self->found->len;

    if (care_collator_range(care_connection_collator(connection), draft->name, &low, &high)
        && !care_query_each(connection, "exchange/customers-like", collect, self, error, "bbi", low, high,
                            (gint64)MOST_CANDIDATES))
        return FALSE;
    if (draft->given != NULL && draft->family != NULL
        && !care_query_each(connection, "exchange/customers-named", collect, self, error, "ssi",
                            draft->family, draft->given, (gint64)MOST_CANDIDATES))
        return FALSE;
    return weigh_found(self, before, error);
}

static const Candidate *
best_of(const Search *self, guint *n_best, const Candidate **nearest)
{
    const Candidate *best = NULL;
    int highest = 0;

    *n_best = 0;
    *nearest = NULL;
    for (guint i = 0; i < self->found->len; i++) {
        const Candidate *candidate = &g_array_index(self->found, Candidate, i);
        int rank = care_contact_evidence_rank(&candidate->evidence, self->full_name);

        if (*nearest == NULL || candidate->evidence.names > (*nearest)->evidence.names)
            *nearest = candidate;
        if (rank > highest) {
            highest = rank;
            best = candidate;
            *n_best = 0;
        }
        *n_best += rank == highest && rank > 0;
    }
    return best;
}

static char *
why_doubtful(const Candidate *candidate)
{
    const CareContactEvidence *evidence = &candidate->evidence;
    g_autofree char *name = care_isolate(name_of(candidate));

    if (evidence->names == CARE_NAMES_EQUAL && evidence->other_birthday)
        return g_strdup_printf(_("%s has the same name, but another birthday."), name);
    if (evidence->names == CARE_NAMES_EQUAL && evidence->other_emails)
        return g_strdup_printf(_("Same phone number as %s, but another e-mail address."), name);
    if (evidence->other_person)
        return g_strdup_printf(_("The company %s is there, but with another person to talk to."), name);
    if (evidence->other_kind && evidence->phone)
        return g_strdup_printf(_("Same phone number as %s; one is a company, the other a person."), name);
    if (evidence->other_kind)
        return g_strdup_printf(_("Same e-mail address as %s; one is a company, the other a person."), name);
    return evidence->phone ? g_strdup_printf(_("Same phone number as %s, but another name."), name)
                           : g_strdup_printf(_("Same e-mail address as %s, but another name."), name);
}

/* By phone and e-mail. FALSE in *found: nobody has either. */
static gboolean
match_reach(Search *self, CareContactMatch *match, const Candidate **chosen, char **reason, GError **error)
{
    const Candidate *nearest;
    guint n_best;

    if (!find_by_reach(self, error))
        return FALSE;
    *chosen = best_of(self, &n_best, &nearest);
    if (n_best == 1 || (*chosen != NULL && (*chosen)->evidence.nothing_new)) {
        *match = CARE_CONTACT_MATCH_SAME;
    } else if (n_best > 1) {
        g_autofree char *name = care_isolate(name_of(*chosen));

        *match = CARE_CONTACT_MATCH_DOUBTFUL;
        *reason = g_strdup_printf(_("Fits more than one customer, %s among them."), name);
    } else if (nearest != NULL) {
        *match = CARE_CONTACT_MATCH_DOUBTFUL;
        *chosen = nearest;
        *reason = why_doubtful(nearest);
    }
    return TRUE;
}

/* By the name alone: one who has all that the contact tells is the same, anybody else of that name is doubtful. */
static gboolean
match_name(Search *self, CareContactMatch *match, const Candidate **chosen, char **reason, GError **error)
{
    g_autofree char *name = NULL;
    guint before = self->found->len;

    if (!find_by_name(self, error))
        return FALSE;
    for (guint i = before; i < self->found->len; i++) {
        const Candidate *candidate = &g_array_index(self->found, Candidate, i);

        if (candidate->evidence.names != CARE_NAMES_EQUAL)
            continue;
        if (candidate->evidence.nothing_new) {
            *match = CARE_CONTACT_MATCH_SAME;
            *chosen = candidate;
            g_clear_pointer(reason, g_free);
            return TRUE;
        }
        *chosen = *chosen != NULL ? *chosen : candidate;
    }
    if (*chosen == NULL || *match != CARE_CONTACT_MATCH_NONE)
        return TRUE;
    *match = CARE_CONTACT_MATCH_DOUBTFUL;
    name = care_isolate(name_of(*chosen));
    *reason = g_strdup_printf(_("%s has the same name, but no phone number or e-mail in common."), name);
    return TRUE;
}

/* "urn:uuid:…", in whatever case, and the bare identifier are one. NULL: none that tells anybody apart. */
static char *
plain_uid(const char *uid)
{
    g_autofree char *plain = uid != NULL ? g_utf8_strdown(uid, -1) : NULL;
    const char *begin = plain;

    if (plain == NULL)
        return NULL;
    if (g_str_has_prefix(begin, "urn:uuid:"))
        begin += strlen("urn:uuid:");
    return strlen(begin) >= SHORTEST_UID ? g_strdup(begin) : NULL;
}

/* What the owner should know of a name that has changed; NULL: it has not. */
static char *
tell_renamed(CareContactDraft *draft, CareRecord *customer)
{
    g_autoptr(CareContactName) a = care_contact_name_of_draft(draft);
    g_autoptr(CareContactName) b = care_contact_name_of_customer(customer);
    g_autofree char *told = care_isolate(draft->name);
    g_autofree char *known = care_isolate(care_record_text(customer, CARE_CUSTOMER_NAME));
    CareNamesRelation relation = care_contact_names_compare(a, b);

    if (relation >= CARE_NAMES_FIT)
        return NULL;
    if (relation == CARE_NAMES_NEAR && care_contact_name_is_fuller(a, b))
        return g_strdup_printf(_("Was called %s until now, and has the longer name from the file."), known);
    return g_strdup_printf(_("Is called %s there by now; the name here was left as it is."), told);
}

static gboolean
may_be_same(CareContactDraft *draft, CareRecord *customer)
{
    g_autoptr(CareContactName) a = care_contact_name_of_draft(draft);
    g_autoptr(CareContactName) b = care_contact_name_of_customer(customer);

    return care_contact_names_may_change(a, b);
}

/* By the source's own identifier: the same contact, as long as it can be called so. */
static gboolean
match_uid(Search *self, CareContactMatch *match, const Candidate **chosen, char **reason, GError **error)
{
    g_autofree char *uid = plain_uid(self->draft->uid);
    CareId own = 0;

    if (uid == NULL)
        return TRUE;
    if (!care_id_parse(uid, &own))
        own = 0;
    if (!care_query_each(care_transaction_connection(self->transaction), "exchange/customers-with-uid",
                         collect, self, error, "si", uid, own)
        || !weigh_found(self, 0, error))
        return FALSE;
    for (guint i = 0; i < self->found->len; i++) {
        const Candidate *candidate = &g_array_index(self->found, Candidate, i);
        gboolean better = *chosen == NULL || candidate->evidence.names > (*chosen)->evidence.names;

        if (better && may_be_same(self->draft, candidate->record))
            *chosen = candidate;
    }
    if (*chosen == NULL) {
        self->doubted = self->found->len > 0 ? g_array_index(self->found, Candidate, 0).id : 0;
        return TRUE;
    }
    *match = CARE_CONTACT_MATCH_SAME;
    *reason = tell_renamed(self->draft, (*chosen)->record);
    return TRUE;
}

/* By phone and e-mail, then by the name. */
static gboolean
match_rest(Search *self, CareContactMatch *match, CareId *customer, char **reason, GError **error)
{
    const Candidate *chosen = NULL;
    CareId doubtful;

    g_array_set_size(self->found, 0);
    if (!match_reach(self, match, &chosen, reason, error))
        return FALSE;
    doubtful = chosen != NULL ? chosen->id : 0;
    *customer = doubtful;
    if (*match == CARE_CONTACT_MATCH_SAME)
        return TRUE;
    chosen = NULL;
    if (!match_name(self, match, &chosen, reason, error))
        return FALSE;
    if (*match == CARE_CONTACT_MATCH_SAME || doubtful == 0)
        *customer = chosen != NULL ? chosen->id : 0;
    return TRUE;
}

/* Programs give one identifier twice now and then. */
static gboolean
match_doubted(Search *self, CareContactMatch *match, CareId *customer, char **reason, GError **error)
{
    g_autoptr(CareRecord) record = NULL;
    g_autofree char *name = NULL;

    if (*match != CARE_CONTACT_MATCH_NONE || self->doubted == 0)
        return TRUE;
    record = care_transaction_load(self->transaction, &care_customer_kind, self->doubted, error);
    if (record == NULL)
        return FALSE;
    name = care_isolate(care_record_text(record, CARE_CUSTOMER_NAME));
    *match = CARE_CONTACT_MATCH_DOUBTFUL;
    *customer = self->doubted;
    *reason = g_strdup_printf(_("Has the same identifier as %s, but another name."), name);
    return TRUE;
}

gboolean
care_contact_match(CareTransaction *transaction, CareContactDraft *draft, CareContactMatch *match,
                   CareId *customer, char **reason, GError **error)
{
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Candidate));
    g_autoptr(CareContactName) name = care_contact_name_of_draft(draft);
    Search search = { transaction, draft, draft->is_company || care_contact_name_is_full(name), found, 0 };
    const Candidate *chosen = NULL;

    g_array_set_clear_func(found, candidate_clear);
    *match = CARE_CONTACT_MATCH_NONE;
    *customer = 0;
    *reason = NULL;
    if (!match_uid(&search, match, &chosen, reason, error))
        return FALSE;
    if (*match == CARE_CONTACT_MATCH_SAME) {
        *customer = chosen->id;
        return TRUE;
    }
    return match_rest(&search, match, customer, reason, error)
           && match_doubted(&search, match, customer, reason, error);
}

gboolean
care_contact_match_remember(CareTransaction *transaction, CareId import, const CareContactDraft *draft,
                            CareId customer, GError **error)
{
    g_autofree char *uid = plain_uid(draft->uid);

    return uid == NULL
           || care_query_execute(care_transaction_connection(transaction), "exchange/remember-uid", error,
                                 "sii", uid, customer, import);
}
