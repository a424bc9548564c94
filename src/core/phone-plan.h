/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
    CARE_TRUNK_WRITTEN, /* national numbers are written with it: 0171 … */
    CARE_TRUNK_DROPPED, /* it is dialled by some, written by few: (1) 415 … */
} CareTrunkHabit;

typedef struct {
    char region[3];
    const char *country; /* calling code */
    const char *trunk;   /* "": none */
    CareTrunkHabit habit;
    const char *exit; /* dialled before a country code; NULL: 00 */
} CarePhonePlan;

/* NULL for a region that has none here. */
const CarePhonePlan *care_phone_plan_of_region(const char *region);
/* By the calling code that international digits begin with. */
const CarePhonePlan *care_phone_plan_of_number(const char *digits);
/* Whether digits begin with the prefix that national numbers have there. */
gboolean care_phone_plan_has_trunk(const CarePhonePlan *plan, const char *digits);

G_END_DECLS
