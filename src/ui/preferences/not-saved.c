/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/not-saved.h"

#include "ui/kit/toast.h"

#define KEY "care-not-saved"

static void
free_words(gpointer said)
{
    g_string_free(said, TRUE);
}

static gboolean
say_all(gpointer window)
{
    const GString *said = g_object_get_data(window, KEY);

    care_toast_show(window, said->str);
    g_object_set_data(window, KEY, NULL);
    return G_SOURCE_REMOVE;
}

void
care_not_saved_say(GtkWidget *window, const char *sentence)
{
    GString *said = g_object_get_data(G_OBJECT(window), KEY);

    if (said != NULL) {
        g_string_append_printf(said, "\n%s", sentence);
        return;
    }
    g_object_set_data_full(G_OBJECT(window), KEY, g_string_new(sentence), free_words);
    g_idle_add_full(G_PRIORITY_DEFAULT, say_all, g_object_ref(window), g_object_unref);
}
