/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-draft.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "service/flow.h"
#include "store/migrate.h"

void
care_archive_drafts_init(CareArchiveDrafts *self)
{
    self->gone = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_object_unref);
    self->kept = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

void
care_archive_drafts_clear(CareArchiveDrafts *self)
{
    g_clear_pointer(&self->gone, g_hash_table_unref);
    g_clear_pointer(&self->kept, g_hash_table_unref);
}

static void
remember(GHashTable *records, gint64 key, CareRecord *record)
{
    g_hash_table_insert(records, g_memdup2(&key, sizeof key), g_object_ref(record));
}

static gboolean
was_draft(CareRecord *record, CareRecord *known)
{
    return care_record_kind(record) == &care_invoice_kind && care_record_is_set(record, CARE_INVOICE_NUMBER)
           && !care_record_is_set(known, CARE_INVOICE_NUMBER);
}

/* Issuing writes down what a draft does not say, and works out sums anew. Over what it says it writes nothing, but takes out
 * the reason for billing early where the work was done by then. */
static gboolean
says_it_still(CareRecord *issued, CareRecord *draft, int field)
{
    const CareField *f = &care_record_kind(draft)->fields[field];

    if ((f->flags & CARE_FIELD_COMPUTED) || !care_record_is_set(draft, field)
        || (field == CARE_INVOICE_EARLY_REASON && !care_record_is_set(issued, field)))
        return TRUE;
    return f->kind == CARE_FIELD_LIST
               ? care_record_rows_agree(draft, issued, field, care_record_says_the_same)
               : care_record_field_equal(draft, issued, field);
}

static gboolean
says_what_it_said(CareRecord *issued, CareRecord *draft)
{
    for (guint i = 0; i < care_record_kind(draft)->n_fields; i++)
        if (!says_it_still(issued, draft, (int)i))
            return FALSE;
    return TRUE;
}

gboolean
care_archive_is_issued_since(CareRecord *record, CareRecord *known)
{
    return was_draft(record, known)
           && (care_record_stamp(known).deleted != 0 || says_what_it_said(record, known));
}

gboolean
care_archive_keep_draft(CareArchiveDrafts *self, CareRecord *record, CareRecord *known, GError **error)
{
    if (!was_draft(record, known))
        return FALSE;
    remember(self->kept, care_record_int(record, CARE_INVOICE_ISSUE_ORDER), record);
    g_set_error(
        error, CARE_ERROR, CARE_ERROR_INPUT,
        /* Translators: %s is the number of an invoice */
        _("Invoice %s is still a draft here, and says something else. The draft was kept; delete it and "
          "import again."),
        care_record_text(record, CARE_INVOICE_NUMBER));
    return TRUE;
}

void
care_archive_let_draft_go(CareArchiveDrafts *self, CareRecord *draft)
{
    remember(self->gone, care_record_id(draft), draft);
}

/* It stood in this shop: nothing is asked of it again that an older door did not ask. */
gboolean
care_archive_put_draft_back(CareTransaction *transaction, const CareArchiveDrafts *drafts, CareId id,
                            GError **error)
{
    CareRecord *draft = g_hash_table_lookup(drafts->gone, &id);

    return draft == NULL
           || care_flow_restore(transaction, draft,
                                care_migrate_began(care_transaction_connection(transaction)), error);
}
