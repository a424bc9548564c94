/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Over a dialog Ctrl+Z takes up again what was typed in another one before it and not saved, as long as the toast offers
 * that; a text that has the cursor comes first. What is in the shop is left alone there, but for what was set in Preferences:
 * in them Ctrl+Z and Ctrl+Shift+Z are about what was done there and nothing else. For init. */
void care_window_undo_listen(AdwApplicationWindow *self);

/* "win.undo" and "win.redo": where no dialog is open, and the text that has the cursor has nothing of its own to take back,
 * they are about what was done last in the window. For class_init. */
void care_window_undo_install(GtkWidgetClass *window_class);

G_END_DECLS
