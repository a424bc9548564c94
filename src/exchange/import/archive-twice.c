/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-twice.h"

#include "store/named-query.h"

/* More than this has no job: a file that was made to keep the import busy. */
#define MOST_PAIRS (4 * 1024 * 1024)
#define A_DAY (24 * 60 * 60)

typedef enum {
    OURS,
    THEIRS,
    BOTH,
} Side;

typedef struct {
    CareId id;
    gint64 owner;
    char *name, *before, *after;
    CareInstant at;
    guint behind; /* how many of the other side the history has before it */
} Happening;

/* What one of the desks did, and the other, since both last knew the same. */
typedef struct {
    GArray *ours, *theirs; /* of Happening */
    GArray *twice;         /* of CareId */
} Search;

static void
clear_happening(gpointer data)
{
    Happening *self = data;

    g_free(self->name);
    g_free(self->before);
    g_free(self->after);
}

static GArray *
new_happenings(void)
{
    GArray *array = g_array_new(FALSE, FALSE, sizeof(Happening));

    g_array_set_clear_func(array, clear_happening);
    return array;
}

static gboolean
says_same(const Happening *own, const Happening *other)
{
    return ABS(own->at - other->at) < A_DAY && g_strcmp0(own->before, other->before) == 0
           && g_strcmp0(own->after, other->after) == 0;
}

static gboolean
is_pair(Search *self, guint own, guint other)
{
    return says_same(&g_array_index(self->ours, Happening, own),
                     &g_array_index(self->theirs, Happening, other));
}

static guint
behind(Search *self, guint other)
{
    return g_array_index(self->theirs, Happening, other).behind;
}

/* most[i][j]: of their first i, each at its place or at that of ours which says the same, so many can be ours where the last
 * one stands before our j + 1st; -1: it cannot. What is ours stands where we did it, so that one of theirs which is kept may
 * lie beyond. */
static int *
count(Search *self)
{
    guint n = self->theirs->len, width = self->ours->len + 1;
    int *most = g_new0(int, (gsize)(n + 1) * width);

    for (guint i = 1; i <= n; i++)
        for (guint j = 0; j < width; j++) {
            const int *above = most + (gsize)(i - 1) * width;
            int best = j > 0 ? most[i * width + j - 1] : -1;

            if (behind(self, i - 1) == j)
                best = MAX(best, above[j]);
            if (j > 0 && above[j - 1] >= 0 && is_pair(self, j - 1, i - 1))
                best = MAX(best, above[j - 1] + 1);
            most[i * width + j] = best;
        }
    return most;
}

/* The way back through what was counted. */
static void
take_pairs(Search *self, const int *most)
{
    guint width = self->ours->len + 1, i = self->theirs->len, j = self->ours->len;

    while (i > 0) {
        int here = most[i * width + j];

        if (j > 0 && most[i * width + j - 1] == here) {
            j--;
        } else if (behind(self, i - 1) == j && most[(i - 1) * width + j] == here) {
            i--;
        } else {
            i--, j--;
            g_array_append_val(self->twice, g_array_index(self->theirs, Happening, i).id);
        }
    }
}

static void
compare(Search *self)
{
    if (self->ours->len > 0 && self->theirs->len > 0 && self->theirs->len < MOST_PAIRS / self->ours->len) {
        g_autofree int *most = count(self);

        take_pairs(self, most);
    }
    g_array_set_size(self->ours, 0);
    g_array_set_size(self->theirs, 0);
}

static const Happening *
last_of(const GArray *array)
{
    return array->len > 0 ? &g_array_index(array, Happening, array->len - 1) : NULL;
}

static gboolean
goes_on(const Search *self, const Happening *next)
{
    const Happening *last = last_of(self->ours) != NULL ? last_of(self->ours) : last_of(self->theirs);

    return last == NULL || (last->owner == next->owner && g_strcmp0(last->name, next->name) == 0);
}

static gboolean
add(CareStatement *row, gpointer data, GError **error)
{
    Search *self = data;
    Happening next = { .id = care_statement_int(row, 0),
                       .owner = care_statement_int(row, 1),
                       .name = g_strdup(care_statement_text(row, 2)),
                       .at = care_statement_int(row, 3),
                       .before = g_strdup(care_statement_text(row, 4)),
                       .after = g_strdup(care_statement_text(row, 5)) };
    gint64 side = care_statement_int(row, 6);

    if (side == BOTH || !goes_on(self, &next))
        compare(self);
    next.behind = self->ours->len;
    if (side == BOTH)
        clear_happening(&next);
    else
        g_array_append_val(side == OURS ? self->ours : self->theirs, next);
    return TRUE;
}

GArray *
care_archive_find_twice(const CareReaderDesk *desk, GError **error)
{
    g_autoptr(GArray) ours = new_happenings();
    g_autoptr(GArray) theirs = new_happenings();
    g_autoptr(GArray) twice = g_array_new(FALSE, FALSE, sizeof(CareId));
    Search self = { ours, theirs, twice };

    if (!care_query_each(care_transaction_connection(desk->transaction), "exchange/import-events", add, &self,
                         error, "ii", desk->import, (gint64)desk->file))
        return NULL;
    compare(&self);
    return g_steal_pointer(&twice);
}
