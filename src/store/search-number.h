/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* The number of a document, year and sequence, from how people type it: "2026-3" of "2026/3", "Job 2026 003" and "invoice
 * 2026-0003"; the sequence alone, "-3", of "#3" and "Nr. 3", whichever year. Words may stand before it and behind it,
 * "Ann 2026-3" and "2026-3 Ann". NULL for any other text. Transfer full. */
char *care_search_number(const char *text);
/* Its digits as they stand there, noughts and all, without what separates them. NULL likewise; transfer full. */
char *care_search_number_as_typed(const char *text);
/* The kind of documents that a word of the text names, "Invoice 3"; NULL: none. */
const CareKind *care_search_number_kind(const char *text);
/* Whether the text says nothing but such a number: "Job 2026-003", "#3". "Salon No. 5" may be somebody's name. Any thread. */
gboolean care_search_is_number(const char *text);
/* The codes of documents with that number: each kind writes it with so many noughts. Transfer full. */
GPtrArray *care_search_number_codes(const char *number);
/* Whether the record has that number, or one of that sequence. number is nullable. */
gboolean care_search_has_number(CareRecord *record, const char *number);

G_END_DECLS
