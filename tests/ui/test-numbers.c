/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What is no number, or goes too far, is said at its row, and the number that was there stays. */
#include "dialog-shop.h"

#include <string.h>

#include "model/job.h"
#include "model/plan.h"
#include "store/setting.h"
#include "ui/jobs/job-editor.h"
#include "ui/kit/form.h"
#include "ui/preferences/setting-choice.h"

static const char *const nonsense[] = { "abc", "1.5", "-5", "99999", "1 2" };

static gboolean
says(GtkWidget *root, const char *sentence)
{
    GtkWidget *label = find(root, GTK_TYPE_LABEL, sentence);

    return label && gtk_widget_get_visible(label);
}

static char *
days(guint n)
{
    return g_strdup_printf("%u days", n);
}

static void
type_number(GtkWidget *row, const char *text)
{
    gtk_editable_set_text(GTK_EDITABLE(row), text);
    adw_spin_row_update(ADW_SPIN_ROW(row));
    test_settle();
}

static void
assert_setting(Fixture *fixture, const char *value)
{
    g_autofree char *stored = care_store_setting(fixture->store, CARE_SETTING_TERMS_DAYS);

    g_assert_cmpstr(stored, ==, value);
}

static void
test_setting(Fixture *fixture, gconstpointer data)
{
    GtkWidget *list = gtk_list_box_new();
    GtkWidget *row
        = care_setting_number_row_new(fixture->store, CARE_SETTING_TERMS_DAYS, "Time to Pay", days);
    GtkWidget *overlay = adw_window_get_content(ADW_WINDOW(fixture->window));

    gtk_list_box_append(GTK_LIST_BOX(list), row);
    adw_toast_overlay_set_child(ADW_TOAST_OVERLAY(overlay), list);
    for (gsize i = 0; i < G_N_ELEMENTS(nonsense); i++) {
        type_number(row, nonsense[i]);
        g_assert_cmpfloat(adw_spin_row_get_value(ADW_SPIN_ROW(row)), ==, 14);
        g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(row)), ==, "14 days");
        g_assert_true(says(row, "Not taken: it has to be a whole number within 0–9999."));
        type_number(row, "14");
        g_assert_false(says(row, "Not taken"));
    }
    gtk_editable_set_text(GTK_EDITABLE(row), "abc");
    adw_toast_overlay_set_child(ADW_TOAST_OVERLAY(overlay), NULL);
    test_settle();
    g_assert_true(says(fixture->window, "Time to Pay was not saved: needs a whole number from 0 to 9999"));
    assert_setting(fixture, "14");
}

static void
assert_months(Fixture *fixture, CareRecord *job, int months)
{
    g_autoptr(CareRecord) now = care_store_get(fixture->store, &care_job_kind, care_record_id(job), NULL);

    g_assert_cmpint(care_record_int(now, CARE_JOB_WARRANTY_MONTHS), ==, months);
}

static void
test_job(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());
    GtkWidget *row;

    gtk_widget_set_size_request(adw_window_get_content(ADW_WINDOW(fixture->window)), 720, 760);
    care_record_set_int(job, CARE_JOB_CUSTOMER, fixture->customer);
    care_record_set_text(job, CARE_JOB_FAULT, "Squeaks");
    care_record_set_int(job, CARE_JOB_WARRANTY_MONTHS, 12);
    save(fixture, job);
    care_job_editor_present(fixture->window, fixture->context, job);
    row = in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "Warranty in Months");
    for (gsize i = 0; i < G_N_ELEMENTS(nonsense); i++) {
        gtk_editable_set_text(GTK_EDITABLE(row), nonsense[i]);
        press_save(fixture);
        test_settle();
        g_assert_nonnull(dialog_of(fixture));
        g_assert_true(says(row, "This has to be a whole number within 0–9999."));
        assert_months(fixture, job, 12);
    }
    gtk_editable_set_text(GTK_EDITABLE(row), "24");
    press_save(fixture);
    wait_until_closed(fixture);
    assert_months(fixture, job, 24);
}

/* Said once before it is saved, with the number that stands there now; who saves again means that. */
static void
test_spin_row(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) plan = CARE_RECORD(care_plan_new());
    GtkWidget *list = gtk_list_box_new();
    GtkWidget *row = adw_spin_row_new_with_range(0, 1, 1);
    CareForm *form;

    GTK_BUILDABLE_GET_IFACE(row)->set_id(GTK_BUILDABLE(row), "warranty_months");
    gtk_list_box_append(GTK_LIST_BOX(list), row);
    adw_toast_overlay_set_child(ADW_TOAST_OVERLAY(adw_window_get_content(ADW_WINDOW(fixture->window))), list);
    care_record_set_int(plan, CARE_PLAN_WARRANTY_MONTHS, 240);
    form = care_form_bind(list, plan, fixture->store);
    for (gsize i = 0; i < G_N_ELEMENTS(nonsense); i++) {
        gtk_editable_set_text(GTK_EDITABLE(row), nonsense[i]);
        g_assert_false(care_form_check(form));
        g_assert_true(says(row, "Not taken: it has to be a whole number within 0–9999."));
        g_assert_cmpint(care_record_int(plan, CARE_PLAN_WARRANTY_MONTHS), ==, 240);
        g_assert_true(care_form_check(form));
    }
    type_number(row, "36");
    g_assert_true(care_form_check(form));
    g_assert_cmpint(care_record_int(plan, CARE_PLAN_WARRANTY_MONTHS), ==, 36);
}

int
main(int argc, char **argv)
{
    static const DialogTest tests[] = {
        { "/numbers/setting", test_setting },
        { "/numbers/job", test_job },
        { "/numbers/spin-row", test_spin_row },
    };

    return run_all(argc, argv, tests, G_N_ELEMENTS(tests));
}
