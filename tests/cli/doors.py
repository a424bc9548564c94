#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What no door lets in: payments that are none, sums that nobody has, names of nothing, days out of the blue."""
import json
import os
import shutil
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


def altered(shop, path, change, **more):
    with open(path, encoding="utf-8") as file:
        archive = json.load(file) | more
    change(archive)
    return shop.write("changed.json", json.dumps(archive))


def changed(shop, path, change, **more):
    return altered(shop, path, lambda archive: change(archive["payment"][0]), **more)


def imported_payments(tap):
    """A payment in an archive is one that could have been recorded by hand. What began under schema 1, which asked neither
    when money moved nor how much went back, comes in as it stands; what does not fit is told, a day of then as a note."""
    with Shop() as shop:
        a = issue(shop.open(), "100")
        pay(shop, a, "40")
        path = shop.path("shop.json")
        shop.ask("export", path)
        for field, value, now, began, quiet in (
                ("amount", "-9000.00", 0, 1, False), ("date", "2099-01-01", 0, 1, True), ("date", "2026-11-23", 0, 1, True),
                ("date", TOMORROW, 1, 1, True), ("amount", "92233720368547758.07", 0, 0, True), ("amount", "40.00", 1, 1, True)):
            for schema, taken, well in ((2, now, True), (1, began, quiet)):
                with Shop() as other:
                    report = other.ask("import", changed(shop, path, lambda p: p.update({field: value}), began=schema))
                    tap.ok(len(other.ask("list", "payment")) == taken == 1 - report["refused"], f"{field} {value}, began with {schema}", report)
                    tap.equal(other.run("verify").json["ok"], well, f"{field} {value}, began with {schema}: verify")


def payment_on(invoice, amount, **more):
    return {"id": "4711", "invoice": invoice["id"], "customer": invoice["customer"], "amount": amount, "currency": "EUR", "date": "2026-11-24",
            "at": "2026-11-24T12:00:00Z", "created": "2026-11-24T12:00:00Z", "changed": "2026-11-24T12:00:00Z"} | more


def export_of(shop, name):
    shop.ask("export", shop.path(name))
    return shop.path(name)


def onto_invoice(tap):
    """Onto an invoice on which the shop has money of its own a payment comes as by hand, whatever the file says of its age.
    Where all of it is in the file, too, the file says how it stands: only no more goes back than came in."""
    with Shop() as shop:
        a, b, c = (issue(shop.open(), "100") for _ in range(3))
        path = export_of(shop, "shop.json")
        pay(shop, a, "40")
        pay(shop, b, "100")
        pay(shop, c, "150")
        paid = export_of(shop, "paid.json")
        shop.ask("invoice", "cancel", c)
        note = next(i for i in shop.ask("list", "invoice") if i["corrects"] == c)
        gone = export_of(shop, "cancelled.json")
        for here, invoice, amount, taken, whole in (
                (path, a, "-5.00", False, False), (paid, a, "-40.00", False, True), (paid, a, "-40.01", False, False),
                (paid, b, "-5.00", False, True), (paid, b, "-100.00", False, True), (paid, c, "-50.01", False, True),
                (paid, c, "-150.01", False, False), (paid, c, "-50.00", True, True), (paid, b, "5.00", True, True),
                (gone, c, "50.00", False, False), (gone, note["id"], "-150.01", False, False), (gone, note["id"], "-150.00", True, True)):
            with Shop() as other:
                other.ask("import", here)
                door = other.run("invoice", "pay", invoice, amount.lstrip("-") if invoice == note["id"] else amount)
                tap.equal(door.code == 0, taken, f"{amount} by hand: {taken}")
            for began, kept, comes in ((1, False, taken), (2, False, taken), (1, True, whole), (2, True, whole)):
                with Shop() as other:
                    other.ask("import", here)
                    before = other.ask("list", "invoice")
                    mine = payment_on(other.get("invoice", invoice), amount)
                    file = altered(other, here, lambda d: d.update(payment=(d["payment"] if kept else []) + [mine]), began=began)
                    report = other.ask("import", file)
                    words = f"{amount} by {'a whole file' if kept else 'an import'}, began with {began}: {comes}"
                    tap.equal((report["new"], report["refused"]), (1, 0) if comes else (0, 1), words)
                    tap.ok(comes or before == other.ask("list", "invoice"), "what is refused leaves the invoices as they were")
                    tap.ok(other.run("verify").json["ok"], "and verify is content")


def later_export(tap):
    """A later export of the same shop brings the credit note of an invoice that is here, and what went back of it."""
    with Shop() as shop:
        a = issue(shop.open(), "100")
        pay(shop, a, "40")
        path = export_of(shop, "shop.json")
        note = shop.ask("invoice", "cancel", a)["id"]
        pay(shop, note, "40")
        later = export_of(shop, "later.json")
        for began in (1, 2):
            for amount, taken in (("-40.00", 1), ("-40.01", 0), ("-9000.00", 0)):
                with Shop() as other:
                    other.ask("import", path)
                    other.ask("import", altered(shop, later, lambda d: next(p for p in d["payment"] if p["invoice"] == note).update({"amount": amount}), began=began))
                    tap.equal(len([p for p in other.ask("list", "payment") if p["invoice"] == note]), taken, f"{amount} of its credit note, began with {began}")
                    tap.equal(other.get("invoice", a)["state"], "cancelled", "the invoice is cancelled by it")


def books(shop):
    invoice = shop.ask("list", "invoice")[0]
    return invoice["state"], invoice["paid"], invoice["open"], invoice["to_pay_back"], sorted(p["amount"] for p in shop.ask("list", "payment"))


def payment_of(shop, amount):
    return next(p["id"] for p in shop.ask("list", "payment") if p["amount"] == amount)


def corrected_later(shop, a):
    """Too much came in, some went back, and then what came in was put right."""
    pay(shop, a, "150")
    pay(shop, a, "-50")
    shop.ask("set", "payment", payment_of(shop, "150.00"), "amount=120")


def removed_later(shop, a):
    pay(shop, a, "30")
    pay(shop, a, "-50")
    shop.ask("remove", "payment", payment_of(shop, "30.00"))


def own_refund(tap):
    """A shop that goes back to an older backup gets its own refund from a newer export: what may go back was asked when it
    did, and what is there now tells nothing of that. On money that it took meanwhile, it is asked as by hand."""
    for words, before, after in (("unpaid", (), corrected_later), ("paid", ("120",), removed_later)):
        with Shop() as shop, Shop() as again, Shop() as new, Shop() as gone_on:
            a = issue(shop.open(), "100")
            for amount in before:
                pay(shop, a, amount)
            shop.ask("backup", shop.path("shop.care"))
            after(shop, a)
            path = export_of(shop, "shop.json")
            tap.equal((books(shop), shop.run("verify").code), (("part", "70.00", "30.00", None, ["-50.00", "120.00"]), 0), f"{words}: every step is allowed")
            new.ask("import", path)
            again.ask("restore", "--last-number", "none", shop.path("shop.care"))
            again.ask("import", path)
            tap.equal((books(again), books(new)), (books(shop), books(shop)), f"{words} in the backup: the refund comes back, as into a new shop")
            tap.equal(again.run("verify").code, 0, "and verify is content")
            gone_on.ask("restore", "--last-number", "none", shop.path("shop.care"))
            pay(gone_on, a, "1")
            gone_on.ask("import", path)
            tap.ok("-50.00" not in books(gone_on)[4], "with money of its own on it, it is asked by hand", books(gone_on))


def changed_since(tap):
    """Of a payment that was corrected since, what is here is kept: it is no other money."""
    with Shop() as shop, Shop() as again:
        a = issue(shop.open(), "100")
        pay(shop, a, "120")
        shop.ask("backup", shop.path("shop.care"))
        kept = payment_of(shop, "120.00")
        shop.ask("set", "payment", kept, "amount=170")
        pay(shop, a, "-50")
        shop.ask("set", "payment", kept, "amount=130")
        again.ask("restore", "--last-number", "none", shop.path("shop.care"))
        again.ask("import", export_of(shop, "shop.json"))
        tap.equal((books(again), again.run("verify").code), (("part", "70.00", "30.00", None, ["-50.00", "120.00"]), 0), "the refund comes back onto it")


def half(tap):
    """Money that was used for another invoice is two payments that say the same."""
    with Shop() as shop:
        a, b = issue(shop.open(), "100"), issue(shop, "30")
        pay(shop, a, "150")
        shop.ask("payment", "carry", a, b)
        path = shop.path("shop.json")
        shop.ask("export", path)
        plain = next(p for p in shop.ask("list", "payment") if p["amount"] == "150.00")["id"]

        def one_way(data):
            next(p for p in data["payment"] if p["amount"] == "-30.00").pop("carried")

        def to_another(data):
            next(p for p in data["payment"] if p["amount"] == "30.00")["carried"] = plain

        for name, change in (("one way", one_way), ("to a payment that was not carried", to_another)):
            with Shop() as other:
                report = other.ask("import", altered(shop, path, change))
                tap.ok(report["refused"] > 0 and plain in [p["id"] for p in other.ask("list", "payment")],
                       f"carried {name}: refused, and the rest comes in", report)
                told = [p["kind"] for p in other.run("verify").json["problems"]]
                tap.ok("value" not in told, f"carried {name}: nothing of it is there", told)


def priced(tap):
    """A price that nobody agreed to is not taken over from a shop that always asked."""
    with Shop() as shop:
        customer = shop.open().add("customer", "name=Bea Koch")
        job = shop.add("job", customer=customer, lines=[{"name": "Work", "quantity": "1", "price": "100"}])
        shop.add("feedback", f"customer={customer}", "comment=Fine")
        path = shop.path("shop.json")
        shop.ask("export", path)

        def cheaper(data):
            data["job"][0]["agreed"] = "1.00"

        def silent(data):
            data["feedback"][0].pop("comment")

        for kind, change in (("job", cheaper), ("feedback", silent)):
            for began, taken in ((2, 0), (1, 1)):
                with Shop() as other:
                    report = other.ask("import", altered(shop, path, change, began=began))
                    tap.equal(len(other.ask("list", kind)), taken, f"{kind}, {change.__name__}, began with {began}: {taken} came in")
                    if taken and kind == "job":
                        report = other.ask("verify")
                        tap.equal(([n["id"] for n in report["notes"]], report["problems"]), ([job], []), "and verify tells it, as what stands")
                    elif not taken:
                        reasons = [r["reason"] for r in report["files"][0]["rows"] if r["result"] == "refused"]
                        tap.ok(reasons and all(reasons), "with a reason", report)


def told(tap):
    """What stands in the database, and no door lets in, verify names."""
    with Shop() as shop:
        a, b = issue(shop.open(), "100"), issue(shop, "30")
        pay(shop, a, "150")
        shop.ask("payment", "carry", a, b)
        note = shop.ask("invoice", "cancel", issue(shop, "10"))["id"]
        tap.equal(shop.ask("verify")["problems"], [], "as the program left it, all is well")
        for words, statement in (
                ("another currency", "UPDATE payment SET currency = 'USD' WHERE amount = 15000"),
                ("still to come", "UPDATE payment SET date = '2031-01-01' WHERE amount = 15000"),
                ("does not fit it", "UPDATE payment SET carried = NULL WHERE amount = 3000"),
                ("does not fit it", "UPDATE payment SET deleted_at = changed WHERE amount = -3000"),
                ("on a credit note", f"UPDATE payment SET invoice = (SELECT id FROM invoice WHERE number = '{number(shop, note)}') WHERE amount = 3000"),
                ("went back", "UPDATE payment SET amount = -500 WHERE amount = 15000")):
            with Shop() as other:
                shutil.copytree(shop.dir, other.dir)
                sql(other, statement)
                problems = other.run("verify").json["problems"]
                tap.ok(any(words in p["what"] and p["kind"] == "value" for p in problems), f"{statement[:60]}: told", problems)


def days_to_come(tap):
    """Which day is to come the shop's clock says, for verify as for the doors."""
    with Shop() as shop:
        a = issue(shop.open(), "100")
        pay(shop, a, "10")
        sql(shop, "UPDATE payment SET date = '2031-01-02'")
        for day, well in (("2026-11-24", False), ("2030-12-31", False), ("2031-01-01", True), ("2031-01-02", True)):
            tap.equal(shop.run("verify", today=day).json["ok"], well, f"a payment of 2 January 2031, on {day}")


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


def kinds_of(shop):
    """Every kind, every kind of row in their lists, and those of both of which there is none."""
    with open(export_of(shop, "all.json"), encoding="utf-8") as file:
        names = [name for name, rows in json.load(file).items() if isinstance(rows, list) and name != "file"]
    with sqlite3.connect(os.path.join(shop.dir, "aftercare.db")) as db:
        rows = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%owner%'")
                if any(name.startswith(kind + "_") for kind in names)]
        counts = {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names + rows}
    db.close()
    return names, rows, [name for name, count in counts.items() if not count]


def odd_ids(tap):
    """An id that no row is given, of whatever kind: what is done with records goes by their ids."""
    with Shop() as shop:
        shop.ask("sample", "--seed", "1")
        names, rows, empty = kinds_of(shop)
        tap.ok(len(names) == 17 and len(rows) == 8 and len(empty) <= 1, "a shop with some of everything", names, rows, empty)
        odd = {kind: -place for place, kind in enumerate(names + rows, 1) if kind not in empty} | {"deferral": 0, "event": -2 ** 63}
        sql(shop, "INSERT INTO guard VALUES ('x');" + "".join(f"UPDATE {kind} SET id = {number} WHERE id = (SELECT max(id) FROM {kind});"
                                                             for kind, number in odd.items()) + "DELETE FROM guard")
        problems = [p for p in shop.run("verify").json["problems"] if p["kind"] == "value"]
        for kind, number in odd.items():
            told = [p["id"] for p in problems if f" id {number}," in p["what"]]
            tap.ok(len(told) == 1 and (kind in rows or told[0] == (str(number) if number else None)), f"a {kind} with the id {number}: told once, by its id", told)


def odd_settings(tap):
    with Shop() as shop:
        shop.open().ask("backup", shop.path("b.zip"))
        tap.ok(shop.ask("verify")["ok"], "what the program sets it knows")
        for key in ("zz", "", "shop-names"):
            with Shop() as other:
                shutil.copytree(shop.dir, other.dir)
                sql(other, f"INSERT INTO setting (key, value) VALUES ('{key}', '1')")
                report = other.ask("verify")
                tap.ok(report["ok"] and [f"“{key}”" in note["what"] for note in report["notes"]] == [True],
                       f"a setting “{key}”, as a newer program may have one: verify names its key and finds no fault", report)


def main():
    tap = Tap()
    for part in (lost_payment, imported_payments, onto_invoice, later_export, own_refund, changed_since, half, priced, told, days_to_come, absurd_amounts, issued_to_another, clock_back, periods, nothing, odd_ids,
                 odd_settings):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
