/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/undo-stack.h"

/* As many steps as a person still remembers having made. */
#define MAX_UNDO 20

struct CareUndo {
    CareUndoFunc undo;
    gpointer user_data;
    GDestroyNotify destroy;
    AdwToast *toast; /* weak, NULL once it is gone */
    gboolean unsaved;
};

static void
undo_free(gpointer data)
{
    CareUndo *self = data;

    g_clear_weak_pointer(&self->toast);
    if (self->destroy)
        self->destroy(self->user_data);
    g_free(self);
}

static void
stack_free(gpointer stack)
{
    g_queue_free_full(stack, undo_free);
}

static GQueue *
stack_of(GObject *owner, CareUndoStack which)
{
    static const char *const names[CARE_N_UNDO_STACKS] = { "care-undo", "care-redo" };
    GQueue *stack = g_object_get_data(owner, names[which]);

    if (!stack) {
        stack = g_queue_new();
        g_object_set_data_full(owner, names[which], stack, stack_free);
    }
    return stack;
}

CareUndo *
care_undo_push(GObject *owner, CareUndoStack which, CareUndoFunc undo, gpointer user_data,
               GDestroyNotify destroy)
{
    GQueue *stack = owner ? stack_of(owner, which) : NULL;
    CareUndo *self;

    if (!stack) {
        if (destroy)
            destroy(user_data);
        return NULL;
    }
    self = g_new0(CareUndo, 1);
    self->undo = undo;
    self->user_data = user_data;
    self->destroy = destroy;
    g_queue_push_tail(stack, self);
    if (stack->length > MAX_UNDO)
        undo_free(g_queue_pop_head(stack));
    return self;
}

void
care_undo_set_unsaved(CareUndo *self)
{
    self->unsaved = TRUE;
}

void
care_undo_set_toast(CareUndo *self, AdwToast *toast)
{
    g_set_weak_pointer(&self->toast, toast);
}

static void
run(GQueue *stack, CareUndo *self)
{
    AdwToast *toast = self->toast;

    g_queue_remove(stack, self);
    self->undo(self->user_data);
    if (toast)
        adw_toast_dismiss(toast);
    undo_free(self);
}

gboolean
care_undo_run_last(GObject *owner, CareUndoStack which)
{
    GQueue *stack = stack_of(owner, which);

    if (g_queue_is_empty(stack))
        return FALSE;
    run(stack, g_queue_peek_tail(stack));
    return TRUE;
}

static gboolean
run_in(GQueue *stack, AdwToast *toast)
{
    for (GList *l = stack->tail; l; l = l->prev) {
        CareUndo *self = l->data;

        if (self->toast != toast)
            continue;
        run(stack, self);
        return TRUE;
    }
    return FALSE;
}

gboolean
care_undo_run_of(GObject *owner, AdwToast *toast)
{
    return run_in(stack_of(owner, CARE_UNDO), toast) || run_in(stack_of(owner, CARE_REDO), toast);
}

gpointer
care_undo_last(GObject *owner, CareUndoFunc undo)
{
    CareUndo *last = g_queue_peek_tail(stack_of(owner, CARE_UNDO));

    return last && last->undo == undo ? last->user_data : NULL;
}

static void
end(GQueue *stack)
{
    GList *next;

    for (GList *l = stack->head; l; l = next) {
        CareUndo *self = l->data;

        next = l->next;
        if (self->unsaved)
            continue;
        g_queue_delete_link(stack, l);
        if (self->toast)
            adw_toast_dismiss(self->toast);
        undo_free(self);
    }
}

void
care_undo_end_redo(GObject *owner)
{
    end(stack_of(owner, CARE_REDO));
}

void
care_undo_end(GObject *owner)
{
    end(stack_of(owner, CARE_UNDO));
    care_undo_end_redo(owner);
}
