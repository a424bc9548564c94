/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever is asked whether to go on with something is told what it is, of what, and whose. */
#include "customer-shop.h"

#include <string.h>

#include "model/complaint.h"
#include "model/device.h"
#include "model/feedback.h"
#include "model/gift.h"
#include "model/interaction.h"
#include "model/invoice-line.h"
#include "model/invoice.h"
#include "model/job-line.h"
#include "model/job.h"
#include "model/payment.h"
#include "model/plan.h"
#include "model/staff.h"
#include "ui/draft-name.h"
#include "ui/kit/draft-keeper.h"

/* A record of "field=value" pairs as an editor keeps it. */
static void
keep(Fixture *f, const char *key, const CareKind *kind, const char *fields)
{
    g_autoptr(CareRecord) record = care_record_new(kind);
    int owner = care_kind_customer_field(kind);
    g_auto(GStrv) pairs = g_strsplit(fields, "|", -1);
    g_autofree char *text = NULL;
    g_autoptr(GError) error = NULL;

    if (owner >= 0 && kind != &care_payment_kind)
        care_record_set_int(record, owner, care_record_id(f->bea));
    for (guint i = 0; pairs[i] && *pairs[i]; i++) {
        g_auto(GStrv) pair = g_strsplit(pairs[i], "=", 2);

        care_record_field_parse(record, care_kind_find_field(kind, pair[0]), pair[1], "EUR", &error);
        g_assert_no_error(error);
    }
    text = care_draft_text(record, NULL);
    store_now_write_draft(f->store, key, text);
}

static void
fill_line(CareRecord *line, const char *name)
{
    const CareKind *kind = care_record_kind(line);

    care_record_set_text(line, care_kind_find_field(kind, "name"), name);
    care_record_set_int(line, care_kind_find_field(kind, "quantity"), CARE_DECIMAL_ONE);
    care_record_set_int(line, care_kind_find_field(kind, "price"), CARE_DECIMAL_ONE);
    care_record_set_text(line, care_kind_find_field(kind, "category"), "S");
}

static void
add_line(CareRecord *owner, int list, const char *name)
{
    fill_line(care_record_list_add(owner, list), name);
}

/* A known line of it, as its dialog keeps one that was changed. */
static void
keep_known_line(Fixture *f, const char *key, const CareKind *kind, const char *was, const char *typed)
{
    g_autoptr(CareRecord) base = care_record_new(kind);
    g_autoptr(CareRecord) line = care_record_new(kind);
    g_autofree char *text = NULL;

    fill_line(base, was);
    fill_line(line, typed);
    text = care_draft_text(line, base);
    store_now_write_draft(f->store, key, text);
}

/* Without the marks that keep a name's direction to itself. */
static void
assert_name(Fixture *f, const char *key, const char *wanted)
{
    g_autofree char *name = care_draft_name(f->store, key);
    g_autoptr(GString) plain = g_string_new(name);

    g_string_replace(plain, "\u2068", "", 0);
    g_string_replace(plain, "\u2069", "", 0);
    g_string_replace(plain, "\u200e", "", 0);
    g_string_replace(plain, "\u2066", "", 0);
    g_assert_cmpstr(plain->str, ==, wanted);
}

static CareId
invoice_new(Fixture *f, const char *number, CareMoney gross)
{
    g_autoptr(CareRecord) invoice = CARE_RECORD(care_invoice_new());

    care_record_set_int(invoice, CARE_INVOICE_CUSTOMER, care_record_id(f->bea));
    care_record_set_text(invoice, CARE_INVOICE_NUMBER, number);
    care_record_set_text(invoice, CARE_INVOICE_TYPE, care_invoice_type_word(CARE_BILL_INVOICE));
    care_record_set_text(invoice, CARE_INVOICE_STATE, care_invoice_state_word(CARE_BILL_DRAFT));
    care_record_set_text(invoice, CARE_INVOICE_PRICES, care_price_mode_word(CARE_MODE_GROSS));
    care_record_set_text(invoice, CARE_INVOICE_CURRENCY, "EUR");
    care_record_set_int(invoice, CARE_INVOICE_GROSS, gross);
    if (number == NULL) /* one that is issued is not written in */
        add_line(invoice, CARE_INVOICE_LINES, "Bell");
    save(f, invoice);
    return care_record_id(invoice);
}

static CareId
job_new(Fixture *f)
{
    g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());

    care_record_set_int(job, CARE_JOB_CUSTOMER, care_record_id(f->bea));
    care_record_set_text(job, CARE_JOB_NUMBER, "2026-081");
    care_record_set_text(job, CARE_JOB_STATUS, care_job_status_word(CARE_STATUS_RECEIVED));
    care_record_set_text(job, CARE_JOB_FAULT, "Flat tyre");
    add_line(job, CARE_JOB_LINES, "Tube");
    save(f, job);
    return care_record_id(job);
}

static void
test_money(Fixture *f, gconstpointer data)
{
    CareId draft = invoice_new(f, NULL, 1200), issued = invoice_new(f, "2026-0007", 8000);
    g_autofree char *line = g_strdup_printf("invoice:%" G_GINT64_FORMAT ":line", draft);
    g_autofree char *page = care_draft_key("invoice", draft);
    g_autofree char *early = care_draft_key("bill-early", draft);
    g_autofree char *consent = care_draft_key("consent", draft);
    g_autofree char *paid = care_draft_key("payment", issued);
    g_autofree char *back = care_draft_key("pay-back", issued);
    g_autofree char *other = care_draft_key("payment", draft);
    g_autofree char *of_issued
        = g_strdup_printf("invoice=%" G_GINT64_FORMAT "|amount=20.00|method=transfer", issued);
    g_autofree char *nothing_yet = g_strdup_printf("invoice=%" G_GINT64_FORMAT "|method=transfer", issued);

    keep(f, line, &care_invoice_line_kind, "name=Bell & <i>|price=9.90");
    assert_name(f, line, "New Line · Bell & <i> · Draft invoice, €12.00 · Bea Koch");
    keep(f, line, &care_invoice_line_kind, "price=9.90");
    assert_name(f, line, "New Line · Draft invoice, €12.00 · Bea Koch");
    keep_known_line(f, line, &care_invoice_line_kind, "Bell", "Brass bell");
    assert_name(f, line, "Line · Brass bell · Draft invoice, €12.00 · Bea Koch");
    keep_known_line(f, line, &care_invoice_line_kind, "Horn", "Brass horn"); /* went */
    assert_name(f, line, "New Line · Brass horn · Draft invoice, €12.00 · Bea Koch");
    keep(f, page, &care_invoice_kind, "note=Thank you");
    assert_name(f, page, "Draft invoice, €12.00 · Bea Koch");
    keep(f, early, &care_invoice_kind, "early_reason=A deposit");
    assert_name(f, early, "Bill Before the Work Is Done · Draft invoice, €12.00 · Bea Koch");
    keep(f, consent, &care_invoice_kind, "consent_by=Her mother");
    assert_name(f, consent, "Record Consent · Draft invoice, €12.00 · Bea Koch");
    keep(f, paid, &care_payment_kind, of_issued);
    assert_name(f, paid, "Payment of €20.00 on invoice 2026-0007 · Bea Koch");
    keep(f, back, &care_payment_kind, of_issued);
    assert_name(f, back, "Repayment of €20.00 on invoice 2026-0007 · Bea Koch");
    keep(f, paid, &care_payment_kind, nothing_yet);
    assert_name(f, paid, "Payment · Invoice 2026-0007 · Bea Koch");
    assert_name(f, other, "Payment · Draft invoice · Bea Koch"); /* whose text is gone */
}

static void
test_jobs(Fixture *f, gconstpointer data)
{
    static const struct {
        const char *word, *name;
    } drafts[] = {
        { "job", "Job 2026-081: Flat tyre · Bea Koch" },
        { "edit-job", "Job 2026-081: Flat tyre · Bea Koch" },
        { "cancel-job", "Cancel the Job · Job 2026-081: Flat tyre · Bea Koch" },
        { "no-plan", "No Aftercare · Job 2026-081: Flat tyre · Bea Koch" },
        { "yes", "Record Their Yes · Job 2026-081: Flat tyre · Bea Koch" },
    };
    CareId job = job_new(f);
    g_autofree char *line = g_strdup_printf("job:%" G_GINT64_FORMAT ":line", job);

    for (gsize i = 0; i < G_N_ELEMENTS(drafts); i++) {
        g_autofree char *key = care_draft_key(drafts[i].word, job);

        keep(f, key, &care_job_kind, "note=x");
        assert_name(f, key, drafts[i].name);
    }
    keep(f, line, &care_job_line_kind, "name=New tyre|price=20");
    assert_name(f, line, "New Line · New tyre · Job 2026-081: Flat tyre · Bea Koch");
    keep_known_line(f, line, &care_job_line_kind, "Tube", "Tube XXL");
    assert_name(f, line, "Line · Tube XXL · Job 2026-081: Flat tyre · Bea Koch");
    keep(f, "job:new-0001", &care_job_kind, "fault=Chain off");
    assert_name(f, "job:new-0001", "New Job · Bea Koch · Chain off");
}

static void
test_others(Fixture *f, gconstpointer data)
{
    g_autofree char *known = care_draft_key("customer", care_record_id(f->bea));
    g_autofree char *to_bea = g_strdup_printf("message:%" G_GINT64_FORMAT ":0:0:0:", care_record_id(f->bea));

    keep(f, known, &care_customer_kind, "name=Bea Kochs");
    assert_name(f, known, "Customer · Bea Koch");
    keep(f, "customer:new", &care_customer_kind, "name=Cem Ay");
    assert_name(f, "customer:new", "Customer · Cem Ay");
    keep(f, "customer:new:invoice", &care_customer_kind, "name=Cem Ay");
    assert_name(f, "customer:new:invoice", "Customer · Cem Ay · Invoice");
    keep(f, "device:new-1", &care_device_kind, "name=Cargo bike");
    assert_name(f, "device:new-1", "Device: Cargo bike · Bea Koch");
    keep(f, "gift:new-1", &care_gift_kind, "");
    assert_name(f, "gift:new-1", "Gift · Bea Koch");
    keep(f, "note:new-1", &care_interaction_kind, "direction=note|channel=note|body=Has moved");
    assert_name(f, "note:new-1", "Note: Has moved · Bea Koch");
    keep(f, "call:followup/7", &care_interaction_kind, "direction=out|channel=phone|body=All is well");
    assert_name(f, "call:followup/7", "Call: All is well · Bea Koch");
    store_now_write_draft(f->store, to_bea, "{\"body\": \"All is well\"}");
    assert_name(f, to_bea, "Message · Bea Koch");
    keep(f, "ask:7", &care_feedback_kind, "score=9");
    assert_name(f, "ask:7", "Answer: 9 of 10 · Bea Koch");
    keep(f, "survey:new-1", &care_feedback_kind, "score=3");
    assert_name(f, "survey:new-1", "Answer: 3 of 10 · Bea Koch");
    keep(f, "complaint:new-1", &care_complaint_kind, "words=It squeals");
    assert_name(f, "complaint:new-1", "Complaint: It squeals · Bea Koch");
    keep(f, "plan:new", &care_plan_kind, "name=Bikes");
    assert_name(f, "plan:new", "Aftercare Plan: Bikes");
    keep(f, "staff:new", &care_staff_kind, "name=Mara");
    assert_name(f, "staff:new", "Person at the Counter: Mara");
}

/* Every field that the kind has, empty in so many words. */
static char *
all_null(const CareKind *kind)
{
    g_autoptr(GString) text = g_string_new("{");

    for (guint field = 0; field < kind->n_fields; field++)
        g_string_append_printf(text, "%s\"%s\": null", field > 0 ? ", " : "", kind->fields[field].name);
    g_string_append(text, "}");
    return g_string_free_and_steal(g_steal_pointer(&text));
}

/* Under the key of a new one, one that is there, one that is not there, and of a line of each. */
static void
assert_named(Fixture *f, const char *word, CareId known, const char *text)
{
    g_autofree char *id = g_strdup_printf("%" G_GINT64_FORMAT, known);
    const char *const whose[] = { "", ":new", ":new-1", ":1", ":", ":followup/7", id };
    static const char *const of[] = { "", ":line", ":customer" };

    for (gsize i = 0; i < G_N_ELEMENTS(whose) * G_N_ELEMENTS(of); i++) {
        const char *which = whose[i / G_N_ELEMENTS(of)];
        g_autofree char *key
            = g_strconcat(word, g_ascii_isdigit(*which) ? ":" : "", which, of[i % G_N_ELEMENTS(of)], NULL);
        g_autofree char *name = NULL;

        store_now_write_draft(f->store, key, text);
        name = care_draft_name(f->store, key);
        if (name != NULL)
            g_assert_true(g_utf8_validate(name, -1, NULL));
    }
}

/* A damaged file says anything. The offer is the first thing that a start asks for: it must come to an end. */
static void
test_nothing_in_it(Fixture *f, gconstpointer data)
{
    static const char *const words[]
        = { "note", "call",       "ask",     "survey",   "settle",  "edit-job", "cancel-job", "no-plan",
            "yes",  "bill-early", "consent", "pay-back", "message", "setting",  "let-go",     "line" };
    static const char *const texts[]
        = { "{}", "null", "[]", "", "{\"base\": null}", "{\"base\": {}, \"typed\": null, \"cursor\": null}" };
    CareId known = invoice_new(f, NULL, 1200);

    for (gsize text = 0; text < G_N_ELEMENTS(texts); text++) {
        for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
            assert_named(f, words[i], known, texts[text]);
        for (const CareKind *const *kind = care_kinds(); *kind; kind++)
            assert_named(f, (*kind)->name, known, texts[text]);
    }
    for (const CareKind *const *kind = care_kinds(); *kind; kind++) {
        g_autofree char *nulls = all_null(*kind);

        for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
            assert_named(f, words[i], known, nulls);
        assert_named(f, (*kind)->name, known, nulls);
    }
    store_now_write_draft(f->store, "bill-early:1", "{}");
    assert_name(f, "bill-early:1", "Bill Before the Work Is Done · Draft invoice");
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    ADD("/draft-name/money", test_money);
    ADD("/draft-name/jobs", test_jobs);
    ADD("/draft-name/others", test_others);
    ADD("/draft-name/nothing-in-it", test_nothing_in_it);
    return g_test_run();
}
