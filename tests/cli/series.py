#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers that were given out by a shop whose export came without its documents."""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from archive import alter_line, bill, take  # noqa: E402
from cli import Shop, Tap  # noqa: E402


def numbers_without_documents(tap):
    """Where no document of an export fits, nobody knows any more which numbers were given out: that is asked for."""
    with Shop() as shop:
        customer = shop.open().add("customer", "name=Ann One")
        for paid in ("40", "40"):
            bill(shop, customer, paid)
        shop.ask("export", shop.path("two.json"))
        with open(shop.path("two.json"), encoding="utf-8") as stream:
            data = json.load(stream)
    alter_line(data)
    with Shop() as other, Shop() as later:
        take(other, data)
        tap.equal(other.ask("list", "invoice"), [], "no document of it came in")
        draft = other.ask("invoice", "draft", "--customer", customer, "--file", other.write("bill.json", json.dumps(
            {"currency": "EUR", "lines": [{"name": "Bell", "quantity": "1", "price": "9.90", "category": "S", "rate": "19"}]})))["id"]
        answer = other.run("invoice", "issue", draft)
        tap.ok(answer.error == "refused" and "export" in answer.json["error"]["message"],
               "its numbers are not given out again: the last one is asked for", answer)
        other.ask("invoice", "last", "2026-0002")
        tap.equal(other.ask("invoice", "issue", draft)["number"], "2026-0003", "and the next goes on behind it")
        report = other.ask("verify")
        gaps = report["series"][0]["gaps"]
        tap.ok(report["ok"] and [(g["from"], g["to"]) for g in gaps] == [(1, 2)] and "export" in gaps[0]["reason"],
               "verify tells why they are not there", report)
        data["counter"] = {}
        take(later, data)
        draft = later.ask("invoice", "draft", "--customer", customer, "--file", other.path("bill.json"))["id"]
        tap.equal(later.ask("invoice", "issue", draft)["number"], "2026-0001", "an export that gave no number out asks for none")


def main():
    tap = Tap()
    with tap.point("numbers_without_documents to the end"):
        numbers_without_documents(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
