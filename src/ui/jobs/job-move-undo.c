/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/job-move-undo.h"

#include <glib/gi18n-lib.h>

#include "model/job.h"
#include "service/jobs/job-flow.h"
#include "ui/kit/take-back.h"
#include "ui/kit/toast.h"

/* For the worker. */
typedef struct {
    CareRecord *before;
    CareRecord *after;
    char *reason; /* nullable */
} Sides;

typedef struct {
    GtkWidget *window; /* weak */
    CareStore *store;
    Sides sides;
    char *sentence;
    CareUndo *redo; /* while it is moved again */
} Moved;

static Sides
sides_copy(const Sides *sides)
{
    return (Sides){ care_record_copy(sides->before), care_record_copy(sides->after),
                    g_strdup(sides->reason) };
}

static void
sides_clear(Sides *sides)
{
    g_object_unref(sides->before);
    g_object_unref(sides->after);
    g_free(sides->reason);
}

static void
sides_free(gpointer sides)
{
    sides_clear(sides);
    g_free(sides);
}

static gpointer
sides_for_worker(const Moved *moved)
{
    Sides sides = sides_copy(&moved->sides);

    return g_memdup2(&sides, sizeof sides);
}

static void
moved_free(gpointer data)
{
    Moved *moved = data;

    g_clear_weak_pointer(&moved->window);
    g_object_unref(moved->store);
    sides_clear(&moved->sides);
    g_free(moved->sentence);
    g_free(moved);
}

static Moved *
moved_new(GtkWidget *window, CareStore *store, const Sides *sides, const char *sentence)
{
    Moved *moved = g_new0(Moved, 1);

    g_set_weak_pointer(&moved->window, window);
    moved->store = g_object_ref(store);
    moved->sides = sides_copy(sides);
    moved->sentence = g_strdup(sentence);
    return moved;
}

static Moved *
copy(const Moved *moved)
{
    return moved_new(moved->window, moved->store, &moved->sides, moved->sentence);
}

static void take_back(gpointer data);

static gpointer
move_again_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    const Sides *sides = data;

    return care_job_flow_move_again(transaction, sides->before, sides->after, sides->reason, error);
}

static void
on_moved_again(GObject *source, GAsyncResult *result, gpointer data)
{
    Moved *moved = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(CareRecord) after = care_store_run_finish(CARE_STORE(source), result, &error);

    if (after)
        g_set_object(&moved->sides.after, after);
    care_done_again(g_steal_pointer(&moved->redo), moved->window, moved->sentence, error, take_back, moved,
                    moved_free);
}

static void
move_again(gpointer data)
{
    Moved *again = copy(data);

    again->redo = care_undo_hold();
    care_store_run_async(again->store, move_again_closure, sides_for_worker(again), sides_free,
                         g_object_unref, on_moved_again, again);
}

static gboolean
take_back_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    const Sides *sides = data;

    return care_job_flow_take_back(transaction, sides->before, sides->after, error);
}

static void
on_taken_back(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    care_store_write_finish(CARE_STORE(source), result, &error);
    care_taking_back_end(data, error);
}

/* Which job, since any page may be open by now. Transfer full. */
static char *
moved_sentence(const Sides *sides)
{
    const char *number = care_record_text(sides->before, CARE_JOB_NUMBER);
    const char *status
        = care_choice_label(&care_job_status_set, care_record_text(sides->after, CARE_JOB_STATUS));

    /* Translators: a job's number and its status: "In work" */
    return number ? g_strdup_printf(_("Job %s moved: %s"), number, status)
                  : g_strdup_printf(_("Job moved: %s"), status);
}

static void
take_back(gpointer data)
{
    Moved *moved = data;
    g_autofree char *what = moved_sentence(&moved->sides);

    care_store_write_async(moved->store, CARE_PRIORITY_INTERACTIVE, take_back_closure,
                           sides_for_worker(moved), sides_free, NULL, on_taken_back,
                           care_taking_back_new(moved->window, what, move_again, copy(moved), moved_free));
}

void
care_job_move_offer_undo(GtkWidget *widget, CareStore *store, CareRecord *before, CareRecord *after,
                         const char *reason, const char *sentence)
{
    Sides sides = { before, after, (char *)reason };

    care_toast_undo(widget, sentence, take_back,
                    moved_new(care_toast_window(widget), store, &sides, sentence), moved_free);
}
