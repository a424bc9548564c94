/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The same shop, in which somebody else writes too, for tests of what is said of that and what Ctrl+Z does then. */
#pragma once

#include "dialog-shop.h"

#include <string.h>

#include "ui/kit/inline-edits.h"

static inline void
write_elsewhere(Fixture *fixture, CareRecord *record, int field, const char *text)
{
    g_autoptr(CareRecord) base
        = care_store_get(fixture->store, care_record_kind(record), care_record_id(record), NULL);
    g_autoptr(CareRecord) theirs = care_record_copy(base);
    g_autoptr(GError) error = NULL;

    care_record_set_text(theirs, field, text);
    care_flow_save_now(fixture->store, theirs, base, &error);
    g_assert_no_error(error);
}

static inline char *
stored(Fixture *fixture, CareRecord *record, int field)
{
    g_autoptr(CareRecord) now
        = care_store_get(fixture->store, care_record_kind(record), care_record_id(record), NULL);

    return g_strdup(care_record_text(now, field));
}

static inline void
wait_for_text(Fixture *fixture, CareRecord *record, int field, const char *text)
{
    gint64 end = g_get_monotonic_time() + 5 * G_USEC_PER_SEC;

    while (TRUE) {
        g_autofree char *now = stored(fixture, record, field);

        if (g_strcmp0(now, text) == 0)
            return;
        g_assert_cmpint(g_get_monotonic_time(), <, end);
        g_main_context_iteration(NULL, FALSE);
    }
}

static inline void
assert_text(Fixture *fixture, CareRecord *record, int field, const char *text)
{
    g_autofree char *now = stored(fixture, record, field);

    g_assert_cmpstr(now, ==, text);
}

static inline gboolean
says(GtkWidget *root, const char *text)
{
    if (GTK_IS_LABEL(root) && strstr(gtk_label_get_text(GTK_LABEL(root)), text))
        return TRUE;
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c))
        if (says(c, text))
            return TRUE;
    return FALSE;
}

static inline void
wait_until_says(GtkWidget *root, const char *text)
{
    gint64 end = g_get_monotonic_time() + 5 * G_USEC_PER_SEC;

    while (!says(root, text)) {
        g_assert_cmpint(g_get_monotonic_time(), <, end);
        g_main_context_iteration(NULL, FALSE);
    }
}

static inline void
wait_and(Fixture *fixture, gboolean (*act)(GtkWidget *widget))
{
    gint64 end = g_get_monotonic_time() + 5 * G_USEC_PER_SEC;

    while (!act(fixture->window)) {
        g_assert_cmpint(g_get_monotonic_time(), <, end);
        g_main_context_iteration(NULL, FALSE);
    }
}

static inline void
wait_and_undo(Fixture *fixture)
{
    wait_and(fixture, care_toast_undo_last);
}

/* Until it was said that somebody holds it. */
static inline void
wait_and_release(Fixture *fixture, sqlite3 *other)
{
    gint64 end = g_get_monotonic_time() + 15 * G_USEC_PER_SEC;

    while (!says(fixture->window, "Another program is using")) {
        g_assert_cmpint(g_get_monotonic_time(), <, end);
        g_main_context_iteration(NULL, FALSE);
    }
    sqlite3_close(other);
}

static inline void
on_inline_done(CareInlineEdits *edits, gboolean saved, CareRecord *record, int *n)
{
    (*n)++;
}

static inline void
wait_for_inline(CareInlineEdits *edits)
{
    int n = 0;
    gulong handler = g_signal_connect(edits, "done", G_CALLBACK(on_inline_done), &n);

    while (n == 0)
        g_main_context_iteration(NULL, TRUE);
    g_signal_handler_disconnect(edits, handler);
}

/* One edit on a page, waited for. */
static inline void
edit_inline(CareInlineEdits *edits, CareRecord *shown, const char *brand)
{
    care_record_set_text(shown, CARE_DEVICE_BRAND, brand);
    care_inline_edits_save(edits, shown, NULL);
    wait_for_inline(edits);
}
