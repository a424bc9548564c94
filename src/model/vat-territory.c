/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/vat-territory.h"

#include <string.h>

/* Countries whose tax is another's, and parts that stand outside of their country's (Art. 6 and 7 of Directive
 * 2006/112/EC), by how their postcodes begin. Büsingen has the tax of Switzerland; what is no country's is called by a code
 * that no state has. */
static const struct {
    const char *country;
    const char *postcode; /* digits; "": all of it */
    const char *territory;
} parts[] = {
    { "MC", "", "FR" },        { "IM", "", "GB" },      { "LI", "", "CH" },        { "DE", "78266", "CH" },
    { "DE", "27498", "X-HG" }, { "ES", "35", "IC" },    { "ES", "38", "IC" },      { "ES", "51", "EA" },
    { "ES", "52", "EA" },      { "FI", "22", "AX" },    { "FR", "97", "X-FR" },    { "FR", "986", "X-FR" },
    { "FR", "987", "X-FR" },   { "FR", "988", "X-FR" }, { "GR", "63086", "X-GR" }, { "IT", "22061", "X-IT" },
    { "IT", "23041", "X-IT" },
};

/* "D-78266", "630 86": the digits of it. Transfer full. */
static char *
digits_of(const char *postcode)
{
    GString *digits = g_string_new(NULL);

    for (; postcode != NULL && *postcode != '\0'; postcode++)
        if (g_ascii_isdigit(*postcode))
            g_string_append_c(digits, *postcode);
    return g_string_free(digits, FALSE);
}

gboolean
care_vat_is_northern_ireland(const char *territory, const char *postcode)
{
    return strcmp(territory, "GB") == 0 && postcode != NULL && g_ascii_strncasecmp(postcode, "BT", 2) == 0;
}

const char *
care_vat_territory(const char *country, const char *postcode)
{
    g_autofree char *digits = digits_of(postcode);

    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        if (strcmp(parts[i].country, country) == 0 && g_str_has_prefix(digits, parts[i].postcode))
            return parts[i].territory;
    return country;
}
