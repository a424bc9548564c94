/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer’s timeline as paper, one row an entry. */
#include "document/timeline-paper.h"

#include <glib/gi18n-lib.h>

#include "document/paper-format.h"
#include "document/table.h"

#define DATE_WIDTH 82.0

static const CareTextStyle style_date = { 9, 400, CARE_INK_DIM, CARE_ALIGN_START, TRUE };
static const CareTextStyle style_name = { 10, 500, CARE_INK, CARE_ALIGN_START };
static const CareTextStyle style_detail = { 8.5, 400, CARE_INK_DIM, CARE_ALIGN_START };

static void
add_opening(CareFlow *flow, const CareTimelinePaper *timeline)
{
    g_autofree char *printed = care_paper_format_day(timeline->printed, timeline->shop.country);
    g_autofree char *count = g_strdup_printf("%u", timeline->n_entries);
    CareFact facts[] = {
        { C_("paper", "Printed"), printed },
        { C_("paper", "Entries"), count },
        { C_("paper", "Your contact"), timeline->shop.contact_name },
    };

    care_letterhead_add_opening(flow, &timeline->shop, &timeline->customer, facts, G_N_ELEMENTS(facts));
}

static void
add_entries(CareFlow *flow, const CareTimelinePaper *timeline)
{
    double rest = care_flow_get_width(flow) - DATE_WIDTH;
    const CareColumn columns[] = {
        { C_("paper", "Date"), 0, DATE_WIDTH - 10, CARE_ALIGN_START },
        { C_("paper", "What happened"), DATE_WIDTH, rest, CARE_ALIGN_START },
    };
    g_autoptr(CareTable) table = care_table_new(flow, columns, G_N_ELEMENTS(columns));

    for (guint i = 0; i < timeline->n_entries; i++) {
        const CareTimelinePaperEntry *entry = &timeline->entries[i];
        g_autofree char *date = care_paper_format_day(entry->date, timeline->shop.country);

        care_table_cell(table, 0, date, &style_date);
        care_table_cell(table, 1, entry->title, &style_name);
        care_table_cell(table, 1, entry->detail, &style_detail);
        care_table_end_row(table, CARE_BLOCK_DEFAULT);
    }
}

/* Lays the history out. Transfer full. */
CarePaper *
care_timeline_paper_layout(const CareTimelinePaper *timeline)
{
    g_autoptr(CareFlow) flow = care_flow_new(timeline->sheet != NULL ? timeline->sheet : &care_sheet_a4);
    const char *customer = timeline->customer.name != NULL ? timeline->customer.name : "";
    /* Translators: title of a printed history; %s is the customer's name */
    g_autofree char *title = g_strdup_printf(C_("paper", "History of %s"), customer);

    care_flow_set_running_head(flow, title, NULL, timeline->shop.name);
    care_letterhead_add(flow, &timeline->shop, &timeline->customer);
    add_opening(flow, timeline);
    care_letterhead_add_title(flow, C_("paper", "History"), NULL, timeline->subject);
    if (timeline->n_entries > 0)
        add_entries(flow, timeline);
    else
        care_flow_paragraph(flow, C_("paper", "Nothing has been recorded yet."), &style_detail, 0, 16);

    return care_flow_finish(flow, title, timeline->shop.name);
}
