/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* CARE_ERROR_REFUSED, with a sentence that names the record, when something that would go along with it, or be left
 * without it, was entered or changed since the record was added: to take the addition back would take somebody's work
 * along. What was added in the same instant and not touched since is part of the addition; a loose reference
 * (CARE_FIELD_LETS_GO) stays where it is, and a trace (CARE_KIND_TRACE) is nobody's entry. For service/flow.c; worker
 * thread. */
gboolean care_flow_check_unused(CareTransaction *transaction, CareRecord *record, GError **error);
/* The same of one that came back at an instant: what was entered since then counts. */
gboolean care_flow_check_unused_since(CareTransaction *transaction, CareRecord *record, CareInstant since,
                                      GError **error);
/* Whether anything that is not deleted names the record at all, by a loose reference, too, and whenever it was entered: what a
 * rule made and nobody has worked on is named by nothing. Worker thread. */
gboolean care_flow_find_named(CareTransaction *transaction, CareRecord *record, gboolean *named,
                              GError **error);
/* CARE_ERROR_CONFLICT when what is stored is not what was added any more. The records are compared, since a stamp tells no
 * more than the second. CARE_ERROR_NOT_FOUND when somebody deleted it: then that stands, and nothing is to be done again. */
gboolean care_flow_check_untouched(CareRecord *stored, CareRecord *added, GError **error);
/* Whether the two say the same, but for what the program keeps by itself: flags and links, nobody's words. */
gboolean care_flow_is_untouched(CareRecord *stored, CareRecord *added);

G_END_DECLS
