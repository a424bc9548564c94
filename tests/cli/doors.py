#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What no door lets in: payments that are none, sums that nobody has, names of nothing, days out of the blue."""
import json
import os
import sqlite3
import sys

from cli import Shop, Tap
from money import issue, pay, refused

TOMORROW, LATER = "2026-11-25", "2026-11-29"


def sql(shop, statement):
    with sqlite3.connect(os.path.join(shop.dir, "aftercare.db")) as db:
        db.executescript(statement)
    db.close()


def number(shop, id_text):
    return shop.get("invoice", id_text)["number"]


def lost_payment(tap):
    """A payment that is gone from the database stays told, whatever is paid afterwards."""
    with Shop() as shop:
        a = issue(shop.open(), "100")
        pay(shop, a, "40")
        kept = shop.ask("list", "payment")[0]["id"]
        pay(shop, a, "5")
        sql(shop, f"DELETE FROM payment WHERE amount = 500 AND invoice = (SELECT id FROM invoice WHERE number = '{number(shop, a)}')")
        for words in (("invoice", "pay", a, "1"), ("set", "payment", kept, "amount=2"), ("remove", "payment", kept),
                      ("invoice", "cancel", a)):
            answer = shop.run(*words)
            tap.ok(answer.error == "corrupt" and "verify" in answer.json["error"]["message"], f"{words[0]} {words[1]}: refused", answer)
        tap.equal([p["kind"] for p in shop.run("verify").json["problems"]], ["payment"], "and verify still tells it")


def changed(shop, path, change):
    with open(path, encoding="utf-8") as file:
        archive = json.load(file)
    change(archive["payment"][0])
    return shop.write("changed.json", json.dumps(archive))


def imported_payments(tap):
    """A payment in an archive comes in as it stands, for it may have been recorded before it was asked when money moved, and
    how much went back; what does not fit is told. What is no payment stays outside."""
    with Shop() as shop:
        a = issue(shop.open(), "100")
        pay(shop, a, "40")
        path = shop.path("shop.json")
        shop.ask("export", path)
        for field, value, taken, quiet in (("amount", "-9000.00", 1, False), ("date", "2099-01-01", 1, True),
                                           ("date", "2026-11-23", 1, False), ("date", TOMORROW, 1, True),
                                           ("amount", "92233720368547758.07", 0, True), ("amount", "40.00", 1, True)):
            with Shop() as other:
                other.ask("import", changed(shop, path, lambda p: p.update({field: value})))
                tap.equal((len(other.ask("list", "payment")), other.run("verify").json["ok"]), (taken, quiet), f"{field} {value}")


def absurd_amounts(tap):
    with Shop() as shop:
        a = issue(shop.open(), "100")
        for amount in ("92233720368547758.07", "100000000000.01"):
            tap.ok(refused(shop, a, amount), f"{amount} is paid by nobody")
        pay(shop, a, "100000000000.00")
        tap.ok("months" in shop.ask("metrics"), "and with the most there is, figures are still worked out")
        customer = shop.ask("list", "customer")[0]["id"]
        tap.equal(shop.run("add", "job", f"customer={customer}", "title=Chain", "estimate=92233720368547758.07").error, "input",
                  "no estimate is that large")


def issued_to_another(tap):
    with Shop() as shop:
        a = issue(shop.open(), "100")
        bob = shop.add("customer", name="Bob Ott")
        answer = shop.run("set", "invoice", a, f"customer={bob}")
        tap.ok(answer.error == "refused" and "cancel" in answer.json["error"]["message"], "what was issued stays whose it is", answer)


def draft(shop):
    customer = shop.ask("list", "customer")[0]["id"]
    bill = shop.write("bill.json", json.dumps({"currency": "EUR", "prices": "gross", "lines": [
        {"name": "Work", "quantity": "1", "price": "10", "category": "S", "rate": "19"}]}))
    return shop.ask("invoice", "draft", "--customer", customer, "--file", bill)["id"]


def clock_back(tap):
    with Shop() as shop:
        issue(shop.open(), "100")
        answer = shop.run("invoice", "issue", draft(shop), today="2020-01-01")
        tap.ok(answer.error == "refused" and "clock" in answer.json["error"]["message"], "years back: asked about", answer)
        got = shop.run("invoice", "issue", draft(shop), "--date-is-right", today="2020-01-01")
        tap.equal(got.json["number"], "2020-0001", "said to be right: done")
        tap.equal(shop.ask("invoice", "issue", draft(shop))["number"], "2026-0002", "a mistaken one stops nothing today")
        tap.ok(shop.run("verify").json["ok"], "and verify is content")


def periods(tap):
    with Shop() as shop:
        shop.open()
        for words in (("--from", "0001-01-01", "--to", "9999-12-31"), ("--from", "2026-02-01", "--to", "2026-01-01")):
            answer = shop.run("metrics", *words)
            tap.ok(answer.code == 2 and "CRITICAL" not in answer.err, f"no period: {words[1]}", answer)


def nothing(tap):
    """Names that nobody sees, and settings that no paper bears."""
    with Shop() as shop:
        shop.open()
        for name in ("   ", "\u200b", "\u202e"):
            tap.equal(shop.run("add", "customer", f"name={name}").error, "input", f"no name: {name!r}")
        ann = shop.add("customer", name="\u202eAnn")
        tap.equal(shop.get("customer", ann)["name"], "Ann", "a name turns nothing around")
        tap.equal(shop.run("setting", "set", "shop-name", "A\x1b[31mB").error, "input", "no control characters on papers")
        tap.ok("9999" in shop.run("setting", "set", "terms-days", "-1").json["error"]["message"], "a count says its bounds")
        a = issue(shop, "100")
        answer = shop.run("invoice", "pay", a, "1", "--date", "2026-02-30")
        tap.ok("exists" in answer.json["error"]["message"], "a day that does not exist is told so", answer)


def main():
    tap = Tap()
    for part in (lost_payment, imported_payments, absurd_amounts, issued_to_another, clock_back, periods, nothing):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
