/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/contacts-reader.h"

#include <glib/gi18n-lib.h>

#include "exchange/import/contact-pile.h"
#include "exchange/import/import-contact.h"

typedef struct {
    CareReader base;
    CareContactReader *contacts;
    CareContactPile *pile; /* once it runs */
} Contacts;

static CareContactReader *
contacts_of(CareReader *self)
{
    return ((Contacts *)self)->contacts;
}

/* What no other kind recognised; what it is not, open() says. */
static gboolean
recognises(const char *begin, gsize length)
{
    return TRUE;
}

static CareReader *
open_contacts(GFile *file, GBytes *bytes, const char *encoding, GError **error)
{
    CareContactReader *contacts = care_contact_reader_new(bytes, encoding, error);
    Contacts *self;

    if (contacts == NULL)
        return NULL;
    self = g_new0(Contacts, 1);
    self->contacts = contacts;
    return &self->base;
}

static void
free_contacts(CareReader *self)
{
    care_contact_pile_free(((Contacts *)self)->pile);
    care_contact_reader_free(contacts_of(self));
    g_free(self);
}

/* Without a name nobody becomes a customer, and prose with commas is no list of people: better one sentence than a
 * thousand strange rows. */
static gboolean
looks_like_people(CareCsvMapping *mapping)
{
    if (!care_csv_mapping_has_name(mapping)
        && !care_csv_mapping_has(mapping, CARE_CONTACT_FIELD_ORGANISATION))
        return FALSE;
    return mapping->has_header || care_csv_mapping_has(mapping, CARE_CONTACT_FIELD_PHONE)
           || care_csv_mapping_has(mapping, CARE_CONTACT_FIELD_EMAIL);
}

static gboolean
is_empty(CareContactReader *contacts)
{
    g_autoptr(CareContactDraft) first = NULL;

    care_contact_reader_rewind(contacts);
    first = care_contact_reader_next(contacts);
    care_contact_reader_rewind(contacts);
    return first == NULL;
}

static char *
judge(CareReader *self, gboolean chosen)
{
    CareCsvMapping *mapping = care_contact_reader_get_mapping(contacts_of(self));

    if (mapping != NULL && !chosen && care_csv_mapping_table_kind(mapping) != NULL)
        return g_strdup(care_csv_mapping_table_kind(mapping));
    if (mapping != NULL && !chosen && !looks_like_people(mapping))
        return g_strdup(
            _("The columns of this file do not look like names with phone numbers or e-mail addresses. "
              "Nothing was taken over; choose the columns in the import window."));
    return is_empty(contacts_of(self))
               ? g_strdup(_("There is no contact in this file. Nothing was taken over."))
               : NULL;
}

static CareReaderStep
take(CareReader *base, const CareReaderDesk *desk, GError **error)
{
    Contacts *self = (Contacts *)base;
    g_autoptr(CareContactDraft) draft = NULL;

    if (self->pile == NULL)
        self->pile = care_contact_pile_new(self->contacts);
    switch (care_contact_pile_step(self->pile, &draft)) {
    case CARE_CONTACT_PILE_GROWS:
        return CARE_READER_MORE;
    case CARE_CONTACT_PILE_DRAFT:
        return care_import_take_contact(desk->transaction, desk->import, desk->file, draft, desk->counts,
                                        error)
                   ? CARE_READER_MORE
                   : CARE_READER_FAILED;
    case CARE_CONTACT_PILE_END:
    default:
        return CARE_READER_END;
    }
}

static double
progress(CareReader *self)
{
    CareContactPile *pile = ((Contacts *)self)->pile;

    return pile != NULL ? care_contact_pile_progress(pile) : 0;
}

static const char *
format(CareReader *self)
{
    return care_contact_reader_get_format(contacts_of(self));
}

static const char *
format_label(CareReader *self)
{
    return care_contact_reader_get_mapping(contacts_of(self)) != NULL ? _("Table (CSV)")
                                                                      : _("Address cards (vCard)");
}

static const char *
encoding(CareReader *self)
{
    return care_contact_reader_get_encoding(contacts_of(self));
}

static void
add_fact(GPtrArray *facts, const char *fact)
{
    if (fact != NULL && *fact != '\0')
        g_ptr_array_add(facts, (gpointer)fact);
}

static char *
detail_of(CareContactDraft *draft)
{
    g_autoptr(GPtrArray) facts = g_ptr_array_new_null_terminated(4, NULL, TRUE);

    if (draft->error != NULL)
        return g_strdup(draft->error);
    for (guint i = 0; i < draft->phones->len; i++)
        add_fact(facts, care_contact_draft_phone(draft, i)->value);
    for (guint i = 0; i < draft->emails->len; i++)
        add_fact(facts, care_contact_draft_email(draft, i)->value);
    if (draft->addresses->len > 0)
        add_fact(facts, care_contact_draft_address(draft, 0)->locality);
    if (draft->phones->len + draft->emails->len + draft->addresses->len == 0)
        return g_strdup(_("No phone, no e-mail, no address: nobody could reach them"));
    return g_strjoinv(" · ", (char **)facts->pdata);
}

static GPtrArray *
preview(CareReader *self, guint n)
{
    GPtrArray *previews = g_ptr_array_new_with_free_func((GDestroyNotify)care_reader_preview_free);
    CareContactDraft *draft;

    care_contact_reader_rewind(contacts_of(self));
    while (previews->len < n && (draft = care_contact_reader_next(contacts_of(self))) != NULL) {
        CareReaderPreview *one = g_new(CareReaderPreview, 1);

        one->name = g_strdup(draft->name);
        one->detail = detail_of(draft);
        g_ptr_array_add(previews, one);
        care_contact_draft_free(draft);
    }
    care_contact_reader_rewind(contacts_of(self));
    return previews;
}

static CareCsvMapping *
columns(CareReader *self)
{
    return care_contact_reader_get_mapping(contacts_of(self));
}

static const char *const suffixes[] = { "vcf", "vcard", "csv", "tsv", "txt", NULL };
static const char *const mime_types[] = { "text/vcard", "text/csv", "text/tab-separated-values", NULL };

const CareReaderKind care_contacts_reader_kind = {
    .label = N_("Contacts"),
    .suffixes = suffixes,
    .mime_types = mime_types,
    .recognises = recognises,
    .open = open_contacts,
    .free = free_contacts,
    .judge = judge,
    .take = take,
    .progress = progress,
    .format = format,
    .format_label = format_label,
    .encoding = encoding,
    .any_encoding = TRUE,
    .preview = preview,
    .columns = columns,
};
