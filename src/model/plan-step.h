/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/channel.h"
#include "model/record.h"
#include "model/situation.h"

G_BEGIN_DECLS

/* A step of a plan: so many months and days after its anchor (negative: before). */
/* clang-format off */
#define CARE_PLAN_ANCHORS(W) \
    W(CARE_ANCHOR_HANDOVER, "handover", N_("Hand-over"), NULL) \
    W(CARE_ANCHOR_WARRANTY_END, "warranty-end", N_("End of the warranty"), NULL)

#define CARE_PLAN_STEP_FIELDS(F) \
    F(CARE_PLAN_STEP_TITLE, "title", N_("Step"), TEXT, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_PLAN_STEP_KIND, "kind", N_("Kind"), CHOICE, CARE_FIELD_REQUIRED, &care_followup_kind_set) \
    F(CARE_PLAN_STEP_ANCHOR, "anchor", N_("Counted From"), CHOICE, CARE_FIELD_REQUIRED, &care_plan_anchor_set) \
    F(CARE_PLAN_STEP_MONTHS, "months", N_("Months After It"), INTEGER, 0, &care_range_shift) \
    F(CARE_PLAN_STEP_DAYS, "days", N_("Days After It"), INTEGER, 0, &care_range_shift) \
    F(CARE_PLAN_STEP_CHANNEL, "channel", N_("Channel"), CHOICE, 0, &care_channel_set) \
    F(CARE_PLAN_STEP_TEXT, "text", N_("Text"), REF, 0, "text")
/* clang-format on */

CARE_DECLARE_CHOICES(CarePlanAnchor, care_plan_anchor, CARE_PLAN_ANCHORS)
CARE_DECLARE_RECORD(CarePlanStep, care_plan_step, PLAN_STEP, CARE_PLAN_STEP_FIELDS)

G_END_DECLS
