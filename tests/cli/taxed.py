#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which tax a line bears, whoever wrote it down and wherever it goes."""
import json
import os
import sqlite3
import sys

from cli import Shop, Tap

# The last bears what the shop usually does.
LINES = [{"name": "Book", "quantity": "1", "price": "100", "rate": "7"}, {"name": "Stamp", "quantity": "1", "price": "100", "rate": "0"},
         {"name": "Work", "quantity": "1", "price": "100"}]


def taxes(rows):
    return [(row["category"], row["rate"]) for row in rows]


def a_rate_alone(tap):
    """A line that says its rate, and no category, bears it through every door."""
    wanted = [("S", "7"), ("Z", "0"), ("S", "19")]
    with Shop() as shop:
        bea = shop.open(prices="net").add("customer", name="Bea Koch")
        file = lambda body: shop.write("lines.json", json.dumps(body))
        job = shop.add("job", customer=bea, lines=LINES, agreed_by="Bea Koch")
        shop.ask("job", "move", job, "ready")
        draft = shop.ask("invoice", "draft", "--job", job)
        tap.equal((taxes(shop.get("invoice", draft["id"])["lines"]), draft["tax"]), (wanted, "26.00"), "billed from a job")
        tap.ok("consent_at" not in [lack["field"] for lack in shop.ask("invoice", "check", draft["id"])], "and it is what was agreed")
        document = {"currency": "EUR", "prices": "net", "lines": LINES[:2]}
        tap.equal(shop.ask("invoice", "total", file(document))["tax"], "7.00", "added up")
        for what, answer in (("drafted from a file", shop.ask("invoice", "draft", "--customer", bea, "--file", file(document))),
                             ("added", shop.ask("add", "invoice", "--file", file({"customer": bea} | document))),
                             ("set", shop.ask("set", "invoice", draft["id"], "--file", file({"lines": LINES})))):
            got = shop.get("invoice", answer["id"])["lines"]
            tap.equal(taxes(got), wanted[:len(got)], what)
        answer = shop.run("set", "invoice", draft["id"], "--file", file({"lines": [LINES[0] | {"rate": "101"}]}))
        tap.ok(answer.error == "refused" and "at most 100 percent" in answer.json["error"]["message"], "one that none can be is refused", answer)
        shop.ask("setting", "set", "small-business", "true")
        small = shop.get("invoice", shop.ask("invoice", "draft", "--job", job)["id"])
        tap.equal(taxes(small["lines"]), [("E", "0")] * 3, "a small shop charges none, whatever was written before")
        answer = shop.run("add", "invoice", "--file", file({"customer": bea} | document))
        tap.ok(answer.error == "refused" and "small business" in answer.json["error"]["message"], "and is told where a line says one", answer)
        none = shop.ask("add", "invoice", "--file", file({"customer": bea, "lines": [LINES[1]]}))
        tap.equal(taxes(shop.get("invoice", none["id"])["lines"]), [("E", "0")], "a rate of 0 is its own")


def firm(shop, country, number=None, **address):
    return shop.add("customer", name="Vélo", type="company", vat_id=number,
                    addresses=[{"street": "Am Tor 3", "postcode": "10969", "locality": "Hier", "country": country} | address])


def untaxed(shop, customer, category):
    """[field] of what keeps it from being issued, and all that is said."""
    body = json.dumps({"currency": "EUR", "prices": "net", "lines": [
        {"name": "Wheel", "quantity": "1", "price": "900", "category": category, "rate": "0"}]})
    draft = shop.ask("invoice", "draft", "--customer", customer, "--file", shop.write("bill.json", body))["id"]
    lacks = [lack for lack in shop.ask("invoice", "check", draft) if not lack["hint"]]
    assert not lacks or shop.run("invoice", "issue", draft).error == "refused"
    return [lack["field"] for lack in lacks], " ".join(lack["sentence"] for lack in lacks)


def exports(tap):
    """Art. 146: what goes out of the Union, or of a country that is not in it, and nothing else."""
    with Shop() as shop:
        shop.open()
        for country, number, postcode, wanted, said in (
                ("DE", None, "10969", ["lines"], "stays at home"), ("FR", None, "75018", ["lines"], "stays in it"),
                ("MC", None, "98000", ["lines"], "stays in it"), ("FR", None, "98000", ["lines"], "stays in it"),
                ("GB", "XI123456789", "BT1 1AA", ["lines"], "stays in it"), ("GB", None, "BT1 1AA", ["lines"], "stays in it"),
                ("GB", "GB123456789", "bt9 5ab", ["lines"], "stays in it"), ("CH", None, "8000", [], ""), ("US", None, "10001", [], ""),
                ("GB", None, "SW1A 1AA", [], ""), ("ES", None, "35001", [], ""), ("ES", None, "28001", ["lines"], "stays in it"),
                ("DE", None, "D-27498", [], ""), ("DE", None, "78266", [], ""), ("AX", None, "22100", [], ""), ("FR", None, "97400", [], "")):
            fields, sentence = untaxed(shop, firm(shop, country, number, postcode=postcode), "G")
            tap.ok(fields == wanted and said in sentence, f"an export to {country} {postcode}", (fields, sentence))
    with Shop() as swiss:
        swiss.ask("setting", "set", "region", "CH")
        swiss.open(shop_vat_id="CHE-123.456.788 MWST")
        for country, wanted in (("LI", ["lines"]), ("CH", ["lines"]), ("DE", []), ("GB", [])):
            tap.equal(untaxed(swiss, firm(swiss, country), "G")[0], wanted, f"an export from Switzerland to {country}")


def supplies(tap):
    """Art. 138: to who is registered in another state than the one that the goods leave."""
    with Shop() as shop:
        shop.open()
        for country, number, wanted, said in (
                ("FR", "FR83404833048", [], ""), ("MC", "FR83404833048", [], ""), ("FR", "NL123456789B01", [], ""),
                ("FR", "DE987654321", ["customer.vat_id"], "no other state"), ("FR", "DE 312 448 907", ["customer.vat_id"], "shop’s own"),
                ("FR", "CHE-123.456.788", ["customer.vat_id"], "no other state"), ("FR", "12-3456789", ["customer.vat_id"], "no other state"),
                ("DE", "DE987654321", ["lines"], "stays at home"), ("LI", "FR83404833048", ["lines"], "is an export")):
            fields, sentence = untaxed(shop, firm(shop, country, number), "K")
            tap.ok(fields == wanted and said in sentence, f"a supply to {country} ({number})", (fields, sentence))
        for number, wanted, said in (("XI123456789", [], ""), ("GB123456789", ["customer.vat_id"], "no other state")):
            fields, sentence = untaxed(shop, firm(shop, "GB", number, postcode="BT1 1AA"), "K")
            tap.ok(fields == wanted and said in sentence, f"a supply to Belfast ({number})", (fields, sentence))
        for number, wanted in (("DE987654321", []), ("DE312448907", ["customer.vat_id"]), ("CHE-123.456.788", [])):
            tap.equal(untaxed(shop, firm(shop, "AT", number), "AE")[0], wanted, f"a reverse charge to {number}")


def set_behind(shop, customer, number):
    """As an older program, or another one, left it."""
    with sqlite3.connect(os.path.join(shop.dir, "aftercare.db")) as db:
        db.execute("UPDATE customer SET vat_id = ? WHERE id = ?", (number, customer))
    db.close()


def numbers(tap):
    """One that can be none is taken by no door, and takes no tax off where it stands already."""
    wrong = ("none", "XX1", "FR1", "ZZ 123456789", "DE31244890X", "pending", "XX/123456", "XX\u2013123456", "XX\u00a0123456", "\u00a0YY123456",
             "(XX) 123456", "(DE)12", "Z\u200bZ123456")
    with Shop() as shop:
        max_ = firm(shop.open(), "FR", "FR 83 404 833 048")
        for number in wrong:
            answers = [shop.run("add", "customer", "name=Bea", f"vat_id={number}"), shop.run("set", "customer", max_, f"vat_id={number}")]
            tap.ok(all(a.error == "input" and number in a.json["error"]["message"] for a in answers), f"“{number}” is refused", answers)
            report = shop.ask("import", shop.write("people.csv", f"Name,Phone,VAT Number\nIda {wrong.index(number)},030 123 456{wrong.index(number)},{number}\n"))
            row = report["files"][0]["rows"][0]
            tap.equal((row["result"], row["dropped"]), ("new", ["vat_id"]), f"“{number}” of a list is named, and they come without")
            set_behind(shop, max_, number)
            for category in ("K", "AE"):
                tap.equal(untaxed(shop, max_, category)[0], ["customer.vat_id"], f"“{number}” takes no tax off ({category})")
            shop.ask("set", "customer", max_, "note=Still here")
            tap.equal(shop.get("customer", max_)["vat_id"], number, "what stands stands, until it is changed")
        for number in ("EL123456789", "51 824 753 556", "CHE-123.456.788 MWST", "FR\u00a083\u00a0404\u00a0833\u2011048", "(DE) 312 448 907", "NO 974 760 673 MVA"):
            shop.ask("set", "customer", max_, f"vat_id={number}")
            tap.equal(shop.get("customer", max_)["vat_id"], number, f"{number} is a number of a tax office")
    with Shop() as american:
        american.ask("setting", "set", "region", "US")
        shown = american.get("customer", american.add("customer", "name=Bea", "vat_id=NY 12345"))
        tap.equal(shown["vat_id"], "NY 12345", "where there is no VAT it is a number of another office")


def main():
    tap = Tap()
    for part in (a_rate_alone, exports, supplies, numbers):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
