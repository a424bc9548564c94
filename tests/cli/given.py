#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a record is given to name, by itself or in a row of its lists, is there: every reference of every kind, at every door. What
was deleted afterwards is named on, and hinders nobody who changes something else."""
import copy
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402
from links import LINES, NOWHERE, copy_of, data_of, imported, person, row_of  # noqa: E402

NEW = {"complaint": {"words": "x"}, "customer": {"name": "New"}, "device": {"name": "New"}, "feedback": {"score": 9}, "gift": {"name": "New"},
       "followup": {"title": "x", "due": "2026-12-01"}, "interaction": {"subject": "x"}, "invoice": {"lines": LINES}, "job": {"fault": "x"},
       "occasion": {"name": "x", "date": "--05-05"}, "plan": {"name": "New"}, "staff": {"name": "New"},
       "text": {"name": "New", "situation": "other", "body": "x"}}
SHOPS = ("customer", "plan", "staff", "text")  # nobody's but the shop's
# What is done about a record, one after the other, that touches none of what it names.
ACTS = {
    "complaint": [["cause=The bell", "confirmation=confirmed", "resolved=2026-11-24T22:00:00Z"], ["confirmation=", "resolved="],
                  ["confirmation=confirmed", "resolved=2026-11-24T22:30:00Z"]],
    "job": ["job move {} working", "job move {} ready", "job move {} collected", "invoice draft --job {}", "job move {} ready", "job move {} collected"],
    "followup": [["due=2026-12-03"], ["state=done"], ["state=open"], ["state=let-go", "reason=No need"]],
    "interaction": [["direction=out", "channel=phone"], ["outcome=Nobody answered"], ["outcome="]],
    "feedback": [["score=2"], ["score=3", "comment=No"], ["score=9"], ["score=1"]],
    "invoice": ["invoice issue {}", "invoice pay {} 5", "invoice cancel {}"],
}


def fill(shop, name):
    own = person(shop, name)
    steps = [{"title": "Look", "kind": "check", "anchor": "handover", "days": 3},
             {"title": "Write", "kind": "check", "anchor": "handover", "days": 5, "text": own["text"]}]
    reached = {"phones": [{"number": "030 123456"}], "emails": [{"address": "ann@example.org"}], "tags": ["Regular"]}
    shop.ask("set", "customer", own["customer"], "--file", shop.write("reached.json", json.dumps(reached)))
    own["plan"] = shop.add("plan", name=f"Steps for {name}", steps=steps)
    return own


def references(shop, kinds):
    """(kind, the list or None, field, of, belongs) of every reference that somebody sets."""
    for kind in kinds:
        for field in shop.ask("fields", kind):
            if field["type"] == "record" and not field["computed"]:
                yield kind, None, field["field"], field["of"]
            for inner in field.get("fields") or () if not field["computed"] else ():
                if inner["type"] == "record":
                    yield kind, field["field"], inner["field"], field["field"] and inner["of"]


def changed(row, within, field, to):
    """The record, or the first row of its list, naming that."""
    row = copy.deepcopy(row)
    (row[within][0] if within else row)[field] = to
    return row


def doors(shop, own, kind, within, field, to):
    """(door, answer) of each at which somebody enters it."""
    given = new = {field: to}
    if within:
        first, *others = [{name: value for name, value in row.items() if value is not None} for row in shop.get(kind, own[kind])[within]]
        given, new = {within: [first | {field: to}] + others}, {within: [first | {field: to}]}
    yield "set --file", shop.run("set", kind, own[kind], "--file", shop.write("set.json", json.dumps(given)))
    if not within:
        yield "set", shop.run("set", kind, own[kind], f"{field}={to}")
    new = ({} if kind in SHOPS else {"customer": own["customer"]}) | NEW[kind] | new
    yield "add --file", shop.run("add", kind, "--file", shop.write("new.json", json.dumps(new)))


def check_doors(tap, base, own, name, target):
    """What target says of a reference, no door takes, and each says a sentence."""
    with copy_of(base) as shop:
        for kind, within, field, of in references(base, own):
            if kind == "payment" or (kind, field) == ("invoice", "customer"):  # money has rules of its own
                continue
            to, before = target(shop, own, of), shop.get(kind, own[kind])
            for door, answer in doors(shop, own, kind, within, field, to):
                what = f"{kind}.{within + '.' if within else ''}{field} of {name}: {door}"
                tap.ok(answer.error in ("not-found", "refused"), f"{what} refuses", answer)
                tap.ok(answer.code and "other data" not in answer.json["error"]["message"], f"{what} says what", answer)
            tap.equal(shop.get(kind, own[kind]), before, f"{kind}.{field} of {name}: nothing was changed")
        tap.ok(shop.ask("verify")["ok"], f"of {name}: verify is content")


def nowhere(tap, base, own):
    check_doors(tap, base, own, "nothing", lambda *_: NOWHERE)


def another_kind(tap, base, own):
    check_doors(tap, base, own, "another kind", lambda _shop, own, of: own["occasion" if of != "occasion" else "gift"])


def deleted(tap, base, own):
    """A second one of the kind, which nothing hangs on."""
    def gone(shop, own, of):
        one = shop.add(of, **({} if of in SHOPS else {"customer": own["customer"]}), **NEW[of])
        shop.ask("remove", of, one)
        return one
    check_doors(tap, base, own, "what was deleted", gone)


def afterwards(tap, base, own):
    """Who edits something else is not asked for what was deleted since, and a plan is followed as it stands."""
    for of in ("staff", "text"):
        with copy_of(base) as shop:
            shop.ask("remove", of, own[of])
            for kind, field, value in (("plan", "note", "Mine"), ("job", "note", "Mine"), ("followup", "title", "Other"), ("customer", "note", "Mine"),
                                       ("complaint", "words", "Other"), ("gift", "note", "Mine"), ("interaction", "subject", "Other")):
                names = [f["field"] for f in shop.ask("fields", kind)]
                if field in names:
                    tap.equal(shop.run("set", kind, own[kind], f"{field}={value}").code, 0, f"{of} deleted since: {kind}.{field} is changed")
            steps = [{k: v for k, v in row.items() if v is not None} for row in shop.get("plan", own["plan"])["steps"]]
            steps[0]["days"] = 9
            file = shop.write("steps.json", json.dumps({"steps": steps}))
            tap.equal(shop.run("set", "plan", own["plan"], "--file", file).code, 0, f"{of} deleted since: another step is changed")
            tap.equal([row["text"] for row in shop.get("plan", own["plan"])["steps"]], [None, own["text"]], "and the other names what it named")
            shop.ask("remove", "plan", own["plan"])
            tap.equal(shop.run("undelete", "plan", own["plan"]).code, 0, f"{of} deleted since: the plan comes back")
            hand_over(tap, shop, own, of)
            tap.ok(shop.ask("verify")["ok"], "and verify is content")
            other, rows = imported(data_of(shop))
            with other:
                tap.equal([row for row in rows.values() if row["result"] != "new"], [], "and its export comes in whole")


def hand_over(tap, shop, own, of):
    job = shop.add("job", customer=own["customer"], fault="Chain", lines=LINES, plan=own["plan"])
    shop.ask("job", "move", job, "ready")
    tap.equal(shop.run("job", "move", job, "collected").code, 0, f"{of} deleted since: a job is handed over by the plan")
    tap.equal([f["text"] for f in shop.ask("list", "followup") if f["job"] == job and f["title"] == "Write"], [own["text"]], "and its step is there")
    answer = shop.run("invoice", "draft", "--job", own["job"])
    tap.equal(answer.code, 0, f"{of} deleted since: their job is billed")
    tap.equal(shop.get("invoice", answer.json["id"])["contact"], None if of == "staff" else own["staff"], "and names who is there")
    score = shop.run("add", "feedback", f"customer={own['customer']}", "score=2", "comment=No")
    tap.equal(score.code, 0, f"{of} deleted since: a bad answer opens its complaint")


def acts_on(shop, kind, record):
    """(words, the answer) of each, and of a word in each field that takes one."""
    words = [[f"{field['field']}=Other"] for field in shop.ask("fields", kind) if field["type"] == "text" and not field["computed"]]
    for act in words + ACTS.get(kind, []):
        done = act.format(record).split() if isinstance(act, str) else ["set", kind, record, *act]
        yield " ".join(done), shop.run(*done)


def names_by(shop, own):
    """(kind, field, of, to) of each reference that is set in what is here, but for whose it is."""
    for kind, within, field, of in references(shop, own):
        row = shop.get(kind, own[kind])
        for to in {r[field] for r in (row[within] if within else [row]) if r[field] and field != "customer"}:
            yield kind, field, of, to


def unhindered(tap, base, own):
    """Whatever was deleted since, whoever does something else about what names it is not refused."""
    named, works = list(names_by(base, own)), {}
    for kind in {kind for kind, *_ in named}:
        with copy_of(base) as shop:
            works[kind] = {words for words, answer in acts_on(shop, kind, own[kind]) if answer.code == 0}
    for kind, field, of, to in named:
        with copy_of(base) as shop:
            gone = shop.run("remove", of, to)
            if gone.code or shop.run("get", kind, own[kind]).code:  # what is left goes along, or refuses
                continue
            refused = [(words, answer.json["error"]["message"]) for words, answer in acts_on(shop, kind, own[kind]) if words in works[kind] and answer.code]
            tap.equal(refused, [], f"{kind}.{field}, deleted since, hinders nothing else")
            tap.equal(shop.run("verify").json["problems"], [], "and verify is content")


def asked_again(tap, base, own):
    """A complaint that was settled once, and whose job is deleted, is settled again, with the same question of its own."""
    with copy_of(base) as shop:
        settle, reopen, again = (["set", "complaint", own["complaint"], *act] for act in ACTS["complaint"])

        def questions():
            return [(f["id"], f["job"]) for f in shop.ask("list", "followup") if f["complaint"] == own["complaint"] and f["id"] != own["followup"]]
        shop.ask(*settle)
        (question, job), = questions()
        tap.equal(job, own["job"], "the question is about the job")
        shop.ask(*reopen)
        tap.equal((questions(), shop.run("get", "followup", own["followup"]).code), ([], 0), "it goes once it is open again, and no other step about it does")
        shop.ask("remove", "job", own["job"])
        tap.equal((shop.run(*again).code, questions()), (0, [(question, None)]), "without the job, it is asked all the same")
        shop.ask("undelete", "job", own["job"])
        tap.ok(shop.ask("verify")["ok"], "and verify is content")


def archives(tap, base, own):
    """In a file there is what it names, too; what was deleted there is named as it was."""
    found = [reference for reference in references(base, own) if reference[1]]
    tap.equal(found, [("plan", "steps", "text", "text")], "the lists whose rows name others")
    for kind, within, field, of in found:
        for to in (NOWHERE, own["customer"]):
            data = data_of(base)
            data[kind] = [changed(row, within, field, to) if row["id"] == own[kind] else row for row in data[kind]]
            other, rows = imported(data)
            with other:
                tap.ok(rows[own[kind]]["result"] == "refused" and rows[own[kind]]["reason"], f"{kind}.{within}.{field} of nothing: an import refuses it", rows[own[kind]])
                tap.ok(other.ask("verify")["ok"], "and verify is content")
        data = data_of(base)
        row_of(data, of, own[of])["deleted"] = "2026-11-24T09:00:00Z"
        other, rows = imported(data)
        with other:
            tap.equal((rows[own[kind]]["result"], other.ask("verify")["ok"]), ("new", True), f"{kind}.{within}.{field} of what was deleted there: comes as it was")


def main():
    tap = Tap()
    with Shop() as base:
        own = fill(base.open(), "Ann One")
        for part in (nowhere, another_kind, deleted, afterwards, unhindered, asked_again, archives):
            with tap.point(f"{part.__name__} to the end"):
                part(tap, base, own)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
