# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""setting set: what is stored of what people write, and what another program has written meanwhile."""
import json
import os
import sqlite3
import sys
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

ACCOUNT = "DE89370400440532013000"


def as_written(tap):
    with Shop() as shop:
        shop.open()
        for text in ("DE89-3704-0044-0532-0130-00", "IBAN DE89 3704 0044 0532 0130 00", "IBAN: DE89370400440532013000", "iban:de89370400440532013000",
                     "\uff24\uff25\uff18\uff19370400440532013000", "DE89\u20133704\u20130044\u20130532\u20130130\u201300"):
            tap.equal(shop.ask("setting", "set", "shop-iban", text)["value"], ACCOUNT, f"an account, written {text!r}")
        for text in ("IBAN", "IBAN DE89", "IBAN DE88370400440532013000"):
            tap.equal(shop.run("setting", "set", "shop-iban", text).error, "input", f"{text} is none")
        for text, value in (("014", "14"), ("0", "0"), ("0007", "7")):
            tap.equal(shop.ask("setting", "set", "terms-days", text)["value"], value, f"{text} days are {value}")
        for key, value in (("opening-hours", "Mo-Fr 09:00-18:00"), ("holidays", "12-25")):
            shop.ask("setting", "set", key, value)
            for text in (".", ";", "../..", ", ;"):
                tap.equal(shop.run("setting", "set", key, text).error, "input", f"{key}: {text!r} says nothing")
            tap.equal(shop.ask("setting", "get", key)["value"], value, "and what stood there stands")
            tap.equal(shop.run("setting", "set", key, "").code, 0, "while none is none")
        for text in ("123\n456", "123\t456"):
            tap.equal(shop.run("setting", "set", "shop-vat-id", text).error, "input", "a VAT ID is one line")
        for key, most in (("shop-vat-id", 32), ("shop-name", 200), ("shop-street", 200), ("opening-hours", 5000)):
            answer = shop.run("setting", "set", key, "X" * 6000)
            tap.ok(answer.error == "input" and f"{most} letters at most" in answer.out, f"{key}: at most {most} letters", answer)
        tap.equal(shop.ask("setting", "set", "shop-name", "N" * 200)["value"], "N" * 200, "a long name is one")


def answered(shop, statement, *words):
    """A command that waits for somebody who holds the shop, and what they leave behind."""
    answers = []
    with sqlite3.connect(os.path.join(shop.dir, "aftercare.db"), isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        runs = threading.Thread(target=lambda: answers.append(shop.run(*words)))
        runs.start()
        time.sleep(1.5)
        other.execute(statement)
        other.execute("COMMIT")
        runs.join()
    other.close()
    return answers[0]


def set_meanwhile(tap):
    """Whoever sets it has seen another value: it is told, and not written over."""
    with Shop() as shop:
        shop.open()
        name = "INSERT OR REPLACE INTO setting (key, value) VALUES ('shop-name', '{}')"
        answer = answered(shop, name.format("Wheels"), "setting", "set", "shop-name", "Spokes")
        tap.ok(answer.error == "refused" and "Wheels" in answer.json["error"]["message"], "both want something else: said", answer)
        tap.equal(shop.ask("setting", "get", "shop-name")["value"], "Wheels", "and theirs stands")
        tap.equal(shop.ask("setting", "set", "shop-name", "Spokes")["value"], "Spokes", "seen, it may be set")
        answer = answered(shop, name.format("Rims"), "setting", "set", "shop-name", "Rims")
        tap.equal(answer.code, 0, "both want the same: nothing to say")
        answer = answered(shop, name.format("Hubs"), "setting", "set", "shop-street", "Weg 2")
        tap.equal((answer.code, shop.ask("setting", "get", "shop-name")["value"]), (0, "Hubs"), "another setting is nobody's business")
        answer = answered(shop, "DELETE FROM setting WHERE key = 'shop-name'", "setting", "set", "shop-name", "Tyres")
        tap.ok(answer.error == "refused" and "emptied" in answer.out, "what was taken out is told, too", answer)


def notes_of(shop):
    return [note["what"] for note in shop.run("verify").json["notes"]]


def lacks_of(shop, draft):
    return [lack["sentence"] for lack in shop.run("invoice", "check", draft).json if not lack["hint"]]


def old_rules(tap):
    """What an older program took and no door of today does comes back by the shop's own export, is told, and is on no invoice."""
    odd = {"shop-vat-id": ("XX1", "\u200b", "DE1", "DE" + "1" * 40), "shop-email": ("x",), "shop-name": ("\u200b", "N" * 201), "shop-tax-number": ("1" * 33,)}
    with Shop() as shop:
        bill = shop.write("bill.json", json.dumps({"currency": "EUR", "prices": "gross", "lines": [
            {"name": "Work", "quantity": "1", "price": "10", "category": "S", "rate": "19"}]}))
        draft = shop.open().ask("invoice", "draft", "--customer", shop.add("customer", name="Bea Koch"), "--file", bill)["id"]
        data = json.loads(shop.run("export", "-", raw=True).out)
        tap.equal((notes_of(shop), lacks_of(shop, draft)), ([], []), "a shop as its doors made it: nothing to say")
    for key, values in odd.items():
        for value in values:
            what = f"{key} {value[:9]!r}"
            with Shop() as shop:
                altered = data | {"setting": data["setting"] | {key: value}}
                row = shop.ask("import", shop.write("x.json", json.dumps(altered)))["files"][0]["rows"][0]
                if shop.run("setting", "get", key).json.get("value") != value:
                    tap.equal((row["result"], row["name"]), ("refused", key), f"{what}: refused by its name")
                    continue
                tap.ok(f"“{key}” would not be taken" in row["reason"], f"{what}: taken, and told at its row", row)
                tap.ok([note for note in notes_of(shop) if f"“{key}”" in note] and shop.ask("verify")["ok"], f"{what}: a note of verify", notes_of(shop))
                tap.equal(shop.run("setting", "set", key, value).error, "input", f"{what}: no door takes it")
                if key == "shop-vat-id":
                    lacks = lacks_of(shop, draft)
                    tap.ok(any("cannot be one" in lack for lack in lacks), f"{what}: the check tells it", lacks)
                    tap.ok(shop.run("invoice", "issue", draft).code != 0, f"{what}: and no invoice bears it")
                    shop.ask("setting", "set", key, "DE312448907")
                    tap.ok(shop.ask("invoice", "issue", draft)["number"], f"{what}: until it is put right")


def told_once(tap):
    """A row tells which settings came, and what is odd about those; of what stood here before it says nothing."""
    with Shop() as shop:
        data = json.loads(shop.open().run("export", "-", raw=True).out)

    def reason(shop, settings):
        rows = shop.ask("import", shop.write("x.json", json.dumps(data | {"setting": settings})))["files"][0]["rows"]
        return [row["reason"] for row in rows if row["name"] == "Settings"]

    with Shop() as shop:
        first = reason(shop, {"shop-email": "x", "shop-name": "A"})
        tap.ok(len(first) == 1 and first[0].startswith("Taken over: shop-email, shop-name. The setting “shop-email” would not"), "two settings, one of them odd", first)
        tap.equal(reason(shop, {"shop-phone": "030"}), ["Taken over: shop-phone."], "and one more later")


def no_number_wanted(tap):
    """The paper bears the number also where its country asks for none."""
    for what, settings in (("small, in Switzerland", {"region": "CH", "small-business": "true"}), ("in the United States", {"region": "US"})):
        with Shop() as shop:
            data = json.loads(shop.open().run("export", "-", raw=True).out)
            data["setting"] |= settings | {"shop-vat-id": "XX1"}
        with Shop() as shop:
            shop.ask("import", shop.write("x.json", json.dumps(data)))
            draft = shop.add("invoice", customer=shop.add("customer", name="Bea Koch"), lines=[{"name": "Work", "quantity": "1", "price": "10"}])
            lacks = lacks_of(shop, draft)
            tap.ok(any("cannot be one" in lack for lack in lacks), f"{what}: the check tells it", lacks)
            tap.ok(shop.run("invoice", "issue", draft).code != 0, f"{what}: and no invoice bears it")
            shop.ask("setting", "set", "shop-vat-id", "")
            tap.ok(shop.ask("invoice", "issue", draft)["number"], f"{what}: until it is taken out")


def main():
    tap = Tap()
    for part in (as_written, set_meanwhile, old_rules, told_once, no_number_wanted):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
