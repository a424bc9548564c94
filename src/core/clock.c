/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/clock.h"

G_DEFINE_INTERFACE(CareClock, care_clock, G_TYPE_OBJECT)

static void
care_clock_default_init(CareClockInterface *iface)
{
}

/* Seconds since 1970 in UTC. */
CareInstant
care_clock_now(CareClock *self)
{
    g_return_val_if_fail(CARE_IS_CLOCK(self), 0);
    return CARE_CLOCK_GET_IFACE(self)->now(self);
}

/* The calendar day in the clock's zone. */
CareDate
care_clock_today(CareClock *self)
{
    g_return_val_if_fail(CARE_IS_CLOCK(self), (CareDate){ 0 });
    return CARE_CLOCK_GET_IFACE(self)->today(self);
}

/* The zone the shop's day is reckoned in. Owned by the clock. */
GTimeZone *
care_clock_zone(CareClock *self)
{
    g_return_val_if_fail(CARE_IS_CLOCK(self), NULL);
    return CARE_CLOCK_GET_IFACE(self)->zone(self);
}

/* What cannot be taken back is not done for a day that is only pretended. */
gboolean
care_clock_is_pretended(CareClock *self)
{
    g_return_val_if_fail(CARE_IS_CLOCK(self), TRUE);
    return CARE_CLOCK_GET_IFACE(self)->is_pretended(self);
}

/*
 * CareWallClock: both clocks of the program. One follows the computer's time and zone, the other stands still at
 * a given instant, for tests and for --today. Never changes after construction, so any thread may ask it.
 */
#define CARE_TYPE_WALL_CLOCK (care_wall_clock_get_type())
G_DECLARE_FINAL_TYPE(CareWallClock, care_wall_clock, CARE, WALL_CLOCK, GObject)

struct _CareWallClock {
    GObject parent_instance;
    GTimeZone *zone;
    gboolean fixed;
    CareInstant fixed_at;
};

static CareInstant
wall_clock_now(CareClock *clock)
{
    CareWallClock *self = CARE_WALL_CLOCK(clock);

    return self->fixed ? self->fixed_at : g_get_real_time() / G_USEC_PER_SEC;
}

static CareDate
wall_clock_today(CareClock *clock)
{
    return care_date_of_instant(wall_clock_now(clock), CARE_WALL_CLOCK(clock)->zone);
}

static GTimeZone *
wall_clock_zone(CareClock *clock)
{
    return CARE_WALL_CLOCK(clock)->zone;
}

static gboolean
wall_clock_is_pretended(CareClock *clock)
{
    return CARE_WALL_CLOCK(clock)->fixed;
}

static void
wall_clock_iface_init(CareClockInterface *iface)
{
    iface->now = wall_clock_now;
    iface->today = wall_clock_today;
    iface->zone = wall_clock_zone;
    iface->is_pretended = wall_clock_is_pretended;
}

G_DEFINE_FINAL_TYPE_WITH_CODE(CareWallClock, care_wall_clock, G_TYPE_OBJECT,
                              G_IMPLEMENT_INTERFACE(CARE_TYPE_CLOCK, wall_clock_iface_init))

static void
care_wall_clock_finalize(GObject *object)
{
    g_clear_pointer(&CARE_WALL_CLOCK(object)->zone, g_time_zone_unref);
    G_OBJECT_CLASS(care_wall_clock_parent_class)->finalize(object);
}

static void
care_wall_clock_class_init(CareWallClockClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_wall_clock_finalize;
}

static void
care_wall_clock_init(CareWallClock *self)
{
}

/* The computer's time in the computer's zone. Transfer full. */
CareClock *
care_clock_new_system(void)
{
    CareWallClock *self = g_object_new(CARE_TYPE_WALL_CLOCK, NULL);

    self->zone = g_time_zone_new_local();
    return CARE_CLOCK(self);
}

/* Stands still at noon of `today`, where the computer is. Transfer full. */
CareClock *
care_clock_new_fixed(CareDate today)
{
    g_autoptr(GTimeZone) here = g_time_zone_new_local();

    return care_clock_new_fixed_at(care_instant_of_date(today, 12, 0, here), here);
}

/* Stands still at `now`, in a zone of which it keeps a reference. Transfer full. */
CareClock *
care_clock_new_fixed_at(CareInstant now, GTimeZone *zone)
{
    CareWallClock *self = g_object_new(CARE_TYPE_WALL_CLOCK, NULL);

    self->zone = g_time_zone_ref(zone);
    self->fixed = TRUE;
    self->fixed_at = now;
    return CARE_CLOCK(self);
}
