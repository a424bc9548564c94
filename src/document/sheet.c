/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/sheet.h"

#include "document/paper.h"

/* DIN 5008 form B, for the windows of DIN 680: 20 to 110 mm by 45 to 90 mm, and 5 mm lower with the sheet up. */
static const CareWindow din_5008_b = {
    .return_line = 46.5 * CARE_MM, /* its letters end above 50 mm, where the zone of notes begins */
    .address = 62.7 * CARE_MM,
    .address_width = 80 * CARE_MM,
    .address_height = 27.3 * CARE_MM,
    .address_pitch = 12.9,
    .facts = 125 * CARE_MM,
    .title = 98.5 * CARE_MM,
    .folds = { 105 * CARE_MM, 210 * CARE_MM },
    .hole = 148.5 * CARE_MM,
};

/* The #10 envelope of North America: whichever way the sheet lies in it, its window shows 22.2 to 111.1 mm by 63.5 to
 * 80.5 mm, and up to 136.5 mm when the sheet lies to the left. */
static const CareWindow us_10 = {
    .address = 64 * CARE_MM,
    .address_width = 85 * CARE_MM,
    .address_height = 16.4 * CARE_MM,
    .address_pitch = 12.6,
    .facts = 138.5 * CARE_MM,
    .title = 97 * CARE_MM,
    .folds = { 93.1 * CARE_MM, 186.3 * CARE_MM },
};

const CareSheet care_sheet_a4 = { "a4",         CARE_PAPER_A4_WIDTH, CARE_PAPER_A4_HEIGHT, 25 * CARE_MM,
                                  20 * CARE_MM, 16 * CARE_MM,        32 * CARE_MM,         &din_5008_b };
const CareSheet care_sheet_a5
    = { "a5", CARE_PAPER_A5_WIDTH, CARE_PAPER_A5_HEIGHT, 39.7, 39.7, 34.0, 56.0, NULL };
const CareSheet care_sheet_a6
    = { "a6", CARE_PAPER_A6_WIDTH, CARE_PAPER_A5_WIDTH, 25.5, 25.5, 25.5, 40.0, NULL };
const CareSheet care_sheet_letter
    = { "letter", 612, 792, 25.4 * CARE_MM, 25.4 * CARE_MM, 15 * CARE_MM, 27 * CARE_MM, &us_10 };

const CareSheet *
care_sheet_by_name(const char *name)
{
    const CareSheet *const sheets[] = { &care_sheet_a4, &care_sheet_a5, &care_sheet_a6, &care_sheet_letter };

    for (gsize i = 0; i < G_N_ELEMENTS(sheets); i++)
        if (g_strcmp0(sheets[i]->name, name) == 0)
            return sheets[i];
    return NULL;
}
