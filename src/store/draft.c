/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/draft.h"

#include "store/draft-owner.h"
#include "store/draft-queue.h"
#include "store/draft-rows.h"
#include "store/named-query.h"

char *
care_draft_key(const char *word, CareId id)
{
    return id == 0 ? g_strdup_printf("%s:new", word) : g_strdup_printf("%s:%" G_GINT64_FORMAT, word, id);
}

char *
care_draft_key_of_new(const char *word, CareId customer)
{
    return customer == 0 ? care_draft_key(word, 0)
                         : g_strdup_printf("%s:new-%" G_GINT64_FORMAT, word, customer);
}

static char *
key_of_row(const char *key, const char *mark)
{
    return g_strconcat(key, "@", mark, NULL);
}

/* Of our own; with a closed store of nobody's. */
static char *
own_key(CareStore *store, const char *key)
{
    const CareDraftOwner *owner = care_store_draft_owner(store);

    return owner != NULL ? key_of_row(key, care_draft_owner_mark(owner)) : g_strdup(key);
}

/* One whose owner is still there, in another window. */
static gboolean
is_others(CareStore *store, const char *row)
{
    const CareDraftOwner *owner = care_store_draft_owner(store);
    const char *mark = care_draft_mark_find(row);

    return owner != NULL && mark != NULL && care_draft_owner_is_taken(owner, mark + 1);
}

typedef struct {
    CareStore *store;
    char *own;
    char *row;     /* the key of what was found; NULL: nothing */
    char *text;    /* and what it says */
    gboolean gone; /* our own is thrown away, which the shop does not know yet */
} Search;

static void
search_clear(Search *search)
{
    g_free(search->own);
    g_free(search->row);
    g_free(search->text);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

/* Or is to be, which the shop does not know yet. */
static gboolean
is_own(const Search *search, const char *row)
{
    CareDraftOwner *owner = care_store_draft_owner(search->store);

    return g_str_equal(row, search->own)
           || (owner != NULL
               && care_draft_changes_renames(care_draft_owner_changes(owner), row, search->own));
}

/* What is still to be written of our own. */
static gboolean
find_waiting(CareStore *store, const char *row, char **text)
{
    CareDraftOwner *owner = care_store_draft_owner(store);

    return owner != NULL && care_draft_changes_find(care_draft_owner_changes(owner), row, text);
}

/* Our own goes before what was left. */
static gboolean
look_at(CareStatement *row, gpointer data, GError **error)
{
    Search *search = data;
    const char *key = care_statement_text(row, 0);
    gboolean own = key != NULL && is_own(search, key);

    if (key == NULL || (own && search->gone)
        || (!own && (search->row != NULL || is_others(search->store, key))))
        return TRUE;
    g_set_str(&search->row, key);
    g_set_str(&search->text, care_statement_text(row, 1));
    return TRUE;
}

static void
search(CareStore *store, const char *key, Search *out)
{
    g_autoptr(GError) error = NULL;

    out->store = store;
    out->own = own_key(store, key);
    out->gone = find_waiting(store, out->own, &out->text) && out->text == NULL;
    if (out->text != NULL)
        g_set_str(&out->row, out->own);
    else if (!care_query_each(care_store_reader(store), "store/draft", look_at, out, &error, "s", key))
        g_warning("The draft %s cannot be read: %s", key, error->message);
}

char *
care_draft_peek(CareStore *store, const char *key)
{
    g_auto(Search) found = { NULL };

    search(store, key, &found);
    return g_steal_pointer(&found.text);
}

char *
care_draft_read(CareStore *store, const char *key)
{
    g_auto(Search) found = { NULL };

    search(store, key, &found);
    if (found.row != NULL && !g_str_equal(found.row, found.own))
        care_draft_queue_add(store, &(CareDraftChange){ .way = &care_draft_way_take,
                                                        .key = g_steal_pointer(&found.row),
                                                        .next = g_steal_pointer(&found.own) });
    return g_steal_pointer(&found.text);
}

typedef struct {
    CareStore *store;
    GPtrArray *keys;
} Keys;

static gboolean
add_key(CareStatement *row, gpointer data, GError **error)
{
    Keys *self = data;
    const char *text = care_statement_text(row, 0);
    const char *mark = text != NULL ? care_draft_mark_find(text) : NULL;
    g_autofree char *key = mark != NULL ? g_strndup(text, (gsize)(mark - text)) : g_strdup(text);

    if (key != NULL && !is_others(self->store, text)
        && !g_ptr_array_find_with_equal_func(self->keys, key, g_str_equal, NULL))
        g_ptr_array_add(self->keys, g_steal_pointer(&key));
    return TRUE;
}

GStrv
care_draft_keys(CareStore *store)
{
    Keys keys = { store, g_ptr_array_new_null_terminated(8, g_free, TRUE) };
    g_autoptr(GError) error = NULL;

    if (!care_query_each(care_store_reader(store), "store/drafts", add_key, &keys, &error, ""))
        g_warning("Not all drafts can be read: %s", error->message);
    return (GStrv)g_ptr_array_free(keys.keys, FALSE);
}

void
care_draft_write(CareStore *store, const char *key, const char *text)
{
    care_draft_queue_add(store, &(CareDraftChange){ .way = &care_draft_way_write,
                                                    .key = own_key(store, key),
                                                    .text = g_strdup(text) });
}

void
care_draft_drop(CareStore *store, const char *key)
{
    g_autofree char *text = care_draft_read(store, key);

    if (text != NULL)
        care_draft_write(store, key, NULL);
}

char *
care_draft_aside(const char *key)
{
    g_autofree char *mark = care_draft_mark_new();

    return key_of_row(key, mark);
}

void
care_draft_write_beside(CareStore *store, const char *key, const char *text, const char *aside,
                        const char *earlier)
{
    care_draft_queue_add(store, &(CareDraftChange){ .way = &care_draft_way_write,
                                                    .key = own_key(store, key),
                                                    .text = g_strdup(text),
                                                    .aside = g_strdup(aside),
                                                    .earlier = g_strdup(earlier) });
}

void
care_draft_swap(CareStore *store, const char *key, const char *text, const char *aside, const char *earlier,
                const char *next)
{
    care_draft_queue_add(store, &(CareDraftChange){ .way = &care_draft_way_swap,
                                                    .key = own_key(store, key),
                                                    .text = g_strdup(text),
                                                    .next = g_strdup(next),
                                                    .aside = g_strdup(aside),
                                                    .earlier = g_strdup(earlier) });
}

gboolean
care_draft_forget(CareTransaction *transaction, const char *key, GError **error)
{
    CareDraftOwner *owner = care_transaction_draft_owner(transaction);
    g_autofree char *row = key_of_row(key, care_draft_owner_mark(owner));

    /* another draft may be in the row still, which is to stay beside */
    return care_draft_changes_write(care_draft_owner_changes(owner), transaction, row, error)
           && care_draft_row_write(transaction, row, NULL, error);
}
