/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a record that is edited where it is shown, when somebody else writes the same, or holds the shop. */
#include "elsewhere-shop.h"

#include "store/draft.h"
#include "store/under-way.h"

static void
wait_until_asked(Fixture *fixture)
{
    while (!ADW_IS_ALERT_DIALOG(dialog_of(fixture)))
        g_main_context_iteration(NULL, TRUE);
}

/* With which somebody else writes a brand in the middle of ours. */
static CareInlineEdits *
asked_about(Fixture *fixture, CareRecord *device, const char *key)
{
    CareInlineEdits *edits = care_inline_edits_new(fixture->window, fixture->store);

    save(fixture, device);
    care_inline_edits_shown(edits, device, 0);
    care_inline_edits_keep_disputed(edits, key);
    write_elsewhere(fixture, device, CARE_DEVICE_BRAND, "Hammer");
    care_record_set_text(device, CARE_DEVICE_BRAND, "Lorry");
    care_inline_edits_save(edits, device, NULL);
    wait_until_asked(fixture);
    while (care_under_way_any(fixture->store)) /* what is asked about is being kept */
        g_main_context_iteration(NULL, TRUE);
    return edits;
}

static void
read_again(Fixture *fixture, CareInlineEdits *edits, CareRecord *device)
{
    g_autoptr(CareRecord) now
        = care_store_get(fixture->store, &care_device_kind, care_record_id(device), NULL);

    care_inline_edits_read(edits, device, now, 0);
}

static gboolean
has_draft(Fixture *fixture, const char *key)
{
    g_autofree char *text = care_draft_peek(fixture->store, key);

    return text != NULL;
}

/* Answered with what was written here, and refused: it stays on its page, and is saved with what is written next. */
static void
test_refused_answer(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");
    g_autoptr(CareInlineEdits) edits = asked_about(fixture, device, "device:1");
    sqlite3 *other = hold(fixture);

    press_save(fixture);
    wait_until_closed(fixture);
    wait_and_release(fixture, other);
    read_again(fixture, edits, device);
    g_assert_cmpstr(care_record_text(device, CARE_DEVICE_BRAND), ==, "Lorry");
    g_assert_true(care_inline_edits_are_disputed(edits));
    g_assert_true(has_draft(fixture, "device:1"));
    assert_text(fixture, device, CARE_DEVICE_BRAND, "Hammer");

    care_record_set_text(device, CARE_DEVICE_MODEL, "Charger4");
    care_inline_edits_save(edits, device, NULL);
    wait_for_text(fixture, device, CARE_DEVICE_MODEL, "Charger4");
    assert_text(fixture, device, CARE_DEVICE_BRAND, "Lorry");
    g_assert_null(dialog_of(fixture));
    test_settle();
    g_assert_false(has_draft(fixture, "device:1"));
}

/* A row that somebody types in. */
static void
type_inline(Fixture *fixture, CareInlineEdits *edits, CareRecord *device, const char *brand)
{
    g_autoptr(CareRecord) typed = care_record_copy(device);

    care_record_set_text(typed, CARE_DEVICE_BRAND, brand);
    care_inline_edits_save_typed(edits, typed, "device:1");
    wait_for_inline(edits);
}

static void
test_typed_elsewhere(Fixture *fixture, gconstpointer data)
{
    const char *const said = "Already done elsewhere: City bike saved";
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");
    g_autoptr(CareInlineEdits) edits = care_inline_edits_new(fixture->window, fixture->store);

    save(fixture, device);
    care_inline_edits_shown(edits, device, 0);
    type_inline(fixture, edits, device, "Lor");
    read_again(fixture, edits, device);
    type_inline(fixture, edits, device, "Lor "); /* a blank is nothing that was done here, or elsewhere */
    g_assert_false(says(fixture->window, said));
    read_again(fixture, edits, device);
    write_elsewhere(fixture, device, CARE_DEVICE_BRAND, "Lorry");
    type_inline(fixture, edits, device, "Lorry");
    wait_until_says(fixture->window, said);
    wait_and_undo(fixture);
    test_let_undo_end();
    assert_text(fixture, device, CARE_DEVICE_BRAND, "Lorry");
    g_assert_true(care_toast_undo_last(fixture->window)); /* the one before, which is refused */
    wait_until_says(fixture->window, "is “Lorry” there");
}

int
main(int argc, char **argv)
{
    static const DialogTest tests[] = {
        { "/inline-edits/refused-answer", test_refused_answer },
        { "/inline-edits/typed-elsewhere", test_typed_elsewhere },
    };

    return run_all(argc, argv, tests, G_N_ELEMENTS(tests));
}
