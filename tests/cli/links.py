#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What refers to what: every field of every kind that names another record, at every door. Nobody names themselves, be it over
others, nor what there is not, nor what is another customer's; verify tells what stands all the same."""
import copy
import json
import os
import shutil
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

PLACE = [{"street": "Weg 1", "locality": "Berlin", "postcode": "10115", "country": "DE"}]
LINES = [{"name": "Chain", "quantity": "1", "price": "49.90", "rate": "19", "category": "S"}]
NOWHERE = "4711"
RING = "leads back to where it begins"
OTHERS = "is another customer’s"


def sql(shop, statement):
    database = sqlite3.connect(os.path.join(shop.dir, "aftercare.db"), isolation_level=None)
    database.executescript(statement)
    database.close()


def copy_of(shop):
    other = Shop()
    shutil.copytree(shop.dir, other.dir)
    return other


def person(shop, name):
    """One of each kind that is somebody's, each referring to whatever of theirs it can; by kind."""
    own = {"customer": shop.add("customer", name=name, addresses=PLACE), "staff": shop.add("staff", f"name=Ida of {name}")}
    own["text"] = shop.add("text", f"name=Words for {name}", "body=Hello", "situation=other")
    own["plan"] = shop.add("plan", name=f"Plan for {name}", steps=[{"title": "Look", "kind": "check", "anchor": "handover", "days": 3}])
    who = {"customer": own["customer"]}
    own["device"] = shop.add("device", name="Bicycle", **who)
    own["job"] = shop.add("job", fault="Flat", lines=LINES, device=own["device"], staff=own["staff"], plan=own["plan"], **who)
    own["feedback"] = shop.add("feedback", score=10, comment="Fine", job=own["job"], staff=own["staff"], **who)
    own["complaint"] = shop.add("complaint", words="Squeaks", job=own["job"], feedback=own["feedback"], received_by=own["staff"], **who)
    own["followup"] = shop.add("followup", title="Ring up", due="2026-12-01", job=own["job"], complaint=own["complaint"], text=own["text"],
                               staff=own["staff"], **who)
    own["interaction"] = shop.add("interaction", subject="Tea", body="With milk", job=own["job"], followup=own["followup"],
                                  complaint=own["complaint"], staff=own["staff"], **who)
    own["gift"] = shop.add("gift", name="Bell", cost="5", staff=own["staff"], **who)
    own["occasion"] = shop.add("occasion", name="Shop day", date="--05-05", **who)
    done = shop.add("job", fault="Bell", lines=LINES, **who)
    shop.ask("job", "move", done, "ready")
    own["invoice"] = shop.ask("invoice", "draft", "--job", done)["id"]
    issued = shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--customer", own["customer"], "--file", shop.write(
        "bill.json", json.dumps({"currency": "EUR", "prices": "gross", "lines": LINES})))["id"])["id"]
    shop.ask("invoice", "pay", issued, "10")
    own["payment"] = next(p["id"] for p in shop.ask("list", "payment") if p["invoice"] == issued)
    shop.ask("set", "customer", own["customer"], f"contact={own['staff']}")
    return own


def data_of(shop):
    shop.ask("export", shop.path("all.json"))
    with open(shop.path("all.json"), encoding="utf-8") as file:
        return json.load(file)


def links(shop, kinds):
    """(kind, field, of) of every reference that a person sets."""
    return [(kind, field["field"], field["of"]) for kind in kinds for field in shop.ask("fields", kind)
            if field["type"] == "record" and not field["computed"]]


def row_of(data, kind, record):
    return next(row for row in data[kind] if row["id"] == record)


def with_copies(data, own, found, target):
    """For each reference a copy of its record that refers to what target says, and their ids."""
    data, ids = copy.deepcopy(data), {}
    for number, (kind, field, of) in enumerate(found, 1):
        ids[kind, field] = str(900000 + number)
        row = row_of(data, kind, own[kind]) | {"id": ids[kind, field], field: target(of)}
        data[kind].append(row | ({"number": f"2026-{900 + number}"} if kind == "job" else {}))
    return data, ids


def imported(data):
    """A new shop that took it over, and its report."""
    other = Shop()
    report = other.ask("import", other.write("export.json", json.dumps(data)))
    return other, {row["id"]: row for file in report["files"] for row in file["rows"] if row["id"]}


def dangling(tap, base, ann, _ben):
    """What there is not, nobody names: refused by add and set, and in a file with its row; a backup cannot hold it."""
    found = links(base, ann)
    tap.ok(len(found) > 20, "the kinds that refer to others are all here", len(found))
    for kind, field, _of in found:
        for words in (("set", kind, ann[kind], f"{field}={NOWHERE}"), ("add", kind, f"{field}={NOWHERE}")):
            answer = base.run(*words)
            tap.ok(answer.error in ("not-found", "input", "refused"), f"{kind}.{field} of nothing: {words[0]} refuses", answer)
    data, ids = with_copies(data_of(base), ann, found, lambda _of: NOWHERE)
    other, rows = imported(data)
    with other:
        for (kind, field), record in ids.items():
            tap.ok(rows[record]["result"] == "refused" and rows[record]["reason"], f"{kind}.{field} of nothing: an import names the row", rows[record])
        tap.equal([row for row in rows.values() if row["result"] == "refused" and row["id"] not in ids.values()], [], "and takes every other")
        tap.equal(other.run("verify").json["problems"], [], "and verify is content")


ELSEWHERE = "What it names as “{}” is not in the shop, and this file did not bring it. If another file has it, import that one first, and then this one again."


def parted(tap, base, ann, _ben):
    """A call, and the step that it names, in two files: whichever comes first, both get in, and who has to do something is told what."""
    data = data_of(base)
    step = {"customer": data["customer"], "followup": [row_of(data, "followup", ann["followup"]) | {"complaint": None, "job": None}], "text": data["text"], "staff": data["staff"]}
    call = {"interaction": [row_of(data, "interaction", ann["interaction"]) | {"complaint": None, "job": None}]}
    head = {key: value for key, value in data.items() if not isinstance(value, list)}
    files = [base.write(name, json.dumps(head | part)) for name, part in (("call.json", call), ("step.json", step))]
    with Shop() as other:
        other.ask("import", *reversed(files))
        tap.equal(other.get("interaction", ann["interaction"])["followup"], ann["followup"], "the step first: the call comes with it")
    with Shop() as other:
        rows = [row for file in other.ask("import", *files)["files"] for row in file["rows"] if row["result"] == "refused"]
        tap.equal([(row["id"], row["reason"]) for row in rows], [(ann["interaction"], ELSEWHERE.format("Customer"))], "the call first: its row says what to do, and no other does")
        tap.equal([row["result"] for file in other.ask("import", files[0])["files"] for row in file["rows"] if row["id"] == ann["interaction"]], ["new"], "once more, it comes")
        tap.equal((other.get("interaction", ann["interaction"])["followup"], other.run("verify").json["problems"]), (ann["followup"], []), "with its step, and verify is content")
    row_of(data, "job", ann["job"])["received"] = None
    other, rows = imported(data)
    with other:
        tap.equal((rows[ann["job"]]["result"], rows[ann["interaction"]]["reason"]), ("refused", "What it names as “Job” is not in the shop and was not taken over."),
                  "for what the same file has, and is refused, nobody is sent to look")


def own_kinds(shop, kinds):
    return [(kind, field) for kind, field, of in links(shop, kinds) if of == kind]


def rings(tap, base, ann, ben):
    """A job does not come back of itself, nor of one that comes back of it. The record is worth more than the link."""
    found = own_kinds(base, ann)
    tap.equal(found, [("customer", "referred_by"), ("job", "comes_back_of")], "the kinds that refer to their own")
    for kind, field in found:
        one, two = ann[kind], ben[kind]
        for name, refer in (("itself", {one: one}), ("one that does", {one: two, two: one})):
            with copy_of(base) as shop:
                *first, (last, to) = refer.items()
                for record, target in first:
                    shop.ask("set", kind, record, f"{field}={target}")
                answer = shop.run("set", kind, last, f"{field}={to}")
                tap.ok(answer.error == "input" and RING in answer.json["error"]["message"], f"{kind}.{field} to {name}: set refuses", answer)
                file = shop.write("set.json", json.dumps({field: to}))
                tap.equal(shop.run("set", kind, last, "--file", file).error, "input", f"{kind}.{field} to {name}: from a file, too")
            data = data_of(base)
            for record, target in refer.items():
                row_of(data, kind, record)[field] = target
            for began in (1, 3):
                other, rows = imported(data | {"began": began})
                with other:
                    if kind == "customer" and len(refer) == 1:  # which no schema took
                        tap.equal(rows[one]["result"], "refused", "nobody is referred by themselves: refused")
                        continue
                    told = [rows[record] for record in refer if rows[record]["reason"]]
                    tap.ok(len(told) == 1 and told[0]["result"] == "new" and RING in told[0]["reason"],
                           f"{kind}.{field} to {name}, began with {began}: comes without it, and is told", rows)
                    tap.equal([row for row in rows.values() if row["result"] == "refused"], [], "and nothing else is lost")
                    tap.equal(len([r for r in refer if other.get(kind, r)[field]]), len(refer) - 1, "the ring is open")
                    tap.equal(other.run("verify").json["problems"], [], "and verify is content")
                    again = other.ask("import", other.path("export.json"))
                    tap.equal((again["new"], again["refused"]), (0, 1), "imported again: what is here is kept")
            with copy_of(base) as shop:
                for record, target in refer.items():
                    sql(shop, f"UPDATE {kind} SET {field} = {target} WHERE id = {record}")
                stands(tap, shop, kind, field, refer)


def stands(tap, shop, kind, field, refer):
    """What is in the database already: a fault, but of several a note, for no program before this one asked."""
    told, name = "problems" if len(refer) == 1 else "notes", f"{kind}.{field} of {len(refer)} in the database"
    report = shop.run("verify").json
    tap.equal((sorted((p["id"], p["kind"]) for p in report[told]), report["ok"]), (sorted((record, "value") for record in refer), told == "notes"),
              f"{name}: verify tells it")
    shop.ask("backup", shop.path("b.zip"))
    with Shop() as back:
        back.ask("restore", "--last-number", "none", shop.path("b.zip"))
        tap.equal(len(back.run("verify").json[told]), len(refer), "and so it is where its backup was restored")
        back.ask("set", kind, next(iter(refer)), f"{field}=")
        report = back.run("verify").json
        tap.equal((report["problems"], report["notes"]), ([], []), "until somebody takes it out")
    if kind == "customer" and len(refer) == 1:
        return
    tap.ok(all(RING in p["what"] for p in report[told]), "by its rule", report)
    sql(shop, "UPDATE setting SET value = '2' WHERE key = 'began'")
    report = shop.run("verify")
    tap.ok(report.code == 0 and len(report.json["notes"]) == len(refer), "of an older shop it is a note", report)


def strangers(tap, base, ann, ben):
    """What is another customer's, and would have gone along with its record, is none of this one's. A device may have changed
    hands, and a job may come back of its former owner's."""
    mine = {"job", "feedback", "complaint", "followup"}
    found = [(kind, field, of) for kind, field, of in links(base, ann) if of in mine and (kind, field) != ("job", "comes_back_of")]
    tap.ok(len(found) >= 9, "all that is about what is somebody's", found)
    for kind, field, of in found:
        name = f"{kind}.{field} of somebody else"
        answer = base.run("set", kind, ann[kind], f"{field}={ben[of]}")
        tap.ok(answer.error == "refused", f"{name}: set refuses", answer)
        file = base.write("add.json", json.dumps({"customer": ann["customer"], field: ben[of]} | {
            "interaction": {"subject": "x"}, "followup": {"title": "x", "due": "2026-12-01"}, "feedback": {"score": 9},
            "complaint": {"words": "x"}, "invoice": {"lines": LINES}}.get(kind, {})))
        tap.equal(base.run("add", kind, "--file", file).error, "refused", f"{name}: add refuses")
    data, ids = with_copies(data_of(base), ann, found, ben.get)
    for began in (1, 2, 3):
        other, rows = imported(data | {"began": began})
        with other:
            for kind, field, of in found:
                record, stays = ids[kind, field], ben[of] if began == 1 else None
                tap.equal((rows[record]["result"], OTHERS in (rows[record]["reason"] or ""), other.get(kind, record)[field]), ("new", not stays, stays),
                          f"{kind}.{field} of somebody else, began with {began}: comes {'as it is' if stays else 'without it, and is told'}")
            tap.equal([row for row in rows.values() if row["result"] == "refused"], [], "and nothing is lost")
            report = other.run("verify").json
            noted = {note["id"] for note in report["notes"] if OTHERS in note["what"]}
            tap.equal((report["problems"], noted), ([], set(ids.values()) if began == 1 else set()), "and verify is content, and tells what stands")
            sql(other, "UPDATE setting SET value = '3' WHERE key = 'began'")
            told = {p["id"] for p in other.run("verify").json["problems"] if OTHERS in p["what"]}
            tap.equal(told, noted, "of a shop that was always asked it is a fault")
    with copy_of(base) as shop:
        shop.ask("set", "device", ann["device"], f"customer={ben['customer']}")
        shop.ask("set", "job", ben["job"], f"comes_back_of={ann['job']}")
        tap.ok(shop.ask("verify")["ok"], "a device that changed hands leaves its jobs where they were")
        other, rows = imported(data_of(shop))
        with other:
            tap.equal([row for row in rows.values() if row["reason"]], [], "and comes as it is")


def billed(tap, base, ann, ben):
    """A draft for somebody else's job is told, and not issued: who owes it would owe another's work, and that one would owe nothing."""
    for field, value in (("customer", ben["customer"]), ("job", ben["job"])):
        with copy_of(base) as shop:
            sql(shop, f"UPDATE invoice SET {field} = {value}, early_reason = 'They asked' WHERE id = {ann['invoice']}")
            told = [p["id"] for p in shop.run("verify").json["problems"] if OTHERS in p["what"]]
            tap.equal(told, [ann["invoice"]], f"a draft whose {field} is another's: verify tells it")
            lacks = [lack for lack in shop.ask("invoice", "check", ann["invoice"]) if lack["field"] == "job"]
            tap.ok(len(lacks) == 1 and OTHERS in lacks[0]["sentence"], "so does the check before it is issued", lacks)
            answer = shop.run("invoice", "issue", ann["invoice"])
            tap.ok(answer.code == 1 and OTHERS in answer.out, "and it is not issued", answer)
            shop.ask("set", "invoice", ann["invoice"], "job=")
            tap.ok(shop.ask("invoice", "issue", ann["invoice"])["number"] and shop.ask("verify")["ok"], "until that is taken out")


def several(tap, base, ann, ben):
    """Of a record that comes without more than one link, each is told."""
    mine = ("job", "complaint", "followup")
    labels = {field["field"]: field["label"] for field in base.ask("fields", "interaction")}
    data = data_of(base)
    row_of(data, "interaction", ann["interaction"]).update({kind: ben[kind] for kind in mine})
    other, rows = imported(data)
    with other:
        row = rows[ann["interaction"]]
        tap.equal((row["result"], [other.get("interaction", row["id"])[kind] for kind in mine]), ("new", [None] * 3), "it comes without any of them")
        tap.equal([kind for kind in mine if f"“{labels[kind]}”" not in row["reason"]], [], "and each is told")


def given_away(tap, base, ann, ben):
    """What goes to another customer takes along what is about it, so that nothing of it is a stranger there."""
    for kind in ("job", "feedback", "complaint", "followup", "interaction"):
        with copy_of(base) as shop:
            answer = shop.run("set", kind, ann[kind], f"customer={ben['customer']}")
            report = shop.run("verify").json
            tap.equal((report["problems"], report["notes"]), ([], []), f"a {kind} of somebody else ({answer.error}): verify is content")


def computed(tap, base, ann, _ben):
    """What the program writes itself has rules of its own: no document corrects itself, and no payment is its own half."""
    bill = next(row for row in data_of(base)["invoice"] if row["number"])
    for kind, record, field in (("invoice", bill["id"], "corrects"), ("payment", ann["payment"], "carried")):
        changed = data_of(base)
        row_of(changed, kind, record)[field] = record
        other, rows = imported(changed)
        with other:
            tap.ok(rows[record]["result"] == "refused", f"{kind}.{field} of itself: refused", rows[record])
            tap.equal(other.run("verify").json["problems"], [], "and verify is content")
        tap.equal(base.run("set", kind, record, f"{field}={record}").error, "input", f"{kind}.{field} is set by nobody")


def writers(tap, base, ann, ben):
    """Who changed it last is kept where it is somebody; a colleague who is gone is nobody, and no reason to do without the record."""
    data = data_of(base)
    for owner, writer in ((ann, ann["staff"]), (ben, NOWHERE)):
        for kind in ("customer", "gift", "job"):
            row_of(data, kind, owner[kind])["changed_by"] = writer
    row_of(data, "invoice", next(row["id"] for row in data["invoice"] if row["number"]))["changed_by"] = NOWHERE
    other, rows = imported(data)
    with other:
        tap.equal([row for row in rows.values() if row["result"] != "new" or row["reason"]], [], "every row comes in, and nothing is said of it")
        after = data_of(other)
        tap.equal([row_of(after, kind, ann[kind]).get("changed_by") for kind in ("customer", "gift", "job")], [ann["staff"]] * 3, "a colleague is kept")
        tap.equal([row_of(after, kind, ben[kind]).get("changed_by") for kind in ("customer", "gift", "job")], [None] * 3, "and nobody is not")
        tap.equal([row for kind in after.values() if isinstance(kind, list) for row in kind if row.get("changed_by") == NOWHERE], [],
                  "of no kind, a document that was issued included")
        tap.equal(other.run("verify").json["problems"], [], "and verify is content")


def seen_to(tap, base, ann, ben):
    """Who was called, or answered, has seen to no step of somebody else, whatever a file says."""
    with copy_of(base) as shop:
        steps = {owner["customer"]: shop.add("followup", customer=owner["customer"], title="Ring", due="2026-12-01") for owner in (ann, ben)}
        for kind in ("interaction", "feedback"):
            for whose, step in steps.items():
                said = {"id": "900001", "seen_to": step, "created": "2026-11-25T12:00:00Z", "changed": "2026-11-25T12:00:00Z", "job": None}
                said |= {"direction": "out", "channel": "phone", "followup": None, "complaint": None} if kind == "interaction" else {}
                with copy_of(shop) as other:
                    data = data_of(other)
                    data[kind].append(row_of(data, kind, ann[kind]) | said)
                    other.ask("import", other.write("seen.json", json.dumps(data)))
                    tap.ok(other.get(kind, "900001")["customer"] == ann["customer"], f"{kind}: it comes")
                    theirs = whose == ann["customer"]
                    if kind == "interaction" or not theirs:
                        tap.equal(other.get("followup", step)["state"], "done" if theirs else "open", f"{kind}: {'their' if theirs else 'nobody else’s'} step is seen to")
                    other.ask("remove", kind, "900001")
                    tap.equal((other.get("followup", step)["state"], other.ask("verify")["problems"]), ("open", []), f"{kind}: taken out, the step waits")


def main():
    tap = Tap()
    with Shop() as base:
        ann, ben = person(base.open(), "Ann One"), person(base, "Ben Two")
        tap.ok(base.ask("verify")["ok"], "a shop in which everything refers to something is whole")
        for part in (dangling, parted, rings, strangers, billed, several, given_away, computed, writers, seen_to):
            with tap.point(f"{part.__name__} to the end"):
                part(tap, base, ann, ben)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
