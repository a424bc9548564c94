/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void care_apportion(gint64 total, const gint64 *weights, guint n, gint64 *parts);
void care_apportion_ratio(gint64 total, const gint64 *values, guint n, gint64 numerator, gint64 denominator,
                          gint64 *parts);

G_END_DECLS
