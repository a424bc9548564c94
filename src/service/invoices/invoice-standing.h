/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Somebody agreed to more than was promised: a consent of nobody is none. */
gboolean care_invoice_has_consent(CareRecord *draft);

/* What is so of an invoice by whatever way it came into the shop. Both: CARE_ERROR_REFUSED with a sentence about it, to which
 * may be added what became of it; change nothing; any thread. */

/* A draft is one of an invoice, and says nothing of what only issuing, or what comes after it, writes down. */
gboolean care_invoice_check_draft(CareRecord *draft, GError **error);
/* An issued document is of the job whose number stands on it, or of none. Those of schema 1 whose buyer has no id are not
 * asked, nor is a draft. */
gboolean care_invoice_check_job(CareConnection *connection, CareRecord *invoice, GError **error);

G_END_DECLS
