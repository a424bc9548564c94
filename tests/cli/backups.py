# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""backup and restore: the same shop again, and no way to lose the old one."""
import json
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from archive import fill  # noqa: E402
from cli import PROGRAM, TODAY, Shop, Tap  # noqa: E402


def export(shop):
    return shop.run("export", "-", raw=True).out


def left_over(shop):
    folder = os.path.join(shop.dir, "backups")
    return [n for n in os.listdir(folder) if n != ".lock"] if os.path.isdir(folder) else []


def round_trip(tap):
    with Shop() as shop, Shop(today="2027-01-31") as other:
        fill(shop)
        before = export(shop)
        due = [i["rule"] for i in shop.ask("due")["items"]]
        path = shop.path("out.zip")
        info = shop.ask("backup", path)
        tap.equal((info["customers"], info["invoices"], info["ok"]), (2, 2, True), "a backup tells what is in it")
        tap.ok(info["taken"].startswith("2026-11-24T"), "and when it was taken", info)
        tap.equal(("backup" in due, "backup" in [i["rule"] for i in shop.ask("due")["items"]]), (True, False),
                  "Today asks for a backup until there is one")
        tap.equal(export(shop), before, "a backup changes nothing in the shop")
        tap.equal(left_over(shop), [], "and leaves nothing lying about")
        restored = other.run("restore", path)
        tap.equal((restored.json, restored.err), (info, ""), "restore tells the same")
        tap.ok(export(other) == before, "restored into an empty folder: byte-equal export")
        tap.equal(other.run("verify").code, 0, "verify says ok to it")
        tap.equal(left_over(other), [], "restore leaves nothing lying about")
        again = other.run("restore", path)
        tap.equal((again.code, again.error, export(other) == before), (1, "refused", True), "a shop is not overwritten")


def passwords(tap):
    with Shop() as shop:
        fill(shop)
        right, wrong = shop.write("right", "Grüße 1\n"), shop.write("wrong", "nope\n")
        path = shop.path("locked.zip")
        answer = shop.run("backup", "--password-file", right, path)
        if answer.code and "encrypt" in answer.json["error"]["message"]:
            tap.skip("backups with a password", "libarchive cannot encrypt here")
            return
        with open(path, "rb") as file:
            content = file.read()
        tap.ok(b"Bea" not in content and b"customers" not in content, "nothing can be read in a locked backup")
        for name, more in (("none", ()), ("a wrong one", ("--password-file", wrong))):
            with Shop() as other:
                tap.equal(other.run("restore", *more, path).error, "refused", f"password: {name} is refused")
        with Shop() as other:
            tap.ok(other.ask("restore", "--password-file", right, path)["ok"], "password: the right one opens it")
            tap.ok(export(other) == export(shop), "and it is the same shop")


def no_password(tap):
    """Whoever names a file with a password expects a locked backup."""
    with Shop() as shop:
        fill(shop)
        for name, text in (("empty", ""), ("begins with an empty line", "\nsecret\n"), ("blank", "   \n"),
                           ("of a wide blank", "\u00a0\u3000\n"), ("unseen", "\ufeff\u200b\n")):
            path = shop.path("open.zip")
            answer = shop.run("backup", "--password-file", shop.write("password", text), path)
            tap.ok(answer.error == "input" and not os.path.exists(path), f"a password file that is {name}: no backup that is open to all", answer)
        for why, words in (("is no file", ("backup", "--password-file", "/dev/zero", path)),
                           ("larger than", ("backup", "--password-file", shop.write("long", "x" * 100000), path)),
                           ("is no file", ("add", "customer", "--file", "/dev/zero")), ("is no file", ("invoice", "total", "/dev/zero"))):
            answer = shop.run(*words)
            tap.ok(answer.error == "input" and why in answer.out and not os.path.exists(path),
                   f"{words[0]}: a file without an end is not read to its end", answer)


def wrong_last(tap):
    """What is said along with a restore is looked at before anything is restored."""
    with Shop() as shop:
        fill(shop)
        path = shop.path("b.zip")
        shop.ask("backup", path)
        for number in ("", "x", "2026-90000", "2027-0001"):
            with Shop() as other:
                tap.equal(other.run("restore", "--last-number", number, path).error, "input", f"“{number}” is not the last number")
                tap.ok(not os.path.exists(other.dir), "and nothing was restored", os.path.exists(other.dir) and os.listdir(other.dir))
                tap.ok(other.ask("restore", "--last-number", "2026-0007", path)["ok"], "so it can be said anew")
                tap.equal([(g["from"], g["to"]) for g in other.ask("verify")["series"][0]["gaps"]][-1][1], 7, "and is kept")


def next_year(tap):
    """A number of next year was named as the last one under a clock that went ahead: this year asks about its clock, once."""
    with Shop() as shop:
        fill(shop)
        path = shop.path("b.zip")
        shop.ask("backup", path)
        with Shop() as other:
            answer = other.run("restore", "--last-number", "2027-0001", path)
            tap.ok("has not begun" in answer.json["error"]["message"], "before its year begins it is none", answer)
            answer = other.run("restore", "--last-number", "2026-90000", path)
            tap.ok("far beyond" in answer.json["error"]["message"], "nor one that is far away", answer)
            other.run("restore", "--last-number", "2027-0001", path, today="2027-01-02")
            customer = other.ask("list", "customer")[0]["id"]

            def draft():
                job = other.add("job", customer=customer, lines=[{"name": "Chain", "quantity": "1", "price": "10", "rate": "19"}])
                other.ask("job", "move", job, "ready")
                return other.ask("invoice", "draft", "--job", job)["id"]

            answer = other.run("invoice", "issue", draft())
            tap.ok(answer.error == "refused" and "clock" in answer.json["error"]["message"], "with the clock put back, it is asked for", answer)
            tap.ok(other.ask("invoice", "issue", draft(), "--date-is-right")["number"].startswith("2026-"), "said to be right, this year goes on")
            tap.ok(other.run("invoice", "issue", draft(), today="2026-11-26").code == 0, "and nobody is asked again the day after")
            tap.equal(other.run("invoice", "issue", "--date-is-right", draft(), today="2027-01-04").json["number"], "2027-0002", "the next year goes on behind it")


def slow_clock(tap):
    """A computer whose battery is empty begins a year ago: a number of then is none of the last."""
    with Shop() as shop:
        fill(shop)
        path = shop.path("b.zip")
        shop.ask("backup", path)
        with Shop(today="2025-02-01") as other:
            answer = other.run("restore", "--last-number", "2025-0003", path)
            tap.ok(answer.error == "input" and "2026-0001" in answer.out and not os.path.exists(other.dir), "nothing is restored along with it", answer)
            other.ask("restore", path)
            tap.equal(other.run("invoice", "last", "2025-0003").error, "input", "nor is it an answer afterwards")
            other.ask("invoice", "last", "2026-0007")
            tap.equal(other.ask("verify")["series"][0]["gaps"][-1]["to"], 7, "the last one of all is")
    with Shop() as shop:
        fill(shop)
        data = json.loads(export(shop))
        with Shop(today="2025-02-01") as other:
            other.ask("import", shop.write("rest.json", json.dumps(data | {"counter": {"invoice-2024": "9"}})))
            tap.equal(other.run("invoice", "last", "2025-0003").error, "input", "after an export neither")
    with Shop(today="2025-12-28") as shop:
        who = shop.open().add("customer", name="Bea Koch", addresses=[{"street": "Weg 1", "locality": "Berlin", "postcode": "10115", "country": "DE"}])
        job = shop.add("job", customer=who, lines=[{"name": "Chain", "quantity": "1", "price": "49.90", "rate": "19"}])
        shop.ask("job", "move", job, "ready")
        shop.today = "2026-01-03"
        shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", job)["id"])
        shop.ask("backup", shop.path("b.zip"))
        with Shop(today="2025-02-01") as other:
            answer = other.run("restore", "--last-number", "2025-0003", shop.path("b.zip"))
            tap.ok(answer.error == "input" and "2026-0001" in answer.out, "nor where the day of the backup alone tells of the new year", answer)


def rewrite(path, out, change):
    """The backup with its entries changed: change(name, bytes) → (name, bytes) or None."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            changed = change(entry.filename, old.read(entry))
            if changed is not None:
                new.writestr(*changed)


def manifest(**fields):
    def change(name, content):
        return (name, json.dumps({**json.loads(content), **fields})) if name == "manifest.json" else (name, content)
    return change


def newer_schema(shop, content):
    path = shop.write("newer.db", content)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 999")
    db.close()
    with open(path, "rb") as file:
        return file.read()


def without_end(shop, content):
    """Whoever asks for a setting is answered for ever."""
    path = shop.write("endless.db", content)
    with sqlite3.connect(path) as db:
        db.executescript("DROP TABLE setting; CREATE VIEW setting AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                         " SELECT 'x' AS key, count(*) AS value FROM n")
    db.close()
    with open(path, "rb") as file:
        return file.read()


def broken(tap):
    with Shop() as shop:
        fill(shop)
        path = shop.path("good.zip")
        shop.ask("backup", path)
        with open(path, "rb") as file:
            good = file.read()
        import hashlib

        def swap_database(make):
            def change(name, content):
                new = make(zipfile.ZipFile(path).read("aftercare.db"))
                if name == "aftercare.db":
                    return name, new
                if name == "manifest.json":
                    fields = json.loads(content)
                    fields["bytes"] += len(new) - len(zipfile.ZipFile(path).read("aftercare.db"))
                    return name, json.dumps({**fields, "sha256": hashlib.sha256(new).hexdigest()})
                return name, content
            return change
        changes = {
            "newer format": (manifest(**{"aftercare-backup": 99}), "too-new"),
            "foreign manifest": (lambda n, c: (n, "{}") if n == "manifest.json" else (n, c), "input"),
            "no manifest": (lambda n, c: None if n == "manifest.json" else (n, c), "input"),
            "a file is missing": (lambda n, c: None if n.startswith("files/") else (n, c), "corrupt"),
            "the database is missing": (lambda n, c: None if n == "aftercare.db" else (n, c), "corrupt"),
            "a path that leads out": (lambda n, c: ("files/../../evil", c) if n.startswith("files/") else (n, c), "corrupt"),
            "an absolute path": (lambda n, c: ("/tmp/evil", c) if n.startswith("files/") else (n, c), "corrupt"),
            "an entry without a name": (lambda n, c: ("", c) if n.startswith("files/") else (n, c), "corrupt"),
            "too many bytes": (manifest(bytes=10), "corrupt"),
            "another database": (swap_database(lambda _c: b"SQLite format 3\0" + bytes(4096)), "corrupt"),
            "a database that never ends": (swap_database(lambda c: without_end(shop, c)), "refused"),
            "a newer database": (swap_database(lambda c: newer_schema(shop, c)), "too-new"),
        }
        files = {"cut off": (good[:len(good) // 2], "corrupt"), "cut off at its end": (good[:-30], None),
                 "damaged": (good[:2000] + bytes(500) + good[2500:], "corrupt"), "empty": (b"", "input"),
                 "text": (b"hello", "input"), "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(5000), "input")}
        for name, (change, _code) in changes.items():
            rewrite(path, shop.path(name + ".zip"), change)
        for name, (content, _code) in files.items():
            shop.write(name + ".zip", content)
        for name, (_x, code) in {**changes, **files}.items():
            with Shop() as other:
                answer = other.run("restore", shop.path(name + ".zip"))
                whole = code is None and answer.code == 0 and answer.json["ok"]  # only the table of contents is gone
                fine = whole or (answer.code == 1 and answer.error == (code or answer.error))
                tap.ok(fine and "CRITICAL" not in answer.err and (whole or not os.path.exists(os.path.join(other.dir, "aftercare.db")))
                       and left_over(other) == [], f"refused, nothing touched: {name}", answer)
        tap.equal(shop.run("restore", shop.path("none.zip")).code, 1, "a backup that is not there")
    tap.ok(not os.path.exists("/tmp/evil"), "nothing was written outside")


def bomb(tap):
    """What no shop keeps is not unpacked, however honest the backup is about how much it becomes."""
    size = 200_000_000
    with Shop() as shop, Shop() as other:
        fill(shop)
        path, small = shop.path("good.zip"), shop.path("bomb.zip")
        shop.ask("backup", path)
        with zipfile.ZipFile(path) as old:
            said = json.loads(old.read("manifest.json"))
        rewrite(path, small, manifest(entries=said["entries"] + 1, bytes=said["bytes"] + size))
        with zipfile.ZipFile(small, "a", zipfile.ZIP_DEFLATED) as more:
            more.writestr("issued/bomb", bytes(size))
        tap.ok(os.path.getsize(small) < size / 100, "a small file")
        tap.ok(other.ask("restore", small)["ok"], "the shop in it is restored")
        kept = sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(other.dir) for name in names)
        tap.ok(kept < size / 10 and left_over(other) == [], "and what would fill the disk is not there", kept)


def miscounted(tap):
    """What it says of itself does not fit, and the shop in it is whole: no word of faults that verify does not find."""
    with Shop() as shop, Shop() as other:
        fill(shop)
        path, wrong = shop.path("good.zip"), shop.path("wrong.zip")
        shop.ask("backup", path)
        rewrite(path, wrong, manifest(customers=99))
        answer = other.run("restore", wrong)
        tap.ok(answer.code == 1 and answer.json["ok"] is False and "another number of customers" in answer.err
               and "faults" not in answer.err, "another number of customers than it says: said so", answer)
        tap.ok(other.ask("verify")["ok"] and len(other.ask("list", "customer")) == answer.json["customers"], "and the shop is there, whole")


def places(tap):
    with Shop() as shop:
        fill(shop)
        tap.equal(shop.run("backup", os.path.join(shop.dir, "b.zip")).error, "refused", "not into the shop's own folder")
        answer = shop.run("backup", shop.path("no/such/folder/b.zip"))
        tap.equal((answer.code, answer.error), (1, "input"), "a folder that is not there: a sentence")
        path = shop.path("b.zip")
        shop.ask("backup", path)
        with open(path, "rb") as file:
            old = file.read()
        limit = 20_000

        def starve():
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        answer = shop.run("backup", path, preexec_fn=starve)
        with open(path, "rb") as file:
            tap.ok(answer.code == 1 and file.read() == old, "a full disk: refused, the old backup is whole", answer)
        tap.equal([n for n in os.listdir(shop.top) if ".part" in n], [], "and no half file beside it")


def killed(tap):
    with Shop() as shop:
        shop.ask("generate", "--customers", "3000")
        path = shop.path("b.zip")
        shop.ask("backup", path)
        with open(path, "rb") as file:
            old = file.read()
        for pause in (0.02, 0.1, 0.3, 0.6):
            process = subprocess.Popen([PROGRAM, "--data-dir", shop.dir, "--today", TODAY, "backup", path],
                                       stdout=subprocess.DEVNULL)
            time.sleep(pause)
            process.send_signal(signal.SIGKILL)
            process.wait()
        with open(path, "rb") as file:
            now = file.read()
        with Shop() as other:
            tap.ok(other.ask("restore", path)["ok"], "killed while it writes: what is there is a whole backup")
        tap.ok(now == old or len(now) > 1000, "the old one, or a new one")
        tap.ok(shop.ask("backup", path)["ok"], "the next backup works")
        tap.equal(left_over(shop), [], "and clears away what was left")


def pipe(tap):
    """What is called like the half of a backup need not be one; defect: it was waited for without end, or removed."""
    with Shop() as shop:
        shop.add("customer", "name=Bea Koch")
        os.mkfifo(shop.path(".b.zip.aftercare-AbC123"))
        theirs = ["b.zip.part-000001", "b.zip.part-AbC123", "b.zip.mkv.part-000123", ".b.zip.aftercare-AbC12", ".b.zip.aftercare-a.b-c.",
                  ".b.zip.mkv.aftercare-AbC123"]
        for name in theirs + [".b.zip.aftercare-AbC124"]:
            shop.write(name, "theirs")
        tap.ok(shop.ask("backup", shop.path("b.zip"))["ok"], "a pipe beside it keeps no backup waiting")
        tap.ok(os.path.exists(shop.path(".b.zip.aftercare-AbC123")), "and stays, for it is no backup")
        tap.equal([name for name in theirs if not os.path.exists(shop.path(name))], [], "as does what somebody else put there")
        tap.ok(not os.path.exists(shop.path(".b.zip.aftercare-AbC124")), "what a backup left is cleared away")


def killed_restore(tap):
    """Every moment of the exchange, as a kill leaves it: the next open ends it."""
    with Shop() as shop:
        fill(shop)
        wanted = export(shop)
        path = shop.path("b.zip")
        shop.ask("backup", path)
        for moved in range(4):
            with Shop() as other:
                old = other.add("customer", "name=The Old Shop")
                staged = os.path.join(other.dir, "backups", "restore-x")
                kept = os.path.join(other.dir, "backups", "before-restore-x")
                os.makedirs(staged)
                with zipfile.ZipFile(path) as backup:
                    backup.extractall(staged)
                os.unlink(os.path.join(staged, "manifest.json"))
                with open(os.path.join(other.dir, "restore.pending"), "w", encoding="utf-8") as file:
                    file.write("restore-x\nbefore-restore-x\n")
                for name in ("aftercare.db", "files", "issued")[:moved]:
                    os.makedirs(kept, exist_ok=True)
                    os.rename(os.path.join(other.dir, name), os.path.join(kept, name))
                    os.rename(os.path.join(staged, name), os.path.join(other.dir, name))
                same = export(other) == wanted
                with sqlite3.connect(os.path.join(kept, "aftercare.db")) as db:
                    kept_old = db.execute("SELECT id FROM customer").fetchall() == [(int(old),)]
                db.close()
                tap.ok(same and kept_old and not os.path.exists(os.path.join(other.dir, "restore.pending")),
                       f"killed after {moved} moves: ended at the next open, the old shop is kept", same, kept_old)


def other_disk():
    """A folder that nothing of the shop's can be moved to at once; None: this computer has one disk only."""
    here = os.stat(tempfile.gettempdir()).st_dev
    for place in ("/dev/shm", "/run/user/%d" % os.getuid(), os.path.expanduser("~")):
        if os.access(place, os.W_OK) and os.stat(place).st_dev != here:
            return tempfile.mkdtemp(prefix="aftercare-cli-", dir=place)
    return None


def announced(shop, path):
    """As a restore leaves it that a power cut ends before its first move."""
    staged = os.path.join(shop.dir, "backups", "restore-x")
    os.makedirs(staged)
    with zipfile.ZipFile(path) as backup:
        backup.extractall(staged)
    os.unlink(os.path.join(staged, "manifest.json"))
    with sqlite3.connect(os.path.join(staged, "aftercare.db")) as db:
        db.execute("INSERT INTO setting (key, value) VALUES ('last-backup', '2026-11-20T16:00:00Z')")
    db.close()
    with open(os.path.join(shop.dir, "restore.pending"), "w", encoding="utf-8") as file:
        file.write("restore-x\nbefore-restore-x\nonto-shop\n")


def taken_back(tap):
    """The owner asked for the backup before the power went; defect: worked on in the old shop, and nobody said so."""
    with Shop() as shop, Shop() as other:
        fill(shop)
        path = shop.path("b.zip")
        shop.ask("backup", path)
        other.ask("setting", "set", "shop-name", "Kettle & Spoke")
        there = other_disk()
        if there is None:
            tap.skip("a restore that is taken back", "there is one disk only")
            return
        backups = os.path.join(other.dir, "backups")
        shutil.rmtree(backups)
        os.symlink(there, backups)
        try:
            announced(other, path)
            answer = other.run("setting", "get", "shop-name")
            tap.equal(answer.json["value"], "Kettle & Spoke", "a restore that cannot be: the shop is as it was")
            tap.ok(re.search(r"The backup of 2026-11-20 was to be restored.* as it was before.*another", answer.err),
                   "which is said, of which backup, and why", answer.err)
            tap.equal(other.run("setting", "get", "shop-name").err, "", "once")
        finally:
            shutil.rmtree(there)


def on_another_disk(tap):
    """What cannot be put in place at once is not announced; defect: the shop that was there could not be opened any more."""
    with Shop() as shop, Shop() as other:
        fill(shop)
        path = shop.path("b.zip")
        shop.ask("backup", path)
        other.ask("setting", "set", "shop-name", "Kettle & Spoke")
        there = other_disk()
        if there is None:
            tap.skip("backups on another disk", "there is one disk only")
            return
        backups = os.path.join(other.dir, "backups")
        shutil.rmtree(backups)
        os.symlink(there, backups)
        try:
            answer = other.run("restore", path)
            tap.ok(answer.error == "refused" and "another" in answer.out and backups in answer.out, "backups on another disk: said, and which", answer)
            tap.equal((os.path.exists(os.path.join(other.dir, "restore.pending")), os.listdir(there)), (False, []), "nothing is announced, nothing lies about")
            tap.equal(other.ask("setting", "get", "shop-name"), {"key": "shop-name", "value": "Kettle & Spoke"}, "the shop opens")
            os.unlink(backups)
            tap.ok(other.ask("restore", path)["ok"], "and takes the backup once it lies on one")
        finally:
            shutil.rmtree(there)


def linked(tap):
    """What is put away and was a link leads where it did, wherever the program was started and however the shop was named."""
    with Shop() as shop:
        fill(shop)
        path = shop.path("b.zip")
        shop.ask("backup", path)
        for named in ("whole", "relative"):
            with Shop() as other:
                away = other.path("away")
                for folder in (other.dir, away):
                    os.mkdir(folder)
                with open(os.path.join(away, "photo"), "w", encoding="utf-8") as file:
                    file.write("hi")
                os.symlink("../away", os.path.join(other.dir, "files"))
                place, other.dir = other.dir, other.dir if named == "whole" else os.path.basename(other.dir)
                answer = other.run("restore", "--last-number", "none", path, cwd=other.top)
                tap.ok(answer.json["ok"], f"{named}: restored", answer)
                tap.ok("(files) is in the shop’s own folder now" in answer.err, f"{named}: what was a link is said", answer.err)
                kept, = (entry for entry in os.listdir(os.path.join(place, "backups")) if entry.startswith("before-restore-"))
                link = os.path.join(place, "backups", kept, "files")
                tap.ok(os.path.islink(link) and os.path.exists(os.path.join(link, "photo")), f"{named}: the link leads to what it led to", os.readlink(link))


def refused_leaves_nothing(tap):
    with Shop() as shop:
        broken = shop.write("broken.zip", "no backup at all")
        for place in (broken, shop.path("none.zip")):
            tap.equal(shop.run("restore", place).code, 1, "what is no backup is refused")
            tap.ok(not os.path.exists(shop.dir), "and leaves no folder", shop.dir)
        os.mkdir(shop.dir)
        shop.run("restore", broken)
        tap.equal(os.listdir(shop.dir), [], "nor anything in one that was there")


def main():
    tap = Tap()
    for part in (refused_leaves_nothing, round_trip, passwords, no_password, wrong_last, next_year, slow_clock, broken, bomb, miscounted, places, killed, pipe, killed_restore, on_another_disk, taken_back, linked):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
