/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"

G_BEGIN_DECLS

typedef enum {
    CARE_HOLIDAY_FIXED,
    CARE_HOLIDAY_SUBSTITUTED, /* another day off if it falls on a weekend */
    CARE_HOLIDAY_NOT_SUNDAY,  /* the day before if it falls on a Sunday */
    CARE_HOLIDAY_EASTER,
    CARE_HOLIDAY_NTH_WEEKDAY,
    CARE_HOLIDAY_ONCE,
} CareHolidayKind;

/* One of the rules that holidays.h describes. A plain value. */
typedef struct {
    CareHolidayKind kind;
    CareDate date; /* year 0 but for CARE_HOLIDAY_ONCE */
    int offset;    /* from Easter Sunday */
    int weekday;   /* 1 = Monday */
    int nth;       /* 1 … 4, or 0 for the last */
} CareHolidayRule;

/* FALSE where the word is no rule; *out is then of no use. */
gboolean care_holiday_rule_parse(const char *word, CareHolidayRule *out);
/* The one word for it. Transfer full. */
char *care_holiday_rule_to_string(const CareHolidayRule *rule);
gboolean care_holiday_rule_same(const CareHolidayRule *a, const CareHolidayRule *b);
/* The day it means in a year, without substitutes. No date for a 29 February that is missing; that of a rule for once
 * whatever the year is. */
CareDate care_holiday_rule_date(const CareHolidayRule *rule, int year);
/* The first such day from today on; no date for one that has passed for good. */
CareDate care_holiday_rule_next(const CareHolidayRule *rule, CareDate today);
/* Gregorian; a Sunday in March or April. */
CareDate care_easter_sunday(int year);

G_END_DECLS
