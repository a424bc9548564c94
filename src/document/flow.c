/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* CareFlow: from a stream of blocks to pages. Blocks know their height before any page is broken, so breaking is
 * plain arithmetic over heights. Owned by one caller, used in one thread. */
#include "document/flow.h"

#include <glib/gi18n-lib.h>

#define RUNNING_HEAD_ROOM 34.0
#define FOOTER_GAP 13.0

const CareSheet care_sheet_a4 = { "a4", CARE_PAPER_A4_WIDTH, CARE_PAPER_A4_HEIGHT, 56.7, 45.0, 76.0 };
const CareSheet care_sheet_a5 = { "a5", CARE_PAPER_A5_WIDTH, CARE_PAPER_A5_HEIGHT, 39.7, 34.0, 56.0 };
const CareSheet care_sheet_a6 = { "a6", CARE_PAPER_A6_WIDTH, CARE_PAPER_A5_WIDTH, 25.5, 25.5, 40.0 };
const CareSheet care_sheet_letter = { "letter", 612, 792, 56.7, 45.0, 76.0 };

typedef struct {
    GPtrArray *boxes; /* of CareBox, relative to the block */
    double space_before;
    double from_top; /* not above this on its page; 0: anywhere */
    double height;
    CareBlockFlags flags;
    gboolean starts_section;
} Block;

struct _CareFlow {
    CareSheet sheet;
    PangoContext *context;
    GPtrArray *blocks;
    Block *open;
    gboolean section_pending;
    char *head_start;
    char *head_end;
    char *footer;
};

/* Where the breaking of pages has got to. */
typedef struct {
    CareFlow *flow;
    CarePaper *paper;
    GArray *sections; /* guint: first page of each */
    guint page;
    double y;
    gboolean page_is_empty;
    const Block *header; /* of the table that is being set */
} Press;

static void
block_free(Block *block)
{
    g_ptr_array_unref(block->boxes);
    g_free(block);
}

/* An empty document on the sheet, which is copied. Free with care_flow_free(). */
CareFlow *
care_flow_new(const CareSheet *sheet)
{
    CareFlow *self = g_new0(CareFlow, 1);

    self->sheet = *sheet;
    self->context = care_text_context_new();
    self->blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);

    return self;
}

void
care_flow_free(CareFlow *self)
{
    g_clear_object(&self->context);
    g_clear_pointer(&self->blocks, g_ptr_array_unref);
    g_clear_pointer(&self->open, block_free);
    g_free(self->head_start);
    g_free(self->head_end);
    g_free(self->footer);
    g_free(self);
}

/* For measuring; owned by the flow. */
PangoContext *
care_flow_get_context(CareFlow *self)
{
    return self->context;
}

/* The width between the margins. */
double
care_flow_get_width(CareFlow *self)
{
    return self->sheet.width - 2 * self->sheet.side;
}

/* The room for blocks on a page after the first, which has a running head. */
double
care_flow_get_body_height(CareFlow *self)
{
    return self->sheet.height - self->sheet.top - self->sheet.bottom - RUNNING_HEAD_ROOM;
}

static void
set_valid(char **slot, const char *text)
{
    g_clear_pointer(slot, g_free);
    *slot = text != NULL ? g_utf8_make_valid(text, -1) : NULL;
}

/* What a second page says at its top, so that loose sheets find each other. */
void
care_flow_set_running_head(CareFlow *self, const char *start, const char *end)
{
    set_valid(&self->head_start, start);
    set_valid(&self->head_end, end);
}

/* A short word before the page number, such as "Draft". */
void
care_flow_set_footer(CareFlow *self, const char *text)
{
    set_valid(&self->footer, text);
}

/* Opens a block, @space_before points below the last one (none at the top of a page). */
void
care_flow_begin_block(CareFlow *self, double space_before)
{
    g_return_if_fail(self->open == NULL);

    self->open = g_new0(Block, 1);
    self->open->boxes = g_ptr_array_new_with_free_func((GDestroyNotify)care_box_free);
    self->open->space_before = space_before;
    self->open->starts_section = self->section_pending;
    self->section_pending = FALSE;
}

/* Opens a block that stands @y points below the edge of the sheet, or lower where that is taken. */
void
care_flow_begin_block_at(CareFlow *self, double y, double space_before)
{
    care_flow_begin_block(self, space_before);
    self->open->from_top = y;
}

void
care_flow_end_block(CareFlow *self, CareBlockFlags flags)
{
    g_return_if_fail(self->open != NULL);

    self->open->flags = flags;
    g_ptr_array_add(self->blocks, g_steal_pointer(&self->open));
}

/* How high the open block has become. */
double
care_flow_get_open_height(CareFlow *self)
{
    return self->open->height;
}

/* Makes the open block at least @height high. */
void
care_flow_reach(CareFlow *self, double height)
{
    self->open->height = MAX(self->open->height, height);
}

static CareBox *
add_box(CareFlow *self, CareBoxKind kind, double x, double y, double width, double height)
{
    CareBox *box = care_box_new(kind, self->sheet.side + x, y, width, height);

    g_ptr_array_add(self->open->boxes, box);
    care_flow_reach(self, y + height);

    return box;
}

/* Adds wrapped text and returns its height. NULL and "" add nothing. */
double
care_flow_text(CareFlow *self, double x, double y, double width, const char *text, const CareTextStyle *style)
{
    g_autofree char *valid = text != NULL ? g_utf8_make_valid(text, -1) : NULL;
    double height;
    CareBox *box;

    if (valid == NULL || *valid == '\0')
        return 0;

    care_text_measure(self->context, valid, style, width, NULL, &height);
    box = add_box(self, CARE_BOX_TEXT, x, y, width, height);
    box->text = g_steal_pointer(&valid);
    box->style = *style;

    return height;
}

void
care_flow_rule(CareFlow *self, double x, double y, double width, double height, guint32 colour)
{
    add_box(self, CARE_BOX_RULE, x, y, width, height)->style.colour = colour;
}

void
care_flow_image(CareFlow *self, double x, double y, double width, double height, GBytes *png)
{
    add_box(self, CARE_BOX_IMAGE, x, y, width, height)->image = g_bytes_ref(png);
}

/* A square code; @modules are those of a CareQrCode. */
void
care_flow_code(CareFlow *self, double x, double y, double side, GBytes *modules)
{
    CareBox *box = add_box(self, CARE_BOX_CODE, x, y, side, side);

    box->image = g_bytes_ref(modules);
    box->style.colour = 0x000000;
}

/* Two lines at the foot of a page and two at the head of the next: no line of a paragraph stands alone. */
static gsize
next_piece(CareFlow *self, const char *text, const CareTextStyle *style, double width)
{
    double line, rest;
    gsize cut;

    care_text_measure(self->context, "X", style, 0, NULL, &line);
    cut = care_text_fit(self->context, text, style, width, line * 2.6);
    care_text_measure(self->context, text + cut, style, width, NULL, &rest);

    return text[cut] == '\0' || rest < line * 1.6 ? strlen(text) : cut;
}

/* Running text, broken between lines where a page ends. 0 as @width means all there is. */
void
care_flow_paragraph(CareFlow *self, const char *text, const CareTextStyle *style, double width,
                    double space_before)
{
    g_autofree char *valid = text != NULL ? g_utf8_make_valid(text, -1) : g_strdup("");
    const char *rest = valid;

    if (width <= 0)
        width = care_flow_get_width(self);
    while (*rest != '\0') {
        gsize cut = next_piece(self, rest, style, width);
        g_autofree char *piece = g_strndup(rest, cut);

        care_flow_begin_block(self, rest == valid ? space_before : style->size * 0.12);
        care_flow_text(self, 0, 0, width, g_strchomp(piece), style);
        care_flow_end_block(self, CARE_BLOCK_DEFAULT);
        rest += cut;
    }
}

/* What follows starts on a page of its own and counts its pages from 1. */
void
care_flow_section(CareFlow *self)
{
    self->section_pending = self->blocks->len > 0;
}

static double
page_bottom(Press *press)
{
    return press->flow->sheet.height - press->flow->sheet.bottom;
}

static void
turn_page(Press *press, gboolean new_section)
{
    press->page = care_paper_add_page(press->paper);
    press->page_is_empty = TRUE;
    press->y = press->flow->sheet.top;
    if (new_section)
        g_array_append_val(press->sections, press->page);
    else
        press->y += RUNNING_HEAD_ROOM;
}

static void
stamp(Press *press, const Block *block)
{
    if (!press->page_is_empty)
        press->y += block->space_before;
    press->y = MAX(press->y, block->from_top);
    for (guint i = 0; i < block->boxes->len; i++) {
        CareBox *box = care_box_copy(g_ptr_array_index(block->boxes, i));

        box->y += press->y;
        care_paper_add_box(press->paper, press->page, box);
    }
    press->y += block->height;
    press->page_is_empty = FALSE;
}

/* The blocks from @first that must stand on one page, and the height they need together. */
static guint
group_end(CareFlow *self, guint first, double *out_height)
{
    guint end = first;
    double height = 0;

    for (;; end++) {
        const Block *block = g_ptr_array_index(self->blocks, end);

        height += block->height + (end > first ? block->space_before : 0);
        if (!(block->flags & CARE_BLOCK_KEEP_WITH_NEXT) || end + 1 == self->blocks->len)
            break;
    }
    *out_height = height;

    return end + 1;
}

static void
make_room(Press *press, const Block *block, double height)
{
    double space = press->page_is_empty ? 0 : block->space_before;

    if (block->starts_section)
        turn_page(press, TRUE);
    else if (!press->page_is_empty && press->y + space + height > page_bottom(press)) {
        turn_page(press, FALSE);
        if ((block->flags & CARE_BLOCK_TABLE_ROW) && press->header != NULL)
            stamp(press, press->header);
    }
}

static void
set_group(Press *press, guint first, guint end, double height)
{
    CareFlow *self = press->flow;
    double header = press->header != NULL ? press->header->height : 0;
    gboolean too_high = height + header > care_flow_get_body_height(self);

    for (guint i = first; i < end; i++) {
        const Block *block = g_ptr_array_index(self->blocks, i);

        if (block->flags & CARE_BLOCK_TABLE_HEADER)
            press->header = block;
        else if (!(block->flags & CARE_BLOCK_TABLE_ROW))
            press->header = NULL;
        if (i == first || too_high)
            make_room(press, block, too_high ? block->height : height);
        stamp(press, block);
    }
}

/* What fits of the text into one line; the rest of a long name is not worth a second one in a margin. */
static char *
one_line(Press *press, const char *text, const CareTextStyle *style, double width)
{
    gsize fits = care_text_fit(press->flow->context, text, style, width, 0);
    g_autofree char *line = g_strndup(text, fits);
    char *last;

    if (text[fits] == '\0')
        return g_steal_pointer(&line);

    /* Room for the ellipsis */
    last = g_utf8_find_prev_char(line, line + strlen(line));
    if (last != NULL)
        *last = '\0';

    return g_strdup_printf("%s…", g_strchomp(line));
}

static void
add_line(Press *press, guint page, double y, const char *text, CareAlign align, double share)
{
    CareSheet *sheet = &press->flow->sheet;
    double width = (sheet->width - 2 * sheet->side) * share;
    double x = align == CARE_ALIGN_END ? sheet->width - sheet->side - width : sheet->side;
    CareTextStyle style = { 7, 400, CARE_INK_DIM, align };
    CareBox *box = care_box_new(CARE_BOX_TEXT, x, y, width, 0);

    box->text = one_line(press, text, &style, width);
    care_text_measure(press->flow->context, box->text, &style, width, NULL, &box->height);
    box->style = style;
    care_paper_add_box(press->paper, page, box);
}

static void
add_rule(Press *press, guint page, double y)
{
    CareSheet *sheet = &press->flow->sheet;
    CareBox *box = care_box_new(CARE_BOX_RULE, sheet->side, y, sheet->width - 2 * sheet->side, 0.5);

    box->style.colour = CARE_INK_RULE;
    care_paper_add_box(press->paper, page, box);
}

static void
furnish_page(Press *press, guint page, guint number, guint count)
{
    CareFlow *self = press->flow;
    double bottom = page_bottom(press) + FOOTER_GAP;
    /* Translators: at the foot of each printed page, for instance "Page 1 of 3" */
    g_autofree char *count_text = g_strdup_printf(C_("paper", "Page %u of %u"), number, count);
    g_autofree char *line
        = self->footer != NULL ? g_strdup_printf("%s · %s", self->footer, count_text) : g_strdup(count_text);

    add_rule(press, page, bottom);
    add_line(press, page, bottom + 8, line, CARE_ALIGN_CENTER, 1);
    if (number > 1) {
        if (self->head_start != NULL)
            add_line(press, page, self->sheet.top, self->head_start, CARE_ALIGN_START, 0.6);
        if (self->head_end != NULL)
            add_line(press, page, self->sheet.top, self->head_end, CARE_ALIGN_END, 0.35);
    }
}

static void
furnish(Press *press)
{
    guint pages = care_paper_get_n_pages(press->paper);

    for (guint i = 0; i < press->sections->len; i++) {
        guint first = g_array_index(press->sections, guint, i);
        guint end = i + 1 < press->sections->len ? g_array_index(press->sections, guint, i + 1) : pages;

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

    press.paper = paper;
    press.sections = sections;
    turn_page(&press, TRUE);
    for (guint first = 0; first < self->blocks->len;) {
        double height;
        guint end = group_end(self, first, &height);

        set_group(&press, first, end, height);
        first = end;
    }
    furnish(&press);

    /* Translators: "rtl" where the language is written from right to left, and papers are to be mirrored */
    if (g_str_equal(C_("paper direction", "ltr"), "rtl"))
        care_paper_mirror(paper);

    return g_steal_pointer(&paper);
}
