/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/encoding.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "exchange/import/charset-guess.h"

/* What a file's bytes mean as text. A file names no encoding, so it is guessed: byte order marks, the pattern of
 * zero bytes that UTF-16 and UTF-32 leave, valid UTF-8, the look of other scripts and languages, and else Windows-1252
 * (which holds Latin-1). Everything is one pass over the bytes; valid UTF-8 is not even copied. Pure functions, any thread. */

#define SAMPLE (64 * 1024)
#define REPLACEMENT 0xFFFD

/* Windows-1252, 0x80 to 0x9F; the five holes become the replacement character. */
static const gunichar2 windows_1252[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

static gunichar
from_windows_1252(guint8 byte)
{
    return byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
}

typedef struct {
    const char *name;
    guint unit; /* bytes of a code unit */
    gboolean big_endian;
} Wide;

static const Wide wides[] = {
    { "UTF-16LE", 2, FALSE },
    { "UTF-16BE", 2, TRUE },
    { "UTF-32LE", 4, FALSE },
    { "UTF-32BE", 4, TRUE },
};

static const Wide *
wide_by_name(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(wides); i++)
        if (g_ascii_strcasecmp(wides[i].name, name) == 0)
            return &wides[i];
    return NULL;
}

static guint32
wide_unit(const Wide *wide, const guint8 *p)
{
    if (wide->unit == 2)
        return wide->big_endian ? (guint32)p[0] << 8 | p[1] : (guint32)p[1] << 8 | p[0];
    return wide->big_endian ? (guint32)p[0] << 24 | (guint32)p[1] << 16 | (guint32)p[2] << 8 | p[3]
                            : (guint32)p[3] << 24 | (guint32)p[2] << 16 | (guint32)p[1] << 8 | p[0];
}

/* The next character; the replacement for a lone surrogate or a number that is no character. */
static gunichar
wide_next(const Wide *wide, const guint8 **p, const guint8 *end)
{
    guint32 c = wide_unit(wide, *p);

    *p += wide->unit;
    if (wide->unit == 2 && c >= 0xD800 && c < 0xDC00 && end - *p >= 2) {
        guint32 low = wide_unit(wide, *p);
        if (low >= 0xDC00 && low < 0xE000) {
            *p += 2;
            return 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        }
    }
    return g_unichar_validate(c) ? c : REPLACEMENT;
}

static gboolean
is_control(gunichar c)
{
    return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\v' && c != '\f' && c != 0x1A
           && c != 0x1B;
}

/* Text in this encoding has no control characters and no broken ones, at least at its beginning. */
static gboolean
reads_as(const Wide *wide, const guint8 *data, gsize length)
{
    const guint8 *p = data;
    const guint8 *end = data + (length - length % wide->unit);

    while (p < end) {
        gunichar c = wide_next(wide, &p, end);
        if (is_control(c) || (c == REPLACEMENT && p < end) || c == 0xFFFE)
            return FALSE;
    }
    return TRUE;
}

static const Wide *
guess_wide(const guint8 *data, gsize length)
{
    gsize sample = MIN(length, SAMPLE) & ~(gsize)3;
    gsize zeros[4] = { 0, 0, 0, 0 };
    gsize few = sample / 20; /* a tenth of the units: even Chinese has digits, commas and line ends */
    const Wide *guess = NULL;

    for (gsize i = 0; i < sample; i++)
        zeros[i & 3] += data[i] == 0;
    if (sample > 0 && zeros[3] == sample / 4 && zeros[2] * 2 > sample / 4 && zeros[0] == 0)
        guess = &wides[2];
    else if (sample > 0 && zeros[0] == sample / 4 && zeros[1] * 2 > sample / 4 && zeros[3] == 0)
        guess = &wides[3];
    else if (zeros[1] + zeros[3] > MAX(few, 2 * (zeros[0] + zeros[2])))
        guess = &wides[0];
    else if (zeros[0] + zeros[2] > MAX(few, 2 * (zeros[1] + zeros[3])))
        guess = &wides[1];
    return guess != NULL && reads_as(guess, data, sample) ? guess : NULL;
}

static const char *
find_bom(const guint8 *data, gsize length, gsize *bom_length)
{
    static const struct {
        const char *bytes;
        guint8 length;
        const char *encoding;
    } boms[] = {
        { "\xFF\xFE\0\0", 4, "UTF-32LE" }, { "\0\0\xFE\xFF", 4, "UTF-32BE" }, { "\xEF\xBB\xBF", 3, "UTF-8" },
        { "\xFF\xFE", 2, "UTF-16LE" },     { "\xFE\xFF", 2, "UTF-16BE" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(boms); i++)
        if (length >= boms[i].length && memcmp(data, boms[i].bytes, boms[i].length) == 0) {
            *bom_length = boms[i].length;
            return boms[i].encoding;
        }
    *bom_length = 0;
    return NULL;
}

static gboolean
refuse_other_kinds(const char *data, gsize length, GError **error)
{
    static const struct {
        const char *magic;
        guint8 length;
        const char *sentence;
    } kinds[] = {
        { "PK\003\004", 4,
          N_("This is a spreadsheet or an archive, not a list of contacts. Open it in the program that made "
             "it, "
             "save it as CSV and import that file.") },
        { "\xD0\xCF\x11\xE0", 4,
          N_("This is an Excel or Word file. Open it, save it as CSV and import that file.") },
        { "%PDF-", 5, N_("This is a PDF document; contacts can be read from vCard and CSV files.") },
        { "\x89PNG", 4, N_("This is a picture; contacts can be read from vCard and CSV files.") },
        { "\xFF\xD8\xFF", 3, N_("This is a picture; contacts can be read from vCard and CSV files.") },
        { "SQLite format 3", 15, N_("This is a database; contacts can be read from vCard and CSV files.") },
    };

    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (length >= kinds[i].length && memcmp(data, kinds[i].magic, kinds[i].length) == 0) {
            g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT, _(kinds[i].sentence));
            return TRUE;
        }
    return FALSE;
}

static gboolean
refuse_binary(GError **error)
{
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT,
                        _("This file holds no text, so no contacts could be read from it. "
                          "Contacts can be read from vCard and CSV files."));
    return FALSE;
}

static gsize
utf8_sequence(const guint8 *p, gsize left)
{
    gunichar c = 0;

    if (*p < 0x80)
        return 1;
    c = g_utf8_get_char_validated((const char *)p, (gssize)MIN(left, 4));
    return c == (gunichar)-1 || c == (gunichar)-2 ? 0 : (gsize)g_unichar_to_utf8(c, NULL);
}

/* How many sequences beyond ASCII are UTF-8 and how many bytes are not. */
static void
count_sequences(const char *data, gsize length, gsize *good, gsize *bad)
{
    const guint8 *p = (const guint8 *)data;
    const guint8 *end = p + length;

    *good = *bad = 0;
    while (p < end) {
        gsize n = utf8_sequence(p, (gsize)(end - p));
        *good += n > 1;
        *bad += n == 0;
        p += MAX(n, 1);
    }
}

/* The bytes at the end that may be the beginning of a character: a file cut in two. */
static gsize
cut_character(const char *data, gsize length)
{
    for (gsize n = 1; n <= MIN(length, 3); n++) {
        guint8 byte = (guint8)data[length - n];
        if (byte >= 0xC2 && byte <= 0xF4)
            return g_utf8_get_char_validated(data + length - n, (gssize)n) == (gunichar)-2 ? n : 0;
        if (byte < 0x80 || byte > 0xBF)
            return 0;
    }
    return 0;
}

/* A few Latin-1 letters in UTF-8 text come from files glued together; a Latin-1 text hardly ever holds a
 * sequence that is valid UTF-8. So the majority decides. */
static const char *
guess_eight_bit(const char *data, gsize length)
{
    gsize good = 0, bad = 0;

    if (g_utf8_validate_len(data, length, NULL))
        return "UTF-8";
    count_sequences(data, length - cut_character(data, length), &good, &bad);
    if (bad == 0 || good > bad)
        return "UTF-8";
    return care_charset_guess(data, length);
}

/**
 * care_encoding_detect:
 * @bom_length: (out): how many bytes at the beginning are a byte order mark
 *
 * Returns: the encoding's name, a constant; %NULL with %CARE_ERROR_INPUT if this is no text
 */
const char *
care_encoding_detect(const char *data, gsize length, gsize *bom_length, GError **error)
{
    const guint8 *bytes = (const guint8 *)data;
    const char *encoding = NULL;
    gsize controls = 0;

    if (refuse_other_kinds(data, length, error))
        return NULL;
    encoding = find_bom(bytes, length, bom_length);
    if (encoding != NULL && care_encoding_is_wide(encoding))
        return encoding;
    /* the tail of a file saved during a power cut is often zeros */
    while (length > 0 && data[length - 1] == '\0' && (length < 2 || data[length - 2] == '\0' || length & 1))
        length--;
    if (length > 0 && memchr(data, '\0', length) != NULL) {
        const Wide *wide = encoding == NULL ? guess_wide(bytes, length) : NULL;
        if (wide == NULL)
            refuse_binary(error);
        return wide != NULL ? wide->name : NULL;
    }
    for (gsize i = 0; i < MIN(length, SAMPLE); i++)
        controls += is_control(bytes[i]);
    if (controls * 20 > MIN(length, SAMPLE)) {
        refuse_binary(error);
        return NULL;
    }
    return encoding != NULL ? encoding : guess_eight_bit(data, length);
}

gboolean
care_encoding_is_wide(const char *encoding)
{
    return wide_by_name(encoding) != NULL;
}

/* Each valid UTF-8 sequence as it is; any other byte as Windows-1252 or as the replacement character. */
static GString *
mend_utf8(const char *data, gsize length, gboolean other_is_1252)
{
    GString *text = g_string_sized_new(length + length / 8 + 1);
    const guint8 *p = (const guint8 *)data;
    const guint8 *end = p + length;

    while (p < end) {
        gsize n = *p == 0 ? 0 : utf8_sequence(p, (gsize)(end - p));
        if (n > 0)
            g_string_append_len(text, (const char *)p, (gssize)n);
        else if (*p != 0)
            g_string_append_unichar(text, other_is_1252 ? from_windows_1252(*p) : REPLACEMENT);
        p += MAX(n, 1);
    }
    return text;
}

static GString *
decode_windows_1252(const char *data, gsize length)
{
    GString *text = g_string_sized_new(length + length / 8 + 1);

    for (gsize i = 0; i < length; i++)
        if ((guint8)data[i] >= 0x80)
            g_string_append_unichar(text, from_windows_1252((guint8)data[i]));
        else if (data[i] != '\0')
            g_string_append_c(text, data[i]);
    return text;
}

static GString *
decode_wide(const Wide *wide, const char *data, gsize length)
{
    GString *text = g_string_sized_new(length / wide->unit * 2 + 1);
    const guint8 *p = (const guint8 *)data;
    const guint8 *end = p + (length - length % wide->unit);

    while (p < end) {
        gunichar c = wide_next(wide, &p, end);
        if (c != 0 && c != 0xFEFF)
            g_string_append_unichar(text, c);
    }
    return text;
}

/* iconv takes suffixes like //TRANSLIT, and a name from a file may be anything. */
static gboolean
is_charset_name(const char *name)
{
    for (const char *p = name; *p != '\0'; p++)
        if (!g_ascii_isalnum(*p) && strchr("-_.:", *p) == NULL)
            return FALSE;
    return *name != '\0' && strlen(name) < 32;
}

static gboolean
is_latin_1(const char *name)
{
    static const char *const names[]
        = { "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "iso_8859-1" };

    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (g_ascii_strcasecmp(name, names[i]) == 0)
            return TRUE;
    return FALSE;
}

static GString *
decode_by_name(const char *data, gsize length, const char *name)
{
    const Wide *wide = wide_by_name(name);
    g_autofree char *converted = NULL;
    gsize written = 0;

    if (wide != NULL)
        return decode_wide(wide, data, length);
    if (is_latin_1(name))
        return decode_windows_1252(data, length);
    if (g_ascii_strcasecmp(name, "UTF-8") == 0)
        return mend_utf8(data, length, FALSE);
    if (!is_charset_name(name))
        return NULL;
    converted = g_convert(data, (gssize)length, "UTF-8", name, NULL, &written, NULL);
    return converted != NULL ? mend_utf8(converted, written, FALSE) : NULL;
}

/**
 * care_encoding_to_utf8:
 * @encoding: (nullable): the encoding the owner chose, or %NULL to find it out
 * @found: (out): the name of the encoding that was used, a constant
 *
 * Needs no more memory than the file and its text; text that is UTF-8 already is shared, not copied.
 *
 * Returns: (transfer full): valid UTF-8 without byte order mark and without zero bytes; %NULL with
 *   %CARE_ERROR_INPUT
 */
GBytes *
care_encoding_to_utf8(GBytes *bytes, const char *encoding, const char **found, GError **error)
{
    gsize length = 0, bom = 0;
    const char *data = g_bytes_get_data(bytes, &length);
    const char *detected = NULL;
    GString *text = NULL;

    if (length == 0) {
        *found = "UTF-8";
        return g_bytes_ref(bytes);
    }
    detected = encoding != NULL ? encoding : care_encoding_detect(data, length, &bom, error);
    if (detected == NULL)
        return NULL;
    if (encoding != NULL)
        find_bom((const guint8 *)data, length, &bom);
    *found = g_intern_string(detected);
    if (g_ascii_strcasecmp(detected, "UTF-8") != 0)
        text = decode_by_name(data + bom, length - bom, detected);
    else if (g_utf8_validate_len(data + bom, length - bom, NULL))
        return g_bytes_new_from_bytes(bytes, bom, length - bom);
    else
        text = mend_utf8(data + bom, length - bom, TRUE);
    if (text == NULL) {
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                    _("This file could not be read as %s. Choose another encoding."), detected);
        return NULL;
    }
    return g_string_free_to_bytes(text);
}

/**
 * care_encoding_decode:
 * @charset: (nullable): what the source says the bytes are
 *
 * Decodes one value of a file that mixes encodings: by the declared one, else as UTF-8, else as Windows-1252.
 *
 * Returns: (transfer full): valid UTF-8, whatever the bytes are
 */
char *
care_encoding_decode(const char *data, gsize length, const char *charset)
{
    GString *text = NULL;
    gsize good = 0, bad = 0;

    if (charset != NULL && *charset != '\0' && g_ascii_strcasecmp(charset, "US-ASCII") != 0)
        text = decode_by_name(data, length, charset);
    if (text == NULL && g_utf8_validate_len(data, length, NULL))
        return g_strndup(data, length);
    if (text == NULL) {
        count_sequences(data, length, &good, &bad);
        text = good > bad ? mend_utf8(data, length, FALSE) : decode_windows_1252(data, length);
    }
    return g_string_free_and_steal(text);
}
