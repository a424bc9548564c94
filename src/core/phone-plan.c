/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/phone-plan.h"

#include <string.h>

/* ITU-T E.164 calling codes; trunk and exit prefixes of the national plans (ITU-T E.164 "Dialling procedures"). Sorted by
 * region. A region that is not here keeps its digits as they are. */
static const CarePhonePlan plans[] = {
    { "AD", "376", "", CARE_TRUNK_WRITTEN, NULL },   { "AE", "971", "0", CARE_TRUNK_WRITTEN, NULL },
    { "AL", "355", "0", CARE_TRUNK_WRITTEN, NULL },  { "AR", "54", "0", CARE_TRUNK_DROPPED, NULL },
    { "AT", "43", "0", CARE_TRUNK_WRITTEN, NULL },   { "AU", "61", "0", CARE_TRUNK_WRITTEN, "0011" },
    { "BA", "387", "0", CARE_TRUNK_WRITTEN, NULL },  { "BE", "32", "0", CARE_TRUNK_WRITTEN, NULL },
    { "BG", "359", "0", CARE_TRUNK_WRITTEN, NULL },  { "BR", "55", "0", CARE_TRUNK_DROPPED, NULL },
    { "BY", "375", "8", CARE_TRUNK_DROPPED, "810" }, { "CA", "1", "1", CARE_TRUNK_DROPPED, "011" },
    { "CH", "41", "0", CARE_TRUNK_WRITTEN, NULL },   { "CL", "56", "", CARE_TRUNK_WRITTEN, NULL },
    { "CN", "86", "0", CARE_TRUNK_DROPPED, NULL },   { "CO", "57", "", CARE_TRUNK_WRITTEN, NULL },
    { "CY", "357", "", CARE_TRUNK_WRITTEN, NULL },   { "CZ", "420", "", CARE_TRUNK_WRITTEN, NULL },
    { "DE", "49", "0", CARE_TRUNK_WRITTEN, NULL },   { "DK", "45", "", CARE_TRUNK_WRITTEN, NULL },
    { "DZ", "213", "0", CARE_TRUNK_WRITTEN, NULL },  { "EE", "372", "", CARE_TRUNK_WRITTEN, NULL },
    { "EG", "20", "0", CARE_TRUNK_WRITTEN, NULL },   { "ES", "34", "", CARE_TRUNK_WRITTEN, NULL },
    { "FI", "358", "0", CARE_TRUNK_WRITTEN, NULL },  { "FR", "33", "0", CARE_TRUNK_WRITTEN, NULL },
    { "GB", "44", "0", CARE_TRUNK_WRITTEN, NULL },   { "GR", "30", "", CARE_TRUNK_WRITTEN, NULL },
    { "HK", "852", "", CARE_TRUNK_WRITTEN, "001" },  { "HR", "385", "0", CARE_TRUNK_WRITTEN, NULL },
    { "HU", "36", "06", CARE_TRUNK_WRITTEN, NULL },  { "ID", "62", "0", CARE_TRUNK_WRITTEN, "001" },
    { "IE", "353", "0", CARE_TRUNK_WRITTEN, NULL },  { "IL", "972", "0", CARE_TRUNK_WRITTEN, NULL },
    { "IN", "91", "0", CARE_TRUNK_DROPPED, NULL },   { "IS", "354", "", CARE_TRUNK_WRITTEN, NULL },
    { "IT", "39", "", CARE_TRUNK_WRITTEN, NULL },    { "JP", "81", "0", CARE_TRUNK_WRITTEN, "010" },
    { "KE", "254", "0", CARE_TRUNK_WRITTEN, "000" }, { "KR", "82", "0", CARE_TRUNK_WRITTEN, NULL },
    { "KZ", "7", "8", CARE_TRUNK_DROPPED, "810" },   { "LI", "423", "", CARE_TRUNK_WRITTEN, NULL },
    { "LT", "370", "8", CARE_TRUNK_DROPPED, NULL },  { "LU", "352", "", CARE_TRUNK_WRITTEN, NULL },
    { "LV", "371", "", CARE_TRUNK_WRITTEN, NULL },   { "MA", "212", "0", CARE_TRUNK_WRITTEN, NULL },
    { "MC", "377", "", CARE_TRUNK_WRITTEN, NULL },   { "MD", "373", "0", CARE_TRUNK_WRITTEN, NULL },
    { "ME", "382", "0", CARE_TRUNK_WRITTEN, NULL },  { "MK", "389", "0", CARE_TRUNK_WRITTEN, NULL },
    { "MT", "356", "", CARE_TRUNK_WRITTEN, NULL },   { "MX", "52", "", CARE_TRUNK_WRITTEN, NULL },
    { "MY", "60", "0", CARE_TRUNK_WRITTEN, NULL },   { "NG", "234", "0", CARE_TRUNK_WRITTEN, "009" },
    { "NL", "31", "0", CARE_TRUNK_WRITTEN, NULL },   { "NO", "47", "", CARE_TRUNK_WRITTEN, NULL },
    { "NZ", "64", "0", CARE_TRUNK_WRITTEN, NULL },   { "PH", "63", "0", CARE_TRUNK_WRITTEN, NULL },
    { "PK", "92", "0", CARE_TRUNK_WRITTEN, NULL },   { "PL", "48", "", CARE_TRUNK_WRITTEN, NULL },
    { "PT", "351", "", CARE_TRUNK_WRITTEN, NULL },   { "RO", "40", "0", CARE_TRUNK_WRITTEN, NULL },
    { "RS", "381", "0", CARE_TRUNK_WRITTEN, NULL },  { "RU", "7", "8", CARE_TRUNK_DROPPED, "810" },
    { "SA", "966", "0", CARE_TRUNK_WRITTEN, NULL },  { "SE", "46", "0", CARE_TRUNK_WRITTEN, NULL },
    { "SG", "65", "", CARE_TRUNK_WRITTEN, "001" },   { "SI", "386", "0", CARE_TRUNK_WRITTEN, NULL },
    { "SK", "421", "0", CARE_TRUNK_WRITTEN, NULL },  { "SM", "378", "", CARE_TRUNK_WRITTEN, NULL },
    { "TH", "66", "0", CARE_TRUNK_WRITTEN, "001" },  { "TN", "216", "", CARE_TRUNK_WRITTEN, NULL },
    { "TR", "90", "0", CARE_TRUNK_WRITTEN, NULL },   { "TW", "886", "0", CARE_TRUNK_WRITTEN, "002" },
    { "UA", "380", "0", CARE_TRUNK_WRITTEN, NULL },  { "US", "1", "1", CARE_TRUNK_DROPPED, "011" },
    { "VN", "84", "0", CARE_TRUNK_WRITTEN, NULL },   { "XK", "383", "0", CARE_TRUNK_WRITTEN, NULL },
    { "ZA", "27", "0", CARE_TRUNK_WRITTEN, NULL },
};

const CarePhonePlan *
care_phone_plan_of_region(const char *region)
{
    for (gsize i = 0; region != NULL && i < G_N_ELEMENTS(plans); i++)
        if (g_ascii_strcasecmp(plans[i].region, region) == 0)
            return &plans[i];
    return NULL;
}

/* No calling code is the beginning of another. */
const CarePhonePlan *
care_phone_plan_of_number(const char *digits)
{
    for (gsize i = 0; i < G_N_ELEMENTS(plans); i++)
        if (g_str_has_prefix(digits, plans[i].country))
            return &plans[i];
    return NULL;
}

gboolean
care_phone_plan_has_trunk(const CarePhonePlan *plan, const char *digits)
{
    return plan->trunk[0] != '\0' && g_str_has_prefix(digits, plan->trunk);
}
