/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* locks that belong to an open file, not to a process */
#include "store/draft-owner.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define DIGITS 16

struct CareDraftOwner {
    int fd; /* of the folder; -1 where it cannot be opened */
    char *mark;
    CareDraftChanges *changes;
};

char *
care_draft_mark_new(void)
{
    guint64 number = ((guint64)g_random_int() << 32 | g_random_int()) >> 2; /* it is a place in a file */

    return g_strdup_printf("%0*" G_GINT64_MODIFIER "x", DIGITS, number);
}

const char *
care_draft_mark_find(const char *text)
{
    const char *at = strrchr(text, '@');

    return at != NULL && strlen(at + 1) == DIGITS && strspn(at + 1, "0123456789abcdef") == DIGITS ? at : NULL;
}

/* One byte at the place that the mark says. The folder is never locked for writing, so nobody waits for anybody. */
static struct flock
lock_of(const char *mark, short type)
{
    return (struct flock){ .l_type = type,
                           .l_whence = SEEK_SET,
                           .l_start = (off_t)(g_ascii_strtoull(mark, NULL, 16) & (G_MAXUINT64 >> 2)),
                           .l_len = 1 };
}

CareDraftOwner *
care_draft_owner_new(const char *data_dir)
{
    CareDraftOwner *self = g_new0(CareDraftOwner, 1);
    struct flock lock;

    self->mark = care_draft_mark_new();
    self->changes = care_draft_changes_new();
    self->fd = open(data_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    lock = lock_of(self->mark, F_RDLCK);
    if (self->fd < 0 || fcntl(self->fd, F_OFD_SETLK, &lock) != 0)
        g_debug("draft: %s cannot be locked: %s", data_dir, g_strerror(errno));
    return self;
}

void
care_draft_owner_free(CareDraftOwner *self)
{
    if (self->fd >= 0)
        close(self->fd);
    care_draft_changes_free(self->changes);
    g_free(self->mark);
    g_free(self);
}

const char *
care_draft_owner_mark(const CareDraftOwner *self)
{
    return self->mark;
}

gboolean
care_draft_owner_is_taken(const CareDraftOwner *self, const char *mark)
{
    struct flock lock = lock_of(mark, F_WRLCK);

    return self->fd >= 0 && !g_str_equal(mark, self->mark) && fcntl(self->fd, F_OFD_GETLK, &lock) == 0
           && lock.l_type != F_UNLCK;
}

CareDraftChanges *
care_draft_owner_changes(CareDraftOwner *self)
{
    return self->changes;
}
