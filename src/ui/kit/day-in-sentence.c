/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/day-in-sentence.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/format.h"

/* A language may have a preposition or a case for each of them: "heute" but "am Freitag", "piątek" but "od piątku". */
typedef struct {
    const char *context; /* of all the others */
    const char *today;
    const char *tomorrow;
    const char *yesterday;
    const char *weekdays[7];
    const char *date; /* %s is "12 Nov" */
} Forms;

/* "collected Friday", "issued 12 Nov" */
static const Forms on = {
    .context = "when it happened",
    .today = NC_("when it happened", "today"),
    .tomorrow = NC_("when it happened", "tomorrow"),
    .yesterday = NC_("when it happened", "yesterday"),
    .weekdays = { NC_("when it happened", "Monday"), NC_("when it happened", "Tuesday"),
                  NC_("when it happened", "Wednesday"), NC_("when it happened", "Thursday"),
                  NC_("when it happened", "Friday"), NC_("when it happened", "Saturday"),
                  NC_("when it happened", "Sunday") },
    .date = NC_("when it happened", "%s"),
};

/* "promised Friday", "due 12 Nov" */
static const Forms due = {
    .context = "for when it is promised",
    .today = NC_("for when it is promised", "today"),
    .tomorrow = NC_("for when it is promised", "tomorrow"),
    .yesterday = NC_("for when it is promised", "yesterday"),
    .weekdays = { NC_("for when it is promised", "Monday"), NC_("for when it is promised", "Tuesday"),
                  NC_("for when it is promised", "Wednesday"), NC_("for when it is promised", "Thursday"),
                  NC_("for when it is promised", "Friday"), NC_("for when it is promised", "Saturday"),
                  NC_("for when it is promised", "Sunday") },
    .date = NC_("for when it is promised", "%s"),
};

/* "ready since Friday" */
static const Forms since = {
    .context = "since when",
    .today = NC_("since when", "since today"),
    .tomorrow = NC_("since when", "since tomorrow"),
    .yesterday = NC_("since when", "since yesterday"),
    .weekdays = { NC_("since when", "since Monday"), NC_("since when", "since Tuesday"),
                  NC_("since when", "since Wednesday"), NC_("since when", "since Thursday"),
                  NC_("since when", "since Friday"), NC_("since when", "since Saturday"),
                  NC_("since when", "since Sunday") },
    .date = NC_("since when", "since %s"),
};

/* "put off until Friday" */
static const Forms until = {
    .context = "until when",
    .today = NC_("until when", "until today"),
    .tomorrow = NC_("until when", "until tomorrow"),
    .yesterday = NC_("until when", "until yesterday"),
    .weekdays = { NC_("until when", "until Monday"), NC_("until when", "until Tuesday"),
                  NC_("until when", "until Wednesday"), NC_("until when", "until Thursday"),
                  NC_("until when", "until Friday"), NC_("until when", "until Saturday"),
                  NC_("until when", "until Sunday") },
    .date = NC_("until when", "until %s"),
};

/* The one of its forms that a day has; a weekday alone is understood up to six days away. */
static const char *
form_of(const Forms *forms, CareDate day, int away)
{
    switch (away) {
    case -1:
        return forms->yesterday;
    case 0:
        return forms->today;
    case 1:
        return forms->tomorrow;
    default:
        return ABS(away) < 7 ? forms->weekdays[care_date_weekday(day) - 1] : forms->date;
    }
}

static char *
say(const Forms *forms, CareDate day, CareDate today)
{
    const char *form = form_of(forms, day, care_date_days_between(today, day));
    const char *said = g_dpgettext2(GETTEXT_PACKAGE, forms->context, form);
    g_autofree char *date = care_format_date(day, today);
    GString *phrase = g_string_new(said);

    if (form == forms->date)
        g_string_replace(phrase, "%s", date, 1);
    return g_string_free_and_steal(phrase);
}

char *
care_format_on_day(CareDate day, CareDate today)
{
    return say(&on, day, today);
}

char *
care_format_for_day(CareDate day, CareDate today)
{
    return say(&due, day, today);
}

char *
care_format_since(CareDate day, CareDate today)
{
    return say(&since, day, today);
}

char *
care_format_until(CareDate day, CareDate today)
{
    return say(&until, day, today);
}
