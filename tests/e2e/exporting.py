#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole shop is exported in the window and imported into an empty one."""
import os
import re
import sys
import tempfile

from desk import TODAY, App, cli
from tap import Tap


def open_dialog(app):
    """From the main menu, by its letter."""
    app.choose("e", "Main Menu")  # _Export…
    return app.find("dialog", "Export")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        data, other = os.path.join(folder, "shop"), os.path.join(folder, "other")
        path = os.path.join(folder, "everything.json")
        os.mkdir(data)
        cli(build, data, "add", "customer", "name=Bea Koch")
        with App(build, data, "--today", TODAY, "--place", "customers") as app:
            app.find("frame", "Aftercare")
            with tap.point("everything goes into a file of one's choice, and the toast names it"):
                dialog = open_dialog(app)
                app.point_and_click(app.find("list item", re.compile("^Everything"), within=dialog))
                app.save_as(path)
                app.wait_text("Saved “everything.json”")
        with tap.point("it is what the command line writes, and an empty shop takes it all"):
            cli(build, data, "export", path + ".cli")
            assert open(path, "rb").read() == open(path + ".cli", "rb").read()
            os.mkdir(other)
            cli(build, other, "import", path)
            assert [c["name"] for c in cli(build, other, "list", "customer")] == ["Bea Koch"]
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
