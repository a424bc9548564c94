/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/promise-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/money.h"
#include "model/event.h"
#include "ui/kit/format.h"

/* "2026-11-30 16:00", as people say it; what is no day is told as it stands. */
static char *
day_in_words(const char *text, CareDate today)
{
    gsize length = strcspn(text, " ");
    g_autofree char *date = g_strndup(text, length);
    g_autofree char *day = NULL;
    CareDate parsed;

    if (!care_date_parse(date, &parsed))
        return g_strdup(text);
    day = care_format_date_long(parsed, today);
    /* Translators: a day and a time: "Friday 4 December, 16:00" */
    return text[length] ? g_strdup_printf(_("%s, %s"), day, text + length + 1) : g_steal_pointer(&day);
}

static char *
day_sentence(const char *before, const char *after, CareDate today)
{
    g_autofree char *day = after ? day_in_words(after, today) : NULL;

    if (!day)
        return g_strdup(_("Promised for no day in particular any more"));
    return g_strdup_printf(before ? _("Promised for %s instead") : _("Promised for %s"), day);
}

static char *
amount_in_words(const char *text, const char *currency)
{
    CareMoney amount;

    return care_money_parse(text, currency, &amount, NULL) ? care_money_format(amount, currency)
                                                           : g_strdup(text);
}

static char *
price_sentence(const char *before, const char *after, const char *currency)
{
    g_autofree char *old = before ? amount_in_words(before, currency) : NULL;
    g_autofree char *now = after ? amount_in_words(after, currency) : NULL;

    if (now && old)
        /* Translators: two amounts of money, the new one first */
        return g_strdup_printf(_("The price is %s now, no more %s"), now, old);
    return now   ? g_strdup_printf(_("The price is %s now"), now)
           : old ? g_strdup_printf(_("No price is agreed any more, no more %s"), old)
                 : NULL;
}

char *
care_promise_changed_sentence(CareRecord *event, const char *currency, CareDate today)
{
    const char *name = care_record_text(event, CARE_EVENT_NAME);
    const char *before = care_record_text(event, CARE_EVENT_BEFORE);
    const char *after = care_record_text(event, CARE_EVENT_AFTER);

    if (care_event_name_is(name, CARE_HAPPENED_PROMISED))
        return day_sentence(before, after, today);
    if (care_event_name_is(name, CARE_HAPPENED_PRICE))
        return price_sentence(before, after, currency);
    return NULL;
}
