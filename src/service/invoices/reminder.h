/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Payment reminders (S25): only after the due date, never twice on one day, not while a complaint is open about the
 * job or about no job in particular. */

/* Why the customer may not be reminded of this invoice today, as a sentence; NULL when they may. Any thread, its own
 * connection. Transfer full. */
char *care_reminder_refusal(CareConnection *connection, CareRecord *invoice, CareDate today, GTimeZone *zone);

G_END_DECLS
