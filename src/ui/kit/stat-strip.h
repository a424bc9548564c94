/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/kit/tone.h"

G_BEGIN_DECLS

/* The welcome-back strip: one card of equal columns (caption, the fact in bold, a detail), a personal note under
 * a line. Folds to two columns where it is narrow. */
#define CARE_TYPE_STAT_STRIP (care_stat_strip_get_type())
G_DECLARE_FINAL_TYPE(CareStatStrip, care_stat_strip, CARE, STAT_STRIP, AdwBin)

void care_stat_strip_clear(CareStatStrip *self);
void care_stat_strip_add(CareStatStrip *self, const char *caption, const char *value, const char *detail,
                         CareTone tone, int folded_position);
void care_stat_strip_set_note(CareStatStrip *self, const char *note);

G_END_DECLS
