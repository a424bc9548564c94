/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* One contact for steps of a person that come within a week (rules-care C2). */
#include "service/today/due-merge.h"

#include <glib/gi18n-lib.h>

#include "model/followup.h"
#include "model/situation.h"
#include "service/today/due-private.h"

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

/* What it is, and of which thing; a question is in its sentence. */
static char *
step_of(const CareDueItem *item)
{
    if (item->detail == NULL)
        return g_strdup(item->title);
    return g_str_has_prefix(item->detail, item->title)
               ? g_strdup(item->detail)
               : g_strdup_printf("%s · %s", item->title, item->detail);
}

static void
take_in(CareDueItem *lead, const CareDueItem *other)
{
    g_autofree char *step = step_of(other);
    g_autofree char *title = lead->title;
    g_autofree char *text = lead->text;

    if (lead->also == NULL)
        lead->also = g_array_new(FALSE, FALSE, sizeof(CareId));
    g_array_append_val(lead->also, other->record);
    /* Translators: two steps that one contact sees to, as "Thank-you, and Does it still work?" */
    lead->title = g_strdup_printf(_("%s, and %s"), title, other->title);
    /* Translators: what is due with a person, then a further step (and its device) that the same contact sees to */
    lead->text = g_strdup_printf(_("%s, and with it: %s"), text, step);
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
 * may be on Today by now. answer: for which it is looked for; 0: for a contact. *line NULL: none. */
static gboolean
find_line(CareTransaction *transaction, CareRecord *followup, CareInstant at, CareId answer,
          CareDueItem **line, GError **error)
{
    g_autoptr(CareClock) clock = care_clock_new_fixed_at(at, care_transaction_zone(transaction));
    const int since = care_date_days_between(care_clock_today(clock), care_transaction_today(transaction));
    const CareDueScope scope = { .customer = care_record_int(followup, CARE_FOLLOWUP_CUSTOMER),
                                 .days = MAX(since, 0),
                                 .then = at,
                                 .answer = answer };
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

static void
add_line(const CareDueItem *line, GArray *steps)
{
    g_array_append_val(steps, line->record);
    if (line->also != NULL)
        g_array_append_vals(steps, line->also->data, line->also->len);
}

gboolean
care_due_add_line(CareTransaction *transaction, CareRecord *followup, CareInstant at, GArray *steps,
                  GError **error)
{
    g_autoptr(CareDueItem) line = NULL;

    if (!find_line(transaction, followup, at, 0, &line, error))
        return FALSE;
    if (line != NULL && line->record == care_record_id(followup))
        add_line(line, steps);
    else
        g_array_append_vals(steps, (CareId[]){ care_record_id(followup) }, 1);
    return TRUE;
}

gboolean
care_due_add_line_of_question(CareTransaction *transaction, CareRecord *question, CareInstant at,
                              CareId answer, GArray *steps, GError **error)
{
    g_autoptr(CareDueItem) line = NULL;

    if (!find_line(transaction, question, at, answer, &line, error))
        return FALSE;
    if (line != NULL && rank(line) >= RANK_DROPPABLE)
        add_line(line, steps);
    else
        g_array_append_vals(steps, (CareId[]){ care_record_id(question) }, 1);
    return TRUE;
}
