/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search.h"

#include <string.h>

#include "core/fold.h"
#include "core/phone.h"
#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "model/customer-tag.h"
#include "model/customer.h"
#include "model/device.h"
#include "model/invoice.h"
#include "model/job.h"
#include "store/record-sql.h"
#include "store/setting.h"

/* A fragment that finds more than this is too short to rank; the newest are looked at. */
#define CANDIDATES 200
#define SHORTEST_FRAGMENT 3

/* The typed text, taken apart. */
typedef struct {
    GPtrArray *words; /* folded */
    char *code;       /* folded, without separators */
    char *digits;     /* if it looks like a phone number: its national form */
} Terms;

static void
terms_clear(Terms *terms)
{
    g_clear_pointer(&terms->words, g_ptr_array_unref);
    g_clear_pointer(&terms->code, g_free);
    g_clear_pointer(&terms->digits, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Terms, terms_clear)

void
care_search_hit_free(CareSearchHit *hit)
{
    g_free(hit->title);
    g_free(hit->detail);
    g_free(hit);
}

/* The tokenizer of search_words splits at whatever is neither letter nor number; so must we. */
static GPtrArray *
split_words(const char *folded)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) word = g_string_new(NULL);

    for (const char *p = folded;; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (c != 0 && g_unichar_isalnum(c)) {
            g_string_append_unichar(word, c);
            continue;
        }
        if (word->len > 0)
            g_ptr_array_add(words, g_strdup(word->str));
        g_string_truncate(word, 0);
        if (c == 0)
            break;
    }
    return words;
}

static gboolean
looks_like_phone(const char *text)
{
    gboolean digit = FALSE;

    for (; *text != '\0'; text++) {
        if (g_ascii_isdigit(*text))
            digit = TRUE;
        else if (strchr(" +-/().", *text) == NULL)
            return FALSE;
    }
    return digit;
}

static Terms
parse_terms(CareConnection *connection, const char *text)
{
    g_autofree char *folded = care_text_fold(text);
    Terms terms = { .words = split_words(folded), .code = care_text_codes(text) };

    if (looks_like_phone(text)) {
        g_autofree char *region = care_setting_read(connection, CARE_SETTING_REGION);

        terms.digits = care_phone_digits(text, region);
    }
    return terms;
}

/* FTS5 strings: every character is data inside double quotes. The text holds none: it was folded to alphanumerics. */
static void
append_phrase(GString *match, const char *text)
{
    g_string_append_printf(match, "%s\"%s\"", match->len > 0 ? " AND " : "", text);
}

static gboolean
is_long(const char *word)
{
    return g_utf8_strlen(word, -1) >= SHORTEST_FRAGMENT;
}

static char *
match_of_long_words(Terms *terms)
{
    GString *match = g_string_new(NULL);

    for (guint i = 0; i < terms->words->len; i++)
        if (is_long(terms->words->pdata[i]))
            append_phrase(match, terms->words->pdata[i]);
    return g_string_free_and_steal(match);
}

static char *
match_of_whole_words(Terms *terms)
{
    GString *match = g_string_new(NULL);

    for (guint i = 0; i < terms->words->len; i++)
        append_phrase(match, terms->words->pdata[i]);
    return g_string_free_and_steal(match);
}

static char *
match_of_prefixes(Terms *terms)
{
    GString *match = g_string_new(NULL);

    for (guint i = 0; i < terms->words->len; i++) {
        append_phrase(match, terms->words->pdata[i]);
        g_string_append(match, " *");
    }
    return g_string_free_and_steal(match);
}

static gboolean
append_matches(CareConnection *connection, const char *sql, const char *match, GArray *ids, GError **error)
{
    g_autoptr(CareStatement) statement = NULL;
    g_autoptr(GArray) found = NULL;

    if (*match == '\0')
        return TRUE;
    statement = care_connection_prepare(connection, sql, error);
    if (statement == NULL)
        return FALSE;
    care_statement_bind(statement, 1, match);
    care_statement_bind_int(statement, 2, CANDIDATES);
    found = care_ids_query(statement, error);
    if (found == NULL)
        return FALSE;
    g_array_append_vals(ids, found->data, found->len);
    return TRUE;
}

static const char words_sql[]
    = "SELECT rowid FROM search_words WHERE search_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2";
static const char codes_sql[]
    = "SELECT rowid FROM search_codes WHERE search_codes MATCH ?1 ORDER BY rowid DESC LIMIT ?2";

static gboolean
append_code(CareConnection *connection, const char *code, GArray *ids, GError **error)
{
    g_autoptr(GString) match = g_string_new(NULL);

    if (code == NULL || !is_long(code))
        return TRUE;
    append_phrase(match, code);
    return append_matches(connection, codes_sql, match->str, ids, error);
}

/* Several words are mostly written out, and whole words are found in a third of the time that beginnings take, whose
 * index ends at three letters. Where they fill the answer, beginnings could only come after them. */
static gboolean
append_words(CareConnection *connection, Terms *terms, GArray *ids, GError **error)
{
    g_autofree char *whole = terms->words->len > 1 ? match_of_whole_words(terms) : g_strdup("");
    g_autofree char *prefixes = match_of_prefixes(terms);

    if (!append_matches(connection, words_sql, whole, ids, error))
        return FALSE;
    return ids->len >= CANDIDATES || append_matches(connection, words_sql, prefixes, ids, error);
}

/* Ids of documents that may match; duplicates are possible. */
static GArray *
find_candidates(CareConnection *connection, Terms *terms, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(CareId));
    g_autofree char *fragments = match_of_long_words(terms);
    gboolean several = terms->words->len > 1;
    gboolean same = terms->words->len == 1 && g_strcmp0(terms->words->pdata[0], terms->code) == 0;

    /* Several words are mostly begun as they are written, and those are found in a tenth of the time. */
    if ((several || *fragments == '\0') && !append_words(connection, terms, ids, error))
        return NULL;
    if (ids->len < CANDIDATES && !append_matches(connection, codes_sql, fragments, ids, error))
        return NULL;
    /* Serials, plates and numbers have digits; two names run together would only cost time. */
    if (!same && (!several || strpbrk(terms->code, "0123456789") != NULL)
        && !append_code(connection, terms->code, ids, error))
        return NULL;
    if (g_strcmp0(terms->digits, terms->code) != 0 && !append_code(connection, terms->digits, ids, error))
        return NULL;
    return g_steal_pointer(&ids);
}

/* How well a field's text fits: 0 equal, 1 begins with it, 2 a word begins with it, 3 within, -1 not at all. */
static int
fit_word(const char *folded, const char *word)
{
    const char *at = strstr(folded, word);

    if (at == NULL)
        return -1;
    if (at == folded)
        return strcmp(folded, word) == 0 ? 0 : 1;
    for (; at != NULL; at = strstr(at + 1, word))
        if (!g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(at))))
            return 2;
    return is_long(word) ? 3 : -1;
}

static int
fit_words(Terms *terms, const char *text)
{
    g_autofree char *folded = care_text_fold(text);
    g_autofree char *whole = NULL;
    int worst = -1;

    g_ptr_array_add(terms->words, NULL);
    whole = g_strjoinv(" ", (char **)terms->words->pdata);
    g_ptr_array_set_size(terms->words, (int)terms->words->len - 1);
    if (strcmp(folded, whole) == 0)
        return 0;

    for (guint i = 0; i < terms->words->len; i++) {
        int fit = fit_word(folded, terms->words->pdata[i]);

        if (fit < 0)
            return -1;
        worst = MAX(worst, fit);
    }
    return worst;
}

static int
fit_code(const char *code, const char *text)
{
    g_autofree char *folded = NULL;
    const char *at;

    if (code == NULL || !is_long(code))
        return -1;
    folded = care_text_codes(text);
    at = strstr(folded, code);
    if (at == NULL)
        return -1;
    return strcmp(folded, code) == 0 ? 0 : at == folded ? 1 : 3;
}

static int
fit_codes(Terms *terms, const char *text)
{
    int fit = fit_code(terms->code, text);

    return fit >= 0 ? fit : fit_code(terms->digits, text);
}

/* In the order in which hits are shown. */
static const CareKind *const kinds[]
    = { &care_customer_kind, &care_device_kind, &care_job_kind, &care_invoice_kind };

/* What a match is called where it is not in a name. */
static const struct {
    const CareKind *kind;
    int field;
    const char *match;
} matches[] = {
    { &care_customer_phone_kind, CARE_CUSTOMER_PHONE_DIGITS, "phone" },
    { &care_customer_email_kind, CARE_CUSTOMER_EMAIL_ADDRESS, "email" },
    { &care_customer_tag_kind, CARE_CUSTOMER_TAG_TAG, "tag" },
    { &care_device_kind, CARE_DEVICE_SERIAL, "serial" },
    { &care_device_kind, CARE_DEVICE_PLATE, "plate" },
    { &care_job_kind, CARE_JOB_NUMBER, "job" },
    { &care_invoice_kind, CARE_INVOICE_NUMBER, "invoice" },
};

static const char *
match_of(const CareKind *kind, int field)
{
    for (gsize i = 0; i < G_N_ELEMENTS(matches); i++)
        if (matches[i].kind == kind && matches[i].field == field)
            return matches[i].match;
    return "name";
}

/* -1 if the field is not searched, not set, or does not fit. */
static int
fit_field(Terms *terms, CareRecord *record, int field)
{
    CareFieldFlags flags = care_record_kind(record)->fields[field].flags;
    const char *text = flags & (CARE_FIELD_WORDS | CARE_FIELD_CODES) ? care_record_text(record, field) : NULL;

    if (text == NULL)
        return -1;
    return flags & CARE_FIELD_CODES ? fit_codes(terms, text) : fit_words(terms, text);
}

/* Where several fields fit equally well, the first in the table names the match. */
static void
fit_record(Terms *terms, CareRecord *record, const char **match, int *best)
{
    const CareKind *kind = care_record_kind(record);

    for (guint i = 0; i < kind->n_fields; i++) {
        int fit = fit_field(terms, record, (int)i);

        if (fit >= 0 && (*best < 0 || fit < *best)) {
            *best = fit;
            *match = match_of(kind, (int)i);
        }
    }
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind == CARE_FIELD_LIST)
            for (guint j = 0; j < care_record_list_length(record, (int)i); j++)
                fit_record(terms, care_record_list_item(record, (int)i, j), match, best);
}

/* Words may be spread over fields ("koch cargo"): such a record fits as a whole, named by its name. */
static int
fit_spread(Terms *terms, CareRecord *record)
{
    for (guint w = 0; w < terms->words->len; w++) {
        g_autoptr(GPtrArray) one = g_ptr_array_new();
        Terms single = { .words = one, .code = terms->words->pdata[w] };
        const char *match = NULL;
        int best = -1;

        g_ptr_array_add(one, terms->words->pdata[w]);
        fit_record(&single, record, &match, &best);
        if (best < 0)
            return -1;
    }
    return terms->words->len > 1 ? 4 : -1;
}

static char *
detail_of(CareRecord *record)
{
    if (care_record_is(record, &care_customer_kind) && care_record_is_set(record, CARE_CUSTOMER_PHONES))
        return g_strdup(care_record_text(care_record_list_item(record, CARE_CUSTOMER_PHONES, 0),
                                         CARE_CUSTOMER_PHONE_NUMBER));
    if (care_record_is(record, &care_device_kind))
        return g_strdup(care_record_text(record, CARE_DEVICE_SERIAL));
    if (care_record_is(record, &care_job_kind))
        return g_strdup(care_record_text(record, CARE_JOB_FAULT));
    return NULL;
}

static CareId
customer_of(CareRecord *record)
{
    int field = care_kind_find_field(care_record_kind(record), "customer");

    return field >= 0 ? care_record_int(record, field) : care_record_id(record);
}

/* People first, then by fit; among equals the newest. */
static CareSearchHit *
make_hit(Terms *terms, CareRecord *record, int kind_order)
{
    const char *match = NULL;
    int fit = -1;
    CareSearchHit *hit;

    fit_record(terms, record, &match, &fit);
    if (fit < 0) {
        fit = fit_spread(terms, record);
        match = "name";
    }
    if (fit < 0)
        return NULL;
    hit = g_new0(CareSearchHit, 1);
    hit->kind = care_record_kind(record);
    hit->id = care_record_id(record);
    hit->customer = customer_of(record);
    hit->title = care_record_title(record);
    hit->detail = detail_of(record);
    hit->match = match;
    hit->rank = (fit == 0 ? 0 : kind_order == 0 ? 1 : 2) * 100 + kind_order * 10 + fit;
    return hit;
}

static int
compare_hits(gconstpointer a, gconstpointer b)
{
    const CareSearchHit *x = *(CareSearchHit *const *)a;
    const CareSearchHit *y = *(CareSearchHit *const *)b;

    if (x->rank != y->rank)
        return x->rank - y->rank;
    return x->id < y->id ? 1 : x->id > y->id ? -1 : 0;
}

static void
hit_free(gpointer hit)
{
    care_search_hit_free(hit);
}

/* The ids of each kind: looking each up in every kind's tables would cost four times that. */
static gboolean
sort_by_kind(CareConnection *connection, GArray *ids, GArray *of_kind[], GError **error)
{
    g_autoptr(GString) json = g_string_new("[");
    g_autoptr(CareStatement) statement = NULL;
    g_autoptr(GError) local = NULL;

    for (guint i = 0; i < ids->len; i++)
        g_string_append_printf(json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index(ids, CareId, i));
    g_string_append_c(json, ']');
    statement = care_connection_prepare(
        connection, "SELECT id, kind FROM search_doc WHERE id IN (SELECT value FROM json_each(?1))", error);
    if (statement == NULL)
        return FALSE;
    care_statement_bind(statement, 1, json->str);
    while (care_statement_step(statement, &local)) {
        CareId id = care_statement_int(statement, 0);

        for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
            if (g_str_equal(kinds[i]->name, care_statement_text(statement, 1)))
                g_array_append_val(of_kind[i], id);
    }
    if (local == NULL)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
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
append_hits(CareConnection *connection, Terms *terms, const CareKind *kind, int order, GArray *ids,
            GPtrArray *hits, GError **error)
{
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
append_all_hits(CareConnection *connection, Terms *terms, GArray *candidates, GPtrArray *hits, GError **error)
{
    GArray *of_kind[G_N_ELEMENTS(kinds)];
    gboolean done;

    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
        of_kind[i] = g_array_new(FALSE, FALSE, sizeof(CareId));
    done = sort_by_kind(connection, candidates, of_kind, error);
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
        done = done && append_hits(connection, terms, kinds[i], (int)i, of_kind[i], hits, error);
        g_array_unref(of_kind[i]);
    }
    return done;
}

/* What is theirs finds its owner too: somebody types a serial to get to a person. */
static gboolean
append_owners(CareConnection *connection, GPtrArray *hits, GError **error)
{
    g_autoptr(GHashTable) by_customer = g_hash_table_new(g_int64_hash, g_int64_equal);
    g_autoptr(GArray) owners = g_array_new(FALSE, FALSE, sizeof(CareId));
    g_autoptr(GPtrArray) records = NULL;

    for (guint i = 0; i < hits->len; i++) {
        CareSearchHit *hit = hits->pdata[i];

        if (hit->customer == 0 || g_hash_table_contains(by_customer, &hit->customer))
            continue;
        g_hash_table_insert(by_customer, &hit->customer, hit);
        if (hit->kind != &care_customer_kind)
            g_array_append_val(owners, hit->customer);
    }
    records = care_records_load_lists(connection, &care_customer_kind, (CareId *)(void *)owners->data,
                                      owners->len, 0, error);
    for (guint i = 0; records != NULL && i < records->len; i++) {
        CareId id = care_record_id(records->pdata[i]);
        CareSearchHit *by = g_hash_table_lookup(by_customer, &id);
        CareSearchHit *hit = g_new0(CareSearchHit, 1);

        hit->kind = &care_customer_kind;
        hit->id = hit->customer = id;
        hit->title = care_record_title(records->pdata[i]);
        hit->detail = g_strdup(by->title);
        hit->match = by->match;
        hit->rank = by->rank - 1;
        g_ptr_array_add(hits, hit);
    }
    return records != NULL;
}

GPtrArray *
care_search(CareConnection *connection, const char *text, guint limit, GError **error)
{
    g_auto(Terms) terms = parse_terms(connection, text);
    g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func(hit_free);
    g_autoptr(GArray) ids = NULL;

    if (terms.words->len == 0)
        return g_steal_pointer(&hits);
    ids = find_candidates(connection, &terms, error);
    if (ids == NULL)
        return NULL;
    if (!append_all_hits(connection, &terms, ids, hits, error) || !append_owners(connection, hits, error))
        return NULL;
    g_ptr_array_sort(hits, compare_hits);
    if (limit > 0 && hits->len > limit)
        g_ptr_array_set_size(hits, (int)limit);
    return g_steal_pointer(&hits);
}

GArray *
care_search_customers(CareConnection *connection, const char *text, guint limit, GError **error)
{
    g_autoptr(GPtrArray) hits = care_search(connection, text, 0, error);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
    GArray *customers;

    if (hits == NULL)
        return NULL;
    customers = g_array_new(FALSE, FALSE, sizeof(CareId));
    for (guint i = 0; i < hits->len && (limit == 0 || customers->len < limit); i++) {
        CareSearchHit *hit = hits->pdata[i];

        if (hit->customer != 0 && g_hash_table_add(seen, &hit->customer))
            g_array_append_val(customers, hit->customer);
    }
    return customers;
}

CareQuery *
care_search_all_customers(const char *text)
{
    g_autofree char *folded = care_text_fold(text);
    g_auto(Terms) terms = { .words = split_words(folded) };
    g_autofree char *fragments = match_of_long_words(&terms);
    g_autofree char *prefixes = match_of_prefixes(&terms);
    gboolean short_words = *fragments == '\0';
    g_autofree char *sql
        = g_strdup_printf("SELECT id FROM customer WHERE deleted_at IS NULL AND id IN ("
                          "SELECT customer FROM search_doc WHERE id IN ("
                          "SELECT rowid FROM %1$s WHERE %1$s MATCH ?1)) ORDER BY sort_key, id",
                          short_words ? "search_words" : "search_codes");

    if (terms.words->len == 0)
        return NULL;
    return care_query_new(sql, "customer", "s", short_words ? prefixes : fragments);
}
