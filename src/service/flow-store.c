/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The flows of service/flow.c in transactions of their own: waited for, and for the window. */
#include "service/flow.h"

#include "service/flow-given.h"
#include "store/draft.h"
#include "store/taken-back.h"

/* A save on its way: copies for the worker, and the two records that get what was saved and what it replaced. */
typedef struct {
    CareRecord *record;
    CareRecord *given; /* the caller's base; nullable, as the next two */
    CareRecord *copy;
    CareRecord *base;
    CareRecord *replaced;
    char *draft;
    CareInstant since; /* an Undo of what was done then; 0: none */
    gboolean typed;    /* in an editor, which fills in who is at the counter */
} Save;

static void
save_free(gpointer data)
{
    Save *save = data;

    g_object_unref(save->record);
    g_object_unref(save->copy);
    g_clear_object(&save->given);
    g_clear_object(&save->base);
    g_clear_object(&save->replaced);
    g_free(save->draft);
    g_free(save);
}

static gboolean
save_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Save *save = data;

    if (save->typed && !care_flow_name_all_who_are_there(transaction, save->copy, save->base, error))
        return FALSE;
    return care_flow_save_back(transaction, save->copy, save->base, save->since, &save->replaced, error)
           && (save->draft == NULL || care_draft_forget(transaction, save->draft, error));
}

static void
take_over(CareRecord *record, CareRecord *copy)
{
    care_record_assign(record, copy);
    care_record_set_id(record, care_record_id(copy));
    care_record_set_stamp(record, care_record_stamp(copy));
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    Save *save = g_task_get_task_data(task);
    g_autoptr(GError) error = NULL;

    if (!care_store_write_finish(CARE_STORE(source), result, &error)) {
        g_task_return_error(task, g_steal_pointer(&error));
        return;
    }
    take_over(save->record, save->copy);
    if (save->given != NULL && save->replaced != NULL)
        take_over(save->given, save->replaced);
    g_task_return_boolean(task, TRUE);
}

static void
save_async(CareStore *store, CareRecord *record, CareRecord *base, const char *draft, CareInstant since,
           GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(store, NULL, callback, user_data);
    Save *save = g_new0(Save, 1);

    save->record = g_object_ref(record);
    save->given = base != NULL ? g_object_ref(base) : NULL;
    save->copy = care_record_copy(record);
    save->base = base != NULL ? care_record_copy(base) : NULL;
    save->draft = g_strdup(draft);
    save->since = since;
    save->typed = since == 0;
    g_task_set_task_data(task, save, save_free);
    care_store_write_async(store, CARE_PRIORITY_INTERACTIVE, save_closure, save, NULL, NULL, on_saved, task);
}

void
care_flow_save_async(CareStore *store, CareRecord *record, CareRecord *base, const char *draft,
                     GAsyncReadyCallback callback, gpointer user_data)
{
    g_return_if_fail(care_record_id(record) == 0 || base != NULL);

    save_async(store, record, base, draft, 0, callback, user_data);
}

void
care_flow_save_back_async(CareStore *store, CareRecord *record, CareRecord *base, CareInstant since,
                          GAsyncReadyCallback callback, gpointer user_data)
{
    g_return_if_fail(care_record_id(record) != 0 && base != NULL);

    save_async(store, record, base, NULL, since, callback, user_data);
}

gboolean
care_flow_save_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}

gboolean
care_flow_save_now(CareStore *store, CareRecord *record, CareRecord *base, GError **error)
{
    g_autoptr(CareRecord) copy = care_record_copy(record);
    Save save = { .copy = copy, .base = base };
    gboolean saved = care_store_write(store, save_closure, &save, error);

    g_clear_object(&save.replaced);
    if (saved)
        take_over(record, copy);
    return saved;
}

typedef struct {
    const CareKind *kind;
    CareId id;
    GPtrArray *along; /* what came back with it, or goes with it; nullable */
} Removal;

static gboolean
remove_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Removal *removal = data;

    return care_flow_remove_with(transaction, removal->kind, removal->id, removal->along, error);
}

static gboolean
take_back_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_flow_take_back(transaction, data, error);
}

static gboolean
add_again_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Removal *removal = data;

    return care_flow_add_again(transaction, removal->kind, removal->id, error);
}

/* The Undo of its deletion, however much later. */
static gboolean
bring_back(CareTransaction *transaction, const Removal *removal, GPtrArray *along, GError **error)
{
    g_autoptr(CareRecord) gone = care_transaction_load(transaction, removal->kind, removal->id, error);
    CareInstant went = 0;

    if (gone == NULL || !care_taken_back_went(care_transaction_connection(transaction), gone, &went, error))
        return FALSE;
    care_transaction_take_back(transaction, went);
    return care_flow_undelete(transaction, removal->kind, removal->id, along, error);
}

static gboolean
undelete_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Removal *removal = data;

    return bring_back(transaction, removal, removal->along, error);
}

gboolean
care_flow_remove_now(CareStore *store, const CareKind *kind, CareId id, GError **error)
{
    Removal removal = { kind, id, NULL };

    return care_store_write(store, remove_closure, &removal, error);
}

gboolean
care_flow_undelete_now(CareStore *store, const CareKind *kind, CareId id, GPtrArray *along, GError **error)
{
    Removal removal = { kind, id, along };

    return care_store_write(store, undelete_closure, &removal, error);
}

static void
removal_free(gpointer data)
{
    Removal *removal = data;

    g_clear_pointer(&removal->along, g_ptr_array_unref);
    g_free(removal);
}

void
care_flow_remove_async(CareStore *store, const CareKind *kind, CareId id, GPtrArray *along,
                       GAsyncReadyCallback callback, gpointer user_data)
{
    Removal removal = { kind, id, along != NULL ? g_ptr_array_ref(along) : NULL };

    care_store_write_async(store, CARE_PRIORITY_INTERACTIVE, remove_closure,
                           g_memdup2(&removal, sizeof removal), removal_free, NULL, callback, user_data);
}

void
care_flow_take_back_async(CareStore *store, CareRecord *added, GAsyncReadyCallback callback,
                          gpointer user_data)
{
    care_store_write_async(store, CARE_PRIORITY_INTERACTIVE, take_back_closure, care_record_copy(added),
                           g_object_unref, NULL, callback, user_data);
}

void
care_flow_add_again_async(CareStore *store, const CareKind *kind, CareId id, GAsyncReadyCallback callback,
                          gpointer user_data)
{
    Removal removal = { kind, id, NULL };

    care_store_write_async(store, CARE_PRIORITY_INTERACTIVE, add_again_closure,
                           g_memdup2(&removal, sizeof removal), g_free, NULL, callback, user_data);
}

gboolean
care_flow_remove_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return care_store_write_finish(store, result, error);
}

static gpointer
bring_back_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    const Removal *removal = data;
    g_autoptr(GPtrArray) along = g_ptr_array_new_with_free_func(g_object_unref);

    return bring_back(transaction, removal, along, error) ? g_steal_pointer(&along) : NULL;
}

static void
along_free(gpointer along)
{
    g_ptr_array_unref(along);
}

void
care_flow_undelete_async(CareStore *store, const CareKind *kind, CareId id, GAsyncReadyCallback callback,
                         gpointer user_data)
{
    Removal removal = { kind, id, NULL };

    care_store_run_async(store, bring_back_closure, g_memdup2(&removal, sizeof removal), g_free, along_free,
                         callback, user_data);
}

GPtrArray *
care_flow_undelete_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return care_store_run_finish(store, result, error);
}
