#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which line it is that somebody types into: one that is saved is known by its id, whatever it is called elsewhere by now, and one of
a job that is not saved is the row that was opened."""
import re
import sys
import tempfile

from desk import TODAY, App, cli, drafts, key, say_who_we_are, text_of, wait
from lines import named_prices, open_line
from tap import Tap

LABOR, BELL = ({"name": "Labor", "quantity": "1", "price": "80"}, {"name": "Bell", "quantity": "1", "price": "9"})


def add(app, line):
    app.point_and_click(app.find("button", "Add Line"))
    dialog = app.find("dialog", "New Line")
    app.set_text(app.find("text", "Work or Part", within=dialog), line["name"])
    app.fill(re.compile("^Unit Price"), line["price"])
    app.press(app.find("button", "Save", within=dialog))
    app.wait_gone("dialog", "New Line")


def lines(app):
    return [row.get_name().split(",")[0] for row in app.all("list item", re.compile("^(Labor|Bell|Travel)"))]


def open_last(app, name):
    row = app.all("list item", re.compile(f"^{name}"))[-1]
    app.scroll_to(row)
    app.point_and_click(row)
    return app.find("dialog", name)


def rename(app, dialog, name):
    app.set_text(app.find("text", "Work or Part", within=dialog), name)
    key("ctrl+Return")
    app.wait_gone("text", "Work or Part")


def unsaved(tap, build, data):
    cli(build, data, "add", "customer", "name=Bea Koch")
    with App(build, data, "--today", TODAY, "--place", "jobs") as app:
        app.find("frame")
        key("ctrl+n")
        app.set_text(app.find("text", "Reported Fault", within=app.find("dialog", "New Job")), "Squeals")
        for line in (LABOR, BELL, LABOR):
            add(app, line)
        with tap.point("of two like lines of a new job the one that was opened is changed"):
            rename(app, open_last(app, "Labor"), "Travel")
            wait("the last", lambda: lines(app) == ["Labor", "Bell", "Travel"])
        with tap.point("and moved"):
            rename(app, open_last(app, "Travel"), "Labor")
            row = app.find("button", "Move Up", within=open_last(app, "Labor"))
            app.scroll_to(row)
            app.point_and_click(row)
            app.wait_gone("text", "Work or Part")
            wait("the last, up", lambda: lines(app) == ["Labor", "Labor", "Bell"])
        dialog = open_last(app, "Labor")
        app.set_text(app.find("text", "Work or Part", within=dialog), "Travel")
        wait("the draft", lambda: any("Travel" in body for body in drafts(data).values()))
        app.kill()
    with App(build, data, "--today", TODAY, "--place", "today") as app:
        with tap.point("and goes on where it was typed into when the power was cut"):
            app.click("button", "Continue")
            dialog = app.find("dialog", "Travel")
            key("ctrl+Return")
            app.wait_gone("text", "Work or Part")
            wait("the second", lambda: lines(app) == ["Labor", "Travel", "Bell"])
    tap.equal(app.complaints(), [], "the log is free of warnings (unsaved)")


def elsewhere(build, data, kind, was, name, price):
    """At another desk, where it keeps its id."""
    with App(build, data, "--today", TODAY, "--place", f"{kind}s") as other:
        dialog = open_line(other, f"{kind}s", f"^{was}")
        other.set_text(other.find("text", "Work or Part", within=dialog), name)
        other.fill(re.compile("^Unit Price"), price)
        other.press(other.find("button", "Save", within=dialog))
        other.wait_gone("dialog")
        other.find("list item", re.compile(f"^{name}"))


def renamed(tap, build, data, kind, record):
    """Elsewhere it is called otherwise and costs otherwise: the same line all the same, and the work is billed once."""
    def stand(*wanted):
        wait("the lines", lambda: named_prices(build, data, kind, record) == list(wanted))

    def quantity():
        return cli(build, data, "get", kind, record)["lines"][0]["quantity"]

    def press(app, name):
        app.press(app.find("button", name, within=app.find("dialog")))

    with App(build, data, "--today", TODAY, "--place", f"{kind}s") as app:
        with tap.point(f"{kind}: a line that is called and priced otherwise elsewhere is said to be, and is no second one"):
            dialog = open_line(app, f"{kind}s", "^Labor")
            elsewhere(build, data, kind, "Labor", "Brake service", "95")
            wait("it stands behind the editor", lambda: app.has("list item", re.compile("^Brake service")))
            app.set_text(app.find("text", "Quantity", within=dialog), "2")
            press(app, "Save")
            app.wait_text(re.compile("^This line was changed elsewhere meanwhile.*“Work or Part” is .*Brake service.*“Unit Price” is"))
            assert quantity() == "1"
            press(app, "Save")
            app.wait_gone("dialog")
            stand(("Brake service", "95"), ("Bell", "9"))
            wait("both", lambda: quantity() == "2")
        with tap.point(f"{kind}: nor is such a one deleted unasked"):
            app.point_and_click(app.find("list item", re.compile("^Brake service")))
            app.find("dialog", "Brake service")
            elsewhere(build, data, kind, "Brake service", "Wheel", "70")
            wait("it stands behind the editor", lambda: app.has("list item", re.compile("^Wheel")))
            row = app.find("button", "Delete Line", within=app.find("dialog"))
            app.scroll_to(row)
            app.point_and_click(row)
            app.wait_text("This line was changed elsewhere meanwhile.")
            stand(("Wheel", "70"), ("Bell", "9"))
            press(app, "Cancel")
            app.wait_gone("dialog")
        app.point_and_click(app.find("list item", re.compile("^Wheel")))
        dialog = app.find("dialog", "Wheel")
        elsewhere(build, data, kind, "Wheel", "Hub", "60")
        app.set_text(app.find("text", "Quantity", within=dialog), "3")
        wait("the draft", lambda: drafts(data))
        app.kill()
    with App(build, data, "--today", TODAY, "--place", "today") as app:
        with tap.point(f"{kind}: nor does it come back as one more when the power was cut"):
            app.click("button", "Continue")
            app.wait_text(re.compile("^This line was changed elsewhere meanwhile.*“Work or Part” is .*Hub"))
            assert text_of(app.find("text", "Quantity", within=app.find("dialog"))) == "3"
            press(app, "Save")
            app.wait_gone("dialog")
            stand(("Hub", "60"), ("Bell", "9"))
            wait("both", lambda: quantity() == "3")
            wait("no draft", lambda: not drafts(data))
    tap.equal(app.complaints(), [], f"the log is free of warnings ({kind} renamed)")


def in_its_place(tap, build, data, kind, record):
    """Another desk takes the line out and adds one that costs as much: the shop gives it the id that went."""
    with App(build, data, "--today", TODAY, "--place", f"{kind}s") as app:
        dialog = open_line(app, f"{kind}s", "^Bell")
        for lines_ in ([LABOR], [LABOR, BELL | {"name": "Hub"}]):
            cli(build, data, "set", kind, record, record={"lines": lines_})
        wait("it stands behind the editor", lambda: app.has("list item", re.compile("^Hub")))
        with tap.point(f"{kind}: what is typed into a line is not unasked what is billed of another"):
            app.set_text(app.find("text", "Quantity", within=dialog), "4")
            key("ctrl+Return")
            app.wait_text(re.compile("^(This line was changed elsewhere.*Hub|The line that was being changed stands there no more)"))
            assert [line["quantity"] for line in cli(build, data, "get", kind, record)["lines"]] == ["1", "1"]
    tap.equal(app.complaints(), [], f"the log is free of warnings ({kind} in its place)")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        unsaved(tap, build, data)
    for kind in ("invoice", "job"):
        with tempfile.TemporaryDirectory() as data:
            say_who_we_are(build, data)
            bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
            record = {"customer": bea, "lines": [LABOR, BELL]}
            renamed(tap, build, data, kind, cli(build, data, "add", kind, record=record)["id"])
        with tempfile.TemporaryDirectory() as data:
            say_who_we_are(build, data)
            bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
            in_its_place(tap, build, data, kind, cli(build, data, "add", kind, record=record | {"customer": bea})["id"])
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
