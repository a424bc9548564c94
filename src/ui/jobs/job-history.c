/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/job-history.h"

#include <glib/gi18n-lib.h>

#include "model/event.h"
#include "model/invoice.h"
#include "model/job.h"
#include "model/staff.h"
#include "ui/kit/facts.h"
#include "ui/kit/format.h"
#include "ui/kit/plain-row.h"
#include "ui/parts/invoice-name.h"
#include "ui/parts/promise-words.h"

static void
add_invoices(GtkListBox *list, CareStore *store, CareId job)
{
    g_autoptr(GPtrArray) invoices
        = care_store_query(store, &care_invoice_kind, NULL, "jobs/invoices", "i", job);

    for (guint i = 0; invoices && i < invoices->len; i++) {
        CareRecord *invoice = invoices->pdata[i];
        g_autofree char *name = care_invoice_name(invoice);
        GtkWidget *row = care_plain_row_new(name, care_invoice_state_name(invoice));

        care_plain_row_say_all(row, NULL);
        care_plain_row_lead_on(row);
        care_plain_row_open(row, "invoice", care_record_id(invoice));
        gtk_list_box_append(list, row);
    }
}

/* When it was, and whose act: "yesterday, 9:18 · Jonas". Transfer full. */
static char *
when_and_who(CareRecord *event, CareStore *store, CareClock *clock)
{
    CareId by = care_record_int(event, CARE_EVENT_STAFF);
    g_autoptr(CareRecord) staff = by != 0 ? care_store_get(store, &care_staff_kind, by, NULL) : NULL;
    g_autofree char *at = care_format_instant(care_record_int(event, CARE_EVENT_AT), care_clock_zone(clock),
                                              care_clock_today(clock));
    g_autoptr(GString) facts = g_string_new(NULL);

    care_facts_add(facts, at);
    care_facts_add(facts, staff ? care_record_text(staff, CARE_STAFF_NAME) : NULL);
    return g_string_free(g_steal_pointer(&facts), FALSE);
}

static GtkWidget *
event_row_new(CareRecord *event, CareStore *store, CareClock *clock, const char *currency)
{
    g_autofree char *promise = care_promise_changed_sentence(event, currency, care_clock_today(clock));
    g_autofree char *at = when_and_who(event, store, clock);
    gboolean told = care_event_name_is(care_record_text(event, CARE_EVENT_NAME), CARE_HAPPENED_TOLD);

    return care_plain_row_new(
        promise ? promise
        : told  ? _("The customer was told")
                : care_choice_label(&care_job_status_set, care_record_text(event, CARE_EVENT_AFTER)),
        at);
}

void
care_job_history_fill(GtkListBox *list, CareStore *store, CareId job, CareClock *clock)
{
    g_autoptr(GPtrArray) events = care_store_query(store, &care_event_kind, NULL, "jobs/events", "i", job);

    g_autofree char *shop = care_store_setting(store, CARE_SETTING_CURRENCY);
    g_autoptr(CareRecord) record = care_store_get(store, &care_job_kind, job, NULL);
    const char *currency = record ? care_record_currency(record, shop) : shop;

    gtk_list_box_remove_all(list);
    add_invoices(list, store, job);
    for (guint i = 0; events && i < events->len; i++) {
        GtkWidget *row = event_row_new(events->pdata[i], store, clock, currency);

        care_plain_row_say_all(row, NULL);
        gtk_list_box_append(list, row);
    }
}
