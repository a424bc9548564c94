/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/insights/insights-visits.h"

#include "model/metrics/quantile.h"
#include "store/named-query.h"

#define COHORTS 5
#define WINDOW_MONTHS 12
#define DAYS_PER_MONTH 30.4375
/* Fewer gaps than these say nothing about a kind of job. */
#define MIN_KIND_GAPS 3

/* Visits in the order of the query, customer by customer, the oldest first; what kind of job each was stands at the
 * same position of the other arrays. */
typedef struct {
    GArray *visits;    /* CareVisit */
    GPtrArray *kinds;  /* owned by the chunk; NULL: no kind */
    GArray *intervals; /* double: days until the plan's next service; 0: none */
    GStringChunk *words;
    GHashTable *usual; /* kind to Usual */
    CareDate today;
} History;

/* What is usual for a kind of job, over all customers. */
typedef struct {
    GArray *gaps; /* double: days */
    CareServiceRhythm rhythm;
} Usual;

static void
usual_free(gpointer data)
{
    Usual *usual = data;

    g_array_unref(usual->gaps);
    g_free(usual);
}

static void
history_clear(History *history)
{
    g_array_unref(history->visits);
    g_ptr_array_unref(history->kinds);
    g_array_unref(history->intervals);
    g_hash_table_unref(history->usual);
    g_string_chunk_free(history->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(History, history_clear)

static void
history_init(History *history, CareDate today)
{
    history->visits = g_array_new(FALSE, TRUE, sizeof(CareVisit));
    history->kinds = g_ptr_array_new();
    history->intervals = g_array_new(FALSE, TRUE, sizeof(double));
    history->words = g_string_chunk_new(256);
    history->usual = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, usual_free);
    history->today = today;
}

typedef struct {
    History *history;
    GTimeZone *zone;
} Reading;

static gboolean
add_visit(CareStatement *row, gpointer data, GError **error)
{
    History *history = ((Reading *)data)->history;
    GTimeZone *zone = ((Reading *)data)->zone;
    const char *kind = care_statement_text(row, 4);
    double interval
        = (double)care_statement_int(row, 5) * DAYS_PER_MONTH + (double)care_statement_int(row, 6);
    CareVisit visit = { .customer = care_statement_int(row, 1),
                        .date = care_date_of_instant(care_statement_int(row, 2), zone),
                        .returned = care_statement_int(row, 3) != 0 };

    g_array_append_val(history->visits, visit);
    g_ptr_array_add(history->kinds, kind != NULL ? g_string_chunk_insert_const(history->words, kind) : NULL);
    g_array_append_val(history->intervals, interval);
    return TRUE;
}

static gboolean
read_history(History *history, CareConnection *connection, GTimeZone *zone, GError **error)
{
    Reading reading = { history, zone };

    return care_query_each(connection, "insights/rhythm", add_visit, &reading, error, "");
}

static const CareVisit *
visit_at(const History *history, guint i)
{
    return &g_array_index(history->visits, CareVisit, i);
}

static void
add_gap(History *history, char *kind, double days)
{
    Usual *usual = g_hash_table_lookup(history->usual, kind);

    if (usual == NULL) {
        usual = g_new0(Usual, 1);
        usual->gaps = g_array_new(FALSE, FALSE, sizeof(double));
        g_hash_table_insert(history->usual, kind, usual);
    }
    g_array_append_val(usual->gaps, days);
}

/* A gap belongs to the kind of the visit that began it. */
static void
collect_gaps(History *history)
{
    int before = -1;

    for (guint i = 0; i < history->visits->len; i++) {
        const CareVisit *visit = visit_at(history, i);
        int days;

        if (visit->returned)
            continue;
        if (before >= 0 && visit_at(history, (guint)before)->customer == visit->customer) {
            days = care_date_days_between(visit_at(history, (guint)before)->date, visit->date);
            if (days > 0 && history->kinds->pdata[before] != NULL)
                add_gap(history, history->kinds->pdata[before], days);
        }
        before = (int)i;
    }
}

static void
settle_usual(History *history)
{
    GHashTableIter iter;
    gpointer value;

    g_hash_table_iter_init(&iter, history->usual);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        Usual *usual = value;
        const double *gaps = (double *)(void *)usual->gaps->data;

        if (usual->gaps->len < MIN_KIND_GAPS)
            continue;
        usual->rhythm.median_gap_days = care_median(gaps, usual->gaps->len);
        care_p90(gaps, usual->gaps->len, &usual->rhythm.p90_gap_days);
    }
}

/* What is usual after the visit at the position. */
static CareServiceRhythm
usual_after(History *history, guint i)
{
    const char *kind = history->kinds->pdata[i];
    const Usual *usual = kind != NULL ? g_hash_table_lookup(history->usual, kind) : NULL;
    CareServiceRhythm rhythm = usual != NULL ? usual->rhythm : (CareServiceRhythm){ 0 };

    rhythm.interval_days = g_array_index(history->intervals, double, i);
    return rhythm;
}

typedef struct {
    CareId customer;
    CareRhythm rhythm;
} Standing;

static int
compare_standings(gconstpointer a, gconstpointer b)
{
    const Standing *x = a, *y = b;

    return y->rhythm.since_days - x->rhythm.since_days;
}

/* Of the customer whose visits these are; nothing where none of them was a visit of its own. */
static void
add_standing(History *history, guint first, guint end, GArray *standings)
{
    g_autoptr(GArray) dates = g_array_new(FALSE, TRUE, sizeof(CareDate));
    Standing standing = { .customer = visit_at(history, first)->customer };
    CareServiceRhythm usual;
    guint last = first;

    for (guint i = first; i < end; i++) {
        if (visit_at(history, i)->returned)
            continue;
        g_array_append_val(dates, visit_at(history, i)->date);
        last = i;
    }
    if (dates->len == 0)
        return;
    usual = usual_after(history, last);
    standing.rhythm = care_rhythm((CareDate *)(void *)dates->data, dates->len, &usual, history->today);
    g_array_append_val(standings, standing);
}

static void
fill_rhythm(CareInsightsVisits *visits, History *history)
{
    g_autoptr(GArray) standings = g_array_new(FALSE, TRUE, sizeof(Standing));
    guint n = history->visits->len;

    collect_gaps(history);
    settle_usual(history);
    for (guint first = 0, end; first < n; first = end) {
        for (end = first + 1;
             end < n && visit_at(history, end)->customer == visit_at(history, first)->customer;)
            end++;
        add_standing(history, first, end, standings);
    }
    g_array_sort(standings, compare_standings);
    for (guint i = 0; i < CARE_N_RHYTHMS; i++)
        visits->rhythm[i] = g_array_new(FALSE, FALSE, sizeof(CareId));
    for (guint i = 0; i < standings->len; i++) {
        const Standing *standing = &g_array_index(standings, Standing, i);

        g_array_append_val(visits->rhythm[standing->rhythm.rhythm], standing->customer);
    }
}

static int
compare_ids(gconstpointer a, gconstpointer b)
{
    const CareId *x = a, *y = b;

    return *x < *y ? -1 : *x > *y;
}

gboolean
care_insights_read_visits(CareInsightsVisits *visits, CareConnection *connection, CareClock *clock,
                          CareDate from, CareDate to, GError **error)
{
    g_auto(History) history = { 0 };
    const CareVisit *all;

    history_init(&history, care_clock_today(clock));
    if (!read_history(&history, connection, care_clock_zone(clock), error))
        return FALSE;
    all = (CareVisit *)(void *)history.visits->data;
    fill_rhythm(visits, &history);
    visits->cohorts = care_retention(all, history.visits->len, COHORTS, history.today);
    visits->came = g_array_new(FALSE, FALSE, sizeof(CareId));
    visits->away = g_array_new(FALSE, FALSE, sizeof(CareId));
    /* who came for the first time in the same period a year before has had a whole year to come again */
    visits->come_back = care_repeat_rate(all, history.visits->len, care_date_add_months(from, -WINDOW_MONTHS),
                                         care_date_add_months(to, -WINDOW_MONTHS), WINDOW_MONTHS,
                                         history.today, visits->came, visits->away);
    g_array_sort(visits->came, compare_ids);
    g_array_sort(visits->away, compare_ids);
    return TRUE;
}

void
care_insights_visits_clear(CareInsightsVisits *visits)
{
    g_clear_pointer(&visits->cohorts, g_ptr_array_unref);
    g_clear_pointer(&visits->came, g_array_unref);
    g_clear_pointer(&visits->away, g_array_unref);
    for (guint i = 0; i < CARE_N_RHYTHMS; i++)
        g_clear_pointer(&visits->rhythm[i], g_array_unref);
}
