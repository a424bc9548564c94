/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* What is said when a job was handed over: who has it, which step of care comes next and when, and what is not paid or
 * not billed yet; as much of it as is true. job: as the hand-over left it. code_deleted: its unlock code was in the keyring.
 * Reads the store; main thread. Transfer full. */
char *care_job_handed_over(CareContext *context, CareRecord *job, gboolean code_deleted);

G_END_DECLS
