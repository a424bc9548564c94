/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The frame of the editors, by way of three that stand in it: what is wrong is said and nothing is saved, what is saved
 * closes it, what is deleted comes back by Undo. */

#include <string.h>

#include "dialog-shop.h"

#include "model/gift.h"
#include "model/interaction.h"
#include "model/job.h"
#include "store/draft-queue.h"
#include "store/draft.h"
#include "store/under-way.h"
#include "ui/kit/banner.h"
#include "ui/kit/date-row.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/pause.h"
#include "ui/customers/customer-editor.h"
#include "ui/customers/device-editor.h"
#include "ui/customers/note-dialog.h"
#include "ui/occasions/gift-dialog.h"
#include "ui/parts/yes-dialog.h"

static void
test_save(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, NULL);
    GtkWidget *name;

    care_record_dialog_present(g_object_new(CARE_TYPE_DEVICE_EDITOR, NULL), fixture->window, fixture->context,
                               device);
    g_assert_cmpstr(adw_dialog_get_title(dialog_of(fixture)), ==, "New Device");
    g_assert_null(in_dialog(fixture, ADW_TYPE_BUTTON_ROW, "Delete"));
    press_save(fixture);
    name = in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "What It Is Called");
    g_assert_true(gtk_widget_has_css_class(name, "error"));
    g_assert_cmpint(count(fixture, "device"), ==, 0);

    gtk_editable_set_text(GTK_EDITABLE(name), "City bike");
    press_save(fixture);
    wait_for_count(fixture, "device", 1);
    wait_until_closed(fixture);
    g_assert_null(care_record_text(device, CARE_DEVICE_NAME)); /* it worked on a copy */
}

/* A customer that is not there cannot own it. */
static void
test_refused(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");
    GtkWidget *said;

    care_record_set_int(device, CARE_DEVICE_CUSTOMER, 4711);
    care_record_dialog_present(g_object_new(CARE_TYPE_DEVICE_EDITOR, NULL), fixture->window, fixture->context,
                               device);
    said = said_in(fixture);
    press_save(fixture);
    g_assert_false(gtk_widget_get_sensitive(adw_dialog_get_default_widget(dialog_of(fixture))));
    while (!gtk_widget_get_visible(said))
        g_main_context_iteration(NULL, TRUE);
    g_assert_cmpstr(gtk_label_get_text(GTK_LABEL(said)), !=, "");
    g_assert_true(gtk_widget_get_sensitive(adw_dialog_get_default_widget(dialog_of(fixture))));
    g_assert_cmpint(count(fixture, "device"), ==, 0);
}

static void
test_delete(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");

    save(fixture, device);
    care_record_dialog_present(g_object_new(CARE_TYPE_DEVICE_EDITOR, NULL), fixture->window, fixture->context,
                               device);
    g_assert_cmpstr(adw_dialog_get_title(dialog_of(fixture)), ==, "City bike");
    g_signal_emit_by_name(in_dialog(fixture, ADW_TYPE_BUTTON_ROW, "Delete Device"), "activated");
    wait_until_closed(fixture);
    wait_for_count(fixture, "device", 0);
    while (!care_toast_undo_last(fixture->window))
        g_main_context_iteration(NULL, TRUE);
    wait_for_count(fixture, "device", 1);
}

/* The same gift twice is saved on the second press only; another name is another gift. */
static void
test_gift_twice(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) first = CARE_RECORD(care_gift_new());
    g_autoptr(CareRecord) second = CARE_RECORD(care_gift_new());

    care_record_set_int(first, CARE_GIFT_CUSTOMER, fixture->customer);
    care_record_set_text(first, CARE_GIFT_NAME, "Bell");
    care_record_set_text(first, CARE_GIFT_STATE, "given");
    care_record_set_date(first, CARE_GIFT_GIVEN, (CareDate){ 2025, 12, 6 });
    save(fixture, first);
    care_record_set_int(second, CARE_GIFT_CUSTOMER, fixture->customer);
    care_gift_dialog_present(fixture->window, fixture->context, second);
    g_assert_cmpstr(adw_dialog_get_title(dialog_of(fixture)), ==, "Gift for Bea Koch");
    gtk_editable_set_text(GTK_EDITABLE(in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "Gift")), "Bell");
    press_save(fixture);
    test_settle();
    g_assert_true(gtk_widget_get_visible(said_in(fixture)));
    g_assert_cmpint(count(fixture, "gift"), ==, 1);
    press_save(fixture);
    wait_for_count(fixture, "gift", 2);
    wait_until_closed(fixture);
}

/* An entry says something; it is dated and keeps the way it came. */
static void
test_note(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) customer
        = care_store_get(fixture->store, &care_customer_kind, fixture->customer, NULL);
    CareCustomerFacts facts = { .customer = customer };
    g_autoptr(CareRecord) saved = NULL;
    GtkWidget *body;

    care_note_dialog_present(fixture->window, fixture->context, &facts);
    body = adw_dialog_get_focus(dialog_of(fixture));
    press_save(fixture);
    test_settle();
    g_assert_cmpint(count(fixture, "interaction"), ==, 0);
    g_assert_nonnull(dialog_of(fixture));
    gtk_text_buffer_set_text(gtk_text_view_get_buffer(GTK_TEXT_VIEW(body)), "Wants it on Friday", -1);
    press_save(fixture);
    wait_for_count(fixture, "interaction", 1);
    wait_until_closed(fixture);
    saved = care_store_get(
        fixture->store, &care_interaction_kind,
        care_connection_int(care_store_reader(fixture->store), "SELECT id FROM interaction", 0), NULL);
    g_assert_cmpstr(care_record_text(saved, CARE_INTERACTION_BODY), ==, "Wants it on Friday");
    g_assert_cmpstr(care_record_text(saved, CARE_INTERACTION_CHANNEL), ==, "note");
}

/* Cancelled with something typed: Undo shows the same dialog again, and it saves. */
static void
test_thrown_away(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, NULL);
    GtkWidget *name;

    care_record_dialog_present(g_object_new(CARE_TYPE_DEVICE_EDITOR, NULL), fixture->window, fixture->context,
                               device);
    adw_dialog_close(dialog_of(fixture));
    wait_until_closed(fixture);
    g_assert_false(care_toast_undo_last(fixture->window)); /* nothing was typed */

    care_record_dialog_present(g_object_new(CARE_TYPE_DEVICE_EDITOR, NULL), fixture->window, fixture->context,
                               device);
    gtk_editable_set_text(GTK_EDITABLE(in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "Brand")), "Lorry");
    adw_dialog_close(dialog_of(fixture));
    wait_until_closed(fixture);
    g_assert_true(care_toast_undo_last(fixture->window));
    test_settle();
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "Brand"))), ==,
                    "Lorry");
    name = in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "What It Is Called");
    gtk_editable_set_text(GTK_EDITABLE(name), "Cargo bike");
    press_save(fixture);
    wait_for_count(fixture, "device", 1);
    wait_until_closed(fixture);
    g_assert_true(care_toast_undo_last(fixture->window)); /* what was saved goes again … */
    wait_for_count(fixture, "device", 0);
    test_let_undo_end();
    g_assert_false(care_toast_undo_last(fixture->window)); /* … and the dialog is not brought back by it */
}

static void
wait_until_forgotten(Fixture *fixture, const char *key)
{
    for (gint64 end = g_get_monotonic_time() + 5 * G_USEC_PER_SEC;;) {
        g_autofree char *kept = care_draft_read(fixture->store, key);

        if (!kept)
            return;
        g_assert_cmpint(g_get_monotonic_time(), <, end);
        g_main_context_iteration(NULL, FALSE);
    }
}

/* What was being typed over the same record when the program went down is offered, and kept until it is decided. */
static void
test_draft(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");
    g_autoptr(CareRecord) typed = NULL;
    g_autofree char *text = NULL;
    g_autofree char *key = NULL;
    g_autofree char *kept = NULL;
    g_autoptr(GError) error = NULL;

    save(fixture, device);
    typed = care_record_copy(device);
    care_record_set_text(typed, CARE_DEVICE_BRAND, "Lorry");
    text = care_draft_text(typed, device);
    key = care_draft_key("device", care_record_id(device));
    store_now_write_draft(fixture->store, key, text);

    care_record_dialog_present(g_object_new(CARE_TYPE_DEVICE_EDITOR, NULL), fixture->window, fixture->context,
                               device);
    adw_dialog_close(dialog_of(fixture));
    wait_until_closed(fixture);
    kept = care_draft_read(fixture->store, key);
    g_assert_nonnull(kept);

    care_record_dialog_present(g_object_new(CARE_TYPE_DEVICE_EDITOR, NULL), fixture->window, fixture->context,
                               device);
    g_signal_emit_by_name(in_dialog(fixture, CARE_TYPE_BANNER, "You were"), "button-clicked");
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "Brand"))), ==,
                    "Lorry");
    press_save(fixture);
    wait_until_closed(fixture);
    wait_until_forgotten(fixture, key);
}

static void
leave_draft(Fixture *fixture, const char *key, const char *brand)
{
    g_autoptr(CareRecord) left = device_new(fixture, "Bike");
    g_autofree char *text = NULL;

    care_record_set_text(left, CARE_DEVICE_BRAND, brand);
    text = care_draft_text(left, NULL);
    store_now_write_draft(fixture->store, key, text);
}

/* The row for the brand of a new device, for which there is an earlier draft. */
static GtkWidget *
begin(Fixture *fixture, const char *key)
{
    g_autoptr(CareRecord) empty = device_new(fixture, NULL);

    leave_draft(fixture, key, "Lorry");
    care_record_dialog_present(g_object_new(CARE_TYPE_DEVICE_EDITOR, NULL), fixture->window, fixture->context,
                               empty);
    return in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "Brand");
}

static GtkWidget *
begin_beside(Fixture *fixture, const char *key, const char *brand)
{
    GtkWidget *row = begin(fixture, key);

    gtk_editable_set_text(GTK_EDITABLE(row), brand);
    return row;
}

static void
assert_kept(Fixture *fixture, const char *key, const char *brand)
{
    g_autoptr(CareRecord) kept = CARE_RECORD(care_device_new());
    g_autofree char *text = NULL;

    while (care_under_way_any(fixture->store))
        g_main_context_iteration(NULL, TRUE);
    text = care_draft_read(fixture->store, key);
    g_assert_nonnull(text);
    g_assert_true(care_draft_take(kept, NULL, text));
    g_assert_cmpstr(care_record_text(kept, CARE_DEVICE_BRAND), ==, brand);
}

/* What it was when the program went down: as if nobody had pressed anything. */
static char *
draft_left_behind(Fixture *fixture, const char *key)
{
    char *text;

    care_pauses_end();
    while (care_under_way_any(fixture->store))
        g_main_context_iteration(NULL, TRUE);
    text = care_draft_read(fixture->store, key);
    adw_dialog_close(dialog_of(fixture));
    wait_until_closed(fixture);
    wait_until_forgotten(fixture, key);
    g_assert_nonnull(text);
    return text;
}

/* A date on the way to nonsense was a date a letter ago; that is not what was typed. */
static void
test_draft_of_nonsense(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");
    g_autoptr(CareRecord) saved = NULL;
    g_autofree char *key = NULL;
    g_autofree char *text = NULL;
    GtkWidget *row;

    save(fixture, device);
    key = care_draft_key("device", care_record_id(device));
    care_record_dialog_present(g_object_new(CARE_TYPE_DEVICE_EDITOR, NULL), fixture->window, fixture->context,
                               device);
    row = in_dialog(fixture, CARE_TYPE_DATE_ROW, "");
    gtk_editable_set_text(GTK_EDITABLE(row), "2026-11-02");
    gtk_editable_set_text(GTK_EDITABLE(row), "2026-11-02x");
    text = draft_left_behind(fixture, key);
    g_assert_true(care_toast_undo_last(fixture->window)); /* typed and not saved, though it makes no sense */
    adw_dialog_close(dialog_of(fixture));
    wait_until_closed(fixture);
    store_now_write_draft(fixture->store, key, text);
    care_record_dialog_present(g_object_new(CARE_TYPE_DEVICE_EDITOR, NULL), fixture->window, fixture->context,
                               device);
    g_signal_emit_by_name(in_dialog(fixture, CARE_TYPE_BANNER, "You were"), "button-clicked");
    row = in_dialog(fixture, CARE_TYPE_DATE_ROW, "");
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(row)), ==, "2026-11-02x");
    g_assert_false(care_typed_row_get_valid(CARE_TYPED_ROW(row)));
    press_save(fixture);
    g_assert_nonnull(dialog_of(fixture)); /* and is not saved as anything else */
    gtk_editable_set_text(GTK_EDITABLE(row), "2026-11-03");
    press_save(fixture);
    wait_until_closed(fixture);
    saved = care_store_get(fixture->store, &care_device_kind, care_record_id(device), NULL);
    g_assert_cmpstr(care_record_text(saved, CARE_DEVICE_BOUGHT), ==, "2026-11-03");
}

/* A version before this one did not say for whom. What was begun for them since is another draft: it is not what the editor
 * shows, nor offered in it, and what is saved is none of it. */
static void
test_draft_of_older_version(Fixture *fixture, gconstpointer data)
{
    g_autofree char *now = care_draft_key_of_new("device", fixture->customer);
    g_autoptr(CareRecord) left = NULL;
    GtkWidget *row;

    leave_draft(fixture, now, "Newer");
    leave_draft(fixture, "device:new", "Older");
    left = care_draft_resume(fixture->store, "device:new", &care_device_kind);
    care_record_dialog_present(g_object_new(CARE_TYPE_DEVICE_EDITOR, NULL), fixture->window, fixture->context,
                               left);
    row = in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "Brand");
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(row)), ==, "Older");
    g_assert_false(gtk_widget_get_visible(in_dialog(fixture, CARE_TYPE_BANNER, "You were")));
    gtk_editable_set_text(GTK_EDITABLE(row), "Older still");
    care_pauses_end();
    assert_kept(fixture, "device:new", "Older still");
    assert_kept(fixture, now, "Newer");
    press_save(fixture);
    wait_until_closed(fixture);
    wait_until_forgotten(fixture, "device:new");
    assert_kept(fixture, now, "Newer");
}

/* What is typed beside an earlier draft is another one: saving it says nothing about the first. */
static void
test_draft_beside(Fixture *fixture, gconstpointer data)
{
    g_autofree char *key = care_draft_key_of_new("device", fixture->customer);

    begin_beside(fixture, key, "Hammer");
    gtk_editable_set_text(GTK_EDITABLE(in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "What It Is Called")), "Bike");
    press_save(fixture);
    wait_for_count(fixture, "device", 1);
    wait_until_closed(fixture);
    assert_kept(fixture, key, "Lorry");
}

/* Nor is it lost where another program holds the shop at the first letter: the next one makes up for it. */
static void
test_draft_beside_held(Fixture *fixture, gconstpointer data)
{
    g_autofree char *key = care_draft_key_of_new("device", fixture->customer);
    GtkWidget *row = begin(fixture, key);
    sqlite3 *other = hold(fixture);

    gtk_editable_set_text(GTK_EDITABLE(row), "H");
    while (!care_drafts_refusal(fixture->store))
        g_main_context_iteration(NULL, TRUE);
    sqlite3_close(other);
    gtk_editable_set_text(GTK_EDITABLE(row), "Hammer");
    care_pauses_end();
    assert_kept(fixture, key, "Hammer");
    adw_dialog_close(dialog_of(fixture));
    wait_until_closed(fixture);
    assert_kept(fixture, key, "Lorry");
}

/* Continued after all, it is what was typed beside it that waits. */
static void
test_draft_swapped(Fixture *fixture, gconstpointer data)
{
    g_autofree char *key = care_draft_key_of_new("device", fixture->customer);
    GtkWidget *row = begin_beside(fixture, key, "Ham");

    gtk_editable_set_text(GTK_EDITABLE(row), "Hammer"); /* and at once */
    g_signal_emit_by_name(in_dialog(fixture, CARE_TYPE_BANNER, "You were"), "button-clicked");
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(row)), ==, "Lorry");
    adw_dialog_close(dialog_of(fixture));
    wait_until_closed(fixture);
    assert_kept(fixture, key, "Hammer");
    g_assert_cmpint(care_connection_int(care_store_reader(fixture->store), "SELECT count(*) FROM draft", -1),
                    ==, 1);
}

/* A flat list is one entry, with commas between. */
static void
test_tags(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) customer
        = care_store_get(fixture->store, &care_customer_kind, fixture->customer, NULL);
    g_autoptr(CareRecord) saved = NULL;
    g_autofree char *tags = NULL;

    care_customer_editor_present(fixture->window, fixture->context, customer);
    gtk_editable_set_text(GTK_EDITABLE(in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "Tags")), "Regular , E-bike,");
    press_save(fixture);
    wait_for_count(fixture, "customer JOIN customer_tag ON owner = customer.id", 2);
    wait_until_closed(fixture);
    saved = care_store_get(fixture->store, &care_customer_kind, fixture->customer, NULL);
    tags = care_record_field_to_string(saved, CARE_CUSTOMER_TAGS, NULL);
    g_assert_cmpstr(tags, ==, "Regular, E-bike");
}

static void
record_yes(Fixture *fixture, CareRecord *job)
{
    const CareYes yes = { .title = "Record Their Yes",
                          .description = "To €40.00",
                          .ahead = "Not in the future.",
                          .who = "Bea Koch",
                          .by = CARE_JOB_AGREED_BY,
                          .at = CARE_JOB_AGREED_AT,
                          .how = CARE_JOB_AGREED_HOW,
                          .draft = CARE_YES_DRAFT };

    care_yes_dialog_present(fixture->window, fixture->context, job, &yes);
}

/* What the dialog proposes is no change of somebody else's: the yes is saved with one press of Save. */
static void
test_suggested(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());
    g_autoptr(CareRecord) saved = NULL;

    care_record_set_int(job, CARE_JOB_CUSTOMER, fixture->customer);
    care_record_set_text(job, CARE_JOB_FAULT, "Squeaks");
    save(fixture, job);
    record_yes(fixture, job);
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "Agreed By"))),
                    ==, "Bea Koch");
    press_save(fixture);
    wait_until_closed(fixture);
    saved = care_store_get(fixture->store, &care_job_kind, care_record_id(job), NULL);
    g_assert_cmpstr(care_record_text(saved, CARE_JOB_AGREED_BY), ==, "Bea Koch");
    g_assert_cmpstr(care_record_text(saved, CARE_JOB_AGREED_HOW), ==, "phone");
}

/* Nobody has typed it, so there is nothing to take back. */
static void
test_suggestion_left(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());

    care_record_set_int(job, CARE_JOB_CUSTOMER, fixture->customer);
    save(fixture, job);
    record_yes(fixture, job);
    adw_dialog_close(dialog_of(fixture));
    wait_until_closed(fixture);
    test_let_undo_end();
    g_assert_false(care_toast_undo_last(fixture->window));
}

int
main(int argc, char **argv)
{
    static const DialogTest tests[] = {
        { "/record-dialog/save", test_save },
        { "/record-dialog/refused", test_refused },
        { "/record-dialog/delete", test_delete },
        { "/record-dialog/gift-twice", test_gift_twice },
        { "/record-dialog/note", test_note },
        { "/record-dialog/thrown-away", test_thrown_away },
        { "/record-dialog/draft", test_draft },
        { "/record-dialog/draft-of-nonsense", test_draft_of_nonsense },
        { "/record-dialog/draft-of-older-version", test_draft_of_older_version },
        { "/record-dialog/draft-beside", test_draft_beside },
        { "/record-dialog/draft-beside-held", test_draft_beside_held },
        { "/record-dialog/draft-swapped", test_draft_swapped },
        { "/record-dialog/tags", test_tags },
        { "/record-dialog/suggested", test_suggested },
        { "/record-dialog/suggestion-left", test_suggestion_left },
    };

    return run_all(argc, argv, tests, G_N_ELEMENTS(tests));
}
