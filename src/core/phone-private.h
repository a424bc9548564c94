/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/phone-plan.h"

G_BEGIN_DECLS

/* The digits of a number as they stand, up to an extension; international says that they began with a plus. NULL has
 * none. Transfer full. */
char *care_phone_collect(const char *number, gboolean *international);
/* The form of a region for digits that begin with a country code. Transfer full. */
char *care_phone_from_international(const char *digits, const CarePhonePlan *plan);
/* What follows the prefix that is dialled before a country code, the region's or the common one, if there are so many
 * digits; else NULL. Within digits. */
const char *care_phone_behind_exit(const char *digits, const CarePhonePlan *plan, gsize at_least);

G_END_DECLS
