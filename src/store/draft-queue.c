/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/draft-queue.h"

#include "store/draft-left.h"
#include "store/draft-owner.h"
#include "store/under-way.h"

/* A write that finds the shop held waits for it a while by itself; this is the pause until the next one. */
#define AGAIN_MS 1000

/* Owned by its store. */
typedef struct {
    GPtrArray *changes; /* CareDraftChange, the oldest first */
    GError *refusal;    /* of the last write; NULL: it was none */
    guint again;
    gboolean given_up;
} Queue;

static void
change_clear(gpointer data)
{
    CareDraftChange *change = data;

    g_free(change->key);
    g_free(change->text);
    g_free(change->next);
    g_free(change->aside);
    g_free(change->earlier);
}

static void
change_unref(gpointer change)
{
    g_atomic_rc_box_release_full(change, change_clear);
}

static void
queue_free(gpointer data)
{
    Queue *self = data;

    g_clear_handle_id(&self->again, g_source_remove);
    g_clear_error(&self->refusal);
    g_ptr_array_unref(self->changes);
    g_free(self);
}

static Queue *
of(CareStore *store)
{
    Queue *self = g_object_get_data(G_OBJECT(store), "care-draft-queue");

    if (self == NULL) {
        self = g_new0(Queue, 1);
        self->changes = g_ptr_array_new_with_free_func(change_unref);
        g_object_set_data_full(G_OBJECT(store), "care-draft-queue", self, queue_free);
    }
    return self;
}

/* The record that it was kept for has been saved since, or is gone for good. */
static gboolean
is_forgotten(CareStore *store, const CareDraftChange *change)
{
    CareDraftOwner *owner = care_store_draft_owner(store);

    return owner != NULL && care_draft_owner_has_forgotten(owner, change->key, change->asked);
}

/* Whoever leaves does not wait until a draft that was thrown away is gone from the shop, too. */
static gboolean
has_words(CareStore *store, Queue *self)
{
    for (guint i = 0; i < self->changes->len && !self->given_up; i++) {
        const CareDraftChange *change = self->changes->pdata[i];

        if (change->text != NULL && !is_forgotten(store, change))
            return TRUE;
    }
    return FALSE;
}

/* What was given up may be on its way still, and is not to come back where its record was saved. */
static void
set_waiting(CareStore *store, gboolean waiting)
{
    CareDraftOwner *owner = care_store_draft_owner(store);

    if (owner != NULL && !of(store)->given_up)
        care_draft_owner_set_waiting(owner, waiting);
}

static void
tell(CareStore *store)
{
    Queue *self = of(store);

    if (self->changes->len == 0) {
        g_clear_error(&self->refusal);
        set_waiting(store, FALSE);
    }
    care_under_way_set_words(store, has_words(store, self));
}

/* All or none, so that a later one never finds an earlier one missing. */
static gboolean
write_all(CareTransaction *transaction, gpointer data, GError **error)
{
    CareDraftOwner *owner = care_transaction_draft_owner(transaction);
    GPtrArray *changes = data;

    for (guint i = 0; i < changes->len; i++) {
        const CareDraftChange *change = changes->pdata[i];

        if (!care_draft_owner_has_forgotten(owner, change->key, change->asked)
            && !change->func(transaction, change, error))
            return FALSE;
    }
    return TRUE;
}

/* A later one is on its way, which was asked for before it was known that this one is refused: it makes up for it. */
static gboolean
is_made_up_for(Queue *self, guint index)
{
    const CareDraftChange *change = self->changes->pdata[index];

    for (guint i = index + 1; i < self->changes->len; i++) {
        const CareDraftChange *later = self->changes->pdata[i];

        if (later->under_way && g_str_equal(later->key, change->key))
            return TRUE;
    }
    return FALSE;
}

static void
end(Queue *self, CareDraftChange *change, gboolean written)
{
    guint index;

    if (!g_ptr_array_find(self->changes, change, &index))
        return;
    if (written || is_made_up_for(self, index))
        g_ptr_array_remove_index(self->changes, index);
}

static void on_again(gpointer store);

static void
on_written(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GPtrArray) changes = data;
    CareStore *store = CARE_STORE(source);
    Queue *self = of(store);
    g_autoptr(GError) error = NULL;
    gboolean written = care_store_write_finish(store, result, &error);

    for (guint i = 0; i < changes->len; i++)
        ((CareDraftChange *)changes->pdata[i])->under_way = FALSE;
    for (guint i = 0; i < changes->len; i++)
        end(self, changes->pdata[i], written);
    g_clear_error(&self->refusal);
    self->refusal = g_steal_pointer(&error);
    if (!care_store_is_open(store) || self->given_up)
        g_ptr_array_set_size(self->changes, 0);
    else if (!written && self->changes->len > 0 && self->again == 0)
        self->again = g_timeout_add_once(AGAIN_MS, on_again, store);
    tell(store);
}

/* That it fails is nothing that whoever waits is told: it is tried again. */
static void
write_changes(CareStore *store, GPtrArray *changes)
{
    care_under_way_begin_steps(store);
    care_store_write_async(store, CARE_PRIORITY_INTERACTIVE, write_all, g_ptr_array_ref(changes),
                           (GDestroyNotify)g_ptr_array_unref, NULL, on_written, g_ptr_array_ref(changes));
    care_under_way_end_steps(store);
}

void
care_drafts_write_again(CareStore *store)
{
    Queue *self = of(store);
    g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func(change_unref);

    g_clear_handle_id(&self->again, g_source_remove);
    for (guint i = 0; i < self->changes->len; i++) {
        CareDraftChange *change = self->changes->pdata[i];

        if (!change->under_way)
            g_ptr_array_add(changes, g_atomic_rc_box_acquire(change));
        change->under_way = TRUE;
    }
    if (changes->len > 0)
        write_changes(store, changes);
}

static void
on_again(gpointer store)
{
    of(store)->again = 0;
    care_drafts_write_again(store);
}

/* Whoever types while the shop is held writes the same row again and again. */
static void
replace_refused(Queue *self, const CareDraftChange *change)
{
    for (guint i = self->changes->len; i-- > 0;) {
        const CareDraftChange *last = self->changes->pdata[i];

        if (g_strcmp0(last->next, change->key) == 0)
            return;
        if (!g_str_equal(last->key, change->key))
            continue;
        if (!last->under_way && last->func == change->func && g_strcmp0(last->aside, change->aside) == 0
            && g_strcmp0(last->next, change->next) == 0)
            g_ptr_array_remove_index(self->changes, i);
        return;
    }
}

void
care_draft_queue_add(CareStore *store, const CareDraftChange *change)
{
    Queue *self = of(store);
    CareDraftChange *added = g_atomic_rc_box_new(CareDraftChange);

    set_waiting(store, TRUE);
    *added = *change;
    added->asked = g_get_monotonic_time();
    replace_refused(self, added);
    g_ptr_array_add(self->changes, added);
    tell(store);
    care_drafts_write_again(store);
}

gboolean
care_draft_queue_find(CareStore *store, const char *row, const char **text)
{
    Queue *self = of(store);

    for (guint i = self->changes->len; i-- > 0;) {
        const CareDraftChange *change = self->changes->pdata[i];

        if (change->only_name || !g_str_equal(change->key, row) || is_forgotten(store, change))
            continue;
        *text = change->next != NULL ? change->earlier : change->text;
        return TRUE;
    }
    return FALSE;
}

const GError *
care_drafts_refusal(CareStore *store)
{
    Queue *self = of(store);

    return has_words(store, self) ? self->refusal : NULL;
}

static void
row_free(gpointer data)
{
    CareDraftRow *row = data;

    g_free(row->key);
    g_free(row->text);
    g_free(row);
}

/* Later words of a row make up for earlier ones. What was typed beside an earlier draft does not get its row, which that may
 * still have. */
static void
add_words(GPtrArray *rows, const CareDraftChange *change)
{
    const char *key = change->next != NULL    ? change->next
                      : change->aside != NULL ? change->aside
                                              : change->key;
    CareDraftRow *row;

    for (guint i = rows->len; i-- > 0;)
        if (g_str_equal(((CareDraftRow *)rows->pdata[i])->key, key))
            g_ptr_array_remove_index(rows, i);
    row = g_new0(CareDraftRow, 1);
    row->key = g_strdup(key);
    row->text = g_strdup(change->text);
    g_ptr_array_add(rows, row);
}

gboolean
care_drafts_leave(CareStore *store, GError **error)
{
    Queue *self = of(store);
    CareDraftOwner *owner = care_store_draft_owner(store);
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(row_free);

    for (guint i = 0; i < self->changes->len && owner != NULL && !self->given_up; i++) {
        const CareDraftChange *change = self->changes->pdata[i];

        if (change->text != NULL && !is_forgotten(store, change))
            add_words(rows, change);
    }
    return care_drafts_left_write(care_store_data_dir(store),
                                  owner != NULL ? care_draft_owner_mark(owner) : "", rows, error);
}

void
care_drafts_give_up(CareStore *store)
{
    Queue *self = of(store);

    self->given_up = TRUE;
    g_clear_handle_id(&self->again, g_source_remove);
    g_ptr_array_set_size(self->changes, 0);
    tell(store);
}
