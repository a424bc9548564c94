#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A job is billed from what was agreed, with consent; paid in parts; kept over a crash."""
import json
import os
import re
import sqlite3
import sys
import tempfile
import time

from desk import TODAY, App, Atspi, bounds, cli, key, say_who_we_are, text_of, wait
from tap import Tap

LINES = [{"name": "Grinder service", "quantity": "1.5", "unit": "HUR", "price": "60"},
         {"name": "Burr set", "quantity": "1", "price": "68"}]


def make_shop(build, data):
    say_who_we_are(build, data)
    customer = cli(build, data, "add", "customer", record={"name": "Linde"})["id"]
    job = cli(build, data, "add", "job", today="2026-11-12",
              record={"customer": customer, "kind": "repair", "prices": "net", "lines": LINES,
                      "agreed_by": "Sami Linde", "agreed_how": "phone"})["id"]
    cli(build, data, "job", "move", job, "ready", today="2026-11-19")
    return job


def invoices(build, data):
    return cli(build, data, "list", "invoice")


def kept(data):
    """Whether what is being typed lies in the database already."""
    with sqlite3.connect(f"file:{os.path.join(data, 'aftercare.db')}?mode=ro", uri=True) as shop:
        return shop.execute("SELECT count(*) FROM draft WHERE body LIKE '%62.4%'").fetchone()[0]


def long_list(build, tap):
    """The sample's invoices are more than a window shows."""
    with tempfile.TemporaryDirectory() as data:
        cli(build, data, "sample", today="2026-03-02")
        with App(build, data, "--today", "2026-03-02") as app:
            app.find("frame", "Aftercare")
            app.resize(1280, 860)
            key("ctrl+4")
            with tap.point("a long list begins with its first heading"):
                heading = app.find("heading", "Done, Not Billed Yet")
                _, top, _, height = bounds(app.find("radio button", "Unpaid"))
                wait("the heading below the filter", lambda: bounds(heading)[1] > top + height)
            with tap.point("a click on a place leaves the cursor among the places"):
                jobs = app.find("list item", re.compile("^Jobs"), within=app.find("list", "Places"))
                app.point_and_click(jobs)
                app.find("button", "New Job")
                time.sleep(0.5)  # by then the page it came from was looked after
                assert jobs.get_state_set().contains(Atspi.StateType.FOCUSED), app.focused().get_name()
            with tap.point("the cursor among the places goes along with the place"):
                key("ctrl+4")
                row = app.find("list item", re.compile("^Invoices"), within=app.find("list", "Places"))
                wait("the cursor", lambda: row.get_state_set().contains(Atspi.StateType.FOCUSED))


def billed_in_part(build, tap):
    """One of two lines is billed: the other is what waits, and what Bill makes."""
    with tempfile.TemporaryDirectory() as data:
        job = make_shop(build, data)
        draft = cli(build, data, "invoice", "draft", "--job", job)["id"]
        lines = cli(build, data, "get", "invoice", draft)["lines"]
        cli(build, data, "set", "invoice", draft, record={"lines": lines[:1]})
        cli(build, data, "invoice", "issue", draft)
        with App(build, data, "--today", TODAY, "--place", "invoices") as app:
            app.find("frame", "Aftercare")
            with tap.point("of a job that is billed in part, what is left waits"):
                app.find("list item", re.compile("^Linde, repair · done since Thursday · billed so far €90.00, €68.00"))
                app.press(app.find("button", "Bill"))
                wait("the draft of it", lambda: [i["net"] for i in invoices(build, data) if i["state"] == "draft"] == ["68.00"])
        tap.equal(app.complaints(), [], "without a warning")


def paid_before(build, tap):
    with tempfile.TemporaryDirectory() as data:
        bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
        path = os.path.join(data, "bill.json")
        with open(path, "w") as stream:
            json.dump({"currency": "EUR", "prices": "gross", "paid": "30", "lines": [
                {"name": "Wheel", "quantity": "1", "price": "100", "category": "S", "rate": "19"}]}, stream)
        draft = cli(build, data, "get", "invoice", cli(build, data, "invoice", "draft", "--customer", bea, "--file", path)["id"])
        tap.equal((draft["gross"], draft["payable"]), ("100.00", "70.00"), "some of it was paid before")
        with App(build, data, "--today", TODAY, "--place", "invoices") as app:
            app.press(app.find("radio button", "Drafts"))
            app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
            with tap.point("at a line stands what the whole invoice comes to, not what is left to pay"):
                app.point_and_click(app.row("Wheel, "))
                app.wait_text(re.compile("Whole.invoice.€100.00"))
        tap.equal(app.complaints(), [], "without a warning (paid before)")


def main(build):
    tap = Tap()
    long_list(build, tap)
    billed_in_part(build, tap)
    paid_before(build, tap)
    with tempfile.TemporaryDirectory() as data:
        job = make_shop(build, data)
        with App(build, data, "--today", TODAY, "--place", "invoices") as app:
            app.find("frame", "Aftercare")
            with tap.point("done work waits on top, with its age"):
                app.find("list item", re.compile("^Linde, repair · done since Thursday"))
            with tap.point("Bill makes the draft from what was agreed"):
                app.press(app.find("button", "Bill"))
                app.find("list item", re.compile("^Grinder service, 1.5 h at €60.00, €90.00, as agreed"))
                assert [row["state"] for row in invoices(build, data)] == ["draft"]
            with tap.point("a line that is more than agreed needs consent"):
                app.press(app.find("button", "Add Line"))
                app.find("dialog", "New Line")
                app.fill("Work or Part", "Spring")
                app.fill("Unit Price, Before Tax", "12")
                app.wait_text(re.compile("Whole.invoice.€202.30"))
                for bad in ("abc", "1e30", " -5", "1.2345678"):
                    app.fill("Unit Price, Before Tax", bad)
                    app.press(app.find("button", "Save"))
                    price = app.find("text", "Unit Price, Before Tax", within=app.find("dialog", "New Line"))
                    assert text_of(price) == bad, text_of(price)
                app.fill("Unit Price, Before Tax", "12")
                app.press(app.find("button", "Save"))
                app.find("list item", re.compile("^Spring, 1 piece, not in the agreement, €12.00, €12.00 more"))
                app.wait_text("€14.28 more than Linde agreed to, tax included. Ask before issuing.")
            with tap.point("who agreed, when and how, clears the way"):
                app.press(app.find("button", "Record Consent…"))
                app.find("dialog", "Record Consent")
                app.press(app.find("button", "Save"))
                app.wait_gone("dialog", "Record Consent")
                app.wait_gone("button", "Record Consent…")
                wait("consent", lambda: invoices(build, data)[0].get("consent_by") == "Linde")
            with tap.point("issuing asks once and shows the number"):
                app.press(app.find("button", "Issue…"))
                app.press(app.find("button", "Issue"))
                app.wait_text("Invoice 2026-0001")
                assert invoices(build, data)[0]["gross"] == "202.30"
            with tap.point("a part payment leaves the right rest"):
                app.press(app.find("button", "Record Payment…"))
                app.find("dialog", "Record Payment")
                app.fill("Amount", "100")
                app.wait_text("€102.30 stays open.")
                app.press(app.find("button", "Save"))
                app.wait_text("€102.30 to be paid")
            with tap.point("a deleted payment comes back with Undo"):
                app.press(app.find("button", "Delete Payment"))
                app.wait_text("€202.30 to be paid")
                app.press(app.find("button", "Undo"))
                app.wait_text("€102.30 to be paid")
            with tap.point("cancelling issues the credit note and opens it"):
                app.choose("c")  # _Cancel Invoice…
                app.press(app.find("button", "Issue Credit Note"))
                app.wait_text("Corrects invoice 2026-0001")
                assert sorted(row["type"] for row in invoices(build, data)) == ["380", "381"]
            with tap.point("what was paid is owed back, and paid back from the credit note"):
                app.wait_text("€100.00 to be paid back to the customer")
                app.press(app.find("button", "Pay Back…"))
                app.wait_text("Then nothing is owed to the customer any more.")
                app.press(app.find("button", "Save"))
                app.wait_gone("button", "Pay Back…")
                assert all(item["rule"] != "pay-back" for item in cli(build, data, "due")["items"])
            with tap.point("the credit note is called so in the search and in the history of its job, and is not paid but paid back"):
                app.search_for("2026-0002", "^Credit note 2026-0002, .*Paid back", go=False)
                app.search_for(cli(build, data, "get", "job", job)["number"], "^Linde")
                app.find("list item", re.compile("^Invoice 2026-0001, Cancelled"))
                app.find("list item", re.compile("^Credit note 2026-0002, Paid back"))
        tap.equal(app.complaints(), [], "the log is free of warnings")
    with tempfile.TemporaryDirectory() as data:
        make_shop(build, data)
        with App(build, data, "--today", TODAY, "--place", "invoices") as app:
            with tap.point("a line that was being typed survives kill -9"):
                app.press(app.find("button", "Bill"))
                app.point_and_click(app.find("list item", re.compile("^Burr set")))
                app.find("dialog", "Burr set")
                app.fill("Unit Price, Before Tax", "62.4")
                wait("draft", lambda: kept(data))
                app.kill()
        with App(build, data, "--today", TODAY, "--place", "invoices") as app:
            with tap.point("and is there again, in its dialog"):
                app.press(app.find("button", "Continue"))
                dialog = app.find("dialog", "Burr set")
                wait("what was typed", lambda: text_of(app.find("text", "Unit Price, Before Tax", within=dialog)) == "62.40")
                key("ctrl+Return")
                app.find("list item", re.compile("^Burr set, 1 piece, €62.40, €5.60 less than agreed"))
                app.find("button", "Undo")
            with tap.point("narrow, the line is added by a button that still has its name"):
                app.resize(360, 760)
                app.find("button", "Add Line")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
