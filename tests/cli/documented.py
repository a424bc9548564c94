#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/command-line.md says what the program does: its commands are those of --help, and what it says of an answer is
printed. That nothing else is printed, every other test of the command line looks at, too (cli.py)."""
import json
import os
import re
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import promised  # noqa: E402
from cli import PROGRAM, Shop, Tap  # noqa: E402
from money import issue  # noqa: E402

STAMP = {"id", "created", "changed"}


def commands(tap):
    said = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, check=True).stdout
    usages = [line.strip() for line in said.splitlines() if re.match(r"  \S", line)]
    tap.equal(sorted(promised.USAGES.values()), sorted(usages), "the page has the commands of --help, and no other")
    return said.splitlines()[-1].split()[1:]


def members(fields):
    """What a record of these fields is printed with."""
    return {f".{field['field']}" for field in fields} | {
        f".{field['field']}[].{one['field']}" for field in fields for one in field.get("fields", ())}


def record(tap, shop, kind, more):
    """The fields of a kind are all that is printed of it, but for what the page says of every record, of jobs and of invoices."""
    found = promised.paths(shop.ask("list", kind)) | promised.paths(shop.ask("list", kind, "--deleted"))
    got = {path.removeprefix("[]") for path in found}
    fields = members(shop.ask("fields", kind))
    tap.ok(got <= fields | more, f"{kind}: nothing is printed that is no field of it", sorted(got - fields - more))
    lacks = {path for path in fields - got if "[]" not in path}
    tap.ok(got and not lacks or not got, f"{kind}: every field of it is printed", sorted(lacks))
    return got & more


def records(tap, shop, kinds):
    more = {path.removeprefix("[]") for path in promised.ANSWERS["get"]}
    said = set()
    for kind in kinds:
        said |= record(tap, shop, kind, more)
    tap.equal(sorted(said), sorted(more), "and all of what the page says of them is printed of some")
    for name in ("customer", "job", "invoice"):
        shop.ask("get", name, shop.ask("list", name)[0]["id"])


def gone(shop):
    who = shop.add("customer", "name=Uma Owner")
    note = shop.add("interaction", f"customer={who}", "body=Tea")
    shop.ask("remove", "interaction", note)
    shop.ask("remove", "customer", who)
    shop.ask("list", "customer", "--deleted")
    shop.ask("search", "Uma", "--deleted")
    shop.ask("undelete", "interaction", note)
    shop.ask("set", "interaction", note, "body=Coffee")
    shop.ask("remove", "customer", shop.add("customer", "name=Vera Gone"))


def day(shop):
    job = shop.add("job", f"customer={shop.add('customer', 'name=Zoe Lang')}", "fault=Flat")
    shop.ask("job", "move", job, "working")
    shop.ask("due")
    shop.ask("paper", "order", job, shop.path("order.pdf"))


def sums(shop):
    line = {"name": "Work", "quantity": "1", "price": "100", "category": "S", "rate": "19"}
    named = {"name": "Work", "quantity": "1", "price": "100", "taxes": [{"name": "QST", "rate": "9.975"}]}
    for bill in ({"lines": [line], "withholding": {"percent": "15"}}, {"lines": [named]}):
        shop.ask("invoice", "total", shop.write("bill.json", json.dumps({"currency": "EUR", "prices": "net"} | bill)))


def money(shop):
    first = issue(shop, "119.00")
    who = shop.get("invoice", first)["customer"]
    shop.ask("invoice", "pay", first, "50.00")
    shop.ask("invoice", "export", first, "--pdf", shop.path("invoice.pdf"))
    shop.ask("payment", "balance", who)
    note = shop.ask("invoice", "cancel", first)["id"]
    shop.ask("payment", "refund", note, "10.00")
    shop.ask("payment", "carry", note, issue(shop, "200.00"))
    lacks = shop.run("invoice", "check", draft(shop, shop.add("customer", "name=No Address")))
    assert lacks.code == 0, lacks
    issue(shop, "100.00", currency="CHF")
    shop.ask("metrics")


def draft(shop, who):
    line = {"name": "Engine", "quantity": "1", "price": "1000", "category": "S", "rate": "19"}
    return shop.ask("invoice", "draft", "--customer", who, "--file", shop.write("draft.json", json.dumps(
        {"currency": "EUR", "prices": "gross", "lines": [line]})))["id"]


def out_of_order(shop):
    who = shop.ask("list", "customer")[0]["id"]
    shop.run("invoice", "issue", draft(shop, who), today="2026-12-20")
    shop.ask("invoice", "issue", draft(shop, who), "--date-is-right")


def files(shop, other):
    report = shop.ask("import", shop.write("people.csv", "Name,Phone,Shoe size\nIda Berg,0171 2345678,39\nOle Lind,,44\n"))
    shop.ask("set", "customer", report["files"][0]["rows"][0]["id"], "note=Calls at noon")
    shop.ask("import", "--revert", report["import"])
    shop.ask("import", "formats")
    shop.ask("export", shop.path("shop.json"))
    shop.ask("backup", shop.path("shop.backup"))
    other.ask("restore", shop.path("shop.backup"))


def damaged(shop):
    """Of a shop that began with an older version, and of one that somebody altered."""
    job = shop.add("job", customer=shop.ask("list", "customer")[0]["id"], lines=[{"name": "Work", "quantity": "1", "price": "100"}])
    shop.ask("export", shop.path("shop.json"))
    with open(shop.path("shop.json"), encoding="utf-8") as file:
        data = json.load(file) | {"began": 1}
    next(one for one in data["job"] if one["id"] == job)["agreed"] = "1.00"
    with Shop() as old:
        old.ask("import", old.write("old.json", json.dumps(data)))
        old.run("verify")
    with sqlite3.connect(os.path.join(shop.dir, "aftercare.db")) as database:
        database.execute("UPDATE job SET agreed = agreed + 5000")
    database.close()
    shop.run("verify")
    shop.ask("rebuild")


def numbered(other):
    """Goes on behind a number that its backup did not know."""
    other.ask("invoice", "last", "2026-0050")
    other.ask("invoice", "issue", draft(other, other.ask("list", "customer")[0]["id"]))
    other.ask("verify")


def settings(shop):
    shop.ask("setting", "set", "terms-days", "30")
    shop.ask("setting", "get", "terms-days")
    shop.ask("setting", "list")
    shop.ask("paper", "list")


def printed(tap):
    for command, paths in sorted(promised.ANSWERS.items()):
        lacking = set() if command in promised.OF_RECORDS else paths - promised.SEEN.get(command, set())
        tap.ok(not lacking, f"{command}: all that the page says of its answer is printed", sorted(lacking))


def main():
    tap = Tap()
    with Shop() as sample, Shop() as shop, Shop() as other, Shop() as many:
        kinds = commands(tap)
        with tap.point("every command is asked"):
            sample.ask("sample", "--seed", "3")
            many.ask("generate", "--customers", "3", "--seed", "3")
            shop.open()
            for part in (money, gone, day, sums, settings):
                part(shop)
            sample.ask("due")
            sample.ask("search", "a")
            sample.ask("metrics")
            files(shop, other)
            numbered(other)
            out_of_order(shop)
            damaged(shop)
        gone(sample)
        records(tap, sample, kinds)
        printed(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
