/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/deferral.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"

/* An hour of a day. */
static gboolean
validate(CareRecord *record, GError **error)
{
    gint64 hour = care_record_int(record, CARE_DEFERRAL_HOUR);

    if (!care_record_is_set(record, CARE_DEFERRAL_HOUR)
        || (hour >= 0 && hour <= 23 && care_record_is_set(record, CARE_DEFERRAL_UNTIL)))
        return TRUE;
    g_set_error_literal(
        error, CARE_ERROR, CARE_ERROR_INPUT,
        _("An hour is one of a day: it lies between 0 and 23, and says until which day. Nothing "
          "was changed."));
    return FALSE;
}

/* Its rule is a word for programs. */
static char *
title_of(CareRecord *deferral)
{
    return g_strdup(care_kind_label(care_record_kind(deferral)));
}

CARE_DEFINE_RECORD(CareDeferral, care_deferral, CARE_DEFERRAL_FIELDS, "deferral", N_("Deferral"),
                   .flags = CARE_KIND_TRACE, .icon = "care-clock-symbolic", .validate_entry = validate,
                   .title = title_of)
