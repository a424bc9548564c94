# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A contact that names a step has seen to it, through whichever door it comes; it is open again when the contact is not so."""
import os
import random
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
    by_hand = done()[0]
    shop.ask("set", "interaction", one, "at=2026-11-20T11:00:00Z")
    tap.equal(done(), [by_hand, "2026-11-20T11:00:00Z"], "what was decided by hand keeps its own time, and the other goes along")
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


def two_steps(shop, who, kind, days=(2, 3), handed=("2026-11-02", "2026-11-02")):
    """Steps of two jobs, each of a plan of its own; what is handed over later is made later."""
    jobs = []
    for day, after in zip(handed, days):
        plan = shop.add("plan", name=f"Plan {kind} {after}", steps=[
            {"title": f"After {after}", "kind": kind, "anchor": "handover", "days": after}])
        jobs.append(shop.add("job", customer=who, plan=plan))
        shop.ask("job", "move", jobs[-1], "collected", today=day)
    found = shop.ask("list", "followup", "--where", f"customer={who}")
    return jobs, [next(s["id"] for s in found if s["job"] == job) for job in jobs]


def beside(tap, shop):
    """Who sees to a step sees to it alone where it was done already; another takes over what both saw to, and no more."""
    def days(steps):
        return [(shop.get("followup", step)["done"] or "open")[:10] for step in steps]

    def at(day):
        return f"2026-11-{day:02}T10:00:00Z"

    who = shop.add("customer", "name=Gus One")
    _, steps = two_steps(shop, who, "check", (1, 1), ("2026-11-02", "2026-11-04"))
    shop.today = "2026-11-05"
    one, two = contact(shop, who, steps[0], at=at(3)), contact(shop, who, steps[0], at=at(5))
    tap.equal(days(steps), ["2026-11-03", "open"], "a second call about a step that is done sees to nothing else")
    for undo in ("remove", "outcome=Nobody answered"):
        for gone in (True, False):
            if undo == "remove":
                shop.ask("remove" if gone else "undelete", "interaction", one)
            else:
                shop.ask("set", "interaction", one, undo if gone else "outcome=Spoke with them")
            tap.equal(days(steps), ["2026-11-05" if gone else "2026-11-03", "open"],
                      f"{undo}, {'gone' if gone else 'and back'}: the second takes over that step, and no other")
    shop.ask("remove", "interaction", two)
    tap.equal(days(steps), ["2026-11-03", "open"], "and without the second all is as it was")

    who = shop.add("customer", "name=Gus Two")
    _, steps = two_steps(shop, who, "check")
    one, two = contact(shop, who, steps[0], at=at(4)), contact(shop, who, steps[1], at=at(5))
    tap.equal(days(steps), ["2026-11-04"] * 2, "a call about a line sees to both of its steps")
    shop.ask("remove", "interaction", one)
    tap.equal(days(steps), ["open", "2026-11-05"], "without it the other step is seen to by the call that names it")
    shop.ask("undelete", "interaction", one)
    tap.equal(days(steps), ["2026-11-04"] * 2, "and with it by it")
    for call in (one, two):
        shop.ask("remove", "interaction", call)
    tap.equal(days(steps), ["open", "open"], "without either both are open")

    who = shop.add("customer", "name=Gus Three")
    jobs, steps = two_steps(shop, who, "feedback", (2, 60))
    said = shop.add("feedback", customer=who, job=jobs[0], score=9, at=at(4))
    call = contact(shop, who, steps[0], at=at(5))
    for kind, record, wanted in (("feedback", said, "2026-11-05"), ("interaction", call, "open")):
        shop.ask("remove", kind, record)
        tap.equal(days(steps)[0], wanted, f"asked and answered, without the {kind}: {wanted}")
    for kind, record, wanted in (("interaction", call, "2026-11-05"), ("feedback", said, "2026-11-04")):
        shop.ask("undelete", kind, record)
        tap.equal(days(steps)[0], wanted, f"and back: {wanted}")
    shop.today = "2026-11-09"
    shop.ask("set", "feedback", said, f"at={at(8)}")
    tap.equal(days(steps)[0], "2026-11-05", "an answer that came later than it says leaves the question to the call")
    shop.ask("set", "feedback", said, f"at={at(4)}", f"job={jobs[1]}")
    tap.equal(days(steps), ["2026-11-05", "2026-11-04"], "and one that was about another job answers that one's")


def in_other_hands(tap, shop):
    """What a contact or an answer saw to follows what becomes of it, of its step, and of whose they are."""
    shop.today = "2026-11-12"

    def done(steps):
        return [(shop.get("followup", step)["done"] or "open")[:10] for step in steps]

    who, other = shop.add("customer", "name=Kay One"), shop.add("customer", "name=Kay Other")
    jobs, steps = two_steps(shop, who, "feedback", (2, 60))
    shop.add("feedback", customer=who, job=jobs[0], score=9, at="2026-11-05T10:00:00Z")
    for owner in (other, who):
        shop.ask("set", "job", jobs[0], f"customer={owner}")
        tap.equal(done(steps), ["2026-11-05", "open"], "a job is given to another with its answer: nobody is asked once more")
    who = shop.add("customer", "name=Kay Two")
    jobs, steps = two_steps(shop, who, "check", (2, 60))
    call = contact(shop, who, steps[0], at="2026-11-05T10:00:00Z", job=jobs[0])
    shop.ask("set", "job", jobs[0], f"customer={other}")
    tap.equal((done(steps), shop.get("interaction", call)["customer"]), (["2026-11-05", "open"], other), "and with its call")
    who = shop.add("customer", "name=Kay Three")
    jobs, steps = two_steps(shop, who, "feedback", (2, 60))
    said = shop.add("feedback", customer=who, job=jobs[0], score=9, at="2026-11-05T10:00:00Z")
    shop.ask("set", "feedback", said, "job=")
    tap.equal(done(steps)[0], "2026-11-05", "an answer of no job after all is to what was asked by then")
    shop.ask("set", "feedback", said, f"job={jobs[0]}")
    tap.equal(done(steps), ["2026-11-05", "open"], "and about its job again to that alone")
    who = shop.add("customer", "name=Kay Four")
    _, steps = two_steps(shop, who, "check")
    call = contact(shop, who, steps[0], at="2026-11-05T10:00:00Z")
    for step in (steps[1], steps[0]):
        shop.ask("set", "interaction", call, f"followup={step}")
    tap.equal(done(steps), ["2026-11-05"] * 2, "a call that names the other step, and the first again, saw to both")
    who = shop.add("customer", "name=Kay Again")
    _, steps = two_steps(shop, who, "check", (2, 60))
    call = contact(shop, who, steps[0], at="2026-11-05T10:00:00Z")
    shop.ask("remove", "interaction", call)
    for state in ("done", "open"):
        shop.ask("set", "followup", steps[0], f"state={state}")
    shop.ask("undelete", "interaction", call)
    for outcome in ("Nobody answered", "Spoke with them"):
        shop.ask("set", "interaction", call, f"outcome={outcome}")
    tap.equal(done(steps)[0], "open", "what somebody opened again was seen to by nobody so far, deleted or not")
    who = shop.add("customer", "name=Kay Five")
    question = shop.add("followup", customer=other, title="And?", kind="feedback", due="2026-11-10")
    said = shop.add("feedback", customer=who, score=9)
    shop.ask("set", "feedback", said, f"customer={other}")
    tap.equal(done([question]), ["2026-11-12"], "an answer that was another's is to their question")
    for seer_first in (True, False):
        who = shop.add("customer", f"name=Kay Away {seer_first}")
        _, steps = two_steps(shop, who, "check", (2, 60))
        call = contact(shop, who, steps[0], at="2026-11-05T10:00:00Z")
        shop.ask("remove", "followup", steps[0])
        shop.ask("remove", "interaction", call)
        if not seer_first:
            shop.ask("undelete", "followup", steps[0])
            tap.equal(done(steps)[0], "open", "a step that comes back without its call waits")
            shop.ask("remove", "followup", steps[0])
        shop.ask("undelete", "interaction", call)
        shop.ask("undelete", "followup", steps[0])
        tap.equal(done(steps)[0], "2026-11-05", "and with it is done")


def in_any_order(tap, shop):
    """A step is done as long as a contact or an answer stands that saw to it, since the first of them, whatever came of them."""
    dice = random.Random(4)
    wrong = []
    for number in range(8):
        shop.today = "2026-11-02"
        who = shop.add("customer", f"name=Hal {number}")
        kind = dice.choice(("check", "feedback"))
        jobs, steps = two_steps(shop, who, kind, (dice.randint(1, 9), dice.randint(1, 9)))
        shop.today = "2026-11-12"
        seers, gone = [], []

        def snapshot():
            return [(shop.get("followup", s)["state"], shop.get("followup", s)["done"]) for s in steps]

        def as_they_say():
            marks = {step: [] for step in steps}
            for kind, record in (seer for seer in seers if seer not in gone):
                found = shop.get(kind, record)
                if found.get("outcome") != "Nobody answered":
                    for step in (found["seen_to"] or "").split():
                        if step in marks:  # and not one of before
                            marks[step].append(found["at"])
            return [("done", min(marks[s])) if marks[s] else ("open", None) for s in steps]

        for _ in range(8):
            at = f"2026-11-{dice.randint(3, 12):02}T{dice.randint(8, 17):02}:00:00Z"
            act = dice.choice(("add", "add", "answer", "remove", "outcome", "at", "step", "named"))
            if act == "add" or not seers:
                seers.append(("interaction", contact(shop, who, dice.choice(steps), at=at)))
            elif act == "answer":
                seers.append(("feedback", shop.add("feedback", customer=who, job=dice.choice(jobs), score=9, at=at)))
            elif act == "at":
                shop.ask("set", *dice.choice(seers), f"at={at}")
            elif act == "named" and seers[-1][0] == "interaction":
                shop.ask("set", *seers[-1], f"followup={dice.choice(steps)}")
            elif act == "step":
                before, step = snapshot(), dice.choice(steps)
                shop.ask("remove", "followup", step)
                shop.ask("undelete", "followup", step)
                if snapshot() != before:
                    wrong.append((number, "a step that was away", snapshot(), before))
            elif act == "outcome" and seers[-1][0] == "interaction":
                shop.ask("set", *seers[-1], f"outcome={dice.choice(('Nobody answered', 'Spoke with them'))}")
            else:
                before, one = snapshot(), dice.choice(seers)
                shop.ask("remove", *one)
                gone.append(one)
                if snapshot() != as_they_say():
                    wrong.append((number, "removed", snapshot(), as_they_say()))
                shop.ask("undelete", *one)
                gone.clear()
                if snapshot() != before:
                    wrong.append((number, "not as before", snapshot(), before))
            if snapshot() != as_they_say():
                wrong.append((number, act, snapshot(), as_they_say()))
        for one in seers:
            shop.ask("remove", *one)
        if snapshot() != [("open", None)] * 2:
            wrong.append((number, "still done", snapshot()))
    tap.equal(wrong, [], "64 acts at random")


def told(tap, shop):
    """When the customer was told that the job is ready follows from the contacts in the same way."""
    who = shop.add("customer", "name=Ida Told")
    shop.today = "2026-11-20"
    job = shop.add("job", customer=who)
    shop.ask("job", "move", job, "ready")
    shop.today = "2026-11-27"

    def day():
        return (shop.get("job", job)["told"] or "nobody")[:10]

    def call(at, **fields):
        return shop.add("interaction", **{"customer": who, "job": job, "at": f"2026-11-{at}T10:00:00Z"} | CALL | fields)

    one = call(21)
    for change, wanted in (("outcome=Nobody answered", "nobody"), ("outcome=Spoke with them", "2026-11-21"),
                           ("job=", "nobody"), (f"job={job}", "2026-11-21")):
        shop.ask("set", "interaction", one, change)
        tap.equal(day(), wanted, f"told, where the call says {change}: {wanted}")
        due = f"to-tell-{job}" in [i["id"] for i in shop.ask("due")["items"]]
        tap.equal(due, wanted == "nobody", "and due where nobody was told")
    call(23)
    for change, wanted in (("remove", "2026-11-23"), ("undelete", "2026-11-21"), ("at=2026-11-25T10:00:00Z", "2026-11-23"),
                           ("at=2026-11-18T10:00:00Z", "2026-11-23")):
        if "=" in change:
            shop.ask("set", "interaction", one, change)
        else:
            shop.ask(change, "interaction", one)
        tap.equal(day(), wanted, f"two calls, and of the first {change}: {wanted}")


def after_a_holiday(tap, shop):
    """What was deleted before a long gap, whose dates the purge moves, comes back with all that it saw to."""
    who = shop.add("customer", "name=Jo Gap")
    shop.today = "2026-11-05"
    _, steps = two_steps(shop, who, "check")
    one = contact(shop, who, steps[0], at="2026-11-04T10:00:00Z")
    shop.ask("remove", "interaction", one)
    shop.ask("undelete", "interaction", one, today="2026-11-25")
    tap.equal([shop.get("followup", step)["state"] for step in steps], ["done", "done"], "both steps, twenty days later")


def main():
    tap = Tap()
    for story in (added, changed, twice, together, at_another_time, as_of_then, beside, in_other_hands, in_any_order, told,
                  after_a_holiday):
        with Shop() as shop, tap.point(f"{story.__name__} to the end"):
            story(tap, shop)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
