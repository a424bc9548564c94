/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/contact-undo.h"

#include "model/feedback.h"
#include "model/interaction.h"
#include "ui/kit/take-back.h"
#include "ui/kit/toast.h"

typedef struct {
    CareStore *store;
    CareRecord *interaction;
    CareRecord *answer; /* nullable */
    CareContactAbout about;
    char *sentence;
    GtkWidget *window; /* weak */
} Logged;

static void
logged_free(gpointer data)
{
    Logged *logged = data;

    g_clear_weak_pointer(&logged->window);
    g_clear_object(&logged->interaction);
    g_clear_object(&logged->answer);
    g_object_unref(logged->store);
    g_free(logged->sentence);
    g_free(logged);
}

static void
on_taken_back(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    care_contact_take_back_finish(CARE_STORE(source), result, &error);
    care_taking_back_end(data, error);
}

static void
take_back(gpointer data)
{
    Logged *logged = data;

    care_contact_take_back_async(logged->store, logged->interaction, logged->answer, &logged->about,
                                 on_taken_back, care_taking_back_new(logged->window, logged->sentence));
}

void
care_contact_offer_undo(GtkWidget *widget, CareStore *store, CareId interaction,
                        const CareContactAbout *about, const char *sentence)
{
    Logged *logged = g_new0(Logged, 1);

    logged->store = g_object_ref(store);
    logged->interaction = care_store_get(store, &care_interaction_kind, interaction, NULL);
    if (about->answer != 0)
        logged->answer = care_store_get(store, &care_feedback_kind, about->answer, NULL);
    logged->about = *about;
    logged->sentence = g_strdup(sentence);
    g_set_weak_pointer(&logged->window, GTK_WIDGET(gtk_widget_get_root(widget)));
    if (logged->interaction)
        care_toast_undo(widget, sentence, take_back, logged, logged_free);
    else /* somebody was faster, and has deleted it */
        logged_free(logged);
}
