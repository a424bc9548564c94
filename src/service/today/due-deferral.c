/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that somebody put off or let go. */
#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/deferral.h"
#include "service/flow.h"
#include "service/today/deferral-flow.h"
#include "service/today/due-private.h"
#include "store/hours.h"
#include "store/kind-query.h"
#include "store/named-query.h"

/* A backup is let go for this time only. */
#define ONE_TIME (90 * 86400)

enum {
    COLUMN_LINE, /* its place among the items */
    COLUMN_UNTIL,
    COLUMN_HOUR,
    COLUMN_REASON,
    COLUMN_CREATED,
};

/* "[["to-tell",12],…]": the lines, as the query wants them. */
static char *
lines_as_json(GPtrArray *items)
{
    GString *json = g_string_new("[");

    for (guint i = 0; i < items->len; i++) {
        const CareDueItem *item = items->pdata[i];

        g_string_append_printf(json, "%s[\"%s\",%" G_GINT64_FORMAT "]", i > 0 ? "," : "",
                               care_due_rule_nick(item->rule), item->record);
    }
    g_string_append_c(json, ']');
    return g_string_free_and_steal(json);
}

/* A deferral is of this time, not of one before: made since the line began, or since the
 * time before was over. */
static gboolean
is_of_this_time(CareDueSearch *search, const CareDueItem *item, CareInstant created)
{
    CareDate made = care_date_of_instant(created, care_clock_zone(search->clock));

    if (item->at != 0)
        return created >= item->at;
    if (!care_due_rule_info(item->rule)->comes_back)
        return TRUE;
    if (item->record == 0)
        return created >= care_clock_now(search->clock) - ONE_TIME;
    return care_date_compare(made, item->time_from) >= 0;
}

/* FALSE: the line was let go. */
static gboolean
put_off(CareDueSearch *search, CareDueItem *item, CareStatement *row)
{
    CareInstant now = care_clock_now(search->clock);
    const char *until = care_statement_text(row, COLUMN_UNTIL);
    const char *reason = care_statement_text(row, COLUMN_REASON);

    if (!is_of_this_time(search, item, care_statement_int(row, COLUMN_CREATED)))
        return TRUE;
    if (until == NULL || !care_date_parse_full(until, &item->deferred_until))
        return care_due_rule_info(item->rule)->let_go
               != NULL; /* then the record says so itself, or not any more */
    if (reason != NULL)
        g_set_str(&item->why, reason);
    if (care_date_compare(item->deferred_until, item->on) > 0)
        item->on = item->deferred_until;
    item->now = item->now && care_date_compare(item->on, search->today) <= 0;
    if (care_date_compare(item->deferred_until, search->today) == 0)
        item->now = item->now
                    && now >= care_instant_of_date(search->today, (int)care_statement_int(row, COLUMN_HOUR),
                                                   0, care_clock_zone(search->clock));
    return TRUE;
}

typedef struct {
    CareDueSearch *search;
    GPtrArray *gone; /* transfer none */
} Sifting;

static gboolean
sift(CareStatement *row, gpointer data, GError **error)
{
    Sifting *self = data;
    CareDueItem *item = self->search->items->pdata[care_statement_int(row, COLUMN_LINE)];

    if (!put_off(self->search, item, row))
        g_ptr_array_add(self->gone, item);
    return TRUE;
}

gboolean
care_due_apply_deferrals(CareDueSearch *search, GError **error)
{
    g_autofree char *lines = lines_as_json(search->items);
    g_autoptr(GPtrArray) gone = g_ptr_array_new();
    Sifting sifting = { search, gone };

    for (guint i = 0; i < search->items->len; i++) {
        CareDueItem *item = search->items->pdata[i];

        item->now = care_date_compare(item->on, search->today) <= 0;
    }
    if (!care_query_each(search->connection, "today/deferrals", sift, &sifting, error, "s", lines))
        return FALSE;
    for (guint i = 0; i < gone->len; i++)
        g_ptr_array_remove_fast(search->items, gone->pdata[i]);
    return TRUE;
}

/* A line that is let go says so in its record, where the rule has a place for it. reason NULL: not after all; before: as for
 * let_go() of the rule. */
static gboolean
mark_let_go(CareTransaction *transaction, CareRecord *deferral, const char *before, const char *reason,
            GError **error)
{
    CareDueRule rule;
    const CareDueRuleInfo *info;

    if (care_record_is_set(deferral, CARE_DEFERRAL_UNTIL)
        || !care_due_rule_parse(care_record_text(deferral, CARE_DEFERRAL_RULE), &rule))
        return TRUE;
    info = care_due_rule_info(rule);
    return info->let_go == NULL
           || info->let_go(transaction, care_record_int(deferral, CARE_DEFERRAL_RECORD), before, reason,
                           error);
}

static const char *
reason_of(CareRecord *deferral)
{
    const char *reason = care_record_text(deferral, CARE_DEFERRAL_REASON);

    return reason != NULL ? reason : "";
}

static char *
all_nicks(void)
{
    GString *nicks = g_string_new(NULL);

    for (int rule = 0; rule < CARE_DUE_N_RULES; rule++)
        if (rule == 0
            || g_strcmp0(care_due_rule_nick((CareDueRule)rule), care_due_rule_nick((CareDueRule)(rule - 1)))
                   != 0)
            g_string_append_printf(nicks, "%s%s", rule > 0 ? ", " : "",
                                   care_due_rule_nick((CareDueRule)rule));
    return g_string_free_and_steal(nicks);
}

static gboolean
check_rule(CareRecord *deferral, GError **error)
{
    const char *nick = care_record_text(deferral, CARE_DEFERRAL_RULE);
    g_autofree char *nicks = NULL;
    CareDueRule rule;

    if (care_due_rule_parse(nick, &rule))
        return TRUE;
    nicks = all_nicks();
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                _("There is no rule “%s” of what is due. Nothing was changed; use one of: %s."),
                nick != NULL ? nick : "", nicks);
    return FALSE;
}

static gboolean
decides(CareRecord *deferral)
{
    return care_record_is_set(deferral, CARE_DEFERRAL_UNTIL)
           || care_record_is_set(deferral, CARE_DEFERRAL_REASON);
}

/* It says until when, or why not at all; one that says neither already goes on to stand. */
static gboolean
check_decides(CareRecord *deferral, CareRecord *old, GError **error)
{
    return decides(deferral) || (old != NULL && !decides(old))
           || care_refuse(error, CARE_ERROR_INPUT,
                          _("What is put off needs a day, and what is let go a reason. Nothing was changed; "
                            "say until when, or why."));
}

/* *deleted: as care_kind_deleted_at() of the kinds that the rule's line is about. */
static gboolean
find_line(CareConnection *connection, const CareDueRuleInfo *rule, CareId record, gint64 *deleted,
          GError **error)
{
    *deleted = CARE_KIND_IS_NOWHERE;
    for (gsize i = 0; rule->kinds[i] != NULL && *deleted == CARE_KIND_IS_NOWHERE; i++)
        if (!care_kind_deleted_at(connection, care_kind_by_name(rule->kinds[i]), record, deleted, error))
            return FALSE;
    return TRUE;
}

/* "Occasion, Customer, Job"; "0", where it is about no record. */
static char *
kinds_of(const CareDueRuleInfo *rule)
{
    g_autoptr(GStrvBuilder) labels = g_strv_builder_new();
    g_auto(GStrv) each = NULL;

    for (gsize i = 0; rule->kinds[i] != NULL; i++)
        g_strv_builder_add(labels, care_kind_label(care_kind_by_name(rule->kinds[i])));
    if (rule->kinds[0] == NULL)
        g_strv_builder_add(labels, "0");
    each = g_strv_builder_end(labels);
    return g_strjoinv(", ", each);
}

/* deleted: as find_line() has it. */
static gboolean
refuse_line(CareConnection *connection, const CareDueRuleInfo *rule, CareId record, gint64 deleted,
            GError **error)
{
    g_autofree char *kinds = kinds_of(rule);
    gboolean is_other;

    if (deleted != CARE_KIND_IS_NOWHERE)
        return care_refuse(error, CARE_ERROR_NOT_FOUND,
                           _("What is to be put off was deleted. Nothing was changed; bring it back from "
                             "Recently Deleted first."));
    if (!care_kinds_have_id(connection, record, &is_other, error))
        return FALSE;
    if (!is_other)
        return care_refuse(error, CARE_ERROR_NOT_FOUND,
                           _("What is to be put off is not in the shop. Nothing was changed."));
    g_set_error(
        error, CARE_ERROR, CARE_ERROR_INPUT,
        /* Translators: a rule of what is due, "overdue", then the kinds that it is about, "Invoice" */
        _("“%s” is never due of such a record. Nothing was changed; give the id of one of: %s."), rule->nick,
        kinds);
    return FALSE;
}

static const CareDueRuleInfo *
rule_of(CareRecord *deferral)
{
    CareDueRule rule;

    return care_due_rule_parse(care_record_text(deferral, CARE_DEFERRAL_RULE), &rule)
               ? care_due_rule_info(rule)
               : NULL;
}

/* Of what there is and what the rule is about; what was deleted since leaves its deferral as it is. A backup is no record. */
static gboolean
check_line(CareTransaction *transaction, CareRecord *deferral, CareRecord *old, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    CareId record = care_record_int(deferral, CARE_DEFERRAL_RECORD);
    const CareDueRuleInfo *rule = rule_of(deferral);
    gint64 deleted;

    if (old != NULL && care_record_field_equal(deferral, old, CARE_DEFERRAL_RECORD)
        && care_record_field_equal(deferral, old, CARE_DEFERRAL_RULE))
        return TRUE;
    if (record == 0 && rule->kinds[0] == NULL)
        return TRUE;
    return find_line(connection, rule, record, &deleted, error)
           && (deleted == 0 || refuse_line(connection, rule, record, deleted, error));
}

/* Programs before this one took a rule for any record, and a file may bring one of nothing; it decides nothing. */
static gboolean
check_among(CareConnection *connection, CareRecord *deferral, GError **error)
{
    CareId record = care_record_int(deferral, CARE_DEFERRAL_RECORD);
    const CareDueRuleInfo *rule = rule_of(deferral);
    gint64 deleted;
    gboolean is_other = FALSE;

    if (rule == NULL || record == 0)
        return TRUE;
    if (!find_line(connection, rule, record, &deleted, error))
        return FALSE;
    if (deleted != CARE_KIND_IS_NOWHERE)
        return TRUE;
    if (!care_kinds_have_id(connection, record, &is_other, error))
        return FALSE;
    return care_refuse(error, CARE_ERROR_REFUSED,
                       is_other ? _("What it puts off is never due of the record that it names.")
                                : _("What it puts off is not in the shop."));
}

/* Nobody sees a list on a day on which the shop is closed. */
static gboolean
prepare(CareTransaction *transaction, CareRecord *deferral, CareRecord *old, GError **error)
{
    if (!check_rule(deferral, error) || !check_decides(deferral, old, error)
        || !check_line(transaction, deferral, old, error))
        return FALSE;
    if (old != NULL || !care_record_is_set(deferral, CARE_DEFERRAL_UNTIL))
        return TRUE;
    if (!care_record_is_set(deferral, CARE_DEFERRAL_HOUR))
        care_record_set_date(deferral, CARE_DEFERRAL_UNTIL,
                             care_shop_open_day(care_transaction_connection(transaction),
                                                care_transaction_zone(transaction),
                                                care_record_date(deferral, CARE_DEFERRAL_UNTIL)));
    return !g_str_equal(care_record_text(deferral, CARE_DEFERRAL_RULE), care_due_rule_nick(CARE_DUE_OCCASION))
           || care_due_check_put_off(transaction, care_record_int(deferral, CARE_DEFERRAL_RECORD),
                                     care_record_date(deferral, CARE_DEFERRAL_UNTIL), error);
}

/* For what the same line was let go before the change; NULL: it was not, or it was another line. */
static const char *
reason_before(CareRecord *deferral, CareRecord *old)
{
    if (old == NULL || care_record_is_set(old, CARE_DEFERRAL_UNTIL)
        || !care_record_field_equal(deferral, old, CARE_DEFERRAL_RULE)
        || !care_record_field_equal(deferral, old, CARE_DEFERRAL_RECORD))
        return NULL;
    return reason_of(old);
}

/* Whatever else is changed of it decides nothing anew about the line. */
static gboolean
saved(CareTransaction *transaction, CareRecord *deferral, CareRecord *old, GError **error)
{
    gboolean put_off = care_record_is_set(deferral, CARE_DEFERRAL_UNTIL);
    const char *before = reason_before(deferral, old);

    if (old != NULL && (put_off || before == NULL) && !mark_let_go(transaction, old, NULL, NULL, error))
        return FALSE;
    return put_off || g_strcmp0(before, reason_of(deferral)) == 0
           || mark_let_go(transaction, deferral, before, reason_of(deferral), error);
}

static gboolean
removed(CareTransaction *transaction, CareRecord *deferral, GError **error)
{
    return mark_let_go(transaction, deferral, NULL, NULL, error);
}

static gboolean
undeleted(CareTransaction *transaction, CareRecord *deferral, GError **error)
{
    return mark_let_go(transaction, deferral, reason_of(deferral), reason_of(deferral), error);
}

/* One that decided something could be emptied at the doors of schema 3. */
static gboolean
check_alone(CareRecord *deferral, const CareAsked *asked, GError **error)
{
    CareDueRule rule;

    if (asked->schema >= CARE_SCHEMA_THAT_ASKED_MORE
        && !care_due_rule_parse(care_record_text(deferral, CARE_DEFERRAL_RULE), &rule))
        return care_refuse(error, CARE_ERROR_REFUSED, _("What it puts off is nothing that is ever due."));
    return asked->schema < CARE_SCHEMA_TO_COME || decides(deferral)
           || care_refuse(error, CARE_ERROR_REFUSED,
                          _("It says neither until when something is put off nor why it is let go."));
}

/* No reference that the database knows: a backup, which has no record, is put off too, and what was deleted for good once
 * left its deferral behind. What was not taken over takes it along. */
static gboolean
check_restored(CareTransaction *transaction, CareRecord *deferral, int schema, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    CareId record = care_record_int(deferral, CARE_DEFERRAL_RECORD);
    gint64 refused = 0;
    gboolean is_there = TRUE;

    if (record != 0 && !care_kinds_have_id(connection, record, &is_there, error))
        return FALSE;
    if (is_there)
        return TRUE;
    if (!care_query_int(connection, "today/was-refused", &refused, error, "i", record))
        return FALSE;
    if (refused == 0)
        return TRUE;
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                        _("What it puts off is not in the shop and was not taken over."));
    return FALSE;
}

/* A step that was here is let go by a file as by hand; one that came along says so itself. */
static gboolean
restored(CareTransaction *transaction, CareRecord *deferral, const CareKindBrought *along, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    CareId record = care_record_int(deferral, CARE_DEFERRAL_RECORD);
    const CareDueRuleInfo *rule = rule_of(deferral);
    gboolean came = FALSE;
    gint64 deleted;

    if (care_record_is_set(deferral, CARE_DEFERRAL_UNTIL) || rule == NULL || rule->let_go == NULL)
        return TRUE;
    if (!care_kind_was_brought(connection, along, record, &came, error)
        || !find_line(connection, rule, record, &deleted, error))
        return FALSE;
    return came || deleted != 0
           || care_due_let_brought_go(transaction, record, reason_of(deferral),
                                      care_record_stamp(deferral).created, error);
}

const CareKindFlow care_deferral_flow = {
    .kind = &care_deferral_kind,
    .prepare = prepare,
    .saved = saved,
    .removed = removed,
    .undeleted = undeleted,
    .check_alone = check_alone,
    .check_among = check_among,
    .check_restored = check_restored,
    .restored = restored,
};

gboolean
care_today_defer_to_hour(CareTransaction *transaction, CareDueRule rule, CareId record, CareDate until,
                         int hour, const char *reason, CareId *deferral, GError **error)
{
    g_autoptr(CareRecord) made = CARE_RECORD(care_deferral_new());

    care_record_set_text(made, CARE_DEFERRAL_RULE, care_due_rule_nick(rule));
    care_record_set_int(made, CARE_DEFERRAL_RECORD, record);
    care_record_set_date(made, CARE_DEFERRAL_UNTIL, until);
    care_record_set_text(made, CARE_DEFERRAL_REASON, reason);
    if (hour > 0)
        care_record_set_int(made, CARE_DEFERRAL_HOUR, hour);
    if (!care_flow_save(transaction, made, NULL, error))
        return FALSE;
    *deferral = care_record_id(made);
    return TRUE;
}

gboolean
care_today_defer(CareTransaction *transaction, CareDueRule rule, CareId record, CareDate until,
                 const char *reason, GError **error)
{
    CareId deferral;

    return care_today_defer_to_hour(transaction, rule, record, until, 0, reason, &deferral, error);
}

gboolean
care_today_defer_shown(CareTransaction *transaction, const CareDueItem *shown, CareDate until, int hour,
                       const char *reason, CareId *deferral, GError **error)
{
    g_autoptr(CareClock) clock
        = care_clock_new_fixed_at(care_transaction_now(transaction), care_transaction_zone(transaction));
    g_autoptr(CareDueItem) line = NULL;

    if (!care_due_find_line(care_transaction_connection(transaction), clock, shown->customer, shown->rule,
                            shown->record, &line, error))
        return FALSE;
    if (line != NULL && line->rule == shown->rule)
        return care_today_defer_to_hour(transaction, shown->rule, shown->record, until, hour, reason,
                                        deferral, error);
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_CONFLICT,
                        _("This was seen to or let go meanwhile. Nothing was changed."));
    return FALSE;
}

gboolean
care_today_undefer(CareTransaction *transaction, CareId deferral, GError **error)
{
    return care_flow_remove(transaction, &care_deferral_kind, deferral, error);
}
