/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/process.h"

#include <signal.h>
#include <sys/stat.h>

void
care_process_begin(void)
{
    umask(077);
    signal(SIGXFSZ, SIG_IGN);
}
