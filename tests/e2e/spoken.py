#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What another program changes is called by its new name at once, in every list: a screen reader says what is shown."""
import re
import sys
import tempfile

from desk import TODAY, App, cli, key, say_who_we_are
from tap import Tap


def make_shop(build, data):
    def add(what, **record):
        return cli(build, data, "add", what, record=record)["id"]

    say_who_we_are(build, data)
    who = add("customer", name="Ann Lee", phones=[{"number": "0171 111"}])
    job = add("job", customer=who, fault="Flat tire", no_plan_reason="none", agreed_by="Ann", agreed_how="counter",
              lines=[{"name": "Tire", "quantity": "1", "price": "40"}])
    cli(build, data, "job", "move", job, "ready")
    draft = cli(build, data, "invoice", "draft", "--job", job)["id"]
    return {"customer": who, "job": job, "invoice": draft,
            "feedback": add("feedback", customer=who, score=9, comment="Rides like new"),
            "occasion": add("occasion", customer=who, name="Wedding day", date="--11-27"),
            "interaction": add("interaction", customer=who, direction="out", channel="email", subject="Hello", body="All well?")}


# what it is, where it is listed, what is changed of it and how the row was and is called
CHANGES = [
    ("customer", 2, "phones", [{"number": "0171 222"}], "0171 111", "0171 222"),
    ("job", 3, "fault", "Brake squeals", "Flat tire", "Brake squeals"),
    ("feedback", 6, "comment", "Squeaks again", "Rides like new", "Squeaks again"),
    ("occasion", 5, "name", "Silver wedding", "Wedding day", "Silver wedding"),
    ("customer", 4, "name", "Aaron Zero", "Ann Lee", "Aaron Zero"),
]


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        ids = make_shop(build, data)
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            app.find("frame")
            app.resize(1280, 860)
            for number in range(1, 8):
                key(f"ctrl+{number}")
            for kind, place, field, value, before, after in CHANGES:
                with tap.point(f"{kind}, {field}: the row in place {place} is called by what is new"):
                    key(f"ctrl+{place}")
                    app.row(before)
                    cli(build, data, "set", kind, ids[kind], record={field: value})
                    app.row(after)
                    app.wait_gone("list item", re.compile(re.escape(before)))
            with tap.point("whoever has another name has it in every list"):
                for place in (1, 2, 3, 4, 5, 6):
                    key(f"ctrl+{place}")
                    app.row("Aaron Zero")
                    assert not app.has("list item", re.compile("Ann Lee")), place
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
