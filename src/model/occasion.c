/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/occasion.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"

static gboolean
validate(CareRecord *record, GError **error)
{
    gint64 days = care_record_int(record, CARE_OCCASION_LEAD_DAYS);

    if (days >= 0 && days <= CARE_OCCASION_MOST_DAYS)
        return TRUE;
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                ngettext("Somebody can be reminded of a day from 0 to %d day ahead. Nothing was changed.",
                         "Somebody can be reminded of a day from 0 to %d days ahead. Nothing was changed.",
                         CARE_OCCASION_MOST_DAYS),
                CARE_OCCASION_MOST_DAYS);
    return FALSE;
}

CARE_DEFINE_RECORD(CareOccasion, care_occasion, CARE_OCCASION_FIELDS, "occasion", N_("Occasion"),
                   .icon = "care-calendar-symbolic", .table = N_("Occasions"), .validate_entry = validate)
