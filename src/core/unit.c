/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes are what an export, the command line or another program's invoice brings; no customer knows one. */
#include "core/unit.h"

#include <glib/gi18n-lib.h>

typedef struct {
    const char *code;
    const char *label;
    gboolean word; /* of a language; a sign of the SI is the same in all of them */
} Unit;

static const Unit units[] = {
    { "C62", "" },
    { "H87", "" },
    { "EA", "" },
    { "NAR", "" },
    { "XPP", "" },
    /* Translators: signs of units, behind a number: "1.5 h" */
    { "HUR", NC_("unit sign", "h"), TRUE },
    { "MIN", NC_("unit sign", "min"), TRUE },
    { "SEC", "s" },
    { "DAY", NC_("unit sign", "d"), TRUE },
    { "WEE", NC_("unit sign", "wk"), TRUE },
    { "MON", NC_("unit sign", "mo"), TRUE },
    { "ANN", NC_("unit sign", "yr"), TRUE },
    { "MMT", "mm" },
    { "CMT", "cm" },
    { "MTR", "m" },
    { "KMT", "km" },
    { "KTM", "km" },
    { "INH", "in" },
    { "FOT", "ft" },
    { "YRD", "yd" },
    { "SMI", "mi" },
    { "CMK", "cm²" },
    { "MTK", "m²" },
    { "FTK", "ft²" },
    { "MTQ", "m³" },
    { "MLT", "ml" },
    { "CLT", "cl" },
    { "LTR", "l" },
    { "OZA", "fl oz" },
    { "PTL", "pt" },
    { "QTL", "qt" },
    { "GLL", "gal" },
    { "MGM", "mg" },
    { "GRM", "g" },
    { "KGM", "kg" },
    { "TNE", "t" },
    { "ONZ", "oz" },
    { "LBR", "lb" },
    { "KWH", "kWh" },
    { "P1", "%" },
    { "LS", NC_("unit sign", "lump sum"), TRUE },
    { "SET", NC_("unit sign", "set"), TRUE },
    { "PR", NC_("unit sign", "pr"), TRUE },
    { "DZN", NC_("unit sign", "doz"), TRUE },
    { "XPK", NC_("unit sign", "pk"), TRUE },
    { "XBX", NC_("unit sign", "box"), TRUE },
    { "XBO", NC_("unit sign", "btl"), TRUE },
    { "XRO", NC_("unit sign", "roll"), TRUE },
};

const char *
care_unit_label(const char *unit)
{
    for (gsize i = 0; unit != NULL && i < G_N_ELEMENTS(units); i++)
        if (g_str_equal(unit, units[i].code))
            return units[i].word ? g_dpgettext2(GETTEXT_PACKAGE, "unit sign", units[i].label)
                                 : units[i].label;
    return unit != NULL ? unit : "";
}
