/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The care card: one A5 sheet with the dates a customer should know about a thing that was repaired. */
#include "document/care-card.h"

#include <glib/gi18n-lib.h>

#include "document/paper-format.h"
#include "document/table.h"

#define DATE_WIDTH 96.0

static const CareTextStyle style_date = { 12, 600, CARE_INK, CARE_ALIGN_START };
static const CareTextStyle style_name = { 10, 500, CARE_INK, CARE_ALIGN_START };
static const CareTextStyle style_detail = { 8.5, 400, CARE_INK_DIM, CARE_ALIGN_START };
static const CareTextStyle style_body = { 9, 400, CARE_INK, CARE_ALIGN_START };

static gboolean
has(const char *text)
{
    return text != NULL && *text != '\0';
}

static void
add_facts(CareFlow *flow, const CareCareCard *card)
{
    g_autofree char *handed_over = care_paper_format_day(card->handed_over, card->shop.country);
    CareFact facts[] = {
        { C_("paper", "Serial no."), card->serial },
        { C_("paper", "Job"), card->job },
        { C_("paper", "Handed over"), handed_over },
        { C_("paper", "Your contact"), card->shop.contact_name },
    };
    CareAddressee owner = { card->customer };

    care_letterhead_add_opening_at(flow, 92, 44, &owner, facts, G_N_ELEMENTS(facts));
}

static void
add_dates(CareFlow *flow, const CareCareCard *card)
{
    double rest = care_flow_get_width(flow) - DATE_WIDTH;
    const CareColumn columns[] = {
        { C_("paper", "When"), 0, DATE_WIDTH - 8, CARE_ALIGN_START },
        { C_("paper", "What comes up"), DATE_WIDTH, rest, CARE_ALIGN_START },
    };
    g_autoptr(CareTable) table = NULL;

    if (card->n_dates == 0)
        return;
    table = care_table_new(flow, columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < card->n_dates; i++) {
        g_autofree char *date = care_paper_format_day(card->dates[i].date, card->shop.country);

        care_table_cell(table, 0, date, &style_date);
        care_table_cell(table, 1, card->dates[i].title, &style_name);
        care_table_cell(table, 1, card->dates[i].detail, &style_detail);
        care_table_end_row(table, CARE_BLOCK_DEFAULT);
    }
}

static void
add_closing(CareFlow *flow, const CareCareCard *card)
{
    g_autofree char *contact = care_letterhead_contact_line(&card->shop);
    g_autofree char *text = NULL;

    if (contact == NULL)
        return;
    /* Translators: a person, a phone number and hours, joined by commas */
    text = g_strdup_printf(C_("paper", "Questions? %s"), contact);
    care_flow_paragraph(flow, text, &style_body, 0, 14);
}

/* Lays the card out. Transfer full. */
CarePaper *
care_care_card_layout(const CareCareCard *card)
{
    g_autoptr(CareFlow) flow = care_flow_new(card->sheet != NULL ? card->sheet : &care_sheet_a5);
    const char *title = has(card->device) ? card->device : C_("paper", "Care Card");

    care_flow_set_running_head(flow, title, NULL, card->shop.name);
    care_letterhead_add(flow, &card->shop, NULL);
    add_facts(flow, card);
    care_letterhead_add_title(flow, C_("paper", "Care Card"), NULL, card->device);
    add_dates(flow, card);
    care_flow_paragraph(flow, card->advice, &style_body, 0, 16);
    add_closing(flow, card);

    return care_flow_finish(flow, C_("paper", "Care Card"), card->shop.name);
}
