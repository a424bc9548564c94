/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/record.h"

G_BEGIN_DECLS

/* CarePromiseTable: the lines of an invoice, what was agreed beside what is billed, and the totals per tax rate.
 * Only shows; emits "open" (guint position) on click or Enter, "move" (guint position, int by) on Alt+Up and
 * Alt+Down, "remove" (guint position) on Delete, none of them while it is read-only. Main thread. */
#define CARE_TYPE_PROMISE_TABLE (care_promise_table_get_type())
G_DECLARE_FINAL_TYPE(CarePromiseTable, care_promise_table, CARE, PROMISE_TABLE, AdwBin)

void care_promise_table_show(CarePromiseTable *self, CareRecord *invoice, gboolean agreed, gboolean editable);
/* What the tax is called from the next showing on; FALSE at first. */
void care_promise_table_set_sales_tax(CarePromiseTable *self, gboolean sales_tax);
void care_promise_table_focus_line(CarePromiseTable *self, guint position);

G_END_DECLS
