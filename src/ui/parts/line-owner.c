/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/line-owner.h"

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/invoice.h"
#include "model/job.h"
#include "service/flow.h"
#include "ui/kit/take-back.h"
#include "ui/parts/deleted-meanwhile.h"

/* The shop's books go on whoever was deleted. */
static gboolean
is_hidden(CareStore *store, CareRecord *stored)
{
    g_autoptr(CareRecord) customer = NULL;

    if (!stored || care_record_stamp(stored).deleted != 0)
        return TRUE;
    if (!care_record_is(stored, &care_job_kind))
        return FALSE;
    customer = care_store_get(store, &care_customer_kind, care_record_customer(stored), NULL);
    return !customer || care_record_stamp(customer).deleted != 0;
}

CareLineOwnerState
care_line_owner_state(CareStore *store, CareRecord *stored)
{
    if (is_hidden(store, stored))
        return CARE_LINE_OWNER_DELETED;
    return care_record_is(stored, &care_invoice_kind) && care_record_is_set(stored, CARE_INVOICE_NUMBER)
               ? CARE_LINE_OWNER_ISSUED
               : CARE_LINE_OWNER_STANDS;
}

const char *
care_line_owner_say(CareRecord *owner, CareLineOwnerState state)
{
    if (care_record_id(owner) == 0) /* it was cancelled, or saved with what it had by then */
        return _("The new job this line was for is no longer open. Add the line to the job it belongs to.");
    return state == CARE_LINE_OWNER_ISSUED ? care_issued_sentence()
                                           : care_deleted_sentence(care_record_kind(owner));
}

typedef struct {
    CareRecordDialog *dialog;
    CareRecord *before;
    CareRecord *after;
    CareInlineSaidFunc said;
    CareLineOwnerEndedFunc ended;
} Save;

static void
save_free(Save *save)
{
    g_object_unref(save->dialog);
    g_object_unref(save->before);
    g_object_unref(save->after);
    g_free(save);
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    Save *save = data;
    g_autoptr(GError) error = NULL;

    if (care_flow_save_finish(CARE_STORE(source), result, &error))
        care_take_back_offer(care_record_dialog_get_window(save->dialog), CARE_STORE(source), save->before,
                             save->after, save->said(save->before, save->after));
    save->ended(save->dialog, error);
    save_free(save);
}

void
care_line_owner_save(CareRecordDialog *dialog, CareRecord *before, CareRecord *after, CareInlineSaidFunc said,
                     CareLineOwnerEndedFunc ended)
{
    Save *save = g_new(Save, 1);

    save->dialog = g_object_ref(dialog);
    save->before = care_record_copy(before);
    save->after = care_record_copy(after);
    save->said = said;
    save->ended = ended;
    care_flow_save_async(care_record_dialog_get_store(dialog), save->after, save->before,
                         care_record_dialog_begin_save(dialog), on_saved, save);
}
