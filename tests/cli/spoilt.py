# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A backup that is spoilt when it is to be put in place."""
import os
import shutil
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from backups import announced, fill  # noqa: E402
from cli import Shop, Tap  # noqa: E402


def garble(path):
    with open(path, "wb") as file:
        file.write(b"garbage" * 1000)


def cut(path):
    os.truncate(path, os.stat(path).st_size // 2)


def of_tomorrow(path):
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()


def unwritten(path):
    """As a power cut leaves what it was told to write: as long as it should be, with nothing behind the first page."""
    length = os.stat(path).st_size
    os.truncate(path, 4096)
    os.truncate(path, length)


def cut_by_others(path):
    """Its first page says that it does not know how long the file is."""
    with open(path, "r+b") as file:
        file.seek(24)
        file.write(b"\0\0\0\7")
    os.truncate(path, 8192)


def taken(path):
    os.unlink(path)


def all_taken(path):
    shutil.rmtree(os.path.dirname(path))


def astray(path):
    os.unlink(path)
    os.symlink(path + "-elsewhere", path)


HARMS = ((garble, "damaged"), (cut, "damaged"), (of_tomorrow, "newer"), (unwritten, "damaged"), (cut_by_others, "damaged"),
         (taken, "damaged"), (all_taken, "damaged"), (astray, "damaged"))


def unfit(tap):
    """It was prepared, and is none any more; defect: it was put over a shop that was well, of which nothing said where it is."""
    with Shop() as shop:
        fill(shop)
        path = shop.path("b.zip")
        shop.ask("backup", path)
        for harm, word in HARMS:
            for moved in (False, True):
                with Shop() as other:
                    other.ask("setting", "set", "shop-name", "Kettle & Spoke")
                    announced(other, path)
                    harm(os.path.join(other.dir, "backups", "restore-x", "aftercare.db"))
                    if moved:
                        kept = os.path.join(other.dir, "backups", "before-restore-x")
                        os.mkdir(kept)
                        os.rename(os.path.join(other.dir, "aftercare.db"), os.path.join(kept, "aftercare.db"))
                    answer = other.run("setting", "get", "shop-name")
                    name = f"{harm.__name__}, {'once it had begun' if moved else 'before it began'}"
                    tap.equal((answer.code, answer.json.get("value")), (0, "Kettle & Spoke"), f"{name}: the shop is as it was")
                    tap.ok("as it was before" in answer.err and word in answer.err, f"{name}: which is said, and why", answer.err)
                    tap.equal((other.run("verify").code, other.run("list", "customer").err), (0, ""), f"{name}: and goes on")


def main():
    tap = Tap()
    for part in (unfit,):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
