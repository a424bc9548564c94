#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the law wants of an invoice and is not there yet: the banner leads to the field, and goes once it is filled in."""
import re
import sys
import tempfile

from desk import App, Atspi, cli, key, type_keys, wait, walk
from tap import Tap

TODAY = "2026-11-24"


def has(node, state):
    return node.get_state_set().contains(state)


def buyer(tap, app, build, data):
    bob = cli(build, data, "add", "customer", "name=Bob Ray")["id"]
    cli(build, data, "add", "invoice", record={"customer": bob, "lines": [{"name": "Work", "quantity": "1", "price": "500"}]},
        today=TODAY)
    app.press(app.find("button", "Back"))
    app.point_and_click(app.find("list item", re.compile("^Bob Ray")))
    app.wait_text(re.compile("street and town of .*Bob Ray"))
    with tap.point("the customer's editor opens over the invoice, with the cursor in the street"):
        app.click("button", "Edit Customer")
        dialog = app.find("dialog", "Bob Ray")
        street = app.find("text", "Street", within=dialog)
        wait("the cursor in it", lambda: any(has(n, Atspi.StateType.FOCUSED) for n in walk(street)))
    with tap.point("an address that nobody typed is nothing to be asked about"):
        key("Escape")
        app.wait_gone("dialog")
        assert not app.has("label", "Not saved")
    with tap.point("typed there and saved, the banner goes"):
        app.click("button", "Edit Customer")
        wait("the cursor in it", lambda: any(has(n, Atspi.StateType.FOCUSED) for n in walk(app.find("text", "Street"))))
        type_keys("Main Street 1")
        app.fill("Postcode", "8010")
        app.fill("Town", "Graz")
        key("ctrl+Return")
        app.wait_gone("dialog")
        wait("the banner to go", lambda: not app.has("label", re.compile("street and town of")))


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        for name, value in (("shop-name", "Kettle & Spoke"), ("shop-street", "Lindenstraße 14"), ("shop-postcode", "10969"),
                            ("shop-vat-id", "DE312448907")):
            cli(build, data, "setting", "set", name, value)
        ann = cli(build, data, "add", "customer", "name=Ann Lee")["id"]
        cli(build, data, "add", "invoice", record={"customer": ann, "lines": [{"name": "Work", "quantity": "1", "price": "50"}]},
            today=TODAY)
        with App(build, data, "--today", TODAY, "--place", "invoices") as app:
            app.turn_to("Drafts")
            app.point_and_click(app.find("list item", re.compile("^Ann Lee")))
            issue = app.find("button", "Issue…")
            app.wait_text(re.compile("town of the shop"))
            with tap.point("the banner's button leads to the row of the setting"):
                app.click("button", "Preferences…")
                wait("the cursor in it", lambda: any(has(n, Atspi.StateType.FOCUSED) for n in walk(app.find("text", "Town"))))
            with tap.point("typing there fills that one in"):
                type_keys("Graz")
                key("Escape")
                wait("the setting", lambda: cli(build, data, "setting", "get", "shop-locality")["value"] == "Graz")
                assert cli(build, data, "setting", "get", "shop-name")["value"] == "Kettle & Spoke"
            with tap.point("and the invoice may be issued, at once"):
                wait("the banner to go", lambda: not app.has("label", re.compile("town of the shop")))
                wait("Issue…", lambda: has(issue, Atspi.StateType.SENSITIVE))
            with tap.point("that it names no account is said, and the button leads there; it may be issued all the same"):
                app.wait_text(re.compile("names no account to pay to"))
                app.click("button", "Preferences…")
                wait("the cursor in it", lambda: any(has(n, Atspi.StateType.FOCUSED) for n in walk(app.find("text", "IBAN"))))
                type_keys("DE89370400440532013000")
                key("Escape")
                wait("the banner to go", lambda: not app.has("label", re.compile("names no account")))
            buyer(tap, app, build, data)
            tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
