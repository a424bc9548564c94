/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/note-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "model/job.h"
#include "service/flow.h"
#include "service/jobs/job-flow.h"
#include "service/outreach/message-send.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/template.h"
#include "ui/customers/customer-strip.h"

struct _CareNoteDialog {
    CareRecordDialog parent_instance;

    CareId kept_job;      /* whose customer is told by this; 0: none */
    CareId kept_followup; /* what is done by this; 0: none */

    AdwToggleGroup *how;
    GtkWidget *body;
    GtkWidget *call_group;
    AdwActionRow *phone_row;
    AdwSwitchRow *kept;
};

G_DEFINE_FINAL_TYPE(CareNoteDialog, care_note_dialog, CARE_TYPE_RECORD_DIALOG)

/* The four ways, as the record has them. */
static const struct {
    const char *name;
    const char *direction;
    const char *channel;
} ways[] = {
    { "note", "note", "note" },
    { "in", "in", "phone" },
    { "out", "out", "phone" },
    { "counter", "in", "counter" },
};

static void
on_how(CareNoteDialog *self)
{
    CareRecord *entry = care_record_dialog_get_record(CARE_RECORD_DIALOG(self));
    const char *name = adw_toggle_group_get_active_name(self->how);

    for (guint i = 0; entry && i < G_N_ELEMENTS(ways); i++) {
        if (g_strcmp0(ways[i].name, name) != 0)
            continue;
        care_record_set_text(entry, CARE_INTERACTION_DIRECTION, ways[i].direction);
        care_record_set_text(entry, CARE_INTERACTION_CHANNEL, ways[i].channel);
    }
}

static void
show_how(CareNoteDialog *self, CareRecord *entry)
{
    const char *direction = care_record_text(entry, CARE_INTERACTION_DIRECTION);
    const char *channel = care_record_text(entry, CARE_INTERACTION_CHANNEL);

    for (guint i = 0; i < G_N_ELEMENTS(ways); i++) {
        if (g_strcmp0(ways[i].direction, direction) == 0 && g_strcmp0(ways[i].channel, channel) == 0) {
            adw_toggle_group_set_active_name(self->how, ways[i].name);
            return;
        }
    }
    /* a message of another channel keeps what it is */
    gtk_widget_set_visible(GTK_WIDGET(self->how), FALSE);
}

/* The entry and the promise it keeps, in one transaction. */
typedef struct {
    CareRecord *interaction;
    CareId job;
    CareId followup;
} Entry;

static void
entry_free(gpointer data)
{
    Entry *entry = data;

    g_object_unref(entry->interaction);
    g_free(entry);
}

static gboolean
mark_done(CareTransaction *transaction, Entry *entry, GError **error)
{
    g_autoptr(CareRecord) followup
        = care_transaction_load(transaction, &care_followup_kind, entry->followup, error);

    if (!followup)
        return FALSE;
    care_record_set_text(followup, CARE_FOLLOWUP_STATE, "done");
    care_record_set_int(followup, CARE_FOLLOWUP_DONE, care_transaction_now(transaction));
    return care_flow_save(transaction, followup, error);
}

static gboolean
write_entry(CareTransaction *transaction, gpointer data, GError **error)
{
    Entry *entry = data;

    if (!care_record_is_set(entry->interaction, CARE_INTERACTION_AT))
        care_record_set_int(entry->interaction, CARE_INTERACTION_AT, care_transaction_now(transaction));
    if (entry->job == 0 ? !care_flow_save(transaction, entry->interaction, error)
                        : !care_job_flow_tell(transaction, entry->job, entry->interaction, error))
        return FALSE;
    return entry->followup == 0 || mark_done(transaction, entry, error);
}

static void
on_written(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareRecordDialog) dialog = data;
    g_autoptr(GError) error = NULL;

    care_store_write_finish(CARE_STORE(source), result, &error);
    care_record_dialog_finish(dialog, error);
}

static gboolean
is_kept(CareNoteDialog *self)
{
    return (self->kept_job || self->kept_followup) && adw_switch_row_get_active(self->kept);
}

static gboolean
care_note_dialog_check(CareRecordDialog *dialog)
{
    CareNoteDialog *self = CARE_NOTE_DIALOG(dialog);
    CareRecord *entry = care_record_dialog_get_record(dialog);

    if (care_record_is_set(entry, CARE_INTERACTION_BODY)
        || care_record_is_set(entry, CARE_INTERACTION_SUBJECT) || is_kept(self))
        return TRUE;
    gtk_widget_grab_focus(self->body);
    care_record_dialog_say(dialog, _("Write down what was said, even one word."));
    return FALSE;
}

static void
care_note_dialog_save(CareRecordDialog *dialog)
{
    CareNoteDialog *self = CARE_NOTE_DIALOG(dialog);
    CareStore *store = care_record_dialog_get_store(dialog);
    Entry *entry = g_new0(Entry, 1);

    entry->interaction = care_record_copy(care_record_dialog_get_record(dialog));
    if (!care_record_is_set(entry->interaction, CARE_INTERACTION_STAFF) && care_store_actor(store))
        care_record_set_int(entry->interaction, CARE_INTERACTION_STAFF, care_store_actor(store));
    entry->job = is_kept(self) ? self->kept_job : 0;
    entry->followup = is_kept(self) ? self->kept_followup : 0;
    care_store_write_async(store, CARE_PRIORITY_INTERACTIVE, write_entry, entry, entry_free, NULL, on_written,
                           g_object_ref(self));
}

static void
on_called(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareRecordDialog) dialog = data;
    g_autoptr(GError) error = NULL;

    if (!care_message_link_finish(result, &error)
        && !g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        care_record_dialog_say(dialog, error->message);
}

static void
on_call(CareNoteDialog *self)
{
    g_autofree char *uri = care_message_phone_uri(adw_action_row_get_subtitle(self->phone_row));

    care_message_link_async(uri, NULL, on_called, g_object_ref(self));
}

/* What they said is no title. */
static char *
care_note_dialog_title(CareRecordDialog *dialog)
{
    return NULL;
}

static char *
care_note_dialog_deleted_sentence(CareRecordDialog *dialog)
{
    return g_strdup(_("Entry deleted"));
}

static void
care_note_dialog_class_init(CareNoteDialogClass *klass)
{
    CareRecordDialogClass *dialog_class = CARE_RECORD_DIALOG_CLASS(klass);

    dialog_class->title = care_note_dialog_title;
    dialog_class->check = care_note_dialog_check;
    dialog_class->save = care_note_dialog_save;
    dialog_class->deleted_sentence = care_note_dialog_deleted_sentence;
    dialog_class->draft_word = "note"; /* no "interaction": that kind is shown elsewhere */

    CARE_TEMPLATE(klass, "customers/note-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareNoteDialog, how, body, call_group, phone_row, kept);
    CARE_TEMPLATE_CALLBACKS(klass, on_how, on_call);
}

static void
care_note_dialog_init(CareNoteDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

/* What was being kept when the entry was interrupted. */
static void
take_promise_again(CareNoteDialog *self, CareStore *store, CareRecord *entry)
{
    CareId id = care_record_int(entry, CARE_INTERACTION_JOB);
    g_autoptr(CareRecord) job = id != 0 ? care_store_get(store, &care_job_kind, id, NULL) : NULL;

    self->kept_followup = care_record_int(entry, CARE_INTERACTION_FOLLOWUP);
    if (self->kept_followup != 0)
        adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->kept), _("This Is Done"));
    else if (job && care_job_owes_message(job))
        self->kept_job = id;
    gtk_widget_set_visible(self->call_group, self->kept_followup != 0 || self->kept_job != 0);
    gtk_widget_set_visible(GTK_WIDGET(self->phone_row), FALSE);
}

static void
take_promise(CareNoteDialog *self, CareCustomerFacts *facts, CareRecord *entry)
{
    g_autofree char *title = care_promise_action(facts);

    adw_dialog_set_title(ADW_DIALOG(self), title);
    if (facts->promise == CARE_PROMISE_TELL) {
        self->kept_job = care_record_id(facts->promised);
        care_record_set_int(entry, CARE_INTERACTION_JOB, self->kept_job);
        care_record_set_text(entry, CARE_INTERACTION_SUBJECT, _("Your repair is ready"));
    } else if (facts->promise == CARE_PROMISE_FOLLOWUP) {
        self->kept_followup = care_record_id(facts->promised);
        care_record_set_int(entry, CARE_INTERACTION_FOLLOWUP, self->kept_followup);
        care_record_set_text(entry, CARE_INTERACTION_SUBJECT,
                             care_record_text(facts->promised, CARE_FOLLOWUP_TITLE));
        adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->kept), _("This Is Done"));
    }
    gtk_widget_set_visible(self->call_group, TRUE);
    gtk_widget_set_visible(GTK_WIDGET(self->phone_row), facts->phone != NULL);
    adw_action_row_set_subtitle(self->phone_row, facts->phone ? facts->phone : "");
}

/* A new entry for the facts' customer. */
void
care_note_dialog_present(GtkWidget *parent, CareContext *context, CareCustomerFacts *facts,
                         CareNotePurpose purpose)
{
    CareNoteDialog *self = g_object_new(CARE_TYPE_NOTE_DIALOG, NULL);
    g_autoptr(CareRecord) entry = CARE_RECORD(care_interaction_new());
    gboolean promise = purpose == CARE_NOTE_PROMISE;

    care_record_set_int(entry, CARE_INTERACTION_CUSTOMER, care_record_id(facts->customer));
    care_record_set_text(entry, CARE_INTERACTION_DIRECTION, promise ? "out" : "note");
    care_record_set_text(entry, CARE_INTERACTION_CHANNEL, promise ? "phone" : "note");
    show_how(self, entry);
    if (promise)
        take_promise(self, facts, entry);
    adw_dialog_set_focus(ADW_DIALOG(self), self->body);
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, entry);
}

/* An entry of the timeline, to be read or put right. */
void
care_note_dialog_edit(GtkWidget *parent, CareContext *context, CareId id)
{
    g_autoptr(CareRecord) entry
        = care_store_get(care_context_get_store(context), &care_interaction_kind, id, NULL);
    CareNoteDialog *self;

    if (!entry)
        return;
    self = g_object_new(CARE_TYPE_NOTE_DIALOG, NULL);
    show_how(self, entry);
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, entry);
}

gboolean
care_note_dialog_continue(GtkWidget *parent, CareContext *context, const char *draft)
{
    CareStore *store = care_context_get_store(context);
    g_autoptr(CareRecord) entry = care_draft_resume(store, draft, &care_interaction_kind);
    CareNoteDialog *self;

    if (!entry)
        return FALSE;
    self = g_object_new(CARE_TYPE_NOTE_DIALOG, NULL);
    show_how(self, entry);
    if (care_record_id(entry) == 0)
        take_promise_again(self, store, entry);
    adw_dialog_set_focus(ADW_DIALOG(self), self->body);
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, entry);
    return TRUE;
}
