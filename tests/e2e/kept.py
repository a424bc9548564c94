#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept although it is not where it was: things that were deleted, by words their owner knows, and settings
that make no sense yet."""
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

from desk import App, bounds, checked, cli, drafts, in_sight, key, text_of, type_keys, wait
from tap import Tap

DAY = "2026-11-24"


SELLER = {"shop-name": "Kettle & Spoke", "shop-street": "Lindenstraße 14", "shop-postcode": "10969",
          "shop-locality": "Berlin", "shop-tax-number": "12/345/67890"}


def make_shop(build, data):
    for name, value in SELLER.items():
        cli(build, data, "setting", "set", name, value)
    markus = cli(build, data, "add", "customer", "name=Markus Vogel")["id"]
    job = cli(build, data, "add", "job", record={"customer": markus, "kind": "Brakes", "lines": [
        {"name": "Brake service", "quantity": "1", "price": "119.00"}]})["id"]
    cli(build, data, "job", "move", job, "ready")
    draft = cli(build, data, "invoice", "draft", "--job", job)["id"]
    number = cli(build, data, "invoice", "issue", draft)["number"]
    cli(build, data, "invoice", "pay", draft, "100.00", "--method", "transfer")
    payment, = cli(build, data, "list", "payment")
    followup = cli(build, data, "add", "followup", f"customer={markus}", "kind=check", "title=whether all is well",
                   f"due={DAY}", "channel=phone")["id"]
    return markus, number, payment["id"], followup


def deleted(tap, build, data):
    markus, number, payment, followup = make_shop(build, data)
    with App(build, data, "--today", DAY) as app:
        with tap.point("what was let go and taken back is nothing that was deleted"):
            button = app.find("toggle button", "Later or Let Go", within=app.row("Markus", "well"))
            app.point_and_click(button)
            wait("the menu", lambda: checked(button))
            key("g")
            app.fill("Why, in a Word", "moved away")
            key("Return")
            app.undo("Let go")
            app.row("Markus", "well")
            cli(build, data, "remove", "payment", payment)
            cli(build, data, "remove", "followup", followup)
            app.wait_gone("list item", re.compile("Markus.*well"))  # with it the cursor moves, and a menu would close
            key("F10")
            wait("the menu", lambda: checked(app.find("toggle button", "Main Menu")))
            key("d")
            dialog = app.find("dialog", "Recently Deleted")
            rows = wait("two rows", lambda: app.all("list item", within=dialog))
            assert len(rows) == 2, [row.get_name() for row in rows]
        with tap.point("a payment is told by its amount and its invoice, a follow-up by what it is for"):
            app.find("list item", re.compile(f"Payment of €100.00 on invoice {number}"), within=dialog)
            app.find("list item", re.compile("Follow-up: .*whether all is well"), within=dialog)
        with tap.point("and by whose it is"):
            assert all("Markus Vogel" in text for row in rows for text in [" ".join(
                n.get_name() for n in app.all("label", within=row))]), rows
        with tap.point("what comes back leaves the cursor at the next, and the last leaves it where the dialog closes"):
            app.point_and_click(app.all("button", re.compile("^Restore"), within=dialog)[0])
            wait("one row", lambda: len(app.all("list item", within=dialog)) == 1)
            key("Return")
            app.find(None, "Nothing Deleted", within=dialog)
            key("Escape")
            app.wait_gone("dialog", "Recently Deleted")
        tap.equal(app.complaints(), [], "the log is free of warnings (deleted)")


def open_rules(app):
    app.turn_to("Rules")
    app.find("list item", re.compile("^Holidays"))


def open_day(app, day, below):
    app.scroll_to(app.find("list item", re.compile(f"^{below}")))
    app.point_and_click(app.find("list item", re.compile(f"^{day}")))


def settings(tap, build, data):
    def value(name):
        with sqlite3.connect(f"file:{os.path.join(data, 'aftercare.db')}?mode=ro", uri=True) as shop:
            row = shop.execute("SELECT value FROM setting WHERE key = ?", (name,)).fetchone()
        return row[0] if row else None

    with App(build, data, "--today", DAY) as app:
        key("ctrl+comma")
        app.find("dialog", "Preferences")
        with tap.point("a wrong IBAN is said when the dialog is left"):
            app.set_text(app.find("text", "IBAN"), "DE00 1234")
            app.find("text", re.compile("^IBAN: "))
            key("Escape")
            app.wait_text("IBAN was not saved")
            assert value("shop-iban") is None
        with tap.point("and stands in its row again"):
            key("ctrl+comma")
            assert text_of(app.find("text", re.compile("^IBAN: "))) == "DE00 1234"
        with tap.point("of two wrong rows both are said"):
            app.set_text(app.find("text", "E-Mail"), "who at where")
            app.find("text", re.compile("^E-Mail: "))
            key("Escape")
            app.wait_text(re.compile("E-Mail was not saved: .*\\nIBAN was not saved: "))
            key("ctrl+comma")
            app.set_text(app.find("text", re.compile("^E-Mail: ")), "")
            app.find("text", "E-Mail")
            wait("it forgotten, and the other kept", lambda: [key for key in drafts(data) if "iban" in key]
                 and not [key for key in drafts(data) if "email" in key])
            app.kill()
    with App(build, data, "--today", DAY) as app:
        with tap.point("and is named by the next start, which leads to it"):
            app.wait_text("Continue where you stopped? Preferences · IBAN")
            app.click("button", "Continue")
            assert text_of(app.find("text", re.compile("^IBAN: "))) == "DE00 1234"
        with tap.point("until it is right"):
            app.set_text(app.find("text", re.compile("^IBAN: ")), "DE89 3704 0044 0532 0130 00")
            wait("it is saved", lambda: value("shop-iban"))
            key("Escape")
            app.wait_gone("dialog", "Preferences")
            key("ctrl+comma")
            app.find("text", "IBAN")
        with tap.point("opening hours are read as people write them"):
            open_rules(app)
            open_day(app, "Tuesday", below="Friday")
            app.set_text(app.find("text", "Until"), "5.30 pm")
            wait("they are saved", lambda: value("opening-hours")
                 == "Mo 09:00-18:00; Tu 09:00-17:30; We-Fr 09:00-18:00; Sa 09:00-13:00")
        with tap.point("a day is called by its hours, not by every row that it unfolds"):
            app.find("list item", re.compile("^Tuesday, [^,]*$"))
            assert not app.all(name=re.compile("From.*Until")), [n.get_name() for n in app.all(name=re.compile("From.*Until"))]
        with tap.point("and what they cannot mean is said when the dialog is left"):
            app.set_text(app.find("text", "Until"), "8")
            app.wait_text("Needs to close after it opens")
            key("Escape")
            app.wait_text("Tuesday: not saved. ")
            assert "Tu 09:00-17:30" in value("opening-hours")
        with tap.point("half a time stays where it was typed when the program is left by Ctrl+Q"):
            key("ctrl+comma")
            open_rules(app)
            app.set_text(app.find("text", "Until"), "17:3")
            app.wait_text(re.compile("^Needs a time from when"))
            key("ctrl+q")
            app.wait_until_gone()
    with App(build, data, "--today", DAY) as app:
        with tap.point("and is offered by the next start, which leads to it"):
            app.wait_text("Continue where you stopped? Preferences · Opening Hours")
            app.click("button", "Continue")
            assert text_of(app.find("text", "Until")) == "17:3"
            wait("it on screen", lambda: in_sight(app.find("text", "Until")))
        with tap.point("until it is a time; half a number is none while the cursor is there"):
            app.set_text(app.find("text", "Until"), "17:30")
            wait("nothing waits", lambda: not drafts(data))
            app.point_and_click(app.find("text", "From"))
            key("ctrl+a", "1")
            time.sleep(1.5)
            assert "Tu 09:00-17:30" in value("opening-hours"), value("opening-hours")
            assert drafts(data)
            key("0", "Tab")
            wait("it is saved", lambda: "Tu 10:00-17:30" in value("opening-hours"))
            key("Escape")
            app.wait_gone("dialog", "Preferences")
        with tap.point("a number is told with its name and its unit"):
            key("ctrl+comma")
            open_rules(app)
            assert text_of(app.find("spin button", "Time to Pay")) == "14 days"
        with tap.point("a holiday has a name and a check"):
            row = app.find("list item", re.compile("^Holidays"))
            app.scroll_to(row)
            app.point_and_click(row)
            app.point_and_click(app.find("check box", re.compile("^Corpus Christi")))
            wait("it is saved", lambda: "easter+50 easter+60 10-03" in (value("holidays") or ""))
        with tap.point("a day that is added is on screen, and so is the row for the next"):
            entry = app.find("text", re.compile("^Another Day"))
            app.scroll_to(entry)
            subprocess.run(["xdotool", "click", "--repeat", "10", "5"], check=True)
            app.point_and_click(entry)
            for day in ("24.12.", "31.12.", "2.1."):
                type_keys(day)
                wait("the day", lambda: text_of(app.find("text", re.compile("^Another Day"))) == day)
                key("Return")
                wait("it is taken", lambda: text_of(app.find("text", re.compile("^Another Day"))) == "")
                top, height = bounds(app.find("dialog", "Preferences"))[1::2]
                wait("the next row on screen", lambda: bounds(app.find("button", "Add Day"))[1] + 20 < top + height)
            app.press(app.find("button", "Back"))
            app.wait_text("Closed on 13 days")
            key("Escape")
        tap.equal(app.complaints(), [], "the log is free of warnings (settings)")


def people(tap, build, data):
    def open_person():
        key("ctrl+comma")
        app.find("dialog", "Preferences")
        app.turn_to("Staff")
        app.point_and_click(app.find("list item", re.compile("^Mara Lind")))
        return app.find("text", "Name")

    cli(build, data, "add", "staff", record={"name": "Mara Lind"}, today=DAY)
    with App(build, data, "--today", DAY) as app:
        with tap.point("what is typed about a person and left by Escape is offered, above Preferences"):
            app.set_text(open_person(), "Mara Linde")
            key("Escape")
            app.undo("Not saved")
            wait("the name", lambda: text_of(app.find("text", "Name")) == "Mara Linde")
        with tap.point("and saved it is not"):
            app.press(app.find("button", "Save"))
            app.find("list item", re.compile("^Mara Linde"))
            app.wait_text("Mara Linde saved")
            assert not app.has(None, "Not saved")
        with tap.point("where it is said, above Preferences, it is taken back"):
            app.press(app.find("button", "Undo", within=app.find("dialog", "Preferences")))
            app.find("list item", re.compile("^Mara Lind(?!e)"))
        tap.equal(app.complaints(), [], "the log is free of warnings (people)")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        deleted(tap, build, data)
        settings(tap, build, data)
        people(tap, build, data)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
