/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* CareSought: what somebody looks for in texts that no index knows, as people look for it: in any of its spellings and of
 * theirs, whatever the case, and run together ("o'brien" has "obrien"). It is taken apart once, when it is made, and a text
 * then costs little more than its folding. Immutable; any thread. */
typedef struct _CareSought CareSought;

/* Accepts anything. Transfer full. */
CareSought *care_sought_new(const char *text);
void care_sought_free(CareSought *self);
/* Whether a text has it in it. Every text has "". Accepts anything. */
gboolean care_sought_is_in(const CareSought *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareSought, care_sought_free)

G_END_DECLS
