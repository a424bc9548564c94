/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The text inside a SEPA payment QR code: European Payments Council, EPC069-12, version 002. Pure. */
#include "document/epc-payload.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/errors.h"
#include "document/iban.h"

#define MAX_NAME 70 /* characters */
#define MAX_TEXT 140
#define MAX_AMOUNT G_GINT64_CONSTANT(99999999999) /* 999,999,999.99 in cents */

static gboolean
check(const CareEpcPayload *payload, GError **error)
{
    if (g_strcmp0(payload->currency, "EUR") != 0)
        return care_refuse(error, CARE_ERROR_REFUSED, _("A payment code is possible in euros only."));
    if (payload->amount <= 0)
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("Nothing is left to pay, so there is no payment code."));
    if (payload->amount > MAX_AMOUNT)
        return care_refuse(error, CARE_ERROR_REFUSED, _("The amount is too large for a payment code."));
    if (payload->iban == NULL || *payload->iban == '\0')
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("The shop has no IBAN yet, so there is no payment code."));
    if (!care_iban_check(payload->iban))
        return care_refuse(
            error, CARE_ERROR_REFUSED,
            _("The shop’s IBAN has a typing error. Check it before a payment code is printed."));
    if (payload->bic != NULL && *payload->bic != '\0' && !care_bic_check(payload->bic))
        return care_refuse(
            error, CARE_ERROR_REFUSED,
            _("The shop’s BIC has a typing error. Check it before a payment code is printed."));
    if (payload->name == NULL || *payload->name == '\0')
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("The shop has no name yet, so there is no payment code."));

    return TRUE;
}

/* One line of at most @max characters: a control character would start the next field. */
static char *
one_line(const char *text, glong max)
{
    g_autofree char *valid = g_utf8_make_valid(text != NULL ? text : "", -1);
    g_autoptr(GString) out = g_string_new(NULL);

    for (const char *c = valid; *c != '\0' && max > 0; c = g_utf8_next_char(c), max--) {
        gunichar letter = g_utf8_get_char(c);

        g_string_append_unichar(
            out, g_unichar_iscntrl(letter) || letter == 0x2028 || letter == 0x2029 ? ' ' : letter);
    }

    return g_strstrip(g_strdup(out->str));
}

static gboolean
drop_last_character(char *text)
{
    char *last = g_utf8_find_prev_char(text, text + strlen(text));

    if (last == NULL)
        return FALSE;
    *last = '\0';

    return TRUE;
}

static char *
assemble(const CareEpcPayload *payload, const char *name, const char *reference, const char *text)
{
    g_autofree char *iban = care_iban_normalise(payload->iban);
    g_autofree char *bic = care_iban_normalise(payload->bic);
    g_autoptr(GString) out = g_string_new("BCD\n002\n1\nSCT\n");

    g_string_append_printf(out, "%s\n%s\n%s\nEUR%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT "\n\n%s\n%s", bic,
                           name, iban, payload->amount / 100, payload->amount % 100, reference, text);
    while (out->len > 0 && out->str[out->len - 1] == '\n')
        g_string_truncate(out, out->len - 1);

    return g_strdup(out->str);
}

/* The payload in UTF-8, lines joined by LF, nothing after the last used one. Too long texts are shortened, the
 * purpose first, then the name; a reference never is: one that is not ISO 11649 moves into the text. NULL with
 * CARE_ERROR_REFUSED where no code may be printed (nothing due, no or a wrong IBAN, not euros). Free with g_free. */
char *
care_epc_payload_build(const CareEpcPayload *payload, GError **error)
{
    gboolean structured = care_creditor_reference_check(payload->reference);
    g_autofree char *reference = structured ? care_iban_normalise(payload->reference) : g_strdup("");
    g_autofree char *name = one_line(payload->name, MAX_NAME);
    g_autofree char *text = NULL;
    g_autofree char *out = NULL;

    if (!check(payload, error))
        return NULL;

    if (structured)
        text = g_strdup("");
    else if (payload->text != NULL && *payload->text != '\0')
        text = one_line(payload->text, MAX_TEXT);
    else
        text = one_line(payload->reference, MAX_TEXT);
    out = assemble(payload, name, reference, text);
    while (strlen(out) > CARE_EPC_MAX_BYTES && (drop_last_character(text) || drop_last_character(name))) {
        g_free(out);
        out = assemble(payload, name, reference, g_strchomp(text));
    }

    return g_steal_pointer(&out);
}
