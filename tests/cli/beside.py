# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A restore while other programs use the shop: each of them finds one shop, whole, and nothing that was kept is lost."""
import contextlib
import fcntl
import json
import os
import sqlite3
import subprocess
import sys
import time
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import PROGRAM, TODAY, Shop, Tap  # noqa: E402

A_WHILE = 0.7  # a command is done in a tenth of it


@contextlib.contextmanager
def held(folder, how):
    """The shop's folder as a program has it that opens the shop, or puts another one there."""
    lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    fcntl.flock(lock, how)
    try:
        yield
    finally:
        os.close(lock)


def begin(shop, *arguments):
    return subprocess.Popen([PROGRAM, "--data-dir", shop.dir, "--today", TODAY, "--json", *arguments],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def end(process):
    out, _ = process.communicate(timeout=60)
    return process.returncode, json.loads(out)


def names(shop):
    return sorted(customer["name"] for customer in shop.ask("list", "customer"))


def backup_of(shop, name):
    shop.add("customer", f"name={name}")
    path = shop.path("b.zip")
    shop.ask("backup", path)
    return path


def opening_waits(tap):
    with Shop() as source, Shop() as shop:
        path = backup_of(source, "Ann Restored")
        shop.add("customer", "name=Bob Before")
        staged = os.path.join(shop.dir, "backups", "restore-x")
        with held(shop.dir, fcntl.LOCK_EX):
            several = [begin(shop, "list", "customer") for _ in range(3)]
            time.sleep(A_WHILE)
            tap.equal([process.poll() for process in several], [None] * 3, "who opens waits while a shop is put there")
            os.makedirs(staged)
            with zipfile.ZipFile(path) as backup:
                backup.extractall(staged)
            os.unlink(os.path.join(staged, "manifest.json"))
            with open(os.path.join(shop.dir, "restore.pending"), "w", encoding="utf-8") as file:
                file.write("restore-x\nbefore-restore-x\n")
        answers = [end(process) for process in several]
        tap.equal([(code, [c["name"] for c in found]) for code, found in answers], [(0, ["Ann Restored"])] * 3,
                  "and all find the one that was put there")
        kept = os.path.join(shop.dir, "backups", "before-restore-x")
        with contextlib.closing(sqlite3.connect(os.path.join(kept, "aftercare.db"))) as db:
            tap.equal(db.execute("SELECT name FROM customer").fetchall(), [("Bob Before",)], "the other is kept, whole")


def restoring_waits(tap):
    with Shop() as source, Shop() as shop:
        path = backup_of(source, "Ann Restored")
        shop.ask("setting", "set", "shop-name", "Kettle & Spoke")
        with contextlib.closing(sqlite3.connect(os.path.join(shop.dir, "aftercare.db"), isolation_level=None)) as db:
            db.execute("BEGIN IMMEDIATE")
            restore = begin(shop, "restore", path)
            time.sleep(2 * A_WHILE)
            tap.equal((restore.poll(), os.path.exists(os.path.join(shop.dir, "restore.pending"))), (None, False),
                      "a restore waits for who is writing")
            db.execute("COMMIT")
            tap.equal(end(restore)[0], 0, "and is done then")
        tap.equal((names(shop), shop.run("verify").code), (["Ann Restored"], 0), "the backup's shop is there")


def no_longer_empty(tap):
    with Shop() as source, Shop() as other, Shop() as shop:
        path = backup_of(source, "Ann Restored")
        other.add("customer", "name=Zed Meanwhile")
        shop.ask("setting", "set", "shop-name", "Kettle & Spoke")
        with contextlib.closing(sqlite3.connect(os.path.join(shop.dir, "aftercare.db"), isolation_level=None)) as db:
            db.execute("ATTACH ? AS other", (os.path.join(other.dir, "aftercare.db"),))
            db.execute("BEGIN IMMEDIATE")
            restore = begin(shop, "restore", path)
            time.sleep(2 * A_WHILE)
            db.execute("INSERT INTO main.customer SELECT * FROM other.customer")
            db.execute("COMMIT")
        code, answer = end(restore)
        tap.equal((code, answer.get("error", {}).get("code")), (1, "refused"),
                  "a folder that is not empty any more takes no backup")
        tap.equal((names(shop), [n for n in os.listdir(os.path.join(shop.dir, "backups")) if n != ".lock"]),
                  (["Zed Meanwhile"], []), "what was kept meanwhile stays, and nothing lies about")


def no_files(tap):
    """What lies where a file is looked for and is none; defect: every command waited for whoever writes into a pipe."""
    for name, code in (("restore.pending", 0), ("aftercare.db-journal", 1)):
        for what in ("pipe", "device"):
            with Shop() as shop:
                shop.add("customer", "name=Ann Lee")
                path = os.path.join(shop.dir, name)
                if what == "pipe":
                    os.mkfifo(path)
                else:
                    os.symlink("/dev/zero", path)
                answer = shop.run("list", "customer", timeout=30)
                tap.equal((answer.code, os.path.lexists(path)), (code, True), f"a {what} called {name} keeps nobody waiting")


def main():
    tap = Tap()
    no_files(tap)
    opening_waits(tap)
    restoring_waits(tap)
    no_longer_empty(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
