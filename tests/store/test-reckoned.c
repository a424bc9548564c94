/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What of somebody else's words in a schema is run as rows are read: found by the words. */
#include <glib.h>

#include "store/schema-reckoned.h"

#define OURS "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT CHECK (length(name) > 0)"

static const struct {
    const char *sql;
    gboolean reckoned;
} rows[] = {
    { OURS ")", FALSE },
    { OURS ", theirs TEXT DEFAULT 'it''s (')", FALSE },
    { OURS ", theirs VARCHAR(20) REFERENCES staff (id), \"o\"\"dd. (name\" DEFAULT 5)", FALSE },
    { OURS ", theirs INT CHECK (theirs IN (0, 1) AND (theirs > -1)))", FALSE },
    { OURS
      ", theirs VARCHAR(20) CHECK (theirs IN ('a', 'b') OR (theirs IS NOT NULL AND id BETWEEN -1 AND 2.5)))",
      FALSE },
    { OURS ", theirs INT, FOREIGN KEY (theirs) REFERENCES staff (id), CHECK (\"theirs\" <> name), UNIQUE "
           "(theirs, id))",
      FALSE },
    { OURS ", theirs INT, CHECK (theirs NOT IN (1)))", FALSE },
    { OURS ", twice INT AS (theirs * 2))", TRUE },
    { OURS ", made TEXT AS (name || ' (x)'))", TRUE },
    { OURS ", same TEXT AS (name))", TRUE },
    { OURS ", same TEXT AS (name = name), more TEXT AS (same = same))", TRUE },
    { OURS ", same TEXT AS /* CHECK */ (name = name))", TRUE },
    { OURS ", same TEXT AS -- CHECK\n (name = name))", TRUE },
    { OURS ", CHECK (name -> 'x' = 1))", TRUE },
    { OURS ", CHECK (name = x'00'))", TRUE },
    { OURS ", CHECK (id IN (SELECT 1)))", TRUE },
    { OURS ", CHECK (name || name = 1))", TRUE },
    { OURS ", CHECK (id + id = 1))", TRUE },
    { OURS ", theirs INT CHECK (length(name) > 0))", TRUE },
    { OURS ", theirs INT CHECK (length(name) > 1))", TRUE },
    { OURS ", CHECK (length(printf('%9d', id)) > 1))", TRUE },
    { OURS ", CHECK (name LIKE '%a%b'))", TRUE },
    { OURS ", theirs INT DEFAULT ')' CHECK (hex(name)))", TRUE },
    { OURS ", theirs INT DEFAULT (zeroblob (9)))", TRUE },
    { OURS ", theirs INT AS (\"instr\"(name, 1)))", TRUE },
    { OURS ", theirs INT AS ([instr] (name, 1)))", TRUE },
    { OURS ", theirs INT AS (instr/**/(name, 1)))", TRUE },
    { OURS ", theirs INT AS (name LIKE id))", TRUE },
    { OURS ", theirs INT AS (name/*)*/glob id))", TRUE },
    { OURS ", theirs INT -- (\n CHECK (hex(name)))", TRUE },
    { OURS ", theirs INT /* never closed", TRUE },
    { OURS "))((", TRUE },
    { "create/**/table customer (id CHECK (hex(id)))", TRUE },
    { "CREATE VIRTUAL TABLE customer USING fts5 (x)", TRUE },
    { "CREATE VIEW customer AS SELECT hex(1)", FALSE },
    { "CREATE TRIGGER t AFTER INSERT ON customer BEGIN SELECT hex(1); END", FALSE },
    { "CREATE INDEX t ON customer (name COLLATE NOCASE, id DESC) WHERE deleted_at IS NULL", FALSE },
    { "CREATE UNIQUE INDEX t ON customer (lower(name))", TRUE },
    { "CREATE UNIQUE INDEX t ON customer (hex(name))", TRUE },
    { "CREATE INDEX t ON customer (name) WHERE name GLOB id", TRUE },
    { "CREATE INDEX t ON customer (name) WHERE (hex (name))", TRUE },
    { "CREATE TABLE \xff (id)", TRUE },
    { NULL, FALSE },
};

/* However short each of them is. */
static void
test_many(void)
{
    g_autoptr(GString) sql = g_string_new(OURS);

    for (int i = 0; i < 100; i++)
        g_string_append(sql, ", CHECK (name <> note)");
    g_string_append_c(sql, ')');
    g_assert_true(care_schema_is_reckoned(sql->str, OURS ")"));
}

static void
test_words(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s", rows[i].sql != NULL ? rows[i].sql : "(none)");
        g_assert_cmpint(care_schema_is_reckoned(rows[i].sql, OURS ")"), ==, rows[i].reckoned);
    }
    g_assert_true(care_schema_is_reckoned(OURS ", CHECK (hex(name)))", NULL));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/reckoned/words", test_words);
    g_test_add_func("/reckoned/many", test_many);
    return g_test_run();
}
