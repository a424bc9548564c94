# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to see: every place and its main pages and dialogs, and how a person gets there.

A picture is one row of PICTURES: its name, the place it starts from, and the steps that lead there (functions of the App).
Steps that need rows are for the sample only. ./dev pictures takes them, walked.py listens to them.
"""
import contextlib
import functools
import os
import re
import shutil
import tempfile
import time
from collections import Counter

from desk import checked, cli, key, same, type_keys, wait

TODAY = "2026-03-02"
PLACES = ["Today", "Customers", "Jobs", "Invoices", "Occasions", "Feedback", "Outreach", "Insights"]
TABS = {"jobs": "Jobs & Devices", "invoices": "Invoices", "gifts": "Gifts", "documents": "Documents",
        "details": "Details"}
PAGES = ["Rules", "Staff", "Backup"]
CONTACTS = ("Name,Phone,E-mail,Town\nAnn Ostrowski,030 1111111,ann@example.org,Leipzig\nBob Two,030 2222222,,Halle\n"
            "Nobody,,,\n,030 3,,\nAnn Ostrowski,0341 998877,,\n")
LEAVE = ["Escape"]


class Picture:
    def __init__(self, name, place, steps=None, sample_only=False, empty_only=False, back=(), files=None):
        self.name, self.place, self.steps = name, place, steps
        self.sample_only, self.empty_only = sample_only, empty_only
        self.back = back    # keys and steps that leave what was opened
        self.files = files  # handed to an app of its own, which begins as after a click on its icon

    def is_of(self, shop):
        return not (self.sample_only and shop == "empty" or self.empty_only and shop == "sample")


# Steps: what a person does to see it. app.cli asks the shop what there is.

def customer(app, tab=None):
    """The customer with the most to show."""
    visits = Counter(row["customer"] for row in app.cli("list", "job"))
    best = app.cli("get", "customer", max((row["customer"] for row in app.cli("list", "gift")), key=lambda who: visits[who]))
    app.search_for(best["phones"][0]["number"], re.escape(best["name"]))  # there may be two of the name
    app.find("button", "Edit Customer")
    if tab:
        choose_tab(app, re.compile(f"^({re.escape(TABS[tab])}|{tab.title()})$"), ["Timeline", *TABS.values()])


def choose_tab(app, name, names):
    """One of a row of toggles; where their words are wider than the window, there is a drop-down of all of them."""
    any_of = re.compile(f"^({'|'.join(map(re.escape, names))})$")
    place = app.find(re.compile("^(radio button|toggle button|page tab|combo box)$"), any_of)
    if place.get_role_name() != "combo box":
        place = app.find(re.compile("^(radio button|toggle button|page tab)$"), name)
        app.point_and_click(place)
        wait(f"the tab {name}", lambda: checked(place))
        return
    app.scroll_to(place)
    app.point_and_click(place)
    app.find("list item", any_of)
    key("Home", *["Down"] * next(i for i, each in enumerate(names) if same(name, each)), "Return")
    wait(f"the tab {name}", lambda: same(app.wanted(name), place.get_name()))


def search_and_click(app, typed, found):
    """Enter would open the person, who comes first."""
    found_in = app.open_search()
    type_keys(typed)
    app.point_and_click(app.find("list item", re.compile(found), within=found_in))


def job(app, status="ready"):
    number = next(row["number"] for row in app.cli("list", "job", "--where", f"status={status}") if row["agreed"])
    search_and_click(app, number, f"{number}.*, ")
    app.find("heading", "Agreed")


def intake_line(app):
    """Narrow, its button is below the fold."""
    key("ctrl+n")
    button = app.find("button", "Add Line")
    app.scroll_to(button)
    app.point_and_click(button)
    app.find("dialog", "New Line")


def intake_begun(app):
    """Two who walked off, and the next one."""
    for fault in ("Brake dead", "Chain & bell off"):
        key("ctrl+n")
        app.set_text(app.find("text", "Reported Fault"), fault)
        key("Escape")
        app.wait_gone("dialog", "New Job")
    key("ctrl+n")
    app.find("list", "Begun, Not Taken In")


def person(app):
    key("F10")
    wait("the menu", lambda: app.all("menu", hidden=True))
    key("c")
    app.find("button", "Add Colleague")


def draft(app):
    app.press(app.find("button", "Bill"))
    app.find("list item", re.compile("as agreed"))


def dearer_draft(app):
    draft(app)
    app.press(app.find("button", "Add Line"))
    app.find("dialog", "New Line")
    app.fill("Work or Part", "Bell")
    app.fill(re.compile("^Unit Price"), "9.90")
    app.press(app.find("button", "Save"))
    app.find("button", "Record Consent…")


def invoice(app, state="issued"):
    number = app.cli("list", "invoice", "--where", f"state={state}")[0]["number"]
    search_and_click(app, number, f"^Invoice {number}")
    app.find("list", "About this invoice")


def pressed(role, name, then, *more):
    """Presses this and waits for that."""
    def steps(app):
        app.click(role, name)
        app.find(then, *more)
    return steps


def after(first, *steps):
    def all_steps(app):
        first(app)
        for step in steps:
            step(app)
    return all_steps


def dialog(name=None):
    return lambda app: app.find("dialog", name)


def opened(press, name):
    """By a key of the whole window."""
    return lambda app: (key(press), app.find("dialog", name))


def payment(app):
    """Narrow, only the next step has a button; the others are in the menu."""
    if app.has("button", "Record Payment…"):
        app.press(app.find("button", "Record Payment…"))
    else:
        app.choose("y")
    app.find("dialog", "Record Payment")


def note(app):
    """Narrow, it is in the menu."""
    if app.has("button", "Note"):
        app.press(app.find("button", "Note"))
    else:
        app.choose("n")
    app.find("dialog")


def menu(letter, name):
    return lambda app: (app.choose(letter), app.find("dialog", name))


def go_back(app):
    app.press(app.find("button", "Back"))


BACK = [go_back]


def search(app):
    found_in = app.open_search()
    type_keys("335")
    app.find("list item", within=found_in)


def preferences_page(title):
    def steps(app):
        opened("ctrl+comma", "Preferences")(app)
        app.point_and_click(app.find(re.compile("^(toggle button|radio button|page tab)$"), title))
        app.wait_text(re.compile(title))
    return steps


def scrolled_to(pattern, *then, below=None):
    """A row below the fold, pressed once the one below it is seen, too."""
    def steps(app):
        app.scroll_to(app.find("list item", re.compile(below or pattern)))
        app.point_and_click(app.find("list item", re.compile(pattern)))
        app.find(*then)
    return steps


def first_row(app):
    """Of the list in the middle; rows take the mouse, not an action."""
    places = app.wanted("Places")
    app.point_and_click(wait("a row", lambda: next(
        (row for row in app.all("list item") if not same(places, row.get_parent().get_name())), None)))


def figure_table(app):
    """Narrow, it is a list of months; a menu that hangs at what is far below the fold would close again."""
    app.scroll_to(app.find("toggle button", "More about Invoiced and Paid by Month"))
    app.choose("t", "More about Invoiced and Paid by Month")
    app.find(re.compile("^(tree table|list)$"), "Invoiced and Paid by Month")


def first_run(app):
    app.find("label", "Welcome to Aftercare")


def preview(app):
    app.wait_text("Ann Ostrowski")


def report(app):
    preview(app)
    app.click("button", "Import")
    app.wait_text("5 Contacts Were Read")


def complaint(app):
    choose_tab(app, "Complaints", ["Complaints", "Settled", "Answers"])
    first = app.find("list item", re.compile("Answer by|Being settled"))
    app.point_and_click(first)
    app.find("button", "Settle…")


def chooser(app):
    app.press(app.find("toggle button", "Add an Answer or a Complaint"))
    app.find("menu")
    key("Return")
    app.find("dialog", "Who Answered?")


def answer(app):
    chooser(app)
    found_in = app.find("dialog", "Who Answered?")
    type_keys("koch")
    app.find("list item", re.compile("Koch"), within=found_in)
    key("Return")
    app.find("button", "Let Them Answer on This Screen")


def survey(app):
    answer(app)
    app.point_and_click(app.find("button", "Let Them Answer on This Screen"))
    app.press(app.find("button", "Hand Over"))
    app.find("frame", "Your Opinion")


def sent(app):
    app.press(app.find(re.compile("^(toggle button|radio button|page tab)$"), "Sent"))
    rows = app.find("list", "What was sent")  # the texts may still be on their way out

    def opened():
        """A row that is made anew under the pointer takes no click."""
        if not app.has("dialog"):
            app.point_and_click(app.find("list item", within=rows))
            time.sleep(2)
        return app.has("dialog")
    wait("what was sent", opened)


def earlier_imports(app):
    report(app)
    app.press(app.find("button", "Done"))
    app.wait_gone("dialog", "Import Customers")
    main_menu("i", "Import Customers")(app)
    app.press(app.find("button", "Earlier Imports…"))
    app.find("dialog", "Earlier Imports")


def main_menu(letter, name):
    """Narrow, the menu is on the sidebar's page, where its key goes by itself."""
    def steps(app):
        key("F10")
        button = app.find("toggle button", "Main Menu")
        wait("the menu", lambda: checked(button))
        key(letter)
        app.find("dialog", name)
    return steps


PICTURES = [Picture(place.lower(), place) for place in PLACES] + [
    Picture("first-run", None, first_run, empty_only=True, files=[]),
    Picture("import", None, preview, files=["contacts.csv"]),
    Picture("import-report", None, report, files=["contacts.csv"]),
    Picture("earlier-imports", None, earlier_imports, files=["contacts.csv"]),
    Picture("search", "Today", search, sample_only=True, back=LEAVE),
    Picture("call", "Today", pressed("button", "Call", "button", "Log It"), sample_only=True, back=LEAVE),
    Picture("let-go", "Today", after(lambda app: app.press(app.find("toggle button", "Later or Let Go")),
                                     lambda app: (app.find("menu"), key("g"), app.find("text", "Why, in a Word"))),
            sample_only=True, back=LEAVE),
    Picture("later", "Today", lambda app: app.press(app.find("toggle button", "Later or Let Go")), sample_only=True,
            back=LEAVE),
    Picture("composer", "Today", pressed("button", "Write", "dialog", re.compile("^Write to")), sample_only=True,
            back=LEAVE),
    Picture("customer", "Customers", customer, sample_only=True),
] + [
    Picture(f"customer-{tab}", "Customers", functools.partial(customer, tab=tab), sample_only=True) for tab in TABS
] + [
    Picture("customer-editor", "Customers", opened("ctrl+shift+n", "New Customer"), back=LEAVE),
    Picture("device", "Customers", after(functools.partial(customer, tab="jobs"), pressed("button", "Add Device", "dialog")),
            sample_only=True, back=LEAVE),
    Picture("note", "Customers", after(customer, note), sample_only=True, back=LEAVE),
    Picture("gift", "Customers", after(functools.partial(customer, tab="gifts"), pressed("button", "Add Gift Idea", "dialog")),
            sample_only=True, back=LEAVE),
    Picture("occasion", "Customers", after(functools.partial(customer, tab="gifts"),
                                           pressed("button", "Add Occasion", "dialog")), sample_only=True, back=LEAVE),
    Picture("intake", "Jobs", lambda app: (key("ctrl+n"), app.find("button", "Take In")), back=LEAVE),
    Picture("intake-line", "Jobs", intake_line, back=LEAVE * 2),
    Picture("plans", "Jobs", menu("a", "Aftercare Plans"), back=LEAVE),
    Picture("plan-editor", "Jobs", after(menu("a", "Aftercare Plans"), lambda app: app.point_and_click(app.find(
        "list item", within=app.find("list", "Aftercare Plans"))), lambda app: app.find("button", "Save")), back=LEAVE * 2),
    Picture("job", "Jobs", job, sample_only=True, back=BACK),
    Picture("care-card", "Jobs", after(job, lambda app: app.choose("c", "Papers"), dialog("Care Card")), sample_only=True,
            back=LEAVE + BACK),
    Picture("job-editor", "Jobs", after(job, pressed("button", "Edit Job", "dialog")), sample_only=True, back=LEAVE + BACK),
    Picture("job-cancel", "Jobs", after(functools.partial(job, status="working"), pressed("button", "Cancel Job", "alert")),
            sample_only=True, back=LEAVE + BACK),
    Picture("invoice-line", "Invoices", after(draft, pressed("button", "Add Line", "dialog", "New Line")), sample_only=True,
            back=LEAVE + BACK),
    Picture("issue", "Invoices", after(draft, pressed("button", "Issue…", "button", "Issue")), sample_only=True,
            back=LEAVE + BACK),
    Picture("invoice-draft", "Invoices", draft, sample_only=True, back=BACK),
    Picture("consent", "Invoices", after(dearer_draft, pressed("button", "Record Consent…", "dialog", "Record Consent")),
            sample_only=True, back=LEAVE + BACK),
    Picture("invoice", "Invoices", invoice, sample_only=True, back=BACK),
    Picture("payment", "Invoices", after(invoice, payment), sample_only=True, back=LEAVE + BACK),
    Picture("complaint", "Feedback", complaint, sample_only=True, back=BACK),
    Picture("complaint-editor", "Feedback", after(complaint, pressed("button", "Edit Complaint", "dialog")), sample_only=True,
            back=LEAVE + BACK),
    Picture("settle", "Feedback", after(complaint, pressed("button", "Settle…", "dialog")), sample_only=True,
            back=LEAVE + BACK),
    Picture("chooser", "Feedback", chooser, sample_only=True, back=LEAVE),
    Picture("answer", "Feedback", answer, sample_only=True, back=LEAVE),
    Picture("survey", "Feedback", survey, sample_only=True, back=["ctrl+alt+q"]),
    Picture("export", "Today", main_menu("e", "Export"), back=LEAVE),
    Picture("sent", "Outreach", sent, sample_only=True, back=LEAVE),
    Picture("text-editor", "Outreach", after(first_row, lambda app: app.find("button", "Save")), sample_only=True, back=LEAVE),
    Picture("insights-rows", "Insights", pressed("button", "Would recommend", "list", "Would recommend"), sample_only=True,
            back=BACK),
    Picture("insights-table", "Insights", figure_table, sample_only=True),
    Picture("preferences", "Today", opened("ctrl+comma", "Preferences"), back=LEAVE),
] + [
    Picture(f"preferences-{page.lower()}", "Today", preferences_page(page), back=LEAVE) for page in PAGES
] + [
    Picture("preferences-hours", "Today", after(preferences_page("Rules"), scrolled_to(
        "^Monday", "text", "Until", below="^Saturday")), back=LEAVE),
    Picture("preferences-holidays", "Today", after(preferences_page("Rules"), scrolled_to(
        "^Holidays", "check box", re.compile("^Ascension"))), back=LEAVE),
    Picture("recently-deleted", "Today", main_menu("d", "Recently Deleted"), back=LEAVE),
    Picture("shortcuts", "Today", opened("F1", "Keyboard Shortcuts"), back=LEAVE),
] + [
    Picture("intake-begun", "Jobs", intake_begun, sample_only=True, back=LEAVE),
    Picture("person", "Today", person, back=LEAVE),
]


def go_to(app, place):
    """Works wide and narrow: narrow, the sidebar is a page to go back to first."""
    def step():
        # the place holds its groups, one of which may be called like another place
        if next((p for n in app.all("grouping") for p in PLACES if same(app.wanted(p), n.get_name())), None) == place:
            return True
        lists = app.all("list", "Places")
        # by its name or, with a badge, how much there is as well; rows take the mouse, not an action
        rows = app.all("list item", re.compile(rf"^{place}\b"), within=lists[0]) if lists else []
        if rows:
            app.point_and_click(rows[0])
        for button in [] if lists else app.all("button", "Back"):
            app.press(button)
        time.sleep(0.4)  # the page slides; a second press would meet the old one
        return False
    wait(f"the way to {place}", step, timeout=60)


def make_shop(build, shop, data):
    if shop == "sample":
        cli(build, data, "sample", today=TODAY)


@contextlib.contextmanager
def handed(picture, data):
    """A copy of the shop, and the files that an app of its own is handed."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in picture.files]
        for each in paths:
            with open(each, "w", encoding="utf-8") as file:
                file.write(CONTACTS)
        yield shutil.copytree(data, os.path.join(folder, "data")), paths
