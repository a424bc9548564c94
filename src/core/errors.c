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
