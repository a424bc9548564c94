/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Ctrl+Enter anywhere in a dialog, in a text of many lines too, is its main button. The button is the one that is
 * pressed, so what it may not do now the key may not do either. NULL: the one that Enter presses. */
void care_save_key_add(AdwDialog *dialog, GtkWidget *button);

G_END_DECLS
