#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+Q and Ctrl+W leave over every dialog, at once. What stood in an editor is named and offered at the next start;
what was under way is done, or the window stays and says why not."""
import json
import os
import re
import signal
import sqlite3
import sys
import tempfile
import time

import unsaved
from desk import TODAY, App, cli, key, text_of, wait
from tap import Tap
from unsaved import EDITORS, TYPED, kept

LINES = 600  # so many that the paper takes a while


def start(build, data, place="customers"):
    app = App(build, data, "--today", TODAY, "--place", place).start()
    app.find("frame", "Aftercare")
    return app


def left(app, combination):
    key(combination)
    assert app.wait_until_gone(10) == 0


def customers_page(app):
    key("ctrl+2")
    app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
    app.find("heading", "Bea Koch")


def on_page(tab, button):
    def begin(app):
        customers_page(app)
        if tab:
            app.click(re.compile("radio button|toggle button"), re.compile("^" + tab))
        app.press(app.find("button", button))
    return begin


def customer(app):
    key("ctrl+shift+n")
    app.find("dialog", "New Customer")


def intake(app):
    key("ctrl+1")
    key("ctrl+n")
    app.find("dialog", "New Job")


def preference(app):
    key("ctrl+comma")
    app.find("dialog", "Preferences")


MORE = [
    ("customer", customer, "Name"),
    ("edited customer", on_page(None, "Edit Customer"), "Name"),
    ("note", on_page(None, "Note"), None),
    ("device", on_page("Jobs & Devices", "Add Device"), "What It Is Called"),
    ("gift", on_page("Gifts", "Add Gift Idea"), "Gift"),
    ("occasion", on_page("Gifts", "Add Occasion"), "Occasion (Wedding Day…)"),
    ("message", on_page(None, "Write"), "Subject"),
    ("intake", intake, "Reported Fault"),
]

# what holds no editor: how it is opened, and what is open then
OTHERS = [
    ("the search", lambda app: app.open_search()),
    ("Preferences", preference),
    ("the export", lambda app: menu(app, "e")),
    ("the import", lambda app: menu(app, "i")),
    ("what was deleted", lambda app: menu(app, "d")),
    ("the keys", lambda app: (key("F1"), app.find("dialog"))),
    ("the question before an invoice is issued", lambda app: ask_issue(app)),
]


def menu(app, letter):
    key("F10")
    wait("the menu", lambda: app.all("menu", hidden=True))
    key(letter)
    app.find("dialog")


def ask_issue(app, who="Dora Vogt"):
    key("ctrl+4")
    app.press(app.find("radio button", "Drafts"))
    app.point_and_click(app.find("list item", re.compile(who)))
    app.press(app.find("button", "Issue…"))
    app.find("button", "Issue")


def entry_of(app, entry):
    return app.find("text", entry) if entry else app.find("text", within=app.find("dialog"))


def begins(tap, app, data, name, begin, entry, combination):
    with tap.point(f"{name}: {combination} leaves at once"):
        begin(app)
        app.set_text(entry_of(app, entry), TYPED)
        left(app, combination)
        assert kept(data)


def goes_on(tap, app, data, name, entry):
    with tap.point(f"{name}: and what was typed is named, and goes on"):
        app.wait_text(re.compile("Continue where you stopped\\? ."))
        app.click("button", "Continue")
        wait("the words", lambda: text_of(entry_of(app, entry)) == TYPED)
    key("Escape")
    wait("the dialog to go", lambda: not app.has("dialog"))
    forget(data)


def editors(tap, build, data):
    """Each is left, and gone on with in the window in which the next one is left."""
    last = None
    for number, (name, begin, entry) in enumerate(MORE + EDITORS + [(None, None, None)]):
        app = start(build, data)
        try:
            if last:
                goes_on(tap, app, data, *last)
            if name:
                begins(tap, app, data, name, begin, entry, ("ctrl+q", "ctrl+w")[number % 2])
        finally:
            app.kill()
        tap.equal(app.complaints(), [], f"the log is free of warnings ({name})")
        last = name, entry


def drafts(data):
    with sqlite3.connect(os.path.join(data, "aftercare.db")) as shop:
        return [row[0] for row in shop.execute("SELECT key FROM draft")]


def forget(data):
    """An intake is kept even when it is closed."""
    with sqlite3.connect(os.path.join(data, "aftercare.db"), timeout=20) as shop:
        shop.execute("DELETE FROM draft")


def others(tap, build, data):
    for number, (name, begin) in enumerate(OTHERS):
        app = start(build, data)
        combination = ("ctrl+q", "ctrl+w")[number % 2]
        with tap.point(f"{name}: {combination} leaves at once"):
            try:
                begin(app)
                left(app, combination)
                assert not drafts(data), drafts(data)
            finally:
                app.kill()
        tap.equal(app.complaints(), [], f"the log is free of warnings ({name})")


def ended(tap, build, data):
    """The session ends, or somebody switches the computer off."""
    for end in (signal.SIGTERM, signal.SIGHUP):
        app = start(build, data)
        with tap.point(f"{end.name} leaves as Ctrl+Q does, and what was typed goes on"):
            try:
                customer(app)
                app.set_text(entry_of(app, "Name"), TYPED)
                app.process.send_signal(end)
                assert app.wait_until_gone(10) == 0
                assert kept(data)
            finally:
                app.kill()
            forget(data)
        tap.equal(app.complaints(), [], f"the log is free of warnings ({end.name})")


def ended_twice(tap, build, data):
    """Another program holds the shop, for which a save would wait."""
    app = start(build, data)
    lock = sqlite3.connect(os.path.join(data, "aftercare.db"), isolation_level=None)
    with tap.point("a second signal does not wait for what is under way"):
        try:
            customer(app)
            app.set_text(entry_of(app, "Name"), TYPED)
            lock.execute("BEGIN IMMEDIATE")
            key("ctrl+Return")
            app.process.send_signal(signal.SIGTERM)
            time.sleep(1)
            assert app.process.poll() is None, "it did not wait for the save"
            app.process.send_signal(signal.SIGTERM)
            assert app.wait_until_gone(2) == 1
        finally:
            lock.close()
            app.kill()
        forget(data)


def make_draft(build, data, who, n_lines):
    dora = cli(build, data, "add", "customer", record={
        "name": who, "addresses": [{"street": "Lindenweg 2", "postcode": "10969", "locality": "Berlin"}]})["id"]
    lines = [{"name": f"Part {i} of the whole thing", "quantity": "2", "price": "1.00", "category": "S", "rate": "19"}
             for i in range(n_lines)]
    path = os.path.join(data, "bill.json")
    with open(path, "w") as stream:
        json.dump({"currency": "EUR", "prices": "gross", "lines": lines}, stream)
    draft = cli(build, data, "invoice", "draft", "--customer", dora, "--file", path)["id"]
    os.remove(path)
    return draft


def is_issued(build, data, draft):
    """With its paper, and everything whole."""
    invoice, = [i for i in cli(build, data, "list", "invoice") if i["id"] == draft]
    cli(build, data, "verify")
    return bool(invoice.get("number")) and os.path.exists(os.path.join(data, "issued", f"{invoice['number']}.pdf"))


def issue_and(app, combination):
    ask_issue(app)
    key("alt+i", combination)


def under_way(tap, build, data):
    draft = make_draft(build, data, "Dora Vogt", LINES)
    app = start(build, data)
    with tap.point("an invoice that is being issued is issued, with its paper, before the window goes"):
        try:
            issue_and(app, "ctrl+q")
            assert app.wait_until_gone(60) == 0
            assert is_issued(build, data, draft)
        finally:
            app.kill()
    tap.equal(app.complaints(), [], "the log is free of warnings (issuing)")
    draft = make_draft(build, data, "Emma Lind", 1)
    app = start(build, data)
    with tap.point("and it is said meanwhile, who wants to stay stays, and who leaves after all leaves then"):
        try:
            ask_issue(app, "Emma Lind")
            with sqlite3.connect(os.path.join(data, "aftercare.db"), timeout=20, isolation_level=None) as shop:
                shop.execute("BEGIN IMMEDIATE")  # somebody else writes, and takes their time
                key("alt+i", "ctrl+w")
                app.wait_text("Aftercare closes by itself as soon as it is done.")
                app.press(app.find("button", "Stay Here"))
                app.wait_gone("button", "Stay Here")
                key("ctrl+q")  # and leaves after all, while it is still under way
                app.wait_text("Aftercare closes by itself as soon as it is done.")
                assert app.process.poll() is None
                shop.execute("COMMIT")
            assert app.wait_until_gone(60) == 0
            assert is_issued(build, data, draft)
        finally:
            app.kill()
    tap.equal(app.complaints(), [], "the log is free of warnings (staying)")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        unsaved.say_who_we_are(build, data)
        under_way(tap, build, data)
    with tempfile.TemporaryDirectory() as data:
        job = unsaved.make_shop(build, data)
        unsaved.bill(build, data, job)
        editors(tap, build, data)
        ended(tap, build, data)
        ended_twice(tap, build, data)
        make_draft(build, data, "Dora Vogt", 1)
        others(tap, build, data)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
