#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""In a language that is written from the right, in a window 360 wide: nothing is outside it, no word is cut off, numbers
read from the left wherever they are typed or shown, and everything stands where a mirror would show it."""
import sys
import tempfile
import time

from desk import TAB, TODAY, cli, key
from languages import ForeignApp, cut, make_foreign_shop
from points import Walk, outside
from pseudo import Pseudo
from tap import Tap

WORD = "מילה"  # as every text in the shop


def check(app):
    looked = app.look()
    return outside(app) + cut(looked) + [f"from the right: {number}" for number in looked["turned"]] + app.askew()


def wide(tap, app):
    with tap.point("in a wide window the tabs of a customer are icons before their words are cut"):
        app.resize(1280, 860)
        key("ctrl+2")
        app.find("button", "New Job")
        time.sleep(1)
        words = {tab.get_name() for tab in app.all(TAB)}
        found = [one for one in cut(app.look()) if any(word in one for word in words)]
        assert words and found == [], found


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryDirectory() as folder:
        language = Pseudo(build, folder, mirrored=True)
        make_foreign_shop(build, data, language, WORD)
        for setting, number in (("shop-phone", "+49 30 551 20 80"), ("shop-tax-number", "29 815 08151")):
            cli(build, data, "setting", "set", setting, number)
        with ForeignApp(language, build, data, "--today", TODAY, "--place", "today") as app:
            app.find("frame")
            Walk(tap, app, WORD, check).all()
            wide(tap, app)
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
