/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/hit-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "core/listed.h"
#include "model/customer-phone.h"
#include "model/customer.h"
#include "model/device.h"
#include "model/invoice.h"
#include "model/job.h"
#include "ui/kit/facts.h"
#include "ui/kit/format.h"
#include "ui/parts/hit-reason.h"
#include "ui/parts/invoice-name.h"
#include "ui/parts/thing-icon.h"
#include "ui/customers/customer-strip.h"

void
care_hit_text_free(CareHitText *self)
{
    g_free(self->title);
    g_free(self->subtitle);
    g_free(self);
}

static const char *
first_phone(CareRecord *customer)
{
    CareRecord *phone = care_record_list_item(customer, CARE_CUSTOMER_PHONES, 0);

    return phone ? care_record_text(phone, CARE_CUSTOMER_PHONE_NUMBER) : NULL;
}

/* How things stand with them, in a few words. */
static char *
standing(CareCustomerFacts *facts, CareStore *store)
{
    CareClock *clock = care_store_clock(store);
    g_autofree char *ago = NULL;

    if (facts->promise != CARE_PROMISE_NONE && facts->promise != CARE_PROMISE_LATER)
        return care_promise_sentence(facts);
    if (!facts->last_job || !care_record_is_set(facts->last_job, CARE_JOB_RECEIVED))
        return NULL;
    ago = care_format_ago(
        care_date_of_instant(care_record_int(facts->last_job, CARE_JOB_RECEIVED), care_clock_zone(clock)),
        care_clock_today(clock));
    /* Translators: %s is "12 days ago" */
    return g_strdup_printf(_("last here %s"), ago);
}

static void
tell_customer(CareHitText *self, CareStore *store, const CareSearchHit *hit)
{
    g_autoptr(CareCustomerFacts) facts = care_customer_facts_load(store, hit->id, care_store_clock(store));
    g_autoptr(GString) line = g_string_new(NULL);
    g_autofree char *reason = NULL;
    g_autofree char *state = NULL;

    if (!facts)
        return;
    reason = care_hit_reason(store, hit, first_phone(facts->customer));
    state = standing(facts, store);
    care_facts_add(line, reason);
    care_facts_add(line, state);
    self->subtitle = g_strdup(line->str);
}

static void
tell_deleted(CareHitText *self, CareStore *store, const CareSearchHit *hit)
{
    CareClock *clock = care_store_clock(store);
    g_autofree char *when = care_format_ago(care_date_of_instant(hit->deleted, care_clock_zone(clock)),
                                            care_clock_today(clock));
    g_autofree char *reason = care_hit_reason(store, hit, hit->detail);

    /* Translators: whose it is, or what tells it from others, and when it was deleted */
    self->subtitle = reason ? g_strdup_printf(_("%s · deleted %s"), reason, when)
                            : g_strdup_printf(_("Deleted %s"), when);
}

static char *
customer_name(CareStore *store, CareId id)
{
    g_autoptr(CareRecord) customer = id ? care_store_get(store, &care_customer_kind, id, NULL) : NULL;

    return customer ? care_isolate(care_record_text(customer, CARE_CUSTOMER_NAME)) : NULL;
}

static void
tell_job(CareHitText *self, CareStore *store, CareRecord *job)
{
    CareId device_id = care_record_int(job, CARE_JOB_DEVICE);
    g_autoptr(CareRecord) device
        = device_id ? care_store_get(store, &care_device_kind, device_id, NULL) : NULL;
    g_autofree char *who = customer_name(store, care_record_int(job, CARE_JOB_CUSTOMER));
    g_autofree char *what
        = device ? g_strdup(care_record_text(device, CARE_DEVICE_NAME)) : care_job_headline(job, NULL);
    g_autofree char *both = care_listed((const char *const[]){ what ? what : "", who, NULL });
    const char *number = care_record_text(job, CARE_JOB_NUMBER);
    g_autoptr(GString) line = g_string_new(NULL);

    if (number) {
        g_free(self->title);
        self->title = g_strdup_printf(_("Job %s"), number);
    }
    care_facts_add(line, both);
    care_facts_add(line, care_choice_label(&care_job_status_set, care_record_text(job, CARE_JOB_STATUS)));
    self->subtitle = g_strdup(line->str);
}

static void
tell_device(CareHitText *self, CareStore *store, CareRecord *device)
{
    const char *kind = care_record_text(device, CARE_DEVICE_KIND);
    g_autofree char *who = customer_name(store, care_record_int(device, CARE_DEVICE_CUSTOMER));
    g_autoptr(GString) line = g_string_new(NULL);

    care_facts_add(line, care_record_text(device, CARE_DEVICE_SERIAL));
    care_facts_add(line, care_record_text(device, CARE_DEVICE_PLATE));
    care_facts_add(line, who);
    self->subtitle = g_strdup(line->str);
    self->icon = care_thing_icon_for(kind ? kind : self->title);
}

static void
tell_invoice(CareHitText *self, CareStore *store, CareRecord *invoice)
{
    g_autofree char *who = customer_name(store, care_record_int(invoice, CARE_INVOICE_CUSTOMER));
    g_autofree char *gross = care_money_format(care_record_int(invoice, CARE_INVOICE_GROSS),
                                               care_record_text(invoice, CARE_INVOICE_CURRENCY));
    g_autoptr(GString) line = g_string_new(NULL);

    g_free(self->title);
    self->title = care_invoice_name(invoice);
    care_facts_add(line, who);
    care_facts_add(line, gross);
    care_facts_add(line, care_invoice_state_name(invoice));
    self->subtitle = g_strdup(line->str);
}

/* Any other kind: what its table says of it, and whose it is. */
static void
tell_record(CareHitText *self, CareStore *store, CareRecord *record)
{
    CareId owner = care_record_customer(record);
    g_autofree char *detail = care_record_detail(record);
    g_autofree char *who = customer_name(store, owner);
    g_autoptr(GString) line = g_string_new(NULL);

    care_facts_add(line, detail);
    care_facts_add(line, who);
    self->subtitle = g_strdup(line->str);
}

static const struct {
    const CareKind *kind;
    void (*tell)(CareHitText *self, CareStore *store, CareRecord *record);
} tellers[] = {
    { &care_device_kind, tell_device },
    { &care_job_kind, tell_job },
    { &care_invoice_kind, tell_invoice },
};

static void
tell(CareHitText *self, CareStore *store, CareRecord *record)
{
    for (gsize i = 0; i < G_N_ELEMENTS(tellers); i++) {
        if (care_record_is(record, tellers[i].kind)) {
            tellers[i].tell(self, store, record);
            return;
        }
    }
    tell_record(self, store, record);
}

/* Transfer full. */
CareHitText *
care_hit_text_new(CareStore *store, const CareSearchHit *hit)
{
    CareHitText *self = g_new0(CareHitText, 1);
    g_autoptr(CareRecord) record = NULL;

    self->title = g_strdup(hit->title);
    if (hit->deleted != 0 || hit->kind == &care_customer_kind) {
        (hit->deleted != 0 ? tell_deleted : tell_customer)(self, store, hit);
        return self;
    }
    self->icon = hit->kind->icon;
    record = care_store_get(store, hit->kind, hit->id, NULL);
    if (record)
        tell(self, store, record);
    return self;
}
