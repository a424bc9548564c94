#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first start after an update brings the shop to the newest schema. While that takes long, here since another program has
the shop, a window says so; a second start, a start with files, a close and a kill meanwhile lose nothing. So does one after a restore that something interrupted."""
import fcntl
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

from desk import App, cli, key, wait
from leaving_held import Held
from tap import Tap

DAY = "2026-11-24"
SHOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "shops", "schema-3", "shop.tar.gz")
SAYS = "Bringing the Shop Up to Date"
RESTORES = "Bringing the Backup to Its Place"


def old_shop(top):
    subprocess.run(["tar", "-xzf", SHOP, "-C", top], check=True)
    return os.path.join(top, "shop")


def schema(data):
    shop = sqlite3.connect(os.path.join(data, "aftercare.db"), timeout=20)
    version, = shop.execute("PRAGMA user_version").fetchone()
    shop.close()
    return version


def copies(data):
    return [name for name in os.listdir(data) if ".before-" in name]


def says(app, what=SAYS):
    app.wait_text(what)
    assert not app.has("list", "Places")


def opens(app):
    app.find("list", "Places", timeout=30)
    assert not app.has("label", SAYS) and not app.has("label", RESTORES)


def restore(backup):
    subprocess.run(["gapplication", "action", "com.example.Aftercare", "restore", f"('{backup}', '')"], check=True)


def twice(tap, build, data):
    held = Held(data)
    with App(build, data, "--today", DAY) as app:
        with tap.point("a window says that the shop is brought up to date"):
            says(app)
            assert schema(data) == 3
        other = App(build, data, "--today", DAY).start()
        with tap.point("a second start says the same"):
            says(other)
        with tap.point("also after longer than a statement waits"):
            time.sleep(6)
            says(app)
            says(other)
        held.free()
        with tap.point("and both open by themselves"):
            opens(app)
            opens(other)
        with tap.point("up to date, with one copy of how it was"):
            assert schema(data) > 3
            assert len(copies(data)) == 1, copies(data)
        other.stop()
        tap.equal(app.complaints() + other.complaints(), [], "the logs are free of warnings")


def killed(tap, build, data):
    held = Held(data)
    app = App(build, data, "--today", DAY).start()
    with tap.point("killed meanwhile, the shop is as it was, and opens the next time"):
        says(app)
        app.kill()
        held.free()
        assert schema(data) == 3
        with App(build, data, "--today", DAY) as again:
            opens(again)
        assert schema(data) > 3


def closed(tap, build, data):
    held = Held(data)
    app = App(build, data, "--today", DAY).start()
    with tap.point("who closes the window is asked nothing, and what is under way ends"):
        says(app)
        key("ctrl+q")
        wait("no window", lambda: app.root.get_child_count() == 0)
        held.free()
        assert app.wait_until_gone() == 0
        assert schema(data) > 3
    tap.equal(app.complaints(), [], "the log is free of warnings (closed)")


def with_files(tap, build, data):
    path = os.path.join(data, "new.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("Name,Phone\nZora Zander,0171 5550199\n")
    held = Held(data)
    with App(build, data, "--today", DAY, path) as app:
        with tap.point("a file that was handed over is asked about once the shop is open"):
            says(app)
            held.free()
            app.find("dialog", timeout=30)
            app.wait_text("new.csv")
        tap.equal(app.complaints(), [], "the log is free of warnings (files)")


def logged_out(tap, build, data):
    held = Held(data)
    app = App(build, data, "--today", DAY).start()
    with tap.point("a session that ends meanwhile is not kept waiting, and the shop is as it was"):
        says(app)
        assert app.stop() == 0
        held.free()
        assert schema(data) == 3
    tap.equal(app.complaints(), [], "the log is free of warnings (logged out)")


def damaged(tap, build, data):
    path = os.path.join(data, "aftercare.db")
    with open(path, "rb") as file:
        whole = file.read()
    with open(path, "r+b") as file:
        file.seek(40 * 4096)
        file.write(b"\xa5" * 8 * 4096)
    with App(build, data, "--today", DAY) as app:
        with tap.point("what cannot be brought up to date is said as ever, and nothing is left behind"):
            app.wait_text("This Shop Cannot Be Read")
            assert not copies(data), copies(data)
        with open(path, "wb") as file:
            file.write(whole)
        held = Held(data)
        with tap.point("tried again from there, a window says that it is under way"):
            app.click("button", "Try Again")
            says(app)
            held.free()
            opens(app)
            assert schema(data) > 3
        tap.equal(app.complaints(), [], "the log is free of warnings (damaged)")


def failed_restore(tap, build, data, backup):
    """Of a shop that cannot be read, and is older besides; defect: the page that says so came back without why."""
    path = os.path.join(data, "aftercare.db")
    with open(path, "r+b") as file:
        file.truncate(os.path.getsize(path) // 2)
    # its own folder by default, so that it is on the bus and can be told what the button would tell it
    with App(build, None, env={"XDG_DATA_HOME": os.path.dirname(data)}) as app:
        app.wait_text("This Shop Cannot Be Read")
        folder = os.open(data, os.O_RDONLY)
        fcntl.flock(folder, fcntl.LOCK_SH)
        with tap.point("a restore over a damaged older shop that cannot be: said, on the page that was there"):
            restore(backup)
            app.wait_text(re.compile("^Another program is using the shop’s data right now"), timeout=30)
            app.wait_text("This Shop Cannot Be Read")
        os.close(folder)
        with tap.point("and once it can be, it is"):
            restore(backup)
            opens(app)
    tap.equal(app.complaints(), [], "a failed restore: the log is free of warnings")


def interrupted(tap, build, old, data):
    """A restore of an older shop that a power cut interrupted; defect: for all the time that it takes to bring it up to date nothing was to be seen."""
    cli(build, data, "add", "customer", "name=Here Before")
    staged = os.path.join(data, "backups", "restore-x")
    shutil.copytree(old, staged)
    database = sqlite3.connect(os.path.join(staged, "aftercare.db"))
    database.execute("PRAGMA journal_mode = delete")
    database.close()
    with open(os.path.join(data, "restore.pending"), "w", encoding="utf-8") as file:
        file.write("restore-x\nkept-x\nonto-shop\n")
    held = Held(staged)
    with App(build, data, "--today", DAY) as app:
        with tap.point("a restore that was interrupted is brought to its end, and a window says so"):
            says(app, RESTORES)
        held.free()
        with tap.point("then the shop opens by itself, up to date"):
            opens(app)
            assert schema(data) > 3 and not os.path.exists(os.path.join(data, "restore.pending"))
            assert "Here Before" not in str(cli(build, data, "list", "customer"))
        tap.equal(app.complaints(), [], "the log is free of warnings (interrupted)")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as top:
        interrupted(tap, build, old_shop(top), os.path.join(top, "here"))
    for flow in (twice, killed, closed, logged_out, with_files, damaged):
        with tempfile.TemporaryDirectory() as top:
            flow(tap, build, old_shop(top))
    with tempfile.TemporaryDirectory() as top:
        backup = os.path.join(top, "backup.zip")
        cli(build, os.path.join(top, "other"), "add", "customer", "name=Ann Restored")
        cli(build, os.path.join(top, "other"), "backup", backup)
        data = os.path.join(top, "aftercare")
        os.rename(old_shop(top), data)
        failed_restore(tap, build, data, backup)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
