/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* What a document is called wherever papers are listed, shown or spoken, and how it stands. */

/* "Invoice 2026-0001", "Credit note 2026-0002", "Draft invoice". Transfer full. */
char *care_invoice_name(CareRecord *invoice);
/* The same with its gross: "Credit note 2026-0002, €12.50". Transfer full. */
char *care_invoice_name_with_gross(CareRecord *invoice);
/* "Paid"; of a credit note, whose money goes back, "Paid back". Transfer none. */
const char *care_invoice_state_name(CareRecord *invoice);

G_END_DECLS
