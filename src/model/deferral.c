/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/deferral.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_RECORD(CareDeferral, care_deferral, CARE_DEFERRAL_FIELDS, "deferral", N_("Deferral"),
                   .flags = CARE_KIND_OF_ANY | CARE_KIND_TRACE, .icon = "care-clock-symbolic")
