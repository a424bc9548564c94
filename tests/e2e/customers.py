#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A customer is added, found by three digits, edited, deleted, brought back, and is there
again after the power was cut; so is what somebody was just typing."""
import re
import sys
import tempfile
import time

from desk import App, Atspi, bounds, cli, key, text_of, wait, walk
from tap import Tap


def editor(app, title):
    return app.find("dialog", title)


def field(app, name):
    return app.find("text", name)


def save(app):
    app.click("button", "Save")
    wait("the editor closed", lambda: not app.has("button", "Save"))


def shown(app, name):
    """The page of this customer is open."""
    return app.find("heading", name)


def at_row(app, name):
    return any(node.get_state_set().contains(Atspi.StateType.FOCUSED) for node in walk(app.row(name)))


def is_wrong(app, entry):
    return app.find("text", entry).get_state_set().contains(Atspi.StateType.INVALID_ENTRY)


def wrong_rows(tap, app, build, data):
    """All that is wrong says so where it stands, be it folded away, and the cursor is in the first of it."""
    people = len(cli(build, data, "list", "customer"))
    key("ctrl+shift+n")
    editor(app, "New Customer")
    app.set_text(field(app, "Name"), "Nora Falk")
    app.set_text(field(app, "Phone"), "no idea")
    app.unfold("More About the Name")
    app.set_text(field(app, "VAT Number"), "DE1")
    app.point_and_click(app.find("label", "More About the Name"))
    app.wait_gone("text", "VAT Number")
    with tap.point("a wrong phone and VAT number of a new customer say so at their rows, all at once"):
        app.click("button", "Save")
        app.wait_text(re.compile("^This is no VAT number"))
        app.wait_text(re.compile("^This is no phone number"))
        assert is_wrong(app, "VAT Number") and is_wrong(app, "Phone")
        assert not any("Nothing was changed" in word for word in app.words()), app.words()
    with tap.point("the cursor is in the first of them, which is unfolded"):
        wait("the cursor", lambda: app.focused() and app.focused().get_name() == "VAT Number")
    with tap.point("put right, each is as the others; the cursor goes to what is still wrong"):
        app.set_text(field(app, "VAT Number"), "")
        wait("right", lambda: not is_wrong(app, "VAT Number"))
        app.click("button", "Save")
        wait("the cursor", lambda: app.focused() and app.focused().get_name() == "Phone")
        assert len(cli(build, data, "list", "customer")) == people
        app.set_text(field(app, "Phone"), "030 1234599")
        save(app)
        shown(app, "Nora Falk")
    app.search_for("Half a", "Half a Name")
    shown(app, "Half a Name")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        app = App(build, data, "--place", "customers").start()
        with tap.point("an empty shop offers its one action"):
            app.wait_text("No Customers Yet")
            app.click("button", re.compile("^New Customer$"))
            editor(app, "New Customer")
        with tap.point("a customer is added"):
            app.set_text(field(app, "Name"), "Bea Köch")
            app.set_text(field(app, "Phone"), "0157 335 21 78")
            save(app)
            shown(app, "Bea Köch")
        with tap.point("a second one with the same number is noticed"):
            key("ctrl+shift+n")
            editor(app, "New Customer")
            app.set_text(field(app, "Name"), "Beate Koch")
            app.set_text(field(app, "Phone"), "+49 157 3352178")
            app.click("button", "Save")
            app.wait_text("Is This the Same Customer?")
            app.click("button", "Save Both")
            shown(app, "Beate Koch")
        with tap.point("the last three digits find them"):
            app.search_for("178", "Bea")
        with tap.point("a name without its accents finds exactly her"):
            app.search_for("bea koch", "Bea Köch")
            shown(app, "Bea Köch")
        with tap.point("she is edited"):
            key("ctrl+e")
            editor(app, "Bea Köch")
            app.set_text(field(app, "Name"), "Bea Brandt")
            save(app)
            shown(app, "Bea Brandt")
        with tap.point("what is thrown away can be taken back"):
            key("ctrl+e")
            editor(app, "Bea Brandt")
            app.set_text(field(app, "Name"), "Somebody Else")
            key("Escape")
            app.click("button", "Undo")
            wait("the text again", lambda: text_of(field(app, "Name")) == "Somebody Else")
            app.set_text(field(app, "Name"), "Bea Brandt")
            save(app)
        with tap.point("she is deleted"):
            app.choose("d")  # _Delete Customer
            app.wait_gone("heading", "Bea Brandt")
        with tap.point("nobody takes her place, and the cursor is on who stands next to her"):
            app.wait_text("Choose a Customer")
            assert not app.has("heading", "Beate Koch")
            wait("the cursor in the list", lambda: at_row(app, "Beate Koch"))
        with tap.point("Undo brings her back, to the page too"):
            app.undo("Bea Brandt deleted")
            app.find("heading", "Bea Brandt")
            app.find("list item", re.compile("^Bea Brandt"))
        with tap.point("and the cursor is on her row: Enter opens who is shown"):
            wait("the cursor on her row", lambda: at_row(app, "Bea Brandt"))
            app.search_for("brandt", "Bea Brandt")
            shown(app, "Bea Brandt")
        with tap.point("of two that were deleted, each is shown as it is brought back, and has the cursor"):
            cli(build, data, "add", "customer", "name=Zoe Last")
            app.row("Zoe Last")
            app.choose("d")
            app.wait_gone("heading", "Bea Brandt")
            wait("the cursor in the list", lambda: at_row(app, "Beate Koch"))
            key("Return")
            shown(app, "Beate Koch")
            app.choose("d")
            app.wait_gone("heading", "Beate Koch")
            for name in ("Beate Koch", "Bea Brandt"):
                key("ctrl+z")
                app.find("heading", name)
                wait(f"the cursor on {name}", lambda: at_row(app, name))
        with tap.point("after the power was cut all is there"):
            app.kill()
            app = App(build, data, "--place", "customers").start()
            app.find("list item", re.compile("^Bea Brandt"))
            app.find("list item", re.compile("^Beate Koch"))
        with tap.point("what was being typed when it went is offered and taken up"):
            key("ctrl+shift+n")
            editor(app, "New Customer")
            app.set_text(field(app, "Name"), "Half a Na")
            time.sleep(1.5)  # the draft is written a moment after the last letter
            app.kill()
            app = App(build, data, "--place", "customers").start()
            app.wait_text("Continue where you stopped?")
            app.click("button", "Continue")
            editor(app, "New Customer")
            wait("the half name", lambda: text_of(field(app, "Name")) == "Half a Na")
            app.set_text(field(app, "Name"), "Half a Name")
            save(app)
            shown(app, "Half a Name")
        with tap.point("the person at the counter is named and shown"):
            key("F10")
            wait("the menu", lambda: app.all("menu", hidden=True))
            key("c")  # Add _Colleague…
            app.set_text(app.find("text", "Name"), "Mara Lind")
            app.click("button", "Add Colleague")
            app.find("toggle button", "At the counter: Mara Lind")
        with tap.point("a note stands in the story"):
            app.click("button", "Note")
            app.set_text(app.find("text", "What was said"), "Wants the old tyres back")
            save(app)
            app.find("list item", re.compile("^Wants the old tyres back"))
        with tap.point("a gift of theirs opens over their page, and leads nobody away from it"):
            who = cli(build, data, "list", "customer", "--where", "name=Half a Name")[0]["id"]
            cli(build, data, "add", "gift", f"customer={who}", "name=A brass bell")
            app.click("radio button", "Gifts")
            gift = app.row("A brass bell")
            app.scroll_to(gift)
            app.point_and_click(gift)
            assert text_of(app.find("text", "Gift", within=app.find("dialog"))) == "A brass bell"
            app.find("heading", "Half a Name")
            key("Escape")
            app.wait_gone("dialog")
            app.find("heading", "Half a Name")
        app.resize(1280, 860)
        wrong_rows(tap, app, build, data)
        with tap.point("an editor grows with what it says is wrong"):
            app.click(re.compile("radio button|toggle button"), re.compile("^Jobs"))
            app.press(app.find("button", "Add Device"))
            top = bounds(app.find("button", "Cancel"))[1]
            app.press(app.find("button", "Save"))
            app.wait_text("Please fill this in.")
            wait("the room for it", lambda: bounds(app.find("button", "Cancel"))[1] < top)
            key("Escape")
        if app.process.poll() is None:
            app.stop()
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
