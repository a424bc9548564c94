#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is owed stands over the invoices, to the cent; an invoice's page leads from issuing over sending to the payment, and
nothing stands in the menu beside its own button."""
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

from desk import TODAY, App, border_of, bounds, checked, cli, key, say_who_we_are, wait
from looked import Looked
from tap import Tap

SAMPLE_DAY = "2026-03-02"
ACTS = {"print", "save", "open", "show", "send", "remind", "pay", "pay back", "carry over", "cancel"}  # of an issued invoice


def make_shop(build, data):
    say_who_we_are(build, data)
    drafts = {}
    mail, phone = {"emails": [{"address": "a@example.org"}]}, {"phones": [{"number": "0171 5551234"}]}
    for name, channel, reached in (("Ann Lee", "email", mail), ("Bea Koch", "counter", mail), ("Cy Moss", "email", phone),
                                   ("Dora Pohl", "sms", phone)):
        customer = cli(build, data, "add", "customer", record={
            "name": name, "channel": channel, **reached,
            "addresses": [{"street": "Lindenweg 2", "postcode": "10969", "locality": "Berlin"}]})["id"]
        job = cli(build, data, "add", "job", record={"customer": customer, "kind": "Repair", "no_plan_reason": "a gift",
                                                     "lines": [{"name": "Work", "quantity": "1", "price": "50.00"}]})["id"]
        cli(build, data, "job", "move", job, "ready")
        drafts[name] = cli(build, data, "invoice", "draft", "--job", job)["id"]
    return drafts


def owed(data, day):
    """Asked of the payments themselves: by currency, how many are not paid, how much, and the same of those overdue."""
    with sqlite3.connect(f"file:{os.path.join(data, 'aftercare.db')}?mode=ro", uri=True) as shop:
        rows = shop.execute(
            "SELECT currency, due_date < ?, payable - (SELECT coalesce(sum(amount), 0) FROM payment"
            " WHERE payment.invoice = invoice.id AND deleted_at IS NULL) AS open FROM invoice"
            " WHERE number IS NOT NULL AND type = '380' AND state <> 'cancelled' AND deleted_at IS NULL", (day,)).fetchall()
    rows = [row for row in rows if row[2] > 0]
    return {currency: (len(mine), sum(r[2] for r in mine), sum(r[1] for r in mine), sum(r[2] for r in mine if r[1]))
            for currency in {row[0] for row in rows} for mine in [[r for r in rows if r[0] == currency]]}


def euros(cents):
    return f"€{cents / 100:,.2f}"


def sums(build, tap):
    with tempfile.TemporaryDirectory() as data:
        cli(build, data, "sample", today=SAMPLE_DAY)
        unpaid, much, overdue, late = owed(data, SAMPLE_DAY)["EUR"]
        assert unpaid > 5 and overdue > 1, (unpaid, overdue)
        with App(build, data, "--today", SAMPLE_DAY, "--place", "invoices") as app:
            app.resize(1280, 860)
            line = f"{unpaid} unpaid, {euros(much)} · {overdue} overdue, {euros(late)}"
            with tap.point("the sums over the invoices are those of the shop"):
                app.find("label", line)
            with tap.point("whatever of them is shown, and narrow, too"):
                app.press(app.find("radio button", "Paid"))
                app.resize(360, 760)
                label = app.find("label", line)
                assert 0 <= bounds(label)[0] and bounds(label)[0] + bounds(label)[2] <= 360, bounds(label)
            with tap.point("a payment changes them at once"):
                row = next(r for r in cli(build, data, "list", "invoice") if r["state"] == "issued" and r["type"] == "380")
                cli(build, data, "add", "payment", record={"invoice": row["id"], "date": SAMPLE_DAY,
                                                           "amount": "1.00", "method": "cash"}, today=SAMPLE_DAY)
                unpaid, much, overdue, late = owed(data, SAMPLE_DAY)["EUR"]
                app.find("label", f"{unpaid} unpaid, {euros(much)} · {overdue} overdue, {euros(late)}")
            with tap.point("rows under Unpaid do not say so again; what is overdue says it"):
                app.press(app.find("radio button", "Unpaid"))
                app.find("label", re.compile(r"^\d+ (day|week|month)s? overdue$"))
                assert not app.all("label", "unpaid") and not app.all("label", "open")
            with tap.point("and each says what it is for"):
                due = next(r for r in cli(build, data, "list", "invoice", today=SAMPLE_DAY)
                           if r["state"] == "issued" and r["type"] == "380" and r["job"] and r["due_date"] < SAMPLE_DAY)
                job = cli(build, data, "get", "job", due["job"], today=SAMPLE_DAY)
                what = cli(build, data, "get", "device", job["device"], today=SAMPLE_DAY)["name"] if job["device"] else job["kind"]
                app.row(f"{due['number']} · {what} · ")
        tap.equal(app.complaints(), [], "the log is free of warnings, sample")


def currencies(tap, app, build, data):
    path = os.path.join(data, "dollars.json")
    with open(path, "w", encoding="utf-8") as stream:
        json.dump({"currency": "USD", "prices": "gross", "lines": [
            {"name": "Work", "quantity": "1", "price": "70.00", "category": "S", "rate": "19"}]}, stream)
    cli(build, data, "setting", "set", "currency", "USD")
    customer = cli(build, data, "list", "customer")[0]["id"]
    draft = cli(build, data, "invoice", "draft", "--customer", customer, "--file", path)["id"]
    cli(build, data, "invoice", "issue", draft)
    with tap.point("money of another currency has a sum of its own"):
        found = owed(data, TODAY)
        assert found["USD"][:2] == (1, 7000), found
        app.wait_text(re.compile(rf"^1 unpaid, (US)?\$70\.00\n{found['EUR'][0]} unpaid, {re.escape(euros(found['EUR'][1]))}$"))


def other_currency(tap, app, build, data):
    key("ctrl+8")
    reading = re.compile(" invoiced in [A-Z]")
    with tap.point("the sums of Insights follow the shop's currency at once"):
        for currency, shown in (("EUR", True), ("CHF", False), ("EUR", True)):
            cli(build, data, "setting", "set", "currency", currency)
            wait(f"the months in {currency}", lambda: app.has("label", reading) == shown)
    cli(build, data, "setting", "set", "currency", "USD")
    key("ctrl+4")


def in_menu(app):
    """How many acts the menu holds: GTK gives them no names there."""
    button = app.find("toggle button", "More")
    app.press(button)
    wait("the menu", lambda: checked(button))
    n = len(app.roles(["menu item"]))
    key("Escape")
    wait("no menu", lambda: not checked(button))
    return n


def is_accent(app, name):
    """Its colour is no matter of the tree: what lies about its middle is looked at."""
    node = app.find("button", name)
    x, y, width, height = bounds(node)
    x, y = (start + app.corner + 2 * border_of(node) for start in (x, y))
    shot = subprocess.run(["import", "-window", "root", "-crop", f"{width - 24}x{height - 16}+{x + 12}+{y + 8}", "+repage",
                           "-resize", "1x1!", "-depth", "8", "txt:-"], capture_output=True, text=True, check=True).stdout
    red, _, blue = (int(part, 16) for part in re.search(r"#(\w\w)(\w\w)(\w\w)", shot).groups())
    return blue > red + 60


def issue(app, name):
    key("ctrl+4")
    app.press(app.find("radio button", "Drafts"))
    app.point_and_click(app.row(name))
    app.press(app.find("button", "Issue…"))
    app.press(app.find("button", "Issue"))
    app.wait_gone("button", "Issue…")


def sending(tap, app, build, data, drafts):
    issue(app, "Ann Lee")
    with tap.point("once issued, sending has the accent, and the payment waits beside it"):
        app.find("button", "Send…")
        wait("the accent", lambda: is_accent(app, "Send…") and not is_accent(app, "Record Payment…"))
    with tap.point("no act stands in the menu beside its button"):
        assert in_menu(app) == len(ACTS - {"print", "send", "pay"})
    with tap.point("sent, the payment has it, and sending is in the menu"):
        app.press(app.find("button", "Send…"))
        app.find("dialog", "Write to Ann Lee")
        app.set_text(app.find("text", "Message"), "Here is your invoice.")
        app.press(app.find("button", "Already Sent"))
        app.wait_gone("dialog", "Write to Ann Lee")
        wait("told", lambda: cli(build, data, "get", "invoice", drafts["Ann Lee"])["told"])
        app.wait_gone("button", "Send…")
        wait("the accent", lambda: is_accent(app, "Record Payment…"))
        assert in_menu(app) == len(ACTS - {"print", "pay"})
    with tap.point("taken back, it is to be sent again"):
        key("ctrl+z")
        app.find("button", "Send…")
        app.wait_gone("button", "Undo")


def printing(tap, app):
    app.press(app.find("button", "Back"))
    issue(app, "Bea Koch")
    with tap.point("who takes it at the counter gets it printed"):
        app.find("button", "Print…")
        wait("the accent", lambda: is_accent(app, "Print…"))
        assert not app.all("button", "Send…") and not app.all("button", "Print")
        assert in_menu(app) == len(ACTS - {"print", "pay"})
    with tap.point("narrow, there is one button, and all else is in the menu"):
        app.resize(360, 760)
        app.find("button", "Print…")
        app.wait_gone("button", re.compile("Paid…|Record Payment…"))
        assert in_menu(app) == len(ACTS - {"print"} | {"preview"})
        app.choose("y")  # Record Pa_yment…
        app.find("dialog", "Record Payment")
        key("Escape")
        app.wait_gone("dialog", "Record Payment")
        app.resize(1280, 860)
        app.find("button", "Record Payment…")


def number_is_whole(tap, app):
    """By the number one knows which it is; the paper's button is not worth it."""
    with tap.point("360 wide, the number of an invoice is not cut"):
        app.resize(360, 760)
        app.wait_gone("button", "Record Payment…")
        numbers = wait("the number", lambda: {text for text in app.look()["whole"] if re.fullmatch(r"2026-\d{4}", text)})
        assert not numbers & set(app.look()["shortened"]), numbers
    with tap.point("and its paper is shown by the menu"):
        assert not app.has("toggle button", "Paper Preview")
        app.choose("v")  # Paper Pre_view
        app.find("document text", "Paper preview")
        app.choose("v")
        app.wait_gone("document text", "Paper preview")
        app.resize(600, 760)
        app.find("toggle button", "Paper Preview")
        app.resize(1280, 860)


def unreached(tap, app):
    app.press(app.find("button", "Back"))
    issue(app, "Cy Moss")
    with tap.point("who likes e-mail and has no address gets it printed"):
        app.find("button", "Print…")
        assert not app.all("button", "Send…")
    app.press(app.find("button", "Back"))
    issue(app, "Dora Pohl")
    with tap.point("who likes a text message and has a number is written to"):
        app.find("button", "Send…")
        assert not app.all("button", "Print…")


def main(build):
    tap = Tap()
    sums(build, tap)
    with tempfile.TemporaryDirectory() as data:
        drafts = make_shop(build, data)
        with Looked(build, data, "--today", TODAY, "--place", "invoices") as app:
            app.find("frame")
            app.resize(1280, 860)
            sending(tap, app, build, data, drafts)
            printing(tap, app)
            unreached(tap, app)
            number_is_whole(tap, app)
            app.press(app.find("button", "Back"))
            currencies(tap, app, build, data)
            other_currency(tap, app, build, data)
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
