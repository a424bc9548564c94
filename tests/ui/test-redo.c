/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever Ctrl+Z takes back, Ctrl+Shift+Z brings back, and what was taken back after it as well. A gate holds this table
 * against the files that offer an Undo. */
#include "dialog-shop.h"

#include "exchange/json/record-json.h"
#include "model/feedback.h"
#include "service/invoices/payment-record.h"
#include "service/shop-acts.h"
#include "ui/invoices/invoice-pay-back.h"
#include "ui/invoices/payment-undo.h"
#include "ui/jobs/job-moves.h"
#include "ui/kit/delete.h"
#include "ui/kit/inline-edits.h"
#include "ui/kit/question.h"
#include "ui/kit/take-back.h"
#include "ui/parts/contact-undo.h"
#include "ui/preferences/setting-value.h"
#include "ui/today/deferring.h"

/* One of each act; prepare makes what it is done to. */
typedef struct {
    const char *file; /* that offers the Undo */
    const char *name;
    CareRecord *(*prepare)(Fixture *fixture); /* transfer full */
    void (*act)(Fixture *fixture, CareRecord *what);
} Act;

static Shop
shop_of(Fixture *fixture)
{
    return (Shop){ .store = fixture->store };
}

static CareRecord *
customer_of(Fixture *fixture)
{
    return care_store_get(fixture->store, &care_customer_kind, fixture->customer, NULL);
}

static int
compare_lines(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* What is done again has an id of its own where it was not kept. */
static char *
without_ids(char *line)
{
    g_autoptr(GRegex) ids = g_regex_new("\"[0-9]{15,}\"", 0, 0, NULL);
    g_autofree char *owned = line;

    return g_regex_replace_literal(ids, owned, -1, 0, "#", 0, NULL);
}

static void
add_lines(Fixture *fixture, const CareKind *kind, GPtrArray *lines)
{
    Shop shop = shop_of(fixture);
    g_autofree char *sql = g_strdup_printf("SELECT id FROM %s WHERE deleted_at IS NULL", kind->name);
    g_autoptr(GPtrArray) records = shop_records(&shop, kind, sql);

    for (guint i = 0; i < records->len; i++) {
        JsonNode *node = care_record_to_json(records->pdata[i], "EUR", CARE_RECORD_JSON_PLAIN);
        g_autofree char *line = without_ids(care_json_to_line(node));

        g_ptr_array_add(lines, g_strdup_printf("%s %s", kind->name, line));
        json_node_unref(node);
    }
}

/* All that is in the shop. */
static char *
shop_now(Fixture *fixture)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *name = care_store_setting(fixture->store, CARE_SETTING_SHOP_TAGLINE);

    for (const CareKind *const *kind = care_kinds(); *kind; kind++)
        add_lines(fixture, *kind, lines);
    g_ptr_array_sort(lines, compare_lines);
    g_ptr_array_add(lines, g_strdup(name));
    g_ptr_array_add(lines, NULL);
    return g_strjoinv("\n", (char **)lines->pdata);
}

/* Until something more can be taken back, or done again. */
static void
wait_for_more(guint mark)
{
    for (gint64 end = g_get_monotonic_time() + 5 * G_USEC_PER_SEC; care_undo_mark() == mark;) {
        g_assert_cmpint(g_get_monotonic_time(), <, end);
        g_main_context_iteration(NULL, FALSE);
    }
    test_settle();
}

static void
assert_after(Fixture *fixture, gboolean (*key)(GtkWidget *widget), const char *wanted)
{
    guint mark = care_undo_mark();
    g_autofree char *now = NULL;

    g_assert_true(key(fixture->window));
    wait_for_more(mark);
    now = shop_now(fixture);
    g_assert_cmpstr(now, ==, wanted);
}

static void
edit_another(Fixture *fixture)
{
    g_autoptr(CareRecord) before = device_new(fixture, "City bike");
    g_autoptr(CareRecord) after = NULL;

    save(fixture, before);
    after = care_record_copy(before);
    care_record_set_text(after, CARE_DEVICE_BRAND, "Lorry");
    care_flow_save_now(fixture->store, after, before, NULL);
    care_take_back_offer(fixture->window, fixture->store, before, after, NULL);
}

/* Something is done before it, and both are taken back and done again. */
static void
test_act(Fixture *fixture, gconstpointer data)
{
    const Act *act = data;
    g_autofree char *none = NULL;
    g_autofree char *without = NULL;
    g_autofree char *with = NULL;
    g_autoptr(CareRecord) what = NULL;
    guint mark;

    what = act->prepare ? act->prepare(fixture) : NULL;
    edit_another(fixture);
    without = shop_now(fixture);
    mark = care_undo_mark();
    act->act(fixture, what);
    wait_for_more(mark);
    with = shop_now(fixture);
    g_assert_cmpstr(with, !=, without);

    assert_after(fixture, care_toast_undo_last, without);
    mark = care_undo_mark();
    g_assert_true(care_toast_undo_last(fixture->window));
    wait_for_more(mark);
    none = shop_now(fixture);
    g_assert_cmpstr(none, !=, without);
    assert_after(fixture, care_toast_redo_last, without);
    assert_after(fixture, care_toast_redo_last, with);
    assert_after(fixture, care_toast_undo_last, without);
    assert_after(fixture, care_toast_redo_last, with);
}

/* Jobs */

static CareRecord *
received(Fixture *fixture)
{
    Shop shop = shop_of(fixture);
    g_autoptr(CareRecord) customer = customer_of(fixture);
    g_autoptr(CareRecord) plan = shop_add_plan(&shop);

    return shop_add_job(&shop, customer, plan);
}

static CareRecord *
received_without_plan(Fixture *fixture)
{
    Shop shop = shop_of(fixture);
    g_autoptr(CareRecord) customer = customer_of(fixture);

    return shop_add_job(&shop, customer, NULL);
}

static CareRecord *
moved_on(Fixture *fixture, const char *status)
{
    Shop shop = shop_of(fixture);
    g_autoptr(CareRecord) job = received(fixture);

    return shop_move(&shop, job, status);
}

static CareRecord *
ready(Fixture *fixture)
{
    return moved_on(fixture, "ready");
}

static CareRecord *
collected(Fixture *fixture)
{
    return moved_on(fixture, "collected");
}

static CareRecord *
cancelled(Fixture *fixture)
{
    return moved_on(fixture, "cancelled");
}

static void
start_work(Fixture *fixture, CareRecord *job)
{
    care_job_move(fixture->window, fixture->context, job, "working");
}

static void
finish(Fixture *fixture, CareRecord *job)
{
    care_job_move(fixture->window, fixture->context, job, "ready");
}

static void
hand_over(Fixture *fixture, CareRecord *job)
{
    care_job_move(fixture->window, fixture->context, job, "collected");
}

static void
say_why(Fixture *fixture, CareRecord *job, const char *status, const char *why)
{
    care_job_move(fixture->window, fixture->context, job, status);
    gtk_editable_set_text(GTK_EDITABLE(in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "")), why);
    press_save(fixture);
}

static void
hand_over_for_good(Fixture *fixture, CareRecord *job)
{
    say_why(fixture, job, "collected", "She moves away");
}

static void
cancel(Fixture *fixture, CareRecord *job)
{
    say_why(fixture, job, "cancelled", "Too dear for <b>her</b>");
}

/* Contacts */

static void
on_logged(GObject *source, GAsyncResult *result, gpointer data)
{
    Fixture *fixture = data;
    CareContactAbout about = { CARE_DUE_N_RULES, 0, TRUE, 0, 0 };
    CareId contact = care_contact_log_finish(CARE_STORE(source), result, &about.answer, NULL);

    care_contact_offer_undo(fixture->window, fixture->store, contact, &about, "Logged");
}

static CareRecord *
call(Fixture *fixture, CareRecord *job)
{
    CareRecord *call = CARE_RECORD(care_interaction_new());

    care_record_set_int(call, CARE_INTERACTION_CUSTOMER, fixture->customer);
    care_record_set_int(call, CARE_INTERACTION_JOB, care_record_id(job));
    care_record_set_text(call, CARE_INTERACTION_DIRECTION, "out");
    care_record_set_text(call, CARE_INTERACTION_CHANNEL, "phone");
    care_record_set_text(call, CARE_INTERACTION_BODY, "Told her & said <b>yes</b>");
    return call;
}

/* She did not like it, so there is a complaint as well. */
static void
take_answer(Fixture *fixture, CareRecord *job)
{
    const CareContactAbout about = { CARE_DUE_N_RULES, 0, TRUE, 0, 0 };
    g_autoptr(CareRecord) contact = call(fixture, job);
    g_autoptr(CareRecord) answer = CARE_RECORD(care_feedback_new());

    care_record_set_int(answer, CARE_FEEDBACK_CUSTOMER, fixture->customer);
    care_record_set_int(answer, CARE_FEEDBACK_JOB, care_record_id(job));
    care_record_set_int(answer, CARE_FEEDBACK_SCORE, 3);
    care_contact_log_answer_async(fixture->store, contact, &about, answer, NULL, on_logged, fixture);
}

typedef struct {
    Fixture *fixture;
    CareContactAbout about;
} Telling;

static void
on_told(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autofree Telling *telling = data;
    CareId contact = care_contact_log_finish(CARE_STORE(source), result, NULL, NULL);

    care_contact_offer_undo(telling->fixture->window, telling->fixture->store, contact, &telling->about,
                            "Logged");
}

static void
get_in_touch(Fixture *fixture, CareRecord *job, gboolean reached)
{
    g_autoptr(CareRecord) contact = call(fixture, job);
    Telling telling = { fixture, { CARE_DUE_TO_TELL, care_record_id(job), reached, 0, 0 } };

    care_contact_log_async(fixture->store, contact, &telling.about, NULL, on_told,
                           g_memdup2(&telling, sizeof telling));
}

static void
tell(Fixture *fixture, CareRecord *job)
{
    get_in_touch(fixture, job, TRUE);
}

static void
try_to_tell(Fixture *fixture, CareRecord *job)
{
    get_in_touch(fixture, job, FALSE);
}

/* Money */

/* Of 74.50. */
static CareRecord *
issued(Fixture *fixture)
{
    Shop shop = shop_of(fixture);
    g_autoptr(CareRecord) customer = customer_of(fixture);
    CareMoney payable = 0;

    g_assert_nonnull(care_store_run(fixture->store, shop_write_seller, fixture, NULL, NULL));
    return shop_add_issued(&shop, customer, &payable);
}

/* She paid too much of this one, and has another. */
static CareRecord *
overpaid(Fixture *fixture)
{
    Shop shop = shop_of(fixture);
    CareRecord *paid = issued(fixture);
    g_autoptr(CareRecord) other = issued(fixture);
    g_autoptr(CareRecord) payment = shop_add_payment(&shop, paid, 9000);
    CareRecord *now = shop_stored(&shop, paid);

    g_object_unref(paid);
    return now;
}

static void
on_recorded(GObject *source, GAsyncResult *result, gpointer data)
{
    Fixture *fixture = data;
    g_autoptr(CareRecord) payment = care_payment_record_finish(CARE_STORE(source), result, NULL);

    care_payment_offer_undo(fixture->window, fixture->store, payment, 7450);
}

static void
pay(Fixture *fixture, CareRecord *invoice)
{
    g_autoptr(CareRecord) payment = CARE_RECORD(care_payment_new());

    care_record_set_int(payment, CARE_PAYMENT_INVOICE, care_record_id(invoice));
    care_record_set_int(payment, CARE_PAYMENT_AMOUNT, 8000);
    care_payment_record_async(fixture->store, payment, 7450, NULL, on_recorded, fixture);
}

static void
carry_over(Fixture *fixture, CareRecord *invoice)
{
    care_invoice_carry_over(fixture->window, fixture->context, invoice);
}

/* Today */

static CareDeferring *
deferring(Fixture *fixture)
{
    g_autoptr(CareToday) today = care_today_compute(care_store_reader(fixture->store),
                                                    care_context_get_clock(fixture->context), NULL);

    return care_deferring_new(fixture->window, fixture->context, today_line(today, CARE_DUE_TO_TELL));
}

static void
put_off(Fixture *fixture, CareRecord *job)
{
    care_deferring_put_off(deferring(fixture), (CareDate){ 2026, 11, 26 }, 0, (CareDate){ 2026, 11, 24 });
}

static void
let_go(Fixture *fixture, CareRecord *job)
{
    care_deferring_let_go(deferring(fixture), "She knows");
}

/* Any record */

static CareRecord *
device(Fixture *fixture)
{
    CareRecord *device = device_new(fixture, "Cargo bike");

    save(fixture, device);
    return device;
}

static CareRecord *
deleted(Fixture *fixture)
{
    Shop shop = shop_of(fixture);
    CareRecord *gone = device(fixture);

    shop_remove(&shop, gone);
    return gone;
}

static void delete(Fixture *fixture, CareRecord *device)
{
    care_delete_with_undo(fixture->window, fixture->store, &care_device_kind, care_record_id(device),
                          "Cargo bike deleted");
}

static void
bring_back(Fixture *fixture, CareRecord *device)
{
    care_bring_back_with_undo(fixture->window, fixture->store, &care_device_kind, care_record_id(device),
                              "Cargo bike", NULL);
}

static void
edit(Fixture *fixture, CareRecord *device)
{
    g_autoptr(CareRecord) before = care_record_copy(device);

    care_record_set_text(device, CARE_DEVICE_BRAND, "Hammer");
    g_assert_true(care_flow_save_now(fixture->store, device, before, NULL));
    care_take_back_offer(fixture->window, fixture->store, before, device, NULL);
}

static void
edit_silently(Fixture *fixture, CareRecord *device)
{
    g_autoptr(CareRecord) before = care_record_copy(device);

    care_record_set_text(device, CARE_DEVICE_BRAND, "Hammer");
    g_assert_true(care_flow_save_now(fixture->store, device, before, NULL));
    care_take_back_remember(fixture->window, fixture->store, before, device);
}

static void
add(Fixture *fixture, CareRecord *what)
{
    g_autoptr(CareRecord) none = CARE_RECORD(care_device_new());
    g_autoptr(CareRecord) added = device(fixture);

    care_take_back_offer(fixture->window, fixture->store, none, added, NULL);
}

static void
set_tagline(Fixture *fixture, CareRecord *what)
{
    care_setting_save(fixture->store, CARE_SETTING_SHOP_TAGLINE, "Tagline", "We mend what you love");
}

static const Act acts[] = {
    { "jobs/job-move-undo.c", "started", received, start_work },
    { "jobs/job-move-undo.c", "ready", received, finish },
    { "jobs/job-move-undo.c", "handed-over", ready, hand_over },
    { "jobs/job-move-undo.c", "handed-over-without-aftercare", received_without_plan, hand_over_for_good },
    { "jobs/job-move-undo.c", "cancelled", received, cancel },
    { "jobs/job-move-undo.c", "cancelled-after-hand-over", collected, cancel },
    { "jobs/job-move-undo.c", "taken-up-again", cancelled, start_work },
    { "jobs/job-move-undo.c", "back-to-work", collected, start_work },
    { "parts/contact-undo.c", "told", ready, tell },
    { "parts/contact-undo.c", "tried", ready, try_to_tell },
    { "parts/contact-undo.c", "answered", collected, take_answer },
    { "invoices/payment-undo.c", "paid", issued, pay },
    { "invoices/payment-undo.c", "carried-over", overpaid, carry_over },
    { "today/deferring.c", "put-off", ready, put_off },
    { "today/deferring.c", "let-go", ready, let_go },
    { "kit/delete.c", "deleted", device, delete },
    { "kit/delete.c", "brought-back", deleted, bring_back },
    { "kit/take-back.c", "edited", device, edit },
    { "kit/take-back.c", "edited-silently", device, edit_silently },
    { "kit/take-back.c", "added", NULL, add },
    { "preferences/setting-change.c", "setting", NULL, set_tagline },
};

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    for (gsize i = 0; i < G_N_ELEMENTS(acts); i++) {
        g_autofree char *path = g_strconcat("/redo/", acts[i].name, NULL);

        g_test_add(path, Fixture, &acts[i], set_up, test_act, tear_down);
    }
    return g_test_run();
}
