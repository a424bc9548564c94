# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A backup that is spoilt when it is to be put in place."""
import os
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


def unfit(tap):
    """It was prepared, and is none any more; defect: it was put over a shop that was well, of which nothing said where it is."""
    with Shop() as shop:
        fill(shop)
        path = shop.path("b.zip")
        shop.ask("backup", path)
        for harm, word in ((garble, "damaged"), (cut, "damaged"), (of_tomorrow, "newer")):
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
