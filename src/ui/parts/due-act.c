/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/due-act.h"

#include <glib/gi18n-lib.h>

#include "ui/parts/call-dialog.h"
#include "ui/parts/compose-target.h"

typedef void (*Open)(GtkWidget *widget, CareContext *context, const CareDueItem *item);

static void
call(GtkWidget *widget, CareContext *context, const CareDueItem *item)
{
    care_call_dialog_present(context, item, widget);
}

/* The composer, where the window has one; else what was written is logged here. */
static void
compose(GtkWidget *widget, CareContext *context, const CareDueItem *item)
{
    const CareMessageOccasion occasion = { .customer = item->customer,
                                           .job = item->job,
                                           .situation = item->situation,
                                           .rule = item->rule,
                                           .record = item->record,
                                           .invoice = item->invoice };

    if (!care_compose(widget, &occasion))
        call(widget, context, item);
}

static void
bill(GtkWidget *widget, CareContext *context, const CareDueItem *item)
{
    if (!gtk_widget_activate_action(widget, "win.bill", "x", (gint64)item->job))
        gtk_widget_activate_action(widget, "win.open", "(sx)", "job", (gint64)item->job);
}

/* What there is to do about the money stands on the invoice's page. */
static void
open_invoice(GtkWidget *widget, CareContext *context, const CareDueItem *item)
{
    gtk_widget_activate_action(widget, "win.open", "(sx)", "invoice", (gint64)item->invoice);
}

static void
back_up(GtkWidget *widget, CareContext *context, const CareDueItem *item)
{
    gtk_widget_activate_action(widget, "win.backup", NULL);
}

static const struct {
    const char *label;
    Open open;
} acts[CARE_DUE_N_ACTS] = {
    [CARE_DUE_ACT_CALL] = { N_("Call"), call },
    [CARE_DUE_ACT_WRITE] = { N_("Write"), compose },
    [CARE_DUE_ACT_ANSWER] = { N_("Answer"), compose },
    [CARE_DUE_ACT_PRINT_CARD] = { N_("Print Card"), compose },
    [CARE_DUE_ACT_BILL] = { N_("Bill"), bill },
    [CARE_DUE_ACT_REMIND] = { N_("Remind"), compose },
    [CARE_DUE_ACT_PAY_BACK] = { N_("Pay Back"), open_invoice },
    [CARE_DUE_ACT_BACK_UP] = { N_("Back Up"), back_up },
};

const char *
care_due_act_label(const CareDueItem *item)
{
    return _(acts[care_due_act_of(item)].label);
}

void
care_due_act_open(GtkWidget *widget, CareContext *context, const CareDueItem *item)
{
    acts[care_due_act_of(item)].open(widget, context, item);
}
