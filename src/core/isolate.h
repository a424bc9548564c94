/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *care_isolate(const char *text);
char *care_isolate_number(const char *text);
gboolean care_reads_from_left(const char *text);

G_END_DECLS
