/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"

G_BEGIN_DECLS

gboolean care_typed_date_parse(const char *text, CareDate today, gboolean needs_year, CareDate *out,
                               GError **error);
char *care_typed_date_to_string(CareDate date);

G_END_DECLS
