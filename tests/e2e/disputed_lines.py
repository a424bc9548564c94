#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A line stays open until the shop has it: refused, or changed by another desk while it was being saved, nothing that was typed is lost,
also when the power is cut, and nothing is written over unasked."""
import re
import sys
import tempfile
import time

from desk import TODAY, App, cli, drafts, key, say_who_we_are, text_of, wait
from leaving_held import Held
from lines import add_line
from tap import Tap


LACKING = re.compile("^Another program is using the shop’s data")
CHANGED = re.compile("^This line was changed elsewhere meanwhile, too.*Elsewhere, “Unit Price” is")


def shop(build, data, kind):
    say_who_we_are(build, data)
    bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
    return cli(build, data, "add", kind, record={"customer": bea, "lines": [{"name": "Cable", "quantity": "1", "price": "12"}]})["id"]


def stand(build, data, kind, record):
    return [(line["name"], line["price"]) for line in cli(build, data, "get", kind, record)["lines"]]


def start(app, kind):
    if kind == "invoice":
        app.turn_to("Drafts")
    app.point_and_click(app.find("list item", re.compile("^Bea Koch")))


def typed(app, name, price):
    dialog = app.find("dialog")
    wait("the name", lambda: text_of(app.find("text", "Work or Part", within=dialog)) == name)
    wait("the price", lambda: text_of(app.find("text", re.compile("^Unit Price"), within=dialog)) in (price, f"{price}.00"))


def bell(app, data):
    app.set_text(app.find("text", "Work or Part", within=add_line(app)), "Bell")
    app.fill(re.compile("^Unit Price"), "20")
    wait("the draft", lambda: drafts(data))


def refused(tap, build, data, kind):
    """The shop is held for longer than a save waits."""
    record = shop(build, data, kind)
    with App(build, data, "--today", TODAY, "--place", f"{kind}s") as app:
        start(app, kind)
        with tap.point(f"{kind}: a new line that cannot be saved stays open, and is added once"):
            bell(app, data)
            with Held(data):
                key("ctrl+Return")
                app.wait_text(LACKING)
            typed(app, "Bell", "20")
            assert "Bell" in drafts(data).get(f"{kind}:{record}:line", ""), drafts(data)
            assert not app.has("list item", re.compile("^Bell"))
            key("ctrl+Return")
            app.wait_gone("dialog")
            wait("it saved", lambda: stand(build, data, kind, record) == [("Cable", "12"), ("Bell", "20")] and not drafts(data))
        with tap.point(f"{kind}: nor is one that was changed, and the row behind it is as the shop has it"):
            app.point_and_click(app.find("list item", re.compile("^Cable")))
            app.fill(re.compile("^Unit Price"), "97")
            with Held(data):
                key("ctrl+Return")
                app.wait_text(LACKING)
            typed(app, "Cable", "97")
            key("Escape")
            app.wait_gone("dialog")
            app.find("list item", re.compile("^Cable.*12.00"))
            app.undo("Not saved")
            typed(app, "Cable", "97")
            key("ctrl+Return")
            app.wait_gone("dialog")
            wait("it saved", lambda: stand(build, data, kind, record)[0] == ("Cable", "97") and not drafts(data))
    tap.equal(app.complaints(), [], f"the log is free of warnings ({kind} refused)")


def under_way(tap, build, data, kind):
    """The save waits for the shop for a moment, and somebody goes on pressing keys."""
    record = shop(build, data, kind)
    with App(build, data, "--today", TODAY, "--place", f"{kind}s") as app:
        start(app, kind)
        with tap.point(f"{kind}: what is being saved is not left, and not said to be not saved"):
            bell(app, data)
            with Held(data):
                key("ctrl+Return")
                key("Escape", "Escape", "9")  # which would go nowhere
                time.sleep(1)
                typed(app, "Bell", "20")
            app.wait_gone("dialog")
            app.wait_text("Line added")
            assert not app.has("label", re.compile("Not saved"))
            wait("it saved", lambda: stand(build, data, kind, record) == [("Cable", "12"), ("Bell", "20")] and not drafts(data))
        with tap.point(f"{kind}: nor deleted in the middle of it"):
            app.point_and_click(app.find("list item", re.compile("^Cable")))
            app.fill(re.compile("^Unit Price"), "97")
            row = app.find("button", "Delete Line", within=app.find("dialog"))
            app.scroll_to(row)
            with Held(data):
                key("ctrl+Return")
                app.point_and_click(row)
                time.sleep(1)
            app.wait_gone("dialog")
            wait("it saved", lambda: stand(build, data, kind, record) == [("Cable", "97"), ("Bell", "20")] and not drafts(data))
        with tap.point(f"{kind}: nor saved in the middle of being moved"):
            app.point_and_click(app.find("list item", re.compile("^Bell")))
            app.fill(re.compile("^Unit Price"), "21")
            row = app.find("button", "Move Up", within=app.find("dialog"))
            app.scroll_to(row)
            with Held(data):
                app.point_and_click(row)
                time.sleep(.5)
                key("ctrl+Return")
                time.sleep(.5)
            app.wait_gone("dialog")
            wait("it moved", lambda: stand(build, data, kind, record) == [("Bell", "21"), ("Cable", "97")] and not drafts(data))
        with tap.point(f"{kind}: the next line is kept while it is typed, and after the power was cut it goes on"):
            app.set_text(app.find("text", "Work or Part", within=add_line(app)), "Hub")
            wait("the draft", lambda: any("Hub" in body for body in drafts(data).values()))
    tap.equal(app.complaints(), [], f"the log is free of warnings ({kind} under way)")


def save_over(app, data, table):
    """Their save comes between ours and the shop."""
    held = Held(data)
    key("ctrl+Return")
    time.sleep(.7)
    held.shop.execute(f"UPDATE {table} SET price = price * 2 WHERE name = 'Cable'")
    held.shop.execute("COMMIT")
    held.free()


def met(tap, build, data, kind):
    record = shop(build, data, kind)
    table = f"{kind}_line"
    with App(build, data, "--today", TODAY, "--place", f"{kind}s") as app:
        start(app, kind)
        with tap.point(f"{kind}: what another desk wrote meanwhile is said, and not written over"):
            app.point_and_click(app.find("list item", re.compile("^Cable")))
            app.fill(re.compile("^Unit Price"), "97")
            save_over(app, data, table)
            app.wait_text(CHANGED)
            typed(app, "Cable", "97")
            assert stand(build, data, kind, record) == [("Cable", "24")], stand(build, data, kind, record)
            wait("the draft", lambda: "97" in drafts(data).get(f"{kind}:{record}:line", ""))
        app.kill()
    with App(build, data, "--today", TODAY, "--place", "today") as app:
        with tap.point(f"{kind}: after the power was cut it goes on, and is said"):
            app.click("button", "Continue")
            typed(app, "Cable", "97")
            app.wait_text(CHANGED)
        with tap.point(f"{kind}: and once more, where they write once more"):
            save_over(app, data, table)
            wait("theirs", lambda: stand(build, data, kind, record) == [("Cable", "48")])
            app.wait_text(re.compile("Elsewhere, “Unit Price” is .*48"))
            typed(app, "Cable", "97")
        with tap.point(f"{kind}: saved, it stands, and nothing is kept any longer"):
            key("ctrl+Return")
            app.wait_gone("dialog")
            wait("it saved", lambda: stand(build, data, kind, record) == [("Cable", "97")] and not drafts(data))
        with tap.point(f"{kind}: a new line goes beside what they wrote meanwhile"):
            bell(app, data)
            save_over(app, data, table)
            app.wait_gone("dialog")
            wait("both", lambda: stand(build, data, kind, record) == [("Cable", "194"), ("Bell", "20")] and not drafts(data))
    tap.equal(app.complaints(), [], f"the log is free of warnings ({kind} met)")


def main(build):
    tap = Tap()
    for walk in (refused, under_way, met):
        for kind in ("job", "invoice"):
            with tempfile.TemporaryDirectory() as data:
                walk(tap, build, data, kind)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
