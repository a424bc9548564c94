/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

G_BEGIN_DECLS

/* Work to be done on a day: when it was done, or why it was let go, goes with its state. */
extern const CareKindFlow care_followup_flow;

G_END_DECLS
