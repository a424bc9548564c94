#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Wherever a person with a number is shown they can be called, and the call is written down; a number can be dialled and
copied, an address written to."""
import re
import sys
import tempfile

from desk import TODAY, App, bounds, cli, key, say_who_we_are, text_of, type_keys, wait, walk
from tap import Tap

NUMBER = "0157 335 21 78"
PHONE, MAIL = {"phones": [{"number": "0171 5551234"}]}, {"emails": [{"address": "a@example.org"}]}
REACHED = [("Bob Moor", "email", PHONE), ("Cy Sims", "sms", MAIL), ("Di Kent", "counter", PHONE), ("Ed Hale", "phone", MAIL)]
# what the button says, what it opens, and how that begins
OPENS = {"Bob Moor": ("Call", "Call", "Phone call"), "Cy Sims": ("Write", "Write to", "E-mail"), "Di Kent": ("Call", "Call", "Phone call"),
         "Ed Hale": ("Write", "Write to", "E-mail")}


def make_shop(build, data):
    def add(what, **record):
        return cli(build, data, "add", what, record=record)["id"]

    say_who_we_are(build, data)
    for key_, value in (("opening-hours", "Mo-Fr 09:00-12:30,13:30-18:00"), ("holidays", "2026-11-25")):
        cli(build, data, "setting", "set", key_, value)
    ann = add("customer", name="Ann Lee", channel="sms", phones=[{"number": NUMBER}], emails=[{"address": "ann@example.org"}])
    add("customer", name="Nobody Reached")
    add("customer", name="Wilma Brandenburg", channel="sms", phones=[{"number": "0171 5559876"}])
    bike = add("device", customer=ann, name="Roadster", kind="bike")
    job = add("job", customer=ann, device=bike, fault="Flat tire", no_plan_reason="none", agreed_by="Ann", agreed_how="counter",
              lines=[{"name": "Tire", "quantity": "1", "price": "40"}])
    cli(build, data, "job", "move", job, "ready")
    draft = cli(build, data, "invoice", "draft", "--job", job)["id"]
    cli(build, data, "invoice", "issue", draft)
    add("payment", invoice=draft, amount="15", method="cash")
    first = add("complaint", customer=ann, words="The bell is gone", received="2026-11-02T10:00:00Z", channel="counter")
    second = add("complaint", customer=ann, job=job, words="Flat again", received="2026-11-24T08:00:00Z", channel="email")
    others = {}
    for name, wish, reached in REACHED:
        others[name] = cli(build, data, "add", "job", record={
            "customer": add("customer", name=name, channel=wish, **reached), "fault": "Squeaks", "no_plan_reason": "none",
            "lines": [{"name": "Hub", "quantity": "1", "price": "40"}]})["id"]
        cli(build, data, "job", "move", others[name], "ready")
    return {"ann": ann, "job": cli(build, data, "get", "job", job)["number"], "first": first, "second": second, **others}


def calls(build, data):
    return [i for i in cli(build, data, "list", "interaction") if i["channel"] == "phone"]


def log(app, build, data, said):
    """What was said, and Enter; there is one call more."""
    before = len(calls(build, data))
    dialog = app.find("dialog", "Call Ann Lee")
    app.find("button", f"Copy {NUMBER}", within=dialog)
    wait("the cursor", lambda: text_of(app.find("text", "What Was Said", within=dialog)) == "")
    type_keys(said)
    wait("the words", lambda: text_of(app.find("text", "What Was Said", within=dialog)) == said)
    key("Return")
    app.wait_gone("dialog", "Call Ann Lee")
    wait("one call more", lambda: len(calls(build, data)) == before + 1)
    return next(c for c in calls(build, data) if c["body"] == said)


def on_the_page(app, tap, build, data, ids):
    key("ctrl+2")
    app.point_and_click(app.row("Ann Lee"))
    app.find("heading", "Ann Lee")
    with tap.point("from the customer’s page; the call is written down and settles nothing"):
        app.click("button", "Call")
        call = log(app, build, data, "Comes on Friday")
        assert (call["direction"], call["job"], call["outcome"]) == ("out", None, "Spoke with them"), call
        assert not cli(build, data, "get", "complaint", ids["second"])["acknowledged"]
    with tap.point("it is taken back by its toast"):
        app.undo("Logged: contact with Ann Lee")
        wait("no call", lambda: not calls(build, data))
    with tap.point("what was typed is kept until it is saved"):
        app.click("button", "Call")
        app.find("dialog", "Call Ann Lee")
        type_keys("Rang twice")
        key("Escape")
        app.wait_gone("dialog", "Call Ann Lee")
        app.undo("Not saved")
        wait("the words", lambda: text_of(app.find("text", "What Was Said")) == "Rang twice")
        key("Escape")
        app.wait_gone("dialog", "Call Ann Lee")


def in_the_details(app, tap, build, data, ids):
    app.press(app.find("radio button", "Details"))
    with tap.point("where no program makes calls, that is said with the number"):
        app.click("button", f"Call {NUMBER}")
        app.wait_text(re.compile(f"No program here makes calls. Dial .?{NUMBER}.? yourself."))
    with tap.point("number and address are copied"):
        app.click("button", f"Copy {NUMBER}")
        app.click("button", "Copy ann@example.org")
    with tap.point("who is written to from the address is written an e-mail, whatever they prefer"):
        app.click("button", "Write to ann@example.org")
        dialog = app.find("dialog", re.compile("^Write to .?Ann Lee"))
        wait("by e-mail", lambda: any("E-mail" in n.get_name() for n in walk(app.find("combo box", re.compile("^Channel"), within=dialog))))
        key("Escape")
        app.wait_gone("dialog", re.compile("^Write to"))


def on_a_job(app, tap, build, data, ids):
    key("ctrl+3")
    app.point_and_click(app.row("Ann Lee", "Roadster"))
    app.wait_text("The Work")
    with tap.point("from a job, about which the call is"):
        app.click("button", "Call Ann Lee")
        call = log(app, build, data, "Asked for the color")
        assert cli(build, data, "get", "job", call["job"])["number"] == ids["job"], call


def on_a_complaint(app, tap, build, data, ids):
    key("ctrl+6")
    app.point_and_click(app.find("list item", re.compile("^Ann Lee.*Flat again")))
    with tap.point("a complaint says what it is about, what was agreed and paid, and what came before"):
        app.wait_text(re.compile(f"^{re.escape(ids['job'])} · agreed €40.00 · paid €15.00$"))
        app.row("“The bell is gone”", within=app.find("list", "Earlier Complaints"))
    with tap.point("the call from there is its answer"):
        app.click("button", "Call Ann Lee")
        log(app, build, data, "We are sorry")
        wait("answered", lambda: cli(build, data, "get", "complaint", ids["second"])["acknowledged"])
        assert not cli(build, data, "get", "complaint", ids["first"])["acknowledged"]


def as_they_are_reached(app, tap, build, data, ids):
    key("ctrl+1")
    for name, (says, opens, by) in OPENS.items():
        with tap.point(f"{name} is got in touch with as the button says"):
            app.press(app.find("button", says, within=app.row(name, "ready")))
            dialog = app.find("dialog", re.compile(f"^{opens} .?{name}"))
            wait(by, lambda: any(by in n.get_name() for n in walk(app.find("combo box", re.compile("^Channel"), within=dialog))))
            key("Escape")
            app.wait_gone("dialog", re.compile(f"^{opens} .?{name}"))


def in_vain(app, tap, build, data, ids):
    """Who calls has before them what is asked on the phone; who reached nobody finds that on the line."""
    number = cli(build, data, "get", "job", ids["Di Kent"])["number"]
    said = (rf"^{number} · €40.00, not agreed yet$", "^Today until 12:30, 13:30–18:00\nThursday 9:00–12:30, 13:30–18:00$")

    def call(*so_far):
        app.press(app.find("button", "Call", within=app.row("Di Kent", "ready")))
        dialog = app.find("dialog", re.compile("^Call .?Di Kent"))
        for words in (*said, *so_far):
            app.wait_text(re.compile(words))
        outcome = app.find("combo box", re.compile("^Outcome"), within=dialog)
        app.scroll_to(outcome)
        app.point_and_click(outcome)
        app.wait_text("Nobody answered")
        key("End", "Return")
        wait("the outcome", lambda: any(n.get_name() == "Nobody answered" for n in walk(outcome)))
        app.press(app.find("button", "Log It", within=dialog))
        app.wait_gone("dialog", re.compile("^Call .?Di Kent"))
    with tap.point("the price, the hours of today and of the next open day are told with the number"):
        call()
    with tap.point("nobody answered: the line says so"):
        app.row("Di Kent", "Tried once, 12:00")
        app.wait_text(re.compile("Tried once, 12:00$"))
    with tap.point("and so does the next call, and counts them"):
        call("^Tried once, 12:00$")
        app.row("Di Kent", "Tried 2 times, last 12:00")


def without(app, tap, build, data, ids):
    key("ctrl+2")
    app.point_and_click(app.row("Nobody Reached"))
    with tap.point("nobody is called who has no number"):
        app.find("heading", "Nobody Reached")
        assert not app.has("button", "Call")
    app.point_and_click(app.row("Wilma Brandenburg"))
    app.find("heading", "Wilma Brandenburg")
    app.resize(360, 760)
    with tap.point("narrow, the whole name stands above what is written to them"):
        app.click("button", "Write")
        dialog = app.find("dialog", re.compile("^Write to"))
        one = bounds(app.find("label", "To", within=dialog))[3]
        wait("two lines", lambda: bounds(app.find("label", "Wilma Brandenburg", within=dialog))[3] > 1.3 * one)
        key("Escape")
        app.wait_gone("dialog")
    app.resize(1280, 860)
    app.point_and_click(app.row("Ann Lee"))
    app.find("heading", "Ann Lee")
    app.resize(360, 760)
    with tap.point("narrow, the number is on the page"):
        app.wait_text(re.compile(NUMBER))
        app.find("button", "Call")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        ids = make_shop(build, data)
        with App(build, data, "--today", TODAY, "--place", "customers") as app:
            app.find("frame")
            app.resize(1280, 860)
            for part in (on_the_page, in_the_details, on_a_job, on_a_complaint, as_they_are_reached, in_vain, without):
                with tap.point(f"{part.__name__} to the end"):
                    part(app, tap, build, data, ids)
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
