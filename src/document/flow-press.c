/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* From blocks to pages: plain arithmetic over heights, then what stands in the margins of each page. */
#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "document/flow-private.h"

#define HEAD_GAP 24.0
#define FOOT_GAP (3 * CARE_MM)
#define FOOTER_Y 30.0 /* of the word at the foot of each page, from the sheet's lower edge */
#define MARK_X (5 * CARE_MM)
#define MARK_LENGTH (4 * CARE_MM)
#define HOLE_LENGTH (6 * CARE_MM)

static const CareTextStyle style_margin = { 8.5, 400, CARE_INK_DIM, CARE_ALIGN_START };
static const CareTextStyle style_margin_name = { 8.5, 700, CARE_INK, CARE_ALIGN_START };

/* Where the breaking of pages has got to. */
typedef struct {
    CareFlow *flow;
    CarePaper *paper;
    GArray *sections; /* guint: first page of each */
    guint page;
    double y;
    gboolean page_is_empty;
    gboolean has_head;           /* of any table, on this page */
    const CareFlowBlock *header; /* of the table that is being set */
    gboolean has_sum;            /* which the table has come to so far */
    gint64 sum;
} Press;

static const CareFlowBlock *
block_at(const Press *press, guint i)
{
    return i < press->flow->blocks->len ? g_ptr_array_index(press->flow->blocks, i) : NULL;
}

static double
page_bottom(const Press *press)
{
    return press->flow->sheet.height - press->flow->sheet.bottom;
}

static guint
section_start(const Press *press)
{
    return g_array_index(press->sections, guint, press->sections->len - 1);
}

static void
turn_page(Press *press, gboolean new_section)
{
    press->page = care_paper_add_page(press->paper);
    press->page_is_empty = TRUE;
    press->has_head = FALSE;
    press->y = press->flow->sheet.top;
    if (new_section)
        g_array_append_val(press->sections, press->page);
    else
        press->y += CARE_FLOW_RUNNING_HEAD_ROOM;
}

static void
stamp_at(Press *press, const CareFlowBlock *block, guint page, double y)
{
    for (guint i = 0; i < block->boxes->len; i++) {
        CareBox *box;

        if (press->has_head && i >= block->spared_from && i < block->spared_to)
            continue;
        box = care_box_copy(g_ptr_array_index(block->boxes, i));
        box->y += y;
        care_paper_add_box(press->paper, page, box);
    }
}

/* What has a place of its own gives way where it would not fit below that. */
static double
place_of(const Press *press, const CareFlowBlock *block, double y, gboolean page_is_empty)
{
    double own = MIN(block->from_top, page_bottom(press) - block->height);

    return MAX(y + (page_is_empty ? 0 : block->space_before), own);
}

static void
stamp(Press *press, const CareFlowBlock *block)
{
    press->y = place_of(press, block, press->y, press->page_is_empty);
    stamp_at(press, block, press->page, press->y);
    press->y += block->height;
    press->page_is_empty = FALSE;
    press->has_head = press->has_head || block->flags & CARE_BLOCK_TABLE_HEADER;
}

static double
stamp_carry(Press *press, guint from_page)
{
    CareFlowBlock *block = care_flow_carry_block(press->flow, press->sum, from_page);
    double height = block->height;

    stamp(press, block);
    care_flow_block_free(block);

    return height;
}

static double
carry_height(const Press *press)
{
    CareFlowBlock *block = care_flow_carry_block(press->flow, 0, 1);
    double height = block->height;

    care_flow_block_free(block);

    return height;
}

/* Where the blocks would end that begin at @y. After a row whose table goes on there is room for its sum so far. */
static double
end_of(const Press *press, guint first, guint end, double y, gboolean page_is_empty)
{
    const CareFlowBlock *next = block_at(press, end);

    for (guint i = first; i < end; i++, page_is_empty = FALSE)
        y = place_of(press, block_at(press, i), y, page_is_empty) + block_at(press, i)->height;
    if (block_at(press, end - 1)->has_sum && next != NULL && next->flags & CARE_BLOCK_TABLE_ROW)
        y += carry_height(press);

    return y;
}

static gboolean
fits_here(const Press *press, guint first, guint end)
{
    return end_of(press, first, end, press->y, press->page_is_empty) <= page_bottom(press) + 0.001;
}

static gboolean
fits_on_a_fresh_page(const Press *press, guint first, guint end)
{
    double y = press->flow->sheet.top + CARE_FLOW_RUNNING_HEAD_ROOM;
    gboolean goes_on = block_at(press, first)->flags & CARE_BLOCK_TABLE_ROW && press->header != NULL;

    if (goes_on)
        y += press->header->height + (press->has_sum ? carry_height(press) : 0);

    return end_of(press, first, end, y, !goes_on) <= page_bottom(press) + 0.001;
}

/* The blocks from @first that stand on one page: as many as are tied together and have room. */
static guint
group_end(const Press *press, guint first)
{
    guint end = 0;

    for (guint i = first;; i++) {
        CareBlockFlags flags = block_at(press, i)->flags;
        const CareFlowBlock *next = block_at(press, i + 1);
        gboolean is_last = next == NULL || next->starts_section;

        if (flags & CARE_BLOCK_KEEP_WITH_NEXT && !is_last)
            continue;
        if (!fits_here(press, first, i + 1) && !fits_on_a_fresh_page(press, first, i + 1))
            break;
        end = i + 1;
        if (is_last || !(flags & CARE_BLOCK_KEEP_IF_ROOM))
            break;
    }
    if (end > 0)
        return end;

    /* Too high for any page: the first goes alone, the head of a table with its first row. */
    end = first + (block_at(press, first)->flags & CARE_BLOCK_TABLE_HEADER ? 2 : 1);
    return MIN(end, press->flow->blocks->len);
}

/* The table goes on: its head again, and what it has come to on either side of the break. */
static void
carry_over(Press *press)
{
    guint number = press->page - section_start(press) + 1;

    if (press->has_sum)
        stamp_carry(press, 0);
    turn_page(press, FALSE);
    stamp(press, press->header);
    if (press->has_sum)
        stamp_carry(press, number);
}

static void
note_table(Press *press, const CareFlowBlock *block)
{
    if (block->flags & CARE_BLOCK_TABLE_HEADER) {
        press->header = block;
        press->has_sum = FALSE;
    } else if (!(block->flags & CARE_BLOCK_TABLE_ROW))
        press->header = NULL;
    if (block->has_sum) {
        press->has_sum = TRUE;
        press->sum = block->sum;
    }
}

static void
set_group(Press *press, guint first, guint end)
{
    gboolean in_table = block_at(press, first)->flags & CARE_BLOCK_TABLE_ROW && press->header != NULL;

    if (!press->page_is_empty && !fits_here(press, first, end)) {
        if (in_table)
            carry_over(press);
        else
            turn_page(press, FALSE);
    }
    for (guint i = first; i < end; i++) {
        note_table(press, block_at(press, i));
        stamp(press, block_at(press, i));
    }
}

static void
add_line(Press *press, guint page, double x, double y, double width, const char *text,
         const CareTextStyle *style)
{
    CareBox *box = care_box_new(CARE_BOX_TEXT, x, y, width, care_text_pitch(style));

    box->text = care_flow_one_line(press->flow, text, style, width);
    box->style = *style;
    care_paper_add_box(press->paper, page, box);
}

static void
add_rule(Press *press, guint page, double x, double y, double width)
{
    CareBox *box = care_box_new(CARE_BOX_RULE, x, y, width, 0.4);

    box->style.colour = CARE_INK_MARGIN;
    care_paper_add_box(press->paper, page, box);
}

/* Who wrote it and the page; of a long name only as much as leaves room for the number. */
static double
add_head_end(Press *press, guint page, guint number, guint count)
{
    CareFlow *self = press->flow;
    double width = care_flow_get_width(self), room = width * 0.4, used = 0;
    /* Translators: at the head of each further page, for instance "Page 2 of 3" */
    g_autofree char *text = g_strdup_printf(C_("paper", "Page %u of %u"), number, count);
    CareTextStyle style = style_margin;

    if (self->head_end != NULL && *self->head_end != '\0') {
        g_autofree char *tail = g_strdup_printf("  ·  %s", text);
        g_autofree char *end = NULL;
        g_autofree char *name = NULL;
        g_autofree char *both = NULL;

        care_text_measure(self->context, tail, &style, 0, &used, NULL);
        end = care_isolate(self->head_end);
        name = care_flow_one_line(self, end, &style, MAX(room - used - 1, 1));
        both = g_strconcat(name, tail, NULL);
        g_set_str(&text, both);
    }
    style.align = CARE_ALIGN_END;
    care_text_measure(self->context, text, &style, 0, &used, NULL);
    used += 1;
    add_line(press, page, self->sheet.start + width - used, self->sheet.top, used, text, &style);

    return used;
}

static void
add_running_head(Press *press, guint page, guint number, guint count)
{
    CareFlow *self = press->flow;
    double x = self->sheet.start;
    double room = care_flow_get_width(self) - add_head_end(press, page, number, count) - 12;
    double used = 0;

    if (self->head_name != NULL && *self->head_name != '\0') {
        care_text_measure(self->context, self->head_name, &style_margin_name, 0, &used, NULL);
        used = MIN(used + 1, room);
        add_line(press, page, x, self->sheet.top, used, self->head_name, &style_margin_name);
    }
    if (self->head_detail != NULL && *self->head_detail != '\0' && room - used > 30) {
        g_autofree char *detail = g_strconcat(used > 0 ? "· " : "", self->head_detail, NULL);

        add_line(press, page, x + used + 3, self->sheet.top, room - used - 3, detail, &style_margin);
    }
    add_rule(press, page, x, self->sheet.top + 17, care_flow_get_width(self));
}

/* Folds on the sheet that goes on top, the hole on all. */
static void
add_marks(Press *press, guint page, gboolean first)
{
    const CareWindow *window = press->flow->sheet.window;

    if (window == NULL)
        return;
    for (gsize i = 0; first && i < G_N_ELEMENTS(window->folds); i++)
        add_rule(press, page, MARK_X, window->folds[i] - 0.2, MARK_LENGTH);
    if (window->hole > 0)
        add_rule(press, page, MARK_X, window->hole - 0.2, HOLE_LENGTH);
}

static void
furnish_page(Press *press, guint page, guint number, guint count)
{
    CareFlow *self = press->flow;
    CareTextStyle style = style_margin;

    add_marks(press, page, number == 1);
    if (number > 1)
        add_running_head(press, page, number, count);
    if (number == count && self->foot != NULL)
        stamp_at(press, self->foot, page, page_bottom(press) + FOOT_GAP);
    if (self->footer == NULL)
        return;
    style.align = CARE_ALIGN_CENTER;
    add_line(press, page, self->sheet.start, self->sheet.height - FOOTER_Y, care_flow_get_width(self),
             self->footer, &style);
}

static void
furnish(Press *press)
{
    guint n = care_paper_get_n_pages(press->paper);

    for (guint i = 0; i < press->sections->len; i++) {
        guint first = g_array_index(press->sections, guint, i);
        guint end = i + 1 < press->sections->len ? g_array_index(press->sections, guint, i + 1) : n;

        for (guint page = first; page < end; page++)
            furnish_page(press, page, page - first + 1, end - first);
    }
}

/* Breaks the pages, numbers them and returns the paper (transfer full). The flow can only be freed afterwards.
 * Title and author become the properties of a PDF. */
CarePaper *
care_flow_finish(CareFlow *self, const char *title, const char *author)
{
    Press press = { .flow = self };
    g_autoptr(CarePaper) paper = care_paper_new(self->sheet.width, self->sheet.height, title, author);
    g_autoptr(GArray) sections = g_array_new(FALSE, FALSE, sizeof(guint));

    care_paper_set_language(paper, self->language);
    press.paper = paper;
    press.sections = sections;
    turn_page(&press, TRUE);
    for (guint first = 0; first < self->blocks->len;) {
        guint end;

        if (block_at(&press, first)->starts_section)
            turn_page(&press, TRUE);
        end = group_end(&press, first);
        set_group(&press, first, end);
        first = end;
    }
    furnish(&press);

    /* Translators: "rtl" where the language is written from right to left, and papers are to be mirrored */
    if (g_str_equal(C_("paper direction", "ltr"), "rtl"))
        care_paper_mirror(paper);

    return g_steal_pointer(&paper);
}
