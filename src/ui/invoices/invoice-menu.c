/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-menu.h"

#include <glib/gi18n-lib.h>

typedef struct {
    const char *label;
    const char *action;
} Act;

/* Sections end with an act without a label, the menu with one more. */
static const Act draft_acts[] = {
    { N_("Paper Pre_view"), "invoice.preview" },
    { N_("_Print Draft…"), "invoice.print" },
    { NULL, NULL },
    { N_("_Delete Draft"), "invoice.delete" },
    { NULL, NULL },
    { NULL, NULL },
};

static const Act issued_acts[] = {
    { N_("Paper Pre_view"), "invoice.preview" },
    { N_("_Print…"), "invoice.print" },
    { N_("_Save PDF…"), "invoice.save-pdf" },
    { N_("_Open PDF"), "invoice.open-pdf" },
    { N_("Show in _Files"), "invoice.show-pdf" },
    { N_("S_end…"), "invoice.send" },
    { N_("Send _Reminder…"), "invoice.remind" },
    { NULL, NULL },
    { N_("Record Pa_yment…"), "invoice.pay" },
    { N_("Pay _Back…"), "invoice.pay-back" },
    { N_("_Use for Another Invoice"), "invoice.carry-over" },
    { N_("_Cancel Invoice…"), "invoice.cancel" },
    { NULL, NULL },
    { NULL, NULL },
};

GMenuModel *
care_invoice_menu_new(gboolean draft, const char *const *on_buttons)
{
    GMenu *menu = g_menu_new();

    for (const Act *act = draft ? draft_acts : issued_acts; act->label; act++) {
        g_autoptr(GMenu) section = g_menu_new();

        for (; act->label; act++)
            if (!g_strv_contains(on_buttons, act->action))
                g_menu_append(section, _(act->label), act->action);
        if (g_menu_model_get_n_items(G_MENU_MODEL(section)) > 0)
            g_menu_append_section(menu, NULL, G_MENU_MODEL(section));
    }
    return G_MENU_MODEL(menu);
}
