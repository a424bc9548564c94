/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* job move, due: the day at the counter. */
#include <glib/gi18n-lib.h>

#include "cli/commands.h"
#include "cli/json-members.h"
#include "cli/kind-hook.h"
#include "cli/output.h"
#include "model/event.h"
#include "model/job.h"
#include "service/jobs/agreement.h"
#include "service/jobs/job-flow.h"
#include "service/jobs/to-bill.h"
#include "service/today/today.h"
#include "service/jobs/unlock-code.h"

/* Transfer full. */
static JsonArray *
history_of(CareCli *cli, CareRecord *job, GError **error)
{
    g_autoptr(GPtrArray) events
        = care_store_query(cli->store, &care_event_kind, error, "jobs/statuses", "i", care_record_id(job));
    JsonArray *history = events != NULL ? json_array_new() : NULL;

    for (guint i = 0; events != NULL && i < events->len; i++) {
        CareRecord *event = events->pdata[i];
        JsonObject *step = json_object_new();
        g_autofree char *at = care_instant_to_string(care_record_int(event, CARE_EVENT_AT));

        care_cli_set_text(step, "status", care_record_text(event, CARE_EVENT_AFTER));
        care_cli_set_text(step, "at", at);
        care_cli_set_id(step, "by", care_record_int(event, CARE_EVENT_STAFF));
        json_array_add_object_element(history, step);
    }
    return history;
}

/* *left is NULL where nothing is to bill. */
static gboolean
left_to_bill(CareCli *cli, CareRecord *job, char **left, GError **error)
{
    CareConnection *reader = care_store_reader(cli->store);
    g_autofree char *currency = NULL;
    CareToBill bill;

    *left = NULL;
    if (care_record_int(job, CARE_JOB_TO_BILL) == 0)
        return TRUE;
    if (!care_job_read_to_bill(reader, job, &bill, error))
        return FALSE;
    currency = care_job_currency(reader, job);
    *left = care_money_to_string(bill.left, currency);
    return TRUE;
}

/** care_cli_extend_job: the members of a job that follow from its rows. */
gboolean
care_cli_extend_job(CareCli *cli, CareRecord *job, JsonObject *object, GError **error)
{
    g_autoptr(JsonArray) history = history_of(cli, job, error);
    g_autofree char *left = NULL;

    if (history == NULL || !left_to_bill(cli, job, &left, error))
        return FALSE;
    care_cli_set_text(object, "left_to_bill", left);
    json_object_set_boolean_member(object, "to_tell", care_job_owes_message(job));
    json_object_set_array_member(object, "history", g_steal_pointer(&history));
    return TRUE;
}

/** care_cli_end_job: a yes that is given together with new lines is to those, also if it is of who said yes before. */
void
care_cli_end_job(CareRecord *job, CareRecord *old, GHashTable *given)
{
    if (old != NULL && g_hash_table_contains(given, "agreed_by") && !g_hash_table_contains(given, "agreed_at")
        && !(care_record_field_equal(job, old, CARE_JOB_LINES)
             && care_record_field_equal(job, old, CARE_JOB_PRICES)))
        care_record_clear(job, CARE_JOB_AGREED_AT);
}

static gboolean
run_job_move(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(CareRecord) job = NULL;
    g_autoptr(CareRecord) moved = NULL;
    g_autoptr(GError) keyring = NULL;
    g_autofree char *reason = NULL;

    if (!care_cli_take_option(arguments, "--reason", &reason, error) || !care_cli_expect(arguments, 2, error))
        return FALSE;
    job = care_cli_get(cli, &care_job_kind, arguments[0], error);
    moved = job != NULL ? care_job_move_now(cli->store, care_record_id(job), arguments[1], reason, error)
                        : NULL;
    if (moved == NULL)
        return FALSE;
    /* The move stands even if the keyring cannot be reached; the mark on the job stays then. */
    if (care_job_status_is(arguments[1], CARE_STATUS_COLLECTED)
        && care_record_int(moved, CARE_JOB_HAS_CODE)) {
        if (care_unlock_code_clear_now(cli->store, care_record_id(moved), &keyring))
            care_record_set_int(moved, CARE_JOB_HAS_CODE, FALSE);
        else
            g_printerr("aftercare-cli: %s\n", keyring->message);
    }
    *result = care_cli_record_node(cli, moved, error);
    return *result != NULL;
}

static JsonObject *
item_object(const CareDueItem *item)
{
    JsonObject *object = json_object_new();

    care_cli_set_text(object, "id", item->id);
    care_cli_set_text(object, "rule", care_due_rule_nick(item->rule));
    care_cli_set_date(object, "due", item->due);
    json_object_set_int_member(object, "late_days", item->late_days);
    care_cli_set_id(object, "customer", item->customer);
    care_cli_set_text(object, "customer_name", item->customer_name);
    care_cli_set_id(object, "job", item->job);
    care_cli_set_id(object, "invoice", item->invoice);
    care_cli_set_text(object, "text", item->text);
    care_cli_set_text(object, "channel", item->channel);
    care_cli_set_date(object, "deferred_until", item->deferred_until);
    care_cli_set_text(object, "why", item->why);
    return object;
}

static gboolean
run_due(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(CareToday) today = NULL;
    JsonObject *object = json_object_new();
    JsonArray *items = json_array_new();

    *result = json_node_init_object(json_node_alloc(), object);
    json_object_unref(object);
    json_object_set_array_member(object, "items", items);
    if (!care_cli_expect(arguments, 0, error))
        return FALSE;
    today = care_today_compute(care_store_reader(cli->store), cli->clock, error);
    if (today == NULL)
        return FALSE;
    care_cli_set_date(object, "today", today->today);
    care_cli_set_date(object, "since", today->since);
    for (guint i = 0; i < today->items->len; i++)
        json_array_add_object_element(items, item_object(today->items->pdata[i]));
    return TRUE;
}

static void
print_due(CareCli *cli, JsonNode *result)
{
    static const char *const columns[] = { "due", "rule", "text", NULL };

    care_output_rows(json_object_get_array_member(json_node_get_object(result), "items"), columns, FALSE);
}

const CareCommand care_day_commands[] = {
    { "job move", "ID STATUS [--reason TEXT]",
      N_("Move a job: received, waiting, working, ready, collected, cancelled; and why it is cancelled, or "
         "there is "
         "no aftercare"),
      0, run_job_move, NULL },
    { "due", "", N_("What the shop owes its customers today"), 0, run_due, print_due },
    { 0 },
};
