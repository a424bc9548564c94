/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/paper.h"

G_BEGIN_DECLS

/* The order sheet of a job: what was handed in and what was agreed, once for the customer and once for the shop. */
extern const CarePaperKind care_order_paper_kind;

G_END_DECLS
