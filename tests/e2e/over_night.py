#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Some windows are never closed: what is done at a start is done on each new day as well."""
import os
import re
import sqlite3
import struct
import sys
import tempfile
from contextlib import closing
from datetime import date, timedelta

from desk import App, cli, wait
from tap import Tap

PATIENCE = 60  # the clock is looked at every half a minute


def day(days):
    return str(date.today() + timedelta(days))


def names(folder):
    return sorted(name for name in os.listdir(folder) if not name.startswith("."))


def deleted(data):
    with closing(sqlite3.connect(f"file:{os.path.join(data, 'aftercare.db')}?mode=ro", uri=True)) as shop:
        return [name for name, in shop.execute("SELECT name FROM customer WHERE deleted_at IS NOT NULL")]


def make_shop(build, data, folder):
    bea = cli(build, data, "add", "customer", "name=Bea Koch", today=day(-40))["id"]
    cli(build, data, "remove", "customer", bea, today=day(-29))
    cli(build, data, "add", "customer", "name=Ann Lee", today=day(-1))
    with closing(sqlite3.connect(os.path.join(data, "aftercare.db"))) as shop, shop:
        shop.execute("INSERT INTO setting (key, value) VALUES ('backup-dir', ?)", (folder,))
        shop.execute("INSERT OR REPLACE INTO setting (key, value) VALUES ('last-purge', ?)", (day(-1),))


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryDirectory() as folder, \
            tempfile.NamedTemporaryFile() as later:
        make_shop(build, data, folder)
        later.write(struct.pack("q", 0))
        later.flush()
        env = {"LD_PRELOAD": os.path.join(build, "tests", "e2e", "later.so"), "LATER_BY": later.name}
        with App(build, data, "--place", "customers", env=env) as app:
            app.find("list item", re.compile("^Ann Lee"))
            with tap.point("a start writes the backup of its day, and lets nobody go before their time"):
                wait("the file", lambda: names(folder) == [f"aftercare-{day(0)}.zip"])
                assert deleted(data) == ["Bea Koch"]
            later.seek(0)
            later.write(struct.pack("q", 2 * 86400))
            later.flush()
            with tap.point("the day after the next has its own, though nobody closed the window"):
                wait("the file", lambda: f"aftercare-{day(2)}.zip" in names(folder), PATIENCE)
            with tap.point("and who was deleted a month ago is gone"):
                wait("nobody deleted", lambda: deleted(data) == [], PATIENCE)
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
