#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes in the database that are no text, as a damaged page leaves them: the shop's own export brings back everything else, and
verify tells it."""
import json
import os
import sqlite3
import sys

from cli import Shop, Tap

TORN = "CAST(x'41ff42' AS TEXT)"
SHOWN = "A\ufffdB"  # what stands there for whoever reads it


def damage(shop, statement):
    with sqlite3.connect(os.path.join(shop.dir, "aftercare.db")) as db:
        db.create_collation("care", lambda a, b: (a > b) - (a < b))
        db.execute(statement)
    db.close()


def problems(shop):
    return [problem["what"] for problem in shop.run("verify").json["problems"]]


def brought(shop):
    """What a new shop gets of its export: the names of its customers, and what the import says."""
    shop.ask("export", shop.path("e.json"))
    with Shop() as other:
        answer = other.run("import", shop.path("e.json"))
        return sorted(c["name"] for c in other.ask("list", "customer")), answer


def around_records(tap):
    """Defect: one byte in a setting, or in a counter's name, was in the export as it is, and nothing in it could be read."""
    with Shop() as shop:
        shop.open()
        shop.add("customer", "name=Ann Lee")
        keys = [row["key"] for row in shop.ask("setting", "list")]
    for statement, name in ([(f"INSERT OR REPLACE INTO setting (key, value) VALUES ('{key}', {TORN})", key) for key in keys + ["last-day-run", "of-tomorrow"]]
                            + [(f"INSERT INTO setting (key, value) VALUES ({TORN}, 'x'), (CAST(x'41fe42' AS TEXT), 'y')", SHOWN),
                               (f"INSERT INTO counter (series, last) VALUES ({TORN}, 5), (CAST(x'41fe42' AS TEXT), 6)", SHOWN)]):
        with Shop() as shop:
            shop.open()
            shop.add("customer", "name=Ann Lee")
            damage(shop, statement)
            tap.ok(any(f"“{name}”" in what for what in problems(shop)), f"{name}: verify tells it", problems(shop))
            names, answer = brought(shop)
            tap.equal(names, ["Ann Lee"], f"{name}: the export brings back everything else")
            tap.equal(answer.code, 0, f"{name}: it is read")


def in_records(tap):
    """What is read is text for everybody; defect: the window was given the bytes, and the import refused the record."""
    with Shop() as shop:
        who = shop.add("customer", name="Ann Lee", note="Rings twice", phones=[{"label": "mobile", "number": "0171 2345678"}])
        damage(shop, f"UPDATE customer SET note = {TORN}")
        damage(shop, f"UPDATE customer_phone SET label = {TORN}")
        tap.equal((shop.get("customer", who)["note"], shop.get("customer", who)["phones"][0]["label"]), (SHOWN, SHOWN), "a record's text, and one of its rows")
        tap.ok(any("“Personal Note”" in what for what in problems(shop)), "verify tells it", problems(shop))
        names, answer = brought(shop)
        tap.equal((names, answer.code), (["Ann Lee"], 0), "the record comes back by the export")
        shop.ask("set", "customer", who, "name=Ann Leigh")
        tap.equal(shop.get("customer", who)["name"], "Ann Leigh", "something else of it can be changed")
        tap.ok(any("“Personal Note”" in what for what in problems(shop)), "which mends nothing that nobody looked at", problems(shop))
        shop.ask("set", "customer", who, "note=Rings twice", "--file", shop.write("set.json", json.dumps({"phones": [{"number": "0171 2345678"}]})))
        tap.equal(problems(shop), [], "written anew, it is well")


def main():
    tap = Tap()
    with tap.point("around the records to the end"):
        around_records(tap)
    with tap.point("in the records to the end"):
        in_records(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
