#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a toast offered to take back, Ctrl+Z takes back, too, the newest first; and the toast on screen is about the
newest act."""
import re
import sys
import tempfile

from desk import TODAY, App, checked, cli, key, text_of, wait
from tap import Tap


def edit(app, phone):
    app.press(app.find("button", "Edit Customer"))
    dialog = app.find("dialog")
    app.set_text(app.find("text", "Phone", within=dialog), phone)
    app.press(app.find("button", "Save", within=dialog))
    app.wait_gone("dialog")


def phone_of(build, data, who):
    return cli(build, data, "get", "customer", who)["phones"][0]["number"]


def customer(tap, app, build, data, who):
    key("ctrl+2")
    app.point_and_click(app.row("Ann Lee"))
    with tap.point("an edit of a customer is taken back by its toast"):
        edit(app, "0171 222")
        assert phone_of(build, data, who) == "0171 222"
        app.undo("Ann Lee saved")
        wait("the old number", lambda: phone_of(build, data, who) == "0171 111")
    with tap.point("and by Ctrl+Z, after the next act, too"):
        edit(app, "0171 333")
        app.press(app.find("button", "Note"))
        dialog = app.find("dialog")
        app.set_text(app.find("text", within=dialog), "Likes coffee")
        app.press(app.find("button", "Save", within=dialog))
        app.wait_gone("dialog")
        app.wait_text("Entry saved", timeout=3)
        key("ctrl+z")
        wait("no note", lambda: not cli(build, data, "list", "interaction"))
        assert phone_of(build, data, who) == "0171 333"
        key("ctrl+z")
        wait("the old number", lambda: phone_of(build, data, who) == "0171 111")


def theirs_stays(tap, app, build, data, who):
    """The customer's page is open."""
    with tap.point("what another program wrote while the editor was open stays when the edit is taken back"):
        app.press(app.find("button", "Edit Customer"))
        dialog = app.find("dialog")
        cli(build, data, "set", "customer", who, "note=Mornings only")
        app.set_text(app.find("text", "Phone", within=dialog), "0171 444")
        app.press(app.find("button", "Save", within=dialog))
        app.wait_gone("dialog")
        app.undo("Ann Lee saved")
        wait("the old number", lambda: phone_of(build, data, who) == "0171 111")
        assert cli(build, data, "get", "customer", who)["note"] == "Mornings only"


def unsaved_stays(tap, app, build, data, who):
    with tap.point("what was typed and left comes back, once what was set in Preferences since is taken back"):
        edit(app, "0171 555")
        app.press(app.find("button", "Note"))
        app.set_text(app.find("text", within=app.find("dialog")), "Likes tea")
        key("Escape")
        app.wait_gone("dialog")
        key("ctrl+comma")
        app.set_text(app.find("text", "Name", within=app.find("dialog", "Preferences")), "Kettle & Spoke")
        wait("the name", lambda: cli(build, data, "setting", "get", "shop-name")["value"] == "Kettle & Spoke")
        key("Escape")
        app.wait_gone("dialog", "Preferences")
        key("ctrl+z")
        app.wait_text(re.compile("^Taken back: .*Name changed"))
        wait("no name", lambda: cli(build, data, "setting", "get", "shop-name")["value"] is None)
        key("ctrl+z")
        wait("the words", lambda: text_of(app.find("text", within=app.find("dialog"))) == "Likes tea")
        app.press(app.find("button", "Save", within=app.find("dialog")))
        app.wait_gone("dialog")
        key("ctrl+z")
        wait("no note", lambda: not cli(build, data, "list", "interaction"))
    with tap.point("and then what was saved before"):
        key("ctrl+z")
        wait("the old number", lambda: phone_of(build, data, who) == "0171 111")


def regions(build, data):
    """The countries in the order in which they are offered."""
    said = cli(build, data, "setting", "set", "region", "XX", code=1)["error"]["message"]
    return re.findall(r"\b[A-Z]{2}\b", said.split("must be one of")[1])


def in_preferences(tap, app, build, data, who):
    """What was set there is taken back there, and nothing that was done behind it."""
    def value(name):
        return cli(build, data, "setting", "get", name)["value"]

    edit(app, "0171 777")
    app.press(app.find("button", "Note"))
    app.set_text(app.find("text", within=app.find("dialog")), "Likes cocoa")
    key("Escape")
    app.wait_gone("dialog")
    key("ctrl+comma")
    dialog = app.find("dialog", "Preferences")
    app.turn_to("Rules")
    with tap.point("nothing behind Preferences is taken back or taken up from there"):
        key("ctrl+z")
        app.wait_text("There is nothing to take back")
        assert phone_of(build, data, who) == "0171 777" and not app.has("text", "Note")
    with tap.point("a country that was chosen goes with all that came with it"):
        before = [value(name) for name in ("region", "currency", "tax-rate", "holidays")]
        country = app.find("combo box", re.compile("^Country"), within=dialog)
        app.scroll_to(country)
        app.point_and_click(country)
        wait("the countries", lambda: app.all("list item", within=country))
        key("Home", *["Down"] * regions(build, data).index("CH"), "Return")
        wait("Switzerland", lambda: value("region") == "CH" and value("currency") == "CHF")
        key("ctrl+z")
        app.wait_text(re.compile("^Taken back: .*Country changed"))
        assert [value(name) for name in ("region", "currency", "tax-rate", "holidays")] == before
    with tap.point("and comes back by Ctrl+Shift+Z"):
        key("ctrl+shift+z")
        wait("Switzerland", lambda: value("region") == "CH" and value("currency") == "CHF")
        key("ctrl+z")
        wait("not any more", lambda: value("region") == before[0])
    with tap.point("what another program has set since stays"):
        days = app.find("spin button", "Time to Pay")
        app.scroll_to(days)
        app.focus(days)
        key("Up")
        wait("15 days", lambda: value("terms-days") == "15")
        key("Tab")
        cli(build, data, "setting", "set", "terms-days", "30")
        key("ctrl+z")
        app.wait_text("It was set to something else since")
        assert value("terms-days") == "30"
    wait("closed", lambda: not app.has("dialog", "Preferences") or key("Escape"))


def not_deleted(tap, app, build, data):
    """What was added and taken back never was; done again, it is there."""
    def notes():
        return [row["body"] for row in cli(build, data, "list", "interaction")]

    app.press(app.find("button", "Note"))
    app.set_text(app.find("text", within=app.find("dialog")), "Likes cake")
    app.press(app.find("button", "Save", within=app.find("dialog")))
    app.wait_gone("dialog")
    with tap.point("a note that was added and taken back is nothing that was deleted"):
        key("ctrl+z")
        wait("no note", lambda: not notes())
        key("F10")
        wait("the menu", lambda: checked(app.find("toggle button", "Main Menu")))
        key("d")
        app.wait_text("Nothing Deleted")
        key("Escape")
        app.wait_gone("dialog")
    with tap.point("it is there again by Ctrl+Shift+Z, and gone by Ctrl+Z"):
        key("ctrl+shift+z")
        wait("the note", lambda: notes() == ["Likes cake"])
        app.wait_text("Entry saved")
        key("ctrl+z")
        wait("no note", lambda: not notes())
        app.wait_text(re.compile("^Taken back: .*Entry saved"))
    with tap.point("the toast that says it offers that, too, and with nothing left the key says so"):
        app.press(app.find("button", "Redo"))
        wait("the note", lambda: notes() == ["Likes cake"])
        key("ctrl+shift+z")
        app.wait_text("There is nothing to do again")
        app.wait_text("Entry saved")
        key("ctrl+z")
        wait("no note", lambda: not notes())


def others_words(tap, app, build, data):
    """What somebody else entered meanwhile is not taken along, nor what they changed in the same second."""
    def notes():
        return [row["body"] for row in cli(build, data, "list", "interaction")]

    app.press(app.find("button", "Note"))
    app.set_text(app.find("text", within=app.find("dialog")), "Rings on Monday")
    app.press(app.find("button", "Save", within=app.find("dialog")))
    app.wait_gone("dialog")
    with tap.point("a note that another program wrote on is not taken back"):
        app.wait_text("Entry saved")
        note, = cli(build, data, "list", "interaction")
        cli(build, data, "set", "interaction", note["id"], "body=Rings on Tuesday")
        key("ctrl+z")
        app.wait_text("This was changed elsewhere meanwhile. Nothing was taken back")
        assert notes() == ["Rings on Tuesday"], notes()
    key("ctrl+shift+n")
    dialog = app.find("dialog", "New Customer")
    app.set_text(app.find("text", "Name", within=dialog), "Nora New")
    app.press(app.find("button", "Save", within=dialog))
    app.wait_gone("dialog")
    with tap.point("a customer for whom another program took a job in is not taken back"):
        app.wait_text("Nora New saved")
        nora, = [row["id"] for row in cli(build, data, "list", "customer") if row["name"] == "Nora New"]
        job = cli(build, data, "add", "job", f"customer={nora}", "fault=No light", today="2026-11-25")["id"]
        key("ctrl+z")
        app.wait_text("Nora New has other entries by now")
        assert cli(build, data, "get", "customer", nora)["name"] == "Nora New"
        assert cli(build, data, "get", "job", job)["fault"] == "No light"


def newest_first(tap, app):
    key("ctrl+3")
    app.point_and_click(app.row("Ann Lee"))
    with tap.point("the toast of a later act is not behind that of an earlier one"):
        app.press(app.find("button", "Start Work"))
        app.wait_text("Job moved: In work")
        app.press(app.find("button", "Mark as Ready"))
        app.wait_text("Job moved: Ready", timeout=3)
        assert not app.has(None, "Job moved: In work")
    with tap.point("what one Undo does not take, the next does"):
        key("ctrl+z")
        app.find("button", "Mark as Ready")
        key("ctrl+z")
        app.find("button", "Start Work")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        who = cli(build, data, "add", "customer", record={"name": "Ann Lee", "phones": [{"number": "0171 111"}]})["id"]
        cli(build, data, "add", "job", f"customer={who}", "fault=Flat tire")
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            app.find("frame")
            app.resize(1280, 860)
            customer(tap, app, build, data, who)
            theirs_stays(tap, app, build, data, who)
            unsaved_stays(tap, app, build, data, who)
            in_preferences(tap, app, build, data, who)
            not_deleted(tap, app, build, data)
            others_words(tap, app, build, data)
            newest_first(tap, app)
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
