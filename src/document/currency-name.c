/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/currency-name.h"

#include <string.h>

#include <unicode/ucurr.h>

#include "document/language.h"

#define CODE_LENGTH 3

/* Into UTF-16, which ICU wants; codes are ASCII. */
static void
widen(const char *code, UChar wide[CODE_LENGTH + 1])
{
    for (int i = 0; i <= CODE_LENGTH; i++)
        wide[i] = (UChar)(i < CODE_LENGTH ? code[i] : 0);
}

char *
care_currency_name(const char *code)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[CODE_LENGTH + 1];
    const UChar *name;
    int32_t length = 0;

    if (strlen(code) != CODE_LENGTH)
        return g_strdup(code);
    widen(code, wide);
    name = ucurr_getName(wide, care_messages_language(), UCURR_LONG_NAME, NULL, &length, &status);
    return U_SUCCESS(status) ? g_utf16_to_utf8(name, length, NULL, NULL, NULL) : g_strdup(code);
}

gboolean
care_currency_is_current(const char *code, double at)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[CODE_LENGTH + 1];

    if (strlen(code) != CODE_LENGTH)
        return FALSE;
    widen(code, wide);
    return ucurr_isAvailable(wide, at, at, &status);
}
