/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/flow.h"

/* One page on white, as PNG; scale 1 is 72 dpi. Transfer full. */
GBytes *paper_png(CarePaper *paper, guint page, double scale);
/* How many characters no installed font can show. */
int text_unknown_glyphs(PangoContext *context, const char *text, const CareTextStyle *style);

/* A space that does not break is a space to all of these. */
int paper_find(CarePaper *paper, const char *text);
guint paper_count(CarePaper *paper, guint page, const char *text);
void assert_has(CarePaper *paper, const char *text);
void assert_lacks(CarePaper *paper, const char *text);
void assert_nothing_clipped(CarePaper *paper, const CareSheet *sheet);
void assert_no_overlap(CarePaper *paper);
/* From the second on; a single page bears none. */
void assert_pages_numbered(CarePaper *paper);
