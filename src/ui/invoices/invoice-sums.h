/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What is not paid and what of it is overdue: "16 unpaid, €1,573.65 · 2 overdue, €210.65"; a line for each currency, that
 * of the shop first. NULL where everything is paid. Reads the store; main thread. Transfer full. */
char *care_invoice_sums(CareStore *store);

G_END_DECLS
