/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/customer-tabs.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/device.h"
#include "model/gift.h"
#include "model/invoice.h"
#include "model/job.h"
#include "model/occasion.h"
#include "ui/kit/act-row.h"
#include "ui/kit/facts.h"
#include "ui/kit/format.h"
#include "ui/kit/plain-row.h"
#include "ui/parts/invoice-name.h"
#include "ui/parts/thing-icon.h"

/* Of jobs and of invoices; the timeline has all. */
#define MOST_SHOWN G_GINT64_CONSTANT(200)

GtkWidget *
care_tab_box_new(void)
{
    return gtk_box_new(GTK_ORIENTATION_VERTICAL, 24);
}

/* Transfer none: the group belongs to the box. */
GtkWidget *
care_tab_group_add(GtkWidget *box, const char *title, const char *description)
{
    GtkWidget *group = adw_preferences_group_new();

    adw_preferences_group_set_title(ADW_PREFERENCES_GROUP(group), title);
    adw_preferences_group_set_description(ADW_PREFERENCES_GROUP(group), description);
    gtk_box_append(GTK_BOX(box), group);
    return group;
}

/* A row about a thing; end stands at its right in tabular figures. None of the texts is markup; all but the title
 * may be NULL. */
GtkWidget *
care_tab_row_new(const char *icon, CareTone tone, const char *title, const char *subtitle, const char *end)
{
    GtkWidget *row = care_plain_row_new(title, subtitle);

    adw_action_row_add_prefix(ADW_ACTION_ROW(row), care_thing_icon_new(icon, tone));
    care_plain_row_add_dim_figure(row, end);
    return row;
}

void
care_tab_row_opens(GtkWidget *row, CareRecord *record)
{
    care_plain_row_open(row, care_record_kind(record)->name, care_record_id(record));
    /* nobody is led away from the page */
    gtk_actionable_set_action_name(GTK_ACTIONABLE(row), "win.open-here");
}

/* What adds one: a row of its own in an empty group, else a button beside the title. */
static void
add_act(GtkWidget *group, gboolean empty, const char *label, const char *kind, CareId customer)
{
    g_autofree char *action
        = g_strdup_printf("win.create(('%s', int64 %" G_GINT64_FORMAT "))", kind, customer);
    GtkWidget *button;

    if (empty) {
        adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), care_act_row_new(label, action));
        return;
    }
    button = gtk_button_new_from_icon_name("list-add-symbolic");
    gtk_widget_add_css_class(button, "flat");
    gtk_widget_set_tooltip_text(button, label);
    gtk_actionable_set_detailed_action_name(GTK_ACTIONABLE(button), action);
    adw_preferences_group_set_header_suffix(ADW_PREFERENCES_GROUP(group), button);
}

static CareDate
today_of(CareContext *context)
{
    return care_clock_today(care_context_get_clock(context));
}

static void
add_devices(GtkWidget *box, CareStore *store, CareId customer)
{
    g_autoptr(GPtrArray) devices
        = care_store_query(store, &care_device_kind, NULL, "customers/devices", "i", customer);
    guint n = devices ? devices->len : 0;
    GtkWidget *group = care_tab_group_add(
        box, _("Devices"), n == 0 ? _("What they bring to the shop, with its own history.") : NULL);

    add_act(group, n == 0, _("Add Device"), "device", customer);
    for (guint i = 0; i < n; i++) {
        CareRecord *device = devices->pdata[i];
        const char *kind = care_record_text(device, CARE_DEVICE_KIND);
        const char *name = care_record_text(device, CARE_DEVICE_NAME);
        g_autoptr(GString) facts = g_string_new(NULL);
        GtkWidget *row;

        care_facts_add(facts, kind);
        care_facts_add(facts, care_record_text(device, CARE_DEVICE_SERIAL));
        care_facts_add(facts, care_record_text(device, CARE_DEVICE_PLATE));
        care_facts_add(facts, care_record_text(device, CARE_DEVICE_METER));
        row = care_tab_row_new(care_thing_icon_for(kind ? kind : name), CARE_TONE_NEUTRAL, name, facts->str,
                               NULL);
        care_tab_row_opens(row, device);
        adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), row);
    }
}

static CareRecord *
device_of(CareStore *store, CareRecord *job)
{
    CareId id = care_record_int(job, CARE_JOB_DEVICE);

    return id ? care_store_get(store, &care_device_kind, id, NULL) : NULL;
}

/* What tells a customer's jobs apart: what was wrong, else the thing. Their kind is the same for most of them. */
static char *
job_title(CareRecord *job, CareRecord *device)
{
    const char *fault = care_record_text(job, CARE_JOB_FAULT);

    return fault ? g_strndup(fault, strcspn(fault, "\n")) : care_job_headline(job, device);
}

static GtkWidget *
job_row_new(CareContext *context, CareRecord *job)
{
    CareStore *store = care_context_get_store(context);
    g_autoptr(CareRecord) device = device_of(store, job);
    const char *status = care_record_text(job, CARE_JOB_STATUS);
    gboolean finished
        = care_job_status_is(status, CARE_STATUS_READY) || care_job_status_is(status, CARE_STATUS_COLLECTED);
    g_autofree char *title = job_title(job, device);
    g_autofree char *date = NULL;
    const char *currency = care_record_text(job, CARE_JOB_CURRENCY);
    CareMoney agreed = care_record_int(job, CARE_JOB_AGREED);
    g_autofree char *price = currency && agreed != 0 ? care_money_format(agreed, currency) : NULL;
    g_autoptr(GString) facts = g_string_new(NULL);
    GtkWidget *row;

    if (care_record_is_set(job, CARE_JOB_RECEIVED))
        date = care_format_date(care_date_of_instant(care_record_int(job, CARE_JOB_RECEIVED),
                                                     care_clock_zone(care_context_get_clock(context))),
                                today_of(context));
    care_facts_add(facts, care_record_text(job, CARE_JOB_NUMBER));
    care_facts_add(facts, date);
    care_facts_add(facts, care_choice_label(&care_job_status_set, status));
    care_facts_add(facts, device ? care_record_text(device, CARE_DEVICE_NAME) : NULL);
    row = care_tab_row_new("care-wrench-symbolic", finished ? CARE_TONE_ACCENT : CARE_TONE_NEUTRAL, title,
                           facts->str, price);
    care_tab_row_opens(row, job);
    return row;
}

GtkWidget *
care_customer_jobs_new(CareContext *context, CareCustomerFacts *facts)
{
    CareStore *store = care_context_get_store(context);
    CareId customer = care_record_id(facts->customer);
    GtkWidget *box = care_tab_box_new();
    g_autoptr(GPtrArray) jobs
        = care_store_query(store, &care_job_kind, NULL, "customers/jobs", "ii", customer, MOST_SHOWN);
    gboolean none = !jobs || jobs->len == 0;
    GtkWidget *group;

    add_devices(box, store, customer);
    group = care_tab_group_add(box, _("Jobs"), none ? _("Every repair, from intake to collection.") : NULL);
    add_act(group, none, _("New Job"), "job", customer);
    for (guint i = 0; jobs && i < jobs->len; i++)
        adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), job_row_new(context, jobs->pdata[i]));
    return box;
}

/* What it was for, as its job is called; NULL where it is of none. */
static char *
invoice_title(CareStore *store, CareRecord *invoice)
{
    CareId job_id = care_record_int(invoice, CARE_INVOICE_JOB);
    g_autoptr(CareRecord) job = job_id ? care_store_get(store, &care_job_kind, job_id, NULL) : NULL;
    g_autoptr(CareRecord) device = job ? device_of(store, job) : NULL;

    return job ? job_title(job, device) : NULL;
}

static GtkWidget *
invoice_row_new(CareContext *context, CareRecord *invoice)
{
    const char *state = care_record_text(invoice, CARE_INVOICE_STATE);
    gboolean credit = care_invoice_is_credit(invoice);
    CareDate due = care_record_date(invoice, CARE_INVOICE_DUE_DATE);
    gboolean open
        = care_invoice_state_is(state, CARE_BILL_ISSUED) || care_invoice_state_is(state, CARE_BILL_PART);
    gboolean late = open && !credit && care_date_is_set(due) && care_date_compare(due, today_of(context)) < 0;
    g_autofree char *gross = care_money_format(care_record_int(invoice, CARE_INVOICE_GROSS),
                                               care_record_text(invoice, CARE_INVOICE_CURRENCY));
    g_autofree char *name = care_invoice_name(invoice);
    g_autofree char *title = invoice_title(care_context_get_store(context), invoice);
    g_autofree char *day
        = care_format_date(care_record_date(invoice, CARE_INVOICE_ISSUED), today_of(context));
    g_autofree char *overdue = late ? care_format_overdue(due, today_of(context)) : NULL;
    g_autoptr(GString) facts = g_string_new(NULL);
    GtkWidget *row;

    care_facts_add(facts, title ? name : NULL);
    care_facts_add(facts, day);
    care_facts_add(facts, late ? overdue : care_invoice_state_name(invoice));
    row = care_tab_row_new("care-receipt-symbolic", late ? CARE_TONE_WARNING : CARE_TONE_NEUTRAL,
                           title ? title : name, facts->str, gross);
    care_tab_row_opens(row, invoice);
    return row;
}

GtkWidget *
care_customer_invoices_new(CareContext *context, CareCustomerFacts *facts)
{
    CareId customer = care_record_id(facts->customer);
    g_autoptr(GPtrArray) invoices = care_store_query(care_context_get_store(context), &care_invoice_kind,
                                                     NULL, "customers/invoices", "ii", customer, MOST_SHOWN);
    GtkWidget *box = care_tab_box_new();
    gboolean none = !invoices || invoices->len == 0;
    GtkWidget *group = care_tab_group_add(
        box, _("Invoices"), none ? _("An invoice is made from the agreed price of a job.") : NULL);

    add_act(group, none, _("New Invoice"), "invoice", customer);
    for (guint i = 0; invoices && i < invoices->len; i++)
        adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), invoice_row_new(context, invoices->pdata[i]));
    return box;
}

/* Days that come back by themselves, and those of the customer's own. */
static void
add_occasions(GtkWidget *box, CareContext *context, CareCustomerFacts *facts)
{
    CareId customer = care_record_id(facts->customer);
    CareDate birthday = care_record_date(facts->customer, CARE_CUSTOMER_BIRTHDAY);
    g_autoptr(GPtrArray) own = care_store_query(care_context_get_store(context), &care_occasion_kind, NULL,
                                                "customers/occasions", "i", customer);
    guint n = own ? own->len : 0;
    gboolean any = n > 0 || care_date_is_set(birthday);
    GtkWidget *group = care_tab_group_add(
        box, _("Occasions"), any ? NULL : _("Days worth remembering, early enough to print a card."));

    add_act(group, !any, _("Add Occasion"), "occasion", customer);
    if (care_date_is_set(birthday)) {
        g_autofree char *day = care_format_date_full(birthday);

        adw_preferences_group_add(
            ADW_PREFERENCES_GROUP(group),
            care_tab_row_new("care-calendar-symbolic", CARE_TONE_NEUTRAL, _("Birthday"), NULL, day));
    }
    for (guint i = 0; i < n; i++) {
        CareRecord *occasion = own->pdata[i];
        g_autofree char *day = care_format_date_full(care_record_date(occasion, CARE_OCCASION_DATE));
        GtkWidget *row = care_tab_row_new("care-calendar-symbolic", CARE_TONE_NEUTRAL,
                                          care_record_text(occasion, CARE_OCCASION_NAME),
                                          care_record_text(occasion, CARE_OCCASION_NOTE), day);

        care_tab_row_opens(row, occasion);
        adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), row);
    }
}

static GtkWidget *
gift_row_new(CareContext *context, CareRecord *gift, const char *currency)
{
    const char *state = care_record_text(gift, CARE_GIFT_STATE);
    g_autofree char *cost
        = care_record_is_set(gift, CARE_GIFT_COST)
              ? care_money_format(care_record_int(gift, CARE_GIFT_COST), care_record_currency(gift, currency))
              : NULL;
    g_autofree char *given
        = care_record_is_set(gift, CARE_GIFT_GIVEN)
              ? care_format_date(care_record_date(gift, CARE_GIFT_GIVEN), today_of(context))
              : NULL;
    g_autoptr(GString) facts = g_string_new(NULL);
    GtkWidget *row;

    care_facts_add(facts, care_choice_label(&care_gift_state_set, state));
    care_facts_add(facts, given);
    care_facts_add(facts, care_record_text(gift, CARE_GIFT_OCCASION));
    row = care_tab_row_new("care-gift-symbolic", CARE_TONE_NEUTRAL, care_record_text(gift, CARE_GIFT_NAME),
                           facts->str, cost);
    care_tab_row_opens(row, gift);
    return row;
}

GtkWidget *
care_customer_gifts_new(CareContext *context, CareCustomerFacts *facts)
{
    CareStore *store = care_context_get_store(context);
    CareId customer = care_record_id(facts->customer);
    g_autofree char *currency = care_store_setting(store, CARE_SETTING_CURRENCY);
    g_autoptr(GPtrArray) gifts
        = care_store_query(store, &care_gift_kind, NULL, "customers/gifts", "i", customer);
    GtkWidget *box = care_tab_box_new();
    gboolean none = !gifts || gifts->len == 0;
    GtkWidget *group;

    add_occasions(box, context, facts);
    group = care_tab_group_add(box, _("Gifts"),
                               none ? _("Ideas, and what was given, so that nothing is given twice.") : NULL);
    add_act(group, none, _("Add Gift Idea"), "gift", customer);
    for (guint i = 0; gifts && i < gifts->len; i++)
        adw_preferences_group_add(ADW_PREFERENCES_GROUP(group),
                                  gift_row_new(context, gifts->pdata[i], currency));
    return box;
}
