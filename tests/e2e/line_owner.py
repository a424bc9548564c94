#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""While a line is open another desk deletes its job or its invoice, or issues it: what was typed is neither lost nor put elsewhere."""
import re
import sys
import tempfile
import time

from desk import TODAY, App, bounds, cli, drafts, key, say_who_we_are, text_of, type_keys, wait
from gone import answer
from lines import add_line, named_prices, open_line
from tap import Tap

TOLD = re.compile("deleted while you were writing")
LINES = [{"name": name, "quantity": "1", "price": price} for name, price in (("Bell", "12"), ("Labor", "90"))]


def shop(build, data, kind, name="Bea Koch"):
    customer = cli(build, data, "add", "customer", f"name={name}")["id"]
    return customer, cli(build, data, "add", kind, record={"customer": customer, "lines": LINES})["id"]


def kept(data, typed):
    return any(f'"{typed}' in body for key_, body in drafts(data).items() if key_.endswith(":line"))


def type_price(app, data, price):
    app.fill(re.compile("^Unit Price"), price)
    wait("the draft", lambda: kept(data, price))


def behind(app):
    """What is behind the editor has heard of it."""
    app.wait_gone("list item", re.compile("^Labor"))


def still_there(app, data, price):
    assert text_of(app.find("text", re.compile("^Unit Price"), within=app.find("dialog", "Labor"))).startswith(price)
    assert kept(data, price), drafts(data)


def press(app, name):
    row = app.find("button", name, within=app.find("dialog", "Labor"))
    app.scroll_to(row)
    app.point_and_click(row)


def deleted(tap, build, data, kind):
    _, record = shop(build, data, kind)
    with App(build, data, "--today", TODAY, "--place", f"{kind}s") as app:
        open_line(app, f"{kind}s", "^Labor")
        type_price(app, data, "97")
        cli(build, data, "remove", kind, record)
        behind(app)
        with tap.point(f"{kind}: deleted elsewhere while a line is open, it asks, and what was typed stays"):
            key("ctrl+Return")
            answer(app, "Cancel")
            still_there(app, data, "97")
        for act in ("Move Up", "Delete Line"):
            with tap.point(f"{kind}: {act} says that it was deleted"):
                press(app, act)
                app.wait_text(re.compile(f"This {kind} was deleted"))
                still_there(app, data, "97")
        with tap.point(f"{kind}: left, the line comes back by Undo"):
            key("Escape")
            app.wait_gone("dialog")
            app.undo("Not saved")
            wait("the draft", lambda: kept(data, "97"))
            still_there(app, data, "97")
        with tap.point(f"{kind}: brought back with it, both are there"):
            key("ctrl+Return")
            answer(app, "Bring Back and Save")
            app.wait_gone("dialog")
            wait("the price", lambda: named_prices(build, data, kind, record) == [("Bell", "12"), ("Labor", "97")])
            wait("no draft", lambda: not drafts(data))
        with tap.point(f"{kind}: and Undo takes back the price alone"):
            key("ctrl+z")
            wait("the price", lambda: named_prices(build, data, kind, record) == [("Bell", "12"), ("Labor", "90")])
    tap.equal(app.complaints(), [], f"the log is free of warnings ({kind} deleted)")


def deleted_and_back(tap, build, data, kind):
    _, record = shop(build, data, kind)
    with App(build, data, "--today", TODAY, "--place", f"{kind}s") as app:
        open_line(app, f"{kind}s", "^Labor")
        type_price(app, data, "97")
        cli(build, data, "remove", kind, record)
        behind(app)
        cli(build, data, "undelete", kind, record)
        with tap.point(f"{kind}: deleted and back, the line is saved into it"):
            key("ctrl+Return")
            app.wait_gone("dialog")
            wait("the price", lambda: named_prices(build, data, kind, record) == [("Bell", "12"), ("Labor", "97")])
            wait("no draft", lambda: not drafts(data))
    tap.equal(app.complaints(), [], f"the log is free of warnings ({kind} deleted and back)")


def customer_deleted(tap, build, data):
    bea, job = shop(build, data, "job")
    with App(build, data, "--today", TODAY, "--place", "jobs") as app:
        open_line(app, "jobs", "^Labor")
        cli(build, data, "remove", "customer", bea)
        behind(app)
        with tap.point("their customer deleted elsewhere, a line with nothing typed asks, too"):
            key("ctrl+Return")
            answer(app, "Cancel")
            time.sleep(.5)  # while the question fades, a click is lost in it
            type_price(app, data, "97")
            key("ctrl+Return")
            answer(app, "Bring Back and Save")
            app.wait_gone("dialog")
            wait("the price", lambda: named_prices(build, data, "job", job) == [("Bell", "12"), ("Labor", "97")])
    tap.equal(app.complaints(), [], "the log is free of warnings (customer deleted)")


def issued(tap, build, data):
    _, invoice = shop(build, data, "invoice")
    with App(build, data, "--today", TODAY, "--place", "invoices") as app:
        open_line(app, "invoices", "^Labor")
        type_price(app, data, "97")
        cli(build, data, "invoice", "issue", invoice)
        wait("it is issued behind the editor", lambda: not app.has("button", "Issue…"))
        for act in ("Save", "Move Up", "Delete Line"):
            with tap.point(f"an invoice that was issued elsewhere meanwhile says so, and what was typed stays ({act})"):
                press(app, act)
                app.wait_text(re.compile("^This invoice was issued meanwhile"))
                still_there(app, data, "97")
        with tap.point("and stays as it was issued"):
            assert named_prices(build, data, "invoice", invoice) == [("Bell", "12"), ("Labor", "90")]
    tap.equal(app.complaints(), [], "the log is free of warnings (issued)")


def another_page(tap, build, data, kind):
    """The line that Undo has again is still that of the page it was left on."""
    _, first = shop(build, data, kind)
    _, second = shop(build, data, kind, "Ida Berg")
    with App(build, data, "--today", TODAY, "--place", f"{kind}s") as app:
        open_line(app, f"{kind}s", "^Labor")
        type_price(app, data, "97")
        key("Escape")
        app.wait_gone("dialog")
        app.press(app.find("button", "Back"))
        app.point_and_click(app.find("list item", re.compile("^Ida Berg")))
        app.find("list item", re.compile("^Labor"))
        with tap.point(f"{kind}: a line that comes back over another one's page goes into its own"):
            key("ctrl+z")
            wait("the line", lambda: app.has("dialog", "Labor"))
            key("ctrl+Return")
            app.wait_gone("dialog")
            wait("the price", lambda: named_prices(build, data, kind, first) == [("Bell", "12"), ("Labor", "97")])
            assert named_prices(build, data, kind, second) == [("Bell", "12"), ("Labor", "90")]
    tap.equal(app.complaints(), [], f"the log is free of warnings ({kind} another page)")


def and_back(tap, build, data, kind):
    """The page it was left on is made anew meanwhile, and another desk has written in it."""
    _, first = shop(build, data, kind)
    shop(build, data, kind, "Ida Berg")
    meanwhile = {"found": "Cracked frame"} if kind == "job" else {"note": "Thank you"}
    with App(build, data, "--today", TODAY, "--place", f"{kind}s") as app:
        if kind == "invoice":
            app.turn_to("Drafts")
        app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
        app.set_text(app.find("text", "Work or Part", within=add_line(app)), "Travel")
        type_price(app, data, "20")
        key("Escape")
        app.wait_gone("dialog")
        for name in ("Ida Berg", "Bea Koch"):
            app.press(app.find("button", "Back"))
            app.point_and_click(app.find("list item", re.compile(f"^{name}")))
            app.find("list item", re.compile("^Labor"))
        cli(build, data, "set", kind, first, record=meanwhile)
        with tap.point(f"{kind}: a line that comes back over its own page, opened again, reverts nothing and is kept no longer"):
            key("ctrl+z")
            wait("the line", lambda: app.has("dialog", "New Line"))
            key("ctrl+Return")
            app.wait_gone("dialog")
            wait("the line", lambda: named_prices(build, data, kind, first) == [("Bell", "12"), ("Labor", "90"), ("Travel", "20")])
            stored = cli(build, data, "get", kind, first)
            assert {name: stored.get(name) for name in meanwhile} == meanwhile, stored
            wait("no draft", lambda: not drafts(data))
    tap.equal(app.complaints(), [], f"the log is free of warnings ({kind} and back)")


def cancelled(tap, build, data):
    with App(build, data, "--today", TODAY, "--place", "jobs") as app:
        app.find("frame")
        key("ctrl+n")
        app.find("dialog", "New Job")
        app.set_text(app.find("text", "Work or Part", within=add_line(app)), "Travel")
        type_price(app, data, "20")
        key("Escape")
        app.wait_gone("dialog", "New Line")
        key("Escape")
        app.wait_gone("dialog", "New Job")
        with tap.point("a line of a New Job that was cancelled says so, and not that the job was deleted"):
            key("ctrl+z")
            app.find("dialog", "New Line")
            key("ctrl+Return")
            app.wait_text(re.compile("^The new job this line was for is no longer open"))
    tap.equal(app.complaints(), [], "the log is free of warnings (cancelled)")


def said_once(tap, build, data):
    """What does not add up while it is typed is said once; the row that is typed in stays where it is."""
    shop(build, data, "invoice")
    with App(build, data, "--today", TODAY, "--place", "invoices") as app:
        dialog = open_line(app, "invoices", "^Labor")
        app.unfold("Discount")
        row = app.find("text", "Discount in Percent", within=dialog)
        app.scroll_to(row)
        app.focus(row)
        type_keys("150")
        app.wait_text(re.compile("nothing can be reduced by more than 100 percent"))
        with tap.point("what does not add up is not scrolled to again with each letter"):
            page = app.find("text", "Work or Part", within=dialog)
            top = bounds(page)[1]
            app.scroll_to(app.find("button", "Delete Line", within=dialog))
            time.sleep(.5)
            before = bounds(page)[1]
            assert before < top, (before, top)
            type_keys("0")
            time.sleep(1)
            assert bounds(page)[1] == before, (bounds(page)[1], before, top)
    tap.equal(app.complaints(), [], "the log is free of warnings (said once)")


def main(build):
    tap = Tap()
    for walk, *more in ((deleted, "job"), (deleted, "invoice"), (deleted_and_back, "job"), (deleted_and_back, "invoice"),
                        (customer_deleted,), (issued,), (cancelled,), (said_once,), (another_page, "job"), (another_page, "invoice"), (and_back, "job"), (and_back, "invoice")):
        with tempfile.TemporaryDirectory() as data:
            say_who_we_are(build, data)
            walk(tap, build, data, *more)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
