# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of a made-up shop, reckoned a second time from the rules of metrics. SHOPS=50 SEED=7 tries more."""
import json
import os
import random
import sys
from collections import Counter, defaultdict
from datetime import date, datetime, timezone
from decimal import Decimal
from statistics import median

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import rules  # noqa: E402
from cli import Shop, Tap  # noqa: E402
from rules import day_of, months_later, plus  # noqa: E402

Z = 1.959963984540054
MONTH = 30 * 86400
WEEKS = ("Mo-Fr 09:00-18:00; Sa 09:00-13:00", "Tu-Sa 10:00-12:30,14:00-19:00", "We 08:00-20:00")
KINDS = ("Tune-up", "Brakes", "Boiler", None)


def seconds(instant):
    return int(datetime.fromisoformat(instant).timestamp())


def quantile(values, p):
    """Type 7."""
    values, h = sorted(values), (len(values) - 1) * p
    low = values[int(h)]
    return low + (h - int(h)) * (values[min(int(h) + 1, len(values) - 1)] - low)


def share(hits, n):
    """In per cent, with Wilson's interval."""
    if not n:
        return {"value": None, "n": 0, "low": None, "high": None}
    p, d = hits / n, 1 + Z * Z / n
    middle, half = (p + Z * Z / (2 * n)) / d, Z / d * (p * (1 - p) / n + Z * Z / (4 * n * n)) ** 0.5
    return {"value": 100 * p, "n": n, "low": 100 * max(0, middle - half), "high": 100 * min(1, middle + half)}


def latest(rows, field, since, until):
    """One answer of each customer in the period."""
    answers = {}
    for row in sorted(rows, key=lambda r: (r["at"], int(r["id"]))):
        if row[field] is not None and since <= day_of(row["at"]) <= until:
            answers[row["customer"]] = row[field]
    return list(answers.values())


def nps(scores):
    n, up, down = len(scores), sum(s >= 9 for s in scores), sum(s <= 6 for s in scores)
    figure = {"n": n, "promoters": up, "passives": n - up - down, "detractors": down, "value": None, "low": None, "high": None}
    if n >= 10:
        p, d, m = (up + 0.75) / (n + 3), (down + 0.75) / (n + 3), n + 3
        half = 100 * Z * ((p + d - (p - d) ** 2) / m) ** 0.5
        middle = 100 * (p - d)
        figure |= {"value": 100 * (up - down) / n, "low": max(-100, middle - half), "high": min(100, middle + half)}
    return figure


def first_answers(rows, since, until, now):
    """(asked, answered or now, whether it was): complaints, and messages that begin a conversation."""
    for c in rows.of["complaint"]:
        if since <= day_of(c["received"]) <= until:
            yield seconds(c["received"]), seconds(c["acknowledged"]) if c["acknowledged"] else now, bool(c["acknowledged"])
    said, offers = defaultdict(list), defaultdict(list)
    for m in sorted(rows.of["interaction"], key=lambda m: m["at"]):
        human = not m["automatic"]
        if human and m["direction"] == "out" and m["class"] == "marketing":
            offers[m["customer"]].append(seconds(m["at"]))
        elif human and (m["direction"] == "out" and m["outcome"] != "Nobody answered"
                        or m["direction"] == "in" and m["channel"] not in ("phone", "counter", "note")):
            said[m["customer"]].append((seconds(m["at"]), m["direction"] == "in", m["channel"]))
    for customer, messages in said.items():
        for i, (at, came, channel) in enumerate(messages):
            if not came or not since <= datetime.fromtimestamp(at).date() <= until or is_complaint(rows, customer, at, channel):
                continue
            if begins(messages[:i], at, offers[customer]):
                answer = next((t for t, theirs, _ in messages[i:] if not theirs), None)
                yield at, answer or now, answer is not None


def is_complaint(rows, customer, at, channel):
    return any(c["customer"] == customer and (c["channel"] == channel and abs(seconds(c["received"]) - at) <= 86400
                                              or not c["channel"] and abs(seconds(c["received"]) - at) <= 3600)
               for c in rows.of["complaint"])


def begins(before, at, offers):
    """Nothing was said for a month; or we spoke last, after they had been heard: to them, or with the answer they waited for."""
    if not before or before[-1][0] < at - MONTH:
        return not any(at - MONTH <= offer <= at for offer in offers)
    last, theirs, _ = before[-1]
    heard = [i for i, message in enumerate(before[:-1]) if message[1]]
    return not theirs and bool(heard) and (before[heard[-1]][0] >= last - MONTH or heard[-1] == len(before) - 2)


def frt(rows, since, until, now):
    waits = [(rows.hours.seconds(a, b), answered) for a, b, answered in first_answers(rows, since, until, now)]
    done, still = [s for s, answered in waits if answered], [s for s, answered in waits if not answered]
    return {"n": len(done), "median_s": median(done) if done else None, "p90_s": quantile(done, 0.9) if len(done) >= 10 else None,
            "open": len(still), "oldest_open_s": max(still) if still else None}


def visits(rows):
    """{customer: [(day, job)]}: what was not cancelled and is no return, a day once."""
    days = defaultdict(dict)
    for job in sorted(rows.jobs(), key=lambda j: j["received"]):
        if job["status"] != "cancelled" and not job["comes_back_of"]:
            days[job["customer"]][day_of(job["received"])] = job
    return {customer: sorted(jobs.items(), key=lambda d: d[0]) for customer, jobs in days.items()}


def come_back(rows, since, until, today):
    """Of those whose first visit was in the same period a year before, and who had a whole year."""
    group = [[d for d, _ in days] for days in visits(rows).values()]
    group = [d for d in group if months_later(since, -12) <= d[0] <= months_later(until, -12) and months_later(d[0], 12) <= today]
    return share(sum(len(d) > 1 and d[1] <= months_later(d[0], 12) for d in group), len(group))


def rhythm(rows, today):
    gaps, classes = defaultdict(list), Counter(unknown=0, in_rhythm=0, due=0, late=0, lapsed=0)
    for days in visits(rows).values():
        for (a, job), (b, _) in zip(days, days[1:]):
            if job["kind"]:
                gaps[job["kind"].strip().lower()].append((b - a).days)
    plans = {p["id"]: p for p in rows.of["plan"]}
    for days in visits(rows).values():
        own = [(b - a).days for (a, _), (b, _) in zip(days, days[1:])]
        last, job = days[-1]
        kind = gaps[(job["kind"] or "").strip().lower()] if job["kind"] else []
        steps = [s for s in plans[job["plan"]]["steps"] if s["kind"] == "service"] if job["plan"] else []
        interval = (steps[0]["months"] or 0) * 30.4375 + (steps[0]["days"] or 0) if steps else 0
        expected = median(own) if len(own) >= 3 else median(kind) if len(kind) >= 3 else interval
        waits = (today - last).days
        late = len(kind) >= 10 and waits > quantile(kind, 0.9) and waits >= expected
        classes["unknown" if not expected else "lapsed" if waits > 2 * expected or late else "late" if waits > 1.5 * expected
                else "due" if waits >= expected else "in_rhythm"] += 1
    return dict(classes)


def billing(rows, since, until, today):
    """How long finished work waited for its invoice; on time is within two working days, and not before."""
    bills = defaultdict(list)
    for bill in rows.of["invoice"]:
        if bill["number"] and bill["type"] == "380" and bill["state"] != "cancelled":
            bills[bill["job"]].append(date.fromisoformat(bill["issued"]))
    done = [(day_of(j["finished"]), min(bills[j["id"]], default=None)) for j in rows.of["job"]
            if j["finished"] and since <= day_of(j["finished"]) <= until and Decimal(j["agreed"] or 0) > 0]
    waited = [(a, b) for a, b in done if b and b >= a]
    early, waiting = sum(bool(b) and b < a for a, b in done), [(today - a).days for a, b in done if not b]
    on_time = sum(sum(rows.hours.is_open(plus(a, n)) for n in range(1, (b - a).days + 1)) <= 2 for a, b in waited)
    return {"n": len(waited), "value": median([(b - a).days for a, b in waited]) if waited else None, "early": early,
            "waiting": len(waiting), "oldest_waiting_days": max(waiting, default=0), "on_time": share(on_time, len(waited) + early)}


def months(rows, since, until):
    """Each account for itself: what one paid too much is not what another owes less."""
    accounts, issued, paid = defaultdict(list), [], []
    accounts_of = {b["id"]: b["corrects"] or b["id"] for b in rows.of["invoice"]}
    for bill in (b for b in rows.of["invoice"] if b["number"]):
        day, note = date.fromisoformat(bill["issued"]), bill["type"] == "381"
        issued.append((day, -Decimal(bill["gross"]) if note else Decimal(bill["gross"])))
        due = Decimal(bill["payable"])
        accounts[accounts_of[bill["id"]]].append((day, -due - Decimal(bill["prepaid"] or 0) if note else due))
    for payment in rows.of["payment"]:
        moved = (date.fromisoformat(payment["date"]), Decimal(payment["amount"]))
        paid.append(moved)
        accounts[accounts_of[payment["invoice"]]].append((moved[0], -moved[1]))
    month = since.replace(day=1)
    while month <= until:
        end = min(plus(months_later(month, 1), -1), until)
        sums = [sum((a for d, a in moves if max(month, since) <= d <= end), Decimal(0)) for moves in (issued, paid)]
        open_ = [sum((a for d, a in moves if d <= end), Decimal(0)) for moves in accounts.values()]
        yield {"month": month.isoformat()[:7], "invoiced": f"{sums[0]:.2f}", "paid": f"{sums[1]:.2f}",
               "outstanding": f"{sum(max(a, 0) for a in open_):.2f}", "owed_back": f"{sum(max(-a, 0) for a in open_):.2f}"}
        month = months_later(month, 1)


class Made:
    def __init__(self, shop, seed):
        self.shop, self.rng, self.ids = shop.open(), random.Random(seed), 10 ** 15
        self.hours = rules.Hours(self.rng.choice(WEEKS), rules.GERMAN)
        self.today = date(2026, 11, 24)
        self.shop.ask("setting", "set", "opening-hours", next(w for w in WEEKS if rules.Hours(w, "").times == self.hours.times))

    def new(self, **fields):
        self.ids += 1
        return {"id": str(self.ids), **fields}

    def at(self, days):
        moment = datetime(2026, 11, 24, 11, tzinfo=timezone.utc).timestamp() - self.rng.randrange(days * 86400)
        return datetime.fromtimestamp(moment, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

    def people(self):
        """Who came, wrote, answered and complained."""
        pick, many = self.rng.choice, range(120)
        customers = [self.new(name=f"Customer {i}", type="person", since=None, addresses=[{"street": "Weg 1", "postcode": "53111", "locality": "Bonn"}]) for i in many]
        plan = self.new(name="Yearly", warranty_months=None, steps=[{"title": "s", "kind": "service", "anchor": "handover",
                                                                       "months": pick((0, 6, 12)), "days": pick((0, 20))}])
        jobs = [self.new(number=f"2024-{i + 1:03}", customer=pick(customers)["id"], status=pick(("received", "received", "working", "cancelled")),
                         kind=pick(KINDS), plan=pick((None, plan["id"])), received=self.at(1200), lines=[]) for i in range(260)]
        for job in self.rng.sample(jobs, 20):
            job["comes_back_of"] = next(j["id"] for j in jobs if j is not job)
        feedback = [self.new(customer=pick(customers)["id"], score=pick((None, *range(11), 9, 10)), satisfaction=pick((None, 1, 2, 3, 4, 5)),
                             comment="Well", at=self.at(500)) for _ in range(pick((5, 40, 90)))]
        complaints = [self.new(customer=pick(customers)["id"], words="No", channel=pick((None, "email", "phone")), received=self.at(200))
                      for _ in range(12)]
        for complaint in complaints[:6]:
            since = seconds(complaint["received"])
            answered = self.rng.randrange(since, seconds("2026-11-24T11:00:00Z"))
            complaint["acknowledged"] = datetime.fromtimestamp(answered, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        talkers = self.rng.sample(customers, 25)
        contacts = [self.new(customer=pick(talkers)["id"], direction=pick(("in", "in", "out")), at=self.at(400), subject="s",
                             channel=pick(("email", "email", "sms", "phone", "counter", "letter")), automatic=pick((None, None, None, True)),
                             outcome=pick((None, None, "Nobody answered")), **{"class": pick((None, "service", "marketing"))})
                    for _ in range(240)]
        for contact in contacts:
            if contact["direction"] == "in":
                contact |= {"automatic": None, "outcome": None, "class": None}
        archive = {"aftercare": 1, "schema": 2, "customer": customers, "plan": [plan], "job": jobs, "feedback": feedback,
                   "complaint": complaints, "interaction": contacts}
        report = self.shop.ask("import", self.shop.write("made.json", json.dumps(archive)))
        assert report["refused"] == 0, [r for r in report["files"][0]["rows"] if r["result"] != "new"][:3]
        self.customers = customers

    def money(self):
        """Work that is done, billed, paid too much or too little, cancelled and paid back, over ten months."""
        waiting, self.issued = [], []
        for day in sorted(plus(self.today, -self.rng.randrange(300)) for _ in range(30)):
            for bill_on, job, early in sorted(w for w in waiting if w[0] <= day):
                self.bill(job, early, str(day))
            waiting = [w for w in waiting if w[0] > day]
            if self.issued and self.rng.random() < 0.4:
                self.settle(self.rng.choice(self.issued), str(day))
            else:
                early = self.rng.random() < 0.2
                waiting.append((plus(day, self.rng.choice((0, 1, 3, 9))), self.work(early, str(day)), early))

    def work(self, early, now):
        lines = [{"name": "Work", "quantity": "1", "price": f"{self.rng.randrange(1, 90000) / 100:.2f}", "rate": "19", "category": "S"}]
        file = self.shop.write("job.json", json.dumps({"customer": self.rng.choice(self.customers)["id"], "lines": lines}))
        job = self.shop.ask("add", "job", "--file", file, today=now)["id"]
        if not early:
            self.shop.ask("job", "move", job, "ready", today=now)
        return job

    def bill(self, job, early, now):
        draft = self.shop.ask("invoice", "draft", "--job", job, today=now)["id"]
        if early:
            self.shop.ask("set", "invoice", draft, "early_reason=Paid before", today=now)
        self.issued.append(self.shop.ask("invoice", "issue", draft, "--date-is-right", today=now)["id"])
        if early:
            self.shop.ask("job", "move", job, "ready", today=str(min(plus(date.fromisoformat(now), 3), self.today)))

    def settle(self, bill, now):
        row = self.shop.ask("get", "invoice", bill, today=now)
        amount = max(Decimal("0.01"), (Decimal(row["gross"]) * self.rng.choice((1, 2, 3)) / 2).quantize(Decimal("0.01")))
        if self.rng.random() < 0.25:
            self.shop.run("invoice", "cancel", bill, today=now)
        elif self.rng.random() < 0.3:
            self.shop.run("payment", "refund", bill, row["to_pay_back"] or "1", today=now)
        else:
            self.shop.run("invoice", "pay", bill, amount, today=now)


def near(found, wanted):
    if isinstance(wanted, dict):
        return isinstance(found, dict) and set(wanted) <= set(found) and all(near(found[k], v) for k, v in wanted.items())
    if isinstance(wanted, float) and isinstance(found, (int, float)):
        return abs(found - wanted) < 1e-6
    return found == wanted


def check(tap, shop, seed):
    made = Made(shop, seed)
    made.people()
    made.money()
    rows, today = rules.read(shop, made.hours, str(made.today)), made.today
    now = int(datetime(2026, 11, 24, 12).timestamp())
    for since, until in ((date(2025, 12, 1), today), (date(2026, 3, 7), date(2026, 6, 30)), (date(2024, 2, 29), date(2026, 2, 28))):
        found = shop.ask("metrics", "--from", since, "--to", until)
        wanted = {"nps": nps(latest(rows.of["feedback"], "score", since, until)), "frt": frt(rows, since, until, now),
                  "come_back": come_back(rows, since, until, today), "billing": billing(rows, since, until, today),
                  "rhythm": rhythm(rows, today), "months": list(months(rows, since, until))}
        answers = latest(rows.of["feedback"], "satisfaction", since, until)
        wanted["csat"] = share(sum(a >= 4 for a in answers), len(answers))
        wrong = [(k, found.get(k), v) for k, v in wanted.items() if not near(found.get(k), v)]
        tap.ok(not wrong, f"shop {seed}, {since} to {until}: the figures are those of the rules",
               "\n".join(f"{k}\n  found  {a}\n  wanted {b}" for k, a, b in wrong))


def main():
    tap = Tap()
    seed = int(os.environ.get("SEED", 1))
    for number in range(seed, seed + int(os.environ.get("SHOPS", 3))):
        with Shop() as shop:
            check(tap, shop, number)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
