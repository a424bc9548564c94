/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/left-words.h"

#include "store/draft-left.h"

#define AGAIN_SECONDS 1

static gboolean
take_again(gpointer window)
{
    if (gtk_widget_get_realized(window))
        care_left_words_take(window);
    return G_SOURCE_REMOVE;
}

static void
on_taken(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareWindow) window = data;
    g_autoptr(GError) error = NULL;
    gboolean taken = care_drafts_take_left_finish(CARE_STORE(source), result, &error);

    if (!gtk_widget_get_realized(GTK_WIDGET(window)))
        return;
    if (taken)
        care_window_offer_draft(window);
    else if (care_drafts_left_are_waited_for(CARE_STORE(source), error))
        g_timeout_add_seconds_full(G_PRIORITY_LOW, AGAIN_SECONDS, take_again, g_object_ref(window),
                                   g_object_unref);
    else
        g_debug("drafts stay beside the shop: %s", error->message);
}

void
care_left_words_take(CareWindow *window)
{
    CareStore *store = care_context_get_store(care_window_get_context(window));

    g_return_if_fail(CARE_IS_WINDOW(window));
    if (store && care_store_is_open(store) && care_drafts_are_left(store))
        care_drafts_take_left_async(store, on_taken, g_object_ref(window));
}
