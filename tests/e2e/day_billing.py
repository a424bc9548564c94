# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The hours of the day that are about her invoice: it is billed and issued, its papers are compared, somebody tries to
alter it, it is cancelled, billed again and paid. Part of day.py."""
import hashlib
import os
import re
import shutil
import sqlite3

from desk import cli, key, wait

LATER = "2026-12-15"  # a Tuesday too; what was billed on the 24th is overdue


def contents(path):
    with open(path, "rb") as file:
        return file.read()


class Billing:
    """Mixed into the day, whose window, shop and customer it works with."""

    # 7

    def bill(self):
        app = self.app
        with self.point("7 from Today's line the invoice is made of the agreed lines"):
            self.press_on(self.line("Bea Koč’s Cargo bike is done and not billed"), "Bill")
            app.row("Brake service, ", "€45.00", "as agreed")
            app.row("Pads, ", "€29.50", "as agreed")
        with self.point("7 it has no number yet"):
            self.invoice = self.cli("list", "invoice")[0]["id"]
            assert self.get("invoice", self.invoice)["number"] is None
            app.wait_text("Draft invoice")
        with self.point("7 what was not agreed stands beside it, and asks for consent"):
            app.press(app.find("button", "Add Line"))
            app.find("dialog", "New Line")
            app.fill("Work or Part", "Bell")
            app.fill("Unit Price, Tax Included", "9.90")
            app.wait_text(re.compile("Whole.invoice.€84.40"))
            app.press(app.find("button", "Save"))
            app.row("Bell, 1 piece, not in the agreement, €9.90, €9.90 more than agreed")
            app.press(app.find("button", "Record Consent…"))
            app.find("dialog", "Record Consent")
            app.press(app.find("button", "Save"))
            app.wait_gone("button", "Record Consent…")
            wait("consent", lambda: self.get("invoice", self.invoice)["consent_by"])
        with self.point("7 the number comes on issue; nothing was written since spring, so the day is asked about"):
            self.issue(first=True)
            app.wait_text("Invoice 2026-0001")
            issued = self.get("invoice", self.invoice)
            assert (issued["number"], issued["gross"], issued["due_date"]) == ("2026-0001", "84.40", "2026-12-08"), issued

    def issue(self, first=False):
        app = self.app
        app.press(app.find("button", "Issue…"))
        app.press(app.find("button", "Issue"))
        if first:
            app.wait_text(re.compile("By this computer it is 24 November 2026, more than a month since anything"))
            app.press(app.find("button", "Yes, It Is"))
        app.wait_gone("button", "Issue…")

    def compare_papers(self):
        app = self.app
        with self.point("7 the paper is on screen"):
            text = app.find("document text", "Paper preview").get_description()
            assert "2026-0001" in text and "84.40" in text and "Bea Koč" in text, text
        with self.point("7 in a file, and the same to the byte"):
            app.choose("s")  # _Save PDF…
            saved = os.path.join(self.folder, "from-window.pdf")
            app.save_as(saved)
            app.wait_text("PDF saved")
            exported = os.path.join(self.folder, "from-cli.pdf")
            self.cli("invoice", "export", self.invoice, "--pdf", exported)
            papers = [saved, exported, os.path.join(self.data, "issued", "2026-0001.pdf")]
            digests = {hashlib.sha256(contents(paper)).hexdigest() for paper in papers}
            assert contents(saved).startswith(b"%PDF")
            assert digests == {self.get("invoice", self.invoice)["sha256"]}, digests

    # 8

    def try_to_alter(self):
        invoice = self.invoice
        columns = "id, type, state, customer, currency, prices, created, changed"
        same = f"({invoice}, '380', 'draft', {self.bea}, 'EUR', 'gross', 0, 0)"
        line = f"(SELECT min(id) FROM invoice_line WHERE owner = {invoice})"
        attempts = {
            "UPDATE": f"UPDATE invoice SET gross = 1 WHERE id = {invoice}",
            "DELETE": f"DELETE FROM invoice WHERE id = {invoice}",
            "REPLACE": f"REPLACE INTO invoice ({columns}) VALUES {same}",
            "UPSERT": f"INSERT INTO invoice ({columns}) VALUES {same} ON CONFLICT (id) DO UPDATE SET gross = 1",
            "UPDATE OR REPLACE": f"UPDATE OR REPLACE invoice SET id = id + 1 WHERE id = {invoice}",
            "a cascade": f"PRAGMA foreign_keys = ON; DELETE FROM customer WHERE id = {self.bea}",
            "a line moved": f"UPDATE invoice_line SET owner = owner + 1 WHERE id = {line}",
            "a line deleted": f"DELETE FROM invoice_line WHERE id = {line}",
        }
        before = self.get("invoice", invoice)
        for what, sql in attempts.items():
            with self.point(f"8 from a bare sqlite3 refused: {what}"):
                bare = sqlite3.connect(os.path.join(self.data, "aftercare.db"), isolation_level=None, timeout=20)
                try:
                    for statement in sql.split("; "):
                        bare.execute(statement)
                except sqlite3.DatabaseError as error:
                    assert "issued" in str(error) or "FOREIGN KEY" in str(error), error
                else:
                    raise AssertionError("it went through")
                finally:
                    bare.close()
        with self.point("8 the invoice is as it was, and verify says ok"):
            assert self.get("invoice", invoice) == before
            assert self.cli("verify")["ok"] is True

    def tamper(self):
        """With a copy of the shop, as somebody would who knows how."""
        copy = os.path.join(self.folder, "tampered")
        with self.point("8 tampered with all guards off, verify tells what and where"):
            os.mkdir(copy)
            source = sqlite3.connect(os.path.join(self.data, "aftercare.db"))
            bare = sqlite3.connect(os.path.join(copy, "aftercare.db"), isolation_level=None)
            source.backup(bare)
            source.close()
            shutil.copytree(os.path.join(self.data, "issued"), os.path.join(copy, "issued"))
            shutil.copy(os.path.join(self.data, "aftercare.head"), copy)
            assert cli(self.build, copy, "verify")["ok"] is True
            for (name,) in bare.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
                bare.execute(f"DROP TRIGGER {name}")
            bare.execute(f"UPDATE invoice SET gross = 1 WHERE id = {self.invoice}")
            bare.close()
            problem = next(p for p in cli(self.build, copy, "verify", code=1)["problems"] if p["kind"] == "altered")
            assert (problem["kind"], problem["id"], problem["number"]) == ("altered", self.invoice, "2026-0001"), problem

    def cancel(self):
        app = self.app
        with self.point("8 Cancel issues the full credit note"):
            app.choose("c")  # _Cancel Invoice…
            app.press(app.find("button", "Issue Credit Note"))
            app.wait_text("Corrects invoice 2026-0001")
            note = next(row for row in self.cli("list", "invoice") if row["type"] == "381")
            assert (note["corrects"], note["gross"], note["state"]) == (self.invoice, "84.40", "issued"), note
            assert self.cli("verify")["ok"] is True

    # 9

    def bill_again(self):
        with self.point("9 what is not billed any more stands on Today again, and goes when it is billed"):
            self.press_on(self.line("Bea Koč’s Cargo bike is done and not billed"), "Bill")
            self.app.wait_text("Draft invoice")
            self.issue()
            self.app.wait_text("Invoice 2026-0003")
            self.no_line("is done and not billed")
            assert self.due("unbilled") == []
            self.invoice = next(row["id"] for row in self.cli("list", "invoice") if row["number"] == "2026-0003")

    def three_weeks_later(self):
        self.stop()
        self.today = LATER
        self.start("--place", "today")

    def pay(self):
        app = self.app
        with self.point("9 three weeks later it is overdue"):
            row = self.line("Bea Koč has not paid invoice 2026-0003")
            app.find("button", "Remind", within=row)
            app.point_and_click(row)  # the line itself opens what it is about
            app.wait_text("€74.50 to be paid")
        with self.point("9 a part payment leaves the right rest"):
            self.record_payment("24.50", "€50.00 stays open.")
            app.wait_text("€50.00 to be paid")
            invoice = self.get("invoice", self.invoice)
            assert (invoice["paid"], invoice["open"], invoice["state"]) == ("24.50", "50.00", "part"), invoice
            self.line("has not paid invoice 2026-0003")
            app.wait_text("€50.00 open")
        with self.point("9 paid, the line goes"):
            key("ctrl+4")
            self.record_payment("50", None)
            app.wait_gone("button", "Record Payment…")
            self.no_line("has not paid invoice 2026-0003")
            assert self.get("invoice", self.invoice)["state"] == "paid" and self.due("overdue") == []

    def record_payment(self, amount, sentence):
        app = self.app
        app.press(app.find("button", "Record Payment…"))
        app.find("dialog", "Record Payment")
        app.fill("Amount", amount)
        if sentence:
            app.wait_text(sentence)
        app.press(app.find("button", "Save"))
        app.wait_gone("dialog", "Record Payment")
