/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-steps.h"

#include <glib/gi18n-lib.h>

#include "model/channel.h"
#include "model/customer.h"
#include "model/invoice.h"
#include "ui/invoices/invoice-menu.h"
#include "ui/invoices/invoice-pay-back.h"
#include "ui/invoices/invoice-view-private.h"
#include "ui/invoices/invoice-words.h"

/* The customer is to get it and has not, as far as is known here: who was reminded or has paid has got it somehow. */
static gboolean
is_to_go_out(CareRecord *invoice)
{
    return (care_invoice_is_open(invoice)
            || (care_invoice_is_credit(invoice) && !care_invoice_is_draft(invoice)))
           && !care_record_is_set(invoice, CARE_INVOICE_TOLD)
           && !care_record_is_set(invoice, CARE_INVOICE_REMINDED)
           && care_record_int(invoice, CARE_INVOICE_PAID) == 0;
}

/* Who prefers to, and who can get it in no other way: what is sent needs somewhere to go. */
static gboolean
takes_paper(CareRecord *customer)
{
    const char *channel = customer ? care_record_text(customer, CARE_CUSTOMER_CHANNEL) : NULL;
    gboolean phone = customer && care_record_list_length(customer, CARE_CUSTOMER_PHONES) > 0;
    gboolean email = customer && care_record_list_length(customer, CARE_CUSTOMER_EMAILS) > 0;

    if (care_channel_is(channel, CARE_CHANNEL_LETTER) || care_channel_is(channel, CARE_CHANNEL_COUNTER))
        return TRUE;
    if (care_channel_is_written(channel) && care_channel_reaches(channel, phone, email))
        return FALSE;
    return !email;
}

static gboolean
owes(CareInvoiceView *self)
{
    return care_invoice_to_pay_back(self->store, self->invoice) > 0;
}

CareInvoiceStep
care_invoice_step_of(CareInvoiceView *self)
{
    if (care_invoice_is_draft(self->invoice))
        return CARE_INVOICE_STEP_ISSUE;
    if (owes(self))
        return CARE_INVOICE_STEP_PAY_BACK;
    if (is_to_go_out(self->invoice))
        return takes_paper(self->customer) ? CARE_INVOICE_STEP_PRINT : CARE_INVOICE_STEP_SEND;
    return care_invoice_is_open(self->invoice) ? CARE_INVOICE_STEP_PAY : CARE_INVOICE_STEP_NONE;
}

GtkWidget *
care_invoice_step_button(CareInvoiceView *self)
{
    switch (care_invoice_step_of(self)) {
    case CARE_INVOICE_STEP_SEND:
    case CARE_INVOICE_STEP_PRINT:
        return self->send_button;
    case CARE_INVOICE_STEP_PAY:
        return self->pay_button;
    case CARE_INVOICE_STEP_PAY_BACK:
        return self->back_button;
    case CARE_INVOICE_STEP_NONE:
    case CARE_INVOICE_STEP_ISSUE:
    default:
        return NULL;
    }
}

static void
show_button(GtkWidget *button, gboolean visible, gboolean accent)
{
    gtk_widget_set_visible(button, visible);
    if (accent)
        gtk_widget_add_css_class(button, "suggested-action");
    else
        gtk_widget_remove_css_class(button, "suggested-action");
}

/* Where it is narrow there is room for the next step alone. */
static void
show_buttons(CareInvoiceView *self, CareInvoiceStep next)
{
    gboolean out = next == CARE_INVOICE_STEP_SEND || next == CARE_INVOICE_STEP_PRINT;
    gboolean open = care_invoice_is_open(self->invoice);

    show_button(self->issue_button, next == CARE_INVOICE_STEP_ISSUE, self->check == CARE_ISSUE_CLEAR);
    show_button(self->back_button, owes(self), next == CARE_INVOICE_STEP_PAY_BACK);
    show_button(self->send_button, out, out);
    gtk_button_set_label(GTK_BUTTON(self->send_button),
                         next == CARE_INVOICE_STEP_PRINT ? _("Print…") : _("Send…"));
    gtk_actionable_set_action_name(GTK_ACTIONABLE(self->send_button),
                                   next == CARE_INVOICE_STEP_PRINT ? "invoice.print" : "invoice.send");
    show_button(self->pay_button, open && (next == CARE_INVOICE_STEP_PAY || !self->narrow),
                next == CARE_INVOICE_STEP_PAY);
    gtk_button_set_label(GTK_BUTTON(self->pay_button), self->narrow ? _("Paid…") : _("Record Payment…"));
    gtk_widget_set_visible(self->print_button, !self->narrow && next != CARE_INVOICE_STEP_PRINT);
}

static void
show_menu(CareInvoiceView *self)
{
    GtkWidget *buttons[] = { self->issue_button, self->back_button,  self->send_button,
                             self->pay_button,   self->print_button, NULL };
    const char *acts[G_N_ELEMENTS(buttons) + 1] = { NULL };
    g_autoptr(GMenuModel) menu = NULL;
    guint n = 0;

    for (guint i = 0; buttons[i]; i++)
        if (gtk_widget_get_visible(buttons[i]))
            acts[n++] = gtk_actionable_get_action_name(GTK_ACTIONABLE(buttons[i]));
    if (!self->narrow || gtk_widget_get_visible(self->preview_button)) /* it lies beside, or has its button */
        acts[n++] = "invoice.preview";
    menu = care_invoice_menu_new(care_invoice_is_draft(self->invoice), acts);
    gtk_menu_button_set_menu_model(self->menu_button, menu);
}

static void
enable(CareInvoiceView *self)
{
    GtkWidget *widget = GTK_WIDGET(self);
    gboolean draft = care_invoice_is_draft(self->invoice);
    gboolean credit = care_invoice_is_credit(self->invoice);
    gboolean cancelled
        = care_invoice_state_is(care_record_text(self->invoice, CARE_INVOICE_STATE), CARE_BILL_CANCELLED);
    CareDate today = care_clock_today(care_context_get_clock(self->context));
    g_autoptr(CareRecord) target = care_invoice_carry_target(self->store, self->invoice);

    gtk_widget_action_set_enabled(widget, "invoice.issue", draft && self->check == CARE_ISSUE_CLEAR);
    gtk_widget_action_set_enabled(widget, "invoice.add-line", draft);
    gtk_widget_action_set_enabled(widget, "invoice.delete", draft);
    gtk_widget_action_set_enabled(widget, "invoice.save-pdf", !draft);
    gtk_widget_action_set_enabled(widget, "invoice.open-pdf", !draft);
    gtk_widget_action_set_enabled(widget, "invoice.show-pdf", !draft);
    gtk_widget_action_set_enabled(widget, "invoice.send", !draft);
    gtk_widget_action_set_enabled(widget, "invoice.remind", care_invoice_is_overdue(self->invoice, today));
    gtk_widget_action_set_enabled(widget, "invoice.pay", care_invoice_is_open(self->invoice));
    gtk_widget_action_set_enabled(widget, "invoice.cancel", !draft && !credit && !cancelled);
    gtk_widget_action_set_enabled(widget, "invoice.pay-back", owes(self));
    gtk_widget_action_set_enabled(widget, "invoice.carry-over", target != NULL);
}

void
care_invoice_steps_show(CareInvoiceView *self)
{
    enable(self);
    show_buttons(self, care_invoice_step_of(self));
    show_menu(self);
}
