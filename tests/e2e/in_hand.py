#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""While something is being saved it is not left, nor changed: nobody is told that it was not saved, and then it is."""
import re
import sys
import tempfile
import time

import disputed_lines
from desk import TODAY, App, cli, drafts, key, say_who_we_are, wait
from disputed import ASKED, answer
from leaving_held import Held
from lines import add_line
from tap import Tap


def press_on(app, data, save):
    """Somebody goes on pressing keys while the shop is held."""
    with Held(data):
        app.press(app.find("button", save))
        time.sleep(.3)
        key("Escape", "x", "Escape")
        time.sleep(.7)
        assert app.has("dialog")
    app.wait_gone("dialog")
    assert not app.has("label", re.compile("^Not (saved|sent)"))


def editors(tap, build, data):
    say_who_we_are(build, data)
    cli(build, data, "add", "customer", record={"name": "Bea Koch", "birthday": "1986-11-26"})
    with App(build, data, "--today", TODAY, "--place", "occasions") as app:
        with tap.point("a customer"):
            key("ctrl+shift+n")
            app.set_text(app.find("text", "Name", within=app.find("dialog")), "Carl Ott")
            press_on(app, data, "Save")
            wait("him", lambda: [one["name"] for one in cli(build, data, "list", "customer")].count("Carl Ott") == 1)
        with tap.point("a job"):
            key("ctrl+n")
            dialog = app.find("dialog", "New Job")
            app.set_text(app.find("text", "Reported Fault", within=dialog), "Squeals")
            press_on(app, data, "Take In")
            wait("it", lambda: [job["fault"] for job in cli(build, data, "list", "job")] == ["Squeals"])
        key("ctrl+5")
        with tap.point("a message"):
            app.press(app.find("button", re.compile("^(Write|Call)")))
            app.set_text(app.find("text", "Message", within=app.find("dialog")), "All the best!")
            app.point_and_click(app.find("combo box", re.compile("^Channel")))
            time.sleep(.5)
            key("End", "Return")
            press_on(app, data, "Log It")
            wait("it", lambda: len(cli(build, data, "list", "interaction")) == 1)
        wait("no draft", lambda: not drafts(data))
    tap.equal(app.complaints(), [], "the log is free of warnings")


def left_open(tap, build, data):
    """A line of an invoice was to be deleted that another desk repriced at that instant, and the question was left."""
    record = disputed_lines.shop(build, data, "invoice")
    with App(build, data, "--today", TODAY, "--place", "invoices") as app:
        disputed_lines.start(app, "invoice")
        app.point_and_click(app.find("list item", re.compile("^Cable")))
        app.find("dialog")
        key("Escape")
        app.wait_gone("dialog")
        held = Held(data)
        key("Delete")
        time.sleep(.7)
        held.shop.execute("UPDATE invoice_line SET price = price * 2")
        held.shop.execute("COMMIT")
        held.free()
        app.wait_text(ASKED)
        answer(app, "Escape")
        with tap.point("what was left open is asked again before another line is begun, which it would take out"):
            app.point_and_click(app.find("button", "Add Line"))
            app.wait_text(ASKED)
            answer(app, "Down", "Return")
            app.find("list item", re.compile("^Cable"))
            app.set_text(app.find("text", "Work or Part", within=add_line(app)), "Hub")
            app.fill(re.compile("^Unit Price"), "30")
            key("ctrl+Return")
            app.wait_gone("dialog")
            app.find("list item", re.compile("^Hub"))
            wait("both", lambda: disputed_lines.stand(build, data, "invoice", record) == [("Cable", "24"), ("Hub", "30")])
    tap.equal(app.complaints(), [], "the log is free of warnings (left open)")


def main(build):
    tap = Tap()
    for walk in (editors, left_open):
        with tempfile.TemporaryDirectory() as data:
            walk(tap, build, data)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
