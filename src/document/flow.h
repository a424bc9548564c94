/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/paper.h"

G_BEGIN_DECLS

/* Where things go on a sheet, in points. The body of a page ends at height - bottom; the footer lies below. */
typedef struct {
    const char *name; /* "a4" */
    double width;
    double height;
    double side;
    double top;
    double bottom;
} CareSheet;

extern const CareSheet care_sheet_a4;
extern const CareSheet care_sheet_a5;
extern const CareSheet care_sheet_a6;
extern const CareSheet care_sheet_letter;

typedef enum {
    CARE_BLOCK_DEFAULT = 0,
    CARE_BLOCK_KEEP_WITH_NEXT = 1 << 0, /* never the last thing on a page */
    CARE_BLOCK_TABLE_HEADER = 1 << 1,   /* repeated where its table goes on */
    CARE_BLOCK_TABLE_ROW = 1 << 2,
} CareBlockFlags;

/* Writes a document from top to bottom. Boxes are added to the open block at positions relative to the body's
 * left edge and the block's top; blocks are never split. care_flow_finish() breaks the pages. */
typedef struct _CareFlow CareFlow;

CareFlow *care_flow_new(const CareSheet *sheet);
void care_flow_free(CareFlow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareFlow, care_flow_free)

PangoContext *care_flow_get_context(CareFlow *self);
double care_flow_get_width(CareFlow *self);
double care_flow_get_body_height(CareFlow *self);
void care_flow_set_running_head(CareFlow *self, const char *start, const char *end);
void care_flow_set_footer(CareFlow *self, const char *text);

void care_flow_begin_block(CareFlow *self, double space_before);
void care_flow_begin_block_at(CareFlow *self, double y, double space_before);
void care_flow_end_block(CareFlow *self, CareBlockFlags flags);
double care_flow_text(CareFlow *self, double x, double y, double width, const char *text,
                      const CareTextStyle *style);
void care_flow_rule(CareFlow *self, double x, double y, double width, double height, guint32 colour);
void care_flow_code(CareFlow *self, double x, double y, double side, GBytes *modules);
void care_flow_image(CareFlow *self, double x, double y, double width, double height, GBytes *png);
double care_flow_get_open_height(CareFlow *self);
void care_flow_reach(CareFlow *self, double height);
void care_flow_paragraph(CareFlow *self, const char *text, const CareTextStyle *style, double width,
                         double space_before);
void care_flow_section(CareFlow *self);

CarePaper *care_flow_finish(CareFlow *self, const char *title, const char *author);

G_END_DECLS
