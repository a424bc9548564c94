/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer that is set aside for another dialog comes back to be gone on with; one that is given at the counter is kept
 * while it is written, and where it cannot be saved; Enter in a list of customers means what was typed. */
#include "dialog-shop.h"

#include "model/feedback.h"
#include "model/followup.h"
#include "store/draft.h"
#include "ui/feedback/answer-dialog.h"
#include "ui/feedback/survey-window.h"
#include "ui/parts/call-dialog.h"
#include "ui/parts/customer-chooser.h"

static GtkWidget *
find_type(GtkWidget *root, GType type)
{
    if (g_type_is_a(G_OBJECT_TYPE(root), type))
        return root;
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c)) {
        GtkWidget *found = find_type(c, type);

        if (found)
            return found;
    }
    return NULL;
}

static void
write_words(GtkWidget *root, const char *words)
{
    gtk_text_buffer_set_text(gtk_text_view_get_buffer(GTK_TEXT_VIEW(find_type(root, GTK_TYPE_TEXT_VIEW))),
                             words, -1);
}

static gboolean
has_cursor(Fixture *fixture)
{
    GtkWidget *focus = gtk_window_get_focus(GTK_WINDOW(fixture->window));

    return focus && dialog_of(fixture) && gtk_widget_is_ancestor(focus, GTK_WIDGET(dialog_of(fixture)));
}

static void
wait_for_cursor(Fixture *fixture, GType type)
{
    for (gint64 end = g_get_monotonic_time() + 5 * G_USEC_PER_SEC;
         !G_TYPE_CHECK_INSTANCE_TYPE(dialog_of(fixture), type) || !has_cursor(fixture);) {
        g_assert_cmpint(g_get_monotonic_time(), <, end);
        g_main_context_iteration(NULL, FALSE);
    }
}

static void
make_room(Fixture *fixture)
{
    gtk_widget_set_size_request(adw_window_get_content(ADW_WINDOW(fixture->window)), 720, 760);
}

static void
ask(Fixture *fixture)
{
    g_autoptr(CareRecord) followup = CARE_RECORD(care_followup_new());

    make_room(fixture);
    care_record_set_int(followup, CARE_FOLLOWUP_CUSTOMER, fixture->customer);
    care_record_set_text(followup, CARE_FOLLOWUP_KIND, "feedback");
    care_record_set_text(followup, CARE_FOLLOWUP_TITLE, "how it went");
    care_record_set_date(followup, CARE_FOLLOWUP_DUE,
                         care_clock_today(care_context_get_clock(fixture->context)));
    save(fixture, followup);
    care_answer_dialog_ask(fixture->window, fixture->context, care_record_id(followup), NULL);
    wait_for_cursor(fixture, CARE_TYPE_ANSWER_DIALOG);
}

static void
answer(Fixture *fixture)
{
    g_autoptr(CareRecord) feedback = CARE_RECORD(care_feedback_new());

    make_room(fixture);
    care_record_set_int(feedback, CARE_FEEDBACK_CUSTOMER, fixture->customer);
    care_record_set_text(feedback, CARE_FEEDBACK_CHANNEL, "phone");
    care_record_set_int(feedback, CARE_FEEDBACK_AT, care_clock_now(care_context_get_clock(fixture->context)));
    care_answer_dialog_present(fixture->window, fixture->context, feedback);
    wait_for_cursor(fixture, CARE_TYPE_ANSWER_DIALOG);
}

static void
activate(Fixture *fixture, const char *title)
{
    g_signal_emit_by_name(in_dialog(fixture, ADW_TYPE_BUTTON_ROW, title), "activated");
}

/* It stands there again with what was written, and takes keys. */
static void
assert_comes_back(Fixture *fixture)
{
    g_assert_true(care_toast_undo_unsaved(fixture->window));
    wait_for_cursor(fixture, CARE_TYPE_ANSWER_DIALOG);
    g_assert_true(
        gtk_widget_grab_focus(find_type(adw_dialog_get_child(dialog_of(fixture)), GTK_TYPE_TEXT_VIEW)));
    g_assert_true(has_cursor(fixture));
}

static void
test_nobody_to_ask(Fixture *fixture, gconstpointer data)
{
    ask(fixture);
    write_words(adw_dialog_get_child(dialog_of(fixture)), "Rides like new");
    activate(fixture, "Nobody to Ask");
    wait_for_cursor(fixture, CARE_TYPE_CALL_DIALOG);
    adw_dialog_close(dialog_of(fixture));
    wait_until_closed(fixture);
    assert_comes_back(fixture);
}

static void
test_not_handed_over(Fixture *fixture, gconstpointer data)
{
    answer(fixture);
    write_words(adw_dialog_get_child(dialog_of(fixture)), "Rides like new");
    activate(fixture, "Let Them Answer");
    g_assert_true(ADW_IS_ALERT_DIALOG(dialog_of(fixture)));
    adw_dialog_close(dialog_of(fixture));
    wait_for_cursor(fixture, CARE_TYPE_ANSWER_DIALOG);
    g_assert_false(care_toast_undo_unsaved(fixture->window));
}

/* Whatever closes one under another. */
static void
test_closed_below(Fixture *fixture, gconstpointer data)
{
    AdwDialog *over = adw_alert_dialog_new("Over it", NULL);
    AdwDialog *below;

    adw_alert_dialog_add_response(ADW_ALERT_DIALOG(over), "no", "No");
    answer(fixture);
    below = dialog_of(fixture);
    write_words(adw_dialog_get_child(below), "Rides like new");
    adw_dialog_present(over, fixture->window);
    adw_dialog_close(below);
    test_settle();
    adw_dialog_close(over);
    wait_until_closed(fixture);
    assert_comes_back(fixture);
}

static CareSurveyWindow *
survey_of(void)
{
    g_autoptr(GList) windows = gtk_window_list_toplevels();

    for (GList *w = windows; w; w = w->next)
        if (CARE_IS_SURVEY_WINDOW(w->data))
            return w->data;
    return NULL;
}

static CareSurveyWindow *
hand_over(Fixture *fixture)
{
    answer(fixture);
    activate(fixture, "Let Them Answer");
    g_signal_emit_by_name(dialog_of(fixture), "response", "yes");
    adw_dialog_force_close(dialog_of(fixture));
    wait_until_closed(fixture);
    g_assert_nonnull(survey_of());
    return survey_of();
}

static GtkWidget *
button_of(GtkWidget *root, const char *label)
{
    if (GTK_IS_BUTTON(root) && g_strcmp0(gtk_button_get_label(GTK_BUTTON(root)), label) == 0)
        return root;
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c)) {
        GtkWidget *found = button_of(c, label);

        if (found)
            return found;
    }
    return NULL;
}

static void
press(CareSurveyWindow *survey, const char *label)
{
    g_signal_emit_by_name(button_of(GTK_WIDGET(survey), label), "clicked");
}

static char *
draft(Fixture *fixture)
{
    g_autofree char *key = care_draft_key_of_new("survey", fixture->customer);

    return care_draft_peek(fixture->store, key);
}

static void
wait_for_draft(Fixture *fixture, const char *words)
{
    for (gint64 end = g_get_monotonic_time() + 5 * G_USEC_PER_SEC; TRUE;) {
        g_autofree char *text = draft(fixture);

        if (words ? text && strstr(text, words) : !text)
            return;
        g_assert_cmpint(g_get_monotonic_time(), <, end);
        g_main_context_iteration(NULL, FALSE);
    }
}

static void
test_survey_is_kept(Fixture *fixture, gconstpointer data)
{
    CareSurveyWindow *survey = hand_over(fixture);

    press(survey, "Skip");
    write_words(GTK_WIDGET(survey), "Quick and kind");
    wait_for_draft(fixture, "Quick and kind");
    g_assert_cmpint(count(fixture, "feedback"), ==, 0);
    press(survey, "Next");
    press(survey, "Skip");
    wait_for_count(fixture, "feedback", 1);
    wait_for_draft(fixture, NULL);
    gtk_window_destroy(GTK_WINDOW(survey));
}

static void
test_survey_is_refused(Fixture *fixture, gconstpointer data)
{
    CareSurveyWindow *survey = hand_over(fixture);
    sqlite3 *other = hold(fixture);

    press(survey, "Skip");
    write_words(GTK_WIDGET(survey), "Quick and kind");
    press(survey, "Next");
    press(survey, "Skip");
    for (gint64 end = g_get_monotonic_time() + 20 * G_USEC_PER_SEC; !dialog_of(fixture);) {
        g_assert_cmpint(g_get_monotonic_time(), <, end);
        g_main_context_iteration(NULL, FALSE);
    }
    g_assert_true(CARE_IS_ANSWER_DIALOG(dialog_of(fixture)));
    g_assert_nonnull(find(adw_dialog_get_child(dialog_of(fixture)), GTK_TYPE_LABEL, "Another program"));
    wait_for_draft(fixture, "Quick and kind");
    sqlite3_close(other);
    press_save(fixture);
    wait_until_closed(fixture);
    g_assert_cmpint(count(fixture, "feedback"), ==, 1);
    wait_for_draft(fixture, NULL);
    gtk_window_destroy(GTK_WINDOW(survey));
}

static CareId
add_customer(Fixture *fixture, const char *name)
{
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());

    care_record_set_text(customer, CARE_CUSTOMER_NAME, name);
    save(fixture, customer);
    return care_record_id(customer);
}

static CareId chosen;

static void
on_chosen(CareId customer, gpointer data)
{
    chosen = customer;
}

static void
wait_for_choice(CareId id)
{
    for (gint64 end = g_get_monotonic_time() + 5 * G_USEC_PER_SEC; chosen == 0;) {
        g_assert_cmpint(g_get_monotonic_time(), <, end);
        g_main_context_iteration(NULL, FALSE);
    }
    g_assert_cmpint(chosen, ==, id);
}

/* data: what was typed, and looked for, before. */
static void
test_enter_waits(Fixture *fixture, gconstpointer data)
{
    CareId baumann = add_customer(fixture, "Ute Baumann");
    GtkWidget *entry;

    add_customer(fixture, "Bau und Garten");
    chosen = 0;
    make_room(fixture);
    care_customer_chooser_present(fixture->window, fixture->context, "Who Answered?", NULL, on_chosen,
                                  fixture->window);
    entry = find_type(adw_dialog_get_child(dialog_of(fixture)), GTK_TYPE_SEARCH_ENTRY);
    gtk_editable_set_text(GTK_EDITABLE(entry), data);
    test_settle();
    gtk_editable_set_text(GTK_EDITABLE(entry), "Baumann");
    g_signal_emit_by_name(entry, "activate");
    wait_for_choice(baumann);
}

int
main(int argc, char **argv)
{
    static const DialogTest tests[] = {
        { "/answers/comes-back/nobody-to-ask", test_nobody_to_ask },
        { "/answers/comes-back/closed-below", test_closed_below },
        { "/answers/not-handed-over", test_not_handed_over },
        { "/answers/survey/kept", test_survey_is_kept },
        { "/answers/survey/refused", test_survey_is_refused },
        { "/answers/enter-waits/all", test_enter_waits, "" },
        { "/answers/enter-waits/fewer-letters", test_enter_waits, "Bau" },
        { "/answers/enter-waits/nobody", test_enter_waits, "Xy" },
    };

    return run_all(argc, argv, tests, G_N_ELEMENTS(tests));
}
