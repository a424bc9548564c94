/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/call-dialog.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/customer.h"
#include "model/interaction.h"
#include "model/situation.h"
#include "model/channel.h"
#include "store/draft.h"
#include "ui/parts/call-card.h"
#include "ui/parts/contact-undo.h"
#include "ui/parts/deleted-meanwhile.h"
#include "ui/kit/choice-row.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/template.h"

struct _CareCallDialog {
    CareRecordDialog parent_instance;

    CareDueItem *item; /* what it is about */
    CareRecord *customer;
    gboolean settled; /* by what is being logged */
    gboolean showing;

    AdwPreferencesGroup *numbers;
    AdwPreferencesGroup *script_group;
    AdwActionRow *script;
    AdwComboRow *channel;
    AdwComboRow *outcome_row;
    GtkWidget *body;
};

G_DEFINE_FINAL_TYPE(CareCallDialog, care_call_dialog, CARE_TYPE_RECORD_DIALOG)

/* In the place of a rule: no line asks for the call, and its record is the customer. */
#define PLAIN "customer"

/* But for the last of the field's choices: a note is no way to reach somebody. */
static const int channels[]
    = { CARE_CHANNEL_PHONE, CARE_CHANNEL_SMS, CARE_CHANNEL_EMAIL, CARE_CHANNEL_LETTER, CARE_CHANNEL_COUNTER };

static gboolean
is_plain(const CareDueItem *item)
{
    return item->rule == CARE_DUE_N_RULES;
}

/* How a call ends, and whether it settles what it was about. */
static const struct {
    const char *label;
    gboolean settled;
} outcomes[] = {
    { N_("Spoke with them"), TRUE },
    { N_("Left a message"), TRUE },
    { CARE_INTERACTION_NOBODY, FALSE },
};

static gboolean
is_call(CareRecordDialog *dialog)
{
    const char *channel = care_record_text(care_record_dialog_get_record(dialog), CARE_INTERACTION_CHANNEL);

    return care_channel_is(channel, CARE_CHANNEL_PHONE);
}

static guint
chosen_outcome(CareCallDialog *self)
{
    guint selected = adw_combo_row_get_selected(self->outcome_row);

    return is_call(CARE_RECORD_DIALOG(self)) && selected < G_N_ELEMENTS(outcomes) ? selected : 0;
}

static void
care_call_dialog_changed(CareRecordDialog *dialog)
{
    CareCallDialog *self = CARE_CALL_DIALOG(dialog);

    gtk_widget_set_visible(GTK_WIDGET(self->outcome_row), is_call(dialog));
    gtk_widget_set_visible(GTK_WIDGET(self->script_group), is_call(dialog) && !is_plain(self->item));
}

static CareContactAbout
about(CareCallDialog *self)
{
    return (
        CareContactAbout){ .rule = self->item->rule, .record = self->item->record, .settled = self->settled };
}

static void
offer_undo(CareCallDialog *self, GtkWidget *window, CareId interaction)
{
    g_autofree char *name = care_isolate(care_record_text(self->customer, CARE_CUSTOMER_NAME));
    const CareContactAbout what = about(self);
    g_autofree char *message = g_strdup_printf(
        self->settled ? _("Logged: contact with %s") : _("Logged: %s was not reached"), name);

    care_contact_offer_undo(window, care_record_dialog_get_store(CARE_RECORD_DIALOG(self)), interaction,
                            &what, message);
}

static void
on_logged(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareRecordDialog) dialog = data;
    g_autoptr(GError) error = NULL;
    CareId interaction = care_contact_log_finish(CARE_STORE(source), result, NULL, &error);
    GtkWidget *window = care_record_dialog_get_window(dialog);

    if (interaction != 0 && window)
        offer_undo(CARE_CALL_DIALOG(dialog), window, interaction);
    care_record_dialog_finish(dialog, error);
}

static void
take_outcome(CareCallDialog *self, CareRecord *interaction)
{
    const char *outcome = outcomes[chosen_outcome(self)].label;

    care_record_set_text(interaction, CARE_INTERACTION_OUTCOME,
                         is_call(CARE_RECORD_DIALOG(self)) ? _(outcome) : NULL);
}

static void
on_outcome(CareCallDialog *self)
{
    CareRecord *interaction = care_record_dialog_get_record(CARE_RECORD_DIALOG(self));

    if (!interaction || self->showing)
        return;
    take_outcome(self, interaction);
    care_record_dialog_touch(CARE_RECORD_DIALOG(self));
}

static void
show_outcome(CareCallDialog *self, CareRecord *interaction)
{
    const char *outcome = care_record_text(interaction, CARE_INTERACTION_OUTCOME);

    self->showing = TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(outcomes); i++)
        if (g_strcmp0(outcome, _(outcomes[i].label)) == 0)
            adw_combo_row_set_selected(self->outcome_row, i);
    self->showing = FALSE;
}

static void
care_call_dialog_continued(CareRecordDialog *dialog)
{
    show_outcome(CARE_CALL_DIALOG(dialog), care_record_dialog_get_record(dialog));
}

static char *
care_call_dialog_draft_key(CareRecordDialog *dialog)
{
    const CareDueItem *item = CARE_CALL_DIALOG(dialog)->item;
    g_autofree char *line = NULL;

    if (is_plain(item))
        return g_strdup_printf(CARE_CALL_DRAFT PLAIN "/%" G_GINT64_FORMAT, item->record);
    line = care_due_line_format(item->rule, item->record);
    return g_strconcat(CARE_CALL_DRAFT, line, NULL);
}

/* Words that it needs are asked for at their own row. */
static gboolean
care_call_dialog_check(CareRecordDialog *dialog)
{
    CareCallDialog *self = CARE_CALL_DIALOG(dialog);
    CareConnection *reader = care_store_reader(care_record_dialog_get_store(dialog));
    CareContactAbout what;
    g_autoptr(GError) error = NULL;

    if (!CARE_RECORD_DIALOG_CLASS(care_call_dialog_parent_class)->check(dialog))
        return FALSE;
    self->settled = outcomes[chosen_outcome(self)].settled;
    what = about(self);
    if (care_contact_check_words(reader, care_record_dialog_get_record(dialog), &what, &error))
        return TRUE;
    care_form_show_error(care_record_dialog_get_form(dialog), CARE_INTERACTION_BODY, error->message);
    return FALSE;
}

static void
care_call_dialog_save(CareRecordDialog *dialog)
{
    CareCallDialog *self = CARE_CALL_DIALOG(dialog);
    CareRecord *interaction = care_record_dialog_get_record(dialog);
    CareContactAbout what;

    take_outcome(self, interaction);
    self->settled = outcomes[chosen_outcome(self)].settled;
    what = about(self);
    care_contact_log_async(care_record_dialog_get_store(dialog), interaction, &what,
                           care_record_dialog_begin_save(dialog), on_logged, g_object_ref(dialog));
}

static char *
care_call_dialog_title_with(CareRecordDialog *dialog, const char *customer)
{
    return g_strdup_printf(is_call(dialog) ? _("Call %s") : _("Answer %s"), customer);
}

static void
fill_choices(CareCallDialog *self)
{
    g_autoptr(GtkStringList) ends = gtk_string_list_new(NULL);

    for (guint i = 0; i < G_N_ELEMENTS(outcomes); i++)
        gtk_string_list_append(ends, _(outcomes[i].label));
    care_choice_row_fill(self->channel, &care_channel_set, channels, G_N_ELEMENTS(channels));
    adw_combo_row_set_model(self->outcome_row, G_LIST_MODEL(ends));
}

static void
care_call_dialog_finalize(GObject *object)
{
    CareCallDialog *self = CARE_CALL_DIALOG(object);

    g_clear_object(&self->customer);
    g_clear_pointer(&self->item, care_due_item_free);
    G_OBJECT_CLASS(care_call_dialog_parent_class)->finalize(object);
}

static void
care_call_dialog_class_init(CareCallDialogClass *klass)
{
    CareRecordDialogClass *dialog_class = CARE_RECORD_DIALOG_CLASS(klass);

    G_OBJECT_CLASS(klass)->finalize = care_call_dialog_finalize;
    dialog_class->title_with = care_call_dialog_title_with;
    dialog_class->changed = care_call_dialog_changed;
    dialog_class->draft_key = care_call_dialog_draft_key;
    dialog_class->continued = care_call_dialog_continued;
    dialog_class->check = care_call_dialog_check;
    dialog_class->save = care_call_dialog_save;
    CARE_TEMPLATE(klass, "parts/call-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareCallDialog, numbers, script_group, script, channel, outcome_row, body);
}

static void
care_call_dialog_init(CareCallDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    fill_choices(self);
    g_signal_connect_object(self->outcome_row, "notify::selected", G_CALLBACK(on_outcome), self,
                            G_CONNECT_SWAPPED);
    care_record_dialog_set_save_label(CARE_RECORD_DIALOG(self), _("_Log It"));
}

static CareRecord *
interaction_new(CareContext *context, const CareDueItem *item)
{
    CareRecord *interaction = CARE_RECORD(care_interaction_new());

    care_record_set_int(interaction, CARE_INTERACTION_CUSTOMER, item->customer);
    care_record_set_int(interaction, CARE_INTERACTION_JOB, item->job);
    care_record_set_text(interaction, CARE_INTERACTION_DIRECTION, care_direction_word(CARE_DIRECTION_OUT));
    care_record_set_text(interaction, CARE_INTERACTION_CHANNEL,
                         item->channel ? item->channel : care_channel_word(CARE_CHANNEL_PHONE));
    care_record_set_text(interaction, CARE_INTERACTION_SUBJECT, item->text);
    care_record_set_text(interaction, CARE_INTERACTION_CLASS, care_situation_class(item->situation));
    care_record_set_int(interaction, CARE_INTERACTION_STAFF,
                        care_store_actor(care_context_get_store(context)));
    return interaction;
}

static void
show_what(CareCallDialog *self, CareContext *context)
{
    g_autofree char *subject = self->item->text ? g_markup_escape_text(self->item->text, -1) : NULL;
    g_autofree char *script = is_plain(self->item) ? NULL : care_call_card_script(context, self->item->rule);

    adw_preferences_group_set_title(self->numbers, subject ? subject : "");
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->script), script ? script : "");
    care_call_card_fill(self->numbers, self->customer);
    if (!is_plain(self->item))
        care_call_card_add_facts(self->script_group, context, self->item);
}

static gboolean
present(CareContext *context, const CareDueItem *item, CareRecord *interaction, GtkWidget *parent)
{
    CareStore *store = care_context_get_store(context);
    g_autoptr(CareRecord) customer = care_store_get(store, &care_customer_kind, item->customer, NULL);
    gboolean call
        = care_channel_is(care_record_text(interaction, CARE_INTERACTION_CHANNEL), CARE_CHANNEL_PHONE);
    CareCallDialog *self;

    if (!customer)
        return FALSE;
    self = g_object_new(CARE_TYPE_CALL_DIALOG, "title",
                        call ? C_("dialog title", "Call") : C_("dialog title", "Answer"), NULL);
    self->customer = g_steal_pointer(&customer);
    self->item = care_due_item_copy(item);
    show_what(self, context);
    show_outcome(self, interaction);
    adw_dialog_set_focus(ADW_DIALOG(self), self->body);
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, interaction);
    return TRUE;
}

void
care_call_dialog_present(CareContext *context, const CareDueItem *item, GtkWidget *parent)
{
    g_autoptr(CareRecord) interaction = interaction_new(context, item);

    present(context, item, interaction, parent);
}

void
care_call_dialog_present_plain(CareContext *context, CareId customer, CareId job, GtkWidget *parent)
{
    const CareDueItem item = { .rule = CARE_DUE_N_RULES,
                               .record = customer,
                               .customer = customer,
                               .job = job,
                               .situation = care_situation_word(CARE_SITUATION_OTHER) };

    care_call_dialog_present(context, &item, parent);
}

/* "RULE/RECORD", or whom a plain call is with. */
static gboolean
parse_line(const char *text, CareDueItem *item)
{
    if (!g_str_has_prefix(text, PLAIN "/"))
        return care_due_line_parse(text, &item->rule, &item->record);
    item->rule = CARE_DUE_N_RULES;
    return care_id_parse(text + strlen(PLAIN "/"), &item->record);
}

/* What a draft is about. */
static gboolean
read_draft(const char *draft, const char *text, CareRecord *interaction, CareDueItem *item)
{
    if (!text || !g_str_has_prefix(draft, CARE_CALL_DRAFT) || !care_draft_take(interaction, NULL, text)
        || !parse_line(draft + strlen(CARE_CALL_DRAFT), item))
        return FALSE;
    item->customer = care_record_int(interaction, CARE_INTERACTION_CUSTOMER);
    item->job = care_record_int(interaction, CARE_INTERACTION_JOB);
    item->text = (char *)care_record_text(interaction, CARE_INTERACTION_SUBJECT);
    return TRUE;
}

gboolean
care_call_dialog_continue(CareContext *context, const char *draft, GtkWidget *parent)
{
    CareStore *store = care_context_get_store(context);
    g_autoptr(CareRecord) interaction = CARE_RECORD(care_interaction_new());
    g_autofree char *text = care_draft_read(store, draft);
    CareDueItem item = { 0 };

    if (read_draft(draft, text, interaction, &item)
        && (care_deleted_meanwhile(parent, store, item.customer, &(CareContactAbout){ .rule = item.rule },
                                   draft)
            || present(context, &item, interaction, parent)))
        return TRUE;
    care_draft_write(store, draft, NULL);
    return FALSE;
}
