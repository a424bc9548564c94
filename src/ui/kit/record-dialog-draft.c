/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/record-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/dialog-focus.h"
#include "ui/kit/toast.h"
#include "ui/kit/typed-row.h"
#include "ui/kit/typed-text.h"

/* What was typed and is not saved: it survives a crash, comes back by Undo when the dialog was left, and an earlier
 * draft is offered. */

/* What a draft was begun with: a new record with nothing. */
static CareRecord *
base_of(CareRecordDialog *self)
{
    gboolean (*is_known)(CareRecordDialog *) = CARE_RECORD_DIALOG_GET_CLASS(self)->is_known;
    gboolean known = is_known ? is_known(self) : care_record_id(get_private(self)->record) != 0;

    return known ? get_private(self)->before : NULL;
}

/* Where somebody stopped, and behind what they wrote: the next letter goes on with it. */
static void
go_there(CareRecordDialog *self, const char *draft)
{
    CareRecordDialogPrivate *priv = get_private(self);
    g_autofree char *cursor = care_draft_cursor(draft);
    GtkWidget *row = cursor ? care_form_find_row(priv->form, cursor) : NULL;

    priv->continued = TRUE;
    if (row)
        adw_dialog_set_focus(ADW_DIALOG(self), row);
}

/* A name that was typed to find somebody stands in it already: the next letter goes on with it. A number is a proposal, and
 * what is typed takes its place. */
static gboolean
is_begun_in(CareRecordDialog *self, GtkWidget *focus)
{
    return care_record_id(get_private(self)->record) == 0 && GTK_IS_EDITABLE(focus)
           && !CARE_IS_TYPED_ROW(focus) && *gtk_editable_get_text(GTK_EDITABLE(focus)) != '\0';
}

void
care_record_dialog_take_focus(CareRecordDialog *self)
{
    GtkWidget *focus = adw_dialog_get_focus(ADW_DIALOG(self));

    if (!focus)
        return;
    if (get_private(self)->continued || is_begun_in(self, focus))
        care_dialog_focus_end(focus);
    else
        gtk_widget_grab_focus(focus);
}

/* What was typed beside it stays a draft as well. */
void
care_record_dialog_continue(CareRecordDialog *self)
{
    CareRecordDialogPrivate *priv = get_private(self);
    g_autofree char *draft = g_steal_pointer(&priv->draft);

    if (priv->beside)
        care_draft_keeper_swap(priv->keeper);
    priv->beside = FALSE;
    gtk_widget_set_visible(GTK_WIDGET(priv->draft_banner), FALSE);
    if (!draft || !care_draft_take(priv->record, base_of(self), draft))
        return;
    care_record_dialog_show_title(self); /* it may be about somebody else */
    if (CARE_RECORD_DIALOG_GET_CLASS(self)->continued)
        CARE_RECORD_DIALOG_GET_CLASS(self)->continued(self);
    care_record_dialog_touch(self);
    go_there(self, draft);
    care_record_dialog_take_focus(self);
}

/* An earlier draft that nobody has continued or refused stays beside what is typed, and is offered on. */
void
care_record_dialog_write_down(CareRecordDialog *self)
{
    CareRecordDialogPrivate *priv = get_private(self);

    if (!priv->keeper)
        return;
    care_draft_keeper_set_cursor(priv->keeper, care_form_field_in_hand(priv->form));
    if (priv->draft && !priv->beside)
        care_draft_keeper_set_aside(priv->keeper, priv->draft);
    else
        care_draft_keeper_touch(priv->keeper);
    priv->beside = priv->draft != NULL;
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
    care_dialog_present_again(ADW_DIALOG(self), priv->window);
}

/* Thrown away by Cancel or Esc: that can be taken back, like everything else. A draft that was offered and not continued
 * is kept. */
void
care_record_dialog_closed(AdwDialog *dialog)
{
    CareRecordDialog *self = CARE_RECORD_DIALOG(dialog);
    CareRecordDialogPrivate *priv = get_private(self);
    gboolean edited = priv->record && !priv->done
                      && (care_typed_text_any(priv->record)
                          || !care_record_equal(priv->record, priv->begun ? priv->begun : priv->before));

    if (priv->keeper && (edited || priv->done || priv->beside || !priv->draft))
        care_draft_keeper_forget(priv->keeper);
    if (edited && priv->window)
        care_toast_unsaved(priv->window, _("Not saved"), bring_back, g_object_ref(self), g_object_unref);
}

/* left_under: nullable, where the draft of a record that is gone on with is. */
void
care_record_dialog_keep_draft(CareRecordDialog *self, const char *left_under)
{
    CareRecordDialogPrivate *priv = get_private(self);
    CareStore *store = care_record_dialog_get_store(self);
    g_autofree char *key
        = left_under ? g_strdup(left_under) : CARE_RECORD_DIALOG_GET_CLASS(self)->draft_key(self);
    g_autofree char *text = NULL;

    priv->before = care_record_copy(priv->record);
    if (!key)
        return;
    text = care_draft_read(store, key);
    priv->keeper = care_draft_keeper_new(store, key, priv->record, base_of(self));
    priv->draft = care_draft_waiting(store, key, priv->record, priv->before);
    gtk_widget_set_visible(GTK_WIDGET(priv->draft_banner), priv->draft != NULL);
    if (text && !priv->draft)
        go_there(self, text);
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
