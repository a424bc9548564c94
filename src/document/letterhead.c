/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The letterhead and the opening that all papers of a shop share: who writes, to whom, about what. */
#include "document/letterhead.h"

#include <glib/gi18n-lib.h>

#include "document/country.h"
#include "document/image.h"
#include "document/letterhead-private.h"

#define LOGO_SIDE 34.0
#define LOGO_MAX_WIDTH 140.0
#define FACT_GAP (7 * CARE_MM)
#define GAP 10.0
#define MAX_FACT_LINES 5 /* a page is to begin on the first sheet, whatever was typed */

static const CareTextStyle style_shop = { 17, 700, CARE_INK, CARE_ALIGN_START, .pitch = 20 };
static const CareTextStyle style_small_shop = { 13.5, 700, CARE_INK, CARE_ALIGN_START, .pitch = 16 };
static const CareTextStyle style_tagline = { 8.5, 400, CARE_INK_DIM, CARE_ALIGN_START };
static const CareTextStyle style_sender = { 8.5, 400, CARE_INK_DIM, CARE_ALIGN_START, .pitch = 11.5 };
static const CareTextStyle style_return = { 7, 400, CARE_INK_DIM, CARE_ALIGN_START, .pitch = 9 };
static const CareTextStyle style_label = { 8.5, 400, CARE_INK_DIM, CARE_ALIGN_START, .pitch = 12.8 };
static const CareTextStyle style_title = { 19, 600, CARE_INK, CARE_ALIGN_START, .pitch = 22 };
static const CareTextStyle style_mark = { 19, 400, CARE_INK_FAINT, CARE_ALIGN_END, .pitch = 22 };
static const CareTextStyle style_subject = { 10, 400, CARE_INK, CARE_ALIGN_START, .pitch = 13 };

static gboolean
has(const char *text)
{
    return text != NULL && *text != '\0';
}

char *
care_letterhead_tax_id(const char *id, const char *name)
{
    if (!has(id))
        return NULL;
    /* Translators: what the country calls a tax registration, and the number */
    return has(name) ? g_strdup_printf(C_("paper", "%s %s"), name, id)
                     /* Translators: a tax registration; %s is the number */
                     : g_strdup_printf(C_("paper", "VAT %s"), id);
}

/* Where what is not for the window begins: the second column, from the body's edge. */
static double
second_column(CareFlow *flow)
{
    const CareSheet *sheet = care_flow_get_sheet(flow);

    return sheet->window != NULL ? sheet->window->facts - sheet->start : care_flow_get_width(flow) * 0.58;
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

    return width * scale + 10;
}

/* In one line if it fits, else as on an envelope: a postcode does not go into a line of its own. */
static double
add_sender_address(CareFlow *flow, double x, double y, const char *const *address)
{
    g_autofree char *whole = g_strjoinv(", ", (char **)address);
    double width = care_flow_get_width(flow) - x, used;

    care_text_measure(care_flow_get_context(flow), whole, &style_sender, 0, &used, NULL);
    if (used <= width)
        return y + care_flow_text(flow, x, y, width, whole, &style_sender);
    for (guint i = 0; address[i] != NULL; i++)
        y += care_flow_text(flow, x, y, width, address[i], &style_sender);
    return y;
}

static void
add_sender(CareFlow *flow, const CareLetterhead *shop)
{
    const char *const lines[] = { shop->phone, shop->email, shop->website };
    double x = second_column(flow);
    double y = shop->address != NULL ? add_sender_address(flow, x, 2, shop->address) : 2;

    for (gsize i = 0; i < G_N_ELEMENTS(lines); i++)
        y += care_flow_text(flow, x, y, care_flow_get_width(flow) - x, lines[i], &style_sender);
}

/* Han is read as where the paper goes to, else as where it comes from. */
static void
set_language(CareFlow *flow, const CareLetterhead *shop, const CareAddressee *addressee)
{
    const char *language = care_country_han_language(addressee != NULL ? addressee->country : NULL);

    care_flow_set_language(flow, language != NULL ? language : care_country_han_language(shop->country));
}

void
care_letterhead_add(CareFlow *flow, const CareLetterhead *shop, const CareAddressee *addressee)
{
    gboolean is_letter = care_flow_get_sheet(flow)->window != NULL;
    double width = second_column(flow) - GAP;
    double x, y;

    set_language(flow, shop, addressee);
    if (is_letter)
        care_letterhead_add_foot(flow, shop);
    care_flow_begin_block(flow, 0);
    x = add_logo(flow, shop->logo);
    y = has(shop->tagline) ? 0 : 6;
    y += care_flow_text(flow, x, y, width - x, shop->name, is_letter ? &style_shop : &style_small_shop);
    care_flow_text(flow, x, y + 2, width - x, shop->tagline, &style_tagline);
    add_sender(flow, shop);
    care_flow_end_block(flow, CARE_BLOCK_KEEP_WITH_NEXT);
}

static guint
count_lines(CareFlow *flow, const char *const *lines, const CareTextStyle *style, double width)
{
    double height, sum = 0;

    for (guint i = 0; lines[i] != NULL; i++) {
        care_text_measure(care_flow_get_context(flow), lines[i], style, width, NULL, &height);
        sum += height;
    }
    return (guint)(sum / care_text_pitch(style) + 0.5);
}

/* The largest letters with which all lines stand in the window. */
static CareTextStyle
address_style(CareFlow *flow, const char *const *lines, const CareWindow *window, double width)
{
    CareTextStyle styles[] = {
        { 10, 400, CARE_INK, CARE_ALIGN_START, .pitch = window != NULL ? window->address_pitch : 12.9 },
        { 9, 400, CARE_INK, CARE_ALIGN_START, .pitch = 11 },
        { 8, 400, CARE_INK, CARE_ALIGN_START, .pitch = 9.2 },
    };
    gsize i = 0;

    while (window != NULL && i + 1 < G_N_ELEMENTS(styles)
           && count_lines(flow, lines, &styles[i], width) * styles[i].pitch > window->address_height)
        i++;
    return styles[i];
}

/* Of sheets for envelopes only what the window is to show. */
static void
add_addressee(CareFlow *flow, double y, const CareAddressee *addressee)
{
    const CareWindow *window = care_flow_get_sheet(flow)->window;
    double width = window != NULL ? window->address_width : second_column(flow) - GAP;
    const char *const name[] = { addressee->name, NULL };
    const char *const *lines = addressee->lines != NULL ? addressee->lines : name;
    CareTextStyle style = address_style(flow, lines, window, width);

    for (guint i = 0; lines[i] != NULL; i++)
        y += care_flow_text(flow, 0, y, width, lines[i], &style);
}

static double
labels_width(CareFlow *flow, const CareFact *facts, guint n_facts, double room)
{
    double widest = 0;

    for (guint i = 0; i < n_facts; i++) {
        double width = 0;

        if (has(facts[i].value))
            care_text_measure(care_flow_get_context(flow), facts[i].label, &style_label, 0, &width, NULL);
        widest = MAX(widest, width + 1);
    }
    return MIN(widest, room * 0.55);
}

static double
add_fact(CareFlow *flow, double x, double y, double label_width, double gap, const CareFact *fact)
{
    CareTextStyle style = style_label;
    double value_x = x + label_width + gap, width = care_flow_get_width(flow) - value_x;
    gsize fits = care_text_fit(care_flow_get_context(flow), fact->value, &style, width,
                               MAX_FACT_LINES * style.pitch);
    g_autofree char *text = g_strndup(fact->value, fits);
    double label, value;

    style.colour = fact->pending ? CARE_INK_DIM : CARE_INK;
    style.weight = fact->strong && !fact->pending ? 700 : 400;
    label = care_flow_text(flow, x, y, label_width, fact->label, &style_label);
    value = care_flow_text(flow, value_x, y, width, g_strchomp(text), &style);

    return y + MAX(label, value);
}

/* Labels and, in line, their values. Facts without a value are left out. */
static void
add_facts(CareFlow *flow, double y, const CareFact *facts, guint n_facts)
{
    double x = second_column(flow);
    double room = care_flow_get_width(flow) - x;
    double label_width = labels_width(flow, facts, n_facts, room);
    double gap = MIN(FACT_GAP, room * 0.1);

    /* on the baseline of the address beside it */
    y += 0.6;
    for (guint i = 0; i < n_facts; i++)
        if (has(facts[i].value))
            y = add_fact(flow, x, y, label_width, gap, &facts[i]);
}

/* The addressee and beside it the facts, @y points below the sheet's edge and at least @height high, on a sheet that
 * goes into no envelope. */
void
care_letterhead_add_opening_at(CareFlow *flow, double y, double height, const CareAddressee *addressee,
                               const CareFact *facts, guint n_facts)
{
    care_flow_begin_block_at(flow, y, 24);
    add_addressee(flow, 0, addressee);
    add_facts(flow, 0, facts, n_facts);
    care_flow_reach(flow, height);
    care_flow_end_block(flow, CARE_BLOCK_KEEP_WITH_NEXT);
}

static void
add_return_line(CareFlow *flow, const CareLetterhead *shop)
{
    const CareWindow *window = care_flow_get_sheet(flow)->window;
    g_autofree char *address = shop->address != NULL ? g_strjoinv(" · ", (char **)shop->address) : NULL;
    g_autofree char *whole = has(shop->name) && has(address)
                                 ? g_strdup_printf("%s · %s", shop->name, address)
                                 : g_strdup(has(shop->name) ? shop->name : address);
    g_autofree char *line
        = has(whole) ? care_flow_one_line(flow, whole, &style_return, window->address_width) : NULL;

    care_flow_text(flow, 0, 0, window->address_width, line, &style_return);
}

/* The same where the window of an envelope shows it, with who writes above it where there is room for that. */
void
care_letterhead_add_opening(CareFlow *flow, const CareLetterhead *shop, const CareAddressee *addressee,
                            const CareFact *facts, guint n_facts)
{
    const CareWindow *window = care_flow_get_sheet(flow)->window;
    double top = window->return_line > 0 ? window->return_line : window->address;

    care_flow_begin_block_at(flow, top, 12);
    if (window->return_line > 0)
        add_return_line(flow, shop);
    add_addressee(flow, window->address - top, addressee);
    add_facts(flow, window->address - top, facts, n_facts);
    care_flow_reach(flow, window->address - top + window->address_height);
    care_flow_end_block(flow, CARE_BLOCK_KEEP_WITH_NEXT);
}

/* What this paper is, a quiet mark such as "Draft" at the other side, and one line about what it is for. */
void
care_letterhead_add_title(CareFlow *flow, const char *title, const char *mark, const char *subject)
{
    const CareWindow *window = care_flow_get_sheet(flow)->window;
    double width = care_flow_get_width(flow);
    double y;

    care_flow_begin_block_at(flow, window != NULL ? window->title : 0, 18);
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
