/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of a customer, the story in words, and the page that shows it. */

#include "customer-shop.h"

#include <string.h>

#include "model/complaint.h"
#include "model/device.h"
#include "model/event.h"
#include "model/feedback.h"
#include "model/followup.h"
#include "model/gift.h"
#include "model/interaction.h"
#include "model/job.h"
#include "service/flow.h"
#include "ui/customers/customer-facts.h"
#include "ui/customers/customer-page.h"
#include "ui/customers/customer-strip.h"
#include "ui/customers/customers-page.h"
#include "ui/customers/timeline-model.h"

#define DAY 86400
#define NOON G_GINT64_CONSTANT(1795521600) /* 2026-11-24 12:00 UTC */

/* One record in words */

typedef struct {
    const char *name;
    const CareKind *kind;
    const char *fields;
    const char *title;
    const char *caption; /* NULL: none */
    CareTone tone;
} TextCase;

static const TextCase text_cases[] = {
    { "note", &care_interaction_kind,
      "direction=note|channel=note|at=2026-11-16T10:15:00Z|body=Likes tea\nand cake", "Likes tea · and cake",
      NULL, CARE_TONE_NEUTRAL },
    { "their-call", &care_interaction_kind,
      "direction=in|channel=phone|at=2026-11-16T10:15:00Z|subject=A rear light too?",
      "Bea called: A rear light too?", NULL, CARE_TONE_NEUTRAL },
    { "our-call", &care_interaction_kind,
      "direction=out|channel=phone|at=2026-11-16T10:15:00Z|outcome=not there", "We called Bea", "Not there",
      CARE_TONE_NEUTRAL },
    { "their-mail", &care_interaction_kind,
      "direction=in|channel=email|at=2026-11-16T10:15:00Z|subject=Thanks", "Bea wrote: Thanks", "E-mail",
      CARE_TONE_NEUTRAL },
    { "our-letter", &care_interaction_kind,
      "direction=out|channel=letter|at=2026-11-16T10:15:00Z|subject=Thanks", "We wrote to Bea: Thanks",
      "Letter", CARE_TONE_NEUTRAL },
    { "visit", &care_interaction_kind, "direction=in|channel=counter|at=2026-11-16T10:15:00Z", "Bea came by",
      NULL, CARE_TONE_NEUTRAL },
    { "promoter", &care_feedback_kind, "score=9|at=2026-09-24T10:00:00Z", "Bea would recommend us", NULL,
      CARE_TONE_SUCCESS },
    { "passive", &care_feedback_kind, "score=8|at=2026-09-24T10:00:00Z", "Bea might recommend us", NULL,
      CARE_TONE_NEUTRAL },
    { "zero-is-an-answer", &care_feedback_kind, "score=0|at=2026-09-24T10:00:00Z",
      "Bea would not recommend us", NULL, CARE_TONE_NEUTRAL },
    { "no-score", &care_feedback_kind, "comment=Fine|at=2026-09-24T10:00:00Z", "Bea told how it went", NULL,
      CARE_TONE_NEUTRAL },
    { "open-complaint", &care_complaint_kind, "words=Light failed|received=2026-10-27T16:50:00Z",
      "Complaint: Light failed", NULL, CARE_TONE_WARNING },
    { "settled-complaint", &care_complaint_kind,
      "words=Light "
      "failed|received=2026-10-27T16:50:00Z|acknowledged=2026-10-27T17:15:00Z|cause=batch|resolution=New one"
      "|resolved=2026-10-30T11:10:00Z|confirmation=confirmed|cost=24.00",
      "Complaint settled: Light failed", "New one · €24.00 · The customer confirmed", CARE_TONE_SUCCESS },
    { "gift", &care_gift_kind, "name=a brass bell|state=given|cost=9.80|at=2026-10-21T10:00:00Z",
      "Gift: a brass bell", "€9.80", CARE_TONE_NEUTRAL },
    { "intake", &care_job_kind,
      "kind=Brake pads|status=received|received=2026-11-12T09:10:00Z|promised=2026-11-20",
      "Brake pads taken in", "Promised Friday 20 November", CARE_TONE_NEUTRAL },
};

static CareTimelineText
words_of(Fixture *f)
{
    CareClock *clock = care_context_get_clock(f->context);

    return (CareTimelineText){ f->store, "Bea", "EUR", care_clock_zone(clock), care_clock_today(clock) };
}

static void
test_text(Fixture *f, gconstpointer data)
{
    const TextCase *c = data;
    g_autoptr(CareRecord) record = make(f, c->kind, c->fields);
    CareTimelineText words = words_of(f);
    g_autoptr(CareTimelineEntry) entry = care_timeline_text_entry(&words, record);

    g_assert_cmpstr(entry->title, ==, c->title);
    g_assert_cmpstr(entry->caption, ==, c->caption);
    g_assert_cmpint(entry->tone, ==, c->tone);
    g_assert_cmpstr(entry->kind, ==, c->kind->name);
    g_assert_cmpint(entry->id, ==, care_record_id(record));
}

static void
test_complaint_steps(Fixture *f, gconstpointer data)
{
    g_autoptr(CareRecord) complaint = make(
        f, &care_complaint_kind, "words=No|received=2026-10-27T16:50:00Z|acknowledged=2026-10-27T17:15:00Z");
    CareTimelineText words = words_of(f);
    g_autoptr(CareTimelineEntry) entry = care_timeline_text_entry(&words, complaint);

    g_assert_cmpuint(entry->steps->len, ==, 2);
    g_assert_cmpstr(g_array_index(entry->steps, CareTimelineStep, 1).label, ==, "Acknowledged");
    g_assert_cmpstr(entry->month, ==, "October 2026");
}

/* The most urgent promise */

typedef struct {
    const char *name;
    const CareKind *kind;
    const char *fields;
    CarePromise promise;
    const char *sentence;
    const char *action;
} PromiseCase;

static const PromiseCase promise_cases[] = {
    { "complaint", &care_complaint_kind, "words=No|received=2026-11-20T10:00:00Z", CARE_PROMISE_DUE,
      "Answer the complaint", "Answer the Complaint" },
    { "answered-complaint", &care_complaint_kind,
      "words=No|received=2026-11-20T10:00:00Z|acknowledged=2026-11-20T11:00:00Z", CARE_PROMISE_RESOLVE,
      "Settle the complaint", "Settle the Complaint" },
    { "ready", &care_job_kind, "status=ready|received=2026-11-12T10:00:00Z|finished=2026-11-20T10:00:00Z",
      CARE_PROMISE_DUE, "Tell Bea it is ready", "Tell Bea It Is Ready" },
    { "told", &care_job_kind,
      "status=ready|received=2026-11-12T10:00:00Z|finished=2026-11-20T10:00:00Z|told=2026-11-20T10:00:00Z",
      CARE_PROMISE_COLLECT, "Waits to be collected", "New Job" },
    { "in-work", &care_job_kind, "kind=Chain|status=working|received=2026-11-12T10:00:00Z", CARE_PROMISE_WORK,
      "Chain", "New Job" },
    { "due-today", &care_followup_kind, "kind=check|title=Ask about the brakes|due=2026-11-24|state=open",
      CARE_PROMISE_DUE, "Ask about the brakes", "Ask How It Holds" },
    { "due-tomorrow", &care_followup_kind, "kind=check|title=Ask about the brakes|due=2026-11-25|state=open",
      CARE_PROMISE_LATER, "Ask about the brakes", "New Job" },
    { "done", &care_followup_kind, "kind=check|title=Ask|due=2026-11-20|state=done", CARE_PROMISE_NONE,
      "Nothing open", "New Job" },
    { "collected", &care_job_kind, "status=collected|received=2026-11-12T10:00:00Z", CARE_PROMISE_NONE,
      "Nothing open", "New Job" },
};

static CareCustomerFacts *
facts_of(Fixture *f)
{
    return care_customer_facts_load(f->store, care_record_id(f->bea), care_store_clock(f->store));
}

static void
test_promise(Fixture *f, gconstpointer data)
{
    const PromiseCase *c = data;
    g_autoptr(CareRecord) record = make(f, c->kind, c->fields);
    g_autoptr(CareCustomerFacts) facts = facts_of(f);
    g_autofree char *sentence = care_promise_sentence(facts);
    g_autofree char *action = care_promise_action(facts);

    g_assert_cmpint(facts->promise, ==, c->promise);
    g_assert_cmpstr(sentence, ==, c->sentence);
    g_assert_cmpstr(action, ==, c->action);
}

static void
test_promise_order(Fixture *f, gconstpointer data)
{
    g_autoptr(CareRecord) ready = make(f, &care_job_kind, "status=ready|received=2026-11-12T10:00:00Z");
    g_autoptr(CareRecord) complaint = make(f, &care_complaint_kind, "words=No|received=2026-11-20T10:00:00Z");
    g_autoptr(CareCustomerFacts) facts = facts_of(f);

    g_assert_cmpint(facts->promise, ==, CARE_PROMISE_DUE);
    g_assert_cmpint(facts->line->rule, ==, CARE_DUE_COMPLAINT);
}

typedef struct {
    CareId followup;
    CareDate until; /* month 0: let go */
} Put;

static gboolean
put_off(CareTransaction *transaction, gpointer data, GError **error)
{
    Put *put = data;

    return care_today_defer(transaction, CARE_DUE_FOLLOWUP, put->followup, put->until, "on holiday", error);
}

static void
assert_stands(Fixture *f, CarePromise promise, const char *sentence, const char *action)
{
    g_autoptr(CareCustomerFacts) facts = facts_of(f);
    g_autofree char *said = care_promise_sentence(facts);
    g_autofree char *button = care_promise_action(facts);

    g_assert_cmpint(facts->promise, ==, promise);
    g_assert_cmpstr(said, ==, sentence);
    g_assert_cmpstr(button, ==, action);
}

/* What Today does not show is no open promise here either. */
static void
test_promise_put_off(Fixture *f, gconstpointer data)
{
    g_autoptr(CareRecord) followup
        = make(f, &care_followup_kind, "kind=check|title=Ask about the brakes|due=2026-11-20|state=open");
    Put put = { care_record_id(followup), { 2026, 11, 30 } };

    assert_stands(f, CARE_PROMISE_DUE, "Ask about the brakes", "Ask How It Holds");
    g_assert_true(care_store_write(f->store, put_off, &put, NULL));
    assert_stands(f, CARE_PROMISE_LATER, "Ask about the brakes", "New Job");
    put.until = (CareDate){ 0 };
    g_assert_true(care_store_write(f->store, put_off, &put, NULL));
    assert_stands(f, CARE_PROMISE_NONE, "Nothing open", "New Job");
}

static void
test_facts(Fixture *f, gconstpointer data)
{
    g_autoptr(CareRecord) first
        = make(f, &care_job_kind, "status=collected|received=2026-01-12T10:00:00Z|warranty_end=2028-09-11");
    g_autoptr(CareRecord) second = make(f, &care_job_kind, "status=collected|received=2026-11-12T10:00:00Z");
    g_autoptr(CareRecord) cancelled
        = make(f, &care_job_kind, "status=cancelled|received=2026-11-20T10:00:00Z");
    g_autoptr(CareCustomerFacts) facts = facts_of(f);
    g_autofree char *wide = care_customer_facts_line(facts, FALSE);
    g_autofree char *narrow = care_customer_facts_line(facts, TRUE);

    g_assert_cmpint(facts->visits, ==, 2);
    g_assert_cmpint(care_record_id(facts->last_job), ==, care_record_id(second));
    g_assert_cmpint(care_record_id(facts->warranty), ==, care_record_id(first));
    g_assert_cmpstr(wide, ==, "Customer since November 2026 · 2 visits · 0157 335 21 78");
    g_assert_cmpstr(narrow, ==, "Since November 2026 · 2 visits\n0157 335 21 78");
}

/* The story as a list */

static void
add_notes(Fixture *f, guint n)
{
    for (guint i = 0; i < n; i++) {
        g_autoptr(CareRecord) note = CARE_RECORD(care_interaction_new());
        g_autofree char *text = g_strdup_printf("Note %u", i);

        care_record_set_int(note, CARE_INTERACTION_CUSTOMER, care_record_id(f->bea));
        care_record_set_text(note, CARE_INTERACTION_DIRECTION, "note");
        care_record_set_text(note, CARE_INTERACTION_CHANNEL, "note");
        care_record_set_text(note, CARE_INTERACTION_BODY, text);
        care_record_set_int(note, CARE_INTERACTION_AT, NOON - (gint64)i * DAY);
        save(f, note);
    }
}

static char *
title_at(CareTimelineModel *model, guint position)
{
    g_autoptr(CareTimelineEntry) entry = g_list_model_get_item(G_LIST_MODEL(model), position);

    return g_strdup(entry->title);
}

static void
test_story(Fixture *f, gconstpointer data)
{
    g_autoptr(CareTimelineModel) model = care_timeline_model_new(f->store);
    g_autofree char *first = NULL;
    g_autofree char *later = NULL;

    add_notes(f, 120);
    care_timeline_model_set_customer(model, care_record_id(f->bea), "Bea");
    g_assert_cmpuint(g_list_model_get_n_items(G_LIST_MODEL(model)), ==, 120);
    first = title_at(model, 0);
    later = title_at(model, 77);
    g_assert_cmpstr(first, ==, "Note 0");
    g_assert_cmpstr(later, ==, "Note 77");
    g_assert_cmpint(care_timeline_model_at(model, 77), ==, NOON - 77 * DAY);
}

static void
test_story_search(Fixture *f, gconstpointer data)
{
    g_autoptr(CareTimelineModel) model = care_timeline_model_new(f->store);

    add_notes(f, 60);
    care_timeline_model_set_customer(model, care_record_id(f->bea), "Bea");
    care_timeline_model_set_search(model, "NOTE 5");
    g_assert_cmpuint(g_list_model_get_n_items(G_LIST_MODEL(model)), ==, 11); /* 5 and 50 to 59 */
    care_timeline_model_set_search(model, NULL);
    g_assert_cmpuint(g_list_model_get_n_items(G_LIST_MODEL(model)), ==, 60);
}

static void
test_story_filter(Fixture *f, gconstpointer data)
{
    g_autoptr(CareTimelineModel) model = care_timeline_model_new(f->store);
    g_autoptr(CareRecord) feedback = make(f, &care_feedback_kind, "score=9|at=2026-09-24T10:00:00Z");

    add_notes(f, 3);
    care_timeline_model_set_customer(model, care_record_id(f->bea), "Bea");
    care_timeline_model_set_kinds(model, ",feedback,complaint,");
    g_assert_cmpuint(g_list_model_get_n_items(G_LIST_MODEL(model)), ==, 1);
}

static void
test_intake_once(Fixture *f, gconstpointer data)
{
    g_autoptr(CareTimelineModel) model = care_timeline_model_new(f->store);
    g_autoptr(CareRecord) job = make(f, &care_job_kind, "status=working|received=2026-11-12T10:00:00Z");
    g_autofree char *id = care_id_to_string(care_record_id(job));
    g_autofree char *began
        = g_strdup_printf("job=%s|at=2026-11-12T10:00:00Z|name=job-status|after=received", id);
    g_autofree char *moved
        = g_strdup_printf("job=%s|at=2026-11-13T10:00:00Z|name=job-status|before=received|after=working", id);
    g_autoptr(CareRecord) first = make(f, &care_event_kind, began);
    g_autoptr(CareRecord) second = make(f, &care_event_kind, moved);

    care_timeline_model_set_customer(model, care_record_id(f->bea), "Bea");
    g_assert_cmpuint(g_list_model_get_n_items(G_LIST_MODEL(model)), ==, 2); /* the job and the move */
}

/* The widgets */

static void
test_page(Fixture *f, gconstpointer data)
{
    g_autoptr(GtkWidget) page = g_object_ref_sink(g_object_new(CARE_TYPE_CUSTOMER_PAGE, NULL));
    static const char *const tabs[] = { "timeline", "jobs", "invoices", "gifts", "documents", "details" };
    g_autoptr(CareRecord) device = make(f, &care_device_kind, "name=E-bike");

    care_customer_page_set_context(CARE_CUSTOMER_PAGE(page), f->context);
    g_assert_false(care_customer_page_set_customer(CARE_CUSTOMER_PAGE(page), 12345));
    g_assert_true(care_customer_page_set_customer(CARE_CUSTOMER_PAGE(page), care_record_id(f->bea)));
    g_assert_cmpstr(care_customer_page_get_name(CARE_CUSTOMER_PAGE(page)), ==, "Bea Koch");
    for (guint i = 0; i < G_N_ELEMENTS(tabs); i++)
        care_customer_page_show_tab(CARE_CUSTOMER_PAGE(page), tabs[i]);
    care_customer_page_set_narrow(CARE_CUSTOMER_PAGE(page), TRUE);
    care_customer_page_set_narrow(CARE_CUSTOMER_PAGE(page), FALSE);
}

static void
test_page_of_deleted(Fixture *f, gconstpointer data)
{
    g_autoptr(GtkWidget) page = g_object_ref_sink(g_object_new(CARE_TYPE_CUSTOMER_PAGE, NULL));

    care_customer_page_set_context(CARE_CUSTOMER_PAGE(page), f->context);
    care_flow_remove_now(f->store, &care_customer_kind, care_record_id(f->bea), NULL);
    g_assert_false(care_customer_page_set_customer(CARE_CUSTOMER_PAGE(page), care_record_id(f->bea)));
}

static void
undelete(Fixture *f, CareRecord *customer)
{
    g_autoptr(GError) error = NULL;

    care_flow_undelete_now(f->store, &care_customer_kind, care_record_id(customer), NULL, &error);
    g_assert_no_error(error);
    test_settle();
}

static void
discard(Fixture *f, CareRecord *customer)
{
    g_autoptr(GError) error = NULL;

    care_flow_remove_now(f->store, &care_customer_kind, care_record_id(customer), &error);
    g_assert_no_error(error);
    test_settle();
}

/* Who was brought back while somebody else was open takes the place of nobody who is deleted later. */
static void
test_page_of_nobody_else(Fixture *f, gconstpointer data)
{
    g_autoptr(GtkWidget) page
        = g_object_ref_sink(g_object_new(CARE_TYPE_CUSTOMERS_PAGE, "context", f->context, NULL));
    CarePlace *place = CARE_PLACE(page);
    g_autoptr(CareRecord) ann = make(f, &care_customer_kind, "name=Ann Lee");
    g_autoptr(CareRecord) zoe = make(f, &care_customer_kind, "name=Zoe Last");

    g_assert_true(care_place_open_row(place, "customer", care_record_id(f->bea)));
    discard(f, f->bea);
    g_assert_true(care_place_open_row(place, "customer", care_record_id(ann)));
    undelete(f, f->bea);
    g_assert_cmpint(care_place_customer(place), ==, care_record_id(ann));
    g_assert_true(care_place_open_row(place, "customer", care_record_id(zoe)));
    discard(f, zoe);
    g_assert_cmpint(care_place_customer(place), ==, 0);
    g_clear_object(&ann);
    ann = make(f, &care_customer_kind, "name=Ann Other");
    test_settle();
    g_assert_cmpint(care_place_customer(place), ==, 0);
    undelete(f, zoe);
    g_assert_cmpint(care_place_customer(place), ==, care_record_id(zoe));
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    for (guint i = 0; i < G_N_ELEMENTS(text_cases); i++) {
        g_autofree char *path = g_strdup_printf("/customers/text/%s", text_cases[i].name);

        g_test_add(path, Fixture, &text_cases[i], set_up, test_text, tear_down);
    }
    for (guint i = 0; i < G_N_ELEMENTS(promise_cases); i++) {
        g_autofree char *path = g_strdup_printf("/customers/promise/%s", promise_cases[i].name);

        g_test_add(path, Fixture, &promise_cases[i], set_up, test_promise, tear_down);
    }
    ADD("/customers/text/complaint-steps", test_complaint_steps);
    ADD("/customers/promise/order", test_promise_order);
    ADD("/customers/promise/put-off", test_promise_put_off);
    ADD("/customers/facts", test_facts);
    ADD("/customers/story/pages", test_story);
    ADD("/customers/story/search", test_story_search);
    ADD("/customers/story/filter", test_story_filter);
    ADD("/customers/story/intake-once", test_intake_once);
    ADD("/customers/page", test_page);
    ADD("/customers/page-of-deleted", test_page_of_deleted);
    ADD("/customers/page-of-nobody-else", test_page_of_nobody_else);
    return g_test_run();
}
