/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/contact-draft.h"
#include "exchange/import/import-log.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* What becomes of one contact: a new customer, a merge into a known one, a doubtful one for the owner to look at, or a
 * refusal with its reason. Saves it, writes it into the log of the import (as read from its file of that position) and
 * counts it. FALSE only where the whole import must stop. Worker thread. */
gboolean care_import_take_contact(CareTransaction *transaction, CareId import, guint file,
                                  CareContactDraft *draft, CareImportCounts *counts, GError **error);

G_END_DECLS
