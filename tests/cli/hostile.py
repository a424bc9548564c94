# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An export in which somebody wrote: nothing of it stops the shop, bills work twice or makes a credit note of nothing, and
what is refused is refused by name."""
import copy
import json
import os
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

PLACE = [{"street": "Weg 1", "locality": "Berlin", "postcode": "10115", "country": "DE"}]
LINES = [{"name": "Chain", "quantity": "1", "price": "49.90", "rate": "19"}]
END = "9999-12-31T23:59:59Z"
ENDLESS = 253402300799  # the same


def written(shop):
    """A shop with a billed job, an open one, a draft and a complaint; its export."""
    who = shop.open().add("customer", name="Bea Koch", addresses=PLACE)
    done, _open = (shop.add("job", customer=who, fault="Flat", lines=LINES) for _ in range(2))
    shop.ask("job", "move", done, "collected", "--reason", "They moved away")
    shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", done)["id"])
    shop.ask("invoice", "draft", "--customer", who, "--file", shop.write("bill.json", json.dumps(
        {"currency": "EUR", "prices": "gross", "lines": [{"name": "Bell", "quantity": "1", "price": "20", "category": "S", "rate": "19"}]})))
    shop.add("complaint", f"customer={who}", "words=Squeaks", "received=2026-11-24T09:00:00Z")
    shop.ask("export", shop.path("a.json"))
    with open(shop.path("a.json"), encoding="utf-8") as stream:
        return json.load(stream)


def taken(shop, data, change):
    """What is refused of the changed export: name or id → reason. An import that fails raises."""
    data = copy.deepcopy(data)
    change(data)
    files = shop.ask("import", shop.write("b.json", json.dumps(data)))["files"]
    assert files[0]["error"] is None, files
    return {row["id"] or row["name"]: row["reason"] for row in files[0]["rows"] if row["result"] == "refused"}


def one(rows, **fields):
    return next(row for row in rows if all(row[name] == value for name, value in fields.items()))


def only(tap, refused, record, name):
    """It is refused for what it says, and else only what hangs on it."""
    along = [reason for other, reason in refused.items() if other != record]
    tap.ok(record in refused and "not in the shop" not in refused[record] and all("was not taken over" in reason for reason in along),
           f"{name}: refused, and what hangs on it", refused)


def ends(tap, shop, name):
    for command in ("due", "metrics", "verify"):
        answer = shop.run(command)  # the time that it may take is bounded
        tap.ok("CRITICAL" not in answer.err and answer.json is not None, f"{name}: {command} ends", answer)


def endless(tap, base, data):
    for began in (3, 2, 1):
        for field in ("received", "acknowledged"):
            # schema 1 let a complaint be answered next week
            for moment in (END, "2100-01-01T00:00:00Z", *(["2026-11-26T00:00:00Z"] if began > 1 else [])):
                def change(export):
                    export["began"] = began
                    export["complaint"][0] |= {field: moment, "acknowledged_how": "phone"}
                with Shop() as other:
                    refused = taken(other, data, change)
                    tap.equal(list(refused), [data["complaint"][0]["id"]], f"{field} {moment}, began {began}: refused by itself")
    for field in ("received", "acknowledged", "resolved"):
        with Shop() as other:
            taken(other, data, lambda export: None)
            database = sqlite3.connect(os.path.join(other.dir, "aftercare.db"), isolation_level=None)
            database.execute(f"UPDATE complaint SET {field} = {ENDLESS}")
            database.close()
            ends(tap, other, f"{field} at the end of time, by other means")
    who = data["customer"][0]["id"]
    for kind, fields in (("complaint", ("words=x", "received=")), ("complaint", ("words=x", "cause=x", "confirmation=confirmed", "resolved=")),
                         ("interaction", ("subject=x", "at=")), ("feedback", ("score=9", "at="))):
        answer = base.run("add", kind, f"customer={who}", *fields[:-1], fields[-1] + "2026-11-26T09:00:00Z")
        tap.equal(answer.error, "input", f"{kind} {fields[-1]}: no door takes what is still to come")


def drafts(tap, data):
    draft = one(data["invoice"], number=None)["id"]
    issued = one(data["invoice"], number="2026-0001")["id"]
    for more in ({"type": "381"}, {"corrects": issued}, {"type": "381", "corrects": issued}, {"to_pay_back": "100.00"}, {"prepaid": "-9.00"},
                 {"told": "2026-11-24T09:00:00Z"}, {"reminded": "2026-11-24T09:00:00Z"}, {"issued": "2026-01-01"}, {"sequence": 5}):
        with Shop() as other:
            refused = taken(other, data, lambda export: one(export["invoice"], number=None).update(more))
            tap.equal(list(refused), [draft], f"a draft with {more}: refused by itself")
    for edit in ("type = '381'", f"corrects = {issued}", "told = 1700000000"):
        with Shop() as other:
            taken(other, data, lambda export: None)
            other.open()
            database = sqlite3.connect(os.path.join(other.dir, "aftercare.db"), isolation_level=None)
            database.execute(f"UPDATE invoice SET {edit} WHERE number IS NULL")
            database.close()
            answer = other.run("invoice", "issue", draft)
            tap.equal((answer.error, other.get("invoice", draft)["number"]), ("refused", None), f"a draft with {edit}: is not issued")
            tap.equal(other.get("invoice", issued)["state"], "issued", f"a draft with {edit}: and credits nothing")


def jobs_of_invoices(tap, base, data):
    issued, billed = one(data["invoice"], number="2026-0001")["id"], one(data["job"], number="2026-001")["id"]
    other_job = one(data["job"], number="2026-002")["id"]
    for job in (None, other_job):
        with Shop() as other:
            refused = taken(other, data, lambda export: one(export["invoice"], id=issued).update(job=job))
            tap.ok(issued in refused and billed not in refused, f"an issued invoice of the job {job}: refused", refused)
        tap.equal(base.run("set", "invoice", issued, f"job={job or ''}").error, "refused", f"nor does a door give it to {job}")
        database = sqlite3.connect(os.path.join(base.dir, "aftercare.db"), isolation_level=None)
        try:
            database.execute("UPDATE invoice SET job = ? WHERE number = '2026-0001'", (job,))
            tap.ok(False, "the database keeps its job")
        except sqlite3.DatabaseError as error:
            tap.ok("cannot be changed" in str(error), "the database keeps its job", error)
        database.close()


def numbers(tap, data):
    who, job = data["customer"][0]["id"], one(data["job"], number="2026-002")["id"]
    for number in ("2026-999999999", "2026-99999999999999999999", "2026-0", "2026-02", "26-002", "-5", "x", "2026-002 "):
        with Shop() as other:
            refused = taken(other, data, lambda export: one(export["job"], id=job).update(number=number))
            only(tap, refused, job, f"a job numbered {number!r}")
            tap.equal(other.get("job", other.add("job", f"customer={who}"))["number"], "2026-003", f"{number!r}: and the next has the next")
    with Shop() as other:
        tap.equal(taken(other, data, lambda export: one(export["job"], id=job).update(number="2026-998999999")), {}, "the highest that leaves room")
        tap.equal(other.get("job", other.add("job", f"customer={who}"))["number"], "2026-999000000", "leaves room")
        tap.equal(other.run("verify").json["problems"], [], "and what the shop gave out behind it is its own")
        other.ask("export", other.path("own.json"))
        with Shop() as third:
            rows = third.ask("import", other.path("own.json"))["files"][0]["rows"]
            tap.equal([row for row in rows if row["result"] == "refused"], [], "which its export brings along")
            tap.equal(third.get("job", third.add("job", f"customer={who}"))["number"], "2026-999000001", "and goes on behind")


def settings(tap, data):
    for key, value in (("", "z"), ("evil", "x"), ("x" * 10000, "y"), ("../x", "y"), ("shop-name", 5), ("shop-logo", "../../etc/passwd")):
        with Shop() as other:
            refused = taken(other, data, lambda export: export["setting"].update({key: value}))
            tap.equal(len(refused), 1, f"a setting {key[:20]!r}: refused by name")
            tap.ok(all(key[:60] in name and len(name) < 100 for name in refused), f"{key[:20]!r}: by its own", refused)
            tap.equal(len(other.ask("list", "customer")), 1, f"{key[:20]!r}: and the rest came in")
    with Shop() as other:
        taken(other, data, lambda export: export["setting"].update({"began": "x", "restored": "x", "shop-street": None}))
        tap.equal(other.run("verify").code, 0, "what is of another database is left where it was")


def rest(tap, base, data):
    job = one(data["job"], number="2026-002")["id"]
    for more in ({"collected": "2026-11-24T09:00:00Z"}, {"returned": "2026-11-24T09:00:00Z"}, {"told": "2026-11-24T09:00:00Z"},
                 {"agreed_at": "2027-01-01T00:00:00Z"}):
        with Shop() as other:
            refused = taken(other, data, lambda export: one(export["job"], id=job).update(more))
            only(tap, refused, job, f"a received job with {more}")
    tap.equal(base.run("set", "job", job, "returned=2026-11-24T09:00:00Z").error, "refused", "nor does a door hand back what goes on")
    with Shop() as other:
        refused = taken(other, data, lambda export: export["customer"].append(
            export["customer"][0] | {"id": "4711", "name": "Unborn", "birthday": "2027-05-05", "addresses": []}))
        tap.equal(list(refused), ["4711"], "nobody is born in the future")
    with Shop() as other:
        refused = taken(other, data, lambda export: export["deferral"].append(
            {"id": "4712", "rule": "zzz", "record": job, "until": "2026-12-01", "created": "2026-11-24T12:00:00Z", "changed": "2026-11-24T12:00:00Z"}))
        tap.equal(list(refused), ["4712"], "nothing is put off that is never due")
    answer = base.run("backup", "-", cwd=base.top)
    tap.ok(answer.code == 2 and not os.path.exists(base.path("-")), "a backup is no stream, and no file named “-”", answer)


def main():
    tap = Tap()
    with Shop() as base:
        data = written(base)
        with Shop() as other:
            tap.equal(taken(other, data, lambda export: None), {}, "as it was written, all of it comes in")
            tap.equal([p for p in other.run("verify").json["problems"]], [], "and verify is content")
        for part, arguments in ((endless, (base, data)), (drafts, (data,)), (jobs_of_invoices, (base, data)), (numbers, (data,)),
                                (settings, (data,)), (rest, (base, data))):
            with tap.point(f"{part.__name__} to the end"):
                part(tap, *arguments)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
