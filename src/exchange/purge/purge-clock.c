/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/purge/purge-clock.h"

#include "store/kind-query.h"
#include "store/setting.h"

static gboolean
was_changed(CareTransaction *transaction, CareInstant from, CareInstant until, gboolean *any, GError **error)
{
    *any = FALSE;
    for (const CareKind *const *kind = care_kinds(); *kind != NULL && !*any; kind++)
        if (!care_kind_was_changed(care_transaction_connection(transaction), *kind, from, until, any, error))
            return FALSE;
    return TRUE;
}

static CareInstant
morning_of(CareTransaction *transaction, CareDate day)
{
    return care_instant_of_date(day, 0, 0, care_transaction_zone(transaction));
}

/* A clock that is far ahead of all that the shop has seen before today is none to delete by: its battery may be empty. A
 * document is asked for the same (service/invoices/invoice-number.h). */
static gboolean
ask_ahead(CareTransaction *transaction, gboolean *ahead, GError **error)
{
    CareDate today = care_transaction_today(transaction);
    CareInstant morning = morning_of(transaction, today);
    CareInstant lately = morning_of(transaction, care_date_add_days(today, -CARE_PURGE_SILENCE));
    gboolean before = FALSE, recent = FALSE;

    if (!was_changed(transaction, lately, morning, &recent, error)
        || (!recent && !was_changed(transaction, G_MININT64, morning, &before, error)))
        return FALSE;
    *ahead = before;
    return TRUE;
}

/* Whoever works in a shop purges it on the same day, so work long after the last purge was there when that was: its day was
 * one of a clock that was behind. */
static gboolean
ask_behind(CareTransaction *transaction, CareDate last, gboolean *was_behind, GError **error)
{
    return was_changed(transaction, morning_of(transaction, care_date_add_days(last, CARE_PURGE_SILENCE)),
                       morning_of(transaction, care_transaction_today(transaction)), was_behind, error);
}

gboolean
care_purge_ask_clock(CareTransaction *transaction, CarePurgeClock *clock, GError **error)
{
    g_autofree char *text = care_transaction_setting(transaction, CARE_SETTING_LAST_PURGE);
    CareDate last;

    *clock = (CarePurgeClock){ .newcomer = text == NULL };
    if (text == NULL)
        return TRUE;
    return ask_ahead(transaction, &clock->ahead, error)
           && (!care_date_parse(text, &last) || ask_behind(transaction, last, &clock->was_behind, error));
}
