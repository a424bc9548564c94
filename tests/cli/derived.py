# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows from other rows and somebody else wrote over: verify tells it, rebuild makes it anew from the rows."""
import json
import os
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

LINE = {"name": "Chain", "quantity": "1", "price": "50.00", "category": "S", "rate": "19"}


def sql(shop, statement):
    with sqlite3.connect(os.path.join(shop.dir, "aftercare.db")) as db:
        db.executescript(statement)
    db.close()


def told(shop):
    return [(problem["kind"], problem["what"]) for problem in shop.run("verify").json["problems"]]


def done_job(shop, customer):
    job = shop.add("job", customer=customer, lines=[LINE])
    shop.ask("job", "move", job, "ready")
    return job


def unbilled(shop):
    return [item["job"] for item in shop.ask("due")["items"] if item["rule"] == "unbilled"]


def mended(tap, shop, statement, word, what):
    before = {kind: shop.ask("list", kind) for kind in ("job", "invoice")}
    sql(shop, statement)
    problems = told(shop)
    tap.ok(len(problems) == 1 and problems[0][0] == "derived" and word in problems[0][1], f"{what}: told", problems)
    tap.ok("billing" in shop.ask("rebuild")["rebuilt"] and told(shop) == [], f"{what}: rebuild makes it anew", told(shop))
    tap.equal({kind: shop.ask("list", kind) for kind in ("job", "invoice")}, before, f"{what}: as it was, and no younger")


def written_over(tap):
    with Shop() as shop:
        bea = shop.open().add("customer", name="Bea Koch")
        billed, waits = done_job(shop, bea), done_job(shop, bea)
        shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", billed)["id"])
        shop.ask("invoice", "draft", "--job", waits)
        tap.equal((told(shop), unbilled(shop)), ([], [waits]), "a shop as its programs left it")
        mended(tap, shop, f"UPDATE job SET to_bill = 0 WHERE id = {waits}", "To Bill", "work that is billed no more")
        mended(tap, shop, f"UPDATE job SET to_bill = NULL WHERE id = {waits}", "To Bill", "the same, said otherwise")
        mended(tap, shop, f"UPDATE job SET to_bill = 1 WHERE id = {billed}", "To Bill", "work that is billed again")
        tap.equal(unbilled(shop), [waits], "Today asks for what is to be billed")
        mended(tap, shop, "UPDATE invoice SET gross = 1, payable = 1 WHERE number IS NULL", "Gross", "the sum of a draft")
        mended(tap, shop, "UPDATE invoice_line SET amount = 1 WHERE owner = (SELECT id FROM invoice WHERE number IS NULL)",
               "Lines", "the amount of its line")


def of_payments(tap):
    """State and what is to be paid back follow from the payments; what was paid is the only trace of one that is gone."""
    with Shop() as shop:
        bea = shop.open().add("customer", name="Bea Koch")
        job = done_job(shop, bea)
        invoice = shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", job)["id"])["id"]
        shop.ask("invoice", "pay", invoice, "20")
        sql(shop, "UPDATE invoice SET state = 'cancelled', to_pay_back = 500")
        tap.ok(any(kind == "payment" for kind, what in told(shop)), "an invoice that says it is cancelled is told", told(shop))
        shop.ask("rebuild")
        got = shop.get("invoice", invoice)
        tap.equal((got["state"], got["to_pay_back"], told(shop)), ("part", None, []), "and is what its payments say")
        sql(shop, "DELETE FROM payment")
        shop.ask("rebuild")
        got = shop.get("invoice", invoice)
        tap.ok(got["paid"] == "20.00" and any(kind == "payment" for kind, what in told(shop)),
               "a payment that is gone is not forgotten", told(shop))


def by_import(tap):
    with Shop() as shop, Shop() as other:
        bea = shop.open().add("customer", name="Bea Koch")
        job = done_job(shop, bea)
        draft = shop.ask("invoice", "draft", "--job", job)["id"]
        data = json.loads(shop.run("export", "-", raw=True).out)
        data["job"][0]["to_bill"] = False
        data["invoice"][0] |= {"gross": "1.00", "payable": "1.00"}
        report = other.ask("import", other.write("x.json", json.dumps(data)))
        tap.equal((report["refused"], told(other), unbilled(other)), (0, [], [job]), "an import works it out as well")
        tap.equal(other.get("invoice", draft)["gross"], "50.00", "of a draft, too")


def without_its_note(tap):
    """Of an invoice whose credit note an import refuses, whatever it is refused for, what it says follows from what is there."""
    with Shop() as shop:
        bea = shop.open().add("customer", name="Bea Koch")
        job = done_job(shop, bea)
        invoice = shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", job)["id"])["id"]
        shop.ask("invoice", "pay", invoice, "20")
        note = shop.ask("invoice", "cancel", invoice)["id"]
        data = json.loads(shop.run("export", "-", raw=True).out)
    for wrong in ({"customer": None}, {"customer": "999"}, {"created": "x"}, {"state": "xx"}, {"gross": "1.00"}):
        with Shop() as other:
            altered = data | {"invoice": [one | (wrong if one["id"] == note else {}) for one in data["invoice"]]}
            report = other.ask("import", other.write("x.json", json.dumps(altered)))
            rows = {row["id"]: row for row in report["files"][0]["rows"]}
            if rows.get(invoice, {}).get("result") != "new":  # the seal of the two: neither stays
                tap.equal(other.ask("list", "invoice"), [], f"{wrong}: neither of the two stays")
                continue
            got = other.get("invoice", invoice)
            tap.equal((got["state"], got["paid"], got["open"], got["to_pay_back"]), ("part", "20.00", "30.00", None),
                      f"{wrong}: it is what its payments say")
            tap.ok("credit note" in (rows[invoice]["reason"] or ""), f"{wrong}: and its row says why", rows)
            tap.equal((told(other), unbilled(other), [i for i in other.ask("due")["items"] if i["rule"] == "pay-back"]), ([], [], []),
                      f"{wrong}: verify has nothing to tell, and nobody is to be paid back")


def by_later_import(tap):
    """A later export brings the invoice of a job that is here already, be it another version of it or not."""
    for note in (None, "note=Rings"):
        with Shop() as shop, Shop() as other:
            job = done_job(shop, shop.open().add("customer", name="Bea Koch"))
            shop.ask("export", shop.path("first.json"))
            other.ask("import", shop.path("first.json"))
            before = other.get("job", job)
            shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", job)["id"])
            if note:
                shop.ask("set", "job", job, note)
            shop.ask("export", shop.path("second.json"))
            report = other.ask("import", shop.path("second.json"))
            tap.equal(report["refused"], 1 if note else 0, f"{note}: what only follows makes no other version of a job")
            tap.equal((told(other), unbilled(other), other.get("job", job)), ([], [], before | {"to_bill": False, "left_to_bill": None}),
                      f"{note}: and it is billed, and no younger")


def counters(tap):
    """Where a job counter stands at what no shop gets to, or below what was given out, there is a way on."""
    with Shop() as shop:
        bea = shop.open().add("customer", name="Bea Koch")
        first, far = shop.add("job", customer=bea), shop.add("job", customer=bea)
        sql(shop, f"UPDATE job SET number = '2026-999999999' WHERE id = {far}")
        for last in ("999999999", "-5", "999999500"):
            sql(shop, f"UPDATE counter SET last = {last} WHERE series = 'job-2026'")
            problems = told(shop)
            tap.ok([p for p in problems if p[0] == "counter" and last in p[1] and "rebuild" in p[1]], f"{last}: told", problems)
            if last != "999999500":
                answer = shop.run("add", "job", f"customer={bea}")
                tap.ok(answer.error == "refused" and "rebuild" in answer.json["error"]["message"], f"{last}: said, with the way out", answer)
            shop.ask("rebuild")
            tap.equal([p for p in told(shop) if p[0] == "counter"], [], f"{last}: the counter is right again")
        third = shop.add("job", customer=bea)
        tap.equal(shop.get("job", third)["number"], "2026-002", "and goes on behind the jobs that are there")
        shop.ask("remove", "job", third)
        sql(shop, f"DELETE FROM counter WHERE series = 'job-2026'; UPDATE job SET number = '2026-002' WHERE id = {third}")
        answer = shop.run("add", "job", f"customer={bea}")
        tap.ok(answer.error == "refused" and "2026-001" in answer.out and "rebuild" in answer.out, "a number that is taken is not given", answer)
        shop.ask("rebuild")
        tap.equal(shop.get("job", shop.add("job", customer=bea))["number"], "2026-003", "nor one of a job that was deleted")
        tap.equal(shop.get("job", first)["number"], "2026-001", "each keeps its own")


def main():
    tap = Tap()
    for part in (written_over, of_payments, by_import, without_its_note, by_later_import, counters):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
