#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What another desk wrote can be read to its end before it is written over, in a narrow window and with text twice as large, too."""
import re
import sys
import tempfile

from desk import TAB, TODAY, bounds, cli, key, say_who_we_are, wait
from disputed import answer, message, type_over
from looked import Looked
from tap import Tap

LONG = "Hardened steel, 64 mm, original part, ordered once more from the dealer in the next town, and fitted by the end of the week"
LINE = {"name": "Burr", "quantity": "1", "price": "68", "note": "Steel"}


def draft(build, data):
    say_who_we_are(build, data)
    bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
    return cli(build, data, "add", "invoice", record={"customer": bea, "lines": [LINE]})["id"]


def whole(app, *wanted):
    """Each of them is the end of something that is shown, and not cut."""
    def seen():
        return app.look()["whole"]

    for words in wanted:
        wait(f"“{words}” in full", lambda w=words: any(w in text for text in seen()))


def to_drafts(app):
    """By its tab; where there is no room for tabs, in the list that stands for them."""
    if not app.has(TAB, "Drafts"):
        app.point_and_click(app.find("combo box", "Unpaid"))
        app.find("list item", "Drafts")
        key("Down", "Return")
        return
    app.turn_to("Drafts")


def line(tap, app, build, data, invoice, size):
    row = app.find("list item", re.compile("^Burr"))
    app.scroll_to(row)
    app.point_and_click(row)
    dialog = app.find("dialog", "Burr")
    for field, typed in (("^Quantity", "2"), ("^Note", "Steel of ours"), ("^Unit Price", "9")):
        app.set_text(wait(field, lambda f=field: next(iter(app.all("text", re.compile(f), dialog, hidden=True)), None)), typed)
    known = cli(build, data, "get", "invoice", invoice)["lines"][0]
    cli(build, data, "set", "invoice", invoice, record={"lines": [dict(known, quantity="3", price="95", note=LONG)]})
    wait("it stands behind the editor", lambda: app.all("list item", re.compile("^Burr.*285.00"), hidden=True))
    with tap.point(f"{size}: a line's note, quantity and price of the other desk"):
        key("ctrl+Return")
        app.wait_text("This line was changed elsewhere meanwhile, too.")
        whole(app, f"Elsewhere, “Note” is {LONG}", "Elsewhere, “Quantity” is 3", "Elsewhere, “Unit Price” is 95")
    with tap.point(f"{size}: from its first word"):
        said = app.find("label", re.compile("^This line was changed elsewhere"))
        wait("its top on screen", lambda: bounds(said)[1] > 0)
    key("Escape")
    app.wait_gone("dialog")


def note(tap, app, data, size):
    """Of two long messages, which differ in the last word."""
    with tap.point(f"{size}: both messages, by the name that the field has on the page"):
        app.scroll_to(message(app))
        type_over(app, data, "mine", f"{LONG} {LONG}, theirs")
        whole(app, ", theirs")
        assert any(app.has("label", "Message on the Invoice", within=one) for one in app.all("alert")), "the name of the field"
    answer(app, "Return")


def main(build):
    tap = Tap()
    for width, height, dpi in ((1280, 860, "96"), (360, 760, "192")):
        size = f"{width}, {dpi} dpi"
        with tempfile.TemporaryDirectory() as data:
            invoice = draft(build, data)
            with Looked(build, data, "--today", TODAY, "--place", "invoices", env={"LOOKER_DPI": dpi}) as app:
                app.find("frame")
                app.resize(width, height)
                to_drafts(app)
                app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
                note(tap, app, data, size)
                line(tap, app, build, data, invoice, size)
            tap.equal(app.complaints(), [], f"the log is free of warnings ({size})")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
