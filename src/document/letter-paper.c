/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A letter as paper, with the shop's letterhead. */
#include "document/letter-paper.h"

#include <glib/gi18n-lib.h>

#include "document/paper-format.h"

static const CareTextStyle style_subject = { 11, 600, CARE_INK, CARE_ALIGN_START, FALSE, 14 };
static const CareTextStyle style_body = { 10, 400, CARE_INK, CARE_ALIGN_START, FALSE, 13 };

/* Where the text begins, below what the window of the envelope can show. */
static void
add_subject(CareFlow *flow, const char *subject)
{
    const CareWindow *window = care_flow_get_sheet(flow)->window;

    care_flow_begin_block_at(flow, window != NULL ? window->title : 0, 24);
    care_flow_text(flow, 0, 0, care_flow_get_width(flow), subject, &style_subject);
    care_flow_end_block(flow, CARE_BLOCK_KEEP_WITH_NEXT);
}

/* Lays a letter out. Transfer full. */
CarePaper *
care_letter_paper_layout(const CareLetterPaper *letter)
{
    g_autoptr(CareFlow) flow = care_flow_new(letter->sheet != NULL ? letter->sheet : &care_sheet_a4);
    const char *customer = letter->customer.name != NULL ? letter->customer.name : "";
    /* Translators: name of a printed letter; %s is the customer */
    g_autofree char *title = g_strdup_printf(C_("paper", "Letter to %s"), customer);
    g_autofree char *date = care_paper_format_day(letter->date, letter->shop.country);
    CareFact facts[] = {
        { C_("paper", "Date"), date },
        { C_("paper", "Your contact"), letter->shop.contact_name },
    };
    g_auto(GStrv) paragraphs = g_strsplit(letter->body, "\n\n", -1);

    care_flow_set_running_head(flow, title, date, letter->shop.name);
    care_letterhead_add(flow, &letter->shop, &letter->customer);
    care_letterhead_add_opening(flow, &letter->shop, &letter->customer, facts, G_N_ELEMENTS(facts));
    add_subject(flow, letter->subject);
    for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++)
        if (**paragraph != '\0')
            care_flow_paragraph(flow, *paragraph, &style_body, 0, 14);
    return care_flow_finish(flow, title, letter->shop.name);
}
