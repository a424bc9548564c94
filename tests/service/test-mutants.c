/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A database with damage in it, 300 times: whenever SQLite finds fault with the file, opening it or verify does too; and
 * whatever is done with it, verified, exported, comes to an end, and asked again verify says the same. */
#include <string.h>

#include <gio/gio.h>

#include "exchange/json/archive-json.h"

#include "billed-shop.h"

#define MUTANTS 300
#define SEED 20261124
/* An export of the whole shop has less; one that goes round has more. */
#define EXPORT_MAX (64 * 1024 * 1024)
#define PAGE 4096

typedef struct {
    Shop shop;
    char *path;
    char *pristine;
    gsize size;
    GRand *rand;
} Mutants;

static void
set_up(Mutants *self, gconstpointer data)
{
    shop_set_up_seller(&self->shop, data);
    shop_bill(&self->shop);
    g_clear_object(&self->shop.store); /* closing writes the log back into the file */
    self->path = g_build_filename(self->shop.dir, "aftercare.db", NULL);
    g_assert_true(g_file_get_contents(self->path, &self->pristine, &self->size, NULL));
    self->rand = g_rand_new_with_seed(SEED);
}

static void
tear_down(Mutants *self, gconstpointer data)
{
    g_rand_free(self->rand);
    g_free(self->pristine);
    g_free(self->path);
    shop_tear_down(&self->shop, data);
}

static gsize
place(Mutants *self, gsize length)
{
    return (gsize)g_rand_int_range(self->rand, 0, (gint32)(self->size - length));
}

static gsize
page_place(Mutants *self)
{
    return PAGE * (gsize)g_rand_int_range(self->rand, 0, (gint32)(self->size / PAGE));
}

static void
swap_pages(Mutants *self, char *bytes)
{
    char page[PAGE];
    gsize a = page_place(self), b = page_place(self);

    memcpy(page, bytes + a, PAGE);
    memcpy(bytes + a, bytes + b, PAGE);
    memcpy(bytes + b, page, PAGE);
}

/* A byte, a run, a zeroed page, two pages swapped, a cut, or something in the header. */
static void
write_mutant(Mutants *self, guint i)
{
    g_autofree char *bytes = g_memdup2(self->pristine, self->size);
    gsize size = self->size;
    GError *error = NULL;

    switch (i % 6) {
    case 0:
        bytes[place(self, 1)] ^= (char)(1 << g_rand_int_range(self->rand, 0, 8));
        break;
    case 1:
        memset(bytes + place(self, 64), g_rand_int_range(self->rand, 0, 256), 64);
        break;
    case 2:
        memset(bytes + page_place(self), 0, PAGE);
        break;
    case 3:
        swap_pages(self, bytes);
        break;
    case 4:
        size = place(self, 1);
        break;
    default:
        bytes[g_rand_int_range(self->rand, 0, 100)] = (char)g_rand_int_range(self->rand, 0, 256);
    }
    g_file_set_contents_full(self->path, bytes, (gssize)size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
    g_assert_no_error(error);
}

static int
take_answer(void *ok, int n, char **values, char **names)
{
    *(gboolean *)ok = n == 1 && strcmp(values[0], "ok") == 0;
    return 0;
}

/* By SQLite alone, as anybody can ask it. */
static gboolean
is_whole(const char *path)
{
    sqlite3 *db = NULL;
    gboolean ok = FALSE;
    gboolean asked = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK
                     && sqlite3_exec(db, "PRAGMA integrity_check", take_answer, &ok, NULL) == SQLITE_OK;

    sqlite3_close(db);
    return asked && ok;
}

static void
export_all(Mutants *self)
{
    g_autoptr(GOutputStream) out = g_memory_output_stream_new_resizable();

    care_archive_write(care_store_reader(self->shop.store), self->shop.dir, NULL, out, NULL, NULL);
    g_assert_cmpuint(g_memory_output_stream_get_data_size(G_MEMORY_OUTPUT_STREAM(out)), <, EXPORT_MAX);
}

/* All that verify tells, as one text; empty for a shop that is well. */
static char *
verdict(Mutants *self)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CareVerification) verification = care_verify(self->shop.store, &error);
    GString *text = g_string_new(error != NULL ? error->message : "");

    g_assert_true((verification == NULL) == (error != NULL));
    for (guint i = 0; verification != NULL && i < verification->problems->len; i++) {
        const CareProblem *problem = verification->problems->pdata[i];

        g_assert_true(g_utf8_validate(problem->what, -1, NULL));
        g_string_append_printf(text, "%s %" G_GINT64_FORMAT " %s\n", problem->kind, problem->id,
                               problem->what);
    }
    return g_string_free_and_steal(text);
}

static gboolean
is_said_to_be_well(Mutants *self)
{
    g_autofree char *first = NULL;
    g_autofree char *second = NULL;

    self->shop.store = care_store_open(self->shop.dir, self->shop.clock, 0, NULL);
    if (self->shop.store == NULL)
        return FALSE;
    first = verdict(self);
    export_all(self);
    second = verdict(self);
    g_assert_cmpstr(first, ==, second);
    g_clear_object(&self->shop.store);
    return *first == '\0';
}

static void
forget_logs(Mutants *self)
{
    static const char *const ends[] = { "-wal", "-shm" };

    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_autofree char *log = g_strconcat(self->path, ends[i], NULL);

        g_unlink(log);
    }
}

static void
test_mutants(Mutants *self, gconstpointer data)
{
    guint damaged = 0;

    for (guint i = 0; i < MUTANTS; i++) {
        gboolean whole;

        forget_logs(self);
        write_mutant(self, i);
        whole = is_whole(self->path);
        damaged += !whole;
        if (is_said_to_be_well(self) && !whole) {
            g_test_message("mutant %u is damaged and said to be well", i);
            g_test_fail();
        }
    }
    g_assert_cmpuint(damaged, >, MUTANTS / 4); /* or the test tells nothing */
}

static void
test_pristine(Mutants *self, gconstpointer data)
{
    g_assert_true(is_whole(self->path));
    g_assert_true(is_said_to_be_well(self));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/mutants/none", Mutants, NULL, set_up, test_pristine, tear_down);
    g_test_add("/mutants/300", Mutants, NULL, set_up, test_mutants, tear_down);
    return g_test_run();
}
