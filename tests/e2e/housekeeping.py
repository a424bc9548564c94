#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window does behind everything else: a deleted customer goes for good after a month, and the list takes up
the order of the language, on screen too; phones are known by the digits of the shop's country. The command line purges
when it changes something and starts none of the rest; neither does by a day that is pretended, so the days are today's."""
import contextlib
import datetime
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

from desk import App, Atspi, wait
from tap import Tap


def ago(days):
    return (datetime.date.today() - datetime.timedelta(days)).isoformat()


LATELY = ago(3)
NAMES = ["Zander Berg", "Ärla Lund", "Anna Holm"]


class Shop:
    def __init__(self, build, folder):
        self.program, self.dir = os.path.join(build, "src", "cli", "aftercare-cli"), os.path.join(folder, "shop")

    def ask(self, today, *arguments):
        day = ["--today", today] if today else []
        done = subprocess.run([self.program, "--data-dir", self.dir, *day, "--json", *arguments],
                              capture_output=True, text=True)
        assert done.returncode == 0, f"{arguments}: {done.stdout}{done.stderr}"
        return json.loads(done.stdout)

    def names(self, *more, today=LATELY):
        return [customer["name"] for customer in self.ask(today, "list", "customer", *more)]


    def ida(self, folder):
        path = os.path.join(folder, "ida.json")
        with open(path, "w", encoding="utf-8") as stream:
            json.dump({"name": "Ida Sommer", "phones": [{"number": "+43 660 1234567"}]}, stream)
        return path

    def kept(self):
        """Who is deleted and still there; asked of the database, since a command may purge."""
        connection = sqlite3.connect(os.path.join(self.dir, "aftercare.db"))
        with contextlib.closing(connection):
            return [name for name, in connection.execute("SELECT name FROM customer WHERE deleted_at IS NOT NULL")]

    def purge_again(self, last=ago(1)):
        connection = sqlite3.connect(os.path.join(self.dir, "aftercare.db"))
        with connection:
            connection.execute("INSERT OR REPLACE INTO setting (key, value) VALUES ('last-purge', ?)", (last,))
        connection.close()

    def move_to_austria(self):
        connection = sqlite3.connect(os.path.join(self.dir, "aftercare.db"))
        with connection:
            connection.execute("INSERT INTO setting (key, value) VALUES ('region', 'AT')")
        connection.close()

    def digits(self, customer):
        return self.ask(LATELY, "get", "customer", customer)["phones"][0]["digits"]


def make_swedish(folder):
    """A locale that the system need not have."""
    target = os.path.join(folder, "sv_SE.UTF-8")
    done = subprocess.run(["localedef", "-i", "sv_SE", "-f", "UTF-8", target], capture_output=True, text=True)
    assert os.path.isdir(target), done.stderr
    return {"LOCPATH": folder, "LC_ALL": "sv_SE.UTF-8"}


def rows(app):
    """Who stands in the list, from top to bottom."""
    found = {name: app.all("list item", re.compile("^" + name)) for name in NAMES}
    places = {name: nodes[0].get_component_iface().get_extents(Atspi.CoordType.WINDOW).y
              for name, nodes in found.items() if nodes}
    return sorted(places, key=places.get)


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        shop = Shop(build, folder)
        for name in NAMES + ["Gone Long", "Gone Lately"]:
            shop.ask(ago(100), "add", "customer", f"name={name}")
        ids = {c["name"]: c["id"] for c in shop.ask(ago(100), "list", "customer")}
        shop.ask(ago(60), "remove", "customer", ids["Gone Long"])
        shop.purge_again()
        with tap.point("the command line purges once a day, and starts nothing else"):
            shop.ask(LATELY, "set", "customer", ids["Anna Holm"], "note=Works on")
            assert sorted(shop.kept()) == ["Gone Long"]
            shop.ask(None, "set", "customer", ids["Zander Berg"], "note=Went on")
            assert shop.kept() == []
            assert shop.names() == ["Anna Holm", "Ärla Lund", "Gone Lately", "Zander Berg"], shop.names()
        shop.purge_again(ago(50))  # what is deleted is never dated before it
        shop.ask(ago(40), "remove", "customer", ids["Gone Lately"])
        with tap.point("a window of another day takes nothing away"):
            with App(build, shop.dir, "--place", "customers", "--today", ago(-30)) as app:
                app.find("list item", re.compile("^Anna Holm"))
                time.sleep(3)  # it begins two seconds after the window
            assert shop.kept() == ["Gone Lately"]
        ida = shop.ask(ago(100), "add", "customer", "--file", shop.ida(folder))["id"]
        before = shop.digits(ida)
        shop.move_to_austria()
        shop.purge_again()
        with App(build, shop.dir, "--place", "customers", env=make_swedish(folder)) as app:
            with tap.point("the window takes up the order of the language, while it shows the list"):
                app.find("list item", re.compile("^Anna Holm"))
                wait("the Swedish order", lambda: rows(app) == ["Anna Holm", "Zander Berg", "Ärla Lund"])
            with tap.point("which the command line then has, too"):
                assert shop.names() == ["Anna Holm", "Ida Sommer", "Zander Berg", "Ärla Lund"], shop.names()
                shop.ask(LATELY, "add", "customer", "name=Ådala Dahl")
                assert shop.names() == ["Anna Holm", "Ida Sommer", "Zander Berg", "Ådala Dahl", "Ärla Lund"], shop.names()
            with tap.point("who was deleted more than a month ago goes from the window, too"):
                wait("nobody deleted", lambda: shop.kept() == [])
            with tap.point("the digits of a phone become those of the country that the shop was moved to"):
                wait("the digits at home", lambda: (before, shop.digits(ida)) == ("436601234567", "06601234567"))
        tap.equal(app.complaints(), [], "the log is free of warnings")
        tap.equal(shop.ask(LATELY, "verify")["ok"], True, "verify is content")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
