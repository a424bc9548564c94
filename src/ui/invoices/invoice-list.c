/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-list.h"

#include <glib/gi18n-lib.h>

#include "model/invoice.h"
#include "model/job.h"
#include "store/kind-query.h"
#include "store/query-model.h"
#include "ui/kit/record-rows.h"
#include "ui/kit/template.h"
#include "ui/invoices/invoice-row.h"

#define HEADING_HEIGHT 60 /* at least; less than it and a row */

/* GtkListView ← no selection ← GtkFlattenListModel, a section each: jobs to bill | invoices of the filter. */
struct _CareInvoiceList {
    AdwBin parent_instance;

    CareContext *context;
    CareQueryModel *jobs;
    CareQueryModel *invoices;
    guint rising;

    AdwToggleGroup *filter;
    GtkStack *stack;
    GtkListView *view;
    AdwStatusPage *nothing;
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
} Filter;

static const Filter filters[] = {
    { "drafts", N_("Drafts"), N_("No Drafts"), N_("An invoice stays here until you issue it."),
      "invoices/drafts", FALSE, TRUE },
    { "open", N_("Open"), N_("Nothing Open"), N_("Issued invoices wait here until they are paid."),
      "invoices/open", FALSE, TRUE },
    { "overdue", N_("Overdue"), N_("Nothing Overdue"),
      N_("Invoices appear here the day after they were due."), "invoices/overdue", TRUE, FALSE },
    { "paid", N_("Paid"), N_("Nothing Paid Yet"), N_("Invoices move here with their last payment."),
      "invoices/paid", FALSE, FALSE },
    { "all", N_("All"), N_("No Invoices Yet"), N_("Bill the work that waits, or begin a new invoice."),
      "invoices/all", FALSE, TRUE },
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
    }
    gtk_stack_set_visible_child_name(self->stack, n > 0 ? "list" : has_any(self) ? "nothing" : "empty");
}

static GtkAdjustment *
height_of(CareInvoiceList *self)
{
    return gtk_scrollable_get_vadjustment(GTK_SCROLLABLE(self->view));
}

static gboolean
rise(gpointer data)
{
    CareInvoiceList *self = data;

    self->rising = 0;
    if (gtk_adjustment_get_value(height_of(self)) < HEADING_HEIGHT)
        gtk_adjustment_set_value(height_of(self), 0);
    return G_SOURCE_REMOVE;
}

/* The view holds on to its first row, not to the heading above it: after the next layout the heading is brought back. */
static void
show_heading(CareInvoiceList *self)
{
    if (self->rising == 0)
        self->rising = g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, rise, self, NULL);
}

static void
on_items_changed(CareInvoiceList *self)
{
    update_stack(self);
    if (gtk_adjustment_get_value(height_of(self)) <= 0)
        show_heading(self);
}

static void
run_queries(CareInvoiceList *self)
{
    const Filter *filter = filter_of(self);
    g_autofree char *today = care_date_to_string(care_clock_today(care_context_get_clock(self->context)));
    g_autoptr(CareQuery) invoices = filter->by_day ? care_query_new(filter->query, "invoice", "s", today)
                                                   : care_query_new(filter->query, "invoice", "");
    g_autoptr(CareQuery) jobs = care_query_new("invoices/to-bill", "job:to_bill finished", "");

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
    show_heading(self);
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
    care_invoice_row_set_record(CARE_INVOICE_ROW(row), record);
    return care_invoice_row_get_spoken(CARE_INVOICE_ROW(row));
}

static const CareRecordRows invoice_rows = { make_row, show_row, "customer,device" };

static void
on_setup_header(CareInvoiceList *self, GtkListHeader *header)
{
    GtkWidget *label = gtk_label_new(NULL);

    gtk_label_set_xalign(GTK_LABEL(label), 0);
    gtk_widget_add_css_class(label, "heading");
    gtk_list_header_set_child(header, label);
}

static void
on_bind_header(CareInvoiceList *self, GtkListHeader *header)
{
    CareRecord *first = gtk_list_header_get_item(header);
    const char *title
        = care_record_is(first, &care_job_kind) ? _("Done, Not Billed Yet") : _(filter_of(self)->title);

    gtk_label_set_text(GTK_LABEL(gtk_list_header_get_child(header)), title);
}

static void
care_invoice_list_dispose(GObject *object)
{
    CareInvoiceList *self = CARE_INVOICE_LIST(object);

    g_clear_handle_id(&self->rising, g_source_remove);
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
    CARE_TEMPLATE_CHILDREN(klass, CareInvoiceList, filter, stack, view, nothing);
    CARE_TEMPLATE_CALLBACKS(klass, on_filter, on_new, on_activate);
}

static void
care_invoice_list_init(CareInvoiceList *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

static GtkListItemFactory *
header_factory_new(CareInvoiceList *self)
{
    GtkListItemFactory *factory = gtk_signal_list_item_factory_new();

    g_signal_connect_swapped(factory, "setup", G_CALLBACK(on_setup_header), self);
    g_signal_connect_swapped(factory, "bind", G_CALLBACK(on_bind_header), self);
    return factory;
}

static void
make_view(CareInvoiceList *self)
{
    g_autoptr(GtkListItemFactory) headers = header_factory_new(self);
    GListStore *parts = g_list_store_new(G_TYPE_LIST_MODEL);
    g_autoptr(GtkFlattenListModel) both = gtk_flatten_list_model_new(G_LIST_MODEL(parts));

    g_list_store_append(parts, self->jobs);
    g_list_store_append(parts, self->invoices);
    care_record_rows_install(self->view, &invoice_rows, care_context_get_store(self->context), self);
    gtk_list_view_set_header_factory(self->view, headers);
    care_record_rows_set_list(self->view, G_LIST_MODEL(both));
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
    make_view(self);
    g_signal_connect_swapped(self->jobs, "items-changed", G_CALLBACK(on_items_changed), self);
    g_signal_connect_swapped(self->invoices, "items-changed", G_CALLBACK(on_items_changed), self);
    g_signal_connect_object(self->view, "map", G_CALLBACK(show_heading), self, G_CONNECT_SWAPPED);
}

void
care_invoice_list_refresh(CareInvoiceList *self)
{
    g_return_if_fail(CARE_IS_INVOICE_LIST(self));
    run_queries(self);
}
