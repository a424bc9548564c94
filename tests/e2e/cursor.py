#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the cursor is: after an act on a line, in the sidebar, behind the search, in the intake. Whoever works by
keyboard goes on where they are."""
import re
import sys
import tempfile
import time

from desk import TAB, App, Atspi, bounds, checked, cli, in_sight, key, say_who_we_are, text_of, type_keys, wait, walk
from leaving_held import Held
from tap import Tap

DAY = "2026-11-24"
NAMES = ["Ann Lee", "Bea Koch", "Cem Aydin", "Dora Vogt"]


def make_shop(build, data):
    ids = {}
    for name in NAMES:
        ids[name] = cli(build, data, "add", "customer", record={
            "name": name, "phones": [{"number": f"0171 55501{len(ids)}"}]})["id"]
        cli(build, data, "add", "followup", f"customer={ids[name]}", "kind=check", "title=all is well", f"due={DAY}",
            "channel=phone")
    return ids


def has_state(node, state):
    return node.get_state_set().contains(state)


def cursor(app):
    return app.focused()


def line_of(node):
    """The row that a widget stands in."""
    while node is not None and node.get_role_name() != "list item":
        node = node.get_parent()
    return node


def wait_for_line(app, name):
    def there():
        row = line_of(cursor(app)) if cursor(app) else None
        return row is not None and name in row.get_name()
    wait(f"the cursor on the line of {name}", there)


def page_of(app):
    node = cursor(app)
    while node is not None and node.get_role_name() not in ("dialog", "frame"):
        if node.get_name() == "Places":
            return "sidebar"
        node = node.get_parent()
    return node.get_role_name() if node is not None else None


def open_menu_of(app, name):
    button = app.find("toggle button", "Later or Let Go", within=app.row(name))
    app.point_and_click(button)
    wait("the menu", lambda: checked(button))


def at_the_start(tap, app):
    with tap.point("a start gives the cursor to the first line of Today"):
        wait_for_line(app, NAMES[0])
    with tap.point("and from there a place's key leads into the place, not along the sidebar"):
        key("ctrl+4")
        app.find("radio button", "Unpaid")
        wait("the cursor in the place", lambda: cursor(app) and page_of(app) != "sidebar")
        key("ctrl+1")
        wait_for_line(app, NAMES[0])


def begin_job(app, known):
    """known: who it is taken in for; None: that is asked."""
    key("ctrl+n")
    dialog = app.find("dialog", "New Job")
    app.find("text", "Reported Fault", within=dialog)
    if known:
        app.find("list item", re.compile("^" + known), within=dialog)
    else:
        app.find("text", re.compile("^Customer: name"), within=dialog)
        assert not app.has("list item", re.compile("^Ann Lee"), within=dialog)
    key("Escape")
    app.wait_gone("dialog", "New Job")


def nobody_chosen(tap, app):
    app.resize(1280, 860)
    with tap.point("whoever fills the page of Customers is nobody's choice: whose a job is, is asked"):
        for _ in range(2):
            key("ctrl+2")
            app.find("heading", "Ann Lee")
            wait_for_line(app, "Ann Lee")
            begin_job(app, None)
            key("ctrl+1")
            wait_for_line(app, NAMES[0])
    with tap.point("Enter on them chooses them"):
        key("ctrl+2")
        app.find("heading", "Ann Lee")
        wait_for_line(app, "Ann Lee")
        key("Return")
        begin_job(app, "Ann Lee")
    key("ctrl+1")


def clicked(tap, build, data):
    with App(build, data, "--today", DAY, "--place", "customers") as app:
        app.resize(1280, 860)
        app.find("heading", "Ann Lee")
        with tap.point("a click on who is selected already chooses them as well"):
            begin_job(app, None)
            app.point_and_click(app.row("Ann Lee"))
            begin_job(app, "Ann Lee")
        tap.equal(app.complaints(), [], "the log is free of warnings (clicked)")


def in_the_filter(tap, app):
    with tap.point("Escape in the filter gives the cursor to who is open, in sight"):
        key("ctrl+2", "ctrl+f")
        wait("the cursor in the filter", lambda: cursor(app) and cursor(app).get_name() == "Filter customers")
        type_keys("dora")
        app.wait_text("1 found")
        key("Return")
        app.find("heading", "Dora Vogt")
        key("ctrl+f")
        wait("the cursor in the filter", lambda: cursor(app) and cursor(app).get_name() == "Filter customers")
        key("Escape")
        wait_for_line(app, "Dora Vogt")
        time.sleep(1)
        wait_for_line(app, "Dora Vogt")
        assert in_sight(line_of(cursor(app)))
        assert app.has("heading", "Dora Vogt")
    with tap.point("from an answer of nobody, too"):
        key("ctrl+f")
        wait("the cursor in the filter", lambda: cursor(app) and cursor(app).get_name() == "Filter customers")
        type_keys("zzqq")
        app.wait_text("Nobody Found")
        key("Escape")
        wait_for_line(app, "Dora Vogt")
        assert app.has("heading", "Dora Vogt")


def in_the_filter_again(tap, app):
    """As often as somebody comes, and as fast as they type."""
    with tap.point("a name that is typed at once, right behind Ctrl+F, finds them each time"):
        for name in ("Bea Koch", "Cem Aydin", "Ann Lee", "Dora Vogt") * 2:
            key("ctrl+f")
            type_keys(name.split()[0].lower())
            app.wait_text("1 found")
            time.sleep(0.5)
            assert cursor(app).get_name() == "Filter customers", (name, cursor(app).get_name())
            key("Return")
            app.find("heading", name)
            key("Escape")
            wait_for_line(app, name)
            time.sleep(1)
            wait_for_line(app, name)


def in_a_long_list(tap, build):
    with tempfile.TemporaryDirectory() as data, tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        file.write("name\n" + "".join(f"Person {n:03}\n" for n in range(200)))
        file.flush()
        cli(build, data, "import", file.name)
        with App(build, data, "--today", DAY, "--place", "customers") as app:
            app.resize(1280, 860)
            app.find("heading", "Person 000")
            with tap.point("behind the filter the row of who is open is in sight, all of it, each time"):
                for name in ("Person 120", "Person 060", "Person 180"):
                    key("ctrl+f")
                    type_keys(name.lower())
                    app.wait_text("1 found")
                    key("Return")
                    app.find("heading", name)
                    key("Escape")
                    wait_for_line(app, name)
                    time.sleep(1)
                    wait_for_line(app, name)
                    _, y, _, height = bounds(line_of(cursor(app)))
                    _, top, _, whole = bounds(app.find("frame"))
                    assert top <= y and y + height <= top + whole - 5, (name, y, height, top, whole)
            tap.equal(app.complaints(), [], "the log is free of warnings (long list)")


def on_the_first_step(tap, build):
    """A second Enter does what stands first on the page, not what stands behind it."""
    with tempfile.TemporaryDirectory() as data:
        ann = cli(build, data, "add", "customer", "name=Ann Lee")["id"]
        jobs = [cli(build, data, "add", "job", f"customer={ann}", f"fault={fault}") for fault in ("Flat tyre", "Chain off")]
        for job in jobs:
            cli(build, data, "job", "move", job["id"], "working")
        jobs = cli(build, data, "list", "job")
        with App(build, data, "--today", DAY) as app:
            app.find("frame", "Aftercare")
            with tap.point("a page that is opened by Enter has the cursor on its first step, each time"):
                key("ctrl+3")
                wait("the cursor on a job", lambda: line_of(cursor(app)) is not None)
                key("Return")
                wait("the first step", lambda: cursor(app) and cursor(app).get_name() == "Mark as Ready")
                for job in jobs * 2:
                    app.search_for(job["number"], re.escape(job["number"]))
                    app.wait_text(job["fault"])
                    time.sleep(1)
                    assert cursor(app).get_name() == "Mark as Ready", cursor(app).get_name()
            tap.equal(app.complaints(), [], "the log is free of warnings (first step)")


def on_today(tap, app):
    with tap.point("after Let Go the cursor is on the next line"):
        open_menu_of(app, NAMES[0])
        key("g")
        app.find("text", "Why, in a Word")
        type_keys("moved away")
        key("Return")
        app.wait_gone("text", "Why, in a Word")
        app.wait_gone("list item", re.compile(NAMES[0]))
        app.wait_text("Let go: moved away")
        wait_for_line(app, NAMES[1])
    with tap.point("and the next key takes nothing back"):
        assert cursor(app).get_name() != "Undo", cursor(app).get_name()
        assert not app.has("list item", re.compile(NAMES[0]))
    with tap.point("after Later, too"):
        open_menu_of(app, NAMES[1])
        key("t")
        app.wait_gone("list item", re.compile(NAMES[1]))
        wait_for_line(app, NAMES[2])


def to_the_search(app):
    entry = app.find("entry", re.compile("^Find a customer"))
    app.point_and_click(entry)
    wait("the cursor in the search", lambda: cursor(app) and cursor(app).get_name() == entry.get_name())


def in_the_sidebar(tap, app):
    with tap.point("Tab goes through the places in one step, and the open one stays marked"):
        key("ctrl+1")
        to_the_search(app)
        key("Tab")
        wait("the cursor on a place", lambda: page_of(app) == "sidebar")
        key("Down", "Down")
        places = app.find("list", "Places")
        marked = [n.get_name() for n in app.all("list item", within=places) if has_state(n, Atspi.StateType.SELECTED)]
        assert len(marked) == 1 and marked[0].startswith("Today"), marked
        key("Tab")
        wait("the cursor beyond them", lambda: page_of(app) != "sidebar")
    with tap.point("Enter goes to the place under the cursor"):
        to_the_search(app)
        key("Tab", "Down", "Return")
        app.find("list", "Customers")


def behind_the_search(tap, app):
    with tap.point("who was found has the cursor on their page"):
        app.search_for("Dora", "Dora Vogt")
        app.find("heading", "Dora Vogt")
        wait("the cursor on the page", lambda: cursor(app) and cursor(app).get_name() == "Ask How It Holds")
    with tap.point("and from there Tab goes on along the page"):
        names = []
        for _ in range(4):
            key("Tab")
            names.append(wait("another cursor", lambda: cursor(app) and cursor(app).get_name() not in names
                              and cursor(app).get_name()))
        assert "Note" in names, names
    with tap.point("a few Tabs lead from the search to the page's buttons"):
        to_the_search(app)
        seen = []
        for _ in range(14):
            key("Tab")
            time.sleep(0.1)
            seen.append(cursor(app) and cursor(app).get_name())
            if seen[-1] == "Note":
                break
        assert seen[-1] == "Note", seen


def behind_another(tap, app):
    """Dora's page was worked on; who is found next is somebody else."""
    def at_her_tab():
        app.turn_to("Jobs & Devices")
        wait("the cursor on the tab", lambda: cursor(app) and cursor(app).get_name() == "Jobs & Devices")

    for way, leave in (("from another place", "ctrl+1"), ("from that page", None)):
        app.search_for("Dora", "Dora Vogt")
        app.find("heading", "Dora Vogt")
        at_her_tab()
        if leave:
            key(leave)
            to_the_search(app)
        with tap.point(f"who is found next has the cursor on the first of their page, {way}"):
            app.search_for("Cem", "Cem Aydin")
            app.find("heading", "Cem Aydin")
            wait("the cursor on the page", lambda: cursor(app) and cursor(app).get_name() == "Ask How It Holds")
    app.turn_to("Timeline")


def in_the_intake(tap, app):
    with tap.point("a customer chosen by Enter leaves the cursor in the device, who has none yet"):
        key("ctrl+1")  # on a customer's page the job would be theirs at once
        key("ctrl+n")
        find = app.find("text", re.compile("^Customer: name"))
        wait("the cursor in it", lambda: has_state(find, Atspi.StateType.FOCUSED) or any(
            has_state(n, Atspi.StateType.FOCUSED) for n in walk(find)))
        type_keys("cem")
        app.row("Cem Aydin", within=app.find("dialog"))
        key("Return")
        type_keys("Roadster")
        wait("the device typed", lambda: text_of(app.find("text", "New Device")) == "Roadster")
        key("Escape")


def in_preferences(tap, app, build, data):
    """A sheet that rises moves the cursor along its rows; it stands where it stands in a wide window, and takes no letter's place."""
    cli(build, data, "setting", "set", "shop-name", "Kettle")
    cli(build, data, "setting", "set", "shop-tagline", "Bikes and more")
    for width, name in ((1280, "Kettles"), (360, "Kettless")):
        app.resize(width, 760)
        key("ctrl+comma")
        app.find("dialog", "Preferences")
        with tap.point(f"{width} wide: Preferences begin in their first row"):
            wait_for(app, "text", "Name")
            time.sleep(1)
            assert cursor(app).get_name() == "Name", cursor(app).get_name()
            assert app.find("text", "Tagline").get_text_iface().get_n_selections() == 0
        with tap.point(f"{width} wide: what is typed there goes on with what stands there"):
            type_keys("s")
            wait("the letter", lambda: text_of(app.find("text", "Name", within=app.find("dialog", "Preferences"))) == name)
        with tap.point(f"{width} wide: from another page and back the cursor stays on the tab"):
            wait("the cursor on a tab", lambda: key("shift+Tab") or (cursor(app) and TAB.search(cursor(app).get_role_name())))
            tab = cursor(app).get_name()
            app.press(app.find(TAB, "Rules"))
            app.find("combo box", re.compile("^Country"))
            app.press(app.find(TAB, "My Shop"))
            app.find("text", "Tagline")
            time.sleep(1)
            assert cursor(app).get_name() == tab, cursor(app).get_name()
        key("Escape")
        app.wait_gone("dialog", "Preferences")
    app.resize(1280, 860)


def owed_back(build, data):
    """Kim Otto paid too much, and a job of theirs is done and not billed."""
    kim = cli(build, data, "add", "customer", "name=Kim Otto")["id"]
    bill = cli(build, data, "add", "invoice", record={
        "customer": kim, "lines": [{"name": "Work", "quantity": "1", "price": "40"}]})["id"]
    cli(build, data, "invoice", "issue", bill)
    cli(build, data, "invoice", "pay", bill, "50")
    job = cli(build, data, "add", "job", record={
        "customer": kim, "kind": "Repair", "no_plan_reason": "a gift", "agreed_by": "Kim", "agreed_how": "phone",
        "lines": [{"name": "Work", "quantity": "1", "price": "30"}]})["id"]
    cli(build, data, "job", "move", job, "ready")
    cli(build, data, "add", "customer", "name=Lou Berg")


def wait_for(app, role, name):
    def there():
        node = cursor(app)
        return node is not None and node.get_role_name() == role and (node.get_name() == name or node.get_name().startswith(f"{name}, "))
    wait(f"the cursor on {name}", there)


def press_line(app, *words):
    app.point_and_click(app.row(*words))


# what it is, from where, what is pressed there, how the page is known, and how the place is known that one comes back to
WAYS = [
    ("from Today to the customer, through the search", "ctrl+1", lambda app: app.search_for("kim", "Kim Otto"),
     ("heading", "Kim Otto"), ("button", "Pay Back")),
    ("from Today to the job", "ctrl+1", lambda app: press_line(app, "is done and not billed"), ("heading", "History"), ("button", "Pay Back")),
    ("from Today to the invoice", "ctrl+1", lambda app: press_line(app, "Pay back €10.00"), ("button", "Pay Back…"), ("button", "Pay Back")),
    ("from Occasions to the customer", "ctrl+5", lambda app: app.search_for("kim", "Kim Otto"), ("heading", "Kim Otto"), (None, "No Occasions Yet")),
    ("from Insights to the customer", "ctrl+8", lambda app: app.search_for("kim", "Kim Otto"), ("heading", "Kim Otto"), (None, re.compile("^Invoiced and Paid"))),
    ("from Feedback to the job", "ctrl+6", lambda app: app.search_for("2026-001", "2026-001"), ("heading", "History"), (None, re.compile("^(Nobody Is Waiting|Nothing Settled Yet|No Answers Yet)$"))),
]


def there_and_back(app, place, go, page, home):
    for leave in ("alt+Left", "Escape"):
        key(place)
        app.find(*home)
        go(app)
        app.find(*page)
        key(leave)
        app.find(*home)
        assert not app.has(*page), f"{page} is still there after {leave}"


def on_the_way_back(tap, build):
    """What was opened from a line leads back to that line, however it is left."""
    with tempfile.TemporaryDirectory() as data:
        say_who_we_are(build, data)
        owed_back(build, data)
        with App(build, data, "--today", DAY) as app:
            app.find("frame", "Aftercare")
            with tap.point("nothing came of a bill: Back from what is opened there next leads to the list"):
                with Held(data):
                    app.point_and_click(app.find("button", "Bill"))
                    app.wait_text(re.compile("^Another program is using the shop"), timeout=15)
                app.open_search()
                type_keys("2026-0001")
                app.find("list item", re.compile("Invoice"))
                key("Return")
                wait("the invoice", lambda: app.has("button", "Pay Back…") and not app.has("dialog"))
                key("alt+Left")
                app.find("radio button", "Unpaid")
                key("ctrl+1")
            with tap.point("from Pay Back one comes to that button, and Back to the line"):
                app.point_and_click(app.find("button", "Pay Back"))
                wait_for(app, "button", "Pay Back…")
                key("alt+Left")
                wait_for(app, "button", "Pay Back")
                wait_for_line(app, "Kim Otto")
            with tap.point("from a bill that is begun for it, too"):
                app.point_and_click(app.find("button", "Bill"))
                app.find("button", "Add Line")
                key("Escape")
                app.find("list item", re.compile("^Pay back €10.00 to .*Kim Otto"))
                wait_for_line(app, "Kim Otto")
            with tap.point("once one is back, or goes by oneself, Back leads to the list again"):
                key("ctrl+4")
                app.find("radio button", "Unpaid")
                key("ctrl+1")
                app.point_and_click(app.find("button", "Pay Back"))
                wait_for(app, "button", "Pay Back…")
                key("ctrl+4", "alt+Left")
                app.find("radio button", "Unpaid")
            with tap.point("from one record to the next it is step by step"):
                key("ctrl+1")
                app.point_and_click(app.find("button", "Bill"))
                app.find("button", "Add Line")
                app.point_and_click(app.find("list item", re.compile(r"\bJob\b")))
                app.wait_text("The Work")
                app.press(app.find("button", "Back"))
                app.find("button", "Add Line")
                wait_for_line(app, "Job")
                key("alt+Left")
                wait_for_line(app, "Kim Otto")
            for width in (1280, 360):
                app.resize(width, 860)
                for way in WAYS:
                    with tap.point(f"{width} wide: {way[0]}"):
                        there_and_back(app, *way[1:])
                with tap.point(f"{width} wide: from Today to an invoice, from there to its customer, and step by step back"):
                    key("ctrl+1")
                    press_line(app, "Pay back €10.00")
                    app.find("button", "Pay Back…")
                    app.point_and_click(app.find("list item", re.compile("^Kim Otto")))
                    app.find("heading", "Kim Otto")
                    key("alt+Left")
                    app.find("button", "Pay Back…")
                    key("alt+Left")
                    app.find("button", "Pay Back")
            app.resize(1280, 860)
            for leave in ("alt+Left", "Escape"):
                with tap.point(f"who else is chosen in the list beside is where one wanted to go: {leave} leads nowhere"):
                    key("ctrl+1")
                    app.search_for("kim", "Kim Otto")
                    app.find("heading", "Kim Otto")
                    app.point_and_click(app.row("Lou Berg"))
                    app.find("heading", "Lou Berg")
                    key(leave)
                    time.sleep(1)
                    assert app.has("heading", "Lou Berg") and not app.has("button", "Pay Back")
            tap.equal(app.complaints(), [], "the log is free of warnings (way back)")


def main(build):
    tap = Tap()
    on_the_way_back(tap, build)
    on_the_first_step(tap, build)
    in_a_long_list(tap, build)
    with tempfile.TemporaryDirectory() as data:
        make_shop(build, data)
        clicked(tap, build, data)
        with App(build, data, "--today", DAY) as app:
            app.find("frame", "Aftercare")
            at_the_start(tap, app)
            nobody_chosen(tap, app)
            in_the_filter(tap, app)
            in_the_filter_again(tap, app)
            key("ctrl+1")
            on_today(tap, app)
            in_the_sidebar(tap, app)
            behind_the_search(tap, app)
            behind_another(tap, app)
            in_the_intake(tap, app)
            in_preferences(tap, app, build, data)
            tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
