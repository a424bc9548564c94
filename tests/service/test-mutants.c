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
write_whole(Mutants *self)
{
    forget_logs(self);
    g_assert_true(g_file_set_contents(self->path, self->pristine, (gssize)self->size, NULL));
}

static int
keep_answer(void *answers, int n, char **values, char **names)
{
    g_ptr_array_add(answers, g_strdup(values[0]));
    return 0;
}

static GPtrArray *
read_answers(sqlite3 *db, const char *query)
{
    GPtrArray *answers = g_ptr_array_new_with_free_func(g_free);

    g_test_message("%s", query);
    sqlite3_exec(db, query, keep_answer, answers, NULL);
    g_assert_cmpstr(sqlite3_errmsg(db), ==, "not an error");
    g_assert_cmpuint(answers->len, >, 0);
    return answers;
}

static void
run_all(sqlite3 *db, const GPtrArray *statements)
{
    for (guint i = 0; i < statements->len; i++)
        g_assert_cmpint(sqlite3_exec(db, statements->pdata[i], NULL, NULL, NULL), ==, SQLITE_OK);
}

/* Another program empties a column, past every rule of the database that it can get past; then the rules stand again. */
static gboolean
empty_column(Mutants *self, const char *update)
{
    g_autoptr(GPtrArray) triggers = NULL;
    g_autoptr(GPtrArray) drops = NULL;
    sqlite3 *db = NULL;
    gboolean changed;

    g_assert_cmpint(sqlite3_open(self->path, &db), ==, SQLITE_OK);
    triggers = read_answers(db, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
    drops = read_answers(db, "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'");
    run_all(db, drops);
    sqlite3_exec(db, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL);
    /* what the types refuse stays as it was */
    changed = sqlite3_exec(db, update, NULL, NULL, NULL) == SQLITE_OK && sqlite3_changes(db) > 0;
    run_all(db, triggers);
    sqlite3_close(db);
    return changed;
}

/* A text is empty as one that is not there; a number cannot be. But for the search index, which is made anew. */
#define COLUMNS                                                                                              \
    "FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns "                               \
    "WHERE tables.type = 'table' AND tables.sql NOT LIKE '%VIRTUAL%' AND tables.name NOT LIKE 'search%' "    \
    "AND tables.name NOT LIKE 'sqlite%' AND (columns.type = 'TEXT' OR NOT (\"notnull\" OR pk))"

static void
look_at_all(Mutants *self)
{
    g_autofree char *told = NULL;

    self->shop.store = care_store_open(self->shop.dir, self->shop.clock, 0, NULL);
    if (self->shop.store == NULL)
        return;
    told = verdict(self);
    export_all(self);
    g_clear_object(&self->shop.store);
}

/* Whatever verify says of it, it says something, and comes to an end. */
static void
test_emptied(Mutants *self, gconstpointer data)
{
    g_autoptr(GPtrArray) updates = NULL;
    sqlite3 *db = NULL;

    write_whole(self);
    g_assert_cmpint(sqlite3_open(self->path, &db), ==, SQLITE_OK);
    updates = read_answers(db, "SELECT format('UPDATE OR IGNORE \"%w\" SET \"%w\" = %s', tables.name, "
                               "columns.name, iif(columns.type = 'TEXT', '''''', 'NULL')) " COLUMNS);
    sqlite3_close(db);
    g_assert_cmpuint(updates->len, >, 200);
    for (guint i = 0; i < updates->len; i++) {
        g_test_message("%s", (char *)updates->pdata[i]);
        write_whole(self);
        if (empty_column(self, updates->pdata[i]))
            look_at_all(self);
    }
}

/* No issued document is without its number, its seal, its day. */
static void
test_emptied_document(Mutants *self, gconstpointer data)
{
    static const char *const columns[] = { "number", "content", "chain", "issued" };

    for (gsize i = 0; i < G_N_ELEMENTS(columns); i++) {
        g_autofree char *update
            = g_strdup_printf("UPDATE invoice SET %s = '' WHERE number = '2026-0002'", columns[i]);

        g_test_message("%s", columns[i]);
        write_whole(self);
        g_assert_true(empty_column(self, update));
        g_assert_false(is_said_to_be_well(self));
    }
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
    g_test_add("/mutants/emptied-document", Mutants, NULL, set_up, test_emptied_document, tear_down);
    g_test_add("/mutants/emptied", Mutants, NULL, set_up, test_emptied, tear_down);
    return g_test_run();
}
