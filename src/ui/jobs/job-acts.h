/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/today/due.h"
#include "ui/kit/wrap.h"

G_BEGIN_DECLS

/* Fills a box with what can be done with a job now; one button has the accent: what is owed. lines: what is due or will
 * be about the job (CareDueItem). They activate "job.due" (a line, by its id), "job.hand-back", "job.move" (to a
 * status), "job.paper" and "win.bill". */
void care_job_acts_fill(CareWrap *acts, CareRecord *job, GPtrArray *lines);

G_END_DECLS
