# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept for 30 days and then goes for good, where no window is ever opened."""
import json
import os
import sqlite3
import sys
from contextlib import closing

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import NOW, Shop, Tap, ago  # noqa: E402


def words_in(shop, *words):
    found = []
    for name in os.listdir(shop.dir):
        path = os.path.join(shop.dir, name)
        if os.path.isfile(path):
            with open(path, "rb") as file:
                content = file.read().lower()
            found += [(name, word) for word in words if word in content]
    return found


def purged(tap):
    """By the computer's own clock alone, and by no question."""
    words = (b"zyxwvut", b"xanthippe")
    with Shop() as shop:
        gone = shop.ask("add", "customer", "name=Zyxwvut Qwertz", "note=Remembers Xanthippe", today=ago(60))["id"]
        shop.ask("add", "customer", "name=Bea Koch", today=ago(60))
        shop.ask("remove", "customer", gone, today=ago(50))
        shop.ask("add", "customer", "name=Lea Wolf", today=ago(3))
        shop.forget_purge()
        shop.ask("list", "customer", today=NOW)
        shop.ask("due", today=NOW)
        shop.ask("due", today=ago(-40))
        shop.ask("add", "customer", "name=Ida Sommer", today=ago(-10))
        tap.equal([c["name"] for c in shop.ask("list", "customer", "--deleted", today=NOW)], ["Zyxwvut Qwertz"],
                  "no question takes anything away, nor a day that is pretended")
        shop.work_today()
        tap.equal(words_in(shop, *words), [], "who was deleted 30 days ago is gone from every file, without a window")
        tap.equal(shop.ask("verify")["problems"], [], "and nothing is wrong with the rest")


def complained(tap):
    """A complaint that somebody deleted is not opened anew by its answer, once it is gone for good."""
    with Shop() as shop:
        ann = shop.ask("add", "customer", "name=Ann Lee", today=ago(60))["id"]
        answer = shop.ask("add", "feedback", f"customer={ann}", "score=2", today=ago(60))["id"]
        shop.ask("remove", "complaint", shop.ask("list", "complaint", today=ago(60))[0]["id"], today=ago(50))
        shop.forget_purge(ago(50))
        shop.work_today()
        tap.equal(shop.ask("list", "complaint", "--deleted", today=NOW), [], "a complaint is gone for good")
        for field, wanted in (("quotable=true", 0), ("score=1", 0), ("score=9", 0), ("score=2", 1)):
            shop.ask("set", "feedback", answer, field, today=NOW)
            tap.equal(len(shop.ask("list", "complaint", today=NOW)), wanted, f"{field}: one that was low already opens none")


def leapt(tap):
    """A clock that is far ahead, or whoever comes back after a long time."""
    with Shop() as shop:
        gone = shop.ask("add", "customer", "name=Bea Koch", today=ago(60))["id"]
        shop.ask("remove", "customer", gone, today=ago(50))
        shop.forget_purge(ago(50))
        shop.ask("add", "customer", "name=Ann Lee", today=NOW)
        tap.equal([c["name"] for c in shop.ask("list", "customer", "--deleted", today=NOW)], ["Bea Koch"],
                  "a clock that leapt ahead takes nothing away")


def told(tap):
    """When it was deleted is no day to come, nor does it change with the days that its thirty do not count."""
    with Shop() as shop:
        gone = shop.ask("add", "customer", "name=Bea Koch", today=NOW)["id"]
        shop.work_today()
        shop.forget_purge(ago(-5))
        shop.ask("remove", "customer", gone, today=NOW)
        one, = shop.ask("list", "customer", "--deleted", today=NOW)
        tap.equal(one["deleted"], one["changed"], "by a clock that was ahead for a moment")
        shop.ask("export", shop.path("all.json"), today=NOW)
        with open(shop.path("all.json"), encoding="utf-8") as file:
            kept, = (c["deleted"] for c in json.load(file)["customer"] if c["id"] == gone)
        tap.ok(kept > one["deleted"], "an export has the day in its book", kept)
    with Shop() as shop:
        gone = shop.ask("add", "customer", "name=Bea Koch", today=ago(60))["id"]
        shop.ask("remove", "customer", gone, today=ago(20))
        shop.forget_purge(ago(20))
        shop.ask("add", "customer", "name=Ann Lee", today=NOW)
        one, = shop.ask("list", "customer", "--deleted", today=NOW)
        tap.equal(one["deleted"][:10], ago(20), "and after three weeks without the program")


def pretended(tap):
    """A look back, or ahead, dates nothing back: what was deleted, or imported, a minute ago is not weeks old."""
    with Shop() as shop:
        old = shop.ask("add", "customer", "name=Old Pal", today=ago(100))["id"]
        shop.work_today()
        shop.ask("remove", "customer", old, today=ago(60))
        card = shop.write("card.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Impo Rted\r\nEND:VCARD\r\n")
        brought = shop.ask("import", card, today=ago(60))["import"]
        shop.ask("add", "customer", "name=Zoe Last", today=NOW)
        shop.forget_purge()
        shop.ask("add", "customer", "name=Zoe Next", today=NOW)
        tap.equal([c["name"] for c in shop.ask("list", "customer", "--deleted", today=NOW)], ["Old Pal"],
                  "who was deleted a minute ago, by a day of two months ago, is there after the purges of today")
        tap.equal(shop.run("import", "--revert", brought, today=NOW).code, 0, "and an import of then can be taken back")
        shop.ask("undelete", "customer", old, today=NOW)
        tap.equal(shop.ask("verify")["problems"], [], "and nothing is wrong with the rest")


def one_id_twice(tap):
    """Of a file that another program wrote, or that is damaged: it keeps nobody from going, and is told."""
    with Shop() as shop:
        bea = shop.ask("add", "customer", "name=Bea Koch", today=ago(60))["id"]
        step = shop.ask("add", "followup", f"customer={bea}", "title=Ask", f"due={ago(50)}", "kind=check",
                        today=ago(60))["id"]
        with open(shop.path("out.json"), "w", encoding="utf-8") as file:
            file.write(shop.run("export", "-", raw=True).out)
        whole = open(shop.path("out.json"), encoding="utf-8").read()
        with Shop() as other:
            brought = other.ask("import", other.write("out.json", whole.replace(f'"{step}"', f'"{bea}"')))["files"][0]
            tap.equal((brought["new"], brought["refused"]), (1, 1), "a record with the id of another is refused")
        gone = shop.ask("add", "customer", "name=Ole Lind", today=ago(60))["id"]
        with closing(sqlite3.connect(os.path.join(shop.dir, "aftercare.db"))) as db, db:
            db.execute("UPDATE followup SET id = ? WHERE id = ?", (bea, step))
        tap.ok(any("another kind has its id" in p["what"] for p in shop.run("verify").json["problems"]), "and verify tells it")
        shop.ask("remove", "customer", bea, today=ago(50))
        shop.ask("remove", "customer", gone, today=ago(50))
        shop.work_today()
        tap.equal([c["name"] for c in shop.ask("list", "customer", "--deleted", today=NOW)], [],
                  "they go all the same, and so do the others")


def main():
    tap = Tap()
    with tap.point("by a clock that leapt"):
        leapt(tap)
    with tap.point("and is told"):
        told(tap)
    with tap.point("by a day that is pretended"):
        pretended(tap)
    with tap.point("one id twice"):
        one_id_twice(tap)
    with tap.point("to the end"):
        purged(tap)
        complained(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
