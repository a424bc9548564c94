# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the shop has promised and when: hand-over, warranty, occasions, complaints and what was let go, day by day."""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

STEPS = [{"title": "Thank-you", "kind": "thanks", "anchor": "handover", "days": 1},
         {"title": "How did it go?", "kind": "feedback", "anchor": "handover", "days": 14},
         {"title": "Warranty check", "kind": "warranty", "anchor": "warranty-end", "days": -30}]


class Day:
    def __init__(self, shop):
        self.shop = shop

    def due(self, today=None, **wanted):
        items = self.shop.ask("due", today=today)["items"]
        return [i for i in items if all(i[k] == v for k, v in wanted.items())]

    def steps(self, job):
        return [(s["title"], s["due"], s["state"]) for s in self.shop.ask("list", "followup", "--where", f"job={job}")]

    def job(self, customer, **fields):
        return self.shop.add("job", customer=customer, **fields)


# No shop hands over in the night, and which half of the day was meant only they know.
EITHER = ("4", "4:00", "4:30", "4.30", "430", "4h", "4h30", "4 Uhr", "5 uhr", "4:30 Uhr", "6.45", "1")


def times(tap, shop):
    """A bare hour is one, and what is none is said as it was."""
    day, ben = Day(shop), shop.add("customer", "name=Ben Time")
    for said, kept in (("16", "16:00"), ("9.30", "09:30"), ("4 pm", "16:00"), ("7", "07:00"), ("before lunch", "before lunch"), ("04:30", "04:30"),
                       ("0430", "04:30"), ("4 am", "04:00"), *((one, one) for one in EITHER)):
        job = day.job(ben, promised="2026-11-30", promised_time=said)
        tap.equal(shop.get("job", job)["promised_time"], kept, f"promised at {said}")
    shop.ask("set", "job", job, "promised_time=5:15")
    tap.equal(shop.get("job", job)["promised_time"], "5:15", "nor is what is set put down for the night")
    shop.ask("set", "job", job, "promised_time=8")
    tap.equal(shop.get("job", job)["promised_time"], "08:00", "and what is set is tidied likewise")


def warranty(tap, shop):
    """The plan's own months hold, and a second hand-over reckons anew."""
    day, ann = Day(shop), shop.add("customer", "name=Ann Plan")
    plan = shop.add("plan", name="Two years", warranty_months=24, steps=STEPS)
    job = day.job(ann, plan=plan)
    moved = shop.ask("job", "move", job, "collected")
    tap.equal((moved["warranty_months"], moved["warranty_end"]), (24, "2028-11-24"), "the plan's 24 months of warranty")
    tap.equal([s[1] for s in day.steps(job)], ["2026-11-25", "2026-12-08", "2028-10-25"], "its steps on their days")
    shop.ask("set", "followup", shop.ask("list", "followup", "--where", f"job={job}")[0]["id"], "state=done")
    back = shop.ask("job", "move", job, "working", today="2026-11-26")
    tap.equal((back["warranty_end"], back["warranty_months"], back["collected"]), (None, None, None),
              "back to work, there is no hand-over")
    tap.equal([s[2] for s in day.steps(job)], ["done"], "what it made is gone, what was done stays")
    again = shop.ask("job", "move", job, "collected", today="2026-12-01")
    tap.equal(again["warranty_end"], "2028-12-01", "handed over again, the warranty begins anew")
    tap.equal([s[1] for s in day.steps(job) if s[2] == "open"], ["2026-12-15", "2028-11-01"], "and so do the steps")
    own = shop.ask("job", "move", day.job(ann, plan=plan, warranty_months=6), "collected")
    tap.equal(own["warranty_end"], "2027-05-24", "the job's own months go before the plan's")


def closed_days(tap, shop):
    """24 November 2026 is a Tuesday; Sundays and holidays are closed."""
    day, ann = Day(shop), shop.add("customer", "name=Cleo Sunday")
    for kind, wanted in (("check", "2026-12-28"), ("warranty", "2026-12-24")):
        step = shop.add("followup", f"customer={ann}", f"kind={kind}", "title=On Christmas", "due=2026-12-25")
        before = {"check": "2026-12-27", "warranty": "2026-12-23"}[kind]
        tap.equal(len(day.due(before, id=f"followup-{step}")), 0, f"a {kind} on a closed day is not due yet on {before}")
        tap.equal([i["due"] for i in day.due(wanted, id=f"followup-{step}")], [wanted], f"but on {wanted}, an open one")
    later = shop.add("followup", f"customer={ann}", "kind=other", "title=Ring up", "due=2026-11-20")
    put = shop.add("deferral", "rule=followup", f"record={later}", "until=2026-11-29")
    tap.equal(shop.get("deferral", put)["until"], "2026-11-30", "put off to a Sunday, it is there on Monday")
    for fields in (["rule=foo"], ["rule=followup", "until=2026-12-01", "hour=99"], ["rule=followup", "hour=9"]):
        answer = shop.run("add", "deferral", f"record={later}", *fields)
        tap.equal((answer.code, answer.error), (1, "input"), f"a deferral with {fields} is refused")


def closing(tap, shop):
    """Closing a job leaves a dated next step, or says why not."""
    ben = shop.add("customer", "name=Ben Bare")
    empty = shop.add("plan", name="Nothing", steps=[])
    for what, fields in (("without a plan", {}), ("with a plan of no steps", {"plan": empty})):
        job = shop.add("job", customer=ben, **fields)
        answer = shop.run("job", "move", job, "collected")
        tap.equal((answer.code, answer.error, shop.get("job", job)["status"]), (1, "refused", "received"),
                  f"a job {what} is not closed without a reason")
        moved = shop.ask("job", "move", job, "collected", "--reason", "only a bell")
        tap.equal((moved["status"], moved["no_plan_reason"]), ("collected", "only a bell"), f"and with one it is, {what}")


def cancelled(tap, shop):
    day, cem = Day(shop), shop.add("customer", "name=Cem Off")
    plan = shop.add("plan", name="Cancel me", steps=STEPS)
    job = day.job(cem, plan=plan)
    shop.ask("job", "move", job, "collected")
    mine = shop.add("followup", f"customer={cem}", f"job={job}", "title=By hand", "kind=other", "due=2026-11-30")
    answer = shop.run("job", "move", job, "cancelled")
    tap.equal((answer.code, answer.error, shop.get("job", job)["status"]), (1, "refused", "collected"), "a job is not cancelled without a reason")
    gone = shop.ask("job", "move", job, "cancelled", "--reason", "too dear")
    tap.equal((gone["warranty_end"], gone["no_plan_reason"]), (None, "too dear"), "with one it is, and has no warranty")
    tap.equal(sorted(s[2] for s in day.steps(job)), ["let-go", "let-go", "let-go", "open"],
              "what its plan brought is let go, what was promised by hand stays")
    tap.equal([i["id"] for i in day.due("2028-01-10", customer=cem, rule="followup")], [f"followup-{mine}"], "and Today says so")
    for step in shop.ask("list", "followup", "--where", f"job={job}"):
        if step["state"] == "let-go":
            shop.ask("set", "followup", step["id"], "reason=Der Auftrag wurde storniert")
    back = shop.ask("job", "move", job, "collected")
    tap.equal(back["no_plan_reason"], None, "handed over after all, it forgets why it was cancelled")
    tap.equal(len(day.steps(job)), 7, "handed over after all, its steps are made anew, in whichever language it was cancelled")
    shop.ask("job", "move", job, "cancelled", "--reason", "too dear")
    tap.equal(day.due("2027-11-24", customer=cem, rule="occasion"), [], "who came once and was sent away has no anniversary")
    kept = day.job(cem)
    tap.equal([i["due"] for i in day.due("2027-11-20", customer=cem, rule="occasion")], ["2027-11-24"], "a job that stands brings one")
    shop.ask("remove", "job", kept)


def together(tap, shop):
    """Steps of two jobs that come within a week are one contact; those of one plan are apart as it wants them."""
    day, eve = Day(shop), shop.add("customer", "name=Eve Twice")
    close = [{"title": "Thank-you", "kind": "thanks", "anchor": "handover", "days": 1},
             {"title": "Does it work?", "kind": "check", "anchor": "handover", "days": 6}]
    plan = shop.add("plan", name="Close", steps=close)
    for today in ("2026-11-24", "2026-11-26"):
        shop.ask("job", "move", day.job(eve, plan=plan), "collected", today=today)
    items = day.due("2026-11-25", customer=eve, rule="followup")
    tap.equal([i["due"] for i in items], ["2026-11-25"], "two thank-yous are one line, two steps of one plan are not")
    tap.equal("and with it: Thank-you" in items[0]["text"], True, "which names both")


def occasions(tap, shop):
    day, dee = Day(shop), shop.add("customer", "name=Dee Days", "birthday=--02-29")
    tap.equal([i["due"] for i in day.due("2027-02-28", customer=dee)], ["2027-02-28"], "born on 29 February, kept on the 28th")
    tap.equal([i["due"] for i in day.due("2028-02-29", customer=dee)], ["2028-02-29"], "and on the 29th where there is one")
    tap.equal(day.due("2027-03-01", customer=dee), [], "not after it")
    for lead, first, before in ((0, "2027-06-30", "2027-06-29"), (61, "2027-04-30", "2027-04-29"),
                                (90, "2027-04-01", "2027-03-31"), (None, "2027-06-23", "2027-06-22")):
        fields = [f"customer={dee}", f"name=Lead {lead}", "date=--06-30"] + ([f"lead_days={lead}"] if lead is not None else [])
        one = f"occasion-{shop.add('occasion', *fields)}"
        tap.equal((len(day.due(before, id=one)), len(day.due(first, id=one))), (0, 1), f"lead_days={lead}: from {first} on")
    year = f"occasion-{shop.add('occasion', f'customer={dee}', 'name=A year', 'date=--11-24', 'lead_days=365')}"
    tap.equal([i["due"] for i in day.due("2026-11-25", id=year)], ["2027-11-24"], "a whole year ahead")
    for days in ("-1", "366"):
        tap.equal(shop.run("add", "occasion", f"customer={dee}", "name=X", "date=--06-30", f"lead_days={days}").error, "input",
                  f"lead_days={days} is refused")


def belated(tap, shop):
    """What is put off beyond its own day comes back on the day that was chosen; the 30th of November is a Monday."""
    day, bo = Day(shop), shop.add("customer", "name=Bo Late", "birthday=1986-12-01")
    own = shop.add("occasion", f"customer={bo}", "name=Wedding", "date=--12-01", "lead_days=3")
    year = shop.add("occasion", f"customer={bo}", "name=All year", "date=--12-01", "lead_days=365")
    for record, text in ((bo, "Bo Late turned 40"), (own, "Bo Late: Wedding")):
        line = f"occasion-{record}"
        shop.ask("add", "deferral", "rule=occasion", f"record={record}", "until=2026-12-07", today="2026-11-30")
        tap.equal([len(day.due(d, id=line)) for d in ("2026-11-30", "2026-12-01", "2026-12-06")], [0, 0, 0], f"{text}: put off, it waits")
        for today in ("2026-12-07", "2027-01-01"):
            tap.equal([(i["text"], i["due"]) for i in day.due(today, id=line)], [(text, "2026-12-01")], f"{text}: on {today} it is told of")
        tap.equal(day.due("2027-01-02", id=line), [], f"{text}: after a month it is over")
        tap.equal(len(day.due("2027-12-01", id=line)), 1, f"{text}: the next time comes as always")
        answer = shop.run("add", "deferral", "rule=occasion", f"record={record}", "until=2027-01-04", today="2026-11-30")
        tap.ok(answer.error == "input" and "long over" in answer.json["error"]["message"], f"{text}: no later day is taken", answer)
        shop.ask("add", "deferral", "rule=occasion", f"record={record}", "reason=rang", today="2026-12-31")
        tap.equal([len(day.due(d, id=line)) for d in ("2026-12-31", "2027-12-01")], [0, 1], f"{text}: let go, it is gone for this time")
    tap.equal(shop.run("add", "deferral", "rule=occasion", f"record={year}", "until=2026-12-02").error, "input",
              "where the next time is told of from the next day on, this one is not put off to it")
    shop.ask("add", "deferral", "rule=occasion", f"record={year}", "until=2026-12-01")
    tap.equal(len(day.due("2026-12-01", id=f"occasion-{year}")), 1, "but to its own")
    job = day.job(bo)
    shop.ask("add", "deferral", "rule=occasion", f"record={job}", "until=2027-11-29", today="2027-11-24")
    tap.equal([i["text"] for i in day.due("2027-11-29", id=f"occasion-{job}")], ["Bo Late: 1 year a customer"],
              "an anniversary that was put off on its day")


def leap_job(tap):
    for first, today, due in (("2023-02-28", "2028-02-29", []), ("2025-02-28", "2028-02-29", []),
                              ("2024-02-29", "2025-02-27", ["2025-02-28"]), ("2024-02-29", "2025-03-01", [])):
        with Shop(today=first) as shop:
            shop.add("job", customer=shop.add("customer", "name=Leap"))
            tap.equal([i["due"] for i in Day(shop).due(today, rule="occasion")], due, f"first job {first}, on {today}: {due}")


def once_a_day(tap):
    """What comes back is one line, on the day itself too, in years without a 29 February."""
    for today in ("2026-11-24", "2027-03-02", "2028-02-29", "2029-02-28"):
        with Shop(today=today) as shop:
            kay = shop.add("customer", "name=Kay Once")
            for day in (f"--{today[5:]}", "--02-29"):
                own = shop.add("occasion", f"customer={kay}", f"name={day}", f"date={day}", "lead_days=0")
                tap.ok(len(Day(shop).due(id=f"occasion-{own}")) <= 1, f"{day} stands once on {today}")
                tap.equal(len(Day(shop).due(id=f"occasion-{own}")), int(day[-5:] == today[5:] or today == "2029-02-28"),
                          f"and on its day alone ({day}, {today})")
    with Shop(today="2026-11-24") as shop:
        kay = shop.add("customer", "name=Kay Twice")
        for _ in range(2):
            shop.add("job", customer=kay)
        tap.equal(len(Day(shop).due("2027-11-24", customer=kay, rule="occasion")), 1, "two jobs in one instant bring one anniversary")


def leap_deferral(tap):
    with Shop(today="2028-02-29") as shop:
        lea = shop.add("customer", "name=Lea Leap", "birthday=--02-29")
        shop.add("deferral", "rule=occasion", f"record={lea}", "reason=no")
        tap.equal(Day(shop).due(customer=lea), [], "let go on 29 February, it is gone")
        tap.equal(len(Day(shop).due("2029-02-28", customer=lea)), 1, "and comes on 28 February of the next year")


def passed(tap, shop):
    """29 November 2026 is a Sunday, the 24th a Tuesday."""
    day, mia = Day(shop), shop.add("customer", "name=Mia Missed", "birthday=--12-01")
    tap.equal(day.due("2026-12-02", customer=mia), [], "who looks every day is told of no day after it")
    sun = [f"occasion-{shop.add('occasion', f'customer={mia}', f'name=L{lead}', 'date=--11-29', f'lead_days={lead}')}" for lead in (0, 1)]
    tap.equal([len(day.due("2026-11-30", id=one)) for one in sun], [1, 0],
              "what showed on a closed day alone stays until the next open one")
    tap.equal(day.due("2026-11-30", id=sun[0])[0]["due"], "2026-11-29", "on its own day")
    tap.equal(day.due("2026-12-01", id=sun[0]), [], "and no longer")


def new_day(tap, shop):
    """A day that is chosen later counts more than what was put off before."""
    day, nia = Day(shop), shop.add("customer", "name=Nia New")
    step = shop.add("followup", f"customer={nia}", "kind=check", "title=Ring", "due=2026-11-24")
    shop.add("deferral", "rule=followup", f"record={step}", "until=2026-12-15")
    tap.equal(day.due("2026-12-01", id=f"followup-{step}"), [], "put off, it is not there")
    shop.ask("set", "followup", step, "title=Ring up")
    tap.equal(day.due("2026-12-01", id=f"followup-{step}"), [], "whatever its title is")
    shop.ask("set", "followup", step, "due=2026-12-01")
    tap.equal(len(day.due("2026-12-01", id=f"followup-{step}")), 1, "given a new day, it is due on that")
    for what, fields, code in (("without a day and a reason", [f"record={step}"], "input"),
                               ("of nothing", ["record=4711", "until=2026-12-01"], "not-found"),
                               ("of no record", ["record=0", "reason=no"], "not-found")):
        answer = shop.run("add", "deferral", "rule=followup", *fields)
        tap.equal((answer.code, answer.error), (1, code), f"a deferral {what} is refused")


def longer_warranty(tap, shop):
    """The end of the warranty is changed after hand-over."""
    day, oda = Day(shop), shop.add("customer", "name=Oda Longer")
    plan = shop.add("plan", name="A year", warranty_months=12, steps=STEPS)
    job = day.job(oda, plan=plan)
    shop.ask("job", "move", job, "collected")

    def changed(*fields):
        shop.ask("set", "job", job, *fields, today="2026-11-26")
        now = shop.get("job", job)
        return now["warranty_months"], now["warranty_end"], [s[1] for s in day.steps(job)]

    first = ["2026-11-25", "2026-12-08"]
    tap.equal([s[1] for s in day.steps(job)], first + ["2027-10-25"], "twelve months")
    tap.equal(changed("warranty_months=24"), (24, "2028-11-24", first + ["2028-10-25"]), "24 months move the check along")
    tap.equal(changed("warranty_months=6"), (6, "2027-05-24", first + ["2027-04-24"]), "and so do six")
    tap.equal(changed("warranty_months=0"), (0, None, first), "without a warranty it goes")
    tap.equal(changed("warranty_months="), (12, "2027-11-24", first + ["2027-10-25"]), "taken out, the plan's months hold again")
    check = [s["id"] for s in shop.ask("list", "followup", "--where", f"job={job}") if s["kind"] == "warranty"][0]
    shop.ask("set", "followup", check, "state=done")
    tap.equal(changed("warranty_months=36")[2], first + ["2027-10-25"], "what was done stays as it was")


def moved_by_hand(tap, shop):
    """A step that somebody gave another day stays on it, whatever becomes of the warranty and the hand-over."""
    day, pat = Day(shop), shop.add("customer", "name=Pat Moves")
    plan = shop.add("plan", name="A year", warranty_months=12, steps=STEPS)
    job = day.job(pat, plan=plan)
    shop.ask("job", "move", job, "collected")
    for step in shop.ask("list", "followup", "--where", f"job={job}"):
        if step["kind"] != "feedback":
            shop.ask("set", "followup", step["id"], {"thanks": "due=2026-12-03", "warranty": "due=2027-09-01"}[step["kind"]])
    for months in (24, 0):
        shop.ask("set", "job", job, f"warranty_months={months}", today="2026-11-26")
        tap.equal([s[1] for s in day.steps(job)], ["2026-12-03", "2026-12-08", "2027-09-01"], f"{months} months of warranty move nothing")
    shop.ask("job", "move", job, "working", today="2026-11-26")
    tap.equal([s[1] for s in day.steps(job)], ["2026-12-03", "2027-09-01"], "back to work, what the plan set is gone")
    shop.ask("set", "job", job, "warranty_months=12", today="2026-11-26")
    shop.ask("job", "move", job, "collected", today="2026-12-01")
    tap.equal([s[1] for s in day.steps(job)], ["2026-12-03", "2026-12-15", "2027-09-01"], "handed over again, it is made once")
    shop.ask("job", "move", job, "cancelled", "--reason", "too dear", today="2026-12-01")
    tap.equal([s[2] for s in day.steps(job)], ["let-go"] * 3, "with the job all of it goes")


def one_time(tap, shop):
    """What is let go is this time's."""
    day, eva = Day(shop), shop.add("customer", "name=Eva Once", "birthday=1980-12-01")
    job = day.job(eva)
    shop.ask("job", "move", job, "ready")
    shop.add("deferral", "rule=to-tell", f"record={job}", "reason=knows")
    tap.equal(day.due(job=job, rule="to-tell"), [], "a telling that is let go is gone")
    shop.ask("job", "move", job, "working")
    shop.ask("job", "move", job, "ready")
    tap.equal(len(day.due(job=job, rule="to-tell")), 1, "ready again, it is to be told again")
    shop.add("deferral", "rule=occasion", f"record={eva}", "reason=no")
    tap.equal(day.due(id=f"occasion-{eva}"), [], "a birthday that is let go is gone")
    tap.equal(day.due("2026-12-01", id=f"occasion-{eva}"), [], "on its day too")
    tap.equal(len(day.due("2027-11-30", id=f"occasion-{eva}")), 1, "but not in the next year")


def told(tap, shop):
    fay = shop.add("customer", "name=Fay Tell")
    job = shop.add("job", customer=fay)

    def tell(*fields, at="2026-11-24T12:00:00Z"):
        contact = shop.add("interaction", f"customer={fay}", f"job={job}", "direction=out", "channel=phone", f"at={at}", *fields)
        return contact, shop.get("job", job)["told"] is not None

    shop.ask("job", "move", job, "ready")
    for what, fields, at in (("before it was ready", [], "2026-11-20T09:00:00Z"), ("of another class", ["class=feedback"], None),
                             ("that reached nobody", ["outcome=Nobody answered"], None),
                             ("that was automatic", ["automatic=true"], None)):
        tap.equal(tell(*fields, **({"at": at} if at else {}))[1], False, f"a contact {what} does not tell")
    tap.equal(tell("class=service", "outcome=Reached them")[1], True, "the situation's own contact does")


def complaints(tap, shop):
    day, gil = Day(shop), shop.add("customer", "name=Gil Gripe")
    for what, fields in (("received in the future", ["received=2027-01-01T10:00:00Z"]),
                         ("answered before it came", ["received=2026-11-24T10:00:00Z", "acknowledged=2026-11-24T09:59:59Z"])):
        tap.equal(shop.run("add", "complaint", f"customer={gil}", "words=No", *fields).error, "input", f"a complaint {what} is refused")
    other = shop.add("job", customer=gil)
    shop.ask("job", "move", other, "ready")
    one = shop.add("complaint", f"customer={gil}", "words=It leaks", "received=2026-11-23T10:00:00Z")
    first = day.due()[0]
    tap.equal((first["rule"], first["id"]), ("complaint", f"complaint-{one}"), "who waits for a first answer stands first")
    shop.ask("set", "complaint", one, "acknowledged=2026-11-24T11:00:00Z")
    tap.equal(day.due(id=f"complaint-{one}"), [], "answered, it is done for the day")
    for today in ("2026-11-25", "2027-01-15"):
        tap.equal([i["why"] for i in day.due(today, id=f"complaint-{one}")], ["Answered, and not settled yet"],
                  f"answered and not settled, it stays ({today})")
    tap.equal(len(day.due("2027-01-15", customer=gil, rule="to-tell")), 1, "what it has nothing to do with stays too")
    two = shop.add("complaint", f"customer={gil}", "words=It squeaks", "received=2026-11-22T10:00:00Z")
    shop.ask("add", "deferral", "rule=complaint", f"record={two}", "reason=joking", today="2026-11-23")
    tap.equal(day.due(id=f"complaint-{two}"), [], "one that is not to be answered is let go")
    shop.ask("set", "complaint", two, "acknowledged=2026-11-24T11:00:00Z")
    tap.equal(len(day.due("2026-11-25", id=f"complaint-{two}")), 1, "answered all the same, it waits to be settled")
    shop.ask("remove", "complaint", two)
    shop.ask("set", "complaint", one, "resolved=2026-11-24T12:00:00Z", "cause=Seal", "confirmation=confirmed")
    tap.equal(day.due("2027-01-15", id=f"complaint-{one}"), [], "settled, it goes")


def praise_after_money(tap, shop):
    """A plan asks how it went once its job is paid for (S13); nothing keeps it waiting where nothing was billed."""
    day = Day(shop.open())
    plan = shop.add("plan", name="Ask", steps=[{"title": "How did it go?", "kind": "feedback", "anchor": "handover", "days": 20}])
    paid, free = (shop.add("customer", name=name) for name in ("Una Paid", "Fay Free"))
    job = day.job(paid, plan=plan, lines=[{"name": "Work", "quantity": "1", "price": "10"}])
    for one in (job, day.job(free, plan=plan)):
        shop.ask("job", "move", one, "collected")
    bill = shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", job)["id"])["id"]
    asked = "2026-12-14"
    tap.equal([i["customer"] for i in day.due("2026-12-15", rule="followup")], [free], "who has not paid yet is not asked for praise")
    shop.ask("invoice", "pay", bill, "4", today="2026-12-15")
    tap.equal(len(day.due("2026-12-16", rule="followup", customer=paid)), 0, "nor who has paid a part")
    shop.ask("invoice", "pay", bill, "6", today="2026-12-17")
    tap.equal([(i["due"], i["late_days"]) for i in day.due("2026-12-18", rule="followup", customer=paid)], [("2026-12-17", 1)],
              "but from the day it was settled")
    tap.equal([i["due"] for i in day.due("2026-12-18", rule="followup", customer=free)], [asked], "the others on the plan's day")
    hand = shop.add("followup", f"customer={paid}", f"job={job}", "kind=feedback", "title=As promised", "due=2026-12-20")
    shop.ask("invoice", "cancel", bill)
    again = shop.ask("invoice", "draft", "--job", job)["id"]
    shop.ask("invoice", "issue", again, "--date-is-right", today="2026-12-19")
    tap.equal([i["id"] for i in day.due("2026-12-21", rule="followup", customer=paid)], [f"followup-{hand}"],
              "what somebody promised by hand is on its day")


def birthdays(tap, shop):
    for day in ("2049-05-12", "2026-11-25", "1849-12-31", "0001-01-01"):
        answer = shop.run("add", "customer", "name=X", f"birthday={day}")
        tap.equal((answer.code, answer.error), (1, "input"), f"nobody was born on {day}")
    for day in ("2026-11-24", "1850-01-01", "--02-29"):
        tap.equal(shop.get("customer", shop.add("customer", "name=X", f"birthday={day}"))["birthday"], day, f"somebody may be on {day}")
    rows = shop.ask("import", shop.write("born.csv", "Name,Email,Birthday\nYou Later,l@example.org,2049-05-12\n"))["files"][0]["rows"]
    tap.equal((shop.get("customer", rows[0]["id"])["birthday"], rows[0]["dropped"]), (None, ["birthday"]),
              "an import names such a day and does not take it")


def answer_times(tap):
    def speed(*contacts, complaint=None):
        with Shop() as shop:
            one = shop.add("customer", "name=One")
            for direction, channel, at, *more in contacts:
                at = at if at[4:5] == "-" else f"2026-11-{at}"
                shop.add("interaction", f"customer={one}", f"direction={direction}", f"channel={channel}", f"at={at}:00Z", *more)
            if complaint:
                way = [f"channel={complaint[0]}"] if complaint[0] else []
                shop.add("complaint", f"customer={one}", "words=No", *way, f"received=2026-11-{complaint[1]}:00Z")
            frt = shop.ask("metrics")["frt"]
            return frt["n"], frt["open"]

    tap.equal(speed(("in", "email", "23T10:00"), ("out", "email", "23T11:00")), (1, 0), "a message that was answered")
    tap.equal(speed(("in", "phone", "23T10:00"), ("in", "counter", "23T11:00")), (0, 0), "a call taken and a visit wait for nothing")
    tap.equal(speed(("out", "email", "23T10:00"), ("in", "email", "23T12:00")), (0, 0), "a reply to what we wrote first")
    tap.equal(speed(("in", "email", "23T10:00"), ("out", "email", "23T11:00"), ("in", "email", "23T12:00")), (1, 1),
              "what comes after an answer waits anew")
    tap.equal(speed(("in", "email", "23T10:00"), complaint=("email", "23T10:00")), (0, 1), "a complaint that came as a message counts once")
    ours, reply = ("out", "email", "2026-06-01T10:00"), ("in", "email", "2026-06-02T10:00")
    tap.equal(speed(ours, reply, ("in", "email", "23T10:00"), ("out", "email", "23T11:00")), (1, 0),
              "who once replied to us is heard, months later")
    tap.equal(speed(ours, reply, ("in", "email", "2026-06-03T10:00")), (0, 0), "a second part of a reply is none of its own")
    tap.equal(speed(("in", "email", "20T10:00"), ("out", "email", "20T11:00"), ("out", "email", "20T12:00"), ("in", "email", "23T12:00")),
              (1, 1), "after an answer in two parts the next question waits")
    tap.equal(speed(("in", "email", "2026-06-01T10:00"), ("out", "email", "2026-06-01T11:00"), ("out", "email", "20T12:00"),
                    ("in", "email", "23T12:00")), (1, 0), "a reply to what we wrote months after an answer is none")
    tap.equal(speed(("in", "email", "23T10:00"), ("out", "phone", "23T11:00", "outcome=Nobody answered")), (0, 1),
              "a call that nobody took is no answer")
    tap.equal(speed(("in", "email", "23T10:00"), ("out", "email", "23T11:00", "class=marketing")), (0, 1), "nor is marketing")
    tap.equal(speed(("out", "email", "20T11:00", "class=marketing"), ("in", "email", "23T10:00")), (0, 0), "a reply to it is none either")
    tap.equal(speed(("in", "email", "23T10:00"), complaint=(None, "23T14:00")), (0, 2), "a complaint that came who knows how is another")
    tap.equal(speed(("in", "email", "23T10:00"), complaint=(None, "23T10:30")), (0, 1), "within the hour it is the same")
    tap.equal(speed(("in", "email", "23T10:00"), complaint=("phone", "23T10:00")), (0, 2), "by phone it is another")


def nobody_waits(tap):
    """What was settled was answered, and nobody answers who is gone."""
    with Shop() as shop:
        one, two = shop.add("customer", "name=One"), shop.add("customer", "name=Two")
        settled = shop.add("complaint", f"customer={one}", "words=No", "received=2026-11-23T09:00:00Z", "cause=Seal",
                           "resolved=2026-11-23T11:00:00Z", "confirmation=confirmed")
        shop.add("complaint", f"customer={two}", "words=No", "received=2026-11-23T10:00:00Z")
        shop.add("interaction", f"customer={two}", "direction=in", "channel=email", "at=2026-11-20T10:00:00Z")
        shop.ask("export", shop.path("all.json"))
        with open(shop.path("all.json"), encoding="utf-8") as file:
            data = json.load(file)
        for complaint in data["complaint"]:
            if complaint["id"] == settled:
                complaint["acknowledged"] = complaint["acknowledged_how"] = None
        with Shop() as other:
            other.ask("import", other.write("all.json", json.dumps(data)))
            tap.equal(other.get("complaint", settled)["acknowledged"], None, "a complaint that came settled, and never answered")
            frt = other.ask("metrics")["frt"]
            tap.equal((frt["n"], frt["open"]), (1, 2), "waits for nothing")
            other.ask("remove", "customer", two)
            frt = other.ask("metrics")["frt"]
            tap.equal((frt["n"], frt["open"], frt["oldest_open_s"]), (1, 0, None), "nor does who was deleted")


def apart(tap):
    """What customers say of a job, and of the shop as a whole."""
    with Shop() as shop:
        people = [shop.add("customer", f"name=No {i}") for i in range(12)]
        for one in people:
            shop.add("feedback", f"customer={one}", "score=9", "satisfaction=5", "at=2026-11-02T10:00:00Z")
        job = shop.add("job", customer=people[0])
        shop.add("feedback", f"customer={people[0]}", f"job={job}", "score=0", "satisfaction=1", "at=2026-11-03T10:00:00Z")
        metrics = shop.ask("metrics")
        nps, csat = metrics["nps"], metrics["csat"]
        tap.equal([(nps[k]["n"], nps[k]["promoters"], nps[k]["detractors"]) for k in ("relationship", "job")], [(12, 12, 0), (1, 0, 1)],
                  "one answer about a job takes none about the shop away")
        tap.equal((nps["relationship"]["value"], nps["job"]["value"], nps["job"]["too_few"]), (100.0, None, True), "each has a score of its own, or too few")
        tap.equal([csat[k]["n"] for k in ("relationship", "job")], [12, 1], "and so has satisfaction")


def low_numbers(tap):
    with Shop() as shop:
        one = shop.add("customer", "name=One")
        for fields, said in ((("score=10", "satisfaction=1"), "1 of 5"), (("score=3", "satisfaction=5"), "3 of 10"), (("satisfaction=2",), "2 of 5")):
            shop.add("feedback", f"customer={one}", *fields)
            words = shop.ask("list", "complaint")
            tap.ok(any(said in c["words"] for c in words), f"a complaint says which number is low: {said}", words)


def zone(tap):
    with Shop() as shop:
        for name, wanted in (("Pacific/Auckland", "2026-11-23T23:00:00Z"), ("America/Los_Angeles", "2026-11-24T20:00:00Z")):
            env = dict(os.environ, TZ=name)
            one = shop.run("add", "customer", "name=Zoe", env=env).json["id"]
            tap.equal(shop.get("customer", one)["created"], wanted, f"--today is noon in {name}")


def main():
    tap = Tap()
    for part in (times, warranty, closed_days, closing, cancelled, together, occasions, one_time, told, complaints, birthdays,
                 passed, belated, new_day, longer_warranty, moved_by_hand, praise_after_money):
        with Shop() as shop:
            part(tap, shop)
    for part in (leap_job, once_a_day, leap_deferral, answer_times, nobody_waits, apart, low_numbers, zone):
        part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
