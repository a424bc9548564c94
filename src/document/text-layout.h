/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* START is the side a reader begins on: left, or right once a paper is mirrored. */
typedef enum {
    CARE_ALIGN_START,
    CARE_ALIGN_CENTER,
    CARE_ALIGN_END,
} CareAlign;

/* How a run of text looks. Sizes in points, weight as in fonts (400 regular, 700 bold), colour 0xRRGGBB. */
typedef struct {
    double size;
    int weight;
    guint32 colour;
    CareAlign align;
    gboolean tabular; /* figures of one width, for columns */
    double pitch;     /* from line to line, in any script; 0: 1.3 times the size */
} CareTextStyle;

#define CARE_INK 0x1a1a1c
#define CARE_INK_DIM 0x5a5a60 /* 6.9:1 on white */
#define CARE_INK_FAINT 0xb4b4ba
#define CARE_INK_RULE 0xcfcfd3
#define CARE_INK_STRONG_RULE 0x1a1a1c
#define CARE_INK_MARGIN 0x9a9a9e /* fold marks, the rules of head and foot */

PangoContext *care_text_context_new(const char *language);
PangoLayout *care_text_layout_new(PangoContext *context, const char *text, const CareTextStyle *style,
                                  double width);
void care_text_measure(PangoContext *context, const char *text, const CareTextStyle *style, double width,
                       double *out_width, double *out_height);
double care_text_pitch(const CareTextStyle *style);
double care_text_baseline(const CareTextStyle *style);
gsize care_text_fit(PangoContext *context, const char *text, const CareTextStyle *style, double width,
                    double height);
void care_text_draw(cairo_t *cr, PangoContext *context, const char *text, const CareTextStyle *style,
                    double x, double y, double width);

G_END_DECLS
