/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/question.h"

#include <glib/gi18n-lib.h>

#include "core/seen.h"
#include "ui/kit/alert.h"
#include "ui/kit/dialog-focus.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/save-key.h"
#include "ui/kit/toast.h"
#include "ui/kit/typed-row.h"

AdwAlertDialog *
care_question_new(const char *heading, const char *body, const char *yes)
{
    AdwAlertDialog *question = care_alert_new(heading, body);

    adw_alert_dialog_add_responses(question, CARE_QUESTION_NO, _("_Cancel"), CARE_QUESTION_YES, yes, NULL);
    adw_alert_dialog_set_response_appearance(question, CARE_QUESTION_YES, ADW_RESPONSE_SUGGESTED);
    adw_alert_dialog_set_default_response(question, CARE_QUESTION_YES);
    adw_alert_dialog_set_close_response(question, CARE_QUESTION_NO);
    care_save_key_add(ADW_DIALOG(question), NULL);
    return question;
}

/* Enter gives the answer; where it makes no sense, it says why not. */
static void
answer_by_enter(GtkWidget *row)
{
    adw_entry_row_set_activates_default(ADW_ENTRY_ROW(row), TRUE);
    if (CARE_IS_TYPED_ROW(row))
        g_signal_connect(row, "entry-activated", G_CALLBACK(care_typed_row_check), NULL);
}

void
care_question_set_row(AdwAlertDialog *question, GtkWidget *row)
{
    GtkWidget *list = gtk_list_box_new();

    if (ADW_IS_ENTRY_ROW(row))
        answer_by_enter(row);
    care_dialog_focus(ADW_DIALOG(question), row);
    gtk_list_box_set_selection_mode(GTK_LIST_BOX(list), GTK_SELECTION_NONE);
    gtk_widget_add_css_class(list, "boxed-list");
    gtk_list_box_append(GTK_LIST_BOX(list), row);
    adw_alert_dialog_set_extra_child(question, list);
}

char *
care_question_words(GtkWidget *row)
{
    return care_text_seen(gtk_editable_get_text(GTK_EDITABLE(row)));
}

static void
on_words(GtkWidget *row, AdwAlertDialog *question)
{
    g_autofree char *words = care_question_words(row);

    adw_alert_dialog_set_response_enabled(question, CARE_QUESTION_YES, *words != '\0');
}

/* The draft of what is written into it; owned by its question. */
typedef struct {
    CareRecord *record;
    int field;
    CareDraftKeeper *keeper;
} Kept;

static void
kept_free(gpointer data)
{
    Kept *kept = data;

    g_object_unref(kept->keeper);
    g_object_unref(kept->record);
    g_free(kept);
}

static Kept *
kept_of(gpointer question)
{
    return g_object_get_data(G_OBJECT(question), "care-kept");
}

static void
write_down(GtkWidget *row, AdwAlertDialog *question)
{
    Kept *kept = kept_of(question);
    g_autofree char *words = care_question_words(row);

    care_record_set_text(kept->record, kept->field, *words ? words : NULL);
    if (*words)
        care_draft_keeper_touch(kept->keeper);
    else
        care_draft_keeper_forget(kept->keeper);
}

static void
ask_again(gpointer question)
{
    GtkWidget *window = care_toast_window(NULL);
    Kept *kept = kept_of(question);

    if (!window)
        return;
    if (kept)
        care_draft_keeper_touch(kept->keeper);
    care_dialog_present_again(ADW_DIALOG(question), window);
}

/* What was written and not used can be taken up again, as everywhere; with the window it goes as it stands. */
static void
on_left(AdwAlertDialog *question, const char *response, GtkWidget *row)
{
    g_autofree char *words = care_question_words(row);
    Kept *kept = kept_of(question);

    if (g_object_get_data(G_OBJECT(question), "care-leaves"))
        return;
    if (kept)
        care_draft_keeper_forget(kept->keeper);
    if (!g_str_equal(response, CARE_QUESTION_YES) && *words != '\0'
        && g_strcmp0(words, g_object_get_data(G_OBJECT(row), "care-known")) != 0)
        care_toast_unsaved(NULL, _("Not saved"), ask_again, g_object_ref(question), g_object_unref);
}

GtkWidget *
care_question_add_words(AdwAlertDialog *question, const char *title, const char *known)
{
    GtkWidget *row = g_object_new(ADW_TYPE_ENTRY_ROW, "title", title, NULL);

    gtk_editable_set_text(GTK_EDITABLE(row), known ? known : "");
    care_question_set_row(question, row);
    g_object_set_data_full(G_OBJECT(row), "care-known", g_strdup(known), g_free);
    g_signal_connect_object(row, "changed", G_CALLBACK(on_words), question, 0);
    g_signal_connect_object(question, "response", G_CALLBACK(on_left), row, 0);
    on_words(row, question);
    return row;
}

void
care_question_keep(AdwAlertDialog *question, GtkWidget *row, CareStore *store, const char *key,
                   CareRecord *record, int field)
{
    Kept *kept = g_new0(Kept, 1);
    g_autofree char *text = care_draft_read(store, key);
    g_autofree char *words = NULL;

    kept->record = care_record_copy(record);
    kept->field = field;
    kept->keeper = care_draft_keeper_new(store, key, kept->record, NULL);
    g_object_set_data_full(G_OBJECT(question), "care-kept", kept, kept_free);
    g_signal_connect_object(row, "changed", G_CALLBACK(write_down), question, 0);
    if (!text || !care_draft_take(kept->record, NULL, text))
        return;
    words = g_strdup(care_record_text(kept->record, field));
    if (words)
        gtk_editable_set_text(GTK_EDITABLE(row), words);
    gtk_editable_set_position(GTK_EDITABLE(row), -1);
}

void
care_question_leave(AdwAlertDialog *question)
{
    g_object_set_data(G_OBJECT(question), "care-leaves", question);
    adw_dialog_force_close(ADW_DIALOG(question));
}
