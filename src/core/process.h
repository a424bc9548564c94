/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What both programs do first: whatever they write is for its owner's eyes, and a limit on the size of files is an error
 * that is told, not the end of the program. What of stdin, stdout and stderr was closed is open, and nowhere. */
void care_process_begin(void);

G_END_DECLS
