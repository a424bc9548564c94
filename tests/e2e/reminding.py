#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Today reminds of that very invoice, once a day; an invoice that was sent says so."""
import json
import os
import re
import subprocess
import sys
import tempfile

from desk import App, Atspi, key, text_of, wait
from tap import Tap

TODAY = "2026-12-14"


def cli(build, data, *arguments, today=TODAY, record=None):
    command = [os.path.join(build, "src", "cli", "aftercare-cli"), "--data-dir", data, "--today", today, "--json",
               *arguments]
    if record is not None:
        path = os.path.join(data, "record.json")
        with open(path, "w", encoding="utf-8") as stream:
            json.dump(record, stream)
        command += ["--file", path]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def make_shop(build, data):
    """Two invoices of one customer, both due on 8 December; the second is the one in question."""
    customer = cli(build, data, "add", "customer", today="2026-11-24", record={
        "name": "Bea Koch", "channel": "email", "emails": [{"address": "bea@example.com"}]})["id"]
    for price in ("60", "41"):
        job = cli(build, data, "add", "job", today="2026-11-24", record={
            "customer": customer, "kind": "Repair", "lines": [{"name": "Work", "quantity": "1", "price": price}]})["id"]
        cli(build, data, "job", "move", job, "ready", today="2026-11-24")
        draft = cli(build, data, "invoice", "draft", "--job", job, today="2026-11-24")["id"]
        invoice = cli(build, data, "invoice", "issue", draft, today="2026-11-24")
    return invoice


def sent(log):
    with open(log, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def row_of(app, *words):
    return wait(f"a row with {words}",
                lambda: next((n for n in app.all("list item") if all(w in n.get_name() for w in words)), None))


def remind(tap, app, build, data, log, invoice):
    with tap.point("Remind writes about that very invoice"):
        app.press(app.find("button", "Remind", within=row_of(app, "has not paid invoice 2026-0002")))
        app.find("dialog", "Write to Bea Koch")
        wait("the text", lambda: re.search(r"invoice 2026-0002.*€41\.00", text_of(app.find("text", "Message")), re.S))
    with tap.point("its paper is offered as a file"):
        app.find("label", "2026-0002.pdf")
        app.find("button", "Save PDF…")
        app.find("button", "Show in Files")
    with tap.point("it goes out, and the line is gone from Today"):
        # the shop has no name yet, so its text cannot go out as it stands
        app.set_text(app.find("text", "Message"), "{open} of invoice {invoice_number} was due on {due_date}.")
        app.click("button", "Open in Mail")
        app.wait_text("Logged: E-mail to Bea Koch")
        message, = sent(log)
        assert message["subject"] == "Invoice 2026-0002 is still open", message
        assert message["body"] == "€41.00 of invoice 2026-0002 was due on 8 Dec 2026.", message
        wait("one line less", lambda: not any("2026-0002" in n.get_name() for n in app.all("list item")))
        row_of(app, "has not paid invoice 2026-0001")
        assert cli(build, data, "get", "invoice", invoice["id"])["reminded"] is not None


def choose(app, letter):
    """From the invoice's menu, by the letter that is underlined there."""
    more = app.find("toggle button", "More")
    app.press(more)
    wait("the menu", lambda: any(more.get_state_set().contains(state)
                                 for state in (Atspi.StateType.CHECKED, Atspi.StateType.PRESSED)))
    key(letter)


def again(tap, app, log):
    with tap.point("the invoice says that they were reminded"):
        key("ctrl+4")
        app.point_and_click(row_of(app, "2026-0002"))
        app.wait_text(re.compile("^reminded Monday 14 December"))
    with tap.point("a second reminder on the same day does not go out"):
        choose(app, "r")
        app.find("dialog", "Write to Bea Koch")
        app.wait_text("They were reminded of invoice 2026-0002 today already. Once a day is enough.")
        app.click("button", "Open in Mail")
        assert len(sent(log)) == 1
        app.click("button", "Cancel")
        app.wait_gone("dialog", "Write to Bea Koch")
    with tap.point("an invoice that was sent is marked, until that is taken back"):
        choose(app, "e")
        app.find("dialog", "Write to Bea Koch")
        app.set_text(app.find("text", "Message"), "Your invoice {invoice_number} over {amount}, please by {due_date}.")
        app.click("button", "Open in Mail")
        app.wait_text(re.compile("^Monday 14 December · reminded"))
        assert sent(log)[1]["body"] == "Your invoice 2026-0002 over €41.00, please by 8 Dec 2026.", sent(log)[1]
        app.click("button", "Undo")
        app.wait_text(re.compile("^reminded Monday 14 December"))


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        log = os.path.join(data, "mail.jsonl")
        open(log, "w", encoding="utf-8").close()
        invoice = make_shop(build, data)
        arguments = ["--today", TODAY, "--place", "today"]
        portal = subprocess.Popen([sys.executable, os.path.join(os.path.dirname(__file__), "mail_portal.py"), log],
                                  stdout=subprocess.PIPE, text=True)
        try:
            portal.stdout.readline()
            with App(build, data, *arguments) as app:
                remind(tap, app, build, data, log, invoice)
                again(tap, app, log)
            tap.equal(app.complaints(), [], "the log is free of warnings")
        finally:
            portal.terminate()
            portal.wait()
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
