/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/vcard-lexer.h"

#include <string.h>

#include "exchange/import/encoding.h"

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

/* The colon between parameters and value, or NULL; colons inside quotes do not count. */
static const char *
find_colon(const char *text, gsize length)
{
    gboolean quoted = FALSE;

    for (gsize i = 0; i < length; i++)
        if (text[i] == '"')
            quoted = !quoted;
        else if (text[i] == ':' && !quoted)
            return text + i;
    /* an unpaired quote must not swallow the property */
    return quoted ? memchr(text, ':', length) : NULL;
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
    const char *colon = find_colon(logical->str, logical->len);
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

static void
undo_quoted_printable(GString *bytes)
{
    gsize out = 0;

    for (gsize i = 0; i < bytes->len; i++) {
        if (bytes->str[i] == '=' && i + 2 < bytes->len && g_ascii_isxdigit(bytes->str[i + 1])
            && g_ascii_isxdigit(bytes->str[i + 2])) {
            bytes->str[out++] = (char)(g_ascii_xdigit_value(bytes->str[i + 1]) * 16
                                       + g_ascii_xdigit_value(bytes->str[i + 2]));
            i += 2;
        } else if (bytes->str[i] != '=' || i + 1 < bytes->len) {
            bytes->str[out++] = bytes->str[i];
        }
    }
    g_string_truncate(bytes, out);
}

/* RFC 6868: ^n ^' ^^ */
static char *
undo_carets(const char *text, gsize length)
{
    GString *out = g_string_sized_new(length);

    for (gsize i = 0; i < length; i++) {
        char next = i + 1 < length ? text[i + 1] : '\0';
        if (text[i] != '^' || (next != 'n' && next != '\'' && next != '^')) {
            g_string_append_c(out, text[i]);
            continue;
        }
        g_string_append_c(out, next == 'n' ? '\n' : next == '\'' ? '"' : '^');
        i++;
    }
    return g_string_free_and_steal(out);
}

static void
clear_param(gpointer data)
{
    CareVcardParam *param = data;

    g_free(param->name);
    g_free(param->value);
}

static void
add_param(CareVcardProperty *property, const char *text, gsize length, gboolean carets)
{
    const char *equals = memchr(text, '=', length);
    g_autofree char *raw = NULL;
    g_autoptr(GString) unquoted = g_string_new(NULL);
    CareVcardParam param = { NULL, NULL };
    const char *value = equals != NULL ? equals + 1 : text;

    if (length == 0)
        return;
    for (const char *p = value; p < text + length; p++)
        if (*p != '"')
            g_string_append_c(unquoted, *p);
    raw = care_encoding_decode(unquoted->str, unquoted->len, NULL);
    param.value = carets ? undo_carets(raw, strlen(raw)) : g_strdup(raw);
    g_strstrip(param.value);
    if (equals != NULL) {
        g_autofree char *name = g_strndup(text, (gsize)(equals - text));
        param.name = g_ascii_strup(g_strstrip(name), -1);
    } else if (g_ascii_strcasecmp(param.value, "QUOTED-PRINTABLE") == 0
               || g_ascii_strcasecmp(param.value, "BASE64") == 0
               || g_ascii_strcasecmp(param.value, "8BIT") == 0
               || g_ascii_strcasecmp(param.value, "7BIT") == 0) {
        param.name = g_strdup("ENCODING");
    } else {
        param.name = g_strdup("TYPE"); /* 2.1: TEL;CELL;PREF: */
    }
    g_array_append_val(property->params, param);
}

static void
parse_header(CareVcardProperty *property, const char *header, gsize length, gboolean carets)
{
    const char *end = header + length;
    const char *p = memchr(header, ';', length);
    g_autofree char *name = g_strndup(header, (gsize)((p != NULL ? p : end) - header));
    char *dot = strrchr(name, '.');

    if (dot != NULL) {
        *dot = '\0';
        property->group = g_ascii_strdown(g_strstrip(name), -1);
    }
    property->name = g_ascii_strup(g_strstrip(dot != NULL ? dot + 1 : name), -1);
    while (p != NULL && p < end) {
        const char *start = ++p;
        gboolean quoted = FALSE;
        while (p < end && (*p != ';' || quoted))
            quoted ^= *p++ == '"';
        add_param(property, start, (gsize)(p - start), carets);
    }
}

static CareVcardProperty *
parse_property(CareVcardLexer *self, Transfer transfer, guint line)
{
    GString *logical = self->logical;
    const char *colon = find_colon(logical->str, logical->len);
    CareVcardProperty *property = NULL;
    const char *charset = NULL;
    gsize header = 0;

    if (colon == NULL)
        return NULL;
    property = g_new0(CareVcardProperty, 1);
    property->line = line;
    property->params = g_array_new(FALSE, FALSE, sizeof(CareVcardParam));
    g_array_set_clear_func(property->params, clear_param);
    header = (gsize)(colon - logical->str);
    parse_header(property, logical->str, header, self->version != CARE_VCARD_VERSION_2_1);
    /* a property's name becomes part of the report */
    if (!g_utf8_validate(property->name, -1, NULL) || *property->name == '\0')
        g_set_str(&property->name, "?");
    g_string_erase(logical, 0, (gssize)header + 1);
    if (transfer == TRANSFER_QUOTED_PRINTABLE)
        undo_quoted_printable(logical);
    charset = care_vcard_property_get_param(property, "CHARSET");
    if (charset == NULL && !g_utf8_validate_len(logical->str, logical->len, NULL))
        charset = self->charset;
    property->value = care_encoding_decode(logical->str, logical->len, charset);
    return property;
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
        property = parse_property(self, transfer, number);
        if (property != NULL)
            return property;
    }
    return NULL;
}

void
care_vcard_property_free(CareVcardProperty *property)
{
    if (property == NULL)
        return;
    g_free(property->group);
    g_free(property->name);
    g_array_unref(property->params);
    g_free(property->value);
    g_free(property);
}

/**
 * care_vcard_property_get_param:
 * @name: upper case
 *
 * Returns: (nullable): the first value of the parameter
 */
const char *
care_vcard_property_get_param(const CareVcardProperty *property, const char *name)
{
    for (guint i = 0; i < property->params->len; i++) {
        const CareVcardParam *param = &g_array_index(property->params, CareVcardParam, i);
        if (strcmp(param->name, name) == 0)
            return param->value;
    }
    return NULL;
}

/**
 * care_vcard_property_get_types:
 *
 * Returns: (transfer full): all types in lower case, however they were written: TYPE=a,b  TYPE="a,b"
 *   TYPE=a\,b  TYPE=a;TYPE=b  or bare as in 2.1
 */
char **
care_vcard_property_get_types(const CareVcardProperty *property)
{
    g_autoptr(GStrvBuilder) types = g_strv_builder_new();

    for (guint i = 0; i < property->params->len; i++) {
        const CareVcardParam *param = &g_array_index(property->params, CareVcardParam, i);
        g_auto(GStrv) words = NULL;
        if (strcmp(param->name, "TYPE") != 0)
            continue;
        words = g_strsplit_set(param->value, ",\\", -1);
        for (guint k = 0; words[k] != NULL; k++) {
            g_autofree char *lower = g_utf8_strdown(g_strstrip(words[k]), -1);
            if (*lower != '\0')
                g_strv_builder_add(types, lower);
        }
    }
    return g_strv_builder_end(types);
}

/**
 * care_vcard_property_get_preference:
 *
 * Returns: 1 for the most preferred to 100; 101 if the property does not say
 */
int
care_vcard_property_get_preference(const CareVcardProperty *property)
{
    const char *pref = care_vcard_property_get_param(property, "PREF");
    g_auto(GStrv) types = NULL;
    gint64 number = 0;

    if (pref != NULL && g_ascii_string_to_signed(pref, 10, 1, 100, &number, NULL))
        return (int)number;
    types = care_vcard_property_get_types(property);
    return g_strv_contains((const char *const *)types, "pref") ? 1 : 101;
}
