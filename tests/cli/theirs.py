# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody else put into the database, as a browser of databases does: told, in the way of no backup, and taken out."""
import os
import sqlite3
import sys
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
    "a view": "CREATE VIEW their_view AS SELECT * FROM customer",
    "another trigger": "DROP TRIGGER invoice_frozen_delete; CREATE TRIGGER invoice_frozen_delete BEFORE DELETE ON invoice BEGIN SELECT 1; END",
    "another index": "DROP INDEX invoice_number; CREATE INDEX invoice_number ON invoice (customer)",
}
BACKED_UP_AS_IT_IS = ("another index",)


def sql(shop, statements):
    with closing(sqlite3.connect(os.path.join(shop.dir, "aftercare.db"))) as db, db:
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
        if what in BACKED_UP_AS_IT_IS:
            continue
        tap.ok(answer.code == 0 and answer.json["ok"], f"{what}: there is a good backup{', and another' if again else ''}", answer)
    if what in BACKED_UP_AS_IT_IS:
        return
    with Shop() as other:
        other.ask("restore", shop.path("b.care"))
        tap.equal((objects(other.dir), len(other.ask("list", "customer"))), (ours, 1), f"{what}: what is restored is ours alone")


def main():
    tap = Tap()
    for what, statements in THEIRS.items():
        with Shop() as shop:
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
