/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window.h"

G_BEGIN_DECLS

/* CareBenchProbe: measures the window from inside, for ./dev bench. Idle and absent unless CARE_BENCH names a file of
 * steps, one per line: "search TEXT" types the last character of TEXT after the others, "page ID" opens a customer.
 * Prints to stderr when each was painted, and the process's peak memory at the end; then the app quits.
 *
 * Lives as long as its window. */
void care_bench_probe_attach(CareWindow *window);

G_END_DECLS
