/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/timeline-print.h"

#include <glib/gi18n-lib.h>

#include "document/paper-render.h"
#include "document/timeline-paper.h"
#include "model/customer.h"
#include "ui/kit/toast.h"

static CarePaper *
lay_out(CareContext *context, CareRecord *customer, CareTimelineModel *model, gboolean filtered)
{
    CareStore *store = care_context_get_store(context);
    CareClock *clock = care_context_get_clock(context);
    guint n = g_list_model_get_n_items(G_LIST_MODEL(model));
    g_autofree CareTimelinePaperEntry *entries = g_new0(CareTimelinePaperEntry, n + 1);
    g_autoptr(GPtrArray) held = g_ptr_array_new_with_free_func(g_object_unref);
    g_autofree char *phone = care_store_setting(store, CARE_SETTING_SHOP_PHONE);
    g_autofree char *email = care_store_setting(store, CARE_SETTING_SHOP_EMAIL);
    CareTimelinePaper paper = {
        .shop = { .name = care_context_get_shop_name(context), .phone = phone, .email = email },
        .customer = { .name = care_record_text(customer, CARE_CUSTOMER_NAME) },
        .printed = care_clock_today(clock),
        .subject = filtered ? _("Selected entries") : _("All entries"),
        .entries = entries,
        .n_entries = n,
    };

    for (guint i = 0; i < n; i++) {
        CareTimelineEntry *entry = g_list_model_get_item(G_LIST_MODEL(model), i);

        g_ptr_array_add(held, entry);
        entries[i].date = care_date_of_instant(care_timeline_model_at(model, i), care_clock_zone(clock));
        entries[i].title = entry->title;
        entries[i].detail = entry->quote ? entry->quote : entry->caption;
    }
    return care_timeline_paper_layout(&paper);
}

static void
draw_page(GtkPrintOperation *print, GtkPrintContext *context, int page, CarePaper *paper)
{
    care_paper_draw_page(paper, gtk_print_context_get_cairo_context(context), (guint)page);
}

void
care_timeline_print(GtkWidget *parent, CareContext *context, CareRecord *customer, CareTimelineModel *model,
                    gboolean filtered)
{
    g_autoptr(CarePaper) paper = lay_out(context, customer, model, filtered);
    g_autoptr(GtkPrintOperation) print = gtk_print_operation_new();
    g_autoptr(GError) error = NULL;

    gtk_print_operation_set_n_pages(print, (int)care_paper_get_n_pages(paper));
    gtk_print_operation_set_job_name(print, care_paper_get_title(paper));
    gtk_print_operation_set_use_full_page(print, TRUE);
    gtk_print_operation_set_unit(print, GTK_UNIT_POINTS);
    gtk_print_operation_set_allow_async(print, TRUE);
    g_signal_connect_data(print, "draw-page", G_CALLBACK(draw_page), g_object_ref(paper),
                          (GClosureNotify)(void (*)(void))g_object_unref, 0);
    gtk_print_operation_run(print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                            GTK_WINDOW(gtk_widget_get_root(parent)), &error);
    if (error)
        care_toast_error(parent, error);
}
