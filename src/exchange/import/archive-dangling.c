/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-dangling.h"

#include <glib/gi18n-lib.h>

#include "store/kind-query.h"
#include "store/named-query.h"

typedef struct {
    const CareReaderDesk *desk;
    int schema;
    const CareKind *holder; /* of the records that are looked for */
    const CareField *field; /* of it, or of a row of its lists */
    GArray *found;
} Search;

static void
clear_dangling(gpointer data)
{
    g_free(((CareArchiveDangling *)data)->reason);
}

/* Of what this file has, and was refused, its own row says why. What it does not have at all another file may, whatever the order
 * in which the two are imported. */
static char *
reason_of(const Search *self, gboolean is_elsewhere)
{
    const char *label = care_field_label(self->field);

    return is_elsewhere
               /* Translators: %s is what a field is called, "Customer" */
               ? g_strdup_printf(
                     _("What it names as “%s” is not in the shop, and this file did not bring it. If "
                       "another file has it, import that one first, and then this one again."),
                     label)
               /* Translators: %s is what a field is called, "Customer" */
               : g_strdup_printf(_("What it names as “%s” is not in the shop and was not taken over."),
                                 label);
}

static gboolean
add_dangling(CareStatement *row, gpointer data, GError **error)
{
    const Search *self = data;
    const CareReaderDesk *desk = self->desk;
    CareArchiveDangling one = { .id = care_statement_int(row, 0) };
    gint64 said = 0;

    if (!care_query_int(care_transaction_connection(desk->transaction), "exchange/import-said", &said, error,
                        "iii", desk->import, (gint64)desk->file, care_statement_int(row, 1)))
        return FALSE;
    one.reason = reason_of(self, said == 0);
    g_array_append_val(self->found, one);
    return TRUE;
}

/* kind: the holder, or that of rows of its lists. */
static gboolean
search(Search *self, const CareKind *kind, GError **error)
{
    const CareKindBrought brought = { self->holder, self->desk->import, self->desk->file, self->schema };
    CareConnection *connection = care_transaction_connection(self->desk->transaction);

    for (guint i = 0; i < kind->n_fields; i++) {
        self->field = &kind->fields[i];
        if (self->field->kind == CARE_FIELD_REF
            && !care_kind_each_dangling(connection, &brought, kind, (int)i, add_dangling, self, error))
            return FALSE;
        if (self->field->kind == CARE_FIELD_LIST && !search(self, care_kind_child(self->field), error))
            return FALSE;
    }
    return TRUE;
}

GArray *
care_archive_find_dangling(const CareReaderDesk *desk, int schema, const CareKind *kind, GError **error)
{
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(CareArchiveDangling));
    Search self = { desk, schema, kind, NULL, found };

    g_array_set_clear_func(found, clear_dangling);
    return search(&self, kind, error) ? g_steal_pointer(&found) : NULL;
}
