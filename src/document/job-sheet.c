/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The order sheet in two copies: the customer's receipt for what was handed in, and the one that stays with the
 * device in the workshop, with room to write. */
#include "document/job-sheet.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "document/paper-format.h"

#define LABEL_WIDTH 112.0
#define WRITING_LINES 5
#define SIGNATURE_WIDTH 200.0

static const CareTextStyle style_label = { 8.5, 400, CARE_INK_DIM, CARE_ALIGN_START };
static const CareTextStyle style_value = { 10, 400, CARE_INK, CARE_ALIGN_START };
static const CareTextStyle style_strong = { 10, 700, CARE_INK, CARE_ALIGN_START };
static const CareTextStyle style_small = { 8, 400, CARE_INK_DIM, CARE_ALIGN_START };

static gboolean
has(const char *text)
{
    return text != NULL && *text != '\0';
}

static void
add_opening(CareFlow *flow, const CareJobSheet *sheet)
{
    g_autofree char *received = care_paper_format_day(sheet->received, sheet->shop.country);
    g_autofree char *promised = care_paper_format_day(sheet->promised, sheet->shop.country);
    CareFact facts[] = {
        { C_("paper", "Job"), sheet->number, FALSE, TRUE },
        { C_("paper", "Received"), received },
        { C_("paper", "Promised for"), promised, FALSE, TRUE },
        { C_("paper", "Your phone"), sheet->customer_phone },
        { C_("paper", "Your contact"), sheet->shop.contact_name },
        { C_("paper", "Phone"), has(sheet->shop.contact_name) ? sheet->shop.contact_phone : NULL },
    };

    care_letterhead_add_opening(flow, &sheet->shop, &sheet->customer, facts, G_N_ELEMENTS(facts));
}

/* A label, and beside it text of any length: the first piece is level with the label, the rest may go on over a
 * page. */
static void
add_field(CareFlow *flow, const char *label, const char *text, const CareTextStyle *style)
{
    double width = care_flow_get_width(flow) - LABEL_WIDTH;
    g_autofree char *valid = has(text) ? g_utf8_make_valid(text, -1) : g_strdup("");
    const char *rest = valid;

    while (*rest != '\0') {
        gsize fits = care_text_fit(care_flow_get_context(flow), rest, style, width, style->size * 12);
        g_autofree char *piece = g_strndup(rest, fits);
        double lower = style->size * 0.15;

        care_flow_begin_block(flow, rest == valid && label != NULL ? 8 : 2);
        if (rest == valid && label != NULL)
            care_flow_text(flow, 0, lower, LABEL_WIDTH - 10, label, &style_label);
        care_flow_text(flow, LABEL_WIDTH, 0, width, g_strchomp(piece), style);
        care_flow_end_block(flow, CARE_BLOCK_DEFAULT);
        rest += fits;
    }
}

static void
add_separator(CareFlow *flow)
{
    care_flow_begin_block(flow, 10);
    care_flow_rule(flow, 0, 0, care_flow_get_width(flow), 0.5, CARE_INK_RULE);
    care_flow_end_block(flow, CARE_BLOCK_DEFAULT);
}

static void
add_device(CareFlow *flow, const CareJobSheet *sheet)
{
    add_field(flow, C_("paper", "Device"), sheet->device, &style_strong);
    add_field(flow, C_("paper", "Serial no."), sheet->serial, &style_value);
    add_separator(flow);
    add_field(flow, C_("paper", "Reported fault"), sheet->fault, &style_value);
    add_field(flow, C_("paper", "Also left here"), sheet->accessories, &style_value);
    add_field(flow, C_("paper", "Condition"), sheet->condition, &style_value);
    add_separator(flow);
}

static void
add_price(CareFlow *flow, const CareJobSheet *sheet)
{
    g_autofree char *price = sheet->has_price ? care_money_format(sheet->price, sheet->currency) : NULL;

    add_field(flow, C_("paper", "Agreed price"), price != NULL ? price : C_("paper", "to be agreed"),
              price != NULL ? &style_strong : &style_value);
    add_field(flow, NULL, sheet->price_note, &style_small);
}

static void
add_writing_room(CareFlow *flow)
{
    care_flow_begin_block(flow, 22);
    care_flow_text(flow, 0, 0, care_flow_get_width(flow), C_("paper", "Found and done"), &style_label);
    for (int i = 1; i <= WRITING_LINES; i++)
        care_flow_rule(flow, 0, 14 + i * 24.0, care_flow_get_width(flow), 0.4, CARE_INK_FAINT);
    care_flow_end_block(flow, CARE_BLOCK_DEFAULT);
}

static void
add_signature(CareFlow *flow, const char *label)
{
    care_flow_begin_block(flow, 48);
    care_flow_rule(flow, 0, 0, SIGNATURE_WIDTH, 0.6, CARE_INK_STRONG_RULE);
    care_flow_text(flow, 0, 4, SIGNATURE_WIDTH, label, &style_small);
    care_flow_end_block(flow, CARE_BLOCK_DEFAULT);
}

static void
add_copy(CareFlow *flow, const CareJobSheet *sheet, gboolean for_shop)
{
    care_letterhead_add(flow, &sheet->shop, &sheet->customer);
    add_opening(flow, sheet);
    care_letterhead_add_title(flow, C_("paper", "Order Sheet"),
                              for_shop ? C_("paper", "Shop copy") : C_("paper", "Your copy"), NULL);
    add_separator(flow);
    add_device(flow, sheet);
    add_price(flow, sheet);
    if (for_shop)
        add_writing_room(flow);
    care_flow_paragraph(flow, sheet->terms, &style_small, 0, 22);
    if (for_shop)
        add_signature(flow, C_("paper", "Date, customer’s signature"));
    else
        care_flow_paragraph(flow, C_("paper", "Please bring this sheet when you collect."), &style_value, 0,
                            16);
}

/* Lays out the copies that were asked for, the customer's first, each with pages counted from 1. Transfer full. */
CarePaper *
care_job_sheet_layout(const CareJobSheet *sheet, CareJobSheetCopies copies)
{
    g_autoptr(CareFlow) flow = care_flow_new(sheet->sheet != NULL ? sheet->sheet : &care_sheet_a4);
    g_autofree char *title = has(sheet->number)
                                 ? g_strdup_printf(C_("paper", "Order Sheet %s"), sheet->number)
                                 : g_strdup(C_("paper", "Order Sheet"));
    g_autofree char *customer = care_isolate(sheet->customer.name);

    care_flow_set_running_head(flow, title, customer, sheet->shop.name);
    if (copies & CARE_JOB_SHEET_CUSTOMER)
        add_copy(flow, sheet, FALSE);
    care_flow_section(flow);
    if (copies & CARE_JOB_SHEET_SHOP)
        add_copy(flow, sheet, TRUE);

    return care_flow_finish(flow, title, sheet->shop.name);
}
