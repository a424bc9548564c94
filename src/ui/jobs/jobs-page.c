/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/jobs-page.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/job.h"
#include "model/plan.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/template.h"
#include "ui/kit/toast.h"
#include "ui/parts/deleted-meanwhile.h"
#include "ui/parts/line-dialog.h"
#include "ui/parts/yes-dialog.h"
#include "ui/jobs/intake-dialog.h"
#include "ui/jobs/intake-draft.h"
#include "ui/jobs/job-editor.h"
#include "ui/jobs/job-list.h"
#include "ui/jobs/job-moves.h"
#include "ui/jobs/job-page.h"
#include "ui/jobs/plan-editor.h"
#include "ui/jobs/plans-dialog.h"

/* The place "Jobs": the list of them; a job's page on top of it. */
struct _CareJobsPage {
    CarePlace parent_instance;

    CareStore *store;

    AdwNavigationView *view;
    AdwNavigationPage *job_page;
    CareJobList *list;
    CareJobPage *page;
};

G_DEFINE_FINAL_TYPE(CareJobsPage, care_jobs_page, CARE_TYPE_PLACE)

static void
on_store_changed(CareJobsPage *self, CareChangeSet *changes)
{
    if (!care_job_page_refresh(self->page, changes))
        adw_navigation_view_pop_to_tag(self->view, "list");
}

/* FALSE: it was deleted, which is said; draft (nullable), which is gone on with there, may be thrown away then. */
static gboolean
open_job(CareJobsPage *self, CareId job, const char *draft)
{
    const char *gone = care_deleted_sentence(&care_job_kind);

    if (!care_job_page_set_job(self->page, job)) {
        if (draft)
            care_deleted_meanwhile_ask(care_place_front(CARE_PLACE(self)), self->store, draft, gone);
        else
            care_toast_show(GTK_WIDGET(self), gone);
        return FALSE;
    }
    adw_navigation_page_set_title(self->job_page, care_job_page_get_title(self->page));
    if (adw_navigation_view_get_visible_page(self->view) != self->job_page)
        adw_navigation_view_push_by_tag(self->view, "job");
    return TRUE;
}

static gboolean
care_jobs_page_open_row(CarePlace *place, const char *kind, CareId id)
{
    return g_str_equal(kind, "job") && open_job(CARE_JOBS_PAGE(place), id, NULL);
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

/* What is written on its page: "job:ID:line", "yes:ID" */
static gboolean
resume_on_page(CareJobsPage *self, const char *draft, void (*go_on)(CareJobPage *page))
{
    g_auto(GStrv) parts = g_strsplit(draft, ":", 3);
    CareId id;

    if (!care_id_parse(parts[1], &id) || !open_job(self, id, draft))
        return FALSE;
    go_on(self->page);
    return TRUE;
}

/* "cancel-job:ID", "no-plan:ID" */
static gboolean
resume_move(CareJobsPage *self, const char *draft)
{
    g_autoptr(CareRecord) job = NULL;
    CareId id;

    if (!care_id_parse(strchr(draft, ':') + 1, &id) || !open_job(self, id, draft))
        return FALSE;
    job = care_store_get(self->store, &care_job_kind, id, NULL);
    return job
           && care_job_move_continue(care_place_front(CARE_PLACE(self)),
                                     care_place_get_context(CARE_PLACE(self)), job, draft);
}

/* Of an intake, by any of its keys; of a plan; of a job's editor; of a question about a job; of their yes to its price; "job:ID", which its page takes
 * up itself. */
static gboolean
care_jobs_page_resume(CarePlace *place, const char *draft)
{
    g_autoptr(CareIntakeDraft) intake = care_intake_draft_of(draft);
    CareId id;

    if (g_str_has_prefix(draft, "plan:"))
        return resume_plan(place, draft);
    if (g_str_has_prefix(draft, CARE_CANCEL_DRAFT ":") || g_str_has_prefix(draft, CARE_NO_PLAN_DRAFT ":"))
        return resume_move(CARE_JOBS_PAGE(place), draft);
    if (g_str_has_prefix(draft, CARE_JOB_EDITOR_DRAFT ":"))
        return care_job_editor_continue(care_place_front(place), care_place_get_context(place), draft);
    if (g_str_has_prefix(draft, "job:") && g_str_has_suffix(draft, CARE_LINE_DRAFT) && !intake)
        return resume_on_page(CARE_JOBS_PAGE(place), draft, care_job_page_continue_line);
    if (g_str_has_prefix(draft, CARE_YES_DRAFT ":"))
        return resume_on_page(CARE_JOBS_PAGE(place), draft, care_job_page_continue_yes);
    if (g_str_has_prefix(draft, "job:") && care_id_parse(draft + strlen("job:"), &id))
        return open_job(CARE_JOBS_PAGE(place), id, draft);
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

/* Another day may have begun while it was away. */
static void
care_jobs_page_shown(CarePlace *place)
{
    care_job_list_refresh(CARE_JOBS_PAGE(place)->list);
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
    care_job_page_set_context(self->page, context);
    care_job_list_set_context(self->list, context);
    g_signal_connect_object(self->store, "changed", G_CALLBACK(on_store_changed), self, G_CONNECT_SWAPPED);
}

static void
care_jobs_page_dispose(GObject *object)
{
    CareJobsPage *self = CARE_JOBS_PAGE(object);

    G_OBJECT_CLASS(care_jobs_page_parent_class)->dispose(object);
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
    place_class->shown = care_jobs_page_shown;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_JOB_LIST, CARE_TYPE_JOB_PAGE);
    CARE_TEMPLATE(klass, "jobs/jobs-page.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareJobsPage, view, job_page, list, page);
    gtk_widget_class_install_action(widget_class, "jobs.plans", NULL, plans_action);
}

static void
care_jobs_page_init(CareJobsPage *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}
