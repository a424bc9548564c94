/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "core/decimal.h"

G_BEGIN_DECLS

char *care_paper_format_date(CareDate date, const char *country);
char *care_paper_format_day(CareDate date, const char *country);
char *care_paper_format_period(CareDate from, CareDate to, const char *country);
char *care_paper_format_rate(CareDecimal rate);
char *care_paper_unbroken(const char *text);

G_END_DECLS
