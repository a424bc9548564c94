/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/staff.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_RECORD(CareStaff, care_staff, CARE_STAFF_FIELDS, "staff", N_("Person at the Counter"),
                   .icon = "care-person-symbolic")
