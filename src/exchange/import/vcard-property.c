/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/vcard-property.h"

#include <string.h>

#include "exchange/import/encoding.h"

const char *
care_vcard_find_colon(const char *text, gsize length)
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

CareVcardProperty *
care_vcard_property_parse(GString *logical, CareVcardVersion version, const char *charset,
                          gboolean quoted_printable)
{
    const char *colon = care_vcard_find_colon(logical->str, logical->len);
    CareVcardProperty *property = NULL;
    const char *own = NULL;
    gsize header = 0;

    if (colon == NULL)
        return NULL;
    property = g_new0(CareVcardProperty, 1);
    property->params = g_array_new(FALSE, FALSE, sizeof(CareVcardParam));
    g_array_set_clear_func(property->params, clear_param);
    header = (gsize)(colon - logical->str);
    parse_header(property, logical->str, header, version != CARE_VCARD_VERSION_2_1);
    /* a property's name becomes part of the report */
    if (!g_utf8_validate(property->name, -1, NULL) || *property->name == '\0')
        g_set_str(&property->name, "?");
    g_string_erase(logical, 0, (gssize)header + 1);
    if (quoted_printable)
        undo_quoted_printable(logical);
    own = care_vcard_property_get_param(property, "CHARSET");
    if (own == NULL && !g_utf8_validate_len(logical->str, logical->len, NULL))
        own = charset;
    property->value = care_encoding_decode(logical->str, logical->len, own);
    return property;
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
