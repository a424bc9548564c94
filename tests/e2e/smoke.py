#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window opens, stands in the accessibility tree, and goes without a word in the log."""
import sys
import tempfile

from desk import App, key
from tap import Tap


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        app = App(build, data)
        with tap.point("the app appears in the accessibility tree"):
            app.start()
        with tap.point("its window is called Aftercare"):
            app.find("frame", "Aftercare")
        with tap.point("Ctrl+Q ends it"):
            app.find("frame", "Aftercare")
            key("ctrl+q")
            assert app.wait_until_gone() == 0, app.output()
        if app.process.poll() is None:
            app.kill()
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
