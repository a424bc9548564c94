/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One first message of a customer. seconds: how long it waited in shop hours, until the first human answer or,
 * unanswered, until now. Leave out automatic replies: they are no answers (rule M8). */
typedef struct {
    gint64 seconds;
    gboolean answered;
    gboolean inbound; /* FALSE: we wrote first, so nobody waited for a first answer; excluded */
} CareFirstAnswer;

/* n counts the answered. too_few: no answer at all, median_s means nothing. p90_too_few: fewer than 10. */
typedef struct {
    guint n;
    double median_s;
    double p90_s;
    guint open;
    gint64 oldest_open_s;
    gboolean too_few;
    gboolean p90_too_few;
} CareFrt;

CareFrt care_frt(const CareFirstAnswer *answers, gsize n);
const char *care_frt_definition(void);

G_END_DECLS
