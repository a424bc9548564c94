/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/kit/fit.h"

G_BEGIN_DECLS

/* What a row of toggles offers, as a drop-down of their labels that follows it and is followed by it. name: what the
 * screen reader calls it. Transfer floating. */
GtkWidget *care_toggle_menu_new(AdwToggleGroup *toggles, const char *name);
/* Where the toggles, which are the wide child of fit, have no room, such a drop-down is there instead. words: the same toggles,
 * or others for the same choice that bear the words. */
void care_toggle_menu_fit(CareFit *fit, AdwToggleGroup *toggles, AdwToggleGroup *words, const char *name);

G_END_DECLS
