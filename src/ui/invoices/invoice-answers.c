/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-answers.h"

#include <glib/gi18n-lib.h>

#include "model/invoice.h"
#include "service/invoices/invoice-issue.h"
#include "service/invoices/promise.h"
#include "store/draft.h"
#include "ui/invoices/invoice-ask.h"
#include "ui/invoices/invoice-view-private.h"
#include "ui/invoices/invoice-words.h"
#include "ui/kit/toast.h"
#include "ui/parts/yes-dialog.h"

static const char *
said_consent(CareRecord *before, CareRecord *after)
{
    return _("Their consent is recorded");
}

/* To the sum that stood there: where it is another one by now, nobody consented to that. */
static void
on_consented(CareRecord *changed, gpointer data)
{
    static const int fields[]
        = { CARE_INVOICE_CONSENT_AT, CARE_INVOICE_CONSENT_BY, CARE_INVOICE_CONSENT_HOW };
    CareInvoiceView *self = data;
    g_autoptr(CareRecord) now = care_record_copy(self->invoice);

    if (!care_invoice_shows_the_same(self->invoice, self->asked)) {
        care_toast_show(GTK_WIDGET(self),
                        _("This invoice was changed meanwhile. No consent was recorded; look at it anew."));
        return;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
        care_record_assign_field(now, changed, fields[i]);
    care_invoice_view_apply(self, now, said_consent);
}

static char *
instead_of_agreed(CareInvoiceView *self, CareMoney agreed, CareMoney billed)
{
    gboolean net = care_price_mode_is(care_record_text(self->invoice, CARE_INVOICE_PRICES), CARE_MODE_NET);
    g_autofree char *now = care_invoice_money(self->invoice, billed);
    g_autofree char *before = care_invoice_money(self->invoice, agreed);
    g_autofree char *more = care_invoice_money(self->invoice, billed - agreed);

    return net ? g_strdup_printf(_("%s instead of the agreed %s, tax included: %s more."), now, before, more)
               /* Translators: three amounts: "€167.90 instead of the agreed €158.00: €9.90 more." */
               : g_strdup_printf(_("%s instead of the agreed %s: %s more."), now, before, more);
}

/* In words that are true of what was promised, whether it is asked for the first time or looked at again; empty where
 * the consent is not needed any more. */
static char *
what_is_asked(CareInvoiceView *self)
{
    CareConnection *reader = care_store_reader(self->store);
    CareMoney agreed, billed;
    CarePromise promise;
    CareIssueCheck check;

    if (!care_promise_read(reader, self->invoice, &promise, NULL) || !care_promise_is_exceeded(&promise))
        return g_strdup("");
    check = care_issue_check_promise(&promise);
    if (check == CARE_ISSUE_NEEDS_CONSENT && care_invoice_compare(reader, self->invoice, &agreed, &billed))
        return instead_of_agreed(self, agreed, billed);
    return g_strdup(care_issue_check_sentence(check));
}

void
care_invoice_answer_consent(CareInvoiceView *self)
{
    g_autofree char *description = NULL;
    const char *who = care_record_text(self->invoice, CARE_INVOICE_CONSENT_BY);

    care_invoice_edits_flush(self->edits);
    care_invoice_view_remember_asked(self);
    description = what_is_asked(self);
    care_yes_dialog_present(GTK_WIDGET(self), self->context, self->invoice,
                            &(CareYes){ .title = _("Record Consent"),
                                        .description = description,
                                        .ahead = _("A consent cannot lie in the future."),
                                        .who = who ? who : care_invoice_view_customer_name(self),
                                        .by = CARE_INVOICE_CONSENT_BY,
                                        .at = CARE_INVOICE_CONSENT_AT,
                                        .how = CARE_INVOICE_CONSENT_HOW,
                                        .draft = CARE_CONSENT_DRAFT,
                                        .done = on_consented,
                                        .keep = GTK_WIDGET(self) });
}

static const char *
said_reason(CareRecord *before, CareRecord *after)
{
    return _("The reason is written down");
}

static void
on_reason_given(const char *reason, gpointer data)
{
    CareInvoiceView *self = data;
    g_autoptr(CareRecord) changed = care_record_copy(self->invoice);

    care_record_set_text(changed, CARE_INVOICE_EARLY_REASON, reason);
    care_invoice_view_apply(self, changed, said_reason);
}

void
care_invoice_answer_early(CareInvoiceView *self)
{
    care_invoice_edits_flush(self->edits);
    care_invoice_ask_reason(GTK_WIDGET(self), self->store, self->invoice, on_reason_given, self);
}

static void
go_on(CareInvoiceView *self, const char *word, void (*ask)(CareInvoiceView *self))
{
    g_autofree char *key = care_draft_key(word, care_record_id(self->invoice));
    g_autofree char *text = care_draft_read(self->store, key); /* ours from now on, to be forgotten, too */

    if (text && care_invoice_is_draft(self->invoice))
        ask(self);
    else
        care_draft_write(self->store, key, NULL);
}

void
care_invoice_answer_early_go_on(CareInvoiceView *self)
{
    go_on(self, CARE_BILL_EARLY_DRAFT, care_invoice_answer_early);
}

void
care_invoice_answer_consent_go_on(CareInvoiceView *self)
{
    go_on(self, CARE_CONSENT_DRAFT, care_invoice_answer_consent);
}
