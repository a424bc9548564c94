#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing asks what the data answers, what is put off still waits, and what was typed and left is offered again."""
import re
import sys
import tempfile

from desk import TODAY, App, checked, cli, key, text_of, wait
from tap import Tap


def make_shop(build, data):
    bea = cli(build, data, "add", "customer", record={"name": "Bea Koch", "birthday": "1980-11-26"})["id"]
    cli(build, data, "add", "complaint", f"customer={bea}", "words=It squeals", "channel=phone")
    carl = cli(build, data, "add", "customer", "name=Carl Ott")["id"]
    cli(build, data, "add", "followup", f"customer={carl}", "kind=check", "title=whether all is well", f"due={TODAY}",
        "channel=phone")


def later(app, line, letter):
    button = app.find("toggle button", "Later or Let Go", within=line)
    app.point_and_click(button)
    wait("the menu", lambda: checked(button))
    key(letter)


def put_off(tap, app):
    with tap.point("a complaint that is put off still waits for its answer"):
        app.wait_text(re.compile("One person is waiting for a first answer"))
        later(app, app.row("It squeals"), "a")
        app.wait_text("Put off until this afternoon")
        app.wait_gone("list item", re.compile("It squeals"))
        app.wait_text(re.compile("One person is waiting for a first answer"))
        app.find("list item", "Feedback, 1 waiting")


def let_go(tap, app):
    with tap.point("a reason that was typed and left is offered again"):
        later(app, app.row("whether all is well"), "g")
        app.fill("Why, in a Word", "moved away")
        key("Escape")
        app.undo("Not saved")
        wait("the reason", lambda: text_of(app.find("text", "Why, in a Word")) == "moved away")
        key("Return")
        app.wait_text("Let go: moved away")


def gift(tap, app, build, data):
    key("ctrl+5")
    with tap.point("a gift for a day says which, and Enter saves it from any row"):
        app.press(app.find("button", "Gift…"))
        dialog = app.find("dialog")
        assert text_of(app.find("text", "Occasion", within=dialog)) == "Birthday"
        app.fill("Gift", "A bell")
        app.focus(app.find("text", "Occasion", within=dialog))
        key("Return")
        app.wait_gone("dialog")
        made, = wait("the gift", lambda: cli(build, data, "list", "gift"))
        assert (made["name"], made["occasion"]) == ("A bell", "Birthday"), made
    with tap.point("what is given was given today"):
        app.press(app.find("button", "Gift…"))
        dialog = app.find("dialog")
        app.fill("Gift", "A lamp")
        app.point_and_click(app.find("combo box", re.compile("^State"), within=dialog))
        app.wait_text("Given")
        key("Down", "Down", "Return")
        wait("the day", lambda: text_of(app.find("text", "Given On")) != "")
        app.press(app.find("button", "Save", within=dialog))
        app.wait_gone("dialog")
        lamp = next(row for row in cli(build, data, "list", "gift") if row["name"] == "A lamp")
        assert lamp["given"] == TODAY, lamp


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        make_shop(build, data)
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            app.find("frame")
            app.resize(1280, 860)
            put_off(tap, app)
            let_go(tap, app)
            gift(tap, app, build, data)
            tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
