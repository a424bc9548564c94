/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/record-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "service/flow.h"
#include "ui/kit/announce.h"
#include "ui/kit/busy.h"
#include "ui/kit/conflict-dialog.h"
#include "ui/kit/date-row.h"
#include "ui/kit/delete.h"
#include "ui/kit/dialog-fit.h"
#include "ui/kit/dialog-focus.h"
#include "ui/kit/dialog-hold.h"
#include "ui/kit/field-text.h"
#include "ui/kit/money-row.h"
#include "ui/kit/number-row.h"
#include "ui/kit/save-key.h"
#include "ui/kit/take-back.h"
#include "ui/kit/template.h"
#include "ui/kit/text-area.h"
#include "ui/kit/typed-text.h"

enum {
    PROP_DELETE_TITLE = 1,
};

static void care_record_dialog_buildable_init(GtkBuildableIface *iface);

G_DEFINE_TYPE_WITH_CODE(CareRecordDialog, care_record_dialog, ADW_TYPE_DIALOG,
                        G_ADD_PRIVATE(CareRecordDialog)
                            G_IMPLEMENT_INTERFACE(GTK_TYPE_BUILDABLE, care_record_dialog_buildable_init))

CareRecordDialogPrivate *
care_record_dialog_private(CareRecordDialog *self)
{
    return care_record_dialog_get_instance_private(self);
}

static char *
care_record_dialog_real_title(CareRecordDialog *self)
{
    CareRecord *record = get_private(self)->record;

    return care_record_id(record) != 0 ? care_record_title(record) : NULL;
}

static char *
care_record_dialog_real_draft_key(CareRecordDialog *self)
{
    const char *word = CARE_RECORD_DIALOG_GET_CLASS(self)->draft_word;
    CareRecord *record = get_private(self)->record;

    if (!word)
        return NULL;
    return care_record_id(record) != 0 ? care_draft_key(word, care_record_id(record))
                                       : care_draft_key_of_new(word, care_record_customer(record));
}

static gboolean
care_record_dialog_real_check(CareRecordDialog *self)
{
    return care_form_check(get_private(self)->form);
}

static gboolean
opens(CareRecordDialog *self)
{
    CareRecordDialogClass *klass = CARE_RECORD_DIALOG_GET_CLASS(self);

    return klass->opens && klass->opens(self);
}

static void
offer_undo(CareRecordDialog *self, CareStore *store, const char *sentence)
{
    CareRecordDialogPrivate *priv = get_private(self);

    if (care_record_id(priv->before) == 0 && opens(self))
        care_take_back_offer_opened(priv->window, store, priv->record, priv->record, sentence);
    else if (priv->shown && care_record_equal(priv->before, priv->record)
             && (care_record_difference(priv->shown, priv->before) & priv->changed))
        care_take_back_settled(priv->window, priv->record, sentence);
    else
        care_take_back_offer(priv->window, store, priv->before, priv->record, sentence);
}

static void
on_flow_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareRecordDialog) self = data;
    char *(*say)(CareRecordDialog *) = CARE_RECORD_DIALOG_GET_CLASS(self)->saved_sentence;
    g_autofree char *sentence = NULL;
    g_autoptr(GError) error = NULL;

    if (care_flow_save_finish(CARE_STORE(source), result, &error)) {
        sentence = say ? say(self) : NULL;
        offer_undo(self, CARE_STORE(source), sentence);
    }
    care_record_dialog_finish(self, error);
}

static void
care_record_dialog_real_save(CareRecordDialog *self)
{
    CareRecordDialogPrivate *priv = get_private(self);

    g_clear_object(&priv->shown);
    priv->shown = care_record_copy(priv->before);
    priv->changed = care_record_difference(priv->before, priv->record);
    care_flow_save_async(care_record_dialog_get_store(self), priv->record, priv->before,
                         care_record_dialog_begin_save(self), on_flow_saved, g_object_ref(self));
}

static char *
care_record_dialog_real_deleted_sentence(CareRecordDialog *self)
{
    g_autofree char *name = care_record_title(get_private(self)->record);

    /* Translators: %s is the name of what was deleted */
    return g_strdup_printf(_("%s deleted"), name);
}

static void
on_delete(CareRecordDialog *self)
{
    CareRecord *record = get_private(self)->record;
    g_autofree char *sentence = CARE_RECORD_DIALOG_GET_CLASS(self)->deleted_sentence(self);

    if (care_record_dialog_is_saving(self))
        return;
    care_delete_with_undo(GTK_WIDGET(self), care_record_dialog_get_store(self), care_record_kind(record),
                          care_record_id(record), sentence);
    get_private(self)->done = TRUE;
    adw_dialog_close(ADW_DIALOG(self));
}

static void
emit_changed(CareRecordDialog *self, gboolean stood)
{
    CareRecordDialogClass *klass = CARE_RECORD_DIALOG_GET_CLASS(self);

    get_private(self)->stood = stood;
    if (klass->changed)
        klass->changed(self);
    get_private(self)->stood = FALSE;
}

/* Something was edited, by a widget of the derived dialog that the form does not know. */
void
care_record_dialog_touch(CareRecordDialog *self)
{
    CareRecordDialogPrivate *priv = get_private(self);
    gboolean stood = gtk_widget_get_visible(priv->said);

    gtk_widget_set_visible(priv->said, FALSE);
    care_record_dialog_write_down(self);
    emit_changed(self, stood);
}

/* What makes no sense yet is kept as well. */
static void
on_validity(CareRecordDialog *self)
{
    care_record_dialog_write_down(self);
    emit_changed(self, gtk_widget_get_visible(get_private(self)->said));
}

/* The groups of a derived dialog's template. */
static void
care_record_dialog_add_child(GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
    adw_preferences_page_add(get_private(CARE_RECORD_DIALOG(buildable))->page, ADW_PREFERENCES_GROUP(child));
}

static void
care_record_dialog_buildable_init(GtkBuildableIface *iface)
{
    iface->add_child = care_record_dialog_add_child;
}

static void
care_record_dialog_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    switch (id) {
    case PROP_DELETE_TITLE:
        adw_preferences_row_set_title(get_private(CARE_RECORD_DIALOG(object))->delete_row,
                                      g_value_get_string(value));
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_record_dialog_dispose(GObject *object)
{
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_RECORD_DIALOG);
    g_clear_weak_pointer(&get_private(CARE_RECORD_DIALOG(object))->window);
    G_OBJECT_CLASS(care_record_dialog_parent_class)->dispose(object);
}

/* Not in dispose: that of a derived dialog may still look at them. */
static void
care_record_dialog_finalize(GObject *object)
{
    CareRecordDialogPrivate *priv = get_private(CARE_RECORD_DIALOG(object));

    g_clear_object(&priv->keeper);
    g_clear_object(&priv->record);
    g_clear_object(&priv->before);
    g_clear_object(&priv->begun);
    g_clear_object(&priv->shown);
    g_clear_object(&priv->context);
    g_free(priv->draft);
    G_OBJECT_CLASS(care_record_dialog_parent_class)->finalize(object);
}

static void
care_record_dialog_class_init(CareRecordDialogClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);

    object_class->set_property = care_record_dialog_set_property;
    object_class->dispose = care_record_dialog_dispose;
    object_class->finalize = care_record_dialog_finalize;
    ADW_DIALOG_CLASS(klass)->closed = care_record_dialog_closed;
    klass->title = care_record_dialog_real_title;
    klass->draft_key = care_record_dialog_real_draft_key;
    klass->check = care_record_dialog_real_check;
    klass->save = care_record_dialog_real_save;
    klass->deleted_sentence = care_record_dialog_real_deleted_sentence;

    g_object_class_install_property(
        object_class, PROP_DELETE_TITLE,
        g_param_spec_string("delete-title", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));

    /* for the templates of derived dialogs */
    CARE_TEMPLATE_NEEDS(CARE_TYPE_DATE_ROW, CARE_TYPE_MONEY_ROW, CARE_TYPE_NUMBER_ROW, CARE_TYPE_TEXT_AREA);
    CARE_TEMPLATE(klass, "kit/record-dialog.ui");
    CARE_TEMPLATE_PRIVATE(klass, CareRecordDialog, title, draft_banner, said, save, page, delete_group,
                          delete_row);
    CARE_TEMPLATE_CALLBACKS(klass, care_record_dialog_continue, care_record_dialog_save, on_delete);
}

static void
care_record_dialog_init(CareRecordDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_save_key_add(ADW_DIALOG(self), GTK_WIDGET(get_private(self)->save));
    care_dialog_fit(ADW_DIALOG(self), GTK_WIDGET(get_private(self)->page));
}

void
care_record_dialog_show_title(CareRecordDialog *self)
{
    CareRecordDialogClass *klass = CARE_RECORD_DIALOG_GET_CLASS(self);
    AdwWindowTitle *header = get_private(self)->title;
    g_autofree char *customer = klass->title_with ? care_field_customer(care_record_dialog_get_store(self),
                                                                        get_private(self)->record)
                                                  : NULL;
    g_autofree char *title = customer ? klass->title_with(self, customer) : klass->title(self);

    if (customer) {
        adw_window_title_set_title(header, adw_dialog_get_title(ADW_DIALOG(self)));
        adw_window_title_set_subtitle(header, customer);
    }
    if (title)
        adw_dialog_set_title(ADW_DIALOG(self), title);
    if (!customer)
        adw_window_title_set_title(header, adw_dialog_get_title(ADW_DIALOG(self)));
}

static void
offer_delete(CareRecordDialog *self)
{
    CareRecordDialogPrivate *priv = get_private(self);

    if (care_record_id(priv->record) != 0 && *adw_preferences_row_get_title(priv->delete_row))
        adw_preferences_page_add(priv->page, priv->delete_group);
}

/* Enter saves in every row of every dialog. */
static void
save_by_enter(GtkWidget *widget)
{
    if (ADW_IS_ENTRY_ROW(widget))
        adw_entry_row_set_activates_default(ADW_ENTRY_ROW(widget), TRUE);
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child;
         child = gtk_widget_get_next_sibling(child))
        save_by_enter(child);
}

/**
 * care_record_dialog_present:
 * @parent: a widget in the window it is shown over
 * @record: a known one, or a new one with what is certain about it; the dialog works on a copy
 *
 * Once for each dialog.
 */
void
care_record_dialog_present(CareRecordDialog *self, GtkWidget *parent, CareContext *context,
                           CareRecord *record)
{
    CareRecordDialogClass *klass = CARE_RECORD_DIALOG_GET_CLASS(self);
    CareRecordDialogPrivate *priv;
    GtkWidget *focus;

    g_return_if_fail(CARE_IS_RECORD_DIALOG(self));
    priv = get_private(self);
    g_return_if_fail(priv->record == NULL);
    priv->context = g_object_ref(context);
    priv->record = care_record_copy(record);
    care_typed_text_copy(record, priv->record);
    g_set_weak_pointer(&priv->window, GTK_WIDGET(gtk_widget_get_root(parent)));
    priv->form = care_form_bind(GTK_WIDGET(self), priv->record, care_context_get_store(context));
    g_signal_connect_object(priv->form, "changed", G_CALLBACK(care_record_dialog_touch), self,
                            G_CONNECT_SWAPPED);
    g_signal_connect_object(priv->form, "validity", G_CALLBACK(on_validity), self, G_CONNECT_SWAPPED);
    care_record_dialog_keep_draft(self, care_draft_goes_on_under(record));
    care_record_dialog_show_title(self);
    if (klass->bound)
        klass->bound(self);
    save_by_enter(GTK_WIDGET(priv->page));
    offer_delete(self);
    emit_changed(self, FALSE);

    focus = adw_dialog_get_focus(ADW_DIALOG(self));
    if (focus)
        care_dialog_focus(ADW_DIALOG(self), focus);
    adw_dialog_present(ADW_DIALOG(self), parent);
    care_record_dialog_take_focus(self);
}

/* As if Save was pressed. */
void
care_record_dialog_save(CareRecordDialog *self)
{
    CareRecordDialogClass *klass = CARE_RECORD_DIALOG_GET_CLASS(self);

    if (care_record_dialog_is_saving(self) || !klass->check(self))
        return;
    care_busy_begin(GTK_WIDGET(get_private(self)->save));
    klass->save(self);
}

/* The next six are there from care_record_dialog_present() on. Transfer none. */
CareContext *
care_record_dialog_get_context(CareRecordDialog *self)
{
    return get_private(self)->context;
}

CareStore *
care_record_dialog_get_store(CareRecordDialog *self)
{
    return care_context_get_store(get_private(self)->context);
}

/* The copy that is edited. */
CareRecord *
care_record_dialog_get_record(CareRecordDialog *self)
{
    return get_private(self)->record;
}

/* As it was when the dialog was opened, without what a continued draft holds. */
CareRecord *
care_record_dialog_get_before(CareRecordDialog *self)
{
    return get_private(self)->before;
}

CareForm *
care_record_dialog_get_form(CareRecordDialog *self)
{
    return get_private(self)->form;
}

/* Nullable: where a toast can still be shown when the dialog is gone. */
GtkWidget *
care_record_dialog_get_window(CareRecordDialog *self)
{
    return get_private(self)->window;
}

/* Below all that stand there. */
void
care_record_dialog_add_group(CareRecordDialog *self, AdwPreferencesGroup *group)
{
    adw_preferences_page_add(get_private(self)->page, group);
}

/* With a mnemonic, "_Save Anyway". */
void
care_record_dialog_set_save_label(CareRecordDialog *self, const char *label)
{
    gtk_button_set_label(get_private(self)->save, label);
}

/* Says over the rows why it was not saved. Plain text, no markup. In no banner, which is cut after three lines: what another desk
 * wrote is read to its end before it is written over. What stood there before an edit, and stands again, is no news. */
void
care_record_dialog_say(CareRecordDialog *self, const char *sentence)
{
    CareRecordDialogPrivate *priv = get_private(self);
    gboolean again = priv->stood && g_str_equal(gtk_label_get_text(GTK_LABEL(priv->said)), sentence);

    gtk_label_set_text(GTK_LABEL(priv->said), sentence);
    gtk_widget_set_visible(priv->said, TRUE);
    if (again)
        return;
    adw_preferences_page_scroll_to_top(priv->page);
    care_announce(priv->said, sentence);
}

static void
on_conflict_answered(gboolean save, gpointer data)
{
    g_autoptr(CareRecordDialog) self = data;

    if (save)
        care_record_dialog_save(self);
}

gboolean
care_record_dialog_is_saving(CareRecordDialog *self)
{
    return care_dialog_is_held(ADW_DIALOG(self));
}

/* For a save of one's own, which ends in care_record_dialog_finish(): the key of the draft that is to be forgotten in
 * the same transaction. Nullable. */
const char *
care_record_dialog_begin_save(CareRecordDialog *self)
{
    CareDraftKeeper *keeper = get_private(self)->keeper;

    care_dialog_hold(ADW_DIALOG(self));
    return keeper ? care_draft_keeper_begin_save(keeper) : NULL;
}

static void
end_save(CareRecordDialog *self, gboolean done)
{
    CareRecordDialogPrivate *priv = get_private(self);

    care_busy_end(GTK_WIDGET(priv->save));
    care_dialog_release(ADW_DIALOG(self));
    if (priv->keeper)
        care_draft_keeper_saved(priv->keeper, done);
}

/* In place of care_record_dialog_finish(), where it is tried again at once: nothing was saved, and nothing is said. */
void
care_record_dialog_save_anew(CareRecordDialog *self)
{
    end_save(self, FALSE);
}

/* Saving came to its end: closes the dialog, or says the error and lets it be tried again. Where somebody else changed
 * the same, what to keep is asked, and it is tried again at once. */
void
care_record_dialog_finish(CareRecordDialog *self, const GError *error)
{
    CareRecordDialogClass *klass = CARE_RECORD_DIALOG_GET_CLASS(self);
    CareRecordDialogPrivate *priv = get_private(self);

    end_save(self, error == NULL);
    if (care_conflict_concerns(care_record_dialog_get_store(self), priv->record, priv->before, error)) {
        care_conflict_ask(GTK_WIDGET(self), care_record_dialog_get_store(self), priv->record, priv->before,
                          on_conflict_answered, g_object_ref(self));
        return;
    }
    if (error) {
        care_record_dialog_say(self, error->message);
        return;
    }
    priv->done = TRUE;
    if (klass->saved)
        klass->saved(self);
    if (priv->window && opens(self))
        gtk_widget_activate_action(priv->window, "win.open", "(sx)", care_record_kind(priv->record)->name,
                                   (gint64)care_record_id(priv->record));
    adw_dialog_close(ADW_DIALOG(self));
}
