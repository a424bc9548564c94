/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window.h"

G_BEGIN_DECLS

/* Writes the backup of the day, where one is kept, now and on each new day on which the window is still open, as some are for
 * weeks; on those the purge of a start is done, too (ui/housekeeping.h). What could not be written is told in the window.
 * Main thread. */
void care_daily_begin(CareWindow *window, gboolean keeps_backups);

G_END_DECLS
