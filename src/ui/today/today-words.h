/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/today/today.h"

G_BEGIN_DECLS

const char *care_today_group_title(guint group);
/* "Good morning, Mara"; name may be NULL. */
char *care_today_greeting(int hour, const char *name);
/* How much is due, and the one thing that matters most. */
char *care_today_sentence(GPtrArray *items, guint unanswered);

G_END_DECLS
