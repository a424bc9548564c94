/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CARE_WEEK_DAYS 7

/* A time of a day in which the shop is open, in minutes since midnight. */
typedef struct {
    int from;
    int to; /* greater than from, at most 24:00 */
} CareOpenSpan;

/*
 * The opening hours of a week, whatever the calendar says. Written as in OpenStreetMap's opening_hours:
 * "Mo-Fr 09:00-12:30,13:30-18:00; Sa 09:00-13:00"; days not named are closed, a day named again is given anew, "off"
 * closes it. A plain structure that owns what it points at.
 */
typedef struct {
    GArray *days[CARE_WEEK_DAYS]; /* of CareOpenSpan, sorted, apart from each other; Monday first */
} CareShopWeek;

/* "" or NULL is a week without a day on which it opens. NULL with a sentence that names what was not understood. */
CareShopWeek *care_shop_week_parse(const char *text, GError **error);
/* Never opens. */
CareShopWeek *care_shop_week_new(void);
/* Takes a copy of the times of a day, 0 = Monday. */
void care_shop_week_set_day(CareShopWeek *self, int day, const GArray *spans);
void care_shop_week_free(CareShopWeek *self);
/* As short as it can be said; "Mo-Su off" for a shop that never opens. Transfer full. */
char *care_shop_week_to_string(const CareShopWeek *self);
gboolean care_shop_week_same(const CareShopWeek *a, const CareShopWeek *b);
/* The last day in a row with the times of the first. */
int care_shop_week_last_alike(const CareShopWeek *self, int first);
gboolean care_open_spans_same(const GArray *a, const GArray *b);
/* Takes one more time, which must begin after those that are there have ended. FALSE: it does not, or ends too early. */
gboolean care_open_spans_add(GArray *spans, CareOpenSpan span);
/* "9:00", of so many minutes after midnight, as a time is written in the window; "24:00" for the last. Transfer full. */
char *care_open_time_in_words(int minutes);
/* "9:00–12:30". Transfer full. */
char *care_open_span_in_words(const CareOpenSpan *span);
/* "9:00–12:30, 13:30–18:00"; "" for none. Transfer full. */
char *care_open_spans_in_words(const GArray *spans);
/* "Monday", in the reader's language. 0 = Monday. Transfer full. */
char *care_week_day_name(int day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareShopWeek, care_shop_week_free)

G_END_DECLS
