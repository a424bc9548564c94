/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/line-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/line-choices.h"
#include "store/draft.h"
#include "ui/kit/conflict-dialog.h"
#include "ui/kit/decimal-row.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/take-back.h"
#include "ui/kit/template.h"
#include "ui/parts/line-owner.h"

typedef struct {
    CareRecord *owner; /* with the dialog's own record as one of its lines */
    CareRecord *begun; /* the owner as it was when the dialog was opened, or caught up with it last */
    CareRecord *shown; /* the owner on the page behind */
    CareRecord *now;   /* as the shop has it; NULL: it is new, and as it is shown */
    CareLineTask task; /* its owner, keep and draft are not used */
    guint position;
    gboolean met;    /* something was typed into a line that was changed elsewhere */
    CareLineAct act; /* that is being saved */
    int by;          /* by how many places it is moved then */
    gboolean again;  /* it is tried once more */
    char *draft;     /* nullable */
    GtkWidget *keep; /* weak */

    GtkWidget *name;
    AdwPreferencesRow *price;
    GtkLabel *totals;
    AdwPreferencesGroup *acts;
    GtkWidget *move_up;
    GtkWidget *move_down;
} CareLineDialogPrivate;

G_DEFINE_TYPE_WITH_PRIVATE(CareLineDialog, care_line_dialog, CARE_TYPE_RECORD_DIALOG)

static CareLineDialogPrivate *
private_of(gpointer self)
{
    return care_line_dialog_get_instance_private(self);
}

/* FALSE, and said, where it does not add up. */
static gboolean
show_totals(CareRecordDialog *dialog)
{
    CareLineDialogPrivate *priv = private_of(dialog);
    g_autoptr(GError) error = NULL;
    g_autofree char *totals = CARE_LINE_DIALOG_GET_CLASS(dialog)->totals(
        CARE_LINE_DIALOG(dialog), priv->owner, care_record_dialog_get_record(dialog), &error);

    if (error)
        care_record_dialog_say(dialog, error->message);
    else
        gtk_label_set_text(priv->totals, totals);
    return error == NULL;
}

static void
name_price(CareLineDialog *self)
{
    CareRecord *owner = private_of(self)->owner;
    const char *prices = care_record_text(owner, care_kind_find_field(care_record_kind(owner), "prices"));

    adw_preferences_row_set_title(private_of(self)->price, care_price_mode_is(prices, CARE_MODE_NET)
                                                               ? _("Unit Price, Before Tax")
                                                               : _("Unit Price, Tax Included"));
}

/* What moves and deletes a known line stands below all rows. */
static void
show_acts(CareLineDialog *self)
{
    CareLineDialogPrivate *priv = private_of(self);

    gtk_widget_set_visible(GTK_WIDGET(priv->acts), priv->task.position != CARE_LINE_NEW);
    gtk_widget_set_visible(priv->move_up, priv->position > 0);
    gtk_widget_set_visible(priv->move_down,
                           priv->position + 1 < care_record_list_length(priv->owner, priv->task.list));
}

/* The record that is edited takes its line's place. */
static void
show_line(CareLineDialog *self)
{
    CareLineDialogPrivate *priv = private_of(self);
    CareRecordDialog *dialog = CARE_RECORD_DIALOG(self);
    gboolean is_new = priv->task.position == CARE_LINE_NEW;
    CareRecord *line = care_record_dialog_get_record(dialog);
    g_autofree char *shop = care_store_setting(care_record_dialog_get_store(dialog), CARE_SETTING_CURRENCY);

    priv->position = is_new ? care_record_list_length(priv->owner, priv->task.list) : priv->task.position;
    g_list_store_splice(care_record_list(priv->owner, priv->task.list), priv->position, is_new ? 0 : 1,
                        (gpointer *)&line, 1);
    care_form_set_currency(care_record_dialog_get_form(dialog), care_record_currency(priv->owner, shop));
    name_price(self);
    show_acts(self);
    if (CARE_LINE_DIALOG_GET_CLASS(self)->show_line)
        CARE_LINE_DIALOG_GET_CLASS(self)->show_line(self);
}

static void
care_line_dialog_bound(CareRecordDialog *dialog)
{
    CareLineDialogPrivate *priv = private_of(dialog);

    show_line(CARE_LINE_DIALOG(dialog));
    if (priv->task.position == CARE_LINE_NEW)
        return;
    care_record_dialog_add_group(dialog, priv->acts);
    if (care_record_id(care_record_dialog_get_record(dialog)) == 0) /* of two alike it is this one */
        care_draft_begin_at(care_record_dialog_get_before(dialog), priv->task.position);
}

static void
care_line_dialog_changed(CareRecordDialog *dialog)
{
    if (care_form_makes_sense(care_record_dialog_get_form(dialog)))
        show_totals(dialog);
    else /* those of what was typed before would lie */
        gtk_label_set_text(private_of(dialog)->totals, "");
}

static char *
care_line_dialog_title(CareRecordDialog *dialog)
{
    return private_of(dialog)->task.position == CARE_LINE_NEW
               ? NULL
               : care_record_title(care_record_dialog_get_record(dialog));
}

static CareRecord *
now_of(CareLineDialog *self)
{
    CareLineDialogPrivate *priv = private_of(self);

    return priv->now ? priv->now : priv->shown;
}

/* What was changed elsewhere while the dialog was open stays. FALSE, and said, where the same was changed here. */
static gboolean
catch_up(CareLineDialog *self, gboolean any_change)
{
    CareLineDialogPrivate *priv = private_of(self);
    CareRecordDialog *dialog = CARE_RECORD_DIALOG(self);
    CareLineEdited edited = { .line = care_record_dialog_get_record(dialog),
                              .begun = priv->begun,
                              .now = now_of(self),
                              .list = priv->task.list,
                              .position = priv->task.position };
    g_autofree char *said = NULL;

    priv->met |= !care_record_says_the_same(edited.line, care_record_dialog_get_before(dialog))
                 && care_line_was_changed(&edited);
    said = care_line_catch_up(care_record_dialog_get_store(dialog), &edited,
                              care_record_dialog_get_before(dialog), any_change);

    priv->task.position = edited.position;
    g_clear_object(&priv->begun);
    g_clear_object(&priv->owner);
    priv->begun = care_record_copy(now_of(self));
    priv->owner = care_record_copy(now_of(self));
    show_line(self);
    if (said) { /* also where it does not add up, which is said the next time */
        show_totals(dialog);
        care_record_dialog_say(dialog, said);
    }
    return said == NULL;
}

static gboolean
is_shown(CareLineDialog *self)
{
    CareLineDialogPrivate *priv = private_of(self);

    return priv->keep && priv->task.shows(priv->shown, priv->keep);
}

static void
on_brought_back(gboolean save, gpointer data)
{
    g_autoptr(CareLineDialog) self = data;

    if (save)
        care_record_dialog_save(CARE_RECORD_DIALOG(self));
}

static void
ask_to_bring_back(CareLineDialog *self)
{
    CareRecordDialog *dialog = CARE_RECORD_DIALOG(self);
    g_autoptr(CareRecord) owner = care_record_copy(private_of(self)->shown);
    g_autoptr(CareRecord) base = care_record_copy(owner);
    CareRecordStamp stamp = care_record_stamp(base);

    stamp.deleted = 0;
    care_record_set_stamp(base, stamp);
    care_conflict_ask(GTK_WIDGET(self), care_record_dialog_get_store(dialog), owner, base, on_brought_back,
                      g_object_ref(self));
}

/* What goes into the line goes nowhere where whom it belongs to was deleted or issued elsewhere: FALSE, and that is said, or
 * asked whether to bring it back. What is typed stays. */
static gboolean
owner_stands(CareLineDialog *self, gboolean asks)
{
    CareLineDialogPrivate *priv = private_of(self);
    CareStore *store = care_record_dialog_get_store(CARE_RECORD_DIALOG(self));
    CareId id = care_record_id(priv->shown);
    g_autoptr(CareRecord) stored
        = id != 0 ? care_store_get(store, care_record_kind(priv->shown), id, NULL) : NULL;
    CareLineOwnerState state;

    if (id == 0 && is_shown(self))
        return TRUE;
    state = care_line_owner_state(store, stored);
    if (state == CARE_LINE_OWNER_DELETED && asks && id != 0)
        ask_to_bring_back(self);
    else if (state != CARE_LINE_OWNER_STANDS)
        care_record_dialog_say(CARE_RECORD_DIALOG(self), care_line_owner_say(priv->shown, state));
    else
        g_set_object(&priv->now, stored);
    return state == CARE_LINE_OWNER_STANDS;
}

static gboolean
care_line_dialog_check(CareRecordDialog *dialog)
{
    return owner_stands(CARE_LINE_DIALOG(dialog), TRUE)
           && CARE_RECORD_DIALOG_CLASS(care_line_dialog_parent_class)->check(dialog)
           && catch_up(CARE_LINE_DIALOG(dialog), FALSE) && show_totals(dialog);
}

static gboolean
care_line_dialog_is_known(CareRecordDialog *dialog)
{
    return private_of(dialog)->task.position != CARE_LINE_NEW;
}

static char *
care_line_dialog_draft_key(CareRecordDialog *dialog)
{
    return g_strdup(private_of(dialog)->draft);
}

static void do_again(CareLineDialog *self);

/* What somebody else wrote between the look at it and the save is brought together with what was typed, and asked about where
 * both wrote the same. */
static void
on_owner_saved(CareRecordDialog *dialog, const GError *error)
{
    CareLineDialogPrivate *priv = private_of(dialog);
    gboolean changed = g_error_matches(error, CARE_ERROR, CARE_ERROR_CONFLICT)
                       || g_error_matches(error, CARE_ERROR, CARE_ERROR_NOT_FOUND);
    g_autoptr(GError) refusal = NULL; /* it is the owner's, and no question about the line */

    if (changed && !priv->again) {
        care_record_dialog_save_anew(dialog);
        priv->again = TRUE;
        do_again(CARE_LINE_DIALOG(dialog));
        priv->again = care_record_dialog_is_saving(dialog);
        return;
    }
    priv->again = FALSE;
    if (error)
        g_set_error_literal(&refusal, G_IO_ERROR, G_IO_ERROR_FAILED, error->message);
    else if (priv->task.saved && is_shown(CARE_LINE_DIALOG(dialog)))
        priv->task.saved(priv->act, priv->keep);
    care_record_dialog_finish(dialog, refusal);
}

static void
save_owner(CareLineDialog *self, CareRecord *changed)
{
    CareLineDialogPrivate *priv = private_of(self);
    CareRecordDialog *dialog = CARE_RECORD_DIALOG(self);
    const char *draft;

    if (care_record_id(priv->shown) != 0) {
        care_line_owner_save(dialog, now_of(self), changed, priv->task.said(priv->act), on_owner_saved);
        return;
    }
    draft = care_record_dialog_begin_save(dialog);
    if (draft)
        care_draft_write(care_record_dialog_get_store(dialog), draft, NULL);
    priv->task.done(changed, priv->keep); /* from here on the line is its owner's */
    care_record_dialog_finish(dialog, NULL);
}

/* It was done elsewhere just so: that is not for Undo to take back. */
static void
settle(CareLineDialog *self, CareLineAct act)
{
    CareRecordDialog *dialog = CARE_RECORD_DIALOG(self);
    CareRecord *owner = now_of(self);
    const char *draft = care_record_dialog_begin_save(dialog);

    if (draft)
        care_draft_write(care_record_dialog_get_store(dialog), draft, NULL);
    care_take_back_settled(care_record_dialog_get_window(dialog), owner,
                           private_of(self)->task.said(act)(owner, owner));
    care_record_dialog_finish(dialog, NULL);
}

static gboolean
stands_as_typed(CareLineDialog *self)
{
    CareLineDialogPrivate *priv = private_of(self);

    return priv->met && priv->task.position != CARE_LINE_NEW
           && care_record_says_the_same(
               care_record_dialog_get_record(CARE_RECORD_DIALOG(self)),
               care_record_list_item(now_of(self), priv->task.list, priv->task.position));
}

static void
care_line_dialog_save(CareRecordDialog *dialog)
{
    CareLineDialogPrivate *priv = private_of(dialog);

    if (stands_as_typed(CARE_LINE_DIALOG(dialog))) {
        settle(CARE_LINE_DIALOG(dialog), CARE_LINE_SAVED);
        return;
    }
    priv->act = priv->task.position == CARE_LINE_NEW ? CARE_LINE_ADDED : CARE_LINE_SAVED;
    save_owner(CARE_LINE_DIALOG(dialog), priv->owner);
}

static void
delete_line(CareLineDialog *self)
{
    CareLineDialogPrivate *priv = private_of(self);
    g_autoptr(CareRecord) changed = NULL;

    if (!owner_stands(self, FALSE) || !catch_up(self, TRUE))
        return;
    if (priv->task.position == CARE_LINE_NEW) {
        settle(self, CARE_LINE_DELETED);
        return;
    }
    changed = care_line_removed(priv->owner, priv->task.list, priv->position);
    priv->act = CARE_LINE_DELETED;
    save_owner(self, changed);
}

static void
move(CareLineDialog *self)
{
    CareLineDialogPrivate *priv = private_of(self);
    g_autoptr(CareRecord) changed = NULL;

    if (!owner_stands(self, FALSE) || !care_line_dialog_check(CARE_RECORD_DIALOG(self)))
        return;
    changed = care_line_moved(priv->owner, priv->task.list, priv->position, priv->by);
    priv->act = CARE_LINE_MOVED;
    save_owner(self, changed);
}

static void
do_again(CareLineDialog *self)
{
    if (private_of(self)->act == CARE_LINE_DELETED)
        delete_line(self);
    else if (private_of(self)->act == CARE_LINE_MOVED)
        move(self);
    else
        care_record_dialog_save(CARE_RECORD_DIALOG(self));
}

static void
on_delete(CareLineDialog *self)
{
    if (!care_record_dialog_is_saving(CARE_RECORD_DIALOG(self)))
        delete_line(self);
}

static void
move_by(CareLineDialog *self, int by)
{
    if (care_record_dialog_is_saving(CARE_RECORD_DIALOG(self)))
        return;
    private_of(self)->by = by;
    move(self);
}

static void
on_move_up(CareLineDialog *self)
{
    move_by(self, -1);
}

static void
on_move_down(CareLineDialog *self)
{
    move_by(self, 1);
}

static void
care_line_dialog_dispose(GObject *object)
{
    g_clear_weak_pointer(&private_of(object)->keep);
    G_OBJECT_CLASS(care_line_dialog_parent_class)->dispose(object);
}

static void
care_line_dialog_finalize(GObject *object)
{
    g_clear_object(&private_of(object)->owner);
    g_clear_object(&private_of(object)->begun);
    g_clear_object(&private_of(object)->shown);
    g_clear_object(&private_of(object)->now);
    g_free(private_of(object)->draft);
    G_OBJECT_CLASS(care_line_dialog_parent_class)->finalize(object);
}

static void
care_line_dialog_class_init(CareLineDialogClass *klass)
{
    CareRecordDialogClass *dialog_class = CARE_RECORD_DIALOG_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_line_dialog_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_line_dialog_finalize;
    dialog_class->title = care_line_dialog_title;
    dialog_class->is_known = care_line_dialog_is_known;
    dialog_class->draft_key = care_line_dialog_draft_key;
    dialog_class->bound = care_line_dialog_bound;
    dialog_class->changed = care_line_dialog_changed;
    dialog_class->check = care_line_dialog_check;
    dialog_class->save = care_line_dialog_save;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_DECIMAL_ROW);
    CARE_TEMPLATE(klass, "parts/line-dialog.ui");
    CARE_TEMPLATE_PRIVATE(klass, CareLineDialog, name, price, totals, acts, move_up, move_down);
    CARE_TEMPLATE_CALLBACKS(klass, on_delete, on_move_up, on_move_down);
}

static void
care_line_dialog_init(CareLineDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    adw_toolbar_view_add_bottom_bar(ADW_TOOLBAR_VIEW(adw_dialog_get_child(ADW_DIALOG(self))),
                                    GTK_WIDGET(private_of(self)->totals));
}

/**
 * care_line_dialog_present:
 * @line: a new one, or that at the task's position
 * @said: (nullable): what there is to know about it, over the rows
 *
 * Once for each dialog.
 */
void
care_line_dialog_present(CareLineDialog *self, GtkWidget *parent, CareContext *context,
                         const CareLineTask *task, CareRecord *line, const char *said)
{
    CareLineDialogPrivate *priv = private_of(self);

    priv->task = *task;
    priv->owner = care_record_copy(task->owner);
    priv->draft = g_strdup(task->draft);
    g_set_weak_pointer(&priv->keep, task->keep);
    adw_dialog_set_focus(ADW_DIALOG(self), priv->name);
    priv->begun = care_record_copy(task->owner);
    priv->shown = g_object_ref(task->owner);
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, line);
    if (said)
        care_record_dialog_say(CARE_RECORD_DIALOG(self), said);
}

CareRecord *
care_line_dialog_get_owner(CareLineDialog *self)
{
    return private_of(self)->owner;
}
