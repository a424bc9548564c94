/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/insights/insights.h"

#include "model/interaction.h"
#include "service/feedback/answer-clock.h"
#include "service/insights/owed.h"
#include "store/named-query.h"
#include "store/setting.h"

#define MONTHS 12

void
care_insights_free(CareInsights *self)
{
    g_free(self->currency);
    g_clear_pointer(&self->scores, g_array_unref);
    g_clear_pointer(&self->answers, g_array_unref);
    g_clear_pointer(&self->months, g_array_unref);
    g_clear_pointer(&self->others, g_ptr_array_unref);
    care_insights_visits_clear(&self->visits);
    g_free(self);
}

void
care_insights_default_period(CareDate today, CareDate *from, CareDate *to)
{
    *to = today;
    *from = care_date_add_months((CareDate){ today.year, today.month, 1 }, 1 - MONTHS);
}

/* What the steps of one computation share. */
typedef struct {
    CareConnection *connection;
    CareClock *clock;
    CareInstant first, last;
    CareInsights *insights;
} Work;

static CareStatement *
query(Work *work, const char *name, GError **error)
{
    return care_query_prepare(work->connection, name, error, "ii", work->first, work->last);
}

/* Answers to one question: all of them, and apart. */
typedef struct {
    GArray *all; /* of CareScoreAnswer, transfer none */
    GArray *about[CARE_N_ANSWERS_ABOUT];
} Scores;

typedef struct {
    Scores recommendation;
    Scores satisfaction;
} Asked;

static void
scores_init(Scores *scores, GArray *all)
{
    scores->all = all;
    for (int about = 0; about < CARE_N_ANSWERS_ABOUT; about++)
        scores->about[about] = g_array_new(FALSE, TRUE, sizeof(CareScoreAnswer));
}

static void
scores_clear(Scores *scores)
{
    for (int about = 0; about < CARE_N_ANSWERS_ABOUT; about++)
        g_array_unref(scores->about[about]);
}

static void
scores_take(const Scores *scores, CareStatement *row, int column)
{
    CareScoreAnswer answer = { .customer = care_statement_int(row, 1), .at = care_statement_int(row, 2) };
    CareAnswersAbout about
        = care_statement_is_null(row, 5) ? CARE_ANSWERS_OF_RELATIONSHIP : CARE_ANSWERS_OF_JOBS;

    if (care_statement_is_null(row, column))
        return;
    answer.score = (int)care_statement_int(row, column);
    g_array_append_val(scores->all, answer);
    g_array_append_val(scores->about[about], answer);
}

static gboolean
add_score(CareStatement *row, gpointer data, GError **error)
{
    const Asked *asked = data;

    scores_take(&asked->recommendation, row, 3);
    scores_take(&asked->satisfaction, row, 4);
    return TRUE;
}

static CareNps
nps_of(GArray *answers)
{
    return care_nps_of_answers((CareScoreAnswer *)(void *)answers->data, answers->len);
}

static CareShare
csat_of(GArray *answers)
{
    return care_csat_of_answers((CareScoreAnswer *)(void *)answers->data, answers->len);
}

static void
score(CareInsights *insights, const Asked *asked)
{
    insights->nps = nps_of(asked->recommendation.all);
    insights->csat = csat_of(asked->satisfaction.all);
    for (int about = 0; about < CARE_N_ANSWERS_ABOUT; about++) {
        insights->nps_by_about[about] = nps_of(asked->recommendation.about[about]);
        insights->csat_by_about[about] = csat_of(asked->satisfaction.about[about]);
    }
}

static gboolean
read_scores(Work *work, GError **error)
{
    g_autoptr(CareStatement) statement = query(work, "insights/scores", error);
    g_autoptr(GArray) satisfaction = g_array_new(FALSE, TRUE, sizeof(CareScoreAnswer));
    Asked asked;
    gboolean read;

    scores_init(&asked.recommendation, work->insights->scores);
    scores_init(&asked.satisfaction, satisfaction);
    read = care_statement_each(statement, add_score, &asked, error);
    if (read)
        score(work->insights, &asked);
    scores_clear(&asked.recommendation);
    scores_clear(&asked.satisfaction);
    return read;
}

typedef struct {
    GArray *answers;
    CareAnswerClock *hours;
    CareInstant now;
} Answers;

static gboolean
add_answer(CareStatement *row, gpointer data, GError **error)
{
    const Answers *self = data;
    gboolean answered = !care_statement_is_null(row, 2);
    CareInstant received = care_statement_int(row, 1);
    CareInsightAnswer answer = {
        .received = received,
        .answered = answered,
        .seconds
        = care_answer_clock_elapsed(self->hours, received, answered ? care_statement_int(row, 2) : self->now),
    };

    g_array_append_val(self->answers, answer);
    return TRUE;
}

/* asked: transfer full; NULL with *error. */
static gboolean
read_answers(Work *work, CareStatement *asked, CareAnswerClock *hours, GError **error)
{
    g_autoptr(CareStatement) statement = asked;
    Answers answers = { work->insights->answers, hours, care_clock_now(work->clock) };

    return care_statement_each(statement, add_answer, &answers, error);
}

static int
compare_answers(gconstpointer a, gconstpointer b)
{
    const CareInsightAnswer *x = a, *y = b;

    return x->received < y->received ? -1 : x->received > y->received;
}

/* Complaints have a first answer of their own; other messages are answered by whatever goes out next. */
static gboolean
read_first_answers(Work *work, GError **error)
{
    g_autoptr(CareAnswerClock) hours = care_answer_clock_new(work->connection, work->clock);
    g_autoptr(GArray) plain = g_array_new(FALSE, TRUE, sizeof(CareFirstAnswer));
    g_autofree char *nobody = care_interaction_outcomes_of_nobody();
    GArray *answers = work->insights->answers;

    if (!read_answers(work, query(work, "insights/complaints", error), hours, error)
        || !read_answers(work,
                         care_query_prepare(work->connection, "insights/messages", error, "iis", work->first,
                                            work->last, nobody),
                         hours, error))
        return FALSE;
    g_array_sort(answers, compare_answers);
    for (guint i = 0; i < answers->len; i++) {
        const CareInsightAnswer *answer = &g_array_index(answers, CareInsightAnswer, i);
        CareFirstAnswer first = { .seconds = answer->seconds, .answered = answer->answered, .inbound = TRUE };

        g_array_append_val(plain, first);
    }
    work->insights->frt = care_frt((CareFirstAnswer *)(void *)plain->data, plain->len);
    return TRUE;
}

/* The rows of a query of money, as their days come. */
typedef struct {
    GArray *rows; /* of CareLedgerRow */
    CareLedgerKind kind;
    int column;
} Ledger;

static gboolean
append_row(CareStatement *row, gpointer data, GError **error)
{
    Ledger *ledger = data;
    CareLedgerRow next = { .amount = care_statement_int(row, ledger->column), .kind = ledger->kind };

    if (care_date_parse_full(care_statement_text(row, 0), &next.date))
        g_array_append_val(ledger->rows, next);
    return TRUE;
}

static gboolean
append_ledger(Work *work, const char *name, Ledger ledger, GError **error)
{
    g_autofree char *to = care_date_to_string(work->insights->to);

    return care_query_each(work->connection, name, append_row, &ledger, error, "ss", to,
                           work->insights->currency);
}

static gboolean
read_money(Work *work, GError **error)
{
    CareInsights *insights = work->insights;
    g_autoptr(GArray) rows = g_array_new(FALSE, TRUE, sizeof(CareLedgerRow));

    if (!append_ledger(work, "insights/invoiced", (Ledger){ rows, CARE_LEDGER_INVOICED, 1 }, error)
        || !append_ledger(work, "insights/invoiced", (Ledger){ rows, CARE_LEDGER_ADJUSTED, 2 }, error)
        || !append_ledger(work, "insights/paid", (Ledger){ rows, CARE_LEDGER_PAID, 1 }, error)
        || !care_owed_back_append(work->connection, insights->to, insights->currency, rows, error))
        return FALSE;
    insights->months = care_revenue_months((CareLedgerRow *)(void *)rows->data, rows->len, insights->from,
                                           insights->to, care_clock_today(work->clock), error);
    insights->others = care_other_currencies(work->connection, insights->currency, error);
    return insights->months != NULL && insights->others != NULL;
}

static gboolean
is_working_day(CareDate date, gpointer hours)
{
    return care_shop_hours_is_open_day(hours, date);
}

typedef struct {
    GArray *jobs;
    GTimeZone *zone;
} Billing;

static gboolean
add_billed_job(CareStatement *row, gpointer data, GError **error)
{
    const Billing *billing = data;
    CareBilledJob job = { .done = care_date_of_instant(care_statement_int(row, 1), billing->zone) };

    if (care_statement_text(row, 2) != NULL)
        care_date_parse_full(care_statement_text(row, 2), &job.invoiced);
    g_array_append_val(billing->jobs, job);
    return TRUE;
}

static gboolean
read_billing(Work *work, GError **error)
{
    g_autoptr(CareAnswerClock) hours = care_answer_clock_new(work->connection, work->clock);
    g_autoptr(CareStatement) statement = query(work, "insights/jobs", error);
    g_autoptr(GArray) jobs = g_array_new(FALSE, TRUE, sizeof(CareBilledJob));
    Billing billing = { jobs, care_clock_zone(work->clock) };

    if (!care_statement_each(statement, add_billed_job, &billing, error))
        return FALSE;
    work->insights->billing
        = care_billing((CareBilledJob *)(void *)jobs->data, jobs->len, is_working_day,
                       (gpointer)care_answer_clock_hours(hours), care_clock_today(work->clock));
    return TRUE;
}

CareInsights *
care_insights_compute(CareConnection *connection, CareClock *clock, CareDate from, CareDate to,
                      GError **error)
{
    g_autoptr(CareInsights) insights = g_new0(CareInsights, 1);
    GTimeZone *zone = care_clock_zone(clock);
    Work work = { .connection = connection,
                  .clock = clock,
                  .first = care_instant_of_date(from, 0, 0, zone),
                  .last = care_instant_of_date(care_date_add_days(to, 1), 0, 0, zone) - 1,
                  .insights = insights };

    insights->from = from;
    insights->to = to;
    insights->currency = care_setting_read(connection, CARE_SETTING_CURRENCY);
    insights->scores = g_array_new(FALSE, TRUE, sizeof(CareScoreAnswer));
    insights->answers = g_array_new(FALSE, TRUE, sizeof(CareInsightAnswer));
    if (!read_scores(&work, error) || !read_first_answers(&work, error) || !read_money(&work, error)
        || !read_billing(&work, error)
        || !care_insights_read_visits(&insights->visits, connection, clock, from, to, error))
        return NULL;
    return g_steal_pointer(&insights);
}
