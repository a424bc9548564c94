/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

G_BEGIN_DECLS

/* Gifts stand in the timeline at the moment they were given. */
extern const CareKindFlow care_gift_flow;

G_END_DECLS
