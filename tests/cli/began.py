# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Under which schema a shop began: what that one did not ask stands, here and wherever its export is read."""
import json
import os
import random
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402
from money import issue, pay  # noqa: E402

SHOPS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "shops")
# Schema 1 rounded the price that somebody agreed to twice.
ODD = "UPDATE job SET agreed = agreed + 1 WHERE id = (SELECT job.id FROM job JOIN invoice ON invoice.job = job.id WHERE invoice.number IS NOT NULL)"


def sql(shop, statement):
    database = sqlite3.connect(os.path.join(shop.dir, "aftercare.db"), isolation_level=None)
    rows = database.execute(statement).fetchall()
    database.close()
    return rows


def schema_of(shop):
    return sql(shop, "PRAGMA user_version")[0][0]


def began_of(shop):
    return export_of(shop)["began"]


def export_of(shop):
    shop.ask("export", shop.path("export.json"))
    with open(shop.path("export.json"), encoding="utf-8") as file:
        return json.load(file)


def unpack(shop, name):
    subprocess.run(["tar", "-xzf", os.path.join(SHOPS, name, "shop.tar.gz"), "-C", shop.top], check=True)


def take(shop, data, **more):
    return shop.ask("import", shop.write("taken.json", json.dumps(data, **more)))


def odd_shop(shop):
    unpack(shop, "schema-1")
    sql(shop, ODD)
    return shop


def nobody_said(tap):
    """Programs before this one wrote down neither in the shop nor in its export with what it began."""
    with Shop() as new:
        tap.equal(began_of(new), schema_of(new), "a shop that is begun now says so")
    with Shop() as kept:
        unpack(kept, "schema-2")
        tap.equal(began_of(kept), 1, "one that never said may be as old as there are any")
    with Shop() as old:
        data = export_of(odd_shop(old))
        tap.equal(data["began"], 1, "a shop of schema 1 that was brought up to date is of schema 1")
        sql(old, "DELETE FROM setting WHERE key = 'began'")
        tap.equal(began_of(old), 1, "also if an older program did that, and left no mark")
        del data["began"]
        with Shop() as other:
            report = take(other, data)
            tap.equal((report["refused"], began_of(other)), (0, 1), "and what that one exported comes in whole")
            tap.equal(len([i for i in other.ask("list", "invoice") if i["number"]]), 5, "with every invoice")


def any_order(tap):
    """The order of the members of an object means nothing."""
    with Shop() as old, Shop(today="2026-11-25") as yen:
        data = export_of(odd_shop(old))
        backwards = dict(reversed(list(data.items())))
        mixed = list(data.items())
        random.Random(7).shuffle(mixed)
        for words, members, layout in (("sorted", dict(sorted(data.items())), {}), ("backwards", backwards, {"indent": 2}),
                                       ("shuffled", dict(mixed), {"separators": (",", ":")})):
            with Shop() as other:
                report = take(other, members, **layout)
                tap.equal((report["refused"], report["files"][0]["error"], began_of(other)), (0, None, 1), f"{words}: whole, and as old as it is")
        yen.open(currency="JPY")
        pay(yen, issue(yen, "1000", currency="JPY"), "400")
        yen.add("gift", "customer=" + yen.add("customer", "name=Ann Yen", "note=Pays in cash"), "name=Bell", "cost=400")
        data = export_of(yen)
        with Shop() as other:
            report = take(other, dict(reversed(list(data.items()))))
            back = export_of(other)
            tap.equal((report["refused"], other.ask("setting", "get", "currency")["value"], back["began"]), (0, "JPY", schema_of(other)), "settings come in wherever they stand")
            kinds = ("customer", "invoice", "payment", "gift")
            tap.equal([back[kind] for kind in kinds], [data[kind] for kind in kinds], "and every amount is what it was")


def nonsense(tap):
    with Shop() as shop:
        shop.add("customer", "name=Bea Koch")
        data = export_of(shop)
        for words, change in (("a schema to come", {"began": data["schema"] + 1}), ("none", {"began": 0}), ("words", {"began": "two"}), ("schema 1", {"schema": 1})):
            with Shop() as other:
                answer = other.run("import", other.write("bad.json", json.dumps(data | change)))
                tap.ok(answer.code == 1 and "began" in answer.out and other.ask("list", "customer") == [],
                       f"a shop that began with {words} as none of its schema can: refused", answer)
        with Shop() as other:
            answer = other.run("import", other.write("other.json", '{"people": [], "schema": 2}'))
            tap.ok("no export of Aftercare" in answer.out, "any other object is said to be none", answer)


def only_with_rows(tap):
    """A shop is asked by the rules of what is in it, and not of what it refused, had already, or would have taken anyhow."""
    with Shop() as shop:
        shop.open().add("customer", "name=Bea Koch")
        data = export_of(shop) | {"began": 1, "schema": 1}
        report = take(shop, data)
        tap.equal((report["new"], report["merged"], began_of(shop)), (0, 1, schema_of(shop)), "nothing was new: it is as it was")
        take(shop, data | {"customer": [], "feedback": [{"id": "77", "customer": "12345", "comment": "Fine"}]})
        tap.equal(began_of(shop), schema_of(shop), "nor was anything that was refused")
        broken = json.dumps(data | {"customer": [data["customer"][0] | {"id": "99"}]})[:-1]
        tap.ok(shop.run("import", shop.write("broken.json", broken)).code == 1 and began_of(shop) == schema_of(shop), "a file that is broken leaves no mark")
        new = [data["customer"][0] | {"id": "99", "name": "Ole Lind"}]
        take(shop, data | {"customer": new})
        tap.equal(began_of(shop), schema_of(shop), "nor as somebody who is new, and whom every door lets in")
        for words, more in (("a feedback that says nothing", {"feedback": [{"id": "77", "customer": new[0]["id"], "at": "2026-11-24T12:00:00Z"}]}),
                            ("a name that is too long", {"customer": [new[0] | {"id": "98", "name": "x" * 70000}]})):
            with Shop() as other:
                take(other, data | {"customer": new})
                report = take(other, data | {"customer": []} | more)
                tap.equal((report["new"], began_of(other)), (1, 1), f"{words}: since then, it is")
                with Shop() as third:
                    tap.equal(take(third, export_of(other))["refused"], 0, "and its own export comes in whole")


def settings(tap):
    """So with settings, which only a new shop takes over."""
    for words, key, value, began in (("a sensible one", "terms-days", "30", None), ("one that makes no sense", "tax-rate", "-5", 1)):
        with Shop() as shop, Shop() as other, Shop() as third:
            data = export_of(shop)
            take(other, data | {"began": 1, "setting": {key: value}})
            tap.equal(began_of(other), began or schema_of(other), f"{words}: the shop began with {began}")
            tap.equal((take(third, export_of(other))["refused"], third.ask("setting", "get", key)["value"]), (0, value), "and its export is taken over")


def one_old_row(tap):
    """A customer of an old file does not keep verify from asking after what has nothing to do with it."""
    with Shop() as shop, Shop() as third:
        who = shop.open().add("customer", "name=Bea Koch")
        shop.add("job", customer=who, lines=[{"name": "Work", "quantity": "1", "price": "100"}])
        old = {"aftercare": 1, "schema": 1, "customer": [export_of(shop)["customer"][0] | {"id": "99", "name": "Ole Lind"}]}
        tap.equal(take(shop, old)["new"], 1, "somebody comes from an old file")
        sql(shop, "UPDATE job SET agreed = agreed + 5000")
        report = shop.run("verify")
        tap.equal((report.code, [p["kind"] for p in report.json["problems"]], report.json["notes"]), (1, ["value"], []), "a price that was altered here is still told")
        tap.ok(take(third, export_of(shop))["refused"] and third.ask("list", "job") == [], "and not taken over elsewhere")


def agreed(tap):
    """A price that was agreed to under schema 1 is told, and nothing is amiss: no door asks it."""
    with Shop() as old:
        report = odd_shop(old).run("verify")
        tap.equal((report.code, report.json["problems"], [n["kind"] for n in report.json["notes"]]), (0, [], ["value", "derived"]),
                  "verify is content, and tells it, and that a cent of it is to bill")
        job = report.json["notes"][0]["id"]
        old.ask("set", "job", job, "note=Calls at noon")
        tap.equal(old.run("verify").code, 0, "also when the job was written to")
    with Shop() as new:
        customer = new.open().add("customer", "name=Bea Koch")
        new.add("job", customer=customer, lines=[{"name": "Work", "quantity": "1", "price": "100"}])
        tap.equal(new.run("verify").json["notes"], [], "of a job that fits nothing is told")
        sql(new, "UPDATE job SET agreed = agreed + 1")
        report = new.run("verify")
        tap.equal((report.code, [p["kind"] for p in report.json["problems"]], report.json["notes"]), (1, ["value"], []),
                  "in a shop that always asked somebody altered it")


def main():
    tap = Tap()
    for part in (nobody_said, any_order, nonsense, only_with_rows, settings, one_old_row, agreed):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
