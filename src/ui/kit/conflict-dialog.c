/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/conflict-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/isolate.h"
#include "model/merge.h"
#include "service/flow-owners.h"
#include "service/flow.h"
#include "ui/kit/alert.h"
#include "ui/kit/delete.h"
#include "ui/kit/dialog-focus.h"
#include "ui/kit/field-text.h"
#include "ui/kit/toast.h"

/* A question that is being asked. */
typedef struct {
    GtkWidget *parent;
    CareStore *store;
    CareRecord *record;
    CareRecord *base;
    CareRecord *theirs; /* as it is stored; NULL of a new one */
    CareRecord *gone;   /* it, or what it belongs to, that was deleted; nullable */
    guint64 fields;
    GtkCheckButton *take[CARE_FIELDS_MAX]; /* theirs is chosen; the dialog has them */
    GtkWidget *first;                      /* where the cursor is put */
    CareConflictFunc func;
    gpointer user_data;
} Conflict;

static void
conflict_free(gpointer data)
{
    Conflict *conflict = data;

    g_object_unref(conflict->parent);
    g_object_unref(conflict->store);
    g_object_unref(conflict->record);
    g_object_unref(conflict->base);
    g_clear_object(&conflict->theirs);
    g_clear_object(&conflict->gone);
    g_free(conflict);
}

static void
end(Conflict *conflict, gboolean save)
{
    conflict->func(save, conflict->user_data);
    conflict_free(conflict);
}

/* Of a new one nothing is stored. Transfer full. */
static CareRecord *
load_theirs(CareStore *store, CareRecord *record)
{
    return care_record_id(record) != 0
               ? care_store_get(store, care_record_kind(record), care_record_id(record), NULL)
               : NULL;
}

/* Since the editor was given it. */
static gboolean
was_deleted(CareRecord *base, CareRecord *theirs)
{
    return care_record_stamp(theirs).deleted != 0 && care_record_stamp(base).deleted == 0;
}

/* From here on both sides are known: only what is chosen here differs from base. */
static void
apply(Conflict *conflict)
{
    for (guint i = 0; i < care_record_kind(conflict->record)->n_fields; i++) {
        if (!(conflict->fields & CARE_FIELD_BIT(i)))
            continue;
        if (gtk_check_button_get_active(conflict->take[i]))
            care_record_assign_field(conflict->record, conflict->theirs, (int)i);
        care_record_assign_field(conflict->base, conflict->theirs, (int)i);
    }
}

static void
on_answered(GObject *source, GAsyncResult *result, gpointer data)
{
    Conflict *conflict = data;
    const char *answer = adw_alert_dialog_choose_finish(ADW_ALERT_DIALOG(source), result);
    gboolean save = g_strcmp0(answer, "save") == 0;

    if (save)
        apply(conflict);
    end(conflict, save);
}

/* Not a row of a list, whose arrow keys would leave the choice where it is. */
static GtkCheckButton *
add_choice(GtkBox *box, const char *whose, const char *value)
{
    GtkWidget *check = gtk_check_button_new();
    GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *what = gtk_label_new(value);
    GtkWidget *who = gtk_label_new(whose);
    /* Translators: who wrote it, what they wrote */
    g_autofree char *spoken = g_strdup_printf(_("%s: %s"), whose, value);

    /* whole, for two long texts may differ in their last words */
    g_object_set(what, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
    gtk_label_set_xalign(GTK_LABEL(who), 0);
    gtk_widget_add_css_class(who, "caption");
    gtk_widget_add_css_class(who, "dimmed");
    gtk_box_append(GTK_BOX(words), what);
    gtk_box_append(GTK_BOX(words), who);
    gtk_widget_set_margin_start(words, 6);
    gtk_check_button_set_child(GTK_CHECK_BUTTON(check), words);
    gtk_accessible_update_property(GTK_ACCESSIBLE(check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
    gtk_box_append(box, check);
    return GTK_CHECK_BUTTON(check);
}

static GtkWidget *
field_new(Conflict *conflict, int field)
{
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
    const char *label = care_field_label(&care_record_kind(conflict->record)->fields[field]);
    GtkWidget *heading = gtk_label_new(label);
    g_autofree char *mine = care_field_text(conflict->store, conflict->record, field);
    g_autofree char *theirs = care_field_text(conflict->store, conflict->theirs, field);
    GtkCheckButton *keep;

    gtk_label_set_xalign(GTK_LABEL(heading), 0);
    gtk_widget_add_css_class(heading, "heading");
    gtk_box_append(GTK_BOX(box), heading);
    gtk_accessible_update_property(GTK_ACCESSIBLE(box), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    keep = add_choice(GTK_BOX(box), _("Written here"), mine);
    conflict->take[field] = add_choice(GTK_BOX(box), _("Saved elsewhere"), theirs);
    gtk_check_button_set_group(conflict->take[field], keep);
    gtk_check_button_set_active(keep, TRUE);
    if (!conflict->first)
        conflict->first = GTK_WIDGET(keep);
    return box;
}

/* Saves, wherever among the choices the cursor is: of itself it would only choose what is chosen. */
static gboolean
on_enter(GtkWidget *box, GVariant *arguments, gpointer data)
{
    gtk_widget_activate_default(box);
    return TRUE;
}

static void
let_enter_save(GtkWidget *box)
{
    GtkEventController *keys = gtk_shortcut_controller_new();

    gtk_event_controller_set_propagation_phase(keys, GTK_PHASE_CAPTURE);
    gtk_shortcut_controller_add_shortcut(
        GTK_SHORTCUT_CONTROLLER(keys),
        gtk_shortcut_new(gtk_alternative_trigger_new(gtk_keyval_trigger_new(GDK_KEY_Return, 0),
                                                     gtk_keyval_trigger_new(GDK_KEY_KP_Enter, 0)),
                         gtk_callback_action_new(on_enter, NULL, NULL)));
    gtk_widget_add_controller(box, keys);
}

static GtkWidget *
choices_new(Conflict *conflict)
{
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 18);

    for (guint i = 0; i < care_record_kind(conflict->record)->n_fields; i++)
        if (conflict->fields & CARE_FIELD_BIT(i))
            gtk_box_append(GTK_BOX(box), field_new(conflict, (int)i));
    let_enter_save(box);
    return box;
}

static void
present(Conflict *conflict)
{
    AdwAlertDialog *dialog = care_alert_new(
        _("Changed Elsewhere Too"),
        _("Somebody else changed the same while you were writing. Which of the two shall stand?"));

    adw_alert_dialog_add_responses(dialog, "cancel", _("_Keep Editing"), "save", _("_Save"), NULL);
    adw_alert_dialog_set_response_appearance(dialog, "save", ADW_RESPONSE_SUGGESTED);
    adw_alert_dialog_set_default_response(dialog, "save");
    adw_alert_dialog_set_close_response(dialog, "cancel");
    adw_alert_dialog_set_extra_child(dialog, choices_new(conflict));
    care_dialog_focus(ADW_DIALOG(dialog), conflict->first);
    adw_alert_dialog_choose(dialog, conflict->parent, NULL, on_answered, conflict);
}

gboolean
care_conflict_concerns(CareStore *store, CareRecord *record, CareRecord *base, const GError *error)
{
    g_autoptr(CareRecord) theirs = NULL;
    g_autoptr(CareRecord) owner = NULL;

    if (g_error_matches(error, CARE_ERROR, CARE_ERROR_CONFLICT)) /* of a new one there are no two */
        return care_record_id(record) != 0;
    if (!g_error_matches(error, CARE_ERROR, CARE_ERROR_NOT_FOUND))
        return FALSE;
    theirs = load_theirs(store, record);
    if (theirs ? was_deleted(base, theirs) : care_record_id(record) != 0)
        return TRUE;
    owner = care_flow_find_gone_owner(care_store_reader(store), record);
    return owner != NULL;
}

static guint64
find_fields(Conflict *conflict)
{
    g_autoptr(CareRecord) merged = care_record_copy(conflict->record);

    return care_record_merge(merged, conflict->base, conflict->theirs);
}

static void
ask_for_fields(Conflict *conflict)
{
    conflict->fields = find_fields(conflict);
    if (conflict->fields != 0)
        present(conflict);
    else /* they took it back meanwhile */
        end(conflict, TRUE);
}

/* Undo takes back what is saved then, and next that it came back. */
static void
on_back(GObject *source, GAsyncResult *result, gpointer data)
{
    Conflict *conflict = data;
    CareRecord *gone = conflict->gone;
    g_autofree char *title = care_record_title(gone);
    g_autofree char *name = care_isolate(title);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) along = care_flow_undelete_finish(CARE_STORE(source), result, &error);

    if (along)
        care_bring_back_remember(conflict->parent, conflict->store, care_record_kind(gone),
                                 care_record_id(gone), name, along);
    else
        care_toast_error(conflict->parent, error);
    end(conflict, along != NULL);
}

static void
on_bring_back_answered(GObject *source, GAsyncResult *result, gpointer data)
{
    Conflict *conflict = data;
    const char *answer = adw_alert_dialog_choose_finish(ADW_ALERT_DIALOG(source), result);

    if (g_strcmp0(answer, "back") == 0)
        care_flow_undelete_async(conflict->store, care_record_kind(conflict->gone),
                                 care_record_id(conflict->gone), on_back, conflict);
    else
        end(conflict, FALSE);
}

static void
offer_to_bring_back(Conflict *conflict)
{
    g_autofree char *title = care_record_title(conflict->gone);
    g_autofree char *name = care_isolate(title);
    /* Translators: %s is the name of a customer, a device … */
    g_autofree char *body = g_strdup_printf(
        _("“%s” was deleted while you were writing. What you wrote can be saved if it is brought back."),
        name);
    AdwAlertDialog *dialog = care_alert_new(_("Deleted Meanwhile"), body);

    adw_alert_dialog_add_responses(dialog, "cancel", _("_Cancel"), "back", _("_Bring Back and Save"), NULL);
    adw_alert_dialog_set_response_appearance(dialog, "back", ADW_RESPONSE_SUGGESTED);
    adw_alert_dialog_set_default_response(dialog, "back");
    adw_alert_dialog_set_close_response(dialog, "cancel");
    adw_alert_dialog_choose(dialog, conflict->parent, NULL, on_bring_back_answered, conflict);
}

static void
tell_gone(GtkWidget *parent)
{
    AdwAlertDialog *dialog = care_alert_new(
        _("Deleted for Good"), _("This was deleted for good while you were writing, and cannot be saved any "
                                 "more. What you wrote is still here, to copy what you want to keep."));

    adw_alert_dialog_add_responses(dialog, "close", _("_Close"), NULL);
    adw_alert_dialog_set_close_response(dialog, "close");
    adw_dialog_present(ADW_DIALOG(dialog), parent);
}

/* The record itself, or what it belongs to. NULL where nothing is deleted. Transfer full. */
static CareRecord *
find_gone(Conflict *conflict)
{
    if (conflict->theirs && was_deleted(conflict->base, conflict->theirs))
        return g_object_ref(conflict->theirs);
    if (conflict->theirs && find_fields(conflict) != 0)
        return NULL;
    return care_flow_find_gone_owner(care_store_reader(conflict->store), conflict->record);
}

static void
ask(Conflict *conflict)
{
    conflict->gone = find_gone(conflict);
    if (conflict->gone)
        offer_to_bring_back(conflict);
    else if (conflict->theirs)
        ask_for_fields(conflict);
    else /* they brought it back meanwhile */
        end(conflict, TRUE);
}

void
care_conflict_ask(GtkWidget *parent, CareStore *store, CareRecord *record, CareRecord *base,
                  CareConflictFunc func, gpointer user_data)
{
    g_autoptr(CareRecord) theirs = load_theirs(store, record);
    Conflict *conflict;

    if (!theirs && care_record_id(record) != 0) {
        tell_gone(parent);
        func(FALSE, user_data);
        return;
    }
    conflict = g_new0(Conflict, 1);
    conflict->parent = g_object_ref(parent);
    conflict->store = g_object_ref(store);
    conflict->record = g_object_ref(record);
    conflict->base = g_object_ref(base);
    conflict->theirs = g_steal_pointer(&theirs);
    conflict->func = func;
    conflict->user_data = user_data;
    ask(conflict);
}
