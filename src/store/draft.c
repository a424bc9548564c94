/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/draft.h"

#include "store/named-query.h"

typedef struct {
    char *key;
    char *text; /* NULL forgets the draft */
} Draft;

static void
draft_free(gpointer data)
{
    Draft *draft = data;

    g_free(draft->key);
    g_free(draft->text);
    g_free(draft);
}

char *
care_draft_key(const char *word, CareId id)
{
    return id == 0 ? g_strdup_printf("%s:new", word) : g_strdup_printf("%s:%" G_GINT64_FORMAT, word, id);
}

char *
care_draft_key_of_new(const char *word, CareId customer)
{
    return customer == 0 ? care_draft_key(word, 0)
                         : g_strdup_printf("%s:new-%" G_GINT64_FORMAT, word, customer);
}

static gboolean
write_draft(CareTransaction *transaction, gpointer data, GError **error)
{
    Draft *draft = data;
    g_autoptr(CareStatement) statement = care_connection_prepare(
        care_transaction_connection(transaction),
        draft->text == NULL ? "DELETE FROM draft WHERE key = ?1"
                            : "INSERT INTO draft (key, body, changed) VALUES (?1, ?2, ?3)"
                              " ON CONFLICT (key) DO UPDATE SET body = ?2, changed = ?3",
        error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind(statement, 1, draft->key);
    if (draft->text != NULL) {
        care_statement_bind(statement, 2, draft->text);
        care_statement_bind_int(statement, 3, care_transaction_now(transaction));
    }
    return care_statement_run(statement, error);
}

char *
care_draft_read(CareStore *store, const char *key)
{
    return care_query_text(care_store_reader(store), "store/draft", NULL, "s", key);
}

static gboolean
add_key(CareStatement *row, gpointer keys, GError **error)
{
    g_strv_builder_add(keys, care_statement_text(row, 0));
    return TRUE;
}

GStrv
care_draft_keys(CareStore *store)
{
    g_autoptr(GStrvBuilder) keys = g_strv_builder_new();
    g_autoptr(GError) error = NULL;

    if (!care_query_each(care_store_reader(store), "store/drafts", add_key, keys, &error, ""))
        g_warning("Not all drafts can be read: %s", error->message);
    return g_strv_builder_end(keys);
}

static void
on_written(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    /* The editor still holds the work; the next edit tries again. */
    if (!care_store_write_finish(CARE_STORE(source), result, &error))
        g_debug("draft: %s", error->message);
}

void
care_draft_write(CareStore *store, const char *key, const char *text)
{
    Draft *draft = g_new0(Draft, 1);

    draft->key = g_strdup(key);
    draft->text = g_strdup(text);
    care_store_write_async(store, CARE_PRIORITY_INTERACTIVE, write_draft, draft, draft_free, NULL, on_written,
                           NULL);
}

gboolean
care_draft_forget(CareTransaction *transaction, const char *key, GError **error)
{
    Draft draft = { .key = (char *)key };

    return write_draft(transaction, &draft, error);
}
