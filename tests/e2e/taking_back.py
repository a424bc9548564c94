#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Ctrl+Z takes back is what was done last, and is said; it does not reach past what cannot be taken back. What was
begun when the program ended waits where it hides nothing."""
import os
import re
import sqlite3
import sys
import tempfile

from desk import TODAY, App, cli, key, say_who_we_are, text_of, type_keys, wait, walk
from tap import Tap

CODE = "Unlock Code (Keyring Only)"


def make_shop(build, data):
    say_who_we_are(build, data)
    for name in ("Ann Lee", "Bea Koch"):
        cli(build, data, "add", "customer", f"name={name}")
    people = {row["name"]: row["id"] for row in cli(build, data, "list", "customer")}
    job = cli(build, data, "add", "job", record={
        "customer": people["Ann Lee"], "kind": "Repair", "fault": "Flat tire", "no_plan_reason": "a gift",
        "agreed_by": "Ann Lee", "agreed_how": "phone",
        "lines": [{"name": "Tire", "quantity": "1", "price": "50.00"}]})["id"]
    cli(build, data, "job", "move", job, "working")
    return people, job


def job_of(build, data, job):
    return cli(build, data, "get", "job", job)


def save(app, title=None):
    dialog = app.find("dialog", title)
    app.press(app.find("button", "Save", within=dialog))
    app.wait_gone("dialog", title)


def open_job(app):
    """The only one, which stays open in its place."""
    key("ctrl+3")
    app.find("heading", "History")


def elsewhere(tap, app, build, data, job):
    key("ctrl+3")
    app.point_and_click(app.row("Ann Lee"))
    app.press(app.find("button", "Mark as Ready"))
    app.wait_text("Job moved: Ready")
    key("ctrl+2")
    app.point_and_click(app.row("Bea Koch"))
    app.press(app.find("button", "Note"))
    app.set_text(app.find("text", within=app.find("dialog")), "Likes coffee")
    save(app)
    with tap.point("Ctrl+Z takes back the note that was just saved, and says so"):
        key("ctrl+z")
        app.wait_text(re.compile("^Taken back: .*Entry saved"))
        wait("no note", lambda: not cli(build, data, "list", "interaction"))
        assert job_of(build, data, job)["status"] == "ready"
    with tap.point("the next one is of another page, and says of what"):
        key("ctrl+z")
        app.wait_text(re.compile("^Taken back: Job \\S+ moved: Ready"))
        wait("in work", lambda: job_of(build, data, job)["status"] == "working")
    with tap.point("with nothing left, it says that, too"):
        key("ctrl+z")
        app.wait_text("There is nothing to take back")


def their_yes(tap, app, build, data, job):
    def agreed():
        row = job_of(build, data, job)
        return row.get("agreed_by"), len(row.get("lines") or [])

    open_job(app)
    with tap.point("a price that is another one says what becomes of their yes"):
        add = app.find("button", "Add Line")
        app.scroll_to(add)
        app.point_and_click(add)
        dialog = app.find("dialog", "New Line")
        app.set_text(app.find("text", "Work or Part", within=dialog), "Tube")
        app.set_text(app.find("text", "Unit Price, Tax Included", within=dialog), "30")
        save(app, "New Line")
        app.wait_text(re.compile("^Line added. Their yes was to the price before"))
        wait("no yes", lambda: agreed() == (None, 2))
    with tap.point("and Undo brings the yes back with the lines"):
        app.undo(re.compile("^Line added"))
        wait("the yes", lambda: agreed() == ("Ann Lee", 1))
        app.wait_text(re.compile("Ann Lee said yes"))
    with tap.point("so it does when a line is deleted"):
        app.point_and_click(app.row("Tire"))
        app.point_and_click(app.find("button", "Delete Line"))
        app.wait_text(re.compile("^Line deleted. Their yes was to the price before"))
        wait("no line", lambda: agreed() == (None, 0))
        key("ctrl+z")
        wait("line and yes", lambda: agreed() == ("Ann Lee", 1))


def begin_a_note(app):
    key("ctrl+2")
    app.point_and_click(app.row("Bea Koch"))
    app.press(app.find("button", "Note"))
    app.set_text(app.find("text", within=app.find("dialog")), "Likes cocoa")
    key("Escape")
    app.wait_gone("dialog")


def barrier(tap, app, build, data, job):
    begin_a_note(app)
    open_job(app)
    app.press(app.find("button", "Mark as Ready"))
    app.press(app.find("button", "Hand Over"))
    wait("handed over", lambda: job_of(build, data, job)["status"] == "collected")
    with tap.point("a draft that was begun is taken back"):
        app.press(app.find("button", "Bill"))
        app.undo("Draft invoice begun")
        wait("no draft", lambda: not cli(build, data, "list", "invoice"))
    open_job(app)
    app.press(app.find("button", "Bill"))
    app.press(app.find("button", "Issue…"))
    app.press(app.find("button", "Issue"))
    app.wait_text("Invoice 2026-0001")
    app.press(app.find("button", "Record Payment…"))
    app.fill("Amount", "500")
    save(app, "Record Payment")
    with tap.point("a payment of more than is open is taken back, recorded again and taken back"):
        app.wait_text("Payment recorded")
        key("ctrl+z")
        app.wait_text("Taken back: Payment recorded")
        wait("no payment", lambda: not cli(build, data, "list", "payment"))
        key("ctrl+shift+z")
        wait("the payment again", lambda: [paid["amount"] for paid in cli(build, data, "list", "payment")] == ["500.00"])
        key("ctrl+z")
        wait("no payment once more", lambda: not cli(build, data, "list", "payment"))
    with tap.point("what was done before an invoice was issued stays done, and why is said, with what can be done instead"):
        key("ctrl+z")
        app.wait_text("Invoice 2026-0001 is issued, and cannot be taken back: a credit note cancels it")
        assert job_of(build, data, job)["status"] == "collected" and not app.has("dialog")
        app.press(app.find("button", "Cancel Invoice…"))
        app.wait_text("Cancel Invoice 2026-0001?")
        key("Escape")
        app.wait_gone("alert", "Cancel Invoice 2026-0001?")
    with tap.point("what was begun before it and not saved comes only once that was said"):
        key("ctrl+z")
        wait("the words", lambda: text_of(app.find("text", within=app.find("dialog"))) == "Likes cocoa")
        key("Escape")
        app.wait_gone("dialog")


def pay_back(tap, app, build, data):
    app.press(app.find("button", "Record Payment…"))
    app.fill("Amount", "60")
    save(app, "Record Payment")
    with tap.point("more than is owed does not go back"):
        app.press(app.find("button", "Pay Back…"))
        app.fill("Amount", "11")
        key("Return")
        app.wait_text("Only €10.00 can be paid back on it. Nothing was changed.")
        assert len(cli(build, data, "list", "payment")) == 1
        app.fill("Amount", "10")
        key("Return")
        app.wait_gone("dialog", "Pay Back")


def taken_in(tap, app, build, data):
    key("ctrl+n")
    app.type_into(app.find("text", "Customer: name, phone, serial…"), "Cy Moss")
    app.wait_text("New Customer “Cy Moss”")
    key("Return")
    app.set_text(app.find("text", "Reported Fault"), "No light")
    app.click("button", "Take In")
    app.wait_gone("dialog", "New Job")
    with tap.point("an intake is taken back with the customer who came in with it"):
        app.wait_text(re.compile("^Job \\S+ taken in"))
        assert len(cli(build, data, "list", "customer")) == 3
        key("ctrl+z")
        wait("two customers", lambda: len(cli(build, data, "list", "customer")) == 2)
        assert len(cli(build, data, "list", "job")) == 1


def drafts(data):
    with sqlite3.connect(f"file:{os.path.join(data, 'aftercare.db')}?mode=ro", uri=True) as shop:
        return shop.execute("SELECT count(*) FROM draft").fetchone()[0]


def typed_everywhere(data):
    """No word of what the keyring holds lies in a file of the shop."""
    for folder, _, names in os.walk(data):
        for name in names:
            with open(os.path.join(folder, name), "rb") as stream:
                if b"secret9" in stream.read():
                    return os.path.join(folder, name)
    return None


def begin_and_die(tap, app, data):
    key("ctrl+n")
    app.find("dialog", "New Job")
    app.focus(app.find("text", "Reported Fault"))
    type_keys("Screen black")
    app.unfold("Also Left Here, Unlock Code")
    app.focus(app.find("text", CODE))
    type_keys("secret9")
    wait("the draft", lambda: drafts(data) > 0)
    code = app.find("text", CODE)
    wait("the code", lambda: code.get_text_iface().get_character_count() == 7)
    wait_for_keyring(data)
    with tap.point("another program is told no more of the code than the eye sees"):
        assert "secret9" not in app.words()
    app.kill()


def wait_for_keyring(data):
    """The code is kept a moment after it was typed."""
    import gi
    gi.require_version("Secret", "1")
    from gi.repository import Secret

    schema = Secret.Schema.new("any", Secret.SchemaFlags.DONT_MATCH_NAME, {"draft": Secret.SchemaAttributeType.STRING})
    with sqlite3.connect(f"file:{os.path.join(data, 'aftercare.db')}?mode=ro", uri=True) as shop:
        begun = shop.execute("SELECT key FROM draft WHERE key LIKE 'job:new%' ORDER BY length(key)").fetchone()[0].split("@")[0]

    def found():
        return Secret.password_lookup_sync(schema, {"draft": begun}, None) == "secret9"
    wait("the code in the keyring", found)


def begun(tap, build, data, job):
    arguments = ["--today", TODAY, "--place", "today"]
    with App(build, data, *arguments) as app:
        app.resize(1280, 860)
        begin_and_die(tap, app, data)
    with App(build, data, *arguments) as app:
        app.resize(1280, 860)
        with tap.point("what was begun waits without hiding what is said meanwhile"):
            app.wait_text(re.compile("Continue where you stopped\\? New Job · .*Screen black"))
            key("ctrl+2")
            app.point_and_click(app.row("Bea Koch"))
            app.press(app.find("button", "Note"))
            app.set_text(app.find("text", within=app.find("dialog")), "Likes tea")
            save(app)
            app.wait_text("Entry saved", timeout=3)
        with tap.point("a key goes on with it, and the unlock code is there"):
            key("ctrl+shift+e")
            app.find("dialog", "New Job")
            wait("the fault", lambda: text_of(app.find("text", "Reported Fault")) == "Screen black")
            code = app.find("text", CODE)
            wait("the code", lambda: code.get_text_iface().get_character_count() == 7)
            assert typed_everywhere(data) is None, typed_everywhere(data)
        with tap.point("it is there after Escape, too"):
            key("Escape")
            app.wait_gone("dialog", "New Job")
            key("ctrl+n")
            app.point_and_click(app.row("Screen black"))
            code = app.find("text", CODE)
            wait("the code", lambda: code.get_text_iface().get_character_count() == 7)
            key("Escape")
            app.wait_gone("dialog", "New Job")
        app.kill()
    with App(build, data, *arguments) as app:
        app.resize(1280, 860)
        with tap.point("thrown away elsewhere, it is not offered any more"):
            app.find("button", "Continue")
            key("ctrl+n")
            app.press(app.find("button", re.compile("^Throw away")))
            wait("no draft", lambda: drafts(data) == 0)
            key("Escape")
            app.wait_gone("button", "Continue")
            key("ctrl+shift+e")
            assert not app.has("dialog", "New Job")
        tap.equal(app.complaints(), [], "the log is free of warnings, begun")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        _, job = make_shop(build, data)
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            app.find("frame")
            app.resize(1280, 860)
            elsewhere(tap, app, build, data, job)
            their_yes(tap, app, build, data, job)
            barrier(tap, app, build, data, job)
            pay_back(tap, app, build, data)
            taken_in(tap, app, build, data)
            tap.equal(app.complaints(), [], "the log is free of warnings")
        begun(tap, build, data, job)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
