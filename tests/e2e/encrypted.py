#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The daily backup wants its password, which is in the keyring and nowhere else; where the keyring is locked no file is
written, and that is said."""
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import zipfile

from desk import App, cli, key, wait
from tap import Tap
from trouble import lock_keyring, refuse_prompt

PASSWORD = "correct horse"


def daily(folder, day):
    return os.path.join(folder, f"aftercare-{day}.zip")


def preferences(app):
    key("ctrl+comma")
    app.find("dialog", "Preferences")
    app.click(re.compile("tab|radio button|toggle button"), "Backup")


def is_encrypted(path):
    with zipfile.ZipFile(path) as backup:
        return all(entry.flag_bits & 1 for entry in backup.infolist() if not entry.is_dir())


def give_password(tap, build, data, folder):
    with App(build, data, "--today", "2026-11-24") as app:
        app.find("frame")
        wait("a file without a password", lambda: os.path.exists(daily(folder, "2026-11-24")))
        with tap.point("a password is given in the preferences"):
            preferences(app)
            row = app.find("text", "Password of the Daily File")
            app.scroll_to(row)
            app.focus(row)
            subprocess.run(["xdotool", "type", PASSWORD], check=True)
            key("Return")
            app.wait_text("From now on the daily file wants its password")
            app.wait_text("Only With Its Password")
    tap.equal(app.complaints(), [], "the log is free of warnings")


def next_day(tap, build, data, folder, spare):
    with App(build, data, "--today", "2026-11-25") as app:
        app.find("frame")
        with tap.point("the next day's file opens with it only"):
            wait("the file", lambda: os.path.exists(daily(folder, "2026-11-25")))
            assert is_encrypted(daily(folder, "2026-11-25")) and not is_encrypted(daily(folder, "2026-11-24"))
    with tap.point("and is restored with it"):
        secret = os.path.join(folder, "password")
        with open(secret, "w", encoding="utf-8") as stream:
            stream.write(PASSWORD)
        cli(build, spare, "restore", daily(folder, "2026-11-25"), today="2026-11-25", code=1)
        cli(build, spare, "restore", "--password-file", secret, daily(folder, "2026-11-25"), today="2026-11-25")
        assert [c["name"] for c in cli(build, spare, "list", "customer")] == ["Bea Koch"]
    with tap.point("nothing in the shop knows the password"):
        with open(os.path.join(data, "aftercare.db"), "rb") as stream:
            assert PASSWORD.encode() not in stream.read()


def in_the_way(tap, build, data, folder):
    os.mkdir(daily(folder, "2026-11-27"))
    with App(build, data, "--today", "2026-11-27") as app:
        app.find("frame")
        with tap.point("where a folder has the day's name there is no file, and it is said"):
            app.wait_text(re.compile("Today’s backup was not written: .*aftercare-2026-11-27.zip is no file"))
    tap.equal(app.complaints(), [], "the log is free of warnings (a folder in the way)")
    os.symlink("/nowhere/at/all", daily(folder, "2026-11-28"))
    with App(build, data, "--today", "2026-11-28") as app:
        app.find("frame")
        with tap.point("a link that leads nowhere gives way to the file"):
            wait("the file", lambda: os.path.isfile(daily(folder, "2026-11-28")) and not os.path.islink(daily(folder, "2026-11-28")))


def locked(tap, build, data, folder):
    lock_keyring()
    with App(build, data, "--today", "2026-11-29") as app:
        app.find("frame")
        with tap.point("with a locked keyring there is no file, and it is said"):
            refuse_prompt()
            app.wait_text(re.compile("Today’s backup was not written"))
            assert not os.path.exists(daily(folder, "2026-11-29"))


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as spare:
        cli(build, data, "add", "customer", "name=Bea Koch")
        with sqlite3.connect(os.path.join(data, "aftercare.db")) as shop:
            shop.execute("INSERT INTO setting (key, value) VALUES ('backup-dir', ?)", (folder,))
        give_password(tap, build, data, folder)
        next_day(tap, build, data, folder, spare)
        in_the_way(tap, build, data, folder)
        locked(tap, build, data, folder)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
