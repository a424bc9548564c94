/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the place Feedback says, and its bar of numbers. */

#include "display.h"

#include "model/complaint.h"
#include "model/feedback.h"
#include "ui/feedback/feedback-words.h"
#include "ui/feedback/score-bar.h"

/* 0 is an answer, nothing is none. */
static void
test_pill(void)
{
    g_autoptr(CareRecord) feedback = CARE_RECORD(care_feedback_new());
    g_autofree char *nothing = care_answer_pill(feedback);
    g_autofree char *zero = NULL;
    g_autofree char *satisfied = NULL;

    g_assert_null(nothing);
    care_record_set_int(feedback, CARE_FEEDBACK_SATISFACTION, 4);
    satisfied = care_answer_pill(feedback);
    g_assert_cmpstr(satisfied, ==, "4 of 5");
    care_record_set_int(feedback, CARE_FEEDBACK_SCORE, 0);
    zero = care_answer_pill(feedback);
    g_assert_cmpstr(zero, ==, "0 of 10");
}

typedef struct {
    int received; /* hours before now; what follows is 0 where it did not happen */
    int acknowledged;
    int resolved;
    const char *words;
    CareTone tone;
} Standing;

/* The shop's eight hours: Monday to Friday 9 to 18, now Tuesday 12:00. */
static const Standing standings[] = {
    { 1, 0, 0, "Answer by Wed 25 Nov, 10:00", CARE_TONE_WARNING },
    { 27, 0, 0, "Answer was due yesterday, 17:00", CARE_TONE_WARNING },
    { 27, 26, 0, "Being settled", CARE_TONE_NEUTRAL },
    { 27, 26, 2, "Settled 24 Nov", CARE_TONE_SUCCESS },
};

static void
test_standing(gconstpointer data)
{
    const Standing *c = data;
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
    CareInstant now = care_instant_of_date((CareDate){ 2026, 11, 24 }, 12, 0, utc);
    g_autoptr(CareClock) clock = care_clock_new_fixed_at(now, utc);
    g_autoptr(CareContext) context = test_context_new();
    CareStore *store = care_context_get_store(context);
    g_autoptr(CareRecord) complaint = CARE_RECORD(care_complaint_new());
    g_autoptr(CareAnswerClock) answers = NULL;
    g_autofree char *words = NULL;
    CareTone tone;

    care_store_set_setting(store, CARE_SETTING_OPENING_HOURS, "Mo-Fr 09:00-18:00", NULL);
    care_store_set_setting(store, CARE_SETTING_ANSWER_HOURS, "8", NULL);
    answers = care_answer_clock_new(care_store_reader(store), clock);
    care_record_set_int(complaint, CARE_COMPLAINT_RECEIVED, now - c->received * 3600);
    if (c->acknowledged)
        care_record_set_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED, now - c->acknowledged * 3600);
    if (c->resolved)
        care_record_set_int(complaint, CARE_COMPLAINT_RESOLVED, now - c->resolved * 3600);
    words = care_complaint_standing(complaint, answers, clock, &tone);
    g_assert_cmpstr(words, ==, c->words);
    g_assert_cmpint(tone, ==, c->tone);
}

static GtkToggleButton *
button_at(CareScoreBar *bar, int position)
{
    GtkWidget *child = gtk_widget_get_first_child(adw_bin_get_child(ADW_BIN(bar)));

    while (position-- > 0)
        child = gtk_widget_get_next_sibling(child);
    return GTK_TOGGLE_BUTTON(child);
}

static void
test_score_bar(void)
{
    g_autoptr(CareScoreBar) bar
        = g_object_ref_sink(g_object_new(CARE_TYPE_SCORE_BAR, "low", 1, "high", 5, NULL));

    g_assert_cmpint(care_score_bar_get_value(bar), ==, -1);
    gtk_toggle_button_set_active(button_at(bar, 3), TRUE);
    g_assert_cmpint(care_score_bar_get_value(bar), ==, 4);
    gtk_toggle_button_set_active(button_at(bar, 0), TRUE);
    g_assert_cmpint(care_score_bar_get_value(bar), ==, 1);
    g_assert_false(gtk_toggle_button_get_active(button_at(bar, 3)));
    gtk_toggle_button_set_active(button_at(bar, 0), FALSE);
    g_assert_cmpint(care_score_bar_get_value(bar), ==, -1);
}

static int
after_key(CareScoreBar *bar, guint key)
{
    g_autoptr(GListModel) controllers = gtk_widget_observe_controllers(GTK_WIDGET(bar));

    for (guint i = 0; i < g_list_model_get_n_items(controllers); i++) {
        g_autoptr(GtkEventController) controller = g_list_model_get_item(controllers, i);
        gboolean handled;

        if (GTK_IS_EVENT_CONTROLLER_KEY(controller))
            g_signal_emit_by_name(controller, "key-pressed", key, 0, 0, &handled);
    }
    return care_score_bar_get_value(bar);
}

/* What is typed is chosen, and so is what an arrow comes to. */
static void
test_score_keys(void)
{
    GtkWidget *window = gtk_window_new();
    CareScoreBar *bar = g_object_new(CARE_TYPE_SCORE_BAR, NULL);

    gtk_window_set_child(GTK_WINDOW(window), GTK_WIDGET(bar));
    gtk_widget_grab_focus(GTK_WIDGET(bar));
    g_assert_cmpint(care_score_bar_get_value(bar), ==, -1);
    g_assert_cmpint(after_key(bar, GDK_KEY_2), ==, 2);
    g_assert_true(gtk_toggle_button_get_active(button_at(bar, 2)));
    g_assert_true(gtk_widget_is_focus(GTK_WIDGET(button_at(bar, 2))));
    g_assert_cmpint(after_key(bar, GDK_KEY_2), ==, 2);
    g_assert_cmpint(after_key(bar, GDK_KEY_Right), ==, 3);
    g_assert_cmpint(after_key(bar, GDK_KEY_Up), ==, 2);
    g_assert_cmpint(after_key(bar, GDK_KEY_1), ==, 1);
    g_assert_cmpint(after_key(bar, GDK_KEY_KP_0), ==, 10);
    g_assert_cmpint(after_key(bar, GDK_KEY_Down), ==, 10);
    g_assert_cmpint(after_key(bar, GDK_KEY_0), ==, 0);
    g_assert_cmpint(after_key(bar, GDK_KEY_Left), ==, 0);
    g_assert_cmpint(after_key(bar, GDK_KEY_1), ==, 1);
    g_usleep(1100 * 1000);
    g_assert_cmpint(after_key(bar, GDK_KEY_0), ==, 0);
    gtk_window_destroy(GTK_WINDOW(window));
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    g_test_add_func("/ui/feedback/pill", test_pill);
    for (guint i = 0; i < G_N_ELEMENTS(standings); i++) {
        g_autofree char *path = g_strdup_printf("/ui/feedback/standing/%u", i);

        g_test_add_data_func(path, &standings[i], test_standing);
    }
    g_test_add_func("/ui/feedback/score-bar", test_score_bar);
    g_test_add_func("/ui/feedback/score-keys", test_score_keys);
    return g_test_run();
}
