/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-acts.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "model/situation.h"
#include "service/invoices/invoice-document.h"
#include "service/invoices/invoice-issue.h"
#include "ui/kit/toast.h"
#include "ui/parts/compose-target.h"
#include "ui/parts/number-question.h"
#include "ui/parts/paper-acts.h"
#include "ui/parts/record-line.h"
#include "ui/invoices/invoice-ask.h"
#include "ui/invoices/invoice-pay-back.h"
#include "ui/invoices/invoice-print.h"
#include "ui/invoices/invoice-view-private.h"
#include "ui/invoices/invoice-words.h"
#include "ui/parts/invoice-name.h"
#include "ui/invoices/payment-dialog.h"

static void ask_issue(CareInvoiceView *self, const char *news);
static void ask_cancel(CareInvoiceView *self, const char *news);

/* The question was answered for something else: the same is asked of what stands there now. FALSE where it cannot be. */
static gboolean
ask_anew(CareInvoiceView *self, const GError *error)
{
    gboolean draft;

    if (!self->store || !g_error_matches(error, CARE_ERROR, CARE_ERROR_CONFLICT))
        return FALSE;
    care_invoice_view_reload(self);
    draft = care_invoice_is_draft(self->invoice);
    if (!gtk_widget_get_mapped(GTK_WIDGET(self)) || (draft && self->check != CARE_ISSUE_CLEAR))
        return FALSE;
    if (draft)
        ask_issue(self, error->message);
    else
        ask_cancel(self, error->message);
    return TRUE;
}

/* What Ctrl+Z says from then on. */
static void
say_issued(CareInvoiceView *self, CareRecord *issued)
{
    g_autofree char *name = care_invoice_name(issued);
    g_autofree char *sentence = g_strdup_printf(_("%s issued"), name);
    gboolean credit = care_invoice_is_credit(issued);
    /* Translators: %s is "Invoice 2026-0001" or "Credit note 2026-0002" */
    g_autofree char *why
        = g_strdup_printf(credit ? _("%s is issued, and cannot be taken back")
                                 : _("%s is issued, and cannot be taken back: a credit note cancels it"),
                          name);
    CareToastRefusal refusal = { .sentence = why };

    if (!credit) {
        refusal.label = _("Cancel Invoice…");
        refusal.action = "win.open";
        refusal.target = g_variant_new("(sx)", CARE_CANCEL_WORD, (gint64)care_record_id(issued));
    }
    care_toast_final(GTK_WIDGET(self), sentence, &refusal);
}

static void
on_issued(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareInvoiceView) self = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(CareRecord) issued = care_invoice_issue_finish(CARE_STORE(source), result, &error);

    if (!issued && ask_anew(self, error))
        return;
    if (!issued)
        care_toast_error(GTK_WIDGET(self), error);
    else
        say_issued(self, issued);
    if (!self->store)
        return;
    if (issued && care_record_id(issued) != care_record_id(self->invoice))
        gtk_widget_activate_action(GTK_WIDGET(self), "win.open", "(sx)", "invoice", care_record_id(issued));
    else
        care_invoice_view_reload(self);
}

static void
issue_now(gpointer data)
{
    CareInvoiceView *self = data;

    if (self->store)
        care_invoice_issue_async(self->store, self->asked, on_issued, g_object_ref(self));
}

static void
ask_and_issue(gpointer data)
{
    CareInvoiceView *self = data;

    care_number_question_ask(GTK_WIDGET(self), self->context, issue_now, G_OBJECT(self));
}

/* news: as for care_invoice_ask_issue(). */
static void
ask_issue(CareInvoiceView *self, const char *news)
{
    care_invoice_view_remember_asked(self);
    care_invoice_ask_issue(GTK_WIDGET(self), self->invoice, care_invoice_view_customer_name(self),
                           care_clock_today(care_context_get_clock(self->context)), news, ask_and_issue,
                           self);
}

static void
issue_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);

    care_invoice_edits_flush(self->edits);
    /* what was written here and is not in the shop cannot be issued */
    if (!care_invoice_edits_ask_disputed(self->edits))
        ask_issue(self, NULL);
}

static void
cancel_now(gpointer data)
{
    CareInvoiceView *self = data;

    if (self->store)
        care_invoice_cancel_async(self->store, self->asked, on_issued, g_object_ref(self));
}

static void
ask_and_cancel(gpointer data)
{
    CareInvoiceView *self = data;

    care_number_question_ask(GTK_WIDGET(self), self->context, cancel_now, G_OBJECT(self));
}

static void
ask_cancel(CareInvoiceView *self, const char *news)
{
    care_invoice_view_remember_asked(self);
    care_invoice_ask_cancel(GTK_WIDGET(self), self->invoice, news, ask_and_cancel, self);
}

static void
cancel_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    ask_cancel(CARE_INVOICE_VIEW(widget), NULL);
}

static void
pay_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);

    care_payment_dialog_present(widget, self->context, self->invoice, 0);
}

static void
back_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);

    if (g_str_equal(name, "invoice.pay-back"))
        care_invoice_pay_back(widget, self->context, self->invoice);
    else
        care_invoice_carry_over(widget, self->context, self->invoice);
}

static void
print_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    care_invoice_print(CARE_INVOICE_VIEW(widget));
}

static void
pdf_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);

    if (g_str_equal(name, "invoice.save-pdf"))
        care_paper_save(widget, self->context, &care_invoice_paper_kind, self->invoice, "pdf");
    else if (g_str_equal(name, "invoice.open-pdf"))
        care_paper_open_kept(widget, self->context, &care_invoice_paper_kind, self->invoice);
    else
        care_paper_show_kept_in_files(widget, self->context, &care_invoice_paper_kind, self->invoice);
}

static void
send_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);
    CareMessageOccasion occasion
        = { .customer = care_record_int(self->invoice, CARE_INVOICE_CUSTOMER),
            .job = care_record_int(self->invoice, CARE_INVOICE_JOB),
            .situation = care_situation_word(g_str_equal(name, "invoice.remind") ? CARE_SITUATION_REMINDER
                                                                                 : CARE_SITUATION_INVOICE),
            .invoice = care_record_id(self->invoice) };

    if (!care_compose(widget, &occasion))
        care_paper_show_kept_in_files(widget, self->context, &care_invoice_paper_kind, self->invoice);
}

static void
delete_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareInvoiceView *self = CARE_INVOICE_VIEW(widget);

    care_invoice_edits_flush(self->edits);
    care_record_line_delete(widget, self->store, self->invoice);
}

void
care_invoice_acts_install(GtkWidgetClass *view_class)
{
    static const struct {
        const char *name;
        GtkWidgetActionActivateFunc activate;
    } acts[] = {
        { "invoice.issue", issue_action },     { "invoice.cancel", cancel_action },
        { "invoice.pay", pay_action },         { "invoice.pay-back", back_action },
        { "invoice.carry-over", back_action }, { "invoice.print", print_action },
        { "invoice.save-pdf", pdf_action },    { "invoice.open-pdf", pdf_action },
        { "invoice.show-pdf", pdf_action },    { "invoice.send", send_action },
        { "invoice.remind", send_action },     { "invoice.delete", delete_action },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(acts); i++)
        gtk_widget_class_install_action(view_class, acts[i].name, NULL, acts[i].activate);
    gtk_widget_class_add_binding_action(view_class, GDK_KEY_p, GDK_CONTROL_MASK, "invoice.print", NULL);
}
