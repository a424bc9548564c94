/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/invoice-number.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "service/invoices/chain-head.h"
#include "service/invoices/number-gap.h"
#include "store/named-query.h"
#include "store/setting.h"

/* A shop in which nothing happened for longer than this may have a wrong clock, and a number cannot be taken back. To be
 * asked once after a long holiday costs less than a document of next month. */
#define DAYS_OF_SILENCE 31
/* A clock that was put right, or somebody home from the other side of the world. */
#define DAYS_BACK 7
/* More numbers than these were not given out between a backup and its restore. */
#define FARTHEST 9999

/* The order of numbers is the order of days: *later, where the last document of this year's series bears a later one. */
static gboolean
is_later_in_series(CareConnection *connection, CareDate today, gboolean *later, GError **error)
{
    g_autoptr(GError) local = NULL;
    g_autofree char *day = care_date_to_string(today);
    g_autofree char *series = g_strdup_printf("%d", today.year);
    g_autofree char *last = care_query_text(connection, "invoices/last-day-of-series", &local, "s", series);

    *later = last != NULL && strcmp(last, day) > 0;
    if (local == NULL)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}

/* How many days lie between two, the later one second; 0 where there is no first. */
static int
days_between(const char *from, CareDate to)
{
    CareDate first;

    return from != NULL && care_date_parse_full(from, &first) ? care_date_days_between(first, to) : 0;
}

/* The last day on which anything was written, whatever came of it since; not today or yesterday, for what was written
 * then may be as wrong as the clock is now. */
static gboolean
read_newest_day(CareConnection *connection, CareDate today, CareDate *newest, GError **error)
{
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
    gint64 created = 0;

    if (!care_query_int(connection, "invoices/newest-record", &created, error, "i",
                        care_instant_of_date(care_date_add_days(today, -1), 0, 0, utc)))
        return FALSE;
    *newest = created != 0 ? care_date_of_instant(created, utc) : today;
    return TRUE;
}

/* Long after the last document up to today, or where there is none, after everything else. */
static CareNumberCheck
check_silence(CareConnection *connection, const char *until, CareDate today, GError **error)
{
    CareDate newest;

    if (until != NULL)
        return days_between(until, today) > DAYS_OF_SILENCE ? CARE_NUMBER_NEEDS_DAY : CARE_NUMBER_CLEAR;
    if (!read_newest_day(connection, today, &newest, error))
        return CARE_NUMBER_UNREADABLE;
    return care_date_days_between(newest, today) > DAYS_OF_SILENCE ? CARE_NUMBER_NEEDS_FIRST_DAY
                                                                   : CARE_NUMBER_CLEAR;
}

/* Somebody has named a number of a later year as the last one, and nobody has said since that it is this year. */
static gboolean
is_before_named(CareConnection *connection, CareDate today, const char *confirmed, gboolean *before,
                GError **error)
{
    g_autofree char *series = g_strdup_printf("%d", today.year);
    gint64 ahead = 0;

    if (!care_query_int(connection, "invoices/gaps-ahead", &ahead, error, "s", series))
        return FALSE;
    *before = ahead != 0 && (confirmed == NULL || !g_str_has_prefix(confirmed, series));
    return TRUE;
}

/* Days before the last document, or long after all that was issued until then: one that was issued on a wrong day is no
 * reason to ask again. */
static CareNumberCheck
check_clock(CareConnection *connection, CareDate today, GError **error)
{
    gboolean later = FALSE, before = FALSE;
    g_autoptr(GError) local = NULL;
    g_autofree char *day = care_date_to_string(today);
    g_autofree char *confirmed = NULL;
    g_autofree char *last = care_query_text(connection, "invoices/last-day", &local, "");
    g_autofree char *until
        = local == NULL ? care_query_text(connection, "invoices/last-day-until", &local, "s", day) : NULL;

    if (local != NULL) {
        g_propagate_error(error, g_steal_pointer(&local));
        return CARE_NUMBER_UNREADABLE;
    }
    if (!care_setting_find(connection, CARE_SETTING_DAY_CONFIRMED, &confirmed, error))
        return CARE_NUMBER_UNREADABLE;
    if (g_strcmp0(confirmed, day) == 0)
        return CARE_NUMBER_CLEAR;
    if (!is_later_in_series(connection, today, &later, error)
        || !is_before_named(connection, today, confirmed, &before, error))
        return CARE_NUMBER_UNREADABLE;
    if (later || before || days_between(last, today) < -DAYS_BACK)
        return CARE_NUMBER_NEEDS_EARLIER;
    return check_silence(connection, until, today, error);
}

gboolean
care_invoice_number_needs_last(CareConnection *connection)
{
    g_autofree char *restored = care_setting_read(connection, CARE_SETTING_RESTORED);

    return restored != NULL;
}

CareNumberCheck
care_invoice_number_check(CareConnection *connection, CareDate today, GError **error)
{
    g_autofree char *restored = NULL;

    if (!care_setting_find(connection, CARE_SETTING_RESTORED, &restored, error))
        return CARE_NUMBER_UNREADABLE;
    return restored != NULL ? CARE_NUMBER_NEEDS_LAST : check_clock(connection, today, error);
}

static gboolean
check_person(CareConnection *connection, CareDate today, GError **error)
{
    switch (care_invoice_number_check(connection, today, error)) {
    case CARE_NUMBER_NEEDS_LAST:
        return care_refuse(
            error, CARE_ERROR_REFUSED,
            _("This shop came from a backup or an export, and invoices may have been issued that it "
              "does not hold. Nothing was issued; say first which invoice number was the last one."));
    case CARE_NUMBER_NEEDS_DAY:
        return care_refuse(
            error, CARE_ERROR_REFUSED,
            _("It is more than a month since the last invoice. Nothing was issued; check the clock "
              "of this computer, and say so if it is right."));
    case CARE_NUMBER_NEEDS_FIRST_DAY:
        return care_refuse(
            error, CARE_ERROR_REFUSED,
            _("It is more than a month since anything was written in this shop. Nothing was issued; "
              "check the clock of this computer, and say so if it is right."));
    case CARE_NUMBER_NEEDS_EARLIER:
        return care_refuse(
            error, CARE_ERROR_REFUSED,
            _("The last invoice bears a later date than today. Nothing was issued; check the clock "
              "of this computer, and say so if it is right."));
    case CARE_NUMBER_UNREADABLE:
        return FALSE;
    case CARE_NUMBER_CLEAR:
    default:
        return TRUE;
    }
}

/* A counter of invoices is what tells that some are gone, and no row says where it stood. */
static gboolean
take_next(CareTransaction *transaction, const char *counter, gint64 *sequence, GError **error)
{
    if (!care_transaction_next_number(transaction, counter, sequence, error))
        return FALSE;
    if (*sequence > 0)
        return TRUE;
    g_set_error(error, CARE_ERROR, CARE_ERROR_CORRUPT,
                /* Translators: %s is a series of numbers, "invoice-2026" */
                _("The counter “%s” stands at a number that no shop gets to, so something else wrote on it. "
                  "Nothing was changed; restore a backup from before."),
                counter);
    return FALSE;
}

/* A counter that somebody set back. */
static gboolean
check_free(CareConnection *connection, const char *number, GError **error)
{
    gint64 taken = 0;

    if (!care_query_int(connection, "invoices/has-number", &taken, error, "s", number))
        return FALSE;
    if (taken == 0)
        return TRUE;
    g_set_error(
        error, CARE_ERROR, CARE_ERROR_REFUSED,
        _("Number %s comes next and was given out already. Nothing was issued; “aftercare-cli verify” "
          "tells what is wrong."),
        number);
    return FALSE;
}

gboolean
care_invoice_give_number(CareTransaction *transaction, CareRecord *invoice, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    CareDate today = care_transaction_today(transaction);
    g_autofree char *day = care_date_to_string(today);
    g_autofree char *series = g_strdup_printf("%d", today.year);
    g_autofree char *counter = g_strdup_printf("invoice-%d", today.year);
    g_autofree char *number = NULL;
    gint64 sequence = 0;
    gboolean later = FALSE;

    if (!check_person(connection, today, error) || !is_later_in_series(connection, today, &later, error)
        || !take_next(transaction, counter, &sequence, error))
        return FALSE;
    number = care_kind_number(&care_invoice_kind, series, sequence);
    if (!check_free(connection, number, error)
        || !care_chain_head_check_next(transaction, series, sequence, error))
        return FALSE;
    care_record_set_text(invoice, CARE_INVOICE_SERIES, series);
    care_record_set_int(invoice, CARE_INVOICE_SEQUENCE, sequence);
    care_record_set_text(invoice, CARE_INVOICE_NUMBER, number);
    care_record_set_text(invoice, CARE_INVOICE_ISSUED, day);
    if (later)
        care_record_set_int(invoice, CARE_INVOICE_DAY_CONFIRMED, TRUE);
    care_record_set_int(invoice, CARE_INVOICE_ISSUED_AT, care_transaction_now(transaction));
    return TRUE;
}

gboolean
care_invoice_confirm_day(CareTransaction *transaction, gpointer data, GError **error)
{
    g_autofree char *day = care_date_to_string(care_transaction_today(transaction));

    return care_transaction_set_setting(transaction, CARE_SETTING_DAY_CONFIRMED, day, error);
}

/* "2026-0005" in its two halves. */
static gboolean
parse_number(const char *text, char **series, gint64 *sequence)
{
    g_auto(GStrv) halves = g_strsplit(text, "-", -1);

    if (g_strv_length(halves) != 2 || strlen(halves[0]) != 4 || strspn(halves[0], "0123456789") != 4
        || !g_ascii_string_to_signed(halves[1], 10, 1, G_MAXINT32, sequence, NULL))
        return FALSE;
    *series = g_strdup(halves[0]);
    return TRUE;
}

/* Why numbers are not in the shop that somebody else gave out. */
static const char *
reason_of(const char *restored)
{
    return strcmp(restored, CARE_RESTORED_OF_EXPORT) == 0 ? CARE_GAP_IMPORTED : CARE_GAP_RESTORED;
}

static void
take_later(CareDate *day, CareDate other)
{
    if (care_date_is_set(other) && care_date_compare(other, *day) > 0)
        *day = other;
}

/* The day of the last document, or of the newest customer or job if that is earlier: one of them alone may have been written
 * under a clock that went ahead. Not set where one of them is not there. */
static gboolean
read_day_of_both(CareConnection *connection, CareDate *day, GError **error)
{
    g_autoptr(GError) local = NULL;
    g_autofree char *last = care_query_text(connection, "invoices/last-day", &local, "");
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
    CareDate issued, written;
    gint64 created = 0;

    *day = (CareDate){ 0 };
    if (local != NULL) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    if (!care_query_int(connection, "invoices/newest-record", &created, error, "i", G_MAXINT64))
        return FALSE;
    if (last == NULL || !care_date_parse_full(last, &issued) || created == 0)
        return TRUE;
    written = care_date_of_instant(created, utc);
    *day = care_date_compare(issued, written) < 0 ? issued : written;
    return TRUE;
}

/* Today, unless this shop tells of a later day: a computer whose battery is empty begins years ago. Its backup was taken on
 * one; of an export nobody knows when. */
static gboolean
read_present_day(CareConnection *connection, CareDate today, CareDate *present, GError **error)
{
    g_autofree char *taken = NULL;
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
    CareInstant backup = 0;
    CareDate own;

    if (!care_setting_find(connection, CARE_SETTING_LAST_BACKUP, &taken, error)
        || !read_day_of_both(connection, &own, error))
        return FALSE;
    *present = today;
    take_later(present, own);
    if (taken != NULL && care_instant_parse(taken, &backup))
        take_later(present, care_date_of_instant(backup, utc));
    return TRUE;
}

/* Of the newest year up to that of the number: who names one before it has an old paper in hand, and the answer would
 * leave open what came after it. */
static gboolean
check_not_before(CareConnection *connection, const char *series, gint64 last, CareDate present,
                 GError **error)
{
    g_autoptr(GError) local = NULL;
    g_autofree char *year = g_strdup_printf("%d", MAX(present.year, atoi(series)));
    g_autofree char *known = care_query_text(connection, "invoices/last-until-series", &local, "s", year);
    g_autofree char *newest = NULL;
    gint64 sequence = 0;

    if (local != NULL) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    if (known == NULL || !parse_number(known, &newest, &sequence) || strcmp(series, newest) > 0
        || (strcmp(series, newest) == 0 && last >= sequence))
        return TRUE;
    g_set_error(
        error, CARE_ERROR, CARE_ERROR_INPUT,
        /* Translators: %s is the number of an invoice */
        _("This shop knows a later number than that: %s. Nothing was changed; look for the last paper "
          "of all, or say “none” if there is no later one."),
        known);
    return FALSE;
}

/* A later year than this has none, unless a wrong clock once gave it one. */
static gboolean
check_not_far(const char *number, const char *series, gint64 last, gint64 known, CareDate present,
              GError **error)
{
    gboolean begun = known > 0 || atoi(series) <= present.year;

    if (last - known <= FARTHEST && begun)
        return TRUE;
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                begun ? _("“%s” is far beyond the last number of this shop. Nothing was changed; look at the "
                          "last paper again.")
                      : _("“%s” is of a year that has not begun, as far as this computer knows. Nothing was "
                          "changed; look at its clock, and at the last paper again."),
                number);
    return FALSE;
}

static gboolean
is_none(const char *number)
{
    return number == NULL || strcmp(number, "none") == 0;
}

gboolean
care_invoice_check_last(CareConnection *connection, const char *number, CareDate today, GError **error)
{
    g_autofree char *series = NULL;
    g_autofree char *counter = NULL;
    gint64 last = 0, known = 0;
    CareDate present;

    if (is_none(number))
        return TRUE;
    if (!parse_number(number, &series, &last)) {
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                    _("“%s” is no invoice number. Nothing was changed; write it like 2026-0005."), number);
        return FALSE;
    }
    counter = g_strconcat("invoice-", series, NULL);
    return care_query_int(connection, "invoices/last-of-series", &known, error, "s", counter)
           && read_present_day(connection, today, &present, error)
           && check_not_far(number, series, last, known, present, error)
           && check_not_before(connection, series, last, present, error);
}

static gboolean
skip_to(CareTransaction *transaction, const char *number, const char *restored, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    g_autofree char *series = NULL;
    gint64 last = 0;

    return care_invoice_check_last(connection, number, care_transaction_today(transaction), error)
           && (is_none(number)
               || (parse_number(number, &series, &last)
                   && care_number_gap_skip(connection, series, last, reason_of(restored),
                                           care_transaction_now(transaction), error)));
}

gboolean
care_invoice_say_last(CareTransaction *transaction, gpointer data, GError **error)
{
    g_autofree char *restored = NULL;

    if (!care_setting_find(care_transaction_connection(transaction), CARE_SETTING_RESTORED, &restored, error))
        return FALSE;
    if (restored == NULL)
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("Nothing asks for it: this shop knows the numbers that it gave out. Nothing was "
                             "changed."));
    return skip_to(transaction, data, restored, error)
           && care_transaction_set_setting(transaction, CARE_SETTING_DAY_CONFIRMED, NULL, error)
           && care_transaction_set_setting(transaction, CARE_SETTING_RESTORED, NULL, error);
}

char *
care_invoice_last_number(CareConnection *connection)
{
    return care_query_text(connection, "invoices/last-number", NULL, "");
}
