/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

/* A gift, from the idea to the day it was given, beside what the customer was given before. The same gift twice is
 * told, with the day of the first one, and wants a second press. */
#define CARE_TYPE_GIFT_DIALOG (care_gift_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareGiftDialog, care_gift_dialog, CARE, GIFT_DIALOG, CareRecordDialog)

/* gift: an existing one or a new one with its customer set; the dialog works on a copy. */
void care_gift_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *gift);

G_END_DECLS
