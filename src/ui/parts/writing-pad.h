/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Where a text with placeholders is written, beside how it will read: a text view (its id is "body", for forms), a
 * button that writes placeholders into it, the preview, and a sentence about what is wrong. Whoever has the facts fills
 * the preview whenever the text view's buffer changes. */
#define CARE_TYPE_WRITING_PAD (care_writing_pad_get_type())
G_DECLARE_FINAL_TYPE(CareWritingPad, care_writing_pad, CARE, WRITING_PAD, AdwBin)

GtkTextView *care_writing_pad_get_view(CareWritingPad *self); /* transfer none */
char *care_writing_pad_get_text(CareWritingPad *self);
/* With what the message begins with: no step of whoever writes it, and Ctrl+Z does not take it away. */
void care_writing_pad_fill(CareWritingPad *self, const char *text);
/* In one step that Ctrl+Z takes back. */
void care_writing_pad_replace_text(CareWritingPad *self, const char *text);
/* reader: nullable, who would read it so. */
void care_writing_pad_set_preview(CareWritingPad *self, const char *text, const char *reader);
/* NULL: nothing is wrong. */
void care_writing_pad_set_warning(CareWritingPad *self, const char *sentence);
/* Back to writing, with the cursor in the text. */
void care_writing_pad_write(CareWritingPad *self);

G_END_DECLS
