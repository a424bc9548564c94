/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/occasions/gifts.h"

#include "core/fold.h"
#include "model/gift.h"
#include "store/record-sql.h"

static int
compare_words(gconstpointer a, gconstpointer b)
{
    return g_strcmp0(*(char *const *)a, *(char *const *)b);
}

static gboolean
is_filler(const char *word)
{
    static const char *const fillers[] = { "",     "a",   "an",  "the", "of", "with", "and", "for", "ein",
                                           "eine", "der", "die", "das", "un", "une",  "le",  "la" };

    for (gsize i = 0; i < G_N_ELEMENTS(fillers); i++)
        if (g_str_equal(fillers[i], word))
            return TRUE;
    return FALSE;
}

/* The words that count, sorted, with a space after each. */
static char *
essence(const char *name)
{
    g_autofree char *folded = care_text_fold(name != NULL ? name : "");
    g_auto(GStrv) words = g_strsplit_set(folded, " \t\n.,;:!?-–—/()'’\"&+", -1);
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    GString *out = g_string_new(NULL);

    for (char **word = words; *word != NULL; word++)
        if (!is_filler(*word))
            g_ptr_array_add(kept, *word);
    g_ptr_array_sort(kept, compare_words);
    for (guint i = 0; i < kept->len; i++)
        g_string_append_printf(out, "%s ", (const char *)kept->pdata[i]);
    return g_string_free(out, FALSE);
}

gboolean
care_gift_is_same(const char *a, const char *b)
{
    g_autofree char *x = essence(a);
    g_autofree char *y = essence(b);

    return *x != '\0' && g_str_equal(x, y);
}

CareRecord *
care_gift_find_same(CareConnection *connection, CareId customer, const char *name, CareId except)
{
    g_autoptr(CareStatement) statement
        = care_connection_prepare(connection,
                                  "SELECT id, name FROM gift WHERE customer = ?1 AND id <> ?2 AND state IN "
                                  "('given', 'planned') AND deleted_at IS NULL "
                                  "ORDER BY state = 'planned', given DESC",
                                  NULL);

    if (statement == NULL)
        return NULL;
    care_statement_bind_int(statement, 1, customer);
    care_statement_bind_int(statement, 2, except);
    while (care_statement_step(statement, NULL))
        if (care_gift_is_same(care_statement_text(statement, 1), name))
            return care_record_load(connection, &care_gift_kind, care_statement_int(statement, 0), NULL);
    return NULL;
}

CareGiftSum
care_gift_sum(CareConnection *connection, CareId customer)
{
    CareGiftSum sum = { 0 };
    g_autoptr(CareStatement) statement
        = care_connection_prepare(connection,
                                  "SELECT count(*), coalesce(sum(cost), 0) FROM gift WHERE customer = ?1 AND "
                                  "state = 'given' AND deleted_at IS NULL",
                                  NULL);

    if (statement == NULL)
        return sum;
    care_statement_bind_int(statement, 1, customer);
    if (care_statement_step(statement, NULL)) {
        sum.given = (guint)care_statement_int(statement, 0);
        sum.cost = care_statement_int(statement, 1);
    }
    return sum;
}
