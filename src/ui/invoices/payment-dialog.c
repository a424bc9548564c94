/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/payment-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/invoice.h"
#include "model/payment.h"
#include "service/flow.h"
#include "ui/common/date-row.h"
#include "ui/common/empty-state.h"
#include "ui/common/form.h"
#include "ui/common/money-row.h"
#include "ui/common/toast.h"
#include "ui/invoices/invoice-words.h"

struct _CarePaymentDialog {
    AdwDialog parent_instance;

    CareStore *store;
    CareRecord *invoice;
    CareRecord *payment;
    CareForm *form;
    GtkWidget *parent; /* weak */

    AdwBanner *error_banner;
    GtkWidget *save;
    AdwPreferencesGroup *group;
    CareMoneyRow *amount;
    CareDateRow *date;
    AdwComboRow *method_row;
};

G_DEFINE_FINAL_TYPE(CarePaymentDialog, care_payment_dialog, ADW_TYPE_DIALOG)

static const char *const methods[] = { "transfer", "card", "cash" };

/* What stays open, or what is too much, before it is saved. */
static void
show_rest(CarePaymentDialog *self)
{
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
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CarePaymentDialog) self = data;
    g_autoptr(GError) error = NULL;

    gtk_widget_set_sensitive(self->save, TRUE);
    if (!care_flow_save_finish(CARE_STORE(source), result, &error)) {
        care_banner_show_error(self->error_banner, error);
        return;
    }
    if (self->parent)
        care_toast_show(self->parent, _("Payment recorded"));
    adw_dialog_close(ADW_DIALOG(self));
}

static void
on_save(CarePaymentDialog *self)
{
    guint method = adw_combo_row_get_selected(self->method_row);

    if (!care_form_check(self->form))
        return;
    care_record_set_text(self->payment, CARE_PAYMENT_METHOD,
                         method < G_N_ELEMENTS(methods) ? methods[method] : NULL);
    gtk_widget_set_sensitive(self->save, FALSE);
    care_flow_save_async(self->store, self->payment, on_saved, g_object_ref(self));
}

static void
care_payment_dialog_dispose(GObject *object)
{
    CarePaymentDialog *self = CARE_PAYMENT_DIALOG(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_PAYMENT_DIALOG);
    g_clear_weak_pointer(&self->parent);
    g_clear_object(&self->payment);
    g_clear_object(&self->invoice);
    g_clear_object(&self->store);
    G_OBJECT_CLASS(care_payment_dialog_parent_class)->dispose(object);
}

static void
care_payment_dialog_class_init(CarePaymentDialogClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_payment_dialog_dispose;

    g_type_ensure(CARE_TYPE_DATE_ROW);
    g_type_ensure(CARE_TYPE_MONEY_ROW);
    gtk_widget_class_set_template_from_resource(widget_class,
                                                "/com/example/Aftercare/ui/invoices/payment-dialog.ui");
    gtk_widget_class_bind_template_child(widget_class, CarePaymentDialog, error_banner);
    gtk_widget_class_bind_template_child(widget_class, CarePaymentDialog, save);
    gtk_widget_class_bind_template_child(widget_class, CarePaymentDialog, group);
    gtk_widget_class_bind_template_child(widget_class, CarePaymentDialog, amount);
    gtk_widget_class_bind_template_child(widget_class, CarePaymentDialog, date);
    gtk_widget_class_bind_template_child(widget_class, CarePaymentDialog, method_row);
    gtk_widget_class_bind_template_callback(widget_class, on_save);
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
    CareDate today = care_clock_today(care_context_get_clock(context));

    self->store = g_object_ref(care_context_get_store(context));
    self->invoice = care_record_copy(invoice);
    self->payment = CARE_RECORD(care_payment_new());
    g_set_weak_pointer(&self->parent, parent);
    care_record_set_int(self->payment, CARE_PAYMENT_INVOICE, care_record_id(invoice));
    care_record_set_int(self->payment, CARE_PAYMENT_AMOUNT, care_invoice_rest(invoice));
    care_record_set_date(self->payment, CARE_PAYMENT_DATE, today);
    care_money_row_set_currency(self->amount, care_record_text(invoice, CARE_INVOICE_CURRENCY));
    care_date_row_set_today(self->date, today);
    self->form = care_form_bind(GTK_WIDGET(self), self->payment, self->store);
    g_signal_connect_object(self->form, "changed", G_CALLBACK(show_rest), self, G_CONNECT_SWAPPED);
    show_rest(self);
    adw_dialog_present(ADW_DIALOG(self), parent);
    gtk_widget_grab_focus(GTK_WIDGET(self->amount));
}
