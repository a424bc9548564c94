/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/draft-changes.h"

struct CareDraftChanges {
    gint64 asked;       /* for what the worker does now */
    GPtrArray *written; /* by that */
    GMutex lock;        /* of what follows */
    GPtrArray *waiting; /* CareDraftChange, the oldest first */
};

void
care_draft_change_clear(CareDraftChange *change)
{
    g_free(change->key);
    g_free(change->text);
    g_free(change->next);
    g_free(change->aside);
    g_free(change->earlier);
}

static void
change_clear(gpointer change)
{
    care_draft_change_clear(change);
}

static void
change_unref(gpointer change)
{
    g_atomic_rc_box_release_full(change, change_clear);
}

static gpointer
change_ref(gconstpointer change, gpointer data)
{
    return g_atomic_rc_box_acquire((gpointer)change);
}

CareDraftChanges *
care_draft_changes_new(void)
{
    CareDraftChanges *self = g_new0(CareDraftChanges, 1);

    g_mutex_init(&self->lock);
    self->written = g_ptr_array_new_with_free_func(change_unref);
    self->waiting = g_ptr_array_new_with_free_func(change_unref);
    return self;
}

void
care_draft_changes_free(CareDraftChanges *self)
{
    g_ptr_array_unref(self->written);
    g_ptr_array_unref(self->waiting);
    g_mutex_clear(&self->lock);
    g_free(self);
}

/* The last of the same row, unless the row became another one since. */
static void
remove_made_up_for(GPtrArray *waiting, const CareDraftChange *change)
{
    for (guint i = waiting->len; i-- > 0;) {
        const CareDraftChange *last = waiting->pdata[i];

        if (g_strcmp0(last->next, change->key) == 0)
            return;
        if (!g_str_equal(last->key, change->key))
            continue;
        if (last->way == change->way && g_strcmp0(last->aside, change->aside) == 0
            && g_strcmp0(last->next, change->next) == 0)
            g_ptr_array_remove_index(waiting, i);
        return;
    }
}

void
care_draft_changes_add(CareDraftChanges *self, const CareDraftChange *change)
{
    CareDraftChange *added = g_atomic_rc_box_new(CareDraftChange);

    *added = *change;
    added->asked = g_get_monotonic_time();
    if (self == NULL) {
        change_unref(added);
        return;
    }
    g_mutex_lock(&self->lock);
    remove_made_up_for(self->waiting, added);
    g_ptr_array_add(self->waiting, added);
    g_mutex_unlock(&self->lock);
}

gboolean
care_draft_changes_find(CareDraftChanges *self, const char *row, char **text)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&self->lock);

    for (guint i = self->waiting->len; i-- > 0;) {
        const CareDraftChange *change = self->waiting->pdata[i];

        if (change->way->only_name || !g_str_equal(change->key, row))
            continue;
        *text = g_strdup(change->next != NULL ? change->earlier : change->text);
        return TRUE;
    }
    return FALSE;
}

gboolean
care_draft_changes_renames(CareDraftChanges *self, const char *row, const char *to)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&self->lock);

    for (guint i = 0; i < self->waiting->len; i++) {
        const CareDraftChange *change = self->waiting->pdata[i];

        if (change->way->only_name && g_str_equal(change->key, row) && g_str_equal(change->next, to))
            return TRUE;
    }
    return FALSE;
}

gboolean
care_draft_changes_any(CareDraftChanges *self)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&self->lock);

    return self->waiting->len > 0;
}

gboolean
care_draft_changes_has_words(CareDraftChanges *self)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&self->lock);

    for (guint i = 0; i < self->waiting->len; i++)
        if (((const CareDraftChange *)self->waiting->pdata[i])->text != NULL)
            return TRUE;
    return FALSE;
}

void
care_draft_changes_each(CareDraftChanges *self, void (*func)(const CareDraftChange *change, gpointer data),
                        gpointer data)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&self->lock);

    for (guint i = 0; i < self->waiting->len; i++)
        func(self->waiting->pdata[i], data);
}

void
care_draft_changes_clear(CareDraftChanges *self)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&self->lock);

    g_ptr_array_set_size(self->waiting, 0);
}

void
care_draft_changes_begin(CareDraftChanges *self, gint64 asked)
{
    self->asked = asked;
    g_ptr_array_set_size(self->written, 0);
}

static GPtrArray *
copy_waiting(CareDraftChanges *self)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&self->lock);

    return g_ptr_array_copy(self->waiting, change_ref, NULL);
}

static gboolean
ends_in(const CareDraftChange *change, const char *row)
{
    return row == NULL || g_str_equal(change->key, row) || g_strcmp0(change->next, row) == 0;
}

gboolean
care_draft_changes_write(CareDraftChanges *self, CareTransaction *transaction, const char *row,
                         GError **error)
{
    g_autoptr(GPtrArray) waiting = copy_waiting(self);

    for (guint i = 0; i < waiting->len; i++) {
        CareDraftChange *change = waiting->pdata[i];

        if (change->asked > self->asked || !ends_in(change, row)
            || g_ptr_array_find(self->written, change, NULL))
            continue;
        if (!change->way->write(transaction, change, error))
            return FALSE;
        g_ptr_array_add(self->written, g_atomic_rc_box_acquire(change));
    }
    return TRUE;
}

void
care_draft_changes_commit(CareDraftChanges *self)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&self->lock);

    for (guint i = 0; i < self->written->len; i++)
        g_ptr_array_remove(self->waiting, self->written->pdata[i]);
    g_ptr_array_set_size(self->written, 0);
}
