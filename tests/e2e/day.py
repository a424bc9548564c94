#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The day at the counter, from the import in the morning to the backup in the evening: one shop, one
window, one clock. Each point is named by the number of what it shows; the command line looks on from
outside, as another program at the same shop. tests/cli/day.py walks the same day without a window."""
import contextlib
import glob
import os
import re
import sys
import tempfile
from collections import Counter

from day_billing import LATER, Billing, contents
from desk import TODAY, App, Atspi, cli, key, say_who_we_are, type_keys, wait
from tap import Tap

HERE = os.path.dirname(os.path.abspath(__file__))
REAL = os.path.join(HERE, "..", "..", "..", "shared", "data", "contacts")  # address books of other programs
OWN = os.path.join(HERE, "..", "fixtures", "import")
BEA = "Name,Phone,E-mail\nBea Koč,+49 157 335 21 78,bea@example.org\n"
SPRING = "2026-03-10"  # when she came first
CODE = "Kobold-4711-x"
RESULTS = {"New", "Merged", "Doubtful", "Refused"}


def number_in(pattern, text):
    return int(re.search(pattern, text).group(1))


class Day(Billing):
    def __init__(self, tap, build, folder):
        self.tap, self.build, self.folder = tap, build, folder
        self.data = os.path.join(folder, "shop")
        self.today, self.app, self.complaints = TODAY, None, []

    @contextlib.contextmanager
    def point(self, name):
        """One that prints what was on screen when it failed."""
        with self.tap.point(name):
            try:
                yield
            except Exception:
                self.app.print_tree()
                raise

    def cli(self, *arguments, **more):
        return cli(self.build, self.data, *arguments, **({"today": self.today} | more))

    def get(self, kind, record):
        return self.cli("get", kind, record)

    def due(self, rule):
        return [item for item in self.cli("due")["items"] if item["rule"] == rule]

    def start(self, *arguments, **more):
        self.app = App(self.build, self.data, "--today", self.today, *arguments, **more).start()
        self.app.find("frame", "Aftercare")

    def stop(self, end=App.stop):
        end(self.app)
        self.complaints += self.app.complaints()

    def line(self, *words):
        """Today's line with these words."""
        key("ctrl+1")
        return self.app.row(*words)

    def no_line(self, *words):
        key("ctrl+1")
        self.app.find("grouping", "Today")
        wait(f"no line with {words}", lambda: not any(
            all(w in row.get_name() for w in words) for row in self.app.all("list item")))

    def press_on(self, row, label):
        self.app.press(self.app.find("button", label, within=row))

    def log_call(self, said=None):
        self.app.find("button", "Log It")
        if said:
            self.app.fill("What Was Said", said)
        self.app.click("button", "Log It")
        self.app.wait_gone("button", "Log It")

    # 1

    def bring_customers(self):
        app_files = sorted(glob.glob(os.path.join(REAL, "*.*")) or glob.glob(os.path.join(OWN, "*.*")))
        path = os.path.join(self.folder, "counter.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write(BEA)
        self.start(*app_files, path, first_run=True)
        app = self.app
        counts = {}
        with self.point("1 every address book comes in, with a report"):
            for name in app_files + [path]:
                app.find("list item", re.compile("^" + re.escape(os.path.basename(name))))
            app.click("button", "Import")
            title = app.wait_text(re.compile(r"^\d+ Contacts Were Read$")).get_name()
            sentence = app.wait_text(re.compile(r"\d+ are new\.")).get_name()
            said = {"New": r"(\d+) (?:is|are) new\.", "Merged": r"(\d+) w\w+ merged", "Doubtful": r"(\d+) \w+ new, but doubtful",
                    "Refused": r"(\d+) w\w+ refused"}
            counts = {word: sum(map(int, re.findall(pattern, sentence))) for word, pattern in said.items()}
            assert number_in(r"(\d+)", title) == sum(counts.values()) > 5, (title, sentence)
        with self.point("1 the report adds up, row by row"):
            app.point_and_click(app.find("combo box", re.compile("^(Needs a Look|All|Which rows to show)$")))
            app.wait_text(re.compile("^All$"))
            key("End")
            key("Return")
            rows = app.find("list", "Row by Row")
            wanted = Counter({word: n for word, n in counts.items() if n})
            wait(f"{wanted}", lambda: wanted == Counter(
                label.get_name() for label in app.all("label", within=rows) if label.get_name() in RESULTS))
        with self.point("1 and the customers are there"):
            app.click("button", "Done")
            app.wait_gone("dialog", "Import Customers")
            key("ctrl+2")
            app.row("Bea Koč")
            assert len(self.cli("list", "customer")) == counts["New"] + counts["Doubtful"]

    def year_before(self):
        """What the shop did in spring, for the customer who walks in today."""
        say_who_we_are(self.build, self.data, today=SPRING)
        bea = self.bea = self.cli("search", "koč")[0]["id"]
        self.cli("set", "customer", bea, "channel=phone")
        self.bike = self.cli("add", "device", f"customer={bea}", "name=Cargo bike", "serial=WX-77801", today=SPRING)["id"]
        plan = self.cli("list", "plan", "--where", "name=Bike Plan")[0]["id"]
        job = self.cli("add", "job", f"customer={bea}", f"device={self.bike}", f"plan={plan}", "kind=Bike repair",
                       "fault=Gears slip", today=SPRING)["id"]
        for status in ("ready", "collected"):
            self.cli("job", "move", job, status, today=SPRING)
        self.first_job = self.get("job", job)

    # 2 and 3

    def find_her(self):
        for typed, what in (("178", "three digits of her phone"), ("77801", "the serial of her bike"),
                            (self.first_job["number"], "the number of her job"), ("koc", "her name without its accent")):
            with self.point(f"2 {what}, typed, find her"):
                self.app.search_for(typed, "Bea Koč", go=False)
        with self.point("2 and Enter opens her page"):
            self.app.search_for("bea koc", "^Bea Koč")
            self.app.find("heading", "Bea Koč")

    def welcome_her(self):
        app = self.app
        for fact in ("Open promise: Thank-you, since .*10 Mar|Open promise: Thank-you, since .*11 Mar",
                     "Device: Cargo bike, WX-77801", "Last visit: 8 months ago", "Warranty: .*until .*10 Mar 2027"):
            with self.point(f"3 the strip says “{fact.split(',')[0].split(': ')[0]}”"):
                app.find("grouping", re.compile(fact))
        with self.point("3 above the timeline"):
            tops = [self.top_of(app.find("grouping", re.compile("^Last visit"))), self.top_of(app.find("list", "Timeline"))]
            assert tops[0] < tops[1], tops

    @staticmethod
    def top_of(node):
        return node.get_component_iface().get_extents(Atspi.CoordType.WINDOW).y

    # 4

    def add_line(self, what, price, agreed):
        app = self.app
        app.point_and_click(app.find("button", "Add Line"))
        app.find("dialog", "New Line")
        app.type_into(app.find("text", "Work or Part"), what)
        app.type_into(app.find("text", "Unit Price, Tax Included"), price)
        app.press(app.find("button", "Save", within=app.find("dialog", "New Line")))
        app.wait_gone("text", "Work or Part")
        app.wait_text(agreed)

    def take_in(self):
        app = self.app
        key("ctrl+3", "ctrl+n")  # on her page it would be for her already
        with self.point("4 intake: the customer by three digits brings the device"):
            app.type_into(app.find("text", "Customer: name, phone, serial…"), "178")
            app.point_and_click(app.find("list item", re.compile("^Bea Koč"), within=app.find("dialog", "New Job")))
            app.wait_text("Cargo bike")
        app.type_into(app.find("text", "Reported Fault"), "Rear brake squeals")
        app.unfold("Also Left Here, Unlock Code")
        app.focus(app.find("text", "Unlock Code (Keyring Only)"))
        type_keys(CODE)  # what is typed there cannot be read back
        app.fill("Promised", "2026-11-27")
        with self.point("4 the agreed lines, tax included, add up"):
            self.add_line("Brake service", "45.00", "€45.00")
            self.add_line("Pads", "29.50", "€74.50")
        with self.point("4 the plan stands there as a dated lane before it is saved"):
            steps = [button.get_name() for button in app.all("button", re.compile(r"^[^,]+, \w{3} \d+ \w{3}.*, "))]
            assert re.match("Hand-over, Fri 27 Nov", steps[0]) and re.match("Thank-you, Sat 28 Nov", steps[1]), steps
            assert len(steps) == 6, steps
        app.click("button", "Take In")
        with self.point("4 the job opens"):
            app.find("heading", "Bea Koč’s Cargo bike")
        with self.point("4 it is kept as it was agreed"):
            self.job = self.cli("list", "job", "--where", "status=received")[0]["id"]
            job = self.get("job", self.job)
            assert (job["device"], job["agreed"], job["promised"], job["prices"], job["fault"]) == (
                self.bike, "74.50", "2026-11-27", "gross", "Rear brake squeals"), job
            self.cli("set", "job", self.job, "agreed_by=Bea Koč", "agreed_how=counter")
            app.wait_text(re.compile("Bea Koč said yes at the counter"))
        with self.point("4 the unlock code is shown from the keyring"):
            app.wait_text("In the keyring until hand-over")
            app.click("button", "Show")
            app.wait_text(CODE)
        with self.point("4 and lies in none of the shop's files"):
            files = [os.path.join(top, name) for top, _, names in os.walk(self.data) for name in names]
            assert {"aftercare.db", "aftercare.db-wal"} <= {os.path.basename(name) for name in files}, files
            assert not [name for name in files if CODE.encode() in contents(name)]
            assert "Rear brake squeals".encode() in b"".join(contents(name) for name in files)

    # 5 and 6

    def make_ready(self):
        app = self.app
        app.click("button", "Start Work")
        app.click("button", "Mark as Ready")
        app.find("button", "Tell Them It Is Ready")
        with self.point("5 ready: Today says that she is to be told"):
            row = self.line("Bea Koč’s Cargo bike has been ready")
            assert [item["job"] for item in self.due("to-tell")] == [self.job]
            assert self.get("job", self.job)["to_tell"] is True
        with self.point("5 until a call is logged"):
            self.press_on(row, "Call")
            self.log_call()
            self.no_line("been ready")
            assert self.due("to-tell") == [] and self.get("job", self.job)["to_tell"] is False

    def hand_over(self):
        app = self.app
        key("ctrl+3")
        app.click("button", "Hand Over")
        with self.point("6 collected: the plan's steps are follow-ups on their days"):
            app.wait_text("The unlock code is deleted")
            steps = self.cli("list", "followup", "--where", f"job={self.job}")
            assert sorted(step["due"] for step in steps) == [
                "2026-11-25", "2026-11-30", "2026-12-08", "2027-05-24", "2027-10-25"], steps
        with self.point("6 the warranty's end is computed, and shown"):
            assert self.get("job", self.job)["warranty_end"] == "2027-11-24"
            app.wait_text(re.compile("Until 24 November 2027"))
        with self.point("6 the unlock code is gone"):
            wait("no code", lambda: not self.get("job", self.job)["has_code"])
            app.wait_gone("button", "Show")

    # 10

    def complain(self):
        app = self.app
        with self.point("10 in the place Feedback her answer is written down: 3 of 10"):
            key("ctrl+6")
            app.choose("a", "Add an Answer or a Complaint")  # _Answer…
            who = app.find("dialog", "Who Answered?")
            type_keys("178")
            app.find("list item", re.compile("^Bea Koč"), within=who)
            key("Return")
            answer = app.find("dialog", "Answer of Bea Koč")
            app.press(app.find("toggle button", "3", within=answer))
            app.set_text(app.find("text", "In their words", within=answer), "It squeals again")
            app.press(app.find("button", "Save", within=answer))
            app.wait_text("complaint opened")
        # she said so yesterday evening, when the shop was about to close
        feedback, complaint = (self.cli("list", kind)[0]["id"] for kind in ("feedback", "complaint"))
        self.cli("set", "feedback", feedback, "at=2026-12-14T17:30:00Z")
        self.cli("set", "complaint", complaint, "received=2026-12-14T17:30:00Z")
        with self.point("10 a score of 3 stands first on Today, in her own words"):
            row = self.line("“It squeals again”")
            first = next(node for node in app.all("list item")
                         if node.get_parent().get_name() != "Places" and app.all("button", within=node))
            assert first.get_name() == row.get_name(), first.get_name()
            assert self.cli("due")["items"][0]["rule"] == "complaint"
        with self.point("10 its clock ran in shop hours only"):
            app.find("label", re.compile("^Answer by (today, )?16:30$"), within=row)
        with self.point("10 until it is answered"):
            self.press_on(row, "Call")
            self.log_call("We are sorry, come by")
            self.no_line("“It squeals again”")
            complaint = self.cli("list", "complaint")[0]
            assert complaint["acknowledged_how"] == "phone" and complaint["acknowledged"].startswith(LATER), complaint
            assert self.due("complaint") == []

    # 11

    def ask_the_others(self):
        """As the counter survey would: eleven more answers."""
        people = [row["id"] for row in self.cli("list", "customer") if row["id"] != self.bea]
        scores = (10, 10, 9, 9, 10, 9, 8, 7, 10, 9, 7)
        while len(people) < len(scores):  # one answer a person counts
            people.append(self.cli("add", "customer", f"name=Customer {len(people)}")["id"])
        for person, score in zip(people, scores):
            self.cli("add", "feedback", f"customer={person}", f"score={score}")

    def look_back(self):
        app = self.app
        key("ctrl+8")
        with self.point("11 Insights shows the score with its range and how many answered"):
            nps = self.cli("metrics")["nps"]
            tile = app.find("button", "Would recommend")
            wait("the answers", lambda: f"{nps['n']} answers" in tile.get_description())
            assert nps["n"] == 12
            assert re.search(rf"\b{round(nps['low'])} to {round(nps['high'])}\b", tile.get_description()), (
                nps, tile.get_description())
        with self.point("11 and how long she waited, in shop hours"):
            assert self.cli("metrics")["frt"]["median_s"] == 3.5 * 3600
            wait("the wait", lambda: "3 h 30" in app.find("button", "Time to first answer").get_description())
        with self.point("11 the score opens the answers behind it"):
            app.press(tile)
            rows = app.find("list", "Would recommend")
            app.wait_text("12 entries")
            assert len(app.all("list item", within=rows)) == 12
            app.click("button", "Back")
            app.wait_gone("list", "Would recommend")

    def walk_charts(self):
        app = self.app
        with self.point("11 the keyboard walks the chart of months and opens the rows behind a mark"):
            chart = self.focus_chart("Invoiced and Paid by Month")
            assert "12 entries" in chart.get_description(), chart.get_description()
            key("End", "Left", "Return")
            app.find("list", "Invoiced and Paid by Month")
            app.row("Bea Koč")
            app.click("button", "Back")
            app.wait_gone("list item", re.compile("Bea Koč"))
        with self.point("11 shown as a table it has the same figures"):
            app.choose("t", menu="More about Invoiced and Paid by Month")  # Show as _Table
            table = app.find("tree table", "Invoiced and Paid by Month")
            month = next(m for m in self.cli("metrics")["months"] if m["month"] == "2026-12")
            app.point_and_click(app.find("table row", re.compile("^January 2026"), within=table))
            key("End")  # the last months are scrolled away
            row = app.find("table row", re.compile("^December 2026"), within=table).get_name()
            assert row.endswith(" ".join(f"€{month[column]}" for column in ("invoiced", "paid", "outstanding"))), (row, month)

    def focus_chart(self, title):
        """By the keyboard: a click would open what lies below it."""
        app = self.app
        chart = app.find("image", title)
        app.choose("Escape", menu=f"More about {title}")
        app.wait_gone("menu", f"More about {title}")
        key("Tab")
        wait("the focus", lambda: chart.get_state_set().contains(Atspi.StateType.FOCUSED))
        return chart

    # 12

    def lose_power(self):
        app = self.app
        with self.point("12 the customer is deleted"):
            app.search_for("bea koc", "^Bea Koč")
            app.find("heading", "Bea Koč")
            app.choose("d")  # _Delete Customer
            app.wait_gone("heading", "Bea Koč")
            assert not [hit for hit in self.cli("search", "koc") if hit["id"] == self.bea]
        with self.point("12 Undo brings her back"):
            app.undo("Bea Koč deleted")
            wait("her", lambda: [hit for hit in self.cli("search", "koc") if hit["id"] == self.bea])
        with self.point("12 after kill -9 and a restart all is there"):
            before = self.export(self.data)
            self.stop(App.kill)
            self.start("--place", "customers")
            self.app.search_for("178", "Bea Koč")
            self.app.find("heading", "Bea Koč")
            assert self.export(self.data) == before and self.cli("verify")["ok"] is True

    def export(self, data):
        path = os.path.join(self.folder, "export.json")
        cli(self.build, data, "export", path, today=self.today)
        return contents(path)

    def back_up(self):
        backup, other = os.path.join(self.folder, "shop.backup"), os.path.join(self.folder, "other")
        with self.point("12 a backup restored into an empty folder is the same shop"):
            assert self.cli("backup", backup)["ok"] is True
            restored = cli(self.build, other, "restore", backup, today=self.today)
            assert restored["ok"] is True and restored["invoices"] == 3, restored
            assert self.export(other) == self.export(self.data)
            assert cli(self.build, other, "verify")["ok"] is True
        self.stop()
        with self.point("12 and opens with her in it"):
            self.data = other
            self.start("--place", "customers")
            self.app.find("button", "That Was the Last")  # can be said later, before the next invoice
            key("Escape")
            self.app.wait_gone("button", "That Was the Last")
            self.app.search_for("178", "Bea Koč")
            self.app.find("heading", "Bea Koč")
        self.stop()

    def walk(self):
        for hour in (self.bring_customers, self.year_before, self.find_her, self.welcome_her, self.take_in, self.make_ready,
                     self.hand_over, self.bill, self.compare_papers, self.try_to_alter, self.tamper, self.cancel,
                     self.bill_again, self.three_weeks_later, self.pay, self.complain, self.ask_the_others, self.look_back,
                     self.walk_charts, self.lose_power, self.back_up):
            hour()


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        day = Day(tap, build, folder)
        with tap.point("the day is walked to its end"):
            day.walk()
        if day.app.process.poll() is None:
            day.stop(App.kill)
        tap.equal(day.complaints, [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
