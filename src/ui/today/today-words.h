/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/today/today.h"

G_BEGIN_DECLS

/* The groups of the page, in its order: first what fell due while nobody looked, then one for each rule. */
#define CARE_TODAY_AWAY 0
#define CARE_TODAY_GROUP(rule) ((guint)(rule) + 1)
#define CARE_TODAY_N_GROUPS CARE_TODAY_GROUP(CARE_DUE_N_RULES)

const char *care_today_group_title(guint group);
/* since: the last day somebody looked, month 0 for never. */
guint care_today_group_of(const CareDueItem *item, CareDate since, CareDate today);
/* "Good morning, Mara"; name may be NULL. */
char *care_today_greeting(int hour, const char *name);
/* How much is due, and the one thing that matters most. */
char *care_today_sentence(GPtrArray *items);

G_END_DECLS
