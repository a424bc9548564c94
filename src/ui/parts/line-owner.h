/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/inline-edits.h"
#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

/* Whom a line belongs to, a job or an invoice, while its editor is open: it may go meanwhile. Main thread. */

typedef enum {
    CARE_LINE_OWNER_STANDS,
    CARE_LINE_OWNER_DELETED, /* or its customer is, so that it is in no list */
    CARE_LINE_OWNER_ISSUED,
} CareLineOwnerState;

/* stored: as the shop has it; NULL: it is gone for good. */
CareLineOwnerState care_line_owner_state(CareStore *store, CareRecord *stored);
/* Why no line goes into it any more. */
const char *care_line_owner_say(CareRecord *owner, CareLineOwnerState state);
/* Saves the owner with what the dialog holds of it, and says it: ended is called, which ends the dialog's save. A conflict is
 * the owner's, and no question about the line. */
typedef void (*CareLineOwnerEndedFunc)(CareRecordDialog *dialog, const GError *error);
void care_line_owner_save(CareRecordDialog *dialog, CareRecord *before, CareRecord *after,
                          CareInlineSaidFunc said, CareLineOwnerEndedFunc ended);

G_END_DECLS
