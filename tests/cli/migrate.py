# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kept shops of older schemas, opened by this program: what it says is what the program that wrote them said."""
import glob
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

SHOPS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "shops")


def differences(old, new, path=""):
    """Where something that was said is not said any more; what is said beside it is no difference."""
    if isinstance(old, dict) and isinstance(new, dict):
        return [found for key in old for found in differences(old[key], new.get(key), f"{path}/{key}")]
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [found for i, pair in enumerate(zip(old, new)) for found in differences(*pair, f"{path}/{i}")]
    return [] if old == new else [f"{path}: {old!r} → {new!r}"]


def by_id(rows):
    return {row["id"]: row for row in rows} if rows and isinstance(rows, list) and "id" in rows[0] else rows


def lines_of(due):
    """What is due, whatever the words."""
    return sorted((i["rule"], i["due"], str(i["customer"]), str(i["job"]), str(i["invoice"])) for i in due["items"])


AMOUNTS = {"job": "agreed", "gift": "cost", "complaint": "cost"}


def with_amounts(kind, rows):
    """Schema 1 named a currency with every row; where there is no amount, none is said any more."""
    if kind not in AMOUNTS:
        return rows
    return [{name: value for name, value in row.items() if name != "currency" or row[AMOUNTS[kind]] is not None} for row in rows]


def with_ids(kind, rows):
    """What was put off is named by a string by now, as any id."""
    return [dict(row, record=str(row["record"])) for row in rows] if kind == "deferral" else rows


def taken_back(shop):
    """What was added and taken back is in no export any more."""
    database = sqlite3.connect(os.path.join(shop.dir, "aftercare.db"))
    return {str(row[0]) for row in database.execute("SELECT id FROM taken_back")}


def says_the_same(tap, name, shop, said):
    for answer in said["said"]:
        question, old = answer["asked"], answer["said"]
        new = shop.ask(*question)
        if question == ["due"]:
            old, new = lines_of(old), lines_of(new)
        found = differences(old, new)
        tap.ok(not found, f"{name}: “{' '.join(question)}” says what it said", found[:5])
    shop.ask("export", "--format", "json", shop.path("export.json"))
    with open(shop.path("export.json"), encoding="utf-8") as stream:
        export = json.load(stream)
    tap.equal(export.pop("schema"), version_of(os.path.join(shop.dir, "aftercare.db")), f"{name}: an export says its schema")
    said["export"].pop("schema", None)  # which was that of then
    gone = taken_back(shop)
    for kind, rows in said["export"].items():
        if isinstance(rows, list):
            rows = [row for row in rows if row.get("id") not in gone]
        found = differences(by_id(with_ids(kind, with_amounts(kind, rows))), by_id(export.get(kind)))
        tap.ok(not found, f"{name}: every {kind} is exported as it was", found[:5])


def version_of(path):
    return sqlite3.connect(path).execute("PRAGMA user_version").fetchone()[0]


def is_left_beside(tap, name, shop, schema):
    copies = glob.glob(os.path.join(shop.dir, "aftercare.db.before-*"))
    if schema == version_of(os.path.join(shop.dir, "aftercare.db")):
        tap.equal(copies, [], f"{name}: is the schema of today, and stays as it is")
        return
    version = version_of(copies[0]) if copies else None
    tap.equal((len(copies), version), (1, schema), f"{name}: the old file lies beside it")


def goes_on(tap, name, shop):
    shop.open()
    draft = next(i for i in shop.ask("list", "invoice") if i["state"] == "draft")
    issued = shop.ask("invoice", "issue", draft["id"])
    verified = shop.ask("verify")
    tap.equal((issued["number"], verified["ok"], verified["documents"]), ("2026-0006", True, 6),
              f"{name}: the next invoice takes the next number, and the seals hold")
    customer = shop.add("customer", name="Neu Nach Umzug")
    tap.equal([h["id"] for h in shop.ask("search", "umzug")], [customer], f"{name}: who comes now is found")


def open_kept(tap, folder):
    name = os.path.basename(folder)
    with open(os.path.join(folder, "said.json"), encoding="utf-8") as stream:
        said = json.load(stream)
    with Shop(said["today"]) as shop:
        subprocess.run(["tar", "-xzf", os.path.join(folder, "shop.tar.gz"), "-C", shop.top], check=True)
        says_the_same(tap, name, shop, said)
        is_left_beside(tap, name, shop, int(name.split("-")[1]))
        goes_on(tap, name, shop)


def tables_of(path):
    """Shadows of the search words, and what SQLite keeps for itself, go with others."""
    rows = sqlite3.connect(path).execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return sorted(name for (name,) in rows if not name.startswith(("sqlite_", "search_words_", "search_codes_")))


def lose_table(path, table):
    database = sqlite3.connect(path)
    database.execute("PRAGMA foreign_keys = OFF")
    database.execute(f"DROP TABLE {table}")
    database.commit()
    database.close()


def tells_lost_tables(tap, folder):
    """Whatever schema the file has, and whether it can be brought up to date without the table: that one is told first,
    and nothing is told of what stands as that schema has it."""
    name = os.path.basename(folder)
    wrong = []
    with Shop("2026-11-24") as shop:
        archive, database = os.path.join(folder, "shop.tar.gz"), os.path.join(shop.dir, "aftercare.db")
        subprocess.run(["tar", "-xzf", archive, "-C", shop.top], check=True)
        for table in tables_of(database):
            subprocess.run(["rm", "-rf", shop.dir], check=True)
            subprocess.run(["tar", "-xzf", archive, "-C", shop.top], check=True)
            lose_table(database, table)
            answer = shop.run("verify")
            told = [p["what"] for p in answer.json.get("problems", []) if p["kind"] == "schema"] if answer.json else []
            if answer.code != 1 or len(told) < 1 or f"table {table}" not in told[0] or "is gone" not in told[0] \
                    or "restore the newest backup" not in told[0] or any("table" not in what for what in told) \
                    or (table != "invoice" and any("belongs to no document" in p["what"] for p in answer.json["problems"])):
                wrong.append((table, told[:3] or answer))
        tap.ok(not wrong, f"{name}: a table that is gone is what verify begins with", wrong)


def seen_to_before(tap):
    """A contact and an answer that were deleted before the schema said what they saw to: what waits since that instant."""
    with Shop("2026-11-24") as shop:
        subprocess.run(["tar", "-xzf", os.path.join(SHOPS, "schema-3", "shop.tar.gz"), "-C", shop.top], check=True)
        with closing(sqlite3.connect(os.path.join(shop.dir, "aftercare.db"))) as db, db:
            ann = db.execute("SELECT id FROM customer WHERE deleted_at IS NULL").fetchone()[0]
            stamp, gone = 1790000000, 1790000900
            for step, changed in ((1, gone), (2, gone), (3, stamp), (4, gone + 60), (5, gone + 60)):
                db.execute("INSERT INTO followup (id, customer, kind, title, due, state, created, changed) VALUES (?, ?, 'feedback', 'Ask', '2026-11-24', 'open', ?, ?)",
                           (step, ann, stamp, changed))
            db.execute("INSERT INTO interaction (id, customer, followup, direction, channel, outcome, at, created, changed, deleted_at) "
                       "VALUES (11, ?, 1, 'out', 'phone', 'Spoke with them', ?, ?, ?, ?)", (ann, stamp + 60, stamp, gone, gone))
            db.execute("INSERT INTO feedback (id, customer, score, at, created, changed, deleted_at) VALUES (12, ?, 9, ?, ?, ?, ?)",
                       (ann, stamp + 120, stamp, gone + 60, gone + 60))

        def states():
            return "".join(shop.get("followup", step)["state"][0] for step in range(1, 6))
        tap.equal(states(), "ooooo", "what waits goes on to")
        shop.ask("undelete", "interaction", 11)
        tap.equal(states(), "ddooo", "a contact that comes back sees to what it saw to, and to nothing else")
        shop.ask("undelete", "feedback", 12)
        tap.equal(states(), "ddodd", "and so does an answer")
        shop.ask("remove", "interaction", 11)
        tap.equal(states(), "ooodd", "and each for itself")


def answered_twice(tap):
    """Two answers to one question, from before the schema said what they saw to: as long as one stands, it is not asked again."""
    for first_to_go in (0, 1):
        with Shop("2026-11-24") as shop:
            subprocess.run(["tar", "-xzf", os.path.join(SHOPS, "schema-3", "shop.tar.gz"), "-C", shop.top], check=True)
            with closing(sqlite3.connect(os.path.join(shop.dir, "aftercare.db"))) as db, db:
                job, ann = db.execute("SELECT id, customer FROM job WHERE deleted_at IS NULL AND customer IN "
                                      "(SELECT id FROM customer WHERE deleted_at IS NULL) AND id NOT IN "
                                      "(SELECT job FROM feedback WHERE job IS NOT NULL)").fetchone()
                stamp = 1790000000
                for step, of, done in ((1, job, stamp + 60), (2, job, stamp + 999), (3, None, stamp + 30)):
                    db.execute("INSERT INTO followup (id, customer, job, kind, title, due, state, done, created, changed) "
                               "VALUES (?, ?, ?, 'feedback', 'Ask', '2026-11-24', 'done', ?, ?, ?)", (step, ann, of, done, stamp, done))
                for answer, at in ((11, stamp + 60), (12, stamp + 120)):
                    db.execute("INSERT INTO feedback (id, customer, job, score, at, created, changed) VALUES (?, ?, ?, 9, ?, ?, ?)",
                               (answer, ann, job, at, at, at))
            order = (11, 12) if first_to_go == 0 else (12, 11)
            shop.ask("remove", "feedback", order[0])
            tap.equal([shop.get("followup", step)["state"] for step in (1, 2, 3)], ["done"] * 3, f"{order}: the other answer stands for it")
            shop.ask("remove", "feedback", order[1])
            tap.equal([shop.get("followup", step)["state"] for step in (1, 2, 3)], ["open", "done", "done"],
                      f"{order}: without any it waits again, and what somebody did otherwise does not")


def rebuilds(tap):
    with Shop() as shop:
        customer = shop.add("customer", name="Bea Koch", phones=[{"number": "030 1234567"}])
        connection = sqlite3.connect(os.path.join(shop.dir, "aftercare.db"), isolation_level=None)
        connection.execute("DELETE FROM search_doc")
        connection.execute("UPDATE customer_phone SET digits = NULL")
        connection.close()
        verified = shop.run("verify")
        problem = verified.json["problems"][0]
        tap.ok(verified.code == 1 and problem["kind"] == "search-index" and "rebuild" in problem["what"],
               "verify says that the search index lacks somebody, and what mends it", verified)
        tap.equal(shop.ask("search", "koch"), [], "who is not found then")
        tap.equal(shop.ask("rebuild")["rebuilt"], ["rules", "sort-keys", "phones", "search", "billing", "counters"], "rebuild says what it made anew")
        tap.equal(([h["id"] for h in shop.ask("search", "030123")], shop.ask("verify")["ok"]), ([customer], True),
                  "and all is well")
        tap.equal(shop.run("rebuild", "search").code, 2, "rebuild takes no arguments")


def later_names(path):
    """The tables, and the columns of tables that it has, that a shop of today has and that one does not."""
    def columns_of(database, table):
        return {row[1] for row in database.execute(f"PRAGMA table_xinfo({table})")}
    with Shop() as fresh:
        fresh.ask("list", "customer")
        newest = os.path.join(fresh.dir, "aftercare.db")
        older, today = set(tables_of(path)), set(tables_of(newest))
        with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(newest)) as new:
            columns = [(table, column) for table in sorted(older & today) if not table.startswith("search_words") and not table.startswith("search_codes")
                       for column in sorted(columns_of(new, table) - columns_of(old, table))]
    return sorted(today - older), columns


def frees_later_names(tap, folder):
    """Somebody else's column or table of a name that a later step needs: verify says what helps, and it does."""
    name = os.path.basename(folder)
    with Shop("2026-11-24") as shop:
        subprocess.run(["tar", "-xzf", os.path.join(folder, "shop.tar.gz"), "-C", shop.top], check=True)
        path = os.path.join(shop.dir, "aftercare.db")
        tables, columns = later_names(path)
        if not tables and not columns:
            return
        with closing(sqlite3.connect(path)) as db, db:
            customers = db.execute("SELECT count(*) FROM customer WHERE deleted_at IS NULL").fetchone()[0]
            for table, column in columns:
                db.execute(f"ALTER TABLE {table} ADD COLUMN {column} TEXT DEFAULT 'theirs'")
            for table in tables:
                db.execute(f"CREATE TABLE {table} (theirs INTEGER PRIMARY KEY, customer INTEGER REFERENCES customer (id))")
        verified = shop.run("verify").json
        told = [p["what"] for p in verified["problems"] if p["kind"] == "schema"]
        wanted = [f"table {table};" for table in tables] + [f"column {table}.{column};" for table, column in columns]
        tap.ok(len(told) == len(wanted) and all("rebuild” takes it out" in what for what in told)
               and all(any(w in what for what in told) for w in wanted), f"{name}: verify says that rebuild takes out what others named as a later step does", told)
        tap.ok(shop.run("list", "customer").code != 0, f"{name}: which keeps everybody else out, and nobody's column is taken for ours")
        rebuilt = shop.run("rebuild")
        tap.equal((rebuilt.code, shop.ask("verify")["ok"]), (0, True), f"{name}: and rebuild does")
        tap.equal(len(shop.ask("list", "customer")), customers, f"{name}: everybody is there still")
        is_left_beside(tap, name, shop, int(name.split("-")[1]))
        backup = shop.run("backup", shop.path("b.zip"))
        tap.equal(backup.code, 0, f"{name}: and it is backed up")


def main():
    tap = Tap()
    with tap.point("rebuilds to the end"):
        rebuilds(tap)
    with tap.point("seen to before, to the end"):
        seen_to_before(tap)
    with tap.point("answered twice, to the end"):
        answered_twice(tap)
    for folder in sorted(glob.glob(os.path.join(SHOPS, "schema-*"))):
        with tap.point(f"{os.path.basename(folder)} to the end"):
            open_kept(tap, folder)
            tells_lost_tables(tap, folder)
            frees_later_names(tap, folder)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
