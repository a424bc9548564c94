#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who types behind a shortcut at once, as a hand scanner does, loses no letter: whatever opens, and however busy the page was."""
import subprocess
import sys
import tempfile
import time

from desk import TODAY, App, cli, key, text_of, wait
from tap import Tap

TYPED = "Goldstein R"
OPENED = {"ctrl+k": "the search", "ctrl+n": "the intake", "ctrl+shift+n": "a new customer"}
TWICE = {"Preferences": ("ctrl+comma",), "Keyboard Shortcuts": ("F1",), "Find Anything": ("ctrl+k",), "New Job": ("ctrl+n",),
         "New Customer": ("ctrl+shift+n",), "Recently Deleted": ("F10", "d"), "Import Customers": ("F10", "i"), "Export": ("F10", "e"),
         "About": ("F10", "a")}
HAND = 0.08  # s between two keys
DELAYS = (5, 40, 120)  # ms between two letters: a scanner, two hands, one finger


def close(app):
    def shut():
        if app.has("dialog") or app.has("alert"):
            key("Escape")
        return not app.has("dialog") and not app.has("alert")
    wait("the dialog to close", shut)


def away(app):
    key("ctrl+8")
    app.wait_text("Would recommend")


def by_scanner(tap, app):
    """It ends by Enter, which chooses."""
    with tap.point("the intake: a name and Enter at once choose the customer"):
        for delay in DELAYS:
            away(app)
            subprocess.run(["xdotool", "key", "ctrl+n", "type", "--delay", str(delay), "--args", "1", "Amelia Goldstein",
                            "key", "Return"], check=True)
            app.row("Amelia Goldstein", within=app.find("dialog", "New Job"))
            wait(f"her to be chosen at {delay} ms", lambda: app.has("button", "Choose Another Customer"))
            close(app)


def composed(tap, app):
    with tap.point("a key without a letter ends nothing, though an accent may come too early"):
        away(app)
        subprocess.run(["xdotool", "key", "--delay", "5", "ctrl+k", "Num_Lock", "Num_Lock", "R", "dead_acute", "e", "n"],
                       check=True)
        end = wait("the letters", lambda: (at := app.focused()) and len(text_of(at)) >= 3 and at)
        assert text_of(end) in ("R\u00e9n", "Ren"), text_of(end)
        close(app)


def press(keys):
    """A menu as fast as a hand does: an X server without a window manager loses the focus over menus that come and go faster."""
    for one in keys:
        key(one)
        time.sleep(HAND if len(keys) > 1 else 0)


def twice(tap, app):
    """Pressed once more before the dialog has the cursor, or is there at all; defect: two of it lay over each other."""
    for opened, keys in TWICE.items():
        with tap.point(f"{opened}, asked for twice at once, is there once"):
            away(app)
            press(keys)
            press(keys)
            app.find("dialog", opened)
            time.sleep(0.5)
            assert len(app.all("dialog", hidden=True)) == 1, [one.get_name() for one in app.all("dialog", hidden=True)]
        close(app)


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        cli(build, data, "sample", today=TODAY)
        with App(build, data, "--today", TODAY) as app:
            app.find("heading")
            for keys, opened in OPENED.items():
                with tap.point(f"{opened}: {TYPED} typed at once is what it holds"):
                    for delay in DELAYS:
                        key("ctrl+8")
                        app.wait_text("Would recommend")
                        subprocess.run(["xdotool", "key", keys, "type", "--delay", str(delay), TYPED], check=True)
                        end = wait(f"{TYPED!r} at {delay} ms", lambda: (at := app.focused()) and text_of(at).endswith(TYPED[-1]) and at)
                        assert text_of(end) == TYPED, (delay, text_of(end))
                        close(app)
            by_scanner(tap, app)
            composed(tap, app)
            twice(tap, app)
            tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
