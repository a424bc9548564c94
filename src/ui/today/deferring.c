/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/deferring.h"

#include <glib/gi18n-lib.h>

#include "model/deferral.h"
#include "service/flow.h"
#include "store/hours.h"
#include "ui/kit/day-in-sentence.h"
#include "ui/kit/take-back.h"
#include "ui/kit/toast.h"

struct CareDeferring {
    GtkWidget *widget;
    CareStore *store;
    CareDueItem *line; /* as it was shown */
    CareDate until;    /* month 0: let go */
    int hour;
    char *reason;
    char *message;
    CareId made;    /* 0 until it is */
    CareUndo *redo; /* while it is done again */
};

void
care_deferring_free(CareDeferring *self)
{
    g_object_unref(self->widget);
    g_object_unref(self->store);
    care_due_item_free(self->line);
    g_free(self->reason);
    g_free(self->message);
    g_free(self);
}

static void
free_it(gpointer data)
{
    care_deferring_free(data);
}

CareDeferring *
care_deferring_new(GtkWidget *widget, CareContext *context, const CareDueItem *item)
{
    CareDeferring *self = g_new0(CareDeferring, 1);

    self->widget = g_object_ref(widget);
    self->store = g_object_ref(care_context_get_store(context));
    self->line = care_due_item_copy(item);
    return self;
}

/* Of one that was done. */
static CareDeferring *
copy(const CareDeferring *self)
{
    CareDeferring *other = g_memdup2(self, sizeof *self);

    g_object_ref(other->widget);
    g_object_ref(other->store);
    other->line = care_due_item_copy(self->line);
    other->reason = g_strdup(self->reason);
    other->message = g_strdup(self->message);
    other->redo = NULL;
    return other;
}

static gboolean
undefer_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_today_undefer(transaction, *(const CareId *)data, error);
}

static void
on_undeferred(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    care_store_write_finish(CARE_STORE(source), result, &error);
    care_taking_back_end(data, error);
}

static void do_again(gpointer data);

static void
take_back(gpointer data)
{
    CareDeferring *self = data;
    CareTakingBack *taking = care_taking_back_new(self->widget, self->message, do_again, copy(self), free_it);

    care_store_write_async(self->store, CARE_PRIORITY_INTERACTIVE, undefer_closure,
                           g_memdup2(&self->made, sizeof self->made), g_free, NULL, on_undeferred, taking);
}

static void
on_done_again(GObject *source, GAsyncResult *result, gpointer data)
{
    CareDeferring *self = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) along = care_flow_undelete_finish(CARE_STORE(source), result, &error);

    care_done_again(g_steal_pointer(&self->redo), self->widget, self->message, error, take_back, self,
                    free_it);
}

static void
do_again(gpointer data)
{
    CareDeferring *again = copy(data);

    again->redo = care_undo_hold();
    care_flow_undelete_async(again->store, &care_deferral_kind, again->made, on_done_again, again);
}

static gboolean
defer_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    CareDeferring *self = data;

    return care_today_defer_shown(transaction, self->line, self->until, self->hour, self->reason, &self->made,
                                  error);
}

static void
on_deferred(GObject *source, GAsyncResult *result, gpointer data)
{
    CareDeferring *self = data;
    g_autoptr(GError) error = NULL;

    if (care_store_write_finish(CARE_STORE(source), result, &error)) {
        care_toast_undo(self->widget, self->message, take_back, self, free_it);
        return;
    }
    care_toast_error(self->widget, error);
    care_deferring_free(self);
}

static void
run(CareDeferring *self)
{
    care_store_write_async(self->store, CARE_PRIORITY_INTERACTIVE, defer_closure, self, NULL, NULL,
                           on_deferred, self);
}

/* The toast names the day on which the line comes back. */
void
care_deferring_put_off(CareDeferring *self, CareDate until, int hour, CareDate today)
{
    g_autofree char *day = NULL;

    self->hour = hour;
    self->until = hour > 0 ? until
                           : care_shop_open_day(care_store_reader(self->store),
                                                care_clock_zone(care_store_clock(self->store)), until);
    day = care_format_until(self->until, today);
    self->message = hour > 0 ? g_strdup(_("Put off until this afternoon"))
                             /* Translators: "Put off until Friday", "Put off until 12 Nov" */
                             : g_strdup_printf(_("Put off %s"), day);
    run(self);
}

void
care_deferring_let_go(CareDeferring *self, const char *reason)
{
    self->reason = g_strdup(reason);
    self->message = g_strdup_printf(_("Let go: %s"), reason);
    run(self);
}
