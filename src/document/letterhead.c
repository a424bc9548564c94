/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The letterhead and the opening that all papers of a shop share: who writes, to whom, about what. */
#include "document/letterhead.h"

#include <glib/gi18n-lib.h>

#include "document/image.h"

#define LOGO_SIDE 30.0
#define LOGO_MAX_WIDTH 120.0
#define OPENING_HEIGHT 84.0
#define OPENING_Y 131.0 /* below the fold of a window envelope's upper edge, DIN 5008 */

static const CareTextStyle style_shop = { 13.5, 700, CARE_INK, CARE_ALIGN_START };
static const CareTextStyle style_tagline = { 7.2, 400, CARE_INK_DIM, CARE_ALIGN_START };
static const CareTextStyle style_sender = { 7.5, 400, CARE_INK_DIM, CARE_ALIGN_END };
static const CareTextStyle style_addressee = { 9, 700, CARE_INK, CARE_ALIGN_START };
static const CareTextStyle style_address = { 9, 400, CARE_INK, CARE_ALIGN_START };
static const CareTextStyle style_label = { 8, 400, CARE_INK_DIM, CARE_ALIGN_START };
static const CareTextStyle style_title = { 19, 700, CARE_INK, CARE_ALIGN_START };
static const CareTextStyle style_mark = { 19, 400, CARE_INK_FAINT, CARE_ALIGN_END };
static const CareTextStyle style_subject = { 8.5, 400, CARE_INK_DIM, CARE_ALIGN_START };

static gboolean
has(const char *text)
{
    return text != NULL && *text != '\0';
}

/* Draws the logo and returns the room it takes with its gap. */
static double
add_logo(CareFlow *flow, GBytes *png)
{
    int width, height;
    double scale;

    if (!care_image_png_size(png, &width, &height))
        return 0;
    scale = MIN(LOGO_SIDE / height, LOGO_MAX_WIDTH / width);
    care_flow_image(flow, 0, 0, width * scale, height * scale, png);

    return width * scale + 8;
}

static double
add_sender_line(CareFlow *flow, double y, const char *text)
{
    double width = care_flow_get_width(flow) * 0.46;
    double height = care_flow_text(flow, care_flow_get_width(flow) - width, y, width, text, &style_sender);

    return height > 0 ? y + height + 2.5 : y;
}

static char *
join(const char *first, const char *second)
{
    if (has(first) && has(second))
        return g_strdup_printf("%s · %s", first, second);

    return g_strdup(has(first) ? first : second);
}

static char *
vat_text(const char *id, const char *name)
{
    if (!has(id))
        return NULL;
    /* Translators: what the country calls a tax registration, and the number */
    return has(name) ? g_strdup_printf(C_("paper", "%s %s"), name, id)
                     /* Translators: a tax registration; %s is the number */
                     : g_strdup_printf(C_("paper", "VAT %s"), id);
}

static void
add_sender(CareFlow *flow, const CareLetterhead *shop)
{
    g_autofree char *address = shop->address != NULL ? g_strjoinv(", ", (char **)shop->address) : NULL;
    g_autofree char *reach = join(shop->phone, shop->email);
    g_autofree char *vat = vat_text(shop->vat_id, shop->tax_id_name);
    g_autofree char *tax
        = has(shop->tax_number) ? g_strdup_printf(C_("paper", "Tax no. %s"), shop->tax_number) : NULL;
    g_autofree char *registration = join(vat, tax);
    double y = 1;

    y = add_sender_line(flow, y, address);
    y = add_sender_line(flow, y, reach);
    y = add_sender_line(flow, y, shop->website);
    add_sender_line(flow, y, registration);
}

/* The head of the first page: logo, name and tagline at one side, address and registration at the other. */
void
care_letterhead_add(CareFlow *flow, const CareLetterhead *shop)
{
    double width = care_flow_get_width(flow) * 0.53;
    double x, y;

    care_flow_begin_block(flow, 0);
    x = add_logo(flow, shop->logo);
    y = has(shop->tagline) ? 0 : 6;
    y += care_flow_text(flow, x, y, width - x, shop->name, &style_shop);
    care_flow_text(flow, x, y + 1, width - x, shop->tagline, &style_tagline);
    add_sender(flow, shop);
    care_flow_end_block(flow, CARE_BLOCK_KEEP_WITH_NEXT);
}

static void
add_addressee(CareFlow *flow, const CareAddressee *addressee)
{
    double width = MIN(241, care_flow_get_width(flow) * 0.56); /* the window of an envelope: 85 mm */
    double y = 0;
    g_autofree char *vat = vat_text(addressee->vat_id, addressee->tax_id_name);

    y += care_flow_text(flow, 0, y, width, addressee->name, &style_addressee) + 2;
    if (has(addressee->attention))
        y += care_flow_text(flow, 0, y, width, addressee->attention, &style_address) + 2;
    for (guint i = 0; addressee->address != NULL && addressee->address[i] != NULL; i++)
        y += care_flow_text(flow, 0, y, width, addressee->address[i], &style_address) + 2;
    care_flow_text(flow, 0, y + 2, width, vat, &style_label);
}

static double
add_fact(CareFlow *flow, double x, double y, double width, const CareFact *fact)
{
    CareTextStyle style = { 8, fact->strong && !fact->pending ? 700 : 400,
                            fact->pending ? CARE_INK_DIM : CARE_INK, CARE_ALIGN_END };
    PangoContext *context = care_flow_get_context(flow);
    double label_width = width * 0.46;
    double value_width = width - label_width - 4;
    double lower = care_text_baseline(context, fact->value, &style, value_width)
                   - care_text_baseline(context, fact->label, &style_label, label_width);
    double label = care_flow_text(flow, x, y + MAX(lower, 0), label_width, fact->label, &style_label);
    double value
        = care_flow_text(flow, x + label_width + 4, y + MAX(-lower, 0), value_width, fact->value, &style);

    return y + MAX(label + MAX(lower, 0), value + MAX(-lower, 0)) + 3;
}

/* The addressee and beside it the facts, @y points below the sheet's edge and at least @height high. Facts
 * without a value are left out. */
void
care_letterhead_add_opening_at(CareFlow *flow, double y, double height, const CareAddressee *addressee,
                               const CareFact *facts, guint n_facts)
{
    double width = care_flow_get_width(flow) * 0.4;
    double x = care_flow_get_width(flow) - width;
    double fact_y = 0;

    care_flow_begin_block_at(flow, y, 24);
    add_addressee(flow, addressee);
    for (guint i = 0; i < n_facts; i++) {
        if (has(facts[i].value))
            fact_y = add_fact(flow, x, fact_y, width, &facts[i]);
    }
    care_flow_reach(flow, height);
    care_flow_end_block(flow, CARE_BLOCK_KEEP_WITH_NEXT);
}

/* The same on A4, where the window of an envelope shows the address. */
void
care_letterhead_add_opening(CareFlow *flow, const CareAddressee *addressee, const CareFact *facts,
                            guint n_facts)
{
    care_letterhead_add_opening_at(flow, OPENING_Y, OPENING_HEIGHT, addressee, facts, n_facts);
}

/* What this paper is, a quiet mark such as "Draft" at the other side, and one line about what it is for. */
void
care_letterhead_add_title(CareFlow *flow, const char *title, const char *mark, const char *subject)
{
    double width = care_flow_get_width(flow);
    double y;

    care_flow_begin_block(flow, 26);
    y = care_flow_text(flow, 0, 0, has(mark) ? width * 0.7 : width, title, &style_title);
    care_flow_text(flow, width * 0.7, 0, width * 0.3, mark, &style_mark);
    care_flow_text(flow, 0, y + 3, width, subject, &style_subject);
    care_flow_end_block(flow, CARE_BLOCK_KEEP_WITH_NEXT);
}

/* "Jonas Weber, 030 5512 082, Tuesday to Saturday", or NULL without a contact person. Free with g_free. */
char *
care_letterhead_contact_line(const CareLetterhead *shop)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new();

    if (!has(shop->contact_name))
        return NULL;
    g_ptr_array_add(parts, (gpointer)shop->contact_name);
    if (has(shop->contact_phone))
        g_ptr_array_add(parts, (gpointer)shop->contact_phone);
    if (has(shop->contact_hours))
        g_ptr_array_add(parts, (gpointer)shop->contact_hours);
    g_ptr_array_add(parts, NULL);

    return g_strjoinv(", ", (char **)parts->pdata);
}
