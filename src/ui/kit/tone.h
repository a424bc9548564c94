/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a colour says: grey is routine, accent a job finished or collected, green a good outcome, warning what is
 * still open. A tone never stands alone; a word, sign or icon says the same. */
typedef enum {
    CARE_TONE_NEUTRAL,
    CARE_TONE_ACCENT,
    CARE_TONE_SUCCESS,
    CARE_TONE_WARNING,
    CARE_TONE_OWED, /* accent, filled: the one thing owed now */
} CareTone;

#define CARE_TYPE_TONE (care_tone_get_type())
GType care_tone_get_type(void);

void care_tone_apply(GtkWidget *widget, CareTone tone);

G_END_DECLS
