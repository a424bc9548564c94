/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/occasions/occasions.h"
#include "service/today/due.h"

G_BEGIN_DECLS

/* The line of an occasion, on its day: wherever one is shown, what can be done about it is the same. Transfer full. */
CareDueItem *care_due_item_of_occasion(const CareUpcoming *upcoming);

G_END_DECLS
