# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was issued stays as it is, whatever guards are gone; and a wrong day stops nobody for good."""
import json
import os
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

LINES = [{"name": "Chain", "quantity": "1", "price": "20.00", "category": "S", "rate": "19"}]


def draft(shop, customer):
    bill = shop.write("bill.json", json.dumps({"currency": "EUR", "prices": "gross", "lines": LINES}))
    return shop.ask("invoice", "draft", "--customer", customer, "--file", bill)["id"]


def issue(shop, customer, *options, today=None):
    return shop.run("invoice", "issue", draft(shop, customer), *options, today=today)


def asked(answer):
    return answer.error == "refused" and "clock" in answer.json["error"]["message"]


def out_of_order(shop):
    report = shop.ask("verify")
    return report["ok"], [row["number"] for series in report["series"] for row in series["out_of_order"]]


def jump_forward(tap):
    with Shop() as shop:
        shop.open()
        ann = shop.add("customer", "name=Ann One")
        tap.equal(issue(shop, ann).json["number"], "2026-0001", "the first one, on the day the shop was begun: not asked about")
        for day in ("2026-12-26", "2026-12-31", "2027-01-05", "2036-01-05"):
            tap.ok(asked(issue(shop, ann, today=day)), f"{day}, more than a month after the last one: asked about")
        tap.equal(issue(shop, ann, today="2026-12-25").json["number"], "2026-0002", "a month after it: not")
        tap.equal(issue(shop, ann, today="2027-01-25").json["number"], "2027-0001", "across the end of the year neither")
    with Shop() as shop:
        shop.open()
        ann = shop.add("customer", "name=Ann One")
        answer = issue(shop, ann, today="2036-01-05")
        tap.ok(asked(answer) and "written" in answer.json["error"]["message"], "the first one, ten years after all else: asked about", answer)
        tap.equal(issue(shop, ann, "--date-is-right", today="2036-01-05").json["number"], "2036-0001", "said to be right: done")
        tap.equal(issue(shop, ann, "--date-is-right").json["number"], "2026-0001", "and the right year has its own series")


def misdated(tap):
    """A document of next month: the shop goes on today, after one look at the clock, and says so for ever."""
    with Shop() as shop, Shop() as other:
        shop.open()
        ann = shop.add("customer", "name=Ann One")
        issue(shop, ann)
        wrong = issue(shop, ann, today="2026-12-20").json["id"]
        paid = issue(shop, ann, today="2026-12-20").json["id"]
        tap.equal(out_of_order(shop), (True, []), "a later day is in order")
        answer = issue(shop, ann)
        tap.ok(asked(answer), "today is before it: asked about", answer)
        tap.ok(asked(shop.run("invoice", "cancel", wrong)), "so is the credit note")
        note = shop.run("invoice", "cancel", wrong, "--date-is-right")
        tap.equal((note.json["number"], note.json["issued"]), ("2026-0004", "2026-11-24"), "said to be right: it is cancelled today")
        tap.equal(issue(shop, ann).json["number"], "2026-0005", "and the shop goes on, not asked again")
        tap.equal(shop.ask("invoice", "cancel", paid)["number"], "2026-0006", "nor for the other one")
        tap.equal(issue(shop, ann, today="2026-11-26").json["number"], "2026-0007", "nor two days later")
        tap.equal(issue(shop, ann, today="2026-12-21").json["number"], "2026-0008", "nor when its day has come and gone")
        tap.equal(out_of_order(shop), (True, ["2026-0004"]), "verify is content, and tells which one goes back")
        shop.ask("export", shop.path("a.json"))
        other.ask("import", shop.path("a.json"))
        tap.equal(out_of_order(other), (True, ["2026-0004"]), "in a shop that imported it, too")
        shop.ask("backup", shop.path("b.zip"))
    with Shop("2027-01-05") as shop:
        shop.open()
        ann = shop.add("customer", "name=Ann One")
        issue(shop, ann)
        tap.equal(issue(shop, ann, "--date-is-right", today="2027-12-05").json["number"], "2027-0002", "eleven months ahead, said to be right")
        tap.ok(asked(issue(shop, ann, today="2027-01-06")), "the next day: asked about")
        tap.equal(issue(shop, ann, "--date-is-right", today="2027-01-06").json["number"], "2027-0003", "and done")
        tap.equal(out_of_order(shop), (True, ["2027-0003"]), "with a word in the report")


def sql(shop, *statements):
    with sqlite3.connect(os.path.join(shop.dir, "aftercare.db")) as db:
        for statement in statements:
            db.execute(statement)
    db.close()


def drop_triggers(shop):
    with sqlite3.connect(os.path.join(shop.dir, "aftercare.db")) as db:
        for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            db.execute(f'DROP TRIGGER "{name}"')
    db.close()


def without_triggers(tap):
    with Shop() as shop:
        shop.open()
        ann, ben = shop.add("customer", "name=Ann One"), shop.add("customer", "name=Ben Two")
        issued = issue(shop, ann).json["id"]
        before = shop.get("invoice", issued)
        drop_triggers(shop)
        empty = shop.write("empty.json", json.dumps({"lines": []}))
        for words in (("remove", "invoice", issued), ("set", "invoice", issued, "--file", empty), ("set", "invoice", issued, "note=x"),
                      ("set", "invoice", issued, "currency=USD"), ("set", "invoice", issued, f"customer={ben}")):
            tap.equal(shop.run(*words).error, "refused", f"{words[0]} {words[-1][:12]}: refused by the rules themselves")
        tap.equal(shop.get("invoice", issued), before, "nothing was changed")
        shop.ask("invoice", "pay", issued, "20.00")
        tap.equal(shop.get("invoice", issued)["state"], "paid", "it can be paid")
        shop.ask("rebuild")
        tap.ok(shop.ask("verify")["ok"], "and all is well when they are back")


def by_hand(tap):
    """Marked as deleted, or given to somebody else, past the program: verify tells it."""
    for change, words in (("deleted_at = changed", "marked as deleted"),
                          ("customer = (SELECT id FROM customer WHERE name = 'Ben Two')", "another customer")):
        with Shop() as shop:
            shop.open()
            ann = shop.add("customer", "name=Ann One")
            shop.add("customer", "name=Ben Two")
            issue(shop, ann)
            shop.ask("set", "customer", ann, "name=Ann Married")
            tap.ok(shop.ask("verify")["ok"], "a customer may change their name")
            drop_triggers(shop)
            sql(shop, f"UPDATE invoice SET {change}")
            shop.ask("rebuild")
            report = shop.run("verify")
            tap.ok(report.code == 1 and any(p["number"] == "2026-0001" and words in p["what"] for p in report.json["problems"]),
                   f"{words}: told", report)


def main():
    tap = Tap()
    for part in (jump_forward, misdated, without_triggers, by_hand):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
