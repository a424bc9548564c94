/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

/* Who agreed to more than the agreed price, when and how (S22). changed: a copy of the invoice, transfer none. */
typedef void (*CareConsentFunc)(CareRecord *changed, gpointer user_data);

#define CARE_TYPE_CONSENT_DIALOG (care_consent_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareConsentDialog, care_consent_dialog, CARE, CONSENT_DIALOG, CareRecordDialog)

void care_consent_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *invoice,
                                 const char *description, const char *who, CareConsentFunc done,
                                 GtkWidget *keep);

G_END_DECLS
