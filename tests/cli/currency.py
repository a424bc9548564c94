#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An amount stays what it was, in the currency it was written down in, whatever the shop's currency is by now."""
import json
import subprocess
import sys

from cli import Shop, Tap

LINES = [{"name": "Wheel", "quantity": "1", "price": "100", "category": "S", "rate": "19"}]


def customer_of(shop):
    return shop.add("customer", name="Bea Koch", addresses=[{"street": "Am Tor 3", "postcode": "10969", "locality": "Berlin"}])


def job_of(shop, customer, **more):
    return shop.add("job", customer=customer, agreed_by="Bea Koch", agreed_how="counter", lines=LINES, **more)


def cost(shop, kind, record, name):
    got = shop.get(kind, record)
    return got[name], got["currency"]


def words(shop, job):
    shop.ask("paper", "order", job, shop.path("order.pdf"))
    done = subprocess.run(["pdftotext", "-layout", shop.path("order.pdf"), "-"], capture_output=True, check=True)
    return done.stdout.decode()


def agreements(tap):
    for other in ("CHF", "JPY", "KWD"):
        with Shop() as shop:
            bea = customer_of(shop.open())
            job = job_of(shop, bea)
            shop.ask("setting", "set", "currency", other)
            tap.equal(cost(shop, "job", job, "agreed"), ("100.00", "EUR"), f"agreed in euros, not in {other}")
            shop.ask("set", "job", job, "note=Look at the spokes")
            shop.ask("job", "move", job, "ready")
            tap.equal(cost(shop, "job", job, "agreed"), ("100.00", "EUR"), f"also when it is saved in a shop of {other}")
            tap.ok("€100.00" in words(shop, job), "its paper says euros", words(shop, job))
            draft = shop.ask("invoice", "draft", "--job", job)["id"]
            got = shop.get("invoice", draft)
            tap.equal((got["currency"], got["gross"], got["lines"][0]["agreed"]), ("EUR", "100.00", "100.00"), "billed in euros")
            tap.equal([lack for lack in shop.ask("invoice", "check", draft) if not lack["hint"]], [], "which is what was agreed")
            issued = shop.ask("invoice", "issue", draft)["id"]
            tap.equal(shop.get("job", job)["to_bill"], False, "then it is billed")
            shop.ask("invoice", "pay", issued, "100.00")
            tap.equal(cost(shop, "payment", shop.ask("list", "payment")[0]["id"], "amount"), ("100.00", "EUR"), "and paid in euros")
            new = job_of(shop, bea)
            tap.equal(shop.get("job", new)["currency"], other, "what is agreed now is in the shop's currency")


def without_a_price(tap):
    with Shop() as shop:
        job = shop.add("job", customer=customer_of(shop.open()), fault="?")
        shop.ask("setting", "set", "currency", "JPY")
        shop.ask("set", "job", job, "--file", shop.write("set.json", json.dumps({"lines": LINES})))
        tap.equal(cost(shop, "job", job, "agreed"), ("100", "JPY"), "a price that comes later is in the currency of then")


def gifts_and_goodwill(tap):
    with Shop() as shop:
        bea = customer_of(shop.open())
        gift = shop.add("gift", f"customer={bea}", "name=Mug", "cost=12.50")
        idea = shop.add("gift", f"customer={bea}", "name=Cake")
        complaint = shop.add("complaint", f"customer={bea}", "words=It squeaks", "cost=20")
        shop.ask("setting", "set", "currency", "JPY")
        shop.ask("set", "gift", gift, "note=Blue")
        shop.ask("set", "gift", idea, "cost=500")
        shop.ask("set", "complaint", complaint, "cause=Oil")
        tap.equal(cost(shop, "gift", gift, "cost"), ("12.50", "EUR"), "a gift cost what it cost")
        tap.equal(cost(shop, "gift", idea, "cost"), ("500", "JPY"), "one whose cost comes now, costs yen")
        tap.equal(cost(shop, "complaint", complaint, "cost"), ("20.00", "EUR"), "and so did goodwill")
        shop.ask("set", "gift", gift, "cost=13.75")
        tap.equal(cost(shop, "gift", gift, "cost"), ("13.75", "EUR"), "a cost that is put right stays in its currency")
        answer = shop.run("set", "gift", gift, "--file", shop.write("g.json", json.dumps({"cost": "5", "currency": "JPY"})))
        tap.ok(answer.error == "input" and "EUR" in answer.json["error"]["message"], "yen are not taken for euros", answer)
        export = shop.path("shop.json")
        shop.ask("export", export)
        with Shop() as copy:
            copy.ask("setting", "set", "currency", "KWD")
            copy.ask("import", export)
            tap.equal([cost(copy, "gift", gift, "cost"), cost(copy, "gift", idea, "cost")],
                      [("13.75", "EUR"), ("500", "JPY")], "an export keeps what amounts are in")


def payments(tap):
    with Shop() as shop:
        bea = customer_of(shop.open())
        bill = {"currency": "JPY", "prices": "gross", "lines": [LINES[0] | {"price": "10000"}]}
        draft = shop.ask("invoice", "draft", "--customer", bea, "--file", shop.write("bill.json", json.dumps(bill)))["id"]
        yen = shop.ask("invoice", "issue", draft)["id"]
        paid = shop.add("payment", f"invoice={yen}", "amount=4000")
        tap.equal(cost(shop, "payment", paid, "amount"), ("4000", "JPY"), "a payment is in the currency of its invoice")
        tap.equal(shop.get("invoice", yen)["open"], "6000", "and pays so much of it")


def prices(tap):
    for mode, gross in (("gross", "119.00"), ("net", "141.61")):
        with Shop() as shop:
            bea = customer_of(shop.open(prices=mode))
            bill = {"currency": "EUR", "lines": [LINES[0] | {"price": "119"}]}
            draft = shop.ask("invoice", "draft", "--customer", bea, "--file", shop.write("bill.json", json.dumps(bill)))
            tap.equal((shop.get("invoice", draft["id"])["prices"], draft["gross"]), (mode, gross),
                      f"a file that does not say has prices as the shop has them: {mode}")


def main():
    tap = Tap()
    for part in (agreements, without_a_price, gifts_and_goodwill, payments, prices):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
