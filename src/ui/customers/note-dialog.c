/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/note-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/interaction.h"
#include "ui/parts/record-line.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/template.h"
#include "ui/kit/toggle-menu.h"

struct _CareNoteDialog {
    CareRecordDialog parent_instance;

    AdwToggleGroup *how;
    CareFit *how_fit;
    GtkWidget *body;
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

static gboolean
care_note_dialog_check(CareRecordDialog *dialog)
{
    CareNoteDialog *self = CARE_NOTE_DIALOG(dialog);
    CareRecord *entry = care_record_dialog_get_record(dialog);

    if (care_record_is_set(entry, CARE_INTERACTION_BODY)
        || care_record_is_set(entry, CARE_INTERACTION_SUBJECT))
        return TRUE;
    gtk_widget_grab_focus(self->body);
    care_record_dialog_say(dialog, _("Write down what was said, even one word."));
    return FALSE;
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
    return care_record_line_deleted(care_record_dialog_get_store(dialog),
                                    care_record_dialog_get_record(dialog));
}

static char *
care_note_dialog_saved_sentence(CareRecordDialog *dialog)
{
    return g_strdup(_("Entry saved"));
}

static void
care_note_dialog_class_init(CareNoteDialogClass *klass)
{
    CareRecordDialogClass *dialog_class = CARE_RECORD_DIALOG_CLASS(klass);

    dialog_class->title = care_note_dialog_title;
    dialog_class->check = care_note_dialog_check;
    dialog_class->saved_sentence = care_note_dialog_saved_sentence;
    dialog_class->deleted_sentence = care_note_dialog_deleted_sentence;
    dialog_class->draft_word = "note"; /* no "interaction": that kind is shown elsewhere */

    CARE_TEMPLATE(klass, "customers/note-dialog.ui");
    CARE_TEMPLATE_NEEDS(CARE_TYPE_FIT);
    CARE_TEMPLATE_CHILDREN(klass, CareNoteDialog, how, how_fit, body);
    CARE_TEMPLATE_CALLBACKS(klass, on_how);
}

static void
care_note_dialog_init(CareNoteDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_toggle_menu_fit(self->how_fit, self->how, self->how, _("What it was"));
}

/* A new entry for the facts' customer. */
void
care_note_dialog_present(GtkWidget *parent, CareContext *context, CareCustomerFacts *facts)
{
    CareNoteDialog *self = g_object_new(CARE_TYPE_NOTE_DIALOG, NULL);
    g_autoptr(CareRecord) entry = CARE_RECORD(care_interaction_new());

    care_record_set_int(entry, CARE_INTERACTION_CUSTOMER, care_record_id(facts->customer));
    care_record_set_text(entry, CARE_INTERACTION_DIRECTION, care_direction_word(CARE_DIRECTION_NOTE));
    care_record_set_text(entry, CARE_INTERACTION_CHANNEL, CARE_INTERACTION_BY_NONE);
    care_record_set_int(entry, CARE_INTERACTION_STAFF, care_store_actor(care_context_get_store(context)));
    show_how(self, entry);
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
    adw_dialog_set_focus(ADW_DIALOG(self), self->body);
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, entry);
    return TRUE;
}
