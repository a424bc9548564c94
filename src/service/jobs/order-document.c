/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/order-document.h"

#include <glib/gi18n-lib.h>

#include "core/sentences.h"
#include "document/job-sheet.h"
#include "document/paper-format.h"
#include "model/customer-phone.h"
#include "model/customer.h"
#include "model/device.h"
#include "model/job.h"
#include "service/invoices/shop-tax.h"
#include "service/jobs/agreement.h"
#include "service/paper-parties.h"
#include "store/record-sql.h"
#include "store/setting.h"

/* What the plain values of the sheet borrow from. */
typedef struct {
    CarePaperParties parties;
    CareRecord *customer;
    CareRecord *device; /* nullable */
    char *currency;
    char *price_note;
} Source;

static void
source_clear(Source *source)
{
    care_paper_parties_clear(&source->parties);
    g_clear_object(&source->customer);
    g_clear_object(&source->device);
    g_clear_pointer(&source->currency, g_free);
    g_clear_pointer(&source->price_note, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Source, source_clear)

static const char *
phone_of(CareRecord *customer)
{
    return care_record_list_length(customer, CARE_CUSTOMER_PHONES) > 0
               ? care_record_text(care_record_list_item(customer, CARE_CUSTOMER_PHONES, 0),
                                  CARE_CUSTOMER_PHONE_NUMBER)
               : NULL;
}

/* Who said yes, how and when; NULL while nobody has. Transfer full. */
static char *
agreement(const CarePaperDesk *desk, CareRecord *job, const char *country)
{
    const char *by = care_record_text(job, CARE_JOB_AGREED_BY);
    g_autofree char *how = care_job_agreed_how_in_words(job);
    g_autofree char *date = NULL;

    if (by == NULL)
        return NULL;
    if (!care_record_is_set(job, CARE_JOB_AGREED_AT))
        /* Translators: who and how: "Priya said yes at the counter." */
        return g_strdup_printf(C_("paper", "%s said yes %s."), by, how);
    date = care_paper_format_date(care_date_of_instant(care_record_int(job, CARE_JOB_AGREED_AT), desk->zone),
                                  country);
    /* Translators: who, how and when: "Priya said yes at the counter, 12 Nov 2026." */
    return g_strdup_printf(C_("paper", "%s said yes %s, %s."), by, how, date);
}

/* Whether the price has the tax in it; NULL in a shop that charges none. Transfer full. */
static char *
tax_note(CareConnection *connection, CareRecord *job)
{
    g_autoptr(CareShopTax) tax = care_shop_tax_read(connection);
    const char *name = tax->preset != NULL ? tax->preset->tax_name : C_("paper", "VAT");

    if (tax->small)
        return NULL;
    /* Translators: %s is the name of the tax, "VAT" */
    return g_strdup_printf(care_price_mode_is(care_record_text(job, CARE_JOB_PRICES), CARE_MODE_NET)
                               ? C_("paper", "%s not included.")
                               : C_("paper", "%s included."),
                           name);
}

static char *
price_note(const CarePaperDesk *desk, CareRecord *job, const char *country)
{
    g_autofree char *mode = NULL;
    g_autofree char *yes = NULL;

    if (!care_record_is_set(job, CARE_JOB_AGREED))
        return NULL;
    mode = tax_note(desk->connection, job);
    yes = agreement(desk, job, country);
    return mode != NULL || yes != NULL ? care_sentences_join(mode, yes) : NULL;
}

static gboolean
read_source(Source *source, const CarePaperDesk *desk, CareRecord *job, GError **error)
{
    CareId customer = care_record_int(job, CARE_JOB_CUSTOMER);
    CareId contact = care_paper_contact(desk->connection, customer, care_record_int(job, CARE_JOB_STAFF));

    if (!care_paper_parties_now(&source->parties, desk->connection, desk->data_dir, contact, customer, 0,
                                error))
        return FALSE;
    source->customer = care_record_load(desk->connection, &care_customer_kind, customer, error);
    if (source->customer == NULL)
        return FALSE;
    if (care_record_is_set(job, CARE_JOB_DEVICE))
        source->device = care_record_load(desk->connection, &care_device_kind,
                                          care_record_int(job, CARE_JOB_DEVICE), NULL);
    source->currency = care_job_currency(desk->connection, job);
    source->price_note = price_note(desk, job, care_paper_parties_shop(&source->parties).country);
    return TRUE;
}

static CarePaper *
lay_out(const CarePaperDesk *desk, CareRecord *job, GError **error)
{
    g_auto(Source) source = { 0 };
    CareJobSheet sheet;

    if (!read_source(&source, desk, job, error))
        return NULL;
    sheet = (CareJobSheet){
        .sheet = desk->sheet,
        .shop = care_paper_parties_shop(&source.parties),
        .customer = care_paper_parties_addressee(&source.parties),
        .customer_phone = phone_of(source.customer),
        .number = care_record_text(job, CARE_JOB_NUMBER),
        .received = care_date_of_instant(care_record_int(job, CARE_JOB_RECEIVED), desk->zone),
        .promised = care_record_date(job, CARE_JOB_PROMISED),
        .device = source.device != NULL ? care_record_text(source.device, CARE_DEVICE_NAME)
                                        : care_record_text(job, CARE_JOB_KIND),
        .serial = source.device != NULL ? care_record_text(source.device, CARE_DEVICE_SERIAL) : NULL,
        .fault = care_record_text(job, CARE_JOB_FAULT),
        .accessories = care_record_text(job, CARE_JOB_ACCESSORIES),
        .has_price = care_record_is_set(job, CARE_JOB_AGREED),
        .price = care_record_int(job, CARE_JOB_AGREED),
        .currency = source.currency,
        .price_note = source.price_note,
    };
    return care_job_sheet_layout(&sheet, CARE_JOB_SHEET_CUSTOMER | CARE_JOB_SHEET_SHOP);
}

static char *
file_name(CareRecord *job)
{
    /* Translators: a file's name; %s is a job's number */
    return g_strdup_printf(C_("paper", "Order Sheet %s"), care_record_text(job, CARE_JOB_NUMBER));
}

const CarePaperKind care_order_paper_kind = {
    .name = "order",
    .label = N_("Order Sheet"),
    .of = &care_job_kind,
    .lay_out = lay_out,
    .file_name = file_name,
    .sheets = { &care_sheet_a4, &care_sheet_letter },
};
