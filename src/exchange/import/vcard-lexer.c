/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/vcard-lexer.h"

#include <string.h>

/* Cuts the bytes of a vCard file into properties. It works on bytes, not on text, because 2.1 names a charset per
 * property and because writers fold lines in the middle of a UTF-8 character: only the unfolded value can be decoded.
 *
 * The data is borrowed and must outlive the lexer. One pass, one buffer for the current logical line. */
struct _CareVcardLexer {
    const char *data;
    const char *end;
    const char *pos;
    guint line; /* of pos */
    CareVcardVersion version;
    const char *charset; /* of values that are no UTF-8 and name none */
    gboolean inside;     /* between BEGIN and END */
    GString *logical;
};

typedef struct {
    const char *start;
    gsize length;
} Line;

/**
 * care_vcard_lexer_new:
 * @data: text in UTF-8 or another encoding whose ASCII is ASCII; borrowed
 */
CareVcardLexer *
care_vcard_lexer_new(const char *data, gsize length)
{
    CareVcardLexer *self = g_new0(CareVcardLexer, 1);

    data = data ? data : ""; /* an empty file may come without a place */
    self->data = data;
    self->pos = data;
    self->end = data + length;
    self->line = 1;
    self->logical = g_string_new(NULL);
    return self;
}

void
care_vcard_lexer_free(CareVcardLexer *self)
{
    if (self == NULL)
        return;
    g_string_free(self->logical, TRUE);
    g_free(self);
}

/**
 * care_vcard_lexer_set_version:
 *
 * 2.1 folds and escapes by other rules; to be told as soon as the card's version is known.
 */
void
care_vcard_lexer_set_version(CareVcardLexer *self, CareVcardVersion version)
{
    self->version = version;
}

/**
 * care_vcard_lexer_set_charset:
 * @charset: (nullable): a constant name
 *
 * What values are in that are no UTF-8 and name no charset; %NULL for Windows-1252.
 */
void
care_vcard_lexer_set_charset(CareVcardLexer *self, const char *charset)
{
    self->charset = charset;
}

/**
 * care_vcard_lexer_set_inside:
 *
 * Inside a card a line that is no property continues the value before it; outside it is just ignored.
 */
void
care_vcard_lexer_set_inside(CareVcardLexer *self, gboolean inside)
{
    self->inside = inside;
}

/**
 * care_vcard_lexer_get_offset:
 *
 * Returns: how many bytes have been read, to show progress
 */
gsize
care_vcard_lexer_get_offset(CareVcardLexer *self)
{
    return (gsize)(self->pos - self->data);
}

static const char *
line_end(const CareVcardLexer *self, const char *from)
{
    const char *p = from;

    while (p < self->end && *p != '\n' && *p != '\r')
        p++;
    return p;
}

static gboolean
peek_line(const CareVcardLexer *self, Line *line)
{
    if (self->pos >= self->end)
        return FALSE;
    line->start = self->pos;
    line->length = (gsize)(line_end(self, self->pos) - self->pos);
    return TRUE;
}

static void
take_line(CareVcardLexer *self, const Line *line)
{
    const char *p = line->start + line->length;

    if (p < self->end)
        p += *p == '\r' && p + 1 < self->end && p[1] == '\n' ? 2 : 1;
    self->pos = p;
    self->line++;
}

static gboolean
is_blank(const Line *line)
{
    for (gsize i = 0; i < line->length; i++)
        if (!g_ascii_isspace(line->start[i]))
            return FALSE;
    return TRUE;
}

static gboolean
line_is(const Line *line, const char *text)
{
    gsize length = strlen(text);
    gsize n = line->length;

    while (n > 0 && g_ascii_isspace(line->start[n - 1]))
        n--;
    return n == length && g_ascii_strncasecmp(line->start, text, length) == 0;
}

/* Files glued together keep the byte order mark of each part. */
static void
skip_bom(Line *line)
{
    if (line->length >= 3 && memcmp(line->start, "\xEF\xBB\xBF", 3) == 0) {
        line->start += 3;
        line->length -= 3;
    }
}

/* A name, perhaps with parameters, and a colon, which a long header may have on its next, folded line. */
static gboolean
looks_like_property(const CareVcardLexer *self, const Line *line)
{
    const char *next = line->start + line->length;
    gsize i = 0;

    while (i < line->length && (g_ascii_isalnum(line->start[i]) || strchr("-._/", line->start[i]) != NULL))
        i++;
    if (i < line->length && line->start[i] != ':' && line->start[i] != ';')
        return FALSE;
    if (memchr(line->start + i, ':', line->length - i) != NULL)
        return TRUE;
    if (next < self->end)
        next += *next == '\r' && next + 1 < self->end && next[1] == '\n' ? 2 : 1;
    return next < self->end && (*next == ' ' || *next == '\t');
}

static gboolean
header_has(const char *header, gsize length, const char *word)
{
    gsize n = strlen(word);

    for (gsize i = 0; i + n <= length; i++)
        if (g_ascii_strncasecmp(header + i, word, n) == 0)
            return TRUE;
    return FALSE;
}

typedef enum {
    TRANSFER_UNDECIDED, /* no colon seen yet */
    TRANSFER_PLAIN,
    TRANSFER_QUOTED_PRINTABLE,
    TRANSFER_BASE64,
} Transfer;

static Transfer
find_transfer(const GString *logical)
{
    const char *colon = care_vcard_find_colon(logical->str, logical->len);
    gsize length = 0;

    if (colon == NULL)
        return TRANSFER_UNDECIDED;
    length = (gsize)(colon - logical->str);
    if (header_has(logical->str, length, "QUOTED-PRINTABLE"))
        return TRANSFER_QUOTED_PRINTABLE;
    if (header_has(logical->str, length, "BASE64") || header_has(logical->str, length, "ENCODING=B"))
        return TRANSFER_BASE64;
    return TRANSFER_PLAIN;
}

static gboolean
is_base64_line(const Line *line)
{
    for (gsize i = 0; i < line->length; i++)
        if (!g_ascii_isalnum(line->start[i]) && strchr("+/= \t", line->start[i]) == NULL)
            return FALSE;
    return line->length > 0;
}

static gboolean
is_mark(const GString *logical)
{
    return g_ascii_strncasecmp(logical->str, "BEGIN:", 6) == 0
           || g_ascii_strncasecmp(logical->str, "END:", 4) == 0;
}

/* Appends the next physical line if it belongs to the value. */
static gboolean
continue_line(CareVcardLexer *self, Transfer transfer)
{
    GString *logical = self->logical;
    Line line;

    if (!peek_line(self, &line))
        return FALSE;
    if (transfer == TRANSFER_QUOTED_PRINTABLE && logical->len > 0 && logical->str[logical->len - 1] == '=') {
        /* a soft line break; the end of the card is never part of a value */
        if (line_is(&line, "END:VCARD"))
            return FALSE;
        g_string_truncate(logical, logical->len - 1);
    } else if (line.length > 0 && (*line.start == ' ' || *line.start == '\t')) {
        gboolean keep_blank = self->version == CARE_VCARD_VERSION_2_1 && transfer == TRANSFER_PLAIN;
        if (is_blank(&line) && transfer != TRANSFER_PLAIN)
            return FALSE;
        g_string_append_len(logical, line.start + !keep_blank, (gssize)(line.length - !keep_blank));
        take_line(self, &line);
        return TRUE;
    } else if (transfer == TRANSFER_BASE64 && is_base64_line(&line)) {
        /* 2.1 writers that do not indent */
    } else if (self->inside && !is_mark(logical) && !is_blank(&line) && transfer != TRANSFER_BASE64
               && !looks_like_property(self, &line)) {
        /* a line break that its writer forgot to escape */
        g_string_append(logical, transfer == TRANSFER_QUOTED_PRINTABLE ? "=0A" : "\\n");
    } else {
        return FALSE;
    }
    g_string_append_len(logical, line.start, (gssize)line.length);
    take_line(self, &line);
    return TRUE;
}

static Transfer
read_logical_line(CareVcardLexer *self, Line *first)
{
    Transfer transfer = TRANSFER_UNDECIDED;
    gsize searched = 0;

    g_string_truncate(self->logical, 0);
    g_string_append_len(self->logical, first->start, (gssize)first->length);
    do {
        /* the colon may be on a later physical line: look only when the header has grown to twice its size */
        if (transfer == TRANSFER_UNDECIDED && self->logical->len >= 2 * searched) {
            transfer = find_transfer(self->logical);
            searched = self->logical->len;
        }
    } while (continue_line(self, transfer == TRANSFER_UNDECIDED ? TRANSFER_PLAIN : transfer));
    return transfer == TRANSFER_UNDECIDED ? find_transfer(self->logical) : transfer;
}

/**
 * care_vcard_lexer_next:
 *
 * Returns: (transfer full) (nullable): the next property; %NULL at the end of the data
 */
CareVcardProperty *
care_vcard_lexer_next(CareVcardLexer *self)
{
    Line line;

    while (peek_line(self, &line)) {
        CareVcardProperty *property = NULL;
        guint number = self->line;
        Transfer transfer;

        take_line(self, &line);
        skip_bom(&line);
        if (is_blank(&line))
            continue;
        while (line.length > 0 && g_ascii_isspace(*line.start)) {
            line.start++;
            line.length--;
        }
        transfer = read_logical_line(self, &line);
        property = care_vcard_property_parse(self->logical, self->version, self->charset,
                                             transfer == TRANSFER_QUOTED_PRINTABLE);
        if (property == NULL)
            continue;
        property->line = number;
        return property;
    }
    return NULL;
}
