/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/device.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/fold.h"

/* Nouns of English. Of another language nobody knows whether it writes them small. */
static const char *const nouns[]
    = { "bike",     "bicycle",  "scooter",   "machine",    "washer",  "dryer",   "dishwasher", "oven",
        "cooker",   "fridge",   "freezer",   "grinder",    "mixer",   "toaster", "kettle",     "laptop",
        "notebook", "computer", "phone",     "tablet",     "printer", "camera",  "watch",      "clock",
        "radio",    "speaker",  "amplifier", "instrument", "mower",   "saw",     "drill",      "pump",
        "vacuum",   "cleaner",  "lamp",      "player" };

static gboolean
is_noun(const char *sort)
{
    g_autofree char *folded = care_text_fold(sort);

    for (gsize i = 0; i < G_N_ELEMENTS(nouns); i++)
        if (g_str_has_suffix(folded, nouns[i]))
            return TRUE;
    return FALSE;
}

/* "E-bike", but no "TV set". */
static gboolean
is_capital(const char *text)
{
    return g_ascii_isupper(text[0]) && !g_ascii_isupper(text[1]);
}

char *
care_device_in_sentence(const char *name, const char *sort)
{
    gsize n = sort != NULL ? strlen(sort) : 0;
    char *called = g_strdup(name);

    /* Translators: "small" where a noun begins with a small letter within a sentence, as in English: "your dishwasher
     * SMV46"; anything else where it begins as it is written */
    if (n > 0 && g_str_equal(C_("noun", "small"), "small") && g_ascii_strncasecmp(name, sort, n) == 0
        && !g_ascii_isalnum(name[n]) && is_capital(name) && is_noun(sort))
        called[0] = g_ascii_tolower(name[0]);
    return called;
}

static char *
detail(CareRecord *record)
{
    return g_strdup(care_record_text(record, CARE_DEVICE_SERIAL));
}

CARE_DEFINE_RECORD(CareDevice, care_device, CARE_DEVICE_FIELDS, "device", N_("Device"),
                   .flags = CARE_KIND_SEARCHED, .icon = "care-device-symbolic", .add = N_("Add De_vice…"),
                   .table = N_("Devices"), .detail = detail)
