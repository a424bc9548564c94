#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The filter of a list, by keyboard: where nothing else is seen it comes to the front, and who was looked for is seen behind
it, however many there are."""
import os
import re
import sys
import tempfile
import time

from cursor import DAY, NAMES, cursor, line_of, make_shop, wait_for_line
from desk import App, border_of, bounds, cli, in_sight, key, say_who_we_are, showing, type_keys, wait
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


def by_letters(tap, app):
    """They open the filter by themselves, and as fast."""
    for name in (NAMES[1], NAMES[2], NAMES[1]):
        with tap.point(f"letters alone, on a row of the list, find whom they are of: {name}"):
            type_keys(name.split()[1].lower())
            app.wait_text("1 found")
            time.sleep(0.5)
            in_the_filter(app)
            key("Return")
            app.find("heading", name)
            key("Escape")
            wait_for_line(app, name)


def whole(app, node):
    """Not only its middle is seen."""
    frame = app.find("frame")
    _, y, _, height = bounds(node)
    _, top, _, length = bounds(frame)
    assert top <= y and y + height <= top + length - border_of(frame), (y, height, top, length)


def of_many(tap, build):
    """So many that their rows come one after another; those of an answer are more than there are when the filter goes."""
    with tempfile.TemporaryDirectory() as data:
        say_who_we_are(build, data)
        path = os.path.join(data, "many.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("Name,Phone\n" + "".join(f"{name} {i:03d},0171 {i:07d}\n" for i in range(200) for name in ("Anton", "Neumann")))
        cli(build, data, "import", path)
        with App(build, data, "--today", DAY, "--place", "customers") as app:
            app.find("list", "Customers")
            for typed in ("neumann", "neumann 14", "neumann", "neumann 1", "neumann"):
                with tap.point(f"of 400, Escape behind “{typed}” gives the cursor to who is open, wholly in sight"):
                    key("ctrl+f")
                    in_the_filter(app)
                    type_keys(typed)
                    time.sleep(0.5)
                    key("Return")
                    found = wait("the page", lambda: next(iter(app.all("heading", re.compile("^Neumann"))), None)).get_name()
                    time.sleep(0.5)
                    key("Escape")
                    wait_for_line(app, found)
                    time.sleep(1)
                    wait_for_line(app, found)
                    whole(app, line_of(cursor(app)))
            tap.equal(app.complaints(), [], "the log is free of warnings (of many)")


def main(build):
    tap = Tap()
    of_many(tap, build)
    with tempfile.TemporaryDirectory() as data:
        make_shop(build, data)
        with App(build, data, "--today", DAY, "--place", "customers") as app:
            narrow(tap, app)
            narrow_from_elsewhere(tap, app)
            narrow_in_the_sidebar(tap, app)
            wide_from_elsewhere(tap, app)
            key("ctrl+2")
            app.point_and_click(app.row(NAMES[3]))
            wait_for_line(app, NAMES[3])
            by_letters(tap, app)
            tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
