/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/feedback/feedback-page.h"

#include <glib/gi18n-lib.h>

#include "model/complaint.h"
#include "model/feedback.h"
#include "model/channel.h"
#include "store/named-query.h"
#include "store/query-model.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/record-rows.h"
#include "ui/kit/template.h"
#include "ui/kit/toggle-menu.h"
#include "ui/parts/customer-chooser.h"
#include "ui/parts/deleted-meanwhile.h"
#include "ui/feedback/answer-dialog.h"
#include "ui/feedback/complaint-dialog.h"
#include "ui/feedback/complaint-page.h"
#include "ui/feedback/feedback-row.h"
#include "ui/feedback/job-choice.h"
#include "ui/feedback/settle-dialog.h"

/* The place "Feedback": the complaints that wait, those that were settled, and what customers answered; a complaint's
 * page on top of them. Each list is the named query of its toggle. */
struct _CareFeedbackPage {
    CarePlace parent_instance;

    CareStore *store;
    CareAnswerClock *answers;
    CareQueryModel *complaints;
    CareQueryModel *feedback;

    AdwNavigationView *view;
    AdwNavigationPage *complaint_page;
    CareComplaintPage *page;
    AdwToggleGroup *mode;
    CareFit *mode_fit;
    GtkStack *stack;
    GtkListView *list;
};

G_DEFINE_FINAL_TYPE(CareFeedbackPage, care_feedback_page, CARE_TYPE_PLACE)

static CareContext *
context_of(CareFeedbackPage *self)
{
    return care_place_get_context(CARE_PLACE(self));
}

static const char *
mode_of(CareFeedbackPage *self)
{
    return adw_toggle_group_get_active_name(self->mode);
}

static CareQueryModel *
model_of(CareFeedbackPage *self)
{
    return g_strcmp0(mode_of(self), "answers") == 0 ? self->feedback : self->complaints;
}

/* The lists */

static void
update_stack(CareFeedbackPage *self)
{
    gboolean any = g_list_model_get_n_items(G_LIST_MODEL(model_of(self))) > 0;

    gtk_stack_set_visible_child_name(self->stack, any ? "list" : mode_of(self));
}

static CareQuery *
make_query(const char *mode)
{
    if (g_strcmp0(mode, "answers") == 0)
        return care_query_new("feedback/answers", "feedback:at score satisfaction,customer:name", "");
    return care_query_new(g_strcmp0(mode, "settled") == 0 ? "feedback/settled" : "feedback/open",
                          "complaint:received acknowledged resolved,customer:name", "");
}

static void
on_mode(CareFeedbackPage *self)
{
    CareQueryModel *model;
    g_autoptr(CareQuery) query = NULL;

    if (!self->store)
        return;
    model = model_of(self);
    query = make_query(mode_of(self));
    care_record_rows_set_list(self->list, NULL);
    care_query_model_set_query(model, query);
    care_record_rows_set_list(self->list, G_LIST_MODEL(model));
    update_stack(self);
}

static GtkWidget *
make_row(gpointer place)
{
    return care_feedback_row_new(context_of(place));
}

static const char *
show_row(GtkWidget *row, CareRecord *record, gpointer place)
{
    if (record)
        care_feedback_row_set_record(CARE_FEEDBACK_ROW(row), record, CARE_FEEDBACK_PAGE(place)->answers);
    return care_feedback_row_get_spoken(CARE_FEEDBACK_ROW(row));
}

static const CareRecordRows feedback_rows = { make_row, show_row, NULL };

/* Names, jobs and clocks stand in the rows as well. */
static void
refresh_rows(CareFeedbackPage *self)
{
    g_clear_pointer(&self->answers, care_answer_clock_free);
    self->answers
        = care_answer_clock_new(care_store_reader(self->store), care_context_get_clock(context_of(self)));
    care_record_rows_refresh(self->list);
}

static void
on_store_changed(CareFeedbackPage *self, CareChangeSet *changes)
{
    refresh_rows(self);
    if (!care_complaint_page_refresh(self->page, changes))
        adw_navigation_view_pop_to_tag(self->view, "list");
}

/* What somebody opens and adds */

static gboolean
open_complaint(CareFeedbackPage *self, CareId complaint)
{
    if (!care_complaint_page_set_complaint(self->page, complaint))
        return FALSE;
    adw_navigation_page_set_title(self->complaint_page, care_complaint_page_get_title(self->page));
    if (adw_navigation_view_get_visible_page(self->view) != self->complaint_page)
        adw_navigation_view_push_by_tag(self->view, "complaint");
    return TRUE;
}

static gboolean
open_answer(CareFeedbackPage *self, CareId id)
{
    g_autoptr(CareRecord) feedback = care_store_get(self->store, &care_feedback_kind, id, NULL);

    if (!feedback)
        return FALSE;
    adw_navigation_view_pop_to_tag(self->view, "list");
    adw_toggle_group_set_active_name(self->mode, "answers");
    care_answer_dialog_present(care_place_front(CARE_PLACE(self)), context_of(self), feedback);
    return TRUE;
}

static void
on_row_activated(CareFeedbackPage *self, guint position)
{
    CareQueryModel *model = model_of(self);
    CareId id = care_query_model_id_at(model, position);

    if (id == 0)
        return;
    if (model == self->feedback)
        open_answer(self, id);
    else
        gtk_widget_activate_action(GTK_WIDGET(self), "win.open", "(sx)", "complaint", id);
}

static gboolean
care_feedback_page_open_row(CarePlace *place, const char *kind, CareId id)
{
    CareFeedbackPage *self = CARE_FEEDBACK_PAGE(place);

    return g_str_equal(kind, "complaint") ? open_complaint(self, id)
                                          : g_str_equal(kind, "feedback") && open_answer(self, id);
}

static void
add_answer(CareId customer, gpointer place)
{
    CareFeedbackPage *self = place;
    g_autoptr(CareRecord) feedback = CARE_RECORD(care_feedback_new());

    care_record_set_int(feedback, CARE_FEEDBACK_CUSTOMER, customer);
    care_record_set_int(feedback, CARE_FEEDBACK_JOB, care_job_choice_suggest(self->store, customer));
    care_record_set_text(feedback, CARE_FEEDBACK_CHANNEL, care_channel_word(CARE_CHANNEL_PHONE));
    care_record_set_int(feedback, CARE_FEEDBACK_AT, care_clock_now(care_context_get_clock(context_of(self))));
    care_record_set_int(feedback, CARE_FEEDBACK_STAFF, care_store_actor(self->store));
    care_answer_dialog_present(care_place_front(CARE_PLACE(self)), context_of(self), feedback);
}

static void
add_complaint(CareId customer, gpointer place)
{
    CareFeedbackPage *self = place;
    g_autoptr(CareRecord) complaint = CARE_RECORD(care_complaint_new());

    care_record_set_int(complaint, CARE_COMPLAINT_CUSTOMER, customer);
    care_record_set_int(complaint, CARE_COMPLAINT_JOB, care_job_choice_only(self->store, customer));
    care_record_set_text(complaint, CARE_COMPLAINT_CHANNEL, care_channel_word(CARE_CHANNEL_COUNTER));
    care_record_set_int(complaint, CARE_COMPLAINT_RECEIVED,
                        care_clock_now(care_context_get_clock(context_of(self))));
    care_complaint_dialog_present(care_place_front(CARE_PLACE(self)), context_of(self), complaint);
}

static gboolean
care_feedback_page_create(CarePlace *place, const char *kind, CareId customer)
{
    CareFeedbackPage *self = CARE_FEEDBACK_PAGE(place);
    gboolean complaint = g_str_equal(kind, "complaint");
    CareChooserFunc add = complaint ? add_complaint : add_answer;

    if (!complaint && !g_str_equal(kind, "feedback"))
        return FALSE;
    if (customer == 0)
        care_customer_chooser_present(care_place_front(CARE_PLACE(self)), context_of(self),
                                      complaint ? _("Who Complains?") : _("Who Answered?"), kind, add,
                                      GTK_WIDGET(self));
    else
        add(customer, self);
    return TRUE;
}

static gboolean
resume_settling(CareFeedbackPage *self, const char *draft)
{
    g_autoptr(CareRecord) complaint = care_draft_resume(self->store, draft, &care_complaint_kind);

    if (!complaint)
        return FALSE;
    if (!open_complaint(self, care_record_id(complaint))) {
        care_deleted_meanwhile_ask(
            care_place_front(CARE_PLACE(self)), self->store, draft,
            _("This complaint was deleted, or its customer was. Recently Deleted may bring it back."));
        return FALSE;
    }
    care_settle_dialog_present(care_place_front(CARE_PLACE(self)), context_of(self), complaint);
    return TRUE;
}

/* "feedback:new", "complaint:ID" …, "settle:COMPLAINT" */
static gboolean
care_feedback_page_resume(CarePlace *place, const char *draft)
{
    CareFeedbackPage *self = CARE_FEEDBACK_PAGE(place);
    gboolean complaint = g_str_has_prefix(draft, "complaint:");
    g_autoptr(CareRecord) record = NULL;

    if (g_str_has_prefix(draft, "settle:"))
        return resume_settling(self, draft);
    record = care_draft_resume(self->store, draft, complaint ? &care_complaint_kind : &care_feedback_kind);
    if (record && complaint)
        care_complaint_dialog_present(care_place_front(CARE_PLACE(self)), context_of(self), record);
    else if (record)
        care_answer_dialog_present(care_place_front(CARE_PLACE(self)), context_of(self), record);
    return record != NULL;
}

static void
add_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    care_place_create(CARE_PLACE(widget), g_str_has_suffix(name, "complaint") ? "complaint" : "feedback", 0);
}

/* The clocks moved on while the place was not looked at. */
static void
care_feedback_page_shown(CarePlace *place)
{
    if (CARE_FEEDBACK_PAGE(place)->store)
        refresh_rows(CARE_FEEDBACK_PAGE(place));
}

static CareQueryModel *
make_model(CareFeedbackPage *self, const CareKind *kind)
{
    CareQueryModel *model = care_query_model_new(self->store, kind);

    g_signal_connect_object(model, "items-changed", G_CALLBACK(update_stack), self, G_CONNECT_SWAPPED);
    return model;
}

/* Without an open complaint the answers are what somebody comes for. */
static void
choose_mode(CareFeedbackPage *self)
{
    gboolean open = care_query_number(care_store_reader(self->store), "feedback/open", "") != 0;

    adw_toggle_group_set_active_name(self->mode, open ? "open" : "answers");
    on_mode(self);
}

static void
care_feedback_page_constructed(GObject *object)
{
    CareFeedbackPage *self = CARE_FEEDBACK_PAGE(object);
    CareContext *context = context_of(self);

    G_OBJECT_CLASS(care_feedback_page_parent_class)->constructed(object);
    if (!context || !care_context_get_store(context)) /* the bare template, in a test */
        return;
    care_complaint_page_set_context(self->page, context);
    self->store = g_object_ref(care_context_get_store(context));
    self->complaints = make_model(self, &care_complaint_kind);
    self->feedback = make_model(self, &care_feedback_kind);
    care_record_rows_install(self->list, &feedback_rows, self->store, self);
    refresh_rows(self);
    choose_mode(self);
    g_signal_connect_object(self->store, "changed", G_CALLBACK(on_store_changed), self, G_CONNECT_SWAPPED);
}

static void
care_feedback_page_dispose(GObject *object)
{
    CareFeedbackPage *self = CARE_FEEDBACK_PAGE(object);

    if (self->complaints)
        g_signal_handlers_disconnect_by_data(self->complaints, self);
    if (self->feedback)
        g_signal_handlers_disconnect_by_data(self->feedback, self);
    if (self->list)
        gtk_list_view_set_model(self->list, NULL);
    G_OBJECT_CLASS(care_feedback_page_parent_class)->dispose(object);
    g_clear_object(&self->complaints);
    g_clear_object(&self->feedback);
    g_clear_object(&self->store);
}

static void
care_feedback_page_finalize(GObject *object)
{
    CareFeedbackPage *self = CARE_FEEDBACK_PAGE(object);

    g_clear_pointer(&self->answers, care_answer_clock_free);
    G_OBJECT_CLASS(care_feedback_page_parent_class)->finalize(object);
}

static void
care_feedback_page_class_init(CareFeedbackPageClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);
    CarePlaceClass *place_class = CARE_PLACE_CLASS(klass);

    object_class->constructed = care_feedback_page_constructed;
    object_class->dispose = care_feedback_page_dispose;
    object_class->finalize = care_feedback_page_finalize;
    place_class->open_row = care_feedback_page_open_row;
    place_class->create = care_feedback_page_create;
    place_class->resume = care_feedback_page_resume;
    place_class->shown = care_feedback_page_shown;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_COMPLAINT_PAGE);
    CARE_TEMPLATE(klass, "feedback/feedback-page.ui");
    CARE_TEMPLATE_NEEDS(CARE_TYPE_FIT);
    CARE_TEMPLATE_CHILDREN(klass, CareFeedbackPage, view, complaint_page, page, mode, mode_fit, stack, list);
    CARE_TEMPLATE_CALLBACKS(klass, on_mode, on_row_activated);
    gtk_widget_class_install_action(widget_class, "feedback.add-answer", NULL, add_action);
    gtk_widget_class_install_action(widget_class, "feedback.add-complaint", NULL, add_action);
}

static void
care_feedback_page_init(CareFeedbackPage *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_toggle_menu_fit(self->mode_fit, self->mode, self->mode, _("What to show"));
}
