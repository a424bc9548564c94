/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/call-card.h"

#include <glib/gi18n-lib.h>

#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "model/customer.h"
#include "model/job.h"
#include "ui/kit/plain-row.h"
#include "ui/parts/due-tried.h"
#include "ui/parts/job-facts.h"
#include "ui/parts/reach.h"
#include "ui/parts/shop-open.h"

static AdwActionRow *
add_address(AdwPreferencesGroup *group, const char *label, const char *text)
{
    GtkWidget *row = care_plain_row_new(text, label);

    gtk_widget_add_css_class(row, "numeric");
    adw_preferences_group_add(group, row);
    return ADW_ACTION_ROW(row);
}

static void
add_phone(AdwPreferencesGroup *group, CareRecord *phone)
{
    const char *number = care_record_text(phone, CARE_CUSTOMER_PHONE_NUMBER);
    AdwActionRow *row = add_address(group, care_record_text(phone, CARE_CUSTOMER_PHONE_LABEL), number);

    care_reach_row_add_dial(row, number);
    care_reach_row_add_copy(row, number);
}

static void
add_email(AdwPreferencesGroup *group, CareRecord *email)
{
    const char *address = care_record_text(email, CARE_CUSTOMER_EMAIL_ADDRESS);

    care_reach_row_add_copy(add_address(group, NULL, address), address);
}

void
care_call_card_fill(AdwPreferencesGroup *group, CareRecord *customer)
{
    guint phones = care_record_list_length(customer, CARE_CUSTOMER_PHONES);

    for (guint i = 0; i < phones; i++)
        add_phone(group, care_record_list_item(customer, CARE_CUSTOMER_PHONES, i));
    if (care_record_list_length(customer, CARE_CUSTOMER_EMAILS) > 0)
        add_email(group, care_record_list_item(customer, CARE_CUSTOMER_EMAILS, 0));
    if (phones == 0)
        adw_preferences_group_set_description(group, _("There is no phone number yet."));
}

char *
care_call_card_script(CareContext *context, CareDueRule rule)
{
    const char *shop = care_context_get_shop_name(context);
    const char *person = care_context_get_person_name(context);
    g_autofree char *hello = !shop || !*shop ? g_strdup(_("Say who you are."))
                             : person && *person
                                 ? g_strdup_printf(_("“Good day, this is %s from %s.”"), person, shop)
                                 : g_strdup_printf(_("“Good day, this is %s.”"), shop);

    return g_strdup_printf("%s\n%s", hello, _(care_due_rule_info(rule)->script));
}

static void
add_fact(AdwPreferencesGroup *group, const char *name, const char *value)
{
    if (value && *value)
        adw_preferences_group_add(group, care_plain_row_new_fact(name, value));
}

/* "Brake service · E-bike", with "2026-036 · agreed €98.90 · paid €98.90", which need not begin twice. */
static void
add_job(AdwPreferencesGroup *group, CareStore *store, CareId id)
{
    g_autoptr(CareRecord) job = id != 0 ? care_store_get(store, &care_job_kind, id, NULL) : NULL;
    g_autofree char *about = care_job_about(store, id);
    g_autofree char *money = job ? care_job_money(store, job) : NULL;

    if (job)
        add_fact(group, g_strcmp0(about, care_record_text(job, CARE_JOB_NUMBER)) == 0 ? _("Job") : about,
                 money);
}

void
care_call_card_add_facts(AdwPreferencesGroup *group, CareContext *context, const CareDueItem *item)
{
    CareStore *store = care_context_get_store(context);
    CareClock *clock = care_context_get_clock(context);
    g_autoptr(CareDueItem) line = care_due_item_copy(item);
    g_autofree char *open = care_shop_open(care_store_reader(store), clock);
    g_autofree char *tried = NULL;

    care_due_count_tries(care_store_reader(store), clock, line, NULL);
    tried = care_due_tried(line, clock);
    add_job(group, store, item->job);
    add_fact(group, C_("opening hours", "Open"), open);
    add_fact(group, _("So Far"), tried);
}
