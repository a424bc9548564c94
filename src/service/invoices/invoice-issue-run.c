/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Issuing or cancelling on its way to the worker and back, and the paper between two transactions. */
#include "service/invoices/invoice-issue.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "store/folder-lock.h"
#include "store/under-way.h"

typedef CareRecord *(*Act)(CareTransaction *transaction, CareId id, CareInvoiceProof *proof, GError **error);

typedef struct {
    CareStore *store; /* borrowed: whoever waits has it */
    Act act;
    CareId id;
    CareRecord *shown; /* to who was asked; NULL: nobody was */
    CareInvoiceProof proof;
    char *data_dir;
} Step;

static void
step_free(gpointer data)
{
    Step *step = data;

    care_invoice_proof_clear(&step->proof);
    g_clear_object(&step->shown);
    g_free(step->data_dir);
    g_free(step);
}

/* Somebody was quicker, or took it away: the act itself has a sentence for that. */
static gboolean
is_past(CareRecord *now, CareRecord *shown)
{
    return care_record_stamp(now).deleted != 0
           || care_record_is_set(now, CARE_INVOICE_NUMBER) != care_record_is_set(shown, CARE_INVOICE_NUMBER)
           || care_invoice_state_is(care_record_text(now, CARE_INVOICE_STATE), CARE_BILL_CANCELLED);
}

/* A yes is one to what was shown: a number cannot be taken back. */
static gboolean
check_shown(CareTransaction *transaction, Step *step, GError **error)
{
    g_autoptr(CareRecord) now = care_transaction_load(transaction, &care_invoice_kind, step->id, error);

    if (now == NULL)
        return FALSE;
    if (is_past(now, step->shown) || care_invoice_shows_the_same(now, step->shown))
        return TRUE;
    g_set_error_literal(
        error, CARE_ERROR, CARE_ERROR_CONFLICT,
        step->act == care_invoice_issue
            ? _("This invoice was changed meanwhile. Nothing was issued; look at it anew.")
            : _("This invoice was changed meanwhile. It was not cancelled; look at it anew."));
    return FALSE;
}

static gpointer
step_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Step *step = data;

    if (step->shown != NULL && !check_shown(transaction, step, error))
        return NULL;
    return step->act(transaction, step->id, &step->proof, error);
}

static CareRecord *
run_now(CareStore *store, Act act, CareId id, GError **error)
{
    Step step = { .store = store, .act = act, .id = id };
    CareRecord *done = NULL;
    g_autoptr(GError) local = NULL;

    for (;;) {
        g_clear_error(&local);
        done = care_store_run(store, step_closure, &step, g_object_unref, &local);
        if (done != NULL || !care_invoice_proof_is_asked(&step.proof))
            break;
        g_clear_error(&local);
        if (!care_invoice_proof_make(&step.proof, care_store_reader(store), care_store_data_dir(store),
                                     &local))
            break;
    }
    care_invoice_proof_clear(&step.proof);
    if (done == NULL)
        g_propagate_error(error, g_steal_pointer(&local));
    return done;
}

CareRecord *
care_invoice_issue_now(CareStore *store, CareId draft, GError **error)
{
    return run_now(store, care_invoice_issue, draft, error);
}

CareRecord *
care_invoice_cancel_now(CareStore *store, CareId invoice, GError **error)
{
    return run_now(store, care_invoice_cancel, invoice, error);
}

static void try_again(GTask *task);

/* With a connection of its own: what a window reads meanwhile does not wait for a long paper. */
static void
make_paper(GTask *making, gpointer source, gpointer data, GCancellable *cancellable)
{
    Step *step = data;
    GError *error = NULL;
    CareConnection *connection = care_folder_open(step->data_dir, CARE_CONNECTION_READ, &error);
    gboolean made
        = connection != NULL && care_invoice_proof_make(&step->proof, connection, step->data_dir, &error);

    g_clear_pointer(&connection, care_connection_close);
    if (made)
        g_task_return_boolean(making, TRUE);
    else
        g_task_return_error(making, error);
}

static void
on_made(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    GError *error = NULL;

    if (g_task_propagate_boolean(G_TASK(result), &error))
        try_again(task);
    else
        g_task_return_error(task, error);
}

static void
on_tried(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    Step *step = g_task_get_task_data(task);
    g_autoptr(GError) error = NULL;
    CareRecord *done = care_store_run_finish(step->store, result, &error);
    g_autoptr(GTask) making = NULL;

    if (done != NULL) {
        g_task_return_pointer(task, done, g_object_unref);
    } else if (!care_invoice_proof_is_asked(&step->proof)) {
        g_task_return_error(task, g_steal_pointer(&error));
    } else {
        /* the store is none of its: the last reference must not go on a thread */
        making = g_task_new(NULL, NULL, on_made, g_object_ref(task));
        g_task_set_task_data(making, step, NULL);
        g_task_run_in_thread(making, make_paper);
    }
}

/* An attempt that asks for the paper fails, and nothing has. */
static void
try_again(GTask *task)
{
    Step *step = g_task_get_task_data(task);

    care_under_way_begin_steps(step->store);
    care_store_run_async(step->store, step_closure, step, NULL, g_object_unref, on_tried, g_object_ref(task));
    care_under_way_end_steps(step->store);
}

static void
start(CareStore *store, Act act, CareRecord *shown, GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr(GTask) task = g_task_new(store, NULL, callback, user_data);
    Step *step = g_new0(Step, 1);

    step->store = store;
    step->act = act;
    step->id = care_record_id(shown);
    step->shown = care_record_copy(shown);
    step->data_dir = g_strdup(care_store_data_dir(store));
    g_task_set_task_data(task, step, step_free);
    care_under_way_add(store, task);
    try_again(task);
}

void
care_invoice_issue_async(CareStore *store, CareRecord *shown, GAsyncReadyCallback callback,
                         gpointer user_data)
{
    start(store, care_invoice_issue, shown, callback, user_data);
}

void
care_invoice_cancel_async(CareStore *store, CareRecord *shown, GAsyncReadyCallback callback,
                          gpointer user_data)
{
    start(store, care_invoice_cancel, shown, callback, user_data);
}

CareRecord *
care_invoice_issue_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return g_task_propagate_pointer(G_TASK(result), error);
}
