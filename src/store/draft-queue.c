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
    GError *refusal; /* of the last write; NULL: it was none */
    guint writes;    /* under way */
    guint again;
    gboolean given_up;
} Queue;

static void
queue_free(gpointer data)
{
    Queue *self = data;

    g_clear_handle_id(&self->again, g_source_remove);
    g_clear_error(&self->refusal);
    g_free(self);
}

static Queue *
of(CareStore *store)
{
    Queue *self = g_object_get_data(G_OBJECT(store), "care-draft-queue");

    if (self == NULL) {
        self = g_new0(Queue, 1);
        g_object_set_data_full(G_OBJECT(store), "care-draft-queue", self, queue_free);
    }
    return self;
}

/* NULL: the store is closed. */
static CareDraftChanges *
changes_of(CareStore *store)
{
    CareDraftOwner *owner = care_store_draft_owner(store);

    return owner != NULL ? care_draft_owner_changes(owner) : NULL;
}

static gboolean
is_any(CareStore *store)
{
    CareDraftChanges *changes = changes_of(store);

    return changes != NULL && care_draft_changes_any(changes);
}

/* Whoever leaves does not wait until a draft that was thrown away is gone from the shop, too. */
static gboolean
has_words(CareStore *store)
{
    CareDraftChanges *changes = changes_of(store);

    return changes != NULL && !of(store)->given_up && care_draft_changes_has_words(changes);
}

static void
tell(CareStore *store)
{
    if (!is_any(store))
        g_clear_error(&of(store)->refusal);
    care_under_way_set_words(store, has_words(store));
}

static gboolean
write_all(CareTransaction *transaction, gpointer data, GError **error)
{
    CareDraftOwner *owner = care_transaction_draft_owner(transaction);

    return care_draft_changes_write(care_draft_owner_changes(owner), transaction, NULL, error);
}

static void on_again(gpointer store);

static void
on_written(GObject *source, GAsyncResult *result, gpointer data)
{
    CareStore *store = CARE_STORE(source);
    Queue *self = of(store);

    self->writes--;
    g_clear_error(&self->refusal);
    if (!care_store_write_finish(store, result, &self->refusal) && is_any(store) && !self->given_up
        && self->again == 0)
        self->again = g_timeout_add_once(AGAIN_MS, on_again, store);
    tell(store);
}

/* That it fails is nothing that whoever waits is told: it is tried again. */
static void
write_changes(CareStore *store)
{
    Queue *self = of(store);

    g_clear_handle_id(&self->again, g_source_remove);
    self->writes++;
    care_under_way_begin_steps(store);
    care_store_write_async(store, CARE_PRIORITY_INTERACTIVE, write_all, NULL, NULL, NULL, on_written, NULL);
    care_under_way_end_steps(store);
}

void
care_drafts_write_again(CareStore *store)
{
    if (!is_any(store)) /* a save took along what was refused */
        tell(store);
    else if (of(store)->writes == 0)
        write_changes(store);
}

static void
on_again(gpointer store)
{
    of(store)->again = 0;
    care_drafts_write_again(store);
}

void
care_draft_queue_add(CareStore *store, const CareDraftChange *change)
{
    care_draft_changes_add(changes_of(store), change);
    tell(store);
    write_changes(store);
}

const GError *
care_drafts_refusal(CareStore *store)
{
    return has_words(store) ? of(store)->refusal : NULL;
}

gboolean
care_drafts_leave(CareStore *store, GError **error)
{
    CareDraftOwner *owner = care_store_draft_owner(store);

    return owner == NULL || of(store)->given_up
           || care_drafts_left_write(care_store_data_dir(store), care_draft_owner_mark(owner),
                                     care_draft_owner_changes(owner), error);
}

void
care_drafts_give_up(CareStore *store)
{
    Queue *self = of(store);

    self->given_up = TRUE;
    g_clear_handle_id(&self->again, g_source_remove);
    care_draft_changes_clear(changes_of(store));
    tell(store);
}

void
care_drafts_leave_replaced(CareStore *store)
{
    g_autoptr(GError) error = NULL;

    if (!care_store_is_replaced(store))
        return;
    if (care_drafts_leave(store, &error))
        care_drafts_give_up(store);
    else
        g_warning("What was typed last is not kept: %s", error->message);
}
