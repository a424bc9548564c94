/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "19%" of a number that is already written as people write it; the language decides about a space before the sign.
 * Everything that shows a share or a rate asks this. Free with g_free. */
char *care_percent_format(const char *number);

G_END_DECLS
