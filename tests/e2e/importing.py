#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first run, and bringing customers by the window: files, report, revert."""
import os
import re
import sys
import tempfile

from desk import App, Atspi, cli, key, wait
from leaving_held import Held
from tap import Tap

CONTACTS = "Name,Phone,E-mail\nAnn One,030 1111111,ann@example.org\nBob Two,030 2222222,\nNobody,,\n,030 3,\n"
BILLS = "Invoice No,Invoice Date,Due Date,Customer,Total\n2026-1,2026-01-02,2026-01-16,Ann One,119.00\n"


def several(tap, folder, shop):
    """Some of many files are no customers."""
    paths = [os.path.join(folder, name) for name in ("first.csv", "second.csv", "bills.csv", "third.csv", "fourth.csv")]
    for number, path in enumerate(paths):
        with open(path, "w", encoding="utf-8") as file:
            file.write(BILLS if path.endswith("bills.csv") else f"Name,Phone\nOne {number},030 555 12 {number}0\n,030 3\nPat Lee,030 777 99 {number}0\n")
    with App(sys.argv[1], shop, "--today", "2026-11-24", *paths, first_run=True) as app:
        app.wait_text("One 0")
        app.click("button", "Import")
        with tap.point("a file that was not taken over is named, with its reason"):
            app.wait_text("1 file was not taken over.")
            app.find("list item", re.compile(r"^bills\.csv.*not of customers"))
        with tap.point("a row says of which file it is"):
            app.wait_text(re.compile(r"second\.csv · Line 3"))
        app.click("button", "Done")
        app.wait_gone("dialog", "Import Customers")
        with tap.point("of many files a few are named, and none by its folder"):
            app.find("button", "Main Menu")
            key("F10")
            wait("the menu", lambda: app.all("menu", hidden=True))
            key("i")
            app.press(app.find("button", "Earlier Imports…"))
            past = app.find("list item", re.compile(r"^first\.csv, second\.csv, bills\.csv and 2 more"))
        with tap.point("what it told is told again, and leads to each of them"):
            app.point_and_click(past)
            app.find("list item", re.compile(r"^bills\.csv.*not of customers"))
            key("Escape")
            app.wait_gone("list", "Row by Row")
            app.find("button", "Take Back")
            app.point_and_click(past)
            app.wait_text("Row by Row")
            pat = app.find("list item", re.compile("^Pat Lee"))
            app.scroll_to(pat)
            app.point_and_click(pat)
            app.find("heading", "Pat Lee")
            assert not app.has("dialog")
    tap.equal(app.complaints(), [], "no warning in the log (several)")


def with_cursor(app):
    return next((node for node in app.all("button", "Take Back") if node.get_state_set().contains(Atspi.StateType.FOCUSED)), None)


def one_by_one(tap, folder):
    """By keyboard: where it is refused, the cursor stays on the button, and after it on that of the next one."""
    shop = os.path.join(folder, "two")
    for name in ("first.csv", "second.csv"):
        path = os.path.join(folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"Name,Phone\nOne of {name},030 555 12 1\n")
        cli(sys.argv[1], shop, "import", path)
    with App(sys.argv[1], shop, "--today", "2026-11-24") as app:
        app.find("button", "Main Menu")
        key("F10")
        wait("the menu", lambda: app.all("menu", hidden=True))
        key("i")
        app.press(app.find("button", "Earlier Imports…"))
        wait("both", lambda: len(app.all("button", "Take Back")) == 2)
        with tap.point("of what it brought none of, an import says nothing"):
            app.wait_text(re.compile("· .?1 new"))
            assert not app.has("label", re.compile(r"\b0 \w+"))
        wait("the cursor", lambda: with_cursor(app) or key("Tab"))
        name = with_cursor(app).get_name()
        with tap.point("an import that cannot be taken back now: the cursor is on its button still"):
            with Held(shop):
                key("space")
                app.wait_text(re.compile("Another program is using the shop"), timeout=15)
            wait("the cursor", lambda: with_cursor(app) and with_cursor(app).get_name() == name)
        with tap.point("it is taken back, and the cursor is on the other's button"):
            key("space")
            app.wait_text("Everything is as it was before.")
            wait("one is left", lambda: len(app.all("button", "Take Back")) == 1)
            wait("the cursor", lambda: with_cursor(app) and with_cursor(app).get_name() != name)
    tap.equal(app.complaints(), [], "no warning in the log (one by one)")


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "contacts.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write(CONTACTS)
        shop = os.path.join(folder, "shop")
        with App(sys.argv[1], shop, "--today", "2026-11-24", first_run=True) as app:
            with tap.point("an empty shop begins with the ways in"):
                app.find("label", "Welcome to Aftercare")
            with tap.point("“Bring Your Customers” opens the import"):
                app.point_and_click(app.find("list item", re.compile("Bring Your Customers")))
                app.find("button", "Choose Files…")
            with tap.point("left without anybody, it leads back"):
                key("Escape")
                app.wait_gone("dialog")
                app.find("label", "Welcome to Aftercare")
        tap.equal(app.complaints(), [], "no warning in the log of the first run")
        with App(sys.argv[1], shop, "--today", "2026-11-24", path, first_run=True) as app:
            with tap.point("a file handed over is shown before anything is taken over"):
                app.wait_text("Ann One")
                app.find("list item", re.compile("^Nobody.*nobody could reach them"))
            with tap.point("the report tells each row"):
                app.click("button", "Import")
                app.wait_text("4 Contacts Were Read")
                app.wait_text("Refused")
            with tap.point("and the customers are there"):
                app.click("button", "Done")
                app.wait_gone("dialog", "Import Customers")
                key("ctrl+2")
                app.wait_text("Bob Two")
            with tap.point("days later it can still be taken back"):
                app.find("button", "Main Menu")
                key("F10")
                wait("the menu", lambda: app.all("menu", hidden=True))
                key("i")
                app.press(app.find("button", "Earlier Imports…"))
                app.find("dialog", "Earlier Imports")
                app.find("list item", re.compile(re.escape(os.path.basename(path))))
                app.press(app.find("button", "Take Back"))
                app.wait_text("Everything is as it was before.")
                app.wait_gone("button", "Take Back")
                wait("nobody", lambda: not cli(sys.argv[1], shop, "list", "customer"))
            with tap.point("and the cursor is still in that dialog: Escape closes it"):
                key("Escape")
                app.wait_gone("dialog", "Earlier Imports")
        tap.equal(app.complaints(), [], "no warning in the log")
        several(tap, folder, shop)
        one_by_one(tap, folder)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
