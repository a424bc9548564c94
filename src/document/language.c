/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/language.h"

#include <locale.h>
#include <string.h>

#include <glib.h>

const char *
care_messages_language(void)
{
    const char *locale = setlocale(LC_MESSAGES, NULL);

    return locale == NULL || strcmp(locale, "C") == 0 || g_str_has_prefix(locale, "C.")
                   || strcmp(locale, "POSIX") == 0
               ? "en"
               : locale;
}
