/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A menu button that writes a placeholder where the cursor of a text view stands. */
#define CARE_TYPE_PLACEHOLDER_BUTTON (care_placeholder_button_get_type())
G_DECLARE_FINAL_TYPE(CarePlaceholderButton, care_placeholder_button, CARE, PLACEHOLDER_BUTTON, AdwBin)

/* view must outlive the button: both stand in one dialog. */
void care_placeholder_button_set_view(CarePlaceholderButton *self, GtkTextView *view);

G_END_DECLS
