/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/occasions/gifts.h"

#include "core/fold.h"
#include "model/gift.h"
#include "store/named-query.h"
#include "store/record-sql.h"
#include "store/setting.h"

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

typedef struct {
    const char *name;
    CareId found;
} Likeness;

static gboolean
compare_gift(CareStatement *row, gpointer data, GError **error)
{
    Likeness *self = data;

    if (care_gift_is_same(care_statement_text(row, 1), self->name))
        self->found = care_statement_int(row, 0);
    return self->found == 0;
}

CareRecord *
care_gift_find_same(CareConnection *connection, CareId customer, const char *name, CareId except)
{
    Likeness likeness = { name, 0 };

    care_query_each(connection, "occasions/gifts-like", compare_gift, &likeness, NULL, "ii", customer,
                    except);
    return likeness.found != 0 ? care_record_load(connection, &care_gift_kind, likeness.found, NULL) : NULL;
}

static gboolean
take_sum(CareStatement *row, gpointer data, GError **error)
{
    CareGiftSum *sum = data;

    sum->given = (guint)care_statement_int(row, 0);
    sum->cost = care_statement_int(row, 1);
    return FALSE;
}

CareGiftSum
care_gift_sum(CareConnection *connection, CareId customer)
{
    CareGiftSum sum = { 0 };
    g_autofree char *currency = care_setting_read(connection, CARE_SETTING_CURRENCY);

    care_query_each(connection, "occasions/gift-sum", take_sum, &sum, NULL, "is", customer, currency);
    return sum;
}
