#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program holds the shop for longer than a save waits: what is typed is not lost by leaving, whatever door is taken."""
import os
import re
import signal
import sqlite3
import sys
import tempfile
import time

import leaving
import unsaved
from desk import cli, key, text_of, type_keys, wait
from tap import Tap
from unsaved import TYPED, kept

LONGER = 6  # seconds; a write waits four
NOT_KEPT = re.compile("^Another program is using the shop’s data, so what you typed last is not kept yet")


class Held:
    """As somebody else's import, between its first row and its last."""

    def __init__(self, data):
        self.shop = sqlite3.connect(os.path.join(data, "aftercare.db"), timeout=20, isolation_level=None)
        self.shop.execute("BEGIN IMMEDIATE")

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.free()

    def free(self):
        self.shop.close()


def note(app, data):
    leaving.on_page(None, "Note")(app)
    held = Held(data)
    app.set_text(leaving.entry_of(app, None), TYPED)
    return held


def name(app, data):
    """By keys: the row is left while somebody is typing in it."""
    leaving.preference(app)
    app.focus(app.find("text", "Name", within=app.find("dialog")))
    held = Held(data)
    key("ctrl+a")
    type_keys("Half a thought")
    return held


def flow(tap, build, data, what, steps):
    app = leaving.start(build, data)
    with tap.point(what):
        try:
            steps(app)
        finally:
            app.kill()
    tap.equal(app.complaints(), [], f"the log is free of warnings ({what})")
    leaving.forget(data)


def said_and_done(build, data):
    def steps(app):
        with note(app, data) as held:
            key("ctrl+q")
            app.wait_text(NOT_KEPT, timeout=15)
            app.press(app.find("button", "Stay Here"))
            app.wait_gone("button", "Stay Here")
            assert text_of(leaving.entry_of(app, None)) == TYPED
            key("ctrl+q")
            app.wait_text(NOT_KEPT, timeout=15)
            assert app.process.poll() is None
            held.free()
            assert app.wait_until_gone(10) == 0
            assert kept(data)
    return steps


def given_up(build, data):
    def steps(app):
        with note(app, data) as held:
            key("ctrl+q")
            app.wait_text(NOT_KEPT, timeout=15)
            app.press(app.find("button", "Close Without It"))
            assert app.wait_until_gone(30) == 0  # each thing that it writes at its end waits for the shop, four seconds
            held.free()
            assert not kept(data)
    return steps


def thrown_away(build, data):
    """There are no words any more: what holds the shop, and be it for ever, does not hold the window."""
    def steps(app):
        with note(app, data):
            time.sleep(LONGER)
            key("Escape")
            app.wait_gone("dialog")
            time.sleep(LONGER)
            key("ctrl+q")
            assert app.wait_until_gone(30) == 0
        cli(build, data, "list", "customer")
        assert not kept(data) and left_beside(data) == []
    return steps


def tried_again(build, data):
    def steps(app):
        with note(app, data) as held:
            time.sleep(LONGER)
            held.free()
            wait("the words", lambda: kept(data))
    return steps


def ended(build, data):
    def steps(app):
        with note(app, data) as held:
            time.sleep(LONGER)
            held.free()
            app.process.send_signal(signal.SIGTERM)
            assert app.wait_until_gone(10) == 0
            assert kept(data)
    return steps


def left_beside(data):
    return [name for name in os.listdir(data) if name.startswith("aftercare.drafts-")]


def session_ends(build, data):
    """The session waits its few seconds; who holds the shop is not done by then."""
    def steps(app):
        with note(app, data) as held:
            app.process.send_signal(signal.SIGTERM)
            assert app.wait_until_gone(20) is not None
            name, = left_beside(data)
            assert os.stat(os.path.join(data, name)).st_mode & 0o777 == 0o600
            held.free()
        cli(build, data, "list", "customer")
        assert kept(data) and left_beside(data) == []
        again = leaving.start(build, data)
        again.find("button", "Continue")
        again.kill()
    return steps


def bodies(data):
    with sqlite3.connect(f"file:{os.path.join(data, 'aftercare.db')}?mode=ro", uri=True) as shop:
        return sorted(re.search('"body":"([^"]*)"', body).group(1) for body, in shop.execute("SELECT body FROM draft"))


def taken_by_window(build, data):
    """The next window is there while the shop is held still, and offers the words once it is not."""
    def steps(app):
        with note(app, data) as held:
            app.process.send_signal(signal.SIGTERM)
            assert app.wait_until_gone(20) is not None
            again = leaving.start(build, data)
            time.sleep(1.5)
            assert not again.has("button", "Continue") and left_beside(data)
            held.free()
            again.find("button", "Continue")
            assert kept(data) and left_beside(data) == []
            again.kill()
    return steps


def session_ends_beside(build, data):
    """What is typed beside an earlier draft costs that nothing, and what is thrown away does not come back."""
    def begin(app, words):
        leaving.on_page(None, "Note")(app)
        app.set_text(leaving.entry_of(app, None), words)

    def end(app, held):
        app.process.send_signal(signal.SIGTERM)
        assert app.wait_until_gone(20) is not None
        held.free()
        cli(build, data, "list", "customer")

    def steps(app):
        begin(app, "Earlier")
        wait("the earlier words", lambda: bodies(data) == ["Earlier"])
        app.kill()
        app = leaving.start(build, data)
        begin(app, "Second")
        wait("both", lambda: bodies(data) == ["Earlier", "Second"])
        held = Held(data)
        app.set_text(leaving.entry_of(app, None), "Second, and on")
        end(app, held)
        assert bodies(data) == ["Earlier", "Second, and on"], bodies(data)
        app = leaving.start(build, data)
        begin(app, "Third")
        wait("three", lambda: len(bodies(data)) == 3)
        held = Held(data)
        key("Escape")
        app.wait_gone("dialog")
        end(app, held)
        assert bodies(data) == ["Earlier", "Second, and on"], bodies(data)
    return steps


def setting(build, data):
    def steps(app):
        with name(app, data) as held:
            key("ctrl+q")
            time.sleep(LONGER)
            assert app.process.poll() is None, "left without a word"
            app.wait_text(re.compile("Name was not saved: "))
            app.wait_gone("button", "Stay Here")
            key("ctrl+q")
            time.sleep(1)
            held.free()
            assert app.wait_until_gone(10) == 0
            stands = cli(build, data, "setting", "get", "shop-name")["value"]
            assert kept(data) or stands == "Half a thought", stands
    return steps


def set_meanwhile(build, data):
    """Whoever held the shop has set the same to something else: theirs stands, both are said, and what was typed is kept."""
    def steps(app):
        cli(build, data, "setting", "set", "shop-name", "Kettle & Spoke")  # what was typed before may stand by now
        with name(app, data) as held:
            key("Escape")
            app.wait_gone("dialog", "Preferences")
            held.shop.execute("INSERT OR REPLACE INTO setting (key, value) VALUES ('shop-name', 'Others Name')")
            held.shop.execute("COMMIT")
            app.wait_text(re.compile("Name was not saved: It was set to .*Others Name.* elsewhere"), timeout=15)
            time.sleep(1)
            app.wait_text(re.compile("Name was not saved: It was set to .*Others Name.* elsewhere"))
        assert cli(build, data, "setting", "get", "shop-name")["value"] == "Others Name"
        leaving.preference(app)
        app.find("text", re.compile("^Name: not saved yet, and set to .*Others Name"), within=app.find("dialog"))
        assert kept(data)
    return steps


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        unsaved.make_shop(build, data)
        flow(tap, build, data, "a note: it is said, each time, and the window goes once it is kept", said_and_done(build, data))
        flow(tap, build, data, "a note: who says so leaves without it", given_up(build, data))
        flow(tap, build, data, "a note that was thrown away: the window waits for nothing", thrown_away(build, data))
        flow(tap, build, data, "a note is kept as soon as the shop is free", tried_again(build, data))
        flow(tap, build, data, "a note is kept when the session ends", ended(build, data))
        flow(tap, build, data, "a note is kept when the session ends before the shop is free", session_ends(build, data))
        flow(tap, build, data, "and offered by the next window, which waits for nobody", taken_by_window(build, data))
        flow(tap, build, data, "and so is an earlier one that it was typed beside", session_ends_beside(build, data))
        flow(tap, build, data, "a setting that is being typed: it is said, and not lost", setting(build, data))
        flow(tap, build, data, "a setting that somebody else has set meanwhile is not written over", set_meanwhile(build, data))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
