/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/draft-about.h"

#include <string.h>

#include "store/draft-owner.h"
#include "store/draft-rows.h"
#include "store/named-query.h"

typedef struct {
    const char *id;
    GPtrArray *rows;  /* of all drafts */
    GPtrArray *about; /* keys without a mark */
} Search;

static char *
key_of(const char *row)
{
    const char *mark = care_draft_mark_find(row);

    return mark != NULL ? g_strndup(row, (gsize)(mark - row)) : g_strdup(row);
}

/* "survey:new-ID", "call:RULE/ID", "message:ID:0:0:0:…", "job:ID:line". */
static gboolean
is_named(const char *key, const char *id)
{
    g_auto(GStrv) parts = g_strsplit_set(key, ":-/", -1);

    return g_strv_contains((const char *const *)parts, id);
}

static gboolean
look_at(CareStatement *line, gpointer data, GError **error)
{
    Search *self = data;
    const char *row = care_statement_text(line, 0);
    g_autofree char *key = row != NULL ? key_of(row) : NULL;

    if (row == NULL)
        return TRUE;
    g_ptr_array_add(self->rows, g_strdup(row));
    if (care_statement_int(line, 1) != 0 || is_named(key, self->id))
        g_ptr_array_add(self->about, g_steal_pointer(&key));
    return TRUE;
}

/* Or a part of such a one, "job:new-1f3a:photos". */
static gboolean
is_about(const Search *self, const char *row)
{
    g_autofree char *key = key_of(row);

    for (guint i = 0; i < self->about->len; i++) {
        const char *about = self->about->pdata[i];
        gsize length = strlen(about);

        if (g_str_has_prefix(key, about) && (key[length] == '\0' || key[length] == ':'))
            return TRUE;
    }
    return FALSE;
}

gboolean
care_draft_forget_about(CareTransaction *transaction, const char *kind, CareId id, GError **error)
{
    CareDraftChanges *changes = care_draft_owner_changes(care_transaction_draft_owner(transaction));
    g_autofree char *text = care_id_to_string(id);
    g_autofree char *member = g_strdup_printf("$.%s", kind);
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) about = g_ptr_array_new_with_free_func(g_free);
    Search self = { text, rows, about };

    /* what was refused before would come back later */
    if (!care_draft_changes_write(changes, transaction, NULL, error)
        || !care_query_each(care_transaction_connection(transaction), "store/drafts-about", look_at, &self,
                            error, "ss", text, member))
        return FALSE;
    for (guint i = 0; about->len > 0 && i < rows->len; i++)
        if (is_about(&self, rows->pdata[i])
            && !care_draft_row_write(transaction, rows->pdata[i], NULL, error))
            return FALSE;
    return TRUE;
}
