/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* Asks the keyring for a job's unlock code and shows it in the row, or says that there is none. Main thread. */
void care_job_code_show(CareStore *store, CareId job, AdwActionRow *row);

G_END_DECLS
