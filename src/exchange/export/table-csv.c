/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export/table-csv.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "exchange/export/contacts-csv.h"
#include "exchange/export/csv-writer.h"
#include "exchange/export/customer-contact.h"
#include "exchange/export/vcard-writer.h"
#include "exchange/json/record-json.h"
#include "store/kind-query.h"
#include "store/named-query.h"
#include "store/record-sql.h"
#include "store/setting.h"
#include "store/snapshot.h"

#define PAGE 256
/* Without it spreadsheets take the file for one of the encoding their system had before Unicode. */
#define BOM "\xEF\xBB\xBF"

/* Called for each record, in the order of ids. */
typedef gboolean (*RecordFunc)(CareRecord *record, gpointer data, GError **error);

static gboolean
each_in(CareConnection *connection, const CareKind *kind, GArray *ids, RecordFunc func, gpointer data,
        GError **error)
{
    for (guint i = 0; i < ids->len; i++) {
        /* A page at a time: what is loaded here is gone before the next. */
        g_autoptr(GPtrArray) records = NULL;

        if (i % PAGE != 0)
            continue;
        records = care_records_load(connection, kind, &g_array_index(ids, CareId, i), MIN(PAGE, ids->len - i),
                                    error);
        if (records == NULL)
            return FALSE;
        for (guint j = 0; j < records->len; j++)
            if (!func(records->pdata[j], data, error))
                return FALSE;
    }
    return TRUE;
}

static gboolean
each(CareConnection *connection, const CareKind *kind, RecordFunc func, gpointer data, GError **error)
{
    gboolean done = FALSE;

    if (!care_snapshot_begin(connection, error))
        return FALSE;
    {
        g_autoptr(GArray) ids = care_kind_ids_by_id(connection, kind, error);

        done = ids != NULL && each_in(connection, kind, ids, func, data, error);
    }
    care_snapshot_end(connection);
    return done;
}

typedef struct {
    CareConnection *connection;
    GOutputStream *out;
    GCancellable *cancellable;
    GString *text;
    char *currency;
    GPtrArray *drafts;
} Sink;

static gboolean
flush(Sink *sink, gsize above, GError **error)
{
    gboolean done = sink->text->len <= above
                    || g_output_stream_write_all(sink->out, sink->text->str, sink->text->len, NULL,
                                                 sink->cancellable, error);

    if (sink->text->len > above)
        g_string_truncate(sink->text, 0);
    return done;
}

static gboolean
is_column(const CareField *field)
{
    return !(field->flags & CARE_FIELD_INTERNAL)
           && (field->kind != CARE_FIELD_LIST || care_kind_is_flat(care_kind_child(field)));
}

static void
append_header(GString *out, const CareKind *kind)
{
    g_autoptr(GPtrArray) cells = g_ptr_array_new();

    g_ptr_array_add(cells, (gpointer) "id");
    for (guint i = 0; i < kind->n_fields; i++)
        if (is_column(&kind->fields[i]))
            g_ptr_array_add(cells, (gpointer)kind->fields[i].name);
    g_ptr_array_add(cells, (gpointer) "created");
    g_ptr_array_add(cells, (gpointer) "changed");
    care_csv_append_row(out, (const char *const *)cells->pdata, cells->len);
}

static gboolean
append_record(CareRecord *record, gpointer data, GError **error)
{
    Sink *sink = data;
    const CareKind *kind = care_record_kind(record);
    const char *currency = care_record_currency(record, sink->currency);
    CareRecordStamp stamp = care_record_stamp(record);
    g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(g_free);

    g_ptr_array_add(cells, care_id_to_string(care_record_id(record)));
    for (guint i = 0; i < kind->n_fields; i++)
        if (is_column(&kind->fields[i]))
            g_ptr_array_add(cells, care_record_field_to_string(record, (int)i, currency));
    g_ptr_array_add(cells, care_instant_to_string(stamp.created));
    g_ptr_array_add(cells, care_instant_to_string(stamp.changed));
    care_csv_append_row(sink->text, (const char *const *)cells->pdata, cells->len);
    return flush(sink, 65536, error);
}

/* The day that an import made an occasion of, or that was entered as one. */
static gboolean
add_anniversary(Sink *sink, CareContactDraft *draft, CareId customer, GError **error)
{
    g_autoptr(GError) local = NULL;
    g_autofree char *day
        = care_query_text(sink->connection, "exchange/anniversary", &local, "is", customer, _("Anniversary"));

    if (local != NULL) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    if (day != NULL)
        care_date_parse(day, &draft->anniversary);
    return TRUE;
}

static CareContactDraft *
draft_of(Sink *sink, CareRecord *customer, GError **error)
{
    g_autoptr(CareContactDraft) draft = care_customer_to_contact(customer, sink->currency);

    return add_anniversary(sink, draft, care_record_id(customer), error) ? g_steal_pointer(&draft) : NULL;
}

static gboolean
collect_draft(CareRecord *record, gpointer data, GError **error)
{
    Sink *sink = data;
    CareContactDraft *draft = draft_of(sink, record, error);

    if (draft == NULL)
        return FALSE;
    g_ptr_array_add(sink->drafts, draft);
    return TRUE;
}

static void
free_draft(gpointer draft)
{
    care_contact_draft_free(draft);
}

static gboolean
write_contacts(CareConnection *connection, Sink *sink, GError **error)
{
    gboolean done;

    sink->drafts = g_ptr_array_new_with_free_func(free_draft);
    done = each(connection, &care_customer_kind, collect_draft, sink, error);
    if (done) {
        g_autoptr(GString) rows = care_contacts_to_csv(sink->drafts);

        g_string_append_len(sink->text, rows->str, (gssize)rows->len);
        done = flush(sink, 0, error);
    }
    g_ptr_array_unref(sink->drafts);
    return done;
}

gboolean
care_table_write_csv(CareConnection *connection, const CareKind *kind, GOutputStream *out,
                     GCancellable *cancellable, GError **error)
{
    Sink sink
        = { .connection = connection, .out = out, .cancellable = cancellable, .text = g_string_new(NULL) };
    gboolean done = care_setting_find(connection, CARE_SETTING_CURRENCY, &sink.currency, error);

    g_string_append(sink.text, BOM);
    if (done && kind == &care_customer_kind) {
        done = write_contacts(connection, &sink, error);
    } else if (done) {
        append_header(sink.text, kind);
        done = each(connection, kind, append_record, &sink, error) && flush(&sink, 0, error);
    }
    g_string_free(sink.text, TRUE);
    g_free(sink.currency);
    return done;
}

static gboolean
append_card(CareRecord *record, gpointer data, GError **error)
{
    Sink *sink = data;
    g_autoptr(CareContactDraft) draft = draft_of(sink, record, error);

    if (draft == NULL)
        return FALSE;
    care_vcard_append(sink->text, draft);
    return flush(sink, 65536, error);
}

gboolean
care_customers_write_vcard(CareConnection *connection, GOutputStream *out, GCancellable *cancellable,
                           GError **error)
{
    Sink sink
        = { .connection = connection, .out = out, .cancellable = cancellable, .text = g_string_new(NULL) };
    gboolean done = care_setting_find(connection, CARE_SETTING_CURRENCY, &sink.currency, error)
                    && each(connection, &care_customer_kind, append_card, &sink, error)
                    && flush(&sink, 0, error);

    g_string_free(sink.text, TRUE);
    g_free(sink.currency);
    return done;
}
