/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-list.h"

#include <glib/gi18n-lib.h>

#include "model/invoice.h"
#include "model/job.h"
#include "store/kind-query.h"
#include "store/query-model.h"
#include "ui/kit/list-headings.h"
#include "ui/kit/new-day.h"
#include "ui/kit/record-rows.h"
#include "ui/kit/template.h"
#include "ui/kit/toggle-menu.h"
#include "ui/invoices/invoice-row.h"
#include "ui/invoices/invoice-sums.h"

/* GtkListView ← no selection ← GtkFlattenListModel, a section each: jobs to bill | invoices of the filter. */
struct _CareInvoiceList {
    AdwBin parent_instance;

    CareContext *context;
    CareQueryModel *jobs;
    CareQueryModel *invoices;

    AdwToggleGroup *filter;
    CareFit *filter_fit;
    GtkStack *stack;
    GtkLabel *sums;
    GtkListView *view;
    AdwStatusPage *nothing;
    GtkWidget *offer;
};

G_DEFINE_FINAL_TYPE(CareInvoiceList, care_invoice_list, ADW_TYPE_BIN)

typedef struct {
    const char *name;
    const char *title; /* of the section */
    const char *nothing;
    const char *about; /* when something appears here */
    const char *query;
    gboolean by_day;
    gboolean with_jobs;
    const char
        *said; /* the state that all of the section have, which its rows need not say again; NULL: none */
} Filter;

static const Filter filters[] = {
    { "drafts", N_("Drafts"), N_("No Drafts"), N_("An invoice stays here until you issue it."),
      "invoices/drafts", FALSE, TRUE, NC_("invoice", "draft") },
    { "open", N_("Unpaid"), N_("Nothing Unpaid"), N_("Issued invoices wait here until they are paid."),
      "invoices/open", FALSE, TRUE, NC_("invoice", "unpaid") },
    { "overdue", N_("Overdue"), N_("Nothing Overdue"),
      N_("Invoices appear here the day after they were due."), "invoices/overdue", TRUE, FALSE, NULL },
    { "paid", N_("Paid"), N_("Nothing Paid Yet"), N_("Invoices move here with their last payment."),
      "invoices/paid", FALSE, FALSE, NC_("invoice", "paid") },
    { "all", N_("All"), N_("No Invoices Yet"), N_("Bill the work that waits, or begin a new invoice."),
      "invoices/all", FALSE, TRUE, NULL },
};

static const Filter *
filter_of(CareInvoiceList *self)
{
    const char *name = adw_toggle_group_get_active_name(self->filter);

    for (gsize i = 0; i < G_N_ELEMENTS(filters); i++)
        if (g_strcmp0(filters[i].name, name) == 0)
            return &filters[i];
    return &filters[0];
}

static gboolean
has_any(CareInvoiceList *self)
{
    return care_kind_has_any(care_store_reader(care_context_get_store(self->context)), &care_invoice_kind);
}

static void
update_stack(CareInvoiceList *self)
{
    const Filter *filter = filter_of(self);
    guint n = g_list_model_get_n_items(G_LIST_MODEL(self->jobs))
              + g_list_model_get_n_items(G_LIST_MODEL(self->invoices));

    if (n == 0) {
        adw_status_page_set_title(self->nothing, _(filter->nothing));
        adw_status_page_set_description(self->nothing, _(filter->about));
        gtk_widget_set_visible(self->offer, filter->with_jobs);
    }
    gtk_stack_set_visible_child_name(self->stack, n > 0 ? "list" : has_any(self) ? "nothing" : "empty");
}

static void
show_sums(CareInvoiceList *self)
{
    g_autofree char *sums = care_invoice_sums(care_context_get_store(self->context));

    gtk_label_set_text(self->sums, sums ? sums : "");
    gtk_widget_set_visible(GTK_WIDGET(self->sums), sums != NULL);
}

static void
on_store_changed(CareInvoiceList *self, CareChangeSet *changes)
{
    if (care_change_set_touches(changes, "invoice,setting"))
        show_sums(self);
}

static void
on_items_changed(CareInvoiceList *self)
{
    update_stack(self);
    care_list_headings_changed(self->view);
}

static void
run_queries(CareInvoiceList *self)
{
    const Filter *filter = filter_of(self);
    g_autofree char *today = care_date_to_string(care_clock_today(care_context_get_clock(self->context)));
    g_autoptr(CareQuery) invoices = filter->by_day ? care_query_new(filter->query, "invoice", "s", today)
                                                   : care_query_new(filter->query, "invoice", "");
    g_autoptr(CareQuery) jobs = care_query_new("invoices/to-bill", "job:to_bill finished,customer:name", "");

    care_query_model_set_query(self->jobs, filter->with_jobs ? jobs : NULL);
    care_query_model_set_query(self->invoices, invoices);
    update_stack(self);
}

static void
on_filter(CareInvoiceList *self)
{
    if (!self->context)
        return;
    run_queries(self);
    if (g_list_model_get_n_items(G_LIST_MODEL(gtk_list_view_get_model(self->view))) > 0)
        gtk_list_view_scroll_to(self->view, 0, GTK_LIST_SCROLL_NONE, NULL);
    care_list_headings_rise(self->view);
}

static void
on_new(CareInvoiceList *self)
{
    gtk_widget_activate_action(GTK_WIDGET(self), "win.create", "(sx)", "invoice", (gint64)0);
}

static void
on_activate(CareInvoiceList *self, guint position)
{
    g_autoptr(CareRecord) record
        = g_list_model_get_item(G_LIST_MODEL(gtk_list_view_get_model(self->view)), position);

    if (!record)
        return;
    if (care_record_is(record, &care_job_kind))
        gtk_widget_activate_action(GTK_WIDGET(self), "win.bill", "x", care_record_id(record));
    else
        gtk_widget_activate_action(GTK_WIDGET(self), "win.open", "(sx)", "invoice", care_record_id(record));
}

static GtkWidget *
make_row(gpointer list)
{
    return care_invoice_row_new(CARE_INVOICE_LIST(list)->context);
}

static const char *
show_row(GtkWidget *row, CareRecord *record, gpointer list)
{
    const char *said = filter_of(list)->said;

    care_invoice_row_set_record(CARE_INVOICE_ROW(row), record,
                                said ? g_dpgettext2(GETTEXT_PACKAGE, "invoice", said) : NULL);
    return care_invoice_row_get_spoken(CARE_INVOICE_ROW(row));
}

static const CareRecordRows invoice_rows = { make_row, show_row, "customer,device,invoice,job" };

static CareListHeading
describe(gpointer first, gpointer list)
{
    gboolean job = care_record_is(first, &care_job_kind);

    return (CareListHeading){ job ? _("Done, Not Billed Yet") : _(filter_of(list)->title), -1 };
}

static void
care_invoice_list_dispose(GObject *object)
{
    CareInvoiceList *self = CARE_INVOICE_LIST(object);

    care_new_day_unwatch(GTK_WIDGET(self));
    if (self->jobs)
        g_signal_handlers_disconnect_by_data(self->jobs, self);
    if (self->invoices)
        g_signal_handlers_disconnect_by_data(self->invoices, self);
    if (self->view)
        gtk_list_view_set_model(self->view, NULL);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_INVOICE_LIST);
    g_clear_object(&self->jobs);
    g_clear_object(&self->invoices);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_invoice_list_parent_class)->dispose(object);
}

static void
care_invoice_list_class_init(CareInvoiceListClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_invoice_list_dispose;

    CARE_TEMPLATE(klass, "invoices/invoice-list.ui");
    CARE_TEMPLATE_NEEDS(CARE_TYPE_FIT);
    CARE_TEMPLATE_CHILDREN(klass, CareInvoiceList, filter, filter_fit, sums, stack, view, nothing, offer);
    CARE_TEMPLATE_CALLBACKS(klass, on_filter, on_new, on_activate);
}

static void
care_invoice_list_init(CareInvoiceList *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_toggle_menu_fit(self->filter_fit, self->filter, self->filter, _("Which invoices"));
}

static void
make_view(CareInvoiceList *self)
{
    GListStore *parts = g_list_store_new(G_TYPE_LIST_MODEL);
    g_autoptr(GtkFlattenListModel) both = gtk_flatten_list_model_new(G_LIST_MODEL(parts));

    g_list_store_append(parts, self->jobs);
    g_list_store_append(parts, self->invoices);
    care_record_rows_install(self->view, &invoice_rows, care_context_get_store(self->context), self);
    care_list_headings_install(self->view, describe, self);
    care_record_rows_set_list(self->view, G_LIST_MODEL(both));
}

/* What was due yesterday is overdue today. */
static void
on_new_day(GtkWidget *widget)
{
    CareInvoiceList *self = CARE_INVOICE_LIST(widget);

    run_queries(self);
    show_sums(self);
    care_record_rows_refresh(self->view);
}

/* Once; the first rows are there when it returns. */
void
care_invoice_list_set_context(CareInvoiceList *self, CareContext *context)
{
    CareStore *store = care_context_get_store(context);

    g_return_if_fail(CARE_IS_INVOICE_LIST(self) && !self->context);

    self->context = g_object_ref(context);
    self->jobs = care_query_model_new(store, &care_job_kind);
    self->invoices = care_query_model_new(store, &care_invoice_kind);
    run_queries(self);
    show_sums(self);
    make_view(self);
    care_new_day_watch(GTK_WIDGET(self), care_context_get_clock(context), on_new_day);
    g_signal_connect_object(store, "changed", G_CALLBACK(on_store_changed), self, G_CONNECT_SWAPPED);
    g_signal_connect_swapped(self->jobs, "items-changed", G_CALLBACK(on_items_changed), self);
    g_signal_connect_swapped(self->invoices, "items-changed", G_CALLBACK(on_items_changed), self);
}

void
care_invoice_list_refresh(CareInvoiceList *self)
{
    g_return_if_fail(CARE_IS_INVOICE_LIST(self));
    on_new_day(GTK_WIDGET(self));
}
