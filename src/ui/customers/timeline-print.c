/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/timeline-print.h"

#include <glib/gi18n-lib.h>

#include "document/timeline-paper.h"
#include "model/customer.h"
#include "service/paper-parties.h"
#include "service/paper-size.h"
#include "ui/kit/toast.h"
#include "ui/parts/paper-acts.h"

static CarePaper *
lay_out(CareContext *context, CareRecord *customer, CareTimelineModel *model, gboolean filtered,
        GError **error)
{
    CareConnection *connection = care_store_reader(care_context_get_store(context));
    CareClock *clock = care_context_get_clock(context);
    guint n = g_list_model_get_n_items(G_LIST_MODEL(model));
    g_autofree CareTimelinePaperEntry *entries = g_new0(CareTimelinePaperEntry, n + 1);
    g_autoptr(GPtrArray) held = g_ptr_array_new_with_free_func(g_object_unref);
    g_auto(CarePaperParties) parties = { 0 };
    CareTimelinePaper paper;

    if (!care_paper_parties_now(&parties, connection, care_context_get_data_dir(context),
                                care_record_int(customer, CARE_CUSTOMER_CONTACT), care_record_id(customer), 0,
                                error))
        return NULL;
    for (guint i = 0; i < n; i++) {
        CareTimelineEntry *entry = g_list_model_get_item(G_LIST_MODEL(model), i);

        g_ptr_array_add(held, entry);
        entries[i].date = care_date_of_instant(care_timeline_model_at(model, i), care_clock_zone(clock));
        entries[i].title = entry->title;
        entries[i].detail = entry->quote ? entry->quote : entry->caption;
    }
    paper = (CareTimelinePaper){
        .sheet = care_paper_size_of_shop(connection),
        .shop = care_paper_parties_shop(&parties),
        .customer = care_paper_parties_addressee(&parties),
        .printed = care_clock_today(clock),
        .subject = filtered ? _("Selected entries") : _("All entries"),
        .entries = entries,
        .n_entries = n,
    };
    return care_timeline_paper_layout(&paper);
}

void
care_timeline_print(GtkWidget *parent, CareContext *context, CareRecord *customer, CareTimelineModel *model,
                    gboolean filtered)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CarePaper) paper = lay_out(context, customer, model, filtered, &error);

    if (paper)
        care_paper_print(parent, paper, NULL, NULL, NULL);
    else
        care_toast_error(parent, error);
}
