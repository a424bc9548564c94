/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-ask.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/invoice.h"
#include "store/draft.h"
#include "ui/kit/format.h"
#include "ui/kit/question.h"
#include "ui/invoices/invoice-words.h"

typedef struct {
    CareYesFunc yes;
    CareReasonFunc given;
    GtkWidget *entry; /* of the reason; in the dialog */
    GObject *data;
} Question;

static Question *
question_new(gpointer data)
{
    Question *question = g_new0(Question, 1);

    question->data = g_object_ref(data);
    return question;
}

static void
question_free(gpointer data, GClosure *closure)
{
    Question *question = data;

    g_object_unref(question->data);
    g_free(question);
}

static void
on_response(AdwAlertDialog *dialog, const char *response, Question *question)
{
    g_autofree char *reason = question->entry ? care_question_words(question->entry) : NULL;

    if (!g_str_equal(response, CARE_QUESTION_YES))
        return;
    if (question->given)
        question->given(reason, question->data);
    else
        question->yes(question->data);
}

static void
ask(AdwAlertDialog *dialog, GtkWidget *parent, Question *question)
{
    g_signal_connect_data(dialog, "response", G_CALLBACK(on_response), question, question_free, 0);
    adw_dialog_present(ADW_DIALOG(dialog), parent);
}

/* A number is given out for ever: the Enter that asked, held or pressed twice, must not answer. */
static void
answer_no_by_enter(AdwAlertDialog *dialog)
{
    adw_alert_dialog_set_default_response(dialog, CARE_QUESTION_NO);
}

/* Transfer full; news and more are nullable. */
static char *
paragraphs(const char *news, const char *body, const char *more)
{
    g_autofree char *all = news ? g_strjoin("\n\n", news, body, NULL) : g_strdup(body);

    return more ? g_strjoin("\n\n", all, more, NULL) : g_steal_pointer(&all);
}

void
care_invoice_ask_issue(GtkWidget *parent, CareRecord *invoice, const char *customer, CareDate today,
                       const char *news, CareYesFunc yes, gpointer data)
{
    CareDate due = care_date_add_days(today, care_record_within(invoice, CARE_INVOICE_TERMS_DAYS));
    g_autofree char *amount = care_invoice_money(invoice, care_record_int(invoice, CARE_INVOICE_PAYABLE));
    g_autofree char *day = care_format_date_long(due, today);
    g_autofree char *who = care_isolate(customer);
    /* Translators: a customer, an amount and a day */
    g_autofree char *pays = g_strdup_printf(
        _("%s pays %s by %s. The invoice gets its number, which is final: from then on it cannot be changed, "
          "only cancelled by a credit note."),
        who, amount, day);
    g_autofree char *body = paragraphs(news, pays, NULL);
    AdwAlertDialog *dialog = care_question_new(_("Issue This Invoice?"), body, _("_Issue"));
    Question *question = question_new(data);

    answer_no_by_enter(dialog);
    question->yes = yes;
    ask(dialog, parent, question);
}

/* What becomes of the money. Transfer full; NULL where there is none. */
static char *
of_payments(CareRecord *invoice)
{
    CareMoney paid
        = care_record_int(invoice, CARE_INVOICE_PAID) + care_record_int(invoice, CARE_INVOICE_PREPAID);
    g_autofree char *amount = care_invoice_money(invoice, paid);

    if (paid <= 0)
        return NULL;
    /* Translators: an amount */
    return g_strdup_printf(_("%s was paid for it. You owe that to the customer from then on, and Today says "
                             "so: pay it back, or use it "
                             "for another invoice."),
                           amount);
}

void
care_invoice_ask_cancel(GtkWidget *parent, CareRecord *invoice, const char *news, CareYesFunc yes,
                        gpointer data)
{
    g_autofree char *amount = care_invoice_money(invoice, care_record_int(invoice, CARE_INVOICE_GROSS));
    /* Translators: a number */
    g_autofree char *heading
        = g_strdup_printf(_("Cancel Invoice %s?"), care_record_text(invoice, CARE_INVOICE_NUMBER));
    g_autofree char *issued
        = g_strdup_printf(_("A credit note over %s is issued with the next number. Both stay for "
                            "ever; the work can be billed again."),
                          amount);
    g_autofree char *money = of_payments(invoice);
    g_autofree char *body = paragraphs(news, issued, money);
    AdwAlertDialog *dialog = care_question_new(heading, body, _("_Issue Credit Note"));
    Question *question = question_new(data);

    adw_alert_dialog_set_response_label(dialog, CARE_QUESTION_NO, _("_Keep Invoice"));
    adw_alert_dialog_set_response_appearance(dialog, CARE_QUESTION_YES, ADW_RESPONSE_DESTRUCTIVE);
    answer_no_by_enter(dialog);
    question->yes = yes;
    ask(dialog, parent, question);
}

void
care_invoice_ask_reason(GtkWidget *parent, CareStore *store, CareRecord *invoice, CareReasonFunc given,
                        gpointer data)
{
    AdwAlertDialog *dialog = care_question_new(
        _("Bill Before the Work Is Done?"),
        _("A deposit is the usual reason. It is kept with the invoice and not printed."), _("_Save"));
    g_autofree char *key = care_draft_key(CARE_BILL_EARLY_DRAFT, care_record_id(invoice));
    Question *question = question_new(data);

    question->given = given;
    question->entry
        = care_question_add_words(dialog, _("Reason"), care_record_text(invoice, CARE_INVOICE_EARLY_REASON));
    care_question_keep(dialog, question->entry, store, key, invoice, CARE_INVOICE_EARLY_REASON);
    ask(dialog, parent, question);
}
