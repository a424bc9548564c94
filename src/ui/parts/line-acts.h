/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/inline-edits.h"

G_BEGIN_DECLS

/* What is done to the priced lines of a job or an invoice, and how it is said. Main thread. */

typedef enum {
    CARE_LINE_SAVED,
    CARE_LINE_ADDED,
    CARE_LINE_MOVED,
    CARE_LINE_DELETED,
} CareLineAct;

/* What was done to a line, for the toast that offers to take it back. */
CareInlineSaidFunc care_line_said(CareLineAct act);

/* The owner with a line at another place, or without it; copies, transfer full. */
CareRecord *care_line_moved(CareRecord *owner, int list, guint position, int by);
CareRecord *care_line_removed(CareRecord *owner, int list, guint position);

G_END_DECLS
