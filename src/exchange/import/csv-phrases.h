/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/csv-field.h"

G_BEGIN_DECLS

/* Headers of one meaning, separated by |, as care_csv_header_normalise() makes them or as people write them. label is
 * what the phrase itself says of the value ("mobile phone"), or NULL. Of two rows with one phrase the first counts. */
typedef struct {
    CareContactField field;
    const char *label;
    const char *phrases;
} CareCsvPhrases;

extern const CareCsvPhrases care_csv_phrases[];
extern const guint care_csv_n_phrases;

/* Words that say where a number or address belongs. */
typedef struct {
    const char *label;
    const char *words;
} CareCsvPlace;

extern const CareCsvPlace care_csv_places[];
extern const guint care_csv_n_places;

extern const char care_csv_fillers[];

G_END_DECLS
