# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is taken where something is entered can be used where something is made of it, and every door asks the same."""
import hashlib
import json
import os
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

LINE = {"name": "Chain", "quantity": "1", "price": "20.00"}
TOO_MUCH = (-1, 10000, 120000, 2 ** 31, 2 ** 63 - 1)


def sql(shop, statement):
    database = sqlite3.connect(os.path.join(shop.dir, "aftercare.db"), isolation_level=None)
    database.execute(statement)
    database.close()


def draft(shop, customer, **more):
    bill = {"currency": "EUR", "prices": "gross", "lines": [LINE | {"category": "S", "rate": "19"}]} | more
    return shop.run("invoice", "draft", "--customer", customer, "--file", shop.write("bill.json", json.dumps(bill)))


def settings(tap):
    with Shop() as shop:
        shop.open()
        ann = shop.add("customer", "name=Ann One")
        for days in ("0", "3651", "9999"):
            shop.ask("setting", "set", "terms-days", days)
            answer = draft(shop, ann)
            issued = shop.run("invoice", "issue", answer.json["id"]) if answer.code == 0 else answer
            tap.equal(issued.code, 0, f"{days} days to pay: an invoice can be written with them")
        tap.equal(shop.run("setting", "set", "terms-days", "10000").error, "input", "more is none")
        for rate in ("19.00001", "100.5", "-1"):
            tap.equal(shop.run("setting", "set", "tax-rate", rate).error, "input", f"a usual rate of {rate}: refused as on an invoice")
        for rate in ("9.9751", "100", "0"):
            shop.ask("setting", "set", "tax-rate", rate)
            job = shop.add("job", customer=ann, fault="x", lines=[LINE])
            shop.ask("job", "move", job, "ready")
            tap.equal(shop.run("invoice", "draft", "--job", job).code, 0, f"a usual rate of {rate}: a draft can be written with it")
        tap.ok(shop.ask("verify")["ok"], "verify is content")
        sql(shop, "UPDATE setting SET value = '19.00001' WHERE key = 'tax-rate'")
        report = shop.run("verify")
        tap.ok(report.code == 0 and any("tax rate" in note["what"] for note in report.json["notes"]),
               "what a program before this one took is a note, and nothing is amiss", report)


def members(tap):
    """What is not known is not let fall, for a sum would be wrong without it."""
    with Shop() as shop:
        shop.open()
        bill = {"currency": "EUR", "prices": "net", "lines": [{"name": "Work", "quantity": "1", "price": "100", "category": "S", "rate": "19", "discount": "50"}]}
        path = shop.write("bill.json", json.dumps(bill))
        for command in (("invoice", "total", path), ("invoice", "draft", "--customer", shop.add("customer", "name=Ann One"), "--file", path)):
            answer = shop.run(*command)
            tap.ok(answer.error == "input" and "discount" in answer.out, f"{command[1]}: refused by its name", answer)


def hand_over(shop, job):
    for status in ("ready", "collected"):
        answer = shop.run("job", "move", job, status)
        if answer.code:
            return answer
    return answer


def months(tap):
    with Shop() as shop:
        shop.open()
        ann = shop.add("customer", "name=Ann One")
        job = shop.add("job", customer=ann, fault="x", lines=[LINE], no_plan_reason="Small thing")
        for value in TOO_MUCH:
            tap.equal(shop.run("set", "job", job, f"warranty_months={value}").error, "input", f"a warranty of {value} months: refused")
            plan = {"name": "P", "warranty_months": value}
            tap.equal(shop.run("add", "plan", "--file", shop.write("p.json", json.dumps(plan))).error, "input", "of a plan, too")
            for unit in ("months", "days"):
                step = {"kind": "check", "title": "Look", "anchor": "handover", unit: value}
                answer = shop.run("add", "plan", "--file", shop.write("p.json", json.dumps({"name": "P", "steps": [step]})))
                tap.equal(answer.error, None if value == -1 else "input", f"a step after {value} {unit}")
        shop.ask("set", "job", job, "warranty_months=9999")
        hand_over(shop, job)
        tap.equal(shop.get("job", job)["warranty_end"], "2860-02-24", "the longest one: handed over, with its end")
        back = {"kind": "check", "title": "Look", "anchor": "handover", "months": -5}
        plan = shop.add("plan", name="Back", steps=[back])
        job = shop.add("job", customer=ann, fault="y", plan=plan, lines=[LINE])
        hand_over(shop, job)
        due = [step["due"] for step in shop.ask("list", "followup") if step.get("job") == job]
        tap.ok(due and min(due) >= "2026-11-24", "no step after the hand-over comes before it", due)
        tap.ok(shop.ask("verify")["ok"], "verify is content")


def of_before(tap):
    """Nothing that an older program took stops its job or turns the shop red."""
    for began in ("2", "3"):
        for value in TOO_MUCH:
            with Shop() as shop:
                shop.open()
                ann = shop.add("customer", "name=Ann One")
                job = shop.add("job", customer=ann, fault="x", lines=[LINE], no_plan_reason="Small thing")
                sql(shop, f"UPDATE setting SET value = '{began}' WHERE key = 'began'")
                sql(shop, f"UPDATE job SET warranty_months = {value}")
                report = shop.run("verify")
                tap.ok(report.code == 0 and any("Warranty in Months" in note["what"] for note in report.json["notes"]),
                       f"{value} in a shop that began with schema {began}: a note, and nothing is amiss", report)
                tap.equal(shop.run("paper", "care", job, shop.path("care.pdf")).err, "", "its card is written without a warning")
                tap.equal(hand_over(shop, job).code, 0, "its job is handed over")
                shop.ask("export", shop.path("all.json"))
                with Shop() as new:
                    tap.equal(new.ask("import", shop.path("all.json"))["refused"], 0, "and its own export brings it back in whole")


def agreed(tap):
    with Shop() as shop:
        shop.open()
        ann = shop.add("customer", "name=Ann One")
        for tax in ({"rate": "19.00001", "category": "S"}, {"rate": "101", "category": "S"}, {"rate": "-1", "category": "S"},
                    {"rate": "19", "category": "O"}, {"rate": "0", "category": "S"}, {"rate": "19", "category": "zz"}, {"rate": "101"}):
            job = {"customer": ann, "fault": "x", "lines": [LINE | tax]}
            answer = shop.run("add", "job", "--file", shop.write("job.json", json.dumps(job)))
            tap.ok(answer.error == "refused" and "Chain" in answer.out, f"agreed with {tax}: refused, as by the invoice", answer)
        for tax in ({"rate": "7", "category": "S"}, {"rate": "0", "category": "E"}, {}):
            job = shop.add("job", customer=ann, fault="x", lines=[LINE | tax])
            shop.ask("job", "move", job, "ready")
            tap.equal(shop.run("invoice", "draft", "--job", job).code, 0, f"agreed with {tax}: billed")


def back(tap):
    with Shop() as shop:
        shop.open()
        ann, ben = shop.add("customer", "name=Ann One"), shop.add("customer", "name=Ben Two", )
        one = shop.add("job", customer=ann, fault="x")
        two = shop.add("job", customer=ann, fault="y", comes_back_of=one)
        three = shop.add("job", customer=ben, fault="z", comes_back_of=two)
        tap.ok(three, "a thing that changed hands comes back of its former owner's job")
        for job in (one, two, three):
            tap.equal(shop.run("set", "job", one, f"comes_back_of={job}").error, "input", "no job comes back of itself, be it over others")
        shop.ask("set", "customer", ann, f"referred_by={ben}")
        tap.equal(shop.run("set", "customer", ben, f"referred_by={ann}").error, "input", "nor do people refer each other")
        tap.ok(shop.ask("verify")["ok"], "verify is content")


def documents(tap):
    with Shop() as shop, Shop() as new:
        shop.open()
        ann = shop.add("customer", "name=Ann One")
        row = {"customer": ann, "name": "x", "sha256": "a" * 64, "mime": "text/plain", "size": 5}
        answer = shop.run("add", "document", "--file", shop.write("d.json", json.dumps(row)))
        tap.equal(answer.error, "input", "a document without its file: refused")
        tap.equal((shop.run("verify").code, shop.run("backup", shop.path("b.zip")).code), (0, 0), "the shop is well, and so is its backup")
        once = hashlib.sha256(b"paper").hexdigest()
        kept = os.path.join(shop.dir, "files", once[:2], once)
        os.makedirs(os.path.dirname(kept), exist_ok=True)
        for there in (False, True):
            with open(kept, "wb") as file:
                file.write(b"paper")
            document = shop.add("document", **row | {"sha256": once})
            shop.ask("remove", "document", document)
            if not there:
                os.remove(kept)
            tap.equal(shop.run("undelete", "document", document).code, 0 if there else 1, f"brought back with its file there: {there}")
        tap.equal(shop.run("verify").code, 0, "and the shop is well")
        shop.ask("export", shop.path("all.json"))
        with open(shop.path("all.json"), encoding="utf-8") as file:
            data = json.load(file)
        stamp = data["customer"][0]
        data["document"] = [row | {"id": "999999999999", "at": "2026-11-24T09:00:00Z", "created": stamp["created"], "changed": stamp["changed"]}]
        report = new.ask("import", shop.write("with.json", json.dumps(data)))
        tap.ok(report["refused"] and new.run("verify").code == 0, "an export that brings one: its row is refused, and the shop is well", report)


def misspelt(tap):
    with Shop() as shop:
        shop.open()
        ann = shop.add("customer", "name=Ann One")
        for more in ({"adjustment": [{"percent": "10"}]}, {"note": "x"}, {"lines": [LINE | {"category": "S", "rate": "19", "discount": "50"}]},
                     {"adjustments": [{"percent": "10", "categry": "S", "rate": "19"}]}, {"withholding": {"percents": "1"}}):
            answer = draft(shop, ann, **more)
            tap.ok(answer.error == "input" and "use one of" in answer.out, f"a draft with {more}: said, and not made", answer)
        tap.equal(shop.ask("list", "invoice"), [], "nothing was drafted")
        spelt = LINE | {"category": "S", "rate": "19", "adjustments": [{"percent": "10", "reason": "Friend"}]}
        tap.equal(draft(shop, ann, lines=[spelt]).code, 0, "spelt right, it is")
        job = shop.add("job", customer=ann, fault="x", lines=[LINE])
        tap.equal(shop.run("paper", "order", job, "-", cwd=shop.top).code, 2, "a paper has no name “-”")
        tap.ok(not os.path.exists(shop.path("-")), "and no such file is there")


def endless(tap):
    """1e400 is written like a number, and is none where one is wanted."""
    with Shop() as shop:
        ann = shop.add("customer", "name=Bea Koch")
        for text in ('{"name": "W", "cost": 1e400}', '{"name": "W", "cost": -1e999}', '{"name": "W", "cost": 1e-400}'):
            answer = shop.run("add", "gift", "--file", "-", f"customer={ann}", input=text.encode())
            tap.equal((answer.code, answer.error), (1, "input"), f"{text}: refused")
        tap.equal(shop.ask("list", "gift"), [], "and no gift costs inf")
        shop.add("gift", f"customer={ann}", "name=Wine", "cost=12.34")
        shop.ask("export", shop.path("x.json"))
        with open(shop.path("x.json"), encoding="utf-8") as file:
            text = file.read().replace('"12.34"', "1e400")
        with Shop() as other:
            report = other.ask("import", other.write("x.json", text))
            tap.equal((other.ask("list", "gift"), report["refused"]), ([], 1), "nor by an import")


def numbers(tap):
    """A text keeps a number without quotes as it stands in the file, an amount is that much, and none is another number."""
    kept = ("89490200001234567890", "-9223372036854775809", "123456789012345678901234567890", "1" + "0" * 400, "12345678901234567.5", "1e-400",
            "9223372036854775807", "12345", "1.10", "12E5", "1e3", "4.50", "-0.0", "-0", "0.0", "0.30000000000000004", "1E400", "1.5e+07", "0")
    with Shop() as shop:
        who = shop.add("customer", "name=Bea Koch")
        for text in kept:
            answer = shop.run("add", "device", "--file", "-", input=f'{{"customer": "{who}", "name": "SIM", "serial": {text}}}'.encode())
            tap.equal(shop.get("device", answer.json["id"])["serial"], text, f"{text[:30]} of a new device")
        sim = answer.json["id"]
        for text in ("89490200001234567890", "1e-400", "1.10"):
            shop.ask("set", "device", sim, "--file", "-", input=f'{{"serial": {text}}}'.encode())
            tap.equal(shop.get("device", sim)["serial"], text, f"{text} by set")
        shop.ask("set", "customer", who, "--file", "-", input=b'{"tags": [89490200001234567890, 7.10], "phones": [{"number": 4915112345678901234567890, "label": 1.10}]}')
        ann = shop.get("customer", who)
        tap.equal((ann["tags"], ann["phones"][0]["number"], ann["phones"][0]["label"]), (["89490200001234567890", "7.10"], "4915112345678901234567890", "1.10"), "in rows, too")
        for text, much in (("4.50", "4.50"), ("0.30000000000000004", "0.30"), ("1e2", "100.00"), ("12", "12.00"), ("-0.0", "0.00"), ("-0", "0.00")):
            gift = shop.ask("add", "gift", "--file", "-", f"customer={who}", input=f'{{"name": "Wine", "cost": {text}}}'.encode())["id"]
            tap.equal(shop.get("gift", gift)["cost"], much, f"a cost of {text}")
        for text in ('{"name": 0089490200001234567890}', '{"name": 1-89490200001234567890}', '{"name": 89490200001234567890.}', '{"name": 5.}', "1.10",
                     '{"name": .5}', '{"name": "A", "phones": 1.10}', '{"name": "A", "phones": [1.10]}'):
            tap.equal(shop.run("add", "customer", "--file", "-", input=text.encode()).error, "input", f"{text} is no customer")
        shop.ask("set", "device", sim, "serial=EXACT")
        shop.ask("export", shop.path("x.json"))
        for text in ("89490200001234567890", "1.10", "12E5"):
            with open(shop.path("x.json"), encoding="utf-8") as file:
                brought = file.read().replace('"EXACT"', text)
            with Shop() as other:
                other.ask("import", other.write("x.json", brought))
                tap.equal(other.get("device", sim)["serial"], text, f"{text} by an import")


def unquoted(tap):
    """Whoever writes the numbers of an invoice without quotes is told so, however they are written."""
    with Shop() as shop:
        who = shop.add("customer", "name=Bea Koch")
        bill = {"currency": "EUR", "prices": "gross", "lines": [{"name": "W", "quantity": "1", "price": "40", "category": "S", "rate": "19"}]}
        draft = shop.ask("invoice", "draft", "--customer", who, "--file", shop.write("b.json", json.dumps(bill)))["id"]
        for text in ("99999999999999999999", "1e-400", "1e400", "1.5"):
            answer = shop.run("set", "invoice", draft, "--file", "-", input=f'{{"terms_days": {text}}}'.encode())
            tap.equal(answer.error, "input", f"{text} is no number of days")
        for text in ("1", "1.50", "9007199254740993", "99999999999999999999", "4503599627370497.5", "1.7976931348623157e308", "1e400"):
            answer = shop.run("invoice", "total", "-", input=json.dumps(bill).replace('"1"', text).encode())
            tap.equal(answer.json["error"]["message"], 'lines[0].quantity: must be a plain decimal in quotation marks, such as "49.90".', f"a quantity of {text}")
        for name in ("withholding", "lines"):
            answer = shop.run("invoice", "total", "-", input=(json.dumps(bill)[:-1] + f', "{name}2": 1.5}}').replace(f'"{name}"', '"was"').replace(f'{name}2', name).encode())
            tap.ok(answer.error == "input" and name in answer.out, f"1.5 as {name}", answer)


def days(tap):
    """A day on which something happened is none to come. What says so already stays, comes back, and is told."""
    with Shop() as shop:
        ann = shop.add("customer", "name=Ann One")
        for kind, field, label, more in (("customer", "since", "Customer Since", ["name=B"]), ("device", "bought", "Bought On", [f"customer={ann}", "name=Bike"]),
                                         ("gift", "given", "Given On", [f"customer={ann}", "name=Wine", "state=given"])):
            answer = shop.run("add", kind, *more, f"{field}=2026-11-25")
            tap.ok(answer.error == "input" and label in answer.out and "still to come" in answer.out, f"{kind}: {field} tomorrow is refused", answer)
            record = shop.add(kind, *more, f"{field}=2026-11-24")
            tap.equal(shop.run("set", kind, record, f"{field}=2099-01-01").error, "input", f"{kind}: and so it is by set")
            sql(shop, f"UPDATE {kind} SET {field} = '2099-01-01' WHERE id = {record}")
            shop.ask("set", kind, record, "name=Other")
            shop.ask("remove", kind, record)
            shop.ask("undelete", kind, record)
            tap.equal(shop.get(kind, record)[field], "2099-01-01", f"{kind}: what stands stays")
            report = shop.run("verify")
            tap.equal((report.code, [note["what"] for note in report.json["notes"] if note["id"] == record]),
                      (0, [f"“{label}” says that it happened on a day that is still to come."]), f"{kind}: verify tells it as a note")
            shop.ask("export", shop.path("x.json"))
            with Shop() as other:
                rows = [row for row in other.ask("import", shop.path("x.json"))["files"][0]["rows"] if row["id"] == record]
                tap.ok([(row["result"], label in row["reason"]) for row in rows] == [("new", True)], f"{kind}: it comes back, and is told", rows)


def main():
    tap = Tap()
    for part in (settings, members, months, of_before, agreed, back, documents, misspelt, endless, numbers, unquoted, days):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
