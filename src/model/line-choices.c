/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/line-choices.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_CHOICES(care_line_kind, CARE_LINE_KINDS)
CARE_DEFINE_CHOICES(care_price_mode, CARE_PRICE_MODES)
