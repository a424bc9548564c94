/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compose/compose-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/channel.h"
#include "model/customer.h"
#include "model/interaction.h"
#include "model/placeholders.h"
#include "ui/kit/busy.h"
#include "ui/kit/dialog-hold.h"
#include "ui/kit/conflict-dialog.h"
#include "ui/kit/toast.h"
#include "ui/parts/contact-undo.h"
#include "ui/compose/compose-ask.h"
#include "ui/compose/compose-handover.h"
#include "ui/compose/compose-save.h"

/* What goes out. missing: nullable. */
static char *
final_body(CareComposeDialog *self, GPtrArray *missing)
{
    g_autofree char *text = care_writing_pad_get_text(self->pad);

    return care_placeholders_finish(text, care_message_facts_value, self->facts, missing);
}

static char *
final_subject(CareComposeDialog *self, GPtrArray *missing)
{
    const char *text = gtk_editable_get_text(GTK_EDITABLE(self->subject));

    return care_placeholders_finish(text, care_message_facts_value, self->facts, missing);
}

char *
care_compose_dialog_text(CareComposeDialog *self)
{
    g_autofree char *subject = care_compose_way_has_subject(self->way) ? final_subject(self, NULL) : NULL;
    g_autofree char *body = final_body(self, NULL);

    return subject && *subject ? g_strconcat(subject, "\n\n", body, NULL) : g_steal_pointer(&body);
}

char *
care_compose_dialog_refusal(CareComposeDialog *self)
{
    g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *subject = care_compose_way_has_subject(self->way) ? final_subject(self, missing) : NULL;
    g_autofree char *body = final_body(self, missing);
    char *reason = care_message_facts_refusal(self->facts);

    return reason ? reason : care_placeholders_refusal(missing);
}

/* The log, and Undo */

static void
offer_undo(CareComposeDialog *self, CareId interaction)
{
    CareContactAbout about = care_message_facts_about(self->facts);
    g_autofree char *who = care_isolate(care_compose_dialog_customer_name(self));
    /* Translators: first the way ("E-mail"), then the customer */
    g_autofree char *message
        = g_strdup_printf(_("Logged: %s to %s"),
                          care_choice_label(&care_channel_set, care_compose_way_get_channel(self->way)), who);

    care_contact_offer_undo(self->window, self->store, interaction, &about, message);
}

static CareRecord *
make_interaction(CareComposeDialog *self)
{
    CareRecord *interaction = CARE_RECORD(care_interaction_new());
    g_autofree char *subject = care_compose_way_has_subject(self->way) ? final_subject(self, NULL) : NULL;
    g_autofree char *body = final_body(self, NULL);
    CareId staff = care_store_actor(self->store);

    care_record_set_int(interaction, CARE_INTERACTION_CUSTOMER,
                        care_record_id(care_compose_dialog_customer(self)));
    if (care_message_facts_job(self->facts) != 0)
        care_record_set_int(interaction, CARE_INTERACTION_JOB, care_message_facts_job(self->facts));
    care_record_set_text(interaction, CARE_INTERACTION_DIRECTION, care_direction_word(CARE_DIRECTION_OUT));
    care_record_set_text(interaction, CARE_INTERACTION_CHANNEL, care_compose_way_get_channel(self->way));
    care_record_set_text(interaction, CARE_INTERACTION_SUBJECT, subject);
    care_record_set_text(interaction, CARE_INTERACTION_BODY, body);
    care_record_set_text(interaction, CARE_INTERACTION_CLASS, care_message_facts_class(self->facts));
    if (staff != 0)
        care_record_set_int(interaction, CARE_INTERACTION_STAFF, staff);
    return interaction;
}

static void write_log(CareComposeDialog *self);

static void
on_conflict_answered(gboolean save, gpointer data)
{
    g_autoptr(CareComposeDialog) self = data;

    if (save)
        write_log(self);
}

/* It was handed over by now: so it is logged if whom it is for can be brought back. */
static void
say_not_logged(CareComposeDialog *self, const GError *error)
{
    g_autoptr(CareRecord) interaction = make_interaction(self);

    if (care_conflict_concerns(self->store, interaction, interaction, error))
        care_conflict_ask(GTK_WIDGET(self), self->store, interaction, interaction, on_conflict_answered,
                          g_object_ref(self));
    else
        care_banner_show_error(self->banner, error);
}

static void
on_logged(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareComposeDialog) self = data;
    g_autoptr(GError) error = NULL;
    CareId interaction = care_contact_log_finish(CARE_STORE(source), result, NULL, &error);

    care_busy_end(GTK_WIDGET(self->send));
    care_dialog_release(ADW_DIALOG(self));
    care_draft_keeper_saved(self->keeper, interaction != 0);
    if (interaction == 0) {
        say_not_logged(self, error);
        return;
    }
    self->done = TRUE;
    if (self->window)
        offer_undo(self, interaction);
    adw_dialog_force_close(ADW_DIALOG(self));
}

static void
write_log(CareComposeDialog *self)
{
    g_autoptr(CareRecord) interaction = make_interaction(self);
    CareContactAbout about = care_message_facts_about(self->facts);

    care_busy_begin(GTK_WIDGET(self->send));
    care_dialog_hold(ADW_DIALOG(self));
    care_contact_log_async(self->store, interaction, &about, care_draft_keeper_begin_save(self->keeper),
                           on_logged, g_object_ref(self));
}

/* Handing over */

static void
on_handed_over(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareComposeDialog) self = data;
    g_autoptr(GError) error = NULL;

    care_busy_end(GTK_WIDGET(self->send));
    if (care_compose_hand_over_finish(result, &error)) {
        self->handed = TRUE;
        write_log(self);
    } else if (!g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
        care_compose_dialog_say(self, error->message);
    }
}

static void
hand_over(CareComposeDialog *self)
{
    g_autofree char *subject = final_subject(self, NULL);
    g_autofree char *body = final_body(self, NULL);
    CareComposeMessage message
        = { care_compose_way_get_channel(self->way), care_compose_way_get_address(self->way), subject, body };

    if (self->handed || care_compose_way_is(self->way, CARE_CHANNEL_COUNTER)) {
        write_log(self);
        return;
    }
    care_busy_begin(GTK_WIDGET(self->send));
    care_compose_hand_over_async(GTK_WIDGET(self), self->context, care_compose_dialog_customer(self),
                                 &message, self->cancellable, on_handed_over, g_object_ref(self));
}

static gboolean
is_empty(CareComposeDialog *self)
{
    g_autofree char *body = final_body(self, NULL);

    return *g_strstrip(body) == '\0';
}

/* Says why this cannot go out; TRUE when it can. */
static gboolean
may_go_out(CareComposeDialog *self)
{
    g_autofree char *sentence = care_compose_dialog_refusal(self);

    if (sentence)
        care_compose_dialog_say(self, sentence);
    else if (is_empty(self))
        care_compose_dialog_say(self, _("There is nothing to send yet. Write a few words."));
    else
        return TRUE;
    care_writing_pad_write(self->pad);
    return FALSE;
}

static void
on_agreed(gpointer data)
{
    CareComposeDialog *self = data;

    self->asked = TRUE;
    self->next(self);
}

/* The customer's, where they wish for another way than this and it would reach them; else NULL. */
static const char *
other_wish(CareComposeDialog *self)
{
    CareRecord *customer = care_compose_dialog_customer(self);
    const char *wish = care_record_text(customer, CARE_CUSTOMER_CHANNEL);

    return wish && g_strcmp0(care_compose_way_get_channel(self->way), wish) != 0
                   && care_customer_is_reached_by(customer, wish)
               ? wish
               : NULL;
}

/* Another way than the customer prefers asks first (S6). */
static void
after_checks(CareComposeDialog *self, void (*next)(CareComposeDialog *self))
{
    const char *wish = other_wish(self);

    if (!may_go_out(self))
        return;
    self->next = next;
    if (wish && !self->asked)
        care_compose_ask_channel(GTK_WIDGET(self), care_compose_dialog_customer_name(self), wish,
                                 care_compose_way_get_channel(self->way), on_agreed, G_OBJECT(self));
    else
        next(self);
}

void
care_compose_dialog_send(CareComposeDialog *self)
{
    const char *sentence = self->handed ? NULL : care_compose_way_get_refusal(self->way);

    if (sentence)
        care_compose_dialog_say(self, sentence);
    else
        after_checks(self, hand_over);
}

void
care_compose_dialog_already(CareComposeDialog *self)
{
    after_checks(self, write_log);
}

/* What is copied or saved goes out as well, by another program. */
void
care_compose_dialog_copy(CareComposeDialog *self)
{
    g_autofree char *text = care_compose_dialog_text(self);

    if (!may_go_out(self))
        return;
    gdk_clipboard_set_text(gtk_widget_get_clipboard(GTK_WIDGET(self)), text);
    if (self->window)
        care_toast_show(self->window, _("Text copied"));
}

static void
on_text_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareComposeDialog) self = data;
    g_autoptr(GError) error = NULL;

    if (care_compose_text_save_finish(result, &error)) {
        if (self->window)
            care_toast_show(self->window, _("Text saved"));
    } else if (!g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
        care_compose_dialog_say(self, error->message);
    }
}

void
care_compose_dialog_save_text(CareComposeDialog *self)
{
    g_autofree char *text = care_compose_dialog_text(self);

    if (!may_go_out(self))
        return;
    care_compose_text_save_async(GTK_WIDGET(self), care_compose_dialog_customer_name(self), text,
                                 on_text_saved, g_object_ref(self));
}
