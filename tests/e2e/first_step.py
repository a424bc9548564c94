#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page begins at its first step, also when another of its kind was open before, wide and narrow; Back is not it."""
import re
import sys
import tempfile
import time

from desk import App, cli, key, say_who_we_are, type_keys, wait
from tap import Tap

DAY = "2026-11-24"


def other(name):
    return "Lou Berg" if name == "Kim Otto" else "Kim Otto"


def opened(build, data):
    """Two of each kind that has a page of its own."""
    for name in ("Kim Otto", "Lou Berg"):
        who = cli(build, data, "add", "customer", f"name={name}")["id"]
        cli(build, data, "add", "complaint", f"customer={who}", f"words=It squeaks for {name}", "channel=counter")
        cli(build, data, "add", "job", record={
            "customer": who, "kind": "Repair", "no_plan_reason": "a gift", "agreed_by": "Kim", "agreed_how": "phone",
            "lines": [{"name": "Work", "quantity": "1", "price": "30"}]})


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        say_who_we_are(build, data)
        opened(build, data)
        with App(build, data, "--today", DAY) as app:
            app.find("frame", "Aftercare")
            for name in ("Kim Otto", "Lou Berg", "Kim Otto", "Kim Otto"):
                with tap.point(f"the search for {name} puts the cursor on the first step"):
                    app.search_for(name, name)
                    app.find("heading", name)
                    time.sleep(0.5)
                    assert app.focused().get_name() == "Answer the Complaint", app.focused().get_name()
            for width in (1280, 360):
                app.resize(width, 860)
                for place, step in (("ctrl+3", "Start Work"), ("ctrl+6", "Answer…")):
                    key("ctrl+1", place)
                    for move in ("Home", "Down", "Home"):
                        with tap.point(f"{width} wide: Enter in the list of {place} leads to the first step, {move}"):
                            row = wait("a row", lambda: app.focused() and re.search("^(Kim Otto|Lou Berg)", app.focused().get_name()))
                            key(move)
                            time.sleep(0.3)
                            row = wait("a row", lambda: app.focused() and re.search("^(Kim Otto|Lou Berg)", app.focused().get_name()))
                            key("Return")
                            app.wait_gone("list item", re.compile(f"^{other(row[0])}"), timeout=5)
                            time.sleep(0.5)
                            assert app.focused().get_name() == step, app.focused().get_name()
                        key("Escape")
            for name in ("Kim Otto", "Lou Berg"):
                with tap.point(f"360 wide: Enter in the filter leads to the first step of {name}'s page"):
                    key("ctrl+1", "ctrl+2")
                    if app.has("heading", re.compile("^(Kim Otto|Lou Berg)$")):  # the page covers the list
                        key("Escape")
                    app.row("Kim Otto")
                    key("ctrl+f")
                    wait("the filter", lambda: app.focused() and app.focused().get_name() == "Filter customers", timeout=5)
                    type_keys(name)
                    app.wait_text("1 found")
                    key("Return")
                    app.find("heading", name)
                    time.sleep(0.5)
                    assert app.focused().get_name() == "Answer the Complaint", app.focused().get_name()
            tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
