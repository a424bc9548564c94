#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people type is no markup: "A&B <i>" in every text of every kind reads so wherever it is shown, and the log is
silent."""
import re
import sys
import tempfile
import time

from desk import TODAY, App, cli, key, say_who_we_are, type_keys, wait
from tap import Tap

WORDS = "A&B <i>"


def add(build, data, what, **record):
    return cli(build, data, "add", what, record=record, today="2026-11-20")["id"]


def make_shop(build, data):
    say_who_we_are(build, data)
    staff = add(build, data, "staff", name=WORDS, role=WORDS)
    who = add(build, data, "customer", name=WORDS, given=WORDS, family=WORDS, organisation=WORDS, note=WORDS, channel="email",
              birthday="1980-11-26", phones=[{"label": WORDS, "number": "0157 3352178"}],
              emails=[{"label": WORDS, "address": "a&b@example.com"}], tags=[WORDS],
              addresses=[{"label": WORDS, "street": WORDS, "locality": WORDS, "postcode": "1010"}], contact=staff)
    device = add(build, data, "device", customer=who, name=WORDS, kind=WORDS, brand=WORDS, model=WORDS, serial=WORDS, plate=WORDS,
                 meter=WORDS, note=WORDS)
    plan = add(build, data, "plan", name=WORDS, job_kind=WORDS, steps=[{"title": WORDS, "kind": "check", "anchor": "handover", "days": 3}])
    job = add(build, data, "job", customer=who, device=device, kind=WORDS, fault=WORDS, accessories=WORDS, found=WORDS, done=WORDS,
              promised="2026-11-25", promised_time=WORDS, agreed_by=WORDS, agreed_how="counter", plan=plan, staff=staff,
              lines=[{"name": WORDS, "quantity": "1", "unit": WORDS, "price": "50"}])
    add(build, data, "occasion", customer=who, name=WORDS, note=WORDS, date="--11-27")
    add(build, data, "gift", customer=who, name=WORDS, occasion=WORDS, note=WORDS, state="idea")
    add(build, data, "text", name=WORDS, situation="other", subject=WORDS, body=WORDS)
    add(build, data, "interaction", customer=who, direction="out", channel="email", subject=WORDS, body=WORDS, outcome=WORDS)
    add(build, data, "feedback", customer=who, job=job, score=9, comment=WORDS)
    add(build, data, "complaint", customer=who, job=job, words=WORDS, desired=WORDS, cause=WORDS, channel="counter")
    add(build, data, "followup", customer=who, job=job, title=WORDS, kind="other", due="2026-11-24", reason=WORDS)
    add(build, data, "job", customer=who, device=device, kind=WORDS, fault=WORDS,
        lines=[{"name": WORDS, "quantity": "1", "unit": WORDS, "price": "50"}])
    cli(build, data, "job", "move", job, "ready", today="2026-11-23")
    draft = cli(build, data, "invoice", "draft", "--job", job, today="2026-11-23")["id"]
    cli(build, data, "invoice", "issue", draft, today="2026-11-23")
    return who, draft


def said(app):
    return app.words()


def reads_right(app):
    """The words are there, and no escape of theirs."""
    words = said(app)
    return any(WORDS in text for text in words) and not any(re.search(r"&(amp|lt|gt|#)", text) for text in words)


def shut(app):
    """Whatever dialogs are open."""
    def gone():
        if app.has("dialog"):
            key("Escape")
            time.sleep(0.3)
        return not app.has("dialog")
    wait("the dialogs to close", gone)


def look(tap, app, name, act, closes=False):
    """What it leads to reads as it was typed and is complained of by nobody: a text that is no markup is dropped."""
    before = len(app.complaints())
    with tap.point(name):
        try:
            act()
            wait("the words, as they were typed", lambda: reads_right(app), 8)
            time.sleep(0.2)
            assert app.complaints()[before:] == [], app.complaints()[before:]
        except AssertionError:
            app.print_tree()
            shut(app)
            raise
        if closes:
            shut(app)


def places(tap, app):
    for number, place in enumerate(["Today", "Customers", "Jobs", "Invoices", "Occasions", "Feedback", "Outreach"], 1):
        look(tap, app, place, lambda n=number: key(f"ctrl+{n}"))


def found(app):
    app.open_search()
    type_keys("A&B")
    app.find("list item", re.compile(re.escape(WORDS)), within=app.find("dialog", "Find Anything"))


def conflict(app, build, data, who):
    """Somebody else wrote the note meanwhile."""
    app.press(app.find("button", "Edit Customer"))
    dialog = app.find("dialog")
    app.set_text(app.find("text", "Personal note", within=dialog), f"{WORDS} here")
    cli(build, data, "set", "customer", who, f"note={WORDS} there")
    app.press(app.find("button", "Save", within=dialog))
    app.wait_text(f"{WORDS} there")


def customers(tap, app, build, data, who):
    def press(name):
        app.press(app.find("button", name))

    look(tap, app, "the search", lambda: found(app), closes=True)
    key("ctrl+2")
    for name, button in (("the customer's editor", "Edit Customer"), ("a message", "Write"), ("a note", "Note")):
        look(tap, app, name, lambda b=button: (press(b), app.find("dialog")), closes=True)
    look(tap, app, "what two wrote at once", lambda: conflict(app, build, data, who), closes=True)
    for tab in ("Jobs", "Invoices", "Gifts", "Details"):
        look(tap, app, f"the tab {tab}",
             lambda t=tab: app.click(re.compile("tab|radio button|toggle button"), re.compile("^" + t)))


def intake(tap, app):
    def begin():
        found(app)
        key("ctrl+Return")
        app.find("dialog", "New Job")

    def begin_for_new():
        key("ctrl+1", "ctrl+n")
        app.set_text(app.find("text", "Customer: name, phone, serial…"), "A&B <i>new")
        app.wait_text("A&B <i>new")
        app.set_text(app.find("text", "Reported Fault"), WORDS)

    look(tap, app, "the intake", begin, closes=True)
    look(tap, app, "the intake of somebody new", begin_for_new, closes=True)
    look(tap, app, "which is kept, and offered", lambda: (key("ctrl+n"), app.find("dialog", "New Job")), closes=True)


def their_yes(app):
    key("ctrl+3")
    app.press(app.find("button", "Back"))
    app.point_and_click(app.find("list item", re.compile(re.escape(WORDS) + ".*no day promised")))
    app.wait_text("Not agreed yet: record their yes")
    app.scroll_to(app.find("heading", "History"))  # clear of what a toast covers
    app.point_and_click(app.row("Agreed Price"))
    app.find("dialog", "Record Their Yes")


def pay_back(app, build, data, bill):
    cli(build, data, "invoice", "pay", bill, "80")
    app.press(app.find("button", re.compile("^Pay Back")))
    app.find("dialog")


def pages(tap, app, build, data, bill):
    def open_item(place, pattern):
        key(f"ctrl+{place}")
        app.point_and_click(app.find("list item", re.compile(pattern)))

    def press(name):
        app.press(app.find("button", name))
        app.find("dialog")

    look(tap, app, "the job's page", lambda: open_item(3, re.escape(WORDS)))
    look(tap, app, "the job's editor", lambda: press("Edit Job"), closes=True)
    look(tap, app, "a customer's yes", lambda: their_yes(app), closes=True)
    look(tap, app, "the invoice's page", lambda: open_item(4, re.escape(WORDS)))
    look(tap, app, "a payment", lambda: press("Record Payment…"), closes=True)
    look(tap, app, "what is paid back", lambda: pay_back(app, build, data, bill), closes=True)
    key("ctrl+6")
    app.press(app.find("radio button", "Complaints"))
    look(tap, app, "the complaint's page", lambda: open_item(6, re.escape(WORDS)))
    for name, button in (("the complaint's editor", "Edit Complaint"), ("its first answer", "Answer…"), ("its end", "Settle…")):
        look(tap, app, name, lambda b=button: press(b), closes=True)


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        who, bill = make_shop(build, data)
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            app.find("frame", "Aftercare")
            app.resize(1280, 860)
            places(tap, app)
            customers(tap, app, build, data, who)
            intake(tap, app)
            pages(tap, app, build, data, bill)
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
