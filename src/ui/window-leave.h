/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window.h"

G_BEGIN_DECLS

/* Leaving the house, over whatever is open. What stands in an editor becomes its draft, which the next start offers; a
 * question is answered as by Cancel; what is under way comes to its end first, which is said if it takes a while. Where
 * that fails the window stays, with what was said of it. Main thread. */
void care_window_leave(CareWindow *self);
/* Whether it goes as soon as what is under way is done. */
gboolean care_window_is_leaving(CareWindow *self);

G_END_DECLS
