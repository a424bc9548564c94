/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/outreach/message-facts.h"

G_BEGIN_DECLS

GPtrArray *care_message_texts(CareStore *store, CareMessageFacts *facts, int *fitting);

G_END_DECLS
