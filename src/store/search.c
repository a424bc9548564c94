/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search.h"

#include <string.h>

#include "core/fold.h"
#include "core/id.h"
#include "model/customer.h"
#include "store/kind-query.h"
#include "store/named-query.h"
#include "store/record-sql.h"
#include "store/search-candidates.h"
#include "store/search-fit.h"
#include "store/search-number.h"
#include "store/setting.h"

/* More than the ranks within a class differ, and less than a class. */
#define BEHIND_LITERAL 500
/* Of people who are listed while somebody types: the list shows no more of them, and each letter asks anew. */
#define LISTED (CARE_SEARCH_CANDIDATES / 2)
/* How many of those who were deleted are held at once. */
#define BUNCH 300

void
care_search_hit_free(CareSearchHit *hit)
{
    g_free(hit->title);
    g_free(hit->detail);
    g_free(hit->why);
    g_free(hit);
}

static CareSearchTerms
parse(CareConnection *connection, const char *text)
{
    g_autofree char *region = care_setting_read(connection, CARE_SETTING_REGION);

    return care_search_terms_parse(text, region);
}

/* People first, then kind by kind and by fit; among equals the newest. */
static int
rank_of(const CareKind *kind, guint order, int fit)
{
    int class = fit == 0 ? 0 : kind == &care_customer_kind ? 1 : 2;

    return class * 1000 + (int)order * 10 + fit;
}

/* Without what separates its digits. NULL: it has none. */
static char *
code_of_number(CareRecord *record)
{
    int field = care_kind_find_field(care_record_kind(record), "number");
    const char *number = field >= 0 ? care_record_text(record, field) : NULL;

    return number != NULL ? care_text_codes(number) : NULL;
}

/* The whole number of this very document, as it stands on it or as people type it. */
static gboolean
is_its_number(const CareSearchTerms *terms, CareRecord *record)
{
    g_autofree char *code = code_of_number(record);

    return code != NULL
           && (care_search_has_number(record, terms->number) || g_strcmp0(code, terms->codes->pdata[0]) == 0);
}

/* The end of it, as somebody reads it from a slip; and nothing else of the document. */
static gboolean
ends_its_number(const CareSearchTerms *terms, CareRecord *record)
{
    g_autofree char *code = code_of_number(record);

    return code != NULL && terms->words->len == 1 && care_search_is_long(terms->codes->pdata[0])
           && g_str_has_suffix(code, terms->codes->pdata[0]);
}

/* 2026-0001 is the invoice so called before it is job 2026-001, whatever else is typed with it; an invoice that was called
 * so is no job. */
static gboolean
is_meant(const CareSearchTerms *terms, CareRecord *record, gboolean literal)
{
    g_autofree char *code = code_of_number(record);

    if (terms->called != NULL)
        return terms->called == care_record_kind(record);
    return literal || g_strcmp0(code, terms->typed) == 0;
}

static gboolean
is_literal(const CareSearchTerms *terms, const char *text)
{
    g_autofree char *code = text != NULL ? care_text_codes(text) : NULL;

    return code != NULL && strstr(code, terms->codes->pdata[0]) != NULL;
}

static CareSearchHit *
make_hit(const CareSearchTerms *terms, CareRecord *record, guint order)
{
    g_auto(CareSearchMatch) match = care_search_fit(terms, record);
    CareSearchHit *hit;

    if (match.fit < 0)
        return NULL;
    hit = g_new0(CareSearchHit, 1);
    hit->kind = care_record_kind(record);
    hit->id = care_record_id(record);
    hit->customer = care_record_customer(record);
    hit->title = care_record_title(record);
    hit->detail = care_record_detail(record);
    hit->match = match.match;
    hit->literal = is_literal(terms, match.text);
    hit->why = g_steal_pointer(&match.text);
    hit->numbered = is_its_number(terms, record);
    hit->rank = rank_of(hit->kind, order, match.fit);
    hit->ended = ends_its_number(terms, record);
    if (hit->numbered && !is_meant(terms, record, hit->literal))
        hit->rank += BEHIND_LITERAL;
    hit->deleted = care_record_stamp(record).deleted;
    return hit;
}

static int
compare_hits(gconstpointer a, gconstpointer b)
{
    const CareSearchHit *x = *(CareSearchHit *const *)a;
    const CareSearchHit *y = *(CareSearchHit *const *)b;

    if (x->rank != y->rank)
        return x->rank - y->rank;
    if (x->literal != y->literal)
        return x->literal ? -1 : 1;
    return x->id < y->id ? 1 : x->id > y->id ? -1 : 0;
}

static void
hit_free(gpointer hit)
{
    care_search_hit_free(hit);
}

static guint
index_of(const char *name)
{
    const CareKind *const *kinds = care_kinds();
    guint i = 0;

    while (kinds[i] != NULL && g_strcmp0(kinds[i]->name, name) != 0)
        i++;
    return i;
}

static char *
json_of(GArray *ids)
{
    GString *json = g_string_new("[");

    for (guint i = 0; i < ids->len; i++)
        g_string_append_printf(json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index(ids, CareId, i));
    return g_string_free_and_steal(g_string_append_c(json, ']'));
}

static gboolean
add_to_kind(CareStatement *row, gpointer data, GError **error)
{
    GPtrArray *of_kind = data;
    CareId id = care_statement_int(row, 0);
    guint i = index_of(care_statement_text(row, 1));
    gboolean owner_deleted = care_statement_int(row, 2) != 0;

    if (i < of_kind->len && !(owner_deleted && care_kind_goes_with_customer(care_kinds()[i])))
        g_array_append_val(of_kind->pdata[i], id);
    return TRUE;
}

/* The ids of each kind, in the order of care_kinds(): looking each up in every kind's tables would cost four times
 * that. Who was deleted hides what is theirs, but not the shop's books. */
static gboolean
sort_by_kind(CareConnection *connection, GArray *ids, GPtrArray *of_kind, GError **error)
{
    g_autofree char *json = json_of(ids);
    g_autoptr(CareStatement) statement = care_query_prepare(connection, "search/kinds", error, "");

    if (statement == NULL)
        return FALSE;
    care_statement_bind(statement, 1, json);
    return care_statement_each(statement, add_to_kind, of_kind, error);
}

static gboolean
is_searched(const CareKind *kind)
{
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].flags & (CARE_FIELD_WORDS | CARE_FIELD_CODES))
            return TRUE;
    return FALSE;
}

static guint64
searched_lists(const CareKind *kind)
{
    guint64 lists = 0;

    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind == CARE_FIELD_LIST && is_searched(care_kind_child(&kind->fields[i])))
            lists |= G_GUINT64_CONSTANT(1) << i;
    return lists;
}

static gboolean
append_hits(CareConnection *connection, const CareSearchTerms *terms, guint order, GArray *ids,
            GPtrArray *hits, GError **error)
{
    const CareKind *kind = care_kinds()[order];
    g_autoptr(GPtrArray) records = care_records_load_lists(connection, kind, (CareId *)(void *)ids->data,
                                                           ids->len, searched_lists(kind), error);

    for (guint i = 0; records != NULL && i < records->len; i++) {
        CareSearchHit *hit = make_hit(terms, records->pdata[i], order);

        if (hit != NULL)
            g_ptr_array_add(hits, hit);
    }
    return records != NULL;
}

static gboolean
append_all_hits(CareConnection *connection, const CareSearchTerms *terms, GArray *candidates, GPtrArray *hits,
                GError **error)
{
    g_autoptr(GPtrArray) of_kind = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);

    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        g_ptr_array_add(of_kind, g_array_new(FALSE, FALSE, sizeof(CareId)));
    if (!sort_by_kind(connection, candidates, of_kind, error))
        return FALSE;
    for (guint i = 0; i < of_kind->len; i++)
        if (((GArray *)of_kind->pdata[i])->len > 0
            && !append_hits(connection, terms, i, of_kind->pdata[i], hits, error))
            return FALSE;
    return TRUE;
}

static CareSearchHit *
make_owner_hit(CareRecord *owner, const CareSearchHit *by)
{
    CareSearchHit *hit = g_new0(CareSearchHit, 1);

    hit->kind = &care_customer_kind;
    hit->id = hit->customer = care_record_id(owner);
    hit->title = care_record_title(owner);
    hit->detail = g_strdup(by->title);
    hit->why = g_strdup(by->why);
    hit->literal = by->literal;
    hit->through = by->kind;
    hit->by = by->id;
    hit->match = by->match;
    /* a serial is typed to get to a person, the number of a paper, or its end, to get to just that */
    hit->rank = by->numbered || by->ended ? by->rank + 1 : by->rank - 1;
    return hit;
}

/* The best hit of each customer who was not found themselves. */
static GHashTable *
best_by_owner(GPtrArray *hits, GArray *owners)
{
    GHashTable *by_customer = g_hash_table_new(g_int64_hash, g_int64_equal);

    for (guint i = 0; i < hits->len; i++) {
        CareSearchHit *hit = hits->pdata[i];

        if (hit->customer == 0 || g_hash_table_contains(by_customer, &hit->customer))
            continue;
        g_hash_table_insert(by_customer, &hit->customer, hit);
        if (hit->kind != &care_customer_kind)
            g_array_append_val(owners, hit->customer);
    }
    return by_customer;
}

/* What stays of a deleted customer is nobody's. */
static void
disown(GPtrArray *hits, CareId owner)
{
    for (guint i = 0; i < hits->len; i++) {
        CareSearchHit *hit = hits->pdata[i];

        if (hit->customer == owner)
            hit->customer = 0;
    }
}

/* What is theirs finds its owner too: somebody types a serial to get to a person. */
static gboolean
append_owners(CareConnection *connection, GPtrArray *hits, GError **error)
{
    g_autoptr(GArray) owners = g_array_new(FALSE, FALSE, sizeof(CareId));
    g_autoptr(GHashTable) by_customer = best_by_owner(hits, owners);
    g_autoptr(GPtrArray) records = care_records_load_lists(
        connection, &care_customer_kind, (CareId *)(void *)owners->data, owners->len, 0, error);

    for (guint i = 0; records != NULL && i < records->len; i++) {
        CareRecord *owner = records->pdata[i];
        CareId id = care_record_id(owner);

        if (care_record_stamp(owner).deleted != 0)
            disown(hits, id);
        else
            g_ptr_array_add(hits, make_owner_hit(owner, g_hash_table_lookup(by_customer, &id)));
    }
    return records != NULL;
}

static GPtrArray *
search_among(CareConnection *connection, const char *text, guint candidates, guint limit, GError **error)
{
    g_auto(CareSearchTerms) terms = parse(connection, text);
    g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func(hit_free);
    g_autoptr(GArray) ids = NULL;

    if (terms.words->len == 0)
        return g_steal_pointer(&hits);
    ids = care_search_candidates(connection, &terms, candidates, error);
    if (ids == NULL)
        return NULL;
    if (!append_all_hits(connection, &terms, ids, hits, error) || !append_owners(connection, hits, error))
        return NULL;
    g_ptr_array_sort(hits, compare_hits);
    if (limit > 0 && hits->len > limit)
        g_ptr_array_set_size(hits, (int)limit);
    return g_steal_pointer(&hits);
}

GPtrArray *
care_search(CareConnection *connection, const char *text, guint limit, GError **error)
{
    return search_among(connection, text, CARE_SEARCH_CANDIDATES, limit, error);
}

/* Some of ids at a time, for there may be as many as the shop has customers. */
static gboolean
append_deleted_hits(CareConnection *connection, const CareSearchTerms *terms, GArray *ids, GPtrArray *hits,
                    GError **error)
{
    guint order = index_of(care_customer_kind.name);

    for (guint i = 0; i < ids->len; i += BUNCH) {
        g_autoptr(GArray) bunch = g_array_new(FALSE, FALSE, sizeof(CareId));

        g_array_append_vals(bunch, &g_array_index(ids, CareId, i), MIN(BUNCH, ids->len - i));
        if (!append_hits(connection, terms, order, bunch, hits, error))
            return FALSE;
    }
    return TRUE;
}

/* The index knows nobody who is gone, so that nothing finds them by mistake: they are looked at one by one. */
GPtrArray *
care_search_deleted(CareConnection *connection, const char *text, CareInstant since, guint limit,
                    GError **error)
{
    g_auto(CareSearchTerms) terms = parse(connection, text);
    g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func(hit_free);
    g_autoptr(GArray) ids = NULL;

    if (terms.words->len == 0)
        return g_steal_pointer(&hits);
    ids = care_kind_ids_deleted(connection, &care_customer_kind, since, error);
    if (ids == NULL || !append_deleted_hits(connection, &terms, ids, hits, error))
        return NULL;
    g_ptr_array_sort(hits, compare_hits);
    if (limit > 0 && hits->len > limit)
        g_ptr_array_set_size(hits, (int)limit);
    return g_steal_pointer(&hits);
}

static GPtrArray *
people_among(CareConnection *connection, const char *text, guint candidates, guint limit, GError **error)
{
    g_autoptr(GPtrArray) hits = search_among(connection, text, candidates, 0, error);
    guint kept = 0;

    if (hits == NULL)
        return NULL;
    while (kept < hits->len && (limit == 0 || kept < limit)) {
        if (((CareSearchHit *)hits->pdata[kept])->kind == &care_customer_kind)
            kept++;
        else
            g_ptr_array_remove_index(hits, kept);
    }
    g_ptr_array_set_size(hits, (int)kept);
    return g_steal_pointer(&hits);
}

GPtrArray *
care_search_people(CareConnection *connection, const char *text, guint limit, GError **error)
{
    return people_among(connection, text, CARE_SEARCH_CANDIDATES, limit, error);
}

/* Owners are among them: what was found of theirs made them so. */
GArray *
care_search_customers(CareConnection *connection, const char *text, guint limit, GError **error)
{
    g_autoptr(GPtrArray) people = people_among(connection, text, LISTED, limit, error);
    GArray *customers = people != NULL ? g_array_sized_new(FALSE, FALSE, sizeof(CareId), people->len) : NULL;

    for (guint i = 0; customers != NULL && i < people->len; i++)
        g_array_append_val(customers, ((CareSearchHit *)people->pdata[i])->id);
    return customers;
}

static void
append_or(GString *match, const char *code)
{
    g_autofree char *phrase = care_search_phrase(code);

    if (care_search_is_long(code))
        g_string_append_printf(match, " OR %s", phrase);
}

/* What every fragment is in, the text run together, or the digits of the number that it is. */
static char *
match_of_all(const CareSearchTerms *terms, gboolean *beginnings)
{
    g_autofree char *fragments = care_search_terms_fragments(terms);
    GString *match = NULL;

    *beginnings = *fragments == '\0';
    if (*beginnings)
        return care_search_terms_beginnings(terms);
    match = g_string_new(NULL);
    g_string_append_printf(match, "(%s)", fragments);
    for (guint i = 0; i < terms->wholes->len; i++)
        append_or(match, terms->wholes->pdata[i]);
    for (guint i = 1; i < terms->codes->len; i++)
        append_or(match, terms->codes->pdata[i]);
    return g_string_free_and_steal(match);
}

CareQuery *
care_search_all_customers(CareConnection *connection, const char *text)
{
    g_auto(CareSearchTerms) terms = parse(connection, text);
    gboolean beginnings;
    g_autofree char *match = match_of_all(&terms, &beginnings);

    if (terms.words->len == 0)
        return NULL;
    return care_query_new(beginnings ? "search/all-by-words" : "search/all-by-codes", "customer", "s", match);
}
