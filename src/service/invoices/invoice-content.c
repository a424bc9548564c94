/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/invoice-content.h"

#include <string.h>

#include "model/record.h"

static void
append_value(GString *content, const char *prefix, CareRecord *record, int field)
{
    const CareField *f = &care_record_kind(record)->fields[field];
    g_autofree char *escaped = NULL;

    if (!care_record_is_set(record, field))
        return;
    if (care_field_is_text(f)) {
        escaped = g_strescape(care_record_text(record, field), NULL);
        g_string_append_printf(content, "%s%s=%s\n", prefix, f->name, escaped);
    } else {
        g_string_append_printf(content, "%s%s=%" G_GINT64_FORMAT "\n", prefix, f->name,
                               care_record_int(record, field));
    }
}

static void
append_list(GString *content, CareRecord *invoice, int field)
{
    const char *name = care_record_kind(invoice)->fields[field].name;

    for (guint i = 0; i < care_record_list_length(invoice, field); i++) {
        CareRecord *child = care_record_list_item(invoice, field, i);
        g_autofree char *prefix = g_strdup_printf("%s.%u.", name, i + 1);

        for (guint j = 0; j < care_record_kind(child)->n_fields; j++)
            append_value(content, prefix, child, (int)j);
    }
}

char *
care_invoice_content(CareRecord *invoice)
{
    const CareKind *kind = care_record_kind(invoice);
    GString *content = g_string_new(NULL);

    for (guint i = 0; i < kind->n_fields; i++) {
        if (kind->fields[i].flags & (CARE_FIELD_AFTER_ISSUE | CARE_FIELD_SEAL))
            continue;
        if (kind->fields[i].kind == CARE_FIELD_LIST)
            append_list(content, invoice, (int)i);
        else
            append_value(content, "", invoice, (int)i);
    }
    return g_string_free_and_steal(content);
}

static GHashTable *
values_of(char **lines)
{
    GHashTable *values = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (; *lines != NULL; lines++) {
        char *equals = strchr(*lines, '=');

        if (equals != NULL)
            g_hash_table_insert(values, g_strndup(*lines, (gsize)(equals - *lines)), equals + 1);
    }
    return values;
}

static char *
first_difference(char **lines, GHashTable *mine, GHashTable *theirs)
{
    for (; *lines != NULL; lines++) {
        char *equals = strchr(*lines, '=');
        g_autofree char *name = equals != NULL ? g_strndup(*lines, (gsize)(equals - *lines)) : NULL;

        if (name != NULL
            && g_strcmp0(g_hash_table_lookup(mine, name), g_hash_table_lookup(theirs, name)) != 0)
            return g_steal_pointer(&name);
    }
    return NULL;
}

char *
care_invoice_content_difference(const char *stored, const char *found)
{
    g_auto(GStrv) stored_lines = g_strsplit(stored, "\n", -1);
    g_auto(GStrv) found_lines = g_strsplit(found, "\n", -1);
    g_autoptr(GHashTable) before = values_of(stored_lines);
    g_autoptr(GHashTable) after = values_of(found_lines);
    g_autofree char *name = first_difference(stored_lines, before, after);
    const char *was, *is;

    if (name == NULL)
        name = first_difference(found_lines, after, before);
    if (name == NULL)
        return NULL;
    was = g_hash_table_lookup(before, name);
    is = g_hash_table_lookup(after, name);
    return g_strdup_printf("%s: %s → %s", name, was != NULL ? was : "–", is != NULL ? is : "–");
}

char *
care_invoice_chain(const char *previous, const char *number, const char *content)
{
    g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, content, -1);
    g_autofree char *text = g_strjoin("\n", previous, number, hash, NULL);

    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
}
