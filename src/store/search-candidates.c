/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search-candidates.h"

#include <string.h>

#include "model/kind.h"
#include "store/named-query.h"
#include "store/record-sql.h"
#include "store/setting.h"

/* A fragment that finds more than this is too short to rank; the newest are looked at. */
#define CANDIDATES 200

static gboolean
append_found(CareStatement *statement, GArray *ids, GError **error)
{
    g_autoptr(GArray) found = care_ids_query(statement, error);

    if (found == NULL)
        return FALSE;
    g_array_append_vals(ids, found->data, found->len);
    return TRUE;
}

static gboolean
append_matches(CareConnection *connection, const char *query, const char *match, GArray *ids, GError **error)
{
    g_autoptr(CareStatement) statement = NULL;

    if (*match == '\0')
        return TRUE;
    statement = care_connection_prepare(connection, care_query_sql(query), error);
    if (statement == NULL)
        return FALSE;
    care_statement_bind(statement, 1, match);
    care_statement_bind_int(statement, 2, CANDIDATES);
    return append_found(statement, ids, error);
}

static gboolean
append_code(CareConnection *connection, const char *code, GArray *ids, GError **error)
{
    g_autofree char *match = NULL;

    if (code == NULL || !care_search_is_long(code))
        return TRUE;
    match = care_search_phrase(code);
    return append_matches(connection, "search/codes", match, ids, error);
}

static gboolean
append_named(CareConnection *connection, const CareKind *kind, GBytes *low, GBytes *high, GArray *ids,
             GError **error)
{
    g_autofree char *sql
        = g_strdup_printf("SELECT id FROM %s WHERE sort_key >= ?1 AND sort_key < ?2 AND deleted_at IS NULL "
                          "ORDER BY id DESC LIMIT ?3",
                          kind->name);
    g_autoptr(CareStatement) statement = care_connection_prepare(connection, sql, error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_bytes(statement, 1, low);
    care_statement_bind_bytes(statement, 2, high);
    care_statement_bind_int(statement, 3, CANDIDATES);
    return append_found(statement, ids, error);
}

/* Who is called exactly that is found however many newer ones are called that and more. */
static gboolean
append_equal(CareConnection *connection, const char *text, GArray *ids, GError **error)
{
    g_autofree char *order = care_setting_read(connection, CARE_SETTING_SORT_ORDER);
    g_autoptr(GBytes) low = NULL;
    g_autoptr(GBytes) high = NULL;

    care_connection_set_order(connection, order);
    if (!care_collator_range(care_connection_collator(connection), text, &low, &high))
        return TRUE;
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if ((*kind)->flags & CARE_KIND_SEARCHED && care_kind_sort_field(*kind) >= 0
            && !append_named(connection, *kind, low, high, ids, error))
            return FALSE;
    return TRUE;
}

/* Whole words first: several are mostly written out, and a single one is lost among newer ones that only hold it. The
 * index of beginnings ends at three letters, so they take three times as long; a single long word leaves them to the
 * fragments. */
static gboolean
append_words(CareConnection *connection, const CareSearchTerms *terms, gboolean beginnings, GArray *ids,
             GError **error)
{
    g_autofree char *whole = care_search_terms_whole_words(terms);
    g_autofree char *begun = care_search_terms_beginnings(terms);

    if (!append_matches(connection, "search/words", whole, ids, error))
        return FALSE;
    return !beginnings || ids->len >= CANDIDATES
           || append_matches(connection, "search/words", begun, ids, error);
}

/* Serials, plates and numbers have digits; two names run together would only cost time. */
static gboolean
may_be_code(const CareSearchTerms *terms)
{
    if (terms->words->len == 1)
        return strcmp(terms->words->pdata[0], terms->code) != 0;
    return strpbrk(terms->code, "0123456789") != NULL;
}

GArray *
care_search_candidates(CareConnection *connection, const CareSearchTerms *terms, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(CareId));
    g_autofree char *fragments = care_search_terms_fragments(terms);
    gboolean beginnings = terms->words->len > 1 || *fragments == '\0';

    if (!append_equal(connection, terms->text, ids, error)
        || !append_words(connection, terms, beginnings, ids, error))
        return NULL;
    if (ids->len < CANDIDATES && !append_matches(connection, "search/codes", fragments, ids, error))
        return NULL;
    if (may_be_code(terms) && !append_code(connection, terms->code, ids, error))
        return NULL;
    if (g_strcmp0(terms->digits, terms->code) != 0 && !append_code(connection, terms->digits, ids, error))
        return NULL;
    return g_steal_pointer(&ids);
}
