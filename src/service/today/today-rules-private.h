/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/today/today.h"

G_BEGIN_DECLS

/* Every line of every rule, without regard to what was put off, in no order. For care_today_compute() only. */
gboolean care_today_collect(CareConnection *connection, CareClock *clock, GPtrArray *items, GError **error);

G_END_DECLS
