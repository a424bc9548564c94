#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Jobs stand in groups by what must be done now, and go from one to the next as they become late, ready and told; who
hands one over is told what comes next."""
import re
import sys
import tempfile

from desk import TODAY, App, cli, key, say_who_we_are, wait
from tap import Tap

JOBS = {  # a Tuesday: whose, what was promised, and to which status it came
    "Ann Lee": ("2026-11-24", "16:00", None),
    "Bea Koch": ("2026-11-24", "12:00", "working"),
    "Cy Moss": ("2026-11-25", None, None),
    "Dora Pohl": (None, None, None),
    "Ed Hale": ("2026-11-27", None, "waiting"),
    "Flo Rust": ("2026-11-20", None, "waiting"),
    "Gus Bell": ("2026-11-27", "09:30", None),
}


def make_shop(build, data):
    say_who_we_are(build, data)
    jobs = {}
    for name, (promised, time, status) in JOBS.items():
        customer = cli(build, data, "add", "customer", f"name={name}")["id"]
        record = {"customer": customer, "kind": "Repair", "fault": f"Fault of {name[:3].strip()}", "no_plan_reason": "a gift",
                  "lines": [{"name": "Work", "quantity": "1", "price": "50.00"}]}
        if promised:
            record["promised"] = promised
        if time:
            record["promised_time"] = time
        jobs[name] = cli(build, data, "add", "job", record=record)["id"]
        if status:
            cli(build, data, "job", "move", jobs[name], status)
    return jobs


def seen(app):
    """Headings and rows of the list, from top to bottom: who stands where."""
    lines = [node.get_name() for node in app.all(re.compile("^(heading|list item)$"), within=app.find("list", "Jobs"))]
    return [line.split(" · ")[0] for line in lines if line]


def stands(app, expected):
    last = []

    def same():
        last[:] = seen(app)
        return last == expected
    try:
        wait(f"{expected}", same, 10)
    except AssertionError:
        raise AssertionError(f"{last} is not {expected}") from None


def groups(tap, app, build, data, jobs):
    with tap.point("what must be done first stands first, in groups that are counted"):
        stands(app, ["Late, 1", "Flo Rust", "Promised Today, 2", "Bea Koch", "Ann Lee", "Tomorrow, 1", "Cy Moss",
                     "Later, 2", "Gus Bell", "Dora Pohl", "Waiting, 1", "Ed Hale"])
        app.wait_text("7 jobs open · 1 job late")
    with tap.point("each says as a sentence what was promised"):
        for words in (("Flo Rust", "4 days late, waiting for a part"), ("Ann Lee", "promised today, 16:00"),
                      ("Gus Bell", "Fault of Gus", "promised Friday, 09:30"), ("Dora Pohl", "no day promised"),
                      ("Ed Hale", "promised Friday, waiting for a part")):
            app.row(*words)
    with tap.point("another day is promised, and it is late"):
        cli(build, data, "set", "job", jobs["Cy Moss"], "promised=2026-11-23")
        stands(app, ["Late, 2", "Flo Rust", "Cy Moss", "Promised Today, 2", "Bea Koch", "Ann Lee",
                     "Later, 2", "Gus Bell", "Dora Pohl", "Waiting, 1", "Ed Hale"])
        app.wait_text("7 jobs open · 2 jobs late")
        app.row("Cy Moss", "1 day late")
    with tap.point("ready, it is late no more, and says that nobody told"):
        cli(build, data, "job", "move", jobs["Cy Moss"], "ready")
        stands(app, ["Late, 1", "Flo Rust", "Promised Today, 2", "Bea Koch", "Ann Lee", "Later, 2", "Gus Bell",
                     "Dora Pohl", "Waiting, 1", "Ed Hale", "Ready to Collect, 1", "Cy Moss"])
        app.row("Cy Moss", "ready since today, not told")
    with tap.point("who was told stands behind who was not"):
        cli(build, data, "job", "move", jobs["Gus Bell"], "ready")
        cli(build, data, "add", "interaction", record={"customer": cli(build, data, "get", "job", jobs["Cy Moss"])["customer"],
                                                       "job": jobs["Cy Moss"], "direction": "out", "channel": "phone"})
        stands(app, ["Late, 1", "Flo Rust", "Promised Today, 2", "Bea Koch", "Ann Lee", "Later, 1", "Dora Pohl",
                     "Waiting, 1", "Ed Hale", "Ready to Collect, 2", "Gus Bell", "Cy Moss"])
        wait("no word of it", lambda: app.row("Cy Moss").get_name().endswith("ready since today"))
    with tap.point("what was cancelled is still here until it is handed back"):
        cli(build, data, "job", "move", jobs["Dora Pohl"], "cancelled", "--reason", "too dear")
        app.find("heading", "Cancelled, Still Here, 1")
        app.row("Dora Pohl", "cancelled, still here")


def others(tap, app):
    with tap.point("those that were collected have a list of their own"):
        app.press(app.find("radio button", "Collected"))
        app.wait_text("Nothing Collected Yet")
        app.press(app.find("radio button", "Cancelled"))
        app.row("Dora Pohl", "cancelled, still here")
        app.press(app.find("radio button", "Open"))
        app.row("Ann Lee")


def narrow(tap, app):
    with tap.point("narrow, the sentence stands below and begins with a capital"):
        app.resize(360, 760)
        app.find("label", "Promised today, 16:00")
        assert not app.all("label", "promised today, 16:00")
        app.resize(1280, 860)
        app.find("label", "promised today, 16:00")


def handed_over_and_done(build, data):
    """A job whose plan was seen to, and that came in again. -> it"""
    plan = cli(build, data, "add", "plan", record={
        "name": "One", "steps": [{"title": "Thank-you", "kind": "thanks", "anchor": "handover", "days": 3}]})["id"]
    who = cli(build, data, "add", "customer", "name=Ivy Done")["id"]
    job = cli(build, data, "add", "job", f"customer={who}", "fault=Flat", f"plan={plan}")["id"]
    cli(build, data, "job", "move", job, "collected")
    step, = cli(build, data, "list", "followup", "--where", f"job={job}")
    cli(build, data, "set", "followup", step["id"], "state=done")
    cli(build, data, "job", "move", job, "ready")
    return job


def handing_over(tap, app, build, data, jobs):
    job = jobs["Cy Moss"]
    cli(build, data, "add", "followup", record={
        "customer": cli(build, data, "get", "job", job)["customer"], "job": job, "kind": "check", "title": "How did it go?",
        "due": "2026-12-16"})
    draft = cli(build, data, "invoice", "draft", "--job", job)["id"]
    cli(build, data, "invoice", "issue", draft)
    cli(build, data, "add", "payment", record={"invoice": draft, "date": TODAY, "amount": "20", "method": "cash"})
    with tap.point("who hands over is told what is owed; what comes next is on the page"):
        app.point_and_click(app.row("Cy Moss"))
        app.press(app.find("button", "Hand Over"))
        app.wait_text(re.compile("^Cy has it. €30.00 is unpaid$"))
        app.find("button", "Care Card")
        app.wait_text("How did it go?")
        app.wait_text(re.compile("16 Dec|in 22 days"))
    with tap.point("and may take it back"):
        key("ctrl+z")
        app.find("button", "Hand Over")
    with tap.point("what is not billed yet is said, too"):
        app.press(app.find("button", "Back"))
        app.point_and_click(app.row("Gus Bell"))
        app.press(app.find("button", "Hand Over"))
        app.wait_text("Gus has it. It is not billed yet")
    with tap.point("handed over for a second time with its aftercare done, it is asked why nothing follows"):
        again = handed_over_and_done(build, data)
        app.press(app.find("button", "Back"))
        app.point_and_click(app.row("Ivy Done"))
        app.press(app.find("button", "Hand Over"))
        app.set_text(app.find("text", "No Aftercare, Because"), "She has been asked")
        key("Return")
        wait("it is handed over", lambda: cli(build, data, "get", "job", again)["status"] == "collected")
        assert cli(build, data, "get", "job", again)["no_plan_reason"] == "She has been asked"


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        jobs = make_shop(build, data)
        with App(build, data, "--today", TODAY, "--place", "jobs") as app:
            app.find("frame")
            app.resize(1280, 860)
            groups(tap, app, build, data, jobs)
            others(tap, app)
            narrow(tap, app)
            handing_over(tap, app, build, data, jobs)
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
