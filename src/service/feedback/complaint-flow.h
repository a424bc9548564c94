/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "service/kind-flow.h"

G_BEGIN_DECLS

/* Days after a complaint is settled when the customer is asked whether all is well (rules-care C1). */
#define CARE_COMPLAINT_ASK_AGAIN_DAYS 7

/* A new complaint is received now, by the person at the counter, unless it says otherwise; one that is settled asks the
 * customer again after a week; one that is opened again, or deleted, does not
 * ask any more. */
extern const CareKindFlow care_complaint_flow;

/* How often the shop got in touch with the customer about the complaint since it was received, whoever answered or not
 * (S28): the contacts that say so, and what was asked after it. Any thread. */
gboolean care_complaint_find_tries(CareConnection *connection, CareRecord *complaint, int *tries,
                                   GError **error);
/* The same to be shown; 0 when it cannot be read. */
int care_complaint_tries(CareConnection *connection, CareRecord *complaint);

G_END_DECLS
