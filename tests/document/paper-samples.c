/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the sample papers as PDF and PNG into a folder, to look at them; ./dev pictures does it too. */
#include "country-samples.h"
#include "document/letter-paper.h"
#include "document/paper-render.h"
#include "paper-checks.h"
#include "samples.h"

#include <locale.h>

static void
write_file(const char *folder, const char *name, GBytes *bytes)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(GError) error = NULL;

    if (!g_file_set_contents(path, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), &error))
        g_error("%s", error->message);
}

static void
write_paper(const char *folder, const char *name, CarePaper *paper)
{
    g_autofree char *pdf_name = g_strdup_printf("%s.pdf", name);
    g_autoptr(GBytes) pdf = care_paper_write_pdf(paper, 1795521089, NULL);

    write_file(folder, pdf_name, pdf);
    for (guint page = 0; page < care_paper_get_n_pages(paper); page++) {
        g_autofree char *png_name = g_strdup_printf("%s-%u.png", name, page + 1);
        g_autoptr(GBytes) png = paper_png(paper, page, 2);

        write_file(folder, png_name, png);
    }
    g_object_unref(paper);
}

static void
write_invoice(const char *folder, const char *name, CareInvoicePaper invoice, GBytes *logo)
{
    invoice.shop.logo = logo;
    write_paper(folder, name, care_invoice_paper_layout(&invoice));
}

/* As in a language that is written from right to left. */
static void
write_mirrored(const char *folder, GBytes *logo)
{
    CareInvoicePaper invoice = sample_world_invoice();
    CarePaper *paper;

    invoice.shop.logo = logo;
    paper = care_invoice_paper_layout(&invoice);
    care_paper_mirror(paper);
    write_paper(folder, "mirrored", paper);
}

static void
write_invoices(const char *folder, GBytes *logo)
{
    CareInvoicePaper draft = sample_invoice();

    draft.number = NULL;
    draft.issued = (CareDate){ 0 };
    draft.due = (CareDate){ 0 };
    write_invoice(folder, "draft", draft, logo);
    write_invoice(folder, "invoice", sample_invoice(), logo);
    write_invoice(folder, "credit-note", sample_credit_note(), logo);
    write_invoice(folder, "gross", sample_gross_invoice(), logo);
    write_invoice(folder, "world", sample_world_invoice(), logo);
    write_invoice(folder, "long", sample_long_invoice(60), logo);
}

static void
write_countries(const char *folder)
{
    for (guint i = 0; i < country_samples_count(); i++) {
        g_auto(CountrySample) sample = { 0 };
        g_autofree char *name = NULL;

        country_sample_fill(&sample, i);
        name = g_strconcat("country-", sample.name, NULL);
        write_invoice(folder, name, sample.invoice, NULL);
    }
}

static void
write_letter(const char *folder)
{
    CareInvoicePaper invoice = sample_invoice();
    CareLetterPaper letter
        = { .shop = invoice.shop,
            .customer = invoice.buyer,
            .date = { 2026, 11, 24 },
            .subject = "Your grinder is ready",
            .body = "Dear Sami,\n\nyour grinder runs quietly again. You can collect it from "
                    "Tuesday to Saturday.\n\nJonas Weber" };

    write_paper(folder, "letter", care_letter_paper_layout(&letter));
}

static void
write_others(const char *folder, GBytes *logo)
{
    CareCareCard card = sample_care_card();
    CareJobSheet sheet = sample_job_sheet();
    CareTimelinePaper timeline = sample_timeline(40);

    card.shop.logo = sheet.shop.logo = timeline.shop.logo = logo;
    write_paper(folder, "care-card", care_care_card_layout(&card));
    write_paper(folder, "job-sheet",
                care_job_sheet_layout(&sheet, CARE_JOB_SHEET_CUSTOMER | CARE_JOB_SHEET_SHOP));
    write_paper(folder, "timeline", care_timeline_paper_layout(&timeline));
}

int
main(int argc, char **argv)
{
    const char *folder = argc > 1 ? argv[1] : ".";
    g_autoptr(GBytes) logo = sample_logo();

    setlocale(LC_ALL, "");
    g_mkdir_with_parents(folder, 0755);
    write_invoices(folder, logo);
    write_others(folder, logo);
    write_countries(folder);
    write_letter(folder);
    write_mirrored(folder, logo);

    return 0;
}
