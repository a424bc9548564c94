/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/conflict-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/merge.h"
#include "ui/kit/field-text.h"

/* A question that is being asked. */
typedef struct {
    CareRecord *record;
    CareRecord *base;
    CareRecord *theirs;
    guint64 fields;
    GtkCheckButton *take[CARE_FIELDS_MAX]; /* theirs is chosen; the dialog has them */
    CareConflictFunc func;
    gpointer user_data;
} Conflict;

static void
conflict_free(gpointer data)
{
    Conflict *conflict = data;

    g_object_unref(conflict->record);
    g_object_unref(conflict->base);
    g_object_unref(conflict->theirs);
    g_free(conflict);
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
    conflict->func(save, conflict->user_data);
    conflict_free(conflict);
}

static GtkCheckButton *
add_choice(GtkListBox *list, const char *title, const char *value)
{
    GtkWidget *row = adw_action_row_new();
    GtkWidget *check = gtk_check_button_new();

    gtk_widget_set_valign(check, GTK_ALIGN_CENTER);
    adw_preferences_row_set_use_markup(ADW_PREFERENCES_ROW(row), FALSE);
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(row), value);
    adw_action_row_set_title_lines(ADW_ACTION_ROW(row), 3);
    adw_action_row_set_subtitle(ADW_ACTION_ROW(row), title);
    adw_action_row_add_prefix(ADW_ACTION_ROW(row), check);
    adw_action_row_set_activatable_widget(ADW_ACTION_ROW(row), check);
    gtk_list_box_append(list, row);
    return GTK_CHECK_BUTTON(check);
}

static GtkWidget *
field_new(Conflict *conflict, CareStore *store, int field)
{
    GtkWidget *group = adw_preferences_group_new();
    GtkWidget *list = gtk_list_box_new();
    g_autofree char *mine = care_field_text(store, conflict->record, field);
    g_autofree char *theirs = care_field_text(store, conflict->theirs, field);
    GtkCheckButton *keep = add_choice(GTK_LIST_BOX(list), _("Written here"), mine);

    conflict->take[field] = add_choice(GTK_LIST_BOX(list), _("Saved elsewhere"), theirs);
    gtk_check_button_set_group(conflict->take[field], keep);
    gtk_check_button_set_active(keep, TRUE);
    gtk_widget_add_css_class(list, "boxed-list");
    gtk_list_box_set_selection_mode(GTK_LIST_BOX(list), GTK_SELECTION_NONE);
    adw_preferences_group_set_title(ADW_PREFERENCES_GROUP(group),
                                    care_field_label(&care_record_kind(conflict->record)->fields[field]));
    adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), list);
    return group;
}

static GtkWidget *
choices_new(Conflict *conflict, CareStore *store)
{
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 18);

    for (guint i = 0; i < care_record_kind(conflict->record)->n_fields; i++)
        if (conflict->fields & CARE_FIELD_BIT(i))
            gtk_box_append(GTK_BOX(box), field_new(conflict, store, (int)i));
    return box;
}

static void
present(GtkWidget *parent, CareStore *store, Conflict *conflict)
{
    AdwAlertDialog *dialog = ADW_ALERT_DIALOG(adw_alert_dialog_new(
        _("Changed Elsewhere Too"),
        _("Somebody else changed the same while you were writing. Choose what it shall be.")));

    adw_alert_dialog_add_responses(dialog, "cancel", _("_Cancel"), "save", _("_Save"), NULL);
    adw_alert_dialog_set_response_appearance(dialog, "save", ADW_RESPONSE_SUGGESTED);
    adw_alert_dialog_set_default_response(dialog, "save");
    adw_alert_dialog_set_close_response(dialog, "cancel");
    adw_alert_dialog_set_extra_child(dialog, choices_new(conflict, store));
    adw_alert_dialog_choose(dialog, parent, NULL, on_answered, conflict);
}

void
care_conflict_ask(GtkWidget *parent, CareStore *store, CareRecord *record, CareRecord *base,
                  CareConflictFunc func, gpointer user_data)
{
    g_autoptr(CareRecord) theirs
        = care_store_get(store, care_record_kind(record), care_record_id(record), NULL);
    g_autoptr(CareRecord) merged = care_record_copy(record);
    Conflict *conflict;

    if (!theirs) {
        func(FALSE, user_data);
        return;
    }
    conflict = g_new0(Conflict, 1);
    conflict->record = g_object_ref(record);
    conflict->base = g_object_ref(base);
    conflict->theirs = g_object_ref(theirs);
    conflict->fields = care_record_merge(merged, base, theirs);
    conflict->func = func;
    conflict->user_data = user_data;
    if (conflict->fields != 0) {
        present(parent, store, conflict);
        return;
    }
    /* they took it back meanwhile */
    func(TRUE, user_data);
    conflict_free(conflict);
}
