/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

G_BEGIN_DECLS

/* A contact says when it was. Whoever was called or written to about a job that is ready has been told, and about a
 * complaint, answered.
 * What a contact settled is open again when it is deleted. */
extern const CareKindFlow care_interaction_flow;

G_END_DECLS
