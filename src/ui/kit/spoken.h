/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is said one after another, with a comma between; parts that are NULL or "" are left out, so that nothing is heard
 * for nothing. The parts end with care_spoken_end. Transfer full. */
char *care_spoken(const char *first, ...);
extern const char care_spoken_end[];

G_END_DECLS
