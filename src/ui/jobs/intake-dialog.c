/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/intake-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/channel.h"
#include "model/customer.h"
#include "model/device.h"
#include "model/job.h"
#include "service/jobs/intake.h"
#include "ui/kit/busy.h"
#include "ui/kit/expander-row.h"
#include "ui/kit/choice-row.h"
#include "ui/kit/columns.h"
#include "ui/kit/date-row.h"
#include "ui/kit/dialog-fit.h"
#include "ui/kit/dialog-focus.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/empty-state.h"
#include "ui/kit/form.h"
#include "ui/kit/save-key.h"
#include "ui/kit/secret-row.h"
#include "ui/kit/template.h"
#include "ui/jobs/agreed-lines.h"
#include "ui/jobs/condition-photos.h"
#include "ui/jobs/customer-picker.h"
#include "ui/jobs/device-picker.h"
#include "ui/jobs/intake-aside.h"
#include "ui/jobs/intake-code.h"
#include "ui/jobs/intake-draft.h"
#include "ui/jobs/intake-more.h"
#include "ui/jobs/intake-offers.h"
#include "ui/jobs/intake-plan.h"
#include "ui/jobs/intake-refused.h"
#include "ui/jobs/job-words.h"

#define COLUMN_WIDTH 340

struct _CareIntakeDialog {
    AdwDialog parent_instance;

    CareContext *context;
    CareStore *store;
    CareIntakeDraft *draft;
    CareRecord *job;
    CareRecord *begun; /* the job before anybody typed */
    CareForm *form;    /* lives as long as the dialog */
    CareDraftKeeper *keeper;
    char *currency;
    GtkWidget *window; /* weak: for toasts */
    CareIntakeDoneFunc done;
    gpointer user_data;
    CareId customer_shown;
    gboolean edited;
    gboolean taken_in;
    gboolean swapped; /* for another one that was begun before */
    gboolean saving;
    gboolean filling;

    GtkWidget *save;
    AdwBanner *banner;
    GtkBox *page;
    GtkWidget *scrolled;
    GtkBox *columns_place;
    GtkWidget *comes_in;
    GtkWidget *agreed;
    GtkListBox *in_list;
    GtkListBox *agreed_list;
    GtkWidget *fault;
    AdwExpanderRow *more;
    GtkEditable *accessories;
    GtkEditable *code;
    AdwComboRow *kind_choice;
    GtkWidget *kind;
    GtkWidget *promised_time;
    GtkWidget *add_line;
    AdwExpanderRow *agreed_row;
    AdwComboRow *agreed_how;
    GtkLabel *total;
    CareIntakePlan *plan_part;

    CareCustomerPicker *customers; /* owned by in_list, like the next */
    CareDevicePicker *devices;
    CareConditionPhotos *photos;
    CareAgreedLines *lines;
};

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

static void
on_customer_changed(CareIntakeDialog *self)
{
    CareId id = care_customer_picker_get_id(self->customers);

    if (self->filling)
        return;
    if (id != self->customer_shown) {
        self->customer_shown = id;
        care_device_picker_set_customer(self->devices, id);
        if (id != 0) /* the row of the search is gone */
            gtk_widget_grab_focus(self->fault);
    }
    care_record_set_int(self->job, CARE_JOB_CUSTOMER, id);
    care_record_set_int(self->job, CARE_JOB_DEVICE, care_device_picker_get_id(self->devices));
    care_intake_draft_keep(self->store, self->draft, CARE_INTAKE_CUSTOMER,
                           care_customer_picker_get_new(self->customers));
    care_intake_draft_keep_sought(self->store, self->draft, care_customer_picker_get_sought(self->customers));
    on_edited(self);
}

static void
on_device_changed(CareIntakeDialog *self)
{
    if (self->filling)
        return;
    care_record_set_int(self->job, CARE_JOB_DEVICE, care_device_picker_get_id(self->devices));
    care_intake_draft_keep(self->store, self->draft, CARE_INTAKE_DEVICE,
                           care_device_picker_get_new(self->devices));
    on_edited(self);
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareIntakeDialog) self = data;
    g_autoptr(GError) error = NULL;
    CareId job = care_intake_save_finish(CARE_STORE(source), result, &error);

    self->saving = FALSE;
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
                               care_customer_picker_get_new(self->customers) != NULL);
    if (self->done)
        self->done(job, self->user_data);
    adw_dialog_force_close(ADW_DIALOG(self));
}

static gboolean
check(CareIntakeDialog *self)
{
    const char *missing = NULL; /* where a question or a row does not say it */

    if (!care_customer_picker_check(self->customers))
        missing = care_customer_picker_get_name(self->customers)
                      ? NULL
                      : _("Whose is it? Find the customer or begin a new one.");
    else if (!care_device_picker_check(self->devices))
        missing = _("What is it? Say what the new device is, or its sort.");
    else
        return care_form_check(self->form);
    adw_banner_set_title(self->banner, missing ? missing : "");
    adw_banner_set_revealed(self->banner, missing != NULL);
    return FALSE;
}

static void
save_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareIntakeDialog *self = CARE_INTAKE_DIALOG(widget);
    CareIntake intake;

    if (self->saving || !check(self))
        return;
    if (care_intake_plan_has_plan(self->plan_part))
        care_record_clear(self->job, CARE_JOB_NO_PLAN_REASON);
    intake = (CareIntake){ .customer = care_customer_picker_get_new(self->customers),
                           .device = care_device_picker_get_new(self->devices),
                           .plan = care_intake_plan_get_adapted(self->plan_part),
                           .job = self->job,
                           .documents = care_condition_photos_get(self->photos),
                           .drafts = (const char *const *)self->draft->keys };
    care_draft_keeper_begin_save(self->keeper);
    self->saving = TRUE;
    care_busy_begin(self->save);
    care_intake_save_async(self->store, &intake, on_saved, g_object_ref(self));
}

static void
cancel_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    adw_dialog_close(ADW_DIALOG(widget));
}

static void
take_up(GtkWidget *window, CareContext *context, const CareIntakeAside *aside)
{
    CareIntakeDialog *self
        = care_intake_dialog_continue(window, context, aside->key, aside->done, aside->user_data);

    gtk_editable_set_text(self->code, aside->code);
}

static void
put_aside(CareIntakeDialog *self)
{
    const char *known = care_customer_picker_get_name(self->customers);
    const char *who = known ? known : care_customer_picker_get_sought(self->customers);
    g_autofree char *name = care_intake_name(who, care_record_text(self->job, CARE_JOB_FAULT));
    const CareIntakeAside aside = { .key = self->draft->keys[CARE_INTAKE_JOB],
                                    .code = gtk_editable_get_text(self->code),
                                    .name = name ? name : _("A job without a name"),
                                    .done = self->done,
                                    .user_data = self->user_data,
                                    .take_up = take_up };

    care_intake_aside_say(self->window, self->context, &aside);
}

/* What was typed and taken away again is nothing. */
static gboolean
holds_anything(CareIntakeDialog *self)
{
    return care_intake_draft_differs(self->job, self->begun) || care_customer_picker_is_typed(self->customers)
           || care_device_picker_get_new(self->devices) || care_intake_plan_get_adapted(self->plan_part)
           || care_condition_photos_get(self->photos)->len > 0 || *gtk_editable_get_text(self->code);
}

/* However it was left: what somebody began stays, and says so. */
static void
care_intake_dialog_closed(AdwDialog *dialog)
{
    CareIntakeDialog *self = CARE_INTAKE_DIALOG(dialog);

    if (self->taken_in || self->saving || !self->edited || !self->keeper)
        return;
    if (!holds_anything(self)) {
        care_intake_code_flush(self->code); /* an erased one is erased in the keyring, too */
        care_draft_keeper_forget(self->keeper);
        care_intake_draft_write(self->store, self->draft, NULL);
        return;
    }
    care_draft_keeper_flush(self->keeper);
    if (self->window && !self->swapped)
        put_aside(self);
}

static void
care_intake_dialog_dispose(GObject *object)
{
    CareIntakeDialog *self = CARE_INTAKE_DIALOG(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_INTAKE_DIALOG);
    g_clear_weak_pointer(&self->window);
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
    ADW_DIALOG_CLASS(klass)->closed = care_intake_dialog_closed;

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
    self->customers = care_customer_picker_new(self->in_list, self->store);
    self->devices = care_device_picker_new(self->in_list, self->store);
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
    g_signal_connect_object(self->customers, "changed", G_CALLBACK(on_customer_changed), self,
                            G_CONNECT_SWAPPED);
    g_signal_connect_object(self->devices, "changed", G_CALLBACK(on_device_changed), self, G_CONNECT_SWAPPED);
    g_signal_connect_object(self->lines, "changed", G_CALLBACK(on_edited), self, G_CONNECT_SWAPPED);
}

static void
show_customer(CareIntakeDialog *self, CareId customer)
{
    care_customer_picker_set_id(self->customers, customer);
    self->customer_shown = care_customer_picker_get_id(self->customers);
    care_device_picker_set_customer(self->devices, self->customer_shown);
    care_record_set_int(self->job, CARE_JOB_CUSTOMER, self->customer_shown);
    if (!care_record_is_set(self->job, CARE_JOB_DEVICE))
        care_record_set_int(self->job, CARE_JOB_DEVICE, care_device_picker_get_id(self->devices));
    else
        care_device_picker_set_id(self->devices, care_record_int(self->job, CARE_JOB_DEVICE));
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
        row = care_customer_picker_get_id(self->customers) ? self->fault
                                                           : care_customer_picker_get_row(self->customers);
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
    show_customer(self, customer);
    care_record_assign(self->begun, self->job);
    offer_others(self);
    present(self, NULL, done, user_data);
    return self;
}

static void
take_parts(CareIntakeDialog *self)
{
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());
    g_autoptr(CareRecord) device = CARE_RECORD(care_device_new());
    g_autofree char *sought = care_draft_read(self->store, self->draft->keys[CARE_INTAKE_SOUGHT]);

    care_intake_plan_show(self->plan_part);
    show_customer(self, 0);
    care_record_assign(self->begun, self->job);
    care_intake_draft_take(self->store, self->draft, CARE_INTAKE_JOB, self->job);
    care_intake_plan_show(self->plan_part);
    show_customer(self, care_record_int(self->job, CARE_JOB_CUSTOMER));
    if (care_intake_draft_take(self->store, self->draft, CARE_INTAKE_CUSTOMER, customer))
        care_customer_picker_take_new(self->customers, customer);
    else if (sought)
        care_customer_picker_take_sought(self->customers, sought);
    if (care_intake_draft_take(self->store, self->draft, CARE_INTAKE_DEVICE, device))
        care_device_picker_take_new(self->devices, device);
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
