#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the cursor is once something is done: on what is new, or where one was. After an act on the last line of its group,
after it is taken back, in a list that is made anew below a dialog, in a list of choices that unfolds."""
import re
import sys
import tempfile
import time

import unsaved
from cursor import cursor, wait_for, wait_for_line
from desk import TODAY, App, cli, key, text_of, type_keys, wait
from tap import Tap


def wait_at(app, what, fits):
    def there():
        node = cursor(app)
        return node is not None and fits(node)
    wait(f"the cursor {what}", there)


def wait_in(app, name):
    """In the entry that is called so."""
    wait_at(app, f"in {name}", lambda node: node.get_role_name() == "text" and node.get_name() == name)


def wait_on_page(app, name):
    def is_on_page(node):
        while node is not None and node.get_name() != name:
            node = node.get_parent()
        return node is not None
    app.find("grouping", name)
    wait_at(app, f"on the page of {name}", is_on_page)


def save(app, title=None):
    key("ctrl+Return")
    app.wait_gone("dialog", title)


def leave(app):
    """Whatever is still open, if a point before failed."""
    wait("nothing open", lambda: not app.has("dialog") or key("Escape"))


def on_today(tap, app):
    complaint = app.row("It squeals again")
    with tap.point("the last line of its group is logged: the cursor is on the next group's"):
        app.point_and_click(app.find("button", "Answer", within=complaint) if app.has("button", "Answer", complaint)
                            else app.find("button", "Call", within=complaint))
        app.set_text(app.find("text", "What Was Said"), "We look at it tomorrow")
        save(app)
        app.wait_gone("list item", re.compile("It squeals again"))
        wait_for_line(app, "Nils Brandt")
    with tap.point("taken back, the line is there again, with the cursor on it"):
        key("ctrl+z")
        app.wait_text(re.compile("^Taken back: Logged"))
        wait_for_line(app, "It squeals again")
    with tap.point("done again, it is gone, and the cursor on the next"):
        key("ctrl+shift+z")
        app.wait_gone("list item", re.compile("It squeals again"))
        wait_for_line(app, "Nils Brandt")


def taken_back_elsewhere(tap, app, build, data):
    """What was taken back on another place brought no line back here."""
    def step(name):
        customer = cli(build, data, "add", "customer", f"name={name}")["id"]
        cli(build, data, "add", "followup", f"customer={customer}", "title=Ask for the key", "kind=check", f"due={TODAY}")

    step("Ann First")
    app.find("list item", re.compile("Ann First"))
    key("ctrl+2")
    app.point_and_click(app.row("Nils Brandt"))
    app.press(app.find("button", "Note"))
    app.set_text(app.find("text", within=app.find("dialog")), "Likes tea")
    save(app)
    key("ctrl+z")
    app.wait_text(re.compile("^Taken back: "))
    step("Zoe Last")
    time.sleep(2)  # the window has heard of it, while another place is in front
    with tap.point("a line that came meanwhile does not have the cursor"):
        key("ctrl+1")
        app.find("list item", re.compile("Zoe Last"))
        time.sleep(1)
        wait_for_line(app, "It squeals again")


def searched_at_once(tap, app):
    """What was asked for last has the cursor, however fast."""
    with tap.point("Ctrl+F right behind Ctrl+2: what is typed goes into the filter"):
        for _ in range(3):
            key("ctrl+1")
            wait_for_line(app, "Nils Brandt")
            key("ctrl+2", "ctrl+f")
            time.sleep(0.5)
            type_keys("zoe")
            wait("the letters in the filter", lambda: text_of(app.find("entry", "Filter customers")) == "zoe")
            key("Escape")


def billing(tap, app):
    with tap.point("from Bill to Issue Credit Note the cursor is on the page"):
        key("ctrl+3")
        app.point_and_click(app.row("Nils Brandt"))
        app.point_and_click(app.find("button", "Bill"))
        app.find("button", "Add Line")
        wait_on_page(app, "Draft invoice")
        app.press(app.find("button", "Issue…"))
        app.press(app.find("button", "Issue"))
        wait_on_page(app, "Invoice 2026-0001")
        app.choose("c")
        app.press(app.find("button", "Issue Credit Note"))
        wait_on_page(app, "Credit note 2026-0002")
    with tap.point("Ctrl+Z then says of the credit note that it cannot be taken back, and offers nothing"):
        key("ctrl+z")
        app.wait_text("Credit note 2026-0002 is issued, and cannot be taken back")
        assert not app.has("button", "Cancel Invoice…")


def paid(tap, app, build, data):
    who = cli(build, data, "add", "customer", "name=Ida Berg")["id"]
    cli(build, data, "invoice", "issue", cli(build, data, "add", "invoice", record={
        "customer": who, "lines": [{"name": "Bell", "quantity": "1", "price": "12"}]})["id"])
    app.search_for("2026-0003", "^Invoice 2026-0003")
    with tap.point("a payment is taken back: the cursor is on what records one"):
        app.point_and_click(app.find("button", "Record Payment…"))
        app.find("dialog", "Record Payment")
        save(app, "Record Payment")
        app.wait_gone("button", "Record Payment…")
        key("ctrl+z")
        wait_for(app, "button", "Record Payment…")


def preferences(app, page):
    key("ctrl+comma")
    app.find("dialog", "Preferences")
    app.point_and_click(next(n for n in app.all(name=page) if n.get_role_name() in ("toggle button", "radio button", "page tab")))


def staff(tap, app):
    with tap.point("who has added a colleague can add another"):
        preferences(app, "Staff")
        app.point_and_click(app.find("button", "Add Colleague"))
        wait_in(app, "Name")
        type_keys("Anna")
        key("Return")
        wait("Anna", lambda: app.has("list item", re.compile("^Anna")) and len(app.all("dialog")) == 1)
        wait_for(app, "button", "Add Colleague")
    with tap.point("and one who was renamed has the cursor on their line"):
        app.point_and_click(app.row("Anna"))
        wait_in(app, "Name")
        key("ctrl+a")
        type_keys("Anne")
        key("Return")
        wait("Anne", lambda: app.has("list item", re.compile("^Anne")) and len(app.all("dialog")) == 1)
        wait_for_line(app, "Anne")


def counter(tap, app, build, data):
    with tap.point("a complaint says who took it"):
        anne, = cli(build, data, "list", "staff")
        unsaved.complaint(app)
        app.set_text(app.find("text", "In their words"), "It rattles")
        save(app, re.compile("^Complaint of"))
        taken = wait("the complaint", lambda: [c for c in cli(build, data, "list", "complaint") if c["words"] == "It rattles"])
        assert taken[0]["received_by"] == anne["id"], taken


def plans(tap, app):
    with tap.point("a new plan is named first, and a new step of it"):
        key("ctrl+3")
        app.choose("a")
        app.point_and_click(app.find("button", "New Plan"))
        wait_in(app, "Name")
        type_keys("Wheels")
        app.press(app.find("button", "Add Step"))
        wait_in(app, "Step")
        type_keys("Spokes")
        wait_at(app, "behind the step's name", lambda node: text_of(node) == "Spokes")
        save(app, "Plan")
        app.find("list item", re.compile("^Wheels"))
        wait_for(app, "button", "New Plan")


def gifts(tap, app, build, data):
    """Their rows are made anew with all of the tab, and in another order."""
    who = cli(build, data, "add", "customer", "name=Gina Lund")["id"]
    for name in ("Bell", "Candle", "Tea"):
        cli(build, data, "add", "gift", f"customer={who}", f"name={name}", "state=idea")
        cli(build, data, "add", "occasion", f"customer={who}", f"name={name} Day", "date=--03-05")
    app.search_for("gina", "Gina Lund")
    app.find("heading", "Gina Lund")
    app.turn_to("Gifts")
    for name, entry, new in (("Candle", "Gift", "Wax"), ("Candle Day", "Occasion (Wedding Day…)", "Wax Day")):
        with tap.point(f"{name} that was edited has the cursor on its row"):
            app.point_and_click(app.find("list item", re.compile(f"^{name}(?! Day)")))
            app.set_text(app.find("text", entry), new)
            save(app)
            wait_for_line(app, new)
        with tap.point("and taken back, too"):
            key("ctrl+z")
            wait_for_line(app, name)


def one_after_another(tap, app, build, data):
    """What adds one is a row of an empty group, then a button beside its title."""
    cli(build, data, "add", "customer", "name=Hugo Falk")
    app.search_for("hugo", "Hugo Falk")
    app.find("heading", "Hugo Falk")
    app.turn_to("Gifts")
    for act, entry, names in (("Add Gift Idea", "Gift", ("Soap", "Brush", "Comb")),
                              ("Add Occasion", "Occasion (Wedding Day…)", ("Jubilee", "Opening"))):
        with tap.point(f"{act}: who has noted one can note another"):
            app.point_and_click(app.find("button", act))
            for name in names:
                app.set_text(app.find("text", entry), name)
                if entry != "Gift":
                    app.set_text(app.find("text", re.compile("^Date")), "5 Mar")
                save(app)
                app.find("list item", re.compile(f"^{name}"))
                wait_for(app, "button", act)
                key("Return")
            key("Escape")
            app.wait_gone("dialog")
        leave(app)
        with tap.point(f"{act}: and where it is taken back"):
            key("ctrl+z")
            app.wait_gone("list item", re.compile(f"^{names[-1]}"))
            wait_for(app, "button", act)


def customer(tap, app):
    with tap.point("a new address is written from its street on"):
        key("ctrl+shift+n")
        dialog = app.find("dialog", "New Customer")
        add = app.find("button", "Add Address", within=dialog)
        app.scroll_to(add)
        app.point_and_click(add)
        wait_in(app, "Street")


def countries(tap, app, build, data):
    def region():
        return cli(build, data, "setting", "get", "region")["value"]

    def unfold():
        row = app.find("combo box", re.compile("^Country"))
        app.scroll_to(row)
        app.point_and_click(row)
        wait("the countries", lambda: app.all("list item", within=row))

    cli(build, data, "setting", "set", "region", "US")
    preferences(app, "Rules")
    with tap.point("the countries open on the one that is chosen, and Enter changes nothing"):
        unfold()
        wait_for_line(app, "United States")
        key("Return")
        wait_at(app, "on the row again", lambda node: node.get_role_name() == "combo box")
        assert region() == "US"
    with tap.point("and letters find one by any of its words"):
        unfold()
        type_keys("king")
        wait_for_line(app, "United Kingdom")
        key("Return")
        wait("the United Kingdom", lambda: region() == "GB")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        unsaved.make_shop(build, data)
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            app.find("frame")
            app.resize(1280, 860)
            taken_back_elsewhere(tap, app, build, data)
            on_today(tap, app)
            searched_at_once(tap, app)
            plans(tap, app)
            leave(app)
            billing(tap, app)
            paid(tap, app, build, data)
            leave(app)
            staff(tap, app)
            leave(app)
            counter(tap, app, build, data)
            leave(app)
            gifts(tap, app, build, data)
            leave(app)
            one_after_another(tap, app, build, data)
            leave(app)
            customer(tap, app)
            leave(app)
            countries(tap, app, build, data)
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
