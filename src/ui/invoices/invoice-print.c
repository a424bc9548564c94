/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-print.h"

#include <glib/gi18n-lib.h>

#include "model/channel.h"
#include "model/customer.h"
#include "model/interaction.h"
#include "model/invoice.h"
#include "model/situation.h"
#include "service/customers/contact-flow.h"
#include "service/invoices/invoice-document.h"
#include "ui/kit/toast.h"
#include "ui/parts/contact-undo.h"
#include "ui/parts/paper-acts.h"
#include "ui/invoices/invoice-steps.h"
#include "ui/invoices/invoice-view-private.h"
#include "ui/invoices/invoice-words.h"
#include "ui/parts/invoice-name.h"

static CareContactAbout
about_of(CareRecord *invoice)
{
    return (
        CareContactAbout){ .rule = CARE_DUE_N_RULES, .settled = TRUE, .invoice = care_record_id(invoice) };
}

/* About no job: what lies printed on the bench has told nobody that the job is ready. */
static CareRecord *
contact_new(CareInvoiceView *self)
{
    CareRecord *contact = CARE_RECORD(care_interaction_new());
    const char *channel = self->customer ? care_record_text(self->customer, CARE_CUSTOMER_CHANNEL) : NULL;
    g_autofree char *heading = care_invoice_name(self->invoice);
    CareId staff = care_store_actor(self->store);

    care_record_set_int(contact, CARE_INTERACTION_CUSTOMER,
                        care_record_int(self->invoice, CARE_INVOICE_CUSTOMER));
    if (staff != 0)
        care_record_set_int(contact, CARE_INTERACTION_STAFF, staff);
    care_record_set_text(contact, CARE_INTERACTION_DIRECTION, care_direction_word(CARE_DIRECTION_OUT));
    care_record_set_text(
        contact, CARE_INTERACTION_CHANNEL,
        care_channel_is(channel, CARE_CHANNEL_COUNTER) ? channel : care_channel_word(CARE_CHANNEL_LETTER));
    care_record_set_text(contact, CARE_INTERACTION_SUBJECT, heading);
    care_record_set_text(contact, CARE_INTERACTION_CLASS,
                         care_situation_class(care_situation_word(CARE_SITUATION_INVOICE)));
    return contact;
}

static void
on_logged(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareInvoiceView) self = data;
    g_autoptr(GError) error = NULL;
    CareId contact = care_contact_log_finish(CARE_STORE(source), result, NULL, &error);
    CareContactAbout about = about_of(self->invoice);
    g_autofree char *heading = care_invoice_name(self->invoice);
    /* Translators: "Invoice 2026-0001 is printed, and noted as handed out" */
    g_autofree char *sentence = g_strdup_printf(_("%s is printed, and noted as handed out"), heading);

    if (contact == 0)
        care_toast_error(GTK_WIDGET(self), error);
    else
        care_contact_offer_undo(GTK_WIDGET(self), CARE_STORE(source), contact, &about, sentence);
}

static void
on_printed(gpointer data)
{
    CareInvoiceView *self = data;
    g_autoptr(CareRecord) contact = NULL;
    CareContactAbout about = about_of(self->invoice);

    if (!self->store || care_invoice_step_of(self) != CARE_INVOICE_STEP_PRINT)
        return;
    contact = contact_new(self);
    care_contact_log_async(self->store, contact, &about, NULL, on_logged, g_object_ref(self));
}

void
care_invoice_print(CareInvoiceView *self)
{
    g_autoptr(CarePaper) paper
        = care_paper_of(GTK_WIDGET(self), self->context, &care_invoice_paper_kind, self->invoice);

    if (paper)
        care_paper_print(GTK_WIDGET(self), paper, on_printed, g_object_ref(self), g_object_unref);
}
