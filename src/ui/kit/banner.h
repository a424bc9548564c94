/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A sentence over a page, with a button or without; hidden until there is something to say. It looks like an AdwBanner, which cuts what is
 * longer than three lines: the folder that cannot be read, and what to do, stand at the end. Its title is plain text. Main
 * thread. */
#define CARE_TYPE_BANNER (care_banner_get_type())
G_DECLARE_FINAL_TYPE(CareBanner, care_banner, CARE, BANNER, AdwBin)

void care_banner_set_title(CareBanner *self, const char *title);
/* NULL: no button. Pressed, it emits "button-clicked", or activates the "action-name". */
void care_banner_set_button_label(CareBanner *self, const char *label);
/* What somebody has to know now: shown, and said aloud by a screen reader as soon as it is on screen. NULL hides it. */
void care_banner_say(CareBanner *self, const char *sentence);
/* Says the sentence of an error that concerns the whole page; NULL hides it. */
void care_banner_show_error(CareBanner *self, const GError *error);

G_END_DECLS
