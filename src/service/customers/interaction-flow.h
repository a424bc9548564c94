/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

G_BEGIN_DECLS

/* A contact says when it was. Whoever was called or written to about a job that is ready has been told, and about a
 * complaint, answered; a step that a contact names is seen to, whoever got in touch. None of that goes for a note, an
 * automatic reply or a call in vain.
 * What a contact settled is open again when it is deleted. */
extern const CareKindFlow care_interaction_flow;

G_END_DECLS
