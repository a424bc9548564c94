/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/vcard-value.h"

#include <string.h>

/* The small languages inside a vCard value: escapes, components, dates, phone URIs, types. Pure functions. */

/**
 * care_vcard_unescape:
 *
 * Undoes \n \, \; \: \\ and a backslash before any other sign of punctuation (Google writes \" and \:). Before a
 * letter or a digit it stays, so that C:\Temp survives.
 *
 * Returns: (transfer full)
 */
char *
care_vcard_unescape(const char *text)
{
    GString *out = g_string_sized_new(strlen(text));

    for (const char *p = text; *p != '\0'; p++) {
        if (*p != '\\' || p[1] == '\0' || (g_ascii_isalnum(p[1]) && p[1] != 'n' && p[1] != 'N')
            || (guchar)p[1] >= 0x80) {
            g_string_append_c(out, *p);
            continue;
        }
        p++;
        g_string_append_c(out, *p == 'n' || *p == 'N' ? '\n' : *p);
    }
    return g_string_free_and_steal(out);
}

/**
 * care_vcard_split:
 *
 * Returns: (transfer full): the parts between unescaped separators, their own escapes still in
 */
char **
care_vcard_split(const char *text, char separator)
{
    g_autoptr(GStrvBuilder) parts = g_strv_builder_new();
    const char *start = text;
    const char *p = text;

    for (; *p != '\0'; p++) {
        if (*p == '\\' && p[1] != '\0') {
            p++;
        } else if (*p == separator) {
            g_strv_builder_take(parts, g_strndup(start, (gsize)(p - start)));
            start = p + 1;
        }
    }
    g_strv_builder_take(parts, g_strndup(start, (gsize)(p - start)));
    return g_strv_builder_end(parts);
}

/**
 * care_vcard_list_to_text:
 * @component: a component of N or ADR, which may be a list
 * @separator: what to put between the list's elements
 *
 * A comma followed by a blank is one that its writer forgot to escape: it stays.
 *
 * Returns: (transfer full): the component as one text
 */
char *
care_vcard_list_to_text(const char *component, const char *separator)
{
    g_auto(GStrv) parts = care_vcard_split(component, ',');
    g_autoptr(GString) out = g_string_new(NULL);

    for (guint i = 0; parts[i] != NULL; i++) {
        g_autofree char *text = care_vcard_unescape(parts[i]);
        if (i > 0 && *parts[i] == ' ')
            g_string_append_c(out, ',');
        else if (i > 0 && *text != '\0' && out->len > 0)
            g_string_append(out, separator);
        g_string_append(out, text);
    }
    return g_strdup(out->str);
}

static gboolean
read_digits(const char **p, guint count, int *out)
{
    int value = 0;

    for (guint i = 0; i < count; i++) {
        if (!g_ascii_isdigit((*p)[i]))
            return FALSE;
        value = value * 10 + ((*p)[i] - '0');
    }
    *p += count;
    *out = value;
    return TRUE;
}

static gboolean
date_exists(const CareDate *date)
{
    if (date->month < 1 || date->month > 12 || date->day < 1)
        return FALSE;
    return date->day <= care_date_days_in_month(date->year == 0 ? 2000 : date->year, date->month);
}

/**
 * care_vcard_parse_date:
 *
 * Reads 1953-10-15, 19531015, both with any time after them (19561001000000 too), --0203, --02-03 and 1953/10/15. The years 0
 * and 1604 stand for no year at all (programs that cannot leave it out write those). A year or a month alone is no date.
 *
 * Returns: whether it is a date that exists
 */
gboolean
care_vcard_parse_date(const char *text, CareDate *out)
{
    CareDate date = { 0, 0, 0 };
    const char *p = text;
    char separator = '\0';

    while (g_ascii_isspace(*p))
        p++;
    if (p[0] == '-' && p[1] == '-')
        p += 2;
    else if (!read_digits(&p, 4, &date.year))
        return FALSE;
    if (*p == '-' || *p == '/' || *p == '.')
        separator = *p++;
    if (!read_digits(&p, 2, &date.month))
        return FALSE;
    if ((*p == '-' || *p == '/' || *p == '.') && (*p == separator || date.year == 0))
        p++;
    if (!read_digits(&p, 2, &date.day))
        return FALSE;
    if (separator == '\0' && (strlen(p) == 4 || strlen(p) == 6) && strspn(p, "0123456789") == strlen(p))
        p += strlen(p); /* the time of a stamp in one piece: 19561001000000 */
    if (*p != '\0' && *p != 'T' && *p != 't' && !g_ascii_isspace(*p))
        return FALSE;
    if (date.year == 1604)
        date.year = 0;
    if (!date_exists(&date))
        return FALSE;
    *out = date;
    return TRUE;
}

/**
 * care_vcard_parse_phone:
 *
 * Returns: (transfer full): the number; of a tel: URI (RFC 3966) its digits and its extension
 */
char *
care_vcard_parse_phone(const char *value)
{
    g_autofree char *text = care_vcard_unescape(value);
    g_autofree char *plain = NULL;
    char *extension = NULL;
    char *parameter = NULL;

    if (g_ascii_strncasecmp(value, "tel:", 4) != 0)
        return g_steal_pointer(&text);
    plain = g_uri_unescape_string(text + 4, NULL);
    if (plain == NULL || !g_utf8_validate(plain, -1, NULL))
        return g_strdup(text + 4);
    parameter = strchr(plain, ';');
    if (parameter == NULL)
        return g_steal_pointer(&plain);
    *parameter++ = '\0';
    extension = g_ascii_strncasecmp(parameter, "ext=", 4) == 0 ? parameter : strstr(parameter, ";ext=");
    if (extension == NULL)
        return g_steal_pointer(&plain);
    extension = strchr(extension, '=') + 1;
    extension[strcspn(extension, ";")] = '\0';
    return g_strdup_printf("%s ext. %s", plain, extension);
}

static gboolean
has(const char *const *types, const char *type)
{
    return g_strv_contains(types, type);
}

/* The first type that is not one of the format's own: a word the owner chose. */
static const char *
own_word(const char *const *types)
{
    static const char *const formats[]
        = { "voice", "msg",    "text",   "video",    "modem", "bbs",       "isdn", "pcs", "pref", "dom",
            "intl",  "postal", "parcel", "internet", "x400",  "textphone", "tlx",  "ppp", "uri",  NULL };

    for (guint i = 0; types[i] != NULL; i++)
        if (!g_strv_contains(formats, types[i]))
            return g_str_has_prefix(types[i], "x-") && types[i][2] != '\0' ? types[i] + 2 : types[i];
    return NULL;
}

/**
 * care_vcard_phone_label:
 * @types: a property's types in lower case
 *
 * Returns: (transfer full) (nullable): "mobile", "home", "work", "fax", "home fax", "work fax", "pager", "car",
 *   "main", "other" or a word of the owner's own
 */
char *
care_vcard_phone_label(const char *const *types)
{
    gboolean home = has(types, "home");
    gboolean work = has(types, "work");

    if (has(types, "homefax") || (has(types, "fax") && home))
        return g_strdup("home fax");
    if (has(types, "workfax") || (has(types, "fax") && work))
        return g_strdup("work fax");
    if (has(types, "fax"))
        return g_strdup("fax");
    if (has(types, "cell") || has(types, "mobile") || has(types, "iphone"))
        return g_strdup("mobile");
    if (home || work)
        return g_strdup(home ? "home" : "work");
    return g_strdup(own_word(types));
}

/**
 * care_vcard_place_label:
 *
 * Returns: (transfer full) (nullable): "home", "work" or a word of the owner's own, for addresses and e-mails
 */
char *
care_vcard_place_label(const char *const *types)
{
    if (has(types, "home"))
        return g_strdup("home");
    if (has(types, "work"))
        return g_strdup("work");
    return g_strdup(own_word(types));
}
