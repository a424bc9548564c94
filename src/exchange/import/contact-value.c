/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/contact-value.h"

#include <string.h>

#include "core/phone.h"

/* Digits, one point or comma, an E and the power of ten: the number itself is lost. */
static gboolean
is_scientific(const char *text)
{
    gsize n = strspn(text, "0123456789.,");

    return n > 0 && (text[n] == 'E' || text[n] == 'e') && (text[n + 1] == '+' || g_ascii_isdigit(text[n + 1]))
           && text[n + 1 + strspn(text + n + 1, "+0123456789")] == '\0';
}

gboolean
care_contact_is_number(const char *text)
{
    return care_phone_is_number(text) && !is_scientific(text);
}

const char *
care_contact_past_apostrophe(const char *cell)
{
    return *cell == '\'' && (strchr("+-=@", cell[1]) != NULL || g_ascii_isdigit(cell[1])) && cell[1] != '\0'
               ? cell + 1
               : cell;
}

gboolean
care_contact_is_status(const char *text)
{
    static const char *const words[]
        = { "active",       "inactive",  "enabled",     "disabled",  "subscribed",
            "unsubscribed", "confirmed", "unconfirmed", "cancelled", "bounced",
            "pending",      "synced",    "invited",     "declined",  NULL };
    g_autofree char *lower = g_ascii_strdown(text, -1);

    return g_strv_contains(words, g_strstrip(lower));
}
