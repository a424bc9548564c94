#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft invoice's message was changed by another desk while it was being typed here: which one stands is asked, as often as the
page comes, and what was typed is kept until then, also when the power is cut."""
import re
import sys
import tempfile
import time

from desk import TODAY, App, cli, drafts, key, say_who_we_are, text_of, type_keys, wait
from leaving_held import Held
from tap import Tap

ASKED = "Changed Elsewhere Too"


def message(app):
    return app.find("text", "Message on the Invoice")


def type_over(app, data, mine, theirs):
    """Their save comes between the last letter and ours."""
    app.focus(message(app))
    held = Held(data)
    key("ctrl+a")
    type_keys(mine)
    time.sleep(.7)
    held.shop.execute("UPDATE invoice SET note = ?", (theirs,))
    held.shop.execute("COMMIT")
    held.free()
    app.wait_text(ASKED)


def is_kept(data, invoice, mine):
    return mine in drafts(data).get(f"invoice:{invoice}", "")


def stored(build, data, invoice):
    return cli(build, data, "get", "invoice", invoice).get("note")


def answer(app, *keys):
    for one in keys:
        key(one)
    wait("the answer", lambda: not any(app._saying(re.compile(ASKED))))


def issued(tap, build, data):
    """And the other desk issues the invoice: what was left open goes nowhere, and is not dropped without a word."""
    say_who_we_are(build, data)
    bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
    invoice = cli(build, data, "add", "invoice", record={"customer": bea, "lines": [
        {"name": "Work", "quantity": "1", "price": "50"}]})["id"]
    with App(build, data, "--today", TODAY, "--place", "invoices") as app:
        app.turn_to("Drafts")
        app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
        type_over(app, data, "mine", "theirs")
        wait("the draft", lambda: is_kept(data, invoice, "mine"))
        answer(app, "Escape")
        cli(build, data, "invoice", "issue", invoice)
        wait("it is issued on screen", lambda: not app.has("button", "Issue…"))
        app.stop()
    with App(build, data, "--today", TODAY, "--place", "today") as app:
        for word, is_left in (("Keep", True), ("Throw Away", False)):
            with tap.point(f"what was written into an invoice that was issued meanwhile is asked about: {word}"):
                app.click("button", "Continue")
                app.wait_text(re.compile("^This invoice was issued meanwhile"))
                app.press(app.find("button", word))
                app.wait_gone("button", "Throw Away")
                wait("the draft", lambda: is_kept(data, invoice, "mine") == is_left)
                assert stored(build, data, invoice) == "theirs"
            app.stop()
            app.start()
        tap.equal(app.complaints(), [], "the log is free of warnings (issued)")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        say_who_we_are(build, data)
        bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
        invoice = cli(build, data, "add", "invoice", record={"customer": bea, "lines": [
            {"name": "Work", "quantity": "1", "price": "50"}]})["id"]
        with App(build, data, "--today", TODAY, "--place", "invoices") as app:
            app.turn_to("Drafts")
            app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
            with tap.point("while it is asked, what was typed is kept"):
                type_over(app, data, "mine", "theirs")
                wait("the draft", lambda: is_kept(data, invoice, "mine"))
            app.kill()
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            with tap.point("after the power was cut, it is asked again, and nothing is written over"):
                app.click("button", "Continue")
                app.wait_text(ASKED)
                assert stored(build, data, invoice) == "theirs"
                wait("what was typed", lambda: text_of(message(app)) == "mine")
                assert is_kept(data, invoice, "mine")
            with tap.point("left open, it is kept on"):
                answer(app, "Escape")
                time.sleep(1)
                assert is_kept(data, invoice, "mine") and stored(build, data, invoice) == "theirs"
            app.stop()
        cli(build, data, "set", "invoice", invoice, record={"note": "theirs two"})
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            with tap.point("after Quit as well, also where they changed it once more"):
                app.click("button", "Continue")
                app.wait_text(ASKED)
                app.wait_text("theirs two")
                assert stored(build, data, invoice) == "theirs two" and is_kept(data, invoice, "mine")
            with tap.point("what is chosen stands, and nothing is kept any longer"):
                answer(app, "Return")
                wait("it saved", lambda: stored(build, data, invoice) == "mine")
                wait("no draft", lambda: not drafts(data))
            with tap.point("nor where theirs is chosen"):
                type_over(app, data, "mine again", "theirs three")
                wait("the draft", lambda: is_kept(data, invoice, "mine again"))
                answer(app, "Down", "Return")
                wait("theirs", lambda: stored(build, data, invoice) == "theirs three" and not drafts(data))
                wait("on screen", lambda: text_of(message(app)) == "theirs three")
            tap.equal(app.complaints(), [], "the log is free of warnings")
    with tempfile.TemporaryDirectory() as data:
        issued(tap, build, data)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
