/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/errors.h"

G_DEFINE_QUARK(care - error - quark, care_error)

/* The word the command line prints for a code of CARE_ERROR. Static; "refused" for a code that is none. */
const char *
care_error_nick(int code)
{
    static const char *const nicks[] = {
        [CARE_ERROR_REFUSED] = "refused", [CARE_ERROR_NOT_FOUND] = "not-found", [CARE_ERROR_BUSY] = "busy",
        [CARE_ERROR_CORRUPT] = "corrupt", [CARE_ERROR_TOO_NEW] = "too-new",     [CARE_ERROR_FULL] = "full",
        [CARE_ERROR_INPUT] = "input",     [CARE_ERROR_CONFLICT] = "refused",
    };

    return code >= 0 && code < (int)G_N_ELEMENTS(nicks) ? nicks[code] : nicks[CARE_ERROR_REFUSED];
}

gboolean
care_refuse(GError **error, CareError code, const char *sentence)
{
    g_set_error_literal(error, CARE_ERROR, code, sentence);
    return FALSE;
}

gboolean
care_misunderstood(GError **error, const char *format, ...)
{
    g_autofree char *message = NULL;
    va_list arguments;

    va_start(arguments, format);
    message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error_literal(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
    return FALSE;
}
