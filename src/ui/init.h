/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

void care_ui_init(void);
void care_ui_follow(GdkDisplay *display);

G_END_DECLS
