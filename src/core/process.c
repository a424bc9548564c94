/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

/* Who closed one wants nothing of it; and no file of the shop may be opened in its place, and be written into. */
static void
fill_closed(void)
{
    int fd;

    do
        fd = open("/dev/null", O_RDWR | O_CLOEXEC);
    while (fd >= 0 && fd <= STDERR_FILENO);
    if (fd >= 0)
        close(fd);
}

void
care_process_begin(void)
{
    fill_closed();
    umask(077);
    signal(SIGXFSZ, SIG_IGN);
}
