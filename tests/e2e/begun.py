#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is begun for one customer stays theirs: it is neither continued nor written over by what is begun for another."""
import re
import sys
import tempfile

from desk import TODAY, App, cli, drafts, key, say_who_we_are, text_of, wait
from tap import Tap

ARGUMENTS = ["--today", TODAY, "--place", "customers"]


def make_shop(build, data):
    def add(what, **record):
        return cli(build, data, "add", what, record=record)["id"]

    say_who_we_are(build, data)
    ids = {}
    for name in ("Ann Lee", "Bea Koch"):
        who = add("customer", name=name, phones=[{"number": "0171 111"}])
        job = add("job", customer=who, fault=f"Flat tire of {name}", no_plan_reason="none")
        cli(build, data, "job", "move", job, "collected")
        ask = add("followup", customer=who, job=job, kind="feedback", title="how it went", due=TODAY, channel="phone")
        ids[name] = {"id": who, "job": job, "ask": ask}
    add("interaction", customer=ids["Ann Lee"]["id"], direction="note", channel="note", body="Rides to work\n\nand home again")
    bill = add("invoice", customer=ids["Bea Koch"]["id"], currency="EUR", prices="gross",
               lines=[{"name": "Bell", "quantity": "1", "price": "40", "category": "S", "rate": "19"}])
    ids["invoice"] = cli(build, data, "invoice", "issue", bill)["id"]
    return ids


def answer(app, name, words):
    app.point_and_click(app.row(name))
    app.press(app.find("button", "Ask How It Went"))
    dialog = app.find("dialog", f"Ask {name} How It Went")
    if words:
        app.set_text(app.find("text", "In their words", within=dialog), words)
    return dialog


def answers(tap, build, data, ids):
    ann, bea = ids["Ann Lee"], ids["Bea Koch"]
    with App(build, data, *ARGUMENTS) as app, tap.point("an answer that is begun is kept under its follow-up"):
        answer(app, "Ann Lee", "Rides like new")
        wait("the draft", lambda: "Rides like new" in drafts(data).get(f"ask:{ann['ask']}", ""))
        app.kill()
    with App(build, data, *ARGUMENTS) as app:
        with tap.point("whoever else is asked begins with nothing, and writes over nothing"):
            dialog = answer(app, "Bea Koch", None)
            assert not app.has("button", "Continue", within=dialog)
            app.set_text(app.find("text", "In their words", within=dialog), "A bit loud")
            wait("both drafts", lambda: "A bit loud" in drafts(data).get(f"ask:{bea['ask']}", ""))
            assert "Rides like new" in drafts(data)[f"ask:{ann['ask']}"]
            app.press(app.find("button", "Save", within=dialog))
            app.wait_gone("dialog")
        with tap.point("continued, it is an answer to what was asked"):
            app.wait_text(re.compile("Continue where you stopped.*Ann Lee"))
            app.click("button", "Continue")
            dialog = app.find("dialog", "Ask Ann Lee How It Went")
            wait("the words", lambda: text_of(app.find("text", "In their words", within=dialog)) == "Rides like new")
            app.press(app.find("button", "Save", within=dialog))
            app.wait_gone("dialog")
            assert cli(build, data, "get", "followup", ann["ask"])["state"] == "done"
            assert {(f["job"], f["comment"]) for f in cli(build, data, "list", "feedback")} == \
                {(ann["job"], "Rides like new"), (bea["job"], "A bit loud")}
            wait("no draft", lambda: not drafts(data))
    tap.equal(app.complaints(), [], "the log is free of warnings")


def lines(tap, app):
    with tap.point("the timeline says all lines of a note"):
        app.point_and_click(app.row("Ann Lee"))
        app.wait_text("Rides to work · and home again")


def payment(tap, app, ids):
    with tap.point("a sum that makes no sense has nothing said about it"):
        key("ctrl+4")
        app.point_and_click(app.row("Bea Koch"))
        app.press(app.find("button", re.compile("^Record Payment")))
        dialog = app.find("dialog", "Record Payment")
        entry = app.find("text", re.compile("^Amount"), within=dialog)
        app.set_text(entry, "12")
        app.wait_text("stays open")
        app.set_text(entry, "12x")
        wait("no sentence", lambda: not any("stays open" in (n.get_name() or "") for n in app.all("label", within=dialog)))
        app.set_text(entry, "12")
        app.wait_text("stays open")
        key("Escape")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        ids = make_shop(build, data)
        answers(tap, build, data, ids)
        with App(build, data, *ARGUMENTS) as app:
            app.find("frame")
            app.resize(1280, 860)
            lines(tap, app)
            payment(tap, app, ids)
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
