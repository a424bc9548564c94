/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/id.h"

#define COUNTER_BITS 21
#define EPOCH_2020 G_GINT64_CONSTANT(1577836800) /* 2020-01-01T00:00:00Z */

/*
 * A new id, greater than every id this process has made. The low bits start at random in each millisecond, so
 * that the window and the command line (or two computers) making records at once do not meet. The one static
 * here is what makes ids grow; it is guarded by its own lock.
 */
CareId
care_id_new(void)
{
    static GMutex lock;
    static CareId last = 0;
    gint64 ms = MAX(g_get_real_time() / 1000 - EPOCH_2020 * 1000, 0);
    CareId id = (ms << COUNTER_BITS) | g_random_int_range(1, 1 << (COUNTER_BITS - 1));

    g_mutex_lock(&lock);
    if (id <= last)
        id = last + 1;
    last = id;
    g_mutex_unlock(&lock);
    return id;
}

/* The id of record number `serial` made at `at`. Instants before 2020 count as 2020: ids are never negative. */
CareId
care_id_at(CareInstant at, guint serial)
{
    gint64 ms = MAX(at - EPOCH_2020, 0) * 1000;

    return (ms << COUNTER_BITS) + (CareId)serial + 1;
}

/* Reads what care_id_to_string() wrote: digits, no sign, no leading zero, not 0. */
gboolean
care_id_parse(const char *text, CareId *out)
{
    guint64 value;

    if (text == NULL || !g_ascii_isdigit(text[0]) || text[0] == '0'
        || !g_ascii_string_to_unsigned(text, 10, 1, G_MAXINT64, &value, NULL))
        return FALSE;
    *out = (CareId)value;
    return TRUE;
}

/* The id as it is seen outside the program. Free with g_free(). */
char *
care_id_to_string(CareId id)
{
    return g_strdup_printf("%" G_GINT64_FORMAT, id);
}
