/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/jobs-page.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/job.h"
#include "model/plan.h"
#include "store/kind-query.h"
#include "store/query-model.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/fit.h"
#include "ui/kit/record-rows.h"
#include "ui/kit/template.h"
#include "ui/parts/line-dialog.h"
#include "ui/jobs/intake-dialog.h"
#include "ui/jobs/intake-draft.h"
#include "ui/jobs/job-editor.h"
#include "ui/jobs/job-page.h"
#include "ui/jobs/job-row.h"
#include "ui/jobs/plan-editor.h"
#include "ui/jobs/plans-dialog.h"

/* Which jobs are shown, and in which order. */
#define JOBS_DEPEND_ON "job:status received promised promised_time finished told returned,customer:name"

/* Below this the toggles become a list to choose from. */
#define TOGGLES_WIDTH 700

/* The place "Jobs": what is in the shop, by status; a job's page on top of it. */
struct _CareJobsPage {
    CarePlace parent_instance;

    CareStore *store;
    CareQueryModel *model;
    guint filter;
    gboolean syncing;

    AdwNavigationView *view;
    AdwNavigationPage *job_page;
    CareFit *filters;
    AdwToggleGroup *toggles;
    GtkDropDown *choice;
    GtkStack *stack;
    GtkListView *list;
    CareJobPage *page;
};

G_DEFINE_FINAL_TYPE(CareJobsPage, care_jobs_page, CARE_TYPE_PLACE)

/* Open jobs by what is promised first, the others newest first. */
static const struct {
    const char *label;
    int status; /* -1: all that are in the shop */
} filters[] = {
    { N_("Open"), -1 },
    { N_("Taken In"), CARE_STATUS_RECEIVED },
    { N_("Waiting"), CARE_STATUS_WAITING },
    { N_("In Work"), CARE_STATUS_WORKING },
    { N_("Ready"), CARE_STATUS_READY },
    { N_("Collected"), CARE_STATUS_COLLECTED },
    { N_("Cancelled"), CARE_STATUS_CANCELLED },
};

static CareQuery *
query_of(guint filter)
{
    if (filters[filter].status < 0)
        return care_query_new("jobs/open", JOBS_DEPEND_ON, "");
    return care_query_new("jobs/of-status", JOBS_DEPEND_ON, "s",
                          care_job_status_word((CareJobStatus)filters[filter].status));
}

static void
update_stack(CareJobsPage *self)
{
    gboolean any = g_list_model_get_n_items(G_LIST_MODEL(self->model)) > 0;
    gboolean ever = any || care_kind_has_any(care_store_reader(self->store), &care_job_kind);

    gtk_stack_set_visible_child_name(self->stack, any ? "list" : ever ? "nothing" : "empty");
    gtk_widget_set_visible(GTK_WIDGET(self->filters), ever);
}

static void
set_filter(CareJobsPage *self, guint filter)
{
    g_autoptr(CareQuery) query = NULL;

    if (self->syncing || filter >= G_N_ELEMENTS(filters))
        return;
    self->filter = filter;
    self->syncing = TRUE;
    adw_toggle_group_set_active(self->toggles, filter);
    gtk_drop_down_set_selected(self->choice, filter);
    self->syncing = FALSE;
    query = query_of(filter);
    care_query_model_set_query(self->model, query);
    update_stack(self);
}

static void
on_toggled(CareJobsPage *self)
{
    set_filter(self, adw_toggle_group_get_active(self->toggles));
}

static void
on_chosen(CareJobsPage *self)
{
    set_filter(self, gtk_drop_down_get_selected(self->choice));
}

static void
make_filters(CareJobsPage *self)
{
    g_autoptr(GtkStringList) names = gtk_string_list_new(NULL);

    self->toggles = ADW_TOGGLE_GROUP(adw_toggle_group_new());
    gtk_widget_set_halign(GTK_WIDGET(self->toggles), GTK_ALIGN_CENTER);
    for (guint i = 0; i < G_N_ELEMENTS(filters); i++) {
        AdwToggle *toggle = adw_toggle_new();

        adw_toggle_set_label(toggle, _(filters[i].label));
        adw_toggle_group_add(self->toggles, toggle);
        gtk_string_list_append(names, _(filters[i].label));
    }
    self->choice = GTK_DROP_DOWN(gtk_drop_down_new(g_object_ref(G_LIST_MODEL(names)), NULL));
    gtk_accessible_update_property(GTK_ACCESSIBLE(self->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Status"),
                                   -1);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Status"),
                                   -1);
    care_fit_set_wide(self->filters, GTK_WIDGET(self->toggles));
    care_fit_set_narrow(self->filters, GTK_WIDGET(self->choice));
    care_fit_set_threshold(self->filters, TOGGLES_WIDTH);
    g_signal_connect_object(self->toggles, "notify::active", G_CALLBACK(on_toggled), self, G_CONNECT_SWAPPED);
    g_signal_connect_object(self->choice, "notify::selected", G_CALLBACK(on_chosen), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_row(gpointer place)
{
    return care_job_row_new(care_place_get_context(place));
}

static const char *
show_row(GtkWidget *row, CareRecord *job, gpointer place)
{
    care_job_row_set_job(CARE_JOB_ROW(row), job);
    return care_job_row_get_spoken(CARE_JOB_ROW(row));
}

static const CareRecordRows job_rows = { make_row, show_row, "customer,device" };

static void
on_store_changed(CareJobsPage *self, CareChangeSet *changes)
{
    if (!care_job_page_refresh(self->page, changes))
        adw_navigation_view_pop_to_tag(self->view, "list");
}

static gboolean
open_job(CareJobsPage *self, CareId job)
{
    if (!care_job_page_set_job(self->page, job))
        return FALSE;
    adw_navigation_page_set_title(self->job_page, care_job_page_get_title(self->page));
    if (adw_navigation_view_get_visible_page(self->view) != self->job_page)
        adw_navigation_view_push_by_tag(self->view, "job");
    return TRUE;
}

static void
on_row_activated(CareJobsPage *self, guint position)
{
    CareId id = care_query_model_id_at(self->model, position);

    if (id != 0)
        open_job(self, id);
}

static gboolean
care_jobs_page_open_row(CarePlace *place, const char *kind, CareId id)
{
    return g_str_equal(kind, "job") && open_job(CARE_JOBS_PAGE(place), id);
}

static void
on_taken_in(CareId job, gpointer place)
{
    gtk_widget_activate_action(place, "win.open", "(sx)", "job", (gint64)job);
}

static gboolean
care_jobs_page_create(CarePlace *place, const char *kind, CareId customer)
{
    if (!g_str_equal(kind, "job"))
        return FALSE;
    care_intake_dialog_present(care_place_front(place), care_place_get_context(place), customer, on_taken_in,
                               place);
    return TRUE;
}

static gboolean
resume_plan(CarePlace *place, const char *draft)
{
    g_autoptr(CareRecord) plan = care_draft_resume(CARE_JOBS_PAGE(place)->store, draft, &care_plan_kind);

    if (plan)
        care_plan_editor_present(care_place_front(place), care_place_get_context(place), plan);
    return plan != NULL;
}

static gboolean
resume_line(CareJobsPage *self, const char *draft)
{
    g_auto(GStrv) parts = g_strsplit(draft, ":", 3);
    CareId id;

    if (!care_id_parse(parts[1], &id) || !open_job(self, id))
        return FALSE;
    care_job_page_continue_line(self->page);
    return TRUE;
}

/* Of an intake, by any of its keys; of a plan; of a job's editor; "job:ID", which its page takes up itself. */
static gboolean
care_jobs_page_resume(CarePlace *place, const char *draft)
{
    g_autoptr(CareIntakeDraft) intake = care_intake_draft_of(draft);
    CareId id;

    if (g_str_has_prefix(draft, "plan:"))
        return resume_plan(place, draft);
    if (g_str_has_prefix(draft, CARE_JOB_EDITOR_DRAFT ":"))
        return care_job_editor_continue(care_place_front(place), care_place_get_context(place), draft);
    if (g_str_has_prefix(draft, "job:") && g_str_has_suffix(draft, CARE_LINE_DRAFT) && !intake)
        return resume_line(CARE_JOBS_PAGE(place), draft);
    if (g_str_has_prefix(draft, "job:") && care_id_parse(draft + strlen("job:"), &id))
        return open_job(CARE_JOBS_PAGE(place), id);
    if (!intake)
        return FALSE;
    care_intake_dialog_continue(care_place_front(place), care_place_get_context(place), draft, on_taken_in,
                                place);
    return TRUE;
}

static void
plans_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    care_plans_dialog_present(widget, care_place_get_context(CARE_PLACE(widget)));
}

static void
care_jobs_page_constructed(GObject *object)
{
    CareJobsPage *self = CARE_JOBS_PAGE(object);
    CareContext *context = care_place_get_context(CARE_PLACE(object));

    G_OBJECT_CLASS(care_jobs_page_parent_class)->constructed(object);
    if (!context || !care_context_get_store(context)) /* the bare template, in a test */
        return;
    self->store = g_object_ref(care_context_get_store(context));
    self->model = care_query_model_new(self->store, &care_job_kind);
    care_job_page_set_context(self->page, context);
    set_filter(self, 0);
    care_record_rows_install(self->list, &job_rows, self->store, self);
    care_record_rows_set_list(self->list, G_LIST_MODEL(self->model));
    g_signal_connect_object(self->model, "items-changed", G_CALLBACK(update_stack), self, G_CONNECT_SWAPPED);
    g_signal_connect_object(self->store, "changed", G_CALLBACK(on_store_changed), self, G_CONNECT_SWAPPED);
}

static void
care_jobs_page_dispose(GObject *object)
{
    CareJobsPage *self = CARE_JOBS_PAGE(object);

    if (self->model)
        g_signal_handlers_disconnect_by_data(self->model, self);
    if (self->list)
        gtk_list_view_set_model(self->list, NULL);
    G_OBJECT_CLASS(care_jobs_page_parent_class)->dispose(object);
    g_clear_object(&self->model);
    g_clear_object(&self->store);
}

static void
care_jobs_page_class_init(CareJobsPageClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);
    CarePlaceClass *place_class = CARE_PLACE_CLASS(klass);

    object_class->constructed = care_jobs_page_constructed;
    object_class->dispose = care_jobs_page_dispose;
    place_class->open_row = care_jobs_page_open_row;
    place_class->create = care_jobs_page_create;
    place_class->resume = care_jobs_page_resume;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_FIT, CARE_TYPE_JOB_PAGE);
    CARE_TEMPLATE(klass, "jobs/jobs-page.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareJobsPage, view, job_page, filters, stack, list, page);
    CARE_TEMPLATE_CALLBACKS(klass, on_row_activated);
    gtk_widget_class_install_action(widget_class, "jobs.plans", NULL, plans_action);
}

static void
care_jobs_page_init(CareJobsPage *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    make_filters(self);
}
