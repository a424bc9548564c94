/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/contact-match.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/fold.h"
#include "core/phone.h"
#include "store/collator.h"
#include "store/named-query.h"

/* More than these under one number are a switchboard, not a person. */
#define MOST_CANDIDATES 50

typedef struct {
    CareId id;
    char *name;
    gboolean by_phone;
} Candidate;

static void
candidate_clear(gpointer data)
{
    g_free(((Candidate *)data)->name);
}

static char **
words_of(const char *name)
{
    g_autofree char *folded = care_text_fold(name);
    GStrvBuilder *words = g_strv_builder_new();
    const char *begin = NULL;
    char **list;

    for (const char *p = folded;; p = g_utf8_next_char(p)) {
        gboolean inside = *p != '\0' && g_unichar_isalnum(g_utf8_get_char(p));

        if (inside && begin == NULL)
            begin = p;
        if (!inside && begin != NULL) {
            g_strv_builder_take(words, g_strndup(begin, (gsize)(p - begin)));
            begin = NULL;
        }
        if (*p == '\0')
            break;
    }
    list = g_strv_builder_end(words);
    g_strv_builder_unref(words);
    return list;
}

static gboolean
word_fits(const char *a, const char *b)
{
    if (g_utf8_strlen(a, -1) == 1)
        return g_str_has_prefix(b, a);
    if (g_utf8_strlen(b, -1) == 1)
        return g_str_has_prefix(a, b);
    return strcmp(a, b) == 0;
}

/* Every word of the shorter one has a word of its own in the longer one. */
static gboolean
fits_into(char **few, char **many)
{
    guint n = g_strv_length(many);
    g_autofree gboolean *taken = g_new0(gboolean, n + 1);

    for (guint i = 0; few[i] != NULL; i++) {
        guint k = 0;

        while (k < n && (taken[k] || !word_fits(few[i], many[k])))
            k++;
        if (k == n)
            return FALSE;
        taken[k] = TRUE;
    }
    return *few != NULL;
}

gboolean
care_contact_names_fit(const char *a, const char *b)
{
    g_auto(GStrv) x = words_of(a);
    g_auto(GStrv) y = words_of(b);

    return g_strv_length(x) <= g_strv_length(y) ? fits_into(x, y) : fits_into(y, x);
}

static gboolean
same_name(const char *a, const char *b)
{
    g_autofree char *x = care_text_fold(a);
    g_autofree char *y = care_text_fold(b);

    return strcmp(x, y) == 0;
}

typedef struct {
    GArray *found; /* Candidate */
    gboolean by_phone;
} Collector;

static gboolean
collect(CareStatement *row, gpointer data, GError **error)
{
    Collector *self = data;
    Candidate candidate = { .id = care_statement_int(row, 0), .by_phone = self->by_phone };
    guint i = 0;

    while (i < self->found->len && g_array_index(self->found, Candidate, i).id != candidate.id)
        i++;
    if (i < self->found->len)
        return TRUE;
    candidate.name = g_strdup(care_statement_text(row, 1));
    g_array_append_val(self->found, candidate);
    return TRUE;
}

static gboolean
collect_by_text(CareTransaction *transaction, const char *query, const char *text, gboolean by_phone,
                GArray *found, GError **error)
{
    Collector collector = { found, by_phone };

    return care_query_each(care_transaction_connection(transaction), query, collect, &collector, error, "sii",
                           text, (CareId)0, (gint64)MOST_CANDIDATES);
}

static gboolean
find_by_reach(CareTransaction *transaction, const CareContactDraft *draft, GArray *found, GError **error)
{
    const char *region = care_transaction_shop(transaction)->region;

    for (guint i = 0; i < draft->phones->len; i++) {
        g_autofree char *digits = care_phone_digits(care_contact_draft_phone(draft, i)->value, region);

        /* "110" and an extension are nobody's own */
        if (digits == NULL || strlen(digits) < 5)
            continue;
        if (!collect_by_text(transaction, "customers/with-phone", digits, TRUE, found, error))
            return FALSE;
    }
    for (guint i = 0; i < draft->emails->len; i++)
        if (!collect_by_text(transaction, "customers/with-email", care_contact_draft_email(draft, i)->value,
                             FALSE, found, error))
            return FALSE;
    return TRUE;
}

/* The names that differ in accents and case only. */
static gboolean
find_by_name(CareTransaction *transaction, const char *name, GArray *found, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    g_autoptr(GBytes) low = NULL;
    g_autoptr(GBytes) high = NULL;
    Collector collector = { found, FALSE };

    return !care_collator_range(care_connection_collator(connection), name, &low, &high)
           || care_query_each(connection, "exchange/customers-like", collect, &collector, error, "bbi", low,
                              high, (gint64)MOST_CANDIDATES);
}

/* The one whom the name fits; NULL for none. An equal name is taken before one that merely fits. */
static const Candidate *
choose(GArray *found, const char *name, guint *n_fitting)
{
    const Candidate *chosen = NULL;
    gboolean equal = FALSE;

    *n_fitting = 0;
    for (guint i = 0; i < found->len; i++) {
        const Candidate *candidate = &g_array_index(found, Candidate, i);

        if (!equal && same_name(candidate->name, name)) {
            equal = TRUE;
            *n_fitting = 0;
            chosen = NULL;
        }
        if (equal ? !same_name(candidate->name, name) : !care_contact_names_fit(candidate->name, name))
            continue;
        chosen = chosen != NULL ? chosen : candidate;
        ++*n_fitting;
    }
    return chosen;
}

static char *
another_name(const Candidate *candidate)
{
    return candidate->by_phone
               ? g_strdup_printf(_("Same phone number as %s, but another name."), candidate->name)
               : g_strdup_printf(_("Same e-mail address as %s, but another name."), candidate->name);
}

gboolean
care_contact_match(CareTransaction *transaction, const CareContactDraft *draft, CareContactMatch *match,
                   CareId *customer, char **reason, GError **error)
{
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Candidate));
    const Candidate *chosen;
    guint n_fitting;

    g_array_set_clear_func(found, candidate_clear);
    *match = CARE_CONTACT_MATCH_NONE;
    *customer = 0;
    *reason = NULL;
    if (!find_by_reach(transaction, draft, found, error))
        return FALSE;
    chosen = choose(found, draft->name, &n_fitting);
    if (n_fitting == 1) {
        *match = CARE_CONTACT_MATCH_SAME;
    } else if (n_fitting > 1) {
        *match = CARE_CONTACT_MATCH_DOUBTFUL;
        *reason = g_strdup_printf(_("Fits more than one customer, %s among them."), chosen->name);
    } else if (found->len > 0) {
        chosen = &g_array_index(found, Candidate, 0);
        *match = CARE_CONTACT_MATCH_DOUBTFUL;
        *reason = another_name(chosen);
    } else {
        if (!find_by_name(transaction, draft->name, found, error))
            return FALSE;
        if (found->len == 0)
            return TRUE;
        chosen = &g_array_index(found, Candidate, 0);
        *match = CARE_CONTACT_MATCH_DOUBTFUL;
        *reason = g_strdup_printf(_("%s has the same name, but no phone number or e-mail in common."),
                                  chosen->name);
    }
    *customer = chosen->id;
    return TRUE;
}
