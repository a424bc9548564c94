/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/csv-contacts.h"

#include "exchange/import/csv-row.h"

/* Turns the rows of a CSV file into drafts, one per call, by a mapping. Cells of columns that are not mapped are
 * named in the draft's list of dropped things, unless they are empty or say what Outlook says for nothing.
 *
 * Owns its reader and its mapping. One thread at a time. */
struct _CareCsvContacts {
    CareCsvReader *reader;
    CareCsvMapping *mapping;
    guint rows;
    gboolean started;
};

/**
 * care_csv_contacts_new:
 * @reader: (transfer full)
 * @mapping: (transfer full) (nullable): how to read the columns; %NULL finds it out
 */
CareCsvContacts *
care_csv_contacts_new(CareCsvReader *reader, CareCsvMapping *mapping)
{
    CareCsvContacts *self = g_new0(CareCsvContacts, 1);

    self->reader = reader;
    self->mapping = mapping != NULL ? mapping : care_csv_mapping_detect(reader);
    return self;
}

void
care_csv_contacts_free(CareCsvContacts *self)
{
    if (self == NULL)
        return;
    care_csv_reader_free(self->reader);
    care_csv_mapping_free(self->mapping);
    g_free(self);
}

/**
 * care_csv_contacts_get_mapping:
 *
 * Returns: (transfer none): the mapping, which may be changed before a row is read or after a rewind
 */
CareCsvMapping *
care_csv_contacts_get_mapping(CareCsvContacts *self)
{
    return self->mapping;
}

/**
 * care_csv_contacts_rewind:
 *
 * Starts again with the first contact: after a preview, with a changed mapping.
 */
void
care_csv_contacts_rewind(CareCsvContacts *self)
{
    care_csv_reader_rewind(self->reader);
    self->rows = 0;
    self->started = FALSE;
}

gsize
care_csv_contacts_get_offset(CareCsvContacts *self)
{
    return care_csv_reader_get_offset(self->reader);
}

static gboolean
next_row(CareCsvContacts *self)
{
    if (!self->started) {
        self->started = TRUE;
        for (guint i = 0; self->mapping->has_header && i <= self->mapping->rows_above; i++)
            if (!care_csv_reader_next(self->reader))
                return FALSE;
    }
    while (care_csv_reader_next(self->reader))
        if (!care_csv_reader_get_empty(self->reader))
            return TRUE;
    return FALSE;
}

/**
 * care_csv_contacts_next:
 *
 * Returns: (transfer full) (nullable): the next contact, or one with an error set; %NULL after the last
 */
CareContactDraft *
care_csv_contacts_next(CareCsvContacts *self)
{
    if (!next_row(self))
        return NULL;
    return care_csv_row_read(self->mapping, self->reader, ++self->rows);
}
