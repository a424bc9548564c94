/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/paper.h"
#include "document/sheet.h"

G_BEGIN_DECLS

typedef enum {
    CARE_BLOCK_DEFAULT = 0,
    CARE_BLOCK_KEEP_WITH_NEXT = 1 << 0, /* never the last thing on a page */
    CARE_BLOCK_TABLE_HEADER = 1 << 1,   /* repeated where its table goes on */
    CARE_BLOCK_TABLE_ROW = 1 << 2,
    CARE_BLOCK_KEEP_IF_ROOM = 1 << 3, /* with the next, unless no page has room for both */
} CareBlockFlags;

/* Writes a document from top to bottom. Boxes are added to the open block at positions relative to the body's
 * left edge and the block's top; blocks are never split. care_flow_finish() breaks the pages. */
typedef struct _CareFlow CareFlow;

/* Writes into the open block what a table has come to: at the foot of a page (from_page 0), and again at the head of the
 * next one. */
typedef void (*CareFlowCarry)(CareFlow *flow, gint64 sum, guint from_page, gpointer data);

CareFlow *care_flow_new(const CareSheet *sheet);
void care_flow_free(CareFlow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareFlow, care_flow_free)

PangoContext *care_flow_get_context(CareFlow *self);
const CareSheet *care_flow_get_sheet(CareFlow *self);
double care_flow_get_width(CareFlow *self);
double care_flow_get_body_height(CareFlow *self);
void care_flow_set_language(CareFlow *self, const char *language);
void care_flow_set_running_head(CareFlow *self, const char *name, const char *detail, const char *end);
void care_flow_set_footer(CareFlow *self, const char *text);
void care_flow_set_carry(CareFlow *self, CareFlowCarry write, gpointer data, GDestroyNotify destroy);
void care_flow_set_tied(CareFlow *self, gboolean tied);

void care_flow_begin_block(CareFlow *self, double space_before);
void care_flow_begin_block_at(CareFlow *self, double y, double space_before);
void care_flow_begin_foot(CareFlow *self);
void care_flow_end_block(CareFlow *self, CareBlockFlags flags);
void care_flow_end_row(CareFlow *self, CareBlockFlags flags, const gint64 *sum);
double care_flow_text(CareFlow *self, double x, double y, double width, const char *text,
                      const CareTextStyle *style);
char *care_flow_one_line(CareFlow *self, const char *text, const CareTextStyle *style, double width);
void care_flow_rule(CareFlow *self, double x, double y, double width, double height, guint32 colour);
void care_flow_code(CareFlow *self, double x, double y, double side, GBytes *modules);
void care_flow_image(CareFlow *self, double x, double y, double width, double height, GBytes *png);
void care_flow_begin_spare(CareFlow *self);
void care_flow_end_spare(CareFlow *self);
double care_flow_get_open_height(CareFlow *self);
void care_flow_reach(CareFlow *self, double height);
void care_flow_paragraph(CareFlow *self, const char *text, const CareTextStyle *style, double width,
                         double space_before);
void care_flow_section(CareFlow *self);

CarePaper *care_flow_finish(CareFlow *self, const char *title, const char *author);

G_END_DECLS
