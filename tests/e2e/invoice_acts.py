#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""On an invoice's page: where no program opens a file, that is said at once, and what to do; who deletes payments by
keyboard goes on with the next one; what the narrow window says is seen beside its sidebar, too."""
import os
import re
import sys
import tempfile
import time

import unsaved
from desk import TODAY, App, Atspi, bounds, cli, key, wait, walk
from tap import Tap

MARKS = ["first part", "second part", "third part"]


def make_shop(build, data):
    unsaved.bill(build, data, unsaved.make_shop(build, data))
    invoice, = cli(build, data, "list", "invoice")
    for mark in MARKS:
        cli(build, data, "add", "payment", record={"invoice": invoice["id"], "date": TODAY, "amount": "5.00",
                                                   "method": "cash", "note": mark})


def open_nothing():
    """As where no program opens a PDF: what there is here is a tool of the tests."""
    folder = os.path.join(os.environ["HOME"], ".config")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "mimeapps.list"), "w") as stream:
        stream.write("[Removed Associations]\napplication/pdf=display-im7.q16.desktop;\n")


def opening(tap, app):
    for letter, what, said in (("o", "the PDF", "No program opened the PDF"),
                               ("f", "its folder", "No file manager opened the folder")):
        with tap.point(f"where nothing opens {what}, that is said"):
            app.choose(letter)
            app.wait_text(re.compile(said + ".*[Ss]ave"), timeout=5)


def delete_buttons(app):
    return app.all("button", "Delete Payment")


def recording(tap, app):
    with tap.point("a payment begins as the last one was made"):
        app.press(app.find("button", "Record Payment…"))
        app.find("label", "Cash", within=app.find("dialog", "Record Payment"))
    key("Escape")
    app.wait_gone("dialog", "Record Payment")


def has_cursor(node):
    return any(n.get_state_set().contains(Atspi.StateType.FOCUSED) for n in walk(node))


def row_of(node):
    while node.get_role_name() != "list item":
        node = node.get_parent()
    return node


def deleting(tap, app):
    def deleted(left, mark):
        key("space")
        wait(f"{left} payments", lambda: len(delete_buttons(app)) == left)
        time.sleep(0.3)  # what is made anew would take the cursor along
        rows = [row_of(button) for button in delete_buttons(app)]
        words = [" ".join(n.get_name() for n in walk(row)) for row in rows if has_cursor(row)]
        assert len(words) == 1 and mark in words[0], words

    wait("three payments", lambda: len(delete_buttons(app)) == len(MARKS) and delete_buttons(app))
    with tap.point("a deleted payment leaves the cursor on the one after it"):
        for _ in range(60):
            if has_cursor(delete_buttons(app)[1]):
                break
            key("Tab")
        marks = [" ".join(n.get_name() for n in walk(row_of(b))) for b in delete_buttons(app)]
        deleted(2, next(m for m in MARKS if m in marks[2]))
    with tap.point("and the last one on the one before it"):
        key("Tab")
        deleted(1, next(m for m in MARKS if m in marks[0]))


def narrow(tap, app):
    with tap.point("in a narrow window a toast is seen over the sidebar"):
        app.resize(360, 640)
        key("F10", "Escape")
        app.find("list", "Places")
        key("ctrl+z")
        words = app.wait_text(re.compile("back|again|There is nothing"))
        assert 0 <= bounds(words)[0] < 360 and bounds(words)[2] > 0, bounds(words)


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        open_nothing()
        make_shop(build, data)
        with App(build, data, "--today", TODAY, "--place", "invoices") as app:
            app.point_and_click(app.find("list item", re.compile("^Nils Brandt")))
            app.find("button", "Record Payment…")
            opening(tap, app)
            recording(tap, app)
            deleting(tap, app)
            narrow(tap, app)
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
