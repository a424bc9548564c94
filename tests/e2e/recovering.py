#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was under way when it ended: a killed import is taken back beside the window, an invoice that was being issued when
the window was closed is issued."""
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

from desk import TODAY, App, cli, key, say_who_we_are, wait
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


def closed_while_issuing(tap, build):
    with tempfile.TemporaryDirectory() as data:
        say_who_we_are(build, data)
        who = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
        lines = [{"name": f"Part number {i}, with a name that takes a line or two of the paper", "quantity": "1", "price": "1"}
                 for i in range(1000)]
        job = cli(build, data, "add", "job", record={"customer": who, "kind": "Repair", "lines": lines, "agreed_by": "Bea Koch",
                                                     "agreed_how": "counter"})["id"]
        cli(build, data, "job", "move", job, "ready")
        cli(build, data, "invoice", "draft", "--job", job)
        with App(build, data, "--today", TODAY, "--place", "invoices") as app:
            with tap.point("an invoice that is being issued when the window is closed is issued"):
                app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
                app.press(app.find("button", "Issue…"))
                app.press(app.find("button", "Issue"))
                key("ctrl+q")
                app.wait_until_gone(timeout=60)
                bill, = cli(build, data, "list", "invoice")
                assert bill["state"] == "issued", bill["state"]
        tap.equal(app.complaints(), [], "closed while issuing: the log is free of warnings")


def main(build):
    tap = Tap()
    killed_import(tap, build)
    closed_while_issuing(tap, build)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
