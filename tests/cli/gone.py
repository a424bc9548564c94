# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What belongs to somebody who was deleted is in no list and goes for good with them: no door takes it in or works on it,
not even one that had asked a moment before; the shop's books go on."""
import json
import os
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import PROGRAM, Shop, Tap  # noqa: E402


def start(shop, *arguments):
    return subprocess.Popen([PROGRAM, "--data-dir", shop.dir, "--today", shop.today, "--json", *arguments],
                            stdout=subprocess.PIPE, text=True)


def has_open(process, path):
    folder = f"/proc/{process.pid}/fd"
    try:
        return any(os.path.realpath(os.path.join(folder, name)) == os.path.realpath(path) for name in os.listdir(folder))
    except FileNotFoundError:
        return False


def worked(process):
    """In ticks of the processor, by proc(5)."""
    with open(f"/proc/{process.pid}/stat", encoding="ascii") as stat:
        words = stat.read().rpartition(")")[2].split()
    return int(words[11]) + int(words[12])


def waits_for_the_lock(shop, process):
    """It has the shop open, and nothing to do for half a second."""
    path = os.path.join(shop.dir, "aftercare.db")
    for _ in range(60):
        if process.poll() is not None:
            return False
        before = worked(process) if has_open(process, path) else None
        time.sleep(0.5)
        if before is not None and process.poll() is None and worked(process) == before:
            return True
    return False


def deleted_while_it_waits(shop, customer, *arguments):
    """Another program deletes the customer in the transaction that this command waits for, after it has looked."""
    lock = sqlite3.connect(os.path.join(shop.dir, "aftercare.db"), isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    lock.execute("UPDATE customer SET deleted_at = changed WHERE id = ?", (customer,))
    waiting = start(shop, *arguments)
    asked = waits_for_the_lock(shop, waiting)
    lock.execute("COMMIT")
    lock.close()
    return asked, json.loads(waiting.communicate(timeout=60)[0]).get("error", {})


def meanwhile(tap, shop):
    lines = shop.write("lines.json", json.dumps({"currency": "EUR", "prices": "net", "lines": [
        {"name": "x", "quantity": "1", "unit": "C62", "price": "1", "category": "S", "rate": "19"}]}))
    for words in (("add", "job", "customer={}", "fault=Flat"), ("add", "interaction", "customer={}", "body=Words"),
                  ("add", "gift", "customer={}", "name=Bell", "state=idea"),
                  ("invoice", "draft", "--customer", "{}", "--file", lines)):
        who = shop.add("customer", "name=Ann Lee")
        asked, error = deleted_while_it_waits(shop, who, *[word.format(who) for word in words])
        tap.ok(asked and error.get("code") == "not-found" and "Ann Lee" in error["message"],
               f"{' '.join(words[:2])}: the customer is deleted meanwhile: refused, by name", error)
    for kind in ("job", "interaction", "gift", "invoice"):
        tap.equal(shop.ask("list", kind), [], f"and there is no {kind}")


def hidden(tap, shop):
    who = shop.add("customer", "name=Bea Koch")
    job = shop.add("job", f"customer={who}", "fault=Flat")
    note = shop.add("interaction", f"customer={who}", "body=Tea")
    before = shop.get("job", job), shop.get("interaction", note)
    shop.ask("remove", "customer", who)
    for words in (("job", "move", job, "working"), ("job", "move", job, "collected", "--reason", "x"),
                  ("set", "job", job, "found=Rust"), ("set", "interaction", note, "body=Coffee"),
                  ("remove", "interaction", note), ("remove", "job", job)):
        answer = shop.run(*words)
        tap.ok(answer.error == "not-found" and "Bea Koch" in answer.out,
               f"{' '.join(words[:2])} of one who was deleted: refused, by name", answer)
    answer = shop.ask("undelete", "interaction", note)
    tap.equal([one["id"] for one in answer.get("along", [])], [who], "undelete of their note brings them back, and says so")
    tap.equal((shop.get("job", job), shop.get("interaction", note)), before, "and all is as it was")


def exported(shop, kind):
    return shop.run("export", "--format", "csv", "--kind", kind, "-", raw=True).out.strip().splitlines()[1:]


def given_away(tap, shop):
    """No list that leaves the shop holds what is theirs, and no figure counts it."""
    who = shop.add("customer", "name=Gus Hart")
    theirs = {"device": {"name": "Cargo bike"}, "job": {"fault": "Flat", "no_plan_reason": "x", "lines": [
        {"name": "Work", "quantity": "1", "price": "10", "rate": "19", "category": "S"}]}, "interaction": {"body": "Private words"},
              "followup": {"kind": "other", "title": "Call", "due": "2026-12-01"}, "occasion": {"name": "Day", "date": "--12-24"},
              "gift": {"name": "Bell", "state": "idea"}, "complaint": {"words": "Bad words", "received": "2026-11-23T09:00:00Z"},
              "feedback": {"score": 2}}
    ids = {kind: shop.add(kind, customer=who, **fields) for kind, fields in theirs.items()}
    for at, fields in (("23T11", {"complaint": ids["complaint"]}), ("18T10", {"direction": "in"}), ("18T12", {})):
        shop.add("interaction", customer=who, **({"direction": "out", "channel": "email", "body": "So it was",
                                                   "at": f"2026-11-{at}:00:00Z"} | fields))
    shop.ask("job", "move", ids["job"], "ready")
    stays = shop.add("customer", "name=Ida Voss")
    score = shop.add("feedback", customer=stays, score=9)

    def figures():
        metrics = shop.ask("metrics", today="2026-12-10")
        return metrics["nps"]["n"], metrics["billing"]["waiting"], metrics["frt"]["n"]
    tap.equal(([kind for kind in theirs if not exported(shop, kind)], figures()), ([], (2, 1, 2)), "what is theirs is in the lists")
    shop.ask("remove", "customer", who)
    for kind in theirs:
        rows = [row.split(",")[0] for row in exported(shop, kind)]
        tap.equal((rows, [row["id"] for row in shop.ask("list", kind)]), ([score] if kind == "feedback" else [],) * 2,
                  f"whose is deleted is in no list of {kind}s, exported or not")
    tap.equal(figures(), (1, 0, 0), "nor in a figure")
    shop.ask("undelete", "customer", who)
    tap.equal(([kind for kind in theirs if not exported(shop, kind)], figures()), ([], (2, 1, 2)), "they come back with them")
    bill = shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", ids["job"])["id"])
    shop.ask("remove", "customer", who)
    tap.equal([one["id"] for one in shop.ask("payment", "balance", who)["open"]], [bill["id"]], "what they owe stays in the books")
    tap.equal(shop.run("payment", "balance", ids["device"]).error, "not-found", "and is asked of nobody else")


def rows_of(answer, result):
    return [(row["name"], row.get("reason") or "") for part in answer["files"] for row in part["rows"] if row["result"] == result]


def read(path):
    with open(path, encoding="utf-8") as stream:
        return json.load(stream)


def another(records, **fields):
    return records + [records[0] | fields]


def imported(tap, shop, other):
    """A later export of the same shop, in which they are there, and have a new note and a new job, one of them billed."""
    who = shop.add("customer", "name=Xen")
    shop.add("interaction", f"customer={who}", "body=Old")
    shop.add("job", customer=who, fault="Old")
    archive = shop.path("archive.json")
    shop.ask("export", archive)
    data = read(archive)
    data["interaction"] = another(data["interaction"], id="909", body="New words")
    data["job"] = another(data["job"], id="910", number="2026-050", fault="New")
    data["followup"] = [{"id": "911", "customer": who, "job": "910", "kind": "check", "title": "Well?", "due": "2026-12-01",
                         "state": "open", "created": data["job"][0]["created"],
                         "changed": data["job"][0]["created"]}]
    later = shop.write("later.json", json.dumps(data))
    shop.ask("remove", "customer", who)
    answer = shop.ask("import", later)
    tap.equal(rows_of(answer, "new"), [], "nothing comes in for one who was deleted here")
    refused = rows_of(answer, "refused")
    tap.equal(len([reason for _, reason in refused if "deleted here" in reason]), 3, "and the rows say why")
    shop.ask("undelete", "customer", who)
    tap.equal(shop.ask("import", later)["new"], 3, "once they are back, all of it does")
    shop.ask("remove", "customer", who)
    shop.ask("export", archive)
    answer = other.ask("import", archive)
    tap.equal(rows_of(answer, "refused"), [], "what was hidden with one who was deleted comes back whole elsewhere")
    other.ask("undelete", "customer", who)
    tap.equal(len(other.ask("list", "job")), 2, "and is there with them")
    tap.equal((shop.ask("verify")["ok"], other.ask("verify")["ok"]), (True, True), "verify is content")


def billed(tap, shop, other):
    """What was billed keeps its job, and comes with it, whoever was deleted here."""
    who = shop.add("customer", name="Yan", addresses=[{"street": "Weg 1", "locality": "Berlin", "postcode": "10115", "country": "DE"}])
    shop.add("interaction", f"customer={who}", "body=Old")
    before = shop.path("before.json")
    shop.ask("export", before)
    other.ask("import", before)
    job = shop.add("job", customer=who, fault="Chain",
                   lines=[{"name": "Chain", "quantity": "1", "price": "49.90", "rate": "19"}])
    shop.ask("job", "move", job, "ready")
    shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", job)["id"])
    after = shop.path("after.json")
    shop.ask("export", after)
    other.ask("remove", "customer", who)
    answer = other.ask("import", after)
    tap.equal((shop.get("job", job)["number"], other.get("job", job)["number"]), ("2026-001", "2026-001"),
              "the job of an issued invoice comes with it")
    tap.ok(not [row for row in rows_of(answer, "refused") if "2026-0001" in row[0]], "which is not refused", answer)
    tap.equal([bill["number"] for bill in other.ask("list", "invoice")], ["2026-0001"], "and stands in the books")
    tap.equal(other.ask("verify")["ok"], True, "verify is content")
    bill = other.ask("list", "invoice")[0]["id"]
    other.ask("invoice", "pay", bill, "49.90")
    other.ask("invoice", "cancel", bill)
    tap.equal(other.ask("verify")["ok"], True, "it is paid and cancelled whoever was deleted")


def main():
    tap = Tap()
    for test in (meanwhile, hidden, given_away):
        with Shop() as shop:
            test(tap, shop.open())
    for test in (imported, billed):
        with Shop() as shop, Shop() as other:
            test(tap, shop.open(), other)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
