#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who asks how it went writes the answer down there and then, from Today as from the customer's page; who calls for it asked by
phone, wherever the plan would have asked."""
import re
import sys
import tempfile

from desk import TODAY, App, cli, key
from tap import Tap

WHO = "A&B <i>"


def state(build, data, followup):
    return cli(build, data, "get", "followup", followup)["state"]


def ask(app, row=None):
    app.press(app.find("button", "Call", within=row) if row else app.find("button", "Ask How It Went"))
    return app.find("dialog", f"Ask {WHO} How It Went")


def on_today(tap, app, build, data, ids):
    with tap.point("the line on Today leads to the answer, with what to say"):
        dialog = ask(app, app.row(WHO))
        app.wait_text("0171 111")
        app.find("toggle button", "9", within=dialog)
    with tap.point("what was answered is saved, and nothing is left to ask"):
        app.press(app.find("toggle button", "9", within=dialog))
        app.set_text(app.find("text", "In their words", within=dialog), "Rides like new")
        app.press(app.find("button", "Save", within=dialog))
        app.wait_gone("dialog")
        answer, = cli(build, data, "list", "feedback")
        contact, = cli(build, data, "list", "interaction")
        assert (answer["score"], answer["comment"], answer["job"], answer["channel"]) == (9, "Rides like new", ids["job"], "phone"), answer
        assert (contact["followup"], contact["channel"]) == (ids["ask"], "phone"), contact
        assert state(build, data, ids["ask"]) == "done"
        app.wait_gone("list item", re.compile(re.escape(WHO)))
    with tap.point("one Undo takes the answer and the contact back"):
        app.undo("Answer saved")
        app.row(WHO)
        assert cli(build, data, "list", "feedback") == cli(build, data, "list", "interaction") == []
        assert state(build, data, ids["ask"]) == "open"


def on_the_page(tap, app, build, data, ids):
    with tap.point("so does the customer's page"):
        key("ctrl+2")
        app.point_and_click(app.row(WHO))
        dialog = ask(app)
    with tap.point("whoever was not reached is logged as such, and asked again"):
        row = app.find("button", re.compile("^Nobody to Ask"), within=dialog)
        app.scroll_to(row)
        app.point_and_click(row)
        app.find("button", "Log It")
        key("Escape")
        app.wait_gone("dialog")
        assert state(build, data, ids["ask"]) == "open"
    with tap.point("a low score opens a complaint, which the window says"):
        dialog = ask(app)
        key("2")  # the cursor stands on the numbers: what is read out is typed
        app.press(app.find("button", "Save", within=dialog))
        app.wait_gone("dialog")
        app.wait_text("complaint opened")
        assert len(cli(build, data, "list", "complaint")) == 1


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        who = cli(build, data, "add", "customer", record={"name": WHO, "phones": [{"number": "0171 111"}]})["id"]
        job = cli(build, data, "add", "job", f"customer={who}", "fault=Flat tire", "no_plan_reason=Asked by hand")["id"]
        cli(build, data, "job", "move", job, "collected")
        ask_id = cli(build, data, "add", "followup", f"customer={who}", f"job={job}", "kind=feedback", "title=how it went",
                     f"due={TODAY}", "channel=counter")["id"]
        ids = {"job": job, "ask": ask_id}
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            app.find("frame")
            app.resize(1280, 860)
            on_today(tap, app, build, data, ids)
            on_the_page(tap, app, build, data, ids)
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
