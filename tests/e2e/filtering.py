#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The filter of a list, by keyboard: where a page covers it, it comes to the front."""
import sys
import tempfile
import time

from cursor import DAY, NAMES, cursor, line_of, make_shop, wait_for_line
from desk import App, in_sight, key, showing, type_keys, wait
from tap import Tap

FILTER = "Filter customers"


def in_the_filter(app):
    wait("the cursor in the filter", lambda: cursor(app) and cursor(app).get_name() == FILTER)
    wait("the filter in sight", lambda: showing(cursor(app)) and in_sight(cursor(app)))


def find_and_open(app, name):
    type_keys(name.split()[0].lower())
    app.wait_text("1 found")
    key("Return")
    app.find("heading", name)


def narrow(tap, app):
    app.resize(360, 760)
    app.find("list", "Customers")
    with tap.point("narrow, Ctrl+F on somebody's page leads back to the list and its filter"):
        app.point_and_click(app.row(NAMES[3]))
        app.find("heading", NAMES[3])
        key("ctrl+f")
        in_the_filter(app)
        assert not app.has("heading", NAMES[3])
    with tap.point("where somebody else is found at once, from whose page as well"):
        for name in (NAMES[1], NAMES[2], NAMES[1]):
            find_and_open(app, name)
            time.sleep(0.5)
            key("ctrl+f")
            in_the_filter(app)
    with tap.point("Escape goes on in the list, with whoever was open"):
        key("Escape")
        wait_for_line(app, NAMES[1])
        assert in_sight(line_of(cursor(app)))


def narrow_from_elsewhere(tap, app):
    with tap.point("also from a page that one came to from Today: one stays with the list"):
        key("ctrl+1")
        app.search_for("dora", NAMES[3])
        app.find("heading", NAMES[3])
        key("ctrl+f")
        in_the_filter(app)
        time.sleep(1)
        in_the_filter(app)
        find_and_open(app, NAMES[0])
        key("alt+Left")
        app.find("list", "Customers")
        assert not app.has("heading", NAMES[0])


def narrow_in_the_sidebar(tap, app):
    with tap.point("where the sidebar covers it, everything is asked"):
        key("alt+Left")
        app.find("list", "Places")
        key("ctrl+f")
        app.find("dialog")
        assert cursor(app).get_name() != FILTER
        key("Escape")
        app.wait_gone("dialog")


def wide_from_elsewhere(tap, app):
    app.resize(1280, 860)
    with tap.point("wide, beside a page that one came to from Today, the way back stays"):
        key("ctrl+1")
        app.search_for("dora", NAMES[3])
        app.find("heading", NAMES[3])
        key("ctrl+f")
        in_the_filter(app)
        assert app.has("heading", NAMES[3])
        key("Escape")
        wait_for_line(app, NAMES[3])
        key("alt+Left")
        wait("Today", lambda: not app.has("list", "Customers"))


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        make_shop(build, data)
        with App(build, data, "--today", DAY, "--place", "customers") as app:
            narrow(tap, app)
            narrow_from_elsewhere(tap, app)
            narrow_in_the_sidebar(tap, app)
            wide_from_elsewhere(tap, app)
            tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
