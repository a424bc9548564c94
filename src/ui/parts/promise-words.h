/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "model/record.h"

G_BEGIN_DECLS

/* A sentence about a promise to a customer that became another: "Promised for Friday 4 December instead". NULL when the
 * event (CareEvent) is about none. currency: the shop's. Transfer full. */
char *care_promise_changed_sentence(CareRecord *event, const char *currency, CareDate today);

G_END_DECLS
