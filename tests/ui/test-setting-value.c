/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What is set again before the first was saved: the last of it stands, and nothing is shown that was set before. */
#include "elsewhere-shop.h"
#include "preferences-shop.h"

#include "ui/preferences/setting-value.h"

#define EARLIER "Mo-Fr 09:00-18:00"
#define LATER "Mo-Fr 10:00-18:00"

typedef struct {
    guint changed, refused;
} Heard;

static void
on_changed(CareSettingValue *value, Heard *heard)
{
    heard->changed++;
}

static void
on_refused(CareSettingValue *value, const char *sentence, Heard *heard)
{
    heard->refused++;
}

/* Holds the worker up between two writes. */
static gboolean
wait_for_flag(CareTransaction *transaction, gpointer flag, GError **error)
{
    while (!g_atomic_int_get((int *)flag))
        g_usleep(1000);
    return TRUE;
}

static gboolean
set_later(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_transaction_set_setting(transaction, CARE_SETTING_OPENING_HOURS, LATER, error);
}

static void
on_waited(GObject *source, GAsyncResult *result, gpointer data)
{
    g_assert_true(care_store_write_finish(CARE_STORE(source), result, NULL));
}

static void
iterate_for(int ms)
{
    for (gint64 end = g_get_monotonic_time() + ms * 1000; g_get_monotonic_time() < end;)
        g_main_context_iteration(NULL, FALSE);
}

/* data: what is set first. */
static void
test_set_twice(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareSettingValue) value
        = care_setting_value_new(fixture->store, CARE_SETTING_OPENING_HOURS, "Opening Hours");
    Heard heard = { 0 };
    int flag = FALSE;

    g_signal_connect(value, "changed", G_CALLBACK(on_changed), &heard);
    g_signal_connect(value, "refused", G_CALLBACK(on_refused), &heard);
    care_setting_value_set(value, data);
    care_store_write_async(fixture->store, CARE_PRIORITY_INTERACTIVE, wait_for_flag, &flag, NULL, NULL,
                           on_waited, NULL);
    care_setting_value_set(value, LATER);
    iterate_for(400); /* the first has its answer */
    g_assert_cmpuint(heard.changed, ==, 0);
    g_assert_cmpuint(heard.refused, ==, 0);
    g_assert_cmpstr(care_setting_value_get(value), ==, LATER);
    g_atomic_int_set(&flag, TRUE);
    wait_saved(fixture);
    g_assert_cmpstr(care_setting_value_get(value), ==, LATER);
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS, LATER);
    g_assert_cmpuint(heard.changed + heard.refused, ==, 0);
}

/* What somebody else has set meanwhile and nobody here has seen yet is not written over. */
static void
test_set_elsewhere(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareSettingValue) value
        = care_setting_value_new(fixture->store, CARE_SETTING_OPENING_HOURS, "Opening Hours");
    g_autoptr(CareSettingValue) other
        = care_setting_value_new(fixture->store, CARE_SETTING_OPENING_HOURS, "Opening Hours");
    Heard heard = { 0 };

    g_signal_connect(other, "refused", G_CALLBACK(on_refused), &heard);
    care_setting_value_set(value, EARLIER);
    care_setting_value_set(other, LATER);
    wait_saved(fixture);
    g_assert_cmpuint(heard.refused, ==, 1);
    g_assert_cmpstr(care_setting_value_get(other), ==, EARLIER);
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS, EARLIER);
    care_setting_value_set(other, LATER); /* it was shown by now */
    wait_saved(fixture);
    g_assert_cmpuint(heard.refused, ==, 1);
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS, LATER);
    g_assert_cmpstr(care_setting_value_get(value), ==, LATER);
}

/* They have set just that: it is said, and by Ctrl+Z, before that goes on to what was set here. */
static void
test_settled_elsewhere(Fixture *fixture, gconstpointer data)
{
    const char *const said = "Already done elsewhere: Opening Hours changed";
    g_autoptr(CareSettingValue) value
        = care_setting_value_new(fixture->store, CARE_SETTING_OPENING_HOURS, "Opening Hours");

    care_setting_value_set(value, EARLIER);
    wait_saved(fixture);
    care_store_write_async(fixture->store, CARE_PRIORITY_INTERACTIVE, set_later, NULL, NULL, NULL, on_waited,
                           NULL);
    care_setting_value_set(value, LATER);
    wait_saved(fixture);
    wait_until_says(fixture->window, said);
    g_assert_true(care_toast_undo_last(fixture->window));
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS, LATER);
    g_assert_true(care_toast_undo_last(fixture->window));
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS, LATER);
    wait_until_says(fixture->window, "It was set to something else since");
}

/* Of what is set on and on under a lock, each knows those before it. */
static void
test_set_on(Fixture *fixture, gconstpointer data)
{
    static const char *const each[] = { EARLIER, LATER, NULL, EARLIER };
    g_autoptr(CareSettingValue) value
        = care_setting_value_new(fixture->store, CARE_SETTING_OPENING_HOURS, "Opening Hours");
    Heard heard = { 0 };

    g_signal_connect(value, "refused", G_CALLBACK(on_refused), &heard);
    for (gsize i = 0; i < G_N_ELEMENTS(each); i++)
        care_setting_value_set(value, each[i]);
    wait_saved(fixture);
    g_assert_cmpuint(heard.refused, ==, 0);
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS, EARLIER);
}

int
main(int argc, char **argv)
{
    static const DialogTest tests[] = {
        { "/setting-value/twice/saved", test_set_twice, EARLIER },
        { "/setting-value/twice/refused", test_set_twice, "whenever" },
        { "/setting-value/elsewhere", test_set_elsewhere },
        { "/setting-value/settled", test_settled_elsewhere },
        { "/setting-value/on-and-on", test_set_on },
    };

    return run_all(argc, argv, tests, G_N_ELEMENTS(tests));
}
