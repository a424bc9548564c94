# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody does and takes back leaves what contacts and answers saw to as it was."""
import json
import os
import random
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402
from contacts import CALL, contact, state, step_of, two_steps  # noqa: E402


def let_go_and_back(tap, shop):
    """A step that was let go for a while waits for what it waited for before."""
    who = shop.add("customer", "name=Ann Lee")

    def let_go(step, meanwhile=None):
        deferral = shop.ask("add", "deferral", "rule=followup", f"record={step}", "reason=No need")["id"]
        tap.equal(shop.get("followup", step)["state"], "let-go", "let go")
        if meanwhile:
            meanwhile()
        shop.ask("remove", "deferral", deferral)

    step = step_of(shop, who)
    call = contact(shop, who, step, outcome="Nobody answered")
    let_go(step)
    shop.ask("set", "interaction", call, "outcome=Spoke with them")
    tap.equal(state(shop, step), "done", "a call in vain that was none after all")
    for door in ("deferral", "state"):
        step = step_of(shop, who)
        call = contact(shop, who, step)
        shop.ask("remove", "interaction", call)
        if door == "deferral":
            let_go(step)
        else:
            shop.ask("set", "followup", step, "state=let-go", "reason=No need")
            shop.ask("set", "followup", step, "state=open")
        tap.equal(state(shop, step), "open", f"{door}: open without its call")
        shop.ask("undelete", "interaction", call)
        tap.equal(state(shop, step), "done", f"{door}: and done with it")
    step = step_of(shop, who)
    let_go(step, lambda: contact(shop, who, step))
    tap.equal(state(shop, step), "done", "a call while it was let go")
    step = step_of(shop, who)
    shop.ask("set", "followup", step, "state=let-go", "reason=No need")
    contact(shop, who, step)
    shop.ask("set", "followup", step, "state=open")
    tap.equal(state(shop, step), "open", "unless somebody says that it is open")
    job = shop.add("job", customer=who)
    question = shop.add("followup", customer=who, job=job, title="How did it go?", kind="feedback", due="2026-11-23")
    said = shop.add("feedback", customer=who, job=job, score=9)
    shop.ask("remove", "feedback", said)
    let_go(question)
    shop.ask("undelete", "feedback", said)
    tap.equal(state(shop, question), "done", "an answer that was deleted meanwhile")
    for about in ({"job": job}, {}):
        question = shop.add("followup", customer=who, job=job, title="And now?", kind="feedback", due="2026-11-23")
        let_go(question, lambda: shop.add("feedback", customer=who, score=9, **about))
        tap.equal(state(shop, question), "done", f"nobody is asked who answered while the question was let go, about {list(about)}")


def opened_again(tap, shop):
    """Who opens a step says nothing of the contacts that saw to it."""
    who = shop.add("customer", "name=Ben Moss")
    complaint = shop.add("complaint", customer=who, words="It leaks", received="2026-11-20T10:00:00Z")
    step = step_of(shop, who)
    call = contact(shop, who, step, complaint=complaint, body="We come")
    before = shop.get("interaction", call)
    for decided in ("state=open", "state=done", "state=open"):
        shop.ask("set", "followup", step, decided, today="2026-11-25")
    after = shop.get("interaction", call)
    tap.equal({field for field in after if after[field] != before[field]}, {"seen_to"}, "nobody has written on the call")
    shop.ask("set", "interaction", call, "body=We come tomorrow")
    tap.equal(shop.get("followup", step)["state"], "open", "and it sees to the step no more")

    def answered():
        return shop.get("complaint", complaint)["acknowledged"]

    tap.equal(answered(), "2026-11-24T12:00:00Z", "though it answers the complaint")
    shop.ask("remove", "interaction", call)
    for decided in ("state=done", "state=open"):
        shop.ask("set", "followup", step, decided)
        tap.equal(answered(), None, f"what was deleted answers none, and {decided}")
    shop.ask("undelete", "interaction", call)
    tap.equal((answered(), shop.get("followup", step)["state"]), ("2026-11-24T12:00:00Z", "open"), "brought back, it answers that again")
    shop.ask("remove", "interaction", call)
    other = shop.add("customer", "name=Bea Moss")
    job = shop.add("job", customer=who)
    shop.ask("set", "complaint", complaint, f"job={job}")
    shop.ask("set", "job", job, f"customer={other}")
    tap.equal((shop.get("complaint", complaint)["customer"], answered()), (other, None), "nor does it once the job is another's")


def there_and_back(tap, shop):
    """What stood on a line then does so whatever came later, and what is put right and back says what it said."""
    def line(name, kinds):
        who = shop.add("customer", name=name)
        found = []
        for number, kind in enumerate(kinds):
            plan = shop.add("plan", name=f"{name} {number}", steps=[{"title": f"Step {number}", "kind": kind, "anchor": "handover", "days": 3 + number}])
            job = shop.add("job", customer=who, plan=plan)
            shop.ask("job", "move", job, "collected", today="2026-11-02")
            found.append((job, next(f["id"] for f in shop.ask("list", "followup", "--where", f"customer={who}") if f["job"] == job)))
        return who, *zip(*found)

    def states(steps):
        return [shop.get("followup", step)["state"] for step in steps]

    def complain(who, **more):
        return shop.add("complaint", customer=who, words="It leaks", received="2026-11-08T08:00:00Z", **more)

    def settle(one):
        shop.ask("set", "complaint", one, "resolved=2026-11-09T09:00:00Z", "cause=Worn", "confirmation=confirmed")

    at = "2026-11-07T09:00:00Z"
    for settled in (False, True):
        shop.today = "2026-11-09"
        who, jobs, steps = line(f"Late {settled}", ("check", "check"))
        one = complain(who)
        if settled:
            settle(one)
        contact(shop, who, steps[0], at=at)
        tap.equal(states(steps), ["done", "done"], f"a call of before a complaint, written down after it, settled: {settled}")
        who, jobs, steps = line(f"Waits {settled}", ("check", "check"))
        one = complain(who)
        contact(shop, who, steps[0], at="2026-11-08T09:00:00Z")
        tap.equal(states(steps), ["done", "open"], "while it is open the other waits")
        if settled:
            settle(one)
        contact(shop, who, steps[0], at="2026-11-08T10:00:00Z")
        tap.equal(states(steps), ["done", "open"], "and did so then, once it is settled")
    for kinds in (("feedback", "check"), ("feedback", "feedback")):
        for first, then in ((0, 1), (0, None), (None, 0)):
            shop.today = "2026-11-07"
            who, jobs, steps = line(f"Said {kinds} {first} {then}", kinds)
            about = [jobs[number] if number is not None else "" for number in (first, then)]
            said = shop.add("feedback", customer=who, score=2, **({"job": about[0]} if about[0] else {}))
            before = states(steps)
            _, other_jobs, other = line(f"Fresh {kinds} {first} {then}", kinds)
            job = other_jobs[then] if then is not None else None
            shop.add("feedback", customer=shop.get("job", other_jobs[0])["customer"], score=2, **({"job": job} if job else {}))
            shop.today = "2026-11-08"
            shop.ask("set", "feedback", said, f"job={about[1]}")
            tap.equal(states(steps), states(other), f"a low answer that is put right is as one that is right at once: {kinds} {first} {then}")
            shop.ask("set", "feedback", said, f"job={about[0]}")
            tap.equal(states(steps), before, "and back as it was")
    shop.today = "2026-11-09"
    who, jobs, steps = line("Beside", ("check", "check"))
    call = contact(shop, who, steps[0], at=at)
    other = contact(shop, who, steps[1], at=at)
    stranger = shop.add("customer", "name=Somebody Else")
    complain(who)
    for away, back in ((("followup=",), (f"followup={steps[0]}",)), ((f"followup={steps[1]}",), (f"followup={steps[0]}",)),
                       ((f"customer={stranger}", "followup="), (f"customer={who}", f"followup={steps[0]}"))):
        for change in (away, back):
            shop.ask("set", "interaction", call, *change)
        shop.ask("remove", "interaction", other)
        tap.equal(states(steps), ["done", "done"], f"{away[0]} and back: it has seen to what it had seen to, and so without the other")
        shop.ask("undelete", "interaction", other)


def asked_anew(tap, shop):
    """The question after a complaint is asked after it was settled, be it once more."""
    shop.today = "2026-11-02"
    who = shop.add("customer", "name=Cy Bell")
    one = shop.add("complaint", customer=who, words="It leaks")

    def settle(day):
        shop.today = f"2026-11-{day:02}"
        shop.ask("set", "complaint", one, f"resolved={shop.today}T10:00:00Z", "cause=Worn", "confirmation=confirmed")

    def reopen():
        shop.ask("set", "complaint", one, "resolved=", "confirmation=")

    def questions():
        return [(f["state"], f["due"]) for f in shop.ask("list", "followup", "--where", f"complaint={one}") if f["source"] == "complaint"]

    own = shop.add("followup", customer=who, complaint=one, title="Order the part", kind="service", due="2026-11-02")
    settle(3)
    question, = (f["id"] for f in shop.ask("list", "followup") if f["source"] == "complaint")
    shop.today = "2026-11-04"
    call = contact(shop, who, question)
    shop.ask("remove", "interaction", call)
    reopen()
    tap.equal((questions(), shop.get("followup", own)["state"]), ([], "open"), "opened again, it is not asked about, and its own steps are there")
    shop.ask("undelete", "interaction", call)
    settle(13)
    tap.equal(questions(), [("open", "2026-11-20")], "settled anew, it is asked about, whoever was called before")
    shop.today = "2026-11-14"
    call = contact(shop, who, question)
    reopen()
    shop.ask("remove", "interaction", call)
    due = f"followup-{question}" in [item["id"] for item in shop.ask("due")["items"]]
    tap.equal((questions(), due), ([("open", "2026-11-20")], False), "while it is open, nobody is asked whether all is well")
    shop.ask("undelete", "interaction", call)
    tap.equal(questions(), [("done", "2026-11-20")], "who was asked before it was opened again was asked")
    shop.ask("remove", "interaction", call)
    settle(16)
    tap.equal(questions(), [("open", "2026-11-23")], "and there is one question, once it is settled")


def asked_without_its_job(tap, shop):
    """The question after a complaint that went with its job is the complaint's: there is one, and none while that is open."""
    for acts, wanted in (((), 1), (("reopen",), 0), (("reopen", "settle"), 1), (("reopen", "back", "settle"), 1), (("reopen", "settle", "reopen"), 0),
                         (("reopen", "settle", "back", "reopen", "settle"), 1)):
        who = shop.add("customer", f"name={' '.join(acts)} Bell")
        job = shop.add("job", customer=who)
        one = shop.add("complaint", customer=who, job=job, words="It leaks")
        steps = {"reopen": ("set", "complaint", one, "resolved=", "confirmation="), "back": ("undelete", "job", job),
                 "settle": ("set", "complaint", one, f"resolved={shop.today}T12:00:00Z", "cause=Worn", "confirmation=confirmed")}
        shop.ask(*steps["settle"])
        shop.ask("remove", "job", job)
        for act in acts:
            shop.ask(*steps[act])
        if "back" not in acts:
            shop.ask(*steps["back"])
        asked = shop.ask("list", "followup", "--where", f"complaint={one}")
        tap.equal(len(asked), wanted, f"questions after a job that was gone, {acts}")
        if "back" in acts:
            tap.equal([step["job"] for step in asked], [job], "about the job that is back")
        tap.equal(shop.ask("verify")["problems"], [], "and the shop is whole")


def came_back(tap, shop):
    """An answer that is not low comes back without the complaint that it opened once."""
    who = shop.add("customer", "name=Di Low")
    said = shop.add("feedback", customer=who, score=3)
    shop.ask("set", "feedback", said, "score=9")
    for act in ("remove", "undelete"):
        shop.ask(act, "feedback", said)
    tap.equal(shop.ask("list", "complaint"), [], "put right and deleted in one second")
    shop.ask("set", "feedback", said, "score=3")
    for act in ("remove", "undelete"):
        shop.ask(act, "feedback", said)
    tap.equal(len(shop.ask("list", "complaint")), 1, "and one that is low with it")


def told(tap, shop):
    """When the customer was told follows from the contacts and from when the job was ready and fetched."""
    shop.today = "2026-11-10"
    who = shop.add("customer", "name=Eve Told")
    for first in ("ready", "collected"):
        shop.today = "2026-11-10"
        job = shop.add("job", customer=who)
        shop.ask("job", "move", job, first, *(["--reason", "None"] if first == "collected" else []))
        if first == "ready":
            shop.ask("job", "move", job, "collected", "--reason", "None", today="2026-11-16")
        shop.today = "2026-11-18"
        call = contact(shop, who, None, job=job)
        tap.equal(shop.get("job", job)["told"], None, f"{first}: who has fetched it was not told")
        shop.ask("job", "move", job, "ready", today="2026-11-20")

        def says():
            return shop.get("job", job)["told"], shop.get("job", job)["to_tell"]

        tap.equal(says(), ("2026-11-18T12:00:00Z", False), "but was, if it was not fetched after all")
        for change in ("body=Hello", "outcome=Nobody answered", "outcome=Spoke with them"):
            shop.ask("set", "interaction", call, change, today="2026-11-21")
        tap.equal(says(), ("2026-11-18T12:00:00Z", False), "and the contact, put right and back, says the same")
        shop.ask("job", "move", job, "collected", "--reason", "None", today="2026-11-22")
        tap.equal(says()[0], "2026-11-18T12:00:00Z", "and it was fetched after that")


def older(tap, shop):
    """A contact of an export of schema 3 sees to the step that is here, as one that is entered."""
    who = shop.add("customer", "name=Fay Old")
    step, again = step_of(shop, who), step_of(shop, who, "Bell still on?")
    shop.ask("export", shop.path("before.json"))
    with Shop() as other:
        other.ask("import", shop.path("before.json"))
        shop.today = other.today = "2026-11-25"
        call = contact(shop, who, step)
        contact(shop, who, again)
        shop.ask("set", "followup", again, "state=open", today="2026-11-26")
        shop.ask("export", shop.path("after.json"))
        with open(shop.path("after.json"), encoding="utf-8") as file:
            data = json.load(file)
        data |= {"schema": 3, "began": 3}
        for row in data["interaction"]:
            del row["seen_to"]
        for kind in ("feedback", "complaint"):
            for row in data.get(kind, []):
                row.pop("seen_to", None)
        after = other.write("after.json", json.dumps(data))
        other.ask("import", after)
        tap.equal(state(other, step), "done", "it is done")
        other.ask("remove", "interaction", call)
        tap.equal(state(other, step), "open", "and open without it")
        with Shop("2026-11-27") as whole:
            whole.ask("import", after)
            tap.equal((state(whole, step), state(whole, again)), ("done", "open"), "a whole shop comes as it stood")
            tap.ok(whole.run("verify").json["ok"], "and verify is content")


class World:
    """A customer with two steps, a complaint and a job that is ready, and what was said about any of them."""

    def __init__(self, shop, dice, number):
        self.shop, self.dice, self.seers = shop, dice, []
        shop.today = "2026-11-02"
        self.who, self.other = shop.add("customer", name=f"Hal {number}"), shop.add("customer", name=f"Other {number}")
        self.jobs, self.steps = two_steps(shop, self.who, dice.choice(("check", "feedback")), (dice.randint(1, 9), dice.randint(1, 9)))
        shop.today = "2026-11-06"
        self.complaint = shop.add("complaint", customer=self.who, words="It leaks", received="2026-11-06T10:00:00Z")
        self.ready = shop.add("job", customer=self.who)
        shop.ask("job", "move", self.ready, "ready", today="2026-11-04")
        shop.today = "2026-11-12"

    def instant(self):
        return f"2026-11-{self.dice.randint(3, 11):02}T{self.dice.randint(8, 17):02}:00:00Z"

    def snapshot(self):
        """Of everything that follows."""
        rows = [(step["state"], step["done"]) for step in (self.shop.get("followup", one) for one in self.steps)]
        complaint, job = self.shop.get("complaint", self.complaint), self.shop.get("job", self.ready)
        return rows + [(complaint["acknowledged"], complaint["acknowledged_how"]), (job["told"], job["to_tell"])]

    def add(self):
        at = self.instant()
        if self.dice.random() < 0.3:
            about = self.dice.choice(({"job": self.dice.choice(self.jobs)}, {}))
            self.seers.append(("feedback", self.shop.add("feedback", customer=self.who, score=9, at=at, **about)))
            return "answer"
        about = self.dice.choice(({"followup": 0}, {"followup": 1}, {"followup": 0, "complaint": True}, {"complaint": True}, {"job": True}))
        more = {"followup": self.steps[about["followup"]]} if "followup" in about else {}
        more |= {"complaint": self.complaint} if "complaint" in about else {}
        more |= {"job": self.ready} if "job" in about else {}
        more |= self.dice.choice(({}, {}, {"outcome": "Nobody answered"}))
        self.seers.append(("interaction", self.shop.add("interaction", **{"customer": self.who, "at": at, "body": "We come"} | CALL | more)))
        return f"contact {sorted(more)}"

    def set(self, kind, one, **there):
        """What is said otherwise, and then as it was."""
        before = self.shop.get(kind, one)

        def write(values):
            self.shop.ask("set", kind, one, *(f"{field}={values[field] if values[field] is not None else ''}" for field in there))
        return f"set {kind} {there}", lambda: write(there), lambda: write({field: before[field] for field in there})

    def away(self, kind, one):
        return f"remove {kind}", lambda: self.shop.ask("remove", kind, one), lambda: self.shop.ask("undelete", kind, one)

    def let_go(self, step):
        made = []

        def there():
            made.append(self.shop.ask("add", "deferral", "rule=followup", f"record={step}", "reason=No need")["id"])
        return "let go", there, lambda: self.shop.ask("remove", "deferral", made[0])

    def edit_seer(self):
        kind, one = self.dice.choice(self.seers)
        what = self.dice.choice(("remove", "at", "about", "outcome", "complaint"))
        if what == "remove":
            return self.away(kind, one)
        if what == "at":
            return self.set(kind, one, at=self.instant())
        if kind == "feedback":
            return self.set(kind, one, job=self.dice.choice([*self.jobs, None]))
        if what == "about":
            return self.set(kind, one, followup=self.dice.choice([*self.steps, None]))
        if what == "outcome":
            return self.set(kind, one, outcome=self.dice.choice(("Nobody answered", "Left a message")))
        return self.set(kind, one, complaint=self.dice.choice((self.complaint, None)))

    def edit(self):
        what = self.dice.choice(("seer", "seer", "seer", "step", "let go", "job", "complaint", "settle", "collect", "owner"))
        if what == "seer" and self.seers:
            return self.edit_seer()
        if what == "step":
            return self.away("followup", self.dice.choice(self.steps))
        if what == "let go":
            step = self.dice.choice(self.steps)
            return self.let_go(step) if self.shop.get("followup", step)["state"] == "open" else None
        if what == "complaint":
            return self.away("complaint", self.complaint)
        if what == "settle" and self.shop.get("complaint", self.complaint)["resolved"] is None:
            return self.set("complaint", self.complaint, resolved="2026-11-12T11:00:00Z", cause="Worn", confirmation="confirmed")
        if what == "collect" and self.shop.get("job", self.ready)["status"] == "ready":
            return ("collected", lambda: self.shop.ask("job", "move", self.ready, "collected", "--reason", "None"),
                    lambda: self.shop.ask("job", "move", self.ready, "ready"))
        return self.set("job", self.dice.choice(self.jobs), customer=self.other) if what == "owner" and self.may_move() else None

    def may_move(self):
        """What goes along names nothing that stays behind, and does not afterwards."""
        said = [self.shop.get(kind, one) for kind, one in self.seers if kind == "interaction"]
        return not any(one["complaint"] and one["followup"] for one in said)

    def there_and_back(self, depth, wrong, way=()):
        """Whatever is done and undone within what is done and undone. What cannot be done there is not."""
        try:
            edit = self.edit()
        except AssertionError:  # it is deleted just now
            return
        if edit is None:
            return
        what, there, back = edit
        before = self.snapshot_or_none()
        try:
            there()
        except AssertionError:
            return
        if depth > 0:
            self.there_and_back(depth - 1, wrong, way + (what,))
        back()
        if self.snapshot_or_none() != before:
            wrong.append((way, what, before, self.snapshot_or_none()))

    def snapshot_or_none(self):
        try:
            return self.snapshot()
        except AssertionError:
            return None

    def as_they_say(self):
        """Of the steps, by the rows that stand."""
        marks = {step: [] for step in self.steps}
        for kind, record in self.seers:
            found = self.shop.get(kind, record)
            if found.get("outcome") != "Nobody answered":
                for step in (found["seen_to"] or "").split():
                    if step in marks:
                        marks[step].append(found["at"])
        return [("done", min(marks[step])) if marks[step] else ("open", None) for step in self.steps]


def in_any_order(tap, shop):
    """The same rows say the same, in whichever order they came about, and what comes of them by a file. SHOPS=50 SEED=7 tries more."""
    first = int(os.environ.get("SEED", "1"))
    for seed in range(first, first + int(os.environ.get("SHOPS", "4"))):
        world, wrong, acts = World(shop, random.Random(seed), seed), [], []
        shop.ask("export", shop.path("before.json"))
        for _ in range(4):
            acts.append(world.add())
            world.there_and_back(2, wrong)
            if world.snapshot()[:2] != world.as_they_say():
                wrong.append(("as they say", world.snapshot(), world.as_they_say()))
        with Shop(shop.today) as other:
            shop.ask("export", shop.path("after.json"))
            for name in ("before", "after"):
                other.ask("import", shop.path(f"{name}.json"))
            world.shop = other
            elsewhere = world.snapshot()
            world.shop = shop
            if elsewhere != world.snapshot():
                wrong.append(("by a file", elsewhere, world.snapshot()))
        for step in world.steps:
            if shop.get("followup", step)["state"] == "done":
                shop.ask("set", "followup", step, "state=open")
                acts.append("opened")
        world.there_and_back(2, wrong)
        tap.equal(wrong, [], f"seed {seed}: {'; '.join(acts)}")
    tap.equal(shop.ask("verify")["problems"], [], "verify is content")


def main():
    tap = Tap()
    for story in (let_go_and_back, opened_again, there_and_back, asked_anew, asked_without_its_job, came_back, told, older, in_any_order):
        with Shop() as shop, tap.point(f"{story.__name__} to the end"):
            story(tap, shop)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
