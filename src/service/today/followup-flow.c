/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/today/followup-flow.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/deferral.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "service/flow-ties.h"
#include "service/flow.h"
#include "service/today/seen-to.h"
#include "store/named-query.h"

gboolean
care_followup_find_twin(CareConnection *connection, CareRecord *followup, CareId *twin, GError **error)
{
    const char *source = care_record_text(followup, CARE_FOLLOWUP_SOURCE);

    *twin = 0;
    if (!care_followup_source_is(source, CARE_FOLLOWUP_OF_PLAN))
        return TRUE;
    return care_query_int(connection, "jobs/followup-stands", twin, error, "issi",
                          care_record_int(followup, CARE_FOLLOWUP_JOB),
                          care_record_text(followup, CARE_FOLLOWUP_KIND),
                          care_record_text(followup, CARE_FOLLOWUP_TITLE), care_record_id(followup));
}

/* A step that the next hand-over has made again comes back to nothing: the customer would be asked twice. */
static gboolean
check_no_twin(CareTransaction *transaction, CareRecord *followup, GError **error)
{
    CareId twin = 0;

    if (!care_followup_find_twin(care_transaction_connection(transaction), followup, &twin, error))
        return FALSE;
    if (twin == 0)
        return TRUE;
    g_set_error(error, CARE_ERROR, CARE_ERROR_REFUSED,
                /* Translators: %s is what a follow-up is called */
                _("“%s” stands for this job already, from its latest hand-over. Nothing was changed."),
                care_record_text(followup, CARE_FOLLOWUP_TITLE));
    return FALSE;
}

/* When it was done, and why it was let go, is so of what is done and what is let go. */
static gboolean
prepare(CareTransaction *transaction, CareRecord *followup, CareRecord *old, GError **error)
{
    if (!care_followup_is(followup, CARE_FOLLOWUP_KEPT))
        care_record_clear(followup, CARE_FOLLOWUP_DONE);
    else if (!care_record_is_set(followup, CARE_FOLLOWUP_DONE))
        care_record_set_int(followup, CARE_FOLLOWUP_DONE, care_transaction_now(transaction));
    if (old != NULL && care_followup_is(old, CARE_FOLLOWUP_LET_GO)
        && !care_followup_is(followup, CARE_FOLLOWUP_LET_GO)
        && care_record_field_equal(followup, old, CARE_FOLLOWUP_REASON))
        care_record_clear(followup, CARE_FOLLOWUP_REASON);
    return old == NULL || care_record_stamp(old).deleted == 0 || care_record_stamp(followup).deleted != 0
           || check_no_twin(transaction, followup, error);
}

/* Who opens what was done says that it is to be asked once more; what was let go waits for what it waited for before, unless that
 * would have it done. */
static gboolean
open_again(CareTransaction *transaction, CareRecord *followup, CareRecord *old, GError **error)
{
    return care_seen_to_is_marking(followup) || !care_followup_is(followup, CARE_FOLLOWUP_OPEN)
           || care_followup_is(old, CARE_FOLLOWUP_OPEN)
           || care_seen_to_pass_over(transaction, followup, care_followup_is(old, CARE_FOLLOWUP_KEPT), error);
}

/* A day that is chosen after it was put off is the newer decision, and so is that it is to be asked once more. */
static gboolean
saved(CareTransaction *transaction, CareRecord *followup, CareRecord *old, GError **error)
{
    g_autoptr(GArray) deferrals = NULL;

    if (old != NULL && !open_again(transaction, followup, old, error))
        return FALSE;
    if (old == NULL || care_record_field_equal(followup, old, CARE_FOLLOWUP_DUE))
        return TRUE;
    deferrals = care_query_ids(care_transaction_connection(transaction), "today/put-off-of-followup", error,
                               "i", care_record_id(followup));
    for (guint i = 0; deferrals != NULL && i < deferrals->len; i++)
        if (!care_flow_remove(transaction, &care_deferral_kind, g_array_index(deferrals, CareId, i), error))
            return FALSE;
    return deferrals != NULL;
}

/* A contact may have gone, or come back, while the step was away. */
static gboolean
undeleted(CareTransaction *transaction, CareRecord *old, GError **error)
{
    return care_seen_to_settle_step(transaction, care_record_id(old), error);
}

static const CareTie calls = { &care_interaction_kind, CARE_INTERACTION_FOLLOWUP, NULL };

/* What was said of it went along, before it or now. */
static gboolean
moved(CareTransaction *transaction, CareRecord *followup, CareRecord *old, GError **error)
{
    return care_tie_move(transaction, &calls, care_record_id(followup),
                         care_record_int(followup, CARE_FOLLOWUP_CUSTOMER), error)
           && care_seen_to_settle_step(transaction, care_record_id(followup), error);
}

static gboolean
check_alone(CareRecord *followup, const CareAsked *asked, GError **error)
{
    gboolean kept = care_followup_is(followup, CARE_FOLLOWUP_KEPT);

    if (asked->schema < CARE_SCHEMA_THAT_ASKED_MORE
        || kept == care_record_is_set(followup, CARE_FOLLOWUP_DONE))
        return TRUE;
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                        kept ? _("It was done, and does not say when.")
                             : _("It says when it was done, and that it was not."));
    return FALSE;
}

const CareKindFlow care_followup_flow = {
    .kind = &care_followup_kind,
    .prepare = prepare,
    .saved = saved,
    .moved = moved,
    .owner = CARE_FOLLOWUP_CUSTOMER,
    .undeleted = undeleted,
    .check_alone = check_alone,
};
