#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is typed into a page that has no Save: it is there however the page is left, and when it cannot be saved."""
import sys
import tempfile

from desk import App, cli, drafts, key, text_of, type_keys, wait
from tap import Tap

ARGUMENTS = ["--today", "2026-11-24", "--place", "jobs"]


def draft(data, job):
    return drafts(data).get(f"job:{job}", "")


class Bench:
    """A shop with one job on its page."""

    def __init__(self, build, data):
        self.build, self.data = build, data
        owner = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
        self.job = cli(build, data, "add", "job", f"customer={owner}", "fault=Chain off")["id"]
        cli(build, data, "add", "job", f"customer={owner}", "fault=No light")
        self.app = None

    def open(self):
        self.app = App(self.build, self.data, *ARGUMENTS)
        self.app.start()
        return self.app

    def show(self):
        """The job's page, from the list."""
        key("ctrl+3")
        if not self.app.has("text", "What We Found"):
            self.app.point_and_click(self.app.row("Chain off"))
        self.app.find("text", "What We Found")

    def field(self, name):
        return cli(self.build, self.data, "get", "job", self.job)[name]

    def write(self, row, text):
        self.app.focus(self.app.find("text", row))
        key("ctrl+a")
        type_keys(text)
        wait(f"{text!r} typed", lambda: text_of(self.app.find("text", row)) == text)

    def says(self, row, text):
        wait(f"{row} to say {text!r}", lambda: text_of(self.app.find("text", row)) == text)


def saved_on_leaving(tap, bench):
    ways = [
        ("Back", lambda: bench.app.press(bench.app.find("button", "Back"))),
        ("Alt+Left", lambda: key("alt+Left")),
        ("the search", lambda: key("ctrl+k")),
        ("another place", lambda: key("ctrl+1")),
        ("the window closed", lambda: key("ctrl+q")),
    ]
    app = bench.open()
    for way, leave in ways:
        with tap.point(f"what was typed is saved, left by {way}"):
            bench.show()
            bench.write("What We Found", f"left by {way}")
            leave()
            wait("the words in the shop", lambda: bench.field("found") == f"left by {way}")
            key("Escape")
    app.wait_until_gone()
    tap.equal(app.complaints(), [], "the log is free of warnings (leaving)")
    tap.equal(draft(bench.data, bench.job), "", "what was saved is no draft any more")


def kept_over_a_power_cut(tap, bench):
    app = bench.open()
    bench.show()
    bench.write("Done", "New chain and")
    wait("the draft", lambda: "New chain and" in draft(bench.data, bench.job))
    app.kill()
    app = bench.open()
    with tap.point("what was typed when the power was cut stands in its row again"):
        app.click("button", "Continue")
        bench.says("Done", "New chain and")
        assert bench.field("done") is None
    with tap.point("and is saved when the page is left"):
        key("ctrl+1")
        wait("the words in the shop", lambda: bench.field("done") == "New chain and")
        wait("no draft", lambda: not draft(bench.data, bench.job))
    app.stop()
    tap.equal(app.complaints(), [], "the log is free of warnings (power cut)")


def kept_in_a_conflict(tap, bench):
    app = bench.open()
    bench.show()
    bench.write("What We Found", "Mine")
    cli(bench.build, bench.data, "set", "job", bench.job, "found=Theirs")
    with tap.point("where somebody else wrote too, both are shown"):
        key("ctrl+1")
        app.wait_text("Mine")
        app.wait_text("Theirs")
    with tap.point("Escape loses nothing: the row keeps what was typed, the shop what it has"):
        key("Escape")
        bench.show()
        bench.says("What We Found", "Mine")
        assert bench.field("found") == "Theirs"
    app.kill()
    app = bench.open()
    with tap.point("not even when the power is cut then"):
        app.click("button", "Continue")
        bench.says("What We Found", "Mine")
    with tap.point("Enter in the question saves what is chosen: at first what was written here"):
        bench.app.focus(app.find("text", "What We Found"))
        key("Return")
        app.wait_text("Theirs")
        key("Return")
        wait("the words in the shop", lambda: bench.field("found") == "Mine")
        wait("no draft", lambda: not draft(bench.data, bench.job))
    bench.write("What We Found", "Mine again")
    cli(bench.build, bench.data, "set", "job", bench.job, "found=Theirs again")
    with tap.point("an arrow chooses the other"):
        key("Return")
        app.wait_text("Theirs again")
        key("Down", "Return")
        bench.says("What We Found", "Theirs again")
        assert bench.field("found") == "Theirs again"
    app.stop()
    tap.equal(app.complaints(), [], "the log is free of warnings (conflict)")


def a_date_that_is_none(tap, bench):
    app = bench.open()
    bench.show()
    cli(bench.build, bench.data, "set", "job", bench.job, "promised=2026-11-30")
    wait("the promise on the page", lambda: "30" in text_of(app.find("text", "Promised")))
    with tap.point("a promise that makes no sense is not dropped without a word"):
        bench.write("Promised", "soonish")
        key("alt+Left")
        app.wait_text("Promised was not changed")
        assert bench.field("promised") == "2026-11-30"
    app.stop()
    tap.equal(app.complaints(), [], "the log is free of warnings (promise)")


def taken_back(tap, bench):
    """The cursor is in the next row then, which has nothing of its own."""
    app = bench.open()
    bench.show()
    before = bench.field("found")
    with tap.point("Ctrl+Z takes a row back that was saved by Tab"):
        bench.write("What We Found", "worn pads")
        key("Tab")
        wait("the words in the shop", lambda: bench.field("found") == "worn pads")
        key("ctrl+z")
        wait("the words before", lambda: bench.field("found") == before)
    with tap.point("and Ctrl+Shift+Z does it again"):
        key("ctrl+shift+z")
        wait("the words in the shop", lambda: bench.field("found") == "worn pads")
    with tap.point("what was typed in the row of the cursor comes first"):
        bench.write("Done", "N")
        key("ctrl+z")
        wait("the row as it was", lambda: text_of(app.find("text", "Done")) != "N")
        assert bench.field("found") == "worn pads"
    app.stop()
    tap.equal(app.complaints(), [], "the log is free of warnings (taken back)")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        bench = Bench(build, data)
        saved_on_leaving(tap, bench)
        kept_over_a_power_cut(tap, bench)
        kept_in_a_conflict(tap, bench)
        a_date_that_is_none(tap, bench)
        taken_back(tap, bench)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
