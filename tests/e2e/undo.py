#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a toast offered to take back, Ctrl+Z takes back, too, the newest first; and the toast on screen is about the
newest act."""
import sys
import tempfile

from desk import TODAY, App, cli, key, wait
from tap import Tap


def edit(app, phone):
    app.press(app.find("button", "Edit Customer"))
    dialog = app.find("dialog")
    app.set_text(app.find("text", "Phone", within=dialog), phone)
    app.press(app.find("button", "Save", within=dialog))
    app.wait_gone("dialog")


def phone_of(build, data, who):
    return cli(build, data, "get", "customer", who)["phones"][0]["number"]


def customer(tap, app, build, data, who):
    key("ctrl+2")
    app.point_and_click(app.row("Ann Lee"))
    with tap.point("an edit of a customer is taken back by its toast"):
        edit(app, "0171 222")
        assert phone_of(build, data, who) == "0171 222"
        app.undo("Ann Lee saved")
        wait("the old number", lambda: phone_of(build, data, who) == "0171 111")
    with tap.point("and by Ctrl+Z, after the next act, too"):
        edit(app, "0171 333")
        app.press(app.find("button", "Note"))
        dialog = app.find("dialog")
        app.set_text(app.find("text", within=dialog), "Likes coffee")
        app.press(app.find("button", "Save", within=dialog))
        app.wait_gone("dialog")
        app.wait_text("Entry saved", timeout=3)
        key("ctrl+z")
        wait("no note", lambda: not cli(build, data, "list", "interaction"))
        assert phone_of(build, data, who) == "0171 333"
        key("ctrl+z")
        wait("the old number", lambda: phone_of(build, data, who) == "0171 111")


def newest_first(tap, app):
    key("ctrl+3")
    app.point_and_click(app.row("Ann Lee"))
    with tap.point("the toast of a later act is not behind that of an earlier one"):
        app.press(app.find("button", "Start Work"))
        app.wait_text("Job moved: In work")
        app.press(app.find("button", "Mark as Ready"))
        app.wait_text("Job moved: Ready", timeout=3)
        assert not app.has(None, "Job moved: In work")
    with tap.point("what one Undo does not take, the next does"):
        key("ctrl+z")
        app.find("button", "Mark as Ready")
        key("ctrl+z")
        app.find("button", "Start Work")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        who = cli(build, data, "add", "customer", record={"name": "Ann Lee", "phones": [{"number": "0171 111"}]})["id"]
        cli(build, data, "add", "job", f"customer={who}", "fault=Flat tire")
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            app.find("frame")
            app.resize(1280, 860)
            customer(tap, app, build, data, who)
            newest_first(tap, app)
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
