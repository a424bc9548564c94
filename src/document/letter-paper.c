/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A letter as paper, with the shop's letterhead. */
#include "document/letter-paper.h"

#include <glib/gi18n-lib.h>

#include "document/paper-format.h"

static const CareTextStyle style_subject = { 11, 600, CARE_INK, CARE_ALIGN_START };
static const CareTextStyle style_body = { 10, 400, CARE_INK, CARE_ALIGN_START };

/* Lays a letter out on A4. Transfer full. */
CarePaper *
care_letter_paper_layout(const CareLetterPaper *letter)
{
    g_autoptr(CareFlow) flow = care_flow_new(letter->sheet != NULL ? letter->sheet : &care_sheet_a4);
    const char *customer = letter->customer.name != NULL ? letter->customer.name : "";
    /* Translators: name of a printed letter; %s is the customer */
    g_autofree char *title = g_strdup_printf(C_("paper", "Letter to %s"), customer);
    g_autofree char *date = care_paper_format_date(letter->date);
    CareFact facts[] = {
        { C_("paper", "Date"), date },
        { C_("paper", "Your contact"), letter->shop.contact_name, FALSE, TRUE },
    };
    g_auto(GStrv) paragraphs = g_strsplit(letter->body, "\n\n", -1);

    care_flow_set_running_head(flow, title, letter->shop.name);
    care_letterhead_add(flow, &letter->shop);
    care_letterhead_add_opening(flow, &letter->customer, facts, G_N_ELEMENTS(facts));
    if (letter->subject != NULL && *letter->subject != '\0')
        care_flow_paragraph(flow, letter->subject, &style_subject, 0, 24);
    for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++)
        if (**paragraph != '\0')
            care_flow_paragraph(flow, *paragraph, &style_body, 0, 14);
    return care_flow_finish(flow, title, letter->shop.name);
}
