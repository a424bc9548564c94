/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the rules, and makes lines of the rows of their queries. */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/placeholders.h"
#include "model/situation.h"
#include "model/channel.h"
#include "model/device.h"
#include "model/job.h"
#include "service/feedback/answer-clock.h"
#include "service/jobs/to-bill.h"
#include "service/today/due-private.h"
#include "store/hours.h"
#include "store/named-query.h"
#include "store/record-sql.h"

/* No shop is closed for longer, as far as its hours know; steps that one contact sees to lie within it, too. */
#define CLOSED_DAYS 21

/* What a rule's query may select, by the names of its columns: those it has no use for are left out. */
enum {
    RECORD,   /* what the line is about */
    AT,       /* when it began, an instant; or … */
    DUE,      /* … the day that brought it */
    CUSTOMER, /* with their name and, where lines of a deleted customer stay, when they were deleted */
    NAME,
    DELETED,
    JOB,
    INVOICE,
    CHANNEL,
    AMOUNT,
    CURRENCY, /* of the amount; the shop's where it has none */
    BILLED,   /* whether something of the job is billed already */
    KIND,     /* of a follow-up: the situation */
    TITLE,    /* of a follow-up */
    WHAT,     /* the thing, the words of a complaint, the number of an invoice */
    SORT,     /* of the thing, as its owner says */
    THING,
    NUMBER,
    ORIGIN, /* of a follow-up: whose step it is; NULL: promised by hand */
    MADE,   /* of a follow-up: when it was, an instant */
    N_COLUMNS,
};

static const char *const column_names[N_COLUMNS] = {
    [RECORD] = "record",     [AT] = "at",           [DUE] = "due",       [CUSTOMER] = "customer",
    [NAME] = "name",         [DELETED] = "deleted", [JOB] = "job",       [INVOICE] = "invoice",
    [CHANNEL] = "channel",   [AMOUNT] = "amount",   [KIND] = "kind",     [TITLE] = "title",
    [WHAT] = "what",         [SORT] = "sort",       [THING] = "thing",   [NUMBER] = "number",
    [CURRENCY] = "currency", [ORIGIN] = "origin",   [BILLED] = "billed", [MADE] = "made",
};

/* A row of one rule's query. */
typedef struct {
    CareDueSearch *search;
    CareDueRule rule;
    CareStatement *statement;
    int columns[N_COLUMNS]; /* -1: it has none */
    CareDueItem *item;
    char *who; /* as the name stands in a sentence */
    char *what;
    char *amount;
    char *billed;                  /* NULL: nothing is */
    char *left;                    /* of what is billed in part */
    char *currency;                /* read when the first line needs it */
    CareAnswerClock *answer_clock; /* made when the first line needs it */
} Row;

static const char *
row_text(const Row *row, int column)
{
    return row->columns[column] >= 0 ? care_statement_text(row->statement, row->columns[column]) : NULL;
}

static gint64
row_int(const Row *row, int column)
{
    return row->columns[column] >= 0 ? care_statement_int(row->statement, row->columns[column]) : 0;
}

static void
find_columns(Row *row)
{
    for (int i = 0; i < N_COLUMNS; i++)
        row->columns[i] = -1;
    for (int i = 0; i < care_statement_n_columns(row->statement); i++)
        for (int column = 0; column < N_COLUMNS; column++)
            if (g_str_equal(care_statement_column_name(row->statement, i), column_names[column]))
                row->columns[column] = i;
}

/* As it stands in a sentence. Transfer full. */
static char *
what_of(const Row *row)
{
    const char *text = row_text(row, WHAT);

    return text != NULL ? care_device_in_sentence(text, row_text(row, SORT))
                        : g_strdup(C_("a device without a name", "device"));
}

/* The placeholders of the table's sentences. */
static const char *
value_of(const char *name, gpointer data)
{
    const Row *row = data;
    const struct {
        const char *name;
        const char *value;
    } values[] = {
        { "who", row->who },
        { "what", row->what },
        { "title", row_text(row, TITLE) },
        { "thing", row_text(row, THING) },
        { "number", row_text(row, NUMBER) },
        { "amount", row->amount },
        { "billed", row->billed },
        { "left", row->left },
        { "prefers", care_channel_preferred(row->item->channel) },
        { "came_by", care_channel_by(row->item->channel) },
        { "since", CARE_DUE_SINCE },
        { "deleted", row_int(row, DELETED) != 0 ? _("deleted customer") : NULL },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(values); i++)
        if (g_str_equal(values[i].name, name))
            return values[i].value;
    return NULL;
}

/* Parts of a sentence that have nothing to say are left out. */
static char *
say(Row *row, const char *sentence)
{
    g_auto(GStrv) parts = sentence != NULL ? g_strsplit(_(sentence), " · ", -1) : NULL;
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; parts != NULL && parts[i] != NULL; i++) {
        g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func(g_free);
        g_autofree char *part = care_placeholders_finish(parts[i], value_of, row, missing);

        if (missing->len == 0)
            g_string_append_printf(text, "%s%s", text->len > 0 ? " · " : "", part);
    }
    return text->len > 0 ? g_string_free_and_steal(g_steal_pointer(&text)) : NULL;
}

static void
read_day(Row *row, const CareDueRuleInfo *info)
{
    CareDueItem *item = row->item;
    GTimeZone *zone = care_clock_zone(row->search->clock);
    const char *day = row_text(row, DUE);

    item->at = row_int(row, AT);
    if (info->by_answer_clock) {
        if (row->answer_clock == NULL)
            row->answer_clock = care_answer_clock_new(row->search->connection, row->search->clock);
        item->answer_by = care_answer_clock_deadline(row->answer_clock, item->at);
        item->due = care_date_of_instant(item->answer_by, zone);
    } else if (day == NULL || !care_date_parse_full(day, &item->due)) {
        item->due = care_date_of_instant(item->at, zone);
    }
    if (info->on_open_days && row->search->hours != NULL)
        item->due = care_shop_hours_open_day_from(
            row->search->hours, item->due,
            care_situation_is(row_text(row, KIND), CARE_SITUATION_WARRANTY) ? -1 : 1);
    if (info->by_date || info->wait_days > 0)
        item->on = care_date_add_days(item->due, info->wait_days);
}

/* Of a job that is billed in part. */
static gboolean
read_rest(Row *row, const char *currency, GError **error)
{
    g_autoptr(CareRecord) job = NULL;
    CareToBill bill;

    g_clear_pointer(&row->billed, g_free);
    g_clear_pointer(&row->left, g_free);
    if (row_int(row, BILLED) == 0)
        return TRUE;
    job = care_record_load(row->search->connection, &care_job_kind, row->item->job, error);
    if (job == NULL || !care_job_read_to_bill(row->search->connection, job, &bill, error))
        return FALSE;
    row->billed = care_money_format(bill.billed, currency);
    row->left = care_money_format(bill.left, currency);
    return TRUE;
}

static gboolean
read_amounts(Row *row, GError **error)
{
    const char *own = row_text(row, CURRENCY);

    if (row->currency == NULL)
        row->currency = care_setting_read(row->search->connection, CARE_SETTING_CURRENCY);
    if (own == NULL)
        own = row->currency;
    g_free(row->amount);
    row->amount = care_money_format(row->item->amount, own);
    return read_rest(row, own, error);
}

/* A step that is a question to the customer: “Still braking well?” */
static gboolean
asks(const Row *row)
{
    const char *title = row_text(row, TITLE);

    return row->rule == CARE_DUE_FOLLOWUP && title != NULL
           && (care_situation_is(row->item->situation, CARE_SITUATION_CHECK)
               || care_situation_is(row->item->situation, CARE_SITUATION_FEEDBACK))
           && (g_str_has_suffix(title, "?") || g_str_has_suffix(title, "？") || g_str_has_suffix(title, "؟"));
}

static const char *
sentence_of(const Row *row, const CareDueRuleInfo *info)
{
    if (asks(row))
        /* Translators: a customer, then what they are to be asked, as somebody wrote it */
        return N_("Ask {who}: “{title}”");
    if (info->rest != NULL && row->billed != NULL)
        return info->rest;
    return info->text != NULL ? info->text : care_situation(row->item->situation)->sentence;
}

static gboolean
read_item(CareStatement *statement, gpointer data, GError **error)
{
    Row *row = data;
    const CareDueRuleInfo *info = care_due_rule_info(row->rule);
    CareDueItem *item = care_due_search_add(row->search, row->rule, row_int(row, RECORD));

    row->item = item;
    read_day(row, info);
    item->customer = row_int(row, CUSTOMER);
    item->customer_name = g_strdup(row_text(row, NAME));
    item->job = row_int(row, JOB);
    item->invoice = row_int(row, INVOICE);
    item->channel = g_strdup(row_text(row, CHANNEL));
    item->amount = row_int(row, AMOUNT);
    item->title = g_strdup(row_text(row, TITLE));
    item->origin = g_strdup(row_text(row, ORIGIN));
    item->made = row_int(row, MADE);
    if (info->situation == NULL)
        item->situation = care_situation_word(care_situation_named(row_text(row, KIND)));
    g_free(row->who);
    row->who = care_isolate(item->customer_name);
    g_free(row->what);
    row->what = what_of(row);
    if (!read_amounts(row, error))
        return FALSE;
    item->text = say(row, sentence_of(row, info));
    item->lasts = say(row, info->lasts);
    item->detail = say(row, asks(row) ? "{thing}" : info->detail);
    return TRUE;
}

char *
care_due_scoped_sql(const char *query, const CareDueScope *scope)
{
    const char *mark = scope->job != 0 ? "--@job" : scope->customer != 0 ? "--@customer" : NULL;
    g_auto(GStrv) lines = g_strsplit(care_query_sql(query), "\n", -1);
    g_autoptr(GString) sql = g_string_new(NULL);
    gboolean narrowed = mark == NULL;

    for (char **line = lines; *line != NULL; line++) {
        gboolean marked = mark != NULL && g_str_has_prefix(*line, mark);

        if (mark == NULL || marked || !g_str_has_suffix(*line, "--@shop"))
            g_string_append_printf(sql, "%s\n", marked ? *line + strlen(mark) : *line);
        narrowed = narrowed || marked;
    }
    return narrowed ? g_string_free_and_steal(g_steal_pointer(&sql)) : NULL;
}

/* Of steps alone: as of then, ?5, for an answer, ?6. */
static void
bind_then(CareDueSearch *search, CareStatement *statement, int n)
{
    if (n >= 5)
        care_statement_bind_int(statement, 5, search->scope->then);
    if (n >= 6)
        care_statement_bind_int(statement, 6, search->scope->answer);
}

/* ?1 the last day for lines that a date brings, ?2 its end as an instant, ?3 the customer, ?4 the job. */
static void
bind(CareDueSearch *search, CareStatement *statement, const CareDueRuleInfo *info)
{
    /* what is due on a closed day may have to be done before */
    CareDate last
        = care_date_add_days(search->last, (info->on_open_days ? CLOSED_DAYS : 0) - info->wait_days);
    g_autofree char *day = care_date_to_string(last);
    int n = care_statement_n_parameters(statement);

    if (n >= 1)
        care_statement_bind(statement, 1, day);
    if (n >= 2)
        care_statement_bind_int(
            statement, 2,
            care_instant_of_date(care_date_add_days(last, 1), 0, 0, care_clock_zone(search->clock)));
    if (n >= 3)
        care_statement_bind_int(statement, 3, search->scope->customer);
    if (n >= 4)
        care_statement_bind_int(statement, 4, search->scope->job);
    bind_then(search, statement, n);
}

static gboolean
ask_query(CareDueSearch *search, CareDueRule rule, GError **error)
{
    const CareDueRuleInfo *info = care_due_rule_info(rule);
    g_autofree char *sql = care_due_scoped_sql(info->query, search->scope);
    g_autoptr(CareStatement) statement
        = sql != NULL ? care_connection_prepare(search->connection, sql, error) : NULL;
    Row row = { .search = search, .rule = rule, .statement = statement };
    gboolean read;

    if (statement == NULL)
        return sql == NULL;
    find_columns(&row);
    bind(search, statement, info);
    read = care_statement_each(statement, read_item, &row, error);
    g_free(row.who);
    g_free(row.what);
    g_free(row.amount);
    g_free(row.billed);
    g_free(row.left);
    g_free(row.currency);
    g_clear_pointer(&row.answer_clock, care_answer_clock_free);
    return read;
}

CareDueItem *
care_due_item_new(CareDueRule rule, CareId record)
{
    const CareDueRuleInfo *info = care_due_rule_info(rule);
    CareDueItem *item = g_new0(CareDueItem, 1);

    item->rule = rule;
    item->record = record;
    item->situation = info->situation;
    item->why = info->why != NULL ? g_strdup(_(info->why)) : NULL;
    item->id = g_strdup_printf("%s-%" G_GINT64_FORMAT, info->nick, record);
    return item;
}

CareDueItem *
care_due_search_add(CareDueSearch *search, CareDueRule rule, CareId record)
{
    CareDueItem *item = care_due_item_new(rule, record);

    item->due = search->today;
    item->on = search->today;
    g_ptr_array_add(search->items, item);
    return item;
}

static gboolean
ask_rules(CareDueSearch *search, GError **error)
{
    for (int rule = 0; rule < CARE_DUE_N_RULES; rule++) {
        const CareDueRuleInfo *info = care_due_rule_info((CareDueRule)rule);

        if ((search->scope->owed_only && info->promise == NULL)
            || (search->nick != NULL && !g_str_equal(search->nick, info->nick)))
            continue;
        if (info->find != NULL ? !info->find(search, (CareDueRule)rule, error)
                               : !ask_query(search, (CareDueRule)rule, error))
            return FALSE;
    }
    return TRUE;
}

/* Where only today is asked for, what is put off until this afternoon is not there yet. */
static void
drop_later(CareDueSearch *search)
{
    for (guint i = 0; i < search->items->len;) {
        const CareDueItem *item = search->items->pdata[i];

        if (care_date_compare(item->on, search->last) > 0 || (search->scope->days == 0 && !item->now))
            g_ptr_array_remove_index_fast(search->items, i);
        else
            i++;
    }
}

static int
compare(gconstpointer a, gconstpointer b)
{
    const CareDueItem *x = *(CareDueItem *const *)a;
    const CareDueItem *y = *(CareDueItem *const *)b;
    int order = (int)x->rule - (int)y->rule;

    if (order == 0 && x->answer_by != y->answer_by)
        order = x->answer_by < y->answer_by ? -1 : 1;
    if (order == 0)
        order = care_date_compare(x->due, y->due);
    if (order == 0)
        order = g_strcmp0(x->customer_name, y->customer_name);
    return order != 0 ? order : x->record < y->record ? -1 : x->record > y->record;
}

static void
item_free(gpointer item)
{
    care_due_item_free(item);
}

/* Every line by itself, on the days that the scope asks for. NULL on an error. */
static GPtrArray *
find_lines(CareDueSearch *search, GError **error)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(item_free);

    search->today = care_clock_today(search->clock);
    search->last = care_date_add_days(search->today, search->scope->days);
    search->items = items;
    if (!ask_rules(search, error) || !care_due_date_debts(search, error)
        || !care_due_apply_deferrals(search, error) || !care_due_choose_channels(search, error)
        || !care_due_find_tries(search, error))
        return NULL;
    return g_steal_pointer(&items);
}

gboolean
care_due_find_line(CareConnection *connection, CareClock *clock, CareId customer, CareDueRule rule,
                   CareId record, CareDueItem **line, GError **error)
{
    const CareDueScope scope = { .customer = customer, .days = CARE_DUE_EVER };
    g_autoptr(CareShopHours) hours = care_shop_hours_read(connection, care_clock_zone(clock));
    CareDueSearch search = { .connection = connection,
                             .clock = clock,
                             .scope = &scope,
                             .nick = care_due_rule_nick(rule),
                             .hours = hours };
    g_autoptr(GPtrArray) items = find_lines(&search, error);

    *line = NULL;
    for (guint i = 0; items != NULL && i < items->len && *line == NULL; i++)
        if (((CareDueItem *)items->pdata[i])->record == record)
            *line = care_due_item_copy(items->pdata[i]);
    return items != NULL;
}

GPtrArray *
care_due_find(CareConnection *connection, CareClock *clock, const CareDueScope *scope, GError **error)
{
    g_autoptr(CareShopHours) hours = care_shop_hours_read(connection, care_clock_zone(clock));
    CareDueSearch search = { .connection = connection, .clock = clock, .scope = scope, .hours = hours };
    g_autoptr(GPtrArray) items = find_lines(&search, error);

    if (items == NULL)
        return NULL;
    if (scope->job == 0)
        care_due_merge_steps(&search);
    drop_later(&search);
    for (guint i = 0; i < items->len; i++) {
        CareDueItem *item = items->pdata[i];

        item->late_days = MAX(0, care_date_days_between(item->due, search.today));
    }
    g_ptr_array_sort(items, compare);
    return g_steal_pointer(&items);
}
