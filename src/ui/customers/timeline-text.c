/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/timeline-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/complaint.h"
#include "model/device.h"
#include "model/document.h"
#include "model/event.h"
#include "model/feedback.h"
#include "model/gift.h"
#include "model/interaction.h"
#include "model/invoice.h"
#include "model/job.h"
#include "model/metrics/nps.h"
#include "model/payment.h"
#include "model/staff.h"
#include "model/channel.h"
#include "ui/kit/facts.h"
#include "ui/parts/invoice-name.h"
#include "ui/parts/promise-words.h"
#include "ui/parts/thing-icon.h"
#include "ui/kit/format.h"
#include "ui/customers/customer-facts.h"

static CareRecord *
get(const CareTimelineText *self, const CareKind *kind, CareId id)
{
    return id != 0 ? care_store_get(self->store, kind, id, NULL) : NULL;
}

static char *
staff_name(const CareTimelineText *self, CareId id)
{
    g_autoptr(CareRecord) staff = get(self, &care_staff_kind, id);

    return staff ? g_strdup(care_record_text(staff, CARE_STAFF_NAME)) : NULL;
}

/* Takes the text over; nothing is added for NULL and "". */
static void
add_fact(GString *facts, char *text)
{
    care_facts_add(facts, text);
    g_free(text);
}

static CareTimelineEntry *
entry_new(const CareTimelineText *self, CareRecord *record, CareInstant at, const char *icon, CareTone tone,
          const char *title)
{
    g_autofree char *month = care_format_month(care_date_of_instant(at, self->zone));
    g_autofree char *date = care_format_instant_in_month(at, self->zone);

    return care_timeline_entry_new(care_record_kind(record)->name, care_record_id(record), icon, tone, month,
                                   date, title);
}

static void
set_facts(CareTimelineEntry *entry, GString *facts)
{
    g_autofree char *caption = facts->len > 0 ? care_format_capital(facts->str) : NULL;

    care_timeline_entry_set_caption(entry, caption);
}

/* A letter is not read in the timeline; what opens at its row shows all of it. */
#define MOST_LETTERS 300

/* All lines in one, as far as there is room. */
static char *
in_one_line(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text ? text : "", "\n", -1);
    g_autoptr(GString) all = g_string_new(NULL);
    g_autofree char *begin = NULL;

    for (char **line = lines; *line; line++)
        care_facts_add(all, g_strstrip(*line));
    if (!text || g_utf8_strlen(all->str, -1) <= MOST_LETTERS)
        return text ? g_strdup(all->str) : NULL;
    begin = g_utf8_substring(all->str, 0, MOST_LETTERS);
    return g_strconcat(begin, "…", NULL);
}

static char *
money(const CareTimelineText *self, CareRecord *record, int field)
{
    return care_money_format(care_record_int(record, field), care_record_currency(record, self->currency));
}

/* What was said, told as who got in touch with whom. */
static char *
interaction_title(const CareTimelineText *self, CareRecord *record)
{
    const char *subject = care_record_text(record, CARE_INTERACTION_SUBJECT);
    const char *body = care_record_text(record, CARE_INTERACTION_BODY);
    g_autofree char *words = in_one_line(subject ? subject : body);
    const char *channel = care_record_text(record, CARE_INTERACTION_CHANNEL);
    const char *direction = care_record_text(record, CARE_INTERACTION_DIRECTION);
    gboolean in = care_direction_is(direction, CARE_DIRECTION_IN);
    g_autofree char *who = NULL;

    if (care_direction_is(direction, CARE_DIRECTION_NOTE) || care_choice_find(&care_channel_set, channel) < 0)
        return words ? g_steal_pointer(&words) : g_strdup(_("Note"));
    if (care_channel_is(channel, CARE_CHANNEL_PHONE))
        who = g_strdup_printf(in ? _("%s called") : _("We called %s"), self->first_name);
    else if (care_channel_is(channel, CARE_CHANNEL_COUNTER))
        who = g_strdup_printf(in ? _("%s came by") : _("We spoke with %s"), self->first_name);
    else
        who = g_strdup_printf(in ? _("%s wrote") : _("We wrote to %s"), self->first_name);
    /* Translators: who got in touch, and what about: "Bea called: can a light be fitted too?" */
    return words ? g_strdup_printf(_("%s: %s"), who, words) : g_steal_pointer(&who);
}

static CareTimelineEntry *
interaction_entry(const CareTimelineText *self, CareRecord *record)
{
    const char *channel = care_record_text(record, CARE_INTERACTION_CHANNEL);
    g_autofree char *title = interaction_title(self, record);
    g_autoptr(GString) facts = g_string_new(NULL);
    CareTimelineEntry *entry = entry_new(self, record, care_record_int(record, CARE_INTERACTION_AT),
                                         care_channel_icon(channel), CARE_TONE_NEUTRAL, title);

    if (care_record_text(record, CARE_INTERACTION_SUBJECT))
        add_fact(facts, in_one_line(care_record_text(record, CARE_INTERACTION_BODY)));
    add_fact(facts, g_strdup(care_record_text(record, CARE_INTERACTION_OUTCOME)));
    if (care_channel_is_written(channel))
        add_fact(facts, g_strdup(care_choice_label(&care_interaction_channel_set, channel)));
    add_fact(facts, staff_name(self, care_record_int(record, CARE_INTERACTION_STAFF)));
    set_facts(entry, facts);
    return entry;
}

static void
add_job_facts(const CareTimelineText *self, GString *facts, CareRecord *job, CareRecord *device)
{
    const char *number = care_record_text(job, CARE_JOB_NUMBER);

    if (number)
        /* Translators: %s is a job's number */
        add_fact(facts, g_strdup_printf(_("Job %s"), number));
    if (device)
        add_fact(facts, g_strdup(care_record_text(device, CARE_DEVICE_NAME)));
}

static CareTimelineEntry *
job_entry(const CareTimelineText *self, CareRecord *job)
{
    g_autoptr(CareRecord) device = get(self, &care_device_kind, care_record_int(job, CARE_JOB_DEVICE));
    const char *thing = device ? care_record_text(device, CARE_DEVICE_KIND) : NULL;
    const char *name = device ? care_record_text(device, CARE_DEVICE_NAME) : NULL;
    g_autofree char *about = care_job_headline(job, device);
    /* Translators: %s is a thing, "E-bike" */
    g_autofree char *title = g_strdup_printf(_("%s taken in"), thing ? thing : name ? name : about);
    g_autoptr(GString) facts = g_string_new(NULL);
    CareTimelineEntry *entry = entry_new(self, job, care_record_int(job, CARE_JOB_RECEIVED),
                                         care_thing_icon_for(thing ? thing : name), CARE_TONE_NEUTRAL, title);

    if (device)
        add_fact(facts, g_strdup(about));
    if (care_record_is_set(job, CARE_JOB_AGREED)) {
        g_autofree char *agreed = money(self, job, CARE_JOB_AGREED);

        add_fact(facts, g_strdup_printf(care_record_is_set(job, CARE_JOB_AGREED_BY)
                                            ? _("agreed %s")
                                            /* Translators: %s is an amount that was written down */
                                            : _("%s, not agreed yet"),
                                        agreed));
    }
    if (care_record_is_set(job, CARE_JOB_PROMISED)) {
        g_autofree char *day = care_format_date_long(care_record_date(job, CARE_JOB_PROMISED), self->today);

        add_fact(facts, g_strdup_printf(_("promised %s"), day));
    }
    set_facts(entry, facts);
    return entry;
}

/* A status that was reached, with what it is about: "Brake pads and chain finished". */
static const struct {
    const char *title;
    const char *icon;
    CareTone tone;
} statuses[] = {
    [CARE_STATUS_RECEIVED] = { N_("%s taken in again"), "care-wrench-symbolic", CARE_TONE_NEUTRAL },
    [CARE_STATUS_WAITING] = { N_("%s: waiting for a part"), "care-clock-symbolic", CARE_TONE_NEUTRAL },
    [CARE_STATUS_WORKING] = { N_("%s: work began"), "care-wrench-symbolic", CARE_TONE_NEUTRAL },
    [CARE_STATUS_READY] = { N_("%s finished"), "care-wrench-symbolic", CARE_TONE_ACCENT },
    [CARE_STATUS_COLLECTED] = { N_("%s collected"), "care-hand-over-symbolic", CARE_TONE_ACCENT },
    [CARE_STATUS_CANCELLED] = { N_("%s cancelled"), "care-wrench-symbolic", CARE_TONE_NEUTRAL },
};

static char *
with(const char *sentence, const char *what)
{
    g_auto(GStrv) parts = g_strsplit(sentence, "%s", 2);

    return g_strconcat(parts[0], what, parts[1], NULL);
}

static CareTimelineEntry *
status_entry(const CareTimelineText *self, CareRecord *event, CareRecord *job, CareRecord *device,
             GString *facts)
{
    const char *after = care_record_text(event, CARE_EVENT_AFTER);
    g_autofree char *about = job ? care_job_headline(job, device) : g_strdup(_("Job"));
    CareInstant at = care_record_int(event, CARE_EVENT_AT);
    int status = care_choice_find(&care_job_status_set, after);
    g_autofree char *title = NULL;

    if (status < 0) {
        title = after ? g_strdup_printf(_("%s: %s"), about, after) : g_strdup(about);
        return entry_new(self, event, at, "care-wrench-symbolic", CARE_TONE_NEUTRAL, title);
    }
    title = with(_(statuses[status].title), about);
    if (status == CARE_STATUS_READY && job && !care_record_is_set(job, CARE_JOB_TOLD)
        && care_job_status_is(care_record_text(job, CARE_JOB_STATUS), CARE_STATUS_READY))
        add_fact(facts, g_strdup(_("not told yet")));
    return entry_new(self, event, at, statuses[status].icon, statuses[status].tone, title);
}

/* Before and after of an event hold ids of records, or words. */
static char *
name_or_word(const CareTimelineText *self, const char *text)
{
    CareId id;
    char *name;

    if (!text || !care_id_parse(text, &id))
        return g_strdup(text ? text : "");
    name = staff_name(self, id);
    return name ? name : g_strdup(text);
}

static CareTimelineEntry *
other_event_entry(const CareTimelineText *self, CareRecord *event)
{
    const char *name = care_record_text(event, CARE_EVENT_NAME);
    CareInstant at = care_record_int(event, CARE_EVENT_AT);
    g_autofree char *after = name_or_word(self, care_record_text(event, CARE_EVENT_AFTER));
    g_autofree char *title = NULL;
    g_autoptr(CareRecord) job = NULL;

    if (care_event_name_is(name, CARE_HAPPENED_TOLD)) {
        title = g_strdup_printf(_("%s was told that it is ready"), self->first_name);
        return entry_new(self, event, at, "care-check-symbolic", CARE_TONE_NEUTRAL, title);
    }
    if (care_event_name_is(name, CARE_HAPPENED_CONTACT)) {
        title = *after ? g_strdup_printf(_("%s now looks after them"), after)
                       : g_strdup(_("Nobody in particular looks after them now"));
        return entry_new(self, event, at, "care-person-symbolic", CARE_TONE_NEUTRAL, title);
    }
    job = get(self, &care_job_kind, care_record_int(event, CARE_EVENT_JOB));
    title = care_promise_changed_sentence(
        event, job ? care_record_currency(job, self->currency) : self->currency, self->today);
    return entry_new(self, event, at, "care-calendar-symbolic", CARE_TONE_NEUTRAL, title ? title : name);
}

static CareTimelineEntry *
event_entry(const CareTimelineText *self, CareRecord *event)
{
    g_autoptr(CareRecord) job = get(self, &care_job_kind, care_record_int(event, CARE_EVENT_JOB));
    g_autoptr(CareRecord) device
        = job ? get(self, &care_device_kind, care_record_int(job, CARE_JOB_DEVICE)) : NULL;
    g_autoptr(GString) facts = g_string_new(NULL);
    gboolean status = care_event_name_is(care_record_text(event, CARE_EVENT_NAME), CARE_HAPPENED_STATUS);
    CareTimelineEntry *entry;

    if (job)
        add_job_facts(self, facts, job, device);
    add_fact(facts, staff_name(self, care_record_int(event, CARE_EVENT_STAFF)));
    entry = status ? status_entry(self, event, job, device, facts) : other_event_entry(self, event);
    set_facts(entry, facts);
    if (job) { /* a click opens the job, of which the event is a part */
        g_set_str(&entry->kind, care_job_kind.name);
        entry->id = care_record_id(job);
    }
    return entry;
}

static CareTimelineEntry *
invoice_entry(const CareTimelineText *self, CareRecord *invoice)
{
    const char *state = care_record_text(invoice, CARE_INVOICE_STATE);
    gboolean credit = care_invoice_is_credit(invoice);
    CareDate due = care_record_date(invoice, CARE_INVOICE_DUE_DATE);
    gboolean open
        = care_invoice_state_is(state, CARE_BILL_ISSUED) || care_invoice_state_is(state, CARE_BILL_PART);
    gboolean late = !credit && open && care_date_is_set(due) && care_date_compare(due, self->today) < 0;
    g_autofree char *title = care_invoice_name_with_gross(invoice);
    g_autoptr(GString) facts = g_string_new(NULL);
    CareTimelineEntry *entry
        = entry_new(self, invoice, care_record_int(invoice, CARE_INVOICE_ISSUED_AT), "care-receipt-symbolic",
                    late ? CARE_TONE_WARNING : CARE_TONE_NEUTRAL, title);

    if (!credit && open && care_date_is_set(due)) {
        g_autofree char *day = care_format_date(due, self->today);

        add_fact(facts, g_strdup_printf(late ? _("was due %s") : _("due %s"), day));
    } else if (!(credit && care_invoice_state_is(state, CARE_BILL_ISSUED))) {
        add_fact(facts, g_strdup(care_invoice_state_name(invoice)));
    }
    set_facts(entry, facts);
    return entry;
}

static CareTimelineEntry *
payment_entry(const CareTimelineText *self, CareRecord *payment)
{
    g_autoptr(CareRecord) invoice
        = get(self, &care_invoice_kind, care_record_int(payment, CARE_PAYMENT_INVOICE));
    CareMoney paid = care_record_int(payment, CARE_PAYMENT_AMOUNT);
    const char *currency = invoice ? care_record_text(invoice, CARE_INVOICE_CURRENCY) : self->currency;
    const char *number = invoice ? care_record_text(invoice, CARE_INVOICE_NUMBER) : NULL;
    gboolean whole = invoice && care_record_int(invoice, CARE_INVOICE_GROSS) == paid;
    g_autofree char *amount = care_money_format(ABS(paid), currency);
    g_autofree char *title = NULL;
    CareTimelineEntry *entry;

    if (paid < 0)
        title = g_strdup_printf(_("%s paid back"), amount);
    else if (!number)
        title = g_strdup_printf(_("%s paid"), amount);
    else if (whole)
        title = g_strdup_printf(_("Invoice %s paid, %s"), number, amount);
    else
        title = g_strdup_printf(_("%s paid on invoice %s"), amount, number);
    entry = entry_new(self, payment, care_record_int(payment, CARE_PAYMENT_AT), "care-coin-symbolic",
                      CARE_TONE_NEUTRAL, title);
    care_timeline_entry_set_caption(
        entry, care_choice_label(&care_payment_method_set, care_record_text(payment, CARE_PAYMENT_METHOD)));
    if (invoice) {
        g_set_str(&entry->kind, care_invoice_kind.name);
        entry->id = care_record_id(invoice);
    }
    return entry;
}

static CareTimelineEntry *
feedback_entry(const CareTimelineText *self, CareRecord *feedback)
{
    gboolean scored = care_record_is_set(feedback, CARE_FEEDBACK_SCORE);
    gint64 score = care_record_int(feedback, CARE_FEEDBACK_SCORE);
    CareTone tone = scored && score >= CARE_NPS_LOWEST_PROMOTER ? CARE_TONE_SUCCESS : CARE_TONE_NEUTRAL;
    const char *sentence = !scored                             ? _("%s told how it went")
                           : score >= CARE_NPS_LOWEST_PROMOTER ? _("%s would recommend us")
                           : score >= CARE_NPS_LOWEST_PASSIVE  ? _("%s might recommend us")
                                                               : _("%s would not recommend us");
    g_autofree char *title = with(sentence, self->first_name);
    CareTimelineEntry *entry = entry_new(self, feedback, care_record_int(feedback, CARE_FEEDBACK_AT),
                                         "care-speech-symbolic", tone, title);

    if (scored) {
        g_autofree char *pill = g_strdup_printf(_("%d of 10"), (int)score);

        care_timeline_entry_set_pill(entry, pill);
    }
    care_timeline_entry_set_quote(entry, care_record_text(feedback, CARE_FEEDBACK_COMMENT));
    return entry;
}

static void
add_step(const CareTimelineText *self, CareTimelineEntry *entry, const char *label, CareInstant at,
         CareTone tone)
{
    g_autofree char *detail = care_format_instant_in_month(at, self->zone);

    care_timeline_entry_add_step(entry, label, detail, tone);
}

/* One entry for the whole complaint: its steps stand in it. */
static CareTimelineEntry *
complaint_entry(const CareTimelineText *self, CareRecord *complaint)
{
    gboolean settled = care_record_is_set(complaint, CARE_COMPLAINT_RESOLVED);
    g_autofree char *words = in_one_line(care_record_text(complaint, CARE_COMPLAINT_WORDS));
    g_autofree char *title
        = g_strdup_printf(settled ? _("Complaint settled: %s") : _("Complaint: %s"), words);
    g_autoptr(GString) facts = g_string_new(NULL);
    CareTimelineEntry *entry = entry_new(self, complaint, care_record_int(complaint, CARE_COMPLAINT_RECEIVED),
                                         settled ? "care-check-symbolic" : "care-alert-symbolic",
                                         settled ? CARE_TONE_SUCCESS : CARE_TONE_WARNING, title);

    add_fact(facts, in_one_line(care_record_text(complaint, CARE_COMPLAINT_RESOLUTION)));
    if (care_record_is_set(complaint, CARE_COMPLAINT_COST))
        add_fact(facts, money(self, complaint, CARE_COMPLAINT_COST));
    if (care_record_text(complaint, CARE_COMPLAINT_CONFIRMATION))
        add_fact(facts,
                 g_strdup(care_choice_label(&care_confirmation_set,
                                            care_record_text(complaint, CARE_COMPLAINT_CONFIRMATION))));
    set_facts(entry, facts);
    add_step(self, entry, _("Received"), care_record_int(complaint, CARE_COMPLAINT_RECEIVED),
             CARE_TONE_NEUTRAL);
    if (care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED))
        add_step(self, entry, _("Acknowledged"), care_record_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED),
                 CARE_TONE_NEUTRAL);
    if (settled)
        add_step(self, entry, _("Resolved"), care_record_int(complaint, CARE_COMPLAINT_RESOLVED),
                 CARE_TONE_SUCCESS);
    return entry;
}

static CareTimelineEntry *
gift_entry(const CareTimelineText *self, CareRecord *gift)
{
    g_autofree char *title = g_strdup_printf(_("Gift: %s"), care_record_text(gift, CARE_GIFT_NAME));
    g_autofree char *by = staff_name(self, care_record_int(gift, CARE_GIFT_STAFF));
    g_autoptr(GString) facts = g_string_new(NULL);
    CareTimelineEntry *entry = entry_new(self, gift, care_record_int(gift, CARE_GIFT_AT),
                                         "care-gift-symbolic", CARE_TONE_NEUTRAL, title);

    if (care_record_is_set(gift, CARE_GIFT_COST))
        add_fact(facts, money(self, gift, CARE_GIFT_COST));
    add_fact(facts, g_strdup(care_record_text(gift, CARE_GIFT_OCCASION)));
    if (by)
        add_fact(facts, g_strdup_printf(_("handed over by %s"), by));
    set_facts(entry, facts);
    return entry;
}

static CareTimelineEntry *
document_entry(const CareTimelineText *self, CareRecord *document)
{
    g_autofree char *size = g_format_size((guint64)care_record_int(document, CARE_DOCUMENT_SIZE));
    CareTimelineEntry *entry
        = entry_new(self, document, care_record_int(document, CARE_DOCUMENT_AT), "care-document-symbolic",
                    CARE_TONE_NEUTRAL, care_record_text(document, CARE_DOCUMENT_NAME));

    care_timeline_entry_set_caption(entry, size);
    return entry;
}

static const struct {
    const CareKind *kind;
    CareTimelineEntry *(*make)(const CareTimelineText *self, CareRecord *record);
} makers[] = {
    { &care_interaction_kind, interaction_entry },
    { &care_event_kind, event_entry },
    { &care_job_kind, job_entry },
    { &care_invoice_kind, invoice_entry },
    { &care_payment_kind, payment_entry },
    { &care_feedback_kind, feedback_entry },
    { &care_complaint_kind, complaint_entry },
    { &care_gift_kind, gift_entry },
    { &care_document_kind, document_entry },
};

/* A kind that has no sentence of its own is told by its name and title. */
static CareTimelineEntry *
plain_entry(const CareTimelineText *self, CareRecord *record)
{
    const CareKind *kind = care_record_kind(record);
    g_autofree char *name = care_record_title(record);
    g_autofree char *detail = care_record_detail(record);
    /* Translators: %1$s is a kind of entry, "Loan", %2$s what it is about */
    g_autofree char *title = g_strdup_printf(_("%1$s: %2$s"), care_kind_label(kind), name);
    CareTimelineEntry *entry = entry_new(self, record, care_record_int(record, care_kind_story_field(kind)),
                                         kind->icon, CARE_TONE_NEUTRAL, title);

    care_timeline_entry_set_caption(entry, detail);
    return entry;
}

/* Transfer full. The record is of a kind that stands in the timeline. */
CareTimelineEntry *
care_timeline_text_entry(const CareTimelineText *self, CareRecord *record)
{
    for (guint i = 0; i < G_N_ELEMENTS(makers); i++)
        if (care_record_is(record, makers[i].kind))
            return makers[i].make(self, record);
    return plain_entry(self, record);
}
