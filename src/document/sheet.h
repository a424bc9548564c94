/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CARE_MM (72 / 25.4)

/* Where the window of an envelope shows a sheet, and where the sheet is folded for it. In points from the sheet's top;
 * x from its left edge. */
typedef struct {
    double
        return_line; /* who writes, above the address; 0: nobody, the window would show that instead of it */
    double address;
    double address_width;
    double address_height;
    double address_pitch; /* from line to line at 10 pt */
    double facts;         /* x of the second column */
    double title;
    double folds[2];
    double hole; /* 0: none is punched */
} CareWindow;

/* A size of paper and its margins, in points. The body of a page ends at height - bottom, the footer lies below. */
typedef struct {
    const char *name; /* "a4" */
    double width;
    double height;
    double start; /* the margin on the side where a reader begins */
    double end;
    double top;
    double bottom;
    const CareWindow *window; /* NULL: goes into no envelope */
} CareSheet;

extern const CareSheet care_sheet_a4;
extern const CareSheet care_sheet_a5;
extern const CareSheet care_sheet_a6;
extern const CareSheet care_sheet_letter;

/* By its name; NULL for what is none. */
const CareSheet *care_sheet_by_name(const char *name);
G_END_DECLS
