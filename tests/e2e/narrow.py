#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""In a window 360 wide, one word of sixty letters, in every text of every kind, breaks where it has to: the window stays
as wide as it is, what can be pressed is inside it, and the log is silent."""
import os
import re
import sys
import tempfile
import time

import markup
from desk import TODAY, App, Atspi, bounds, key, showing, type_keys, wait, walk
from tap import Tap

WORD = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauung"
WIDTH, HEIGHT = 360, 640
SLACK = 8  # a header bar tells of its buttons from another corner
PRESSED = {"button", "toggle button", "radio button", "check box", "text", "entry", "combo box", "list item"}
assert len(WORD) == 60


def outside(app):
    """What can be pressed and cannot be reached, by its name; the window itself, if it grew."""
    frame = app.find("frame")
    border = -bounds(frame)[0]
    found = [] if bounds(frame)[2] == WIDTH + 2 * border else [f"the window is {bounds(frame)[2] - 2 * border} wide"]
    for node in walk(frame):
        if node.get_role_name() in PRESSED and showing(node):
            x, _, width, _ = bounds(node)
            if width and (x < -border - SLACK or x + width > WIDTH - border + SLACK):
                found.append(f"{node.get_role_name()} {node.get_name()[:40]!r} at {x}, {width} wide")
    return found


def settled(app):
    """Nothing outside, once it has laid itself out."""
    end = time.monotonic() + 2
    while (found := outside(app)) and time.monotonic() < end:
        time.sleep(0.1)
    return found


def shut(app):
    """Whatever dialogs and questions are open."""
    def gone():
        if app.has("dialog") or app.has("alert"):
            key("Escape")
            time.sleep(0.3)
        return not app.has("dialog") and not app.has("alert")
    wait("the dialogs to close", gone)


def look(tap, app, name, act, closes=False):
    app.resize(WIDTH, HEIGHT)
    before = len(app.complaints())
    with tap.point(name):
        try:
            act()
            time.sleep(0.3)
            found = settled(app)
            assert found == [], found
            assert app.complaints()[before:] == [], app.complaints()[before:]
        finally:
            if closes:
                shut(app)


def press(app, name, within=None):
    app.press(app.find("button", name, within))


def dialog(app, button):
    press(app, button)
    app.find("dialog")


def open_item(app, place, pattern=re.escape(WORD[:20])):
    key(f"ctrl+{place}")
    app.point_and_click(app.find("list item", re.compile(pattern)))


def main_menu(app, letter):
    key("F10")
    wait("the menu", lambda: app.all("menu", hidden=True))
    key(letter)
    app.find("dialog")


def found(app):
    app.open_search()
    type_keys("donau")
    return app.find("list item", re.compile(WORD), within=app.find("dialog", "Find Anything"))


def places(tap, app):
    for number, place in enumerate(["Today", "Customers", "Jobs", "Invoices", "Occasions", "Feedback", "Outreach", "Insights"], 1):
        look(tap, app, place, lambda n=number: key(f"ctrl+{n}"))
    look(tap, app, "a gift", lambda: (key("ctrl+5"), dialog(app, re.compile("^Gift"))), closes=True)
    look(tap, app, "a call", lambda: (key("ctrl+1"), dialog(app, re.compile("^Call"))), closes=True)
    look(tap, app, "a text", lambda: (key("ctrl+7"), app.point_and_click(app.find("list item", re.compile(WORD))),
                                      app.find("dialog")), closes=True)


def customers(tap, app):
    look(tap, app, "the search", lambda: found(app), closes=True)
    look(tap, app, "the customer's page", lambda: open_item(app, 2))
    for tab in ("Jobs", "Invoices", "Gifts", "Details"):
        look(tap, app, f"the tab {tab}",
             lambda t=tab: app.click(re.compile("tab|radio button|toggle button"), re.compile("^" + t)))
    for name, button in (("the customer's editor", "Edit Customer"), ("a message", "Write"), ("a note", "Note")):
        look(tap, app, name, lambda b=button: dialog(app, b), closes=True)


def intake(tap, app):
    look(tap, app, "the intake", lambda: (found(app), key("ctrl+Return"), app.find("dialog", "New Job")), closes=True)
    look(tap, app, "the plans", lambda: (key("ctrl+3"), app.choose("a"), app.find("dialog")), closes=True)


def add_line(app):
    row = app.find("button", "Add Line")
    app.scroll_to(row)
    app.point_and_click(row)
    app.find("dialog", "New Line")


def jobs(tap, app):
    look(tap, app, "the job's page", lambda: open_item(app, 3, re.escape(WORD[:20]) + ".*not told"))
    look(tap, app, "an agreed line", lambda: add_line(app), closes=True)
    look(tap, app, "a message about it", lambda: dialog(app, re.compile("^Tell|^Write")), closes=True)


def bills(tap, app):
    look(tap, app, "the invoice's page", lambda: open_item(app, 4))
    look(tap, app, "a payment", lambda: (app.choose("y"), app.find("dialog")), closes=True)
    look(tap, app, "the question before it is cancelled", lambda: (app.choose("c"), app.find("button", "Issue Credit Note")),
         closes=True)


def complaints(tap, app):
    look(tap, app, "Complaints", lambda: (key("ctrl+6"), app.press(app.find("radio button", "Complaints"))))
    look(tap, app, "the complaint's page", lambda: open_item(app, 6))
    for name, button in (("the complaint's editor", "Edit Complaint"), ("its first answer", "Answer…"), ("its end", "Settle…")):
        look(tap, app, name, lambda b=button: dialog(app, b), closes=True)


def rest(tap, app):
    for name, letter in (("what was deleted", "d"), ("the export", "e"), ("a person", "c"), ("Preferences", "p")):
        look(tap, app, name, lambda c=letter: main_menu(app, c), closes=True)


def open_rules(app):
    main_menu(app, "p")
    app.press(next(n for n in app.all(name="Rules") if n.get_role_name() in ("toggle button", "radio button", "page tab")))
    app.find("list item", re.compile("^Holidays"))


def open_above(app, pattern, below):
    """A bar covers the foot of the page."""
    app.scroll_to(app.find("list item", re.compile(below)))
    app.point_and_click(app.find("list item", re.compile(pattern)))


def rules(tap, app):
    look(tap, app, "the rules", lambda: open_rules(app), closes=True)
    look(tap, app, "the hours of a day", lambda: (open_rules(app), open_above(app, "^Monday", "^Saturday"),
                                                  app.find("text", "Until")), closes=True)
    look(tap, app, "the holidays", lambda: (open_rules(app), open_above(app, "^Holidays", "^First Answer"),
                                            app.find("check box", re.compile("^Ascension"))), closes=True)


def importing(tap, build, data):
    path = os.path.join(data, "people.csv")
    with open(path, "wb") as stream:
        stream.write("Name;Telefon\nBj\xf6rn Demir;0171 9487574\n".encode("latin-1"))
    with App(build, data, "--today", TODAY, "--place", "today", path) as app:
        app.find("dialog", "Import Customers")
        look(tap, app, "the import of a file", lambda: app.wait_text("Text Encoding"))
        with tap.point("says in full how its text is read, and begins on Import"):
            words = app.find("label", re.compile("^As Each File"))
            assert bounds(words)[2] > 60, bounds(words)
            wait("the cursor", lambda: any(n.get_state_set().contains(Atspi.StateType.FOCUSED)
                                           for n in walk(app.find("button", "Import"))))
        tap.equal(app.complaints(), [], "the log is free of warnings, importing")


def said(tap, app):
    """What is deleted is named whole in the toast, whose Undo is inside."""
    look(tap, app, "the customer is deleted", lambda: (
        open_item(app, 2), app.choose("d"), app.find("button", "Undo")))
    with tap.point("and is named whole"):
        words = app.find("label", re.compile(WORD + ".* deleted"))
        assert bounds(words)[3] > 30, bounds(words)
    app.press(app.find("button", "Undo"))


def main(build):
    tap = Tap()
    markup.WORDS = WORD
    with tempfile.TemporaryDirectory() as data:
        markup.make_shop(build, data)
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            app.find("frame", "Aftercare")
            places(tap, app)
            customers(tap, app)
            intake(tap, app)
            jobs(tap, app)
            bills(tap, app)
            complaints(tap, app)
            rest(tap, app)
            rules(tap, app)
            said(tap, app)
        tap.equal(app.complaints(), [], "the log is free of warnings")
        importing(tap, build, data)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
