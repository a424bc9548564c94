/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* metrics: the figures of a period. */
#include <glib/gi18n-lib.h>

#include "cli/commands.h"
#include "cli/json-members.h"
#include "core/errors.h"
#include "service/insights/insights.h"
#include "service/insights/owed.h"

/* Years. */
#define LONGEST_PERIOD 200

/* A figure from too few answers is no figure: null, and said so. */
static JsonObject *
figure(JsonObject *parent, const char *name, gboolean too_few, const char *value_name, double value)
{
    JsonObject *object = json_object_new();

    if (too_few) {
        json_object_set_null_member(object, value_name);
        json_object_set_boolean_member(object, "too_few", TRUE);
    } else {
        json_object_set_double_member(object, value_name, value);
    }
    json_object_set_object_member(parent, name, object);
    return object;
}

static void
set_range(JsonObject *object, gboolean too_few, double low, double high)
{
    if (too_few) {
        json_object_set_null_member(object, "low");
        json_object_set_null_member(object, "high");
        return;
    }
    json_object_set_double_member(object, "low", low);
    json_object_set_double_member(object, "high", high);
}

static JsonObject *
add_nps(JsonObject *parent, const char *name, const CareNps *nps)
{
    JsonObject *object = figure(parent, name, nps->too_few, "value", nps->value);

    json_object_set_int_member(object, "n", nps->n);
    set_range(object, nps->too_few, nps->low, nps->high);
    json_object_set_int_member(object, "promoters", nps->promoters);
    json_object_set_int_member(object, "passives", nps->passives);
    json_object_set_int_member(object, "detractors", nps->detractors);
    return object;
}

static JsonObject *
add_share(JsonObject *parent, const char *name, const CareShare *share)
{
    JsonObject *object = figure(parent, name, share->too_few, "value", share->value * 100);

    json_object_set_int_member(object, "n", share->n);
    set_range(object, share->too_few, share->low * 100, share->high * 100);
    return object;
}

/* Of all answers, and apart (rules-metrics M1). */
static void
add_scores(JsonObject *parent, const CareInsights *insights)
{
    static const char *const names[CARE_N_ANSWERS_ABOUT]
        = { [CARE_ANSWERS_OF_RELATIONSHIP] = "relationship", [CARE_ANSWERS_OF_JOBS] = "job" };
    JsonObject *nps = add_nps(parent, "nps", &insights->nps);
    JsonObject *csat = add_share(parent, "csat", &insights->csat);

    for (int about = 0; about < CARE_N_ANSWERS_ABOUT; about++) {
        add_nps(nps, names[about], &insights->nps_by_about[about]);
        add_share(csat, names[about], &insights->csat_by_about[about]);
    }
}

static void
add_frt(JsonObject *parent, const CareFrt *frt)
{
    JsonObject *object = figure(parent, "frt", frt->too_few, "median_s", frt->median_s);

    json_object_set_int_member(object, "n", frt->n);
    if (frt->p90_too_few)
        json_object_set_null_member(object, "p90_s");
    else
        json_object_set_double_member(object, "p90_s", frt->p90_s);
    json_object_set_int_member(object, "open", frt->open);
    if (frt->open == 0)
        json_object_set_null_member(object, "oldest_open_s");
    else
        json_object_set_int_member(object, "oldest_open_s", frt->oldest_open_s);
}

/* Days from done to billed. */
static void
add_billing(JsonObject *parent, const CareBilling *billing)
{
    JsonObject *object = figure(parent, "billing", billing->too_few, "value", billing->median_days);

    json_object_set_int_member(object, "n", billing->n);
    json_object_set_int_member(object, "early", billing->early);
    json_object_set_int_member(object, "waiting", billing->waiting);
    json_object_set_int_member(object, "oldest_waiting_days", billing->oldest_waiting_days);
    add_share(object, "on_time", &billing->on_time);
}

/* How many customers are in each class. */
static void
add_rhythm(JsonObject *parent, const CareInsightsVisits *visits)
{
    static const char *const names[CARE_N_RHYTHMS] = {
        [CARE_RHYTHM_UNKNOWN] = "unknown", [CARE_RHYTHM_IN_RHYTHM] = "in_rhythm", [CARE_RHYTHM_DUE] = "due",
        [CARE_RHYTHM_LATE] = "late",       [CARE_RHYTHM_LAPSED] = "lapsed",
    };
    JsonObject *object = json_object_new();

    for (int class = 0; class < CARE_N_RHYTHMS; class ++)
        json_object_set_int_member(object, names[class], visits->rhythm[class]->len);
    json_object_set_object_member(parent, "rhythm", object);
}

static void
add_months(JsonObject *parent, const CareInsights *insights)
{
    JsonArray *months = json_array_new();

    for (guint i = 0; i < insights->months->len; i++) {
        const CareRevenueMonth *month = &g_array_index(insights->months, CareRevenueMonth, i);
        JsonObject *object = json_object_new();
        g_autofree char *name = g_strdup_printf("%04d-%02d", month->month.year, month->month.month);

        json_object_set_string_member(object, "month", name);
        care_cli_set_money(object, "invoiced", month->invoiced, insights->currency);
        care_cli_set_money(object, "paid", month->paid, insights->currency);
        care_cli_set_money(object, "outstanding", month->outstanding, insights->currency);
        care_cli_set_money(object, "owed_back", month->owed_back, insights->currency);
        json_array_add_object_element(months, object);
    }
    json_object_set_array_member(parent, "months", months);
}

static void
add_others(JsonObject *parent, const CareInsights *insights)
{
    JsonArray *others = json_array_new();

    for (guint i = 0; i < insights->others->len; i++) {
        const CareOwed *owed = insights->others->pdata[i];
        JsonObject *object = json_object_new();

        json_object_set_string_member(object, "currency", owed->currency);
        care_cli_set_money(object, "outstanding", owed->outstanding, owed->currency);
        care_cli_set_money(object, "owed_back", owed->owed_back, owed->currency);
        json_array_add_object_element(others, object);
    }
    json_object_set_array_member(parent, "other_currencies", others);
}

static gboolean
take_date(char **arguments, const char *name, CareDate *date, GError **error)
{
    g_autofree char *text = NULL;

    if (!care_cli_take_option(arguments, name, &text, error))
        return FALSE;
    return text == NULL || care_date_parse_full(text, date)
           || care_misunderstood(error, _("“%s” is not a date like 2026-12-31."), text);
}

/* A figure a month, and no more of them than anybody reads. */
static gboolean
check_period(CareDate from, CareDate to, GError **error)
{
    if (care_date_compare(from, to) > 0)
        return care_misunderstood(error, _("The first day is after the last one."));
    return to.year - from.year <= LONGEST_PERIOD
           || care_misunderstood(
               error,
               ngettext("A period has %d year at most.", "A period has %d years at most.", LONGEST_PERIOD),
               LONGEST_PERIOD);
}

static gboolean
run_metrics(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(CareInsights) insights = NULL;
    CareDate from, to;
    JsonObject *object;

    care_insights_default_period(care_clock_today(cli->clock), &from, &to);
    if (!take_date(arguments, "--from", &from, error) || !take_date(arguments, "--to", &to, error)
        || !care_cli_expect(arguments, 0, error) || !check_period(from, to, error))
        return FALSE;
    insights = care_insights_compute(care_store_reader(cli->store), cli->clock, from, to, error);
    if (insights == NULL)
        return FALSE;
    object = json_object_new();
    *result = json_node_init_object(json_node_alloc(), object);
    json_object_unref(object);
    care_cli_set_date(object, "from", from);
    care_cli_set_date(object, "to", to);
    add_scores(object, insights);
    add_frt(object, &insights->frt);
    add_share(object, "come_back", &insights->visits.come_back);
    add_billing(object, &insights->billing);
    add_rhythm(object, &insights->visits);
    add_months(object, insights);
    add_others(object, insights);
    return TRUE;
}

const CareCommand care_metrics_commands[] = {
    { "metrics", "[--from DATE] [--to DATE]",
      N_("The figures of a period, by default the last twelve months"), 0, run_metrics, NULL },
    { 0 },
};
