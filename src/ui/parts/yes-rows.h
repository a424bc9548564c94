/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/date-row.h"
#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

/* The rows in which it is written down how and when somebody said yes: to a job's price, or to an invoice above it. */
void care_yes_rows_fill(AdwComboRow *how);
/* The channel that is chosen; NULL for none. Static. */
const char *care_yes_rows_how(AdwComboRow *how);
/* Whether the row has a day that has come; else the dialog says why not, with the caller's sentence for a day ahead. */
gboolean care_yes_rows_check(CareRecordDialog *dialog, CareDateRow *date, const char *ahead);
/* When it was said: today keeps its minute, an earlier day counts from noon. After a check. */
CareInstant care_yes_rows_instant(CareRecordDialog *dialog, CareDateRow *date);

G_END_DECLS
