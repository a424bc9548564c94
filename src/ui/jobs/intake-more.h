/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What few intakes need is folded away, in a row that says what is in it. Main thread. */

/* Opens the row when one of the entries in it gets a text that nobody types (a draft goes on), and says below its title
 * what they hold. secret: an entry whose text is not shown. */
void care_intake_more_follow(AdwExpanderRow *row, GtkEditable *entry, GtkEditable *secret);

G_END_DECLS
