/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

/* Writes a text of the shop's own, with placeholders, beside how it reads for a real customer. */
#define CARE_TYPE_TEXT_EDITOR (care_text_editor_get_type())
G_DECLARE_FINAL_TYPE(CareTextEditor, care_text_editor, CARE, TEXT_EDITOR, CareRecordDialog)

/* text: an existing one or a new one; the dialog works on a copy. */
void care_text_editor_present(GtkWidget *parent, CareContext *context, CareRecord *text);

G_END_DECLS
