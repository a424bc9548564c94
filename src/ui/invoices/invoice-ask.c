/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-ask.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/invoice.h"
#include "ui/kit/format.h"
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
on_answer(GObject *source, GAsyncResult *result, gpointer data)
{
    Question *question = data;
    const char *answer = adw_alert_dialog_choose_finish(ADW_ALERT_DIALOG(source), result);

    if (g_str_equal(answer, "yes")) {
        if (question->given) {
            g_autofree char *reason
                = g_strstrip(g_strdup(gtk_editable_get_text(GTK_EDITABLE(question->entry))));

            question->given(reason, question->data);
        } else {
            question->yes(question->data);
        }
    }
    g_object_unref(question->data);
    g_free(question);
}

static AdwAlertDialog *
dialog_new(const char *heading, const char *body, const char *yes)
{
    AdwAlertDialog *dialog = ADW_ALERT_DIALOG(adw_alert_dialog_new(heading, body));

    adw_alert_dialog_add_responses(dialog, "no", _("_Cancel"), "yes", yes, NULL);
    adw_alert_dialog_set_default_response(dialog, "yes");
    adw_alert_dialog_set_close_response(dialog, "no");
    adw_alert_dialog_set_response_appearance(dialog, "yes", ADW_RESPONSE_SUGGESTED);
    return dialog;
}

static void
ask(AdwAlertDialog *dialog, GtkWidget *parent, Question *question)
{
    adw_alert_dialog_choose(dialog, parent, NULL, on_answer, question);
}

void
care_invoice_ask_issue(GtkWidget *parent, CareRecord *invoice, const char *customer, CareDate today,
                       CareYesFunc yes, gpointer data)
{
    CareDate due = care_date_add_days(today, (int)care_record_int(invoice, CARE_INVOICE_TERMS_DAYS));
    g_autofree char *amount = care_invoice_money(invoice, care_record_int(invoice, CARE_INVOICE_PAYABLE));
    g_autofree char *day = care_format_date_long(due, today);
    g_autofree char *who = care_isolate(customer);
    /* Translators: a customer, an amount and a day */
    g_autofree char *body = g_strdup_printf(
        _("%s pays %s by %s. The invoice gets its number, which is final: from then on it cannot be changed, "
          "only cancelled by a credit note."),
        who, amount, day);
    Question *question = question_new(data);

    question->yes = yes;
    ask(dialog_new(_("Issue This Invoice?"), body, _("_Issue")), parent, question);
}

/* What becomes of the money. Transfer full. */
static char *
with_payments(CareRecord *invoice, const char *sentence)
{
    CareMoney paid
        = care_record_int(invoice, CARE_INVOICE_PAID) + care_record_int(invoice, CARE_INVOICE_PREPAID);
    g_autofree char *amount = care_invoice_money(invoice, paid);

    if (paid <= 0)
        return g_strdup(sentence);
    /* Translators: a sentence, and an amount */
    return g_strdup_printf(
        _("%s\n\n%s was paid for it. You owe that to the customer from then on, and Today says so: "
          "pay it back, or use it for another invoice."),
        sentence, amount);
}

void
care_invoice_ask_cancel(GtkWidget *parent, CareRecord *invoice, CareYesFunc yes, gpointer data)
{
    g_autofree char *amount = care_invoice_money(invoice, care_record_int(invoice, CARE_INVOICE_GROSS));
    /* Translators: a number */
    g_autofree char *heading
        = g_strdup_printf(_("Cancel Invoice %s?"), care_record_text(invoice, CARE_INVOICE_NUMBER));
    g_autofree char *issued
        = g_strdup_printf(_("A credit note over %s is issued with the next number. Both stay for "
                            "ever; the work can be billed again."),
                          amount);
    g_autofree char *body = with_payments(invoice, issued);
    AdwAlertDialog *dialog = dialog_new(heading, body, _("_Issue Credit Note"));
    Question *question = question_new(data);

    adw_alert_dialog_set_response_label(dialog, "no", _("_Keep Invoice"));
    adw_alert_dialog_set_response_appearance(dialog, "yes", ADW_RESPONSE_DESTRUCTIVE);
    adw_alert_dialog_set_default_response(dialog, "no");
    question->yes = yes;
    ask(dialog, parent, question);
}

static void
on_reason_changed(GtkEditable *entry, AdwAlertDialog *dialog)
{
    g_autofree char *reason = g_strstrip(g_strdup(gtk_editable_get_text(entry)));

    adw_alert_dialog_set_response_enabled(dialog, "yes", *reason != '\0');
}

void
care_invoice_ask_reason(GtkWidget *parent, const char *reason, CareReasonFunc given, gpointer data)
{
    AdwAlertDialog *dialog = dialog_new(
        _("Bill Before the Work Is Done?"),
        _("A deposit is the usual reason. It is kept with the invoice and not printed."), _("_Save"));
    GtkWidget *list = gtk_list_box_new();
    GtkWidget *entry = adw_entry_row_new();
    Question *question = question_new(data);

    gtk_list_box_set_selection_mode(GTK_LIST_BOX(list), GTK_SELECTION_NONE);
    gtk_widget_add_css_class(list, "boxed-list");
    gtk_accessible_update_property(GTK_ACCESSIBLE(list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reason"), -1);
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(entry), _("Reason"));
    adw_entry_row_set_activates_default(ADW_ENTRY_ROW(entry), TRUE);
    gtk_editable_set_text(GTK_EDITABLE(entry), reason ? reason : "");
    gtk_list_box_append(GTK_LIST_BOX(list), entry);
    adw_alert_dialog_set_extra_child(dialog, list);
    g_signal_connect_object(entry, "changed", G_CALLBACK(on_reason_changed), dialog, 0);
    on_reason_changed(GTK_EDITABLE(entry), dialog);
    question->given = given;
    question->entry = entry;
    ask(dialog, parent, question);
    gtk_widget_grab_focus(entry);
}
