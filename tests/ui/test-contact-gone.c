/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A contact that another desk deleted before this one could offer to take it back: that is said. */
#include "dialog-shop.h"

#include "ui/parts/contact-undo.h"

static void
test_said(Fixture *fixture, gconstpointer data)
{
    const CareContactAbout about = { CARE_DUE_N_RULES, 0, TRUE, 0, 0 };

    care_contact_offer_undo(fixture->window, fixture->store, 99, &about, "Logged");
    test_settle();
    g_assert_nonnull(find(fixture->window, GTK_TYPE_LABEL, "This was deleted meanwhile"));
    g_assert_null(find(fixture->window, GTK_TYPE_LABEL, "Logged"));
    g_assert_false(care_toast_undo_last(fixture->window));
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    g_test_add("/contact-gone/said", Fixture, NULL, set_up, test_said, tear_down);
    return g_test_run();
}
