# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the shop's own export would lose on its way into a new shop, verify tells: both ask by one rule. What stands in a
shop that began with schema 1 comes back, and is told."""
import json
import os
import shutil
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

NEVER = 100000000000  # the year 5138
LATER = 1800000000  # in January 2027
BEYOND = 99999999999999999  # of no year with four digits
PLACE = [{"street": "Weg 1", "locality": "Berlin", "postcode": "10115", "country": "DE"}]
LINES = [{"name": "Chain", "quantity": "1", "price": "49.90", "rate": "19"}]

JOB = "WHERE number = '2026-00{}'"
# Of each kind that has a rule of its own, each rule; of each field that several have, one kind after the other.
EDITS = {
    "a collected job that was never collected": "UPDATE job SET collected = NULL " + JOB.format(1),
    "one that was never ready": "UPDATE job SET finished = NULL " + JOB.format(1),
    "a job that is taken in and ready": "UPDATE job SET finished = 5 " + JOB.format(2),
    "one that was never taken in": "UPDATE job SET received = NULL " + JOB.format(2),
    "one without a number": "UPDATE job SET number = NULL " + JOB.format(2),
    "a cancelled job that does not say why": "UPDATE job SET no_plan_reason = NULL " + JOB.format(3),
    "a price that is not the sum": "UPDATE job SET agreed = agreed + 1 " + JOB.format(2),
    "a job's currency": "UPDATE job SET currency = 'ZZZ' " + JOB.format(2),
    "a gift's currency": "UPDATE gift SET currency = 'BTC'",
    "a complaint's currency": "UPDATE complaint SET currency = 'zz\u202e'",
    "a draft's currency": "UPDATE invoice SET currency = 'XTS' WHERE number IS NULL",
    "an answer that says nothing": "UPDATE feedback SET score = NULL, satisfaction = NULL, comment = NULL",
    "a draft that was paid": "UPDATE invoice SET paid = 500 WHERE number IS NULL",
    "a payment in another currency": "UPDATE payment SET currency = 'CHF'",
    "one of somebody else": "UPDATE payment SET customer = (SELECT id FROM customer WHERE name = 'Ole Lind')",
    "one of nothing": "UPDATE payment SET amount = 0",
    "one of a draft": "UPDATE payment SET invoice = (SELECT id FROM invoice WHERE number IS NULL)",
    "one from before its invoice": "UPDATE payment SET date = '2020-05-05'",
    "one of a day to come": "UPDATE payment SET date = '2027-05-05'",
    "one that was deleted, from before its invoice": "UPDATE payment SET date = '2020-05-05', deleted_at = changed",
    "one that was deleted, in another currency": "UPDATE payment SET currency = 'CHF', deleted_at = changed",
    "a name of many words": f"UPDATE gift SET name = '{'Brakes ' * 100}'",
    "a subject of many words": f"UPDATE interaction SET subject = '{'Brakes ' * 400}'",
    "a gift without a name": "UPDATE gift SET name = ' '",
    "what was written before there were computers": "UPDATE gift SET created = -5",
    "what was changed when there are none": f"UPDATE customer SET changed = {NEVER} WHERE name = 'Ole Lind'",
    "what was changed by nobody": "UPDATE gift SET changed_by = -5",
    "a job that was told at no time that can be written": f"UPDATE job SET told = {BEYOND} " + JOB.format(2),
    "what was said at none": f"UPDATE interaction SET at = {BEYOND}",
    "what was changed at none": f"UPDATE gift SET changed = {BEYOND}",
    "what was deleted then": f"UPDATE gift SET deleted_at = {NEVER}",
}
DRAFT = "WHERE number IS NULL"
# What no door writes, and verify told of nobody before.
MORE = {
    "a draft of a credit note": f"UPDATE invoice SET type = '381' {DRAFT}",
    "a draft that corrects an invoice": f"UPDATE invoice SET corrects = (SELECT id FROM invoice WHERE sequence = 1) {DRAFT}",
    "a draft of which money is to go back": f"UPDATE invoice SET to_pay_back = 500 {DRAFT}",
    "a draft that was sent": f"UPDATE invoice SET told = 1700000000 {DRAFT}",
    "a draft that was issued once": f"UPDATE invoice SET issued = '2026-01-01' {DRAFT}",
    "a draft with a price below nothing": f"UPDATE invoice_line SET price = -price WHERE owner = (SELECT id FROM invoice {DRAFT})",
    "a draft with a tax below nothing": f"UPDATE invoice_line SET rate = -rate WHERE owner = (SELECT id FROM invoice {DRAFT})",
    "an issued invoice without its job": "INSERT INTO guard VALUES ('x'); UPDATE invoice SET job = NULL WHERE sequence = 1; DELETE FROM guard",
    "one of another job": "INSERT INTO guard VALUES ('x'); UPDATE invoice SET job = (SELECT id FROM job " + JOB.format(2)
                          + ") WHERE sequence = 1; DELETE FROM guard",
    "a job of the highest number": "UPDATE job SET number = '2026-999999999' " + JOB.format(2),
    "a job whose number is words": "UPDATE job SET number = 'the red one' " + JOB.format(2),
    "a job with too many noughts": "UPDATE job SET number = '2026-0002' " + JOB.format(2),
    "a received job that was collected": "UPDATE job SET collected = 1700000000 " + JOB.format(2),
    "one that was handed back": "UPDATE job SET returned = 1700000000 " + JOB.format(2),
    "one of which somebody was told": "UPDATE job SET told = 1700000000 " + JOB.format(2),
    "a job that came in the future": f"UPDATE job SET received = {NEVER} " + JOB.format(2),
    "a yes from there": f"UPDATE job SET agreed_at = {LATER} " + JOB.format(2),
    "a complaint from there": f"UPDATE complaint SET received = {LATER}",
    "an answer to one": f"UPDATE complaint SET acknowledged = {LATER}",
    "an answer from there": f"UPDATE feedback SET at = {LATER}",
    "a call": f"UPDATE interaction SET at = {LATER}",
    "a step that was done there": f"UPDATE followup SET state = 'done', done = {NEVER}",
    "what was put off of nothing": "UPDATE deferral SET rule = 'zzz'",
    "a birthday to come": "UPDATE customer SET birthday = '2027-05-05' WHERE name = 'Ole Lind'",
}
GAPS = {
    "from their end to their beginning": "('2026', 60, 50)",
    "behind the last one": "('2026', 50, 60)",
    "before the first": "('2026', 0, 1)",
    "of a series that there is not": "('20x6', 1, 1)",
}


def sql(shop, statement):
    database = sqlite3.connect(os.path.join(shop.dir, "aftercare.db"), isolation_level=None)
    database.executescript(statement)
    database.close()


def fill(shop):
    who = shop.open().add("customer", name="Bea Koch", addresses=PLACE)
    shop.add("customer", "name=Ole Lind")
    done, open_, dropped = (shop.add("job", customer=who, fault="Flat", lines=LINES) for _ in range(3))
    shop.ask("job", "move", done, "collected", "--reason", "They moved away")
    shop.ask("job", "move", dropped, "cancelled", "--reason", "Too dear")
    bill = shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", done)["id"])["id"]
    shop.ask("invoice", "pay", bill, "20.00")
    shop.ask("invoice", "draft", "--job", open_)
    shop.add("feedback", f"customer={who}", f"job={done}", "score=10", "comment=Fine")
    shop.add("gift", f"customer={who}", "name=Bell", "cost=5")
    shop.add("complaint", f"customer={who}", "words=Squeaks", "cost=5")
    shop.add("interaction", f"customer={who}", "subject=Tea", "body=With milk")
    shop.add("followup", f"customer={who}", "title=Call them", "due=2026-12-01")
    shop.add("deferral", "rule=unbilled", f"record={done}", "until=2026-12-01")


def copy_of(shop):
    other = Shop()
    shutil.copytree(shop.dir, other.dir)
    return other


def lost(shop):
    """What of its export a new shop refuses."""
    path = shop.path("export.json")
    shop.ask("export", path)
    with Shop() as other:
        return [(row["name"], row["reason"]) for file in other.ask("import", path)["files"] for row in file["rows"]
                if row["result"] == "refused"]


def told(shop):
    report = shop.run("verify")
    return report.code, [problem["what"] for problem in report.json["problems"]]


def edited(tap, base):
    payment = base.ask("list", "payment")[0]["id"]
    tap.equal((told(base), lost(base)), ((0, []), []), "a shop that nobody altered is whole, and so is its export")
    for name, edit in (EDITS | MORE).items():
        with copy_of(base) as shop:
            sql(shop, edit)
            (code, problems), refused = told(shop), lost(shop)
            tap.ok(refused, f"{name}: its export loses it", problems)
            tap.ok(code == 1 and problems, f"{name}: verify tells it", refused)
            tap.equal(len(problems), len(set(problems)), f"{name}: and no sentence twice")
            if "UPDATE payment" in edit:
                tap.ok(payment in [problem["id"] for problem in shop.run("verify").json["problems"]],
                       f"{name}: of the payment itself, and not only of sums", problems)


def of_older_schemas(tap, base):
    """What a door of theirs may have let in comes back, and a job that was taken from its invoice is told as a note."""
    for name in ("an issued invoice without its job", "a received job that was collected", "a birthday to come", "what was put off of nothing"):
        with copy_of(base) as shop:
            sql(shop, MORE[name] + "; UPDATE setting SET value = '2' WHERE key = 'began'")
            tap.equal((told(shop), lost(shop)), ((0, []), []), f"{name}, of schema 2: comes back")
            notes = [note["what"] for note in shop.run("verify").json["notes"]]
            tap.equal(len(notes), 2 * int("invoice" in name), f"{name}: told where it matters, and that the job is to bill again")
    for name in ("a call", "an answer from there"):
        with copy_of(base) as shop:
            sql(shop, MORE[name] + "; UPDATE setting SET value = '2' WHERE key = 'began'")
            tap.equal((told(shop), lost(shop)), ((0, []), []), f"{name}, of schema 2: no door asked, and it comes back")
            tap.ok(["still to come" in note["what"] for note in shop.run("verify").json["notes"]] == [True], f"{name}: and is told")
            shop.ask("export", shop.path("export.json"))
            with Shop() as other:
                other.ask("import", shop.path("export.json"))
                tap.equal((told(other), lost(other)), ((0, []), []), f"{name}: and so it is in the shop that took it over")
    for began in (1, 2, 3):
        with copy_of(base) as shop:
            sql(shop, MORE["a draft with a price below nothing"] + f"; UPDATE setting SET value = '{began}' WHERE key = 'began'")
            tap.equal((told(shop), lost(shop)), ((0, []), []), f"a price below nothing, of schema {began}: an import took it, and it comes back")
            tap.equal(len(shop.run("verify").json["notes"]), 1, "and is told")
            with Shop() as other:
                rows = [row["reason"] for file in other.ask("import", shop.path("export.json"))["files"] for row in file["rows"]
                        if "negative" in (row["reason"] or "")]
                tap.equal(len(rows), 1, "as it is where it comes in")
                tap.equal(len(other.run("verify").json["notes"]), 1, "and in the shop that took it over")
                draft = next(i["id"] for i in other.ask("list", "invoice") if not i["number"])
                tap.ok(other.run("invoice", "issue", draft).error == "refused", "and it is not issued")
    for name in ("a complaint from there", "a yes from there", "a draft of a credit note", "a job of the highest number"):
        with copy_of(base) as shop:
            sql(shop, MORE[name] + "; UPDATE setting SET value = '2' WHERE key = 'began'")
            tap.ok(lost(shop) and told(shop)[0] == 1, f"{name}, of schema 2 too: does not come back, and is told", told(shop))
    for began in ("x", "0", "99"):
        with copy_of(base) as shop:
            sql(shop, f"UPDATE setting SET value = '{began}' WHERE key = 'began'")
            tap.ok(any("began" in what for what in told(shop)[1]), f"a shop that began with {began}: verify tells it", told(shop))


def of_schema_1(tap, base):
    """No door asked it: verify is content, tells it, and nothing is lost."""
    for name, count in (("a job's currency", 1), ("what was written before there were computers", 1), ("a gift's currency", 1)):
        with copy_of(base) as shop:
            sql(shop, EDITS[name] + "; DELETE FROM setting WHERE key = 'began'")
            tap.equal((told(shop), lost(shop)), ((0, []), []), f"{name}, of schema 1: comes back")
            tap.equal(len(shop.run("verify").json["notes"]), count, f"{name}: and is told")
    with copy_of(base) as shop:
        sql(shop, "UPDATE payment SET date = '2020-01-01'; DELETE FROM setting WHERE key = 'began'")
        tap.equal((told(shop), lost(shop)), ((0, []), []), "a payment from before its invoice, of schema 1: comes back")
        tap.ok(any("payment" in note["what"].lower() or "invoice" in note["what"].lower() for note in shop.run("verify").json["notes"]), "and is told")
        shop.ask("export", shop.path("export.json"))
        with Shop() as other:
            other.ask("import", shop.path("export.json"))
            tap.equal(told(other), (0, []), "and so it is in the shop that took it over")
    for name in ("what was changed at none", "what was said at none", "what was changed by nobody"):
        with copy_of(base) as shop:
            sql(shop, EDITS[name] + "; DELETE FROM setting WHERE key = 'began'")
            tap.ok(lost(shop) and told(shop)[0] == 1, f"{name}, of schema 1 too: does not come back, and is told", told(shop))


def ahead(tap, base):
    """What was paid under a clock that went ahead bears its day, and was written down on it: no door refused it."""
    with copy_of(base) as shop:
        bill = next(i["id"] for i in shop.ask("list", "invoice") if i["number"])
        shop.ask("invoice", "pay", bill, "5.00", today="2027-05-05")
        tap.equal((told(shop), lost(shop)), ((0, []), []), "money of a day to come that a clock showed comes back")


def call_by(shop, day, **more):
    return shop.ask("add", "interaction", "direction=out", "channel=phone", "body=All is well", *(f"{k}={v}" for k, v in more.items()), today=day)["id"]


def back_and_forth(shop, kind, record):
    shop.ask("remove", kind, record)
    shop.ask("undelete", kind, record)


def acts_of_a_clock(shop, who):
    """What was written by one that was ahead, and what is done to it, or beside it, when it is right again."""
    day = "2027-05-05"
    step = {name: shop.add("followup", f"customer={who}", f"title={name}", "due=2026-12-01") for name in ("named", "gone", "in vain", "by hand", "other", "not yet", "let go")}
    complaint = {name: shop.add("complaint", f"customer={who}", f"words={name}", "received=2026-11-20T09:00:00Z") for name in ("cause", "gone")}
    call = {name: call_by(shop, day, customer=who, followup=step[name]) for name in ("named", "gone", "in vain")}
    answer = {name: call_by(shop, day, customer=who, complaint=complaint[name]) for name in complaint}
    shop.ask("set", "followup", step["by hand"], "state=done", today=day)
    job = shop.add("job", f"customer={who}")
    step["asked"] = shop.add("followup", f"customer={who}", f"job={job}", "title=How is it?", "kind=feedback", "due=2026-12-01")
    said = shop.ask("add", "feedback", f"customer={who}", f"job={shop.add('job', f'customer={who}')}", "score=9", today=day)["id"]
    call["not yet"] = call_by(shop, day, customer=who, followup=step["not yet"], outcome="Not there")
    let_go = shop.add("deferral", "rule=followup", f"record={step['let go']}", "reason=No need")
    call_by(shop, day, customer=who, followup=step["let go"])
    bill = next(i["id"] for i in shop.ask("list", "invoice") if i["number"])
    shop.ask("invoice", "pay", bill, "5.00", today=day)
    money = next(p["id"] for p in shop.ask("list", "payment") if p["date"] == day)
    born = shop.add("customer", "name=Ida Voss")
    shop.ask("set", "customer", born, "birthday=2027-05-01", today=day)
    return {
        "a step that a call saw to": lambda: shop.ask("set", "followup", step["named"], "title=Ask them"),
        "one whose call was deleted, and was not": lambda: back_and_forth(shop, "interaction", call["gone"]),
        "one whose call was in vain, and was not": lambda: [shop.ask("set", "interaction", call["in vain"], f"outcome={how}") for how in ("Not there", "Spoke with them")],
        "one that a call turns out to be about": lambda: shop.ask("set", "interaction", call["named"], f"followup={step['other']}"),
        "one whose call was in vain, and was none": lambda: shop.ask("set", "interaction", call["not yet"], "outcome=Spoke with them"),
        "one that was let go, and is not": lambda: shop.ask("remove", "deferral", let_go),
        "a question that an answer turns out to be to": lambda: shop.ask("set", "feedback", said, f"job={job}"),
        "one that was done by hand": lambda: shop.ask("set", "followup", step["by hand"], "title=Ask them"),
        "one that was deleted, and was not": lambda: back_and_forth(shop, "followup", step["by hand"]),
        "a complaint": lambda: shop.ask("set", "complaint", complaint["cause"], "cause=A loose screw"),
        "one whose answer was deleted, and was not": lambda: back_and_forth(shop, "interaction", answer["gone"]),
        "money": lambda: back_and_forth(shop, "payment", money),
        "who was born there": lambda: shop.ask("set", "customer", born, "note=Rings twice"),
    }


def put_right(tap, base):
    """What a clock that was ahead let in stands when it is right again; defect: the next change of it, or its Undo, made it one
    that verify called wrong and the shop's own export lost, or could not be made."""
    with copy_of(base) as shop:
        acts = acts_of_a_clock(shop, next(c["id"] for c in shop.ask("list", "customer") if c["name"] == "Bea Koch"))
        tap.equal((told(shop), lost(shop)), ((0, []), []), "what was written ahead comes back")
        for name, act in acts.items():
            with tap.point(f"{name}, with the clock put right: done"):
                act()
            tap.equal((told(shop), lost(shop)), ((0, []), []), f"{name}: comes back")


def billed(tap, base):
    """Of a currency that there is not, nobody owes anything: it is the shop's, and the next save says so."""
    with copy_of(base) as shop:
        sql(shop, EDITS["a job's currency"])
        job = next(j["id"] for j in shop.ask("list", "job") if j["number"] == "2026-002")
        shop.ask("remove", "invoice", next(i["id"] for i in shop.ask("list", "invoice") if not i["number"]))
        draft = shop.ask("invoice", "draft", "--job", job)["id"]
        tap.equal(shop.get("invoice", draft)["currency"], "EUR", "such a job is billed in the shop's currency")
        shop.ask("set", "job", job, "note=Calls at noon")
        tap.equal((shop.get("job", job)["currency"], shop.get("job", job)["agreed"], told(shop)), ("EUR", "49.90", (0, [])), "and saved in it")
    with copy_of(base) as shop:
        sql(shop, EDITS["a job's currency"] + "; UPDATE setting SET value = 'JPY' WHERE key = 'currency';"
                                              "INSERT OR IGNORE INTO setting (key, value) VALUES ('currency', 'JPY')")
        job = next(j["id"] for j in shop.ask("list", "job") if j["number"] == "2026-002")
        shop.ask("set", "job", job, "note=Calls at noon")
        tap.equal(shop.get("job", job)["currency"], "ZZZ", "but never read with other decimals")


def of_nothing(tap, _base):
    """A price for no quantity, which programs before took, is one for one: edited, issued and cancelled; no door takes it now."""
    with Shop() as shop:
        bea = shop.open().add("customer", name="Bea Koch", addresses=PLACE)
        line = {"name": "Work", "quantity": "1", "price": "10.00", "rate": "19", "category": "S"}
        bill = shop.write("bill.json", json.dumps({"currency": "EUR", "prices": "gross", "lines": [line]}))
        drafts = [shop.ask("invoice", "draft", "--customer", bea, "--file", bill)["id"] for _ in range(2)]
        sql(shop, "UPDATE invoice_line SET base_quantity = 0")
        shop.ask("set", "invoice", drafts[0], "note=Thank you")
        more = shop.get("invoice", drafts[0])["lines"] + [line | {"base_quantity": "-5"}]
        answer = shop.run("set", "invoice", drafts[0], "--file", shop.write("more.json", json.dumps({"lines": more})))
        tap.equal(answer.error, "refused", "one more of that kind is refused")
        kept = shop.get("invoice", drafts[0])["lines"][0]
        for change in ({"base_quantity": "-5"}, {"name": "Another", "price": "99.00"}):
            put = shop.write("put.json", json.dumps({"lines": [kept | change]}))
            tap.equal(shop.run("set", "invoice", drafts[0], "--file", put).error, "refused", f"so is another in its place, {change}")
        for change in ({"name": "Hours"}, {}):
            put = shop.write("put.json", json.dumps({"lines": [kept | change]}))
            tap.equal(shop.run("set", "invoice", drafts[0], "--file", put).code, 0, f"the line itself is edited, {change}")
        issued = [shop.ask("invoice", "issue", draft) for draft in drafts]
        tap.equal([invoice["gross"] for invoice in issued], ["10.00", "10.00"], "a price for no quantity is billed as it was")
        tap.equal(shop.ask("invoice", "cancel", issued[0]["id"])["gross"], "10.00", "and the invoice can be cancelled")
        tap.equal(told(shop), (0, []), "with which verify is content")
        shop.ask("export", shop.path("e.json"))
        with Shop() as other:
            tap.equal(other.ask("import", shop.path("e.json"))["refused"], 0, "and it goes into another shop")


def of_nothing_twice(tap, _base):
    """Of two such lines each stands once: the one is not billed again in the place of the other."""
    with Shop() as shop:
        bea = shop.open().add("customer", name="Bea Koch", addresses=PLACE)
        line = {"quantity": "1", "rate": "19", "category": "S"}
        lines = [line | {"name": "Work", "price": "10.00"}, line | {"name": "Part", "price": "20.00"}]
        bill = shop.write("bill.json", json.dumps({"currency": "EUR", "prices": "gross", "lines": lines}))
        draft = shop.ask("invoice", "draft", "--customer", bea, "--file", bill)["id"]
        sql(shop, "UPDATE invoice_line SET base_quantity = 0")
        work, part = shop.get("invoice", draft)["lines"]
        put = lambda *lines: shop.run("set", "invoice", draft, "--file", shop.write("put.json", json.dumps({"lines": lines})))
        again = {key: value for key, value in work.items() if key != "id"}
        tap.equal(put(work, again).error, "refused", "an old line is not there twice")
        tap.equal([kept["name"] for kept in shop.get("invoice", draft)["lines"]], ["Work", "Part"], "and none is lost")
        tap.equal(put(part, work).code, 0, "they change places")
        tap.equal(put(work | {"name": "Part"}, part).code, 0, "and names")
        tap.equal(put(part).code, 0, "and one goes")


def gaps(tap, base):
    for name, row in GAPS.items():
        with copy_of(base) as shop:
            sql(shop, f"INSERT INTO gap (series, first, last, reason, at) SELECT column1, column2, column3, 'restored', 1 FROM (VALUES {row})")
            code, problems = told(shop)
            tap.ok(code == 1 and len(problems) == 1 and "elsewhere" in problems[0], f"numbers {name}: verify tells that nobody gave them out", problems)
            tap.ok(shop.ask("backup", shop.path("b.zip"))["ok"], f"numbers {name}: a backup holds what the shop holds")
    with copy_of(base) as shop:
        shop.ask("backup", shop.path("b.zip"))
        with Shop() as other:
            other.ask("restore", "--last-number", "2026-0004", shop.path("b.zip"))
            tap.equal(told(other), (0, []), "what was given out elsewhere, as somebody said, is well")
            sql(other, "INSERT INTO gap (series, first, last, reason, at) VALUES ('2026', 3, 3, 'restored', 1)")
            tap.equal(told(other)[0], 1, "and nobody gives a number out twice")


def main():
    tap = Tap()
    with Shop() as base:
        fill(base)
        for part in (edited, of_older_schemas, of_schema_1, ahead, put_right, billed, of_nothing, of_nothing_twice, gaps):
            with tap.point(f"{part.__name__} to the end"):
                part(tap, base)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
