#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The daily backup wants its password, which is in the keyring and nowhere else; where the keyring is locked no file is
written, and that is said. On the day that it is: none is written for one that is pretended."""
import datetime
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


def todays(folder):
    return os.path.join(folder, f"aftercare-{datetime.date.today()}.zip")


def put_aside(folder, name):
    """Where today's file is not, it is due."""
    aside = os.path.join(folder, name)
    os.rename(todays(folder), aside)
    return aside


def preferences(app):
    key("ctrl+comma")
    app.find("dialog", "Preferences")
    app.click(re.compile("tab|radio button|toggle button"), "Backup")


def is_encrypted(path):
    with zipfile.ZipFile(path) as backup:
        return all(entry.flag_bits & 1 for entry in backup.infolist() if not entry.is_dir())


def give_password(tap, build, data, folder):
    with App(build, data) as app:
        app.find("frame")
        wait("a file without a password", lambda: os.path.exists(todays(folder)))
        with tap.point("a password is given in the preferences"):
            preferences(app)
            row = app.find("text", "Password of the Daily File")
            app.scroll_to(row)
            app.focus(row)
            subprocess.run(["xdotool", "type", PASSWORD], check=True)
            key("Return")
            app.wait_text("From now on the daily file wants its password")
            app.wait_text("Only With Its Password")
        with tap.point("and today's file, which was written before, is locked with it"):
            wait("it is locked", lambda: is_encrypted(todays(folder)))
    tap.equal(app.complaints(), [], "the log is free of warnings")


def next_day(tap, build, data, folder, spare):
    before = put_aside(folder, "before.zip")
    with App(build, data) as app:
        app.find("frame")
        with tap.point("the next file opens with it only"):
            wait("the file", lambda: os.path.exists(todays(folder)))
            assert is_encrypted(todays(folder)) and is_encrypted(before)
    locked_up = put_aside(folder, "locked up.zip")
    with tap.point("and is restored with it"):
        today, secret = str(datetime.date.today()), os.path.join(folder, "password")
        with open(secret, "w", encoding="utf-8") as stream:
            stream.write(PASSWORD)
        cli(build, spare, "restore", locked_up, today=today, code=1)
        cli(build, spare, "restore", "--password-file", secret, locked_up, today=today)
        assert [c["name"] for c in cli(build, spare, "list", "customer", today=today)] == ["Bea Koch"]
    with tap.point("nothing in the shop knows the password"):
        with open(os.path.join(data, "aftercare.db"), "rb") as stream:
            assert PASSWORD.encode() not in stream.read()


def pretended(tap, build, data, folder):
    with App(build, data, "--today", "2027-03-01") as app:
        with tap.point("a look ahead leaves no file, and takes none away"):
            preferences(app)
            app.find("text", "Password of the Daily File")
            assert sorted(os.listdir(folder)) == ["before.zip", "locked up.zip", "password"], os.listdir(folder)


def in_the_way(tap, build, data, folder):
    os.mkdir(todays(folder))
    with App(build, data) as app:
        app.find("frame")
        with tap.point("where a folder has the day's name there is no file, and it is said"):
            app.wait_text(re.compile(f"Today’s backup was not written: .*{re.escape(os.path.basename(todays(folder)))} is no file"))
    tap.equal(app.complaints(), [], "the log is free of warnings (a folder in the way)")
    os.rmdir(todays(folder))
    os.symlink("/nowhere/at/all", todays(folder))
    with App(build, data) as app:
        app.find("frame")
        with tap.point("a link that leads nowhere gives way to the file"):
            wait("the file", lambda: os.path.isfile(todays(folder)) and not os.path.islink(todays(folder)))


def locked(tap, build, data, folder):
    os.unlink(todays(folder))
    lock_keyring()
    with App(build, data) as app:
        app.find("frame")
        with tap.point("with a locked keyring there is no file, and it is said"):
            refuse_prompt()
            app.wait_text(re.compile("Today’s backup was not written"))
            assert not os.path.exists(todays(folder))


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as spare:
        cli(build, data, "add", "customer", "name=Bea Koch", today=str(datetime.date.today()))
        with sqlite3.connect(os.path.join(data, "aftercare.db")) as shop:
            shop.execute("INSERT INTO setting (key, value) VALUES ('backup-dir', ?)", (folder,))
        give_password(tap, build, data, folder)
        next_day(tap, build, data, folder, spare)
        pretended(tap, build, data, folder)
        in_the_way(tap, build, data, folder)
        locked(tap, build, data, folder)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
