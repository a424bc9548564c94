/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/contact-undo.h"

#include <glib/gi18n-lib.h>

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
    CareUndo *redo;    /* while it is done again */
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

static Logged *
logged_new(GtkWidget *window, CareStore *store, const CareContactAbout *about, const char *sentence)
{
    Logged *logged = g_new0(Logged, 1);

    logged->store = g_object_ref(store);
    logged->about = *about;
    logged->sentence = g_strdup(sentence);
    g_set_weak_pointer(&logged->window, window);
    return logged;
}

/* As they were logged: what was written on them since is nobody's to take back. */
static void
read_logged(Logged *logged, CareId interaction, CareId answer)
{
    logged->interaction = care_store_get(logged->store, &care_interaction_kind, interaction, NULL);
    logged->about.answer = answer;
    if (answer != 0)
        logged->answer = care_store_get(logged->store, &care_feedback_kind, answer, NULL);
}

/* Another desk was faster than this one could read what it wrote. */
static void
say_gone(GtkWidget *widget)
{
    care_toast_show(widget, _("This was deleted meanwhile. There is nothing left to take back."));
}

/* Both did not happen, so they happen anew: with the same words, at the same instant. answer: nullable. */
static CareRecord *
anew(CareRecord *record)
{
    CareRecord *copy = record ? care_record_copy(record) : NULL;

    if (copy)
        care_record_set_id(copy, 0);
    return copy;
}

static void take_back(gpointer data);

static void
on_logged_again(GObject *source, GAsyncResult *result, gpointer data)
{
    Logged *logged = data;
    g_autoptr(GError) error = NULL;
    CareId answer = 0;
    CareId interaction = care_contact_log_finish(CARE_STORE(source), result, &answer, &error);

    read_logged(logged, interaction, answer);
    if (logged->interaction || error) {
        care_done_again(g_steal_pointer(&logged->redo), logged->window, logged->sentence, error, take_back,
                        logged, logged_free);
        return;
    }
    care_undo_let_go(g_steal_pointer(&logged->redo), CARE_UNDO_DONE);
    if (logged->window)
        say_gone(logged->window);
    logged_free(logged);
}

static void
log_again(gpointer data)
{
    const Logged *before = data;
    Logged *logged = logged_new(before->window, before->store, &before->about, before->sentence);
    g_autoptr(CareRecord) interaction = anew(before->interaction);
    g_autoptr(CareRecord) answer = anew(before->answer);

    logged->redo = care_undo_hold();
    care_contact_log_answer_async(before->store, interaction, &before->about, answer, NULL, on_logged_again,
                                  logged);
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
    Logged *again = logged_new(logged->window, logged->store, &logged->about, logged->sentence);

    g_set_object(&again->interaction, logged->interaction);
    g_set_object(&again->answer, logged->answer);
    care_contact_take_back_async(
        logged->store, logged->interaction, logged->answer, &logged->about, on_taken_back,
        care_taking_back_new(logged->window, logged->sentence, log_again, again, logged_free));
}

void
care_contact_offer_undo(GtkWidget *widget, CareStore *store, CareId interaction,
                        const CareContactAbout *about, const char *sentence)
{
    Logged *logged = logged_new(GTK_WIDGET(gtk_widget_get_root(widget)), store, about, sentence);

    read_logged(logged, interaction, about->answer);
    if (logged->interaction) {
        care_toast_undo(widget, sentence, take_back, logged, logged_free);
        return;
    }
    say_gone(widget);
    logged_free(logged);
}
