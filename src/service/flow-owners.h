/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* What a record belongs to, as the table of its fields says it (care_field_belongs()): while that is deleted the record is
 * in no list, and when it goes for good the record goes along. So nothing is entered for it. Worker thread. */

/* For service/flow.c: CARE_ERROR_NOT_FOUND, naming it, where something that a new record belongs to, or one that stands
 * was given to (it differs from old, nullable), is deleted, or its customer is. The shop's books go on whoever was deleted,
 * but for an account that begins. What the program keeps by itself is not asked: a trace, a flag that follows. */
gboolean care_flow_check_owners(CareTransaction *transaction, CareRecord *record, CareRecord *old,
                                GError **error);
/* The same of one that stands and goes: whether its customer is there. */
gboolean care_flow_check_shown(CareTransaction *transaction, CareRecord *record, GError **error);
/* Brings back what the record belongs to and what is deleted. Put into along: CareRecord, nullable. */
gboolean care_flow_bring_owners(CareTransaction *transaction, CareRecord *record, GPtrArray *along,
                                GError **error);

/* For who asks whether to bring it back: the first of what the record, as a new one, belongs to and what is deleted; NULL
 * if there is none, it is gone for good, or it cannot be read. On the connection's thread. Transfer full. */
CareRecord *care_flow_find_gone_owner(CareConnection *connection, CareRecord *record);

G_END_DECLS
