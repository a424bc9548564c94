/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is at the counter is somebody who is there. */
#include "dialog-shop.h"

#include "model/staff.h"
#include "ui/staff/staff-switch.h"

static void
assert_at_counter(Fixture *fixture, CareRecord *staff)
{
    test_let_undo_end();
    g_assert_cmpstr(care_context_get_person_name(fixture->context), ==,
                    staff ? care_record_text(staff, CARE_STAFF_NAME) : NULL);
    g_assert_cmpint(care_store_actor(fixture->store), ==, staff ? care_record_id(staff) : 0);
}

static CareRecord *
staff_new(Fixture *fixture, const char *name)
{
    CareRecord *staff = CARE_RECORD(care_staff_new());

    care_record_set_text(staff, CARE_STAFF_NAME, name);
    save(fixture, staff);
    return staff;
}

static void
test_deleted(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareStaffSwitch) people = care_staff_switch_new(fixture->window, fixture->context);
    g_autoptr(CareRecord) mara = staff_new(fixture, "Me A&B <i>");
    g_autoptr(CareRecord) ole = staff_new(fixture, "Ole");
    CareId id = care_record_id(mara);

    gtk_widget_activate_action(fixture->window, "staff.switch", "x", id);
    assert_at_counter(fixture, mara);
    g_assert_true(care_flow_remove_now(fixture->store, &care_staff_kind, id, NULL));
    assert_at_counter(fixture, NULL);
    g_assert_true(care_flow_undelete_now(fixture->store, &care_staff_kind, id, NULL, NULL));
    assert_at_counter(fixture, mara);
    g_assert_true(care_flow_remove_now(fixture->store, &care_staff_kind, care_record_id(ole), NULL));
    assert_at_counter(fixture, mara);
}

int
main(int argc, char **argv)
{
    static const DialogTest tests[] = { { "/staff/deleted", test_deleted } };

    return run_all(argc, argv, tests, G_N_ELEMENTS(tests));
}
