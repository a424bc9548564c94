#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What another program changes is called by its new name at once, in every list: a screen reader says what is shown. So it
does of a row of choices: what is chosen, and each entry of its list."""
import re
import sys
import tempfile

from desk import TODAY, App, cli, key, say_who_we_are, showing, wait, walk
from points import shut
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


def with_button(name):
    return lambda app: app.press(app.find("button", name))


def rules(app):
    key("ctrl+comma")
    app.turn_to("Rules")


# what is opened on the customer's page, how, and a row of choices in it
CHOICES = [
    ("a call", with_button("Call"), "Outcome"),
    ("a message", with_button("Write"), "Channel"),
    ("the customer's editor", with_button("Edit Customer"), ""),
    ("the preferences", rules, "Country"),
    ("the preferences", rules, "Currency"),
]


def said_of(node):
    """What is shown in it, but for what opens over it."""
    return [n.get_name() for n in walk(node) if n.get_role_name() == "label" and showing(n) and n.get_name()]


def hear(app, opens, title):
    opens(app)
    dialog = app.find("dialog")
    choice = app.find("combo box", re.compile(f"^{title}"), within=dialog)
    for each in app.all("combo box", within=dialog):
        words, heard = said_of(each), f"{each.get_name()} {each.get_description()}"
        assert words and all(word in heard for word in words), (words, heard)
    app.scroll_to(choice)
    app.point_and_click(choice)
    entries = wait("the list", lambda: app.all("list item", within=choice))
    assert all(said_of(e) for e in entries), entries
    if title != "Currency":  # its entries, which are searched, say it by their label alone
        assert all(e.get_name() in said_of(e) for e in entries), [(e.get_name(), said_of(e)) for e in entries]


def choices(tap, app):
    key("ctrl+2")
    app.point_and_click(app.row("Aaron Zero"))
    app.find("heading", "Aaron Zero")
    for what, opens, title in CHOICES:
        with tap.point(f"{what}: “{title}” and its entries are heard"):
            try:
                hear(app, opens, title)
            finally:
                shut(app)


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
            choices(tap, app)
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
