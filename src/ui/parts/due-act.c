/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/due-act.h"

#include <glib/gi18n-lib.h>

#include "model/followup.h"
#include "model/situation.h"
#include "ui/parts/call-dialog.h"
#include "ui/parts/compose-target.h"

typedef void (*Open)(GtkWidget *widget, CareContext *context, const CareDueItem *item);

static gboolean
is_question(CareStore *store, CareId id)
{
    g_autoptr(CareRecord) followup = care_store_get(store, &care_followup_kind, id, NULL);

    return followup
           && care_situation_is(care_record_text(followup, CARE_FOLLOWUP_KIND), CARE_SITUATION_FEEDBACK);
}

/* Whether its contact is to ask how it went, be it by the way. */
static gboolean
asks_how_it_went(CareStore *store, const CareDueItem *item)
{
    if (item->rule != CARE_DUE_FOLLOWUP)
        return FALSE;
    for (guint i = 0; item->also && i < item->also->len; i++)
        if (is_question(store, g_array_index(item->also, CareId, i)))
            return TRUE;
    return is_question(store, item->record);
}

static void
log_contact(GtkWidget *widget, CareContext *context, const CareDueItem *item)
{
    g_autoptr(CareDueItem) line = care_due_item_copy(item);

    g_set_str(&line->channel, care_due_act_channel(item));
    care_call_dialog_present(context, line, widget);
}

/* Who asks how it went writes the answer down; any other contact is logged. */
static void
call(GtkWidget *widget, CareContext *context, const CareDueItem *item)
{
    const CareMessageOccasion occasion = care_message_occasion_of(item);

    if (!asks_how_it_went(care_context_get_store(context), item) || !care_ask(widget, &occasion))
        log_contact(widget, context, item);
}

/* The composer, where the window has one; else what was written is logged here. */
static void
compose(GtkWidget *widget, CareContext *context, const CareDueItem *item)
{
    const CareMessageOccasion occasion = care_message_occasion_of(item);

    if (!care_compose(widget, &occasion))
        log_contact(widget, context, item);
}

static void
bill(GtkWidget *widget, CareContext *context, const CareDueItem *item)
{
    if (!gtk_widget_activate_action(widget, "win.bill", "x", (gint64)item->job))
        gtk_widget_activate_action(widget, "win.open", "(sx)", "job", (gint64)item->job);
}

/* The invoice's page, where the money is given back. */
static void
pay_back(GtkWidget *widget, CareContext *context, const CareDueItem *item)
{
    gtk_widget_activate_action(widget, "win.open", "(sx)", "pay-back", (gint64)item->invoice);
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
    [CARE_DUE_ACT_PAY_BACK] = { N_("Pay Back"), pay_back },
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
