/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-draft.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "service/flow.h"
#include "store/migrate.h"

GHashTable *
care_archive_drafts_new(void)
{
    return g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

static gboolean
was_draft(CareRecord *record, CareRecord *known)
{
    return care_record_kind(record) == &care_invoice_kind && care_record_is_set(record, CARE_INVOICE_NUMBER)
           && !care_record_is_set(known, CARE_INVOICE_NUMBER);
}

/* Issuing writes down what a draft does not say, and nothing over what it says. */
static gboolean
says_what_it_said(CareRecord *issued, CareRecord *draft)
{
    const CareKind *kind = care_record_kind(draft);

    for (guint i = 0; i < kind->n_fields; i++)
        if (!(kind->fields[i].flags & CARE_FIELD_COMPUTED) && care_record_is_set(draft, (int)i)
            && !care_record_field_equal(draft, issued, (int)i))
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
care_archive_is_other_draft(CareRecord *record, CareRecord *known, GError **error)
{
    if (!was_draft(record, known))
        return FALSE;
    g_set_error(
        error, CARE_ERROR, CARE_ERROR_INPUT,
        /* Translators: %s is the number of an invoice */
        _("Invoice %s is still a draft here, and says something else. The draft was kept; delete it and "
          "import again."),
        care_record_text(record, CARE_INVOICE_NUMBER));
    return TRUE;
}

/* It stood in this shop: nothing is asked of it again that an older door did not ask. */
gboolean
care_archive_put_draft_back(CareTransaction *transaction, GHashTable *drafts, CareId id, GError **error)
{
    CareRecord *draft = g_hash_table_lookup(drafts, &id);

    return draft == NULL
           || care_flow_restore(transaction, draft,
                                care_migrate_began(care_transaction_connection(transaction)), error);
}
