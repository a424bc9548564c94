#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""In a language that is written from the right, in a window 360 wide: nothing is outside it, no word is cut off, and
everything stands where a mirror would show it."""
import sys
import tempfile

from desk import TODAY
from languages import ForeignApp, cut, make_foreign_shop
from points import Walk, outside
from pseudo import Pseudo
from tap import Tap

WORD = "מילה"  # as every text in the shop


def check(app):
    return outside(app) + cut(app.look()) + app.askew()


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryDirectory() as folder:
        language = Pseudo(build, folder, mirrored=True)
        make_foreign_shop(build, data, language, WORD)
        with ForeignApp(language, build, data, "--today", TODAY, "--place", "today") as app:
            app.find("frame")
            Walk(tap, app, WORD, check).all()
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
