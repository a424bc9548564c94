#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A job from the counter to the hand-over: taken in with a code, moved, told from Today, handed over, put off."""
import re
import sys
import tempfile
import time

from desk import TODAY, App, Atspi, cli, key, text_of, type_keys, wait
from tap import Tap


def job_of(build, data):
    return cli(build, data, "list", "job")[0]


def take_in(app, tap):
    key("ctrl+n")
    with tap.point("a name that nobody has begins a new customer"):
        app.type_into(app.find("text", "Customer: name, phone, serial…"), "Priya Nair")
        app.wait_text("New Customer “Priya Nair”")
        key("Return")
        app.type_into(app.find("text", "Phone"), "0173 556 30 08")
    app.type_into(app.find("text", "New Device"), "Cargo bike")
    app.type_into(app.find("text", "Serial or Frame Number"), "L75-20417")
    app.type_into(app.find("text", "Reported Fault"), "Rear brake squeals")
    app.unfold("Also Left Here, Unlock Code")
    app.focus(app.find("text", "Unlock Code (Keyring Only)"))
    type_keys("4711")  # what is typed there cannot be read back


def add_line(app, tap):
    app.point_and_click(app.find("button", "Add Line"))
    app.type_into(app.find("text", "Work or Part"), "Brake service")
    price = app.find("text", "Unit Price, Tax Included")
    for typed in ("abc", "1e30", "-5", "1.1234567"):
        with tap.point(f"a price of {typed} is refused with a sentence"):
            app.set_text(price, typed)
            app.press(app.find("button", "Save", within=app.find("dialog", "New Line")))
            app.find("label", re.compile("zero" if typed == "-5" else re.escape(typed)))
            app.find("text", "Work or Part")
    app.type_into(price, "74.50")
    app.press(app.find("button", "Save", within=app.find("dialog", "New Line")))
    with tap.point("the agreed price is the sum of the lines"):
        app.wait_text("€74.50")


def back_at_the_places(app, tap):
    """In a narrow window they are behind the place; the cursor goes back to its row, not to the first button there."""
    app.resize(360, 760)
    for place, name in (("ctrl+2", "Customers"), ("ctrl+4", "Invoices")):
        with tap.point(f"Escape goes back to the row of {name}"):
            key(place)
            wait("the place", lambda: not app.has("list", "Places"))
            key("Escape")
            wait("the places", lambda: app.has("list", "Places"))
            wait("the cursor on it", lambda: app.focused() and app.focused().get_name().startswith(name))


def narrow(app, tap):
    """The dialog rises as a sheet, which gives the cursor to what comes first in it."""
    app.resize(360, 760)
    key("ctrl+n")
    with tap.point("in a narrow window, too, the intake begins with who comes in"):
        find = app.find("text", "Customer: name, phone, serial…")
        wait("the cursor", lambda: find.get_state_set().contains(Atspi.StateType.FOCUSED))
        time.sleep(0.3)  # the sheet is up, and takes no letter away
        type_keys("Nair")
        wait("the letters", lambda: text_of(find) == "Nair")
        app.find("list item", re.compile("Priya Nair"))
    key("Escape")
    with tap.point("a new customer with the name"):
        key("ctrl+shift+n")
        name = app.find("text", "Name")
        wait("the cursor", lambda: name.get_state_set().contains(Atspi.StateType.FOCUSED))
        time.sleep(0.3)
        type_keys("Ann")
        wait("the letters", lambda: text_of(name) == "Ann")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        app = App(build, data, "--today", TODAY, "--place", "jobs").start()
        app.find("frame")
        take_in(app, tap)
        add_line(app, tap)
        app.click("button", "Take In")
        with tap.point("the job opens after it was taken in"):
            app.wait_text("Priya Nair’s Cargo bike")
        with tap.point("its unlock code is in the keyring, and shown on demand"):
            app.wait_text("In the keyring until hand-over")
            app.click("button", "Show")
            app.wait_text("4711")
        job = job_of(build, data)
        tap.equal(job["agreed"], "74.50", "the agreed price is stored")
        tap.equal(job["fault"], "Rear brake squeals", "the fault is stored")

        app.click("button", "Start Work")
        app.click("button", "Mark as Ready")
        with tap.point("ready, the customer is to be told"):
            app.find("button", "Tell Them It Is Ready")
        key("ctrl+1")
        with tap.point("Today has the line"):
            row = app.row("Priya Nair’s Cargo bike has been ready")
        app.press(app.find("button", "Call", within=row))
        app.click("button", "Log It")
        with tap.point("a logged call takes it from Today"):
            app.wait_text("Logged: contact with Priya Nair")
            wait("no line", lambda: not any("been ready" in n.get_name() for n in app.all("list item")))
        key("ctrl+z")
        with tap.point("and undo brings it back"):
            app.row("Priya Nair’s Cargo bike has been ready")
        app.press(app.find("button", "Call", within=app.row("been ready")))
        app.click("button", "Log It")
        wait("no line", lambda: not any("been ready" in n.get_name() for n in app.all("list item")))

        key("ctrl+3")
        app.click("button", "Hand Over")
        with tap.point("handed over, follow-ups stand on their days"):
            app.wait_text("The unlock code is deleted")
            assert len(cli(build, data, "list", "followup")) >= 4
        with tap.point("a care card goes along, on paper and for a calendar"):
            app.click("button", "Care Card")
            app.find("dialog", "Care Card")
            app.find("button", "Save Calendar File…")
            assert "Our warranty on this repair ends" in app.find("document text", "Paper preview").get_description()
            key("Escape")
            app.wait_gone("dialog", "Care Card")
        with tap.point("the unlock code is gone"):
            wait("no code", lambda: not job_of(build, data)["has_code"])
            app.wait_gone("button", "Show")
        with tap.point("the warranty's end is computed"):
            assert job_of(build, data)["warranty_end"] == "2027-11-24"
        back_at_the_places(app, tap)
        narrow(app, tap)
        app.stop()
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
