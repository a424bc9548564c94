/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

/* Who said yes to the lines of a job as they are, how and when; saved with it. */
#define CARE_TYPE_AGREEMENT_DIALOG (care_agreement_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareAgreementDialog, care_agreement_dialog, CARE, AGREEMENT_DIALOG, CareRecordDialog)

/* who: probably; price: what they agree to, as people read it. */
void care_agreement_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *job, const char *who,
                                   const char *price);

G_END_DECLS
