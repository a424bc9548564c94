/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* A draft from the job's lines: the price in the job's mode, each line knowing what was agreed, less what invoices that stand
 * have billed of it. Not saved. Transfer full. */
CareRecord *care_invoice_draft_from_job(CareConnection *connection, CareId job, GError **error);

G_END_DECLS
