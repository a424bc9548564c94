/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of Preferences ask of the settings of a shop. */
#pragma once

#include "dialog-shop.h"

#include "store/setting.h"
#include "store/under-way.h"
#include "ui/parts/time-row.h"

/* Whatever rests or is under way has been saved then. */
static inline void
wait_saved(Fixture *fixture)
{
    for (gint64 end = g_get_monotonic_time() + 900 * 1000; g_get_monotonic_time() < end;)
        g_main_context_iteration(NULL, FALSE);
    while (care_under_way_any(fixture->store))
        g_main_context_iteration(NULL, TRUE);
}

/* On a busy machine a rest takes longer than it should. */
static inline void
assert_setting(Fixture *fixture, const char *key, const char *value)
{
    g_autofree char *stored = care_store_setting(fixture->store, key);

    for (gint64 end = g_get_monotonic_time() + 10 * G_USEC_PER_SEC;
         g_strcmp0(stored, value) != 0 && g_get_monotonic_time() < end;) {
        g_main_context_iteration(NULL, FALSE);
        g_free(stored);
        stored = care_store_setting(fixture->store, key);
    }
    g_assert_cmpstr(stored, ==, value);
}

static inline void
set(Fixture *fixture, const char *key, const char *value)
{
    g_assert_true(care_store_set_setting(fixture->store, key, value, NULL));
    test_settle();
}

static inline GtkWidget *
show_widget(Fixture *fixture, GtkWidget *widget)
{
    adw_toast_overlay_set_child(ADW_TOAST_OVERLAY(adw_window_get_content(ADW_WINDOW(fixture->window))),
                                widget);
    test_settle();
    return widget;
}

static inline void
press_row(GtkWidget *root, const char *title)
{
    g_signal_emit_by_name(find(root, ADW_TYPE_BUTTON_ROW, title), "activated");
}

/* The nth time row of a day: from, until, from, until … */
static inline GtkWidget *
time_of(GtkWidget *root, int *n)
{
    if (CARE_IS_TIME_ROW(root))
        return (*n)-- == 0 ? root : NULL;
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c)) {
        GtkWidget *found = time_of(c, n);

        if (found)
            return found;
    }
    return NULL;
}

static inline GtkWidget *
day_of(GtkWidget *group, const char *day)
{
    return find(group, ADW_TYPE_EXPANDER_ROW, day);
}

static inline void
type_time(GtkWidget *group, const char *day, int n, const char *text)
{
    gtk_editable_set_text(GTK_EDITABLE(time_of(day_of(group, day), &n)), text);
}

static inline void
assert_says(GtkWidget *group, const char *day, const char *subtitle)
{
    g_assert_cmpstr(adw_expander_row_get_subtitle(ADW_EXPANDER_ROW(day_of(group, day))), ==, subtitle);
}
