/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>

/* What a target is: one input through one reader. It asserts what must hold for any input; a crash, a leak, a
 * warning or a failed assertion is a find. Driven by libFuzzer (./dev fuzz) or by replay.c over its corpus. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* GLib traps at a fatal warning, which libFuzzer does not know of: the input would be lost. */
static void
fuzz_on_trap(int number)
{
    abort();
}

__attribute__((constructor)) static void
fuzz_watch_traps(void)
{
    signal(SIGTRAP, fuzz_on_trap);
}

/* The input as text: transfer full, ends at the first NUL. */
static inline char *
fuzz_text(const uint8_t *data, size_t size)
{
    return g_strndup((const char *)data, size);
}
