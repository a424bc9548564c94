/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A contact that another desk deleted before this one could offer to take it back: that is said. */
#include "elsewhere-shop.h"

#include "model/interaction.h"
#include "ui/parts/contact-undo.h"

static const CareContactAbout about_nothing = { CARE_DUE_N_RULES, 0, TRUE, 0, 0 };

static void
test_said(Fixture *fixture, gconstpointer data)
{
    care_contact_offer_undo(fixture->window, fixture->store, 99, &about_nothing, "Logged");
    test_settle();
    g_assert_nonnull(find(fixture->window, GTK_TYPE_LABEL, "This was deleted meanwhile"));
    g_assert_null(find(fixture->window, GTK_TYPE_LABEL, "Logged"));
    g_assert_false(care_toast_undo_last(fixture->window));
}

static void
on_logged(GObject *source, GAsyncResult *result, gpointer data)
{
    Fixture *fixture = data;
    CareId contact = care_contact_log_finish(CARE_STORE(source), result, NULL, NULL);

    care_contact_offer_undo(fixture->window, fixture->store, contact, &about_nothing, "Logged");
}

static void
log_call(Fixture *fixture)
{
    g_autoptr(CareRecord) call = CARE_RECORD(care_interaction_new());

    care_record_set_int(call, CARE_INTERACTION_CUSTOMER, fixture->customer);
    care_record_set_text(call, CARE_INTERACTION_DIRECTION, "out");
    care_record_set_text(call, CARE_INTERACTION_CHANNEL, "phone");
    care_contact_log_async(fixture->store, call, &about_nothing, NULL, on_logged, fixture);
}

static gboolean
purge(CareTransaction *transaction, gpointer data, GError **error)
{
    CareId id
        = care_connection_int(care_transaction_connection(transaction), "SELECT id FROM interaction", 0);

    return care_flow_purge(transaction, &care_interaction_kind, id, error);
}

static void
purge_at_once(CareStore *store, gpointer changes, gpointer data)
{
    g_signal_handlers_disconnect_by_func(store, purge_at_once, data);
    g_assert_true(care_store_write(store, purge, NULL, NULL));
}

/* The same where it was done again. */
static void
test_said_again(Fixture *fixture, gconstpointer data)
{
    log_call(fixture);
    wait_and_undo(fixture);
    wait_for_count(fixture, "interaction", 0);
    test_let_undo_end();
    g_signal_connect(fixture->store, "changed", G_CALLBACK(purge_at_once), fixture);
    wait_and(fixture, care_toast_redo_last);
    wait_until_says(fixture->window, "This was deleted meanwhile");
    test_let_undo_end();
    g_assert_cmpint(count(fixture, "interaction"), ==, 0);
    g_assert_false(care_toast_undo_last(fixture->window));
    g_assert_false(care_toast_redo_last(fixture->window));
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    g_test_add("/contact-gone/said", Fixture, NULL, set_up, test_said, tear_down);
    g_test_add("/contact-gone/said-again", Fixture, NULL, set_up, test_said_again, tear_down);
    return g_test_run();
}
