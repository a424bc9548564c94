#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window opens, stands in the accessibility tree, and goes without a word in the log."""
import os
import shutil
import subprocess
import sys
import tempfile

from desk import App, key
from tap import Tap


SERVER = """#!/bin/sh
[ -e "$0.tried" ] || { touch "$0.tried"; exit 1; }
exec "$SERVER" "$@"
"""


def taken_number(tap):
    """Two sessions that begin at one instant may choose one number for their X server; the later one's ends at once."""
    with tempfile.TemporaryDirectory() as folder, tap.point("a session whose X server found its number taken tries again"):
        server = os.path.join(folder, "Xvfb")
        with open(server, "w", opener=lambda path, flags: os.open(path, flags, 0o755)) as script:
            script.write(SERVER)
        said = subprocess.run([os.path.join(os.path.dirname(__file__), "session"), "printenv", "DISPLAY"],
                              env=os.environ | {"PATH": f"{folder}:{os.environ['PATH']}", "SERVER": shutil.which("Xvfb")},
                              capture_output=True, text=True)
        assert said.returncode == 0 and said.stdout.startswith(":"), said
        assert os.path.exists(f"{server}.tried"), said


def main(build):
    tap = Tap()
    taken_number(tap)
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
