/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

G_BEGIN_DECLS

/* What was put off or let go: a follow-up that is let go says so itself as well. */
extern const CareKindFlow care_deferral_flow;

G_END_DECLS
