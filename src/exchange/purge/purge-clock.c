/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/purge/purge-clock.h"

#include <stdlib.h>

#include "store/deletion.h"
#include "store/setting.h"

#define FIRST_YEAR 2000
#define LAST_YEAR 2099

/* What the shop knows of the days on which it was looked through. */
typedef struct {
    CareDate last;
    CareDate back; /* the last one before the clock went back; not set: it did not */
    int rhythm;    /* days between the last two; 0: not known, or more than CARE_PURGE_SELDOM */
} Seen;

static gboolean
is_a_day(CareDate day)
{
    return day.year >= FIRST_YEAR && day.year <= LAST_YEAR;
}

static CareDate
read_day(CareTransaction *transaction, const char *key)
{
    g_autofree char *text = care_transaction_setting(transaction, key);
    CareDate day;

    return text != NULL && care_date_parse_full(text, &day) && is_a_day(day) ? day : (CareDate){ 0 };
}

static Seen
read_seen(CareTransaction *transaction)
{
    g_autofree char *rhythm = care_transaction_setting(transaction, CARE_SETTING_PURGE_RHYTHM);

    return (Seen){ .last = read_day(transaction, CARE_SETTING_LAST_PURGE),
                   .back = read_day(transaction, CARE_SETTING_PURGE_BACK),
                   .rhythm = rhythm != NULL ? CLAMP(atoi(rhythm), 0, CARE_PURGE_SELDOM) : 0 };
}

static gboolean
write_day(CareTransaction *transaction, const char *key, CareDate day, GError **error)
{
    g_autofree char *text = care_date_is_set(day) ? care_date_to_string(day) : NULL;

    return care_transaction_set_setting(transaction, key, text, error);
}

static gboolean
write_seen(CareTransaction *transaction, const Seen *seen, GError **error)
{
    g_autofree char *rhythm = seen->rhythm > 0 ? g_strdup_printf("%d", seen->rhythm) : NULL;

    return write_day(transaction, CARE_SETTING_LAST_PURGE, seen->last, error)
           && write_day(transaction, CARE_SETTING_PURGE_BACK, seen->back, error)
           && care_transaction_set_setting(transaction, CARE_SETTING_PURGE_RHYTHM, rhythm, error);
}

/* How many of the days since the last one count. A leap counts as a week, for it may be the clock's, or as long as the time
 * between the two days before, for then the shop is used so. Where the clock has been before it went back, the days
 * were counted. */
static int
count_days(Seen *seen, CareDate today)
{
    int gap = care_date_days_between(seen->last, today);
    int fresh = gap, counted;

    if (gap < 0) {
        if (!care_date_is_set(seen->back) || care_date_compare(seen->back, seen->last) < 0)
            seen->back = seen->last;
        return 0;
    }
    if (gap > CARE_PURGE_LEAP && care_date_is_set(seen->back))
        fresh = CLAMP(care_date_days_between(seen->back, today), 0, gap);
    counted = MIN(fresh, MAX(CARE_PURGE_LEAP, seen->rhythm));
    seen->rhythm = fresh <= CARE_PURGE_SELDOM ? fresh : 0;
    seen->back = (CareDate){ 0 };
    return counted;
}

/* What lies in the days to come after the leap does so, too, and is as old as it was. */
static gboolean
go_on(CareTransaction *transaction, Seen *seen, CareDate today, GError **error)
{
    int gap = care_date_days_between(seen->last, today);
    int counted = gap != 0 ? count_days(seen, today) : 0;

    seen->last = today;
    return care_deletions_move(transaction, gap - counted, error) && write_seen(transaction, seen, error);
}

gboolean
care_purge_look_at_clock(CareTransaction *transaction, CarePurgeDay *day, GError **error)
{
    CareDate today = care_transaction_today(transaction);
    Seen seen = read_seen(transaction);
    int gap = care_date_is_set(seen.last) ? care_date_days_between(seen.last, today) : 0;

    *day = CARE_PURGE_NOT_NOW;
    if (!is_a_day(today) || (gap < 0 && gap >= -CARE_PURGE_LEAP))
        return TRUE;
    *day = care_date_is_set(seen.last) ? CARE_PURGE_GO : CARE_PURGE_NEWCOMER;
    if (*day == CARE_PURGE_GO)
        return go_on(transaction, &seen, today, error);
    seen = (Seen){ .last = today };
    return care_deletions_begin(transaction, error) && write_seen(transaction, &seen, error);
}
