/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/percent.h"

#include <glib/gi18n-lib.h>

char *
care_percent_format(const char *number)
{
    /* Translators: a percentage; where your language has a space before the sign, write U+00A0, which does not break */
    return g_strdup_printf(C_("percent", "%s%%"), number);
}
