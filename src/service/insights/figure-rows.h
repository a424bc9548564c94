/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The records behind a figure in the days from…to: "promoters", "passives", "detractors", "answers" (feedback),
 * "complaints", "messages" (interaction), "billed" (job, those that wait for it too), "invoiced", "outstanding" (invoice),
 * "paid" (payment), money in one currency only. Main thread. Transfer full; NULL when they cannot be read, and for a word
 * that is none. */
GPtrArray *care_figure_rows(CareStore *store, const char *figure, CareDate from, CareDate to,
                            const char *currency);

G_END_DECLS
