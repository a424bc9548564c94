/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/undo-stack.h"

/* As many steps as a person still remembers having made. */
#define MAX_UNDO 20

/* Freed when its owner is gone and nothing is held of it. */
typedef struct {
    GQueue queue;
    guint generation; /* how often it was ended */
    GObject *owner;   /* weak */
} Stack;

/* Whose turn it is: while an act is under way, what is asked for next waits for its end, or it would be another one. */
typedef struct {
    guint held;
    GQueue waiting; /* of Key */
    guint source;
} Turn;

typedef struct {
    CareUndoStack which;
    guint mark; /* nothing that was done before it; 0: whatever */
} Key;

struct CareUndo {
    CareUndoFunc undo;
    gpointer user_data;
    GDestroyNotify destroy;
    AdwToast *toast; /* weak, NULL once it is gone */
    gboolean unsaved;
    guint serial;
    Stack *stack;     /* referenced while it is held */
    guint generation; /* of the stack, when it was held */
};

static CareUndo *running; /* the act that is being called for */
static guint newest;      /* serial */

static void
stack_clear(gpointer data)
{
    g_clear_weak_pointer(&((Stack *)data)->owner);
}

static void
undo_free(gpointer data)
{
    CareUndo *self = data;

    g_clear_weak_pointer(&self->toast);
    if (self->stack)
        g_rc_box_release_full(self->stack, stack_clear);
    if (self->destroy)
        self->destroy(self->user_data);
    g_free(self);
}

static void
stack_free(gpointer data)
{
    Stack *stack = data;

    stack->generation++;
    g_queue_clear_full(&stack->queue, undo_free);
    g_rc_box_release_full(stack, stack_clear);
}

static Stack *
stack_of(GObject *owner, CareUndoStack which)
{
    static const char *const names[CARE_N_UNDO_STACKS] = { "care-undo", "care-redo" };
    Stack *stack = g_object_get_data(owner, names[which]);

    if (!stack) {
        stack = g_rc_box_new0(Stack);
        g_queue_init(&stack->queue);
        g_set_weak_pointer(&stack->owner, owner);
        g_object_set_data_full(owner, names[which], stack, stack_free);
    }
    return stack;
}

guint
care_undo_mark(void)
{
    return newest;
}

static void
turn_free(gpointer data)
{
    Turn *turn = data;

    g_queue_clear_full(&turn->waiting, g_free);
    g_clear_handle_id(&turn->source, g_source_remove);
    g_free(turn);
}

static Turn *
turn_of(GObject *owner)
{
    Turn *turn = g_object_get_data(owner, "care-undo-turn");

    if (!turn) {
        turn = g_new0(Turn, 1);
        g_queue_init(&turn->waiting);
        g_object_set_data_full(owner, "care-undo-turn", turn, turn_free);
    }
    return turn;
}

CareUndo *
care_undo_push(GObject *owner, CareUndoStack which, CareUndoFunc undo, gpointer user_data,
               GDestroyNotify destroy)
{
    Stack *stack = owner ? stack_of(owner, which) : NULL;
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
    self->serial = ++newest;
    g_queue_push_tail(&stack->queue, self);
    if (stack->queue.length > MAX_UNDO)
        undo_free(g_queue_pop_head(&stack->queue));
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

/* Whoever needs longer than this call holds it: see care_undo_hold(). */
static void
run(Stack *stack, CareUndo *self)
{
    AdwToast *toast = self->toast;
    CareUndo *outer = running;

    g_queue_remove(&stack->queue, self);
    self->stack = g_rc_box_acquire(stack);
    self->generation = stack->generation;
    running = self;
    self->undo(self->user_data);
    if (toast)
        adw_toast_dismiss(toast);
    if (running)
        undo_free(running);
    running = outer;
}

CareUndo *
care_undo_hold(void)
{
    if (running && running->stack->owner)
        turn_of(running->stack->owner)->held++;
    return g_steal_pointer(&running);
}

static gboolean
run_now(GObject *owner, Key key)
{
    Stack *stack = stack_of(owner, key.which);
    CareUndo *last = g_queue_peek_tail(&stack->queue);

    if (!last || last->serial <= key.mark)
        return FALSE;
    run(stack, last);
    return TRUE;
}

/* One after the other: the next may be under way for a while, too. */
static gboolean
run_waiting(gpointer data)
{
    g_autoptr(GObject) owner = g_object_ref(data);
    Turn *turn = turn_of(owner);

    turn->source = 0;
    while (turn->held == 0 && !g_queue_is_empty(&turn->waiting)) {
        g_autofree Key *key = g_queue_pop_head(&turn->waiting);

        run_now(owner, *key);
    }
    return G_SOURCE_REMOVE;
}

/* Once whoever ends it has said what can be done again now. Where it was refused, nobody goes on from there unseen. */
static void
end_turn(GObject *owner, CareUndoEnd how)
{
    Turn *turn = turn_of(owner);

    turn->held--;
    if (how != CARE_UNDO_DONE)
        g_queue_clear_full(&turn->waiting, g_free);
    if (turn->held == 0 && turn->source == 0 && !g_queue_is_empty(&turn->waiting))
        turn->source = g_idle_add(run_waiting, owner);
}

static int
by_serial(gconstpointer a, gconstpointer b, gpointer data)
{
    guint x = ((const CareUndo *)a)->serial;
    guint y = ((const CareUndo *)b)->serial;

    return x < y ? -1 : x > y;
}

void
care_undo_let_go(CareUndo *self, CareUndoEnd how)
{
    Stack *stack;

    if (!self)
        return;
    stack = self->stack;
    if (stack->owner)
        end_turn(stack->owner, how);
    if (how == CARE_UNDO_LATER && stack->generation == self->generation) {
        g_clear_weak_pointer(&self->toast);
        self->stack = NULL;
        g_queue_insert_sorted(&stack->queue, self, by_serial, NULL);
        g_rc_box_release_full(stack, stack_clear);
        return;
    }
    if (how == CARE_UNDO_NEVER && stack->owner)
        care_undo_end(stack->owner);
    undo_free(self);
}

gboolean
care_undo_is_under_way(GObject *owner)
{
    return turn_of(owner)->held > 0;
}

static gboolean
run_or_wait(GObject *owner, Key key)
{
    Turn *turn = turn_of(owner);

    if (turn->held == 0 && turn->source == 0)
        return run_now(owner, key);
    if (turn->waiting.length < MAX_UNDO)
        g_queue_push_tail(&turn->waiting, g_memdup2(&key, sizeof key));
    return TRUE;
}

gboolean
care_undo_run_last(GObject *owner, CareUndoStack which)
{
    return run_or_wait(owner, (Key){ which, 0 });
}

gboolean
care_undo_run_unsaved(GObject *owner)
{
    Stack *stack = stack_of(owner, CARE_UNDO);
    CareUndo *last = g_queue_peek_tail(&stack->queue);

    if (!last || !last->unsaved || !last->toast)
        return FALSE;
    run(stack, last);
    return TRUE;
}

gboolean
care_undo_run_since(GObject *owner, CareUndoStack which, guint mark)
{
    return run_or_wait(owner, (Key){ which, mark });
}

static gboolean
run_in(Stack *stack, AdwToast *toast)
{
    for (GList *l = stack->queue.tail; l; l = l->prev) {
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
    CareUndo *last = g_queue_peek_tail(&stack_of(owner, CARE_UNDO)->queue);

    return last && last->undo == undo ? last->user_data : NULL;
}

void
care_undo_forget_last(GObject *owner, CareUndoFunc undo)
{
    if (care_undo_last(owner, undo))
        undo_free(g_queue_pop_tail(&stack_of(owner, CARE_UNDO)->queue));
}

static void
end(Stack *stack)
{
    GList *next;

    stack->generation++;
    for (GList *l = stack->queue.head; l; l = next) {
        CareUndo *self = l->data;

        next = l->next;
        if (self->unsaved)
            continue;
        g_queue_delete_link(&stack->queue, l);
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
