# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A shop on a disk that cannot be written any more, as the system makes one that fails: what is in it can be had."""
import contextlib
import ctypes
import hashlib
import json
import fcntl
import os
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import PROGRAM, Shop, Tap  # noqa: E402

PR_SET_SECUREBITS, NOROOT = 28, 1


def bound():
    """Permissions do not bind root, unless it gives that up for the program it begins."""
    ctypes.CDLL(None).prctl(PR_SET_SECUREBITS, NOROOT)


def set_modes(top, folder, file):
    for path, _, files in os.walk(top, topdown=False):
        for name in files:
            os.chmod(os.path.join(path, name), file)
        os.chmod(path, folder)


def everything(shop):
    found = {}
    for path, _, files in os.walk(shop.dir):
        for name in files:
            with open(os.path.join(path, name), "rb") as file:
                found[os.path.join(path, name)] = file.read()
    return found


def issue(shop):
    customer = shop.add("customer", "name=Ann Lee")
    bill = {"currency": "EUR", "lines": [{"name": "Bell", "quantity": "1", "price": "9.90", "rate": "19", "category": "S"}]}
    draft = shop.ask("invoice", "draft", "--customer", customer, "--file", shop.write("bill.json", json.dumps(bill)))
    shop.ask("invoice", "issue", draft["id"])


def databases(top):
    """Those that anybody can read, below it."""
    found = []
    for path, _, files in os.walk(top):
        for name in files:
            with contextlib.suppress(OSError), open(os.path.join(path, name), "rb") as file:
                if file.read(15) == b"SQLite format 3":
                    found.append(os.path.relpath(os.path.join(path, name), top))
    return found


def put(folder, name):
    os.mkdir(folder)
    with open(os.path.join(folder, name), "wb") as file:
        file.write(b"SQLite format 3\0")


def locked(tap):
    """What a backup with a password is made of lies nowhere beside it, and what one leaves that was ended is cleared away."""
    with Shop() as shop:
        shop.add("customer", "name=Secret Sally")
        photo = os.urandom(30_000_000)  # so that there is something to see while it is made
        name = hashlib.sha256(photo).hexdigest()
        os.makedirs(os.path.join(shop.dir, "files", name[:2]))
        with open(os.path.join(shop.dir, "files", name[:2], name), "wb") as file:
            file.write(photo)
        stick, passing = shop.path("stick"), shop.path("passing")
        os.mkdir(stick)
        os.mkdir(passing)
        words = ["backup", "--password-file", shop.write("password", "hunter2hunter2\n"), os.path.join(stick, "b.zip")]
        env = os.environ | {"TMPDIR": passing}
        set_modes(shop.dir, 0o500, 0o400)
        process = subprocess.Popen([PROGRAM, "--data-dir", shop.dir, *words], stdout=subprocess.DEVNULL, preexec_fn=bound, env=env)
        beside = set()
        while process.poll() is None and not databases(passing):
            beside.update(databases(stick))
        process.kill()
        process.wait()
        tap.equal((sorted(beside), databases(stick)), ([], []), "a backup with a password: nothing lies open beside it")
        tap.ok(databases(passing), "but where what is passing lies, also when it is ended", os.listdir(passing))
        put(os.path.join(stick, ".backup-AbC123"), "aftercare.db")
        put(os.path.join(stick, ".backup-AbC124"), "thesis.db")
        answer = shop.run(*words, preexec_fn=bound, env=env)
        if answer.code and "encrypt" in answer.out:
            tap.skip("backups with a password", "libarchive cannot encrypt here")
            return
        tap.equal((answer.code, os.listdir(passing)), (0, []), "which the next one clears away")
        tap.equal(sorted(os.listdir(stick)), [".backup-AbC124", "b.zip"], "with what one of before left beside it, and nothing of anybody else's")
        set_modes(shop.dir, 0o700, 0o600)


def fill(disk, left=0):
    with contextlib.suppress(OSError), open(os.path.join(disk, "rest"), "wb", buffering=0) as file:
        while os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize > left:
            file.write(bytes(4096))


def ask_everything(shop):
    """What became of each question, and of a change."""
    return {words[0]: (answer.code, answer.error) for words in (["list", "customer"], ["due"], ["verify"], ["export", shop.path("e.json")],
                                                                ["add", "customer", "name=Zed"])
            for answer in [shop.run(*words)]}


def end_import_halfway(shop):
    cards = "".join(f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person{i} Name{i}\r\nTEL:030 {1000000 + i}\r\nEND:VCARD\r\n" for i in range(150))
    shop.ask("import", shop.write("many.vcf", cards))
    with sqlite3.connect(os.path.join(shop.dir, "aftercare.db")) as db:
        db.execute("UPDATE import SET state = 'running'")
    db.close()


def after_an_import(shop, disk):
    """It filled the disk, or was ended and something else did: (with how much room left, what became of each question)."""
    end_import_halfway(shop)
    asked = []
    for left in (0, 65536, 131072):
        fill(disk, left)
        asked.append((left, ask_everything(shop)))
        os.unlink(os.path.join(disk, "rest"))
    return asked, [c["name"] for c in shop.ask("list", "customer") if c["name"].startswith("Person")]


def on_a_full_disk():
    """In a room of its own for disks: what became of each question, as JSON."""
    with Shop() as shop:
        disk = shop.path("disk")
        os.mkdir(disk)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk], capture_output=True, check=False).returncode != 0:
            print("null")
            return
        shop.dir = os.path.join(disk, "shop")
        shop.add("customer", "name=Ann Lee")
        wanted = shop.run("export", "-", raw=True).out
        fill(disk)
        asked = ask_everything(shop)
        os.unlink(os.path.join(disk, "rest"))
        with contextlib.suppress(OSError), open(shop.path("e.json"), encoding="utf-8") as file:
            asked["whole"] = file.read() == wanted == shop.run("export", "-", raw=True).out
        asked["after"] = shop.run("add", "customer", "name=Zed").code
        asked["import"] = after_an_import(shop, disk)
        print(json.dumps(asked))


def full(tap):
    """The stick is where room is; defect: no question was answered, and nothing could be brought there."""
    done = subprocess.run(["unshare", "-rm", sys.executable, __file__, sys.argv[1], "full"], capture_output=True, text=True, check=False)
    asked = json.loads(done.stdout or "null")
    if asked is None:
        tap.skip("a full disk", "no disk of that kind can be made here")
        return
    for words in ("list", "due", "verify", "export"):
        tap.equal(asked.get(words), [0, None], f"on a full disk: {words}")
    tap.equal((asked["add"], asked.get("whole"), asked["after"]), ([1, "full"], True, 0), "what would be written is refused, until there is room")
    filled, brought = asked["import"]
    for left, asked in filled:
        for words in ("list", "due", "verify", "export"):
            tap.equal(asked.get(words), [0, None], f"with {left} bytes left behind an import that was ended: {words}")
    tap.equal(brought, [], "what it brought is taken back when there is room")


def half_imported(tap):
    """What an import that was ended left cannot be taken back where nothing can be written: every answer says so."""
    with Shop() as shop:
        shop.open()
        end_import_halfway(shop)
        set_modes(shop.dir, 0o500, 0o400)
        for words in (["list", "customer"], ["due"], ["verify"], ["export", shop.path("e.json")], ["backup", shop.path("b.zip")]):
            answer = shop.run(*words, preexec_fn=bound)
            tap.ok(answer.code == 0 and "a part of it is still in the shop" in answer.err, f"behind an import that was ended: {words[0]}", answer)
        with open(os.path.join(shop.dir, "import.lock"), encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # as who imports holds it
            answer = shop.run("list", "customer", preexec_fn=bound)
            tap.equal((answer.code, answer.err), (0, ""), "one that is under way has not ended")
        set_modes(shop.dir, 0o700, 0o600)
        tap.equal(shop.ask("list", "customer"), [], "what it brought is taken back when it can be")


def main():
    if sys.argv[2:] == ["full"]:
        on_a_full_disk()
        return 0
    tap = Tap()
    with tap.point("a full disk to the end"):
        full(tap)
    with tap.point("with a password to the end"):
        locked(tap)
    with tap.point("half an import to the end"):
        half_imported(tap)
    with Shop() as shop, Shop() as other:
        issue(shop.open())
        wanted = shop.run("export", "-", raw=True).out
        customers = shop.ask("list", "customer")
        tap.ok(not os.path.exists(os.path.join(shop.dir, "aftercare.db-wal")), "a shop that was closed, without a log")
        before = everything(shop)
        set_modes(shop.dir, 0o500, 0o400)
        tap.equal(shop.run("list", "customer", preexec_fn=bound).json, customers, "it can be looked into")
        tap.equal(shop.run("verify", preexec_fn=bound).code, 0, "and looked through")
        tap.ok(shop.run("export", "-", raw=True, preexec_fn=bound).out == wanted, "exported whole")
        backup = shop.run("backup", shop.path("b.zip"), preexec_fn=bound)
        tap.equal((backup.code, backup.json.get("ok")), (0, True), "and backed up")
        tap.equal(sorted(n for n in os.listdir(shop.top) if n.startswith(".")), [], "with nothing left beside the backup")
        answer = shop.run("add", "customer", "name=Zed", preexec_fn=bound)
        tap.equal((answer.code, answer.error), (1, "full"), "what would be written is refused")
        set_modes(shop.dir, 0o700, 0o600)
        tap.ok(everything(shop) == before, "nothing in it has changed")
        other.ask("restore", shop.path("b.zip"))
        tap.ok(other.run("export", "-", raw=True).out == wanted, "the backup holds all of it")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
