#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Today reminds of that very invoice, once a day; an invoice that was sent says so; an unsent message survives."""
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

from desk import App, cli, key, say_who_we_are, text_of, wait
from tap import Tap

TODAY = "2026-12-14"


def make_shop(build, data):
    """Two invoices of one customer, both due on 8 December; the second is the one in question."""
    say_who_we_are(build, data)
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


def drafts(data):
    with sqlite3.connect(f"file:{os.path.join(data, 'aftercare.db')}?mode=ro", uri=True) as shop:
        return [row[0] for row in shop.execute("SELECT body FROM draft WHERE key LIKE 'message:%'")]


def remind(tap, app, build, data, log, invoice):
    with tap.point("Remind writes about that very invoice"):
        app.press(app.find("button", "Remind", within=row_of(app, "has not paid invoice 2026-0002")))
        app.find("dialog", "Write to Bea Koch")
        wait("the text", lambda: re.search(r"Invoice 2026-0002.*€41\.00", text_of(app.find("text", "Message")), re.S))
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


def again(tap, app, log):
    with tap.point("the invoice says that they were reminded"):
        key("ctrl+4")
        app.point_and_click(row_of(app, "2026-0002"))
        app.wait_text(re.compile("^reminded Monday 14 December"))
    with tap.point("a second reminder on the same day does not go out"):
        app.choose("r")
        app.find("dialog", "Write to Bea Koch")
        app.wait_text("They were reminded of invoice 2026-0002 today already. Once a day is enough.")
        app.click("button", "Open in Mail")
        assert len(sent(log)) == 1
        app.click("button", "Cancel")
        app.wait_gone("dialog", "Write to Bea Koch")
    with tap.point("an invoice that was sent is marked, until that is taken back"):
        app.wait_gone("button", "Undo")  # the toast of the first one says the same
        app.choose("e")
        app.find("dialog", "Write to Bea Koch")
        app.set_text(app.find("text", "Message"), "Your invoice {invoice_number} over {amount}, please by {due_date}.")
        app.click("button", "Open in Mail")
        app.wait_text(re.compile("^Monday 14 December · reminded"))
        assert sent(log)[1]["body"] == "Your invoice 2026-0002 over €41.00, please by 8 Dec 2026.", sent(log)[1]
        app.undo("Logged: E-mail to Bea Koch")
        app.wait_text(re.compile("^reminded Monday 14 December"))


def write(app):
    app.press(app.find("button", "Remind", within=row_of(app, "has not paid invoice 2026-0001")))
    app.find("dialog", "Write to Bea Koch")


def interrupted(tap, build, data, arguments, log):
    with App(build, data, *arguments) as app:
        write(app)
        app.set_text(app.find("text", "Message"), "Dear Bea, in my own words.")
        wait("the draft", lambda: any("in my own words" in body for body in drafts(data)))
        app.kill()
    with App(build, data, *arguments) as app:
        with tap.point("what was written to a customer survives kill -9"):
            app.click("button", "Continue")
            app.find("dialog", "Write to Bea Koch")
            wait("the words", lambda: text_of(app.find("text", "Message")) == "Dear Bea, in my own words.")
            app.find("label", "2026-0001.pdf")
        with tap.point("cancelled, it is brought back by Undo"):
            app.click("button", "Cancel")
            app.wait_gone("dialog", "Write to Bea Koch")
            wait("no draft", lambda: not drafts(data))
            app.click("button", "Undo")
            app.find("dialog", "Write to Bea Koch")
            wait("the words", lambda: text_of(app.find("text", "Message")) == "Dear Bea, in my own words.")
        with tap.point("sent, it is no draft any more"):
            app.click("button", "Open in Mail")
            app.wait_text("Logged: E-mail to Bea Koch")
            assert sent(log)[-1]["body"] == "Dear Bea, in my own words."
            wait("no draft", lambda: not drafts(data))


def note(tap, build, data, arguments):
    def kept():
        with sqlite3.connect(f"file:{os.path.join(data, 'aftercare.db')}?mode=ro", uri=True) as shop:
            return shop.execute("SELECT count(*) FROM draft WHERE key LIKE 'note:new-%' AND body LIKE '%lilac%'").fetchone()[0]
    with App(build, data, *arguments) as app:
        key("ctrl+2")
        app.click("button", "Note")
        app.set_text(app.find("text", "What was said"), "Wants it painted lilac.")
        wait("the draft", kept)
        app.kill()
    with App(build, data, *arguments) as app:
        with tap.point("a note survives kill -9 and is kept with its customer"):
            app.click("button", "Continue")
            wait("the words", lambda: text_of(app.find("text", "What was said")) == "Wants it painted lilac.")
            app.click("button", "Save")
            wait("the note", lambda: any("lilac" in (row["body"] or "") for row in cli(build, data, "list", "interaction")))
            wait("no draft", lambda: not kept())


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
            interrupted(tap, build, data, arguments, log)
            note(tap, build, data, arguments)
        finally:
            portal.terminate()
            portal.wait()
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
