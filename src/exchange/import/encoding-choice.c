/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "exchange/import/encoding.h"

/* The encodings that old files are in, to choose from where the guess was wrong. */

static const struct {
    const char *name;
    const char *label;
} choices[] = {
    { "UTF-8", N_("Unicode (UTF-8)") },
    { "Windows-1252", N_("Western European (Windows-1252)") },
    { "IBM850", N_("Western European, DOS (IBM 850)") },
    { "macintosh", N_("Western European, old Mac (Macintosh)") },
    { "windows-1250", N_("Central European (Windows-1250)") },
    { "ISO-8859-2", N_("Central European (ISO 8859-2)") },
    { "IBM852", N_("Central European, DOS (IBM 852)") },
    { "windows-1254", N_("Turkish (Windows-1254)") },
    { "windows-1257", N_("Baltic (Windows-1257)") },
    { "windows-1251", N_("Cyrillic (Windows-1251)") },
    { "KOI8-R", N_("Cyrillic (KOI8-R)") },
    { "windows-1253", N_("Greek (Windows-1253)") },
    { "windows-1255", N_("Hebrew (Windows-1255)") },
    { "windows-1256", N_("Arabic (Windows-1256)") },
    { "windows-874", N_("Thai (Windows-874)") },
    { "windows-1258", N_("Vietnamese (Windows-1258)") },
    { "Shift_JIS", N_("Japanese (Shift_JIS)") },
    { "EUC-JP", N_("Japanese (EUC-JP)") },
    { "GB2312", N_("Chinese, simplified (GB 2312)") },
    { "GB18030", N_("Chinese, simplified (GB 18030)") },
    { "Big5", N_("Chinese, traditional (Big5)") },
    { "EUC-KR", N_("Korean (EUC-KR)") },
    { "UTF-16LE", N_("Unicode (UTF-16)") },
};

/**
 * care_encoding_n_choices:
 *
 * Returns: how many encodings somebody may choose from
 */
guint
care_encoding_n_choices(void)
{
    return G_N_ELEMENTS(choices);
}

/**
 * care_encoding_choice:
 * @label: (out) (optional): what to call it in a chooser, translated
 *
 * Returns: the name of the nth encoding to choose from
 */
const char *
care_encoding_choice(guint n, const char **label)
{
    if (label != NULL)
        *label = _(choices[n].label);
    return choices[n].name;
}
