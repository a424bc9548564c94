/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

G_BEGIN_DECLS

/* A change of the contact person belongs to the customer's story (S7). */
extern const CareKindFlow care_customer_flow;

G_END_DECLS
