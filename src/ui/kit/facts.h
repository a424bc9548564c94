/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One more fact of a line of them, "0157 335 21 78 · bea@example.org"; NULL and "" add nothing. */
void care_facts_add(GString *facts, const char *fact);

G_END_DECLS
