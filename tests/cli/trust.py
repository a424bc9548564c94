# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What could be lost, doubled or broken for good: old backups, other shops' exports, damaged files, left-overs."""
import fcntl
import json
import os
import sqlite3
import stat
import subprocess
import sys
import time
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import PROGRAM, TODAY, Shop, Tap  # noqa: E402

LINES = [{"name": "Chain", "quantity": "1", "price": "20.00", "category": "S", "rate": "19"}]


def issue(shop, customer, *options, today=None):
    bill = shop.write("bill.json", json.dumps({"currency": "EUR", "prices": "gross", "lines": LINES}))
    draft = shop.ask("invoice", "draft", "--customer", customer, "--file", bill)["id"]
    return shop.run("invoice", "issue", draft, *options, today=today)


def billed(shop, name, n):
    shop.open()
    customer = shop.add("customer", f"name={name}")
    for _ in range(n):
        assert issue(shop, customer).code == 0
    return customer


def verified(shop):
    answer = shop.run("verify")
    return answer.json["problems"] if "problems" in answer.json else answer.json


def sql(shop, *statements):
    with sqlite3.connect(os.path.join(shop.dir, "aftercare.db")) as db:
        for statement in statements:
            db.executescript(statement)
    db.close()


def old_backup(tap):
    """Numbers that were given out behind it are not given out again."""
    with Shop() as shop, Shop() as other, Shop() as third:
        customer = billed(shop, "Bea Koch", 3)
        path = shop.path("b.zip")
        shop.ask("backup", path)
        issue(shop, customer)
        issue(shop, customer)
        other.ask("restore", path)
        answer = issue(other, customer)
        tap.ok(answer.error == "refused" and "last" in answer.json["error"]["message"],
               "a restored shop asks for the last number first", answer)
        tap.equal(other.run("invoice", "last", "soon").error, "input", "what is no number is refused")
        tap.equal(other.run("invoice", "last", "2026-90000").error, "input", "so is one that is far away")
        for number in ("", " ", "2025-0003", "2026-0002", "2027-0001", "9999-0001"):
            tap.equal(other.run("invoice", "last", number).error, "input", f"{number} is not the last of this shop")
        tap.equal(issue(other, customer).error, "refused", "and no answer")
        other.ask("invoice", "last", "2026-0005")
        tap.equal(issue(other, customer).json["number"], "2026-0006", "and goes on behind it")
        report = other.run("verify")
        gaps = report.json["series"][0]["gaps"]
        tap.ok(report.code == 0 and [(g["from"], g["to"]) for g in gaps] == [(4, 5)] and "backup" in gaps[0]["reason"],
               "verify tells the gap with its reason, and is content", report)
        answer = shop.run("invoice", "last", "2026-0100")
        tap.ok(answer.error == "refused" and verified(shop) == [], "a shop that was never restored knows its numbers", answer)
        tap.equal(issue(shop, customer).json["number"], "2026-0006", "and goes on")
        third.ask("restore", "--last-number", "none", path)
        tap.equal(issue(third, customer).json["number"], "2026-0004", "unless somebody says that there were none")


def wrong_clock(tap):
    with Shop() as shop:
        customer = billed(shop, "Bea Koch", 1)
        first = shop.ask("list", "invoice")[0]["id"]
        answer = issue(shop, customer, today="2036-01-05")
        tap.ok(answer.error == "refused" and "clock" in answer.json["error"]["message"], "ten years later: asked about", answer)
        tap.equal(issue(shop, customer, "--date-is-right", today="2036-01-05").json["number"], "2036-0001", "said to be right: done")
        tap.equal(issue(shop, customer).error, "refused", "years before that: asked about, too")
        tap.equal(issue(shop, customer, "--date-is-right").json["number"], "2026-0002", "the other year goes on")
        tap.equal(shop.ask("invoice", "cancel", first)["number"], "2026-0003", "a credit note in the right year is possible")
        tap.equal(verified(shop), [], "and verify is content")


def database_gone(tap):
    with Shop() as shop:
        billed(shop, "Bea Koch", 1)
        backup = shop.path("b.zip")
        shop.ask("backup", backup)
        paper = os.path.join(shop.dir, "issued", "2026-0001.pdf")
        with open(paper, "rb") as file:
            before = file.read()
        os.remove(os.path.join(shop.dir, "aftercare.db"))
        for content in (None, b""):
            if content is not None:
                with open(os.path.join(shop.dir, "aftercare.db"), "wb") as file:
                    file.write(content)
            answer = shop.run("list", "customer")
            tap.ok(answer.error == "corrupt" and "backup" in answer.json["error"]["message"],
                   f"a database that is {'gone' if content is None else 'empty'}: said, with the way out", answer)
        with open(paper, "rb") as file:
            tap.ok(file.read() == before, "the paper is untouched")
        os.remove(os.path.join(shop.dir, "aftercare.db"))
        tap.ok(shop.ask("restore", backup)["ok"], "a backup can be restored there")
        tap.equal(verified(shop), [], "and is whole")


def damage(tap):
    """What verify finds fault with is no good backup; rebuild mends what follows from the rest."""
    with Shop() as shop:
        billed(shop, "Bea Koch", 2)
        sql(shop, "DROP TRIGGER invoice_frozen_update; DROP INDEX invoice_number; INSERT INTO guard VALUES ('x');"
                  "CREATE TRIGGER evil AFTER INSERT ON setting BEGIN UPDATE customer SET name = 'EVIL'; END")
        tap.equal(sorted({p["kind"] for p in verified(shop)}), ["guard", "schema"], "rules that are gone are told")
        shop.ask("rebuild")
        tap.equal(verified(shop), [], "rebuild makes them anew")
        tap.equal(shop.ask("list", "customer")[0]["name"], "Bea Koch", "and theirs never ran")
        good = shop.path("good.zip")
        tap.ok(shop.ask("backup", good)["ok"], "then it is a good one")
        os.remove(os.path.join(shop.dir, "aftercare.head"))
        tap.ok("aftercare.head" in verified(shop)[0]["what"], "a head that is gone is told")
        shop.ask("rebuild")
        tap.equal(verified(shop), [], "and made anew where somebody asks for it")
        cut = ("INSERT INTO guard VALUES ('x'); DELETE FROM invoice_line WHERE owner = (SELECT id FROM invoice WHERE sequence = 2);"
               "DELETE FROM invoice_vat WHERE owner = (SELECT id FROM invoice WHERE sequence = 2);"
               "DELETE FROM search_doc WHERE id = (SELECT id FROM invoice WHERE sequence = 2);"
               "DELETE FROM invoice WHERE sequence = 2; UPDATE counter SET last = 1 WHERE series = 'invoice-2026'; DELETE FROM guard")
        sql(shop, cut)
        tap.ok(any("at the end" in p["what"] for p in verified(shop)), "the last document cut off: told")
        shop.ask("rebuild")
        tap.ok(any("at the end" in p["what"] for p in verified(shop)), "rebuild does not hide it")
        answer = shop.run("backup", shop.path("cut.zip"))
        tap.ok(answer.code == 1 and answer.json["ok"] is False, "and a backup of it is not called good", answer)
    with Shop() as other, Shop() as shop:
        billed(shop, "Bea Koch", 1)
        good, evil = shop.path("good.zip"), shop.path("evil.zip")
        shop.ask("backup", good)
        with_trigger(good, evil)
        answer = other.run("restore", evil)
        tap.ok(answer.error == "corrupt" and not os.path.exists(os.path.join(other.dir, "aftercare.db")),
               "a backup with a trigger of its own is refused", answer)


def without_tables(tap):
    """verify is asked for just this: it answers, whatever is gone."""
    for statement, part in (("DROP TABLE payment", "table payment"), ("DROP TABLE guard", "table guard"),
                            ("DROP TABLE setting", "table setting"), ("DROP TABLE customer", "table customer"),
                            ("PRAGMA user_version = 1", "user_version")):
        with Shop() as shop:
            billed(shop, "Bea Koch", 1)
            sql(shop, statement)
            answer = shop.run("verify")
            tap.ok(answer.code == 1 and any(p["kind"] == "schema" and part in p["what"] for p in answer.json.get("problems", [])),
                   f"{statement}: told by verify as what it is", answer)


def unreadable(tap):
    """What follows from rows that cannot be read is not told as nothing."""
    for table in ("event", "invoice"):
        with Shop() as shop:
            bea = shop.add("customer", name="Bea Koch")
            job = shop.add("job", customer=bea, agreed_by="Bea Koch", lines=[{"name": "Work", "quantity": "1", "price": "60"}])
            for status in ("working", "ready"):
                shop.ask("job", "move", job, status)
            tap.equal(shop.get("job", job)["left_to_bill"], "60.00", "a job that is to bill")
            sql(shop, f"DROP TABLE {table}")
            for words in (("get", "job", job), ("list", "job")):
                answer = shop.run(*words)
                tap.ok(answer.code != 0, f"without the table {table}, {words[0]} says that the job cannot be read", answer)


def laundering(tap):
    """Sums that do not fit are not made to fit by an import."""
    with Shop() as shop, Shop() as other, Shop() as third:
        customer = billed(shop, "Bea Koch", 2)
        first = shop.ask("list", "invoice", "--where", "number=2026-0001")[0]["id"]
        second = shop.ask("list", "invoice", "--where", "number=2026-0002")[0]["id"]
        other.ask("import", shop.ask("export", shop.path("early.json")) and shop.path("early.json"))
        third.ask("import", shop.path("early.json"))
        shop.ask("invoice", "pay", first, "5.00")
        shop.ask("invoice", "pay", second, "3.00")
        shop.ask("export", shop.path("paid.json"))
        other.ask("import", shop.path("paid.json"))
        tap.equal([i["paid"] for i in other.ask("list", "invoice", "--where", "number=2026-0001")], ["5.00"],
                  "a payment comes onto an invoice that was here, and counts")
        tap.equal(verified(other), [], "and verify is content")
        shop.ask("invoice", "cancel", second)
        shop.ask("export", shop.path("cancelled.json"))
        other.ask("import", shop.path("cancelled.json"))
        tap.equal([i["state"] for i in other.ask("list", "invoice", "--where", "number=2026-0002")], ["cancelled"],
                  "a credit note cancels the invoice that was here")
        tap.equal(verified(other), [], "and verify is content")
        sql(third, "UPDATE invoice SET paid = 1000, state = 'part' WHERE number = '2026-0001'")
        told = verified(third)
        report = third.ask("import", shop.path("paid.json"))
        rows = [r for r in report["files"][0]["rows"] if r["result"] == "refused" and "2026-0001" in (r["reason"] or "")]
        tap.equal(len(rows), 1, "onto one whose sums do not fit no payment comes")
        tap.equal(verified(third), told, "and verify tells the same as before")
        assert customer
    with Shop() as shop, Shop() as other:
        billed(shop, "Bea Koch", 1)
        first = shop.ask("list", "invoice")[0]["id"]
        shop.ask("invoice", "pay", first, "5.00")
        sql(shop, "DELETE FROM payment")
        told = [(p["kind"], p["what"]) for p in verified(shop)]
        shop.ask("export", shop.path("altered.json"))
        report = other.ask("import", shop.path("altered.json"))
        rows = [r for r in report["files"][0]["rows"] if "verify" in (r["reason"] or "")]
        tap.ok(len(rows) == 1 and rows[0]["result"] == "new", "an export whose sums do not fit: told in the report", report)
        tap.equal([(p["kind"], p["what"]) for p in verified(other)], told, "and verify tells it in the new shop, too")


def with_trigger(path, out):
    import hashlib
    import tempfile
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(path) as old:
            old.extract("aftercare.db", folder)
            db_path = os.path.join(folder, "aftercare.db")
            with sqlite3.connect(db_path) as db:
                db.execute("CREATE TRIGGER evil AFTER INSERT ON setting BEGIN UPDATE customer SET name = 'EVIL'; END")
            db.close()
            with open(db_path, "rb") as file:
                content = file.read()
            fields = json.loads(old.read("manifest.json"))
            fields["bytes"] += len(content) - old.getinfo("aftercare.db").file_size
            fields["sha256"] = hashlib.sha256(content).hexdigest()
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
                new.writestr("manifest.json", json.dumps(fields))
                for entry in old.infolist()[1:]:
                    new.writestr(entry.filename, content if entry.filename == "aftercare.db" else old.read(entry))


def two_shops(tap):
    """Another shop's documents do not get into the chain; everybody else does."""
    with Shop() as a, Shop() as b:
        mine = billed(a, "Mine", 1)
        theirs = billed(b, "Theirs", 3)
        paid = b.ask("list", "invoice", "--where", "number=2026-0002")[0]["id"]
        b.ask("invoice", "pay", paid, "5.00")
        b.ask("export", b.path("b.json"))
        report = a.ask("import", b.path("b.json"))
        refused = [r for r in report["files"][0]["rows"] if r["result"] == "refused"]
        tap.equal(len([r for r in refused if r["reason"]]), len(refused), "everything refused has its reason")
        tap.equal([i["number"] for i in a.ask("list", "invoice")], ["2026-0001"], "no document of the other shop came in")
        tap.ok(a.get("customer", theirs)["name"] == "Theirs", "their customer did")
        tap.equal(sorted(os.listdir(os.path.join(a.dir, "issued"))), ["2026-0001.pdf"], "nor did a paper")
        tap.equal(verified(a), [], "verify is content")
        tap.ok(a.ask("backup", a.path("k.zip"))["ok"] and a.ask("backup", a.path("k.zip"))["ok"], "backups go on")
        tap.equal(issue(a, mine).json["number"], "2026-0002", "and so do the numbers")
        said = a.run("import", b.path("b.json"), raw=True)
        tap.ok("--revert" not in said.out, "the report promises nothing that it does not keep", said)
    with Shop() as a, Shop() as copy:
        customer = billed(a, "Bea", 2)
        a.ask("export", a.path("one.json"))
        copy.ask("import", a.path("one.json"))
        issue(a, customer)
        a.ask("export", a.path("two.json"))
        copy.ask("import", a.path("two.json"))
        tap.equal(sorted(i["number"] for i in copy.ask("list", "invoice")), ["2026-0001", "2026-0002", "2026-0003"],
                  "a later export of the same shop goes on where it ends")
        tap.equal(verified(copy), [], "and verify is content")


def small_exports(tap):
    with Shop() as shop:
        customer = billed(shop, "Bea", 1)
        for name, content in {"counter": {"invoice-2026": "500"}, "setting": {"shop-iban": "DE02", "shop-name": "Evil"}}.items():
            shop.ask("import", shop.write("x.json", '{"aftercare":1,' + json.dumps({name: content})[1:]))
        tap.equal(issue(shop, customer).json["number"], "2026-0002", "a counter alone counts nothing")
        with sqlite3.connect(os.path.join(shop.dir, "aftercare.db")) as db:
            settings = dict(db.execute("SELECT key, value FROM setting"))
        tap.ok("shop-iban" not in settings and settings["shop-name"] != "Evil", "settings come into a new shop only", settings)
        tap.equal(verified(shop), [], "verify is content")
    with Shop() as shop:
        report = shop.ask("import", shop.write("x.json", json.dumps(
            {"aftercare": 1, "setting": {"shop-name": "Mine", "shop-logo": "../../../../etc/passwd"}})))
        rows = report["files"][0]["rows"]
        tap.equal([(row["result"], row["name"], row["reason"]) for row in rows],
                  [("refused", "shop-logo", "It names no picture."), ("new", "Settings", "Taken over: shop-name.")],
                  "there they are told, and only what makes sense")
    with Shop() as shop:
        customer = shop.add("customer", "name=Bea")
        evil = {"customer": customer, "name": "x.png", "mime": "image/png", "size": 1, "sha256": "../../../../../../etc/hostname",
                "at": "2026-11-24T10:00:00Z", "id": "123456789"}
        report = shop.ask("import", shop.write("x.json", json.dumps({"aftercare": 1, "document": [evil]})))
        tap.equal(report["refused"], 1, "a document whose file lies elsewhere is refused")
        answer = shop.run("add", "document", f"customer={customer}", "name=x", "mime=image/png", "size=1", "sha256=../../etc/passwd",
                          "at=2026-11-24T10:00:00Z")
        tap.equal(answer.error, "input", "on the command line too")


def rights(tap):
    with Shop() as shop:
        os.mkdir(shop.dir, 0o755)
        billed(shop, "Bea", 1)
        wide = []
        for folder, _folders, names in os.walk(shop.dir):
            for path in [os.path.join(folder, name) for name in names] + ([folder] if folder != shop.dir else []):
                if stat.S_IMODE(os.stat(path).st_mode) & 0o077:
                    wide.append(path)
        tap.equal(wide, [], "nobody else may read what is in a shop, in whatever folder")
        os.chmod(os.path.join(shop.dir, "aftercare.db"), 0o644)
        shop.ask("list", "customer")
        tap.equal(stat.S_IMODE(os.stat(os.path.join(shop.dir, "aftercare.db")).st_mode), 0o600, "nor what was open before")
        for name, more in (("x.json", []), ("x.csv", ["--format", "csv"])):
            shop.ask("export", *more, shop.path(name))
            tap.equal(stat.S_IMODE(os.stat(shop.path(name)).st_mode), 0o600, f"nor an export ({name})")


CUT_THIRD = ("INSERT INTO guard VALUES ('x'); DELETE FROM invoice_line WHERE owner = (SELECT id FROM invoice WHERE sequence = 3);"
             "DELETE FROM invoice_vat WHERE owner = (SELECT id FROM invoice WHERE sequence = 3);"
             "DELETE FROM search_doc WHERE id = (SELECT id FROM invoice WHERE sequence = 3);"
             "DELETE FROM invoice WHERE sequence = 3; UPDATE counter SET last = 2 WHERE series = 'invoice-2026'; DELETE FROM guard")


def cut_tail(tap):
    """A number that the head or a paper knows is given out to nobody else."""
    with Shop() as shop:
        customer = billed(shop, "Bea", 3)
        head, paper = os.path.join(shop.dir, "aftercare.head"), os.path.join(shop.dir, "issued", "2026-0003.pdf")
        with open(paper, "rb") as file:
            before = file.read()
        os.rename(head, shop.path("head"))
        tap.equal(issue(shop, customer).error, "refused", "no invoice without the head of the chain")
        tap.ok("head" in shop.ask("rebuild")["rebuilt"], "which comes back where nothing is gone")
        tap.ok("head" not in shop.ask("rebuild")["rebuilt"], "and is not said to, where it was there")
        os.rename(head, shop.path("whole"))
        shop.write(os.path.join("shop", "aftercare.head"), "spoilt")
        answer = shop.run("backup", shop.path("headless.zip"))
        tap.ok(answer.code == 1 and answer.json["ok"] is False, "a backup without the head of the chain is no good one", answer)
        os.rename(shop.path("whole"), head)
        sql(shop, CUT_THIRD)
        shop.ask("rebuild")
        tap.equal(issue(shop, customer).error, "refused", "a number that the head knows is given out")
        tap.ok(any("2026-0003.pdf" in p["what"] for p in verified(shop)), "its paper is told")
        for content in (None, "", "spoilt"):
            os.remove(head)
            if content is not None:
                shop.write(os.path.join("shop", "aftercare.head"), content)
            tap.ok(any("2026-0003.pdf" in p["what"] for p in verified(shop)), "so it is without the head")
            tap.ok("head" not in shop.ask("rebuild")["rebuilt"], "rebuild makes none below a paper")
            tap.equal(issue(shop, customer).error, "refused", "and its number stays given out")
            if content is None:
                shop.write(os.path.join("shop", "aftercare.head"), "spoilt")
        with open(paper, "rb") as file:
            tap.ok(file.read() == before, "the paper is untouched")


def deleted(tap):
    """Nobody gets an invoice who was deleted, and a draft that was deleted is none."""
    with Shop() as shop:
        bea = shop.add("customer", name="Bea")
        for key, value in {"shop-name": "K", "shop-street": "L 1", "shop-postcode": "1", "shop-locality": "B", "shop-vat-id": "DE312448907"}.items():
            shop.ask("setting", "set", key, value)
        bill = shop.write("bill.json", json.dumps({"currency": "EUR", "prices": "gross", "lines": [
            {"name": "Work", "quantity": "1", "price": "10.00", "category": "S", "rate": "19"}]}))
        draft = shop.ask("invoice", "draft", "--customer", bea, "--file", bill)["id"]
        shop.ask("remove", "customer", bea)
        answer = shop.run("invoice", "issue", draft)
        tap.ok(answer.error == "refused" and "Recently Deleted" in answer.json["error"]["message"],
               "the customer was deleted: refused, with the way back", answer)
        tap.equal(verified(shop), [], "nothing was issued")


def left_overs(tap):
    with Shop() as shop:
        billed(shop, "Bea", 1)
        backups, issued = os.path.join(shop.dir, "backups"), os.path.join(shop.dir, "issued")
        elsewhere = shop.path("elsewhere")
        os.makedirs(os.path.join(backups, "restore-AbCdEf", "files"))
        os.makedirs(elsewhere)
        shop.write("elsewhere/precious", "x")
        os.symlink(elsewhere, os.path.join(backups, ".backup-link"))
        for name in (".new-2026-0002.pdf.AbCdEf", "2026-0002.pdf.AbCdEf"):
            with open(os.path.join(issued, name), "w", encoding="utf-8") as file:
                file.write("half")
            os.utime(os.path.join(issued, name), (1, 1))
        head = shop.write(os.path.join("shop", ".new-aftercare.head.AbCdEf"), "half")
        os.utime(head, (1, 1))
        os.utime(os.path.join(backups, "restore-AbCdEf"), (1, 1))
        part = shop.write(".b.zip.aftercare-AbCdEf", "x")
        shop.ask("backup", shop.path("b.zip"))
        tap.equal(sorted(n for n in os.listdir(backups) if n not in (".lock",)), [], "the next backup sweeps what was left")
        tap.ok(not os.path.exists(part), "beside its target too")
        tap.ok(os.path.exists(os.path.join(elsewhere, "precious")), "and goes through no link")
        with zipfile.ZipFile(shop.path("b.zip")) as backup:
            tap.equal([n for n in backup.namelist() if n.startswith("issued/")], ["issued/2026-0001.pdf"], "half papers are in no backup")
        shop.work_today()
        tap.equal(sorted(os.listdir(issued)), ["2026-0001.pdf"], "and are swept with the first change of another day")
        tap.ok(not os.path.exists(head), "and what was left of a head of the chain")


def swept_at_start(tap):
    """What a backup that was ended left goes with the next start, and not with the next backup."""
    with Shop() as shop:
        shop.add("customer", "name=Bea")
        folder, work = shop.path("stick"), os.path.join(shop.dir, "backups", ".backup-AbCdEf")
        os.makedirs(folder)
        shop.ask("backup", os.path.join(folder, "aftercare-2026-11-24.zip"))
        sql(shop, f"INSERT INTO setting (key, value) VALUES ('backup-dir', '{folder}')")
        os.makedirs(os.path.join(work, "files"))
        left, held, theirs = (os.path.join(folder, name) for name in (
            ".aftercare-2026-11-25.zip.aftercare-AbCdEf", ".aftercare-2026-11-26.zip.aftercare-AbCdEf",
            "aftercare-notes-of-mine.part-AbCdEf"))
        for path in (left, held, theirs):
            with open(path, "w", encoding="utf-8") as file:
                file.write("x")
        with open(held, "rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            shop.ask("list", "customer")
            tap.equal((os.path.exists(left), os.path.exists(work)), (False, False), "a half backup and its folder are gone")
            tap.equal((os.path.exists(held), os.path.exists(theirs)), (True, True), "not one that is being written, nor somebody else's file")


def targets(tap):
    with Shop() as shop:
        billed(shop, "Bea", 1)
        os.mkfifo(shop.path("fifo"))
        os.mkdir(shop.path("folder.zip"))
        for name in ("fifo", "folder.zip"):
            tap.equal(shop.run("backup", shop.path(name)).error, "refused", f"no backup takes the place of a {name}")
        os.symlink(shop.dir, shop.path("link"))
        tap.equal(shop.run("backup", os.path.join(shop.path("link"), "b.zip")).error, "refused", "nor leads a link into the shop's folder")


def one_value(tap):
    with Shop() as shop:
        billed(shop, "Bea", 1)
        with open(os.path.join(shop.dir, "aftercare.db"), "rb") as file:
            whole = file.read()
        broken = 0
        for place in range(4096, len(whole), 4096):
            with open(os.path.join(shop.dir, "aftercare.db"), "wb") as file:
                file.write(whole[:place] + bytes(4096) + whole[place + 4096:])
            for kind in ("customer", "invoice"):
                answer = shop.run("list", kind)
                json.loads(answer.out)
                broken += answer.code
            if broken > 12:
                break
        tap.ok(broken > 0, "a damaged shop: one JSON value, each time")
    with Shop() as shop:
        for arguments in ([b"list", b"\xff\xfe"], [b"get", b"customer", b"\xff"], [b"\xff"], [b"import", b"/tmp/\xff"]):
            done = subprocess.run([PROGRAM, "--data-dir", shop.dir, "--today", TODAY, "--json", *arguments], capture_output=True,
                                  check=False)
            json.loads(done.stdout.decode())
        tap.ok(True, "what was typed comes back as UTF-8 or not at all")


def bounds(tap):
    with Shop() as shop:
        customer = shop.open().add("customer", "name=Bea\nKoch\tx")
        tap.equal(shop.get("customer", customer)["name"], "Bea Koch x", "a name is one line")
        answer = shop.run("add", "customer", "--file", shop.write("nul.json", '{"name":"Bea\\u0000Koch"}'))
        tap.equal(answer.error, "input", "a name is not cut off at a NUL")
        for n, wanted in ((400, 0), (30000, 1)):
            bill = shop.write("bill.json", json.dumps({"currency": "EUR", "lines": [LINES[0] | {"name": "x" * n}]}))
            begin = time.monotonic()
            answer = shop.run("invoice", "draft", "--customer", customer, "--file", bill)
            if wanted == 0:
                shop.ask("invoice", "issue", answer.json["id"])
            tap.ok(answer.code == wanted and time.monotonic() - begin < 10, f"a line of {n} letters in one word", answer)
        bill = shop.write("bill.json", json.dumps({"currency": "EUR", "lines": LINES * 20000}))
        answer = shop.run("invoice", "draft", "--customer", customer, "--file", bill)
        tap.ok(answer.error == "input" and "1000" in answer.json["error"]["message"], "20000 lines are refused at once", answer.out[:200])


def main():
    tap = Tap()
    for part in (old_backup, wrong_clock, database_gone, damage, without_tables, unreadable, laundering, two_shops, small_exports,
                 rights, left_overs, swept_at_start, cut_tail, deleted, targets, one_value, bounds):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
