#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is begun opens its page; Undo leads away from it, and Redo, which does the same again, brings back to it."""
import re
import sys
import tempfile

from desk import TODAY, App, cli, key, say_who_we_are, type_keys, wait
from tap import Tap

WHERE = [("on Today", "ctrl+1"), ("in its own place", None)]


def count(build, data, kind):
    return len(cli(build, data, "list", kind))


def again(tap, app, build, data, what, kind, shown):
    """It was just begun; shown: what only its page has."""
    with tap.point(f"{what}: its page opens"):
        app.find(*shown)
        wait("it", lambda: count(build, data, kind) == 1)
    for where, place in WHERE:
        with tap.point(f"{what}: Undo leads away from there, and Redo {where} brings back to it"):
            key("ctrl+z")
            app.wait_gone(*shown)
            wait("it gone", lambda: count(build, data, kind) == 0)
            if place:
                key(place)
            key("ctrl+shift+z")
            app.find(*shown)
            assert count(build, data, kind) == 1
    key("ctrl+z")
    app.wait_gone(*shown)


def take_in(app, fault):
    app.set_text(app.find("text", "Reported Fault"), fault)
    app.click("button", "Take In")
    app.wait_gone("dialog", "New Job")


def job_of_somebody_new(app):
    key("ctrl+1", "ctrl+n")
    app.type_into(app.find("text", "Customer: name, phone, serial…"), "Cy Moss")
    app.wait_text("New Customer “Cy Moss”")
    key("Return")
    take_in(app, "No light")


def job(app):
    app.open_search()
    type_keys("ann lee")
    app.find("list item", re.compile("Ann Lee"), within=app.find("dialog", "Find Anything"))
    key("ctrl+Return")
    app.find("dialog", "New Job")
    take_in(app, "Flat tire")


def of_ann(app, place, begin):
    key(place)
    begin()
    app.find("dialog")
    type_keys("Ann")
    app.find("list item", re.compile("Ann Lee"), within=app.find("dialog"))
    key("Return")


def invoice(app):
    of_ann(app, "ctrl+4", lambda: app.press(app.find("button", "New Invoice")))
    app.wait_gone("dialog")


def complaint(app):
    of_ann(app, "ctrl+6", lambda: app.choose("c", "Add an Answer or a Complaint"))
    words = app.find("text", "In their words", within=app.find("dialog", re.compile("^Complaint")))
    app.set_text(words, "It squeals")
    key("ctrl+Return")
    app.wait_gone("dialog")


def customer(app):
    key("ctrl+shift+n")
    app.set_text(app.find("text", "Name", within=app.find("dialog", "New Customer")), "Bea Koch")
    key("ctrl+Return")
    app.wait_gone("dialog")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        say_who_we_are(build, data)
        with App(build, data, "--today", TODAY) as app:
            app.find("frame", "Aftercare")
            customer(app)
            again(tap, app, build, data, "a customer", "customer", ("heading", "Bea Koch"))
            job_of_somebody_new(app)
            again(tap, app, build, data, "a job with whose it is", "job", ("button", "Start Work"))
            cli(build, data, "add", "customer", "name=Ann Lee")
            job(app)
            again(tap, app, build, data, "a job", "job", ("button", "Start Work"))
            invoice(app)
            again(tap, app, build, data, "a draft invoice", "invoice", ("button", "Add Line"))
            complaint(app)
            again(tap, app, build, data, "a complaint", "complaint", ("button", re.compile("^Settle")))
            tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
