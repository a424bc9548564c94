/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "model/situation.h"

G_BEGIN_DECLS

/* A text of the shop's own, with {placeholders}. */
/* clang-format off */
#define CARE_TEXT_FIELDS(F) \
    F(CARE_TEXT_NAME, "name", N_("Name"), TEXT, CARE_FIELD_REQUIRED | CARE_FIELD_WORDS | CARE_FIELD_SORT, NULL) \
    F(CARE_TEXT_SITUATION, "situation", N_("Situation"), CHOICE, CARE_FIELD_REQUIRED, &care_situation_set) \
    F(CARE_TEXT_LANGUAGE, "language", N_("Language"), TEXT, 0, NULL) \
    F(CARE_TEXT_SUBJECT, "subject", N_("Subject"), TEXT, 0, NULL) \
    F(CARE_TEXT_BODY, "body", N_("Text"), TEXT, CARE_FIELD_REQUIRED | CARE_FIELD_LONG, NULL)
/* clang-format on */

CARE_DECLARE_RECORD(CareText, care_text, TEXT, CARE_TEXT_FIELDS)

G_END_DECLS
