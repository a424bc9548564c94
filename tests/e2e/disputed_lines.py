#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A job's line was changed by another desk while it was being saved here: which one stands is asked, and what was typed is kept until
somebody says so, also when the power is cut."""
import re
import sys
import tempfile
import time

from desk import TODAY, App, cli, drafts, key, say_who_we_are, text_of, wait
from disputed import ASKED, answer
from leaving_held import Held
from lines import add_line
from tap import Tap


def price(build, data, job):
    return cli(build, data, "get", "job", job)["lines"][0]["price"]


def save_over(app, data, mine):
    """Their save comes between ours and the shop."""
    app.point_and_click(app.find("list item", re.compile("^Cable")))
    app.fill(re.compile("^Unit Price"), mine)
    held = Held(data)
    key("ctrl+Return")
    app.wait_gone("dialog")
    time.sleep(.7)
    held.shop.execute("UPDATE job_line SET price = price * 2")
    held.shop.execute("COMMIT")
    held.free()
    app.wait_text(ASKED)


def is_kept(data, job, mine):
    return mine in drafts(data).get(f"job:{job}:line", "")


def typed_price(app, mine):
    field = app.find("text", re.compile("^Unit Price"), within=app.find("dialog", "Cable"))
    wait("what was typed", lambda: text_of(field) in (mine, f"{mine}.00"))


def under_way(tap, build, data, place):
    """The save waits for the shop: the line that goes with it is in no other editor."""
    kind = place[:-1]
    bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
    record = cli(build, data, "add", kind, record={"customer": bea, "lines": [{"name": "Cable", "quantity": "1", "price": "12"}]})["id"]

    def stand():
        return [(line["name"], line["price"]) for line in cli(build, data, "get", kind, record)["lines"]]

    with App(build, data, "--today", TODAY, "--place", place) as app:
        if kind == "invoice":
            app.turn_to("Drafts")
        app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
        with tap.point(f"{kind}: Add Line begins an empty one while the one before is being saved"):
            app.set_text(app.find("text", "Work or Part", within=add_line(app)), "Bell")
            app.fill(re.compile("^Unit Price"), "20")
            wait("the draft", lambda: drafts(data))
            with Held(data):
                key("ctrl+Return")
                app.wait_gone("dialog")
                name = app.find("text", "Work or Part", within=add_line(app))
                assert text_of(name) == "", text_of(name)
            wait("it saved", lambda: stand() == [("Cable", "12"), ("Bell", "20")] and not drafts(data))
            app.set_text(name, "Hub")
            app.fill(re.compile("^Unit Price"), "30")
            key("ctrl+Return")
            app.wait_gone("dialog")
            wait("both", lambda: stand() == [("Cable", "12"), ("Bell", "20"), ("Hub", "30")])
        with tap.point(f"{kind}: a row that is being saved opens again as it is, and nothing is said"):
            app.point_and_click(app.find("list item", re.compile("^Cable")))
            app.fill(re.compile("^Unit Price"), "97")
            wait("the draft", lambda: drafts(data))
            with Held(data):
                key("ctrl+Return")
                app.wait_gone("dialog")
                app.point_and_click(app.find("list item", re.compile("^Cable")))
                typed_price(app, "97")
                assert not app.has("label", re.compile("changed elsewhere"))
            wait("it saved", lambda: stand()[0] == ("Cable", "97"))
            key("Escape")
            app.wait_gone("dialog")
            wait("no draft", lambda: not drafts(data))
    tap.equal(app.complaints(), [], f"the log is free of warnings ({kind} under way)")


def refused(tap, build, data, place):
    """The shop is held for longer than the save waits, and the page shows what is stored again."""
    kind = place[:-1]
    bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
    record = cli(build, data, "add", kind, record={"customer": bea, "lines": [{"name": "Cable", "quantity": "1", "price": "12"}]})["id"]
    with App(build, data, "--today", TODAY, "--place", place) as app:
        if kind == "invoice":
            app.turn_to("Drafts")
        app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
        with tap.point(f"{kind}: a line that could not be saved is in Add Line again"):
            app.set_text(app.find("text", "Work or Part", within=add_line(app)), "Bell")
            app.fill(re.compile("^Unit Price"), "20")
            wait("the draft", lambda: drafts(data))
            with Held(data):
                key("ctrl+Return")
                app.wait_gone("dialog")
                app.find("list item", re.compile("^Bell"))
                app.wait_gone("list item", re.compile("^Bell"))
            time.sleep(1)
            assert "Bell" in drafts(data).get(f"{kind}:{record}:line", ""), drafts(data)
            name = app.find("text", "Work or Part", within=add_line(app))
            wait("what was typed", lambda: text_of(name) == "Bell")
            key("ctrl+Return")
            app.wait_gone("dialog")
            wait("it saved", lambda: [line["name"] for line in cli(build, data, "get", kind, record)["lines"]] == ["Cable", "Bell"])
            wait("no draft", lambda: not drafts(data))
    tap.equal(app.complaints(), [], f"the log is free of warnings ({kind} refused)")


def asked_with(app, data, what, change):
    """What change types into a line is asked about, for their save comes between."""
    change(app)
    wait("the draft", lambda: drafts(data))
    held = Held(data)
    key("ctrl+Return")
    app.wait_gone("dialog")
    time.sleep(.7)
    held.shop.execute(what)
    held.shop.execute("COMMIT")
    held.free()
    app.wait_text(ASKED)


def bell(app):
    app.set_text(app.find("text", "Work or Part", within=add_line(app)), "Bell")
    app.fill(re.compile("^Unit Price"), "20")


def refused_answer(tap, build, data):
    """Answered with what was written here, and then the shop is held for longer than the save waits."""
    bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
    invoice = cli(build, data, "add", "invoice", record={"customer": bea, "lines": [{"name": "Cable", "quantity": "1", "price": "12"}]})["id"]

    def stand():
        return [line["name"] for line in cli(build, data, "get", "invoice", invoice)["lines"]]

    with App(build, data, "--today", TODAY, "--place", "invoices") as app:
        app.turn_to("Drafts")
        app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
        with tap.point("a line for which somebody answered, and that could not be saved then, stands on its page"):
            asked_with(app, data, "UPDATE invoice SET prices = 'net'", bell)
            with Held(data):
                answer(app, "Return")
                app.wait_text(re.compile("^Another program is using"))
            app.find("list item", re.compile("^Bell"))
            assert "Bell" in drafts(data).get(f"invoice:{invoice}", ""), drafts(data)
            assert stand() == ["Cable"], stand()
        with tap.point("and is saved with what is written next"):
            app.set_text(app.find("text", "Message on the Invoice"), "Thank you")
            wait("both", lambda: stand() == ["Cable", "Bell"] and cli(build, data, "get", "invoice", invoice)["note"] == "Thank you")
            wait("no draft", lambda: not drafts(data))
    tap.equal(app.complaints(), [], "the log is free of warnings (refused answer)")


def new_left_open(tap, build, data):
    """A new line whose conflict is left open stands on the page: Add Line does not begin with it once more."""
    bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
    job = cli(build, data, "add", "job", record={"customer": bea, "lines": [{"name": "Cable", "quantity": "1", "price": "12"}]})["id"]

    def stand():
        return [line["name"] for line in cli(build, data, "get", "job", job)["lines"]]

    with App(build, data, "--today", TODAY, "--place", "jobs") as app:
        app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
        with tap.point("Add Line is empty while what was added before is left open"):
            asked_with(app, data, "UPDATE job SET prices = 'net'", bell)
            answer(app, "Escape")
            app.find("list item", re.compile("^Bell"))
            name = app.find("text", "Work or Part", within=add_line(app))
            assert text_of(name) == "", text_of(name)
            assert "Bell" in drafts(data).get(f"job:{job}:line", ""), drafts(data)
        with tap.point("what is added then is saved along with it, each once"):
            app.set_text(name, "Hub")
            app.fill(re.compile("^Unit Price"), "30")
            key("ctrl+Return")
            app.wait_text(ASKED)
            answer(app, "Return")
            wait("both", lambda: stand() == ["Cable", "Bell", "Hub"])
            wait("no draft", lambda: not drafts(data))
    tap.equal(app.complaints(), [], "the log is free of warnings (left open)")


def main(build):
    tap = Tap()
    for flow in (refused_answer, new_left_open):
        with tempfile.TemporaryDirectory() as data:
            say_who_we_are(build, data)
            flow(tap, build, data)
    for place in ("jobs", "invoices"):
        with tempfile.TemporaryDirectory() as data:
            say_who_we_are(build, data)
            refused(tap, build, data, place)
    for place in ("jobs", "invoices"):
        with tempfile.TemporaryDirectory() as data:
            say_who_we_are(build, data)
            under_way(tap, build, data, place)
    with tempfile.TemporaryDirectory() as data:
        bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
        job = cli(build, data, "add", "job", record={"customer": bea, "kind": "repair", "lines": [
            {"name": "Cable", "quantity": "1", "price": "12"}]})["id"]
        with App(build, data, "--today", TODAY, "--place", "jobs") as app:
            app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
            with tap.point("while it is asked, the line is kept"):
                save_over(app, data, "97")
                wait("the draft", lambda: is_kept(data, job, "97"))
            app.kill()
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            with tap.point("after the power was cut it goes on, and nothing was written over"):
                app.click("button", "Continue")
                typed_price(app, "97")
                assert price(build, data, job) == "24", price(build, data, job)
            with tap.point("saved over theirs once more, and left open, it is kept on"):
                held = Held(data)
                key("ctrl+Return")
                app.wait_gone("dialog")
                time.sleep(.7)
                held.shop.execute("UPDATE job_line SET price = price * 2")
                held.shop.execute("COMMIT")
                held.free()
                app.wait_text(ASKED)
                answer(app, "Escape")
                time.sleep(1)
                assert is_kept(data, job, "97") and price(build, data, job) == "48", price(build, data, job)
            app.stop()
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            with tap.point("after Quit as well"):
                app.click("button", "Continue")
                typed_price(app, "97")
                assert is_kept(data, job, "97")
            with tap.point("saved, it stands, and nothing is kept any longer"):
                key("ctrl+Return")
                app.wait_gone("dialog")
                wait("it saved", lambda: price(build, data, job) == "97")
                wait("no draft", lambda: not drafts(data))
            with tap.point("nor where theirs is chosen"):
                save_over(app, data, "13")
                wait("the draft", lambda: is_kept(data, job, "13"))
                answer(app, "Down", "Return")
                wait("theirs", lambda: price(build, data, job) == "194" and not drafts(data))
            tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
