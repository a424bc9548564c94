/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The database as a whole: the file, its rules, what refers to what, what is derived, and what was paid. */
#include "service/invoices/verify-private.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "service/invoices/invoice-account.h"
#include "store/derived-check.h"
#include "store/named-query.h"
#include "store/record-sql.h"
#include "store/schema-check.h"
#include "store/search-index.h"

/* rebuild makes rules anew, and no rows. */
static char *
lost_table_sentence(const char *name)
{
    const CareKind *kind = care_kind_by_name(name);

    if (kind == NULL)
        return g_strdup_printf(_("A part of the database is gone: table %s; restore the newest backup"),
                               name);
    /* Translators: %1$s is a kind of record, like “Gift”, %2$s what the database calls it */
    return g_strdup_printf(_("Everything of the kind “%1$s” is gone (table %2$s); restore the newest backup"),
                           care_kind_label(kind), kind->name);
}

/* Translators: what a database is made of, in its own words: "trigger invoice_frozen_update" */
static char *
fault_sentence(CareSchemaFault fault, const char *object)
{
    if (fault == CARE_SCHEMA_CHANGED
        && (g_str_has_prefix(object, "table") || g_str_has_prefix(object, "pragma")))
        return g_strdup_printf(_("A part of the database is not as Aftercare made it: %s; export everything "
                                 "and import it into an empty folder or, if that fails, restore the newest "
                                 "backup"),
                               object);
    if (fault == CARE_SCHEMA_CHANGED)
        return g_strdup_printf(_("A part of the database is not as Aftercare made it: %s; “aftercare-cli "
                                 "rebuild” makes it anew"),
                               object);
    if (fault == CARE_SCHEMA_FOREIGN)
        return g_strdup_printf(_("A part of the database was not made by Aftercare: %s; “aftercare-cli "
                                 "rebuild” takes it out, with what is in it"),
                               object);
    return g_strdup_printf(_("A part of the database is gone: %s; “aftercare-cli rebuild” makes it anew"),
                           object);
}

static void
add_fault(CareSchemaFault fault, const char *type, const char *name, gpointer data)
{
    CareVerify *self = data;
    g_autofree char *object = g_strjoin(" ", type, name, NULL);
    gboolean of_table = g_str_equal(type, "table");

    if (fault != CARE_SCHEMA_FOREIGN && of_table)
        self->lacks_tables = TRUE;
    care_verify_add(self, "schema", 0, NULL,
                    fault == CARE_SCHEMA_MISSING && of_table ? lost_table_sentence(name)
                                                             : fault_sentence(fault, object));
}

gboolean
care_verify_schema(CareVerify *self, GError **error)
{
    self->lacks_tables = !care_schema_is_newest(self->connection);
    return care_schema_compare(self->connection, add_fault, self, error);
}

static void
note_theirs(CareSchemaFault fault, const char *type, const char *name, gpointer theirs)
{
    *(gboolean *)theirs |= fault == CARE_SCHEMA_FOREIGN;
}

/* Columns, too: where they are reckoned, or held, by what only another program has, SQLite does not look at their table. */
static gboolean
has_theirs(CareVerify *self)
{
    gboolean theirs = FALSE, foreign = FALSE;

    return (care_schema_compare(self->connection, note_theirs, &theirs, NULL) && theirs)
           || (care_schema_has_foreign(self->connection, &foreign, NULL) && foreign);
}

gboolean
care_verify_is_in_the_way(CareVerify *self, GError *why, GError **error)
{
    if (g_error_matches(why, CARE_ERROR, CARE_ERROR_REFUSED) && has_theirs(self)) {
        g_error_free(why);
        return TRUE;
    }
    g_propagate_error(error, why);
    return FALSE;
}

static gboolean
check_guard(CareVerify *self, GError **error)
{
    gint64 open = 0;

    if (!care_query_int(self->connection, "invoices/guards", &open, error, ""))
        return FALSE;
    if (open != 0)
        care_verify_add(self, "guard", 0, NULL,
                        g_strdup(_("The lock of the issued documents stands open; “aftercare-cli rebuild” "
                                   "closes it")));
    return TRUE;
}

static gboolean
add_orphan(CareStatement *row, gpointer self, GError **error)
{
    care_verify_add(self, "orphan", care_statement_int(row, 1), NULL,
                    g_strdup_printf(_("A row of %s belongs to nothing"), care_statement_text(row, 0)));
    return TRUE;
}

static gboolean
add_broken_reference(CareStatement *row, gpointer self, GError **error)
{
    care_verify_add(self, "foreign-key", care_statement_int(row, 1), NULL,
                    g_strdup_printf(_("A row of %s refers to a row of %s that is not there"),
                                    care_statement_text(row, 0), care_statement_text(row, 2)));
    return TRUE;
}

static gboolean
check_references(CareVerify *self, GError **error)
{
    g_autoptr(GError) local = NULL;

    return care_query_each(self->connection, "invoices/broken-references", add_broken_reference, self, &local,
                           "")
           || care_verify_is_in_the_way(self, g_steal_pointer(&local), error);
}

void
care_verify_add_unsearched(CareVerify *self, CareId id)
{
    care_verify_add(
        self, "search-index", id, NULL,
        g_strdup(_("The search index does not fit the record; “aftercare-cli rebuild” makes it anew")));
}

static gboolean
check_search_index(CareVerify *self, GError **error)
{
    g_autoptr(GArray) ids = care_search_index_check(self->connection, error);

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        care_verify_add_unsearched(self, g_array_index(ids, CareId, i));
    return ids != NULL;
}

static void
add_derived(CareId id, gpointer self)
{
    care_verify_add(self, "derived", id, NULL,
                    g_strdup(_("Its place in lists, or the digits it is found by, do not fit it; "
                               "“aftercare-cli rebuild” makes them anew")));
}

gboolean
care_verify_data(CareVerify *self, GError **error)
{
    return check_guard(self, error)
           && care_query_each(self->connection, "invoices/orphans", add_orphan, self, error, "")
           && check_references(self, error) && check_search_index(self, error)
           && care_sort_keys_check(self->connection, add_derived, self, error)
           && care_phones_check(self->connection, add_derived, self, error);
}

static void
compare_money(CareVerify *self, CareRecord *invoice, CareRecord *wanted, const char *name, int field)
{
    gint64 stored = care_record_int(invoice, field), found = care_record_int(wanted, field);

    if (stored != found)
        care_verify_add(self, "payment", care_record_id(invoice),
                        care_verify_text(invoice, CARE_INVOICE_NUMBER),
                        g_strdup_printf("%s: %" G_GINT64_FORMAT " → %" G_GINT64_FORMAT, name, stored, found));
}

static gboolean
check_money_of(CareVerify *self, CareId id, GError **error)
{
    g_autoptr(CareRecord) invoice = care_record_load(self->connection, &care_invoice_kind, id, error);
    g_autoptr(CareRecord) wanted = invoice != NULL ? care_record_copy(invoice) : NULL;
    const char *number;

    if (wanted == NULL || !care_invoice_follow_payments(self->connection, wanted, error))
        return FALSE;
    number = care_verify_text(invoice, CARE_INVOICE_NUMBER);
    compare_money(self, invoice, wanted, "paid", CARE_INVOICE_PAID);
    compare_money(self, invoice, wanted, "to_pay_back", CARE_INVOICE_TO_PAY_BACK);
    if (!care_record_field_equal(invoice, wanted, CARE_INVOICE_STATE))
        care_verify_add(self, "payment", id, number,
                        g_strdup_printf("state: %s → %s", care_verify_text(invoice, CARE_INVOICE_STATE),
                                        care_verify_text(wanted, CARE_INVOICE_STATE)));
    return TRUE;
}

static gboolean
add_paid_draft(CareStatement *row, gpointer self, GError **error)
{
    care_verify_add(self, "payment", care_statement_int(row, 0), NULL,
                    g_strdup(_("It has no number, and says that it was issued or paid")));
    return TRUE;
}

/* Paid and state are not sealed: they follow from the payments and the credit note. */
gboolean
care_verify_money(CareVerify *self, GError **error)
{
    g_autoptr(GArray) ids = care_query_ids(self->connection, "invoices/issued", error, "");

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!check_money_of(self, g_array_index(ids, CareId, i), error))
            return FALSE;
    return ids != NULL
           && care_query_each(self->connection, "invoices/drafts-with-money", add_paid_draft, self, error,
                              "");
}
