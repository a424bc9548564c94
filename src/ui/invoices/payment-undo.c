/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/payment-undo.h"

#include <glib/gi18n-lib.h>

#include "model/payment.h"
#include "service/flow.h"
#include "service/invoices/payment-record.h"
#include "ui/kit/take-back.h"
#include "ui/kit/toast.h"

typedef struct {
    GtkWidget *window; /* weak */
    CareStore *store;
    CareRecord *payment; /* as it was saved */
    CareMoney shown;
    CareUndo *redo; /* under way; nullable */
} Recorded;

static void
recorded_free(gpointer data)
{
    Recorded *recorded = data;

    g_clear_weak_pointer(&recorded->window);
    g_object_unref(recorded->store);
    g_object_unref(recorded->payment);
    g_free(recorded);
}

static Recorded *
recorded_new(GtkWidget *widget, CareStore *store, CareRecord *payment, CareMoney shown)
{
    Recorded *recorded = g_new0(Recorded, 1);

    g_set_weak_pointer(&recorded->window, care_toast_window(widget));
    recorded->store = g_object_ref(store);
    recorded->payment = care_record_copy(payment);
    recorded->shown = shown;
    return recorded;
}

static Recorded *
copy(const Recorded *recorded)
{
    return recorded_new(recorded->window, recorded->store, recorded->payment, recorded->shown);
}

static const char *
sentence_of(CareRecord *payment)
{
    if (care_payment_method_is(care_record_text(payment, CARE_PAYMENT_METHOD), CARE_METHOD_CARRIED))
        return _("Used for the other invoice");
    return care_record_int(payment, CARE_PAYMENT_AMOUNT) < 0 ? _("Paid back") : _("Payment recorded");
}

static void take_back(gpointer data);

static void
on_recorded_again(GObject *source, GAsyncResult *result, gpointer data)
{
    Recorded *recorded = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(CareRecord) payment = care_payment_record_finish(CARE_STORE(source), result, &error);

    care_done_again(g_steal_pointer(&recorded->redo), recorded->window, sentence_of(recorded->payment), error,
                    take_back, recorded, recorded_free);
}

static void
record_again(gpointer data)
{
    Recorded *recorded = data;
    Recorded *again;

    if (!recorded->window)
        return;
    again = copy(recorded);
    again->redo = care_undo_hold();
    care_payment_record_async(again->store, again->payment, again->shown, NULL, on_recorded_again, again);
}

static void
on_taken_back(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    care_flow_remove_finish(CARE_STORE(source), result, &error);
    care_taking_back_end(data, error);
}

static void
take_back(gpointer data)
{
    Recorded *recorded = data;
    CareTakingBack *taking;

    if (!recorded->window)
        return;
    taking = care_taking_back_new(recorded->window, sentence_of(recorded->payment), record_again,
                                  copy(recorded), recorded_free);
    care_flow_take_back_async(recorded->store, recorded->payment, on_taken_back, taking);
}

void
care_payment_offer_undo(GtkWidget *widget, CareStore *store, CareRecord *payment, CareMoney shown)
{
    if (care_store_is_open(store))
        care_toast_undo(widget, sentence_of(payment), take_back, recorded_new(widget, store, payment, shown),
                        recorded_free);
}
