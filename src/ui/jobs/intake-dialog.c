/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/intake-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "model/channel.h"
#include "model/job.h"
#include "service/jobs/intake.h"
#include "ui/kit/busy.h"
#include "ui/kit/dialog-hold.h"
#include "ui/kit/expander-row.h"
#include "ui/kit/choice-row.h"
#include "ui/kit/columns.h"
#include "ui/kit/date-row.h"
#include "ui/kit/dialog-fit.h"
#include "ui/kit/dialog-focus.h"
#include "ui/kit/save-key.h"
#include "ui/kit/secret-row.h"
#include "ui/kit/template.h"
#include "ui/jobs/intake-aside.h"
#include "ui/jobs/intake-code.h"
#include "ui/jobs/intake-more.h"
#include "ui/jobs/intake-offers.h"
#include "ui/jobs/intake-refused.h"
#include "ui/jobs/job-words.h"

#define COLUMN_WIDTH 340

G_DEFINE_FINAL_TYPE(CareIntakeDialog, care_intake_dialog, ADW_TYPE_DIALOG)

/* How somebody says yes: mostly at the counter. */
static const int hows[]
    = { CARE_CHANNEL_COUNTER, CARE_CHANNEL_PHONE, CARE_CHANNEL_EMAIL, CARE_CHANNEL_SMS, CARE_CHANNEL_LETTER };

static void
update_total(CareIntakeDialog *self)
{
    CareClock *clock = care_context_get_clock(self->context);
    g_autofree char *total = care_job_total(self->job, self->currency);
    g_autofree char *who = care_job_agreement(self->job, care_clock_zone(clock), care_clock_today(clock));

    gtk_label_set_text(self->total, total);
    adw_expander_row_set_subtitle(self->agreed_row, who ? who : _("Not agreed yet"));
}

/* Everything that is shown beside the rows follows from the job. */
static void
on_edited(CareIntakeDialog *self)
{
    if (self->filling)
        return;
    self->edited = TRUE;
    care_banner_show_error(self->banner, NULL);
    update_total(self);
    care_intake_plan_update(self->plan_part);
    care_draft_keeper_set_cursor(self->keeper, care_form_field_in_hand(self->form));
    care_draft_keeper_touch(self->keeper);
}

/* Nobody is asked for the kind of job that is said by what came in. */
static void
suit_plan(CareIntakeDialog *self)
{
    g_autofree char *thing = care_intake_whose_get_thing(self->whose);

    care_intake_plan_suit(self->plan_part, thing);
}

static void
on_whose(CareIntakeDialog *self)
{
    if (!self->filling)
        suit_plan(self);
    on_edited(self);
}

/* Where somebody begins to write: at the first that is not known yet. */
static GtkWidget *
next_row(CareIntakeDialog *self)
{
    GtkWidget *row = care_intake_whose_get_row(self->whose);

    return row ? row : self->fault;
}

/* The row of the search is gone. */
static void
on_known(CareIntakeDialog *self)
{
    gtk_widget_grab_focus(next_row(self));
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareIntakeDialog) self = data;
    g_autoptr(GError) error = NULL;
    CareId job = care_intake_save_finish(CARE_STORE(source), result, &error);

    care_dialog_release(ADW_DIALOG(self));
    care_busy_end(self->save);
    care_draft_keeper_saved(self->keeper, job != 0);
    if (job == 0) {
        care_intake_refused(ADW_DIALOG(self), self->store, self->job, self->banner, error);
        return;
    }
    self->taken_in = TRUE;
    care_intake_code_taken_in(self->code, self->store, job);
    if (self->window)
        care_intake_offer_undo(self->window, self->store, job,
                               care_intake_whose_get_customer(self->whose) != NULL);
    if (self->done)
        self->done(job, self->user_data);
    adw_dialog_force_close(ADW_DIALOG(self));
}

static gboolean
check(CareIntakeDialog *self)
{
    const char *missing = NULL; /* where a question or a row does not say it */

    if (care_intake_whose_check(self->whose, &missing))
        return care_form_check(self->form);
    care_banner_say(self->banner, missing);
    return FALSE;
}

static void
save_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareIntakeDialog *self = CARE_INTAKE_DIALOG(widget);
    CareIntake intake;

    if (care_dialog_is_held(ADW_DIALOG(self)) || !check(self))
        return;
    if (care_intake_plan_has_plan(self->plan_part))
        care_record_clear(self->job, CARE_JOB_NO_PLAN_REASON);
    intake = (CareIntake){ .customer = care_intake_whose_get_customer(self->whose),
                           .device = care_intake_whose_get_device(self->whose),
                           .plan = care_intake_plan_get_adapted(self->plan_part),
                           .job = self->job,
                           .documents = care_condition_photos_get(self->photos),
                           .drafts = (const char *const *)self->draft->keys };
    care_draft_keeper_begin_save(self->keeper);
    care_dialog_hold(ADW_DIALOG(self));
    care_busy_begin(self->save);
    care_intake_save_async(self->store, &intake, on_saved, g_object_ref(self));
}

static void
cancel_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    adw_dialog_close(ADW_DIALOG(widget));
}

static void
care_intake_dialog_dispose(GObject *object)
{
    CareIntakeDialog *self = CARE_INTAKE_DIALOG(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_INTAKE_DIALOG);
    g_clear_weak_pointer(&self->window);
    g_clear_object(&self->whose);
    g_clear_object(&self->keeper);
    g_clear_object(&self->job);
    g_clear_object(&self->begun);
    g_clear_object(&self->store);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_intake_dialog_parent_class)->dispose(object);
}

static void
care_intake_dialog_finalize(GObject *object)
{
    CareIntakeDialog *self = CARE_INTAKE_DIALOG(object);

    g_clear_pointer(&self->draft, care_intake_draft_free);
    g_free(self->currency);
    G_OBJECT_CLASS(care_intake_dialog_parent_class)->finalize(object);
}

static void
care_intake_dialog_class_init(CareIntakeDialogClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    object_class->dispose = care_intake_dialog_dispose;
    object_class->finalize = care_intake_dialog_finalize;
    ADW_DIALOG_CLASS(klass)->closed = care_intake_dialog_left;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_DATE_ROW, CARE_TYPE_INTAKE_PLAN, CARE_TYPE_SECRET_ROW);
    CARE_TEMPLATE(klass, "jobs/intake-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareIntakeDialog, save, banner, scrolled, page, columns_place, comes_in,
                           agreed, in_list, agreed_list, fault, more, accessories, code, kind_choice, kind,
                           promised_time, add_line, agreed_row, agreed_how, total, plan_part);
    CARE_TEMPLATE_CALLBACKS(klass, on_edited);
    gtk_widget_class_install_action(widget_class, "intake.save", NULL, save_action);
    gtk_widget_class_install_action(widget_class, "intake.cancel", NULL, cancel_action);
}

static void
care_intake_dialog_init(CareIntakeDialog *self)
{
    GtkWidget *columns;

    self->filling = TRUE;
    gtk_widget_init_template(GTK_WIDGET(self));
    care_expander_row_name(self->agreed_row);
    columns = care_columns_new(COLUMN_WIDTH, 24);
    care_columns_append(CARE_COLUMNS(columns), self->comes_in, 0);
    care_columns_append(CARE_COLUMNS(columns), self->agreed, 1);
    gtk_box_append(self->columns_place, columns);
    care_save_key_add(ADW_DIALOG(self), self->save);
    care_dialog_fit(ADW_DIALOG(self), self->scrolled);
}

static void
make_rows(CareIntakeDialog *self)
{
    care_intake_plan_bind_kind(self->plan_part, self->kind_choice, self->kind);
    care_choice_row_fill(self->agreed_how, &care_channel_set, hows, G_N_ELEMENTS(hows));
    self->whose = care_intake_whose_new(self->in_list, self->store, self->draft, self->job);
    gtk_list_box_append(self->in_list, self->fault);
    gtk_list_box_append(self->in_list, GTK_WIDGET(self->more));
    care_intake_more_follow(self->more, self->accessories, self->code);
    self->photos = CARE_CONDITION_PHOTOS(
        care_condition_photos_new(self->context, self->draft->keys[CARE_INTAKE_PHOTOS], self->keeper));
    gtk_list_box_append(self->in_list, GTK_WIDGET(self->photos));
    self->lines = care_agreed_lines_new(self->agreed_list, self->add_line, self->job, self->context);
    care_agreed_lines_keep(self->lines, self->draft->keys[CARE_INTAKE_LINE]);
}

static void
connect_rows(CareIntakeDialog *self)
{
    self->form = care_form_bind(GTK_WIDGET(self), self->job, self->store);
    g_signal_connect_object(self->form, "changed", G_CALLBACK(on_edited), self, G_CONNECT_SWAPPED);
    g_signal_connect_object(self->form, "validity", G_CALLBACK(on_edited), self, G_CONNECT_SWAPPED);
    g_signal_connect_object(self->code, "changed", G_CALLBACK(on_edited), self, G_CONNECT_SWAPPED);
    care_intake_code_follow(self->code, self->draft->keys[CARE_INTAKE_JOB], self->window);
    g_signal_connect_object(self->keeper, "flushed", G_CALLBACK(care_intake_code_flush), self->code,
                            G_CONNECT_SWAPPED);
    g_signal_connect_object(self->whose, "changed", G_CALLBACK(on_whose), self, G_CONNECT_SWAPPED);
    g_signal_connect_object(self->whose, "known", G_CALLBACK(on_known), self, G_CONNECT_SWAPPED);
    g_signal_connect_object(self->lines, "changed", G_CALLBACK(on_edited), self, G_CONNECT_SWAPPED);
}

static void
on_offer_chosen(const char *key, gpointer dialog)
{
    g_autoptr(CareIntakeDialog) self = g_object_ref(dialog);
    g_autofree char *other = g_strdup(key);

    self->swapped = TRUE;
    adw_dialog_force_close(ADW_DIALOG(self));
    if (self->window)
        care_intake_dialog_continue(self->window, self->context, other, self->done, self->user_data);
}

static void
offer_others(CareIntakeDialog *self)
{
    GtkWidget *offers = care_intake_offers_new(self->store, on_offer_chosen, self);

    if (offers)
        gtk_box_prepend(self->page, offers);
}

/* draft: transfer full. */
static CareIntakeDialog *
dialog_new(GtkWidget *parent, CareContext *context, CareIntakeDraft *draft)
{
    CareIntakeDialog *self = g_object_new(CARE_TYPE_INTAKE_DIALOG, NULL);
    GtkRoot *root = gtk_widget_get_root(parent);

    self->context = g_object_ref(context);
    self->store = g_object_ref(care_context_get_store(context));
    self->draft = draft;
    self->job = CARE_RECORD(care_job_new());
    self->keeper = care_draft_keeper_new(self->store, draft->keys[CARE_INTAKE_JOB], self->job, NULL);
    self->currency = care_store_setting(self->store, CARE_SETTING_CURRENCY);
    g_set_weak_pointer(&self->window, root ? GTK_WIDGET(root) : parent);
    care_intake_set_defaults(self->store, self->job);
    care_record_set_text(self->job, CARE_JOB_AGREED_HOW, care_channel_word(hows[0]));
    self->begun = care_record_copy(self->job);
    care_intake_plan_bind(self->plan_part, self->store, self->job);
    make_rows(self);
    return self;
}

/* cursor: nullable: the field in which somebody stopped. */
static void
present(CareIntakeDialog *self, const char *cursor, CareIntakeDoneFunc done, gpointer user_data)
{
    GtkWidget *row = NULL;

    self->done = done;
    self->user_data = user_data;
    connect_rows(self);
    self->filling = FALSE;
    update_total(self);
    care_intake_plan_update(self->plan_part);
    row = cursor ? care_form_find_row(self->form, cursor) : NULL;
    if (!row)
        row = next_row(self);
    care_dialog_focus(ADW_DIALOG(self), row);
    adw_dialog_present(ADW_DIALOG(self), self->window);
    care_dialog_focus_end(row);
}

CareIntakeDialog *
care_intake_dialog_present(GtkWidget *parent, CareContext *context, CareId customer, CareIntakeDoneFunc done,
                           gpointer user_data)
{
    CareIntakeDialog *self = dialog_new(parent, context, care_intake_draft_new());

    care_intake_plan_show(self->plan_part);
    care_intake_whose_show(self->whose, customer);
    suit_plan(self);
    care_record_assign(self->begun, self->job);
    offer_others(self);
    present(self, NULL, done, user_data);
    return self;
}

static void
take_parts(CareIntakeDialog *self)
{
    care_intake_plan_show(self->plan_part);
    care_intake_whose_show(self->whose, 0);
    care_record_assign(self->begun, self->job);
    care_intake_draft_take(self->store, self->draft, CARE_INTAKE_JOB, self->job);
    care_intake_plan_show(self->plan_part);
    care_intake_plan_keep(self->plan_part);
    care_intake_whose_continue(self->whose);
    care_condition_photos_continue(self->photos);
    care_agreed_lines_refresh(self->lines);
}

CareIntakeDialog *
care_intake_dialog_continue(GtkWidget *parent, CareContext *context, const char *key, CareIntakeDoneFunc done,
                            gpointer user_data)
{
    CareIntakeDraft *draft = care_intake_draft_of(key);
    g_autofree char *cursor = NULL;
    CareIntakeDialog *self;

    g_return_val_if_fail(draft != NULL, NULL);
    cursor = care_intake_draft_cursor(care_context_get_store(context), draft);
    self = dialog_new(parent, context, draft);
    take_parts(self);
    self->edited = TRUE;
    present(self, cursor, done, user_data);
    care_intake_code_continue(self->code);
    care_agreed_lines_continue(self->lines);
    return self;
}
