#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Interrupted at the counter: each intake is kept by itself and named, however it was left, until it is taken in or thrown away."""
import os
import re
import sqlite3
import sys
import tempfile
import time

from desk import TODAY, App, Atspi, cli, key, text_of, type_keys, wait, walk
from tap import Tap

FIND = "Customer: name, phone, serial…"


def drafts(data):
    with sqlite3.connect(f"file:{os.path.join(data, 'aftercare.db')}?mode=ro", uri=True) as shop:
        return shop.execute("SELECT count(*) FROM draft WHERE key LIKE 'job:new%'").fetchone()[0]


def line_draft(data):
    with sqlite3.connect(f"file:{os.path.join(data, 'aftercare.db')}?mode=ro", uri=True) as shop:
        return "".join(row[0] for row in shop.execute("SELECT body FROM draft WHERE key LIKE 'job:new%:line%'"))


def dialog(app):
    return app.find("dialog", "New Job")


def left(app):
    app.wait_gone("dialog", "New Job")


def focused(node):
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


def begin(app, typed, fault):
    """Straight from the search, as somebody does with a customer before them."""
    app.open_search()
    type_keys(typed)
    app.find("list item", re.compile(typed, re.I), within=app.find("dialog", "Find Anything"))
    key("ctrl+Return")
    dialog(app)
    wait("the cursor in the device, for they have none", lambda: focused(app.find("text", "New Device")))
    entry = app.find("text", "Reported Fault")
    app.focus(entry)
    type_keys(fault)
    wait("the fault", lambda: text_of(entry) == fault)


def two_in_a_row(app, tap):
    begin(app, "elif", "Brake dead")
    key("Escape")
    with tap.point("left by Escape, an intake says where it is kept"):
        left(app)
        app.wait_text(re.compile("Kept under New Job: .*Elif Haas · Brake dead"))
    begin(app, "dragan", "Chain off")
    app.press(app.find("button", "Cancel", within=dialog(app)))
    with tap.point("left by Cancel, too"):
        left(app)
        app.wait_text(re.compile("Kept under New Job: .*Dragan Reiter · Chain off"))
    with tap.point("the next one begins empty, with the cursor where it is needed, and offers both by name"):
        key("ctrl+n")
        dialog(app)
        find = app.find("text", FIND)
        wait("the cursor", lambda: focused(find))
        assert text_of(app.find("text", "Reported Fault")) == ""
        app.row("Elif Haas · Brake dead")
        app.row("Dragan Reiter · Chain off")
    with tap.point("one of them goes on"):
        app.point_and_click(app.row("Elif Haas · Brake dead"))
        wait("her fault", lambda: text_of(app.find("text", "Reported Fault")) == "Brake dead")
        app.wait_text("Elif Haas")


def taken_in(app, tap, build, data):
    with tap.point("Ctrl+Enter takes it in"):
        app.focus(app.find("text", "Reported Fault"))
        key("ctrl+Return")
        left(app)
        job, = wait("the job", lambda: cli(build, data, "list", "job"))
        assert job["fault"] == "Brake dead", job
    with tap.point("and it is not offered again"):
        key("ctrl+n")
        app.row("Dragan Reiter · Chain off")
        assert not app.has("list item", re.compile("Elif Haas · Brake dead"))


def thrown_away(app, tap, data):
    with tap.point("one that is not wanted is thrown away, and brought back"):
        app.press(app.find("button", re.compile("^Throw away .*Dragan")))
        wait("no draft", lambda: drafts(data) == 0)
        app.press(app.find("button", re.compile("^Bring back .*Dragan")))
        wait("the draft", lambda: drafts(data) > 0)
    key("Escape")
    left(app)
    with tap.point("what nobody touched is not kept"):
        key("ctrl+n")
        dialog(app)
        assert len(app.all("button", re.compile("^Throw away"))) == 1
        key("Escape")
        left(app)


def choose(app, row, entry, position):
    """An entry of a row of choices, by its place among them."""
    choice = app.find("combo box", re.compile("^" + row), within=dialog(app))
    app.scroll_to(choice)
    app.point_and_click(choice)
    app.wait_text(entry)
    key("Home", *["Down"] * position, "Return")
    wait(f"{entry} chosen", lambda: any(entry == n.get_name() for n in walk(choice)))


def undone(app, tap):
    with tap.point("Undo goes on with what was left, its unlock code too"):
        key("ctrl+n")
        dialog(app)
        choose(app, "Kind of Job", "Phone or computer repair", 3)  # sorted as it is read
        app.focus(app.find("text", "Reported Fault"))
        type_keys("Screen black")
        app.unfold("Also Left Here, Unlock Code")
        app.focus(app.find("text", "Unlock Code (Keyring Only)"))
        type_keys("4711")
        key("Escape")
        left(app)
        app.undo(re.compile("Kept under New Job: .*Screen black"))
        wait("the fault", lambda: text_of(app.find("text", "Reported Fault")) == "Screen black")
        code = app.find("text", "Unlock Code (Keyring Only)")
        wait("the code", lambda: code.get_text_iface().get_character_count() == 4)
        key("Escape")
        left(app)


def known_number(app, tap, build, data):
    with tap.point("a new customer with a known number is asked about"):
        key("ctrl+n")
        dialog(app)
        app.focus(app.find("text", FIND))
        type_keys("Greta Neumann")
        app.wait_text("New Customer “Greta Neumann”")
        key("Return")
        app.type_into(app.find("text", "Phone"), "0171 948 75 74")
        app.set_text(app.find("text", "New Device"), "Cargo bike")
        key("ctrl+Return")
        app.wait_text(re.compile("already belongs to .*Björn Demir"))
    with tap.point("it is the known one, and the typed device stays"):
        app.click("button", "It Is Björn Demir")
        app.wait_gone("alert")
        app.wait_text("Björn Demir")
        wait("the device", lambda: text_of(app.find("text", "New Device")) == "Cargo bike")
        key("ctrl+Return")
        left(app)
        people = cli(build, data, "list", "customer")
        assert len(people) == 3, people
        device, = cli(build, data, "list", "device")
        assert device["name"] == "Cargo bike" and device["customer"] == next(
            p["id"] for p in people if p["name"] == "Björn Demir"), device
    with tap.point("and the kind of job, which nobody chose, is the one that is about bikes"):
        job, = (j for j in cli(build, data, "list", "job") if j["device"] == device["id"])
        plans = {plan["id"]: plan["name"] for plan in cli(build, data, "list", "plan")}
        assert (job["kind"], plans[job["plan"]]) == ("Bike repair", "Bike Plan"), job


def kind_of_job(app):
    return [n.get_name() for n in walk(app.find("combo box", re.compile("^Kind of Job"), within=dialog(app)))]


def half_a_word(app, tap):
    """Letter by letter, as it is typed: "Com" is the beginning of a computer, and a compressor is none."""
    key("ctrl+n")
    dialog(app)
    app.focus(app.find("text", FIND))
    type_keys("Greta Neumann")
    app.wait_text("New Customer “Greta Neumann”")
    key("Return")
    usual = kind_of_job(app)
    with tap.point("what half a word was about is not what the whole one is about"):
        app.focus(app.find("text", "New Device"))
        for typed, other in (("Com", True), ("pressor", False)):
            type_keys(typed)
            wait(f"the kind of {typed}", lambda wanted=other: (kind_of_job(app) != usual) == wanted)
    with tap.point("and a device whose name is taken out says nothing"):
        for typed, other in (("Laptop", True), ("", False)):
            app.set_text(app.find("text", "New Device"), typed)
            wait(f"the kind of {typed}", lambda wanted=other: (kind_of_job(app) != usual) == wanted)
    with tap.point("what only sounds like a phone is none"):
        for typed, other in (("Smartphone", True), ("Saxophone", False), ("Telephone", True), ("Headphones", False), ("Radio", False)):
            app.set_text(app.find("text", "New Device"), typed)
            wait(f"the kind of {typed}", lambda wanted=other: (kind_of_job(app) != usual) == wanted)
            time.sleep(0.5)
            assert (kind_of_job(app) != usual) == other, typed
    key("Escape")
    left(app)


def gone_meanwhile(tap, build):
    """The colleague who began it, and the plan that it was given, were deleted before it is gone on with."""
    with tempfile.TemporaryDirectory() as data:
        cli(build, data, "add", "customer", "name=Fay Moss")
        bea = cli(build, data, "add", "staff", "name=Bea")["id"]
        with sqlite3.connect(os.path.join(data, "aftercare.db")) as shop:
            shop.execute("INSERT OR REPLACE INTO setting (key, value) VALUES ('actor', ?)", (bea,))
        shop.close()
        with App(build, data, "--today", TODAY, "--place", "jobs") as app:
            app.find("frame")
            begin(app, "fay", "Flat tyre")
            wait("the draft", lambda: drafts(data))
            app.kill()
        cli(build, data, "remove", "staff", bea)
        for plan in cli(build, data, "list", "plan"):
            cli(build, data, "remove", "plan", plan["id"])
        with App(build, data, "--today", TODAY, "--place", "jobs") as app:
            with tap.point("what the program filled in, and is gone, holds no intake up"):
                app.click("button", "Continue")
                app.find("text", "Reported Fault", within=dialog(app))
                key("ctrl+Return")
                left(app)
                job, = cli(build, data, "list", "job")
                assert (job["fault"], job["staff"], job["plan"]) == ("Flat tyre", None, None), job
            tap.equal(app.complaints(), [], "the log is free of warnings (gone)")


def main(build):
    tap = Tap()
    gone_meanwhile(tap, build)
    with tempfile.TemporaryDirectory() as data:
        for name in ("Elif Haas", "Dragan Reiter"):
            cli(build, data, "add", "customer", f"name={name}")
        cli(build, data, "add", "customer",
            record={"name": "Björn Demir", "phones": [{"label": "mobile", "number": "+49 171 9487574"}]})
        arguments = ["--today", TODAY, "--place", "jobs"]
        with App(build, data, *arguments) as app:
            app.find("frame")
            two_in_a_row(app, tap)
            taken_in(app, tap, build, data)
            thrown_away(app, tap, data)
            undone(app, tap)
            half_a_word(app, tap)
            known_number(app, tap, build, data)
            begin(app, "elif", "Bell stolen & <gone>")
            wait("the draft", lambda: drafts(data) >= 3)
            app.resize(1280, 860)
            add = app.find("button", "Add Line", within=dialog(app))
            app.scroll_to(add)
            app.point_and_click(add)
            app.set_text(app.find("text", "Work or Part", within=app.find("dialog", "New Line")), "New bell")
            wait("the line's draft", lambda: "New bell" in line_draft(data))
            with tap.point("a line that was left comes back by Ctrl+Z, over the job that it is of"):
                key("Escape")
                app.wait_gone("dialog", "New Line")
                app.wait_text("Not saved")
                key("ctrl+z")
                line = app.find("dialog", "New Line")
                assert text_of(app.find("text", "Work or Part", within=line)) == "New bell"
            wait("the line's draft", lambda: "New bell" in line_draft(data))
            app.kill()
        tap.equal(app.complaints(), [], "the log is free of warnings")
        with App(build, data, *arguments) as app:
            with tap.point("after the power was cut it says what was being written, and goes on"):
                app.wait_text(re.compile("Continue where you stopped\\? New Job · .*Elif Haas · Bell stolen & <gone>"))
                app.click("button", "Continue")
                wait("the fault", lambda: text_of(app.find("text", "Reported Fault")) == "Bell stolen & <gone>")
            with tap.point("with the line that was being typed"):
                line = app.find("dialog", "New Line")
                wait("its name", lambda: text_of(app.find("text", "Work or Part", within=line)) == "New bell")
        tap.equal(app.complaints(), [], "the log is free of warnings, continued")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
