# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was added and taken back did not happen: no command finds it among what was deleted, and no export carries it."""
import json
import os
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402


def write(shop, sql, *values):
    connection = sqlite3.connect(os.path.join(shop.dir, "aftercare.db"), isolation_level=None)
    connection.execute(sql, values)
    connection.close()


def mark(shop, record):
    """As the window's Undo leaves it."""
    write(shop, "INSERT INTO taken_back (id) VALUES (?)", record)


def take_back(shop, kind, record):
    shop.ask("remove", kind, record)
    mark(shop, record)


def names(records):
    return [record.get("name") or record.get("title") for record in records]


def export_of(shop):
    shop.ask("export", shop.path("export.json"))
    with open(shop.path("export.json"), encoding="utf-8") as stream:
        return json.load(stream)


def nowhere(tap, shop, other):
    take_back(shop, "customer", shop.add("customer", "name=Ghost"))
    gone = shop.add("customer", "name=Gone")
    shop.ask("remove", "customer", gone)
    tap.equal(names(shop.ask("list", "customer", "--deleted")), ["Gone"], "the list of what was deleted has it not")
    tap.equal([names(shop.ask("search", who, "--deleted")) for who in ("Ghost", "Gone")], [[], ["Gone"]],
              "nor has the search there")
    tap.equal(names(export_of(shop)["customer"]), ["Gone"], "nor an export")
    other.ask("import", shop.path("export.json"))
    tap.equal(names(other.ask("list", "customer", "--deleted")), ["Gone"], "nor the shop that reads it")


def still_needed(tap, shop, other):
    """Their job was deleted by somebody, and can be brought back: not without them."""
    who = shop.add("customer", "name=Owner")
    bike = shop.add("device", f"customer={who}", "name=Bike")
    job = shop.add("job", f"customer={who}", f"device={bike}", "fault=Flat")
    shop.ask("remove", "job", job)
    take_back(shop, "device", bike)
    take_back(shop, "customer", who)
    exported = export_of(shop)
    tap.equal(["Owner" in names(exported["customer"]), names(exported["device"])], [True, ["Bike"]],
              "what a deleted job needs is in the export")
    rows = other.ask("import", shop.path("export.json"))["files"][0]["rows"]
    tap.equal([row for row in rows if row["result"] == "refused"], [], "of which nothing is refused")
    other.ask("undelete", "job", job)
    tap.equal(names(other.ask("list", "customer")), ["Owner"], "and the job comes back with its customer")


def hidden(exported, *records):
    """Whether these, and whatever refers to one of them, are nowhere in an export."""
    return [line for kind in exported.values() if isinstance(kind, list) for line in kind
            if isinstance(line, dict) and set(records) & set(map(str, line.values()))] == []


def taken_in(shop, customer):
    bike = shop.add("device", f"customer={customer}", "name=Ghost bike")
    job = shop.add("job", f"customer={customer}", f"device={bike}", "fault=Ghost fault")
    shop.ask("job", "move", job, "waiting")
    return bike, job


def intake(tap, shop, other):
    """Undo removes whom it was taken in for, if they are new, or else the job; what came in along and the traces stay."""
    stays = shop.add("customer", "name=Stays")
    who = shop.add("customer", "name=Zed Ghost")
    bike, job = taken_in(shop, who)
    another, theirs = taken_in(shop, stays)
    traces = [event["id"] for event in export_of(shop)["event"]]
    take_back(shop, "customer", who)
    take_back(shop, "job", theirs)
    exported = export_of(shop)
    tap.ok(len(traces) > 0 and exported["event"] == [], "no trace of an intake that was taken back is in an export")
    tap.ok(hidden(exported, who, bike, job, theirs), "nor is what came in with it")
    tap.equal([line["id"] for line in exported["device"]], [another], "what was there before is")
    rows = other.ask("import", shop.path("export.json"))["files"][0]["rows"]
    tap.equal([row for row in rows if row["result"] == "refused"], [], "of which nothing is refused")
    tap.equal([other.ask("list", kind, "--deleted") for kind in ("customer", "job", "device")], [[], [], []],
              "and the shop that reads it has nothing that was deleted")
    tap.equal(other.ask("verify")["ok"], True, "and is whole")


def entered_since(tap, shop):
    """As a program that did not ask may have left it: what somebody entered later is their work, and brings its owner."""
    who = shop.add("customer", "name=Came Back")
    bike, job = taken_in(shop, who)
    shop.run("set", "job", job, "fault=Words of another day", today="2026-11-25")
    take_back(shop, "customer", who)
    exported = export_of(shop)
    tap.equal([job in [line["id"] for line in exported["job"]], bike in [line["id"] for line in exported["device"]],
               "Came Back" in names(exported["customer"])], [True] * 3, "what was changed since is kept, with all it needs")
    tap.ok(not hidden({"event": exported["event"]}, job), "and with its traces")


def there_again(tap, shop):
    who = shop.add("customer", "name=Back")
    mark(shop, who)
    told = [problem["id"] for problem in shop.run("verify").json["problems"]]
    tap.equal(told, [who], "verify tells who bears the mark and is there")
    tap.ok("Back" in names(export_of(shop)["customer"]), "who is in an export all the same")
    shop.ask("remove", "customer", who)
    tap.ok("Back" in names(shop.ask("list", "customer", "--deleted")), "and whom somebody deletes then was deleted")
    tap.equal(shop.ask("verify")["ok"], True, "and verify is content")


def however_many(tap, shop):
    first = shop.add("customer", "name=Zora Quark")
    rows = "".join(f"P{i},0171 {i:07d}\n" for i in range(310))
    shop.ask("import", shop.write("many.csv", "name,phone\n" + rows))
    shop.ask("remove", "customer", first)
    write(shop, "UPDATE customer SET deleted_at = (SELECT deleted_at FROM customer WHERE id = ?) + id % 1000 + 1"
                " WHERE deleted_at IS NULL", first)
    tap.equal(names(shop.ask("search", "zora", "--deleted")), ["Zora Quark"], "who was deleted before 310 others is found")


def main():
    tap = Tap()
    with tap.point("to the end"), Shop() as shop, Shop() as other, Shop() as ghosts, Shop() as reader, Shop() as many:
        nowhere(tap, shop, other)
        still_needed(tap, shop, other)
        intake(tap, ghosts, reader)
        entered_since(tap, ghosts)
        there_again(tap, shop)
        however_many(tap, many)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
