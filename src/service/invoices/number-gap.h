/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* Numbers that are not in the shop for a reason (rules-invoices I2: gaps are explained). */
#define CARE_GAP_RESTORED "restored" /* given out after the backup was taken that the shop was restored of */
#define CARE_GAP_IMPORTED                                                                                    \
    "imported" /* given out by the shop that an export was taken from, not in the export */

/* The reason as it is told; for an unknown word the word. Transfer none. */
const char *care_number_gap_sentence(const char *reason);
/* A series ("2026") goes on behind last; what is skipped by that is written down with its reason. Nothing happens where
 * the series is there already. In a transaction. */
gboolean care_number_gap_skip(CareConnection *connection, const char *series, gint64 last, const char *reason,
                              gint64 now, GError **error);

G_END_DECLS
