#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A shop where there is a sales tax and none on value added: on top of the price, at the rate of its own town, with work that
is not taxed, and no word of VAT."""
import re
import subprocess
import sys

from cli import Shop, Tap

SELLER = {"shop-name": "Kettle & Spoke", "shop-street": "1408 R Street", "shop-locality": "Sacramento", "shop-region": "CA",
          "shop-postcode": "95811", "shop-phone": "(916) 555-0182"}
LINES = [{"name": "Brake rotor, 180 mm", "quantity": "2", "price": "39.90"},
         {"name": "Rear brake serviced", "quantity": "1", "price": "60", "category": "Z", "rate": "0"}]


def pdftotext(path, *options):
    return subprocess.run(["pdftotext", *options, path, "-"], capture_output=True, check=True).stdout.decode()


def began(shop):
    shop.ask("setting", "set", "region", "US")
    for key, value in SELLER.items():
        shop.ask("setting", "set", key, value)
    return shop.add("customer", "name=Bea Koch")


def draft_of(shop, customer, lines):
    job = shop.add("job", customer=customer, lines=lines)
    shop.ask("job", "move", job, "ready")
    return shop.ask("invoice", "draft", "--job", job)["id"]


def export(shop, invoice):
    path = shop.path(f"{invoice}.pdf")
    shop.ask("invoice", "export", invoice, "--pdf", path)
    return path


def moving(tap):
    """Nothing of the country before is left over."""
    with Shop() as shop:
        shop.ask("setting", "set", "region", "US")
        told = [shop.ask("setting", "get", key)["value"] for key in ("currency", "prices", "tax-rate", "paper-size")]
        tap.equal(told, ["USD", "net", "0", "letter"], "the country brings its currency, its kind of prices and its paper")
        shop.ask("setting", "set", "region", "DE")
        told = [shop.ask("setting", "get", key)["value"] for key in ("currency", "prices", "tax-rate", "paper-size")]
        tap.equal(told, ["EUR", "gross", "19", "a4"], "and takes them along")


def taxed(tap):
    with Shop() as shop:
        bea = began(shop)
        shop.ask("setting", "set", "tax-rate", "8.75")
        draft = draft_of(shop, bea, LINES)
        tap.equal(shop.ask("invoice", "check", draft), [], "no law wants the buyer's address or a number of the shop's")
        issued = shop.ask("invoice", "issue", draft)["id"]
        row = shop.get("invoice", issued)
        tap.equal((row["net"], row["tax"], row["gross"], row["currency"]), ("139.80", "6.98", "146.78", "USD"),
                  "the tax of the parts is on top of the price, and none of the work")
        path = export(shop, issued)
        text = " ".join(pdftotext(path, "-layout").split())
        tap.ok("Sales tax 8.75% on 79.80" in text and "146.78" in text, "it says the rate and what it is of", text)
        tap.ok("Sacramento, CA 95811" in text, "and where the shop is, with its state", text)
        tap.ok(not re.search(r"\bVAT\b|USt|€|EUR|Scan to pay", text), "and no word of another country's", text)
        tap.ok("Amount due $146.78" in text and "To pay" not in text, "what is to be paid is called as there", text)
        tap.ok(re.search(r"Due [A-Z][a-z]{2} \d+, \d{4}", text) and not re.search(r"\d (Nov|Dec) \d{4}", text), "the month stands before the day", text)
        tap.ok('width="612' in pdftotext(path, "-bbox"), "on Letter")
        note = " ".join(pdftotext(export(shop, shop.ask("invoice", "cancel", issued)["id"])).split())
        tap.ok("Credit Memo" in note, "what cancels it has its own name", note)


def of_three_decimals(tap):
    """New York City, New Jersey, Quebec: a rate has no thousands."""
    with Shop() as shop:
        began(shop)
        for rate, told in (("8.875", "8.875"), ("6.625", "6.625"), ("9.975", "9.975"), ("8.8750", "8.875")):
            shop.ask("setting", "set", "tax-rate", rate)
            tap.equal((shop.ask("setting", "get", "tax-rate")["value"], shop.ask("verify")["ok"]), (told, True), f"{rate} is a rate, and may stand")
        shop.ask("export", shop.path("own.json"))
        with Shop() as other:
            report = other.ask("import", shop.path("own.json"))
            tap.equal(([row for file in report["files"] for row in file["rows"] if row["result"] == "refused"], other.ask("setting", "get", "tax-rate")["value"]), ([], "8.875"), "it comes along into a new shop")


def untaxed(tap):
    with Shop() as shop:
        bea = began(shop)
        shop.ask("setting", "set", "small-business", "true")
        draft = draft_of(shop, bea, [{"name": "Work", "quantity": "1", "price": "60"}])
        tap.equal(shop.ask("invoice", "check", draft), [], "a shop without a tax bills, too")
        text = " ".join(pdftotext(export(shop, shop.ask("invoice", "issue", draft)["id"])).split())
        tap.ok("No sales tax charged" in text and "60.00" in text, "and says that there is none", text)
        tap.ok(not re.search(r"Sales tax|0\s?%|\bVAT\b", text.replace("No sales tax charged", "")), "and nothing more of it", text)


def parted(tap):
    """Work bears no tax in most states if the invoice states it separately."""
    lines = [{"name": "Rear brake serviced", "quantity": "1.2", "unit": "HUR", "price": "65", "kind": "labour", "category": "Z", "rate": "0"},
             {"name": "Brake rotor, 180 mm", "quantity": "1", "price": "39.90", "kind": "part"},
             {"name": "Test ride", "quantity": "1", "price": "15.20", "kind": "labour", "category": "Z", "rate": "0"},
             {"name": "Brake pads", "quantity": "1", "price": "24.90", "kind": "part"}]
    with Shop() as shop:
        bea = began(shop)
        shop.ask("setting", "set", "tax-rate", "8.75")
        text = pdftotext(export(shop, shop.ask("invoice", "issue", draft_of(shop, bea, lines))["id"]), "-layout")
        told = [line.split()[0] for line in text.splitlines() if re.match(r" *(Parts|Labor|Brake|Rear|Test)\b", line)]
        tap.equal(told, ["Parts", "Brake", "Brake", "Labor", "Rear", "Test", "Parts", "Labor,"], "parts and labor have heads of their own, and sums")
        words = " ".join(text.split())
        tap.ok("Parts 64.80 Labor, not taxed 93.20 Sales tax 8.75% on 64.80 5.67 Amount due $163.67" in words, "on which the tax is, and on which not", words)
        shop.ask("setting", "set", "small-business", "true")
        text = pdftotext(export(shop, shop.ask("invoice", "issue", draft_of(shop, bea, [line | {"category": None, "rate": None} for line in lines]))["id"]), "-layout")
        words = " ".join(text.split())
        tap.ok("Parts 64.80 Labor 93.20 Amount due $158.00" in words and "taxed" not in words, "also where no tax is spoken of", words)
        alone = " ".join(pdftotext(export(shop, shop.ask("invoice", "issue", draft_of(shop, bea, [lines[0] | {"category": None, "rate": None}]))["id"]), "-layout").split())
        tap.ok("Labor" not in alone and "Work and parts" in alone, "work alone is parted from nothing", alone)
    with Shop() as shop:
        shop.open()
        bea = shop.add("customer", "name=Bea Koch")
        text = pdftotext(export(shop, shop.ask("invoice", "issue", draft_of(shop, bea, [line | {"category": None, "rate": None} for line in lines]))["id"]), "-layout")
        tap.ok(text.index("Rear brake") < text.index("Brake rotor") < text.index("Test ride"), "elsewhere lines stand as they were written", text)


def main():
    tap = Tap()
    for part in (moving, taxed, of_three_decimals, untaxed, parted):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
