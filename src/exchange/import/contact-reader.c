/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/contact-reader.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "exchange/import/csv-contacts.h"
#include "exchange/import/encoding.h"
#include "exchange/import/vcard-parser.h"

/* A format of contacts. parser is what open() made; all but mapping() are there. */
typedef struct {
    gpointer (*open)(CareContactReader *self);
    void (*free)(gpointer parser);
    CareContactDraft *(*next)(gpointer parser);
    void (*rewind)(CareContactReader *self);
    gsize (*offset)(gpointer parser);
    const char *(*name)(gpointer parser);
    CareCsvMapping *(*mapping)(gpointer parser);
} Format;

/* One door for every file with contacts: looks at the bytes, not at the name, and hands out drafts one by one.
 * Keeps the bytes alive (give it a mapped file). One thread at a time. */
struct _CareContactReader {
    GBytes *text;
    const char *encoding;
    const Format *format;
    gpointer parser; /* the format's own */
};

static gboolean
starts_with(const char *text, gsize length, const char *word)
{
    gsize n = strlen(word);

    return length >= n && g_ascii_strncasecmp(text, word, n) == 0;
}

/* "Subject: contacts", a comment, the rest of a card whose beginning is lost: what may stand above a card, and no
 * row of a list. */
static gboolean
is_preface(const char *line, gsize length)
{
    gsize i = 0;

    if (length == 0 || *line == '#')
        return TRUE;
    while (i < length && (g_ascii_isalnum(line[i]) || line[i] == '-'))
        i++;
    if (i == length || (line[i] != ':' && line[i] != ';' && line[i] != ' '))
        return FALSE;
    return memchr(line + i, ':', length - i) != NULL;
}

/* A card may come after a few lines of something else: a mail's head, another program's comment. */
static gboolean
has_card(const char *text, gsize length)
{
    const char *end = text + MIN(length, 4096);

    for (const char *p = text; p < end;) {
        const char *stop = p;
        if (starts_with(p, (gsize)(end - p), "\xEF\xBB\xBF"))
            p += 3;
        while (p < end && g_ascii_isspace(*p))
            p++;
        if (starts_with(p, (gsize)(end - p), "BEGIN:VCARD"))
            return TRUE;
        if (p == end)
            break;
        for (stop = p; stop < end && *stop != '\n' && *stop != '\r';)
            stop++;
        if (!is_preface(p, (gsize)(stop - p)))
            return FALSE;
        p = MAX(stop, p + 1);
    }
    return FALSE;
}

/* From the beginning of a line to its end, the end of the text included. */
static const char *
line_end(const char *p, const char *end)
{
    while (p < end && *p != '\n' && *p != '\r')
        p++;
    return p;
}

static gboolean
is_name_line(const char *line, gsize length)
{
    return starts_with(line, length, "FN:") || starts_with(line, length, "FN;")
           || starts_with(line, length, "N:") || starts_with(line, length, "N;");
}

/* The first card has lost its first line, and is whole but for that: it has a name and an end before any other begins. */
static gboolean
has_no_begin(const char *text, gsize length)
{
    const char *end = text + MIN(length, 65536);
    gboolean named = FALSE;

    for (const char *p = text; p < end;) {
        const char *stop = line_end(p, end);
        gsize n = (gsize)(stop - p);

        if (starts_with(p, n, "BEGIN:VCARD") || (p == text && !is_preface(p, n)))
            return FALSE;
        if (starts_with(p, n, "END:VCARD"))
            return named;
        named |= is_name_line(p, n);
        p = stop + 1;
    }
    return FALSE;
}

static GBytes *
with_begin(GBytes *text)
{
    static const char begin[] = "BEGIN:VCARD\n";
    gsize length;
    const char *data = g_bytes_get_data(text, &length);
    GString *whole = g_string_sized_new(length + sizeof begin);

    g_string_append(whole, begin);
    g_string_append_len(whole, data, (gssize)length);
    return g_string_free_to_bytes(whole);
}

/* A card begun, in the middle of a file or at its beginning. */
static gboolean
is_vcard(const char *text, gsize length)
{
    return has_card(text, length) || has_no_begin(text, length);
}

static const char *
other_format(const char *text, gsize length)
{
    if (length == 0)
        return _("This file is empty.");
    if (starts_with(text, length, "<!DOCTYPE") || starts_with(text, length, "<html")
        || starts_with(text, length, "<?xml"))
        return _("This is a web page or an XML file; contacts can be read from vCard and CSV files.");
    if (starts_with(text, length, "BEGIN:VCALENDAR"))
        return _("This is a calendar; contacts can be read from vCard and CSV files.");
    if (starts_with(text, length, "dn:") || starts_with(text, length, "version: 1"))
        return _("This is an LDIF file. Export the address book as vCard or CSV and import that file.");
    if (*text == '{' || *text == '[')
        return _("This is a JSON file, but not one that Aftercare wrote.");
    return NULL;
}

static void
mend_begin(CareContactReader *self)
{
    gsize length;
    const char *data = g_bytes_get_data(self->text, &length);
    GBytes *whole = data != NULL && has_no_begin(data, length) ? with_begin(self->text) : NULL;

    if (whole == NULL)
        return;
    g_bytes_unref(self->text);
    self->text = whole;
}

static gpointer
vcard_open(CareContactReader *self)
{
    CareVcardParser *parser = care_vcard_parser_new(self->text);

    if (!care_encoding_is_wide(self->encoding) && strcmp(self->encoding, "UTF-8") != 0)
        care_vcard_parser_set_charset(parser, self->encoding);
    return parser;
}

static void
vcard_free(gpointer parser)
{
    care_vcard_parser_free(parser);
}

static CareContactDraft *
vcard_next(gpointer parser)
{
    return care_vcard_parser_next(parser);
}

static void
vcard_rewind(CareContactReader *self)
{
    care_vcard_parser_free(self->parser);
    self->parser = vcard_open(self);
}

static gsize
vcard_offset(gpointer parser)
{
    return care_vcard_parser_get_offset(parser);
}

static const char *
vcard_name(gpointer parser)
{
    switch (care_vcard_parser_get_version(parser)) {
    case CARE_VCARD_VERSION_2_1:
        return "vcard-2.1";
    case CARE_VCARD_VERSION_4_0:
        return "vcard-4.0";
    default:
        return "vcard-3.0";
    }
}

static const Format vcard_format = {
    .open = vcard_open,
    .free = vcard_free,
    .next = vcard_next,
    .rewind = vcard_rewind,
    .offset = vcard_offset,
    .name = vcard_name,
};

static gpointer
csv_open(CareContactReader *self)
{
    return care_csv_contacts_new(care_csv_reader_new(self->text, '\0'), NULL);
}

static void
csv_free(gpointer parser)
{
    care_csv_contacts_free(parser);
}

static CareContactDraft *
csv_next(gpointer parser)
{
    return care_csv_contacts_next(parser);
}

/* The mapping, which the owner may have changed, stays. */
static void
csv_rewind(CareContactReader *self)
{
    care_csv_contacts_rewind(self->parser);
}

static gsize
csv_offset(gpointer parser)
{
    return care_csv_contacts_get_offset(parser);
}

static const char *
csv_name(gpointer parser)
{
    return "csv";
}

static CareCsvMapping *
csv_mapping(gpointer parser)
{
    return care_csv_contacts_get_mapping(parser);
}

static const Format csv_format = {
    .open = csv_open,
    .free = csv_free,
    .next = csv_next,
    .rewind = csv_rewind,
    .offset = csv_offset,
    .name = csv_name,
    .mapping = csv_mapping,
};

static void
start(CareContactReader *self, const Format *format)
{
    self->format = format;
    if (format == &vcard_format)
        mend_begin(self);
    self->parser = format->open(self);
}

static gboolean
open_text(CareContactReader *self, GBytes *bytes, const char *encoding, GError **error)
{
    gsize length = 0, bom = 0;
    const char *data = g_bytes_get_data(bytes, &length);
    const char *refused = NULL;

    /* a vCard in an 8-bit encoding is read as bytes: it may name a charset for each value */
    if (encoding == NULL && length > 0) {
        const char *detected = care_encoding_detect(data, length, &bom, error);
        if (detected == NULL)
            return FALSE;
        if (!care_encoding_is_wide(detected) && is_vcard(data + bom, length - bom)) {
            self->encoding = detected;
            self->text = g_bytes_new_from_bytes(bytes, bom, length - bom);
            start(self, &vcard_format);
            return TRUE;
        }
    }
    self->text = care_encoding_to_utf8(bytes, encoding, &self->encoding, error);
    if (self->text == NULL)
        return FALSE;
    data = g_bytes_get_data(self->text, &length);
    data = data != NULL ? data : ""; /* an empty file may come without a place */
    while (length > 0 && g_ascii_isspace(*data)) {
        data++;
        length--;
    }
    refused = is_vcard(data, length) ? NULL : other_format(data, length);
    if (refused != NULL)
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT, refused);
    else
        start(self, is_vcard(data, length) ? &vcard_format : &csv_format);
    return refused == NULL;
}

/**
 * care_contact_reader_new:
 * @bytes: a whole file; mapped, it costs no memory
 * @encoding: (nullable): the encoding the owner chose; %NULL to find it out
 *
 * Returns: (transfer full): %NULL with %CARE_ERROR_INPUT and a sentence if this is no list of contacts
 */
CareContactReader *
care_contact_reader_new(GBytes *bytes, const char *encoding, GError **error)
{
    g_autoptr(CareContactReader) self = g_new0(CareContactReader, 1);

    if (!open_text(self, bytes, encoding, error))
        return NULL;
    return g_steal_pointer(&self);
}

void
care_contact_reader_free(CareContactReader *self)
{
    if (self == NULL)
        return;
    if (self->format != NULL)
        self->format->free(self->parser);
    g_clear_pointer(&self->text, g_bytes_unref);
    g_free(self);
}

/**
 * care_contact_reader_next:
 *
 * Returns: (transfer full) (nullable): the next contact; with its error set if it is refused; %NULL after the last
 */
CareContactDraft *
care_contact_reader_next(CareContactReader *self)
{
    return self->format->next(self->parser);
}

/**
 * care_contact_reader_rewind:
 *
 * Starts again with the first contact, to import after a preview.
 */
void
care_contact_reader_rewind(CareContactReader *self)
{
    self->format->rewind(self);
}

/**
 * care_contact_reader_get_format:
 *
 * Returns: "vcard-2.1", "vcard-3.0", "vcard-4.0" (of the first card, so after the first was read) or "csv"
 */
const char *
care_contact_reader_get_format(CareContactReader *self)
{
    return self->format->name(self->parser);
}

const char *
care_contact_reader_get_encoding(CareContactReader *self)
{
    return self->encoding;
}

/**
 * care_contact_reader_get_mapping:
 *
 * Returns: (transfer none) (nullable): how the columns of a CSV file are read; may be changed, then rewind;
 *   %NULL for a vCard
 */
CareCsvMapping *
care_contact_reader_get_mapping(CareContactReader *self)
{
    return self->format->mapping != NULL ? self->format->mapping(self->parser) : NULL;
}

/**
 * care_contact_reader_get_progress:
 *
 * Returns: how much of the file has been read, 0 to 1
 */
double
care_contact_reader_get_progress(CareContactReader *self)
{
    gsize length = g_bytes_get_size(self->text);
    gsize offset = self->format->offset(self->parser);

    return length > 0 ? (double)offset / (double)length : 1;
}
