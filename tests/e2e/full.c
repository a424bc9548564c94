/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loaded into the program by a test (LD_PRELOAD): from the moment that a backup takes its place the disk is full, for as long as
 * there is the file $FULL_WHILE. Of what the database writes, which is what opens a shop.
 */
#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS /* it would give two functions one name */
#include <dlfcn.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool taken;

static bool
is_full(void)
{
    const char *path = getenv("FULL_WHILE");

    return taken && path != NULL && access(path, F_OK) == 0;
}

int
rename(const char *from, const char *to)
{
    int (*real)(const char *, const char *) = (int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename");
    int answer = real(from, to);

    taken = taken || (answer == 0 && strstr(from, "/backups/restore-") != NULL);
    return answer;
}

ssize_t
pwrite(int file, const void *bytes, size_t n, off_t offset)
{
    ssize_t (*real)(int, const void *, size_t, off_t)
        = (ssize_t(*)(int, const void *, size_t, off_t))dlsym(RTLD_NEXT, "pwrite");

    if (!is_full())
        return real(file, bytes, n, offset);
    errno = ENOSPC;
    return -1;
}

ssize_t
pwrite64(int file, const void *bytes, size_t n, off64_t offset)
{
    return pwrite(file, bytes, n, offset);
}
