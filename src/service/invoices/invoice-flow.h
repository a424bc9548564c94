/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

G_BEGIN_DECLS

/* Drafts are computed whenever they are saved; what is issued goes to the database's own guard. */
extern const CareKindFlow care_invoice_flow;

/* Of an issued document that came verbatim from an archive, whatever its books say: the head of the chain moves to it, and
 * its job is to bill or not. Worker thread. */
gboolean care_invoice_follow_issued(CareTransaction *transaction, CareRecord *invoice, GError **error);

G_END_DECLS
