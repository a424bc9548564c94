/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/date.h"

G_BEGIN_DECLS

/* Where "now" and "today" come from, so that every rule about them can be tested. */
#define CARE_TYPE_CLOCK (care_clock_get_type())
G_DECLARE_INTERFACE(CareClock, care_clock, CARE, CLOCK, GObject)

struct _CareClockInterface {
    GTypeInterface parent_iface;
    CareInstant (*now)(CareClock *self);
    CareDate (*today)(CareClock *self);
    GTimeZone *(*zone)(CareClock *self); /* transfer none */
    gboolean (*is_pretended)(CareClock *self);
};

CareInstant care_clock_now(CareClock *self);
CareDate care_clock_today(CareClock *self);
GTimeZone *care_clock_zone(CareClock *self);
/* Whether somebody pretends a day, and it stands still. */
gboolean care_clock_is_pretended(CareClock *self);

CareClock *care_clock_new_system(void);
/* Stands still at noon of the date in the computer's zone, as the system's clock reckons its days. */
CareClock *care_clock_new_fixed(CareDate today);
/* Stands still at an instant in a zone. */
CareClock *care_clock_new_fixed_at(CareInstant now, GTimeZone *zone);

G_END_DECLS
