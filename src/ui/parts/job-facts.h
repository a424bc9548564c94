/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* A job where something else is spoken of. Main thread; a few short reads. Transfer full. */

/* "Brake service · E-bike", else its number; NULL where the job is none. */
char *care_job_about(CareStore *store, CareId job);
/* "2026-036 · agreed €98.90 · paid €98.90" */
char *care_job_money(CareStore *store, CareRecord *job);

G_END_DECLS
