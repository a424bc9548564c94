#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Money that comes in, goes back and is owed, in either direction and in any currency."""
import json
import sys

from cli import Shop, Tap


def issue(shop, price, currency="EUR", **more):
    customers = shop.ask("list", "customer")
    customer = customers[0]["id"] if customers else shop.add("customer", name="Bea Koch", addresses=[
        {"street": "Am Tor 3", "locality": "Berlin"}])
    body = json.dumps({"currency": currency, "prices": "gross", "lines": [
        {"name": "Work", "quantity": "1", "price": price, "category": "S", "rate": "19"}]} | more)
    draft = shop.ask("invoice", "draft", "--customer", customer, "--file", shop.write("bill.json", body))["id"]
    return shop.ask("invoice", "issue", draft)["id"]


def pay(shop, invoice, amount, *more):
    return shop.ask("invoice", "pay", invoice, amount, *more)


def refused(shop, invoice, amount, *more):
    return shop.run("invoice", "pay", invoice, amount, *more).error in ("refused", "input")


def owed_back(shop):
    return [i["text"] for i in shop.ask("due")["items"] if i["rule"] == "pay-back"]


def money_of(shop, invoice):
    got = shop.get("invoice", invoice)
    return got["state"], got["paid"], got["open"], got["to_pay_back"]


def overpaid(tap):
    with Shop() as shop:
        a = issue(shop.open(), "100")
        tap.equal(pay(shop, a, "117.24"), {"id": a, "paid": "117.24", "open": "0.00", "to_pay_back": "17.24", "state": "paid"},
                  "what is too much is not open but owed to the customer")
        tap.ok("€17.24" in owed_back(shop)[0] and "Bea Koch" in owed_back(shop)[0], "Today says to whom", owed_back(shop))
        tap.ok(refused(shop, a, "-200"), "more than was paid cannot go back")
        pay(shop, a, "-17.24")
        tap.equal((money_of(shop, a), owed_back(shop)), (("paid", "100.00", "0.00", None), []), "paid back, nothing is owed")


def cancelled(tap):
    with Shop() as shop:
        a = issue(shop.open(), "100")
        pay(shop, a, "40")
        note = shop.ask("invoice", "cancel", a)["id"]
        tap.equal(money_of(shop, a), ("cancelled", "40.00", "0.00", "40.00"), "what was paid on a cancelled invoice is owed back")
        tap.ok(refused(shop, a, "60"), "nothing more is paid on it")
        tap.ok(refused(shop, note, "41"), "no more goes back than was paid")
        answer = pay(shop, note, "40")
        tap.equal((answer["paid"], answer["open"]), ("40.00", "0.00"), "on its credit note money goes back")
        payment = [p for p in shop.ask("list", "payment") if p["invoice"] == note][0]
        tap.equal(payment["amount"], "-40.00", "and is written down as gone")
        tap.equal((money_of(shop, a)[3], owed_back(shop)), (None, []), "then nothing is owed")
        shop.ask("remove", "payment", payment["id"])
        tap.equal(money_of(shop, a)[3], "40.00", "a refund that is deleted is owed again")
        unpaid = shop.ask("invoice", "cancel", issue(shop, "10"))["id"]
        tap.ok(refused(shop, unpaid, "10"), "of what was never paid nothing goes back")


def paid_before(tap):
    with Shop() as shop:
        a = issue(shop.open(), "100", paid="40.00")
        tap.equal(shop.get("invoice", a)["payable"], "60.00", "what was paid before is off")
        pay(shop, a, "60")
        note = shop.ask("invoice", "cancel", a)["id"]
        got = shop.get("invoice", note)
        tap.equal((got["prepaid"], got["payable"]), ("0.00", "100.00"), "a credit note credits the whole")
        tap.equal(money_of(shop, a)[3], "100.00", "and all of it is owed back")


def days(tap):
    with Shop() as shop:
        a = issue(shop.open(), "100")
        tap.ok(refused(shop, a, "10", "--date", "2026-11-25"), "money is not written down before it moves")
        tap.ok(refused(shop, a, "10", "--date", "2026-11-23"), "nor on a day before its invoice")
        tap.equal(pay(shop, a, "10", "--date", "2026-11-24")["open"], "90.00", "on the day itself it is")
        other = issue(shop, "100", currency="CHF")
        payment = shop.ask("list", "payment")[0]["id"]
        tap.equal(shop.run("set", "payment", payment, f"invoice={other}").error, "refused", "euros pay no francs")


def currencies(tap):
    with Shop() as shop:
        issue(shop.open(), "10000", currency="JPY")
        issue(shop, "100", currency="CHF")
        texts = [i["detail"] if "detail" in i else i["text"] for i in shop.ask("due", today="2027-01-10")["items"]
                 if i["rule"] == "overdue"]
        tap.equal(len(texts), 2, "debts in other currencies are due too")


def main():
    tap = Tap()
    for part in (overpaid, cancelled, paid_before, days, currencies):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
