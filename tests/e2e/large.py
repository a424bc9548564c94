#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text twice as large, in small windows: nothing that can be pressed or typed into is beside the window, and what ends a
dialog is on screen."""
import re
import sys
import tempfile

from desk import TODAY, border_of, bounds, cli, key, say_who_we_are, type_keys
from looked import Looked
from scenes import note
from tap import Tap

ROLES = {"button", "toggle button", "radio button", "text", "entry", "combo box", "check box", "switch", "spin button"}
TWICE = "192"  # dpi


def make_shop(build, data):
    say_who_we_are(build, data)
    who = cli(build, data, "add", "customer", record={
        "name": "Markus Vogelsang-Hagedorn", "channel": "email", "phones": [{"number": "+49 171 9487574"}],
        "emails": [{"address": "markus.vogelsang-hagedorn@example.com"}], "birthday": "1980-11-26"})["id"]
    job = cli(build, data, "add", "job", record={"customer": who, "kind": "Repair", "fault": "The rear brake squeals in the rain",
                                                 "promised": "2026-11-25", "agreed_by": "Markus", "agreed_how": "counter",
                                                 "lines": [{"name": "Brake pads", "quantity": "2", "price": "19.90"}]})["id"]
    cli(build, data, "add", "complaint", f"customer={who}", f"job={job}", "words=It squeals still", "channel=counter")
    cli(build, data, "job", "move", job, "ready")
    cli(build, data, "invoice", "draft", "--job", job)


def beside(app, width, within=None):
    """What is to be worked and does not lie within the window from side to side."""
    found, border = [], border_of(app.find("frame"))
    for node in app.roles(ROLES, within):
        x, _, w, _ = bounds(node)
        x += border
        if w > 0 and (x < -1 or x + w > width + 1):
            found.append((node.get_role_name(), node.get_name(), x, w))
    return found


def ends(app, dialog, height):
    """Cancel, Save and their like, which never scroll."""
    found, border = [], border_of(app.find("frame"))
    for node in app.all("button", re.compile("^(Cancel|Save|Close|Take In|Log It|Send|Done)$"), within=dialog):
        _, y, _, h = bounds(node)
        y += border
        if y < 0 or y + h > height:
            found.append((node.get_name(), y, h))
    return found


def look(tap, app, size, name, act):
    width, height = size
    with tap.point(f"{width} × {height}, {name}"):
        act()
        dialog = next(iter(app.all("dialog")), None)
        wrong = beside(app, width, dialog) + (ends(app, dialog, height) if dialog else [])
        assert not wrong, wrong
    if app.has("dialog"):
        key("Escape")
        app.wait_gone("dialog")


def open_item(app, place, words):
    key(f"ctrl+{place}")
    app.point_and_click(app.row(*words))


def press(app, name):
    app.press(app.find("button", name))
    app.find("dialog")


def begin(app):
    key("ctrl+n")
    app.find("dialog", "New Job")


def preferences(app):
    key("ctrl+comma")
    app.find("dialog", "Preferences")


def search(app):
    app.open_search()
    type_keys("vogel")
    app.find("list item", re.compile("Vogelsang"), within=app.find("dialog", "Find Anything"))


def all_of(tap, app, size):
    app.resize(*size)
    for number, place in enumerate(["Today", "Customers", "Jobs", "Invoices", "Occasions", "Feedback", "Outreach", "Insights"], 1):
        look(tap, app, size, place, lambda n=number: (key(f"ctrl+{n}"), app.find("frame")))
    look(tap, app, size, "the search", lambda: search(app))
    look(tap, app, size, "the intake", lambda: begin(app))
    look(tap, app, size, "the preferences", lambda: preferences(app))
    look(tap, app, size, "a new customer", lambda: (key("ctrl+shift+n"), app.find("dialog", "New Customer")))
    look(tap, app, size, "a customer's page", lambda: app.search_for("vogel", "Vogelsang"))
    for name, button in (("the customer's editor", "Edit Customer"), ("a message", "Write")):
        look(tap, app, size, name, lambda b=button: press(app, b))
    look(tap, app, size, "a note", lambda: note(app))
    look(tap, app, size, "a job's page", lambda: open_item(app, 3, ["Vogelsang"]))
    look(tap, app, size, "the job's editor", lambda: press(app, "Edit Job"))
    if size[0] > 360:  # the promise table asks for more
        look(tap, app, size, "a draft", lambda: open_item(app, 4, ["Vogelsang"]))


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        make_shop(build, data)
        for size in ((800, 600), (360, 640)):
            with Looked(build, data, "--today", TODAY, "--place", "today", env={"LOOKER_DPI": TWICE}) as app:
                app.find("frame")
                all_of(tap, app, size)
            tap.equal(app.complaints(), [], f"{size[0]} × {size[1]}, the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
