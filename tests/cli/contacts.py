# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A contact that names a step has seen to it, through whichever door it comes; it is open again when the contact is not so."""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

CALL = {"direction": "out", "channel": "phone", "outcome": "Spoke with them"}


def step_of(shop, who, title="Still braking well?"):
    return shop.add("followup", customer=who, title=title, kind="check", due="2026-11-23")


def contact(shop, who, step, **fields):
    return shop.add("interaction", **{"customer": who, "followup": step} | CALL | fields)


def state(shop, step):
    """What its own row says, and whether it is due: the two are one."""
    stands = f"followup-{step}" in [i["id"] for i in shop.ask("due")["items"]]
    found = shop.get("followup", step)["state"]
    return found if (found == "open") == stands else f"{found}, and due: {stands}"


def added(tap, shop):
    who = shop.add("customer", "name=Ann Lee")
    for what, fields, wanted in (("a call", {}, "done"), ("a message left", {"outcome": "Left a message"}, "done"),
                                 ("a letter", {"channel": "letter", "outcome": ""}, "done"),
                                 ("their own call", {"direction": "in"}, "done"),
                                 ("a call in vain", {"outcome": "Nobody answered"}, "open"),
                                 ("an automatic reply", {"automatic": True}, "open"), ("a note", {"direction": "note"}, "open")):
        step = step_of(shop, who)
        one = contact(shop, who, step, **fields)
        tap.equal(state(shop, step), wanted, f"{what}: {wanted}")
        shop.ask("remove", "interaction", one)
        tap.equal(state(shop, step), "open", f"{what}, deleted: open")
        shop.ask("undelete", "interaction", one)
        tap.equal(state(shop, step), wanted, f"{what}, brought back: {wanted}")
        shop.ask("set", "followup", step, "state=done")
    step = step_of(shop, who)
    shop.add("interaction", f"customer={who}", f"followup={step}", "direction=out", "channel=sms")
    tap.equal(state(shop, step), "done", "by words as by a file")
    for decided in ("state=let-go", "state=done"):
        step = step_of(shop, who)
        shop.ask("set", "followup", step, decided, *(["reason=No need"] if decided == "state=let-go" else []))
        before = shop.get("followup", step)
        contact(shop, who, step, at="2026-11-22T10:00:00Z")
        tap.equal(shop.get("followup", step), before, f"{decided} stays as it was decided")


def changed(tap, shop):
    who = shop.add("customer", "name=Ben Moss")
    first, second = step_of(shop, who), step_of(shop, who, "Bell still on?")
    one = contact(shop, who, None)
    tap.equal((state(shop, first), state(shop, second)), ("open", "open"), "a contact that names no step sees to none")
    for fields, wanted in ((f"followup={first}", ("done", "open")), (f"followup={second}", ("open", "done")),
                           ("outcome=Nobody answered", ("open", "open")), ("outcome=Spoke with them", ("open", "done")),
                           ("body=All well", ("open", "done")), ("followup=", ("open", "open"))):
        shop.ask("set", "interaction", one, fields)
        tap.equal((state(shop, first), state(shop, second)), wanted, f"then {fields}")


def twice(tap, shop):
    """Two contacts saw to a step: it is done as long as one of them stands, at the time of the first that does."""
    who = shop.add("customer", "name=Eve Lane")
    early, late = "2026-11-21T10:00:00Z", "2026-11-23T10:00:00Z"
    for what, gone in (("deleted", None), ("in vain after all", "outcome=Nobody answered"), ("of no step", "followup="),
                       ("an automatic reply", "automatic=yes"), ("a note", "direction=note")):
        step = step_of(shop, who)
        contact(shop, who, step, at="2026-11-20T10:00:00Z", outcome="Nobody answered")
        one, two = contact(shop, who, step, at=early), contact(shop, who, step, at=late)
        tap.equal(shop.get("followup", step)["done"], early, "the first of two saw to it")
        for contact_id, wanted in ((one, ("done", late)), (two, ("open", None))):
            if gone is None:
                shop.ask("remove", "interaction", contact_id)
            else:
                shop.ask("set", "interaction", contact_id, gone)
            tap.equal((state(shop, step), shop.get("followup", step)["done"]), wanted, f"{what}: {wanted[0]}")
        shop.ask("set", "followup", step, "state=done")


def together(tap, shop):
    """What its line takes in goes with it, as from the window."""
    who = shop.add("customer", "name=Cy Bell")
    steps = [{"title": "Thank-you", "kind": "thanks", "anchor": "handover", "days": 1}]
    plan = shop.add("plan", name="Close", steps=steps)
    for _ in range(2):
        shop.ask("job", "move", shop.add("job", customer=who, plan=plan), "collected", today="2026-11-20")
    both = [s["id"] for s in shop.ask("list", "followup", "--where", f"customer={who}")]
    line, = (i for i in shop.ask("due")["items"] if i["customer"] == who and i["rule"] == "followup")
    one = contact(shop, who, line["id"].removeprefix("followup-"))
    tap.equal([shop.get("followup", s)["state"] for s in both], ["done", "done"], "two steps on one line: one contact")
    shop.ask("remove", "interaction", one)
    tap.equal([shop.get("followup", s)["state"] for s in both], ["open", "open"], "and both are open without it")


def at_another_time(tap, shop):
    """Whoever wrote down the wrong day says the right one; what the contact saw to was seen to then."""
    who = shop.add("customer", "name=Eli Ford")
    steps = [{"title": "Thank-you", "kind": "thanks", "anchor": "handover", "days": 1}]
    plan = shop.add("plan", name="Near", steps=steps)
    for _ in range(2):
        shop.ask("job", "move", shop.add("job", customer=who, plan=plan), "collected", today="2026-11-20")
    both = [s["id"] for s in shop.ask("list", "followup", "--where", f"customer={who}")]
    line, = (i for i in shop.ask("due")["items"] if i["customer"] == who and i["rule"] == "followup")
    one = contact(shop, who, line["id"].removeprefix("followup-"))

    def done():
        return [shop.get("followup", s)["done"] for s in both]

    shop.ask("set", "interaction", one, "at=2026-11-21T10:00:00Z")
    tap.equal(done(), ["2026-11-21T10:00:00Z"] * 2, "a contact of three days ago saw to both steps three days ago")
    shop.ask("remove", "interaction", one)
    tap.equal(done(), [None, None], "and they are open without it")
    shop.ask("undelete", "interaction", one)
    shop.ask("set", "followup", both[0], "state=open")
    shop.ask("set", "followup", both[0], "state=done")
    before = done()
    shop.ask("set", "interaction", one, "at=2026-11-19T10:00:00Z")
    tap.equal([a == b for a, b in zip(before, done())].count(True) >= 1, True, "what was decided by hand keeps its own time")
    job = shop.add("job", customer=who)
    shop.ask("job", "move", job, "ready", today="2026-11-20")
    told = shop.add("interaction", **{"customer": who, "job": job} | CALL)
    for at, wanted in (("2026-11-22T10:00:00Z", "2026-11-22T10:00:00Z"), ("2026-11-18T10:00:00Z", None)):
        shop.ask("set", "interaction", told, f"at={at}")
        tap.equal(shop.get("job", job)["told"], wanted, f"who was called at {at} was told of a job ready on the 20th: {wanted}")


def as_of_then(tap, shop):
    """A contact, and an answer, see to what stood on the line at their own time, be they written down or brought back later."""
    shop.today = "2026-11-03"
    check = shop.add("plan", name="Check", steps=[{"title": "Still works?", "kind": "check", "anchor": "handover", "days": 1}])
    ask = shop.add("plan", name="Ask", steps=[{"title": "How did it go?", "kind": "feedback", "anchor": "handover", "days": 1}])
    at = "2026-11-03T10:00:00Z"

    def handed_over(who, plan, today):
        job = shop.add("job", customer=who, plan=plan)
        shop.ask("job", "move", job, "collected", today=today)
        step, = (s["id"] for s in shop.ask("list", "followup", "--where", f"customer={who}") if s["job"] == job)
        return job, step

    def states(steps):
        return [shop.get("followup", step)["state"] for step in steps]

    def back(kind, record):
        shop.ask("remove", kind, record, today="2026-11-10")
        shop.ask("undelete", kind, record, today="2026-11-11")

    for what in ("brought back", "corrected", "late", "answered", "answered of no job", "answered late"):
        who = shop.add("customer", f"name=Fay {what}")
        plan = ask if "answered" in what else check
        steps = []
        for day in ("2026-11-02", "2026-11-02", "2026-11-10"):
            job, step = handed_over(who, plan if not steps else check if what != "answered of no job" else ask, day)
            steps.append(step)
            first = job if len(steps) == 1 else first
            if len(steps) != 2:
                continue
            if what == "brought back":
                done = contact(shop, who, steps[0], at=at)
            elif what == "corrected":
                done = contact(shop, who, steps[0], at=at, outcome="Nobody answered")
            elif what in ("answered", "answered of no job"):
                done = shop.add("feedback", customer=who, score=9, at=at, **({"job": first} if what == "answered" else {}))
        if what == "corrected":
            shop.ask("set", "interaction", done, "outcome=Spoke with them", today="2026-11-10")
        elif what == "late":
            shop.today = "2026-11-10"
            contact(shop, who, steps[0], at=at)
            shop.today = "2026-11-03"
        elif what == "answered late":
            shop.ask("add", "feedback", f"customer={who}", f"job={first}", "score=9", f"at={at}", today="2026-11-10")
        else:
            back("interaction" if what == "brought back" else "feedback", done)
        tap.equal(states(steps), ["done", "done", "open"], f"{what}: what stood there then is done, what was made later is not")
    who = shop.add("customer", "name=Fay Yesterday")
    steps = [handed_over(who, plan, "2026-11-02")[1] for plan in (check, check)]
    line, = (i for i in shop.ask("due")["items"] if i["customer"] == who)
    contact(shop, who, line["id"].removeprefix("followup-"), at="2026-11-02T18:00:00Z")
    tap.equal(states(steps), ["done", "done"], "a call of yesterday, about a line of today")
    who = shop.add("customer", "name=Fay Left Alone")
    steps = [handed_over(who, check, "2026-11-02")[1]]
    done = contact(shop, who, steps[0], at=at)
    steps.append(handed_over(who, check, "2026-11-02")[1])
    back("interaction", done)
    tap.equal(states(steps), ["done", "open"], "what was open beside a contact before it was deleted is open beside it again")


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


def main():
    tap = Tap()
    for story in (added, changed, twice, together, at_another_time, as_of_then, imported):
        with Shop() as shop, tap.point(f"{story.__name__} to the end"):
            story(tap, shop)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
