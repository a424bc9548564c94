#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Restoring in the window: the shop from the backup comes up, the one before is kept."""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

from desk import App, cli, key, say_who_we_are, wait
from tap import Tap


def full(tap, build):
    """No room is left once the backup is in its place: it is restored, and that the shop does not open is another matter."""
    with tempfile.TemporaryDirectory() as folder:
        other, data, backup = (os.path.join(folder, name) for name in ("other", "aftercare", "backup.zip"))
        filler = os.path.join(folder, "filler")
        cli(build, other, "add", "customer", "name=Ann Restored")
        cli(build, other, "backup", backup)
        cli(build, data, "add", "customer", "name=Bob Before")
        env = {"LD_PRELOAD": os.path.join(build, "tests", "e2e", "full.so"), "FULL_WHILE": filler}
        open(filler, "wb").close()
        alone = os.path.join(folder, "alone")
        with tap.point("the command line says that it is restored, and the disk full"):
            done = subprocess.run([os.path.join(build, "src", "cli", "aftercare-cli"), "--json", "--data-dir", alone, "restore",
                                   "--last-number", "none", backup], env=os.environ | env, capture_output=True, text=True, check=False)
            error = json.loads(done.stdout or done.stderr)["error"]
            assert (done.returncode, error["code"]) == (1, "full"), done
            assert error["message"].startswith("The backup is restored, but the disk is full"), error
            assert [customer["name"] for customer in cli(build, alone, "list", "customer")] == ["Ann Restored"]
        with App(build, None, "--place", "customers", env={"XDG_DATA_HOME": folder} | env) as app:
            app.wait_text("Bob Before")
            with tap.point("the window says so, too, as often as it is tried again"):
                subprocess.run(["gapplication", "action", "com.example.Aftercare", "restore", f"('{backup}', '')"], check=True)
                app.wait_text("The backup is restored, but the disk is full")
                app.press(app.find("button", "Try Again"))
                app.wait_text("The backup is restored, but the disk is full")
                assert not app.has("label", re.compile("Nothing was changed"))
            with tap.point("and with room again it opens"):
                os.remove(filler)
                app.press(app.find("button", "Try Again"))
                app.wait_text("Ann Restored")
        tap.equal(app.complaints(), [], "no warning in the log")


def main():
    tap, build = Tap(), sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "aftercare")
        backup = os.path.join(folder, "backup.zip")
        cli(build, os.path.join(folder, "other"), "add", "customer", "name=Ann Restored")
        cli(build, os.path.join(folder, "other"), "backup", backup)
        cli(build, data, "add", "customer", "name=Bob Before")
        # its own folder by default, so that it is on the bus and can be told what the buttons would tell it
        with App(build, None, "--place", "customers", env={"XDG_DATA_HOME": folder}) as app:
            with tap.point("the shop is open"):
                app.wait_text("Bob Before")
            with tap.point("restored: the backup's shop comes up"):
                subprocess.run(["gapplication", "action", "com.example.Aftercare", "restore", f"('{backup}', '')"],
                               check=True)
                app.wait_text("Ann Restored")
            with tap.point("which is said"):
                app.wait_text("The backup is restored", timeout=4)
            with tap.point("the shop before is kept"):
                wait("it", lambda: glob.glob(os.path.join(data, "backups", "before-restore-*", "aftercare.db")))
            with tap.point("and the window works on"):
                key("ctrl+shift+n")
                app.set_text(app.find("text", "Name", within=app.find("dialog", "New Customer")), "Cy After")
                app.click("button", "Save")
                app.wait_gone("dialog", "New Customer")
                app.wait_text("Cy After")
        tap.equal(app.complaints(), [], "no warning in the log")
        with tap.point("both are there for the command line"):
            names = sorted(customer["name"] for customer in cli(build, data, "list", "customer"))
            assert names == ["Ann Restored", "Cy After"], names
    last_number(tap, build)
    beside(tap, build)
    linked(tap, build)
    full(tap, build)
    return tap.done()


def issue(build, data, folder):
    """An invoice to somebody; its number."""
    bill = os.path.join(folder, "bill.json")
    with open(bill, "w", encoding="utf-8") as file:
        json.dump({"currency": "EUR", "lines": [{"name": "Bell", "quantity": "1", "price": "9.90", "rate": "19", "category": "S"}]}, file)
    customer = cli(build, data, "list", "customer")[0]["id"]
    draft = cli(build, data, "invoice", "draft", "--customer", customer, "--file", bill)["id"]
    return cli(build, data, "invoice", "issue", draft)["number"]


def last_number(tap, build):
    """Restored on another computer, the shop asks which invoice was the last."""
    with tempfile.TemporaryDirectory() as folder:
        other, data = os.path.join(folder, "other"), os.path.join(folder, "aftercare")
        backup = os.path.join(folder, "backup.zip")
        cli(build, other, "add", "customer", "name=Ann Restored")
        say_who_we_are(build, other)
        series = issue(build, other, folder)[:4]
        cli(build, other, "backup", backup)
        cli(build, data, "add", "customer", "name=Bob Before")
        with App(build, None, "--place", "customers", env={"XDG_DATA_HOME": folder}) as app:
            app.wait_text("Bob Before")
            with tap.point("restored where its later invoices are not known: asked for the last number"):
                subprocess.run(["gapplication", "action", "com.example.Aftercare", "restore", f"('{backup}', '')"], check=True)
                app.set_text(app.find("text", "Last Invoice Number"), f"{series}-0003")
                app.press(app.find("button", "That Was the Last"))
                app.wait_gone("button", "That Was the Last")
                app.wait_text("Ann Restored")
        tap.equal(app.complaints(), [], "no warning in the log")
        tap.equal(issue(build, data, folder), f"{series}-0004", "numbers go on behind what was said")


def beside(tap, build):
    """Another window on the same shop does not work on in the one that was put away."""
    with tempfile.TemporaryDirectory() as folder:
        other, data = os.path.join(folder, "other"), os.path.join(folder, "aftercare")
        backup = os.path.join(folder, "backup.zip")
        cli(build, other, "add", "customer", "name=Ann Restored")
        cli(build, other, "backup", backup)
        cli(build, data, "add", "customer", "name=Bob Before")
        with App(build, None, "--place", "customers", env={"XDG_DATA_HOME": folder}) as app, \
                App(build, data, "--place", "customers") as second:
            app.wait_text("Bob Before")
            second.wait_text("Bob Before")
            with tap.point("restored beside another window: that one says so"):
                subprocess.run(["gapplication", "action", "com.example.Aftercare", "restore", f"('{backup}', '')"], check=True)
                app.wait_text("Ann Restored")
                second.find("button", "Open the Shop Again")
            with tap.point("and opens the restored shop"):
                second.press(second.find("button", "Open the Shop Again"))
                second.wait_text("Ann Restored")
        tap.equal(app.complaints() + second.complaints(), [], "no warning in the log of either")


def linked(tap, build):
    """Who keeps the database on another disk, by a link, is told that it is not there any more."""
    with tempfile.TemporaryDirectory() as folder:
        other, data = os.path.join(folder, "other"), os.path.join(folder, "aftercare")
        backup, disk = os.path.join(folder, "backup.zip"), os.path.join(folder, "disk.db")
        cli(build, other, "add", "customer", "name=Ann Restored")
        cli(build, other, "backup", backup)
        cli(build, data, "add", "customer", "name=Bob Before")
        os.rename(os.path.join(data, "aftercare.db"), disk)
        os.symlink(disk, os.path.join(data, "aftercare.db"))
        with App(build, None, "--place", "customers", env={"XDG_DATA_HOME": folder}) as app:
            app.wait_text("Bob Before")
            with tap.point("restored where the database was a link: that is said"):
                subprocess.run(["gapplication", "action", "com.example.Aftercare", "restore", f"('{backup}', '')"], check=True)
                app.wait_text("Ann Restored")
                app.wait_text("a link to another place (aftercare.db)", timeout=4)
        tap.equal(app.complaints(), [], "no warning in the log")
        tap.equal((os.path.islink(os.path.join(data, "aftercare.db")), os.path.exists(disk)), (False, True),
                  "it is a file of its own, and what the link led to stays")


if __name__ == "__main__":
    sys.exit(main())
