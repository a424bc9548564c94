/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Until when the shop is open today and when on its next open day, as one says it on the phone, a line each: "Today until
 * 18:00", "Tomorrow 9:00–13:00". NULL for a shop whose hours are not known. Transfer full. */
char *care_shop_open(CareConnection *connection, CareClock *clock);

G_END_DECLS
