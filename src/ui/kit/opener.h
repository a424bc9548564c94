/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether a program is there for a file of this name, or for a folder. Asked before one is started: where there is none,
 * the desktop answers late, by an empty choice of programs, or not at all. In a sandbox nobody knows, and it is TRUE. */
gboolean care_opener_has_program(GFile *file);
gboolean care_opener_has_file_manager(void);

G_END_DECLS
