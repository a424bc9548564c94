/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A message that carries an invoice: what it says, what it marks, and when a reminder may not go out. */
#include "core/errors.h"
#include "model/complaint.h"
#include "model/customer.h"
#include "model/interaction.h"
#include "model/invoice.h"
#include "model/payment.h"
#include "model/placeholders.h"
#include "service/customers/contact-flow.h"
#include "service/invoices/invoice-from-job.h"
#include "service/invoices/invoice-issue.h"
#include "service/invoices/verify.h"
#include "service/outreach/message-facts.h"

#include "shop.h"

/* Issued on 24 November, due on 8 December. */
static const CareDate late = { 2026, 12, 9 };

static void
open_on(Shop *shop, CareDate date)
{
    g_autoptr(GError) error = NULL;

    g_clear_object(&shop->store);
    g_clear_object(&shop->clock);
    shop->clock = care_clock_new_fixed(date);
    shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
    g_assert_no_error(error);
}

static CareRecord *
add_invoice(Shop *shop, CareRecord *customer)
{
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) draft
        = care_invoice_draft_from_job(care_store_reader(shop->store), care_record_id(job), NULL);
    g_autoptr(GError) error = NULL;
    CareRecord *issued;

    shop_save(shop, draft);
    issued = care_invoice_issue_now(shop->store, care_record_id(draft), &error);
    g_assert_no_error(error);
    return issued;
}

static CareRecord *
reload(Shop *shop, CareRecord *invoice)
{
    return care_store_get(shop->store, &care_invoice_kind, care_record_id(invoice), NULL);
}

static CareMessageFacts *
facts_of(Shop *shop, CareRecord *invoice, const char *situation)
{
    CareMessageOccasion occasion = { .customer = care_record_int(invoice, CARE_INVOICE_CUSTOMER),
                                     .situation = situation,
                                     .invoice = care_record_id(invoice) };
    g_autoptr(GError) error = NULL;
    CareMessageFacts *facts = care_message_facts_new(shop->store, &occasion, &error);

    g_assert_no_error(error);
    return facts;
}

typedef struct {
    CareRecord *interaction;
    CareContactAbout about;
    gboolean back;
} Contact;

static gboolean
contact_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Contact *contact = data;

    if (contact->back)
        return care_contact_flow_take_back(transaction, contact->interaction, NULL, &contact->about, error);
    return care_contact_flow_log(transaction, contact->interaction, &contact->about, error);
}

/* As the composer does it. The interaction, or NULL when it was refused. */
static CareRecord *
send(Shop *shop, CareRecord *invoice, const char *situation)
{
    g_autoptr(CareMessageFacts) facts = facts_of(shop, invoice, situation);
    g_autoptr(CareRecord) interaction = CARE_RECORD(care_interaction_new());
    g_autoptr(GError) error = NULL;
    Contact contact = { interaction, care_message_facts_about(facts), FALSE };

    care_record_set_int(interaction, CARE_INTERACTION_CUSTOMER,
                        care_record_int(invoice, CARE_INVOICE_CUSTOMER));
    care_record_set_text(interaction, CARE_INTERACTION_DIRECTION, "out");
    care_record_set_text(interaction, CARE_INTERACTION_CHANNEL, "email");
    if (care_store_write(shop->store, contact_closure, &contact, &error))
        return g_steal_pointer(&interaction);
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    return NULL;
}

static void
take_back(Shop *shop, CareRecord *invoice, const char *situation, CareRecord *interaction)
{
    g_autoptr(CareMessageFacts) facts = facts_of(shop, invoice, situation);
    Contact contact = { interaction, care_message_facts_about(facts), TRUE };

    g_assert_true(care_store_write(shop->store, contact_closure, &contact, NULL));
}

static void
pay(Shop *shop, CareRecord *invoice, CareMoney amount)
{
    g_autoptr(CareRecord) payment = CARE_RECORD(care_payment_new());

    care_record_set_int(payment, CARE_PAYMENT_INVOICE, care_record_id(invoice));
    care_record_set_int(payment, CARE_PAYMENT_AMOUNT, amount);
    shop_save(shop, payment);
}

static void
test_says_that_very_invoice(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) first = add_invoice(shop, customer);
    g_autoptr(CareRecord) second = add_invoice(shop, customer);
    g_autoptr(CareMessageFacts) facts = NULL;
    g_autofree char *text = NULL;

    pay(shop, first, 4450);
    facts = facts_of(shop, first, "invoice");
    text = care_placeholders_finish("{invoice_number}|{amount}|{open}|{due_date}|{job}",
                                    care_message_facts_value, facts, NULL);
    g_assert_cmpstr(text, ==, "2026-0001|€74.50|€30.00|8 Dec 2026|2026-001");
    g_assert_cmpint(care_record_id(care_message_facts_invoice(facts)), ==, care_record_id(first));
}

static void
test_sending_marks_it_once(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) invoice = add_invoice(shop, customer);
    g_autoptr(CareRecord) sent = send(shop, invoice, "invoice");
    g_autoptr(CareRecord) again = NULL;
    g_autoptr(CareRecord) marked = reload(shop, invoice);
    g_autoptr(CareRecord) kept = NULL;
    g_autoptr(CareVerification) verification = NULL;
    CareInstant first = care_record_int(marked, CARE_INVOICE_TOLD);

    g_assert_cmpint(first, ==, care_record_int(sent, CARE_INTERACTION_AT));
    open_on(shop, late);
    again = send(shop, invoice, "invoice");
    take_back(shop, invoice, "invoice", again);
    kept = reload(shop, invoice);
    g_assert_cmpint(care_record_int(kept, CARE_INVOICE_TOLD), ==, first);
    verification = care_verify(shop->store, NULL);
    g_assert_cmpuint(verification->problems->len, ==, 0);
}

static void
test_taken_back_it_was_not_sent(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) invoice = add_invoice(shop, customer);
    g_autoptr(CareRecord) sent = send(shop, invoice, "invoice");
    g_autoptr(CareRecord) after = NULL;

    take_back(shop, invoice, "invoice", sent);
    after = reload(shop, invoice);
    g_assert_false(care_record_is_set(after, CARE_INVOICE_TOLD));
}

static gint64
contacts(Shop *shop)
{
    return care_connection_int(care_store_reader(shop->store),
                               "SELECT count(*) FROM interaction WHERE deleted_at IS NULL", -1);
}

static void
test_not_before_it_is_due(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) invoice = add_invoice(shop, customer);
    g_autoptr(CareMessageFacts) facts = NULL;
    g_autofree char *why = NULL;

    open_on(shop, (CareDate){ 2026, 12, 8 });
    facts = facts_of(shop, invoice, "reminder");
    why = care_message_facts_refusal(facts);
    g_assert_cmpstr(why, ==,
                    "Invoice 2026-0001 is due on 8 Dec 2026. A reminder can go out from the day after.");
    g_assert_null(send(shop, invoice, "reminder"));
    g_assert_cmpint(contacts(shop), ==, 0);
}

/* As on its papers. */
static void
test_day_of_the_country(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) invoice = add_invoice(shop, customer);
    g_autoptr(CareMessageFacts) facts = NULL;
    g_autofree char *why = NULL;

    open_on(shop, (CareDate){ 2026, 12, 8 });
    g_assert_true(care_store_set_setting(shop->store, CARE_SETTING_REGION, "US", NULL));
    facts = facts_of(shop, invoice, "reminder");
    why = care_message_facts_refusal(facts);
    g_assert_true(g_str_has_prefix(why, "Invoice 2026-0001 is due on Dec 8, 2026."));
}

static void
test_never_twice_on_one_day(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) invoice = add_invoice(shop, customer);
    g_autoptr(CareRecord) first = NULL;
    g_autoptr(CareRecord) second = NULL;
    g_autoptr(CareRecord) next_day = NULL;
    g_autoptr(CareToday) today = NULL;

    open_on(shop, late);
    first = send(shop, invoice, "reminder");
    g_assert_nonnull(first);
    g_assert_null(send(shop, invoice, "reminder"));
    g_assert_cmpint(contacts(shop), ==, 1);
    today = shop_today(shop, late);
    g_assert_null(today_line(today, CARE_DUE_OVERDUE));
    take_back(shop, invoice, "reminder", first);
    second = send(shop, invoice, "reminder");
    g_assert_nonnull(second);
    open_on(shop, care_date_add_days(late, 1));
    next_day = send(shop, invoice, "reminder");
    g_assert_nonnull(next_day);
}

static CareRecord *
complain(Shop *shop, CareRecord *customer, CareId job)
{
    CareRecord *complaint = CARE_RECORD(care_complaint_new());

    care_record_set_int(complaint, CARE_COMPLAINT_CUSTOMER, care_record_id(customer));
    if (job != 0)
        care_record_set_int(complaint, CARE_COMPLAINT_JOB, job);
    care_record_set_text(complaint, CARE_COMPLAINT_WORDS, "It squeals again");
    care_record_set_int(complaint, CARE_COMPLAINT_RECEIVED, care_clock_now(shop->clock));
    shop_save(shop, complaint);
    return complaint;
}

static void
resolve(Shop *shop, CareRecord *complaint)
{
    CareInstant received = care_record_int(complaint, CARE_COMPLAINT_RECEIVED);

    care_record_set_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED, received);
    care_record_set_int(complaint, CARE_COMPLAINT_RESOLVED, received);
    care_record_set_text(complaint, CARE_COMPLAINT_CAUSE, "Pads not bedded in");
    care_record_set_text(complaint, CARE_COMPLAINT_CONFIRMATION, "confirmed");
    shop_save(shop, complaint);
}

static gboolean
is_on_today(Shop *shop)
{
    g_autoptr(CareToday) today = shop_today(shop, late);

    return today_line(today, CARE_DUE_OVERDUE) != NULL;
}

static void
test_waits_for_a_complaint(Shop *shop, gconstpointer about_the_job)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) invoice = add_invoice(shop, customer);
    CareId job = care_record_int(invoice, CARE_INVOICE_JOB);
    g_autoptr(CareRecord) complaint = NULL;
    g_autoptr(CareRecord) sent = NULL;

    open_on(shop, late);
    g_assert_true(is_on_today(shop));
    complaint = complain(shop, customer, about_the_job ? job : 0);
    g_assert_false(is_on_today(shop));
    g_assert_null(send(shop, invoice, "reminder"));
    resolve(shop, complaint);
    g_assert_true(is_on_today(shop));
    sent = send(shop, invoice, "reminder");
    g_assert_nonnull(sent);
}

static void
test_another_job_is_another_matter(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) invoice = add_invoice(shop, customer);
    g_autoptr(CareRecord) other = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) complaint = NULL;
    g_autoptr(CareRecord) sent = NULL;

    open_on(shop, late);
    complaint = complain(shop, customer, care_record_id(other));
    g_assert_true(is_on_today(shop));
    sent = send(shop, invoice, "reminder");
    g_assert_nonnull(sent);
}

static void
test_paid_is_paid(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) invoice = add_invoice(shop, customer);

    pay(shop, invoice, 7450);
    open_on(shop, late);
    g_assert_null(send(shop, invoice, "reminder"));
}

static void
add(const char *path, void (*func)(Shop *, gconstpointer), gconstpointer data)
{
    g_test_add(path, Shop, data, shop_set_up_seller, func, shop_tear_down);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    add("/reminder/that-invoice", test_says_that_very_invoice, NULL);
    add("/reminder/sent", test_sending_marks_it_once, NULL);
    add("/reminder/taken-back", test_taken_back_it_was_not_sent, NULL);
    add("/reminder/due", test_not_before_it_is_due, NULL);
    add("/reminder/day-of-the-country", test_day_of_the_country, NULL);
    add("/reminder/twice", test_never_twice_on_one_day, NULL);
    add("/reminder/complaint-job", test_waits_for_a_complaint, GINT_TO_POINTER(TRUE));
    add("/reminder/complaint", test_waits_for_a_complaint, NULL);
    add("/reminder/other-job", test_another_job_is_another_matter, NULL);
    add("/reminder/paid", test_paid_is_paid, NULL);
    return g_test_run();
}
