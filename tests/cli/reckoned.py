# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A backup in which somebody wrote rules that never come to an end: it is refused before a row of it is read, and so is nobody kept
waiting. What is reckoned in no time is restored with it."""
import hashlib
import json
import os
import sqlite3
import sys
import tarfile
import zipfile
from contextlib import closing

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

SHOPS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "shops")
ENDLESS = "instr(hex(zeroblob(40000000)), hex(zeroblob(20000000)) || '1')"


def table(name, more):
    """As it would be made; ALTER TABLE would try it."""
    return lambda sql: f"UPDATE sqlite_schema SET sql = {quoted(before_its_end(sql(name), more))} WHERE name = '{name}'"


def before_its_end(sql, more):
    end = sql.rindex(")")
    return f"{sql[:end].rstrip()}, {more}{sql[end:]}"


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def index(more):
    return lambda sql: f"UPDATE sqlite_schema SET sql = {quoted('CREATE INDEX theirs ON customer ' + more)} WHERE name = 'theirs'"


def entry(kind, name, about, root, text):
    return (f"INSERT INTO sqlite_schema SELECT '{kind}', '{name}', '{about}', {root}, {quoted(text)} FROM sqlite_schema WHERE name = 'their_table';"
            "DELETE FROM sqlite_schema WHERE name = 'their_table'")


RULES = {
    "a rule of a table": table("customer", f"CHECK ({ENDLESS} = 0)"),
    "a column with a rule": table("customer", f"theirs INT CHECK ({ENDLESS} = 0)"),
    "a column that is reckoned": table("customer", f"theirs INT NOT NULL AS ({ENDLESS})"),
    "what a new row has": table("setting", f"theirs INT DEFAULT ({ENDLESS})"),
    "an index that is reckoned": index(f"({ENDLESS})"),
    "an index of some rows": index(f"(note) WHERE {ENDLESS} = 0"),
    "a trigger that is called as SQLite's own": lambda sql: entry("trigger", "sqlite_theirs", "setting", 0, "CREATE TRIGGER sqlite_theirs BEFORE INSERT "
                                                                  f"ON setting BEGIN SELECT {ENDLESS}; END"),
    "a table that is called as SQLite's own": lambda sql: entry("table", "sqlite_theirs", "sqlite_theirs", "rootpage",
                                                                f"CREATE TABLE sqlite_theirs (x CHECK ({ENDLESS} = 0))"),
}


def multiplied(first, operator):
    """Each is short, and takes what the one before it takes, twenty times."""
    columns = [f"c0 ANY AS ({first})"] + [f"c{i} ANY AS ({operator.join([f'c{i - 1}'] * 20)})" for i in range(1, 7)]
    return table("customer", ", ".join(columns) + ", CHECK (c6 <> 7)")


RULES["sums of sums"] = multiplied("changed", " + ")
RULES["texts of texts"] = multiplied("name", " || ")
NEVER_RUN = "a trigger that is called as SQLite's own"  # in an older shop: it goes before anything is written

SHORT = {
    "a column": "theirs TEXT DEFAULT ('x')",
    "a choice": "theirs INT CHECK (theirs IN (0, 1))",
    "a comparison": "theirs TEXT, CHECK (theirs IS NULL OR theirs <> name)",
}
RULED = "CHECK (length(replace(name, 'x', 'y')) < 500)"


def write_rule(path, rule):
    """Beside what it may stand for."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript("CREATE INDEX theirs ON customer (id); CREATE TABLE their_table (x); INSERT INTO their_table VALUES (1)")
        statements = rule(lambda name: db.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0])
        if "'theirs'" not in statements:
            db.execute("DROP INDEX theirs")
        if "their_table" not in statements:
            db.execute("DROP TABLE their_table")
        db.execute("PRAGMA writable_schema=ON")
        db.executescript(statements)


def changed(shop, path, database):
    """The backup with another database in it."""
    with zipfile.ZipFile(path) as old:
        files = {name: old.read(name) for name in old.namelist()}
    said = json.loads(files["manifest.json"])
    said["bytes"] += len(database) - len(files["aftercare.db"])
    said["sha256"] = hashlib.sha256(database).hexdigest()
    with zipfile.ZipFile(shop.path("changed.care"), "w") as made:
        for name, content in files.items():
            made.writestr(name, {"aftercare.db": database, "manifest.json": json.dumps(said)}.get(name, content))
    return shop.path("changed.care")


def kept_database(schema):
    with tarfile.open(os.path.join(SHOPS, f"schema-{schema}", "shop.tar.gz")) as shop:
        member = next(one for one in shop.getmembers() if os.path.basename(one.name) == "aftercare.db")
        return shop.extractfile(member).read()


def restored(shop, backup, database, statements):
    path = shop.write("theirs.db", database)
    write_rule(path, statements)
    with open(path, "rb") as file:
        written = changed(shop, backup, file.read())
    os.unlink(path)
    with Shop() as other:
        answer = other.run("restore", written)
        return answer, os.path.exists(os.path.join(other.dir, "aftercare.db")), other.run("verify")


def own_database(path):
    with zipfile.ZipFile(path) as backup:
        return backup.read("aftercare.db")


def verified(tap, what, statements):
    with Shop() as shop:
        shop.open().add("customer", name="Bea Koch")
        write_rule(os.path.join(shop.dir, "aftercare.db"), statements)
        answer = shop.run("verify")
        tap.ok(answer.code == 1 and {one["kind"] for one in answer.json["problems"]} == {"schema"}, f"{what}: verify comes to its end and tells it", answer)


def backed_up(tap, what, statements, ruled):
    """Of a live shop there is a backup, whatever is in it."""
    with Shop() as shop:
        shop.open().add("customer", name="Bea Koch")
        write_rule(os.path.join(shop.dir, "aftercare.db"), statements)
        first, again = (shop.run("backup", shop.path("live.care")) for _ in range(2))
        tap.ok("error" not in first.json and first.json["customers"] == 1, f"{what}: a live shop is backed up", first)
        if not ruled:
            return
        with Shop() as other:
            refused = other.run("restore", shop.path("live.care"))
        tap.ok(not first.json["ok"] and "wrote rules" in first.err and again.error == "corrupt" and "wrote rules" in again.out, f"{what}: and told what it is worth", first, again)
        tap.ok(refused.error == "corrupt", f"{what}: for no restore takes it", refused)
        tap.ok("backup" in {line["rule"] for line in shop.ask("due")["items"]}, f"{what}: Today asks for one that can be restored")


def rebuilt(tap, what, statements):
    with Shop() as shop:
        shop.open().add("customer", name="Bea Koch")
        write_rule(os.path.join(shop.dir, "aftercare.db"), statements)
        answer = shop.run("rebuild")
        tap.ok(answer.error == "corrupt" and "cannot take them out" in answer.out, f"{what}: rebuild comes to its end and says why not", answer)
        told = [answer.out, shop.run("backup", shop.path("first.care")).err, shop.run("backup", shop.path("first.care")).out]
        told += [problem["what"] for problem in shop.run("verify").json["problems"] if "table customer" in problem["what"]]
        way = "import it into an empty folder"
        tap.ok(len(told) == 4 and all("xport everything" in one and way in one for one in told), f"{what}: all of them name the way out", told)
        shop.ask("export", shop.path("all.json"))
        with Shop() as other:
            came = other.ask("import", shop.path("all.json"))["files"][0]
            tap.ok(came["refused"] == 0 and other.run("verify").json["ok"] and other.ask("backup", other.path("own.care"))["ok"], f"{what}: which leads out", came)


def main():
    tap = Tap()
    with Shop() as shop:
        shop.open().add("customer", name="Bea Koch", note="x")
        shop.ask("setting", "set", "shop-name", "Kettle & Spoke")
        backup = shop.path("b.care")
        shop.ask("backup", backup)
        databases = {"today": own_database(backup), **{schema: kept_database(schema) for schema in (1, 2, 3, 4)}}
        for what, statements in RULES.items():
            for schema, database in databases.items():
                with tap.point(f"{what}, schema {schema}: to the end"):
                    answer, there, _ = restored(shop, backup, database, statements)
                    if what == NEVER_RUN and schema in (1, 2, 3):
                        tap.ok(there or answer.error == "corrupt", f"{what}, schema {schema}: is none any more", answer)
                        continue
                    tap.ok(answer.code and "error" in answer.json and answer.error == "corrupt" and "did not write" in answer.out and not there, f"{what}, schema {schema}: is refused", answer)
            with tap.point(f"{what}: verify to the end"):
                verified(tap, what, statements)
        for what in ("a rule of a table", "a column with a rule", "a column that is reckoned"):
            with tap.point(f"{what}: rebuild to the end"):
                rebuilt(tap, what, RULES[what])
        for what, columns in SHORT.items():
            answer, there, verify = restored(shop, backup, databases["today"], table("customer", columns))
            tap.ok(there and {one["kind"] for one in verify.json["problems"]} == {"schema"}, f"{what}: is restored, and told", answer, verify)
        for what, rule in {**SHORT, "a rule of theirs": RULED}.items():
            backed_up(tap, what, table("customer", rule), rule == RULED)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
