/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of Today, each a named query and the sentence made of its row. */
#include "service/today/today-rules-private.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "core/money.h"
#include "service/feedback/answer-clock.h"
#include "service/occasions/occasions.h"
#include "store/migrate.h"

/* Columns that all of the queries have in common. */
enum {
    COLUMN_RECORD,
    COLUMN_AT,  /* an instant, or … */
    COLUMN_DUE, /* … a date */
    COLUMN_CUSTOMER,
    COLUMN_NAME,
    COLUMN_JOB,
    COLUMN_INVOICE,
    COLUMN_WHAT,
    COLUMN_MORE,
    COLUMN_CHANNEL,
    COLUMN_AMOUNT,
    COLUMN_KIND,
};

#define OCCASION_DAYS 7
#define BACKUP_DAYS 7

typedef struct {
    CareConnection *connection;
    CareClock *clock;
    CareDate today;
    char *currency;
    CareAnswerClock *answer_clock;
    GPtrArray *items;
    char *who; /* whom the line is about, as the name stands in a sentence */
} Collector;

static CareDueItem *
new_item(Collector *collector, CareDueRule rule, CareId record)
{
    CareDueItem *item = g_new0(CareDueItem, 1);

    item->rule = rule;
    item->record = record;
    item->due = collector->today;
    item->id = g_strdup_printf("%s-%" G_GINT64_FORMAT, care_due_rule_nick(rule), record);
    g_ptr_array_add(collector->items, item);
    return item;
}

static CareDueItem *
item_of_row(Collector *collector, CareDueRule rule, CareStatement *row)
{
    CareDueItem *item = new_item(collector, rule, care_statement_int(row, COLUMN_RECORD));

    if (care_statement_text(row, COLUMN_DUE) != NULL)
        care_date_parse_full(care_statement_text(row, COLUMN_DUE), &item->due);
    else
        item->due
            = care_date_of_instant(care_statement_int(row, COLUMN_AT), care_clock_zone(collector->clock));
    item->customer = care_statement_int(row, COLUMN_CUSTOMER);
    item->customer_name = g_strdup(care_statement_text(row, COLUMN_NAME));
    g_free(collector->who);
    collector->who = care_isolate(item->customer_name);
    item->job = care_statement_int(row, COLUMN_JOB);
    item->invoice = care_statement_int(row, COLUMN_INVOICE);
    item->channel = g_strdup(care_statement_text(row, COLUMN_CHANNEL));
    item->amount = care_statement_int(row, COLUMN_AMOUNT);
    return item;
}

static const char *
what(CareStatement *row)
{
    const char *text = care_statement_text(row, COLUMN_WHAT);

    return text != NULL ? text : C_("a device without a name", "device");
}

static char *
prefers(const char *channel)
{
    static const struct {
        const char *channel;
        const char *text;
    } texts[] = {
        { "phone", N_("prefers a call") },       { "sms", N_("prefers a text message") },
        { "email", N_("prefers e-mail") },       { "letter", N_("prefers a letter") },
        { "counter", N_("prefers to come by") },
    };

    for (gsize i = 0; channel != NULL && i < G_N_ELEMENTS(texts); i++)
        if (g_str_equal(texts[i].channel, channel))
            return g_strdup(_(texts[i].text));
    return NULL;
}

/* How a complaint reached the shop. */
static const char *
came_by(const char *channel)
{
    static const struct {
        const char *channel;
        const char *text;
    } texts[] = {
        { "phone", N_("by phone") },   { "sms", N_("by text message") },    { "email", N_("by e-mail") },
        { "letter", N_("by letter") }, { "counter", N_("at the counter") },
    };

    for (gsize i = 0; channel != NULL && i < G_N_ELEMENTS(texts); i++)
        if (g_str_equal(texts[i].channel, channel))
            return _(texts[i].text);
    return NULL;
}

static void
describe_complaint(Collector *collector, CareDueItem *item, CareStatement *row)
{
    item->text = g_strdup_printf(_("“%s”"), care_statement_text(row, COLUMN_WHAT));
    item->detail = came_by(item->channel) != NULL
                       ? g_strdup_printf("%s · %s", collector->who, came_by(item->channel))
                       : g_strdup(collector->who);
    item->answer_by = care_answer_clock_deadline(collector->answer_clock, care_statement_int(row, COLUMN_AT));
    item->due = care_date_of_instant(item->answer_by, care_clock_zone(collector->clock));
    item->why = g_strdup(_("Nobody has answered yet"));
}

static void
describe_to_tell(Collector *collector, CareDueItem *item, CareStatement *row)
{
    g_autofree char *channel = prefers(item->channel);

    /* Translators: a person's name, then what was repaired: "Bea Koch’s e-bike is ready". */
    item->text = g_strdup_printf(_("%s’s %s is ready"), collector->who, what(row));
    item->detail
        = channel != NULL ? g_strdup_printf(_("Not told yet · %s"), channel) : g_strdup(_("Not told yet"));
    item->why = g_strdup(_("Ready, and nobody has told the customer"));
}

static void
describe_followup(Collector *collector, CareDueItem *item, CareStatement *row)
{
    const char *kind = care_statement_text(row, COLUMN_KIND);
    const char *thing = care_statement_text(row, COLUMN_MORE);
    const char *title = care_statement_text(row, COLUMN_WHAT);

    if (g_strcmp0(kind, "thanks") == 0)
        item->text = g_strdup_printf(_("Thank %s"), collector->who);
    else if (g_strcmp0(kind, "check") == 0)
        item->text = g_strdup_printf(_("Ask %s whether all is well"), collector->who);
    else if (g_strcmp0(kind, "feedback") == 0)
        item->text = g_strdup_printf(_("Ask %s how it went"), collector->who);
    else if (g_strcmp0(kind, "service") == 0)
        item->text = g_strdup_printf(_("%s’s next service is due"), collector->who);
    else if (g_strcmp0(kind, "warranty") == 0)
        item->text = g_strdup_printf(_("%s’s warranty is about to end"), collector->who);
    else
        item->text = g_strdup_printf(C_("follow-up: person: what", "%s: %s"), collector->who, title);
    item->detail = thing != NULL ? g_strdup_printf("%s · %s", title, thing) : g_strdup(title);
    item->why = g_strdup(_("A step of the aftercare plan is due"));
}

static void
describe_unbilled(Collector *collector, CareDueItem *item, CareStatement *row)
{
    g_autofree char *amount = care_money_format(item->amount, collector->currency);

    item->text = g_strdup_printf(_("%s’s %s is done and not billed"), collector->who, what(row));
    item->detail = g_strdup_printf(_("Job %s · agreed %s"), care_statement_text(row, COLUMN_MORE), amount);
    item->why = g_strdup(_("Done, with an agreed price and no invoice"));
}

static void
describe_overdue(Collector *collector, CareDueItem *item, CareStatement *row)
{
    g_autofree char *amount = care_money_format(item->amount, collector->currency);

    item->text = g_strdup_printf(_("%s has not paid invoice %s"), collector->who, what(row));
    item->detail = g_strdup_printf(_("%s open"), amount);
    item->why = g_strdup(_("The due date has passed"));
}

static void
describe_uncollected(Collector *collector, CareDueItem *item, CareStatement *row)
{
    item->text = g_strdup_printf(_("%s has not fetched the %s"), collector->who, what(row));
    item->detail
        = g_strdup_printf(_("Job %s, told two weeks ago or more"), care_statement_text(row, COLUMN_MORE));
    item->why = g_strdup(_("Told two weeks ago or more, and still here"));
}

static const struct {
    CareDueRule rule;
    const char *query;
    void (*describe)(Collector *collector, CareDueItem *item, CareStatement *row);
} rules[] = {
    { CARE_DUE_COMPLAINT, "today-complaint", describe_complaint },
    { CARE_DUE_TO_TELL, "today-to-tell", describe_to_tell },
    { CARE_DUE_FOLLOWUP, "today-followup", describe_followup },
    { CARE_DUE_UNBILLED, "today-unbilled", describe_unbilled },
    { CARE_DUE_OVERDUE, "today-overdue", describe_overdue },
    { CARE_DUE_UNCOLLECTED, "today-uncollected", describe_uncollected },
};

static gboolean
collect_rule(Collector *collector, gsize rule, GError **error)
{
    g_autofree char *today = care_date_to_string(collector->today);
    g_autoptr(CareStatement) row
        = care_connection_prepare(collector->connection, care_query_sql(rules[rule].query), error);
    g_autoptr(GError) local = NULL;

    if (row == NULL)
        return FALSE;
    if (sqlite3_bind_parameter_count(row) >= 1)
        care_statement_bind(row, 1, today);
    if (sqlite3_bind_parameter_count(row) >= 2)
        care_statement_bind_int(row, 2, care_clock_now(collector->clock));
    while (care_statement_step(row, &local)) {
        CareDueItem *item = item_of_row(collector, rules[rule].rule, row);

        rules[rule].describe(collector, item, row);
    }
    if (local == NULL)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}

static char *
occasion_text(const CareUpcoming *upcoming)
{
    g_autofree char *who = care_isolate(upcoming->customer_name);

    if (upcoming->sort == CARE_OCCASION_OWN)
        return g_strdup_printf(C_("occasion: person: what", "%s: %s"), who, upcoming->name);
    if (upcoming->sort == CARE_OCCASION_FIRST_JOB)
        return g_strdup_printf(ngettext("%s has been a customer for %d year",
                                        "%s has been a customer for %d years", (gulong)upcoming->years),
                               who, upcoming->years);
    if (upcoming->years > 0)
        return g_strdup_printf(ngettext("%s turns %d", "%s turns %d", (gulong)upcoming->years), who,
                               upcoming->years);
    return g_strdup_printf(_("%s has a birthday"), who);
}

/* An occasion is a line from its lead time on until the day itself. */
static gboolean
collect_occasions(Collector *collector, GError **error)
{
    g_autoptr(GPtrArray) found
        = care_occasions_upcoming(collector->connection, collector->today, CARE_OCCASIONS_DAYS_AHEAD,
                                  care_clock_zone(collector->clock), error);

    for (guint i = 0; found != NULL && i < found->len; i++) {
        const CareUpcoming *upcoming = found->pdata[i];
        int ahead = upcoming->lead_days > 0 ? upcoming->lead_days : OCCASION_DAYS;
        int days = care_date_days_between(collector->today, upcoming->date);
        CareDueItem *item;

        if (days > ahead)
            continue;
        item = new_item(collector, CARE_DUE_OCCASION, upcoming->record);
        item->due = upcoming->date;
        item->customer = upcoming->customer;
        item->customer_name = g_strdup(upcoming->customer_name);
        item->text = occasion_text(upcoming);
        item->detail = days == 0 ? g_strdup(_("Today"))
                                 : g_strdup_printf(ngettext("Tomorrow", "In %d days", (gulong)days), days);
        item->why = g_strdup(_("An occasion is coming up"));
    }
    return found != NULL;
}

/* Asked for until there is a place for backups, and when the last one has become old. */
static void
collect_backup(Collector *collector)
{
    g_autofree char *last = care_setting_read(collector->connection, CARE_SETTING_LAST_BACKUP);
    gboolean any
        = care_connection_int(collector->connection, "SELECT EXISTS (SELECT 1 FROM customer)", 0) != 0;
    CareInstant at = 0;
    int days;
    CareDueItem *item;

    if (!any)
        return;
    if (last != NULL && care_instant_parse(last, &at)) {
        days = care_date_days_between(care_date_of_instant(at, care_clock_zone(collector->clock)),
                                      collector->today);
        if (days < BACKUP_DAYS)
            return;
        item = new_item(collector, CARE_DUE_BACKUP, 0);
        item->text = g_strdup_printf(
            ngettext("The last backup is %d day old", "The last backup is %d days old", (gulong)days), days);
    } else {
        item = new_item(collector, CARE_DUE_BACKUP, 0);
        item->text = g_strdup(_("There is no backup of your shop yet"));
    }
    item->detail = g_strdup(_("Choose a place outside this computer, such as a USB stick"));
    item->why = g_strdup(_("Without a backup, a broken disk takes everything"));
}

gboolean
care_today_collect(CareConnection *connection, CareClock *clock, GPtrArray *items, GError **error)
{
    g_autofree char *currency = care_setting_read(connection, CARE_SETTING_CURRENCY);
    g_autoptr(CareAnswerClock) answer_clock = care_answer_clock_new(connection, clock);
    Collector collector = { .connection = connection,
                            .clock = clock,
                            .today = care_clock_today(clock),
                            .currency = currency,
                            .answer_clock = answer_clock,
                            .items = items };
    gboolean collected = TRUE;

    for (gsize i = 0; collected && i < G_N_ELEMENTS(rules); i++)
        collected = collect_rule(&collector, i, error);
    collected = collected && collect_occasions(&collector, error);
    if (collected)
        collect_backup(&collector);
    g_free(collector.who);
    return collected;
}
