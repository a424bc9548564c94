#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window, ended at any moment while somebody works in it: what was seen to be saved is there, verify is content, and
nothing half-done lies about.

    kills.py BUILD                a few rounds, for every day
    kills.py BUILD ROUNDS [SEED]  more of them: ./dev exec tests/e2e/session python3 tests/e2e/kills.py _build/debug 60
"""
import os
import random
import re
import sys
import tempfile
import threading

from desk import TODAY, App, GLib, cli, key, text_of, type_keys, wait
from tap import Tap

FEW = 5
SEED = 20261124


class Gone(Exception):
    pass


class Mortal(App):
    """Nobody waits for what a program that is gone will never show."""

    def all(self, *arguments, **named):
        if self.process.poll() is not None:
            raise Gone
        return super().all(*arguments, **named)


def customer(app, name):
    key("ctrl+2")
    key("ctrl+shift+n")
    app.find("dialog", "New Customer")
    entry = app.find("text", "Name")
    type_keys(name)
    wait("the name", lambda: app.all("dialog") and text_of(entry) == name)
    key("ctrl+Return")
    app.find("heading", name)
    return "customer", "name", name


def note(app, words):
    app.press(app.find("button", "Note"))
    dialog = app.find("dialog")
    app.set_text(app.find("text", within=dialog), words)
    key("ctrl+Return")
    app.wait_gone("dialog")
    app.find(name=re.compile(words))
    return "interaction", "body", words


def device(app, name):
    app.click(re.compile("tab|radio button|toggle button"), re.compile("^Jobs"))
    app.press(app.find("button", "Add Device"))
    app.set_text(app.find("text", "What It Is Called"), name)
    key("ctrl+Return")
    app.wait_gone("dialog")
    app.find(name=re.compile(name))
    return "device", "name", name


def work(app, number, seen):
    """Goes on until the program is gone; what was seen to be saved is in the list."""
    try:
        for turn in range(1000):
            for act in (customer, note, device):
                seen.append(act(app, f"Person {number} {turn} {act.__name__}"))
    except (Gone, AssertionError, GLib.Error):
        app.process.wait(5)  # the tree may tell of its end before the system does; else it was not the end


def begin(build, data):
    """A window to work in. The registry may still wait for an answer of the one before, which nobody gives any more."""
    for last in (False, False, True):
        app = Mortal(build, data, "--today", TODAY, "--place", "customers")
        try:
            app.start()
            app.find("frame", "Aftercare")
            return app
        except (AssertionError, GLib.Error):
            app.kill()
            if last:
                raise


def end_within(app, seconds):
    timer = threading.Timer(seconds, app.process.kill)
    timer.daemon = True
    timer.start()
    return timer


def half_done(data):
    """Whatever is not part of a shop that nobody has open."""
    lying = []
    for folder, _, names in os.walk(data):
        for name in names:
            if name.startswith(".new-") or re.search(r"\.(tmp|part)$|^\.goutputstream", name):
                lying.append(os.path.join(folder, name))
    return lying


def missing(build, data, seen):
    held = {kind: {row.get(field) for row in cli(build, data, "list", kind)}
            for kind, field in {(kind, field) for kind, field, _ in seen}}
    return [words for kind, _, words in seen if words not in held[kind]]


def main(build):
    tap = Tap()
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else FEW
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else SEED)
    seen = []
    with tempfile.TemporaryDirectory() as data:
        cli(build, data, "add", "customer", "name=Bea Koch")
        for number in range(rounds):
            delay = chance.uniform(0.1, 8)
            with tap.point(f"round {number}, ended {delay:.2f} s after it began"):
                app = begin(build, data)
                timer = end_within(app, delay)
                try:
                    work(app, number, seen)
                finally:
                    timer.cancel()
                    app.kill()
                cli(build, data, "verify")
                assert missing(build, data, seen) == [], missing(build, data, seen)
                assert half_done(data) == [], half_done(data)
        print(f"# {len(seen)} things were seen to be saved, and are there", flush=True)
        tap.ok(len(seen) > 0, "somebody worked meanwhile")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
