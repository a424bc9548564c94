# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rules say, once more and without the program: days, closed days, plans, and all that is due on a day. It knows the
rules of care and decision 0014; what it reads are the rows of an export."""
import calendar
import json
from collections import defaultdict
from datetime import date, datetime, timedelta

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
GERMAN = "01-01 easter-2 easter+1 05-01 easter+39 easter+50 10-03 12-25 12-26"
LEAD, MISSED, WEEK = 7, 31, 7
KEPT_YEARS = (1, 3, 5, 10)


def plus(day, days):
    return day + timedelta(days)


def months_later(day, months):
    """The 31st of January and a month is the last of February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def day_of(instant):
    return datetime.fromisoformat(instant).astimezone().date() if instant else None


def easter(year):
    """Gauss, with Lichtenberg's correction."""
    k = year // 100
    m, s = 15 + (3 * k + 3) // 4 - (8 * k + 13) // 25, 2 - (3 * k + 3) // 4
    d = (19 * (year % 19) + m) % 30
    r = (d + year % 19 // 11) // 29
    og = 21 + d - r
    sz = 7 - (year + year // 4 + s) % 7
    return plus(date(year, 3, 1), og + 7 - (og - sz) % 7 - 1)


class Hours:
    """On which days the shop is open: "Mo-Fr 09:00-18:00; Sa 09:00-13:00", less "12-25 easter+1 2027-03-04"."""

    def __init__(self, weekdays, holidays):
        self.times, self.holidays = {}, holidays.split()
        for part in weekdays.split(";"):
            days, times = part.split()
            for some in days.split(","):
                first, _, last = some.partition("-")
                a, b = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
                self.times |= {d % 7: [t.split("-") for t in times.split(",")] for d in range(a, b + 1 + 7 * (b < a))}

    def is_open(self, day):
        return day.weekday() in self.times and not any(self.is_on(rule, day) for rule in self.holidays)

    @staticmethod
    def is_on(rule, day):
        if rule.startswith("easter"):
            return day == plus(easter(day.year), int(rule[6:] or 0))
        return day.isoformat().endswith(rule)

    def spans(self, since, until):
        """The seconds, from and to, in which the shop is open between two instants."""
        day = datetime.fromtimestamp(since).date()
        while day <= datetime.fromtimestamp(until).date():
            for time in self.times[day.weekday()] if self.is_open(day) else ():
                a, b = (int((datetime.combine(day, datetime.min.time()) + timedelta(hours=int(t[:2]), minutes=int(t[3:]))).timestamp())
                        for t in time)
                if max(a, since) < min(b, until):
                    yield max(a, since), min(b, until)
            day = plus(day, 1)

    def seconds(self, since, until):
        return sum(b - a for a, b in self.spans(since, until))

    def deadline(self, since, hours):
        """The day on which so many hours of the shop are over."""
        left = hours * 3600
        for a, b in self.spans(since, since + 400 * 86400):
            if b - a >= left:
                return datetime.fromtimestamp(a + left).date()
            left -= b - a

    def from_day(self, day, step):
        while not self.is_open(day):
            day = plus(day, step)
        return day


def warranty_end(job, plan, usual, handover):
    months = next((m for m in (job.get("warranty_months"), plan and plan["warranty_months"], usual) if m is not None), 0)
    return months_later(handover, months) if months else None


def lane(plan, handover, end, hours):
    """The steps of a plan: (day, title), by day. On a closed day: a warranty's the open day before, any other's the next."""
    steps = []
    for step in plan["steps"]:
        anchor = end if step["anchor"] == "warranty-end" else handover
        if anchor:
            before = "warranty" in (step["kind"], step["anchor"][:8])
            day = plus(months_later(anchor, step["months"] or 0), step["days"] or 0)
            steps.append((hours.from_day(day, -1 if before else 1).isoformat(), step["title"]))
    return sorted(steps)


class Rows:
    """An export, as far as it is not deleted."""

    def __init__(self, data, hours):
        self.hours, seen = hours, data["setting"].get("last-day-run")
        self.seen = seen and date.fromisoformat(seen)
        self.of = {kind: [r for r in rows if not r.get("deleted")] for kind, rows in data.items()
                   if isinstance(rows, list) and kind != "file"}
        self.people = {c["id"] for c in self.of["customer"]}
        self.put_off = {}
        for deferral in sorted(self.of["deferral"], key=lambda d: int(d["id"])):
            self.put_off[deferral["rule"], str(deferral["record"])] = deferral
        self.complaints = [c for c in self.of["complaint"] if c["customer"] in self.people]
        self.unsettled = defaultdict(list)
        for complaint in self.complaints:
            if not complaint["resolved"]:
                self.unsettled[complaint["customer"]].append(complaint)

    def jobs(self):
        return [j for j in self.of["job"] if j["customer"] in self.people]


def read(shop, hours, today):
    shop.ask("export", shop.path("all.json"), today=today)
    with open(shop.path("all.json"), encoding="utf-8") as file:
        return Rows(json.load(file), hours)


class Line:
    def __init__(self, rule, record, due, on=None, at=None, time_from=None, row=None):
        self.rule, self.record, self.due, self.on = rule, record, due, on or due
        self.at, self.time_from, self.row, self.until, self.also = at, time_from, row or {}, None, []


def apply_deferral(rows, line, today):
    """False: it was let go. One decision is about one time."""
    deferral = rows.put_off.get((line.rule, line.record))
    if not deferral or (line.at and deferral["created"] < line.at):
        return True
    if line.time_from and day_of(deferral["created"]) < line.time_from:
        return True
    if not deferral["until"]:
        return line.rule == "followup"
    line.until = date.fromisoformat(deferral["until"])
    line.on = max(line.on, line.until)
    if line.until == today and (deferral["hour"] or 0) > 12:
        line.on = plus(today, 1)
    return True


def shop_lines(rows, today):
    for complaint in rows.complaints:
        if not complaint["resolved"] and complaint["acknowledged"]:
            day = day_of(complaint["acknowledged"])
            yield Line("complaint", complaint["id"], day, plus(day, 1), at=complaint["acknowledged"])
        elif not complaint["resolved"]:
            answer = rows.hours.deadline(int(datetime.fromisoformat(complaint["received"]).timestamp()), 8)
            yield Line("complaint", complaint["id"], answer, today, at=complaint["received"])
    for job in rows.jobs():
        ready, done, told = job["status"] == "ready", day_of(job["finished"]), day_of(job["told"])
        if ready and not told:
            yield Line("to-tell", job["id"], done, at=job["finished"])
        if ready and told:
            yield Line("uncollected", job["id"], told, plus(told, 14), at=job["told"])
        if job["to_bill"]:
            yield Line("unbilled", job["id"], done, at=job["finished"])
    for bill in rows.of["invoice"]:
        waits = any(c["job"] in (None, bill["job"]) for c in rows.unsettled[bill["customer"]])
        if bill["type"] == "380" and bill["state"] in ("issued", "part") and not waits:
            due = date.fromisoformat(bill["due_date"])
            yield Line("overdue", bill["id"], due, plus(due, 1))
        if float(bill["to_pay_back"] or 0) > 0:
            yield Line("pay-back", bill["id"], None, today)


def asked_once_settled(rows, step):
    """On which day a plan asks how it went: its own, that of the last payment, or that on which the rest was let go; None while
    its job is not paid for, or the shop owes the customer money."""
    if step["kind"] != "feedback" or step["source"] != "plan":
        return step["due"]
    bills = {b["id"]: b for b in rows.of["invoice"] if b["job"] and b["job"] == step["job"]}
    open_ones = [b for b in bills.values() if b["type"] == "380" and b["state"] in ("issued", "part")]
    decided = [rows.put_off.get(("overdue", b["id"])) for b in open_ones]
    if any(not d or d["until"] for d in decided):
        return None
    owed = [b for b in rows.of["invoice"] if b["customer"] == step["customer"] and float(b["to_pay_back"] or 0) > 0]
    if any((rows.put_off.get(("pay-back", b["id"])) or {"until": "some day"})["until"] for b in owed):
        return None
    back = [p["date"] for p in rows.of["payment"] if p["customer"] == step["customer"] and float(p["amount"]) < 0]
    paid = [p["date"] for p in rows.of["payment"] if p["invoice"] in bills and float(p["amount"]) > 0]
    return max([step["due"], *paid, *back, *(str(day_of(d["created"])) for d in decided)])


def steps(rows, today):
    """A step waits while another complaint of the customer is open."""
    for step in rows.of["followup"]:
        waits = any(c["id"] != step["complaint"] for c in rows.unsettled[step["customer"]])
        day = asked_once_settled(rows, step)
        if step["state"] == "open" and step["customer"] in rows.people and not waits and day:
            due = rows.hours.from_day(date.fromisoformat(day), -1 if step["kind"] == "warranty" else 1)
            yield Line("followup", step["id"], due, row=step)


def origin(line):
    source = line.row.get("source")
    return source and {"plan": "p" + str(line.row["job"]), "complaint": "c" + str(line.row["complaint"])}.get(source)


def rank(line):
    if line.row["kind"] == "warranty" or line.row["source"] == "complaint":
        return int(line.row["kind"] != "warranty")
    return {"feedback": 3, "service": 4}.get(line.row["kind"], 2)


def merged(lines, today):
    """One contact for what comes within a week, but not for two steps of one plan."""
    open_steps = sorted((x for x in lines if origin(x) and not x.until), key=lambda x: (x.on, int(x.record)))
    kept = [x for x in lines if x not in open_steps]
    while open_steps:
        first, group, rest = open_steps[0], [], []
        for x in open_steps:
            near = (max(x.on, today) - max(first.on, today)).days <= WEEK
            fits = x.row["customer"] == first.row["customer"] and near and origin(x) not in map(origin, group)
            (group if fits else rest).append(x)
        lead = min(group, key=rank)
        lead.also = [x for x in group if x is not lead]
        lead.on, lead.due = min(x.on for x in group), min(x.due for x in group)
        kept, open_steps = kept + [lead], rest
    return kept


def in_year(day, year):
    """29 February is kept on the 28th in other years."""
    month, number = int(day[-5:-3]), int(day[-2:])
    return date(year, month, min(number, calendar.monthrange(year, month)[1]))


def anniversaries(rows):
    """(record, day, notice, the year of a first job): birthdays, days of their own, and the first job."""
    for customer in rows.of["customer"]:
        if customer["birthday"]:
            yield customer["id"], customer["birthday"], LEAD, None
    for own in rows.of["occasion"]:
        if own["customer"] in rows.people:
            yield own["id"], own["date"], LEAD if own["lead_days"] is None else own["lead_days"], None
    first = {}
    for job in sorted(rows.jobs(), key=lambda j: (j["received"], int(j["id"]))):
        if job["status"] != "cancelled":
            first.setdefault(job["customer"], job)
    for job in first.values():
        day = day_of(job["received"])
        yield job["id"], day.isoformat(), LEAD, day.year


def occasion(rows, today, record, day, lead, since):
    """From its notice on until the day itself; longer where the shop was closed all that time, or it was put off."""
    def counts(when):
        return since is None or when.year - since in KEPT_YEARS

    def from_day(when):
        before, notice = in_year(day, when.year - 1), plus(when, -lead)
        return min(plus(before, MISSED + 1), max(notice, plus(before, 1)))
    coming = next(in_year(day, y) for y in (today.year, today.year + 1) if in_year(day, y) >= today)
    last = next(in_year(day, y) for y in (today.year, today.year - 1) if in_year(day, y) < today)
    if counts(coming) and plus(coming, -lead) <= today:
        return Line("occasion", record, coming, max(today, plus(coming, -lead)), time_from=from_day(coming))
    line = Line("occasion", record, last, last, time_from=from_day(last))
    opens = rows.hours.from_day(plus(last, -lead), 1)
    deferral = rows.put_off.get(("occasion", record))
    beyond = (deferral and deferral["until"] and deferral["until"] > last.isoformat()
              and day_of(deferral["created"]) >= line.time_from and (today - last).days <= MISSED)
    unseen = rows.seen and last > rows.seen and (today - last).days <= MISSED
    return line if counts(last) and (beyond or unseen or last < opens and today <= opens) else None


def shown(rows, today):
    """Every line that is shown on that day."""
    lines = [*shop_lines(rows, today), *steps(rows, today)]
    lines += filter(None, (occasion(rows, today, *anniversary) for anniversary in anniversaries(rows)))
    lines = merged([x for x in lines if apply_deferral(rows, x, today)], today)
    return [x for x in lines if x.on <= today]
