#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A line that is being added to a job or an invoice, or changed, is there again after the power was cut; one that was saved is not
offered twice."""
import re
import sys
import tempfile
import time

from desk import TODAY, App, cli, drafts, key, say_who_we_are, text_of, wait
from tap import Tap

TYPED = "New chain & <bolts>"


def add_line(app):
    row = app.find("button", "Add Line")
    app.scroll_to(row)
    app.point_and_click(row)
    return app.find("dialog", "New Line")


def survives(tap, build, data, place, name):
    with App(build, data, "--today", TODAY, "--place", place) as app:
        app.find("frame")
        if place == "invoices":
            app.turn_to("Drafts")
        app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
        dialog = add_line(app)
        app.set_text(app.find("text", "Work or Part", within=dialog), TYPED)
        wait("the draft", lambda: any("New chain" in body for body in drafts(data).values()))
        app.kill()
    with App(build, data, "--today", TODAY, "--place", "today") as app:
        with tap.point(f"{name}: the line goes on"):
            app.click("button", "Continue")
            dialog = app.find("dialog", "New Line")
            if app.has("button", "Continue", within=dialog):  # a job's line goes on by itself
                app.click("button", "Continue", within=dialog)
            wait("the words", lambda: text_of(app.find("text", "Work or Part", within=dialog)) == TYPED)
        with tap.point(f"{name}: added, it is kept no longer"):
            app.fill(re.compile("^Unit Price"), "12")
            app.press(app.find("button", "Save", within=dialog))
            app.wait_gone("dialog")
            app.wait_text(TYPED)
            wait("no draft", lambda: not drafts(data))
    tap.equal(app.complaints(), [], f"the log is free of warnings ({name})")


def wait_for_cursor(app, begins):
    wait(f"the cursor on {begins}", lambda: app.focused() and app.focused().get_name().startswith(begins), timeout=5)


def known(tap, build, data):
    """A line that stood there before, beside another."""
    with App(build, data, "--today", TODAY, "--place", "jobs") as app:
        app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
        app.point_and_click(app.find("list item", re.compile("^Cable")))
        app.set_text(app.find("text", "Work or Part", within=app.find("dialog", "Cable")), TYPED)
        wait("the draft", lambda: any("New chain" in body for body in drafts(data).values()))
        app.kill()
    with App(build, data, "--today", TODAY, "--place", "today") as app:
        with tap.point("a line that was being changed goes on where it stood"):
            app.click("button", "Continue")
            app.find("dialog", TYPED)
            wait("the words", lambda: text_of(app.find("text", "Work or Part", within=app.find("dialog"))) == TYPED)
        with tap.point("left, it stands as it was, and Undo has it again"):
            key("Escape")
            app.wait_gone("dialog")
            app.find("list item", re.compile("^Cable"))
            wait("no draft", lambda: not drafts(data))
            app.undo("Not saved")
            app.find("dialog", TYPED)
        with tap.point("saved, it is that line, and kept no longer"):
            key("ctrl+Return")
            app.wait_gone("dialog")
            app.find("list item", re.compile("^New chain"))
            wait("no draft", lambda: not drafts(data))
            job, = cli(build, data, "list", "job")
            names = [one["name"] for one in cli(build, data, "get", "job", job["id"])["lines"]]
            assert names == ["Bell", TYPED], names
        with tap.point("and has the cursor"):
            wait_for_cursor(app, "New chain")
    tap.equal(app.complaints(), [], "the log is free of warnings (known)")


def prices(build, data, record, kind="invoice"):
    return [line["price"] for line in cli(build, data, "get", kind, record)["lines"]]


def half_a_price(tap, build, data, invoice):
    """Of a line that a draft invoice bears already: who bills it next bills what stood there, until somebody saves the line."""
    with App(build, data, "--today", TODAY, "--place", "invoices") as app:
        app.turn_to("Drafts")
        app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
        app.point_and_click(app.find("list item", re.compile("^Service")))
        app.fill(re.compile("^Unit Price"), "9")
        wait("the draft", lambda: drafts(data))
        app.kill()
    with App(build, data, "--today", TODAY, "--place", "invoices") as app:
        with tap.point("half a price is none: whoever opens the invoice finds it as it was"):
            app.turn_to("Drafts")
            app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
            app.find("list item", re.compile("^Service, .*€90.00"))
            assert not app.has("dialog") and drafts(data), drafts(data)
            assert prices(build, data, invoice) == ["12", "90"], prices(build, data, invoice)
        with tap.point("another line does not go under what was left, nor over it"):
            app.point_and_click(app.find("list item", re.compile("^Bell")))
            app.fill(re.compile("^Unit Price"), "13")
            key("ctrl+Return")
            app.wait_gone("dialog")
            wait("it saved", lambda: prices(build, data, invoice) == ["13", "90"])
            assert drafts(data)
        with tap.point("what was typed into a line of an invoice goes on in its dialog, and is saved there alone"):
            app.click("button", "Continue")
            dialog = app.find("dialog", "Service")
            price = app.find("text", re.compile("^Unit Price"), within=dialog)
            wait("what was typed", lambda: text_of(price) in ("9", "9.00"))
            assert prices(build, data, invoice) == ["13", "90"], prices(build, data, invoice)
        with tap.point("left, it stands as it was"):
            key("Escape")
            app.wait_gone("dialog")
            app.find("list item", re.compile("^Service, .*€90.00"))
            wait("no draft", lambda: not drafts(data))
            app.undo("Not saved")
            dialog = app.find("dialog", "Service")
        with tap.point("saved, it is that line, and kept no longer"):
            app.fill(re.compile("^Unit Price"), "95")
            key("ctrl+Return")
            app.wait_gone("dialog")
            wait("it saved", lambda: prices(build, data, invoice) == ["13", "95"])
            wait("no draft", lambda: not drafts(data))
        app.point_and_click(app.find("list item", re.compile("^Service")))
        app.fill(re.compile("^Unit Price"), "9")
        wait("the draft", lambda: drafts(data))
        app.kill()
    with App(build, data, "--today", TODAY, "--place", "today") as app:
        with tap.point("gone on with at the next start, it has the cursor once it is saved, taken back, and done again"):
            app.click("button", "Continue")
            app.find("dialog", "Service")
            for keys, price in (("ctrl+Return", "9"), ("ctrl+z", "95"), ("ctrl+shift+z", "9"), ("ctrl+z", "95")):
                key(keys)
                app.wait_gone("dialog")
                wait("it saved", lambda: prices(build, data, invoice) == ["13", price])
                wait_for_cursor(app, "Service")
    tap.equal(app.complaints(), [], "the log is free of warnings (half a price)")


def lines_of(build, data, kind, record):
    """As a script gives them back that changes one."""
    keep = ("name", "note", "quantity", "unit", "price", "category", "rate")
    return [{field: line[field] for field in keep if line.get(field) is not None}
            for line in cli(build, data, "get", kind, record)["lines"]]


def type_and_fall(build, data, place, price):
    with App(build, data, "--today", TODAY, "--place", place) as app:
        if place == "invoices":
            app.turn_to("Drafts")
        app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
        app.point_and_click(app.find("list item", re.compile("^Service")))
        app.fill(re.compile("^Unit Price"), price)
        wait("the draft", lambda: any(price in body for body in drafts(data).values()))
        app.kill()


def go_on(app, title, said):
    app.click("button", "Continue")
    dialog = app.find("dialog", title)
    app.wait_text(said)
    return dialog


def changed_meanwhile(tap, build, data, kind, record):
    """The line that was being typed was changed elsewhere: it is that line all the same, and no second one."""
    place = f"{kind}s"
    type_and_fall(build, data, place, "95")
    lines = lines_of(build, data, kind, record)
    lines[1]["note"] = "Rear wheel"
    cli(build, data, "set", kind, record, record={"lines": lines})
    with App(build, data, "--today", TODAY, "--place", "today") as app:
        with tap.point(f"{kind}: a line with a new note goes on where it stands"):
            dialog = go_on(app, "Service", "This line was changed elsewhere meanwhile.")
            assert not app.has("button", "Continue", within=dialog)
            key("ctrl+Return")
            app.wait_gone("dialog")
            wait("both", lambda: [(line["name"], line["price"], line.get("note"))
                                  for line in lines_of(build, data, kind, record)]
                 == [("Bell", "12", None), ("Service", "95", "Rear wheel")])
            wait("no draft", lambda: not drafts(data))
    type_and_fall(build, data, place, "98")
    lines[1]["price"] = "92"
    cli(build, data, "set", kind, record, record={"lines": lines})
    with App(build, data, "--today", TODAY, "--place", "today") as app:
        with tap.point(f"{kind}: where both changed the price, both are said, and that again after a second fall"):
            go_on(app, "Service", "Elsewhere, “Unit Price” is")
            app.kill()
    with App(build, data, "--today", TODAY, "--place", "today") as app:
        with tap.point(f"{kind}: what is saved here counts"):
            go_on(app, "Service", "Elsewhere, “Unit Price” is")
            key("ctrl+Return")
            app.wait_gone("dialog")
            wait("one line", lambda: prices(build, data, record, kind) == ["12", "98"])
    type_and_fall(build, data, place, "99")
    cli(build, data, "set", kind, record, record={"lines": lines[:1]})
    with App(build, data, "--today", TODAY, "--place", "today") as app:
        with tap.point(f"{kind}: of a line that went it is said that it would be one more"):
            go_on(app, "New Line", "The line that was being changed stands there no more.")
            key("Escape")
            app.wait_gone("dialog")
            wait("no draft", lambda: not drafts(data))
            assert prices(build, data, record, kind) == ["12"]
    tap.equal(app.complaints(), [], f"the log is free of warnings ({kind} changed meanwhile)")


def namesakes(tap, build, data, kind, record, changed, said, becomes):
    """Two lines are called the same: what was typed into one never goes into the other."""
    place = f"{kind}s"
    with App(build, data, "--today", TODAY, "--place", place) as app:
        if place == "invoices":
            app.turn_to("Drafts")
        app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
        app.point_and_click(app.find("list item", re.compile("^Labor.*90.00")))
        app.fill(re.compile("^Unit Price"), "97")
        wait("the draft", lambda: any("97" in body for body in drafts(data).values()))
        app.kill()
    lines = changed(lines_of(build, data, kind, record))
    cli(build, data, "set", kind, record, record={"lines": lines})
    with App(build, data, "--today", TODAY, "--place", "today") as app:
        with tap.point(f"{kind}: of two lines with one name the other one stays as it is ({said})"):
            app.click("button", "Continue")
            app.find("dialog")
            app.wait_text(said)
            key("ctrl+Return")
            app.wait_gone("dialog")
            wait("no draft", lambda: not drafts(data))
            stand = [(line["name"], line["price"]) for line in lines_of(build, data, kind, record)]
            assert sorted(stand) == sorted(becomes), stand
    tap.equal(app.complaints(), [], f"the log is free of warnings ({kind} namesakes)")


def open_line(app, place, name, which=0):
    if place == "invoices":
        app.turn_to("Drafts")
    app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
    app.find("list item", re.compile(name))
    app.point_and_click(app.all("list item", re.compile(name))[which])
    return app.find("dialog")


def named_prices(build, data, kind, record):
    return [(line["name"], line["price"]) for line in cli(build, data, "get", kind, record)["lines"]]


def while_open(tap, build, data, kind, record):
    """Another desk changes the line that stands in its editor here: neither is written over the other unasked."""
    def elsewhere(change, shown):
        lines = cli(build, data, "get", kind, record)["lines"]
        cli(build, data, "set", kind, record, record={"lines": change(lines)})
        wait("it stands behind the editor", lambda: app.has("list item", re.compile(shown)))

    def save():
        key("ctrl+Return")
        app.wait_gone("dialog")

    def stand(said, *lines):
        wait(said, lambda: named_prices(build, data, kind, record) == list(lines))

    with App(build, data, "--today", TODAY, "--place", f"{kind}s") as app:
        with tap.point(f"{kind}: a price that was changed elsewhere while the line was open is said before another is saved"):
            open_line(app, f"{kind}s", "^Labor.*90.00")
            app.fill(re.compile("^Unit Price"), "97")
            elsewhere(lambda lines: [dict(lines[0], price="95")] + lines[1:], "^Labor.*95.00")
            key("ctrl+Return")
            app.wait_text("Elsewhere, “Unit Price” is")
            stand("nothing saved", ("Labor", "95"), ("Labor", "30"), ("Burr", "68"))
            save()
            stand("what was typed", ("Labor", "97"), ("Labor", "30"), ("Burr", "68"))
        with tap.point(f"{kind}: where each changed another field, both stay"):
            app.point_and_click(app.find("list item", re.compile("^Labor.*97.00")))
            app.fill(re.compile("^Unit Price"), "99")
            elsewhere(lambda lines: [dict(lines[0], quantity="2")] + lines[1:], "^Labor.*194.00")
            save()
            stand("both", ("Labor", "99"), ("Labor", "30"), ("Burr", "68"))
            assert cli(build, data, "get", kind, record)["lines"][0]["quantity"] == "2"
        with tap.point(f"{kind}: a line that was changed elsewhere is not deleted unasked"):
            app.point_and_click(app.find("list item", re.compile("^Burr.*68.00")))
            dialog = app.find("dialog")
            elsewhere(lambda lines: lines[:2] + [dict(lines[2], price="70")], "^Burr.*70.00")
            row = app.find("button", "Delete Line", within=dialog)
            app.scroll_to(row)
            app.point_and_click(row)
            app.wait_text("This line was changed elsewhere meanwhile.")
            price = app.find("text", re.compile("^Unit Price"), within=dialog)
            wait("the other price", lambda: text_of(price) in ("70", "70.00"))
            stand("nothing saved", ("Labor", "99"), ("Labor", "30"), ("Burr", "70"))
            time.sleep(.5)  # what is said has moved it
            app.scroll_to(row)
            app.point_and_click(row)
            app.wait_gone("dialog")
            stand("deleted", ("Labor", "99"), ("Labor", "30"))
        with tap.point(f"{kind}: a line that went elsewhere comes back as one more alone, and that is said"):
            app.point_and_click(app.find("list item", re.compile("^Labor.*198.00")))
            app.fill(re.compile("^Unit Price"), "91")
            elsewhere(lambda lines: lines[1:], "^Labor.*30.00")
            app.wait_gone("list item", re.compile("^Labor.*198.00"))
            key("ctrl+Return")
            app.wait_text("The line that was being changed stands there no more.")
            stand("nothing saved", ("Labor", "30"))
            save()
            stand("one more", ("Labor", "30"), ("Labor", "91"))
            wait("no draft", lambda: not drafts(data))
    tap.equal(app.complaints(), [], f"the log is free of warnings ({kind} while open)")


LABOR = {"name": "Labor", "quantity": "1", "price": "30"}


def twins(tap, build, data, kind, record):
    """Two lines say the same: what was done to one of them elsewhere is not done to the other here."""
    with App(build, data, "--today", TODAY, "--place", f"{kind}s") as app:
        with tap.point(f"{kind}: of two lines that say the same, one that both take out is one"):
            open_line(app, f"{kind}s", "^Labor.*30.00", -1)
            dialog = app.find("dialog")
            cli(build, data, "set", kind, record, record={"lines": [LABOR]})
            wait("one is left", lambda: len(app.all("list item", re.compile("^Labor"))) == 1)
            row = app.find("button", "Delete Line", within=dialog)
            app.scroll_to(row)
            app.point_and_click(row)
            app.wait_gone("dialog")
            time.sleep(.5)
            assert named_prices(build, data, kind, record) == [("Labor", "30")]
        cli(build, data, "set", kind, record, record={"lines": [LABOR] * 2})
        with tap.point(f"{kind}: a price that was changed elsewhere in one is said here, and the other stays"):
            wait("two again", lambda: len(app.all("list item", re.compile("^Labor.*30.00"))) == 2)
            app.point_and_click(app.all("list item", re.compile("^Labor.*30.00"))[-1])
            app.fill(re.compile("^Unit Price"), "97")
            cli(build, data, "set", kind, record, record={"lines": [LABOR, dict(LABOR, price="45")]})
            wait("it stands behind the editor", lambda: app.has("list item", re.compile("^Labor.*45.00")))
            key("ctrl+Return")
            app.wait_text("Elsewhere, “Unit Price” is")
            key("ctrl+Return")
            app.wait_gone("dialog")
            wait("one of them", lambda: named_prices(build, data, kind, record) == [("Labor", "30"), ("Labor", "97")])
    tap.equal(app.complaints(), [], f"the log is free of warnings ({kind} twins)")


def issued_meanwhile(tap, build, data, invoice):
    with App(build, data, "--today", TODAY, "--place", "invoices") as app:
        app.turn_to("Drafts")
        app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
        app.point_and_click(app.find("list item", re.compile("^Service")))
        app.fill(re.compile("^Unit Price"), "9")
        wait("the draft", lambda: drafts(data))
        app.kill()
    cli(build, data, "invoice", "issue", invoice)
    with App(build, data, "--today", TODAY, "--place", "today") as app:
        with tap.point("of an invoice that was issued meanwhile no line goes on, which is said before it is thrown away"):
            app.click("button", "Continue")
            app.wait_text(re.compile("^This invoice was issued meanwhile"))
            assert drafts(data) and not app.has("dialog", "Service")
            app.press(app.find("button", "Throw Away"))
            wait("no draft", lambda: not drafts(data))
            assert prices(build, data, invoice) == ["13", "95"], prices(build, data, invoice)
    tap.equal(app.complaints(), [], "the log is free of warnings (issued meanwhile)")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        say_who_we_are(build, data)
        bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
        cli(build, data, "add", "job", record={"customer": bea, "kind": "repair"})
        survives(tap, build, data, "jobs", "a job")
        cli(build, data, "add", "invoice", record={"customer": bea, "lines": [{"name": "Work", "quantity": "1", "price": "50"}]})
        survives(tap, build, data, "invoices", "an invoice")
    with tempfile.TemporaryDirectory() as data:
        bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
        cli(build, data, "add", "job", record={"customer": bea, "kind": "repair", "lines": [
            {"name": "Bell", "quantity": "1", "price": "12"}, {"name": "Cable", "quantity": "1.125", "price": "12.345"}]})
        known(tap, build, data)
    with tempfile.TemporaryDirectory() as data:
        say_who_we_are(build, data)
        bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
        invoice = cli(build, data, "add", "invoice", record={"customer": bea, "lines": [
            {"name": "Bell", "quantity": "1", "price": "12"}, {"name": "Service", "quantity": "1", "price": "90"}]})["id"]
        half_a_price(tap, build, data, invoice)
        issued_meanwhile(tap, build, data, invoice)
    with tempfile.TemporaryDirectory() as data:
        say_who_we_are(build, data)
        bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
        lines = [{"name": "Bell", "quantity": "1", "price": "12"}, {"name": "Service", "quantity": "1", "price": "90"}]
        for kind in ("invoice", "job"):
            changed_meanwhile(tap, build, data, kind, cli(build, data, "add", kind, record={"customer": bea, "lines": lines})["id"])
    went = "The line that was being changed stands there no more."
    with tempfile.TemporaryDirectory() as data:
        say_who_we_are(build, data)
        bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
        for kind in ("invoice", "job"):
            twins(tap, build, data, kind, cli(build, data, "add", kind, record={"customer": bea, "lines": [LABOR] * 2})["id"])
    for kind, changed, said, becomes in (
            ("invoice", lambda lines: lines[1:], went, [("Labor", "30"), ("Burr", "68"), ("Labor", "97")]),
            ("job", lambda lines: [dict(lines[0], name="Working hours")] + lines[1:], went,
             [("Working hours", "90"), ("Labor", "30"), ("Burr", "68"), ("Labor", "97")]),
            ("job", lambda lines: [dict(lines[0], price="95")] + lines[1:], "Elsewhere, “Unit Price” is",
             [("Labor", "97"), ("Labor", "30"), ("Burr", "68")])):
        with tempfile.TemporaryDirectory() as data:
            say_who_we_are(build, data)
            bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
            record = cli(build, data, "add", kind, record={"customer": bea, "lines": [
                {"name": name, "quantity": "1", "price": price} for name, price in (("Labor", "90"), ("Labor", "30"), ("Burr", "68"))]})
            namesakes(tap, build, data, kind, record["id"], changed, said, becomes)
    for kind in ("invoice", "job"):
        with tempfile.TemporaryDirectory() as data:
            say_who_we_are(build, data)
            bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
            record = cli(build, data, "add", kind, record={"customer": bea, "lines": [
                {"name": name, "quantity": "1", "price": price} for name, price in (("Labor", "90"), ("Labor", "30"), ("Burr", "68"))]})
            while_open(tap, build, data, kind, record["id"])
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
