/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A civil date. year 0: a day of the year, "--MM-DD" (a birthday without its year). month 0: no date at all. */
typedef struct {
    int year;
    int month;
    int day;
} CareDate;

/* An instant: seconds since 1970 in UTC. 0 and NULL differ: a missing instant is an unset field, not 0. */
typedef gint64 CareInstant;

gboolean care_date_parse(const char *text, CareDate *out);      /* YYYY-MM-DD or --MM-DD, a day that exists */
gboolean care_date_parse_full(const char *text, CareDate *out); /* YYYY-MM-DD only */
char *care_date_to_string(CareDate date);
gboolean care_date_is_set(CareDate date);
int care_date_compare(CareDate a, CareDate b);
int care_date_to_days(CareDate date); /* days since 1970-01-01, proleptic Gregorian */
CareDate care_date_from_days(int days);
CareDate care_date_add_days(CareDate date, int days);
CareDate care_date_add_months(CareDate date, int months); /* clamps: 31 Jan + 1 month = 28/29 Feb */
int care_date_days_between(CareDate from, CareDate to);
int care_date_weekday(CareDate date); /* 1 = Monday … 7 = Sunday */
int care_date_days_in_month(int year, int month);
/* A date whose year was written with two digits, 0..99. past: the latest such day that is not after today, for whoever
 * is born and whatever happened; else the one within fifty years of today. */
CareDate care_date_of_two_digits(CareDate date, CareDate today, gboolean past);
/* Whether somebody who is alive can have been born then: not before 1850, not after today. A day without its year can
 * be anybody's. */
gboolean care_date_is_birthday(CareDate date, CareDate today);

CareDate care_date_of_instant(CareInstant at, GTimeZone *zone);
CareInstant care_instant_of_date(CareDate date, int hour, int minute, GTimeZone *zone);
char *care_instant_to_string(CareInstant at); /* 2026-11-22T02:51:29Z */
gboolean care_instant_parse(const char *text, CareInstant *out);
/* Whether what is written of it is read back as it is: from the year 1 to 9999. */
gboolean care_instant_can_be_written(CareInstant at);
/* The year 2100: no clock gets there, however wrong it is. */
#define CARE_INSTANT_NEVER G_GINT64_CONSTANT(4102444800)
/* Whether it is a day that a clock shows, all of it in every zone: what is written on another is taken by no door. */
gboolean care_date_can_be_today(CareDate date);

G_END_DECLS
