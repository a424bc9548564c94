/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates and rates as they stand on paper, by the locale and the shop's country. */
#include "document/paper-format.h"

#include <glib/gi18n-lib.h>

#include "core/money.h"
#include "core/percent.h"
#include "document/country.h"

/* Translators: a date on an invoice, as for g_date_time_format(): "19 Nov 2026" */
#define DAY_FIRST C_("paper date", "%-d %b %Y")
/* Translators: the same for a shop in a country where the month stands before the day: "Nov 19, 2026" */
#define MONTH_FIRST C_("paper date", "%b %-d, %Y")

/* "19 Nov 2026", in the United States "Nov 19, 2026"; "" for a date that is not set. The country is the shop's, whose
 * paper it is; nullable. Free with g_free, as all results here. */
char *
care_paper_format_date(CareDate date, const char *country)
{
    g_autoptr(GDateTime) at = NULL;

    if (!care_date_is_set(date) || date.year == 0)
        return g_strdup("");
    at = g_date_time_new_utc(date.year, date.month, date.day, 12, 0, 0);

    return g_date_time_format(at, care_country_puts_month_first(country) ? MONTH_FIRST : DAY_FIRST);
}

/* The same where it stands on paper: it does not break. */
char *
care_paper_format_day(CareDate date, const char *country)
{
    g_autofree char *text = care_paper_format_date(date, country);

    return care_paper_unbroken(text);
}

/* "1 Oct 2026 – 31 Oct 2026", or one date when there is no other. */
char *
care_paper_format_period(CareDate from, CareDate to, const char *country)
{
    g_autofree char *start = care_paper_format_day(from, country);
    g_autofree char *end = care_paper_format_day(to, country);

    if (*end == '\0' || care_date_compare(from, to) == 0)
        return g_steal_pointer(&start);

    return g_strdup_printf("%s – %s", start, end);
}

/* "19%", as care_percent_format() writes it. */
char *
care_paper_format_rate(CareDecimal rate)
{
    g_autofree char *value = care_decimal_format(rate, 0);

    return care_percent_format(value);
}

/* The text with no-break spaces, so that a phone number stays on one line; NULL gives NULL. */
char *
care_paper_unbroken(const char *text)
{
    g_auto(GStrv) words = text != NULL ? g_strsplit(text, " ", -1) : NULL;

    return words != NULL ? g_strjoinv("\u00a0", words) : NULL;
}
