/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "document/text-layout.h"

G_BEGIN_DECLS

#define CARE_PAPER_A4_WIDTH 595.28
#define CARE_PAPER_A4_HEIGHT 841.89
#define CARE_PAPER_A5_WIDTH 419.53
#define CARE_PAPER_A5_HEIGHT 595.28
#define CARE_PAPER_A6_WIDTH 297.64

typedef enum {
    CARE_BOX_TEXT,  /* wrapped to its width */
    CARE_BOX_RULE,  /* a filled rectangle */
    CARE_BOX_IMAGE, /* PNG bytes, scaled to the box */
    CARE_BOX_CODE,  /* the modules of a square code, a byte each, as in CareQrCode */
} CareBoxKind;

/* One thing on a page, in points from the page's top left. The colour of a rule is style.colour. */
typedef struct {
    CareBoxKind kind;
    double x;
    double y;
    double width;
    double height;
    CareTextStyle style;
    char *text;
    GBytes *image; /* or modules */
} CareBox;

CareBox *care_box_new(CareBoxKind kind, double x, double y, double width, double height);
CareBox *care_box_copy(const CareBox *box);
void care_box_free(CareBox *box);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareBox, care_box_free)

/* A laid-out document: pages of boxes and nothing else. */
#define CARE_TYPE_PAPER (care_paper_get_type())
G_DECLARE_FINAL_TYPE(CarePaper, care_paper, CARE, PAPER, GObject)

CarePaper *care_paper_new(double width, double height, const char *title, const char *author);
guint care_paper_add_page(CarePaper *self);
void care_paper_add_box(CarePaper *self, guint page, CareBox *box);
void care_paper_mirror(CarePaper *self);
void care_paper_set_language(CarePaper *self, const char *language);

double care_paper_get_width(CarePaper *self);
double care_paper_get_height(CarePaper *self);
const char *care_paper_get_title(CarePaper *self);
const char *care_paper_get_author(CarePaper *self);
const char *care_paper_get_language(CarePaper *self);
guint care_paper_get_n_pages(CarePaper *self);
guint care_paper_get_n_boxes(CarePaper *self, guint page);
const CareBox *care_paper_get_box(CarePaper *self, guint page, guint position);
char *care_paper_get_text(CarePaper *self);

G_END_DECLS
