/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "model/bill/bill-totals.h"

G_BEGIN_DECLS

/* An invoice's sums as JSON, for `aftercare-cli invoice total` and for drafts made from a file. */
CareBill *care_invoice_json_read(JsonNode *in, const char *prices, GError **error);
gboolean care_invoice_json_check_members(JsonNode *in, GError **error);
JsonNode *care_invoice_json_write(const CareBill *bill, const CareBillTotals *totals);
JsonNode *care_invoice_json_total(JsonNode *in, GError **error);

G_END_DECLS
