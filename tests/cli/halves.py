# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Money that was used for another invoice, and came in deleted: it is brought back as an import would take it, with the
half that fits it, or not at all."""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

THEN = "2026-11-24T12:00:00Z"


def issued(shop, customer):
    draft = shop.ask("invoice", "draft", "--customer", customer, "--file", shop.write("lines.json", json.dumps(
        {"currency": "EUR", "prices": "net",
         "lines": [{"name": "x", "quantity": "1", "unit": "C62", "price": "100", "category": "S", "rate": "19"}]})))
    return shop.ask("invoice", "issue", draft["id"])["id"]


def half(model, own, other, invoice, amount):
    return model | {"id": own, "carried": other, "invoice": invoice, "amount": amount, "deleted": THEN}


def books(shop):
    return sorted((bill["number"], bill["paid"], bill["state"]) for bill in shop.ask("list", "invoice"))


def brought_back(tap, name, halves, fits):
    """halves: of each its id, the other's, the place of its invoice, its amount."""
    with Shop() as shop:
        shop.open()
        who = shop.add("customer", name="Ann Lee",
                       addresses=[{"street": "Weg 1", "locality": "Berlin", "postcode": "10115", "country": "DE"}])
        bills = [issued(shop, who) for _ in range(3)]
        shop.ask("invoice", "pay", bills[0], "119.00")
        shop.ask("invoice", "cancel", bills[0])
        shop.ask("export", shop.path("export.json"))
        with open(shop.path("export.json"), encoding="utf-8") as stream:
            data = json.load(stream)
        model = data["payment"][0]
        data["payment"] += [half(model, own, other, bills[bill], amount) for own, other, bill, amount in halves]
        shop.ask("import", shop.write("with.json", json.dumps(data)))
        before = books(shop)
        answer = shop.run("undelete", "payment", halves[0][0])
        if fits:
            tap.equal((answer.code, books(shop) != before), (0, True), f"{name}: both halves come back")
        else:
            tap.ok(answer.code != 0 and books(shop) == before, f"{name}: is not brought back", answer, books(shop))
        tap.equal(shop.run("verify").json["problems"], [], f"{name}: verify is content")


def main():
    tap = Tap()
    brought_back(tap, "a pair", [("888", "889", 0, "-5.00"), ("889", "888", 1, "5.00")], True)
    brought_back(tap, "one that is its own half", [("888", "888", 1, "5.00")], False)
    brought_back(tap, "three in a circle",
                 [("888", "889", 0, "-5.00"), ("889", "890", 1, "5.00"), ("890", "888", 2, "5.00")], False)
    brought_back(tap, "halves that differ", [("888", "889", 0, "-5.00"), ("889", "888", 1, "6.00")], False)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
