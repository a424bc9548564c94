/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/payment-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "model/payment.h"
#include "service/invoices/payment-record.h"
#include "store/draft.h"
#include "store/named-query.h"
#include "ui/kit/choice-row.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/money-row.h"
#include "ui/kit/template.h"
#include "ui/kit/toast.h"
#include "ui/invoices/invoice-words.h"
#include "ui/invoices/payment-undo.h"

struct _CarePaymentDialog {
    CareRecordDialog parent_instance;

    CareRecord *invoice;
    gboolean back;   /* money goes back to the customer */
    CareMoney rest;  /* what is open, or owed to the customer, as the sentence above the amount says */
    CareMoney shown; /* as it was said when the dialog was opened, or after a save that was refused for it */
    CareMoney asked; /* what the amount that is being saved is the answer to */
    gboolean saving;

    AdwPreferencesGroup *group;
    CareMoneyRow *amount;
    AdwComboRow *method;
};

/* Those that somebody can choose. */
static const int methods[] = { CARE_METHOD_TRANSFER, CARE_METHOD_CARD, CARE_METHOD_CASH };

G_DEFINE_FINAL_TYPE(CarePaymentDialog, care_payment_dialog, CARE_TYPE_RECORD_DIALOG)

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
    CareMoney amount = 0, rest = self->rest;
    g_autofree char *apart = NULL;
    g_autofree char *sentence = NULL;

    if (!care_money_row_get_amount(self->amount, &amount)) {
        sentence = g_strdup(""); /* one about the sum before it would lie */
    } else if (amount == rest) {
        sentence = g_strdup(self->back ? _("Then nothing is owed to the customer any more.")
                                       : _("This pays the invoice in full."));
    } else {
        apart = care_invoice_money(self->invoice, ABS(rest - amount));
        sentence = g_strdup_printf(amount < rest ? self->back ? _("%s is owed to the customer still.")
                                                              : _("%s stays open.")
                                   : self->back ? _("This is %s more than is owed to the customer.")
                                                 : _("This is %s more than is open."),
                                   apart);
    }
    adw_preferences_group_set_description(self->group, sentence);
}

/* The invoice as it is by now, and the sentence about it. */
static void
look_again(CarePaymentDialog *self)
{
    CareStore *store = care_record_dialog_get_store(CARE_RECORD_DIALOG(self));
    g_autoptr(CareRecord) now
        = care_store_get(store, &care_invoice_kind, care_record_id(self->invoice), NULL);
    CareMoney rest = 0;

    /* what cannot be read stays as it was said: the save asks anew, and tells what is in its way */
    if (!now || !care_payment_read_rest(care_store_reader(store), now, self->back, &rest, NULL))
        return;
    g_set_object(&self->invoice, now);
    self->rest = rest;
    care_payment_dialog_changed(CARE_RECORD_DIALOG(self));
}

/* It may have been paid at another desk: what is said stays true. Whether the amount is still right, the save asks. */
static void
on_store_changed(CarePaymentDialog *self, CareChangeSet *changes)
{
    if (self->invoice && !self->saving && care_change_set_concerns(changes, self->invoice))
        look_again(self);
}

/* What was filled in goes with what it was filled in for; what was typed stays. */
static void
show_new_rest(CarePaymentDialog *self)
{
    CareRecord *payment = care_record_dialog_get_record(CARE_RECORD_DIALOG(self));

    look_again(self);
    if (self->rest > 0 && care_record_int(payment, CARE_PAYMENT_AMOUNT) == self->shown)
        care_record_set_int(payment, CARE_PAYMENT_AMOUNT, self->rest);
    self->shown = self->rest;
    care_payment_dialog_changed(CARE_RECORD_DIALOG(self));
}

static void
on_recorded(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CarePaymentDialog) self = data;
    CareRecordDialog *dialog = CARE_RECORD_DIALOG(self);
    g_autoptr(GError) error = NULL;
    g_autoptr(CareRecord) saved = care_payment_record_finish(CARE_STORE(source), result, &error);

    self->saving = saved != NULL; /* about what it did itself nothing is said any more */
    if (saved)
        care_payment_offer_undo(care_record_dialog_get_window(dialog), CARE_STORE(source), saved,
                                self->asked);
    else if (g_error_matches(error, CARE_ERROR, CARE_ERROR_CONFLICT))
        show_new_rest(self);
    care_record_dialog_finish(dialog, error);
}

/* What the amount is the answer to: as it was filled in, to what stood open then; typed, to what the sentence says. */
static CareMoney
answered(CarePaymentDialog *self)
{
    CareRecord *payment = care_record_dialog_get_record(CARE_RECORD_DIALOG(self));

    return care_record_int(payment, CARE_PAYMENT_AMOUNT) == self->shown ? self->shown : self->rest;
}

/* What goes back is typed as it is handed over, and written down as gone. */
static void
care_payment_dialog_save(CareRecordDialog *dialog)
{
    CarePaymentDialog *self = CARE_PAYMENT_DIALOG(dialog);
    g_autoptr(CareRecord) payment = care_record_copy(care_record_dialog_get_record(dialog));

    if (self->back)
        care_record_set_int(payment, CARE_PAYMENT_AMOUNT,
                            -ABS(care_record_int(payment, CARE_PAYMENT_AMOUNT)));
    self->saving = TRUE;
    self->asked = answered(self);
    care_payment_record_async(care_record_dialog_get_store(dialog), payment, self->asked,
                              care_record_dialog_begin_save(dialog), on_recorded, g_object_ref(self));
}

/* Of its invoice: what is begun for another one is another payment. */
static char *
draft_key(CareRecord *invoice, gboolean back)
{
    return care_draft_key(back ? CARE_PAY_BACK_DRAFT : CARE_PAYMENT_DRAFT, care_record_id(invoice));
}

static char *
care_payment_dialog_draft_key(CareRecordDialog *dialog)
{
    CarePaymentDialog *self = CARE_PAYMENT_DIALOG(dialog);

    return draft_key(self->invoice, self->back);
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
    dialog_class->draft_key = care_payment_dialog_draft_key;
    dialog_class->save = care_payment_dialog_save;

    CARE_TEMPLATE(klass, "invoices/payment-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CarePaymentDialog, group, amount, method);
}

static void
care_payment_dialog_init(CarePaymentDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_choice_row_fill(self->method, &care_payment_method_set, methods, G_N_ELEMENTS(methods));
}

/* As the one before: most of a shop's money comes in one way, and several payments are often written down one after
 * another. Back goes what was not owed, as a rule to an account. */
static CarePaymentMethod
likely_method(CareStore *store, CareMoney back)
{
    g_autofree char *last
        = back == 0 ? care_query_text(care_store_reader(store), "invoices/last-method", NULL, "") : NULL;

    for (gsize i = 0; last && i < G_N_ELEMENTS(methods); i++)
        if (care_payment_method_is(last, methods[i]))
            return methods[i];
    return CARE_METHOD_TRANSFER;
}

static CareRecord *
payment_new(CareContext *context, CareRecord *invoice, CareMoney back)
{
    CarePaymentMethod method = likely_method(care_context_get_store(context), back);
    CareRecord *payment = CARE_RECORD(care_payment_new());

    care_record_set_int(payment, CARE_PAYMENT_INVOICE, care_record_id(invoice));
    care_record_set_int(payment, CARE_PAYMENT_AMOUNT, back != 0 ? back : care_invoice_open(invoice));
    care_record_set_date(payment, CARE_PAYMENT_DATE, care_clock_today(care_context_get_clock(context)));
    care_record_set_text(payment, CARE_PAYMENT_METHOD, care_payment_method_word(method));
    return payment;
}

static void
present(GtkWidget *parent, CareContext *context, CareRecord *invoice, CareRecord *payment, CareMoney back)
{
    CarePaymentDialog *self = g_object_new(CARE_TYPE_PAYMENT_DIALOG, NULL);

    self->invoice = care_record_copy(invoice);
    self->back = back != 0;
    self->rest = self->shown = back != 0 ? back : care_invoice_open(invoice);
    g_signal_connect_object(care_context_get_store(context), "changed", G_CALLBACK(on_store_changed), self,
                            G_CONNECT_SWAPPED);
    if (back != 0)
        adw_dialog_set_title(ADW_DIALOG(self), _("Pay Back"));
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, payment);
}

void
care_payment_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *invoice, CareMoney back)
{
    g_autoptr(CareRecord) payment = payment_new(context, invoice, back);

    present(parent, context, invoice, payment, back);
}

void
care_payment_dialog_continue(GtkWidget *parent, CareContext *context, CareRecord *invoice, CareMoney back)
{
    g_autoptr(CareRecord) payment = payment_new(context, invoice, back);
    g_autofree char *key = draft_key(invoice, back != 0);
    g_autofree char *text = care_draft_read(care_context_get_store(context), key);

    if (text)
        care_draft_take(payment, NULL, text);
    present(parent, context, invoice, payment, back);
}
