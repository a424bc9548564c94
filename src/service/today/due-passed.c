/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Occasions whose day is over and that are told of all the same. */
#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "document/paper-format.h"
#include "service/occasions/occasions.h"
#include "service/today/due-occasion.h"
#include "service/today/due-private.h"
#include "store/named-query.h"
#include "store/setting.h"

/* No shop is closed for longer, as far as its hours know. */
#define CLOSED_DAYS 21

/* The columns of today/put-off-occasions. */
enum {
    COLUMN_RECORD,
    COLUMN_UNTIL,
    COLUMN_CREATED,
};

/* Whether its next time is shown by now. */
static gboolean
is_shown(const CareDueSearch *search, CareId record)
{
    for (guint i = 0; i < search->items->len; i++) {
        const CareDueItem *item = search->items->pdata[i];

        if (item->rule == CARE_DUE_OCCASION && item->record == record
            && care_date_compare(item->on, search->today) <= 0)
            return TRUE;
    }
    return FALSE;
}

/* From its first day of showing to its own the shop was closed, and it opens only now (rules-care C1). */
static gboolean
is_kept(const CareDueSearch *search, const CareUpcoming *upcoming)
{
    CareDate first = care_date_add_days(upcoming->date, -upcoming->lead_days);
    CareDate open;

    if (search->hours == NULL)
        return FALSE;
    open = care_shop_hours_open_day_from(search->hours, first, 1);
    return care_date_compare(open, upcoming->date) > 0 && care_date_compare(open, search->today) >= 0;
}

/* What was put off beyond its own day comes back on the day that was chosen. */
typedef struct {
    CareId record;
    CareDate until;
    CareInstant created;
} PutOff;

static gboolean
add_put_off(CareStatement *row, gpointer data, GError **error)
{
    GArray *all = data;
    PutOff one = { .record = care_statement_int(row, COLUMN_RECORD),
                   .created = care_statement_int(row, COLUMN_CREATED) };

    if (care_date_parse_full(care_statement_text(row, COLUMN_UNTIL), &one.until))
        g_array_append_val(all, one);
    return TRUE;
}

static GArray *
read_put_off(CareDueSearch *search, GError **error)
{
    g_autofree char *since
        = care_date_to_string(care_date_add_days(search->today, -CARE_OCCASIONS_MISSED_DAYS));
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(PutOff));

    return care_query_each(search->connection, "today/put-off-occasions", add_put_off, all, error, "s", since)
               ? g_steal_pointer(&all)
               : NULL;
}

static gboolean
is_put_off(const CareDueSearch *search, const CareUpcoming *upcoming, CareDate time_from, const GArray *all)
{
    for (guint i = 0; i < all->len; i++) {
        const PutOff *one = &g_array_index(all, PutOff, i);

        if (one->record == upcoming->record)
            return care_date_compare(one->until, upcoming->date) > 0
                   && care_date_compare(care_date_of_instant(one->created, care_clock_zone(search->clock)),
                                        time_from)
                          >= 0;
    }
    return FALSE;
}

static void
add_passed(CareDueSearch *search, const CareUpcoming *upcoming, CareDate since, const GArray *put_off)
{
    gboolean unseen = care_date_is_set(since) && care_date_compare(upcoming->date, since) > 0;
    int days = care_date_days_between(upcoming->date, search->today);
    g_autoptr(CareDueItem) made = care_due_item_of_occasion(upcoming);
    CareDueItem *item = made;

    if (days <= 0
        || (!unseen && !is_kept(search, upcoming) && !is_put_off(search, upcoming, made->time_from, put_off))
        || is_shown(search, upcoming->record))
        return;
    g_ptr_array_add(search->items, g_steal_pointer(&made));
    g_free(item->text);
    item->text = care_due_occasion_text(upcoming, TRUE);
    g_free(item->why);
    item->why = care_due_occasion_why(upcoming, TRUE);
    item->detail = g_strdup_printf(ngettext("Yesterday", "%d days ago", (gulong)days), days);
}

/* An occasion that came while nobody looked, or nobody could, or that was put off, is told of afterwards. */
gboolean
care_due_find_passed(CareDueSearch *search, GError **error)
{
    CareDate since = care_due_seen_last(search->connection);
    int days = care_date_is_set(since) ? care_date_days_between(since, search->today) - 1 : 0;
    CareOccasionScope back = { .customer = search->scope->customer };
    g_autoptr(GArray) put_off = read_put_off(search, error);
    g_autoptr(GPtrArray) found = NULL;

    if (put_off == NULL)
        return FALSE;
    days = put_off->len > 0 ? CARE_OCCASIONS_MISSED_DAYS
                            : CLAMP(days, CLOSED_DAYS, CARE_OCCASIONS_MISSED_DAYS);
    back.days = days - 1;
    found = care_occasions_upcoming(search->connection, care_date_add_days(search->today, -days), &back,
                                    care_clock_zone(search->clock), error);
    for (guint i = 0; found != NULL && i < found->len; i++)
        add_passed(search, found->pdata[i], since, put_off);
    return found != NULL;
}

CareDate
care_due_seen_last(CareConnection *connection)
{
    g_autofree char *text = care_setting_read(connection, CARE_SETTING_LAST_DAY_RUN);
    CareDate day;

    return text != NULL && care_date_parse_full(text, &day) ? day : (CareDate){ 0 };
}

/* Its line, as far as one stands or comes within a year; *item NULL: none. */
static gboolean
find_line(CareTransaction *transaction, CareId record, CareDueItem **item, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    g_autoptr(CareClock) clock
        = care_clock_new_fixed_at(care_transaction_now(transaction), care_transaction_zone(transaction));
    CareDueScope scope = { .days = CARE_OCCASIONS_A_YEAR };
    g_autoptr(GPtrArray) items = NULL;

    *item = NULL;
    if (!care_query_int(connection, "today/whose-occasion", &scope.customer, error, "i", record))
        return FALSE;
    items = scope.customer != 0 ? care_due_find(connection, clock, &scope, error) : NULL;
    for (guint i = 0; items != NULL && i < items->len; i++) {
        const CareDueItem *line = items->pdata[i];

        if (line->rule != CARE_DUE_OCCASION || line->record != record
            || (*item != NULL && care_date_compare((*item)->due, line->due) <= 0))
            continue;
        g_clear_pointer(item, care_due_item_free);
        *item = care_due_item_copy(line);
    }
    return scope.customer == 0 || items != NULL;
}

gboolean
care_due_check_put_off(CareTransaction *transaction, CareId record, CareDate until, GError **error)
{
    g_autoptr(CareDueItem) item = NULL;
    g_autofree char *country = NULL;
    g_autofree char *last = NULL;

    if (!find_line(transaction, record, &item, error))
        return FALSE;
    if (item == NULL || care_date_compare(until, item->time_to) <= 0)
        return TRUE;
    country = care_transaction_setting(transaction, CARE_SETTING_REGION);
    last = care_paper_format_date(item->time_to, country);
    g_set_error(
        error, CARE_ERROR, CARE_ERROR_INPUT,
        /* Translators: %s is a date */
        _("By then the occasion would be long over. Nothing was changed; choose a day until %s, or let it "
          "go."),
        last);
    return FALSE;
}
