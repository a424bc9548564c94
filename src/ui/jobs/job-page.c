/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/job-page.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/customer.h"
#include "model/device.h"
#include "model/followup.h"
#include "model/job.h"
#include "model/plan.h"
#include "service/jobs/aftercare.h"
#include "service/jobs/job-flow.h"
#include "store/hours.h"
#include "ui/kit/date-row.h"
#include "ui/parts/documents-view.h"
#include "ui/parts/due-act.h"
#include "ui/kit/form.h"
#include "ui/kit/format.h"
#include "ui/kit/inline-rows.h"
#include "ui/kit/plain-row.h"
#include "ui/kit/template.h"
#include "ui/parts/paper-dialog.h"
#include "ui/parts/plan-lane.h"
#include "ui/parts/yes-dialog.h"
#include "store/draft.h"
#include "ui/parts/line-dialog.h"
#include "ui/jobs/agreed-lines.h"
#include "ui/jobs/job-acts.h"
#include "ui/jobs/job-code.h"
#include "ui/jobs/job-editor.h"
#include "ui/jobs/job-history.h"
#include "ui/jobs/job-lane.h"
#include "ui/jobs/job-line-dialog.h"
#include "ui/jobs/job-moves.h"
#include "ui/jobs/job-people.h"
#include "ui/jobs/job-words.h"

struct _CareJobPage {
    AdwBin parent_instance;

    CareContext *context;
    CareStore *store;
    CareRecord *job; /* a copy, edited by the rows and saved at once */
    CareInlineEdits *edits;
    CareInlineRows *rows;
    CareRecord *customer;
    CareRecord *device; /* NULL: none is known */
    GPtrArray *lines;   /* CareDueItem: what is due about the job, and will be */
    char *headline_text;
    char *currency;

    AdwWindowTitle *title;
    GtkMenuButton *papers;
    GtkLabel *headline;
    GtkLabel *caption;
    CareWrap *acts;
    GtkListBox *people;
    CareDateRow *promised;
    AdwActionRow *fault;
    AdwActionRow *accessories;
    GtkEditable *found;
    GtkEditable *done;
    AdwActionRow *code_row;
    GtkListBox *agreed_list;
    GtkWidget *add_line;
    AdwActionRow *agreed_row;
    GtkLabel *total;
    CarePlanLane *lane;
    GtkWidget *after_list;
    GtkEditable *no_plan_reason;
    AdwActionRow *warranty;
    AdwBin *documents;
    GtkListBox *history;
};

G_DEFINE_FINAL_TYPE(CareJobPage, care_job_page, ADW_TYPE_BIN)

static CareDate
today_of(CareJobPage *self)
{
    return care_clock_today(care_context_get_clock(self->context));
}

static GTimeZone *
zone_of(CareJobPage *self)
{
    return care_clock_zone(care_context_get_clock(self->context));
}

/* In the currency it was agreed in. */
static char *
total_of(CareJobPage *self)
{
    const char *currency = care_record_currency(self->job, self->currency);

    return care_money_format(care_job_lines_total(self->job, currency), currency);
}

static void
on_agreed(CareJobPage *self)
{
    g_autofree char *total = total_of(self);
    /* Translators: %s is an amount */
    g_autofree char *description = g_strdup_printf(_("To %s, as the lines are now."), total);

    care_yes_dialog_present(GTK_WIDGET(self), self->context, self->job,
                            &(CareYes){ .title = _("Record Their Yes"),
                                        .description = description,
                                        .ahead = _("Nobody can have said yes in the future."),
                                        .who = care_record_text(self->customer, CARE_CUSTOMER_NAME),
                                        .by = CARE_JOB_AGREED_BY,
                                        .at = CARE_JOB_AGREED_AT,
                                        .how = CARE_JOB_AGREED_HOW,
                                        .draft = CARE_YES_DRAFT });
}

static void
show_code_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareJobPage *self = CARE_JOB_PAGE(widget);

    care_job_code_show(self->store, care_record_id(self->job), self->code_row);
}

static void
move_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareJobPage *self = CARE_JOB_PAGE(widget);

    care_job_move(widget, self->context, self->job, g_variant_get_string(parameter, NULL));
}

static void
hand_back_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    care_job_hand_back(widget, CARE_JOB_PAGE(widget)->context, CARE_JOB_PAGE(widget)->job);
}

/* What the line's button on Today does. */
static void
due_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareJobPage *self = CARE_JOB_PAGE(widget);
    const char *id = g_variant_get_string(parameter, NULL);

    for (guint i = 0; i < self->lines->len; i++) {
        const CareDueItem *line = self->lines->pdata[i];

        if (g_str_equal(line->id, id)) {
            care_due_act_open(widget, self->context, line);
            return;
        }
    }
}

/* The editor begins with what is stored, after what was typed into the page. */
static void
edit_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareJobPage *self = CARE_JOB_PAGE(widget);

    care_inline_rows_save(self->rows);
    care_job_editor_present(widget, self->context, self->job);
}

static void
paper_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareJobPage *self = CARE_JOB_PAGE(widget);
    const CarePaperKind *kind = care_paper_kind_by_name(g_variant_get_string(parameter, NULL));

    care_paper_dialog_present(widget, self->context, kind, self->job);
}

static void
update_head(CareJobPage *self)
{
    const char *kind = care_record_text(self->job, CARE_JOB_KIND);
    const char *number = care_record_text(self->job, CARE_JOB_NUMBER);
    const char *what = self->device ? care_record_text(self->device, CARE_DEVICE_NAME)
                       : kind       ? kind
                                    : _("Repair");
    g_autofree char *received
        = care_format_instant(care_record_int(self->job, CARE_JOB_RECEIVED), zone_of(self), today_of(self));
    g_autofree char *who = care_isolate(care_record_text(self->customer, CARE_CUSTOMER_NAME));
    g_autofree char *caption = NULL;

    g_free(self->headline_text);
    /* Translators: whose and what: "Bea Koch’s e-bike" */
    self->headline_text = g_strdup_printf(_("%s’s %s"), who, what);
    caption = care_job_caption(self->job, received);
    gtk_label_set_text(self->headline, self->headline_text);
    gtk_label_set_text(self->caption, caption);
    adw_window_title_set_title(self->title, number ? number : _("Job"));
}

static void
update_work(CareJobPage *self)
{
    const char *time = care_record_text(self->job, CARE_JOB_PROMISED_TIME);
    g_autofree char *late = care_job_lateness(self->job, today_of(self));
    g_autofree char *title = late   ? g_strdup_printf(_("Promised · %s"), late)
                             : time ? g_strdup_printf(_("Promised, by %s"), time)
                                    : g_strdup(_("Promised"));

    adw_preferences_row_set_use_markup(ADW_PREFERENCES_ROW(self->promised), FALSE);
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->promised), title);
    care_plain_row_show(self->fault, care_record_text(self->job, CARE_JOB_FAULT));
    care_plain_row_show(self->accessories, care_record_text(self->job, CARE_JOB_ACCESSORIES));
    gtk_widget_set_visible(GTK_WIDGET(self->code_row), care_record_int(self->job, CARE_JOB_HAS_CODE) != 0);
}

static void
update_agreed(CareJobPage *self)
{
    g_autofree char *total = total_of(self);
    g_autofree char *who = care_job_agreement(self->job, zone_of(self), today_of(self));
    CareAgreedLines *lines = g_object_get_data(G_OBJECT(self->agreed_list), "care-agreed-lines");
    gboolean has_lines = care_record_list_length(self->job, CARE_JOB_LINES) > 0;

    gtk_label_set_text(self->total, total);
    adw_action_row_set_subtitle(self->agreed_row, who         ? who
                                                  : has_lines ? _("Not agreed yet: record their yes")
                                                              : _("Not agreed yet"));
    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(self->agreed_row), !who && has_lines);
    care_agreed_lines_refresh(lines);
}

static void
update_aftercare(CareJobPage *self)
{
    CareId plan_id = care_record_int(self->job, CARE_JOB_PLAN);
    g_autoptr(CareRecord) plan = plan_id ? care_store_get(self->store, &care_plan_kind, plan_id, NULL) : NULL;
    gboolean collected = care_record_is_set(self->job, CARE_JOB_COLLECTED);
    g_autoptr(GPtrArray) followups = care_store_query(self->store, &care_followup_kind, NULL,
                                                      "jobs/followups", "i", care_record_id(self->job));
    CareDate promised = care_record_date(self->job, CARE_JOB_PROMISED);
    CareDate handover = care_date_is_set(promised) ? promised : today_of(self);
    g_autoptr(CareShopHours) hours = care_shop_hours_read(care_store_reader(self->store), zone_of(self));
    g_autofree char *warranty = care_job_warranty(self->job, today_of(self));
    gboolean has_lane = collected ? followups && followups->len > 0 : plan != NULL;

    gtk_widget_set_visible(GTK_WIDGET(self->lane), has_lane);
    gtk_widget_set_visible(
        GTK_WIDGET(self->no_plan_reason),
        care_job_status_is(care_record_text(self->job, CARE_JOB_STATUS), CARE_STATUS_CANCELLED)
            || (!plan && !has_lane));
    if (has_lane && collected)
        care_job_lane_show_followups(self->lane, self->job, followups, self->lines,
                                     care_context_get_clock(self->context));
    else if (has_lane)
        care_job_lane_show_plan(
            self->lane, plan, self->job, handover,
            care_aftercare_warranty_end(care_store_reader(self->store), self->job, plan, handover), hours,
            today_of(self));
    care_plain_row_show(self->warranty, warranty);
    gtk_widget_set_visible(self->after_list, gtk_widget_get_visible(GTK_WIDGET(self->no_plan_reason))
                                                 || gtk_widget_get_visible(GTK_WIDGET(self->warranty)));
}

/* What is due about the job, and will be. An error leaves the page without. */
static void
read_lines(CareJobPage *self)
{
    const CareDueScope scope = { .job = care_record_id(self->job), .days = CARE_DUE_EVER };

    g_clear_pointer(&self->lines, g_ptr_array_unref);
    self->lines
        = care_due_find(care_store_reader(self->store), care_context_get_clock(self->context), &scope, NULL);
    if (!self->lines)
        self->lines = g_ptr_array_new();
}

static void
update(CareJobPage *self)
{
    update_head(self);
    read_lines(self);
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->no_plan_reason),
                                  care_job_reason_label(self->job));
    care_job_acts_fill(self->acts, self->job, self->lines);
    care_job_people_fill(self->people, self->job, self->customer, self->device);
    update_work(self);
    care_inline_rows_show(self->rows);
    update_agreed(self);
    update_aftercare(self);
    care_job_history_fill(self->history, self->store, care_record_id(self->job),
                          care_context_get_clock(self->context));
}

static void
care_job_page_dispose(GObject *object)
{
    CareJobPage *self = CARE_JOB_PAGE(object);

    /* the bin would not notice that the template takes its child away */
    g_clear_object(&self->rows);
    adw_bin_set_child(ADW_BIN(self), NULL);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_JOB_PAGE);
    g_clear_object(&self->edits);
    g_clear_object(&self->job);
    g_clear_object(&self->customer);
    g_clear_object(&self->device);
    g_clear_pointer(&self->lines, g_ptr_array_unref);
    g_clear_object(&self->store);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_job_page_parent_class)->dispose(object);
}

static void
care_job_page_finalize(GObject *object)
{
    g_free(CARE_JOB_PAGE(object)->headline_text);
    g_free(CARE_JOB_PAGE(object)->currency);
    G_OBJECT_CLASS(care_job_page_parent_class)->finalize(object);
}

static void
care_job_page_class_init(CareJobPageClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_job_page_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_job_page_finalize;
    CARE_TEMPLATE_NEEDS(CARE_TYPE_WRAP, CARE_TYPE_DATE_ROW, CARE_TYPE_PLAN_LANE);
    CARE_TEMPLATE(klass, "jobs/job-page.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareJobPage, title, papers, headline, caption, acts, people, promised,
                           fault, accessories, found, done, code_row, agreed_list, add_line, agreed_row,
                           total, lane, after_list, no_plan_reason, warranty, history, documents);
    CARE_TEMPLATE_CALLBACKS(klass, on_agreed);
    gtk_widget_class_install_action(widget_class, "job.move", "s", move_action);
    gtk_widget_class_install_action(widget_class, "job.hand-back", NULL, hand_back_action);
    gtk_widget_class_install_action(widget_class, "job.due", "s", due_action);
    gtk_widget_class_install_action(widget_class, "job.edit", NULL, edit_action);
    gtk_widget_class_install_action(widget_class, "job.paper", "s", paper_action);
    gtk_widget_class_install_action(widget_class, "job.show-code", NULL, show_code_action);
}

static void
care_job_page_init(CareJobPage *self)
{
    g_autoptr(GMenuModel) papers = care_paper_menu_new(&care_job_kind, "job.paper");

    gtk_widget_init_template(GTK_WIDGET(self));
    care_form_name_rows(GTK_WIDGET(self), &care_job_kind);
    gtk_menu_button_set_menu_model(self->papers, papers);
}

static void on_edits_done(CareJobPage *self, gboolean saved, CareRecord *sent);

static void
make_rows(CareJobPage *self)
{
    self->edits = care_inline_edits_new(GTK_WIDGET(self), self->store);
    self->rows = care_inline_rows_new(GTK_WIDGET(self), self->store, self->edits);
    care_inline_rows_add(self->rows, GTK_EDITABLE(self->promised), CARE_JOB_PROMISED);
    care_inline_rows_add(self->rows, self->found, CARE_JOB_FOUND);
    care_inline_rows_add(self->rows, self->done, CARE_JOB_DONE);
    care_inline_rows_add(self->rows, self->no_plan_reason, CARE_JOB_NO_PLAN_REASON);
    /* after the rows know whether it was saved */
    g_signal_connect_object(self->edits, "done", G_CALLBACK(on_edits_done), self, G_CONNECT_SWAPPED);
}

void
care_job_page_set_context(CareJobPage *self, CareContext *context)
{
    g_return_if_fail(CARE_IS_JOB_PAGE(self) && !self->context);
    self->context = g_object_ref(context);
    self->store = g_object_ref(care_context_get_store(context));
    self->currency = care_store_setting(self->store, CARE_SETTING_CURRENCY);
    care_date_row_set_today(self->promised, today_of(self));
    make_rows(self);
}

static gboolean
load(CareJobPage *self, CareId id)
{
    g_autoptr(CareRecord) job = care_store_get(self->store, &care_job_kind, id, NULL);
    g_autoptr(CareRecord) customer = NULL;

    if (!job || care_record_stamp(job).deleted != 0)
        return FALSE;
    customer
        = care_store_get(self->store, &care_customer_kind, care_record_int(job, CARE_JOB_CUSTOMER), NULL);
    if (!customer || care_record_stamp(customer).deleted != 0)
        return FALSE;
    g_set_object(&self->customer, customer);
    g_clear_object(&self->device);
    self->device
        = care_store_get(self->store, &care_device_kind, care_record_int(job, CARE_JOB_DEVICE), NULL);
    if (self->job && care_record_id(self->job) == id) {
        care_inline_edits_read(self->edits, self->job, job, care_inline_rows_unsaved(self->rows));
        return TRUE;
    }
    care_inline_edits_shown(self->edits, job, 0);
    g_clear_object(&self->job);
    self->job = care_record_copy(job);
    care_inline_rows_set_record(self->rows, self->job);
    return TRUE;
}

/* What was refused is shown as the store has it, but for what somebody wrote. */
static void
on_edits_done(CareJobPage *self, gboolean saved, CareRecord *sent)
{
    if (!saved && self->job && care_record_id(self->job) == care_record_id(sent)
        && load(self, care_record_id(sent)))
        update(self);
}

/* The rows of the lines belong to the job that was shown before. */
static void
bind_lines(CareJobPage *self)
{
    CareAgreedLines *lines;
    g_autofree char *key = care_draft_key("job", care_record_id(self->job));
    g_autofree char *draft = g_strconcat(key, CARE_LINE_DRAFT, NULL);

    care_agreed_lines_drop(self->agreed_list);
    lines = care_agreed_lines_new(self->agreed_list, self->add_line, self->job, self->context);
    care_agreed_lines_keep(lines, draft);
}

void
care_job_page_continue_line(CareJobPage *self)
{
    g_return_if_fail(CARE_IS_JOB_PAGE(self) && self->job);
    care_agreed_lines_continue(g_object_get_data(G_OBJECT(self->agreed_list), "care-agreed-lines"));
}

void
care_job_page_continue_yes(CareJobPage *self)
{
    g_autofree char *key = NULL;

    g_return_if_fail(CARE_IS_JOB_PAGE(self) && self->job);
    key = care_draft_key(CARE_YES_DRAFT, care_record_id(self->job));
    if (gtk_list_box_row_get_activatable(GTK_LIST_BOX_ROW(self->agreed_row)))
        on_agreed(self);
    else /* somebody else recorded it */
        care_draft_drop(self->store, key);
}

gboolean
care_job_page_set_job(CareJobPage *self, CareId job)
{
    gboolean same = self->job && care_record_id(self->job) == job;

    g_return_val_if_fail(CARE_IS_JOB_PAGE(self), FALSE);
    care_inline_rows_save(self->rows);
    if (!load(self, job))
        return FALSE;
    if (!same) {
        bind_lines(self);
        adw_bin_set_child(self->documents, care_documents_view_new(self->context, 0, job));
        adw_action_row_set_subtitle(self->code_row, _("In the keyring until hand-over"));
    }
    update(self);
    return TRUE;
}

/* Owned by the page. */
const char *
care_job_page_get_title(CareJobPage *self)
{
    g_return_val_if_fail(CARE_IS_JOB_PAGE(self), NULL);
    return self->headline_text;
}

gboolean
care_job_page_refresh(CareJobPage *self, CareChangeSet *changes)
{
    g_return_val_if_fail(CARE_IS_JOB_PAGE(self), FALSE);
    if (!self->job || !care_change_set_concerns(changes, self->job))
        return TRUE;
    if (!load(self, care_record_id(self->job))) {
        care_agreed_lines_drop(self->agreed_list);
        g_clear_object(&self->job);
        return FALSE;
    }
    update(self);
    return TRUE;
}
