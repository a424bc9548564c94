/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/occasion.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_RECORD(CareOccasion, care_occasion, CARE_OCCASION_FIELDS, "occasion", N_("Occasion"),
                   .icon = "care-calendar-symbolic", .table = N_("Occasions"))
