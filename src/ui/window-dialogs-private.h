/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window.h"

G_BEGIN_DECLS

/* The window's actions that only open a dialog over it. For class_init. */
void care_window_dialogs_install(GtkWidgetClass *widget_class);
/* Fits what is asked in the window to its width. For init. */
void care_window_dialogs_watch(CareWindow *self);
/* Goes on with unsaved work of a dialog that belongs to no place; FALSE: it is a place's. */
gboolean care_window_dialogs_continue(CareWindow *self, const char *key);

G_END_DECLS
