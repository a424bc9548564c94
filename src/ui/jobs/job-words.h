/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "core/money.h"
#include "model/record.h"

G_BEGIN_DECLS

/* What is said about jobs on screen; nothing else in this place makes such sentences. Transfer full. */

/* "Labour, 0.75" · "2 pieces" */
char *care_job_line_caption(CareRecord *line);
CareMoney care_job_line_amount(CareRecord *line, const char *currency);
CareMoney care_job_lines_total(CareRecord *job, const char *currency);
/* The same as it is shown: no line is no price, not one of nothing. Transfer full. */
char *care_job_total(CareRecord *job, const char *currency);
/* "Priya said yes at the counter, 10:42"; NULL while nobody did. */
char *care_job_agreement(CareRecord *job, GTimeZone *zone, CareDate today);
/* "2 days late"; NULL for a job that is not (care_job_group_of()). */
char *care_job_lateness(CareRecord *job, CareDate today);
/* How a job stands in the list, to follow its name: "promised today, 16:00", "3 days late", "ready since Friday, not told",
 * "collected 12 Nov". warns is set for what harms somebody: a promise that was broken, a customer nobody has told. */
char *care_job_standing(CareRecord *job, CareClock *clock, gboolean *warns);
/* Below its name: how it stands, its kind, and when it was taken in, given in words. */
char *care_job_caption(CareRecord *job, const char *received);
/* Its status in words; one that was cancelled says so until it is handed back: "Cancelled, still here". */
const char *care_job_status_words(CareRecord *job);
/* What the reason is called with which it ended: why it was cancelled, or why there is no aftercare. */
const char *care_job_reason_label(CareRecord *job);
/* "Start Work" … the button that brings a job from one status into another. */
const char *care_job_move_label(const char *from, const char *status);
/* The status that comes next in the ordinary course; NULL at the end. */
const char *care_job_next_status(const char *status);
/* Until when its warranty is, and how long that is from today; NULL while there is none. Transfer full. */
char *care_job_warranty(CareRecord *job, CareDate today);

G_END_DECLS
