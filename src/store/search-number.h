/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* The number of a document as it stands on it, from how people type it: "2026-0003" of "2026/3", "Job 2026 3" and
 * "invoice 2026-0003"; its end, "-0003", of "#3" and "Nr. 3", whichever year. NULL for any other text. Transfer full. */
char *care_search_number(const char *text);
/* Whether the record has such a number, or one with such an end. */
gboolean care_search_has_number(CareRecord *record, const char *number);

G_END_DECLS
