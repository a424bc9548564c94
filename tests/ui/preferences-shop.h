/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of Preferences ask of the settings of a shop. */
#pragma once

#include "dialog-shop.h"

#include "store/setting.h"
#include "store/under-way.h"

/* Whatever rests or is under way has been saved then. */
static inline void
wait_saved(Fixture *fixture)
{
    for (gint64 end = g_get_monotonic_time() + 900 * 1000; g_get_monotonic_time() < end;)
        g_main_context_iteration(NULL, FALSE);
    while (care_under_way_any(fixture->store))
        g_main_context_iteration(NULL, TRUE);
}

static inline void
assert_setting(Fixture *fixture, const char *key, const char *value)
{
    g_autofree char *stored = care_store_setting(fixture->store, key);

    g_assert_cmpstr(stored, ==, value);
}
