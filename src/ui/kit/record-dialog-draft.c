/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/record-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/toast.h"

/* What was typed and is not saved: it survives a crash, comes back by Undo when the dialog was left, and an earlier
 * draft is offered. */

/* What a draft was begun with: a new record with nothing. */
static CareRecord *
base_of(CareRecordDialog *self)
{
    return care_record_id(get_private(self)->record) != 0 ? get_private(self)->before : NULL;
}

void
care_record_dialog_continue(CareRecordDialog *self)
{
    CareRecordDialogPrivate *priv = get_private(self);

    if (!care_draft_take(priv->record, base_of(self), priv->draft))
        return;
    care_record_dialog_show_title(self); /* it may be about somebody else */
    if (CARE_RECORD_DIALOG_GET_CLASS(self)->continued)
        CARE_RECORD_DIALOG_GET_CLASS(self)->continued(self);
    care_record_dialog_touch(self);
}

static void
bring_back(gpointer data)
{
    CareRecordDialog *self = data;
    CareRecordDialogPrivate *priv = get_private(self);

    if (!priv->window)
        return;
    if (priv->keeper)
        care_draft_keeper_touch(priv->keeper);
    adw_dialog_present(ADW_DIALOG(self), priv->window);
}

/* Thrown away by Cancel or Esc: that can be taken back, like everything else. A draft that was offered and neither
 * continued nor typed over is kept. */
void
care_record_dialog_closed(AdwDialog *dialog)
{
    CareRecordDialog *self = CARE_RECORD_DIALOG(dialog);
    CareRecordDialogPrivate *priv = get_private(self);
    gboolean edited = priv->record && !priv->done
                      && !care_record_equal(priv->record, priv->begun ? priv->begun : priv->before);

    if (priv->keeper && (edited || priv->done || !priv->draft))
        care_draft_keeper_forget(priv->keeper);
    if (edited && priv->window)
        care_toast_unsaved(priv->window, _("Not saved"), bring_back, g_object_ref(self), g_object_unref);
}

void
care_record_dialog_keep_draft(CareRecordDialog *self)
{
    CareRecordDialogPrivate *priv = get_private(self);
    CareStore *store = care_record_dialog_get_store(self);
    g_autofree char *key = CARE_RECORD_DIALOG_GET_CLASS(self)->draft_key(self);

    priv->before = care_record_copy(priv->record);
    if (!key)
        return;
    priv->keeper = care_draft_keeper_new(store, key, priv->record, base_of(self));
    priv->draft = care_draft_waiting(store, key, priv->record, priv->before);
    adw_banner_set_revealed(priv->draft_banner, priv->draft != NULL);
}

/* Fills a field in as the likeliest answer. To the save it is a change like a typed one; left as it is, closing the
 * dialog throws nothing away. After care_record_dialog_present(). */
void
care_record_dialog_suggest(CareRecordDialog *self, int field, const char *text)
{
    CareRecordDialogPrivate *priv = get_private(self);

    care_record_set_text(priv->record, field, text);
    care_record_dialog_suggested(self);
}

/* The same of whatever the record holds now. */
void
care_record_dialog_suggested(CareRecordDialog *self)
{
    CareRecordDialogPrivate *priv = get_private(self);

    g_clear_object(&priv->begun);
    priv->begun = care_record_copy(priv->record);
}
