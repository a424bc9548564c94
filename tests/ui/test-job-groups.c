/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is in the shop, in groups that follow the rows and the day. */
#include "display.h"

#include "common/records.h"
#include "model/customer.h"
#include "model/event.h"
#include "model/staff.h"
#include "ui/jobs/job-groups.h"
#include "ui/jobs/job-history.h"

#define MANY 400

typedef struct {
    CareContext *context;
    CareStore *store;
    CareJobGroups *groups;
    GHashTable *ids; /* a word of ours → CareId */
} Fixture;

/* On Tuesday the 24th: whose, how it stands, what was promised, when it was ready and told. They were taken in in another
 * order than they stand in. */
static const struct {
    const char *name, *status, *promised, *time;
    CareInstant ready, told;
} jobs[] = {
    { "someday", "working", NULL, NULL, 0, 0 },
    { "later", "received", "2026-11-30", NULL, 0, 0 },
    { "today", "working", "2026-11-24", NULL, 0, 0 },
    { "evening", "received", "2026-11-24", "18:00", 0, 0 },
    { "noon", "working", "2026-11-24", "12:00", 0, 0 },
    { "late", "waiting", "2026-11-20", NULL, 0, 0 },
    { "part", "waiting", "2026-11-25", NULL, 0, 0 },
    { "tomorrow", "working", "2026-11-25", NULL, 0, 0 },
    { "told", "ready", "2026-11-18", NULL, 1795000000, 1795100000 },
    { "new", "ready", "2026-11-19", NULL, 1795400000, 0 },
    { "done", "ready", "2026-11-20", NULL, 1795300000, 0 },
    { "dropped", "cancelled", "2026-11-20", NULL, 0, 0 },
    { "gone", "collected", "2026-11-20", NULL, 0, 0 },
};

static void
save(Fixture *f, CareRecord *record)
{
    g_autoptr(GError) error = NULL;

    care_test_store_save(f->store, record, &error);
    g_assert_no_error(error);
}

static void
set_instant(CareRecord *job, int field, CareInstant at)
{
    if (at != 0)
        care_record_set_int(job, field, at);
}

static void
set_up(Fixture *f, gconstpointer data)
{
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());

    f->context = test_context_new();
    f->store = care_context_get_store(f->context);
    f->ids = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    care_record_set_text(customer, CARE_CUSTOMER_NAME, "Bea Koch");
    save(f, customer);
    for (gsize i = 0; i < G_N_ELEMENTS(jobs); i++) {
        g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());
        CareId id;

        care_record_set_int(job, CARE_JOB_CUSTOMER, care_record_id(customer));
        care_record_set_text(job, CARE_JOB_STATUS, jobs[i].status);
        care_record_set_text(job, CARE_JOB_PROMISED, jobs[i].promised);
        care_record_set_text(job, CARE_JOB_PROMISED_TIME, jobs[i].time);
        set_instant(job, CARE_JOB_FINISHED, jobs[i].ready);
        set_instant(job, CARE_JOB_TOLD, jobs[i].told);
        save(f, job);
        id = care_record_id(job);
        g_hash_table_insert(f->ids, (gpointer)jobs[i].name, g_memdup2(&id, sizeof id));
    }
    f->groups = care_job_groups_new(f->store);
    care_job_groups_set_day(f->groups, (CareDate){ 2026, 11, 24 });
}

static void
tear_down(Fixture *f, gconstpointer data)
{
    g_object_unref(f->groups);
    g_hash_table_unref(f->ids);
    g_object_unref(f->context);
}

static CareId
id_of(Fixture *f, const char *name)
{
    return *(CareId *)g_hash_table_lookup(f->ids, name);
}

static const char *
name_of(Fixture *f, CareId id)
{
    for (gsize i = 0; i < G_N_ELEMENTS(jobs); i++)
        if (id_of(f, jobs[i].name) == id)
            return jobs[i].name;
    return "?";
}

/* The jobs as they stand below each other, "late noon …". */
static char *
in_order(Fixture *f)
{
    GListModel *list = care_job_groups_get_jobs(f->groups);
    GString *names = g_string_new(NULL);

    for (guint i = 0; i < g_list_model_get_n_items(list); i++) {
        g_autoptr(CareRecord) job = g_list_model_get_item(list, i);

        g_string_append_printf(names, "%s%s", i > 0 ? " " : "", name_of(f, care_record_id(job)));
    }
    return g_string_free_and_steal(names);
}

static void
stand(Fixture *f, const char *expected)
{
    g_autofree char *names = in_order(f);

    g_assert_cmpstr(names, ==, expected);
}

static void
stand_soon(Fixture *f, const char *expected)
{
    for (gint64 end = g_get_monotonic_time() + 5 * G_USEC_PER_SEC; g_get_monotonic_time() < end;) {
        g_autofree char *names = in_order(f);

        if (g_str_equal(names, expected))
            return;
        g_main_context_iteration(NULL, FALSE);
    }
    stand(f, expected);
}

static void
test_order(Fixture *f, gconstpointer data)
{
    stand(f, "late noon evening today tomorrow later someday part done new told dropped");
    g_assert_cmpint(care_job_groups_count(f->groups, CARE_JOB_NO_GROUP), ==, 12);
    g_assert_cmpint(care_job_groups_count(f->groups, CARE_JOB_DUE_TODAY), ==, 3);
    g_assert_cmpint(care_job_groups_find(f->groups, id_of(f, "part")), ==, CARE_JOB_WAITS_FOR_PART);
    g_assert_cmpint(care_job_groups_find(f->groups, id_of(f, "gone")), ==, CARE_JOB_NO_GROUP);
}

static void
test_next_day(Fixture *f, gconstpointer data)
{
    care_job_groups_set_day(f->groups, (CareDate){ 2026, 11, 25 });
    stand(f, "late noon evening today part tomorrow later someday done new told dropped");
    g_assert_cmpint(care_job_groups_count(f->groups, CARE_JOB_LATE), ==, 4);
    g_assert_cmpint(care_job_groups_count(f->groups, CARE_JOB_WAITS_FOR_PART), ==, 0);
}

static void
change(Fixture *f, const char *name, int field, const char *text)
{
    g_autoptr(CareRecord) job = care_store_get(f->store, &care_job_kind, id_of(f, name), NULL);

    if (field == CARE_JOB_RETURNED)
        care_record_set_int(job, field, care_clock_now(care_context_get_clock(f->context)));
    else
        care_record_set_text(job, field, text);
    save(f, job);
}

static void
test_changes(Fixture *f, gconstpointer data)
{
    change(f, "late", CARE_JOB_STATUS, "ready");
    stand_soon(f, "noon evening today tomorrow later someday part late done new told dropped");
    change(f, "evening", CARE_JOB_PROMISED, "2026-11-23");
    change(f, "someday", CARE_JOB_STATUS, "collected");
    stand_soon(f, "evening noon today tomorrow later part late done new told dropped");
    change(f, "dropped", CARE_JOB_RETURNED, NULL);
    stand_soon(f, "evening noon today tomorrow later part late done new told");
    g_assert_cmpint(care_job_groups_count(f->groups, CARE_JOB_NO_GROUP), ==, 10);
}

typedef struct {
    CareId customer;
    CareJobStatus status;
} Many;

static gboolean
add_many(CareTransaction *transaction, gpointer data, GError **error)
{
    const Many *many = data;

    for (int i = 0; i < MANY; i++) {
        g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());

        care_record_set_int(job, CARE_JOB_CUSTOMER, many->customer);
        care_record_set_text(job, CARE_JOB_STATUS, care_job_status_word(many->status));
        care_record_set_text(job, CARE_JOB_PROMISED, "2026-01-07");
        if (!care_transaction_save(transaction, job, NULL, error))
            return FALSE;
    }
    return TRUE;
}

static void
on_answered(CareJobGroups *groups, gpointer answered)
{
    (*(int *)answered)++;
}

/* More than a frame has time for, ready or cancelled: what is seen first is there at once, and nothing is counted that was not
 * read. */
static void
test_many(Fixture *f, gconstpointer cancelled)
{
    g_autoptr(CareRecord) late = care_store_get(f->store, &care_job_kind, id_of(f, "late"), NULL);
    Many many = { care_record_customer(late), cancelled ? CARE_STATUS_CANCELLED : CARE_STATUS_READY };
    CareJobGroup group = cancelled ? CARE_JOB_STILL_HERE : CARE_JOB_TO_COLLECT;
    g_autoptr(CareJobGroups) groups = care_job_groups_new(f->store);
    GListModel *list = care_job_groups_get_jobs(groups);
    g_autoptr(CareRecord) first = NULL;
    int answered = 0;

    g_assert_true(care_store_write(f->store, add_many, &many, NULL));
    care_job_groups_set_day(groups, (CareDate){ 2026, 11, 24 });
    g_assert_cmpint(care_job_groups_count(groups, group), ==, -1);
    g_assert_cmpuint(g_list_model_get_n_items(list), >=, 9);
    first = g_list_model_get_item(list, 0);
    g_assert_cmpint(care_record_id(first), ==, care_record_id(late));
    g_assert_cmpint(care_job_groups_find(groups, care_record_id(late)), ==, CARE_JOB_LATE);
    g_signal_connect(groups, "answered", G_CALLBACK(on_answered), &answered);
    while (answered == 0)
        g_main_context_iteration(NULL, TRUE);
    g_assert_cmpint(care_job_groups_count(groups, group), ==, MANY + (cancelled ? 1 : 3));
    while (g_list_model_get_n_items(list) < MANY + G_N_ELEMENTS(jobs) - 1)
        g_main_context_iteration(NULL, TRUE);
    g_assert_cmpint(care_job_groups_find(groups, id_of(f, "dropped")), ==, CARE_JOB_STILL_HERE);
}

/* What happened to a job says when, and whose act it was, where somebody is known. */
static void
test_history(Fixture *f, gconstpointer data)
{
    g_autoptr(CareRecord) jonas = CARE_RECORD(care_staff_new());
    g_autoptr(CareRecord) event = CARE_RECORD(care_event_new());
    g_autoptr(CareRecord) job = care_store_get(f->store, &care_job_kind, id_of(f, "today"), NULL);
    g_autoptr(GtkWidget) list = g_object_ref_sink(gtk_list_box_new());
    GtkListBoxRow *row;

    care_record_set_text(jonas, CARE_STAFF_NAME, "Jonas");
    save(f, jonas);
    care_record_set_int(event, CARE_EVENT_CUSTOMER, care_record_customer(job));
    care_record_set_int(event, CARE_EVENT_JOB, care_record_id(job));
    care_record_set_int(event, CARE_EVENT_AT, 1795400000);
    care_record_set_int(event, CARE_EVENT_STAFF, care_record_id(jonas));
    care_record_set_text(event, CARE_EVENT_NAME, "job-told");
    save(f, event);
    care_job_history_fill(GTK_LIST_BOX(list), f->store, care_record_id(job),
                          care_context_get_clock(f->context));
    row = gtk_list_box_get_row_at_index(GTK_LIST_BOX(list), 0);
    g_assert_true(g_str_has_suffix(adw_action_row_get_subtitle(ADW_ACTION_ROW(row)), " · Jonas"));
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    g_test_add("/job-groups/order", Fixture, NULL, set_up, test_order, tear_down);
    g_test_add("/job-groups/next-day", Fixture, NULL, set_up, test_next_day, tear_down);
    g_test_add("/job-groups/many/ready", Fixture, NULL, set_up, test_many, tear_down);
    g_test_add("/job-groups/many/cancelled", Fixture, "cancelled", set_up, test_many, tear_down);
    g_test_add("/job-groups/changes", Fixture, NULL, set_up, test_changes, tear_down);
    g_test_add("/job-groups/history", Fixture, NULL, set_up, test_history, tear_down);
    return g_test_run();
}
