/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/search-terms.h"

G_BEGIN_DECLS

/* How well a record fits what was typed: 0 a field of it is the text, 1 has it as a word, 2 begins with it, 3 a
 * word of it does, 4 it is within, 5 the words are spread over fields; -1 not at all. match: "name", "phone", "email", "serial", "plate", "job",
 * "invoice", "tag" or what another kind calls it (CareKind.match). The record has its searched lists. */
int care_search_fit(const CareSearchTerms *terms, CareRecord *record, const char **match);

G_END_DECLS
