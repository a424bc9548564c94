#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a country brings along is what an emptied setting falls back to, wherever the shop is."""
import json
import sys

from cli import Shop, Tap

OF_A_COUNTRY = ("currency", "tax-rate", "prices", "holidays", "paper-size")


def read(shop, *keys):
    return {key: shop.ask("setting", "get", key)["value"] for key in keys or OF_A_COUNTRY}


def emptied(tap):
    for region, rate, currency in (("CH", "8.1", "CHF"), ("GB", "20", "GBP"), ("NL", "21", "EUR"), ("US", "0", "USD"), ("DE", "19", "EUR")):
        with Shop() as shop:
            shop.ask("setting", "set", "region", region)
            brought = read(shop)
            tap.equal((brought["tax-rate"], brought["currency"]), (rate, currency), f"{region} brings its money and its tax")
            for key in OF_A_COUNTRY:
                shop.ask("setting", "set", key, "")
            tap.equal(read(shop), brought, "which is what is left when they are emptied")


def unsaid(tap):
    """Where no country was said, the one that is meant says the days, too."""
    with Shop() as shop:
        before = read(shop)
        shop.ask("setting", "set", "region", "DE")
        tap.equal(before, read(shop), "a shop that has not said where it is, is where it would be")
        tap.ok(before["holidays"], "with its holidays")


def billed(tap):
    with Shop() as shop:
        shop.open(region="CH", tax_rate="")
        job = shop.add("job", customer=shop.add("customer", name="Bea Koch"), lines=[{"name": "Work", "quantity": "1", "price": "100"}])
        vat = shop.get("invoice", shop.ask("invoice", "draft", "--job", job)["id"])["vat_breakdown"]
        tap.equal([v["rate"] for v in vat], ["8.1"], "and what is billed")


def archive(tap):
    """An archive that says where the shop is and nothing else of it."""
    with Shop() as shop:
        data = {"aftercare": 1, "schema": 2, "setting": {"region": "CH"}, "customer": []}
        shop.ask("import", shop.write("all.json", json.dumps(data)))
        tap.equal(read(shop, "region", "tax-rate", "currency"), {"region": "CH", "tax-rate": "8.1", "currency": "CHF"},
                  "has what is usual there")


def nowhere(tap):
    with Shop() as shop:
        before = read(shop, "region", "tax-rate", "currency")
        shop.ask("setting", "set", "region", "CH")
        holidays = read(shop, "holidays")
        shop.ask("setting", "set", "region", "")
        tap.equal(read(shop, "region", "tax-rate", "currency"), before, "an emptied country is the one it began with")
        tap.ok(read(shop, "holidays") != holidays, "with its holidays")


def main():
    tap = Tap()
    for part in (emptied, unsaid, billed, archive, nowhere):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
