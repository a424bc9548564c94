#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever hears a list and does not see it can tell its rows, and its buttons, from each other: in no list of any place
are two of them called the same: what describes a button stands in no list of buttons, and is told by no voice."""
import re
import sys
import tempfile
import time

from desk import TODAY, App, checked, cli, key, showing, wait
from tap import Tap

LISTS = ("list", "list box", "tree")
SAID = ("list item", "button", "toggle button", "check box")


def said_in(node):
    """Rows and buttons of a list, without those of a list within it."""
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is None or not showing(child):
            continue
        if child.get_role_name() in SAID:
            yield child
        if child.get_role_name() not in LISTS:
            yield from said_in(child)


def is_inner(node):
    """The button that is inside a menu button has its name, and is told as one with it."""
    parent = node.get_parent()
    return parent is not None and parent.get_role_name() == "button" and parent.get_name() == node.get_name()


def alike(app):
    found = []
    for node in app.roles(LISTS):
        names = [(c.get_role_name(), c.get_name()) for c in said_in(node) if not is_inner(c)]
        found += sorted({n for n in names if names.count(n) > 1})
    return found


def check(tap, app, name):
    """Once it has come to rest."""
    end = time.monotonic() + 3
    while (found := alike(app)) and time.monotonic() < end:
        time.sleep(0.2)
    tap.equal(found, [], f"{name}: each row and each button has a name of its own")


def stops(app):
    """What Tab stops at, once around or as far as somebody would go."""
    found = []
    for _ in range(30):
        key("Tab")
        time.sleep(0.1)
        node = app.focused()
        if node is None or node in found:
            break
        found.append(node)
    return [(node.get_role_name(), node.get_name()) for node in found]


def nameless(tap, app, name):
    tap.equal([role for role, said in stops(app) if not said.strip()], [], f"{name}: each stop of the cursor has a name")


def fill(build, data):
    """Two lines of one name, two deleted gifts of one name."""
    cli(build, data, "sample")
    who = cli(build, data, "add", "customer", record={"name": "Aaron Aardvark",
              "phones": [{"number": "+49 30 1111111"}, {"number": "+49 30 2222222"}],
              "emails": [{"address": "a@example.com"}, {"address": "b@example.com"}]})["id"]
    cli(build, data, "add", "customer", "name=Aaron Nobody")
    job = cli(build, data, "add", "job", record={"customer": who, "fault": "Rust", "lines": [
        {"name": "Labour", "quantity": "1", "price": "10"}, {"name": "Labour", "quantity": "1", "price": "20"}]})["id"]
    for thing in ("Rake", "Spade"):
        device = cli(build, data, "add", "device", f"customer={who}", f"name={thing}")["id"]
        done = cli(build, data, "add", "job", record={"customer": who, "device": device, "kind": "Repair", "fault": f"Blunt {thing.lower()}",
                   "lines": [{"name": "Sharpening", "quantity": "1", "price": "10"}]})["id"]
        cli(build, data, "job", "move", done, "ready")
    for owner in (who, cli(build, data, "list", "customer")[1]["id"]):
        gift = cli(build, data, "add", "gift", f"customer={owner}", "name=Tea", "state=idea")["id"]
        cli(build, data, "remove", "gift", gift)
    return {"job": cli(build, data, "get", "job", job)["number"]}


def places(tap, app, ids):
    for place in range(1, 9):
        key(f"ctrl+{place}")
        time.sleep(0.5)
        check(tap, app, f"place {place}")


def pages(tap, app, ids):
    key("ctrl+2")
    app.point_and_click(app.row("Aaron Aardvark"))
    app.find("heading", "Aaron Aardvark")
    for tab in app.all("radio button"):
        app.press(tab)
        check(tap, app, f"the customer’s {tab.get_name()}")
        if tab.get_name().startswith("Jobs"):
            with tap.point("the customer’s jobs are called by what was wrong"):
                app.find("list item", re.compile("^Blunt rake"))
                app.find("list item", re.compile("^Blunt spade"))
    app.search_for(ids["job"], re.escape(ids["job"]))
    app.wait_text("Rust")
    check(tap, app, "the job")


def cursor(tap, app, ids):
    key("Escape")
    app.wait_gone("dialog")
    for place in range(1, 9):
        key(f"ctrl+{place}")
        time.sleep(0.5)
        nameless(tap, app, f"place {place}")
    key("ctrl+2")
    app.point_and_click(app.row("Aaron Nobody"))
    app.find("heading", "Aaron Nobody")
    nameless(tap, app, "a customer without a history")


def editor(tap, app, ids):
    """Each number and each address has a bin of its own."""
    key("Escape")
    app.wait_gone("dialog", "Recently Deleted")
    key("ctrl+2")
    app.point_and_click(app.row("Aaron Aardvark"))
    app.press(app.find("button", "Edit Customer"))
    app.find("dialog")
    wait("both numbers", lambda: len(app.all("button", "Remove")) == 4)
    tap.equal(len({bin.get_name() for bin in app.all("button", "Remove")}), 4, "the customer’s editor: each bin says of what it is")


def deleted(tap, app, ids):
    key("F10")
    wait("the menu", lambda: checked(app.find("toggle button", "Main Menu")))
    key("d")
    app.find("dialog", "Recently Deleted")
    wait("the gifts", lambda: len(app.all("list item", re.compile("Tea"))) == 2)
    check(tap, app, "Recently Deleted")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        ids = fill(build, data)
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            app.find("frame")
            app.resize(1280, 900)
            for part in (places, pages, deleted, editor, cursor):
                with tap.point(f"{part.__name__} to the end"):
                    part(tap, app, ids)
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
