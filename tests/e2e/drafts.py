#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in a small editor when the power is cut: it is offered, and it still belongs to its customer."""
import os
import re
import sqlite3
import sys
import tempfile

from desk import App, cli, key, text_of, wait
from tap import Tap

ARGUMENTS = ["--today", "2026-11-24", "--place", "customers"]

# kind, the tab with its button, the button, the first entry, what is typed
EDITORS = [
    ("device", "Jobs & Devices", "Add Device", "What It Is Called", "Cargo bike"),
    ("gift", "Gifts", "Add Gift Idea", "Gift", "A brass bell"),
    ("occasion", "Gifts", "Add Occasion", "Occasion (Wedding Day…)", "Lantern tour"),
]


def draft(data, kind):
    with sqlite3.connect(f"file:{os.path.join(data, 'aftercare.db')}?mode=ro", uri=True) as shop:
        row = shop.execute("SELECT body FROM draft WHERE key LIKE ?", (kind + ":new-%",)).fetchone()
    return row[0] if row else ""


def begin(app, tab, button, entry, typed):
    app.click(re.compile("radio button|toggle button"), re.compile("^" + tab))
    app.press(app.find("button", button))
    app.set_text(app.find("text", entry), typed)


def survives(tap, build, data, kind, tab, button, entry, typed):
    with App(build, data, *ARGUMENTS) as app:
        app.find("heading", "Bea Koch")
        begin(app, tab, button, entry, typed)
        wait("the draft", lambda: typed in draft(data, kind))
        app.kill()
    with App(build, data, *ARGUMENTS) as app:
        with tap.point(f"{kind}: what was being written down is there again"):
            app.click("button", "Continue")
            wait("the words", lambda: text_of(app.find("text", entry)) == typed)
        with tap.point(f"{kind}: cancelled, it is no draft any more"):
            key("Escape")
            app.wait_gone("text", entry)
            wait("no draft", lambda: not draft(data, kind))
    tap.equal(app.complaints(), [], f"the log is free of warnings ({kind})")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        cli(build, data, "add", "customer", "name=Bea Koch")
        for editor in EDITORS:
            survives(tap, build, data, *editor)
        with App(build, data, *ARGUMENTS) as app:
            app.find("heading", "Bea Koch")
            begin(app, *EDITORS[0][1:])
            wait("the draft", lambda: "Cargo bike" in draft(data, "device"))
            app.kill()
        with App(build, data, *ARGUMENTS) as app:
            with tap.point("continued and saved, it is its customer's"):
                app.click("button", "Continue")
                wait("the words", lambda: text_of(app.find("text", "What It Is Called")) == "Cargo bike")
                app.click("button", "Save")
                device, = wait("the device", lambda: cli(build, data, "list", "device"))
                assert device["customer"] == cli(build, data, "list", "customer")[0]["id"], device
                wait("no draft", lambda: not draft(data, "device"))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
