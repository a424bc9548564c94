/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From here on, in a window that is read from the right, every entry whose text has no letter that is, as a telephone number
 * or an address of the web, shows it from the left, beginning below its title: of "+49 171 948" the toolkit would turn the
 * groups round. Once, before the first widget and after GTK was begun, which knows from which side it is read. Main thread. */
void care_number_texts_begin(void);

G_END_DECLS
