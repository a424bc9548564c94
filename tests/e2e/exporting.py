#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole shop is exported in the window and imported into an empty one."""
import json
import os
import re
import subprocess
import sys
import tempfile
import time

from desk import App, Atspi, key, type_keys, wait
from tap import Tap

TODAY = "2026-11-24"


def cli(build, data, *arguments):
    done = subprocess.run([os.path.join(build, "src", "cli", "aftercare-cli"), "--data-dir", data, "--today", TODAY,
                           "--json", *arguments], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def open_dialog(app):
    """From the main menu, by its letter."""
    key("F10")
    menu = app.find("toggle button", "Main Menu")
    wait("the menu", lambda: menu.get_state_set().contains(Atspi.StateType.CHECKED)
         or menu.get_state_set().contains(Atspi.StateType.PRESSED))
    type_keys("e")
    return app.find("dialog", "Export")


def save_to(path):
    """Into whichever file chooser there is, the portal's or GTK's own: each begins in the name of the file."""
    wait("the file chooser", lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Export to"],
                                                    capture_output=True, check=False).stdout)
    time.sleep(1)  # what is in it cannot be asked from here
    key("ctrl+a")
    type_keys(path)
    key("Return")


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
                save_to(path)
                app.wait_text("Saved “everything.json”")
        with tap.point("it is what the command line writes, and an empty shop takes it all"):
            subprocess.run([os.path.join(build, "src", "cli", "aftercare-cli"), "--data-dir", data, "--today", TODAY,
                            "export", path + ".cli"], check=True)
            assert open(path, "rb").read() == open(path + ".cli", "rb").read()
            os.mkdir(other)
            cli(build, other, "import", path)
            assert [c["name"] for c in cli(build, other, "list", "customer")] == ["Bea Koch"]
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
