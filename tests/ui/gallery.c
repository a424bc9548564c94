/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The shared widgets with made-up content, to look at while working on them: gallery [customer|insights|intake|paper]. */

#include <adwaita.h>

#include "ui/kit/chip.h"
#include "ui/kit/columns.h"
#include "ui/kit/date-row.h"
#include "ui/kit/decimal-row.h"
#include "ui/kit/money-row.h"
#include "ui/kit/paper-view.h"
#include "ui/parts/person-row.h"
#include "ui/parts/plan-lane.h"
#include "ui/kit/stat-strip.h"
#include "ui/parts/thing-icon.h"
#include "ui/parts/timeline.h"
#include "ui/init.h"

#include "insights-sample.h"

static GtkWidget *
chips_new(void)
{
    GtkWidget *box = adw_wrap_box_new();
    const char *const tags[] = { "Commuter", "Cargo trailer", "No offers" };

    adw_wrap_box_set_child_spacing(ADW_WRAP_BOX(box), 6);
    adw_wrap_box_set_line_spacing(ADW_WRAP_BOX(box), 6);
    adw_wrap_box_append(ADW_WRAP_BOX(box),
                        care_chip_new("care-phone-symbolic", "Prefers a call", CARE_TONE_ACCENT));
    adw_wrap_box_append(ADW_WRAP_BOX(box),
                        care_chip_new("care-person-symbolic", "Looked after by Jonas", CARE_TONE_NEUTRAL));
    for (guint i = 0; i < G_N_ELEMENTS(tags); i++)
        adw_wrap_box_append(ADW_WRAP_BOX(box), care_chip_new(NULL, tags[i], CARE_TONE_NEUTRAL));
    return box;
}

static GtkWidget *
strip_new(void)
{
    CareStatStrip *strip = CARE_STAT_STRIP(g_object_new(CARE_TYPE_STAT_STRIP, NULL));

    care_stat_strip_add(strip, "Open promise", "Tell her it is ready", "since Friday, 16:40",
                        CARE_TONE_WARNING, 0);
    care_stat_strip_add(strip, "Device", "E-bike Charger4", "4,120 km, frame R7712", CARE_TONE_NEUTRAL, 2);
    care_stat_strip_add(strip, "Last visit", "12 days ago", "brake pads and chain", CARE_TONE_NEUTRAL, 3);
    care_stat_strip_add(strip, "Warranty", "657 days left", "until 11 Sep 2028", CARE_TONE_NEUTRAL, 1);
    care_stat_strip_set_note(strip,
                             "Rides to work in all weathers. Her daughter Lina learned to ride this summer.");
    return GTK_WIDGET(strip);
}

static CareTimelineEntry *
add(GListStore *store, const char *icon, CareTone tone, const char *month, const char *date,
    const char *title, const char *caption)
{
    g_autoptr(CareTimelineEntry) entry = care_timeline_entry_new("job", 1, icon, tone, month, date, title);

    care_timeline_entry_set_caption(entry, caption);
    g_list_store_append(store, entry);
    return entry;
}

static GtkWidget *
timeline_new(void)
{
    GtkWidget *timeline = g_object_new(CARE_TYPE_TIMELINE, NULL);
    GtkWidget *tools = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0);
    g_autoptr(GListStore) store = g_list_store_new(CARE_TYPE_TIMELINE_ENTRY);
    CareTimelineEntry *entry;

    add(store, "care-wrench-symbolic", CARE_TONE_ACCENT, "November 2026", "Fri 20, 16:40",
        "Brake pads and chain finished", "Job 2026-318 · E-bike Charger4 · Jonas · not told yet");
    add(store, "care-phone-symbolic", CARE_TONE_NEUTRAL, "November 2026", "Mon 16, 11:15",
        "Bea called: can a new rear light be fitted too?", "Jonas said yes, €18.00 on top of the quote");
    add(store, "care-bike-symbolic", CARE_TONE_NEUTRAL, "November 2026", "Thu 12, 9:10", "E-bike taken in",
        "Brake pads and chain · agreed €96.00 · promised Friday 20 November");
    entry = add(store, "care-check-symbolic", CARE_TONE_SUCCESS, "October 2026", "Fri 30",
                "Complaint settled: rear light failed again",
                "Light replaced as goodwill, €24.00 · Bea confirmed");
    care_timeline_entry_add_step(entry, "Received", "Tue 27, 17:50", CARE_TONE_NEUTRAL);
    care_timeline_entry_add_step(entry, "Acknowledged", "after 25 min", CARE_TONE_NEUTRAL);
    care_timeline_entry_add_step(entry, "Resolved", "Fri 30, 12:10", CARE_TONE_SUCCESS);
    add(store, "care-gift-symbolic", CARE_TONE_NEUTRAL, "October 2026", "Wed 21",
        "Gift: a brass bell, for three years with us", "€9.80 · handed over by Jonas");
    entry = add(store, "care-speech-symbolic", CARE_TONE_SUCCESS, "September 2026", "Thu 24",
                "Bea would recommend us", NULL);
    care_timeline_entry_set_pill(entry, "9 of 10");
    care_timeline_entry_set_quote(entry, "Quick, and they showed me how to tighten it myself.");
    add(store, "care-receipt-symbolic", CARE_TONE_NEUTRAL, "September 2026", "Tue 15",
        "Invoice 2026-0361 paid, €142.00", "By card, as agreed");
    add(store, "care-speech-symbolic", CARE_TONE_WARNING, "September 2026", "Mon 14",
        "Complaint: the bell fell off", "Not answered yet");

    for (guint i = 0; i < 3; i++) {
        const char *const icons[] = { "edit-find-symbolic", "view-more-symbolic", "document-print-symbolic" };
        GtkWidget *button = gtk_button_new_from_icon_name(icons[i]);

        gtk_widget_add_css_class(button, "flat");
        gtk_box_append(GTK_BOX(tools), button);
    }
    care_timeline_set_tools(CARE_TIMELINE(timeline), tools);
    care_timeline_set_entries(CARE_TIMELINE(timeline), G_LIST_MODEL(store));
    return timeline;
}

static GtkWidget *
lane_new(void)
{
    static const CareLaneStep steps[] = {
        { "care-wrench-symbolic", CARE_TONE_OWED, "start", "Thu 26 Nov", "Hand-over", "promised 16:00" },
        { "care-heart-symbolic", CARE_TONE_NEUTRAL, "after 1 day", "Fri 27 Nov", "Thank-you",
          "card, by hand" },
        { "care-phone-symbolic", CARE_TONE_NEUTRAL, "after 5 days", "Tue 1 Dec", "Still braking well?",
          "call · Jonas" },
        { "care-speech-symbolic", CARE_TONE_NEUTRAL, "after 2 weeks", "Thu 10 Dec", "How did it go?",
          "counter or paper" },
        { "care-bike-symbolic", CARE_TONE_NEUTRAL, "after 3 months", "Fri 26 Feb 2027", "Spring service",
          "e-mail" },
        { "care-shield-symbolic", CARE_TONE_SUCCESS, "after 23 months", "Fri 27 Oct 2028", "Warranty check",
          "30 days before it ends" },
    };
    GtkWidget *lane = g_object_new(CARE_TYPE_PLAN_LANE, NULL);

    care_plan_lane_set_steps(CARE_PLAN_LANE(lane), steps, G_N_ELEMENTS(steps));
    return lane;
}

static GtkWidget *
rows_new(void)
{
    GtkWidget *group = adw_preferences_group_new();
    GtkWidget *thing = adw_action_row_new();
    GtkWidget *date = g_object_new(CARE_TYPE_DATE_ROW, "title", "Promised", NULL);
    GtkWidget *money = g_object_new(CARE_TYPE_MONEY_ROW, "title", "Agreed price", NULL);
    GtkWidget *quantity = g_object_new(CARE_TYPE_DECIMAL_ROW, "title", "Hours", NULL);
    GtkWidget *wrong = g_object_new(CARE_TYPE_DATE_ROW, "title", "Birthday", "needs-year", FALSE, NULL);

    adw_preferences_group_set_title(ADW_PREFERENCES_GROUP(group), "What We Agree");
    adw_preferences_group_add(ADW_PREFERENCES_GROUP(group),
                              care_person_row_new("Priya Nair", NULL, "0173 556 30 08 · prefers e-mail"));
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(thing), "Cargo bike, Load 75");
    adw_action_row_set_subtitle(ADW_ACTION_ROW(thing), "Frame L75-20417 · 2 earlier jobs");
    adw_action_row_add_prefix(ADW_ACTION_ROW(thing),
                              care_thing_icon_new("care-bike-symbolic", CARE_TONE_NEUTRAL));
    adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), thing);

    care_date_row_set_today(CARE_DATE_ROW(date), (CareDate){ 2026, 11, 24 });
    care_date_row_set_date(CARE_DATE_ROW(date), (CareDate){ 2026, 11, 26 });
    care_typed_row_set_value_text(CARE_TYPED_ROW(money), "74.50");
    care_typed_row_set_value_text(CARE_TYPED_ROW(quantity), "0.75");
    gtk_editable_set_text(GTK_EDITABLE(wrong), "31.02.");
    care_typed_row_check(CARE_TYPED_ROW(wrong));
    adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), date);
    adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), quantity);
    adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), wrong);
    adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), money);
    return group;
}

static void
draw_page(cairo_t *cr, guint page, gpointer user_data)
{
    cairo_set_source_rgb(cr, 0.1, 0.1, 0.1);
    cairo_select_font_face(cr, "sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
    cairo_set_font_size(cr, 16);
    cairo_move_to(cr, 56, 80);
    cairo_show_text(cr, page == 0 ? "Invoice" : "Page 2");
    cairo_set_line_width(cr, 0.5);
    cairo_move_to(cr, 56, 100);
    cairo_line_to(cr, 539, 100);
    cairo_stroke(cr);
}

static GtkWidget *
page_new(const char *which)
{
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 18);

    if (g_str_equal(which, "paper")) {
        GtkWidget *paper = g_object_new(CARE_TYPE_PAPER_VIEW, NULL);

        care_paper_view_set_pages(CARE_PAPER_VIEW(paper), 2, 595, 842, draw_page, NULL, NULL);
        gtk_box_append(GTK_BOX(box), paper);
    } else if (g_str_equal(which, "intake")) {
        gtk_box_append(GTK_BOX(box), rows_new());
        gtk_box_append(GTK_BOX(box), lane_new());
    } else {
        gtk_box_append(GTK_BOX(box), chips_new());
        gtk_box_append(GTK_BOX(box), strip_new());
        gtk_box_append(GTK_BOX(box), timeline_new());
    }
    gtk_widget_set_margin_top(box, 18);
    gtk_widget_set_margin_bottom(box, 18);
    gtk_widget_set_margin_start(box, 12);
    gtk_widget_set_margin_end(box, 12);
    return box;
}

static void
on_activate(GtkApplication *app, gpointer which)
{
    GtkWidget *window = adw_application_window_new(app);
    GtkWidget *view = adw_toolbar_view_new();
    GtkWidget *scrolled = gtk_scrolled_window_new();
    GtkWidget *clamp = adw_clamp_new();

    if (g_str_equal(which, "insights")) {
        GtkWidget *board = g_object_new(CARE_TYPE_INSIGHTS_BOARD, NULL);

        insights_sample_fill(CARE_INSIGHTS_BOARD(board));
        adw_toolbar_view_add_top_bar(ADW_TOOLBAR_VIEW(view), adw_header_bar_new());
        adw_toolbar_view_set_content(ADW_TOOLBAR_VIEW(view), board);
        adw_application_window_set_content(ADW_APPLICATION_WINDOW(window), view);
        gtk_window_set_default_size(GTK_WINDOW(window), 1050, 860);
        gtk_widget_set_size_request(window, 360, 300);
        gtk_window_present(GTK_WINDOW(window));
        return;
    }
    adw_clamp_set_maximum_size(ADW_CLAMP(clamp), g_str_equal(which, "intake") ? 930 : 734);
    adw_clamp_set_child(ADW_CLAMP(clamp), page_new(which));
    gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(scrolled), clamp);
    adw_toolbar_view_add_top_bar(ADW_TOOLBAR_VIEW(view), adw_header_bar_new());
    adw_toolbar_view_set_content(ADW_TOOLBAR_VIEW(view), scrolled);
    adw_application_window_set_content(ADW_APPLICATION_WINDOW(window), view);
    gtk_window_set_default_size(GTK_WINDOW(window), 1000, 860);
    gtk_widget_set_size_request(window, 360, 300);
    gtk_window_present(GTK_WINDOW(window));
}

int
main(int argc, char **argv)
{
    g_autoptr(AdwApplication) app = NULL;

    care_ui_init();
    app = g_object_new(ADW_TYPE_APPLICATION, "application-id", "com.example.Aftercare.Gallery", "flags",
                       G_APPLICATION_NON_UNIQUE, "resource-base-path", "/com/example/Aftercare", NULL);
    g_signal_connect(app, "activate", G_CALLBACK(on_activate), argc > 1 ? argv[1] : (gpointer) "customer");
    return g_application_run(G_APPLICATION(app), 1, argv);
}
