/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window-leave.h"

G_BEGIN_DECLS

/* The keys that leave work over every dialog, too. For init. */
void care_window_leave_listen(CareWindow *self);
/* Keeps size and place for the next time: window.c. */
void care_window_remember(CareWindow *self);

G_END_DECLS
