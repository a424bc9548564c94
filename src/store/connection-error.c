/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What SQLite refuses, as a sentence. */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/disk.h"
#include "core/errors.h"
#include "core/money.h"
#include "store/connection.h"

#define UNUSABLE                                                                                             \
    N_("The shop’s data could not be used. Nothing was changed; “aftercare-cli verify” tells whether "       \
       "something is wrong with it.")

/* In the owner's words what went wrong and what was kept; first by the whole code, then by its class. */
static const struct {
    int code;
    int error;
    const char *sentence;
} troubles[] = {
    { SQLITE_CONSTRAINT, CARE_ERROR_REFUSED,
      N_("This does not fit the other data of the shop. Nothing was changed.") },
#define BUSY N_("Another program is using the shop’s data right now. Nothing was changed; try again.")
    { SQLITE_BUSY, CARE_ERROR_BUSY, BUSY },
    { SQLITE_LOCKED, CARE_ERROR_BUSY, BUSY },
    { SQLITE_INTERRUPT, CARE_ERROR_BUSY, N_("This was stopped. Nothing was changed.") },
    { SQLITE_FULL, CARE_ERROR_FULL, N_("The disk is full. Nothing was changed; make room and try again.") },
#define NOT_THERE                                                                                            \
    N_("The shop’s data cannot be written or read there. Nothing was changed; check the disk and its "       \
       "permissions.")
    { SQLITE_READONLY, CARE_ERROR_FULL, NOT_THERE },
    { SQLITE_CANTOPEN, CARE_ERROR_FULL, NOT_THERE },
    { SQLITE_PERM, CARE_ERROR_FULL, NOT_THERE },
    { SQLITE_IOERR, CARE_ERROR_FULL, NOT_THERE },
    { SQLITE_NOMEM, CARE_ERROR_FULL,
      N_("This computer has no memory left. Nothing was changed; close something and try again.") },
#define DAMAGED N_("The shop’s data file is damaged. Nothing was changed; restore the newest backup.")
    { SQLITE_CORRUPT, CARE_ERROR_CORRUPT, DAMAGED },
    { SQLITE_NOTADB, CARE_ERROR_CORRUPT, DAMAGED },
    { SQLITE_TOOBIG, CARE_ERROR_INPUT, N_("This is too long to be kept. Nothing was changed.") },
};

/* Where a trigger or a unique index says no, by what SQLite says of it: of those that somebody else put into the shop nobody
 * knows what they want. */
#define FROZEN                                                                                               \
    N_("An issued invoice cannot be changed or deleted. Nothing was changed; cancel it with a credit note "  \
       "instead.")
#define TAKEN N_("The shop has another one with this number already. Nothing was changed.")
static const struct {
    const char *begin;
    const char *sentence;
} limits[] = {
    { "an issued document cannot be changed", FROZEN }, /* store/sql/triggers.sql */
    { "this customer has issued documents",
      N_("Invoices were issued to this customer, who stays with them. Nothing was changed.") },
    { "UNIQUE constraint failed: job.number", TAKEN },
    { "UNIQUE constraint failed: invoice.number", TAKEN },
    { "UNIQUE constraint failed: invoice.series", TAKEN },
    { "UNIQUE constraint failed: invoice.issue_order", TAKEN },
};

/* A file that could not be opened or written because there was no room is no matter of permissions. SQLite says so of what
 * it writes into the database; of the memory it shares with other programs, of a log that it cannot make and of a limit it
 * does not. */
static int
true_code(sqlite3 *handle, int code)
{
    int group = code & 0xff;
    gboolean of_files = group == SQLITE_CANTOPEN || group == SQLITE_IOERR;

    if (code == SQLITE_IOERR_SHMSIZE || (group == SQLITE_READONLY && care_connection_lacks_room(handle))
        || (of_files && handle != NULL && care_errno_is_full(sqlite3_system_errno(handle))))
        return SQLITE_FULL;
    return code;
}

static gboolean
tell(GError **error, int code)
{
    for (gsize i = 0; i < G_N_ELEMENTS(troubles); i++)
        if (troubles[i].code == code) {
            g_set_error_literal(error, CARE_ERROR, troubles[i].error, _(troubles[i].sentence));
            return TRUE;
        }
    return FALSE;
}

static gboolean
tell_limit(GError **error, int code, const char *detail)
{
    if (code != SQLITE_CONSTRAINT_TRIGGER && code != SQLITE_CONSTRAINT_UNIQUE)
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(limits); i++)
        if (g_str_has_prefix(detail, limits[i].begin))
            return !care_refuse(error, CARE_ERROR_REFUSED, _(limits[i].sentence));
    return !care_refuse(error, CARE_ERROR_REFUSED, _(UNUSABLE));
}

gboolean
care_error_is_taken(const GError *error)
{
    return g_error_matches(error, CARE_ERROR, CARE_ERROR_REFUSED) && g_str_equal(error->message, _(TAKEN));
}

/**
 * care_set_error_from_sqlite:
 * @code: an (extended) SQLite result code
 *
 * SQLite's own words go to the debug log.
 */
void
care_set_error_from_sqlite(GError **error, sqlite3 *handle, int code)
{
    const char *detail = handle != NULL ? sqlite3_errmsg(handle) : sqlite3_errstr(code);

    g_debug("SQLite %d: %s", code, detail);
    code = true_code(handle, code);
    if (tell_limit(error, code, detail) || tell(error, code) || tell(error, code & 0xff))
        return;
    if (strcmp(detail, "integer overflow") == 0) { /* of sum() */
        care_money_overflow(error);
        return;
    }
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED, _(UNUSABLE));
}

void
care_set_error_frozen(GError **error, CareConnection *connection)
{
    care_set_error_from_sqlite(error, care_connection_handle(connection), SQLITE_READONLY);
}

void
care_set_error_closed(GError **error)
{
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_BUSY,
                        _("The shop was closed meanwhile. Nothing was changed."));
}

void
care_set_error_moved(GError **error)
{
    g_set_error_literal(
        error, CARE_ERROR, CARE_ERROR_BUSY,
        _("The shop’s data was put away meanwhile, as when another window restores a backup. Nothing was "
          "changed; open the shop again."));
}
