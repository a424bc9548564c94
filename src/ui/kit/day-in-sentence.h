/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"

G_BEGIN_DECLS

/* A day as it stands within a sentence, with all that goes with it there: its preposition, its case. What stands by itself
 * is care_format_relative_day(). Transfer full. */

char *care_format_on_day(CareDate day, CareDate today); /* when it happened: collected "Friday" */
char *care_format_for_day(CareDate day,
                          CareDate today); /* when it is to happen: promised "today", due "12 Nov" */
char *care_format_since(CareDate day, CareDate today); /* "since today", "since Friday", "since 12 Nov" */
char *care_format_until(CareDate day, CareDate today); /* "until tomorrow", "until Friday" */

G_END_DECLS
