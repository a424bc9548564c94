#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two windows over one shop, and an earlier draft beside a new one: nobody's words are lost by what somebody else writes, and
nobody is offered what another window is writing."""
import os
import re
import sqlite3
import sys
import tempfile

from desk import App, cli, drafts, key, text_of, type_keys, wait
from tap import Tap

ARGUMENTS = ["--place", "customers"]


def note(app):
    app.point_and_click(app.row("Ann Lee"))
    app.press(app.find("button", "Note"))
    return app.find("dialog")


def entry_of(app):
    return app.find("text", within=app.find("dialog"))


def write(app, data, words):
    app.set_text(entry_of(app), words)
    wait("the draft", lambda: any(words in body for body in every(data)))


def every(data):
    """Of all windows."""
    with sqlite3.connect(f"file:{os.path.join(data, 'aftercare.db')}?mode=ro", uri=True) as shop:
        return [row[0] for row in shop.execute("SELECT body FROM draft")]


def save(app):
    app.press(app.find("button", "Save", within=app.find("dialog")))
    app.wait_gone("dialog")


def notes(build, data):
    return [row["body"] for row in cli(build, data, "list", "interaction")]


def two_windows(tap, build, data):
    with App(build, data, *ARGUMENTS) as first:
        note(first)
        write(first, data, "From the counter")
        with App(build, data, *ARGUMENTS) as second:
            with tap.point("a window is not offered what another one is writing"):
                note(second)
                assert not second.has("button", "Continue")
                assert text_of(entry_of(second)) == ""
            with tap.point("and saving its own note leaves the other's draft alone"):
                write(second, data, "From the workshop")
                save(second)
                wait("the note", lambda: notes(build, data) == ["From the workshop"])
                assert [body for body in every(data) if "From the counter" in body], every(data)
            tap.equal(second.complaints(), [], "the log is free of warnings (second)")
        first.kill()
        tap.equal(first.complaints(), [], "the log is free of warnings (first)")
    with App(build, data, *ARGUMENTS) as app:
        with tap.point("when its window is gone, it is offered to the next"):
            app.wait_text(re.compile("Continue where you stopped\\? .*Ann Lee"))
            app.click("button", "Continue")
            wait("the words", lambda: text_of(entry_of(app)) == "From the counter")
        with tap.point("and while it is open nothing offers to continue it"):
            app.wait_gone("button", "Continue")
            app.wait_gone(None, re.compile("^Continue where you stopped"))
        with tap.point("the cursor stands behind what was written"):
            type_keys("!")
            wait("the letter", lambda: text_of(entry_of(app)) == "From the counter!")
        with tap.point("thrown away, it is gone"):
            key("Escape")
            app.wait_gone("dialog")
            wait("no draft", lambda: not every(data))
        tap.equal(app.complaints(), [], "the log is free of warnings (next)")


def beside(tap, build, data):
    with App(build, data, *ARGUMENTS) as app:
        note(app)
        write(app, data, "First words")
        app.kill()
    with App(build, data, *ARGUMENTS) as app:
        with tap.point("what is typed beside an earlier draft does not replace it"):
            note(app)
            app.find("button", "Continue", within=app.find("dialog"))
            write(app, data, "Second words")
            save(app)
            wait("the note", lambda: "Second words" in notes(build, data))
            wait("the first", lambda: ["First words" in body for body in every(data)] == [True])
        with tap.point("it is offered again, and what was typed beside it is kept when it is continued"):
            note(app)
            app.find("button", "Continue", within=app.find("dialog"))
            write(app, data, "Third words")
            app.press(app.find("button", "Continue", within=app.find("dialog")))
            wait("the words", lambda: text_of(entry_of(app)) == "First words")
            save(app)
            wait("the note", lambda: "First words" in notes(build, data))
            wait("the third", lambda: ["Third words" in body for body in every(data)] == [True])
        with tap.point("continued and thrown away, nothing is left"):
            note(app)
            app.press(app.find("button", "Continue", within=app.find("dialog")))
            wait("the words", lambda: text_of(entry_of(app)) == "Third words")
            key("Escape")
            app.wait_gone("dialog")
            wait("no draft", lambda: not drafts(data))
        tap.equal(app.complaints(), [], "the log is free of warnings (beside)")


def customer(tap, build, data):
    with App(build, data, *ARGUMENTS) as app:
        key("ctrl+shift+n")
        app.find("dialog", "New Customer")
        app.focus(app.find("text", "Name"))
        type_keys("Nora Ne")
        wait("the draft", lambda: any("Nora Ne" in body for body in every(data)))
        app.kill()
    with App(build, data, *ARGUMENTS) as app:
        with tap.point("a name that was begun goes on where it stopped"):
            app.click("button", "Continue")
            app.find("dialog", "New Customer")
            wait("the name", lambda: text_of(app.find("text", "Name")) == "Nora Ne")
            type_keys("w")
            wait("the letter", lambda: text_of(app.find("text", "Name")) == "Nora New")
            key("Escape")
            app.wait_gone("dialog")
            wait("no draft", lambda: not every(data))


def intake(tap, build, data):
    with App(build, data, *ARGUMENTS) as app:
        key("ctrl+n")
        app.type_into(app.find("text", "Customer: name, phone, serial…"), "Cy Moss")
        app.wait_text("New Customer “Cy Moss”")
        key("Return")
        app.focus(app.find("text", "Reported Fault"))
        type_keys("No lig")
        wait("the draft", lambda: any("No lig" in body for body in every(data)))
        app.kill()
    with App(build, data, *ARGUMENTS) as app:
        with tap.point("a job that was begun goes on where it stopped"):
            app.click("button", "Continue")
            app.find("dialog", "New Job")
            wait("the fault", lambda: text_of(app.find("text", "Reported Fault")) == "No lig")
            type_keys("ht")
            wait("the letters", lambda: text_of(app.find("text", "Reported Fault")) == "No light")
            assert text_of(app.find("text", "Name of the New Customer")) == "Cy Moss"
        tap.equal(app.complaints(), [], "the log is free of warnings (intake)")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        cli(build, data, "add", "customer", "name=Ann Lee")
        cli(build, data, "add", "customer", "name=Bea Koch")
        two_windows(tap, build, data)
    with tempfile.TemporaryDirectory() as data:
        cli(build, data, "add", "customer", "name=Ann Lee")
        beside(tap, build, data)
        customer(tap, build, data)
        intake(tap, build, data)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
