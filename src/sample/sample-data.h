/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/decimal.h"

G_BEGIN_DECLS

/* The words of the sample shop. */
typedef struct {
    const char *given;
    const char *family;
    const char *country; /* where the phone is: ISO 3166 */
} CareSamplePerson;

typedef struct {
    const char *thing; /* the kind of device */
    const char *name;
    const char *kind; /* the plan's kind of job */
    const char *brand;
    const char *fault;
    const char *found;
    const char *labour;
    gint64 labour_price; /* cents, tax included */
    const char *part;
    gint64 part_price;
} CareSampleRepair;

extern const CareSamplePerson care_sample_people[];
extern const guint care_sample_n_people;
extern const char *const care_sample_companies[];
extern const guint care_sample_n_companies;
extern const CareSampleRepair care_sample_repairs[];
extern const guint care_sample_n_repairs;
extern const char *const care_sample_streets[];
extern const guint care_sample_n_streets;
extern const char *const care_sample_notes[];
extern const guint care_sample_n_notes;
extern const char *const care_sample_tags[];
extern const guint care_sample_n_tags;
extern const char *const care_sample_praise[];
extern const guint care_sample_n_praise;
extern const char *const care_sample_grievances[];
extern const guint care_sample_n_grievances;
extern const char *const care_sample_questions[];
extern const guint care_sample_n_questions;
extern const char *const care_sample_gifts[];
extern const guint care_sample_n_gifts;

G_END_DECLS
