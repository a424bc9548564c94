/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/outreach/message-facts.h"

G_BEGIN_DECLS

/* The key under which an unsent message is kept: it says what the message is for, the draft only what was written. */
#define CARE_COMPOSE_DRAFT "message:"

/* Transfer full. */
char *care_compose_draft_key(const CareMessageOccasion *occasion);
/* situation points into key. */
gboolean care_compose_draft_parse(const char *key, CareMessageOccasion *occasion);

G_END_DECLS
