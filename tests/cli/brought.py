# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts and answers that a file brings to a shop that has what they are about."""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402
from contacts import CALL, contact, state, step_of  # noqa: E402


def imported(tap, shop):
    """A later export brings the contact to a step that is here; what was decided after it stands."""
    who = shop.add("customer", "name=Dee Hill")
    step, again = step_of(shop, who), step_of(shop, who, "Bell still on?")
    shop.ask("export", shop.path("before.json"))
    shop.today = "2026-11-25"
    contact(shop, who, step)
    contact(shop, who, again)
    shop.ask("set", "followup", again, "state=open", today="2026-11-26")
    shop.ask("export", shop.path("after.json"))
    with Shop() as other:
        other.ask("import", shop.path("before.json"))
        other.ask("set", "followup", again, "due=2026-11-24", today="2026-11-25")
        other.ask("import", shop.path("after.json"), today="2026-11-27")
        tap.equal((state(other, step), state(other, again)), ("done", "open"), "an import sees to what nobody decided about since")
        tap.ok(other.run("verify").json["ok"], "and verify is content")
    with Shop("2026-11-27") as whole:
        whole.ask("import", shop.path("after.json"))
        tap.equal((state(whole, step), state(whole, again)), ("done", "open"), "a whole shop comes as it stood")
        with open(shop.path("after.json"), encoding="utf-8") as file:
            rows = json.load(file)["followup"]
        tap.equal([whole.get("followup", r["id"])["changed"] for r in rows], [shop.get("followup", r["id"])["changed"] for r in rows],
                  "to the instant")


def alone(data, *kinds):
    return {key: value for key, value in data.items() if not isinstance(value, list) or key in kinds}


def data_of(shop):
    shop.ask("export", shop.path("all.json"))
    with open(shop.path("all.json"), encoding="utf-8") as file:
        return json.load(file)


def brought(tap, shop):
    """What a file brings to a step and a job that are here counts as what is entered, be it a contact or an answer."""
    who = shop.add("customer", "name=Eve Lane")
    step = step_of(shop, who)
    job = shop.add("job", customer=who, fault="Flat", plan=None)
    shop.ask("job", "move", job, "ready", today="2026-11-20")
    plan = shop.add("plan", name="Ask", steps=[{"title": "How is it?", "kind": "feedback", "anchor": "handover", "days": 1}])
    handed = shop.add("job", customer=who, fault="Bell", plan=plan)
    for status in ("ready", "collected"):
        shop.ask("job", "move", handed, status)
    question = next(f["id"] for f in shop.ask("list", "followup") if f["job"] == handed)
    contact(shop, who, step, at="2026-11-24T12:00:00Z")
    with Shop("2026-11-26") as later:
        later.ask("import", shop.write("now.json", json.dumps(data_of(shop))))
        early = contact(later, who, step, at="2026-11-24T10:00:00Z")
        call = later.add("interaction", customer=who, job=job, at="2026-11-24T09:00:00Z", **CALL)
        answer = later.add("feedback", customer=who, job=handed, score=9)
        data = data_of(later)
        wanted = [later.get("followup", step)["done"], later.get("job", job)["told"], later.get("followup", question)["state"]]
    data["interaction"] = [row for row in data["interaction"] if row["id"] in (early, call)]
    shop.today = "2026-11-26"
    report = shop.ask("import", shop.write("later.json", json.dumps(alone(data, "interaction", "feedback"))))
    tap.equal((report["new"], report["refused"]), (3, 0), "two calls and an answer come")
    tap.equal([shop.get("followup", step)["done"], shop.get("job", job)["told"], shop.get("followup", question)["state"]], wanted,
              "the step was done by the first call, the customer told, and nobody is asked again")
    tap.equal(wanted, ["2026-11-24T10:00:00Z", "2026-11-24T09:00:00Z", "done"], "as where they were entered")
    for kind, one in (("interaction", early), ("interaction", call), ("feedback", answer)):
        shop.ask("remove", kind, one)
    tap.equal([shop.get("followup", step)["done"], shop.get("job", job)["told"], shop.get("followup", question)["state"]],
              ["2026-11-24T12:00:00Z", None, "open"], "and without them all is as before")
    shop.ask("set", "followup", step, "state=open")
    shop.ask("set", "followup", step, "state=done")
    by_hand = shop.get("followup", step)
    rows = [row | {"id": str(70 + n), "at": "2026-11-24T08:00:00Z"} for n, row in enumerate(data["interaction"])]
    shop.ask("import", shop.write("more.json", json.dumps(alone(data) | {"interaction": rows})))
    tap.equal(shop.get("followup", step), by_hand, "what somebody ticked off stays as they did")
    tomorrow = [row | {"id": str(90 + n), "at": "2026-11-27T08:00:00Z"} for n, row in enumerate(data["interaction"])]
    shop.ask("set", "followup", step, "state=open", today="2026-11-25")
    report = shop.ask("import", shop.write("tomorrow.json", json.dumps(alone(data) | {"interaction": tomorrow})))
    tap.equal((report["new"], report["refused"]), (2, 0), "what lies a day ahead, where the day may have begun, keeps nothing else out")
    tap.ok(shop.run("verify").json["ok"], "and verify is content")


def of_schema(data, schema):
    """As a program of that schema writes it: who has seen to what was not written down before the fourth."""
    rows = {kind: [{key: value for key, value in row.items() if key != "seen_to"} for row in value] if isinstance(value, list) else value
            for kind, value in data.items()}
    return rows | {"schema": schema, "began": schema}


def answered(tap, shop):
    """An answer of an older export is to what was asked here, as a contact of one is, and not to what was asked since."""
    plan = shop.add("plan", name="Ask", steps=[{"title": "How is it?", "kind": "feedback", "anchor": "handover", "days": 1}])
    people = [shop.add("customer", f"name={name}") for name in ("Dee Hill", "Fay Moss", "Guy Ford", "Joe Wood")]
    jobs = [shop.add("job", customer=who, fault="Bell", plan=plan) for who in people]
    for job in jobs:
        shop.ask("job", "move", job, "ready")
        shop.ask("job", "move", job, "collected")
    steps = [next(f["id"] for f in shop.ask("list", "followup") if f["job"] == job) for job in jobs]
    call = step_of(shop, people[0])
    before = data_of(shop)
    shop.today = "2026-11-25"
    second = shop.add("followup", customer=people[2], job=jobs[2], title="And the bell?", kind="feedback", due="2026-11-25")
    shop.today = "2026-11-26"
    contact(shop, people[0], call)
    for who, about in zip(people, ({"job": jobs[0]}, {}, {"job": jobs[2]}, {"job": jobs[3]})):
        shop.add("feedback", customer=who, score=9, **about)
    after = data_of(shop)
    wanted = [shop.get("followup", step) for step in (*steps, second, call)]
    tap.equal([step["state"] for step in wanted], ["done"] * 6, "where they were entered, nothing is left to ask")
    for schema in (1, 2, 3, 4):
        with Shop("2026-11-27") as other:
            other.ask("import", other.write("before.json", json.dumps(of_schema(before, schema) if schema < 4 else before)))
            since = other.add("followup", customer=people[3], job=jobs[3], title="And now?", kind="feedback", due="2026-11-27")
            text = json.dumps(of_schema(after, schema) if schema < 4 else after)
            rows = other.ask("import", other.write("after.json", text))["files"][0]["rows"]
            done = [other.get("followup", step) for step in (*steps, second, call)]
            tap.equal([(step["state"], step["done"]) for step in done], [(step["state"], step["done"]) for step in wanted],
                      f"schema {schema}: none of it is asked again")
            tap.equal([row["id"] for row in rows if row["result"] == "refused"], [], f"schema {schema}: and no row of them refused")
            tap.equal(other.get("followup", since)["state"], "open", f"schema {schema}: but what was to be asked since is")
            again = other.ask("import", other.write("again.json", text))
            tap.equal((again["new"], again["refused"]), (0, 0), f"schema {schema}: the same file again brings nothing")
            tap.ok(other.run("verify").json["ok"], f"schema {schema}: and verify is content")


def let_go(tap, shop):
    """That a step was let go counts as well, but where somebody decided about it since."""
    who = shop.add("customer", "name=Fay Moss")
    steps = [step_of(shop, who, title) for title in ("One", "Two", "Three")]
    with Shop("2026-11-25") as other:
        other.ask("import", shop.write("before.json", json.dumps(data_of(shop))))
        other.ask("set", "followup", steps[1], "due=2026-11-30", today="2026-11-27")
        other.ask("set", "followup", steps[2], "state=done", today="2026-11-25")
        shop.today = "2026-11-26"
        for step in steps:
            shop.ask("add", "deferral", "rule=followup", f"record={step}", "reason=moved away")
        other.today = "2026-11-28"
        report = other.ask("import", shop.write("later.json", json.dumps(alone(data_of(shop), "deferral"))))
        tap.equal((report["new"], report["refused"]), (1, 2), "of three decisions the one that has an effect comes")
        reasons = [row["reason"] for row in report["files"][0]["rows"] if row["result"] == "refused"]
        tap.ok("changed this step since" in reasons[0] and "is done" in reasons[1], "the others say why not", reasons)
        tap.equal([other.get("followup", step)["state"] for step in steps], ["let-go", "open", "done"], "the step that waited unchanged is let go")
        tap.equal(other.get("followup", steps[0])["reason"], "moved away", "for the reason that it had there")
        tap.ok(other.run("verify").json["ok"], "and verify is content")


def edited(tap, shop):
    """Another day, or other words, of a step that is here say not that it is to be done once more."""
    who = shop.add("customer", "name=Gil Rowe")
    moved, named, opened = (step_of(shop, who, title) for title in ("One", "Two", "Three"))
    job = shop.add("job", customer=who, fault="Bell", plan=None)
    asked = shop.add("followup", customer=who, job=job, title="How is it?", kind="feedback", due="2026-11-24")
    with Shop("2026-11-25") as other:
        other.ask("import", shop.write("before.json", json.dumps(data_of(shop))))
        contact(other, who, opened, at="2026-11-24T10:00:00Z")
        other.ask("set", "followup", moved, "due=2026-11-27", today="2026-11-26")
        other.ask("set", "followup", named, "title=To")
        other.ask("set", "followup", opened, "state=open", today="2026-11-26")
        other.ask("set", "followup", asked, "title=Well?", today="2026-11-26")
        shop.today = "2026-11-25"
        for step in (moved, named, opened):
            contact(shop, who, step)
        shop.add("feedback", customer=who, job=job, score=9)
        other.today = "2026-11-27"
        report = other.ask("import", shop.write("later.json", json.dumps(alone(data_of(shop), "interaction", "feedback"))))
        tap.equal((report["new"], report["refused"]), (4, 0), "three calls and an answer come")
        tap.equal([state(other, step) for step in (moved, named, opened, asked)], ["done", "done", "open", "done"],
                  "what was moved or named is done; what somebody opened is not")
        tap.ok(other.run("verify").json["ok"], "and verify is content")


def let_go_and_called(tap, shop):
    """Who is called about a step that was let go leaves it so, whichever came first, and once that decision is taken back for a while."""
    who = shop.add("customer", "name=Hal Voss")
    job = shop.add("job", customer=who, fault="Bell", plan=None)
    step, called = step_of(shop, who), step_of(shop, who, "Bell?")
    asked = shop.add("followup", customer=who, job=job, title="How is it?", kind="feedback", due="2026-11-24")
    steps = (step, asked, called)
    before = shop.write("before.json", json.dumps(data_of(shop)))
    shop.today = "2026-11-25"
    decided = [shop.add("deferral", "rule=followup", f"record={one}", "reason=No need") for one in steps]
    shop.today = "2026-11-26"
    contact(shop, who, step)
    contact(shop, who, called)
    shop.add("feedback", customer=who, job=job, score=9)
    tap.equal([state(shop, one) for one in steps], ["let-go"] * 3, "let go, and so it stays")
    data = data_of(shop)
    orders = ([data], [alone(data, "deferral"), data], [alone(data, "interaction", "feedback"), data])
    for files in orders:
        with Shop() as other:
            other.ask("import", before)
            contact(other, who, called)
            for file in files:
                other.ask("import", other.write("later.json", json.dumps(file)), today="2026-11-27")
            tap.equal([state(other, one) for one in steps], ["let-go", "let-go", "done"], f"in {len(files)} files; who had been called before was")
            tap.equal(len(other.ask("list", "deferral")), 2, "and no decision about what is done stands beside it")
            tap.ok(other.run("verify").json["ok"], "and verify is content")
    for one, deferral in zip(steps, decided):
        shop.ask("remove", "deferral", deferral)
        tap.equal(state(shop, one), "done", "taken back, it was seen to meanwhile")
        shop.ask("undelete", "deferral", deferral)
        tap.equal((state(shop, one), shop.get("followup", one)["reason"]), ("let-go", "No need"), "and let go again by Undo")
    shop.ask("remove", "deferral", decided[0])
    shop.ask("set", "followup", step, "state=open")
    shop.ask("set", "followup", step, "state=done", today="2026-11-28")
    tap.equal(shop.run("undelete", "deferral", decided[0]).error, "refused", "what somebody ticked off is not")


def by_hand(shop, step, closed="done"):
    """Ticked off, or let go, on the 26th and opened again on the next day."""
    reason = ("reason=No need",) if closed == "let-go" else ()
    shop.ask("set", "followup", step, f"state={closed}", *reason, today="2026-11-26")
    shop.ask("set", "followup", step, "state=open", today="2026-11-27")


def opened(tap, shop):
    """What somebody opened here stays so, whoever was called before; who is called after that has seen to it."""
    who = shop.add("customer", "name=Ida Lund")
    names = ("ticked", "let go", "opened and moved", "called since", "untouched", "ticked anew")
    steps = dict(zip(names, (step_of(shop, who, name) for name in names)))
    job = shop.add("job", customer=who, fault="Bell", plan=None)
    asked = shop.add("followup", customer=who, job=job, title="How is it?", kind="feedback", due="2026-11-24")
    with Shop("2026-11-25") as other:
        other.ask("import", shop.write("before.json", json.dumps(data_of(shop))))
        for name in names[:-2]:
            by_hand(other, steps[name], "let-go" if name == "let go" else "done")
        by_hand(other, asked)
        other.ask("set", "followup", steps["opened and moved"], "due=2026-11-26", today="2026-11-28")
        other.ask("set", "followup", steps["called since"], "title=Called?", today="2026-11-29")
        by_hand(other, steps["ticked anew"])
        other.ask("set", "followup", steps["ticked anew"], "state=done", today="2026-11-28")
        calls = {}
        for shop.today in ("2026-11-25", "2026-11-28"):
            calls |= {name: contact(shop, who, step) for name, step in steps.items() if (name == "called since") == (shop.today == "2026-11-28")}
            if shop.today == "2026-11-25":
                shop.add("feedback", customer=who, job=job, score=9)
        other.today = "2026-11-29"
        later = shop.write("later.json", json.dumps(data_of(shop)))
        other.ask("import", later)

        def stand():
            return [state(other, step) for step in (*steps.values(), asked)]

        wanted = ["open", "open", "open", "done", "done", "done", "open"]
        tap.equal(stand(), wanted, "as if the calls had been entered here in their time")
        for call in calls.values():
            other.ask("set", "interaction", call, "body=We come")
        tap.equal(stand(), wanted, "nor are they done once somebody writes on the calls")
        other.ask("set", "followup", steps["ticked anew"], "state=open", today="2026-11-30")
        again = other.ask("import", later, today="2026-11-30")
        tap.equal([row["reason"] for row in again["files"][0]["rows"] if row["id"] == calls["called since"]],
                  ["The shop has a different version of it, which was kept."], "what somebody wrote on is another version")
        tap.ok(other.run("verify").json["ok"], "and verify is content")


def opened_there(tap, shop):
    """What was opened where it came from was not opened here: a further call there has seen to it, though it was moved here."""
    who = shop.add("customer", "name=Jim Pohl")
    steps = [step_of(shop, who, title) for title in ("One", "Two")]
    for step in steps:
        contact(shop, who, step)
        shop.ask("set", "followup", step, "state=open", today="2026-11-25")
    with Shop("2026-11-25") as other:
        other.ask("import", shop.write("before.json", json.dumps(data_of(shop))))
        shop.today = "2026-11-26"
        for step in steps:
            contact(shop, who, step)
        other.ask("set", "followup", steps[0], "due=2026-11-29", today="2026-11-27")
        by_hand(other, steps[1])
        other.today = "2026-11-28"
        later = shop.write("later.json", json.dumps(data_of(shop)))
        other.ask("import", later)
        tap.equal([state(other, step) for step in steps], ["done", "open"], "what was moved here is done; what was opened here too is not")
        again = other.ask("import", later)
        rows = {row["id"]: row["result"] for row in again["files"][0]["rows"]}
        tap.equal((again["new"], [one for one, result in rows.items() if result == "refused"]), (0, [steps[0], steps[1]]),
                  "once more: the steps say something else than here, no call does")
        tap.ok(other.run("verify").json["ok"], "and verify is content")


def asked_here(tap, shop):
    """An answer that says which questions it is to says nothing of those that were asked here about its job; of the others it does."""
    who = shop.add("customer", "name=Kim Pohl")
    job = shop.add("job", customer=who, fault="Bell", plan=None)

    def ask(desk, title, today):
        desk.today = today
        return desk.add("followup", customer=who, job=job, title=title, kind="feedback", due="2026-11-24")

    both = ask(shop, "How is it?", "2026-11-23")
    before = shop.write("before.json", json.dumps(data_of(shop)))
    with Shop("2026-11-25") as other:
        other.ask("import", before)
        here, since = ask(other, "And the bell?", "2026-11-25"), ask(other, "And now?", "2026-11-27")
        shop.today, other.today = "2026-11-26", "2026-11-28"
        shop.add("feedback", customer=who, job=job, score=9)
        there = ask(shop, "Still well?", "2026-11-26")
        later = shop.write("later.json", json.dumps(data_of(shop)))
        other.ask("import", later)
        tap.equal([state(other, one) for one in (both, here, since, there)], ["done", "done", "open", "open"],
                  "both are answered, and none that was asked later")
        again = other.ask("import", later)
        tap.equal((again["new"], again["refused"]), (0, 0), "the same file again brings nothing")
        answer = other.ask("list", "feedback")[0]["id"]
        for act, wanted in (("remove", "open"), ("undelete", "done")):
            other.ask(act, "feedback", answer)
            tap.equal([state(other, one) for one in (both, here)], [wanted] * 2, f"{act} the answer: {wanted}")
        tap.ok(other.run("verify").json["ok"], "and verify is content")


def main():
    tap = Tap()
    for story in (imported, brought, answered, let_go, edited, let_go_and_called, opened, opened_there, asked_here):
        with Shop() as shop, tap.point(f"{story.__name__} to the end"):
            story(tap, shop)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
