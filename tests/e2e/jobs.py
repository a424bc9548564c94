#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A job is put right after it was taken in: what was written down, whose it is, what was promised."""
import re
import sys
import tempfile

from desk import TODAY, App, cli, drafts, key, say_who_we_are, text_of, type_keys, wait, walk
from tap import Tap


def make_shop(build, data):
    say_who_we_are(build, data)
    ids = {name: cli(build, data, "add", "customer", f"name={name}")["id"] for name in ("Ann Lee", "Bea Koch")}
    ids["Mara"] = cli(build, data, "add", "staff", "name=Mara")["id"]
    ids["bike"] = cli(build, data, "add", "device", f"customer={ids['Ann Lee']}", "name=Blue bike")["id"]
    ids["cart"] = cli(build, data, "add", "device", f"customer={ids['Ann Lee']}", "name=Handcart")["id"]
    ids["job"] = cli(build, data, "add", "job", record={
        "customer": ids["Ann Lee"], "device": ids["cart"], "kind": "Repair", "fault": "Flat tire", "promised": "2026-11-26",
        "lines": [{"name": "Tire", "quantity": "1", "price": "40"}]})["id"]
    return ids


def job(build, data, ids):
    return cli(build, data, "get", "job", ids["job"])


def open_job(app):
    key("ctrl+3")
    app.point_and_click(app.row("Ann Lee"))
    app.find("button", "Edit Job")


def edit(app):
    app.press(app.find("button", "Edit Job"))
    dialog = app.find("dialog")
    app.find("text", "Reported Fault", within=dialog)
    return dialog


def choose_in(app, dialog, row, entry, position):
    """An entry of a row of choices, by its place among them."""
    choice = app.find("combo box", re.compile("^" + row), within=dialog)
    app.scroll_to(choice)
    app.point_and_click(choice)
    app.wait_text(entry)
    key("Home", *["Down"] * position, "Return")
    wait(f"{entry} chosen", lambda: any(entry == n.get_name() for n in walk(choice)))


def save(app, dialog):
    app.press(app.find("button", "Save", within=dialog))
    app.wait_gone("dialog")


def put_right(tap, app, build, data, ids):
    with tap.point("what was written down at intake is put right"):
        dialog = edit(app)
        for row, text in (("Reported Fault", "Flat tire, and the bell is gone"), ("Also Left Here", "A lock"),
                          ("Kind of Job", "Overhaul"), ("Promised", "2026-12-04"), ("Time", "16:00")):
            app.find("text", row, within=dialog).get_editable_text_iface().set_text_contents(text)
        choose_in(app, dialog, "Device", "Blue bike", 2)
        choose_in(app, dialog, "Done By", "Mara", 1)
        save(app, dialog)
        got = job(build, data, ids)
        assert {name: got[name] for name in ("fault", "accessories", "kind", "promised", "promised_time", "staff", "device")} == {
            "fault": "Flat tire, and the bell is gone", "accessories": "A lock", "kind": "Overhaul", "promised": "2026-12-04",
            "promised_time": "16:00", "staff": ids["Mara"], "device": ids["bike"]}, got
    with tap.point("the page shows it, and that another day was promised"):
        app.wait_text("Flat tire, and the bell is gone")
        app.wait_text(re.compile("^Promised for Friday 4 December, 16:00 instead"))
    with tap.point("so does the customer's timeline"):
        key("ctrl+2")
        app.find("list item", re.compile("Promised for Friday 4 December, 16:00 instead"))


def another_price(tap, app):
    with tap.point("a price that becomes another leaves a trace"):
        key("ctrl+3")
        app.point_and_click(app.row("Tire"))
        app.fill("Unit Price, Tax Included", "55")
        key("Return")
        app.wait_text(re.compile("The price is €55.00 now, no more €40.00"))


def in_hours(tap, app, build, data, ids):
    with tap.point("work is counted in hours where it is, and is no piece"):
        app.point_and_click(app.row("Tire"))
        dialog = app.find("dialog")
        choose_in(app, dialog, "Kind", "Labour", 1)
        choose_in(app, dialog, "Unit", "Hours", 1)
        save(app, dialog)
        app.wait_text("Labour, 1 h")
        line, = job(build, data, ids)["lines"]
        assert (line["kind"], line["unit"]) == ("labour", "HUR"), line


def their_yes(tap, app, build, data, ids):
    with tap.point("what a customer says to the price is written down"):
        app.wait_text("Not agreed yet: record their yes")
        app.scroll_to(app.find("heading", "History"))  # clear of what a toast covers
        app.point_and_click(app.row("Agreed Price"))
        dialog = app.find("dialog", "Record Their Yes")
        assert text_of(app.find("text", "Agreed By", within=dialog)) == "Ann Lee"
        choose_in(app, dialog, "How", "Phone call", 0)
        save(app, dialog)
        app.wait_text(re.compile("Ann Lee said yes"))
        got = job(build, data, ids)
        assert (got["agreed_by"], got["agreed_how"]) == ("Ann Lee", "phone"), got
    with tap.point("not without saying who, nor in the future"):
        app.point_and_click(app.row("Tire"))
        app.fill("Unit Price, Tax Included", "60")
        key("Return")
        app.wait_text("Not agreed yet: record their yes")
        app.scroll_to(app.find("heading", "History"))  # clear of what a toast covers
        app.point_and_click(app.row("Agreed Price"))
        dialog = app.find("dialog", "Record Their Yes")
        app.set_text(app.find("text", "Agreed By", within=dialog), "")
        app.press(app.find("button", "Save", within=dialog))
        app.wait_text("Please fill this in.")
        app.set_text(app.find("text", "Agreed By", within=dialog), "Ann Lee")
        app.find("text", re.compile("^When"), within=dialog).get_editable_text_iface().set_text_contents("2026-12-24")
        app.press(app.find("button", "Save", within=dialog))
        app.wait_text("Nobody can have said yes in the future.")
        app.find("text", re.compile("^When"), within=dialog).get_editable_text_iface().set_text_contents(TODAY)
        save(app, dialog)
        assert job(build, data, ids)["agreed_by"] == "Ann Lee"


def another_customer(tap, app, build, data, ids):
    with tap.point("a job of somebody else is given to them, with the device that came with it"):
        dialog = edit(app)
        app.point_and_click(app.find("list item", re.compile("^Customer"), within=dialog))
        app.find("dialog", "Whose Job Is It?")
        type_keys("bea")
        app.row("Bea Koch", within=app.find("dialog", "Whose Job Is It?"))
        key("Return")
        app.wait_gone("dialog", "Whose Job Is It?")
        wait("her name", lambda: app.all("label", "Bea Koch", within=dialog))
        save(app, dialog)
        got = job(build, data, ids)
        bike = cli(build, data, "get", "device", ids["bike"])
        assert got["customer"] == bike["customer"] == ids["Bea Koch"], (got, bike)
        app.find("heading", re.compile("Bea Koch"))
    with tap.point("once it is billed it stays where it is, and the dialog says why"):
        cli(build, data, "job", "move", ids["job"], "ready")
        draft = cli(build, data, "invoice", "draft", "--job", ids["job"])["id"]
        cli(build, data, "invoice", "issue", draft)
        dialog = edit(app)
        app.point_and_click(app.find("list item", re.compile("^Customer"), within=dialog))
        app.find("dialog", "Whose Job Is It?")
        type_keys("ann")
        app.row("Ann Lee", within=app.find("dialog", "Whose Job Is It?"))
        key("Return")
        app.wait_gone("dialog", "Whose Job Is It?")
        app.press(app.find("button", "Save", within=dialog))
        app.wait_text("cancel the invoice first")
        key("Escape")
        app.wait_gone("dialog")
        assert job(build, data, ids)["customer"] == ids["Bea Koch"]


def cancelled(tap, app, build, data, ids):
    other = cli(build, data, "add", "job", f"customer={ids['Ann Lee']}", "fault=Rust")["id"]
    key("ctrl+3")
    app.press(app.find("button", "Back"))
    app.point_and_click(app.row("Ann Lee", "Rust"))
    with tap.point("cancelling a job asks why"):
        app.press(app.find("button", "Cancel Job"))
        app.find("text", "Cancelled, Because")
        type_keys("too expensive")
        key("Escape")
        app.undo("Not saved")
        wait("the reason", lambda: text_of(app.find("text", "Cancelled, Because")) == "too expensive")
        key("Return")
        app.wait_text("Job moved: Cancelled")
        assert cli(build, data, "get", "job", other)["no_plan_reason"] == "too expensive"
    with tap.point("it stays among the open ones until it is handed back"):
        app.wait_text(re.compile("^Cancelled, still here"))
        app.press(app.find("button", "Back"))
        app.point_and_click(app.row("Ann Lee", "Rust", "cancelled, still here"))
        app.press(app.find("button", "Hand Back"))
        app.wait_text("Handed back")
        wait("the instant", lambda: cli(build, data, "get", "job", other)["returned"])
        app.press(app.find("button", "Back"))
        app.wait_gone("list item", re.compile("Ann Lee.*Rust"))
    with tap.point("Undo, and it is here again"):
        key("ctrl+z")
        app.row("Ann Lee", "Rust", "cancelled, still here")
    with tap.point("taken up again, it forgets why it ended"):
        app.point_and_click(app.row("Ann Lee", "Rust"))
        app.press(app.find("button", "Back to Received"))
        app.find("button", "Cancel Job")
        got = cli(build, data, "get", "job", other)
        assert (got["status"], got["no_plan_reason"], got["returned"]) == ("received", None, None), got
    app.press(app.find("button", "Back"))


def for_whom(tap, app, build, data):
    with tap.point("Ctrl+N on somebody's page begins a job for them"):
        key("ctrl+2")
        app.point_and_click(app.row("Bea Koch"))
        app.find("heading", "Bea Koch")
        key("ctrl+n")
        dialog = app.find("dialog", "New Job")
        app.row("Bea Koch", within=dialog)
        key("Escape")
        app.wait_gone("dialog")
    with tap.point("anywhere else it asks for whom"):
        key("ctrl+3", "ctrl+n")
        app.find("text", re.compile("^Customer: name"), within=app.find("dialog", "New Job"))
        key("Escape")
        app.wait_gone("dialog")


def kept(tap, app, data):
    with tap.point("what is being put right survives a power cut"):
        dialog = edit(app)
        app.set_text(app.find("text", "Reported Fault", within=dialog), "Brake squeals")
        wait("the draft", lambda: any("edit-job" in key_ for key_ in drafts(data)))
    app.kill()


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        ids = make_shop(build, data)
        with App(build, data, "--today", TODAY, "--place", "jobs") as app:
            app.find("frame")
            app.resize(1280, 860)
            open_job(app)
            put_right(tap, app, build, data, ids)
            another_price(tap, app)
            in_hours(tap, app, build, data, ids)
            their_yes(tap, app, build, data, ids)
            another_customer(tap, app, build, data, ids)
            cancelled(tap, app, build, data, ids)
            for_whom(tap, app, build, data)
            app.point_and_click(app.row("Bea Koch"))
            kept(tap, app, data)
        tap.equal(app.complaints(), [], "the log is free of warnings")
        with App(build, data, "--today", TODAY, "--place", "jobs") as app:
            with tap.point("and goes on"):
                app.wait_text(re.compile("Continue where you stopped\\? Job"))
                app.click("button", "Continue")
                wait("the fault", lambda: text_of(app.find("text", "Reported Fault", within=app.find("dialog"))) == "Brake squeals")
        tap.equal(app.complaints(), [], "the log is free of warnings, continued")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
