/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/complaint.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"

CARE_DEFINE_CHOICES(care_confirmation, CARE_CONFIRMATIONS)

static gboolean
validate(CareRecord *record, GError **error)
{
    if (!care_record_is_set(record, CARE_COMPLAINT_RESOLVED)
        || (care_record_is_set(record, CARE_COMPLAINT_CAUSE)
            && care_record_is_set(record, CARE_COMPLAINT_CONFIRMATION)))
        return TRUE;
    g_set_error_literal(
        error, CARE_ERROR, CARE_ERROR_REFUSED,
        _("A complaint is settled once its cause is written down and the customer has confirmed, "
          "or has not answered. Nothing was changed."));
    return FALSE;
}

CARE_DEFINE_RECORD(CareComplaint, care_complaint, CARE_COMPLAINT_FIELDS, "complaint", N_("Complaint"),
                   .flags = CARE_KIND_COUNTED, .shows = "interaction", .story = CARE_STORY_FEEDBACK,
                   .icon = "care-alert-symbolic", .add = N_("Add _Complaint…"), .table = N_("Complaints"),
                   .order = "received DESC, id DESC", .validate = validate)
