/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/outreach/message-facts.h"

#include <glib/gi18n-lib.h>

#include "document/paper-format.h"
#include "model/complaint.h"
#include "model/customer.h"
#include "model/device.h"
#include "model/followup.h"
#include "model/invoice.h"
#include "model/job.h"
#include "model/situation.h"
#include "model/staff.h"
#include "service/invoices/reminder.h"
#include "service/jobs/job-flow.h"
#include "service/occasions/occasions.h"
#include "store/hours.h"
#include "store/named-query.h"
#include "store/setting.h"

struct _CareMessageFacts {
    CareStore *store;
    CareRecord *customer;
    CareRecord *job;  /* nullable, as all below */
    gboolean guessed; /* the job: nobody has named one, and the latest gives the message its words alone */
    CareRecord *followup;
    CareRecord *invoice;
    CareUpcoming *occasion;
    char *situation;
    const char *channel; /* interned: what was asked for */
    CareId complaint;
    CareDueRule rule; /* the line that sending settles; CARE_DUE_N_RULES: none */
    CareId record;
    GHashTable *values; /* name → text */
};

static void
take(CareMessageFacts *self, const char *name, char *value)
{
    if (value != NULL && *value != '\0')
        g_hash_table_insert(self->values, (char *)name, value);
    else
        g_free(value);
}

static void
put(CareMessageFacts *self, const char *name, const char *value)
{
    take(self, name, g_strdup(value));
}

static void
put_date(CareMessageFacts *self, const char *name, CareDate date)
{
    g_autofree char *country = care_store_setting(self->store, CARE_SETTING_REGION);

    if (care_date_is_set(date))
        take(self, name, care_paper_format_date(date, country));
}

static CareRecord *
get(CareStore *store, const CareKind *kind, CareId id)
{
    return id != 0 ? care_store_get(store, kind, id, NULL) : NULL;
}

static gboolean
is(CareMessageFacts *self, const char *situation)
{
    return g_str_equal(self->situation, situation);
}

static void
find_situation(CareMessageFacts *self, const CareMessageOccasion *occasion)
{
    const char *situation = occasion->situation;

    if ((situation == NULL || *situation == '\0' || care_situation_is(situation, CARE_SITUATION_OTHER))
        && self->followup != NULL)
        situation = care_record_text(self->followup, CARE_FOLLOWUP_KIND);
    self->situation = g_strdup(
        situation != NULL && *situation != '\0' ? situation : care_situation_word(CARE_SITUATION_OTHER));
}

/* The job that was named, or the one that the message is most likely about. */
static void
find_job(CareMessageFacts *self, const CareMessageOccasion *occasion)
{
    CareId id = occasion->job;

    if (id == 0 && self->followup != NULL)
        id = care_record_int(self->followup, CARE_FOLLOWUP_JOB);
    if (id == 0 && self->invoice != NULL)
        id = care_record_int(self->invoice, CARE_INVOICE_JOB);
    if (id != 0 || self->invoice != NULL)
        self->job = get(self->store, &care_job_kind, id);
    else if (is(self, "ready"))
        self->job
            = care_store_find(self->store, &care_job_kind, "outreach/ready-job", "i", occasion->customer);
    else if (!is(self, "occasion")) {
        self->guessed = TRUE;
        self->job
            = care_store_find(self->store, &care_job_kind, "outreach/latest-job", "i", occasion->customer);
    }
}

/* The one that was named; else for a reminder the one that is owed longest, else that of the job, else the newest. */
static void
find_invoice(CareMessageFacts *self, const CareMessageOccasion *occasion)
{
    if (self->invoice != NULL)
        return;
    if (is(self, "reminder"))
        self->invoice = care_store_find(self->store, &care_invoice_kind, "outreach/owed-invoice", "i",
                                        occasion->customer);
    else if (self->job != NULL)
        self->invoice = care_store_find(self->store, &care_invoice_kind, "outreach/invoice-of-job", "i",
                                        care_record_id(self->job));
    if (self->invoice == NULL && is(self, "invoice"))
        self->invoice = care_store_find(self->store, &care_invoice_kind, "outreach/latest-invoice", "i",
                                        occasion->customer);
}

/* The one that was named, else the next of the customer's. */
static void
find_occasion(CareMessageFacts *self)
{
    CareClock *clock = care_store_clock(self->store);
    const CareOccasionScope scope
        = { .days = CARE_OCCASIONS_A_YEAR, .customer = care_record_id(self->customer) };
    g_autoptr(GPtrArray) found = NULL;

    if (!is(self, "occasion"))
        return;
    found = care_occasions_upcoming(care_store_reader(self->store), care_clock_today(clock), &scope,
                                    care_clock_zone(clock), NULL);
    for (guint i = 0; found != NULL && i < found->len; i++) {
        CareUpcoming *upcoming = found->pdata[i];

        if (self->record != 0 && upcoming->record != self->record)
            continue;
        g_ptr_array_set_free_func(found, NULL);
        self->occasion = upcoming;
        for (guint j = 0; j < found->len; j++)
            if (j != i)
                care_upcoming_free(found->pdata[j]);
        return;
    }
}

static char *
first_name(CareRecord *customer)
{
    const char *given = care_record_text(customer, CARE_CUSTOMER_GIVEN);
    const char *name = care_record_text(customer, CARE_CUSTOMER_NAME);
    gboolean company
        = care_customer_type_is(care_record_text(customer, CARE_CUSTOMER_TYPE), CARE_CUSTOMER_COMPANY);
    g_auto(GStrv) words = NULL;

    if (company || name == NULL)
        return g_strdup(name);
    if (given != NULL)
        return g_strdup(given);
    words = g_strsplit(name, " ", 2);
    return g_strdup(words[0]);
}

static void
put_customer(CareMessageFacts *self)
{
    take(self, "first_name", first_name(self->customer));
    put(self, "name", care_record_text(self->customer, CARE_CUSTOMER_NAME));
}

static void
put_job(CareMessageFacts *self)
{
    g_autoptr(CareRecord) device = NULL;

    if (self->job == NULL)
        return;
    device = get(self->store, &care_device_kind, care_record_int(self->job, CARE_JOB_DEVICE));
    if (device != NULL) {
        g_autofree char *thing = care_device_in_sentence(care_record_text(device, CARE_DEVICE_NAME),
                                                         care_record_text(device, CARE_DEVICE_KIND));

        put(self, "thing", thing);
    }
    put(self, "device", device != NULL ? care_record_text(device, CARE_DEVICE_NAME) : NULL);
    put(self, "job", care_record_text(self->job, CARE_JOB_NUMBER));
    put_date(self, "promised", care_record_date(self->job, CARE_JOB_PROMISED));
    put_date(self, "warranty_end", care_record_date(self->job, CARE_JOB_WARRANTY_END));
}

static void
put_invoice(CareMessageFacts *self)
{
    const char *currency;
    CareMoney open;

    if (self->invoice == NULL)
        return;
    currency = care_record_text(self->invoice, CARE_INVOICE_CURRENCY);
    open = care_record_int(self->invoice, CARE_INVOICE_PAYABLE)
           - care_record_int(self->invoice, CARE_INVOICE_PAID);
    put(self, "invoice_number", care_record_text(self->invoice, CARE_INVOICE_NUMBER));
    put_date(self, "due_date", care_record_date(self->invoice, CARE_INVOICE_DUE_DATE));
    take(self, "amount", care_money_format(care_record_int(self->invoice, CARE_INVOICE_PAYABLE), currency));
    take(self, "open", care_money_format(open, currency));
}

static void
put_occasion(CareMessageFacts *self)
{
    const CareUpcoming *occasion = self->occasion;

    if (occasion == NULL)
        return;
    if (occasion->sort == CARE_OCCASION_OWN)
        put(self, "occasion", occasion->name);
    else if (occasion->sort == CARE_OCCASION_BIRTHDAY)
        put(self, "occasion", _("birthday"));
    else
        /* Translators: stands in "All the best on …" */
        take(self, "occasion",
             g_strdup_printf(ngettext("first year with us", "%d years with us", (gulong)occasion->years),
                             occasion->years));
}

/* A setting or, while there is none, a fallback. */
static void
put_setting(CareMessageFacts *self, const char *name, const char *key)
{
    if (!g_hash_table_contains(self->values, name))
        take(self, name, care_store_setting(self->store, key));
}

/* Those of the shop, as people say them. */
static void
put_hours(CareMessageFacts *self)
{
    g_autoptr(CareShopHours) hours = care_shop_hours_read(care_store_reader(self->store),
                                                          care_clock_zone(care_store_clock(self->store)));

    if (hours != NULL)
        take(self, "hours", care_shop_hours_in_words(hours));
}

/* The contact person, else whoever stands at the counter, else the shop itself speaks. */
static void
put_shop(CareMessageFacts *self)
{
    CareId contact = care_record_int(self->customer, CARE_CUSTOMER_CONTACT);
    g_autoptr(CareRecord) staff
        = get(self->store, &care_staff_kind, contact != 0 ? contact : care_store_actor(self->store));

    if (staff != NULL) {
        put(self, "contact", care_record_text(staff, CARE_STAFF_NAME));
        put(self, "contact_phone", care_record_text(staff, CARE_STAFF_PHONE));
    }
    put_setting(self, "shop", CARE_SETTING_SHOP_NAME);
    put_setting(self, "shop_phone", CARE_SETTING_SHOP_PHONE);
    put_setting(self, "contact", CARE_SETTING_SHOP_NAME);
    put_setting(self, "contact_phone", CARE_SETTING_SHOP_PHONE);
    put_hours(self);
    put_date(self, "today", care_clock_today(care_store_clock(self->store)));
}

static void
find_complaint(CareMessageFacts *self)
{
    if (is(self, "complaint"))
        self->complaint = care_query_number(care_store_reader(self->store), "outreach/complaint", "i",
                                            care_record_id(self->customer));
}

/* The record in these facts that a rule would be about. */
static CareId
subject_of(CareMessageFacts *self, const char *about)
{
    const struct {
        const char *about;
        CareId id;
    } subjects[] = {
        { "job", care_message_facts_job(self) },
        { "invoice", self->invoice != NULL ? care_record_id(self->invoice) : 0 },
        { "occasion", self->occasion != NULL ? self->occasion->record : 0 },
        { "complaint", self->complaint },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(subjects); i++)
        if (g_strcmp0(subjects[i].about, about) == 0)
            return subjects[i].id;
    return 0;
}

/* No line was named: the first rule whose situation this is, and whose record is known. */
static void
find_line(CareMessageFacts *self)
{
    for (int rule = 0; rule < CARE_DUE_N_RULES && self->record == 0; rule++) {
        const CareDueRuleInfo *info = care_due_rule_info((CareDueRule)rule);

        if (g_strcmp0(info->situation, self->situation) != 0
            || (info->fits_job != NULL && self->job != NULL && !info->fits_job(self->job)))
            continue;
        self->rule = (CareDueRule)rule;
        self->record = subject_of(self, info->about);
    }
    if (self->record == 0)
        self->rule = CARE_DUE_N_RULES;
}

static void
put_values(CareMessageFacts *self)
{
    put_customer(self);
    put_job(self);
    put_invoice(self);
    put_occasion(self);
    put_shop(self);
}

CareMessageOccasion
care_message_occasion_of(const CareDueItem *line)
{
    return (CareMessageOccasion){ .customer = line->customer,
                                  .job = line->job,
                                  .situation = line->situation,
                                  .rule = line->rule,
                                  .record = line->record,
                                  .invoice = line->invoice,
                                  .channel = care_due_act_channel(line) };
}

/* NULL with CARE_ERROR_NOT_FOUND when the customer is not there. */
CareMessageFacts *
care_message_facts_new(CareStore *store, const CareMessageOccasion *occasion, GError **error)
{
    g_autoptr(CareMessageFacts) self = g_new0(CareMessageFacts, 1);

    self->store = g_object_ref(store);
    self->values = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    self->customer = care_store_get(store, &care_customer_kind, occasion->customer, error);
    if (self->customer == NULL)
        return NULL;
    self->rule = occasion->rule;
    self->record = occasion->record;
    self->channel = g_intern_string(occasion->channel);
    if (occasion->rule == CARE_DUE_FOLLOWUP)
        self->followup = get(store, &care_followup_kind, occasion->record);
    self->invoice = get(store, &care_invoice_kind, occasion->invoice);
    find_situation(self, occasion);
    find_job(self, occasion);
    find_invoice(self, occasion);
    find_occasion(self);
    find_complaint(self);
    find_line(self);
    put_values(self);
    return g_steal_pointer(&self);
}

void
care_message_facts_free(CareMessageFacts *self)
{
    g_clear_object(&self->store);
    g_clear_object(&self->customer);
    g_clear_object(&self->job);
    g_clear_object(&self->followup);
    g_clear_object(&self->invoice);
    g_clear_pointer(&self->occasion, care_upcoming_free);
    g_clear_pointer(&self->situation, g_free);
    g_clear_pointer(&self->values, g_hash_table_unref);
    g_free(self);
}

const char *
care_message_facts_value(const char *name, gpointer self)
{
    return g_hash_table_lookup(((CareMessageFacts *)self)->values, name);
}

CareRecord *
care_message_facts_customer(CareMessageFacts *self)
{
    return self->customer;
}

CareId
care_message_facts_job(CareMessageFacts *self)
{
    return self->job != NULL && !self->guessed ? care_record_id(self->job) : 0;
}

const char *
care_message_facts_situation(CareMessageFacts *self)
{
    return self->situation;
}

/* Transfer none. */
CareRecord *
care_message_facts_invoice(CareMessageFacts *self)
{
    return is(self, "invoice") || is(self, "reminder") ? self->invoice : NULL;
}

/* Read anew: a reminder may have gone out since. */
char *
care_message_facts_refusal(CareMessageFacts *self)
{
    CareClock *clock = care_store_clock(self->store);
    g_autoptr(CareRecord) invoice = NULL;

    if (!is(self, "reminder") || self->invoice == NULL)
        return NULL;
    invoice = get(self->store, &care_invoice_kind, care_record_id(self->invoice));
    return invoice != NULL ? care_reminder_refusal(care_store_reader(self->store), invoice,
                                                   care_clock_today(clock), care_clock_zone(clock))
                           : NULL;
}

CareId
care_message_facts_wished_text(CareMessageFacts *self)
{
    return self->followup != NULL ? care_record_int(self->followup, CARE_FOLLOWUP_TEXT) : 0;
}

/* The way a complaint came is the way it is answered, as its line on Today says. */
static const char *
complaint_channel(CareMessageFacts *self)
{
    g_autoptr(CareRecord) complaint = self->rule == CARE_DUE_COMPLAINT && self->record != 0
                                          ? get(self->store, &care_complaint_kind, self->record)
                                          : NULL;

    return complaint != NULL ? g_intern_string(care_record_text(complaint, CARE_COMPLAINT_CHANNEL)) : NULL;
}

/* Else the customer's own wish, which counts more than the plan's (S6). */
const char *
care_message_facts_channel(CareMessageFacts *self)
{
    const char *came = complaint_channel(self);
    const char *wish = care_record_text(self->customer, CARE_CUSTOMER_CHANNEL);

    if (self->channel != NULL)
        return self->channel;
    if (came != NULL)
        wish = came;
    else if (wish == NULL && self->followup != NULL)
        wish = care_record_text(self->followup, CARE_FOLLOWUP_CHANNEL);
    return care_customer_channel_to_take(self->customer, wish);
}

const char *
care_message_facts_class(CareMessageFacts *self)
{
    return care_situation_class(self->situation);
}

/* What sending settles; CARE_DUE_N_RULES: nothing but the log, and that an invoice went out. */
CareContactAbout
care_message_facts_about(CareMessageFacts *self)
{
    gboolean carries_invoice = self->record == 0 && is(self, "invoice") && self->invoice != NULL;

    return (CareContactAbout){ .rule = self->rule,
                               .record = self->record,
                               .settled = TRUE,
                               .invoice = carries_invoice ? care_record_id(self->invoice) : 0 };
}
