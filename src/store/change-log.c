/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/change-log.h"

/* Rows that other processes may still want to read, and how many there may be besides before the oldest go. */
#define KEPT 20000
#define TOO_MANY 1024

typedef struct {
    CareConnection *connection;
    gint64 first; /* 0: nothing written yet */
    gint64 last;
    GError *error;
} Append;

static gboolean
write_row(Append *self, const char *kind, gint64 id, CareChangeOp op, guint64 fields, GError **error)
{
    char word[2] = { (char)op, '\0' };
    g_autoptr(CareStatement) statement = care_connection_prepare(
        self->connection, "INSERT INTO change (kind, record, op, fields) VALUES (?1, ?2, ?3, ?4)", error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind(statement, 1, kind);
    care_statement_bind_int(statement, 2, id);
    care_statement_bind(statement, 3, word);
    care_statement_bind_int(statement, 4, (gint64)fields);
    return care_statement_run(statement, error);
}

static void
append_row(const char *kind, gint64 id, CareChangeOp op, guint64 fields, gpointer data)
{
    Append *self = data;

    if (self->error != NULL || !write_row(self, kind, id, op, fields, &self->error))
        return;
    self->last = sqlite3_last_insert_rowid(care_connection_handle(self->connection));
    if (self->first == 0)
        self->first = self->last;
}

/* A transaction may jump over a round number. */
static gboolean
prune(Append *self, GError **error)
{
    g_autoptr(CareStatement) statement = NULL;

    if (self->last <= KEPT || (self->first - 1) / TOO_MANY == self->last / TOO_MANY)
        return TRUE;
    statement = care_connection_prepare(self->connection, "DELETE FROM change WHERE seq <= ?1", error);
    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, self->last - KEPT);
    return care_statement_run(statement, error);
}

gboolean
care_change_log_append(CareConnection *connection, CareChangeSet *changes, gint64 *first, gint64 *last,
                       GError **error)
{
    Append self = { .connection = connection, .last = *last };

    care_change_set_foreach(changes, append_row, &self);
    if (self.error != NULL) {
        g_propagate_error(error, self.error);
        return FALSE;
    }
    *last = self.last;
    *first = self.first != 0 ? self.first : self.last + 1;
    return self.first == 0 || prune(&self, error);
}
