# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every date that the shop tells, reckoned a second time from the rules (rules.py): the sample shop, and 200 made-up jobs in
shops with hours and holidays of their own. SHOPS=100 SEED=7 in the environment tries more."""
import json
import os
import random
import sys
from collections import defaultdict
from datetime import date

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import rules  # noqa: E402
from cli import TODAY, Shop, Tap  # noqa: E402
from rules import plus  # noqa: E402

AUSTRIAN = "01-01 01-06 easter+1 05-01 easter+39 easter+50 easter+60 08-15 10-26 11-01 12-08 12-25 12-26"
WEEKS = ("Mo-Fr 09:00-18:00; Sa 09:00-13:00", "Mo-Fr 09:00-18:00", "Tu-Sa 10:00-12:30,14:00-19:00", "We 08:00-20:00",
         "Mo-Su 00:00-24:00", "Fr-Mo 10:00-12:00")
KINDS = ("thanks", "check", "feedback", "service", "warranty", "other")


def compared(shop, rows, today):
    """What the shop tells of that day, and what it should: {id: (due, put off to)}. Since when money is owed back
    is told elsewhere."""
    wanted = {f"{x.rule}-{x.record}": (x.due and str(x.due), x.until and str(x.until)) for x in rules.shown(rows, today)}
    items = shop.ask("due", today=str(today))["items"]
    found = {i["id"]: (wanted.get(i["id"], (1, 1))[0] and i["due"], i["deferred_until"]) for i in items if i["rule"] != "backup"}
    assert all(i["late_days"] == max(0, (today - date.fromisoformat(i["due"])).days) for i in items)
    return sorted(found.items()), sorted(wanted.items())


class Made:
    """A shop of twenty jobs, and what happens to them day by day."""

    def __init__(self, shop, seed):
        self.shop, self.rng, self.wrong, self.n, self.ids = shop, random.Random(seed), [], 0, 10 ** 15
        region = self.rng.choice(("DE", "AT"))
        week, own = self.rng.choice(WEEKS), self.rng.choice((None, "12-24 easter 2028-02-29 03-01", ""))
        self.usual = self.rng.choice((0, 6, 12, 24))
        self.hours = rules.Hours(week, own if own is not None else {"DE": rules.GERMAN, "AT": AUSTRIAN}[region])
        self.setting = {"region": region, "opening-hours": week, "warranty-months": str(self.usual), "first-run-done": "true"}
        if own is not None:
            self.setting["holidays"] = own
        self.name = f"{seed} ({week}, {own if own is not None else region})"

    def new_id(self):
        self.ids += 1
        return str(self.ids)

    def day(self):
        special = (date(2028, 2, 29), date(2027, 2, 28), date(2026, 12, 31), date(2027, 1, 31), date(2027, 8, 31))
        return self.rng.choice(special) if self.rng.random() < 0.3 else plus(date(2026, 11, 24), self.rng.randrange(700))

    def step(self, title):
        anchor = self.rng.choice(("handover", "handover", "warranty-end"))
        months = self.rng.choice((0, 0, 1, 6, 12) if anchor == "handover" else (0, 0, -1))
        days = self.rng.choice((0, 1, 3, 5, 7, 14, 31) if anchor == "handover" else (-30, -7, 0))
        return {"title": title, "kind": self.rng.choice(KINDS), "anchor": anchor, "months": months, "days": days}

    def fill(self):
        pick = self.rng.choice
        customers = [{"id": self.new_id(), "name": f"Customer {i}", "type": "person", "since": None,
                      "birthday": pick((None, "--02-29", "1980-02-29", "--12-25", f"19{60 + 4 * i}-{self.day().isoformat()[5:]}"))}
                     for i in range(5)]
        self.plans = {p["id"]: p for p in (
            {"id": self.new_id(), "name": f"Plan {i}", "warranty_months": pick((None, 0, 1, 6, 12, 25)),
             "steps": [self.step(f"s{i}") for i in range(self.rng.randrange(6))]} for i in range(5))}
        self.jobs = [{"id": self.new_id(), "number": f"2022-{i + 1:03}", "customer": pick(customers)["id"], "status": "received",
                      "plan": pick([None, *self.plans]), "warranty_months": pick((None, None, 0, 1, 24)),
                      "received": f"{pick((2023, 2024, 2025))}-{self.day().isoformat()[5:7]}-28T09:00:00Z",
                      "no_plan_reason": "none", "lines": []} for i in range(20)]
        occasions = [{"id": self.new_id(), "customer": pick(customers)["id"], "name": f"Day {lead}", "lead_days": lead,
                      "date": f"--{self.day().isoformat()[5:]}"} for lead in (0, 0, 1, 61, 365, None)]
        archive = {"aftercare": 1, "schema": 2, "setting": self.setting, "customer": customers, "plan": [*self.plans.values()],
                   "job": self.jobs, "occasion": occasions}
        report = self.shop.ask("import", self.shop.write("made.json", json.dumps(archive)), today="2026-11-24")
        assert report["refused"] == 0, report

    def check(self, what, found, wanted):
        self.n += 1
        if found != wanted:
            self.wrong.append((what, found, wanted))

    def read(self):
        self.rows = rules.read(self.shop, self.hours, self.now)

    def steps(self, job):
        return [s for s in self.rows.of["followup"] if s["source"] in ("plan", "cancelled") and s["job"] == job["id"]]

    def look(self, *days):
        for today in days:
            self.check(f"due on {today}, asked after {self.now}", *compared(self.shop, self.rows, today))

    def turning_point(self, now):
        """A day on which something begins or ends: near that of a step, of what was put off, of an occasion or of a ready job."""
        steps = [date.fromisoformat(s["due"]) for s in self.rows.of["followup"] if s["state"] == "open"]
        days = [plus(d, n) for d in steps for n in (0, 1, -1, -6, -7, -8)]
        days += [plus(date.fromisoformat(d["until"]), n) for d in self.rows.of["deferral"] if d["until"] for n in (0, 1, 31)] * 2
        for record, day, lead, _ in rules.anniversaries(self.rows):
            days += [plus(rules.in_year(day, now.year + y), n) for y in (0, 1) for n in (-lead - 1, -lead, 0, 1, 31)]
        days += [plus(rules.day_of(j["told"]), n) for j in self.rows.of["job"] if j["told"] for n in (13, 14)] * 3
        return self.rng.choice([d for d in days if d >= now] or [now])

    def hand_over(self, job, day):
        kept = {s["title"] for s in self.steps(job)}
        moved = self.shop.ask("job", "move", job["id"], "collected", today=self.now)
        self.read()
        plan = self.plans.get(job["plan"])
        end = rules.warranty_end(job, plan, self.usual, day)
        self.check(f"warranty of {job['number']}, handed over on {day}", moved["warranty_end"], end and str(end))
        made = sorted((s["due"], s["title"]) for s in self.steps(job) if s["title"] not in kept)
        self.check(f"steps of {job['number']}, handed over on {day}", made,
                   [s for s in (rules.lane(plan, day, end, self.hours) if plan else []) if s[1] not in kept])

    def move(self, job, status, becomes):
        """What is open becomes something else, or goes (None) where the plan set its day; what is done or let go stays."""
        before = self.steps(job)
        why = ["--reason", "too dear"] if status == "cancelled" else []
        self.shop.ask("job", "move", job["id"], status, *why, today=self.now)
        self.read()
        wanted = {s["id"]: becomes or "open" if s["state"] == "open" else s["state"] for s in before
                  if s["state"] != "open" or becomes or s["due"] != s["planned"]}
        self.check(f"{job['number']} {status} on {self.now}", {s["id"]: s["state"] for s in self.steps(job)}, wanted)

    def answer(self, job):
        """Whoever answered is not asked any more, nor of what stood on one line with the question."""
        lines = [x for x in rules.shown(self.rows, date.fromisoformat(self.now)) if x.rule == "followup"]
        asked = {s["id"] for s in self.rows.of["followup"] if s["customer"] == job["customer"] and s["kind"] == "feedback"
                 and s["state"] == "open" and s["job"] in (None, job["id"])}
        if len(asked) > 1:
            return
        wanted = set(asked)
        for line in lines:
            together = {line.record, *(x.record for x in line.also)}
            if asked & together and rules.rank(line) > 1:
                wanted |= together
        open_before = {s["id"] for s in self.rows.of["followup"] if s["state"] == "open"}
        self.shop.ask("add", "feedback", f"customer={job['customer']}", f"job={job['id']}", "score=9", today=self.now)
        self.read()
        kept = {s["id"] for s in self.rows.of["followup"] if s["state"] == "done" and s["id"] in open_before}
        self.check(f"answered about {job['number']} on {self.now}", sorted(kept), sorted(wanted))

    def tell(self, job):
        """Another one is ready, and mostly somebody says so."""
        more = self.shop.ask("add", "job", f"customer={job['customer']}", today=self.now)["id"]
        self.shop.ask("job", "move", more, "ready", today=self.now)
        if self.rng.random() < 0.7:
            self.shop.ask("add", "interaction", f"customer={job['customer']}", f"job={more}", "direction=out", "channel=phone",
                          today=self.now)

    def put_off(self, rule, record):
        until = plus(date.fromisoformat(self.now), self.rng.choice((1, 2, 5, 7, 7, 30)))
        made = self.shop.run("add", "deferral", f"rule={rule}", f"record={record}", f"until={until}", today=self.now)
        if made.code == 0:
            self.read()
            kept = next(d["until"] for d in self.rows.of["deferral"] if d["id"] == made.json["id"])
            self.check(f"put off to {until}", kept, str(self.hours.from_day(until, 1)))

    def let_go(self, rule, record):
        self.shop.ask("add", "deferral", f"rule={rule}", f"record={record}", "reason=no", today=self.now)

    def event(self, job):
        """Something happens on that day."""
        rng, handed = self.rng, job.get("handed")
        chance = rng.random()
        lines = [x for x in rules.shown(self.rows, date.fromisoformat(self.now)) if x.rule != "complaint"]
        if not handed:
            self.hand_over(job, date.fromisoformat(self.now))
            job["handed"] = True
        elif chance < 0.15:
            self.move(job, "working", None)
            job["handed"] = False
        elif chance < 0.2:
            self.move(job, "cancelled", "let-go")
            job["handed"] = None
            self.jobs.remove(job)
        elif chance < 0.3:
            self.answer(job)
        elif chance < 0.38:
            complaint = self.shop.ask("add", "complaint", f"customer={job['customer']}", f"job={job['id']}", "words=No", today=self.now)
            self.open.append(complaint["id"])
        elif chance < 0.5 and self.open:
            self.settle(self.open.pop(0))
        elif chance < 0.6 and self.steps(job):
            self.shop.ask("set", "followup", rng.choice(self.steps(job))["id"],
                          rng.choice(("state=done", f"due={plus(date.fromisoformat(self.now), rng.randrange(90))}")), today=self.now)
        elif chance < 0.66:
            self.tell(job)
        elif lines:
            line = rng.choice([x for x in lines if x.rule == "occasion"] if rng.random() < 0.5 and "occasion" in {x.rule for x in lines} else lines)
            (self.put_off if chance < 0.9 else self.let_go)(line.rule, line.record)

    def settle(self, complaint):
        now = f"{self.now}T12:00:00Z"
        if not next(c for c in self.rows.complaints if c["id"] == complaint)["acknowledged"] and self.rng.random() < 0.5:
            self.shop.ask("set", "complaint", complaint, f"acknowledged={now}", today=self.now)
            self.open.append(complaint)
            return
        self.shop.ask("set", "complaint", complaint, f"resolved={now}", "cause=Seal", "confirmation=confirmed", today=self.now)
        self.read()
        asked = [s["due"] for s in self.rows.of["followup"] if s["complaint"] == complaint]
        wanted = self.hours.from_day(plus(date.fromisoformat(self.now), 7), 1)
        self.check(f"a question a week after {self.now}", asked, [str(wanted)])

    def run(self):
        self.fill()
        self.open, first = [], list(self.jobs)
        days = sorted(self.day() for _ in range(36))
        self.now = str(days[0])
        self.read()
        for day in days:
            self.now = str(day)
            self.event(first.pop() if first else self.rng.choice(self.jobs))
            self.read()
            self.look(day, self.turning_point(day))
        self.look(*(self.turning_point(day) for _ in range(12)))


def sample(tap):
    """The shop that everybody sees first: its warranties, its steps, and its Today."""
    with Shop() as shop:
        shop.ask("sample")
        rows = rules.read(shop, rules.Hours(WEEKS[0], rules.GERMAN), shop.today)
        plans = {p["id"]: p for p in rows.of["plan"]}
        steps = defaultdict(list)
        for step in rows.of["followup"]:
            if step["source"] == "plan":
                steps[step["job"]].append((step["due"], step["title"]))
        ends, lanes = [], []
        for job in (j for j in rows.of["job"] if j["status"] == "collected"):
            plan, day = plans.get(job["plan"]), rules.day_of(job["collected"])
            end = rules.warranty_end(job, plan, 12, day)
            ends.append((job["number"], job["warranty_end"], end and str(end)))
            lanes.append((job["number"], sorted(steps[job["id"]]), rules.lane(plan, day, end, rows.hours) if plan else []))
        tap.equal([x for x in ends if x[1] != x[2]], [], f"the {len(ends)} warranties of the sample shop end on their day")
        tap.equal([x for x in lanes if x[1] != x[2]], [], "and its plans' steps are on theirs")
        wrong = [(day, *pair) for day in (plus(date.fromisoformat(TODAY), n) for n in (0, 1, 2, 5, 12, 31, 38, 97, 366, 461))
                 for pair in [compared(shop, rows, day)] if pair[0] != pair[1]]
        tap.equal(wrong, [], "and what is due, today and later, is due as the rules have it")


def main():
    tap = Tap()
    if "SEED" not in os.environ or os.environ["SEED"] == "1":
        sample(tap)
    seed = int(os.environ.get("SEED", 1))
    for number in range(seed, seed + int(os.environ.get("SHOPS", 10))):
        with Shop() as shop:
            made = Made(shop, number)
            made.run()
            tap.ok(not made.wrong, f"shop {made.name}: {made.n} answers as the rules have them",
                   "\n".join(f"{what}\n  found  {found}\n  wanted {wanted}" for what, found, wanted in made.wrong[:5]))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
