#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Any fragment, typed anywhere, finds; Enter opens, Escape leaves."""
import re
import sys
import tempfile
import time

from desk import App, cli, key, text_of, type_keys, wait
from tap import Tap


def add(build, data, name, number=None):
    phones = [{"label": "mobile", "number": number}] if number else []
    cli(build, data, "add", "customer", record={"name": name, "phones": phones})


def entry_of(app):
    return app.find("entry", within=app.find("dialog", "Find Anything"))


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        add(build, data, "Bea Koch", "0157 335 21 78")
        add(build, data, "Nils Brandt", "030 633 50")
        add(build, data, "Hélène Marchand", "+43 660 1234567")
        bea = cli(build, data, "search", "Bea Koch")[0]["id"]
        cli(build, data, "add", "device", record={"customer": bea, "name": "Cargo bike", "serial": "WX-77 801"})
        add(build, data, "Gerda Gone")
        cli(build, data, "remove", "customer", cli(build, data, "search", "Gerda Gone")[0]["id"])
        for number in range(60):
            add(build, data, f"Somebody {number:02}")
        for number in range(25):
            add(build, data, f"Vanished {number:02}")
        for hit in cli(build, data, "search", "vanished"):
            cli(build, data, "remove", "customer", hit["id"])
        with App(build, data) as app:
            app.find("frame", "Aftercare")
            with tap.point("the list behind whom a first search opens has its rows"):
                app.search_for("somebody 55", "^Somebody 55")
                app.row("Somebody 55", within=app.find("list", "Customers"))
                assert len(app.all("list item", within=app.find("list", "Customers"))) > 5
            with tap.point("Ctrl+K opens the search with the cursor in it"):
                key("ctrl+k")
                entry_of(app)
            with tap.point("three digits find both people, across the space too"):
                type_keys("335")
                app.find("list item", re.compile("^Bea Koch"))
                app.find("list item", re.compile("^Nils Brandt"))
            with tap.point("the search closes on Escape"):
                key("Escape")
                app.wait_gone("dialog", "Find Anything")
            with tap.point("and as well when Escape comes before its first frame"):
                for _ in range(10):
                    key("ctrl+k", "Escape")
                time.sleep(1)
                assert not app.has("dialog"), "the search is open"
            with tap.point("letters typed in the sidebar all arrive in the search"):
                app.point_and_click(app.find("entry", "Find a customer, device, job or invoice"))
                type_keys("helene")
                entry = entry_of(app)
                wait("helene", lambda: text_of(entry) == "helene")
            with tap.point("a name is found without its accents"):
                app.find("list item", re.compile("^Hélène Marchand"))
            with tap.point("what nobody is called finds nothing, and says so"):
                key("ctrl+a")
                type_keys("zzzz")
                app.wait_text("Nothing Found")
            with tap.point("what cannot be done is not said: no job for nobody, and nobody is called by two digits, an amount or a day"):
                assert not app.has("label", "new job") and not app.has("label", "open")
                found = app.find("dialog", "Find Anything")
                for nobody in ("99", "148.90", "2026-9999", "24.11.2026", "Job 2026-9999", "Invoice no. 99"):
                    key("ctrl+a")
                    type_keys(nobody)
                    wait(nobody, lambda: text_of(entry_of(app)) == nobody)
                    app.wait_text("Nothing Found")
                    assert not app.has("button", re.compile("^New Customer"), within=found), nobody
                key("ctrl+a")
                type_keys("0171 99 99 999")
                app.find("button", "New Customer “0171 99 99 999”", within=found)
            with tap.point("but many a shop has a number in its name"):
                for somebody in ("Salon No. 5", "Nr. 7 Bistro", "Studio 2000 3", "Koch 1960 12"):
                    key("ctrl+a")
                    type_keys(somebody)
                    app.find("button", f"New Customer “{somebody}”", within=found)
            with tap.point("of more than a screen is said that there are more"):
                key("ctrl+a")
                type_keys("somebody")
                app.wait_text(re.compile("^There are more"))
                assert app.has("label", "new job") and app.has("label", "open")
                key("ctrl+a")
                type_keys("somebody 55")
                app.wait_gone("label", re.compile("^There are more"))
            with tap.point("and offers to begin somebody of that name"):
                key("ctrl+a")
                type_keys("zora quark 0171 300")
                app.find("button", "New Customer “zora quark 0171 300”")
                key("Return")
                app.find("dialog", "New Customer")
                wait("name and number", lambda: {"zora quark", "0171 300"} <= {text_of(n) for n in app.all("text")})
                key("Escape")
                app.wait_gone("dialog", "New Customer")
            with tap.point("why somebody was found is told where it is not their name"):
                app.open_search()
                type_keys("77801")
                app.find("list item", re.compile("^Bea Koch, Cargo bike.*WX-77 801"))
                key("ctrl+a")
                type_keys("0043660")
                app.find("list item", re.compile(r"^Hélène Marchand, \+43 660 1234567"))
                key("Escape")
            with tap.point("who was deleted is found, marked, and comes back on Enter"):
                app.open_search()
                type_keys("gone")
                app.find("list item", re.compile("^Gerda Gone, .*eleted"))
                key("Return")
                app.wait_gone("dialog", "Find Anything")
                wait("her", lambda: cli(build, data, "search", "gone"))
                app.wait_text("Gerda Gone")
            app.open_search()
            with tap.point("of more who were deleted than there is room for it is said, too"):
                type_keys("vanished")
                app.wait_text(re.compile("^There are more"))
                app.find("list item", re.compile("^Vanished .., .*eleted"))
                key("ctrl+a")
                type_keys("vanished 07")
                app.wait_gone("label", re.compile("^There are more"))
                app.find("list item", re.compile("^Vanished 07, .*eleted"))
            with tap.point("Enter opens the place of what was found"):
                key("ctrl+a")
                type_keys("bran")
                app.find("list item", re.compile("^Nils Brandt"))
                key("Return")
                app.wait_gone("dialog", "Find Anything")
                app.find("grouping", "Customers")
            with tap.point("in a narrow window, too, the cursor is in it"):
                app.resize(360, 760)
                app.open_search()
                type_keys("koch")
                app.find("list item", re.compile("^Bea Koch"), within=app.find("dialog", "Find Anything"))
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
