/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether letters are so large, as a person has set them for all programs, that a narrow window has no room for what usually
 * stands side by side. */
gboolean care_letters_are_large(GtkSettings *settings);
gboolean care_text_is_large(GtkWidget *widget);

G_END_DECLS
