# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The walk through a small window: every place, page and dialog of a shop in which every text is one word (make_shop). What
is looked at there, its caller says.

    walk = Walk(tap, app, WORD, check)      # check(app): what is wrong, while it is looked at
    walk.all()
"""
import re
import time

import markup
from desk import TAB, bounds, key, type_keys, wait, walk
from scenes import note

WIDTH, HEIGHT = 360, 640
SLACK = 8  # a header bar tells of its buttons from another corner
PRESSED = {"button", "toggle button", "radio button", "check box", "text", "entry", "combo box", "list item"}


def make_shop(build, data, word):
    markup.WORDS = word
    markup.make_shop(build, data)


def outside(app):
    """What can be pressed and cannot be reached, by its name; the window itself, if it grew."""
    frame = app.find("frame")
    border = -bounds(frame)[0]
    found = [] if bounds(frame)[2] == WIDTH + 2 * border else [f"the window is {bounds(frame)[2] - 2 * border} wide"]
    for node in app.roles(PRESSED, frame):
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


class Walk:
    def __init__(self, tap, app, word, check):
        self.tap, self.app, self.check = tap, app, check
        self.start = re.escape(word[:20])

    def look(self, name, act, closes=False):
        app = self.app
        app.resize(WIDTH, HEIGHT)
        before = len(app.complaints())
        with self.tap.point(name):
            try:
                act()
                time.sleep(0.3)
                found = self.settled()
                assert found == [], "\n".join(map(str, found))
                assert app.complaints()[before:] == [], app.complaints()[before:]
            finally:
                if closes:
                    shut(app)

    def settled(self):
        """What is wrong, once it has laid itself out."""
        end = time.monotonic() + 2
        while (found := self.check(self.app)) and time.monotonic() < end:
            time.sleep(0.1)
        return found

    def press(self, name, within=None):
        self.app.press(self.app.find("button", name, within))

    def dialog(self, button):
        self.press(button)
        self.app.find("dialog")

    def open_item(self, place, more=""):
        key(f"ctrl+{place}")
        self.app.point_and_click(self.app.find("list item", re.compile(self.start + more)))

    def main_menu(self, letter):
        key("F10")
        wait("the menu", lambda: self.app.all("menu", hidden=True))
        key(letter)
        self.app.find("dialog")

    def found(self):
        self.app.open_search()
        type_keys("3352178")
        return self.app.find("list item", re.compile(self.start), within=self.app.find("dialog", "Find Anything"))

    def all(self):
        for part in (self.places, self.customers, self.intake, self.jobs, self.bills, self.complaints, self.rest, self.rules):
            with self.tap.point(f"{part.__name__} to the end"):
                part()

    def places(self):
        app = self.app
        for number, place in enumerate(["Today", "Customers", "Jobs", "Invoices", "Occasions", "Feedback", "Outreach", "Insights"], 1):
            self.look(place, lambda n=number: key(f"ctrl+{n}"))
        self.look("a gift", lambda: (key("ctrl+5"), self.dialog(re.compile("^Gift"))), closes=True)
        self.look("a call", lambda: (key("ctrl+1"), self.dialog(re.compile("^Call"))), closes=True)
        self.look("a text", lambda: (key("ctrl+7"), app.point_and_click(app.find("list item", re.compile(self.start))),
                                     app.find("dialog")), closes=True)

    def customers(self):
        self.look("the search", self.found, closes=True)
        self.look("the customer's page", lambda: self.open_item(2))
        toggle = re.compile("tab|radio button|toggle button")
        for tab in ("Jobs", "Invoices", "Gifts", "Details"):
            if self.app.has(toggle, re.compile("^" + tab)):  # where their words are longer, there is a drop-down
                self.look(f"the tab {tab}", lambda t=tab: self.app.click(toggle, re.compile("^" + t)))
        for name, button in (("the customer's editor", "Edit Customer"), ("a message", "Write")):
            self.look(name, lambda b=button: self.dialog(b), closes=True)
        self.look("a note", lambda: note(self.app), closes=True)

    def intake(self):
        self.look("the intake", lambda: (self.found(), key("ctrl+Return"), self.app.find("dialog", "New Job")), closes=True)
        self.look("the plans", lambda: (key("ctrl+3"), self.app.choose("a"), self.app.find("dialog")), closes=True)

    def add_line(self):
        row = self.app.find("button", "Add Line")
        self.app.scroll_to(row)
        self.app.point_and_click(row)
        self.app.find("dialog", "New Line")

    def jobs(self):
        self.look("the job's page", lambda: self.open_item(3, ".*not told"))
        self.look("an agreed line", self.add_line, closes=True)
        self.look("a message about it", lambda: self.dialog(re.compile("^Tell|^Write")), closes=True)

    def bills(self):
        app = self.app
        self.look("the invoice's page", lambda: self.open_item(4))
        self.look("a payment", lambda: (app.choose("y"), app.find("dialog")), closes=True)
        self.look("the question before it is cancelled",
                  lambda: (app.choose("c"), app.find("button", "Issue Credit Note")), closes=True)

    def open_complaint(self):
        """Its list may just be read again, and then a click meets nothing."""
        def there():
            if self.app.has("button", "Edit Complaint"):
                return True
            self.open_item(6)
            time.sleep(0.5)
            return False
        wait("the complaint's page", there)

    def complaints(self):
        self.look("Complaints", lambda: key("ctrl+6"))  # which it shows as long as one is open
        self.look("the complaint's page", self.open_complaint)
        for name, button in (("the complaint's editor", "Edit Complaint"), ("its first answer", "Answer…"), ("its end", "Settle…")):
            self.look(name, lambda b=button: self.dialog(b), closes=True)

    def rest(self):
        for name, letter in (("what was deleted", "d"), ("the export", "e"), ("a person", "c"), ("Preferences", "p")):
            self.look(name, lambda c=letter: self.main_menu(c), closes=True)

    def open_rules(self):
        self.main_menu("p")
        self.app.press(self.app.find(TAB, "Rules"))
        self.app.find("list item", re.compile("^Holidays"))

    def open_above(self, pattern, below):
        """A bar covers the foot of the page."""
        self.app.scroll_to(self.app.find("list item", re.compile(below)))
        self.app.point_and_click(self.app.find("list item", re.compile(pattern)))

    def rules(self):
        self.look("the rules", self.open_rules, closes=True)
