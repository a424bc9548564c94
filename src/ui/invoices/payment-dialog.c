/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/payment-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/invoice.h"
#include "model/payment.h"
#include "ui/kit/money-row.h"
#include "ui/kit/template.h"
#include "ui/kit/toast.h"
#include "ui/invoices/invoice-words.h"

struct _CarePaymentDialog {
    CareRecordDialog parent_instance;

    CareRecord *invoice;

    AdwPreferencesGroup *group;
    CareMoneyRow *amount;
    AdwComboRow *method_row;
};

G_DEFINE_FINAL_TYPE(CarePaymentDialog, care_payment_dialog, CARE_TYPE_RECORD_DIALOG)

static const char *const methods[] = { "transfer", "card", "cash" };

static void
care_payment_dialog_bound(CareRecordDialog *dialog)
{
    CareRecord *invoice = CARE_PAYMENT_DIALOG(dialog)->invoice;

    care_form_set_currency(care_record_dialog_get_form(dialog),
                           care_record_text(invoice, CARE_INVOICE_CURRENCY));
}

/* What stays open, or what is too much, before it is saved. */
static void
care_payment_dialog_changed(CareRecordDialog *dialog)
{
    CarePaymentDialog *self = CARE_PAYMENT_DIALOG(dialog);
    CareMoney amount = 0, rest = care_invoice_rest(self->invoice);
    g_autofree char *apart = NULL;
    g_autofree char *sentence = NULL;

    if (!care_money_row_get_amount(self->amount, &amount) || amount == rest) {
        sentence = g_strdup(amount == rest ? _("This pays the invoice in full.") : "");
    } else {
        apart = care_invoice_money(self->invoice, ABS(rest - amount));
        sentence = g_strdup_printf(amount < rest ? _("%s stays open.") : _("This is %s more than is open."),
                                   apart);
    }
    adw_preferences_group_set_description(self->group, sentence);
}

static void
care_payment_dialog_save(CareRecordDialog *dialog)
{
    guint method = adw_combo_row_get_selected(CARE_PAYMENT_DIALOG(dialog)->method_row);

    care_record_set_text(care_record_dialog_get_record(dialog), CARE_PAYMENT_METHOD,
                         method < G_N_ELEMENTS(methods) ? methods[method] : NULL);
    CARE_RECORD_DIALOG_CLASS(care_payment_dialog_parent_class)->save(dialog);
}

static void
care_payment_dialog_saved(CareRecordDialog *dialog)
{
    GtkWidget *window = care_record_dialog_get_window(dialog);

    if (window)
        care_toast_show(window, _("Payment recorded"));
}

static void
care_payment_dialog_dispose(GObject *object)
{
    CarePaymentDialog *self = CARE_PAYMENT_DIALOG(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_PAYMENT_DIALOG);
    g_clear_object(&self->invoice);
    G_OBJECT_CLASS(care_payment_dialog_parent_class)->dispose(object);
}

static void
care_payment_dialog_class_init(CarePaymentDialogClass *klass)
{
    CareRecordDialogClass *dialog_class = CARE_RECORD_DIALOG_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_payment_dialog_dispose;
    dialog_class->bound = care_payment_dialog_bound;
    dialog_class->changed = care_payment_dialog_changed;
    dialog_class->save = care_payment_dialog_save;
    dialog_class->saved = care_payment_dialog_saved;

    CARE_TEMPLATE(klass, "invoices/payment-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CarePaymentDialog, group, amount, method_row);
}

static void
care_payment_dialog_init(CarePaymentDialog *self)
{
    g_autoptr(GtkStringList) words = gtk_string_list_new(NULL);

    gtk_widget_init_template(GTK_WIDGET(self));
    for (gsize i = 0; i < G_N_ELEMENTS(methods); i++)
        gtk_string_list_append(words, care_payment_method_word(methods[i]));
    adw_combo_row_set_model(self->method_row, G_LIST_MODEL(words));
}

void
care_payment_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *invoice)
{
    CarePaymentDialog *self = g_object_new(CARE_TYPE_PAYMENT_DIALOG, NULL);
    g_autoptr(CareRecord) payment = CARE_RECORD(care_payment_new());

    self->invoice = care_record_copy(invoice);
    care_record_set_int(payment, CARE_PAYMENT_INVOICE, care_record_id(invoice));
    care_record_set_int(payment, CARE_PAYMENT_AMOUNT, care_invoice_rest(invoice));
    care_record_set_date(payment, CARE_PAYMENT_DATE, care_clock_today(care_context_get_clock(context)));
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, payment);
}
