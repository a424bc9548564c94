#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in an editor when the power is cut is offered again; what Escape threw away comes back by Undo. Ctrl+Enter saves."""
import os
import re
import sqlite3
import sys
import tempfile

from desk import TODAY, App, cli, key, say_who_we_are, text_of, type_keys, wait
from tap import Tap

TYPED = "Half a thought & <more>"


def kept(data):
    with sqlite3.connect(f"file:{os.path.join(data, 'aftercare.db')}?mode=ro", uri=True) as shop:
        return shop.execute("SELECT count(*) FROM draft WHERE body LIKE '%Half a thought%'").fetchone()[0]


def choose_person(app, title):
    app.find("dialog", title)
    type_keys("koch")
    app.find("list item", re.compile("^Bea Koch"), within=app.find("dialog", title))
    key("Return")


def complaint(app):
    key("ctrl+6")
    app.choose("c", "Add an Answer or a Complaint")
    choose_person(app, "Who Complains?")


def answer(app):
    key("ctrl+6")
    app.choose("a", "Add an Answer or a Complaint")
    choose_person(app, "Who Answered?")


def call(app):
    key("ctrl+1")
    app.press(app.find("button", "Call", within=app.row("Nils Brandt’s Cargo bike has been ready")))


def settle(app):
    key("ctrl+6")
    app.press(app.find("radio button", "Complaints"))
    app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
    app.press(app.find("button", "Settle…"))


def text(app):
    key("ctrl+7")
    app.press(app.find("button", "New Text"))


def plan(app):
    key("ctrl+3")
    app.choose("a")
    app.press(app.find("button", "New Plan"))


def payment(app):
    key("ctrl+4")
    app.point_and_click(app.find("list item", re.compile("^Nils Brandt")))
    app.press(app.find("button", "Record Payment…"))


def staff(app):
    key("F10")
    wait("the menu", lambda: app.all("menu", hidden=True))
    key("c")


def colleague(app):
    key("ctrl+comma")
    app.find("dialog", "Preferences")
    app.turn_to("Staff")
    app.point_and_click(app.find("button", "Add Colleague"))


# what it is, how it is opened, the entry that is typed into
EDITORS = [
    ("complaint", complaint, "In their words"),
    ("answer", answer, "In their words"),
    ("call", call, "What Was Said"),
    ("settling", settle, "Cause, in a Word or Two"),
    ("text", text, "Name"),
    ("plan", plan, "Name"),
    ("payment", payment, "Note"),
    ("person", staff, "Name"),
    ("colleague", colleague, "Name"),
]


def make_shop(build, data):
    say_who_we_are(build, data)
    bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
    nils = cli(build, data, "add", "customer", record={"name": "Nils Brandt", "phones": [{"number": "0157 3352178"}]})["id"]
    bike = cli(build, data, "add", "device", f"customer={nils}", "name=Cargo bike")["id"]
    job = cli(build, data, "add", "job", today="2026-11-20",
              record={"customer": nils, "device": bike, "kind": "repair", "agreed_by": "Nils", "agreed_how": "phone",
                      "lines": [{"name": "Work", "quantity": "1", "price": "50"}]})["id"]
    cli(build, data, "job", "move", job, "ready", today="2026-11-23")
    cli(build, data, "add", "complaint", f"customer={bea}", "words=It squeals again", today=TODAY)
    return job


def bill(build, data, job):
    draft = cli(build, data, "invoice", "draft", "--job", job, today="2026-11-23")["id"]
    cli(build, data, "invoice", "issue", draft, today="2026-11-23")


def entry_of(app, entry):
    return app.find("text", entry)


def survives(tap, build, data, name, begin, entry):
    with App(build, data, "--today", TODAY, "--place", "customers") as app:
        app.find("frame", "Aftercare")
        begin(app)
        app.set_text(entry_of(app, entry), TYPED)
        wait("the draft", lambda: kept(data))
        app.kill()
    with App(build, data, "--today", TODAY, "--place", "customers") as app:
        with tap.point(f"{name}: after the power was cut it is named, and goes on"):
            app.wait_text(re.compile("Continue where you stopped\\? ."))
            app.click("button", "Continue")
            wait("the words", lambda: text_of(entry_of(app, entry)) == TYPED)
        with tap.point(f"{name}: Escape throws it away, and Undo brings it back"):
            key("Escape")
            app.wait_gone("text", entry)
            app.undo("Not saved")
            wait("the words", lambda: text_of(entry_of(app, entry)) == TYPED)
            key("Escape")
            app.wait_gone("text", entry)
            wait("no draft", lambda: not kept(data))
    tap.equal(app.complaints(), [], f"the log is free of warnings ({name})")


def saved_by_key(tap, build, data):
    with App(build, data, "--today", TODAY, "--place", "feedback") as app:
        app.find("frame", "Aftercare")
        with tap.point("Ctrl+Enter in a text of many lines saves"):
            complaint(app)
            entry = entry_of(app, "In their words")
            app.focus(entry)
            type_keys("Too late")
            key("ctrl+Return")
            app.wait_gone("dialog", re.compile("^Complaint of"))
            wait("the complaint", lambda: any(c["words"] == "Too late" for c in cli(build, data, "list", "complaint")))
    tap.equal(app.complaints(), [], "the log is free of warnings (key)")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        bill(build, data, make_shop(build, data))
        for editor in EDITORS:
            survives(tap, build, data, *editor)
        saved_by_key(tap, build, data)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
