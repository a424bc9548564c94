/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdint.h>

/* What a target is: one input through one reader. It asserts what must hold for any input; a crash, a leak, a
 * warning or a failed assertion is a find. Driven by libFuzzer (./dev fuzz) or by replay.c over its corpus. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The input as text: transfer full, ends at the first NUL. */
static inline char *
fuzz_text(const uint8_t *data, size_t size)
{
    return g_strndup((const char *)data, size);
}
