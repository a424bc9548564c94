/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/job-list.h"

#include <glib/gi18n-lib.h>

#include "model/job.h"
#include "store/kind-query.h"
#include "store/query-model.h"
#include "ui/kit/list-headings.h"
#include "ui/kit/new-day.h"
#include "ui/kit/record-rows.h"
#include "ui/kit/template.h"
#include "ui/jobs/job-row.h"

/* Which jobs are shown, in which group and in which order. */
#define DEPENDS_ON "job:status received promised promised_time finished told returned,customer:name"

#define ROWS_AT_ONCE 24

/* In the order of the list, by the words of the query jobs/of-group. */
static const struct {
    const char *word;
    const char *title;
} groups[] = {
    { "late", N_("Late") },
    { "today", N_("Promised Today") },
    { "tomorrow", N_("Tomorrow") },
    { "later", N_("Later") },
    { "waiting", N_("Waiting") },
    { "ready", N_("Ready to Collect") },
    { "here", N_("Cancelled, Still Here") },
};

typedef struct {
    const char *name; /* of the toggle */
    const char *title;
    const char *nothing;
    const char *about; /* when something appears here */
    int status;        /* -1: what is in the shop, in groups */
} Filter;

static const Filter filters[] = {
    { "open", N_("Open"), N_("Nothing in the Shop"), N_("Everything has been handed over."), -1 },
    { "collected", N_("Collected"), N_("Nothing Collected Yet"),
      N_("Jobs move here when they are handed over."), CARE_STATUS_COLLECTED },
    { "cancelled", N_("Cancelled"), N_("Nothing Cancelled"), N_("Jobs that came to nothing stay here."),
      CARE_STATUS_CANCELLED },
};

/* GtkListView ← no selection ← GtkFlattenListModel, a section for each group; or ← the jobs of one status. */
struct _CareJobList {
    AdwBin parent_instance;

    CareContext *context;
    CareQueryModel *in_group[G_N_ELEMENTS(groups)];
    GtkFlattenListModel *in_shop;
    CareQueryModel *past;
    CareDate day; /* of the groups */
    gboolean narrow;

    AdwWindowTitle *title;
    AdwToggleGroup *filter;
    GtkStack *stack;
    GtkListView *view;
    AdwStatusPage *nothing;
    GtkWidget *offer;
};

G_DEFINE_FINAL_TYPE(CareJobList, care_job_list, ADW_TYPE_BIN)

static const Filter *
filter_of(CareJobList *self)
{
    const char *name = adw_toggle_group_get_active_name(self->filter);

    for (gsize i = 0; i < G_N_ELEMENTS(filters); i++)
        if (g_strcmp0(filters[i].name, name) == 0)
            return &filters[i];
    return &filters[0];
}

static GListModel *
shown_list(CareJobList *self)
{
    return filter_of(self)->status < 0 ? G_LIST_MODEL(self->in_shop) : G_LIST_MODEL(self->past);
}

static void
update_title(CareJobList *self)
{
    int late = (int)care_query_model_total(self->in_group[0]);
    int open = 0;
    g_autofree char *both = NULL;
    g_autofree char *opens = NULL;
    g_autofree char *lates = g_strdup_printf(ngettext("%d late", "%d late", late), late);

    for (gsize i = 0; i < G_N_ELEMENTS(groups); i++)
        open += (int)care_query_model_total(self->in_group[i]);
    opens = g_strdup_printf(ngettext("%d open", "%d open", open), open);
    /* Translators: how many jobs are open and how many of them are late: "12 open", "1 late" */
    both = g_strdup_printf(C_("jobs", "%s, %s"), opens, lates);
    adw_window_title_set_subtitle(self->title, open == 0 ? "" : late > 0 ? both : opens);
}

static void
update(CareJobList *self)
{
    const Filter *filter = filter_of(self);
    gboolean any = g_list_model_get_n_items(shown_list(self)) > 0;
    gboolean ever
        = any || care_kind_has_any(care_store_reader(care_context_get_store(self->context)), &care_job_kind);

    adw_status_page_set_title(self->nothing, _(filter->nothing));
    adw_status_page_set_description(self->nothing, _(filter->about));
    gtk_widget_set_visible(self->offer, filter->status < 0);
    gtk_stack_set_visible_child_name(self->stack, any ? "list" : ever ? "nothing" : "empty");
    gtk_widget_set_visible(GTK_WIDGET(self->filter), ever);
    update_title(self);
}

static void
on_items_changed(CareJobList *self)
{
    update(self);
    care_list_headings_changed(self->view);
}

/* What fits on the screen comes with the first frame, of whichever groups it is; the others follow. */
static void
run_groups(CareJobList *self)
{
    CareDate today = care_clock_today(care_context_get_clock(self->context));
    g_autofree char *on = care_date_to_string(today);
    g_autofree char *next = care_date_to_string(care_date_add_days(today, 1));
    guint left = ROWS_AT_ONCE;

    self->day = today;
    for (gsize i = 0; i < G_N_ELEMENTS(groups); i++) {
        g_autoptr(CareQuery) query
            = care_query_new("jobs/of-group", DEPENDS_ON, "sss", groups[i].word, on, next);

        care_query_model_set_screenful(self->in_group[i], MAX(left, 1));
        care_query_model_set_query(self->in_group[i], query);
        left -= MIN(left, g_list_model_get_n_items(G_LIST_MODEL(self->in_group[i])));
    }
}

static void
on_filter(CareJobList *self)
{
    const Filter *filter = filter_of(self);
    g_autoptr(CareQuery) query = NULL;

    if (!self->context)
        return;
    if (filter->status >= 0)
        query = care_query_new("jobs/of-status", DEPENDS_ON, "s",
                               care_job_status_word((CareJobStatus)filter->status));
    care_query_model_set_query(self->past, query);
    care_record_rows_set_list(self->view, shown_list(self));
    update(self);
    care_list_headings_rise(self->view);
}

static void
on_activate(CareJobList *self, guint position)
{
    g_autoptr(CareRecord) job = g_list_model_get_item(shown_list(self), position);

    if (job)
        gtk_widget_activate_action(GTK_WIDGET(self), "win.open", "(sx)", "job", (gint64)care_record_id(job));
}

static void
set_narrow(CareJobList *self, gboolean narrow)
{
    self->narrow = narrow;
    if (self->context)
        care_record_rows_refresh(self->view);
}

static void
on_narrow(CareJobList *self)
{
    set_narrow(self, TRUE);
}

static void
on_wide(CareJobList *self)
{
    set_narrow(self, FALSE);
}

static GtkWidget *
make_row(gpointer list)
{
    return care_job_row_new(CARE_JOB_LIST(list)->context);
}

static const char *
show_row(GtkWidget *row, CareRecord *job, gpointer list)
{
    care_job_row_set_job(CARE_JOB_ROW(row), job, CARE_JOB_LIST(list)->narrow);
    return care_job_row_get_spoken(CARE_JOB_ROW(row));
}

static const CareRecordRows job_rows = { make_row, show_row, "customer,device,staff" };

static CareListHeading
describe(gpointer first, gpointer list)
{
    CareJobList *self = list;
    gboolean in_shop = filter_of(self)->status < 0;

    for (gsize i = 0; in_shop && i < G_N_ELEMENTS(groups); i++)
        if (care_query_model_find(self->in_group[i], care_record_id(first)) != G_MAXUINT)
            return (CareListHeading){ _(groups[i].title), (int)care_query_model_total(self->in_group[i]) };
    return (CareListHeading){ _(filter_of(self)->title), -1 };
}

static void
make_models(CareJobList *self)
{
    CareStore *store = care_context_get_store(self->context);
    GListStore *parts = g_list_store_new(G_TYPE_LIST_MODEL);

    for (gsize i = 0; i < G_N_ELEMENTS(groups); i++) {
        self->in_group[i] = care_query_model_new(store, &care_job_kind);
        g_list_store_append(parts, self->in_group[i]);
    }
    self->in_shop = gtk_flatten_list_model_new(G_LIST_MODEL(parts));
    self->past = care_query_model_new(store, &care_job_kind);
}

static void
on_new_day(GtkWidget *widget)
{
    care_job_list_refresh(CARE_JOB_LIST(widget));
}

void
care_job_list_set_context(CareJobList *self, CareContext *context)
{
    g_return_if_fail(CARE_IS_JOB_LIST(self) && !self->context);
    self->context = g_object_ref(context);
    make_models(self);
    run_groups(self);
    care_record_rows_install(self->view, &job_rows, care_context_get_store(context), self);
    care_list_headings_install(self->view, describe, self);
    on_filter(self);
    g_signal_connect_swapped(self->in_shop, "items-changed", G_CALLBACK(on_items_changed), self);
    g_signal_connect_swapped(self->past, "items-changed", G_CALLBACK(on_items_changed), self);
    care_new_day_watch(GTK_WIDGET(self), care_context_get_clock(context), on_new_day);
}

void
care_job_list_refresh(CareJobList *self)
{
    g_return_if_fail(CARE_IS_JOB_LIST(self));
    if (!self->context
        || care_date_compare(self->day, care_clock_today(care_context_get_clock(self->context))) == 0)
        return;
    run_groups(self);
    update(self);
    care_record_rows_refresh(self->view); /* those that stay in their group say another day, too */
}

static void
care_job_list_dispose(GObject *object)
{
    CareJobList *self = CARE_JOB_LIST(object);

    care_new_day_unwatch(GTK_WIDGET(self));
    if (self->in_shop)
        g_signal_handlers_disconnect_by_data(self->in_shop, self);
    if (self->past)
        g_signal_handlers_disconnect_by_data(self->past, self);
    if (self->view)
        gtk_list_view_set_model(self->view, NULL);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_JOB_LIST);
    g_clear_object(&self->in_shop);
    g_clear_object(&self->past);
    for (gsize i = 0; i < G_N_ELEMENTS(groups); i++)
        g_clear_object(&self->in_group[i]);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_job_list_parent_class)->dispose(object);
}

static void
care_job_list_class_init(CareJobListClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_job_list_dispose;

    CARE_TEMPLATE(klass, "jobs/job-list.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareJobList, title, filter, stack, view, nothing, offer);
    CARE_TEMPLATE_CALLBACKS(klass, on_filter, on_activate, on_narrow, on_wide);
}

static void
care_job_list_init(CareJobList *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}
