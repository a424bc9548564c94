/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/agreement.h"

#include <json-glib/json-glib.h>

#include "core/errors.h"
#include "core/sentences.h"
#include "model/bill/bill.h"
#include "model/job-line.h"
#include "model/job.h"
#include "store/setting.h"

#define LINES "lines"

/* What makes a price; the kind of a line, its unit and its note may be tidied up. */
static const int line_fields[] = {
    CARE_JOB_LINE_NAME,     CARE_JOB_LINE_QUANTITY, CARE_JOB_LINE_PRICE,
    CARE_JOB_LINE_CATEGORY, CARE_JOB_LINE_RATE,
};

static const int yes_fields[] = { CARE_JOB_AGREED_AT, CARE_JOB_AGREED_BY, CARE_JOB_AGREED_HOW };

static JsonObject *
write_line(CareRecord *line)
{
    JsonObject *object = json_object_new();

    for (gsize i = 0; i < G_N_ELEMENTS(line_fields); i++) {
        g_autofree char *text = care_record_field_to_string(line, line_fields[i], NULL);

        if (text != NULL)
            json_object_set_string_member(object, care_job_line_kind.fields[line_fields[i]].name, text);
    }
    return object;
}

/* The job's lines as text: equal texts are equal prices. Transfer full. */
static char *
promise_of(CareRecord *job)
{
    g_autoptr(JsonNode) node = json_node_init_object(json_node_alloc(), json_object_new());
    JsonObject *object = json_node_get_object(node);
    JsonArray *lines = json_array_new();
    const char *prices = care_record_text(job, CARE_JOB_PRICES);

    json_object_unref(object);
    json_object_set_string_member(object, "prices", prices != NULL ? prices : "gross");
    for (guint i = 0; i < care_record_list_length(job, CARE_JOB_LINES); i++)
        json_array_add_object_element(lines, write_line(care_record_list_item(job, CARE_JOB_LINES, i)));
    json_object_set_array_member(object, LINES, lines);
    return json_to_string(node, FALSE);
}

static void
read_line(CareRecord *line, JsonObject *object)
{
    for (gsize i = 0; i < G_N_ELEMENTS(line_fields); i++) {
        const char *text = json_object_get_string_member_with_default(
            object, care_job_line_kind.fields[line_fields[i]].name, NULL);

        if (text != NULL)
            care_record_field_parse(line, line_fields[i], text, NULL, NULL);
    }
}

gboolean
care_job_was_agreed(CareRecord *job)
{
    return care_record_is_set(job, CARE_JOB_PROMISE) || care_record_is_set(job, CARE_JOB_AGREED_BY);
}

char *
care_job_currency(CareConnection *connection, CareRecord *job)
{
    g_autofree char *shop = care_setting_read(connection, CARE_SETTING_CURRENCY);

    return g_strdup(care_record_currency(job, shop));
}

static void
read_lines(CareRecord *promised, JsonObject *object)
{
    JsonArray *lines
        = json_object_has_member(object, LINES) ? json_object_get_array_member(object, LINES) : NULL;
    const char *prices = json_object_get_string_member_with_default(object, "prices", NULL);

    care_record_clear(promised, CARE_JOB_LINES);
    if (prices != NULL)
        care_record_set_text(promised, CARE_JOB_PRICES, prices);
    for (guint i = 0; lines != NULL && i < json_array_get_length(lines); i++)
        read_line(care_record_list_add(promised, CARE_JOB_LINES), json_array_get_object_element(lines, i));
}

CareRecord *
care_job_promise_lines(CareRecord *job)
{
    CareRecord *promised = care_record_copy(job);
    const char *text = care_record_text(job, CARE_JOB_PROMISE);
    g_autoptr(JsonNode) node = text != NULL ? json_from_string(text, NULL) : NULL;

    if (node != NULL && JSON_NODE_HOLDS_OBJECT(node))
        read_lines(promised, json_node_get_object(node));
    return promised;
}

static gboolean
stood_before(CareRecord *line, CareRecord *old)
{
    for (guint i = 0; old != NULL && i < care_record_list_length(old, CARE_JOB_LINES); i++) {
        CareRecord *other = care_record_list_item(old, CARE_JOB_LINES, i);

        if (care_record_field_equal(line, other, CARE_JOB_LINE_CATEGORY)
            && care_record_field_equal(line, other, CARE_JOB_LINE_RATE))
            return TRUE;
    }
    return FALSE;
}

/* Where it says nothing it gets the shop's when it is billed. */
static gboolean
check_tax(CareRecord *line, guint index, GError **error)
{
    const char *category = care_record_text(line, CARE_JOB_LINE_CATEGORY);
    CareDecimal rate = care_record_int(line, CARE_JOB_LINE_RATE);

    if (category == NULL && !care_record_is_set(line, CARE_JOB_LINE_RATE))
        return TRUE;
    return care_bill_check_vat(care_record_text(line, CARE_JOB_LINE_NAME), index,
                               category != NULL ? category : care_bill_category_of_rate(rate), rate, error);
}

gboolean
care_job_check_taxes(CareRecord *job, CareRecord *old, GError **error)
{
    for (guint i = 0; i < care_record_list_length(job, CARE_JOB_LINES); i++) {
        CareRecord *line = care_record_list_item(job, CARE_JOB_LINES, i);

        if (!stood_before(line, old) && !check_tax(line, i, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
care_job_check_standing_taxes(CareRecord *job, GError **error)
{
    g_autofree char *all = NULL;

    for (guint i = 0; i < care_record_list_length(job, CARE_JOB_LINES); i++) {
        g_autoptr(GError) reason = NULL;

        if (!check_tax(care_record_list_item(job, CARE_JOB_LINES, i), i, &reason))
            care_sentences_add_some(&all, reason->message);
    }
    return all == NULL || care_refuse(error, CARE_ERROR_REFUSED, all);
}

static gboolean
says_yes_anew(CareRecord *job, CareRecord *old)
{
    if (!care_record_is_set(job, CARE_JOB_AGREED_BY))
        return FALSE;
    for (gsize i = 0; old != NULL && i < G_N_ELEMENTS(yes_fields); i++)
        if (!care_record_field_equal(job, old, yes_fields[i]))
            return TRUE;
    return old == NULL;
}

/* A yes is somebody's: without them there is neither a when nor a how. */
static gboolean
says_yes_no_more(CareRecord *job, CareRecord *old)
{
    return !care_record_is_set(job, CARE_JOB_AGREED_BY)
           && (old == NULL || care_record_is_set(old, CARE_JOB_AGREED_BY));
}

/* The moment it is written down, unless another is given with it. */
static void
take_yes(CareTransaction *transaction, CareRecord *job, CareRecord *old)
{
    g_autofree char *promise = promise_of(job);

    if (!care_record_is_set(job, CARE_JOB_AGREED_AT)
        || (old != NULL && care_record_is_set(old, CARE_JOB_AGREED_AT)
            && care_record_field_equal(job, old, CARE_JOB_AGREED_AT)))
        care_record_set_int(job, CARE_JOB_AGREED_AT, care_transaction_now(transaction));
    care_record_set_text(job, CARE_JOB_PROMISE, promise);
}

static void
drop_yes(CareRecord *job)
{
    for (gsize i = 0; i < G_N_ELEMENTS(yes_fields); i++)
        care_record_clear(job, yes_fields[i]);
}

/* Jobs that were agreed before there was a place for it keep what they said then, once it is no longer what they say. */
static void
keep_old_promise(CareRecord *job, CareRecord *old, const char *now)
{
    g_autofree char *then = NULL;

    if (old == NULL || care_record_is_set(job, CARE_JOB_PROMISE)
        || !care_record_is_set(old, CARE_JOB_AGREED_BY))
        return;
    then = promise_of(old);
    if (g_strcmp0(then, now) != 0)
        care_record_set_text(job, CARE_JOB_PROMISE, then);
}

static gboolean
is_promised(CareRecord *job, const char *now)
{
    const char *promise = care_record_text(job, CARE_JOB_PROMISE);

    return promise == NULL || g_strcmp0(promise, now) == 0;
}

void
care_job_keep_agreement(CareTransaction *transaction, CareRecord *job, CareRecord *old)
{
    g_autofree char *now = promise_of(job);

    keep_old_promise(job, old, now);
    if (says_yes_anew(job, old))
        take_yes(transaction, job, old);
    else if (says_yes_no_more(job, old)
             || (care_record_is_set(job, CARE_JOB_AGREED_BY) && !is_promised(job, now)))
        drop_yes(job);
}
