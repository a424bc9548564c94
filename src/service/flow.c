/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/flow.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/event.h"
#include "model/merge.h"
#include "model/staff.h"
#include "service/customers/customer-flow.h"
#include "service/customers/document-flow.h"
#include "service/customers/interaction-flow.h"
#include "service/feedback/complaint-flow.h"
#include "service/feedback/feedback-flow.h"
#include "service/flow-derive.h"
#include "service/flow-given.h"
#include "service/flow-owners.h"
#include "service/flow-references.h"
#include "service/flow-times.h"
#include "service/flow-uses.h"
#include "service/invoices/invoice-flow.h"
#include "service/invoices/payment-flow.h"
#include "service/jobs/job-saving.h"
#include "service/occasions/gift-flow.h"
#include "service/today/deferral-flow.h"
#include "service/today/due-anew.h"
#include "service/today/followup-flow.h"
#include "store/kind-query.h"

/* The kinds that have rules of their own, in the order of care_kinds(). */
static const CareKindFlow *const flows[] = {
    &care_customer_flow,  &care_job_flow,      &care_followup_flow, &care_interaction_flow,
    &care_gift_flow,      &care_invoice_flow,  &care_payment_flow,  &care_feedback_flow,
    &care_complaint_flow, &care_document_flow, &care_deferral_flow,
};

const CareKindFlow *
care_kind_flow(const CareKind *kind)
{
    static const CareKindFlow plain = { .kind = NULL };

    for (gsize i = 0; i < G_N_ELEMENTS(flows); i++)
        if (flows[i]->kind == kind)
            return flows[i];
    return &plain;
}

gboolean
care_flow_add_event(CareTransaction *transaction, CareId customer, CareId job, const char *name,
                    const char *before, const char *after, GError **error)
{
    g_autoptr(CareRecord) event = CARE_RECORD(care_event_new());

    care_record_set_int(event, CARE_EVENT_STAFF, care_transaction_actor(transaction));
    care_record_set_int(event, CARE_EVENT_CUSTOMER, customer);
    care_record_set_int(event, CARE_EVENT_JOB, job);
    care_record_set_int(event, CARE_EVENT_AT, care_transaction_now(transaction));
    care_record_set_text(event, CARE_EVENT_NAME, name);
    care_record_set_text(event, CARE_EVENT_BEFORE, before);
    care_record_set_text(event, CARE_EVENT_AFTER, after);
    return care_flow_save(transaction, event, NULL, error);
}

/* A field's two values in one breath, for who cannot be asked. */
static char *
tell_apart(CareTransaction *transaction, CareRecord *mine, CareRecord *theirs, int field)
{
    const CareField *f = &care_record_kind(mine)->fields[field];
    const char *currency = care_record_currency(theirs, care_transaction_shop(transaction)->currency);
    const char *label = care_field_label(f);
    g_autofree char *here = care_record_field_to_string(mine, field, currency);
    g_autofree char *there = care_record_field_to_string(theirs, field, currency);

    if (f->kind == CARE_FIELD_LIST && !care_kind_is_flat(care_kind_child(f)))
        /* Translators: %s is what a list is called, "Lines" */
        return g_strdup_printf(_("%s: others there than here"), label);
    /* Translators: a field's name, and what it says there and here */
    return g_strdup_printf(_("%s is “%s” there and “%s” here"), label, there != NULL ? there : "",
                           here != NULL ? here : "");
}

static void
set_conflict(CareTransaction *transaction, CareRecord *mine, CareRecord *theirs, guint64 fields,
             GError **error)
{
    g_autoptr(GStrvBuilder) parts = g_strv_builder_new();
    g_auto(GStrv) each = NULL;
    g_autofree char *all = NULL;

    for (guint i = 0; i < care_record_kind(mine)->n_fields; i++)
        if (fields & CARE_FIELD_BIT(i))
            g_strv_builder_take(parts, tell_apart(transaction, mine, theirs, (int)i));
    each = g_strv_builder_end(parts);
    all = g_strjoinv("; ", each);
    g_set_error(error, CARE_ERROR, CARE_ERROR_CONFLICT,
                /* Translators: %s is one or more of "Name is “Ann” there and “Anna” here" */
                _("The same was changed elsewhere meanwhile: %s. Nothing was changed here; look at it anew."),
                all);
}

static gboolean
refuse_deleted(GError **error)
{
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
                        _("This was deleted meanwhile. Nothing was changed; bring it back from "
                          "Recently Deleted first."));
    return FALSE;
}

/* Brings what was stored since base into the record. */
static gboolean
catch_up(CareTransaction *transaction, CareRecord *record, CareRecord *base, CareRecord *old, GError **error)
{
    guint64 conflicts;

    if (care_record_stamp(old).deleted != 0 && care_record_stamp(base).deleted == 0)
        return refuse_deleted(error);
    conflicts = care_record_merge(record, base, old);
    if (conflicts != 0)
        set_conflict(transaction, record, old, conflicts, error);
    return conflicts == 0;
}

/* What follows from a record that was written. */
static gboolean
follow(CareTransaction *transaction, CareRecord *record, CareRecord *old, GError **error)
{
    const CareKindFlow *flow = care_kind_flow(care_record_kind(record));

    if ((flow->saved != NULL && !flow->saved(transaction, record, old, error))
        || !care_due_begin_anew(transaction, record, old, error))
        return FALSE;
    return flow->moved == NULL || old == NULL || care_record_field_equal(record, old, flow->owner)
           || flow->moved(transaction, record, old, error);
}

static gboolean
prepare(CareTransaction *transaction, CareRecord *record, CareRecord *old, GError **error)
{
    const CareKindFlow *flow = care_kind_flow(care_record_kind(record));

    care_record_keep_currency(record, old, care_transaction_shop(transaction)->currency);
    care_record_drop_unseen(record, care_transaction_what_stood(transaction, record, old));
    return (flow->prepare == NULL || flow->prepare(transaction, record, old, error))
           && care_flow_check_all_happened(transaction, record, old, error);
}

static gboolean
write_by_rules(CareTransaction *transaction, CareRecord *record, CareRecord *old, GError **error)
{
    return prepare(transaction, record, old, error)
           && care_flow_check_references(transaction, record, old, error)
           && care_transaction_save(transaction, record, old, error)
           && follow(transaction, record, old, error);
}

static gboolean
write_it(CareTransaction *transaction, CareRecord *record, CareRecord *old, GError **error)
{
    return care_flow_check_owners(transaction, record, old, error)
           && care_flow_check_given(transaction, record, old, error)
           && write_by_rules(transaction, record, old, error);
}

gboolean
care_flow_save_over(CareTransaction *transaction, CareRecord *record, CareRecord *base, CareRecord **replaced,
                    GError **error)
{
    g_autoptr(CareRecord) old = NULL;

    *replaced = NULL;
    if (care_record_id(record) == 0)
        return write_it(transaction, record, NULL, error);
    old = care_transaction_load(transaction, care_record_kind(record), care_record_id(record), error);
    if (old == NULL || (base != NULL && !catch_up(transaction, record, base, old, error))
        || !write_it(transaction, record, old, error))
        return FALSE;
    *replaced = g_steal_pointer(&old);
    return TRUE;
}

gboolean
care_flow_save(CareTransaction *transaction, CareRecord *record, CareRecord *base, GError **error)
{
    g_autoptr(CareRecord) replaced = NULL;

    return care_flow_save_over(transaction, record, base, &replaced, error);
}

gboolean
care_flow_save_back(CareTransaction *transaction, CareRecord *record, CareRecord *base, CareInstant since,
                    CareRecord **replaced, GError **error)
{
    care_transaction_take_back(transaction, since);
    return care_flow_save_over(transaction, record, base, replaced, error);
}

gboolean
care_flow_save_along(CareTransaction *transaction, CareRecord *record, GError **error)
{
    CareId id = care_record_id(record);
    g_autoptr(CareRecord) old
        = id != 0 ? care_transaction_load(transaction, care_record_kind(record), id, error) : NULL;

    return (id == 0 || old != NULL) && write_by_rules(transaction, record, old, error);
}

CareRecord *
care_flow_load(CareTransaction *transaction, const CareKind *kind, CareId id, GError **error)
{
    g_autoptr(CareRecord) record = care_transaction_load(transaction, kind, id, error);

    if (record == NULL || (care_record_stamp(record).deleted != 0 && !refuse_deleted(error))
        || !care_flow_check_shown(transaction, record, error))
        return NULL;
    return g_steal_pointer(&record);
}

typedef gboolean (*RemoveFunc)(CareTransaction *transaction, CareRecord *record, GError **error);

static gboolean
remove_by_rules(CareTransaction *transaction, CareRecord *old, RemoveFunc remove_it, GError **error)
{
    const CareKindFlow *flow = care_kind_flow(care_record_kind(old));
    g_autoptr(CareRecord) record = care_record_copy(old);

    return (flow->may_go == NULL || flow->may_go(transaction, old, error))
           && remove_it(transaction, record, error)
           && (flow->removed == NULL || flow->removed(transaction, old, error));
}

gboolean
care_flow_remove(CareTransaction *transaction, const CareKind *kind, CareId id, GError **error)
{
    g_autoptr(CareRecord) old = care_transaction_load(transaction, kind, id, error);

    return old != NULL
           && (care_record_stamp(old).deleted != 0
               || (care_flow_check_shown(transaction, old, error)
                   && remove_by_rules(transaction, old, care_transaction_remove, error)));
}

static gboolean
remove_owner(CareTransaction *transaction, CareRecord *owner, GError **error)
{
    return care_flow_check_unused_since(transaction, owner, care_record_stamp(owner).changed, error)
           && care_flow_remove(transaction, care_record_kind(owner), care_record_id(owner), error);
}

gboolean
care_flow_remove_with(CareTransaction *transaction, const CareKind *kind, CareId id, GPtrArray *along,
                      GError **error)
{
    gboolean gone = care_flow_remove(transaction, kind, id, error);

    for (guint i = along != NULL ? along->len : 0; gone && i > 0; i--)
        gone = remove_owner(transaction, along->pdata[i - 1], error);
    return gone;
}

gboolean
care_flow_remove_along(CareTransaction *transaction, const CareKind *kind, CareId id, GError **error)
{
    g_autoptr(CareRecord) old = care_transaction_load(transaction, kind, id, error);

    return old != NULL
           && (care_record_stamp(old).deleted != 0
               || remove_by_rules(transaction, old, care_transaction_remove, error));
}

gboolean
care_flow_remove_made(CareTransaction *transaction, const CareKind *kind, CareId id, GError **error)
{
    g_autoptr(CareRecord) old = care_transaction_load(transaction, kind, id, error);

    return old != NULL
           && (care_record_stamp(old).deleted != 0
               || remove_by_rules(transaction, old, care_transaction_remove_made, error));
}

gboolean
care_flow_take_back(CareTransaction *transaction, CareRecord *added, GError **error)
{
    const CareKind *kind = care_record_kind(added);
    CareId id = care_record_id(added);
    g_autoptr(CareRecord) record = care_transaction_load(transaction, kind, id, error);

    if (record == NULL || !care_flow_check_untouched(record, added, error)
        || !care_flow_check_unused(transaction, record, error))
        return FALSE;
    care_transaction_take_back(transaction, care_record_stamp(record).created);
    return care_flow_remove(transaction, kind, id, error);
}

/* The rules of a save hold, for what was allowed when it went may not be any more. */
static gboolean
come_back(CareTransaction *transaction, CareRecord *record, GError **error)
{
    const CareKindFlow *flow = care_kind_flow(care_record_kind(record));
    g_autoptr(CareRecord) old = care_record_copy(record);
    CareRecordStamp stamp = care_record_stamp(record);

    stamp.deleted = 0;
    care_record_set_stamp(record, stamp);
    return prepare(transaction, record, old, error)
           && care_transaction_undelete(transaction, record, old, error)
           && (flow->undeleted == NULL || flow->undeleted(transaction, old, error));
}

gboolean
care_flow_undelete(CareTransaction *transaction, const CareKind *kind, CareId id, GPtrArray *along,
                   GError **error)
{
    g_autoptr(CareRecord) gone = care_transaction_load(transaction, kind, id, error);
    g_autoptr(CareRecord) record = NULL;

    /* hidden with what it belongs to, it comes back with that */
    if (gone == NULL || !care_flow_bring_owners(transaction, gone, along, error))
        return FALSE;
    record = care_transaction_load(transaction, kind, id, error); /* its owner may have brought it */
    return record != NULL
           && (care_record_stamp(record).deleted == 0 || come_back(transaction, record, error));
}

/* As one that is added: what it belongs to and somebody deleted since stays so. */
gboolean
care_flow_add_again(CareTransaction *transaction, const CareKind *kind, CareId id, GError **error)
{
    g_autoptr(CareRecord) record = care_transaction_load(transaction, kind, id, error);

    return record != NULL && care_flow_check_owners(transaction, record, NULL, error)
           && care_flow_undelete(transaction, kind, id, NULL, error);
}

/* Nothing says any more that it was changed by somebody who is gone for good. */
static gboolean
forget_writer(CareTransaction *transaction, CareId staff, GError **error)
{
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (!care_kind_forget_writer(care_transaction_connection(transaction), *kind, staff, error))
            return FALSE;
    return TRUE;
}

gboolean
care_flow_purge(CareTransaction *transaction, const CareKind *kind, CareId id, GError **error)
{
    const CareKindFlow *flow = care_kind_flow(kind);
    g_autoptr(CareRecord) old = care_transaction_load(transaction, kind, id, error);

    return old != NULL && (flow->may_go == NULL || flow->may_go(transaction, old, error))
           && care_transaction_purge(transaction, kind, id, error)
           && (kind != &care_staff_kind || forget_writer(transaction, id, error))
           && (flow->removed == NULL || care_record_stamp(old).deleted != 0
               || flow->removed(transaction, old, error));
}

static CareAsked
asked_of(CareTransaction *transaction, int schema)
{
    return (CareAsked){ care_transaction_shop(transaction)->currency, schema,
                        care_transaction_today(transaction) };
}

/* What stands elsewhere about a record, whether it was put off or taken back, names its id alone. */
static gboolean
check_id(CareTransaction *transaction, CareRecord *record, GError **error)
{
    gboolean taken;

    return care_kinds_have_id(care_transaction_connection(transaction), care_record_id(record), &taken, error)
           && (!taken || care_refuse(error, CARE_ERROR_INPUT, _("Another record has its id.")));
}

gboolean
care_flow_restore(CareTransaction *transaction, CareRecord *record, int schema, GError **error)
{
    const CareAsked asked = asked_of(transaction, schema);

    return care_flow_check_times(record, &asked, error) && check_id(transaction, record, error)
           && care_transaction_restore_verbatim(transaction, record, schema, error);
}

static gboolean
check_itself(CareRecord *record, const CareAsked *asked, GError **error)
{
    const CareKindFlow *flow = care_kind_flow(care_record_kind(record));

    return care_flow_check_times(record, asked, error)
           && (flow->check_alone == NULL || flow->check_alone(record, asked, error));
}

/* Every door takes what nobody can see for nothing, so that it is missing where something has to be said. */
static gboolean
check_seen(CareRecord *record, const CareField *unseen, const CareAsked *asked, GError **error)
{
    g_autoptr(CareRecord) seen = care_record_copy(record);

    care_record_drop_unseen(seen, NULL);
    if (care_record_is_valid(seen, asked->schema, NULL) || !care_record_is_valid(record, asked->schema, NULL))
        return check_itself(seen, asked, error);
    g_set_error(error, CARE_ERROR, CARE_ERROR_REFUSED,
                /* Translators: %s is what a field is called, "In Their Words" */
                _("There is nothing to see in “%s”."), care_field_label(unseen));
    return FALSE;
}

/* No closed schema asked what comes from elsewhere whether it can be seen. */
gboolean
care_flow_check_alone(CareRecord *record, const CareAsked *asked, GError **error)
{
    const CareField *unseen = asked->schema >= CARE_SCHEMA_TO_COME ? care_record_find_unseen(record) : NULL;

    return unseen != NULL ? check_seen(record, unseen, asked, error) : check_itself(record, asked, error);
}

gboolean
care_flow_check_restored(CareTransaction *transaction, const CareKind *kind, CareId id, int schema,
                         GError **error)
{
    const CareKindFlow *flow = care_kind_flow(kind);
    const CareAsked asked = asked_of(transaction, schema);
    g_autoptr(CareRecord) record = NULL;

    if (flow->check_alone == NULL && flow->check_restored == NULL && !care_flow_may_stray(kind))
        return TRUE;
    record = care_transaction_load(transaction, kind, id, error);
    return record != NULL && care_flow_check_alone(record, &asked, error)
           && care_flow_check_astray(care_transaction_connection(transaction), record, schema, error)
           && (flow->check_restored == NULL || flow->check_restored(transaction, record, schema, error));
}

gboolean
care_flow_write_down(CareTransaction *transaction, CareRecord *record, int field, const char *words,
                     GError **error)
{
    g_autoptr(CareRecord) old = care_record_copy(record);

    care_record_clear(record, field);
    if (words != NULL)
        care_record_set_text(record, field, words);
    return care_transaction_put_back(transaction, record, old, error);
}

gboolean
care_flow_name_instead(CareTransaction *transaction, CareRecord *record, int field, CareId id, GError **error)
{
    g_autoptr(CareRecord) old = care_record_copy(record);

    care_record_set_int(record, field, id);
    return care_transaction_put_back(transaction, record, old, error);
}

gboolean
care_flow_unrestore(CareTransaction *transaction, const CareKind *kind, CareId id, GError **error)
{
    return care_transaction_purge(transaction, kind, id, error);
}

gboolean
care_flow_follow_restored(CareTransaction *transaction, const CareKindBrought *brought, CareId id,
                          GError **error)
{
    const CareKindFlow *flow = care_kind_flow(brought->kind);
    g_autoptr(CareRecord) record = NULL;

    if (flow->restored == NULL && flow->derive == NULL)
        return TRUE;
    record = care_transaction_load(transaction, brought->kind, id, error);
    if (record == NULL || care_record_stamp(record).deleted != 0)
        return record != NULL;
    return care_flow_derive_stored(transaction, record, error)
           && (flow->restored == NULL || flow->restored(transaction, record, brought, error));
}

gboolean
care_flow_put_back(CareTransaction *transaction, CareRecord *record, CareRecord *old, GError **error)
{
    return care_transaction_put_back(transaction, record, old, error)
           && follow(transaction, record, old, error);
}
