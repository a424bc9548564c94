#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two desks do the same to a line: the second one is told that it was done elsewhere, and its Ctrl+Z takes back nothing older unasked."""
import re
import sys
import tempfile
import time

from desk import TODAY, App, cli, drafts, key, say_who_we_are, wait
from lines import named_prices, open_line
from tap import Tap
from which_line import add

LINES = [{"name": name, "quantity": "1", "price": price} for name, price in (("Bell", "12"), ("Labor", "90"))]
EXTRA = {"name": "Extra", "price": "5"}


def settled(app, said, stand, *lines):
    """It is said, and by the first Ctrl+Z again; only the second one takes back the line that was added before."""
    app.wait_gone("dialog")
    app.wait_text(f"Already done elsewhere: {said}")
    key("ctrl+z")
    time.sleep(1)
    stand(*lines, ("Extra", "5"))
    key("ctrl+z")
    stand(*lines)


def same(tap, build, data, kind):
    bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
    record = cli(build, data, "add", kind, record={"customer": bea, "lines": LINES})["id"]

    def stand(*lines):
        wait("the lines", lambda: named_prices(build, data, kind, record) == list(lines))

    def elsewhere(change):
        cli(build, data, "set", kind, record, record={"lines": change(cli(build, data, "get", kind, record)["lines"])})

    with App(build, data, "--today", TODAY, "--place", f"{kind}s") as app:
        open_line(app, f"{kind}s", "^Bell")
        key("Escape")
        app.wait_gone("dialog")
        with tap.point(f"{kind}: a price that both desks typed"):
            add(app, EXTRA)
            stand(("Bell", "12"), ("Labor", "90"), ("Extra", "5"))
            app.point_and_click(app.find("list item", re.compile("^Labor")))
            app.fill(re.compile("^Unit Price"), "95")
            wait("the draft", lambda: drafts(data))
            elsewhere(lambda lines: [lines[0], dict(lines[1], price="95"), lines[2]])
            wait("it stands behind the editor", lambda: app.has("list item", re.compile("^Labor.*95.00")))
            key("ctrl+Return")
            settled(app, "Line changed", stand, ("Bell", "12"), ("Labor", "95"))
            wait("no draft", lambda: not drafts(data))
        with tap.point(f"{kind}: a line that both desks deleted"):
            add(app, EXTRA)
            stand(("Bell", "12"), ("Labor", "95"), ("Extra", "5"))
            app.point_and_click(app.find("list item", re.compile("^Labor")))
            dialog = app.find("dialog", "Labor")
            elsewhere(lambda lines: [lines[0], lines[2]])
            app.wait_gone("list item", re.compile("^Labor"))
            row = app.find("button", "Delete Line", within=dialog)
            app.scroll_to(row)
            app.point_and_click(row)
            settled(app, "Line deleted", stand, ("Bell", "12"))
    tap.equal(app.complaints(), [], f"the log is free of warnings ({kind})")


def main(build):
    tap = Tap()
    for kind in ("job", "invoice"):
        with tempfile.TemporaryDirectory() as data:
            say_who_we_are(build, data)
            same(tap, build, data, kind)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
