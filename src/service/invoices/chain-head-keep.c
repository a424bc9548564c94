/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* When the file of the head is begun, brought up to date and made anew, and what it forbids. */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "service/invoices/chain-head.h"
#include "store/folder-lock.h"
#include "store/named-query.h"
#include "store/setting.h"

static gboolean
store_head(const CareChainHead *self, const char *data_dir, GError **error)
{
    g_autofree char *text = care_chain_head_to_text(self);

    return care_chain_head_store(data_dir, text, error);
}

/* Since which document there is one; *begun is NULL in a shop that never had one. */
static gboolean
read_begun(CareConnection *connection, char **begun, GError **error)
{
    return care_setting_find(connection, CARE_SETTING_CHAIN_HEAD, begun, error);
}

/* Before the commit that says that there is one: the file from before any document, which what comes is added to. So
 * whoever is ended in between has not lost it, and nobody else may begin it. */
static gboolean
begin_file(const char *data_dir, GError **error)
{
    gboolean damaged;
    g_autoptr(CareChainHead) kept = care_chain_head_load(data_dir, &damaged);
    g_autoptr(CareChainHead) first = care_chain_head_new();

    return kept != NULL || damaged || store_head(first, data_dir, error);
}

static void
follow_commit(CareConnection *connection, const char *data_dir)
{
    g_autoptr(GError) error = NULL;

    /* the document is issued; whoever opens the shop next is told the same until it has gone well */
    if (!care_chain_head_follow(connection, data_dir, &error))
        g_warning("%s", error->message);
}

gboolean
care_chain_head_will_move(CareTransaction *transaction, gint64 order, GError **error)
{
    g_autofree char *begun = NULL;
    g_autofree char *here = g_strdup_printf("%" G_GINT64_FORMAT, order);
    gboolean again = care_transaction_when_committed(transaction, follow_commit);

    if (!read_begun(care_transaction_connection(transaction), &begun, error))
        return FALSE;
    /* An import brings many at once, in any order: it begins with the last of them. */
    if (begun != NULL && (!again || g_ascii_strtoll(begun, NULL, 10) >= order))
        return TRUE;
    return (begun != NULL || begin_file(care_transaction_data_dir(transaction), error))
           && care_transaction_set_setting(transaction, CARE_SETTING_CHAIN_HEAD, here, error);
}

static gboolean
read_chain_at(CareConnection *connection, gint64 order, char **chain, GError **error)
{
    g_autoptr(GError) local = NULL;

    *chain = care_query_text(connection, "invoices/chain-at", &local, "i", order);
    if (local == NULL)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}

/* Whether all that it says is still so. */
static gboolean
still_holds(const CareChainHead *kept, const CareChainHead *now, const char *chain)
{
    GHashTableIter counters;
    gpointer series, last;

    if (kept->order > now->order || (kept->order > 0 && g_strcmp0(chain, kept->chain) != 0))
        return FALSE;
    g_hash_table_iter_init(&counters, kept->counters);
    while (g_hash_table_iter_next(&counters, &series, &last))
        if (*(gint64 *)last > care_chain_head_counter(now, series))
            return FALSE;
    return TRUE;
}

static gboolean
bring_up(const CareChainHead *kept, const CareChainHead *now, const char *data_dir, GError **error)
{
    g_autofree char *before = care_chain_head_to_text(kept);
    g_autofree char *text = care_chain_head_to_text(now);

    return g_str_equal(before, text) || care_chain_head_store(data_dir, text, error);
}

gboolean
care_chain_head_follow(CareConnection *connection, const char *data_dir, GError **error)
{
    g_autoptr(CareFolderLock) lock = care_folder_lock(data_dir, CARE_FOLDER_BESIDE_OTHERS, error);
    gboolean damaged;
    g_autoptr(CareChainHead) kept = NULL;
    g_autoptr(CareChainHead) now = NULL;
    g_autofree char *chain = NULL;

    if (lock == NULL)
        return FALSE;
    /* The head there is another shop's now. */
    kept = care_connection_has_moved(connection) ? NULL : care_chain_head_load(data_dir, &damaged);
    if (kept == NULL)
        return TRUE;
    now = care_chain_head_read(connection, error);
    if (now == NULL || !read_chain_at(connection, kept->order, &chain, error))
        return FALSE;
    return !still_holds(kept, now, chain) || bring_up(kept, now, data_dir, error);
}

/* The last document of a shop of before there were heads; 0: it has a head, or nothing. */
static gboolean
read_headless(CareConnection *connection, gint64 *order, GError **error)
{
    g_autofree char *begun = NULL;
    g_autoptr(CareChainHead) now = NULL;

    *order = 0;
    if (!read_begun(connection, &begun, error))
        return FALSE;
    if (begun != NULL)
        return TRUE;
    now = care_chain_head_read(connection, error);
    if (now != NULL)
        *order = now->order;
    return now != NULL;
}

static gboolean
begin(CareTransaction *transaction, gpointer data, GError **error)
{
    gint64 order;

    return read_headless(care_transaction_connection(transaction), &order, error)
           && (order == 0 || care_chain_head_will_move(transaction, order, error));
}

gboolean
care_chain_head_open(CareStore *store, GError **error)
{
    gint64 order;

    return read_headless(care_store_reader(store), &order, error)
           && (order == 0 || care_store_write(store, begin, NULL, error))
           && care_chain_head_follow(care_store_reader(store), care_store_data_dir(store), error);
}

gboolean
care_chain_head_adopt(CareConnection *connection, const char *data_dir, GError **error)
{
    g_autofree char *here = NULL;
    gint64 order;

    if (!read_headless(connection, &order, error))
        return FALSE;
    here = g_strdup_printf("%" G_GINT64_FORMAT, order);
    return (order == 0
            || (begin_file(data_dir, error)
                && care_setting_write(connection, CARE_SETTING_CHAIN_HEAD, here, error)))
           && care_chain_head_follow(connection, data_dir, error);
}

/* A paper whose number the counters do not know: its document may have been taken away. */
static gboolean
has_later_paper(const char *data_dir, const CareChainHead *now)
{
    g_autofree char *folder = g_build_filename(data_dir, "issued", NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        const char *dash = strrchr(name, '-');
        g_autofree char *series = dash != NULL ? g_strndup(name, (gsize)(dash - name)) : NULL;

        if (dash != NULL && *name != '.' && g_str_has_suffix(name, ".pdf")
            && g_ascii_strtoll(dash + 1, NULL, 10) > care_chain_head_counter(now, series))
            return TRUE;
    }
    return FALSE;
}

/* Whether a counter stands behind the last document and the last gap of its series. */
static gboolean
has_later_counter(CareConnection *connection, const CareChainHead *now, gboolean *later, GError **error)
{
    GHashTableIter counters;
    gpointer series, last;

    *later = FALSE;
    g_hash_table_iter_init(&counters, now->counters);
    while (g_hash_table_iter_next(&counters, &series, &last)) {
        gint64 known = 0;

        if (!care_query_int(connection, "invoices/last-known-of-series", &known, error, "s", series))
            return FALSE;
        *later = *later || *(gint64 *)last > known;
    }
    return TRUE;
}

/* Whether one that is made of the database alone would know less than there was. */
static gboolean
would_forget(CareConnection *connection, const char *data_dir, const CareChainHead *now, gboolean *forget,
             GError **error)
{
    g_autofree char *begun = NULL;

    if (!read_begun(connection, &begun, error) || !has_later_counter(connection, now, forget, error))
        return FALSE;
    *forget = *forget || (begun != NULL && g_ascii_strtoll(begun, NULL, 10) > now->order)
              || has_later_paper(data_dir, now);
    return TRUE;
}

gboolean
care_chain_head_can_rebuild(CareConnection *connection, const char *data_dir, gboolean *can, GError **error)
{
    g_autoptr(CareChainHead) now = care_chain_head_read(connection, error);
    gboolean forget;

    if (now == NULL || !would_forget(connection, data_dir, now, &forget, error))
        return FALSE;
    *can = !forget;
    return TRUE;
}

/* A shop that has issued nothing has none, and one that cannot be read is none either. */
static gboolean
write_anew(CareConnection *connection, const char *data_dir, gboolean damaged, gboolean *made, GError **error)
{
    g_autoptr(CareChainHead) now = care_chain_head_read(connection, error);
    g_autofree char *here = NULL;

    if (now == NULL)
        return FALSE;
    if (damaged && !care_chain_head_make_room(data_dir, error))
        return FALSE;
    if (now->order == 0) {
        *made = damaged;
        return !damaged || care_chain_head_remove(data_dir, error);
    }
    here = g_strdup_printf("%" G_GINT64_FORMAT, now->order);
    *made = store_head(now, data_dir, error);
    return *made && care_setting_write(connection, CARE_SETTING_CHAIN_HEAD, here, error);
}

gboolean
care_chain_head_rebuild(CareConnection *connection, const char *data_dir, gboolean *made, GError **error)
{
    gboolean damaged, can;
    g_autoptr(CareChainHead) kept = care_chain_head_load(data_dir, &damaged);

    *made = FALSE;
    if (kept != NULL)
        return TRUE;
    return care_chain_head_can_rebuild(connection, data_dir, &can, error)
           && (!can || write_anew(connection, data_dir, damaged, made, error));
}

static gboolean
knows_of_more(const CareChainHead *kept, const CareChainHead *now, const char *series, gint64 sequence)
{
    return kept->order > now->order || care_chain_head_counter(kept, series) >= sequence;
}

static gboolean
refuse(const CareChainHead *kept, GError **error)
{
    g_set_error_literal(
        error, CARE_ERROR, CARE_ERROR_REFUSED,
        kept != NULL
            ? _("The file aftercare.head knows of later invoices than this shop. Nothing was issued; "
                "“aftercare-cli verify” tells what is wrong, and the newest backup brings them back.")
            : _("The file aftercare.head, which knows the last invoice, is missing or cannot be read. "
                "Nothing was issued; “aftercare-cli verify” tells what is wrong, and “aftercare-cli rebuild” "
                "makes the file anew where no invoice is gone."));
    return FALSE;
}

gboolean
care_chain_head_check_next(CareTransaction *transaction, const char *series, gint64 sequence, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    gboolean damaged;
    g_autoptr(CareChainHead) kept = care_chain_head_load(care_transaction_data_dir(transaction), &damaged);
    g_autoptr(CareChainHead) now = care_chain_head_read(connection, error);
    g_autofree char *begun = NULL;

    if (now == NULL || !read_begun(connection, &begun, error))
        return FALSE;
    return (kept != NULL ? !knows_of_more(kept, now, series, sequence) : !damaged && begun == NULL)
           || refuse(kept, error);
}
