/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* While what was typed into a dialog is on its way into the shop, nothing else goes into it, and nobody leaves it: who did would
 * be told that it was not saved, and what was typed meanwhile would go with it. It is a moment, but where another program
 * holds the shop. Main thread. */
void care_dialog_hold(AdwDialog *dialog);
void care_dialog_release(AdwDialog *dialog);
gboolean care_dialog_is_held(AdwDialog *dialog);

G_END_DECLS
