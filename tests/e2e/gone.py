#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody is deleted by another program while something is written or done for them: it is not saved where nobody would see
it; they can be brought back with it, or what was typed stays."""
import re
import sys
import tempfile

from desk import TODAY, App, checked, cli, drafts, key, say_who_we_are, text_of, wait
from tap import Tap

TOLD = re.compile("deleted while you were writing")
GONE = re.compile("Ida Berg.* was deleted meanwhile")


def add(build, data, name):
    return cli(build, data, "add", "customer", f"name={name}")["id"]


def names(build, data, *more):
    return [row["name"] for row in cli(build, data, "list", "customer", *more)]


def opened(app, name):
    key("ctrl+2")
    app.point_and_click(app.row(name))
    app.find("heading", name)


def answer(app, word):
    app.wait_text(TOLD)
    app.press(app.find("button", word))
    app.wait_gone("dialog", "Deleted Meanwhile")


def note(tap, app, build, data):
    bea = add(build, data, "Bea Koch")
    opened(app, "Bea Koch")
    app.press(app.find("button", "Note"))
    app.set_text(app.find("text", within=app.find("dialog")), "Likes tea")
    cli(build, data, "remove", "customer", bea)
    with tap.point("a note on one who was deleted meanwhile is not saved, and asks"):
        app.press(app.find("button", "Save", within=app.find("dialog")))
        answer(app, "Cancel")
        assert cli(build, data, "list", "interaction") == []
    with tap.point("what was written stays, in the dialog and as a draft"):
        assert text_of(app.find("text", within=app.find("dialog"))) == "Likes tea"
        wait("the draft", lambda: [body for body in drafts(data).values() if "Likes tea" in body])
    with tap.point("brought back with it, both are there"):
        app.press(app.find("button", "Save", within=app.find("dialog")))
        answer(app, "Bring Back and Save")
        wait("the note", lambda: [row["body"] for row in cli(build, data, "list", "interaction")] == ["Likes tea"])
        assert "Bea Koch" in names(build, data)


def intake(tap, app, build, data):
    fay = add(build, data, "Fay Moss")
    opened(app, "Fay Moss")
    key("ctrl+n")
    app.find("dialog", "New Job")
    app.set_text(app.find("text", "Reported Fault"), "Flat tyre")
    cli(build, data, "remove", "customer", fay)
    with tap.point("nor is a job taken in"):
        key("ctrl+Return")
        app.wait_text(TOLD)
        assert cli(build, data, "list", "job") == []
    with tap.point("which is said once: no other way is told beside that"):
        key("Escape")
        wait("the question gone", lambda: not any(TOLD.search(word) for word in app.words()))
        assert not any("Recently Deleted" in word for word in app.words()), app.words()
        key("ctrl+Return")
        app.wait_text(TOLD)
    with tap.point("unless they come back"):
        answer(app, "Bring Back and Save")
        wait("the job", lambda: [row["fault"] for row in cli(build, data, "list", "job")] == ["Flat tyre"])
        assert "Fay Moss" in names(build, data)
    return fay


def job_page(tap, app, build, data, fay):
    with tap.point("the page of a job closes when its customer is deleted, and comes back by the list"):
        app.find("button", "Start Work")
        cli(build, data, "remove", "customer", fay)
        app.wait_gone("button", "Start Work")
        cli(build, data, "undelete", "customer", fay)
        app.find(None, re.compile("Fay Moss"))


def redo(tap, app, build, data):
    key("ctrl+2")
    key("ctrl+shift+n")
    app.find("dialog", "New Customer")
    app.set_text(app.find("text", "Name"), "Gus Roth")
    key("ctrl+Return")
    app.wait_gone("dialog", "New Customer")
    wait("him", lambda: "Gus Roth" in names(build, data))
    gus = [row["id"] for row in cli(build, data, "list", "customer") if row["name"] == "Gus Roth"][0]
    cli(build, data, "remove", "customer", gus)
    app.wait_gone("heading", "Gus Roth")
    with tap.point("Undo of an addition leaves somebody else's deletion, and says so"):
        key("ctrl+z")
        app.wait_text("There is nothing left to take back")
        assert "Gus Roth" in names(build, data, "--deleted")
    with tap.point("and Redo brings nothing back to somebody who was deleted since"):
        hana = add(build, data, "Hana Orr")
        opened(app, "Hana Orr")
        before = len(cli(build, data, "list", "interaction"))
        app.press(app.find("button", "Note"))
        app.set_text(app.find("text", within=app.find("dialog")), "Likes tea")
        app.press(app.find("button", "Save", within=app.find("dialog")))
        wait("the note", lambda: len(cli(build, data, "list", "interaction")) > before)
        key("ctrl+z")
        wait("it is taken back", lambda: len(cli(build, data, "list", "interaction")) == before)
        cli(build, data, "remove", "customer", hana)
        app.wait_gone("heading", "Hana Orr")
        key("ctrl+shift+z")
        app.wait_text(re.compile("Hana Orr.*deleted"))
        assert len(cli(build, data, "list", "interaction")) == before


def cut_off(tap, build, begin, continued, saved):
    """What was written is left by a power cut, and they are deleted before it is continued."""
    with tempfile.TemporaryDirectory() as data:
        ida = add(build, data, "Ida Berg")
        with App(build, data, "--place", "customers") as app:
            opened(app, "Ida Berg")
            begin(app)
            wait("the draft", lambda: [body for body in drafts(data).values() if "Half" in body])
            app.kill()
        cli(build, data, "remove", "customer", ida)
        with App(build, data, "--place", "customers") as app:
            app.click("button", "Continue")
            with tap.point(f"{continued} of one who was deleted since is not saved where nobody sees it"):
                app.find("dialog")
                key("ctrl+Return")
                app.wait_text(TOLD)
                assert "Half" not in str(cli(build, data, "list", "customer", "--deleted")), continued
            with tap.point("unless they come back, too"):
                answer(app, "Bring Back and Save")
                wait(continued, lambda: saved(data))
                app.wait_gone("dialog")
            tap.equal(app.complaints(), [], f"the log is free of warnings ({continued})")


def asked(app, told, word):
    app.wait_text(told)
    app.press(app.find("button", word))
    app.wait_gone("button", word)


def left_behind(tap, app, data, what, told):
    """What cannot be gone on with is asked about, and is not offered for ever."""
    with tap.point(f"{what} says so, and is kept by who leaves that"):
        app.click("button", "Continue")
        app.wait_text(told)
        key("Escape")
        app.wait_gone("button", "Throw Away")
        assert "Half" in str(drafts(data))
        app.kill()
        app.start()
    with tap.point(f"{what} is thrown away by who says so"):
        app.click("button", "Continue")
        asked(app, told, "Throw Away")
        wait("no draft", lambda: not drafts(data))
    with tap.point(f"{what} is asked about again where that is taken back"):
        app.undo("Thrown away")
        asked(app, told, "Keep")
        wait("the draft", lambda: "Half" in str(drafts(data)))


def message(tap, build):
    """A message is to nobody who was deleted, and is not lost either."""
    with tempfile.TemporaryDirectory() as data:
        ida = cli(build, data, "add", "customer", record={"name": "Ida Berg", "phones": [{"number": "0157 335 21 78"}]})["id"]
        with App(build, data, "--place", "customers") as app:
            opened(app, "Ida Berg")
            app.press(app.find("button", "Write"))
            app.set_text(app.find("text", "Message", within=app.find("dialog")), "Half a message")
            wait("the draft", lambda: "Half" in str(drafts(data)))
            app.kill()
        cli(build, data, "remove", "customer", ida)
        with App(build, data, "--place", "customers") as app:
            with tap.point("a message is offered as one"):
                app.wait_text(re.compile("Continue where you stopped. Message · .*Ida Berg"))
            left_behind(tap, app, data, "a message to one who was deleted since", GONE)
            with tap.point("and goes on once they are back"):
                cli(build, data, "undelete", "customer", ida)
                opened(app, "Ida Berg")
                app.press(app.find("button", "Write"))
                assert text_of(app.find("text", "Message", within=app.find("dialog"))) == "Half a message"
            tap.equal(app.complaints(), [], "the log is free of warnings (message)")


def invoice(tap, build):
    """What they owe stands without them."""
    with tempfile.TemporaryDirectory() as data:
        say_who_we_are(build, data)
        ida = cli(build, data, "add", "customer", record={"name": "Ida Berg", "emails": [{"address": "ida@example.com"}]})["id"]
        bill = cli(build, data, "add", "invoice", record={
            "customer": ida, "currency": "EUR", "prices": "gross",
            "lines": [{"name": "Bell", "quantity": "1", "price": "40", "category": "S", "rate": "19"}]})["id"]
        cli(build, data, "invoice", "issue", bill)
        with App(build, data, "--place", "invoices") as app:
            app.point_and_click(app.row("Ida Berg"))
            app.press(app.find("button", "Send…"))
            app.set_text(app.find("text", "Message", within=app.find("dialog")), "Half a message")
            wait("the draft", lambda: "Half" in str(drafts(data)))
            app.kill()
        cli(build, data, "remove", "customer", ida)
        with App(build, data, "--place", "invoices") as app:
            with tap.point("a message with an invoice to one who was deleted since goes on"):
                app.click("button", "Continue")
                assert text_of(app.find("text", "Message", within=app.find("dialog"))) == "Half a message"
            tap.equal(app.complaints(), [], "the log is free of warnings (invoice)")


# what is begun from a line of Today: of which kind, by what button, in which field
TALKS = {"a call": ("check", "Call", "What Was Said"), "an answer": ("feedback", "Call", "In their words"),
         "a line let go": ("check", None, "Why, in a Word")}


def let_go(app):
    button = app.find("toggle button", "Later or Let Go")
    app.point_and_click(button)
    wait("the menu", lambda: checked(button))
    key("g")


def talk(tap, build, what):
    """Nobody calls, with the number there to be dialled, who was deleted since: perhaps they asked for that."""
    kind, button, field = TALKS[what]
    with tempfile.TemporaryDirectory() as data:
        ida = cli(build, data, "add", "customer", record={"name": "Ida Berg", "phones": [{"number": "0157 335 21 78"}]})["id"]
        cli(build, data, "add", "followup", f"customer={ida}", f"kind={kind}", "title=how it goes", f"due={TODAY}", "channel=phone")
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            if button:
                app.press(app.find("button", button))
            else:
                let_go(app)
            app.set_text(app.find("text", field), "Half a word")
            wait("the draft", lambda: "Half" in str(drafts(data)))
            app.kill()
        cli(build, data, "remove", "customer", ida)
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            left_behind(tap, app, data, f"{what} of one who was deleted since", GONE)
            tap.equal(app.complaints(), [], f"the log is free of warnings ({what})")


def settling(tap, build):
    with tempfile.TemporaryDirectory() as data:
        ida = add(build, data, "Ida Berg")
        complaint = cli(build, data, "add", "complaint", f"customer={ida}", "words=It leaks", "acknowledged_how=phone")["id"]
        with App(build, data, "--place", "feedback") as app:
            app.point_and_click(app.row("It leaks"))
            app.press(app.find("button", "Settle…"))
            app.set_text(app.find("text", "Cause, in a Word or Two"), "Half a cause")
            wait("the draft", lambda: "Half" in drafts(data).get(f"settle:{complaint}", ""))
            app.kill()
        cli(build, data, "remove", "customer", ida)
        with App(build, data, "--place", "feedback") as app:
            left_behind(tap, app, data, "what settles a complaint of one who was deleted since",
                        "This complaint was deleted, or its customer was")
            tap.equal(app.complaints(), [], "the log is free of warnings (settling)")


def a_page(tap, build, place, make, begin, what, told):
    """What is written on the page of a job or a draft that was deleted since."""
    with tempfile.TemporaryDirectory() as data:
        ida = add(build, data, "Ida Berg")
        kind, record = make(ida)
        made = cli(build, data, "add", kind, record=record)["id"]
        with App(build, data, "--today", TODAY, "--place", place) as app:
            if kind == "invoice":
                app.press(app.find("radio button", "Drafts"))
            app.point_and_click(app.row("Ida Berg"))
            begin(app)
            wait("the draft", lambda: "Half" in str(drafts(data)))
            app.kill()
        cli(build, data, "remove", kind, made)
        with App(build, data, "--today", TODAY, "--place", place) as app:
            left_behind(tap, app, data, what, told)
            tap.equal(app.complaints(), [], f"the log is free of warnings ({what})")


def cancel(app):
    app.press(app.find("button", "Cancel Job"))
    app.find(None, "Cancel This Job?")
    app.set_text(app.all("text", "Cancelled, Because")[-1], "Half a reason")


def add_line(app):
    app.point_and_click(app.find(None, "Add Line"))
    app.set_text(app.find("text", "Work or Part", within=app.find("dialog")), "Half a line")


def pages(tap, build):
    line = {"name": "Bell", "quantity": "1", "price": "40"}
    a_page(tap, build, "jobs", lambda ida: ("job", {"customer": ida, "fault": "Chain off"}), cancel,
           "why a job is cancelled that was deleted since", "This job was deleted, or its customer was")
    a_page(tap, build, "jobs", lambda ida: ("job", {"customer": ida, "fault": "Chain off"}), add_line,
           "a line of a job that was deleted since", "This job was deleted, or its customer was")
    a_page(tap, build, "invoices", lambda ida: ("invoice", {"customer": ida, "lines": [line]}), add_line,
           "a line of a draft invoice that was deleted since", "This invoice was deleted")


def write_name(app):
    app.press(app.find("button", "Edit Customer"))
    app.set_text(app.find("text", "Name", within=app.find("dialog")), "Ida Half")


def write_device(app):
    app.turn_to(re.compile("^Jobs"))
    app.press(app.find("button", "Add Device"))
    app.set_text(app.find("text", "What It Is Called", within=app.find("dialog")), "Half a bike")


def main(build):
    tap = Tap()
    message(tap, build)
    invoice(tap, build)
    for what in TALKS:
        talk(tap, build, what)
    settling(tap, build)
    pages(tap, build)
    cut_off(tap, build, write_name, "a name", lambda data: names(build, data) == ["Ida Half"])
    cut_off(tap, build, write_device, "a device",
            lambda data: [row["name"] for row in cli(build, data, "list", "device")] == ["Half a bike"])
    with tempfile.TemporaryDirectory() as data:
        add(build, data, "Ann Lee")
        with App(build, data, "--place", "customers") as app:
            app.find("frame")
            app.resize(1280, 860)
            note(tap, app, build, data)
            fay = intake(tap, app, build, data)
            job_page(tap, app, build, data, fay)
            redo(tap, app, build, data)
            tap.equal(app.complaints(), [], "the log is free of warnings")
            tap.equal(cli(build, data, "verify")["ok"], True, "verify is content")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
