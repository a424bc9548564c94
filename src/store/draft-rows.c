/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/draft-rows.h"

/* What is there already stays what it is. */
static gboolean
rename_row(CareTransaction *transaction, const char *from, const char *to, const char *text, GError **error)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(
        care_transaction_connection(transaction),
        "UPDATE OR IGNORE draft SET key = ?2 WHERE key = ?1 AND body = coalesce(?3, body)", error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind(statement, 1, from);
    care_statement_bind(statement, 2, to);
    care_statement_bind(statement, 3, text);
    return care_statement_run(statement, error);
}

gboolean
care_draft_row_write(CareTransaction *transaction, const char *key, const char *text, GError **error)
{
    g_autoptr(CareStatement) statement
        = care_connection_prepare(care_transaction_connection(transaction),
                                  text == NULL ? "DELETE FROM draft WHERE key = ?1"
                                               : "INSERT INTO draft (key, body, changed) VALUES (?1, ?2, ?3)"
                                                 " ON CONFLICT (key) DO UPDATE SET body = ?2, changed = ?3",
                                  error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind(statement, 1, key);
    if (text != NULL) {
        care_statement_bind(statement, 2, text);
        care_statement_bind_int(statement, 3, care_transaction_now(transaction));
    }
    return care_statement_run(statement, error);
}

/* Whatever of it was refused before is done with it. */
static gboolean
write_draft(CareTransaction *transaction, const CareDraftChange *draft, GError **error)
{
    return (draft->aside == NULL || rename_row(transaction, draft->key, draft->aside, draft->earlier, error))
           && care_draft_row_write(transaction, draft->key, draft->text, error);
}

/* Where it was done before, next has the text already, and the key is to be free for the other. */
static gboolean
swap_drafts(CareTransaction *transaction, const CareDraftChange *draft, GError **error)
{
    return write_draft(transaction, draft, error)
           && rename_row(transaction, draft->key, draft->next, NULL, error)
           && care_draft_row_write(transaction, draft->key, NULL, error)
           && rename_row(transaction, draft->aside, draft->key, NULL, error);
}

static gboolean
take_draft(CareTransaction *transaction, const CareDraftChange *draft, GError **error)
{
    return rename_row(transaction, draft->key, draft->next, NULL, error);
}

const CareDraftWay care_draft_way_write = { "write", write_draft, FALSE };
const CareDraftWay care_draft_way_swap = { "swap", swap_drafts, FALSE };
const CareDraftWay care_draft_way_take = { "take", take_draft, TRUE };

const CareDraftWay *
care_draft_way_find(const char *word)
{
    static const CareDraftWay *const ways[]
        = { &care_draft_way_write, &care_draft_way_swap, &care_draft_way_take };

    for (gsize i = 0; i < G_N_ELEMENTS(ways); i++)
        if (g_str_equal(ways[i]->word, word))
            return ways[i];
    return NULL;
}
