/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/line-choices.h"
#include "model/record.h"

G_BEGIN_DECLS

/* A line of the agreed price. unit is a UN/ECE Rec 20 code. */
/* clang-format off */
#define CARE_JOB_LINE_FIELDS(F) \
    F(CARE_JOB_LINE_NAME, "name", N_("Work or Part"), TEXT, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_JOB_LINE_KIND, "kind", N_("Kind"), CHOICE, 0, &care_line_kind_set) \
    F(CARE_JOB_LINE_QUANTITY, "quantity", N_("Quantity"), DECIMAL, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_JOB_LINE_UNIT, "unit", N_("Unit"), TEXT, 0, NULL) \
    F(CARE_JOB_LINE_PRICE, "price", N_("Unit Price"), DECIMAL, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_JOB_LINE_CATEGORY, "category", N_("VAT Category"), TEXT, 0, NULL) \
    F(CARE_JOB_LINE_RATE, "rate", N_("VAT Rate"), DECIMAL, 0, NULL) \
    F(CARE_JOB_LINE_NOTE, "note", N_("Note"), TEXT, 0, NULL)
/* clang-format on */

CARE_DECLARE_RECORD(CareJobLine, care_job_line, JOB_LINE, CARE_JOB_LINE_FIELDS)

G_END_DECLS
