/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/job-line.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_RECORD(CareJobLine, care_job_line, CARE_JOB_LINE_FIELDS, "job_line", N_("Line"), .child = TRUE)
