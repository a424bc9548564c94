/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What an Undo takes back is what was done here, and nothing that somebody else did meanwhile; what was to be said is said,
 * wherever its page is by then. */
#include "elsewhere-shop.h"

#include "model/job.h"
#include "service/jobs/job-flow.h"
#include "ui/customers/device-editor.h"
#include "ui/jobs/job-moves.h"
#include "ui/kit/take-back.h"
#include "store/under-way.h"
#include "ui/preferences/preferences-dialog.h"

static void
open_editor(Fixture *fixture, CareRecord *device, GtkWidget *parent)
{
    care_record_dialog_present(g_object_new(CARE_TYPE_DEVICE_EDITOR, NULL), parent, fixture->context, device);
}

static void
type_brand(Fixture *fixture, const char *brand)
{
    gtk_editable_set_text(GTK_EDITABLE(in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "Brand")), brand);
}

/* brand: NULL: none is typed. */
static void
save_typed(Fixture *fixture, CareRecord *device, const char *brand)
{
    open_editor(fixture, device, fixture->window);
    if (brand)
        type_brand(fixture, brand);
    press_save(fixture);
    wait_until_closed(fixture);
}

static void
test_dialog_leaves_theirs(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");

    save(fixture, device);
    open_editor(fixture, device, fixture->window);
    write_elsewhere(fixture, device, CARE_DEVICE_MODEL, "Charger4");
    type_brand(fixture, "Lorry");
    press_save(fixture);
    wait_until_closed(fixture);
    assert_text(fixture, device, CARE_DEVICE_BRAND, "Lorry");
    wait_and_undo(fixture);
    wait_for_text(fixture, device, CARE_DEVICE_BRAND, NULL);
    assert_text(fixture, device, CARE_DEVICE_MODEL, "Charger4");
}

/* What was taken back is done again, and that leaves alone what somebody wrote since, too. */
static void
test_redo(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");

    save(fixture, device);
    save_typed(fixture, device, "Lorry");
    wait_and_undo(fixture);
    wait_for_text(fixture, device, CARE_DEVICE_BRAND, NULL);
    write_elsewhere(fixture, device, CARE_DEVICE_MODEL, "Charger4");
    wait_and(fixture, care_toast_redo_last);
    wait_for_text(fixture, device, CARE_DEVICE_BRAND, "Lorry");
    wait_and_undo(fixture);
    wait_for_text(fixture, device, CARE_DEVICE_BRAND, NULL);
    assert_text(fixture, device, CARE_DEVICE_MODEL, "Charger4");
}

static void
test_added_again(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");

    save_typed(fixture, device, NULL);
    wait_and_undo(fixture);
    wait_for_count(fixture, "device", 0);
    wait_and(fixture, care_toast_redo_last);
    wait_for_count(fixture, "device", 1);
    wait_and_undo(fixture);
    wait_for_count(fixture, "device", 0);
}

static void
save_two_brands(Fixture *fixture, CareRecord *device)
{
    save(fixture, device);
    for (const char *const *brand = (const char *const[]){ "Lorry", "Hammer", NULL }; *brand; brand++) {
        g_autoptr(CareRecord) now
            = care_store_get(fixture->store, &care_device_kind, care_record_id(device), NULL);

        save_typed(fixture, now, *brand);
    }
}

/* The next Ctrl+Z is about the same act, not about the one before it. */
static void
test_busy(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");
    sqlite3 *other;

    save_two_brands(fixture, device);
    other = hold(fixture);
    wait_and_undo(fixture);
    wait_and_release(fixture, other);
    assert_text(fixture, device, CARE_DEVICE_BRAND, "Hammer");
    wait_and_undo(fixture);
    wait_for_text(fixture, device, CARE_DEVICE_BRAND, "Lorry");
}

/* Somebody wrote something else there: that is said, and nothing older is taken back in its place. */
static void
test_refused(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");

    save_two_brands(fixture, device);
    write_elsewhere(fixture, device, CARE_DEVICE_BRAND, "Gazelle");
    wait_and_undo(fixture);
    wait_until_says(fixture->window, "Gazelle");
    test_let_undo_end();
    g_assert_false(care_toast_undo_last(fixture->window));
    assert_text(fixture, device, CARE_DEVICE_BRAND, "Gazelle");
}

/* All that was typed is one step, also where somebody else wrote something in the middle of it. */
static void
test_inline_leaves_theirs(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");
    g_autoptr(CareInlineEdits) edits = care_inline_edits_new(fixture->window, fixture->store);

    save(fixture, device);
    care_inline_edits_shown(edits, device, 0);
    write_elsewhere(fixture, device, CARE_DEVICE_MODEL, "Charger4");
    edit_inline(edits, device, "Lor");
    write_elsewhere(fixture, device, CARE_DEVICE_NAME, "Cargo bike");
    edit_inline(edits, device, "Lorry");
    assert_text(fixture, device, CARE_DEVICE_BRAND, "Lorry");
    g_assert_true(care_toast_undo_last(fixture->window));
    wait_for_text(fixture, device, CARE_DEVICE_BRAND, NULL);
    assert_text(fixture, device, CARE_DEVICE_MODEL, "Charger4");
    assert_text(fixture, device, CARE_DEVICE_NAME, "Cargo bike");
    test_let_undo_end();
    g_assert_false(care_toast_undo_last(fixture->window));
}

/* Somebody else wrote just that: Ctrl+Z says so, and takes nothing older back in its place. data: the door. */
static void
test_settled_elsewhere(Fixture *fixture, gconstpointer data)
{
    const char *const said = "Already done elsewhere: City bike saved";
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");
    g_autoptr(CareInlineEdits) edits = care_inline_edits_new(fixture->window, fixture->store);

    save(fixture, device);
    care_inline_edits_shown(edits, device, 0);
    edit_inline(edits, device, "Lor");
    if (data) {
        open_editor(fixture, device, fixture->window);
        write_elsewhere(fixture, device, CARE_DEVICE_BRAND, "Lorry");
        type_brand(fixture, "Lorry");
        press_save(fixture);
        wait_until_closed(fixture);
    } else {
        write_elsewhere(fixture, device, CARE_DEVICE_BRAND, "Lorry");
        edit_inline(edits, device, "Lorry");
        edit_inline(edits, device, "Lorry"); /* nothing was done here */
    }
    wait_until_says(fixture->window, said);
    wait_and_undo(fixture);
    test_let_undo_end();
    assert_text(fixture, device, CARE_DEVICE_BRAND, "Lorry");
    g_assert_true(says(fixture->window, said));
    g_assert_true(care_toast_undo_last(fixture->window)); /* the one before, which is refused */
    wait_until_says(fixture->window, "is “Lorry” there");
}

/* Somebody else took it back already, or did it again: that is said of them, and there is nothing of ours. */
static void
test_undo_settled(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");

    save_two_brands(fixture, device);
    write_elsewhere(fixture, device, CARE_DEVICE_BRAND, "Lorry");
    wait_and_undo(fixture);
    wait_until_says(fixture->window, "Already taken back elsewhere: City bike saved");
    test_let_undo_end();
    g_assert_false(care_toast_redo_last(fixture->window));
    wait_and_undo(fixture);
    wait_for_text(fixture, device, CARE_DEVICE_BRAND, NULL);
}

static void
test_redo_settled(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");

    save_two_brands(fixture, device);
    wait_and_undo(fixture);
    wait_for_text(fixture, device, CARE_DEVICE_BRAND, "Lorry");
    wait_and_undo(fixture);
    wait_for_text(fixture, device, CARE_DEVICE_BRAND, NULL);
    write_elsewhere(fixture, device, CARE_DEVICE_BRAND, "Lorry");
    wait_and(fixture, care_toast_redo_last);
    wait_until_says(fixture->window, "Already done elsewhere: City bike saved");
    test_let_undo_end();
    wait_and_undo(fixture); /* not theirs: it is said once more */
    test_let_undo_end();
    assert_text(fixture, device, CARE_DEVICE_BRAND, "Lorry");
    wait_and(fixture, care_toast_redo_last); /* what was taken back before that */
    wait_for_text(fixture, device, CARE_DEVICE_BRAND, "Hammer");
}

static gboolean
start_work(CareTransaction *transaction, gpointer job, GError **error)
{
    g_autoptr(CareRecord) moved
        = care_job_flow_move(transaction, care_record_id(job), "working", NULL, error);

    return moved != NULL;
}

/* As the page shows it, received; another program took it in hand before a button was pressed. */
static CareRecord *
job_in_hand(Fixture *fixture)
{
    g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());
    CareRecord *shown;

    care_record_set_int(job, CARE_JOB_CUSTOMER, fixture->customer);
    care_record_set_text(job, CARE_JOB_FAULT, "Squeaks");
    save(fixture, job);
    shown = care_store_get(fixture->store, &care_job_kind, care_record_id(job), NULL);
    g_assert_true(care_store_write(fixture->store, start_work, job, NULL));
    return shown;
}

static void
test_move_leaves_theirs(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) job = job_in_hand(fixture);

    care_job_move(fixture->window, fixture->context, job, "ready");
    wait_for_text(fixture, job, CARE_JOB_STATUS, "ready");
    wait_and_undo(fixture);
    wait_for_text(fixture, job, CARE_JOB_STATUS, "working");
}

static void
test_move_settled(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");
    g_autoptr(CareRecord) job = job_in_hand(fixture);

    save_typed(fixture, device, NULL);
    care_job_move(fixture->window, fixture->context, job, "working");
    wait_until_says(fixture->window, "Already done elsewhere: Job moved: In work");
    wait_and_undo(fixture);
    test_let_undo_end();
    assert_text(fixture, job, CARE_JOB_STATUS, "working");
    g_assert_cmpint(count(fixture, "device"), ==, 1);
    wait_and_undo(fixture);
    wait_for_count(fixture, "device", 0);
}

/* Nothing of it is in the shop, so no act that cannot be taken back ends it; but that is said before anything older opens. */
static void
test_unsaved_stays(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) saved = device_new(fixture, "City bike");
    g_autoptr(CareRecord) device = device_new(fixture, NULL);

    save_typed(fixture, saved, "Lorry");
    open_editor(fixture, device, fixture->window);
    type_brand(fixture, "Hammer");
    adw_dialog_close(dialog_of(fixture));
    wait_until_closed(fixture);
    care_toast_final(fixture->window, "Issued", &(CareToastRefusal){ .sentence = "It is issued" });
    g_assert_true(care_toast_undo_last(fixture->window));
    test_settle();
    g_assert_null(dialog_of(fixture));
    g_assert_nonnull(find(fixture->window, GTK_TYPE_LABEL, "It is issued"));
    g_assert_true(care_toast_undo_last(fixture->window));
    test_settle();
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "Brand"))), ==,
                    "Hammer");
    test_let_undo_end();
    g_assert_false(care_toast_undo_last(fixture->window));
    g_assert_cmpint(count(fixture, "device"), ==, 1);
}

static GtkWidget *
page_new(Fixture *fixture)
{
    GtkWidget *page = gtk_label_new("A page");

    adw_toast_overlay_set_child(ADW_TOAST_OVERLAY(adw_window_get_content(ADW_WINDOW(fixture->window))), page);
    return page;
}

/* data: whether somebody still holds the page that has left. */
static void
test_page_left(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");
    g_autoptr(GtkWidget) held = data ? g_object_ref(page_new(fixture)) : NULL;
    GtkWidget *page = held ? held : page_new(fixture);
    g_autoptr(CareInlineEdits) edits = care_inline_edits_new(page, fixture->store);

    save(fixture, device);
    care_inline_edits_shown(edits, device, 0);
    page_new(fixture);
    edit_inline(edits, device, "Lorry");
    wait_and_undo(fixture);
    wait_for_text(fixture, device, CARE_DEVICE_BRAND, NULL);
    wait_until_says(fixture->window, "Taken back: City bike saved");

    write_elsewhere(fixture, device, CARE_DEVICE_BRAND, "Hammer");
    edit_inline(edits, device, "Lor");
    wait_until_says(fixture->window, "Brand is “Hammer” there and “Lor” here");
}

/* An editor over Preferences: what it saved is said where it is seen. */
static void
test_over_preferences(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");
    AdwDialog *preferences;

    gtk_widget_set_size_request(adw_window_get_content(ADW_WINDOW(fixture->window)), 720, 760);
    preferences = care_preferences_dialog_present(fixture->window, fixture->context, "staff");
    open_editor(fixture, device, GTK_WIDGET(preferences));
    press_save(fixture);
    while (dialog_of(fixture) != preferences)
        g_main_context_iteration(NULL, TRUE);
    wait_until_says(GTK_WIDGET(preferences), "City bike saved");
}

static gboolean
write_folder(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_transaction_set_setting(transaction, CARE_SETTING_BACKUP_DIR, "/nowhere", error)
           && care_transaction_set_setting(transaction, CARE_SETTING_SHOP_LOGO, "0", error);
}

static GtkWidget *
find_button(GtkWidget *root, const char *tooltip)
{
    if (GTK_IS_BUTTON(root) && g_strcmp0(gtk_widget_get_tooltip_text(root), tooltip) == 0)
        return root;
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c)) {
        GtkWidget *found = find_button(c, tooltip);

        if (found)
            return found;
    }
    return NULL;
}

/* data: the button that clears a setting. */
static void
test_setting_ends_undo(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");
    AdwDialog *preferences;

    gtk_widget_set_size_request(adw_window_get_content(ADW_WINDOW(fixture->window)), 720, 760);
    g_assert_true(care_store_write(fixture->store, write_folder, NULL, NULL));
    save_typed(fixture, device, NULL);
    preferences = care_preferences_dialog_present(fixture->window, fixture->context, NULL);
    for (const char *const *page = (const char *const[]){ "shop", "backup", NULL }; *page; page++) {
        GtkWidget *button;

        adw_preferences_dialog_set_visible_page_name(ADW_PREFERENCES_DIALOG(preferences), *page);
        button = find_button(adw_dialog_get_child(preferences), data);
        if (button)
            g_signal_emit_by_name(button, "clicked");
    }
    while (care_under_way_any(fixture->store))
        g_main_context_iteration(NULL, TRUE);
    test_let_undo_end();
    care_toast_undo_last(fixture->window); /* the setting, if that can be */
    test_let_undo_end();
    g_assert_cmpint(count(fixture, "device"), ==, 1);
}

int
main(int argc, char **argv)
{
    static const DialogTest tests[] = {
        { "/take-back/leaves-theirs/dialog", test_dialog_leaves_theirs },
        { "/take-back/leaves-theirs/inline", test_inline_leaves_theirs },
        { "/take-back/leaves-theirs/move", test_move_leaves_theirs },
        { "/take-back/redo/edit", test_redo },
        { "/take-back/redo/added", test_added_again },
        { "/take-back/settled/dialog", test_settled_elsewhere, "dialog" },
        { "/take-back/settled/inline", test_settled_elsewhere, NULL },
        { "/take-back/settled/move", test_move_settled, NULL },
        { "/take-back/settled/undo", test_undo_settled },
        { "/take-back/settled/redo", test_redo_settled },
        { "/take-back/refused/for-now", test_busy },
        { "/take-back/refused/for-good", test_refused },
        { "/take-back/unsaved-stays", test_unsaved_stays },
        { "/take-back/page-left/held", test_page_left, "held" },
        { "/take-back/page-left/gone", test_page_left, NULL },
        { "/take-back/over-preferences", test_over_preferences },
        { "/take-back/setting-ends-undo/folder", test_setting_ends_undo, "No Daily Backup" },
        { "/take-back/setting-ends-undo/logo", test_setting_ends_undo, "Take the Logo Away" },
    };

    return run_all(argc, argv, tests, G_N_ELEMENTS(tests));
}
