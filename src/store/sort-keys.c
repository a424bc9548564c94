/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sort-keys.h"

#include <string.h>

#include "store/sort-walk.h"
#include "store/store-repeat.h"

typedef struct {
    char *order; /* the wanted one */
    gboolean started;
} Follow;

static Follow *
follow_new(const char *locale)
{
    g_autoptr(CareCollator) collator = care_collator_new(locale);
    Follow *self = g_new0(Follow, 1);

    self->order = g_strdup(care_collator_order(collator));
    return self;
}

static void
follow_free(gpointer data)
{
    Follow *self = data;

    g_free(self->order);
    g_free(self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Follow, follow_free)

static gboolean
write_place(CareTransaction *transaction, const CareSortPlace *place, GError **error)
{
    g_autofree char *text = care_sort_place_to_text(place);

    return care_transaction_set_setting(transaction, CARE_SETTING_SORT_REBUILD, text, error);
}

/* Whether there is anything to do; where to begin then. */
static gboolean
find_work(Follow *self, CareTransaction *transaction, CareSortPlace *place, GError **error)
{
    const char *order = care_transaction_sort_order(transaction);
    g_autofree char *rebuild = care_transaction_setting(transaction, CARE_SETTING_SORT_REBUILD);

    if (strcmp(order, self->order) != 0) {
        *place = care_sort_place_from_text("");
        /* another window wants yet another order: it has the last word */
        return !self->started && care_transaction_set_sort_order(transaction, self->order, error);
    }
    *place = care_sort_place_from_text(rebuild != NULL ? rebuild : "");
    return rebuild != NULL;
}

static void
tell_all(CareTransaction *transaction)
{
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (care_kind_sort_field(*kind) >= 0)
            care_transaction_tell(transaction, *kind);
}

/* A CareStepFunc: as many rows as fit into one chunk. */
static gboolean
follow_step(CareTransaction *transaction, gpointer data, gboolean *done, GError **error)
{
    Follow *self = data;
    gint64 start = g_get_monotonic_time();
    g_autoptr(GError) local = NULL;
    CareSortPlace place;

    care_transaction_hush(transaction);
    if (!find_work(self, transaction, &place, &local)) {
        *done = TRUE;
        if (local == NULL)
            return TRUE;
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    self->started = TRUE;
    while (*place.kind != NULL && g_get_monotonic_time() - start < CARE_TRANSACTION_CHUNK_USEC)
        if (!care_sort_walk(care_transaction_connection(transaction), &place, error))
            return FALSE;
    *done = *place.kind == NULL;
    if (*done)
        tell_all(transaction);
    return write_place(transaction, &place, error);
}

void
care_sort_keys_follow_async(CareStore *store, const char *locale, GAsyncReadyCallback callback,
                            gpointer user_data)
{
    care_store_repeat_async(store, follow_step, follow_new(locale), follow_free, callback, user_data);
}

gboolean
care_sort_keys_follow_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return care_store_repeat_finish(store, result, error);
}
