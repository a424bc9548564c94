/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-banner.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/invoice.h"
#include "service/invoices/invoice-check.h"
#include "service/invoices/promise.h"
#include "ui/invoices/invoice-words.h"

static CareDate
today_of(CareContext *context)
{
    return care_clock_today(care_context_get_clock(context));
}

static CareConnection *
reader_of(CareContext *context)
{
    return care_store_reader(care_context_get_store(context));
}

/* Of a price that they were only told, nothing stands beside the lines. */
static char *
price_sentence(CareRecord *invoice, CareMoney price, const char *more)
{
    gboolean net = care_price_mode_is(care_record_text(invoice, CARE_INVOICE_PRICES), CARE_MODE_NET);
    g_autofree char *told = care_invoice_money(invoice, price);
    /* Translators: two amounts, "€6.40 more than the price of the job, €80.00. …" */
    return net ? g_strdup_printf(
                     _("%s more than the price of the job, %s, both tax included. Nobody has said yes "
                       "to that yet: ask before issuing."),
                     more, told)
               : g_strdup_printf(
                     _("%s more than the price of the job, %s. Nobody has said yes to that yet: ask "
                       "before issuing."),
                     more, told);
}

/* The lines beside it are without the tax where prices are. */
static char *
consent_sentence(CareContext *context, CareRecord *invoice, CareIssueCheck check, const char *customer)
{
    CareMoney agreed, billed;
    gboolean net = care_price_mode_is(care_record_text(invoice, CARE_INVOICE_PRICES), CARE_MODE_NET);
    g_autofree char *more = NULL;
    g_autofree char *who = care_isolate(customer);

    care_invoice_compare(reader_of(context), invoice, &agreed, &billed);
    more = care_invoice_money(invoice, billed - agreed);
    if (check == CARE_ISSUE_ABOVE_PRICE)
        return price_sentence(invoice, agreed, more);
    if (check == CARE_ISSUE_BILLED_BEFORE)
        return g_strdup_printf(
            /* Translators: an amount and a customer, "With what was billed before, €6.40 more than Bea agreed to. …" */
            _("With what was billed before, %s more than %s agreed to. Take off what was billed, or ask "
              "before "
              "issuing."),
            more, who);
    /* Translators: an amount and a customer, "€6.40 more than Café Linde agreed to. …" */
    return net ? g_strdup_printf(_("%s more than %s agreed to, tax included. Ask before issuing."), more, who)
               : g_strdup_printf(_("%s more than %s agreed to. Ask before issuing."), more, who);
}

static gboolean
says_how_much(CareIssueCheck check)
{
    return check == CARE_ISSUE_NEEDS_CONSENT || check == CARE_ISSUE_ABOVE_PRICE
           || check == CARE_ISSUE_BILLED_BEFORE;
}

/* The first of what is missing or, where nothing is, of what it may be issued without: it is what the button leads to. Of
 * *found; NULL where there is none. */
static const CareInvoiceLack *
first_lack(CareContext *context, CareRecord *invoice, CareIssueCheck check, GPtrArray **found)
{
    *found = NULL;
    if (check == CARE_ISSUE_LACKS)
        *found = care_invoice_lacks(reader_of(context), invoice, today_of(context), NULL);
    else if (check == CARE_ISSUE_CLEAR && care_invoice_is_draft(invoice))
        *found = care_invoice_hints(reader_of(context), invoice);
    return *found != NULL && (*found)->len > 0 ? (*found)->pdata[0] : NULL;
}

static const char *
button_of(const CareInvoiceLack *lack)
{
    switch (lack->place) {
    case CARE_LACK_OF_SHOP:
        return _("Preferences…");
    case CARE_LACK_OF_BUYER:
        return _("Edit Customer");
    case CARE_LACK_OF_INVOICE:
    default:
        return NULL;
    }
}

/* Whether there is something. */
static gboolean
say_lack(CareBanner *banner, CareContext *context, CareRecord *invoice, CareIssueCheck check)
{
    g_autoptr(GPtrArray) found = NULL;
    const CareInvoiceLack *lack = first_lack(context, invoice, check, &found);

    if (lack == NULL)
        return FALSE;
    care_banner_set_title(banner, lack->sentence);
    care_banner_set_button_label(banner, button_of(lack));
    return TRUE;
}

CareIssueCheck
care_invoice_banner_show(CareBanner *banner, CareContext *context, CareRecord *invoice, const char *customer)
{
    g_autoptr(GError) error = NULL;
    CareIssueCheck check = care_invoice_is_draft(invoice)
                               ? care_invoice_check(reader_of(context), invoice, today_of(context), &error)
                               : CARE_ISSUE_CLEAR;
    g_autofree char *sentence = says_how_much(check) ? consent_sentence(context, invoice, check, customer)
                                                     : g_strdup(care_issue_check_sentence(check));
    gboolean hint = say_lack(banner, context, invoice, check) && check == CARE_ISSUE_CLEAR;

    if (check == CARE_ISSUE_UNREADABLE) {
        care_banner_set_title(banner, error->message);
        care_banner_set_button_label(banner, NULL);
    } else if (sentence != NULL) {
        care_banner_set_title(banner, sentence);
        care_banner_set_button_label(banner, check == CARE_ISSUE_NEEDS_REASON ? _("Give a Reason…")
                                                                              : _("Record Consent…"));
    }
    /* that there are no lines, the empty table says */
    gtk_widget_set_visible(GTK_WIDGET(banner),
                           hint || (check != CARE_ISSUE_CLEAR && check != CARE_ISSUE_EMPTY));
    return check;
}

gboolean
care_invoice_banner_leave(GtkWidget *widget, CareContext *context, CareRecord *invoice)
{
    CareIssueCheck check = care_invoice_check(reader_of(context), invoice, today_of(context), NULL);
    g_autoptr(GPtrArray) found = NULL;
    const CareInvoiceLack *lack = first_lack(context, invoice, check, &found);

    if (lack == NULL)
        return FALSE;
    if (lack->place == CARE_LACK_OF_SHOP)
        return gtk_widget_activate_action(widget, "win.setting", "s", lack->field);
    return lack->place == CARE_LACK_OF_BUYER
           && gtk_widget_activate_action(widget, "win.customer-field", "(xs)",
                                         (gint64)care_record_int(invoice, CARE_INVOICE_CUSTOMER),
                                         lack->field + strlen("customer."));
}
