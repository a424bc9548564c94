# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was let go and what it was about; whom nobody asks for praise; whose day is told of."""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402
from promises import Day  # noqa: E402


def decided_about(tap, shop):
    """What was let go was so of the sum that stood then: as much of it again is no news, more is."""
    day, who = Day(shop.open()), shop.add("customer", "name=Lia Let")

    def bill(price):
        job = day.job(who, lines=[{"name": "Work", "quantity": "1", "price": price}])
        shop.ask("job", "move", job, "ready")
        return shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", job)["id"])["id"]

    def stands(rule, record):
        return len(day.due("2027-02-01", id=f"{rule}-{record}"))

    def let_go(rule, record):
        shop.ask("add", "deferral", f"rule={rule}", f"record={record}", "reason=never mind")

    def pay(invoice, amount):
        shop.ask("invoice", "pay", invoice, amount)
        return max((p["id"] for p in shop.ask("list", "payment", "--where", f"invoice={invoice}")), key=int)

    late = bill("100")
    first = pay(late, "10")
    let_go("overdue", late)
    second = pay(late, "60")
    shop.ask("remove", "payment", second)
    tap.equal(stands("overdue", late), 0, "90 were let go, 60 came and went: the same 90 are")
    third = pay(late, "50")
    shop.ask("set", "payment", third, "amount=20")
    tap.equal(stands("overdue", late), 0, "70 are less")
    shop.ask("remove", "payment", first)
    tap.equal(stands("overdue", late), 0, "and so are 80")
    shop.ask("set", "payment", third, "amount=9.99")
    tap.equal(stands("overdue", late), 1, "90.01 are more")
    over = bill("10")
    pay(over, "15")
    let_go("pay-back", over)
    back = shop.ask("payment", "refund", over, "2") and max(
        (p["id"] for p in shop.ask("list", "payment", "--where", f"invoice={over}")), key=int)
    shop.ask("remove", "payment", back)
    tap.equal(stands("pay-back", over), 0, "a tip of 5 of which 2 went back, and did not, is the tip")
    pay(over, "1")
    tap.equal(stands("pay-back", over), 1, "6 are more")
    job = day.job(who, lines=[{"name": "Work", "quantity": "1", "price": "80"}])
    shop.ask("job", "move", job, "ready")
    let_go("unbilled", job)
    for price, wanted in (("40", 0), ("70", 0), ("80", 0), ("81", 1)):
        shop.ask("set", "job", job, "--file", shop.write("price.json", json.dumps({"lines": [{"name": "Work", "quantity": "1", "price": price}]})))
        tap.equal(stands("unbilled", job), wanted, f"80 to bill were let go: {price} {'is more' if wanted else 'is not'}")


def praise_after_refund(tap, shop):
    """Nor does a plan ask it while the shop owes them money, of whichever job; a tip is nobody's debt."""
    day = Day(shop.open())
    plan = shop.add("plan", name="Ask", steps=[{"title": "How did it go?", "kind": "feedback", "anchor": "handover", "days": 20}])
    for name, act in (("Ida Over", "overpaid"), ("Jo Other", "of another job"), ("Kai Tip", "a tip")):
        who = shop.add("customer", f"name={name}")
        job = day.job(who, plan=plan, lines=[{"name": "Work", "quantity": "1", "price": "10"}])
        shop.ask("job", "move", job, "collected")
        bill = shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", job)["id"])["id"]
        shop.ask("invoice", "pay", bill, "10" if act == "of another job" else "12")
        if act == "of another job":
            other = day.job(who, lines=[{"name": "Bell", "quantity": "1", "price": "5"}])
            shop.ask("job", "move", other, "ready")
            bill = shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", other)["id"])["id"]
            shop.ask("invoice", "pay", bill, "7")
        tap.equal(day.due("2026-12-15", rule="followup", customer=who), [], f"{act}: whom the shop owes money is not asked for praise")
        for fields in ("until=2026-12-20", "reason=He said keep it"):
            shop.ask("add", "deferral", "rule=pay-back", f"record={bill}", fields, today="2026-12-15")
            kept = act == "a tip" and fields.startswith("reason")
            tap.equal([i["due"] for i in day.due("2026-12-16", rule="followup", customer=who)], ["2026-12-14"] if kept else [],
                      f"{act}: {fields}")
            if act != "a tip":
                break
        if act != "a tip":
            shop.ask("payment", "refund", bill, "2", today="2026-12-17")
            tap.equal([(i["due"], i["late_days"]) for i in day.due("2026-12-18", rule="followup", customer=who)], [("2026-12-17", 1)],
                      f"{act}: but from the day on which it went back")


def praise_after_debt(tap, shop):
    """Nor while they owe the shop; once nobody reminds them any more there is nothing to wait for."""
    day, who = Day(shop.open()), shop.add("customer", "name=Dora Debt")
    plan = shop.add("plan", name="Ask", steps=[{"title": "How did it go?", "kind": "feedback", "anchor": "handover", "days": 20}])
    job = day.job(who, plan=plan, lines=[{"name": "Work", "quantity": "1", "price": "10"}])
    shop.ask("job", "move", job, "collected")
    bill = shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", job)["id"])["id"]
    shop.ask("invoice", "pay", bill, "4")

    def asked(today):
        return [(i["due"], i["late_days"]) for i in day.due(today, rule="followup", customer=who)]

    tap.equal(asked("2027-01-20"), [], "who still owes is not asked for praise")
    shop.ask("add", "deferral", "rule=overdue", f"record={bill}", "until=2027-01-25", today="2027-01-20")
    tap.equal(asked("2027-01-22"), [], "nor is who was given time")
    gone = shop.ask("add", "deferral", "rule=overdue", f"record={bill}", "reason=Not worth it", today="2027-01-26")["id"]
    tap.equal(asked("2027-01-28"), [("2027-01-26", 2)], "whose debt was let go is, from that day on")
    shop.ask("remove", "deferral", gone)
    tap.equal(asked("2027-01-28"), [], "and not once it is to be reminded of after all")


def whose_day(tap, shop):
    """Why an occasion is told of says whose it is, and when."""
    day, lee = Day(shop), shop.add("customer", "name=Anna Lee", "birthday=--12-03")
    own = shop.add("occasion", f"customer={lee}", "name=Wedding day", "date=--12-01", "lead_days=7")
    ned = shop.add("customer", "name=Ned Old")
    shop.ask("job", "move", day.job(ned), "collected", "--reason", "only a bell")
    for line, today, wanted in ((f"occasion-{lee}", "2026-12-02", "Anna Lee’s birthday is on Thursday 3 December"),
                                (f"occasion-{own}", "2026-11-30", "Anna Lee’s “Wedding day” is on Tuesday 1 December")):
        tap.equal([i["why"] for i in day.due(today, id=line)], [wanted], wanted)
    tap.equal([i["why"] for i in day.due("2027-11-24", customer=ned)], ["On Wednesday 24 November it is 1 year since Ned Old’s first job"],
              "a year with the shop")
    shop.ask("add", "deferral", "rule=occasion", f"record={own}", "until=2026-12-07", today="2026-11-30")
    tap.equal([i["why"] for i in day.due("2026-12-07", id=f"occasion-{own}")], ["Anna Lee’s “Wedding day” was on Tuesday 1 December"],
              "and when it was, once it is over")


def main():
    tap = Tap()
    for part in (decided_about, praise_after_refund, praise_after_debt, whose_day):
        with Shop() as shop:
            part(tap, shop)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
