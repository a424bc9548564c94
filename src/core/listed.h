/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One more part of what is named one after another in a line, "Bea Koch, Ann Lee", with the sign between them that the
 * language has; NULL and "" add nothing. For people: what a program reads has a comma of its own. */
void care_listed_add(GString *list, const char *part);
/* All of them. parts ends with NULL. Transfer full. */
char *care_listed(const char *const *parts);

G_END_DECLS
