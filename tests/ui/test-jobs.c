/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Jobs in words, and the intake's pickers. */

#include "display.h"

#include "model/customer.h"
#include "model/device.h"
#include "model/job-line.h"
#include "model/job.h"
#include "service/flow.h"
#include "ui/jobs/customer-picker.h"
#include "ui/jobs/device-picker.h"
#include "ui/jobs/job-words.h"

static const CareDate today = { 2026, 11, 24 };

/* What is late, what is for today and so on, and for how long it has been late. */
static void
test_groups(void)
{
    static const struct {
        const char *status, *promised;
        CareJobGroup group;
        const char *late;
    } cases[] = {
        { "working", "2026-11-26", CARE_JOB_DUE_LATER, NULL },
        { "working", "2026-11-25", CARE_JOB_DUE_TOMORROW, NULL },
        { "working", "2026-11-24", CARE_JOB_DUE_TODAY, NULL },
        { "received", "2026-11-20", CARE_JOB_LATE, "4 days late" },
        { "working", NULL, CARE_JOB_DUE_LATER, NULL },
        { "waiting", "2026-11-25", CARE_JOB_WAITS_FOR_PART, NULL },
        { "waiting", NULL, CARE_JOB_WAITS_FOR_PART, NULL },
        { "waiting", "2026-11-24", CARE_JOB_DUE_TODAY, NULL },
        { "waiting", "2026-11-23", CARE_JOB_LATE, "1 day late" },
        { "ready", "2026-11-23", CARE_JOB_TO_COLLECT, NULL },
        { "collected", "2026-11-20", CARE_JOB_NO_GROUP, NULL },
        { "cancelled", "2026-11-20", CARE_JOB_STILL_HERE, NULL },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());
        g_autofree char *late = NULL;

        care_record_set_text(job, CARE_JOB_STATUS, cases[i].status);
        care_record_set_text(job, CARE_JOB_PROMISED, cases[i].promised);
        late = care_job_lateness(job, today);
        g_assert_cmpint(care_job_group(job, today), ==, cases[i].group);
        g_assert_cmpstr(late, ==, cases[i].late);
    }
}

static void
set_days_ago(CareRecord *job, int field, CareClock *clock, int days)
{
    if (days >= 0)
        care_record_set_int(job, field, care_clock_now(clock) - days * (CareInstant)86400);
}

/* What stands beside a job in the list, at noon of a Tuesday. */
static void
test_standing(void)
{
    static const struct {
        const char *status, *promised, *time;
        int finished, told, ended; /* days ago; -1: not */
        const char *words;
        gboolean warns;
    } cases[] = {
        { "working", "2026-11-24", "16:00", -1, -1, -1, "promised today, 16:00", FALSE },
        { "received", "2026-11-25", NULL, -1, -1, -1, "promised tomorrow", FALSE },
        { "working", "2026-11-27", "16:00", -1, -1, -1, "promised Friday, 16:00", FALSE },
        { "working", NULL, NULL, -1, -1, -1, "no day promised", FALSE },
        { "working", "2026-11-21", "16:00", -1, -1, -1, "3 days late", TRUE },
        { "received", "2026-11-23", NULL, -1, -1, -1, "1 day late", TRUE },
        { "waiting", NULL, NULL, -1, -1, -1, "waiting for a part", FALSE },
        { "waiting", "2026-11-27", NULL, -1, -1, -1, "promised Friday, waiting for a part", FALSE },
        { "waiting", "2026-11-21", NULL, -1, -1, -1, "3 days late, waiting for a part", TRUE },
        { "ready", "2026-11-21", NULL, 4, -1, -1, "ready since Friday, not told", TRUE },
        { "ready", "2026-11-21", NULL, 4, 3, -1, "ready since Friday", FALSE },
        { "ready", NULL, NULL, -1, -1, -1, "ready, not told", TRUE },
        { "collected", "2026-11-21", NULL, 4, 3, 1, "collected yesterday", FALSE },
        { "cancelled", "2026-11-21", NULL, -1, -1, -1, "cancelled, still here", FALSE },
        { "cancelled", "2026-11-21", NULL, -1, -1, 0, "cancelled, handed back today", FALSE },
    };
    g_autoptr(CareClock) clock = care_clock_new_fixed(today);

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());
        gboolean collected = g_str_equal(cases[i].status, "collected");
        g_autofree char *words = NULL;
        gboolean warns;

        care_record_set_text(job, CARE_JOB_STATUS, cases[i].status);
        care_record_set_text(job, CARE_JOB_PROMISED, cases[i].promised);
        care_record_set_text(job, CARE_JOB_PROMISED_TIME, cases[i].time);
        set_days_ago(job, CARE_JOB_FINISHED, clock, cases[i].finished);
        set_days_ago(job, CARE_JOB_TOLD, clock, cases[i].told);
        set_days_ago(job, collected ? CARE_JOB_COLLECTED : CARE_JOB_RETURNED, clock, cases[i].ended);
        words = care_job_standing(job, clock, &warns);
        g_assert_cmpstr(words, ==, cases[i].words);
        g_assert_true(warns == cases[i].warns);
    }
}

static void
test_lines(void)
{
    static const struct {
        const char *kind;
        CareDecimal quantity, price;
        const char *caption;
        CareMoney amount;
        const char *unit;
    } cases[] = {
        { "labour", 750000, 60000000, "Labour, 0.75", 4500 },
        { "part", 2000000, 14750000, "2 pieces", 2950 },
        { "part", 1000000, 14750000, "1 piece", 1475 },
        { "fee", 1000000, 5000000, "Fee", 500 },
        { "part", 1, 5000000, "0.000001 pieces", 0 },
        { "labour", 1000000, 5000000, "Labour", 500 },
        { "labour", 1500000, 10000000, "Labour, 1.5 h", 1500, "HUR" },
        { "labour", 1000000, 5000000, "Labour, 1 h", 500, "HUR" },
        { "part", 1000000, 5000000, "1 piece", 500, "C62" },
        { "part", 3000000, 1000000, "3 m", 300, "MTR" },
        { "part", G_MAXINT64, G_MAXINT64, NULL, 0 },
    };
    g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        CareRecord *line = care_record_list_add(job, CARE_JOB_LINES);
        g_autofree char *caption = NULL;

        care_record_set_text(line, CARE_JOB_LINE_KIND, cases[i].kind);
        care_record_set_text(line, CARE_JOB_LINE_UNIT, cases[i].unit);
        care_record_set_int(line, CARE_JOB_LINE_QUANTITY, cases[i].quantity);
        care_record_set_int(line, CARE_JOB_LINE_PRICE, cases[i].price);
        caption = care_job_line_caption(line);
        if (cases[i].caption)
            g_assert_cmpstr(caption, ==, cases[i].caption);
        g_assert_cmpint(care_job_line_amount(line, "EUR"), ==, cases[i].amount);
    }
    g_assert_cmpint(care_job_lines_total(job, "EUR"), ==, 4500 + 2950 + 1475 + 500 + 3300);
}

static void
test_agreement(void)
{
    g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
    g_autofree char *nobody = care_job_agreement(job, utc, today);
    g_autofree char *words = NULL;

    g_assert_null(nobody);
    care_record_set_text(job, CARE_JOB_AGREED_BY, "Priya");
    care_record_set_text(job, CARE_JOB_AGREED_HOW, "counter");
    care_record_set_int(job, CARE_JOB_AGREED_AT, care_instant_of_date(today, 10, 42, utc));
    words = care_job_agreement(job, utc, today);
    g_assert_cmpstr(words, ==, "Priya said yes at the counter, 10:42");
}

static void
test_next(void)
{
    g_assert_cmpstr(care_job_next_status("received"), ==, "working");
    g_assert_cmpstr(care_job_next_status("waiting"), ==, "working");
    g_assert_cmpstr(care_job_next_status("working"), ==, "ready");
    g_assert_cmpstr(care_job_next_status("ready"), ==, "collected");
    g_assert_null(care_job_next_status("collected"));
    g_assert_null(care_job_next_status("cancelled"));
    g_assert_cmpstr(care_job_move_label("received", "working"), ==, "Start Work");
    g_assert_cmpstr(care_job_move_label("ready", "working"), ==, "Reopen");
}

typedef struct {
    CareContext *context;
    CareStore *store;
    GtkListBox *list;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data)
{
    f->context = test_context_new();
    f->store = care_context_get_store(f->context);
    f->list = g_object_ref_sink(GTK_LIST_BOX(gtk_list_box_new()));
}

static void
tear_down(Fixture *f, gconstpointer data)
{
    g_object_unref(f->list);
    g_object_unref(f->context);
}

/* What has letters is a name, what has only digits a number. */
static void
test_new_customer(Fixture *f, gconstpointer data)
{
    static const struct {
        const char *typed, *name, *phone;
    } cases[] = {
        { "Bea Koch", "Bea Koch", NULL },
        { "0157 335-21", NULL, "0157 335-21" },
        { "Studio 7", "Studio 7", NULL },
    };
    CareCustomerPicker *picker = care_customer_picker_new(f->list, f->store);

    g_assert_false(care_customer_picker_check(picker));
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        CareRecord *fresh;

        care_customer_picker_begin_new(picker, cases[i].typed);
        fresh = care_customer_picker_get_new(picker);
        g_assert_cmpstr(care_record_text(fresh, CARE_CUSTOMER_NAME), ==, cases[i].name);
        g_assert_cmpuint(care_record_list_length(fresh, CARE_CUSTOMER_PHONES), ==, cases[i].phone != NULL);
        g_assert_true(care_customer_picker_check(picker) == (cases[i].name != NULL));
    }
}

/* Whoever was typed with a number has both: what is typed next is no number, and must not take its place. */
static void
test_cursor_after_number(Fixture *f, gconstpointer data)
{
    GtkWidget *window = gtk_window_new();
    CareCustomerPicker *picker = care_customer_picker_new(f->list, f->store);
    GtkWidget *device = adw_entry_row_new();
    GtkWidget *focus;

    gtk_list_box_append(f->list, device);
    gtk_window_set_child(GTK_WINDOW(window), GTK_WIDGET(f->list));
    gtk_window_present(GTK_WINDOW(window));
    test_settle();
    care_customer_picker_begin_new(picker, "Nora Lee 0171 5550001");
    test_settle();
    focus = gtk_window_get_focus(GTK_WINDOW(window));
    g_assert_true(focus && gtk_widget_is_ancestor(focus, device));
    care_customer_picker_begin_new(picker, "Nora Lee");
    test_settle();
    focus = gtk_window_get_focus(GTK_WINDOW(window));
    g_assert_cmpstr(adw_preferences_row_get_title(
                        ADW_PREFERENCES_ROW(gtk_widget_get_ancestor(focus, ADW_TYPE_ENTRY_ROW))),
                    ==, "Phone");
    gtk_window_set_child(GTK_WINDOW(window), NULL);
    gtk_window_destroy(GTK_WINDOW(window));
}

static CareId
add_customer(Fixture *f, const char *name)
{
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());
    g_autoptr(GError) error = NULL;

    care_record_set_text(customer, CARE_CUSTOMER_NAME, name);
    care_record_set_text(customer, CARE_CUSTOMER_TYPE, "person");
    care_flow_save_now(f->store, customer, NULL, &error);
    g_assert_no_error(error);
    return care_record_id(customer);
}

static void
test_chosen_customer(Fixture *f, gconstpointer data)
{
    CareCustomerPicker *picker = care_customer_picker_new(f->list, f->store);
    CareId id = add_customer(f, "Bea Koch");

    care_customer_picker_set_id(picker, id);
    g_assert_true(care_customer_picker_check(picker));
    g_assert_cmpint(care_customer_picker_get_id(picker), ==, id);
    g_assert_cmpstr(care_customer_picker_get_name(picker), ==, "Bea Koch");
    g_assert_null(care_customer_picker_get_new(picker));
    care_customer_picker_set_id(picker, 12345);
    g_assert_cmpint(care_customer_picker_get_id(picker), ==, 0);
}

static void
test_devices(Fixture *f, gconstpointer data)
{
    CareDevicePicker *picker = care_device_picker_new(f->list, f->store);
    g_autoptr(CareRecord) device = CARE_RECORD(care_device_new());
    g_autoptr(CareRecord) another = CARE_RECORD(care_device_new());
    CareId customer = add_customer(f, "Bea Koch");

    care_record_set_text(device, CARE_DEVICE_NAME, "e-bike");
    care_record_set_int(device, CARE_DEVICE_CUSTOMER, customer);
    g_assert_true(care_flow_save_now(f->store, device, NULL, NULL));
    care_device_picker_set_customer(picker, customer);
    g_assert_cmpint(care_device_picker_get_id(picker), ==, care_record_id(device));
    g_assert_null(care_device_picker_get_new(picker));
    care_record_set_text(another, CARE_DEVICE_NAME, "trailer");
    care_device_picker_take_new(picker, another);
    g_assert_cmpint(care_device_picker_get_id(picker), ==, 0);
    g_assert_cmpstr(care_record_text(care_device_picker_get_new(picker), CARE_DEVICE_NAME), ==, "trailer");
}

/* Its sort or its serial alone is a device as well: none of it is dropped. */
static void
test_device_without_name(Fixture *f, gconstpointer data)
{
    CareDevicePicker *picker = care_device_picker_new(f->list, f->store);
    g_autoptr(CareRecord) device = CARE_RECORD(care_device_new());

    care_device_picker_set_customer(picker, add_customer(f, "Bea Koch"));
    g_assert_true(care_device_picker_check(picker));
    care_record_set_text(device, CARE_DEVICE_SERIAL, "WX 77");
    care_device_picker_take_new(picker, device);
    g_assert_cmpstr(care_record_text(care_device_picker_get_new(picker), CARE_DEVICE_SERIAL), ==, "WX 77");
    g_assert_false(care_device_picker_check(picker));
    care_record_set_text(device, CARE_DEVICE_KIND, "bike");
    care_device_picker_take_new(picker, device);
    g_assert_true(care_device_picker_check(picker));
    g_assert_cmpstr(care_record_text(care_device_picker_get_new(picker), CARE_DEVICE_NAME), ==, "bike");
}

static void
add_icons(GtkWidget *widget, GPtrArray *icons)
{
    if (GTK_IS_IMAGE(widget) && gtk_image_get_icon_name(GTK_IMAGE(widget)))
        g_ptr_array_add(icons, (gpointer)gtk_image_get_icon_name(GTK_IMAGE(widget)));
    for (GtkWidget *c = gtk_widget_get_first_child(widget); c; c = gtk_widget_get_next_sibling(c))
        if (gtk_widget_get_visible(c) || ADW_IS_ENTRY_ROW(widget))
            add_icons(c, icons);
}

static gboolean
is_pen(const char *icon)
{
    return g_str_has_prefix(icon, "document-edit") || g_str_has_prefix(icon, "care-pen");
}

/* To write a name and to choose somebody else are two things, and look like two. */
static void
test_one_pen(Fixture *f, gconstpointer data)
{
    CareCustomerPicker *picker = care_customer_picker_new(f->list, f->store);

    care_customer_picker_begin_new(picker, "Nora Lee");
    for (GtkWidget *row = gtk_widget_get_first_child(GTK_WIDGET(f->list)); row;
         row = gtk_widget_get_next_sibling(row)) {
        g_autoptr(GPtrArray) icons = g_ptr_array_new();
        guint pens = 0;

        add_icons(row, icons);
        for (guint i = 0; i < icons->len; i++)
            pens += is_pen(icons->pdata[i]);
        g_assert_cmpuint(pens, <=, 1);
    }
}

#define ADD(path, func) g_test_add(path, Fixture, NULL, set_up, func, tear_down)

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    g_test_add_func("/jobs/groups", test_groups);
    g_test_add_func("/jobs/standing", test_standing);
    g_test_add_func("/jobs/lines", test_lines);
    g_test_add_func("/jobs/agreement", test_agreement);
    g_test_add_func("/jobs/next", test_next);
    ADD("/jobs/customer/new", test_new_customer);
    ADD("/jobs/customer/cursor-after-number", test_cursor_after_number);
    ADD("/jobs/customer/chosen", test_chosen_customer);
    ADD("/jobs/customer/one-pen", test_one_pen);
    ADD("/jobs/devices", test_devices);
    ADD("/jobs/devices/without-name", test_device_without_name);
    return g_test_run();
}
