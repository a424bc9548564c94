# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The day at the counter by the command line: what the window shows, seen again from a script."""
import glob
import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import PROGRAM, Shop, Tap  # noqa: E402

CONTACTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "shared", "data", "contacts")


class Day:
    def __init__(self, tap, shop):
        self.tap, self.shop = tap, shop
        self.bea = self.bike = self.job = self.invoice = None

    def due(self, rule=None, today=None):
        items = self.shop.ask("due", **({"today": today} if today else {}))["items"]
        return [i for i in items if rule in (None, i["rule"])]

    def morning_import(self):
        files = sorted(glob.glob(os.path.join(CONTACTS, "*.*")))
        if not files:
            self.tap.skip("1 the address books come in", "they are not here")
            return
        report = self.shop.ask("import", *files)
        total = report["new"] + report["merged"] + report["doubtful"] + report["refused"]
        self.tap.ok(report["read"] == total == sum(len(f["rows"]) for f in report["files"]),
                    "1 the address books come in, and the report adds up row by row", report)

    def a_customer(self):
        shop = self.shop
        self.bea = shop.add("customer", name="Bea Koč", phones=[{"label": "mobile", "number": "+49 157 335 21 78"}],
                            channel="sms")
        self.bike = shop.add("device", f"customer={self.bea}", "name=Cargo bike", "serial=WX-77801")
        plan = shop.add("plan", name="Brake service", warranty_months=12, steps=[
            {"title": "Thank-you", "kind": "thanks", "anchor": "handover", "days": 1},
            {"title": "Still braking well?", "kind": "check", "anchor": "handover", "days": 5},
            {"title": "Warranty ends", "kind": "warranty", "anchor": "warranty-end", "days": -30}])
        self.job = shop.add("job", customer=self.bea, device=self.bike, plan=plan, kind="Brakes", fault="squeaks",
                            promised="2026-11-27", warranty_months=12, lines=[
                                {"name": "Brake service", "quantity": "1", "price": "45.00", "rate": "19", "category": "S"},
                                {"name": "Pads", "quantity": "2", "price": "14.75", "rate": "19", "category": "S"}])
        job = shop.get("job", self.job)
        for text, what, wanted in [("178", "three digits of a phone", self.bea), ("77801", "a serial", self.bike),
                                   (job["number"], "a job number", self.job), ("koc", "a name without its accent", self.bea)]:
            self.tap.ok(wanted in [h["id"] for h in shop.ask("search", text)], f"2 {what} finds")
        self.tap.equal((job["agreed"], job["promised"]), ("74.50", "2026-11-27"), "4 intake: the agreed price, tax included")

    def work(self):
        shop, tap = self.shop, self.tap
        moved = shop.ask("job", "move", self.job, "ready")
        tap.equal((moved["status"], moved["to_tell"]), ("ready", True), "5 ready: to tell")
        tap.equal([i["job"] for i in self.due("to-tell")], [self.job], "5 and it stands on Today")
        shop.add("interaction", f"customer={self.bea}", f"job={self.job}", "direction=out", "channel=phone",
                 "subject=Ready")
        tap.equal(self.due("to-tell"), [], "5 until a call is logged")
        tap.equal(shop.get("job", self.job)["to_tell"], False, "5 the job says so too")

    def hand_over(self):
        shop, tap = self.shop, self.tap
        moved = shop.ask("job", "move", self.job, "collected")
        tap.equal(moved["warranty_end"], "2027-11-24", "6 collected: the warranty's end")
        steps = shop.ask("list", "followup", "--where", f"job={self.job}")
        tap.equal([s["due"] for s in steps], ["2026-11-25", "2026-11-30", "2027-10-25"], "6 the plan's steps are dated")
        tap.equal([h["status"] for h in moved["history"]], ["received", "ready", "collected"], "6 its history")
        tap.equal([i["job"] for i in self.due("unbilled")], [self.job], "7 done and not billed stands on Today")

    def bill(self):
        shop, tap = self.shop, self.tap
        draft = shop.ask("invoice", "draft", "--job", self.job)
        tap.equal((draft["state"], shop.get("invoice", draft["id"])["number"]), ("draft", None), "7 a draft has no number")
        lines = shop.get("invoice", draft["id"])["lines"]
        tap.equal([(line["agreed"], line["amount"]) for line in lines], [("45.00", "45.00"), ("29.50", "29.50")],
                  "7 what was agreed stands beside what is billed")
        issued = shop.ask("invoice", "issue", draft["id"])
        self.invoice = issued["id"]
        tap.ok(issued["number"] and issued["gross"] == "74.50" and issued["due_date"], "7 issued with a number", issued)
        again = shop.run("invoice", "issue", draft["id"])
        tap.equal((again.code, again.error), (1, "refused"), "7 there is no second number")
        for name in ("a.pdf", "b.pdf"):
            shop.ask("invoice", "export", self.invoice, "--pdf", shop.path(name))
        paper = open(shop.path("a.pdf"), "rb").read()
        tap.ok(paper.startswith(b"%PDF") and paper == open(shop.path("b.pdf"), "rb").read(), "7 the paper is the same each time")
        tap.equal(hashlib.sha256(paper).hexdigest(), issued["sha256"], "7 and the one that was hashed")
        tap.equal(self.due("unbilled"), [], "9 billed: off Today")

    def frozen(self):
        shop, tap = self.shop, self.tap
        path = os.path.join(shop.dir, "aftercare.db")
        connection = sqlite3.connect(path, isolation_level=None)
        columns = "id, type, state, customer, currency, prices, created, changed"
        same = f"({columns}) VALUES ({self.invoice}, '380', 'draft', {self.bea}, 'EUR', 'gross', 0, 0)"
        for sql in (f"UPDATE invoice SET gross = 1 WHERE id = {self.invoice}", f"DELETE FROM invoice WHERE id = {self.invoice}",
                    f"REPLACE INTO invoice {same}", f"INSERT INTO invoice {same} ON CONFLICT (id) DO UPDATE SET gross = 1",
                    f"UPDATE OR REPLACE invoice SET id = {self.invoice} + 1 WHERE id = {self.invoice}",
                    f"UPDATE invoice_line SET owner = 1 WHERE owner = {self.invoice}",
                    f"DELETE FROM invoice_line WHERE owner = {self.invoice}"):
            try:
                connection.execute(sql)
                tap.ok(False, f"8 refused: {sql[:50]}")
            except sqlite3.DatabaseError as error:
                tap.ok("issued" in str(error), f"8 refused: {sql[:50]}", error)
        connection.close()
        tap.equal(shop.run("remove", "invoice", self.invoice).error, "refused", "8 remove is refused")
        tap.equal(shop.ask("verify")["ok"], True, "8 verify says ok")
        kept = shop.path("kept")
        shutil.copytree(shop.dir, kept)
        connection = sqlite3.connect(path, isolation_level=None)
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(f"UPDATE invoice SET gross = 9999 WHERE id = {self.invoice}")
        connection.close()
        told = shop.run("verify")
        tap.ok(told.code == 1 and not told.json["ok"] and self.invoice in [p["id"] for p in told.json["problems"]],
               "8 tampered with all guards off: verify tells which", told)
        shutil.rmtree(shop.dir)
        shutil.move(kept, shop.dir)

    def paid(self):
        shop, tap = self.shop, self.tap
        tap.equal(self.due("overdue"), [], "9 not overdue before its day")
        tap.equal([i["invoice"] for i in self.due("overdue", today="2027-01-05")], [self.invoice], "9 overdue after it")
        part = shop.ask("invoice", "pay", self.invoice, "24.50", "--method", "cash")
        tap.equal((part["paid"], part["open"], part["state"]), ("24.50", "50.00", "part"), "9 a part payment leaves the rest")
        full = shop.ask("invoice", "pay", self.invoice, "50")
        tap.equal((full["open"], full["state"]), ("0.00", "paid"), "9 paid")
        tap.equal(self.due("overdue", today="2027-01-05"), [], "9 and off Today for good")
        tap.ok(shop.run("invoice", "pay", self.invoice, "abc").code == 1, "9 an amount that is none is refused")
        other = shop.add("job", customer=self.bea, lines=[{"name": "Bell", "quantity": "1", "price": "10", "rate": "19",
                                                           "category": "S"}])
        shop.ask("job", "move", other, "ready")
        wrong = shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", other)["id"])
        note = shop.ask("invoice", "cancel", wrong["id"])
        tap.equal((note["type"], note["corrects"], note["gross"]), ("381", wrong["id"], "10.00"),
                  "8 cancel issues the full credit note")
        tap.equal(shop.ask("verify")["ok"], True, "8 and verify says ok to both")

    def asked(self):
        shop, tap = self.shop, self.tap
        shop.add("feedback", f"customer={self.bea}", f"job={self.job}", "score=3", "comment=Squeaks again",
                 "at=2026-11-23T17:30:00Z")
        first = self.due()[0]
        tap.equal((first["rule"], first["customer"]), ("complaint", self.bea), "10 a score of 3: a complaint, first on Today")
        tap.equal(first["due"], "2026-11-24", "10 to be answered the next day: the night does not count")
        complaint = shop.ask("list", "complaint")[0]["id"]
        shop.ask("set", "complaint", complaint, "acknowledged=2026-11-24T12:30:00Z", "acknowledged_how=phone")
        tap.equal(self.due("complaint"), [], "10 until it is answered")

    def looked_back(self):
        shop, tap = self.shop, self.tap
        figures = shop.ask("metrics")
        tap.ok(figures["nps"]["n"] == 1 and figures["nps"]["value"] is None and figures["nps"]["too_few"],
               "11 one answer is too few for a score", figures["nps"])
        tap.equal((figures["frt"]["n"], figures["frt"]["median_s"], figures["frt"]["open"]), (1, 4 * 3600, 0),
                  "11 the first answer took four shop hours")
        for score in (10, 10, 9, 9, 10, 9, 8, 7, 10, 9, 7):
            shop.add("feedback", f"customer={shop.add('customer', 'name=Somebody')}", f"score={score}")
        nps = shop.ask("metrics")["nps"]
        tap.ok((nps["n"], nps["promoters"], nps["passives"], nps["detractors"]) == (12, 8, 3, 1)
               and abs(nps["value"] - 100 * 7 / 12) < 0.01 and nps["low"] < nps["value"] < nps["high"],
               "11 twelve give one, with its range", nps)
        month = [m for m in figures["months"] if m["month"] == "2026-11"]
        tap.ok(len(month) == 1 and (month[0]["invoiced"], month[0]["paid"], month[0]["outstanding"]) == (
            "74.50", "74.50", "0.00"), "11 the month's invoices, payments and what is open", figures["months"])

    def evening(self):
        shop, tap = self.shop, self.tap
        shop.ask("remove", "customer", self.bea)
        tap.equal(shop.ask("search", "koc"), [], "12 deleted")
        shop.ask("undelete", "customer", self.bea)
        victim = subprocess.Popen([PROGRAM, "--data-dir", shop.dir, "generate", "--customers", "100000"],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        victim.send_signal(signal.SIGKILL)
        victim.wait()
        tap.equal(shop.get("customer", self.bea)["name"], "Bea Koč", "12 brought back, killed, opened again: there")
        shop.ask("backup", shop.path("shop.backup"))
        with Shop() as other:
            restored = other.ask("restore", shop.path("shop.backup"))
            tap.ok(restored["ok"] and restored["invoices"] == 3, "12 backup and restore", restored)
            shop.ask("export", shop.path("a.json"))
            other.ask("export", other.path("b.json"))
            mine, theirs = (open(p, encoding="utf-8").read().split('"counter"')[1]
                            for p in (shop.path("a.json"), other.path("b.json")))
            tap.ok(mine == theirs, "12 into an empty folder: the same shop")
            tap.equal(other.ask("verify")["ok"], True, "12 and verify says ok to it")


def main():
    tap = Tap()
    with Shop() as shop:
        day = Day(tap, shop.open())
        for hour in (day.morning_import, day.a_customer, day.work, day.hand_over, day.bill, day.frozen, day.paid, day.asked,
                     day.looked_back, day.evening):
            with tap.point(f"{hour.__name__} to the end"):
                hour()
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
