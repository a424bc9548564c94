/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/today/due.h"

G_BEGIN_DECLS

/* How far ahead it looks: the week that begins today. */
#define CARE_WEEK_DAYS 7

/* The groups of Today, in its order: who waits for a first answer (S26), then what fell due while nobody looked, then one
 * for each other rule. */
#define CARE_TODAY_AWAY 1
#define CARE_TODAY_GROUP(rule) ((rule) == CARE_DUE_COMPLAINT ? 0 : (guint)(rule) + 1)
#define CARE_TODAY_N_GROUPS ((guint)CARE_DUE_N_RULES + 1)
/* since: the last day somebody looked, month 0 for never. */
guint care_today_group_of(const CareDueItem *item, CareDate since, CareDate today);

/* Today: what is due in the whole shop, and since when nobody looked. */
typedef struct {
    CareDate today;
    CareDate since;    /* the last day the list was looked at before today; month 0: never */
    GPtrArray *items;  /* CareDueItem, in the order of the page */
    guint unanswered;  /* complaints that wait for a first answer, also where their line was put off (S26) */
    GPtrArray *coming; /* the lines of the next days of the week, what was put off among them */
} CareToday;

void care_today_free(CareToday *today);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareToday, care_today_free)

/* connection: any connection of the shop, on its own thread. */
CareToday *care_today_compute(CareConnection *connection, CareClock *clock, GError **error);
/* Remembers that today's list was looked at. */
gboolean care_today_mark_seen(CareTransaction *transaction, GError **error);

G_END_DECLS
