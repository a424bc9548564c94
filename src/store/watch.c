/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/watch.h"

#include <gio/gio.h>

#include "core/disk.h"

/* A burst of writes to the -wal is looked at once. */
#define SETTLE_MS 30

struct _CareWatch {
    GFileMonitor *named;
    GFileMonitor
        *followed; /* where a link stands for the database, the log lies beside what it leads to; else NULL */
    CareConnection *reader;
    CareWatchFunc func;
    gpointer data;
    gint64 version;
    guint timeout;
};

static gboolean
look(gpointer data)
{
    CareWatch *self = data;
    gint64 version = care_connection_int(self->reader, "PRAGMA data_version", 0);

    self->timeout = 0;
    if (version != self->version || care_connection_has_moved(self->reader)) {
        self->version = version;
        self->func(self->data);
    }
    return G_SOURCE_REMOVE;
}

static void
on_file_changed(GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, CareWatch *self)
{
    if (self->timeout == 0)
        self->timeout = g_timeout_add(SETTLE_MS, look, self);
}

static GFileMonitor *
look_at(CareWatch *self, const char *log)
{
    g_autoptr(GFile) file = g_file_new_for_path(log);
    GFileMonitor *monitor = g_file_monitor_file(file, G_FILE_MONITOR_NONE, NULL, NULL);

    if (monitor != NULL) {
        g_file_monitor_set_rate_limit(monitor, SETTLE_MS);
        g_signal_connect(monitor, "changed", G_CALLBACK(on_file_changed), self);
    }
    return monitor;
}

CareWatch *
care_watch_new(const char *database_path, CareConnection *reader, CareWatchFunc func, gpointer data)
{
    CareWatch *self = g_new0(CareWatch, 1);
    g_autofree char *log = g_strconcat(database_path, "-wal", NULL);
    g_autofree char *real = care_path_real(database_path);
    g_autofree char *real_log = g_strconcat(real, "-wal", NULL);

    self->reader = reader;
    self->func = func;
    self->data = data;
    self->version = care_connection_int(reader, "PRAGMA data_version", 0);
    self->named = look_at(self, log);
    if (!g_str_equal(real_log, log))
        self->followed = look_at(self, real_log);
    return self;
}

static void
look_away(CareWatch *self, GFileMonitor **monitor)
{
    if (*monitor != NULL)
        g_signal_handlers_disconnect_by_data(*monitor, self);
    g_clear_object(monitor);
}

void
care_watch_free(CareWatch *self)
{
    g_clear_handle_id(&self->timeout, g_source_remove);
    look_away(self, &self->named);
    look_away(self, &self->followed);
    g_free(self);
}

typedef struct {
    CareChangeSet *changes;
    gint64 *seq;
} Reading;

static gboolean
read_change(CareStatement *row, gpointer data, GError **error)
{
    Reading *reading = data;

    *reading->seq = care_statement_int(row, 0);
    care_change_set_add(reading->changes, care_statement_text(row, 1), care_statement_int(row, 2),
                        (CareChangeOp)care_statement_text(row, 3)[0], (guint64)care_statement_int(row, 4));
    return TRUE;
}

/* What could not be read comes with the next change: *seq goes no further than what was. */
CareChangeSet *
care_watch_read_changes(CareConnection *reader, gint64 *seq)
{
    CareChangeSet *changes = care_change_set_new();
    Reading reading = { changes, seq };
    g_autoptr(GError) error = NULL;
    g_autoptr(CareStatement) statement = care_connection_prepare(
        reader, "SELECT seq, kind, record, op, fields FROM change WHERE seq > ?1 ORDER BY seq", &error);

    if (statement != NULL)
        care_statement_bind_int(statement, 1, *seq);
    if (!care_statement_each(statement, read_change, &reading, &error))
        g_warning("Changes of another program cannot be read: %s", error->message);
    return changes;
}
