#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window, ended at any moment while it begins and while somebody works in it: it comes up again, what was seen to be
saved is there, verify is content, and nothing half-done lies about.

    kills.py BUILD                a few rounds, for every day
    kills.py BUILD ROUNDS [SEED]  more of them: ./dev exec tests/e2e/session python3 tests/e2e/kills.py _build/debug 60
"""
import os
import random
import re
import subprocess
import sys
import tempfile
import threading

from desk import TODAY, App, GLib, cli, key, text_of, type_keys, wait
from tap import Tap

FEW = 5
MANY = 10
AS_EVER = ("--today", TODAY, "--place", "customers")
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


def proc(pid, name):
    try:
        with open(f"/proc/{pid}/{name}", encoding="utf-8") as file:
            return file.read()
    except OSError as error:
        return str(error)


def on_screen(app):
    """Whether it shows a window, whatever the registry of what can be read aloud knows of it."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(app.process.pid)], capture_output=True)
    return found.returncode == 0


def say_what_it_does(app):
    said = [proc(app.process.pid, name) for name in ("status", "wchan", "stack")] + [app.output()]
    print("\n".join("# " + line for line in "\n".join(said).splitlines()), flush=True)


def come_up(build, data):
    """A window to work in; None where one is shown that the registry does not know of, and that goes when it is told to. A
    start that shows none fails, and so does one that stands still."""
    app = Mortal(build, data, *AS_EVER)
    try:
        app.start()
        app.find("frame", "Aftercare")
        return app
    except (AssertionError, GLib.Error):
        say_what_it_does(app)
        if on_screen(app) and app.stop() == 0:
            return None
        app.kill()
        raise


def begin(build, data, unheard):
    """unheard: the windows that were shown and could not be worked in are counted there, and begun anew."""
    while True:
        app = come_up(build, data)
        if app:
            return app
        unheard.append(data)
        print("# a window is shown, and the registry does not know of it", flush=True)
        assert len(unheard) < MANY, f"{len(unheard)} windows that the registry does not know of"


def end_while_it_begins(build, data, seconds):
    app = Mortal(build, data, *AS_EVER)
    process = subprocess.Popen(app.command, env=app.env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    try:
        raise AssertionError(f"it ended by itself with {process.wait(seconds)}")
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


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
    seen, unheard = [], []
    with tempfile.TemporaryDirectory() as data:
        cli(build, data, "add", "customer", "name=Bea Koch")
        for number in range(rounds):
            early, delay = chance.uniform(0, 1.5), chance.uniform(0.1, 8)
            with tap.point(f"round {number}, ended {early:.2f} s after it was asked for, and {delay:.2f} s after it began"):
                end_while_it_begins(build, data, early)
                app = begin(build, data, unheard)
                timer = end_within(app, delay)
                try:
                    work(app, number, seen)
                finally:
                    timer.cancel()
                    app.kill()
                cli(build, data, "verify")
                assert missing(build, data, seen) == [], missing(build, data, seen)
                assert half_done(data) == [], half_done(data)
        print(f"# {len(seen)} things were seen to be saved, and are there; of {rounds + len(unheard)} windows the registry did not "
              f"know {len(unheard)}", flush=True)
        tap.ok(len(seen) > 0, "somebody worked meanwhile")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
