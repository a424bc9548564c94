/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Today: which group a line stands in, what its button does, what the page says, and that rows stay. */

#include "display.h"

#include "ui/compose/compose-draft.h"
#include "ui/parts/due-act.h"
#include "ui/today/due-group.h"
#include "ui/today/due-row.h"
#include "ui/today/today-words.h"
#include "ui/today/week-bar.h"

static void
test_acts(void)
{
    static const struct {
        CareDueRule rule;
        const char *channel;
        CareDueAct act;
    } cases[] = {
        { CARE_DUE_COMPLAINT, "phone", CARE_DUE_ACT_CALL },
        { CARE_DUE_COMPLAINT, "email", CARE_DUE_ACT_ANSWER },
        { CARE_DUE_TO_TELL, NULL, CARE_DUE_ACT_CALL },
        { CARE_DUE_TO_TELL, "email", CARE_DUE_ACT_WRITE },
        { CARE_DUE_TO_TELL, "letter", CARE_DUE_ACT_WRITE },
        { CARE_DUE_FOLLOWUP, "letter", CARE_DUE_ACT_PRINT_CARD },
        { CARE_DUE_FOLLOWUP, "phone", CARE_DUE_ACT_CALL },
        { CARE_DUE_UNBILLED, "email", CARE_DUE_ACT_BILL },
        { CARE_DUE_OVERDUE, NULL, CARE_DUE_ACT_REMIND },
        { CARE_DUE_PAY_BACK, "email", CARE_DUE_ACT_PAY_BACK },
        { CARE_DUE_BACKUP, NULL, CARE_DUE_ACT_BACK_UP },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        const CareDueItem item = { .rule = cases[i].rule, .channel = (char *)cases[i].channel };

        g_assert_cmpint(care_due_act_of(&item), ==, cases[i].act);
    }
}

/* Whatever a rule's button does, it says so, and every way to somebody leads to one. */
static void
test_every_act_has_a_word(gconstpointer data)
{
    static const char *const channels[] = { NULL, "phone", "sms", "email", "letter", "counter" };

    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const CareDueItem item
            = { .rule = (CareDueRule)GPOINTER_TO_INT(data), .channel = (char *)channels[i] };

        g_assert_cmpint(care_due_act_of(&item), <, CARE_DUE_N_ACTS);
        g_assert_cmpstr(care_due_act_label(&item), !=, NULL);
    }
    g_assert_cmpstr(care_today_group_title(CARE_TODAY_GROUP(GPOINTER_TO_INT(data))), !=, NULL);
}

static void
test_away(void)
{
    const CareDate since = { 2026, 11, 21 }, today = { 2026, 11, 24 }, never = { 0 };
    CareDueItem sunday = { .rule = CARE_DUE_FOLLOWUP, .due = { 2026, 11, 22 } };
    CareDueItem seen = { .rule = CARE_DUE_FOLLOWUP, .due = { 2026, 11, 21 } };
    CareDueItem now = { .rule = CARE_DUE_FOLLOWUP, .due = { 2026, 11, 24 } };
    CareDueItem waiting = { .rule = CARE_DUE_COMPLAINT, .due = { 2026, 11, 22 } };

    g_assert_cmpint(care_today_group_of(&sunday, since, today), ==, CARE_TODAY_AWAY);
    g_assert_cmpint(care_today_group_of(&sunday, never, today), ==, CARE_TODAY_GROUP(CARE_DUE_FOLLOWUP));
    g_assert_cmpint(care_today_group_of(&seen, since, today), ==, CARE_TODAY_GROUP(CARE_DUE_FOLLOWUP));
    g_assert_cmpint(care_today_group_of(&now, since, today), ==, CARE_TODAY_GROUP(CARE_DUE_FOLLOWUP));
    g_assert_cmpint(care_today_group_of(&waiting, since, today), ==, CARE_TODAY_GROUP(CARE_DUE_COMPLAINT));
}

static void
test_greeting(void)
{
    static const struct {
        int hour;
        const char *name;
        const char *text;
    } cases[] = {
        { 8, "Mara Lind", "Good morning, Mara" },
        { 12, "Mara", "Good afternoon, Mara" },
        { 18, NULL, "Good evening" },
        { 9, "", "Good morning" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = care_today_greeting(cases[i].hour, cases[i].name);

        g_assert_cmpstr(text, ==, cases[i].text);
    }
}

/* An unsent message is kept under what it is for; those of schema 1 knew follow-ups alone. */
static void
test_draft_key(void)
{
    const CareMessageOccasion named
        = { .customer = 7, .situation = "occasion", .rule = CARE_DUE_OCCASION, .record = 9 };
    g_autofree char *key = care_compose_draft_key(&named);
    CareMessageOccasion read = { 0 };

    g_assert_true(care_compose_draft_parse(key, &read));
    g_assert_cmpint(read.customer, ==, 7);
    g_assert_cmpint(read.rule, ==, CARE_DUE_OCCASION);
    g_assert_cmpint(read.record, ==, 9);
    g_assert_cmpstr(read.situation, ==, "occasion");
    g_assert_true(care_compose_draft_parse("message:7:3:5:0:thanks", &read));
    g_assert_cmpint(read.rule, ==, CARE_DUE_FOLLOWUP);
    g_assert_cmpint(read.record, ==, 5);
    g_assert_cmpstr(read.situation, ==, "thanks");
    g_assert_false(care_compose_draft_parse("message:7:3:5:0:nonsense/thanks", &read));
}

static GPtrArray *
items_new(const char *ids, CareDueRule rule)
{
    GPtrArray *items = g_ptr_array_new_with_free_func((GDestroyNotify)care_due_item_free);

    for (const char *id = ids; *id; id++) {
        CareDueItem *item = g_new0(CareDueItem, 1);

        item->id = g_strdup_printf("%c", *id);
        item->rule = rule;
        item->record = *id;
        item->customer = 1;
        item->customer_name = g_strdup("Bea Koch");
        item->text = g_strdup_printf("Line %c", *id);
        item->due = (CareDate){ 2026, 11, 24 };
        g_ptr_array_add(items, item);
    }
    return items;
}

static void
test_sentence(void)
{
    g_autoptr(GPtrArray) none = items_new("", CARE_DUE_TO_TELL);
    g_autoptr(GPtrArray) one = items_new("a", CARE_DUE_BACKUP);
    g_autoptr(GPtrArray) two = items_new("ab", CARE_DUE_COMPLAINT);
    g_autofree char *nothing = care_today_sentence(none, 0);
    g_autofree char *single = care_today_sentence(one, 0);
    g_autofree char *both = care_today_sentence(two, 2);

    g_autofree char *later = care_today_sentence(one, 1);
    g_autofree char *all_later = care_today_sentence(none, 2);

    g_assert_cmpstr(nothing, ==, "Nothing is due.");
    /* put off, they wait all the same */
    g_assert_cmpstr(later, ==, "One thing is due. One person is waiting for a first answer.");
    g_assert_cmpstr(all_later, ==, "Nothing is due. 2 people are waiting for a first answer.");
    g_assert_cmpstr(single, ==, "One thing is due.");
    g_assert_cmpstr(both, ==, "2 things are due. 2 people are waiting for a first answer.");
}

typedef struct {
    GtkSizeGroup *buttons;
    CareClock *clock;
    GtkWidget *group;
    guint added;
} Fixture;

static void
on_added(Fixture *f)
{
    f->added++;
}

static void
set_up(Fixture *f, gconstpointer data)
{
    f->buttons = gtk_size_group_new(GTK_SIZE_GROUP_HORIZONTAL);
    f->clock = care_clock_new_fixed((CareDate){ 2026, 11, 24 });
    f->group = g_object_ref_sink(GTK_WIDGET(care_due_group_new("Follow-ups", f->buttons)));
    g_signal_connect_swapped(f->group, "row-added", G_CALLBACK(on_added), f);
}

static void
tear_down(Fixture *f, gconstpointer data)
{
    g_object_unref(f->group);
    g_object_unref(f->clock);
    g_object_unref(f->buttons);
}

static void
show(Fixture *f, const char *ids)
{
    g_autoptr(GPtrArray) items = items_new(ids, CARE_DUE_FOLLOWUP);

    care_due_group_set_items(CARE_DUE_GROUP(f->group), items, f->clock);
}

static int
place_of(Fixture *f, const char *id)
{
    CareDueRow *row = care_due_group_find(CARE_DUE_GROUP(f->group), id);

    return row ? gtk_list_box_row_get_index(GTK_LIST_BOX_ROW(row)) : -1;
}

static void
test_rows_stay(Fixture *f, gconstpointer data)
{
    CareDueRow *kept;

    show(f, "abc");
    kept = care_due_group_find(CARE_DUE_GROUP(f->group), "c");
    show(f, "cdb");
    g_assert_true(care_due_group_find(CARE_DUE_GROUP(f->group), "c") == kept);
    g_assert_cmpuint(f->added, ==, 4);
    g_assert_cmpint(place_of(f, "a"), ==, -1);
    g_assert_cmpint(place_of(f, "c"), ==, 0);
    g_assert_cmpint(place_of(f, "d"), ==, 1);
    g_assert_cmpint(place_of(f, "b"), ==, 2);
}

static void
test_empty_is_hidden(Fixture *f, gconstpointer data)
{
    show(f, "a");
    g_assert_true(gtk_widget_get_visible(f->group));
    show(f, "");
    g_assert_false(gtk_widget_get_visible(f->group));
}

static void
test_long_groups(Fixture *f, gconstpointer data)
{
    show(f, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    g_assert_cmpuint(f->added, ==, 30);
}

static GtkWidget *
menu_button_in(GtkWidget *widget)
{
    GtkWidget *found = GTK_IS_MENU_BUTTON(widget) ? widget : NULL;

    for (GtkWidget *child = gtk_widget_get_first_child(widget); !found && child;
         child = gtk_widget_get_next_sibling(child))
        found = menu_button_in(child);
    return found;
}

/* How many ways to put the line off its menu has. */
static int
ways_later(Fixture *f, CareDate time_to)
{
    g_autoptr(GPtrArray) items = items_new("a", CARE_DUE_OCCASION);
    g_autoptr(GMenuModel) later = NULL;
    GtkWidget *arrow;

    ((CareDueItem *)items->pdata[0])->time_to = time_to;
    care_due_group_set_items(CARE_DUE_GROUP(f->group), items, f->clock);
    arrow = menu_button_in(GTK_WIDGET(care_due_group_find(CARE_DUE_GROUP(f->group), "a")));
    gtk_menu_button_popup(GTK_MENU_BUTTON(arrow));
    gtk_menu_button_popdown(GTK_MENU_BUTTON(arrow));
    later = g_menu_model_get_item_link(gtk_menu_button_get_menu_model(GTK_MENU_BUTTON(arrow)), 0,
                                       G_MENU_LINK_SECTION);
    return g_menu_model_get_n_items(later);
}

/* This afternoon, tomorrow, next week, a day: but not when the line could not be told of any more by then. */
static void
test_later(Fixture *f, gconstpointer data)
{
    GtkWidget *window = gtk_window_new();

    gtk_window_set_child(GTK_WINDOW(window), f->group);
    gtk_window_present(GTK_WINDOW(window));
    test_settle();
    g_assert_cmpint(ways_later(f, (CareDate){ 0 }), ==, 4);
    g_assert_cmpint(ways_later(f, (CareDate){ 2026, 12, 1 }), ==, 4);
    g_assert_cmpint(ways_later(f, (CareDate){ 2026, 11, 30 }), ==, 3);
    g_assert_cmpint(ways_later(f, (CareDate){ 2026, 11, 24 }), ==, 2);
    gtk_window_set_child(GTK_WINDOW(window), NULL);
    gtk_window_destroy(GTK_WINDOW(window));
}

static void
test_narrow_row(Fixture *f, gconstpointer data)
{
    CareDueRow *row;
    CareDueItem item = { .id = (char *)"x",
                         .rule = CARE_DUE_COMPLAINT,
                         .record = 1,
                         .text = (char *)"“It leaks”",
                         .detail = (char *)"Tomasz Nowak",
                         .answer_by = care_clock_now(f->clock) + 3600 };
    g_autoptr(GPtrArray) items = g_ptr_array_new();

    g_ptr_array_add(items, &item);
    care_due_group_set_items(CARE_DUE_GROUP(f->group), items, f->clock);
    row = care_due_group_find(CARE_DUE_GROUP(f->group), "x");
    g_assert_cmpstr(adw_action_row_get_subtitle(ADW_ACTION_ROW(row)), ==, "Tomasz Nowak");
    care_due_group_set_narrow(CARE_DUE_GROUP(f->group), TRUE);
    g_assert_cmpstr(adw_action_row_get_subtitle(ADW_ACTION_ROW(row)), ==, "Answer by 13:00 · Tomasz Nowak");
}

/* Of a closed day: dimmed twice, it could not be read. */
static void
check_dimmed(GtkWidget *widget, guint above)
{
    guint n = above + gtk_widget_has_css_class(widget, "dimmed");

    g_assert_cmpuint(n, <=, 1);
    for (GtkWidget *c = gtk_widget_get_first_child(widget); c; c = gtk_widget_get_next_sibling(c))
        check_dimmed(c, n);
}

static void
test_closed_day(void)
{
    g_autoptr(GtkWidget) bar = g_object_ref_sink(g_object_new(CARE_TYPE_WEEK_BAR, NULL));
    CareWeekDay days[CARE_WEEK_DAYS] = { 0 };

    for (int i = 0; i < CARE_WEEK_DAYS; i++)
        days[i] = (CareWeekDay){ .date = { 2026, 11, 24 + i }, .open = i != 5 };
    care_week_bar_set_days(CARE_WEEK_BAR(bar), days, 2);
    check_dimmed(bar, 0);
}

#define ADD(path, func) g_test_add(path, Fixture, NULL, set_up, func, tear_down)

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    g_test_add_func("/today/acts", test_acts);
    for (int rule = 0; rule < CARE_DUE_N_RULES; rule++) {
        g_autofree char *path
            = g_strdup_printf("/today/word/%u-%s", (guint)rule, care_due_rule_nick((CareDueRule)rule));

        g_test_add_data_func(path, GINT_TO_POINTER(rule), test_every_act_has_a_word);
    }
    g_test_add_func("/today/draft-key", test_draft_key);
    g_test_add_func("/today/away", test_away);
    g_test_add_func("/today/greeting", test_greeting);
    g_test_add_func("/today/sentence", test_sentence);
    ADD("/today/group/rows-stay", test_rows_stay);
    ADD("/today/group/empty", test_empty_is_hidden);
    ADD("/today/group/long", test_long_groups);
    ADD("/today/row/later", test_later);
    ADD("/today/row/narrow", test_narrow_row);
    g_test_add_func("/today/week/closed-day", test_closed_day);
    return g_test_run();
}
