/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/job-list.h"

#include <glib/gi18n-lib.h>

#include "model/job.h"
#include "store/kind-query.h"
#include "store/query-model.h"
#include "ui/kit/facts.h"
#include "ui/kit/list-headings.h"
#include "ui/kit/new-day.h"
#include "ui/kit/record-rows.h"
#include "ui/kit/template.h"
#include "ui/kit/toggle-menu.h"
#include "ui/jobs/job-groups.h"
#include "ui/jobs/job-row.h"

static const char *const group_titles[] = {
    [CARE_JOB_LATE] = N_("Late"),
    [CARE_JOB_DUE_TODAY] = N_("Promised Today"),
    [CARE_JOB_DUE_TOMORROW] = N_("Tomorrow"),
    [CARE_JOB_DUE_LATER] = N_("Later"),
    [CARE_JOB_WAITS_FOR_PART] = N_("Waiting"),
    [CARE_JOB_TO_COLLECT] = N_("Ready to Collect"),
    [CARE_JOB_STILL_HERE] = N_("Cancelled, Still Here"),
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

/* GtkListView ← no selection ← the groups of what is in the shop; or ← the jobs of one status. */
struct _CareJobList {
    AdwBin parent_instance;

    CareContext *context;
    CareJobGroups *groups;
    GListModel *in_shop; /* theirs */
    CareQueryModel *past;
    CareDate day; /* of the groups */
    gboolean narrow;

    AdwWindowTitle *title;
    AdwToggleGroup *filter;
    CareFit *filter_fit;
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
    return filter_of(self)->status < 0 ? self->in_shop : G_LIST_MODEL(self->past);
}

/* "12 jobs open · 1 job late" */
static void
update_title(CareJobList *self)
{
    int open = care_job_groups_count(self->groups, CARE_JOB_NO_GROUP);
    int late = care_job_groups_count(self->groups, CARE_JOB_LATE);
    g_autofree char *opens = g_strdup_printf(ngettext("%d job open", "%d jobs open", open), open);
    g_autofree char *lates = g_strdup_printf(ngettext("%d job late", "%d jobs late", late), late);
    g_autoptr(GString) facts = g_string_new(NULL);

    care_facts_add(facts, open > 0 ? opens : NULL);
    care_facts_add(facts, late > 0 ? lates : NULL);
    adw_window_title_set_subtitle(self->title, facts->str);
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
    gtk_widget_set_visible(GTK_WIDGET(self->filter_fit), ever);
    update_title(self);
}

static void
on_items_changed(CareJobList *self)
{
    update(self);
    care_list_headings_changed(self->view);
}

static void
read_groups(CareJobList *self)
{
    self->day = care_clock_today(care_context_get_clock(self->context));
    care_job_groups_set_day(self->groups, self->day);
}

static void
on_filter(CareJobList *self)
{
    const Filter *filter = filter_of(self);
    g_autoptr(CareQuery) query = NULL;

    if (!self->context)
        return;
    if (filter->status >= 0)
        query = care_query_new("jobs/of-status", CARE_JOB_GROUPS_DEPEND, "s",
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
    CareJobGroup group = filter_of(self)->status < 0
                             ? care_job_groups_find(self->groups, care_record_id(first))
                             : CARE_JOB_NO_GROUP;

    if (group < CARE_JOB_NO_GROUP)
        return (CareListHeading){ _(group_titles[group]), care_job_groups_count(self->groups, group) };
    return (CareListHeading){ _(filter_of(self)->title), -1 };
}

static void
make_models(CareJobList *self)
{
    CareStore *store = care_context_get_store(self->context);

    self->groups = care_job_groups_new(store);
    self->in_shop = g_object_ref(care_job_groups_get_jobs(self->groups));
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
    read_groups(self);
    care_record_rows_install(self->view, &job_rows, care_context_get_store(context), self);
    care_list_headings_install(self->view, describe, self);
    on_filter(self);
    g_signal_connect_swapped(self->in_shop, "items-changed", G_CALLBACK(on_items_changed), self);
    g_signal_connect_swapped(self->groups, "answered", G_CALLBACK(on_items_changed), self);
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
    read_groups(self);
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
    if (self->groups)
        g_signal_handlers_disconnect_by_data(self->groups, self);
    if (self->view)
        gtk_list_view_set_model(self->view, NULL);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_JOB_LIST);
    g_clear_object(&self->in_shop);
    g_clear_object(&self->past);
    g_clear_object(&self->groups);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_job_list_parent_class)->dispose(object);
}

static void
care_job_list_class_init(CareJobListClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_job_list_dispose;

    CARE_TEMPLATE(klass, "jobs/job-list.ui");
    CARE_TEMPLATE_NEEDS(CARE_TYPE_FIT);
    CARE_TEMPLATE_CHILDREN(klass, CareJobList, title, filter, filter_fit, stack, view, nothing, offer);
    CARE_TEMPLATE_CALLBACKS(klass, on_filter, on_activate, on_narrow, on_wide);
}

static void
care_job_list_init(CareJobList *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_toggle_menu_fit(self->filter_fit, self->filter, self->filter, _("Which jobs"));
}
