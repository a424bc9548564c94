/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* One contact for steps of a person that come within a week (rules-care C2). */
#include "service/today/due-merge.h"

#include <glib/gi18n-lib.h>

#include "model/followup.h"
#include "model/situation.h"
#include "service/flow.h"
#include "service/today/due-private.h"
#include "store/named-query.h"

#define MERGE_DAYS 7
/* Of a warranty or a complaint is what stands before it. */
#define RANK_DROPPABLE 2

/* A promise made by hand, and what somebody put off to a day of its own, stands for itself. */
static gboolean
is_step(const CareDueSearch *search, const CareDueItem *item)
{
    return item->origin != NULL && item->deferred_until.month == 0
           && (search->scope->then == 0 || item->made <= search->scope->then);
}

/* The day on which the contact would be made: what is late is late for today. */
static CareDate
contact_day(const CareDueSearch *search, const CareDueItem *item)
{
    return care_date_compare(item->on, search->today) > 0 ? item->on : search->today;
}

/* In the order of rules-care C2: what must not be dropped leads. */
static int
rank(const CareDueItem *item)
{
    if (care_situation_is(item->situation, CARE_SITUATION_WARRANTY))
        return 0;
    if (g_str_has_prefix(item->origin, care_followup_source_word(CARE_FOLLOWUP_OF_COMPLAINT)))
        return 1;
    if (care_situation_is(item->situation, CARE_SITUATION_FEEDBACK))
        return 3;
    return care_situation_is(item->situation, CARE_SITUATION_SERVICE) ? 4 : RANK_DROPPABLE;
}

static int
compare_steps(gconstpointer a, gconstpointer b)
{
    const CareDueItem *x = *(CareDueItem *const *)a;
    const CareDueItem *y = *(CareDueItem *const *)b;
    int order = x->customer < y->customer ? -1 : x->customer > y->customer;

    if (order == 0)
        order = care_date_compare(x->on, y->on);
    return order != 0 ? order : x->record < y->record ? -1 : x->record > y->record;
}

/* The steps of one plan, or after one complaint, are apart because somebody wanted them so. */
static gboolean
joins(const CareDueSearch *search, GPtrArray *group, const CareDueItem *item)
{
    const CareDueItem *first = group->pdata[0];

    if (item->customer != first->customer
        || care_date_days_between(contact_day(search, first), contact_day(search, item)) > MERGE_DAYS)
        return FALSE;
    for (guint i = 0; i < group->len; i++)
        if (g_str_equal(((CareDueItem *)group->pdata[i])->origin, item->origin))
            return FALSE;
    return TRUE;
}

static void
take_in(CareDueItem *lead, const CareDueItem *other)
{
    g_autofree char *title = lead->title;
    g_autofree char *text = lead->text;

    if (lead->also == NULL)
        lead->also = g_array_new(FALSE, FALSE, sizeof(CareId));
    g_array_append_val(lead->also, other->record);
    /* Translators: two steps that one contact sees to, as "Thank-you, and Does it still work?" */
    lead->title = g_strdup_printf(_("%s, and %s"), title, other->title);
    /* Translators: what is due with a person, then a further step (and its device) that the same contact sees to */
    lead->text = g_strdup_printf(_("%s, and with it: %s"), text, other->detail);
    if (care_date_compare(other->on, lead->on) < 0)
        lead->on = other->on;
    if (care_date_compare(other->due, lead->due) < 0)
        lead->due = other->due;
    lead->now = lead->now || other->now;
}

static void
merge_group(CareDueSearch *search, GPtrArray *group)
{
    CareDueItem *lead = group->pdata[0];

    for (guint i = 1; i < group->len; i++)
        if (rank(group->pdata[i]) < rank(lead))
            lead = group->pdata[i];
    for (guint i = 0; i < group->len; i++) {
        if (group->pdata[i] == lead)
            continue;
        take_in(lead, group->pdata[i]);
        g_ptr_array_remove_fast(search->items, group->pdata[i]);
    }
}

static GPtrArray *
take_group(const CareDueSearch *search, GPtrArray *steps)
{
    GPtrArray *group = g_ptr_array_new();

    g_ptr_array_add(group, g_ptr_array_steal_index(steps, 0));
    for (guint i = 0;
         i < steps->len
         && ((CareDueItem *)steps->pdata[i])->customer == ((CareDueItem *)group->pdata[0])->customer;) {
        if (joins(search, group, steps->pdata[i]))
            g_ptr_array_add(group, g_ptr_array_steal_index(steps, i));
        else
            i++;
    }
    return group;
}

void
care_due_merge_steps(CareDueSearch *search)
{
    g_autoptr(GPtrArray) steps = g_ptr_array_new();

    for (guint i = 0; i < search->items->len; i++)
        if (is_step(search, search->items->pdata[i]))
            g_ptr_array_add(steps, search->items->pdata[i]);
    g_ptr_array_sort(steps, compare_steps);
    while (steps->len > 0) {
        g_autoptr(GPtrArray) group = take_group(search, steps);

        merge_group(search, group);
    }
}

static gboolean
takes_in(const CareDueItem *item, CareId step)
{
    for (guint i = 0; item->also != NULL && i < item->also->len; i++)
        if (g_array_index(item->also, CareId, i) == step)
            return TRUE;
    return FALSE;
}

/* The line on which that follow-up stood with others at that instant, be it written down later: what was still to come then
 * may be on Today by now. *line NULL: none. */
static gboolean
find_line(CareTransaction *transaction, CareRecord *followup, CareInstant at, CareDueItem **line,
          GError **error)
{
    g_autoptr(CareClock) clock = care_clock_new_fixed_at(at, care_transaction_zone(transaction));
    const int since = care_date_days_between(care_clock_today(clock), care_transaction_today(transaction));
    const CareDueScope scope = { .customer = care_record_int(followup, CARE_FOLLOWUP_CUSTOMER),
                                 .days = MAX(since, 0),
                                 .then = at };
    g_autoptr(GPtrArray) items
        = care_due_find(care_transaction_connection(transaction), clock, &scope, error);

    for (guint i = 0; items != NULL && i < items->len; i++) {
        const CareDueItem *item = items->pdata[i];

        if (item->rule == CARE_DUE_FOLLOWUP && item->also != NULL
            && (item->record == care_record_id(followup) || takes_in(item, care_record_id(followup)))) {
            *line = care_due_item_copy(item);
            break;
        }
    }
    return items != NULL;
}

static gboolean
keep(CareTransaction *transaction, CareId id, CareInstant at, GError **error)
{
    g_autoptr(CareRecord) followup = care_transaction_load(transaction, &care_followup_kind, id, error);

    if (followup == NULL)
        return FALSE;
    care_record_set_text(followup, CARE_FOLLOWUP_STATE,
                         care_followup_state_word(at != 0 ? CARE_FOLLOWUP_KEPT : CARE_FOLLOWUP_OPEN));
    if (at != 0)
        care_record_set_int(followup, CARE_FOLLOWUP_DONE, at);
    else
        care_record_clear(followup, CARE_FOLLOWUP_DONE);
    return care_flow_save_along(transaction, followup, error);
}

/* since: what was left alone before that instant stays as it is. */
static gboolean
keep_changed(CareTransaction *transaction, CareId id, CareInstant at, CareInstant since, GError **error)
{
    g_autoptr(CareRecord) followup = care_transaction_load(transaction, &care_followup_kind, id, error);

    if (followup == NULL)
        return FALSE;
    return care_record_stamp(followup).changed < since
           || !care_followup_state_is(care_record_text(followup, CARE_FOLLOWUP_STATE), CARE_FOLLOWUP_OPEN)
           || keep(transaction, id, at, error);
}

static gboolean
keep_also(CareTransaction *transaction, const CareDueItem *line, CareInstant at, CareInstant since,
          GError **error)
{
    for (guint i = 0; i < line->also->len; i++)
        if (!keep_changed(transaction, g_array_index(line->also, CareId, i), at, since, error))
            return FALSE;
    return TRUE;
}

gboolean
care_due_keep_with(CareTransaction *transaction, CareRecord *followup, CareInstant at, CareInstant since,
                   GError **error)
{
    g_autoptr(CareDueItem) line = NULL;

    if (!find_line(transaction, followup, at, &line, error)
        || !keep(transaction, care_record_id(followup), at, error))
        return FALSE;
    return line == NULL || line->record != care_record_id(followup)
           || keep_also(transaction, line, at, since, error);
}

gboolean
care_due_keep_answered(CareTransaction *transaction, CareRecord *question, CareInstant at, CareInstant since,
                       GError **error)
{
    g_autoptr(CareDueItem) line = NULL;

    if (!find_line(transaction, question, at, &line, error)
        || !keep(transaction, care_record_id(question), at, error))
        return FALSE;
    if (line == NULL || rank(line) < RANK_DROPPABLE)
        return TRUE;
    return keep_changed(transaction, line->record, at, since, error)
           && keep_also(transaction, line, at, since, error);
}

gboolean
care_due_keep(CareTransaction *transaction, CareId followup, CareInstant at, GError **error)
{
    return keep(transaction, followup, at, error);
}

gboolean
care_due_reopen(CareTransaction *transaction, CareId followup, GError **error)
{
    return keep(transaction, followup, 0, error);
}

/* Of what was seen to at the instant from, and is named by no contact that stands. */
static gboolean
keep_together(CareTransaction *transaction, CareRecord *followup, CareInstant from, CareInstant to,
              GError **error)
{
    g_autoptr(GArray) kept
        = care_query_ids(care_transaction_connection(transaction), "today/kept-together", error, "ii",
                         care_record_int(followup, CARE_FOLLOWUP_CUSTOMER), from);

    for (guint i = 0; kept != NULL && i < kept->len; i++)
        if (!keep(transaction, g_array_index(kept, CareId, i), to, error))
            return FALSE;
    return kept != NULL;
}

gboolean
care_due_reopen_with(CareTransaction *transaction, CareRecord *followup, CareInstant at, GError **error)
{
    return keep_together(transaction, followup, at, 0, error);
}

gboolean
care_due_move_mark(CareTransaction *transaction, CareRecord *followup, CareInstant from, CareInstant to,
                   GError **error)
{
    return keep(transaction, care_record_id(followup), to, error)
           && keep_together(transaction, followup, from, to, error);
}
