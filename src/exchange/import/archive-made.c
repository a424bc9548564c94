/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-made.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "core/errors.h"
#include "core/isolate.h"
#include "exchange/import/archive-by-hand.h"
#include "exchange/import/archive-name.h"
#include "model/complaint.h"
#include "model/customer.h"
#include "model/event.h"
#include "model/feedback.h"
#include "model/followup.h"
#include "model/job.h"
#include "service/feedback/feedback-flow.h"
#include "store/named-query.h"

/* What the file says of the record from which another was made. */
typedef enum {
    NOTHING,
    BROUGHT, /* it came along */
    AGREES,  /* the same as the shop */
    DIFFERS, /* another version, which was not taken over */
} Said;

typedef struct {
    const CareKind *kind; /* NULL: it was made from none */
    CareId id;
    gboolean (*makes)(CareRecord *maker); /* whether it is, by now, what makes such a record; nullable */
} Maker;

static gboolean
was_handed_over(CareRecord *job)
{
    const char *status = care_record_text(job, CARE_JOB_STATUS);

    return care_job_status_is(status, CARE_STATUS_COLLECTED)
           || care_job_status_is(status, CARE_STATUS_CANCELLED);
}

static gboolean
is_settled(CareRecord *complaint)
{
    return care_record_is_set(complaint, CARE_COMPLAINT_RESOLVED);
}

static Maker
maker_of_step(CareRecord *step)
{
    const char *source = care_record_text(step, CARE_FOLLOWUP_SOURCE);

    if (source == NULL)
        return (Maker){ NULL };
    return care_followup_source_is(source, CARE_FOLLOWUP_OF_COMPLAINT)
               ? (Maker){ &care_complaint_kind, care_record_int(step, CARE_FOLLOWUP_COMPLAINT), is_settled }
               : (Maker){ &care_job_kind, care_record_int(step, CARE_FOLLOWUP_JOB), was_handed_over };
}

/* What happened to a job may have been taken back since. */
static Maker
maker_of_event(CareRecord *event)
{
    return care_record_is_set(event, CARE_EVENT_JOB)
               ? (Maker){ &care_job_kind, care_record_int(event, CARE_EVENT_JOB), NULL }
               : (Maker){ &care_customer_kind, care_record_int(event, CARE_EVENT_CUSTOMER), NULL };
}

static gboolean
is_ever_made(const CareKind *kind)
{
    return kind == &care_followup_kind || kind == &care_complaint_kind || kind == &care_event_kind;
}

static Maker
maker_of(CareRecord *record)
{
    if (care_record_kind(record) == &care_followup_kind)
        return maker_of_step(record);
    if (care_record_kind(record) == &care_event_kind)
        return maker_of_event(record);
    return (Maker){ &care_feedback_kind, care_record_int(record, CARE_COMPLAINT_FEEDBACK),
                    care_feedback_is_low };
}

static gboolean
ask(const CareReaderDesk *desk, const char *query, CareId id, gint64 *answer, GError **error)
{
    return care_query_int(care_transaction_connection(desk->transaction), query, answer, error, "iii",
                          desk->import, (gint64)desk->file, id);
}

static gboolean
refuse(char *sentence, GError **error)
{
    g_autofree char *owned = sentence;

    return care_refuse(error, CARE_ERROR_REFUSED, owned);
}

/* An answer has no title: whose it is, and of which day, tells it from others. */
static char *
name_of_answer(CareTransaction *transaction, CareRecord *answer)
{
    CareInstant at = care_record_int(answer, CARE_FEEDBACK_AT);
    g_autofree char *whose = care_archive_name(transaction, answer);
    g_autofree char *day = care_date_to_string(care_date_of_instant(at, care_transaction_zone(transaction)));

    return g_strdup_printf("%s · %s", whose, day);
}

static char *
name_of(CareTransaction *transaction, CareRecord *maker)
{
    g_autofree char *title = care_record_kind(maker) == &care_feedback_kind
                                 ? name_of_answer(transaction, maker)
                                 : care_record_title(maker);

    return care_isolate(title);
}

static char *
say_already(const char *name)
{
    /* Translators: %s is what a job, a complaint or a customer is called */
    return g_strdup_printf(_("The shop has what follows from “%s” already."), name);
}

/* own: set to what the shop made itself in its place, if it did. */
static gboolean
check_maker(const CareReaderDesk *desk, CareId id, const Maker *maker, CareRecord *from, CareId *own,
            GError **error)
{
    g_autofree char *name = name_of(desk->transaction, from);
    gint64 said = NOTHING;

    if (!ask(desk, "exchange/import-said", maker->id, &said, error))
        return FALSE;
    if (said == BROUGHT)
        return TRUE;
    if (!ask(desk, "exchange/import-made-here", id, own, error))
        return FALSE;
    if (*own != 0)
        return refuse(say_already(name), error);
    if (said == DIFFERS)
        /* Translators: %s is what a job, a complaint or a customer is called */
        return refuse(g_strdup_printf(_("It follows from a version of “%s” that was not taken over."), name),
                      error);
    if (said == NOTHING && maker->makes != NULL && !maker->makes(from))
        /* Translators: %s is what a job, a complaint or a customer is called */
        return refuse(g_strdup_printf(_("Nothing of the kind follows from “%s”, as the shop has it."), name),
                      error);
    return TRUE;
}

/* Before what was made is refused; error: why, which stays unless a worse one takes its place. A call about a step is about the
 * shop's own in its place, or whoever was called would be called again; what is about a complaint is about that one. */
static gboolean
give_up(const CareReaderDesk *desk, CareRecord *record, CareId own, GError *why, GError **error)
{
    const CareKind *kind = care_record_kind(record);
    const CareId instead = kind == &care_followup_kind ? own : 0;

    if (!care_archive_free_namers(desk, kind, care_record_id(record), instead, error))
        g_error_free(why);
    else
        g_propagate_error(error, why);
    return FALSE;
}

/* A complaint that somebody has seen to is no mere consequence of an answer any more: it stays without that. why: taken. */
static gboolean
settle(const CareReaderDesk *desk, const CareArchiveVersions *versions, CareRecord *record, GError *why,
       GError **error)
{
    CareRecord *answer;
    g_autofree char *reason = g_strdup(why->message);
    gboolean seen_to = FALSE;

    if (care_record_kind(record) != &care_complaint_kind
        || !g_error_matches(why, CARE_ERROR, CARE_ERROR_REFUSED))
        return give_up(desk, record, 0, why, error);
    answer = care_archive_versions_answer(versions, care_record_int(record, CARE_COMPLAINT_FEEDBACK));
    if (!care_archive_was_seen_to(desk, record, answer, &seen_to, error)) {
        g_error_free(why);
        return FALSE;
    }
    if (!seen_to)
        return give_up(desk, record, 0, why, error);
    g_error_free(why);
    return care_archive_let_go(desk, record, CARE_COMPLAINT_FEEDBACK, reason, error);
}

/* What refers to nothing was refused before, or stays. */
gboolean
care_archive_check_made(const CareReaderDesk *desk, const CareArchiveVersions *versions, const CareKind *kind,
                        CareId id, GError **error)
{
    g_autoptr(CareRecord) record = NULL;
    g_autoptr(CareRecord) from = NULL;
    CareId own = 0;
    GError *why = NULL;
    Maker maker;

    if (!is_ever_made(kind))
        return TRUE;
    record = care_transaction_load(desk->transaction, kind, id, error);
    if (record == NULL)
        return FALSE;
    maker = maker_of(record);
    if (maker.kind != NULL && maker.id != 0)
        from = care_transaction_load(desk->transaction, maker.kind, maker.id, NULL);
    if (from == NULL || check_maker(desk, id, &maker, from, &own, &why))
        return TRUE;
    return own != 0 ? give_up(desk, record, own, why, error) : settle(desk, versions, record, why, error);
}

char *
care_archive_say_already(const CareReaderDesk *desk, const CareKind *kind, CareId id, GError **error)
{
    g_autoptr(CareRecord) record = care_transaction_load(desk->transaction, kind, id, error);
    g_autoptr(CareRecord) from = NULL;
    g_autofree char *name = NULL;
    Maker maker;

    if (record == NULL)
        return NULL;
    maker = maker_of(record);
    from = care_transaction_load(desk->transaction, maker.kind, maker.id, error);
    name = from != NULL ? name_of(desk->transaction, from) : NULL;
    return name != NULL ? say_already(name) : NULL;
}
