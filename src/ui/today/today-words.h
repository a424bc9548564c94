/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/today/today.h"

G_BEGIN_DECLS

/* The groups of the page, in its order. */
typedef enum {
    CARE_TODAY_AWAY, /* fell due while nobody looked */
    CARE_TODAY_COMPLAINT,
    CARE_TODAY_TO_TELL,
    CARE_TODAY_FOLLOWUP,
    CARE_TODAY_UNBILLED,
    CARE_TODAY_OVERDUE,
    CARE_TODAY_UNCOLLECTED,
    CARE_TODAY_OCCASION,
    CARE_TODAY_BACKUP,
    CARE_TODAY_N_GROUPS,
} CareTodayGroup;

const char *care_today_group_title(CareTodayGroup group);
/* since: the last day somebody looked, month 0 for never. */
CareTodayGroup care_today_group_of(const CareDueItem *item, CareDate since, CareDate today);
/* "Good morning, Mara"; name may be NULL. */
char *care_today_greeting(int hour, const char *name);
/* How much is due, and the one thing that matters most. */
char *care_today_sentence(GPtrArray *items);

G_END_DECLS
