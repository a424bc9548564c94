/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-by-hand.h"

#include <glib/gi18n-lib.h>

#include "core/sentences.h"
#include "model/complaint.h"
#include "model/document.h"
#include "model/event.h"
#include "model/followup.h"
#include "service/feedback/feedback-flow.h"
#include "service/flow-uses.h"
#include "service/flow.h"
#include "service/today/seen-words.h"
#include "service/today/seers.h"
#include "store/kind-query.h"
#include "store/named-query.h"

/* By nothing but a person, or a contact that a person logged. What the answer itself made it say nobody knows where the file does
 * not have that. */
static gboolean
says_more(CareRecord *complaint)
{
    static const int by_hand[]
        = { CARE_COMPLAINT_ACKNOWLEDGED, CARE_COMPLAINT_DESIRED,  CARE_COMPLAINT_CAUSE,
            CARE_COMPLAINT_RESOLUTION,   CARE_COMPLAINT_RESOLVED, CARE_COMPLAINT_CONFIRMATION,
            CARE_COMPLAINT_COST };

    for (guint i = 0; i < G_N_ELEMENTS(by_hand); i++)
        if (care_record_is_set(complaint, by_hand[i]))
            return TRUE;
    return FALSE;
}

/* An answer whose comment is put right puts those of its complaint right: words that were changed may be anybody's. */
static gboolean
has_own_words(CareRecord *complaint)
{
    CareRecordStamp stamp = care_record_stamp(complaint);

    return stamp.changed != stamp.created
           && !care_feedback_wrote(care_record_text(complaint, CARE_COMPLAINT_WORDS));
}

gboolean
care_archive_was_seen_to(const CareReaderDesk *desk, CareRecord *complaint, CareRecord *answer,
                         gboolean *seen_to, GError **error)
{
    gboolean as_opened = FALSE;

    if (answer == NULL) {
        *seen_to = says_more(complaint) || has_own_words(complaint);
        return *seen_to || care_flow_find_named(desk->transaction, complaint, seen_to, error);
    }
    if (!care_feedback_left_as_opened(desk->transaction, complaint, answer, &as_opened, error))
        return FALSE;
    *seen_to = !as_opened;
    return TRUE;
}

static gboolean
tell(const CareReaderDesk *desk, CareRecord *record, const char *sentence, GError **error)
{
    return care_query_execute(care_transaction_connection(desk->transaction), "exchange/import-tell", error,
                              "iiis", desk->import, (gint64)desk->file, care_record_id(record), sentence);
}

gboolean
care_archive_let_go(const CareReaderDesk *desk, CareRecord *record, int field, const char *wrong,
                    GError **error)
{
    g_autofree char *sentence = care_sentences_join(wrong, _("It came without that."));

    return care_flow_write_down(desk->transaction, record, field, NULL, error)
           && tell(desk, record, sentence, error);
}

static gboolean
name_own(const CareReaderDesk *desk, CareRecord *record, int field, CareId own, GError **error)
{
    /* Translators: %s is what a field is called, "Follow-Up" */
    g_autofree char *sentence
        = g_strdup_printf(_("What it names as “%s” the shop had made itself, and it came with that."),
                          care_field_label(&care_record_kind(record)->fields[field]));

    return care_flow_name_instead(desk->transaction, record, field, own, error)
           && tell(desk, record, sentence, error);
}

static gboolean
say_own(const CareReaderDesk *desk, CareRecord *seer, CareId step, CareId own, GError **error)
{
    const CareKindBrought brought = { NULL, desk->import, desk->file, 0 };
    g_autofree char *words = care_seen_words_rename(care_seers_words(seer), step, own);
    gboolean came = FALSE;

    return care_kind_was_brought(care_transaction_connection(desk->transaction), &brought,
                                 care_record_id(seer), &came, error)
           && (!came
               || care_flow_write_down(desk->transaction, seer, care_seers_of(seer)->seen_to, words, error));
}

/* Those that saw to the step, or did until somebody opened it again. */
static gboolean
let_see_to_own(const CareReaderDesk *desk, CareId step, CareId own, gboolean passed, GError **error)
{
    g_autoptr(GPtrArray) seers = care_seers_find(desk->transaction, step, passed, error);

    for (guint i = 0; seers != NULL && i < seers->len; i++)
        if (!say_own(desk, seers->pdata[i], step, own, error))
            return FALSE;
    return seers != NULL;
}

static gboolean
was_made(CareRecord *record)
{
    return care_record_kind(record) == &care_followup_kind
           && care_record_is_set(record, CARE_FOLLOWUP_SOURCE);
}

static char *
say_lost(const CareField *field)
{
    /* Translators: %s is what a field is called, "Customer" */
    return g_strdup_printf(_("What it names as “%s” is not in the shop and was not taken over."),
                           care_field_label(field));
}

static gboolean
has_other_owner(CareRecord *document, int field)
{
    static const int owners[]
        = { CARE_DOCUMENT_CUSTOMER, CARE_DOCUMENT_JOB, CARE_DOCUMENT_DEVICE, CARE_DOCUMENT_COMPLAINT };

    for (guint i = 0; i < G_N_ELEMENTS(owners); i++)
        if (owners[i] != field && care_record_is_set(document, owners[i]))
            return TRUE;
    return FALSE;
}

/* A document without an owner would be in no list, and what happened to a job would be told of none. */
static gboolean
makes_sense_without(CareRecord *record, int field)
{
    const CareKind *kind = care_record_kind(record);

    if (kind == &care_event_kind)
        return !(kind->fields[field].flags & CARE_FIELD_GOES_ALONG);
    if (kind == &care_document_kind)
        return !(kind->fields[field].flags & CARE_FIELD_GOES_ALONG) && has_other_owner(record, field);
    return TRUE;
}

/* The question after a complaint goes along with that. What makes no sense alone is refused as all that names what is not there. */
static gboolean
free_namer(const CareReaderDesk *desk, const CareKind *kind, int field, CareId id, CareId own, GError **error)
{
    g_autoptr(CareRecord) record = care_transaction_load(desk->transaction, kind, id, error);
    g_autofree char *wrong = say_lost(&kind->fields[field]);

    if (record == NULL)
        return FALSE;
    if (was_made(record))
        return care_archive_free_namers(desk, kind, id, 0, error);
    if (own != 0)
        return name_own(desk, record, field, own, error);
    return !makes_sense_without(record, field) || care_archive_let_go(desk, record, field, wrong, error);
}

static gboolean
free_namers_by(const CareReaderDesk *desk, const CareKind *kind, int field, CareId of, CareId own,
               GError **error)
{
    CareConnection *connection = care_transaction_connection(desk->transaction);
    g_autoptr(GArray) ids = care_kind_referrers(connection, kind, field, of, error);

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!free_namer(desk, kind, field, g_array_index(ids, CareId, i), own, error))
            return FALSE;
    return ids != NULL;
}

gboolean
care_archive_free_namers(const CareReaderDesk *desk, const CareKind *kind, CareId id, CareId own,
                         GError **error)
{
    if (own != 0
        && (!let_see_to_own(desk, id, own, FALSE, error) || !let_see_to_own(desk, id, own, TRUE, error)))
        return FALSE;
    for (const CareKind *const *other = care_kinds(); *other != NULL; other++)
        for (guint i = 0; i < (*other)->n_fields; i++) {
            const CareField *field = &(*other)->fields[i];

            if (field->kind == CARE_FIELD_REF && g_str_equal(field->extra, kind->name)
                && !(field->flags & CARE_FIELD_REQUIRED)
                && !free_namers_by(desk, *other, (int)i, id, own, error))
                return FALSE;
        }
    return TRUE;
}

static char *
say_deleted(const CareField *field)
{
    /* Translators: %s is what a field is called, "Customer" */
    return g_strdup_printf(_("What it names as “%s” was deleted here. Bring that back from Recently Deleted, "
                             "and import it again."),
                           care_field_label(field));
}

gboolean
care_archive_leave_hidden(const CareReaderDesk *desk, const CareKind *kind, int field, CareId id,
                          gboolean taken_back, char **reason, GError **error)
{
    g_autoptr(CareRecord) record = care_transaction_load(desk->transaction, kind, id, error);
    g_autofree char *lost = say_lost(&kind->fields[field]);

    *reason = NULL;
    if (record == NULL)
        return FALSE;
    if (taken_back && !(kind->fields[field].flags & CARE_FIELD_REQUIRED) && !was_made(record)
        && makes_sense_without(record, field))
        return care_archive_let_go(desk, record, field, lost, error);
    *reason = taken_back ? g_steal_pointer(&lost) : say_deleted(&kind->fields[field]);
    return !taken_back || care_archive_free_namers(desk, kind, id, 0, error);
}
