/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/device.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/fold.h"

/* Of English; of another language nobody knows whether it writes them small. Whole words: a "Swatch" is no watch. */
static const char *const nouns[]
    = { "bike",     "bicycle",  "ebike",      "motorbike",  "motorcycle", "moped",     "scooter",
        "tricycle", "trailer",  "wheelchair", "machine",    "washer",     "dryer",     "dishwasher",
        "oven",     "cooker",   "stove",      "microwave",  "fridge",     "freezer",   "refrigerator",
        "grinder",  "mixer",    "blender",    "toaster",    "kettle",     "iron",      "laptop",
        "notebook", "computer", "phone",      "smartphone", "cellphone",  "tablet",    "printer",
        "scanner",  "monitor",  "screen",     "camera",     "lens",       "watch",     "wristwatch",
        "clock",    "radio",    "speaker",    "headphones", "amplifier",  "turntable", "instrument",
        "guitar",   "piano",    "violin",     "mower",      "lawnmower",  "saw",       "chainsaw",
        "drill",    "trimmer",  "pump",       "compressor", "generator",  "vacuum",    "cleaner",
        "lamp",     "player",   "television", "projector",  "console",    "receiver",  "robot" };

/* What stands before such a noun, and is no brand. */
static const char *const before[]
    = { "e",        "electric",  "coffee",   "espresso", "washing",  "sewing",   "knitting", "tumble",
        "vacuum",   "city",      "road",     "race",     "racing",   "mountain", "gravel",   "touring",
        "trekking", "folding",   "cargo",    "child",    "kids",     "women",    "men",      "fitness",
        "exercise", "lawn",      "hedge",    "chain",    "circular", "table",    "hand",     "power",
        "cordless", "robot",     "robotic",  "mobile",   "smart",    "cell",     "desktop",  "laptop",
        "game",     "games",     "record",   "cassette", "cd",       "dvd",      "digital",  "video",
        "film",     "wall",      "alarm",    "pocket",   "wrist",    "hair",     "food",     "stand",
        "bread",    "microwave", "water",    "heat",     "steam",    "milk",     "musical",  "acoustic",
        "bass",     "grand",     "pressure", "high",     "laser",    "label",    "car" };

static gboolean
is_among(const char *word, const char *const *words, gsize n)
{
    g_autofree char *folded = care_text_fold(word);

    for (gsize i = 0; i < n; i++)
        if (g_str_equal(folded, words[i]))
            return TRUE;
    return FALSE;
}

/* All of it: "coffee machine", but neither "Vespa scooter", whose first word is a name, nor "Coffee Machine", which is written
 * as one. */
static gboolean
is_noun(const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " -", -1);
    guint last = g_strv_length(words) - 1;

    for (guint i = 0; i < last; i++)
        if (!is_among(words[i], before, G_N_ELEMENTS(before)) || g_ascii_isupper(words[i + 1][0]))
            return FALSE;
    return is_among(words[last], nouns, G_N_ELEMENTS(nouns));
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
    g_autofree char *first = g_strndup(name, n);
    char *called = g_strdup(name);

    /* Translators: "small" where a noun begins with a small letter within a sentence, as in English: "your dishwasher
     * SMV46"; anything else where it begins as it is written */
    if (n > 0 && g_str_equal(C_("noun", "small"), "small") && g_ascii_strncasecmp(name, sort, n) == 0
        && !g_ascii_isalnum(name[n]) && is_capital(name) && is_noun(first))
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
