#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many keys the commonest things of a day take. Words are not counted, digits that find somebody are; a way that gets
longer is noticed here."""
import re
import sys
import tempfile

from desk import TODAY, App, cli, key, say_who_we_are, type_keys, wait
from tap import Tap

FAR = 40  # no key is pressed for ever


class Fingers:
    """Presses and counts."""

    def __init__(self, app):
        self.app = app
        self.count = 0

    def press(self, *keys):
        for one in keys:
            key(one)
        self.count += len(keys)

    def digits(self, text):
        type_keys(text)
        self.count += len(text)

    def cursor(self):
        return self.app.focused()

    def tab_to(self, name):
        """Goes on by Tab until the cursor is on something of that name (a pattern)."""
        for _ in range(FAR):
            here = self.cursor()
            before = here.get_name() if here else None
            if here and re.search(name, before):
                return
            self.press("Tab")
            wait("the cursor to move", lambda: (now := self.cursor()) and (now != here or now.get_name() != before))
        raise AssertionError(f"{name} is not reached by {FAR} Tabs")


def make_shop(build, data):
    def add(what, **record):
        return cli(build, data, "add", what, record=record)["id"]

    say_who_we_are(build, data)
    ann = add("customer", name="Ann Lee", channel="phone", phones=[{"number": "0157 335 21 78"}])
    bike = add("device", customer=ann, name="Roadster")
    job = add("job", customer=ann, device=bike, fault="Flat tire", no_plan_reason="none", agreed_by="Ann", agreed_how="counter",
              lines=[{"name": "Tire", "quantity": "1", "price": "40"}])
    other = add("job", customer=ann, fault="Bell", no_plan_reason="none", agreed_by="Ann", agreed_how="counter",
                lines=[{"name": "Bell", "quantity": "1", "price": "20"}])
    cli(build, data, "job", "move", other, "ready")
    draft = cli(build, data, "invoice", "draft", "--job", other)["id"]
    cli(build, data, "invoice", "issue", draft)
    add("followup", customer=ann, kind="check", title="all is well", due=TODAY, channel="phone")
    return {"ann": ann, "job": cli(build, data, "get", "job", job)["number"], "invoice": draft}


def search(app, fingers, typed, found):
    fingers.press("ctrl+k")
    app.find("dialog", "Find Anything")
    fingers.digits(typed)
    app.find("list item", re.compile(found), within=app.find("dialog", "Find Anything"))


def find_somebody(app, fingers, build, data, ids):
    search(app, fingers, "335", "^Ann Lee")
    fingers.press("Return")
    app.find("heading", "Ann Lee")


def begin_a_job(app, fingers, build, data, ids):
    search(app, fingers, "335", "^Ann Lee")
    fingers.press("ctrl+Return")
    app.find("dialog", "New Job")
    wait("the fault", lambda: fingers.cursor().get_name() == "Reported Fault")
    type_keys("Chain off")


def save_the_job(app, fingers, build, data, ids):
    fingers.press("ctrl+Return")
    app.wait_gone("dialog", "New Job")
    wait("the job", lambda: [j for j in cli(build, data, "list", "job") if j["fault"] == "Chain off"])


def take_in_somebody_new(app, fingers, build, data, ids):
    fingers.press("ctrl+n")
    app.find("dialog", "New Job")
    type_keys("Zoe Quist")
    app.wait_text("New Customer “Zoe Quist”")
    fingers.press("Return")
    for row, words in (("Phone", "0171 5550199"), ("New Device", "Roadster"), ("Serial or Frame Number", "L75"),
                       ("Kind .Bike", "bike"), ("Reported Fault", "Rust")):
        fingers.tab_to(row)
        type_keys(words)
    fingers.tab_to("^Time")
    type_keys("16:00")
    fingers.press("ctrl+Return")
    app.wait_gone("dialog", "New Job")
    wait("the job", lambda: [j for j in cli(build, data, "list", "job") if j["fault"] == "Rust"])


def make_ready(app, fingers, build, data, ids):
    search(app, fingers, ids["job"], re.escape(ids["job"]))
    fingers.press("Return")
    for button, status in (("Start Work", "working"), ("Mark as Ready", "ready")):
        wait(f"the cursor on {button}", lambda: (here := fingers.cursor()) and re.match(button, here.get_name() or ""))
        fingers.press("Return")
        wait(status, lambda: [j for j in cli(build, data, "list", "job") if (j["number"], j["status"]) == (ids["job"], status)])
    wait("the next step", lambda: (here := fingers.cursor()) and here.get_name().startswith("Tell"))


def pay(app, fingers, build, data, ids):
    """By the last four digits, as somebody reads them from the slip."""
    number = cli(build, data, "get", "invoice", ids["invoice"])["number"]
    search(app, fingers, number[-4:], re.escape(number))
    fingers.press("Return")
    app.find("button", re.compile("^Record Payment"))
    fingers.tab_to("^Record Payment")
    fingers.press("Return")
    app.find("dialog", "Record Payment")
    fingers.press("Return")
    wait("the money", lambda: cli(build, data, "get", "invoice", ids["invoice"])["state"] == "paid")
    app.wait_gone("dialog", "Record Payment")


def call_from_today(app, fingers, build, data, ids):
    key("ctrl+1")
    app.find("button", "Call")
    fingers.tab_to(r"^Call\b")
    fingers.press("Return")
    app.find("dialog", "Call Ann Lee")
    type_keys("All is well")
    fingers.press("Return")
    app.wait_gone("dialog", "Call Ann Lee")


def call_from_the_page(app, fingers, build, data, ids):
    search(app, Fingers(app), "335", "^Ann Lee")
    key("Return")
    app.find("heading", "Ann Lee")
    fingers.tab_to(r"^Call\b")
    fingers.press("Return")
    app.find("dialog", "Call Ann Lee")
    type_keys("Comes on Friday")
    fingers.press("Return")
    app.wait_gone("dialog", "Call Ann Lee")


# what, how, and how many keys it may take
WAYS = [
    ("somebody is found by three digits", find_somebody, 5),
    ("a job is begun for somebody who was here before, with the cursor in the fault", begin_a_job, 5),
    ("and taken in", save_the_job, 1),
    ("somebody new with a device and a fault is taken in", take_in_somebody_new, 20),
    ("a job is found by its number and marked as ready", make_ready, 4 + len("2026-001")),
    ("an invoice is paid, found by four digits", pay, 9),
    ("a call is logged from its line on Today", call_from_today, 4),
    ("a call is logged from the customer’s page", call_from_the_page, 6),
]


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        ids = make_shop(build, data)
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            app.find("frame")
            app.resize(1280, 860)
            for what, way, most in WAYS:
                fingers = Fingers(app)
                with tap.point(f"{what}, by {most} keys at most"):
                    way(app, fingers, build, data, ids)
                    assert fingers.count <= most, f"{fingers.count} keys"
                    print(f"# {what}: {fingers.count}", flush=True)
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
