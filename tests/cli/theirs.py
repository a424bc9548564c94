# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody else put into the database, as a browser of databases does: told, in the way of no backup, and taken out."""
import hashlib
import json
import os
import re
import sqlite3
import sys
import zipfile
from contextlib import closing

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

THEIRS = {
    "an index": "CREATE INDEX their_index ON customer (note)",
    "a table": "CREATE TABLE android_metadata (locale TEXT); INSERT INTO android_metadata VALUES ('de_DE')",
    "a table with an index and a trigger": "CREATE TABLE theirs (x); CREATE INDEX theirs_x ON theirs (x);"
                                           "CREATE TRIGGER theirs_t AFTER INSERT ON staff BEGIN INSERT INTO theirs VALUES (1); END",
    "a table of words": "CREATE VIRTUAL TABLE their_words USING fts5 (x)",
    "a table of quotes": 'CREATE TABLE "o""dd; name" (x REFERENCES customer (id))',
    "a column that is reckoned from another": "ALTER TABLE customer ADD COLUMN theirs INT; ALTER TABLE customer ADD COLUMN twice INT AS (theirs * 2)",
    "a column": "ALTER TABLE customer ADD COLUMN theirs TEXT; UPDATE customer SET theirs = 'x'",
    "columns of odd names": 'ALTER TABLE customer ADD COLUMN "o""dd. (name" INT DEFAULT 5; ALTER TABLE job ADD COLUMN "more, of" TEXT REFERENCES staff (id);'
                            'ALTER TABLE customer ADD COLUMN made TEXT AS (name || 1)',
    "a column with an index and a trigger": "ALTER TABLE staff ADD COLUMN theirs TEXT; CREATE INDEX their_index ON staff (theirs);"
                                            "CREATE TRIGGER their_trigger AFTER UPDATE OF theirs ON staff BEGIN SELECT new.theirs; END;"
                                            "CREATE VIEW their_view AS SELECT theirs FROM staff",
    "a column of what is frozen": "ALTER TABLE invoice ADD COLUMN theirs TEXT DEFAULT 'x'",
    "a view": "CREATE VIEW their_view AS SELECT * FROM customer",
    "another trigger": "DROP TRIGGER invoice_frozen_delete; CREATE TRIGGER invoice_frozen_delete BEFORE DELETE ON invoice BEGIN SELECT 1; END",
    "another index": "DROP INDEX invoice_number; CREATE INDEX invoice_number ON invoice (customer)",
    "an index that is gone": "DROP INDEX job_number",
    "a trigger that is gone": "DROP TRIGGER invoice_frozen_delete",
    "a trigger that is gone, beside a view": "DROP TRIGGER invoice_frozen_delete; CREATE VIEW their_view AS SELECT 1",
    "a table and one that refers to it": "CREATE TABLE a_notes (id INTEGER PRIMARY KEY); CREATE TABLE b_notes (a REFERENCES a_notes (id));"
                                         "INSERT INTO a_notes VALUES (1); INSERT INTO b_notes VALUES (1)",
    "tables in a circle": "CREATE TABLE a_notes (id INTEGER PRIMARY KEY, c REFERENCES c_notes (id) ON DELETE RESTRICT);"
                          "CREATE TABLE b_notes (id INTEGER PRIMARY KEY, a NOT NULL REFERENCES a_notes (id) ON DELETE SET NULL);"
                          "CREATE TABLE c_notes (id INTEGER PRIMARY KEY, b REFERENCES b_notes (id), self REFERENCES c_notes (id));"
                          "INSERT INTO a_notes VALUES (1, 1); INSERT INTO b_notes VALUES (1, 1); INSERT INTO c_notes VALUES (1, 1, 2), (2, 1, 1)",
    "tables that refer to nothing": "CREATE TABLE a_notes (id INTEGER PRIMARY KEY, b REFERENCES b_notes (id)); CREATE TABLE b_notes (id INTEGER PRIMARY KEY);"
                                    "CREATE TABLE z_notes (b REFERENCES b_notes (id), c REFERENCES customer (id));"
                                    "INSERT INTO a_notes VALUES (1, 7); INSERT INTO b_notes VALUES (1); INSERT INTO z_notes VALUES (1, 7), (8, 9)",
    "a table of a module that is not here": "CREATE TABLE spat_parts (x); PRAGMA writable_schema=ON; INSERT INTO sqlite_schema VALUES"
                                            "('table', 'spat', 'spat', 0, 'CREATE VIRTUAL TABLE spat USING VirtualSpatialIndex()'); PRAGMA writable_schema=RESET",
    "a table of words by a tokenizer that is not here": "CREATE TABLE tok_data (x); CREATE TABLE tok_config (k, v); PRAGMA writable_schema=ON; INSERT INTO sqlite_schema VALUES"
                                                        "('table', 'tok', 'tok', 0, 'CREATE VIRTUAL TABLE tok USING fts5(x, tokenize = theirs)'); PRAGMA writable_schema=RESET",
    "a reference to what is no key": "CREATE TABLE their_notes (x REFERENCES customer (name)); INSERT INTO their_notes VALUES ('Bea Koch')",
    "an index by a function that is not here": "CREATE INDEX their_index ON customer (note); PRAGMA writable_schema=ON; UPDATE sqlite_schema SET"
                                               " sql = 'CREATE INDEX their_index ON customer (theirs (note))' WHERE name = 'their_index'; PRAGMA writable_schema=RESET",
    "a column held by a function that is not here": "ALTER TABLE customer ADD COLUMN theirs TEXT CHECK (theirs REGEXP '^[A-Z]')",
    "columns held by two of them": "ALTER TABLE customer ADD COLUMN theirs TEXT CHECK (theirs (theirs) <> 'x'); ALTER TABLE customer ADD COLUMN more INT CHECK (more REGEXP 'x')",
    "a column reckoned by one": "ALTER TABLE customer ADD COLUMN theirs TEXT AS (theirs (name))",
    "one with an index": "ALTER TABLE customer ADD COLUMN theirs TEXT AS (theirs (name)); CREATE INDEX their_index ON customer (theirs)",
    "a column in an order that is not here": "ALTER TABLE customer ADD COLUMN theirs TEXT COLLATE theirs",
    "one of each in two tables": "ALTER TABLE job ADD COLUMN theirs TEXT COLLATE theirs; ALTER TABLE customer ADD COLUMN theirs TEXT CHECK (theirs (name) <> 'x')",
    "a table whose parts are gone": "CREATE VIRTUAL TABLE geo USING rtree (id, a, b); DROP TABLE geo_node",
}


def sql(shop, statements):
    """As their own program does, which has what ours has not."""
    with closing(sqlite3.connect(os.path.join(shop.dir, "aftercare.db"))) as db, db:
        db.create_function("regexp", 2, lambda words, text: text is None or bool(re.match(words, text)), deterministic=True)
        db.create_function("theirs", 1, lambda text: f"{text}!", deterministic=True)
        db.create_collation("theirs", lambda one, other: (one > other) - (one < other))
        db.executescript(statements)


def objects(folder):
    with closing(sqlite3.connect(os.path.join(folder, "aftercare.db"))) as db:
        return db.execute("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY 1, 2").fetchall()


def schema_faults(shop):
    return [problem["what"] for problem in shop.run("verify").json["problems"] if problem["kind"] == "schema"]


def backed_up(tap, shop, what, ours):
    """Of the shop as it is, once and again over the first."""
    for again in (False, True):
        answer = shop.run("backup", shop.path("b.care"))
        tap.ok(answer.code == 0 and answer.json["ok"], f"{what}: there is a good backup{', and another' if again else ''}", answer)
    with Shop() as other:
        other.ask("restore", shop.path("b.care"))
        tap.equal((objects(other.dir), len(other.ask("list", "customer"))), (ours, 1), f"{what}: what is restored is ours alone")


def in_the_way(tap):
    """Where rows of the shop stand in the way of an index of ours, nothing hides it."""
    with Shop() as shop:
        who = shop.open().add("customer", name="Bea Koch")
        for fault in ("Flat", "Bell"):
            shop.add("job", customer=who, fault=fault)
        sql(shop, "DROP INDEX job_number; UPDATE job SET number = (SELECT min(number) FROM job); CREATE VIEW their_view AS SELECT 1;"
                  " ALTER TABLE customer ADD COLUMN theirs INT")
        told = schema_faults(shop)
        tap.ok(len(told) == 3, "a number twice: verify tells the index, the view and the column", told)
        first, second = shop.run("backup", shop.path("b.care")), shop.run("backup", shop.path("b.care"))
        tap.equal((first.code, first.json["ok"]), (1, False), "there is a backup, which is not called good")
        tap.ok(second.error == "corrupt" and "is kept" in second.out, "and takes the place of none", second)
        tap.ok(shop.run("rebuild").code == 1 and schema_faults(shop) == told, "rebuild makes no index over it, and changes nothing")
        with Shop() as other:
            other.run("restore", shop.path("b.care"))
            left = schema_faults(other)
            tap.ok(len(other.ask("list", "job")) == 2 and len(left) == 1 and "job_number" in left[0],
                   "but it can be restored, freed of the view and the column", left)


def of_the_version_before(tap):
    """Its backups had such a column in them, which runs nothing."""
    with Shop() as shop, Shop() as other:
        shop.open().add("customer", name="Bea Koch")
        shop.ask("backup", shop.path("b.care"))
        with zipfile.ZipFile(shop.path("b.care")) as old:
            files = {name: old.read(name) for name in old.namelist()}
        path = shop.write("theirs.db", files["aftercare.db"])
        with sqlite3.connect(path) as database:
            database.execute("ALTER TABLE customer ADD COLUMN theirs INT")
        database.close()
        with open(path, "rb") as file:
            new = file.read()
        said = json.loads(files["manifest.json"])
        said["bytes"] += len(new) - len(files["aftercare.db"])
        said["sha256"] = hashlib.sha256(new).hexdigest()
        with zipfile.ZipFile(shop.path("before.care"), "w") as made:
            for name, content in files.items():
                made.writestr(name, {"aftercare.db": new, "manifest.json": json.dumps(said)}.get(name, content))
        other.run("restore", shop.path("before.care"))
        tap.equal(len(other.ask("list", "customer")), 1, "a backup with a column of somebody else's in it is restored")
        other.ask("rebuild")
        tap.ok(other.ask("verify")["ok"], "and rebuild takes that out")


def a_table_gone(tap):
    with Shop() as shop:
        shop.open().add("customer", name="Bea Koch")
        sql(shop, "DROP TABLE gift")
        answer = shop.run("rebuild")
        tap.ok(answer.code == 1 and "newest backup" in answer.out, "a table that is gone is not made anew, and that is said", answer)


def main():
    tap = Tap()
    in_the_way(tap)
    of_the_version_before(tap)
    a_table_gone(tap)
    for what, statements in THEIRS.items():
        with Shop() as shop, tap.point(f"{what}: to the end"):
            shop.open().add("customer", name="Bea Koch")
            ours = objects(shop.dir)
            sql(shop, statements)
            told = schema_faults(shop)
            tap.ok(told and all("rebuild" in one for one in told), f"{what}: verify tells it, and what helps", told)
            backed_up(tap, shop, what, ours)
            tap.equal(schema_faults(shop), told, f"{what}: which changes nothing in the shop")
            shop.ask("rebuild")
            tap.equal((objects(shop.dir), shop.run("verify").json["ok"]), (ours, True), f"{what}: rebuild takes it out")
            tap.ok(shop.ask("backup", shop.path("b.care"))["ok"] and shop.ask("list", "customer"), f"{what}: and nothing else")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
