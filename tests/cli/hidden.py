# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody else wrote into the schema under a name that a table of ours has: it hides behind nothing."""
import os
import sqlite3
import sys
from contextlib import closing

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402
from reckoned import ENDLESS, before_its_end, changed, kept_database, own_database, quoted  # noqa: E402

FALSIFIES = "AFTER INSERT ON customer BEGIN UPDATE customer SET note = 'falsified' WHERE id = new.id; END"
# What is read later is found first: our own table goes to the end.
OURS_LAST = ("INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE type = 'table' AND name = 'import';"
             "DELETE FROM sqlite_schema WHERE rowid = (SELECT min(rowid) FROM sqlite_schema WHERE type = 'table' AND name = 'import')")


def trigger(words):
    """Under the name of a table."""
    return f"INSERT INTO sqlite_schema VALUES ('trigger', 'import', 'customer', 0, {quoted(f'CREATE TRIGGER import {FALSIFIES}')});{OURS_LAST}"


def shadow(words):
    """A rule of a table, under an index of its name."""
    return (f"UPDATE sqlite_schema SET sql = {quoted(before_its_end(words('customer'), f'CHECK ({ENDLESS} = 0)'))} WHERE type = 'table' AND name = 'customer';"
            "UPDATE sqlite_schema SET name = 'customer', sql = 'CREATE INDEX customer ON import (id)' WHERE name = 'their_index'")


# What is written, and whether rebuild takes it out.
HIDDEN = {
    "a trigger called as a table": (trigger, True),
    "a rule under an index of its table's name": (shadow, False),
}


def write(path, statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        def words(name):
            return db.execute("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", (name,)).fetchone()[0]
        if statements is shadow:
            db.execute("CREATE INDEX their_index ON import (id)")
        db.execute("PRAGMA writable_schema=ON")
        db.executescript(statements(words))


def restored(tap, what, shop, backup, database, statements, newest):
    path = shop.write("theirs.db", database)
    write(path, statements)
    with open(path, "rb") as file:
        written = changed(shop, backup, file.read())
    os.unlink(path)
    with Shop() as other:
        answer = other.run("restore", written)
        if newest or not os.path.exists(os.path.join(other.dir, "aftercare.db")):
            tap.ok("error" in answer.json and answer.error == "corrupt" and "did not write" in answer.out, f"{what}: is refused", answer)
            return
        other.add("customer", name="Ann Lee")
        tap.ok("falsified" not in {one["note"] for one in other.ask("list", "customer")}, f"{what}: is none any more")


def in_a_shop(tap, what, statements, goes):
    with Shop() as shop:
        shop.open().add("customer", name="Bea Koch")
        path = os.path.join(shop.dir, "aftercare.db")
        write(path, statements)
        told = shop.run("verify")
        tap.ok(told.code == 1 and "schema" in {one["kind"] for one in told.json["problems"]}, f"{what}: verify tells it", told)
        backup = shop.run("backup", shop.path("live.care"))
        with Shop() as other:
            back = other.run("restore", shop.path("live.care"))
        tap.ok(backup.json["customers"] == 1 and backup.json["ok"] == goes == (back.code == 0), f"{what}: a backup says what it is worth", backup, back)
        rebuilt = shop.run("rebuild")
        if goes:
            tap.ok(rebuilt.code == 0 and shop.ask("verify")["ok"], f"{what}: rebuild takes it out", rebuilt)
            shop.add("customer", name="Ann Lee")
            tap.ok("falsified" not in {one["note"] for one in shop.ask("list", "customer")}, f"{what}: and nothing is falsified")
        else:
            tap.ok(rebuilt.error == "corrupt" and "cannot take them out" in rebuilt.out, f"{what}: rebuild says why not", rebuilt)
        with closing(sqlite3.connect(path)) as db:
            tap.equal(db.execute("SELECT count(*) FROM sqlite_schema WHERE sql LIKE 'CREATE TABLE import (%'").fetchone()[0], 1, f"{what}: our own table stays")


def of_no_type(tap):
    """SQLite reads the type of an index of its own as nothing, so that anything can stand there: it is never run."""
    for door in ("backup", "rebuild"):
        with Shop() as shop:
            shop.open().add("customer", name="Bea Koch")
            evil = shop.path("evil")
            kind = f"TABLE IF EXISTS zzz; UPDATE customer SET note = 'falsified'; ATTACH '{evil}' AS e; CREATE TABLE e.x (a); DROP TABLE"
            with closing(sqlite3.connect(os.path.join(shop.dir, "aftercare.db"))) as db, db:
                db.execute("PRAGMA writable_schema=ON")
                row = db.execute("UPDATE sqlite_schema SET type = ? WHERE name = 'sqlite_autoindex_guard_1'", (kind,))
                tap.equal(row.rowcount, 1, f"a type of many words, {door}: it is there")
            answer = shop.run(*((door, shop.path("b.care")) if door == "backup" else (door,)))
            tap.equal((answer.code, answer.error), (1, "corrupt"), f"a type of many words, {door}: refused")
            tap.ok(not os.path.exists(evil), f"a type of many words, {door}: it makes no file")
            tap.equal([one["note"] for one in shop.ask("list", "customer") if one["note"]], [], f"a type of many words, {door}: it writes nothing")


def main():
    tap = Tap()
    with tap.point("types of many words: to the end"):
        of_no_type(tap)
    with Shop() as shop:
        shop.open().add("customer", name="Bea Koch")
        backup = shop.path("b.care")
        shop.ask("backup", backup)
        databases = {"today": own_database(backup), **{schema: kept_database(schema) for schema in (1, 2, 3, 4)}}
        for what, (statements, goes) in HIDDEN.items():
            for schema, database in databases.items():
                with tap.point(f"{what}, schema {schema}: to the end"):
                    restored(tap, f"{what}, schema {schema}", shop, backup, database, statements, schema in ("today", 4))
            with tap.point(f"{what}: to the end in a shop"):
                in_a_shop(tap, what, statements, goes)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
