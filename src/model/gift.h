/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* A gift, from the idea to the day it was given. */
/* clang-format off */
#define CARE_GIFT_STATES(W) \
    W(CARE_GIFT_IDEA, "idea", N_("Idea"), NULL) \
    W(CARE_GIFT_PLANNED, "planned", N_("Planned"), NULL) \
    W(CARE_GIFT_GAVE, "given", N_("Given"), NULL)

#define CARE_GIFT_FIELDS(F) \
    F(CARE_GIFT_CUSTOMER, "customer", N_("Customer"), REF, CARE_FIELD_REQUIRED, "customer") \
    F(CARE_GIFT_NAME, "name", N_("Gift"), TEXT, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_GIFT_STATE, "state", N_("State"), CHOICE, CARE_FIELD_REQUIRED | CARE_FIELD_TOGETHER(1), &care_gift_state_set) \
    F(CARE_GIFT_OCCASION, "occasion", N_("Occasion"), TEXT, 0, NULL) \
    F(CARE_GIFT_COST, "cost", N_("Cost"), MONEY, CARE_FIELD_FROM_ZERO, NULL) \
    F(CARE_GIFT_CURRENCY, "currency", N_("Currency"), TEXT, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_GIFT_GIVEN, "given", N_("Given On"), DATE, CARE_FIELD_HAPPENED | CARE_FIELD_TOGETHER(1), NULL) \
    F(CARE_GIFT_AT, "at", N_("Recorded"), INSTANT, CARE_FIELD_COMPUTED | CARE_FIELD_STORY, NULL) \
    F(CARE_GIFT_STAFF, "staff", N_("By"), REF, CARE_FIELD_AT_COUNTER, "staff") \
    F(CARE_GIFT_NOTE, "note", N_("Note"), TEXT, CARE_FIELD_LONG, NULL)
/* clang-format on */

CARE_DECLARE_CHOICES(CareGiftState, care_gift_state, CARE_GIFT_STATES)
CARE_DECLARE_RECORD(CareGift, care_gift, GIFT, CARE_GIFT_FIELDS)

G_END_DECLS
