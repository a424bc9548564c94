/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/id.h"

#include "common/case-table.h"

#define THREADS 4
#define IDS_PER_THREAD 5000

static void
test_grows(void)
{
    CareId last = 0;

    for (int i = 0; i < 10000; i++) {
        CareId id = care_id_new();
        g_assert_cmpint(id, >, last);
        last = id;
    }
}

static gpointer
make_ids(gpointer data)
{
    CareId *ids = g_new(CareId, IDS_PER_THREAD);

    for (int i = 0; i < IDS_PER_THREAD; i++)
        ids[i] = care_id_new();
    return ids;
}

static void
test_unique_over_threads(void)
{
    GThread *threads[THREADS];
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);

    for (int i = 0; i < THREADS; i++)
        threads[i] = g_thread_new("ids", make_ids, NULL);
    for (int i = 0; i < THREADS; i++) {
        g_autofree CareId *ids = g_thread_join(threads[i]);
        for (int k = 0; k < IDS_PER_THREAD; k++)
            g_assert_true(g_hash_table_add(seen, g_memdup2(&ids[k], sizeof(CareId))));
    }
}

static void
test_time_orders_ids(void)
{
    CareInstant at = 1795312800;

    g_assert_cmpint(care_id_at(at, 0), >, 0);
    g_assert_cmpint(care_id_at(at, 1), >, care_id_at(at, 0));
    g_assert_cmpint(care_id_at(at + 1, 0), >, care_id_at(at, 1000000));
}

static void
test_same_inputs_same_id(void)
{
    g_assert_cmpint(care_id_at(1795312800, 7), ==, care_id_at(1795312800, 7));
}

static void
test_old_instants_are_positive(void)
{
    g_assert_cmpint(care_id_at(0, 0), >, 0);
    g_assert_cmpint(care_id_at(-5000000000, 3), >, 0);
}

static void
test_round_trip(void)
{
    CareId id = care_id_new(), back = 0;
    g_autofree char *text = care_id_to_string(id);

    g_assert_true(care_id_parse(text, &back));
    g_assert_cmpint(back, ==, id);
}

static const char *const refused[] = { "",
                                       "0",
                                       "-1",
                                       "+1",
                                       " 1",
                                       "1 ",
                                       "01",
                                       "1.0",
                                       "0x10",
                                       "abc",
                                       "1e3",
                                       "9223372036854775808",
                                       "99999999999999999999" };

static void
test_refused(gconstpointer data)
{
    CareId id = 42;

    g_assert_false(care_id_parse(data, &id));
    g_assert_cmpint(id, ==, 42);
}

static void
test_null_refused(void)
{
    CareId id = 42;

    g_assert_false(care_id_parse(NULL, &id));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/id/grows", test_grows);
    g_test_add_func("/id/unique-over-threads", test_unique_over_threads);
    g_test_add_func("/id/time-orders-ids", test_time_orders_ids);
    g_test_add_func("/id/same-inputs-same-id", test_same_inputs_same_id);
    g_test_add_func("/id/old-instants-are-positive", test_old_instants_are_positive);
    g_test_add_func("/id/round-trip", test_round_trip);
    g_test_add_func("/id/null-refused", test_null_refused);
    for (gsize i = 0; i < G_N_ELEMENTS(refused); i++)
        care_test_add_row("/id/refused", i, refused[i], refused[i], test_refused);
    return g_test_run();
}
