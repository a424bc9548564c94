#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What cannot be opened or kept gets one clear sentence, and nothing of it is touched."""
import fcntl
import hashlib
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

from desk import App, TODAY, cli, key, wait
from tap import Tap


def no_database(data):
    with open(os.path.join(data, "aftercare.db"), "w", encoding="utf-8") as file:
        file.write("Dear diary, this is no database. " * 40)


def sql(data, statement):
    base = sqlite3.connect(os.path.join(data, "aftercare.db"), isolation_level=None)
    base.execute(statement)
    base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    base.close()


def foreign(data):
    sql(data, "CREATE TABLE song (id)")


def half(data):
    """The pages of a real one, cut off."""
    path = os.path.join(data, "aftercare.db")
    with open(path, "r+b") as file:
        file.truncate(os.path.getsize(path) // 2)


def newer(data):
    sql(data, "PRAGMA user_version = 999")


def digest(data):
    with open(os.path.join(data, "aftercare.db"), "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


NO_BACKUP = re.compile("^This file is no backup of Aftercare")

# what is wrong, whether it was a shop before, the page's title
SHOPS = [("a text file", no_database, False, "This Shop Cannot Be Read"),
         ("a database of another program", foreign, False, "This Shop Cannot Be Read"),
         ("half a database", half, True, "This Shop Cannot Be Read"),
         ("a shop of a newer version", newer, True, "Made by a Newer Aftercare")]


def unreadable(tap, build):
    for name, spoil, real, title in SHOPS:
        with tempfile.TemporaryDirectory() as data:
            if real:
                cli(build, data, "add", "customer", "name=Bea Koch")
            spoil(data)
            before = digest(data)
            with App(build, data, "--today", TODAY, "--place", "today") as app:
                with tap.point(f"{name}: the window says what happened and where the folder is"):
                    app.wait_text(title)
                    app.wait_text(data)
                with tap.point(f"{name}: no key reaches a place behind the page"):
                    for press in ("ctrl+n", "ctrl+k", "ctrl+2", "F10"):
                        key(press)
                    app.wait_text(title)
                    assert not app.has("dialog")
            tap.equal(digest(data), before, f"{name}: the file is as it was")
            tap.equal(app.complaints(), [], f"{name}: the log is free of warnings")


def restore(path):
    subprocess.run(["gapplication", "action", "com.example.Aftercare", "restore", f"('{path}', '')"], check=True)


def not_restored(tap, build):
    """Defect: why a restore failed was said under the page that it was begun from."""
    with tempfile.TemporaryDirectory() as top:
        data, backup, letter = (os.path.join(top, name) for name in ("aftercare", "backup.zip", "letter.txt"))
        cli(build, data, "add", "customer", "name=Bea Koch")
        cli(build, data, "backup", backup)
        half(data)
        with open(letter, "w", encoding="utf-8") as file:
            file.write("Dear diary")
        # its own folder by default, so that it is on the bus and can be told what the button would tell it
        with App(build, None, env={"XDG_DATA_HOME": top}) as app:
            app.wait_text("This Shop Cannot Be Read")
            with tap.point("not restored from no backup: said on the page"):
                restore(letter)
                app.wait_text(NO_BACKUP)
            folder = os.open(data, os.O_RDONLY)
            fcntl.flock(folder, fcntl.LOCK_SH)
            with tap.point("nor while another program is at it: said on the page that comes back, in a narrow window as well"):
                restore(backup)
                app.wait_text(re.compile("^Another program is using the shop’s data right now"))
                assert not app.has("label", NO_BACKUP)
                app.resize(360, 700)
                app.wait_text(re.compile("^Another program is using the shop’s data right now"))
                app.resize(1280, 860)
            os.close(folder)
            with tap.point("tried again, the page says only what is wrong now"):
                app.click("button", "Try Again")
                app.wait_gone("label", re.compile("^Another program is using"))
                app.wait_text("This Shop Cannot Be Read")
            with tap.point("and once it can be restored, it is"):
                restore(backup)
                app.find("list", "Places")
        tap.equal(app.complaints(), [], "not restored: the log is free of warnings")


def left_open(tap, build):
    """Whoever had the shop before was ended, and its file is damaged where opening it does not look."""
    with tempfile.TemporaryDirectory() as data:
        for n in range(40):
            cli(build, data, "add", "customer", f"name=Customer {n}", "note=" + "x" * 3000)
        base = sqlite3.connect(os.path.join(data, "aftercare.db"), isolation_level=None)
        base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        page = base.execute("SELECT max(pageno) FROM dbstat WHERE name = 'customer' AND pagetype = 'leaf'").fetchone()[0]
        base.close()
        with open(os.path.join(data, "aftercare.db"), "r+b") as file:
            file.seek((page - 1) * 4096)
            file.write(b"\xff" * 4096)
        with open(os.path.join(data, "aftercare.db-wal"), "wb") as file:
            file.write(b"left")
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            with tap.point("a shop that was left open and is damaged: said behind the first frame, with the way out"):
                app.wait_text("This Shop Cannot Be Read", timeout=30)
                app.find("button", re.compile("Restore a Backup"))
        app.complaints()


def held(tap, build):
    """Another program holds the shop while a customer is being added."""
    with tempfile.TemporaryDirectory() as data:
        cli(build, data, "add", "customer", "name=Bea Koch")
        with App(build, data, "--today", TODAY, "--place", "customers") as app:
            app.wait_text("Bea Koch")
            other = sqlite3.connect(os.path.join(data, "aftercare.db"), isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
            with tap.point("a held shop: what was typed stays, with a sentence"):
                key("ctrl+shift+n")
                app.set_text(app.find("text", "Name", within=app.find("dialog", "New Customer")), "Ole Holm")
                app.click("button", "Save")
                app.wait_text(re.compile("in use|busy|another program", re.I), timeout=60)
                app.find("dialog", "New Customer")
            other.execute("ROLLBACK")
            other.close()
            with tap.point("and is saved once the shop is free again"):
                app.click("button", "Save")
                app.wait_gone("dialog", "New Customer")
                assert sorted(c["name"] for c in cli(build, data, "list", "customer")) == ["Bea Koch", "Ole Holm"]
        tap.equal(app.complaints(), [], "a held shop: the log is free of warnings")


def lock_keyring():
    subprocess.run(["gdbus", "call", "--session", "-d", "org.freedesktop.secrets", "-o", "/org/freedesktop/secrets",
                    "-m", "org.freedesktop.Secret.Service.Lock", "['/org/freedesktop/secrets/collection/login']"],
                   check=True, stdout=subprocess.DEVNULL)


def refuse_prompt():
    """The keyring asks for its password; nobody knows it."""
    window = wait("the prompt", lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "gcr-prompter"],
                                                       capture_output=True, text=True, check=False).stdout.split())[0]
    subprocess.run(["xdotool", "windowfocus", "--sync", window, "key", "Escape"], check=True)


def keyring(tap, build):
    """The job is taken in even where its unlock code cannot be kept."""
    with tempfile.TemporaryDirectory() as data:
        customer = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
        with App(build, data, "--today", TODAY, "--place", "jobs") as app:
            lock_keyring()
            with tap.point("a locked keyring: the job is kept, its code is not, and it is said"):
                key("ctrl+n")
                app.type_into(app.find("text", "Customer: name, phone, serial…"), "koch")
                app.find("list item", re.compile("^Bea Koch"))
                key("Return")
                app.type_into(app.find("text", "Reported Fault"), "Screen is dark")
                app.unfold("Also Left Here, Unlock Code")
                app.focus(app.find("text", "Unlock Code (Keyring Only)"))
                subprocess.run(["xdotool", "type", "4711"], check=True)
                app.click("button", "Take In")
                refuse_prompt()
                app.wait_text(re.compile("keyring"))
                job = wait("the job", lambda: next(iter(cli(build, data, "list", "job")), None))
                assert (job["customer"], job["fault"]) == (customer, "Screen is dark") and not job["has_code"], job
        tap.equal(app.complaints(), [], "a locked keyring: the log is free of warnings")


def main(build):
    tap = Tap()
    unreadable(tap, build)
    not_restored(tap, build)
    left_open(tap, build)
    held(tap, build)
    keyring(tap, build)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
