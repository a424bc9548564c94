/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* CareFlow: a stream of blocks. They know their height before any page is broken, which flow-press.c does. Owned by
 * one caller, used in one thread. */
#include "document/flow-private.h"

void
care_flow_block_free(CareFlowBlock *block)
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
    self->context = care_text_context_new(NULL);
    self->blocks = g_ptr_array_new_with_free_func((GDestroyNotify)care_flow_block_free);

    return self;
}

void
care_flow_free(CareFlow *self)
{
    care_flow_set_carry(self, NULL, NULL, NULL);
    g_clear_object(&self->context);
    g_clear_pointer(&self->blocks, g_ptr_array_unref);
    g_clear_pointer(&self->open, care_flow_block_free);
    g_clear_pointer(&self->foot, care_flow_block_free);
    g_free(self->head_name);
    g_free(self->head_detail);
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

/* Owned by the flow. */
const CareSheet *
care_flow_get_sheet(CareFlow *self)
{
    return &self->sheet;
}

/* The width between the margins. */
double
care_flow_get_width(CareFlow *self)
{
    return self->sheet.width - self->sheet.start - self->sheet.end;
}

/* The room for blocks on a page after the first, which has a running head. */
double
care_flow_get_body_height(CareFlow *self)
{
    return self->sheet.height - self->sheet.top - self->sheet.bottom - CARE_FLOW_RUNNING_HEAD_ROOM;
}

/* What Han on this paper is read as, "ja"; to be set before anything is written. NULL: by the locale. */
void
care_flow_set_language(CareFlow *self, const char *language)
{
    self->language = g_intern_string(language);
    if (language != NULL)
        pango_context_set_language(self->context, pango_language_from_string(language));
}

static void
set_valid(char **slot, const char *text)
{
    g_clear_pointer(slot, g_free);
    *slot = text != NULL ? g_utf8_make_valid(text, -1) : NULL;
}

/* What a second page says at its top, so that loose sheets find each other: the paper's name, whose it is, and at the
 * other side, before the number of the page, who wrote it. */
void
care_flow_set_running_head(CareFlow *self, const char *name, const char *detail, const char *end)
{
    set_valid(&self->head_name, name);
    set_valid(&self->head_detail, detail);
    set_valid(&self->head_end, end);
}

/* A short word at the foot of each page, such as "Draft". */
void
care_flow_set_footer(CareFlow *self, const char *text)
{
    set_valid(&self->footer, text);
}

/* How the sum of a table is carried over a page: only rows that were ended with one are. The data lives as long as the
 * flow. */
void
care_flow_set_carry(CareFlow *self, CareFlowCarry write, gpointer data, GDestroyNotify destroy)
{
    if (self->carry_destroy != NULL)
        self->carry_destroy(self->carry_data);
    self->carry = write;
    self->carry_data = data;
    self->carry_destroy = destroy;
}

/* The blocks that end from here on stay with what follows them if a page has room for all. */
void
care_flow_set_tied(CareFlow *self, gboolean tied)
{
    self->tied = tied;
}

/* Opens a block, @space_before points below the last one (none at the top of a page). */
void
care_flow_begin_block(CareFlow *self, double space_before)
{
    g_return_if_fail(self->open == NULL);

    self->open = g_new0(CareFlowBlock, 1);
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

/* Opens what stands below the body, on the last page of each section. */
void
care_flow_begin_foot(CareFlow *self)
{
    gboolean pending = self->section_pending;

    care_flow_begin_block(self, 0);
    self->section_pending = pending;
    self->opens_foot = TRUE;
}

void
care_flow_end_block(CareFlow *self, CareBlockFlags flags)
{
    g_return_if_fail(self->open != NULL);

    self->open->flags = flags | (self->tied ? CARE_BLOCK_KEEP_IF_ROOM : 0);
    if (self->opens_foot) {
        g_clear_pointer(&self->foot, care_flow_block_free);
        self->foot = g_steal_pointer(&self->open);
    } else
        g_ptr_array_add(self->blocks, g_steal_pointer(&self->open));
    self->opens_foot = FALSE;
}

/* Ends the block as a row of a table, which has come to *sum with it; NULL: it has no sum. */
void
care_flow_end_row(CareFlow *self, CareBlockFlags flags, const gint64 *sum)
{
    self->open->has_sum = sum != NULL;
    self->open->sum = sum != NULL ? *sum : 0;
    care_flow_end_block(self, flags | CARE_BLOCK_TABLE_ROW);
}

CareFlowBlock *
care_flow_carry_block(CareFlow *self, gint64 sum, guint from_page)
{
    care_flow_begin_block(self, 0);
    self->carry(self, sum, from_page, self->carry_data);

    return g_steal_pointer(&self->open);
}

/* What is written between the two into the open block, the head of a table, is left out where another head stands above
 * it on the page. */
void
care_flow_begin_spare(CareFlow *self)
{
    self->open->spared_from = self->open->boxes->len;
}

void
care_flow_end_spare(CareFlow *self)
{
    self->open->spared_to = self->open->boxes->len;
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
    CareBox *box = care_box_new(kind, self->sheet.start + x, y, width, height);

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

/* What fits of the text into one line, for a margin, where the rest of a long name is not worth a second one. Transfer
 * full. */
char *
care_flow_one_line(CareFlow *self, const char *text, const CareTextStyle *style, double width)
{
    gsize fits = care_text_fit(self->context, text, style, width, 0);
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
    double line = care_text_pitch(style);
    gsize cut = care_text_fit(self->context, text, style, width, line * 2.6);
    double rest;

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

        care_flow_begin_block(self, rest == valid ? space_before : 0);
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
