/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/intake-code.h"

#include "service/jobs/unlock-code.h"
#include "service/jobs/unlock-draft.h"
#include "service/keyring.h"
#include "ui/kit/pause.h"
#include "ui/kit/toast.h"

/* As the drafts of the other words. */
#define DELAY_MS 400

/* Owned by its row. */
typedef struct {
    GtkEditable *row;
    char *key;
    GtkWidget *window; /* weak */
    CarePause pause;   /* until it is kept */
    gboolean told;     /* that it cannot be kept, once */
} Code;

static void
code_free(gpointer data)
{
    Code *self = data;

    care_pause_clear(&self->pause);
    g_clear_weak_pointer(&self->window);
    g_free(self->key);
    g_free(self);
}

/* The keyring takes its time: the program ends after it has the code, not before. */
static void
begin(void)
{
    if (g_application_get_default())
        g_application_hold(g_application_get_default());
}

static void
end(void)
{
    if (g_application_get_default())
        g_application_release(g_application_get_default());
}

static Code *
code_of(GtkEditable *row)
{
    return g_object_get_data(G_OBJECT(row), "care-intake-code");
}

static void
on_kept(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkEditable) row = data;
    Code *self = code_of(row);
    g_autoptr(GError) error = NULL;

    end();
    if (care_unlock_draft_keep_finish(result, &error) || self->told || !self->window)
        return;
    self->told = TRUE;
    care_toast_error(self->window, error);
}

static void
keep(gpointer data)
{
    Code *self = data;

    begin();
    care_unlock_draft_keep_async(self->key, gtk_editable_get_text(self->row), on_kept,
                                 g_object_ref(self->row));
}

static void
on_typed(GtkEditable *row)
{
    care_pause_begin(&code_of(row)->pause);
}

void
care_intake_code_follow(GtkEditable *row, const char *key, GtkWidget *window)
{
    Code *self = g_new0(Code, 1);

    self->row = row;
    self->key = g_strdup(key);
    g_set_weak_pointer(&self->window, window);
    care_pause_init(&self->pause, DELAY_MS, keep, self);
    g_object_set_data_full(G_OBJECT(row), "care-intake-code", self, code_free);
    g_signal_connect(row, "changed", G_CALLBACK(on_typed), NULL);
}

void
care_intake_code_flush(GtkEditable *row)
{
    care_pause_end(&code_of(row)->pause);
}

static void
on_looked_up(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkEditable) row = data;
    Code *self = code_of(row);
    g_autoptr(GError) error = NULL;
    char *code = care_unlock_draft_lookup_finish(result, &error);

    if (error && self->window)
        care_toast_error(self->window, error);
    if (code && *gtk_editable_get_text(row) == '\0')
        gtk_editable_set_text(row, code);
    if (code)
        care_secret_free(code);
}

void
care_intake_code_continue(GtkEditable *row)
{
    care_unlock_draft_lookup_async(code_of(row)->key, on_looked_up, g_object_ref(row));
}

/* Its words say that the job is kept and what to do about the code. */
static void
on_stored(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkWidget) window = data;
    g_autoptr(GError) error = NULL;

    end();
    if (!care_unlock_code_store_finish(CARE_STORE(source), result, &error))
        care_toast_error(window, error);
}

void
care_intake_code_taken_in(GtkEditable *row, CareStore *store, CareId job)
{
    Code *self = code_of(row);
    const char *code = gtk_editable_get_text(row);

    care_pause_clear(&self->pause);
    if (*code && self->window) {
        begin();
        care_unlock_code_store_async(store, job, code, on_stored, g_object_ref(self->window));
    }
    care_unlock_draft_forget(self->key);
}
