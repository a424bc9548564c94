/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* No number is given out twice because an older backup was restored (rules-invoices I2). */

/* What the shop in data_dir, which is about to be put aside, has given out is carried over to the one in staged. Where
 * that one is no later state of the same shop, the restored shop asks for the last number before it issues anything. */
gboolean care_backup_carry_numbers(const char *data_dir, const char *staged, CareInstant now, GError **error);

G_END_DECLS
