#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reason that was typed into a question is kept over leaving like what stands in an editor, and over a crash; what was let go
or put off can be taken back and done again, and what another desk settled meanwhile stays as it is."""
import re
import sys
import tempfile

from desk import TODAY, App, checked, cli, drafts, key, say_who_we_are, text_of, type_keys, wait
from tap import Tap

REASON = "Half a thought & <more>"


def later(app, letter):
    button = app.find("toggle button", "Later or Let Go", within=app.row("Nils", "well"))
    app.point_and_click(button)
    wait("the menu", lambda: checked(button))
    key(letter)


def let_go(app):
    key("ctrl+1")
    later(app, "g")


def open_job(app, what):
    key("ctrl+3")
    app.point_and_click(app.row(what))
    app.find("heading", "History")


def cancel(app):
    open_job(app, "Chain off")
    app.press(app.find("button", "Cancel Job"))


def no_plan(app):
    open_job(app, "Flat tire")
    app.press(app.find("button", "Hand Over"))


def bill_early(app):
    key("ctrl+4")
    app.press(app.find("radio button", "Drafts"))
    app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
    app.press(app.find("button", "Give a Reason…"))


def their_yes(app):
    open_job(app, "Saddle")
    app.wait_text("Not agreed yet: record their yes")
    app.scroll_to(app.find("heading", "History"))
    app.point_and_click(app.row("Agreed Price"))


def consent(app):
    key("ctrl+4")
    app.press(app.find("radio button", "Drafts"))
    app.point_and_click(app.find("list item", re.compile("^Cem Aydin")))
    app.press(app.find("button", "Record Consent…"))


def pay_back(app):
    key("ctrl+4")
    app.press(app.find("radio button", "All"))
    app.point_and_click(app.find("list item", re.compile("^Dora Vogt")))
    app.press(app.find("button", "Pay Back…"))


# what it is, how it is asked, what it says, the entry, what the offer names
QUESTIONS = [
    ("letting go", let_go, "Let It Go", "Why, in a Word", "Let It Go · "),
    ("cancelling a job", cancel, "Cancel This Job?", "Cancelled, Because", "Cancel the Job · Job 2026-.*Nils Brandt"),
    ("no aftercare", no_plan, "No Aftercare?", "No Aftercare, Because", "No Aftercare · Job 2026-.*Flat tire.*Nils Brandt"),
    ("billing early", bill_early, "Bill Before the Work Is Done?", "Reason", "Bill Before the Work Is Done · Draft invoice, .*80.00.*Bea Koch"),
    ("their yes", their_yes, "Record Their Yes", "Agreed By", "Record Their Yes · Job 2026-.*Saddle.*Nils Brandt"),
    ("their consent", consent, "Record Consent", "Agreed By", "Record Consent · Draft invoice, .*Cem Aydin"),
    ("paying back", pay_back, "Pay Back", "Note", "Repayment of .*10.00 on invoice 2026-.*Dora Vogt"),
]


def entry_of(app, heading, entry):
    """The last of its name: the page behind may have one, too."""
    app.find(None, heading)
    return wait(entry, lambda: next(reversed(app.all("text", entry)), None))


def make_shop(build, data):
    say_who_we_are(build, data)
    people = {name: cli(build, data, "add", "customer", f"name={name}")["id"] for name in ("Nils Brandt", "Bea Koch", "Cem Aydin", "Dora Vogt")}
    cli(build, data, "add", "followup", f"customer={people['Nils Brandt']}", "kind=check", "title=whether all is well",
        f"due={TODAY}", "channel=phone")
    cli(build, data, "add", "job", f"customer={people['Nils Brandt']}", "fault=Chain off")
    flat = cli(build, data, "add", "job", f"customer={people['Nils Brandt']}", "fault=Flat tire")["id"]
    cli(build, data, "job", "move", flat, "ready")
    early = cli(build, data, "add", "job", record={
        "customer": people["Bea Koch"], "fault": "Wheel", "lines": [{"name": "Wheel", "quantity": "1", "price": "80"}]})["id"]
    cli(build, data, "invoice", "draft", "--job", early)
    cli(build, data, "add", "job", record={
        "customer": people["Nils Brandt"], "fault": "Saddle", "lines": [{"name": "Saddle", "quantity": "1", "price": "30"}]})
    dear = cli(build, data, "add", "job", record={
        "customer": people["Cem Aydin"], "fault": "Chain", "no_plan_reason": "a gift", "agreed_by": "Cem", "agreed_how": "phone",
        "lines": [{"name": "Chain", "quantity": "1", "price": "40"}]})["id"]
    cli(build, data, "job", "move", dear, "ready")
    draft = cli(build, data, "invoice", "draft", "--job", dear)
    cli(build, data, "set", "invoice", draft["id"], record={"lines": [{"name": "Chain", "quantity": "1", "price": "90"}]})
    bill = cli(build, data, "add", "invoice", record={
        "customer": people["Dora Vogt"], "supply": TODAY, "lines": [{"name": "Work", "quantity": "1", "price": "50"}]})["id"]
    cli(build, data, "invoice", "issue", bill)
    cli(build, data, "invoice", "pay", bill, "60.00", "--method", "transfer")


def asked(tap, build, data, name, ask, heading, entry, said):
    with App(build, data, "--today", TODAY) as app:
        app.find("frame", "Aftercare")
        with tap.point(f"{name}: a reason that stands there when the window goes is kept"):
            ask(app)
            app.set_text(entry_of(app, heading, entry), REASON)
            key("ctrl+q")
            assert app.wait_until_gone(10) == 0
            assert any("Half a thought" in body for body in drafts(data).values()), drafts(data)
        tap.equal(app.complaints(), [], f"the log is free of warnings ({name})")
    with App(build, data, "--today", TODAY) as app:
        with tap.point(f"{name}: it is named, and asked again with its words"):
            app.wait_text(re.compile("Continue where you stopped\\? " + said))
            app.click("button", "Continue")
            wait("the words", lambda: text_of(entry_of(app, heading, entry)) == REASON)
        with tap.point(f"{name}: Escape throws it away, and Undo brings it back"):
            key("Escape")
            app.wait_gone(None, heading)
            wait("no draft", lambda: not drafts(data))
            app.undo("Not saved")
            wait("the words", lambda: text_of(entry_of(app, heading, entry)) == REASON)
            wait("the draft", lambda: drafts(data))
            key("Escape")
            app.wait_gone(None, heading)
            wait("no draft", lambda: not drafts(data))
        tap.equal(app.complaints(), [], f"the log is free of warnings ({name}, again)")


def due(build, data):
    return [line for line in cli(build, data, "due")["items"] if line["rule"] == "followup"]


def used(tap, build, data):
    """A reason that was given is no draft any more."""
    with App(build, data, "--today", TODAY) as app:
        app.find("frame", "Aftercare")
        let_go(app)
        app.focus(app.find("text", "Why, in a Word"))
        type_keys("moved away")
        wait("the draft", lambda: drafts(data))
        key("Return")
        with tap.point("what was let go is taken back, and let go again, as often as one likes"):
            app.undo("Let go: moved away")
            app.row("Nils", "well")
            app.wait_text("Taken back: Let go: moved away")
            assert not drafts(data), drafts(data)
            key("ctrl+shift+z")
            app.wait_text("Let go: moved away")
            wait("no line", lambda: not due(build, data))
            key("ctrl+z")
            app.row("Nils", "well")
            app.press(app.find("button", "Redo"))
            wait("no line", lambda: not due(build, data))
            app.undo("Let go: moved away")
            app.row("Nils", "well")
        with tap.point("and what was put off is put off again"):
            later(app, "t")
            app.undo("Put off until tomorrow")
            app.row("Nils", "well")
            key("ctrl+shift+z")
            wait("no line", lambda: not due(build, data))
            key("ctrl+z")
            app.row("Nils", "well")
        tap.equal(app.complaints(), [], "the log is free of warnings (used)")


def settled_meanwhile(tap, build, data):
    """A reason for what another desk has done since lets nothing go any more, be it asked again or still being asked."""
    step = due(build, data)[0]["id"].split("-")[1]

    def stands():
        return {name: cli(build, data, "get", "followup", step)[name] for name in ("state", "done", "reason")}

    with App(build, data, "--today", TODAY) as app:
        app.find("frame", "Aftercare")
        let_go(app)
        app.set_text(entry_of(app, "Let It Go", "Why, in a Word"), REASON)
        key("ctrl+q")
        app.wait_until_gone(10)
    cli(build, data, "set", "followup", step, "state=done")
    done = stands()
    with App(build, data, "--today", TODAY) as app:
        with tap.point("what was done since is not asked about again, which is said"):
            app.wait_text("Continue where you stopped? Let It Go · ")
            app.click("button", "Continue")
            app.wait_text(re.compile("^Seen to or let go meanwhile: .*Nils"))
            wait("no draft", lambda: not drafts(data))
            assert stands() == done, stands()
        cli(build, data, "set", "followup", step, "state=open")
        app.row("Nils", "well")
        with tap.point("nor is it let go by a question that still stood open"):
            later(app, "g")
            app.set_text(entry_of(app, "Let It Go", "Why, in a Word"), "Moved away")
            cli(build, data, "set", "followup", step, "state=done")
            done = stands()
            key("Return")
            app.wait_text("This was seen to or let go meanwhile. Nothing was changed.")
            assert stands() == done, stands()
        tap.equal(app.complaints(), [], "the log is free of warnings (settled meanwhile)")


def not_asked_again(tap, build, data):
    """Nor is it offered by every start from then on."""
    jobs = {row["fault"]: row["id"] for row in cli(build, data, "list", "job")}
    bill, = [row["id"] for row in cli(build, data, "list", "invoice") if row.get("number")]
    elsewhere = {
        "cancelling a job": lambda: cli(build, data, "job", "move", jobs["Chain off"], "cancelled", "--reason", "too dear"),
        "no aftercare": lambda: cli(build, data, "job", "move", jobs["Flat tire"], "collected", "--reason", "a gift"),
        "their yes": lambda: cli(build, data, "set", "job", jobs["Saddle"], "agreed_by=Nils", "agreed_how=phone"),
        "paying back": lambda: cli(build, data, "add", "payment", record={"invoice": bill, "amount": "-10.00", "method": "cash"})}
    for name, ask, heading, entry, said in QUESTIONS:
        if name not in elsewhere:
            continue
        with App(build, data, "--today", TODAY) as app:
            app.find("frame", "Aftercare")
            ask(app)
            app.set_text(entry_of(app, heading, entry), REASON)
            wait("the draft", lambda: drafts(data))
            app.kill()
        elsewhere[name]()
        with App(build, data, "--today", TODAY) as app:
            with tap.point(f"{name}: where another desk has done it since, it is offered no more"):
                app.wait_text("Continue where you stopped? ")
                app.click("button", "Continue")
                wait("no draft", lambda: not drafts(data))
            tap.equal(app.complaints(), [], f"the log is free of warnings ({name}, done elsewhere)")


def brought_back(tap, build, data):
    nils, = [row["id"] for row in cli(build, data, "list", "customer") if row["name"] == "Nils Brandt"]
    cli(build, data, "remove", "customer", nils)

    def there():
        return "Nils Brandt" in [row["name"] for row in cli(build, data, "list", "customer")]

    with App(build, data, "--today", TODAY) as app:
        app.find("frame", "Aftercare")
        with tap.point("who was brought back from the search is gone again by Ctrl+Z, and here again by Ctrl+Shift+Z"):
            app.search_for("Nils Brandt", "Nils Brandt")
            app.wait_text("Nils Brandt is here again")
            assert there()
            key("ctrl+z")
            wait("nobody", lambda: not there())
            app.wait_text("Taken back: Nils Brandt is here again")
            key("ctrl+shift+z")
            wait("somebody", there)
            key("ctrl+z")
            wait("nobody", lambda: not there())
        tap.equal(app.complaints(), [], "the log is free of warnings (brought back)")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        make_shop(build, data)
        used(tap, build, data)
        for question in QUESTIONS:
            asked(tap, build, data, *question)
        settled_meanwhile(tap, build, data)
        not_asked_again(tap, build, data)
        brought_back(tap, build, data)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
