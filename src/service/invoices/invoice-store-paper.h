/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* Lays the paper of a document with its number out and stores it, with its hash in the record. It is on the disk, synced,
 * before its row commits. What has its name already, be it of a crash or the last copy of a document that a damaged shop
 * does not know any more, is put aside into backups/, never overwritten. */
gboolean care_invoice_store_paper(CareTransaction *transaction, CareRecord *invoice, GError **error);

G_END_DECLS
