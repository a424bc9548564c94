/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Which line holds what, by country. The order follows what each country's post says to the Universal Postal Union
 * (upu.int, "Addressing solutions", a sheet for each country) and the posts' own guides: Deutsche Post and DIN 5008,
 * La Poste (NF Z10-011), Royal Mail ("How to address mail": the county is not needed), USPS Publication 28, Canada Post
 * ("Addressing guidelines": two spaces before the code), Australia Post, PostNL, Poste Italiane, Correos, CTT, An Post,
 * Magyar Posta, Japan Post, China Post, Korea Post, Chunghwa Post. Capitals stand where the post asks for them. */
#include "document/postal-address.h"

#include <string.h>

#include "document/country.h"

/* N recipient, S street, P postcode, L locality, R region; a line break parts lines. What stands before a part is
 * written if something stands before that, what begins a line goes with its first part. A format without R needs none. */
#define USUAL "N\nS\nP L"
#define ELSEWHERE "N\nS\nP L\nR"

typedef struct {
    const char *country;
    const char *format;
    const char *own; /* in the country's own script, from the large to the small; NULL: the same */
    const char *capitals;
} Format;

static const Format formats[] = {
    { "AT", USUAL, NULL, "" },
    { "AU", "N\nS\nL R P", NULL, "LR" },
    { "BE", USUAL, NULL, "" },
    { "BG", USUAL, NULL, "" },
    { "BR", "N\nS\nL-R\nP", NULL, "R" },
    { "CA", "N\nS\nL R  P", NULL, "LRP" },
    { "CH", USUAL, NULL, "" },
    { "CN", "N\nS\nL, R P", "P\nRLS\nN", "" },
    { "CY", USUAL, NULL, "" },
    { "CZ", USUAL, NULL, "" },
    { "DE", USUAL, NULL, "" },
    { "DK", USUAL, NULL, "" },
    { "EE", USUAL, NULL, "" },
    { "ES", "N\nS\nP L\nR", NULL, "L" },
    { "FI", USUAL, NULL, "L" },
    { "FR", USUAL, NULL, "L" },
    { "GB", "N\nS\nL\nP", NULL, "LP" },
    { "GR", USUAL, NULL, "" },
    { "HK", "N\nS\nL\nR", "RLS\nN", "" },
    { "HR", USUAL, NULL, "" },
    { "HU", "N\nL\nS\nP", NULL, "" },
    { "IE", "N\nS\nL\nR\nP", NULL, "P" },
    { "IL", "N\nS\nL P", NULL, "" },
    { "IN", "N\nS\nL P\nR", NULL, "L" },
    { "IS", USUAL, NULL, "" },
    { "IT", "N\nS\nP L R", NULL, "LR" },
    { "JP", "N\nS\nL, R P", "〒P\nRLS\nN", "" },
    { "KR", "N\nS\nL, R P", "R L S\nN\nP", "" },
    { "LI", USUAL, NULL, "" },
    { "LT", USUAL, NULL, "" },
    { "LU", USUAL, NULL, "" },
    { "LV", "N\nS\nL, P", NULL, "" },
    { "MT", "N\nS\nL\nP", NULL, "P" },
    { "MX", "N\nS\nP L, R", NULL, "" },
    { "NL", "N\nS\nP  L", NULL, "PL" },
    { "NO", USUAL, NULL, "L" },
    { "NZ", "N\nS\nL P", NULL, "" },
    { "PL", USUAL, NULL, "" },
    { "PT", USUAL, NULL, "L" },
    { "RO", USUAL, NULL, "" },
    { "RS", USUAL, NULL, "" },
    { "SE", USUAL, NULL, "L" },
    { "SG", "N\nS\nL P", NULL, "" },
    { "SI", USUAL, NULL, "" },
    { "SK", USUAL, NULL, "" },
    { "TR", "N\nS\nP L/R", NULL, "" },
    { "TW", "N\nS\nL, R P", "P\nRLS\nN", "" },
    { "UA", "N\nS\nL\nR\nP", NULL, "" },
    { "US", "N\nS\nL, R P", NULL, "" },
    { "ZA", "N\nS\nL\nP", NULL, "" },
};

static gboolean
has(const char *text)
{
    return text != NULL && *text != '\0';
}

static const Format *
format_of(const char *country)
{
    static const Format elsewhere = { NULL, ELSEWHERE, NULL, "" };

    for (gsize i = 0; country != NULL && i < G_N_ELEMENTS(formats); i++)
        if (strcmp(formats[i].country, country) == 0)
            return &formats[i];
    return &elsewhere;
}

/* Ireland has them, and many addresses there do without. */
gboolean
care_postal_needs_postcode(const char *country)
{
    const Format *format = format_of(country);

    return format->country != NULL && strcmp(format->country, "IE") != 0
           && strchr(format->format, 'P') != NULL;
}

static gboolean
is_east_asian(const char *text)
{
    for (; has(text); text = g_utf8_next_char(text)) {
        GUnicodeScript script = g_unichar_get_script(g_utf8_get_char(text));

        if (script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HANGUL
            || script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA)
            return TRUE;
    }
    return FALSE;
}

static const char *
part_of(const CarePostalAddress *address, char letter)
{
    switch (letter) {
    case 'N':
        return address->recipient;
    case 'S':
        return address->street;
    case 'P':
        return address->postcode;
    case 'L':
        return address->locality;
    case 'R':
        return address->region;
    default:
        return NULL;
    }
}

/* As it stands on the paper; NULL where the part is not there. Transfer full. */
static char *
write_part(const CarePostalAddress *address, const Format *format, char letter)
{
    const char *part = part_of(address, letter);
    g_autofree char *valid = has(part) ? g_strstrip(g_utf8_make_valid(part, -1)) : NULL;

    if (!has(valid))
        return NULL;
    return strchr(format->capitals, letter) != NULL ? g_utf8_strup(valid, -1) : g_steal_pointer(&valid);
}

/* One line of a format, which ends at a line break or with the string. */
static void
write_line(GString *out, const CarePostalAddress *address, const Format *format, const char *pattern)
{
    g_autoptr(GString) between = g_string_new(NULL);
    gboolean first = TRUE;

    for (; *pattern != '\0' && *pattern != '\n'; pattern++) {
        g_autofree char *part = NULL;

        if (strchr("NSPLR", *pattern) == NULL) {
            g_string_append_c(between, *pattern);
            continue;
        }
        part = write_part(address, format, *pattern);
        if (part != NULL && (first || out->len > 0) && !g_str_has_prefix(part, between->str))
            g_string_append(out, between->str);
        g_string_append(out, part != NULL ? part : "");
        g_string_truncate(between, 0);
        first = FALSE;
    }
}

/* A street may be of several lines, and so may be who lives there. */
static void
add_lines(GPtrArray *lines, const char *text)
{
    g_auto(GStrv) parts = g_strsplit_set(text, "\r\n", -1);

    for (char **part = parts; *part != NULL; part++)
        if (*g_strstrip(*part) != '\0')
            g_ptr_array_add(lines, g_strdup(*part));
}

/* What is no country at all is written as it was typed. */
static void
add_country(GPtrArray *lines, const char *typed, const char *country, const char *home)
{
    g_autofree char *name = NULL;
    g_autofree char *capitals = NULL;

    if (!has(typed) || (country != NULL && g_strcmp0(country, home) == 0))
        return;
    name = country != NULL ? care_country_name(country) : g_utf8_make_valid(typed, -1);
    capitals = g_utf8_strup(name, -1);
    add_lines(lines, capitals);
}

gboolean
care_postal_address_names_region(const char *country)
{
    return strchr(format_of(country)->format, 'R') != NULL;
}

GStrv
care_postal_address_lines(const CarePostalAddress *address, const char *home)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new_null_terminated(8, g_free, TRUE);
    const char *country = has(address->country) ? care_country_code(address->country) : home;
    const Format *format = format_of(country);
    gboolean own
        = format->own != NULL && (is_east_asian(address->street) || is_east_asian(address->locality));

    for (const char *line = own ? format->own : format->format; line != NULL;
         line = strchr(line, '\n') != NULL ? strchr(line, '\n') + 1 : NULL) {
        g_autoptr(GString) text = g_string_new(NULL);

        write_line(text, address, format, line);
        add_lines(lines, text->str);
    }
    add_country(lines, address->country, country, home);
    return (GStrv)g_ptr_array_free(g_steal_pointer(&lines), FALSE);
}
