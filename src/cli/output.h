/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* Answers for people: plain, aligned text. */
void care_output_print(JsonNode *node);
/* Some rows of a list of objects in columns; the names of the columns stand above if header. */
void care_output_rows(JsonArray *rows, const char *const *columns, gboolean header);

G_END_DECLS
