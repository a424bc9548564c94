/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/purge/purge-set.h"

#include <string.h>

#include "model/customer.h"
#include "model/invoice.h"
#include "model/job.h"
#include "exchange/import/import-log.h"
#include "service/flow.h"
#include "store/draft-about.h"
#include "store/kind-query.h"
#include "store/named-query.h"

/* What becomes of a record when one that it refers to goes. */
typedef enum {
    HOLDS,   /* it does not let the other go */
    GOES,    /* it goes along */
    LETS_GO, /* it loses the reference */
} Tie;

typedef struct {
    const CareKind *kind;
    CareId id;
} Item;

typedef struct {
    CareTransaction *transaction;
    GArray *items;     /* Item: what goes */
    GHashTable *known; /* Item: the same; of a damaged shop, two kinds may have one id */
    GArray *codes;
    CarePurgeAnswer answer;
} Set;

static Tie
tie_of(const CareKind *kind, int field)
{
    if (kind->fields[field].flags & CARE_FIELD_LETS_GO)
        return LETS_GO;
    return care_field_belongs(&kind->fields[field]) ? GOES : HOLDS;
}

static guint
item_hash(gconstpointer item)
{
    return g_int64_hash(&((const Item *)item)->id);
}

static gboolean
item_equal(gconstpointer a, gconstpointer b)
{
    const Item *x = a, *y = b;

    return x->kind == y->kind && x->id == y->id;
}

static void
add(Set *self, const CareKind *kind, CareId id)
{
    Item item = { kind, id };

    if (g_hash_table_add(self->known, g_memdup2(&item, sizeof item)))
        g_array_append_val(self->items, item);
}

/* Called for each field that may refer to the item, in kinds and in their children. */
typedef gboolean (*ReferrerFunc)(Set *self, const Item *item, const CareKind *kind, int field,
                                 GError **error);

static gboolean
each_referrer_in(Set *self, const Item *item, const CareKind *kind, ReferrerFunc func, GError **error)
{
    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *field = &kind->fields[i];

        if (field->kind == CARE_FIELD_REF && strcmp(field->extra, item->kind->name) == 0
            && !func(self, item, kind, (int)i, error))
            return FALSE;
        if (field->kind == CARE_FIELD_LIST
            && !each_referrer_in(self, item, care_kind_child(field), func, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
each_referrer(Set *self, const Item *item, ReferrerFunc func, GError **error)
{
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (!each_referrer_in(self, item, *kind, func, error))
            return FALSE;
    return TRUE;
}

typedef struct {
    Set *set;
    const CareKind *kind;
} Referrers;

static gboolean
add_referrer(CareStatement *row, gpointer data, GError **error)
{
    Referrers *referrers = data;

    add(referrers->set, referrers->kind, care_statement_int(row, 0));
    return TRUE;
}

static gboolean
take_along(Set *self, const Item *item, const CareKind *kind, int field, GError **error)
{
    Referrers referrers = { self, kind };

    return tie_of(kind, field) != GOES
           || care_kind_each_referrer(care_transaction_connection(self->transaction), kind, field, item->id,
                                      add_referrer, &referrers, error);
}

static gboolean
collect(Set *self, GError **error)
{
    for (guint i = 0; i < self->items->len; i++) {
        Item item = g_array_index(self->items, Item, i); /* a copy: the array grows */

        if (!each_referrer(self, &item, take_along, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
check_holder(CareStatement *row, gpointer data, GError **error)
{
    Referrers *referrers = data;
    Item holder = { referrers->kind, care_statement_int(row, 1) };

    if (!g_hash_table_contains(referrers->set->known, &holder))
        referrers->set->answer = CARE_PURGE_STAYS;
    return referrers->set->answer != CARE_PURGE_STAYS;
}

/* The kind whose record holds the rows of a kind: its own, or that of whose list they are. */
static const CareKind *
holder_of(const CareKind *kind)
{
    for (const CareKind *const *other = care_kinds(); kind->child && *other != NULL; other++)
        for (guint i = 0; i < (*other)->n_fields; i++)
            if ((*other)->fields[i].kind == CARE_FIELD_LIST && care_kind_child(&(*other)->fields[i]) == kind)
                return *other;
    return kind;
}

/* Whether something outside the set holds the item. The rows of a child kind are their owner's. */
static gboolean
look_for_holder(Set *self, const Item *item, const CareKind *kind, int field, GError **error)
{
    Referrers referrers = { self, holder_of(kind) };

    return tie_of(kind, field) != HOLDS || self->answer == CARE_PURGE_STAYS
           || care_kind_each_referrer(care_transaction_connection(self->transaction), kind, field, item->id,
                                      check_holder, &referrers, error);
}

/* What cannot be read is taken to be so: then it stays. */
static gboolean
is_true(Set *self, const char *query, const Item *item)
{
    gint64 answer = TRUE;

    care_query_int(care_transaction_connection(self->transaction), query, &answer, NULL, "i", item->id);
    return answer != 0;
}

static gboolean
check(Set *self, GError **error)
{
    for (guint i = 0; i < self->items->len && self->answer != CARE_PURGE_STAYS; i++) {
        Item *item = &g_array_index(self->items, Item, i);

        if (item->kind == &care_invoice_kind && is_true(self, "exchange/is-issued", item))
            self->answer = CARE_PURGE_STAYS;
        else if (!each_referrer(self, item, look_for_holder, error))
            return FALSE;
    }
    for (guint i = 0; i < self->items->len && self->answer != CARE_PURGE_STAYS; i++) {
        Item *item = &g_array_index(self->items, Item, i);

        if (item->kind == &care_job_kind && is_true(self, "exchange/has-code", item)) {
            self->answer = CARE_PURGE_HAS_CODES;
            g_array_append_val(self->codes, item->id);
        }
    }
    return TRUE;
}

static gboolean
let_go(Set *self, const Item *item, const CareKind *kind, int field, GError **error)
{
    return tie_of(kind, field) != LETS_GO
           || care_kind_forget_reference(care_transaction_connection(self->transaction), kind, field,
                                         item->id, error);
}

/* What stands elsewhere about a record without referring to it. */
static gboolean
forget(Set *self, const Item *item, GError **error)
{
    return care_query_execute(care_transaction_connection(self->transaction), "exchange/forget-deferrals",
                              error, "i", item->id)
           && care_draft_forget_about(self->transaction, item->kind->name, item->id, error)
           && care_import_log_forget(self->transaction, item->id, error);
}

static guint
place_of(const CareKind *kind)
{
    guint i = 0;

    while (care_kinds()[i] != kind)
        i++;
    return i;
}

/* What refers goes before what it refers to, so that the rules of a kind still find what they are about. */
static int
referrers_first(gconstpointer a, gconstpointer b)
{
    guint x = place_of(((const Item *)a)->kind), y = place_of(((const Item *)b)->kind);

    return x < y ? 1 : x > y ? -1 : 0;
}

static gboolean
remove_all(Set *self, GError **error)
{
    g_array_sort(self->items, referrers_first);
    for (guint i = 0; i < self->items->len; i++) {
        Item *item = &g_array_index(self->items, Item, i);

        if (!each_referrer(self, item, let_go, error) || !forget(self, item, error)
            || !care_flow_purge(self->transaction, item->kind, item->id, error))
            return FALSE;
    }
    return TRUE;
}

/* Most that stay do so for an issued document, and are asked at every start: so that comes first. */
static gboolean
has_documents(Set *self)
{
    Item *item = &g_array_index(self->items, Item, 0);

    return item->kind == &care_customer_kind && is_true(self, "exchange/has-documents", item);
}

static void
set_clear(Set *self)
{
    g_array_unref(self->items);
    g_hash_table_unref(self->known);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Set, set_clear)

/* A record and what goes along with it, or that it stays. */
static gboolean
look(Set *self, const CareKind *kind, CareId id, GError **error)
{
    self->items = g_array_new(FALSE, FALSE, sizeof(Item));
    self->known = g_hash_table_new_full(item_hash, item_equal, g_free, NULL);
    add(self, kind, id);
    if (has_documents(self)) {
        self->answer = CARE_PURGE_STAYS;
        return TRUE;
    }
    return collect(self, error) && check(self, error);
}

gboolean
care_purge_record(CareTransaction *transaction, const CareKind *kind, CareId id, CarePurgeAnswer *answer,
                  GArray *codes, GError **error)
{
    g_auto(Set) self = { .transaction = transaction, .codes = codes };

    *answer = CARE_PURGE_STAYS;
    if (!look(&self, kind, id, error))
        return FALSE;
    *answer = self.answer;
    return self.answer != CARE_PURGE_GONE || remove_all(&self, error);
}
