/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search-candidates.h"

#include <string.h>

#include "core/fold.h"
#include "core/spelling.h"
#include "model/kind.h"
#include "store/kind-query.h"
#include "store/named-query.h"
#include "store/record-sql.h"
#include "store/setting.h"

/* Where candidates are gathered. */
typedef struct {
    CareConnection *connection;
    guint most;
    GArray *ids;
} Gathering;

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
append_matches(const Gathering *to, const char *query, const char *match, GError **error)
{
    g_autoptr(CareStatement) statement = NULL;

    if (*match == '\0')
        return TRUE;
    statement = care_connection_prepare(to->connection, care_query_sql(query), error);
    if (statement == NULL)
        return FALSE;
    care_statement_bind(statement, 1, match);
    care_statement_bind_int(statement, 2, to->most);
    return append_found(statement, to->ids, error);
}

static gboolean
append_code(const Gathering *to, const char *code, GError **error)
{
    g_autofree char *match = NULL;

    if (code == NULL || !care_search_is_long(code))
        return TRUE;
    match = care_search_phrase(code);
    return append_matches(to, "search/codes", match, error);
}

static gboolean
append_named(const Gathering *to, const CareKind *kind, GBytes *low, GBytes *high, GError **error)
{
    g_autofree char *sql
        = g_strdup_printf("SELECT id FROM %s WHERE sort_key >= ?1 AND sort_key < ?2 AND deleted_at IS NULL "
                          "ORDER BY id DESC LIMIT ?3",
                          kind->name);
    g_autoptr(CareStatement) statement = care_connection_prepare(to->connection, sql, error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_bytes(statement, 1, low);
    care_statement_bind_bytes(statement, 2, high);
    care_statement_bind_int(statement, 3, to->most);
    return append_found(statement, to->ids, error);
}

/* Those called so, however many newer ones are called that and more. */
static gboolean
append_called(const Gathering *to, const char *name, GError **error)
{
    g_autoptr(GBytes) low = NULL;
    g_autoptr(GBytes) high = NULL;

    if (!care_collator_range(care_connection_collator(to->connection), name, &low, &high))
        return TRUE;
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if ((*kind)->flags & CARE_KIND_SEARCHED && care_kind_sort_field(*kind) >= 0
            && !append_named(to, *kind, low, high, error))
            return FALSE;
    return TRUE;
}

/* "mueller" is "müller" to whoever has no such key, and the order of names tells these apart. NULL: it can be no other. */
static char *
without_digraphs(const char *text)
{
    static const char *const written[] = { "ae", "oe", "ue", "aa" };
    g_autoptr(GString) plain = g_string_new(text);
    guint found = 0;

    for (gsize i = 0; i < G_N_ELEMENTS(written); i++) {
        char letter[2] = { written[i][0], '\0' };

        found += g_string_replace(plain, written[i], letter, 0);
    }
    return found > 0 ? g_string_free_and_steal(g_steal_pointer(&plain)) : NULL;
}

static gboolean
append_equal(const Gathering *to, const CareSearchTerms *terms, GError **error)
{
    g_autofree char *order = care_setting_read(to->connection, CARE_SETTING_SORT_ORDER);
    g_autoptr(GPtrArray) spellings = care_text_spellings(terms->text);
    g_autofree char *plain = without_digraphs(spellings->pdata[0]);

    care_connection_set_order(to->connection, order);
    if (!append_called(to, terms->text, error) || (plain != NULL && !append_called(to, plain, error)))
        return FALSE;
    for (guint i = 1; i < spellings->len; i++)
        if (!append_called(to, spellings->pdata[i], error))
            return FALSE;
    return TRUE;
}

/* Whole words first: several are mostly written out, and a single one is lost among newer ones that only hold it. The
 * index of beginnings ends at three letters, so they take three times as long; a single long word leaves them to the
 * fragments. */
static gboolean
append_words(const Gathering *to, const CareSearchTerms *terms, gboolean beginnings, GError **error)
{
    g_autofree char *whole = care_search_terms_whole_words(terms);
    g_autofree char *begun = care_search_terms_beginnings(terms);

    if (!append_matches(to, "search/words", whole, error))
        return FALSE;
    return !beginnings || to->ids->len >= to->most || append_matches(to, "search/words", begun, error);
}

/* Serials, plates and numbers have digits. Names run together are looked for where nothing was found by their words; else
 * they would only cost time. */
static gboolean
may_be_code(const CareSearchTerms *terms, guint found)
{
    const char *code = terms->wholes->pdata[0];

    if (terms->words->len > 1)
        return found == 0 || strpbrk(code, "0123456789") != NULL;
    return !g_ptr_array_find_with_equal_func(terms->words->pdata[0], code, g_str_equal, NULL);
}

static gboolean
append_codes(const Gathering *to, GPtrArray *codes, guint first, GError **error)
{
    for (guint i = first; codes != NULL && i < codes->len; i++)
        if (!append_code(to, codes->pdata[i], error))
            return FALSE;
    return TRUE;
}

/* By its number, of the year that is given or of every year there is one of: each is looked up, however many newer codes
 * hold these digits. number: as care_search_number() gives it; nullable. */
static gboolean
append_numbered(const Gathering *to, const char *number, GError **error)
{
    const char *sign = number != NULL ? strchr(number, '-') : NULL;
    g_autofree char *year = sign != NULL ? g_strndup(number, (gsize)(sign - number)) : NULL;

    for (const CareKind *const *kind = care_kinds(); sign != NULL && *kind != NULL; kind++) {
        g_autoptr(GArray) found = NULL;

        if (!((*kind)->flags & CARE_KIND_SEARCHED) || (*kind)->number_digits == 0)
            continue;
        found
            = care_kind_ids_numbered(to->connection, *kind, year, g_ascii_strtoll(sign + 1, NULL, 10), error);
        if (found == NULL)
            return FALSE;
        g_array_append_vals(to->ids, found->data, found->len);
    }
    return TRUE;
}

GArray *
care_search_candidates(CareConnection *connection, const CareSearchTerms *terms, guint most, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(CareId));
    const Gathering to = { connection, most, ids };
    g_autofree char *fragments = care_search_terms_fragments(terms);
    gboolean beginnings = terms->words->len > 1 || *fragments == '\0';

    if (!append_equal(&to, terms, error) || !append_words(&to, terms, beginnings, error))
        return NULL;
    if (ids->len < most && !append_matches(&to, "search/codes", fragments, error))
        return NULL;
    if (may_be_code(terms, ids->len) && !append_codes(&to, terms->wholes, 0, error))
        return NULL;
    if (!append_codes(&to, terms->codes, 1, error) /* the first is the text itself */
        || !append_numbered(&to, terms->number, error))
        return NULL;
    return g_steal_pointer(&ids);
}
