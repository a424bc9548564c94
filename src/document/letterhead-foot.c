/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/letterhead-private.h"

#include <glib/gi18n-lib.h>

#include "document/iban.h"

#define MAX_LINES 5 /* above the part of the sheet where no printer prints */
#define GAP 8.0

static const CareTextStyle style_head = { 8, 600, CARE_INK, CARE_ALIGN_START, .pitch = 11 };
static const CareTextStyle style_line = { 8, 400, CARE_INK_DIM, CARE_ALIGN_START, .pitch = 11 };

/* Where the next column begins. */
typedef struct {
    CareFlow *flow;
    double x;
} Foot;

static gboolean
has(const char *text)
{
    return text != NULL && *text != '\0';
}

static double
width_of(Foot *foot, const char *text, const CareTextStyle *style)
{
    double width = 0;

    if (has(text))
        care_text_measure(care_flow_get_context(foot->flow), text, style, 0, &width, NULL);
    return width + 1;
}

/* As many lines as there is room for; a column is as wide as it needs, between its usual width and what is left. */
static void
add_column(Foot *foot, double usual, const char *head, const char *const *lines)
{
    double left = care_flow_get_width(foot->flow) - foot->x;
    double width = MAX(usual - GAP, width_of(foot, head, &style_head));
    double y = 6;

    for (guint i = 0; lines[i] != NULL; i++)
        width = MAX(width, width_of(foot, lines[i], &style_line));
    width = MIN(MIN(width, usual * 1.4), left);
    if (left < 40)
        return;
    y += care_flow_text(foot->flow, foot->x, y, width, head, &style_head);
    for (guint i = 0; lines[i] != NULL && y < 6 + (MAX_LINES - 1) * 11; i++) {
        double room = 6 + MAX_LINES * 11 - y;
        gsize fits = care_text_fit(care_flow_get_context(foot->flow), lines[i], &style_line, width, room);
        g_autofree char *piece = g_strndup(lines[i], fits);

        y += care_flow_text(foot->flow, foot->x, y, width, g_strchomp(piece), &style_line);
    }
    foot->x += width + GAP;
}

static void
add_name(Foot *foot, const CareLetterhead *shop)
{
    static const char *const nothing[] = { NULL };
    g_autofree char *name = has(shop->name)
                                ? care_flow_one_line(foot->flow, shop->name, &style_head, 36 * 1.4 * CARE_MM)
                                : NULL;

    if (has(name))
        add_column(foot, 36 * CARE_MM, name, shop->address != NULL ? shop->address : nothing);
}

static void
add_bank(Foot *foot, const CareLetterhead *shop)
{
    g_autofree char *number = has(shop->iban) ? care_iban_format(shop->iban) : NULL;
    g_autofree char *iban = has(number) ? g_strdup_printf("IBAN %s", number) : NULL;
    g_autofree char *bic = has(shop->bic) ? g_strdup_printf("BIC %s", shop->bic) : NULL;
    const char *lines[3] = { NULL };
    guint n = 0;

    if (iban != NULL)
        lines[n++] = iban;
    if (bic != NULL)
        lines[n++] = bic;
    if (n > 0)
        add_column(foot, 58 * CARE_MM, has(shop->bank) ? shop->bank : C_("paper", "Bank"), lines);
}

static void
add_registration(Foot *foot, const CareLetterhead *shop)
{
    g_autofree char *vat = care_letterhead_tax_id(shop->vat_id, shop->tax_id_name);
    g_autofree char *tax
        = has(shop->tax_number) ? g_strdup_printf(C_("paper", "Tax no. %s"), shop->tax_number) : NULL;
    const char *lines[3] = { NULL };
    guint n = 0;

    if (vat != NULL)
        lines[n++] = vat;
    if (tax != NULL)
        lines[n++] = tax;
    if (n > 0)
        add_column(foot, 43 * CARE_MM, C_("paper", "Registration"), lines);
}

void
care_letterhead_add_foot(CareFlow *flow, const CareLetterhead *shop)
{
    Foot foot = { flow, 0 };

    care_flow_begin_foot(flow);
    care_flow_rule(flow, 0, 0, care_flow_get_width(flow), 0.4, CARE_INK_MARGIN);
    add_name(&foot, shop);
    add_bank(&foot, shop);
    add_registration(&foot, shop);
    care_flow_end_block(flow, CARE_BLOCK_DEFAULT);
}
