/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A card to write more than a line into; Tab goes on to the next row. Give it a height and an accessible label. */
#define CARE_TYPE_TEXT_AREA (care_text_area_get_type())
G_DECLARE_FINAL_TYPE(CareTextArea, care_text_area, CARE, TEXT_AREA, GtkTextView)

G_END_DECLS
