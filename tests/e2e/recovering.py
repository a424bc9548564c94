#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was under way when it ended: a killed import is taken back beside the window."""
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import zipfile

from desk import TODAY, App, cli, key, wait
from tap import Tap


def contacts(path, count):
    with open(path, "w", encoding="utf-8") as stream:
        for i in range(count):
            stream.write(f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Person {i}\r\nTEL:+49 171 {i:07}\r\nEND:VCARD\r\n")


def committed(data):
    with sqlite3.connect(f"file:{os.path.join(data, 'aftercare.db')}?mode=ro", uri=True) as shop:
        return shop.execute("SELECT count(*) FROM customer").fetchone()[0]


def killed_import(tap, build):
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryDirectory() as folder:
        cli(build, data, "add", "customer", "name=Bea Koch")
        path = os.path.join(folder, "contacts.vcf")
        contacts(path, 8000)
        command = [os.path.join(build, "src", "cli", "aftercare-cli"), "--data-dir", data, "--today", TODAY, "import", path]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
            wait("some of it", lambda: committed(data) > 1000)
            running.kill()
        with App(build, data, "--today", TODAY, "--place", "customers") as app:
            with tap.point("a killed import: the window is there, says that it is taken back, and it is"):
                app.wait_text(re.compile("import .*interrupted"))
                wait("nothing of it", lambda: committed(data) == 1, timeout=60)
                app.row("Bea Koch")
        tap.equal(app.complaints(), [], "a killed import: the log is free of warnings")


def announced_restore(tap, build):
    """Asked for before a power cut, and cannot be: a script came first and was told, where nobody reads; defect: nobody was."""
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "backup.zip")
        cli(build, os.path.join(folder, "other"), "add", "customer", "name=Ann Restored")
        cli(build, os.path.join(folder, "other"), "backup", path)
        cli(build, data, "add", "customer", "name=Bob Before")
        with zipfile.ZipFile(path) as backup:
            backup.extractall(os.path.join(data, "backups", "restore-x"))
        with sqlite3.connect(os.path.join(data, "backups", "restore-x", "aftercare.db")) as shop:
            shop.execute("INSERT INTO setting (key, value) VALUES ('last-backup', '2026-11-20T16:00:00Z')")
        shop.close()
        for name, text in (("backups/before-restore-x", "no folder"), ("restore.pending", "restore-x\nbefore-restore-x\n")):
            with open(os.path.join(data, name), "w", encoding="utf-8") as file:
                file.write(text)
        assert [customer["name"] for customer in cli(build, data, "list", "customer")] == ["Bob Before"]
        for said in (True, False):
            with App(build, data, "--today", TODAY, "--place", "customers") as app:
                app.row("Bob Before")
                with tap.point("a restore that was taken back: said, of which backup, once"):
                    if said:
                        app.wait_text("Not Restored")
                        app.wait_text(re.compile(r"The backup of .*20.* as it was before\. .*cannot be moved"))
                        key("Escape")
                        app.wait_gone("label", "Not Restored")
                    assert not app.has("label", "Not Restored")
            tap.equal(app.complaints(), [], "a restore that was taken back: the log is free of warnings")


def main(build):
    tap = Tap()
    killed_import(tap, build)
    announced_restore(tap, build)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
