/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Sample papers shared by the tests and by paper-samples. */
#include "samples.h"

#include <cairo.h>

#define SAMPLE_MAX_LINES 400

static const char *const shop_address[] = { "Lindenstrasse 14", "10969 Berlin", NULL };
static const char *const buyer_lines[]
    = { "Café Linde", "Sami Linde", "Oranienplatz 3", "10999 Berlin", NULL };

static const CareInvoicePaperLine sample_lines[] = {
    { "Grinder service", NULL, 1500000, "h", 60000000, 9000, TRUE, 9000, 19000000 },
    { "Burr set, 64 mm", "Supplier’s price fell", 1000000, NULL, 62400000, 6240, TRUE, 6800, 19000000 },
    { "Dosing spring", "Found worn on 18 November", 1000000, NULL, 12000000, 1200, FALSE, 0, 19000000 },
    { "Collection and delivery", NULL, 1000000, NULL, 28000000, 2800, TRUE, 2800, 19000000 },
};
static const CareInvoicePaperTax sample_taxes[] = { { "S", NULL, 19000000, 19240, 3656 } };

CareLetterhead
sample_shop(void)
{
    return (CareLetterhead){
        .name = "Kettle & Spoke",
        .tagline = "Bikes and appliances, repaired with care",
        .address = shop_address,
        .country = "DE",
        .phone = "030 5512 080",
        .email = "hello@kettle-spoke.example",
        .vat_id = "DE312448907",
        .iban = "DE02100100100006820101",
        .bic = "PBNKDEFFXXX",
        .bank = "Postbank",
        .contact_name = "Jonas Weber",
        .contact_phone = "030 5512 082",
        .contact_hours = "Tuesday to Saturday",
    };
}

static cairo_status_t
append(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);

    return CAIRO_STATUS_SUCCESS;
}

static void
draw_logo(cairo_t *cr)
{
    const double radius = 46, side = 256;

    cairo_set_source_rgb(cr, 0.08, 0.36, 0.74);
    cairo_new_sub_path(cr);
    cairo_arc(cr, side - radius, radius, radius, -G_PI / 2, 0);
    cairo_arc(cr, side - radius, side - radius, radius, 0, G_PI / 2);
    cairo_arc(cr, radius, side - radius, radius, G_PI / 2, G_PI);
    cairo_arc(cr, radius, radius, radius, G_PI, 1.5 * G_PI);
    cairo_fill(cr);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_set_line_width(cr, 34);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_arc(cr, side / 2, side / 2, 66, -0.8, G_PI + 0.8);
    cairo_stroke(cr);
}

/* A drawn logo as PNG bytes (transfer full). */
GBytes *
sample_logo(void)
{
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 256, 256);
    cairo_t *cr = cairo_create(surface);

    draw_logo(cr);
    cairo_surface_write_to_png_stream(surface, append, bytes);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);

    return g_byte_array_free_to_bytes(bytes);
}

CareInvoicePaper
sample_invoice(void)
{
    return (CareInvoicePaper){
        .shop = sample_shop(),
        .buyer = { "Café Linde", buyer_lines, NULL },
        .type = CARE_PAPER_INVOICE,
        .number = "2026-0412",
        .issued = { 2026, 11, 24 },
        .supplied = { 2026, 11, 19 },
        .due = { 2026, 12, 8 },
        .job = "2026-309",
        .agreement = "2026-0188",
        .subject = "Repair of your espresso grinder, Mahlkönig K30, serial 30-88121",
        .currency = "EUR",
        .lines = sample_lines,
        .n_lines = G_N_ELEMENTS(sample_lines),
        .taxes = sample_taxes,
        .n_taxes = G_N_ELEMENTS(sample_taxes),
        .line_total = 19240,
        .net = 19240,
        .tax = 3656,
        .gross = 22896,
        .due_amount = 22896,
        .terms = "Please pay within 14 days of the date above.",
        .payment_code
        = "BCD\n002\n1\nSCT\nPBNKDEFFXXX\nKettle & Spoke\nDE02100100100006820101\nEUR228.96\n\n\n"
          "Invoice 2026-0412",
    };
}

CareInvoicePaper
sample_credit_note(void)
{
    static const CareInvoicePaperLine lines[] = {
        { "Dosing spring", "Was still under warranty", 1000000, NULL, 12000000, 1200, FALSE, 0, 19000000 },
    };
    static const CareInvoicePaperTax taxes[] = { { "S", NULL, 19000000, 1200, 228 } };
    CareInvoicePaper credit = sample_invoice();

    credit.type = CARE_PAPER_CREDIT_NOTE;
    credit.title = "Rechnungskorrektur";
    credit.number = "K-2026-0007";
    credit.corrects = "2026-0412";
    credit.corrects_date = (CareDate){ 2026, 11, 24 };
    credit.issued = (CareDate){ 2026, 11, 27 };
    credit.terms = "The amount goes back to your account within three days.";
    credit.lines = lines;
    credit.n_lines = G_N_ELEMENTS(lines);
    credit.taxes = taxes;
    credit.line_total = credit.net = 1200;
    credit.tax = 228;
    credit.gross = credit.due_amount = 1428;

    return credit;
}

/* Two rates, prices that include tax, a discount, a deposit already paid. */
CareInvoicePaper
sample_gross_invoice(void)
{
    static const char *const bea[] = { "Bea Koch", "Oranienplatz 3", "10999 Berlin", NULL };
    static const CareInvoicePaperAdjustment line_discount[] = { { "Loyalty, 10 %", -480 } };
    static const CareInvoicePaperLine lines[] = {
        { "Inner tube, 28 inch", NULL, 3000000, NULL, 9990000, 2997, FALSE, 0, 19000000 },
        { "Bike service, small", "Brakes, gears, lights, a wash", 1000000, NULL, 48000000, 4320, FALSE, 0,
          19000000, line_discount, 1 },
        { "Cycling map of Brandenburg", NULL, 1000000, NULL, 14900000, 1490, FALSE, 0, 7000000 },
    };
    static const CareInvoicePaperTax taxes[]
        = { { "S", NULL, 19000000, 6149, 1168 }, { "S", NULL, 7000000, 1393, 97 } };
    CareInvoicePaper invoice = sample_invoice();

    invoice.buyer = (CareAddressee){ "Bea Koch", bea, NULL };
    invoice.agreement = NULL;
    invoice.subject = "Service of your e-bike, Kalkhoff Endeavour 5, frame WB 4471 902";
    invoice.prices_include_tax = TRUE;
    invoice.lines = lines;
    invoice.n_lines = G_N_ELEMENTS(lines);
    invoice.taxes = taxes;
    invoice.n_taxes = G_N_ELEMENTS(taxes);
    invoice.line_total = 8807;
    invoice.net = 7542;
    invoice.tax = 1265;
    invoice.gross = 8807;
    invoice.paid = 2000;
    invoice.due_amount = 6807;
    invoice.payment_code = NULL;

    return invoice;
}

/* Scripts of the world in every field a customer or the shop fills in. */
CareInvoicePaper
sample_world_invoice(void)
{
    static const char *const lines_of_buyer[]
        = { "ليلى حداد", "Ольга Петрова", "شارع الملك فيصل ١٢", "東京都千代田区丸の内 1-1", NULL };
    static const CareInvoicePaperLine lines[] = {
        { "Ремонт кофемолки", "Замена жерновов и чистка", 1500000, "ч", 60000000, 9000, FALSE, 0, 19000000 },
        { "Επισκευή ποδηλάτου", "Αλλαγή φρένων", 1000000, NULL, 62400000, 6240, FALSE, 0, 19000000 },
        { "إصلاح المطحنة مع تغيير الشفرات", "ضمان سنة واحدة", 1000000, NULL, 12000000, 1200, FALSE, 0,
          19000000 },
        { "תיקון אופניים", "שנה אחריות", 1000000, NULL, 10000000, 1000, FALSE, 0, 19000000 },
        { "自行车维修，更换链条", "ブレーキ調整と洗車", 1000000, NULL, 18000000, 1800, FALSE, 0, 19000000 },
        { "Łańcuch, žárovka, ñandú, ğüş, Đặng", "Preis in €: 5 × 2,00", 1000000, NULL, 0, 0, FALSE, 0,
          19000000 },
    };
    CareInvoicePaper invoice = sample_invoice();

    invoice.buyer = (CareAddressee){ "ليلى حداد", lines_of_buyer, NULL };
    invoice.agreement = NULL;
    invoice.lines = lines;
    invoice.n_lines = G_N_ELEMENTS(lines);

    return invoice;
}

CareInvoicePaper
sample_long_invoice(guint n_lines)
{
    static CareInvoicePaperLine lines[SAMPLE_MAX_LINES];
    static CareInvoicePaperTax tax = { "S", NULL, 19000000, 0, 0 };
    CareInvoicePaper invoice = sample_invoice();

    g_assert_cmpuint(n_lines, <=, SAMPLE_MAX_LINES);
    for (guint i = 0; i < n_lines; i++) {
        g_autofree char *name = g_strdup_printf("Part %03u", i + 1);

        lines[i] = sample_lines[i % G_N_ELEMENTS(sample_lines)];
        lines[i].name = g_intern_string(name);
        lines[i].amount = 1000;
    }
    tax.taxable = 1000 * (CareMoney)n_lines;
    tax.tax = 190 * (CareMoney)n_lines;
    invoice.lines = lines;
    invoice.n_lines = n_lines;
    invoice.taxes = &tax;
    invoice.line_total = invoice.net = tax.taxable;
    invoice.tax = tax.tax;
    invoice.gross = invoice.due_amount = tax.taxable + tax.tax;

    return invoice;
}

CareCareCard
sample_care_card(void)
{
    static const CareCareCardDate dates[] = {
        { { 2027, 5, 19 }, "Clean and descale", "About twenty minutes, while you wait" },
        { { 2027, 11, 19 }, "Next service", "Burrs measured, seals changed where needed, about €90" },
        { { 2028, 11, 19 }, "Our warranty on this repair ends", "A free check in the last month is on us" },
    };

    return (CareCareCard){
        .shop = sample_shop(),
        .customer = "Café Linde",
        .device = "Espresso grinder, Mahlkönig K30",
        .serial = "30-88121",
        .job = "2026-309",
        .handed_over = { 2026, 11, 19 },
        .dates = dates,
        .n_dates = G_N_ELEMENTS(dates),
        .advice = "Empty the hopper every evening and brush the burrs once a week. Grind a handful of beans "
                  "after cleaning, before the first guest.",
    };
}

CareJobSheet
sample_job_sheet(void)
{
    return (CareJobSheet){
        .shop = sample_shop(),
        .customer = { "Café Linde", buyer_lines, NULL },
        .customer_phone = "030 633 50 12",
        .number = "2026-309",
        .received = { 2026, 11, 12 },
        .promised = { 2026, 11, 20 },
        .device = "Espresso grinder, Mahlkönig K30",
        .serial = "30-88121",
        .fault = "Grinds unevenly since last week, squeals when cold. Dosing sticks now and then.",
        .accessories = "Hopper, power cord, portafilter",
        .condition = "Scratch on the left side, lid cracked",
        .has_price = TRUE,
        .price = 18600,
        .currency = "EUR",
        .price_note = "Before tax. Sami Linde said yes at the counter on 12 November.",
        .terms
        = "We call you before we do anything that was not agreed. Things that are not collected within "
          "three months of our second reminder may be disposed of. We write to you about this repair only; "
          "you can say no to any other message at any time.",
    };
}

CareTimelinePaper
sample_timeline(guint n_entries)
{
    static const char *const titles[][2] = {
        { "Collected the espresso grinder", "Jonas handed it over and showed how to set the burrs." },
        { "Invoice 2026-0412 paid", "€228.96 by transfer" },
        { "Called: is everything all right?",
          "Sami is happy, the grinder runs quietly. Asked again in six months." },
        { "Complaint received",
          "“The lid does not close any more.” Acknowledged the same day, lid replaced." },
    };
    static CareTimelinePaperEntry entries[SAMPLE_MAX_LINES];

    g_assert_cmpuint(n_entries, <=, SAMPLE_MAX_LINES);
    for (guint i = 0; i < n_entries; i++)
        entries[i] = (CareTimelinePaperEntry){ care_date_add_days((CareDate){ 2026, 11, 24 }, -11 * (int)i),
                                               titles[i % 4][0], titles[i % 4][1] };

    return (CareTimelinePaper){
        .shop = sample_shop(),
        .customer = { "Café Linde", buyer_lines, NULL },
        .printed = { 2026, 11, 24 },
        .subject = "All entries",
        .entries = entries,
        .n_entries = n_entries,
    };
}
