/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Calls a row that unfolds, and its switch, by what it says folded: its title and its subtitle, as they are at the time. On
 * its own it is called by every row that it unfolds as well. Once for each row; main thread. */
void care_expander_row_name(AdwExpanderRow *row);

G_END_DECLS
