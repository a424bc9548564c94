# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""import of contacts: reports that add up, duplicates, bad files, revert, and a kill in the middle."""
import contextlib
import glob
import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import PROGRAM, TODAY, Shop, Tap  # noqa: E402

REAL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "shared", "data", "contacts")


def card(name, phone=None, email=None, *more):
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{name}" if name else None, f"TEL:{phone}" if phone else None,
             f"EMAIL:{email}" if email else None, *more, "END:VCARD", ""]
    return "\r\n".join(line for line in lines if line is not None)


def adds_up(report):
    kinds = ("new", "merged", "doubtful", "refused")
    parts = [report] + report["files"]
    return (all(p["read"] == sum(p[k] for k in kinds) for p in parts)
            and all(report[k] == sum(f[k] for f in report["files"]) for k in ("read", *kinds))
            and all(f["read"] == len(f["rows"]) for f in report["files"])
            and all(sum(r["result"] == k for r in f["rows"]) == f[k] for f in report["files"] for k in kinds))


def real_files(tap):
    files = sorted(glob.glob(os.path.join(REAL, "*.*")))
    if not files:
        tap.skip("the real address books", "they are not here")
        return
    with Shop() as shop:
        report = shop.ask("import", *files)
        tap.ok(adds_up(report) and report["read"] >= 20, "the real address books: the report adds up", report)
        tap.ok(all(f["error"] is None for f in report["files"]), "each of them can be read")
        left = shop.ask("list", "customer")
        tap.equal(len(left), report["new"] + report["doubtful"], "as many customers as it says")
        again = shop.ask("import", *files)
        tap.equal((again["new"], again["doubtful"], again["refused"]), (0, 0, report["refused"]), "a second time: nobody new")
        tap.equal(shop.ask("import", "--revert", again["import"])["removed"], 0, "which reverts to the same")
        tap.equal(shop.ask("list", "customer"), left, "and left nothing behind")
        shop.ask("import", "--revert", report["import"])
        tap.equal(shop.ask("list", "customer"), [], "reverted: nobody is left")
        tap.ok(shop.run("verify").code == 0, "and nothing of them in the search index")


# name, the known customer, the contact, the result, part of the reason
PAIRS = [
    ("the same phone and name", ("Bea Koch", "0157 3352178"), card("Bea Koch", "+49 157 335 21 78"), "merged", None),
    ("the same phone, accents apart", ("Zoë Ray", "030 1234567"), card("zoe ray", "030/1234567"), "merged", None),
    ("the same phone, a part of the name", ("Bea Koch", "030 1234567"), card("Bea", "030 1234567"), "merged", None),
    ("the same phone, an initial", ("Bea Koch", "030 1234567"), card("B. Koch", "030 1234567"), "doubtful", "Bea Koch"),
    ("the same phone, a family name", ("Bea Koch", "030 1234567"), card("Koch", "030 1234567"), "doubtful", "Bea Koch"),
    ("the same phone, a middle initial", ("Bea Koch", "030 1234567"), card("Bea M. Koch", "030 1234567"), "merged", None),
    ("the same phone, a title", ("Dr. Bea Koch", "030 1234567"), card("Bea Koch", "030 1234567"), "merged", None),
    ("his phone and hers", ("Herr Koch", "030 1234567"), card("Frau Koch", "030 1234567"), "doubtful", "Koch"),
    ("father and son", ("Karl Koch", "030 1234567"), card("Karl Koch Jr.", "030 1234567"), "doubtful", "Karl Koch"),
    ("the plus eaten", ("Bea Koch", "0171 1234567"), card("Bea Koch", "491711234567"), "merged", None),
    ("a couple's phone", ("Bea Koch", "030 1234567"), card("Jan Koch", "030 1234567"), "doubtful", "Bea Koch"),
    ("a mother's phone", ("Bea Koch", "030 1234567"), card("Mia Sand", "030 1234567"), "doubtful", "Bea Koch"),
    ("the same name only", ("Bea Koch", "030 1234567"), card("Bea Koch", "040 7654321"), "doubtful", "same name"),
    ("the same name, other case", ("Bea Koch", "030 1234567"), card("BÉA KOCH", "040 7654321"), "doubtful", "same name"),
    ("somebody else", ("Bea Koch", "030 1234567"), card("Mia Sand", "040 7654321"), "new", None),
    ("a short emergency number", ("Bea Koch", "110"), card("Mia Sand", "110"), "new", None),
    ("a name without more", ("Bea Koch", "030 1234567"), card("Bea Koch"), "merged", None),
    ("no name", ("Bea Koch", "030 1234567"), card(None, "040 7654321"), "refused", "name"),
]


def pairs(tap):
    for what, (name, phone), text, result, reason in PAIRS:
        with Shop() as shop:
            shop.add("customer", name=name, phones=[{"number": phone}])
            report = shop.ask("import", shop.write("one.vcf", text))
            row = report["files"][0]["rows"][0]
            tap.ok(adds_up(report) and row["result"] == result and (reason is None or reason in row["reason"]),
                   f"{what}: {result}", row)


def nameless(tap):
    """Whoever reads the report can find the row in the file: by what stood there where there is no name."""
    broken = "x" * 60
    cards = [card(None, "040 7654321"), card(None, None, "a@b.example"), card(None, None, None, "NOTE:Rings\\ntwice"), card(None)]
    archive = ('{"aftercare": 1, "schema": 4, "customer": [\n{"id": "17", "name": "Bea Koch", "birthday": "never"},\n{"id": "18", "type": 5},\n'
               '5,\n"' + broken + '"],\n"job": [\n{"id": "19", "fault": "Squeaks", "promised": "soon"}]}')
    for name, text, wanted in (("one.vcf", "".join(cards), ["040 7654321", "a@b.example", "Rings twice", None]),
                               ("one.json", archive, ["Customer · Bea Koch", "Customer · 18", "Customer · 5", 'Customer · "' + broken[:38] + "…", "Job · Squeaks"])):
        with Shop() as shop:
            rows = shop.ask("import", shop.write(name, text))["files"][0]["rows"]
            tap.equal([(row["name"], row["result"]) for row in rows], [(what, "refused") for what in wanted], f"{name}: each row is told by what stands in it")
            tap.ok(all(row["line"] > 0 for row in rows), f"{name}: and by its line", rows)


def merging(tap):
    with Shop() as shop:
        bea = shop.add("customer", name="Bea Koch", note="Likes tea", emails=[{"address": "bea@example.org"}], birthday="1980-02-01",
                       phones=[{"number": "030 1234567"}])
        before = shop.get("customer", bea)
        text = card("Bea Koch", "030 1234567", "BEA@example.org", "BDAY:1999-01-01", "NOTE:Has a dog", "CATEGORIES:VIP",
                    "ADR;TYPE=home:;;Lane 5;Town;;12345;", "X-FOO:bar", "ANNIVERSARY:2010-05-06", "TEL:030 7654321")
        report = shop.ask("import", shop.write("a.vcf", text), shop.write("b.vcf", text))
        after = shop.get("customer", bea)
        tap.equal([r["result"] for f in report["files"] for r in f["rows"]], ["merged", "merged"], "a duplicate in another file too")
        tap.equal((after["phones"][1]["digits"][-7:], after["tags"], after["addresses"][0]["postcode"]),
                  ("7654321", ["VIP"], "12345"), "what is missing is added")
        tap.equal((after["birthday"], len(after["emails"])), ("1980-02-01", 1), "nothing is overwritten or doubled")
        tap.ok("Likes tea" in after["note"] and after["note"].count("Has a dog") == 1, "a note is added below", after["note"])
        tap.ok({"X-FOO", "birthday"} <= set(report["files"][0]["rows"][0]["dropped"]), "what was not kept is named",
               report["files"][0]["rows"])
        tap.equal(len(shop.ask("list", "occasion")), 1, "an anniversary becomes an occasion, once")
        done = shop.ask("import", "--revert", report["import"])
        tap.equal((done["removed"], done["kept"]), (0, []), "reverted")
        tap.equal(shop.get("customer", bea), before, "the customer is as before")
        tap.equal(shop.ask("list", "occasion"), [], "the occasion is gone")
        tap.equal(shop.run("import", "--revert", report["import"]).error, "refused", "a second revert is refused")
        tap.equal(shop.run("import", "--revert", "12").error, "not-found", "an import that never was")


def keeping(tap):
    with Shop() as shop:
        old = shop.add("customer", name="Old Friend", phones=[{"number": "030 5555555"}])
        report = shop.ask("import", shop.write("a.vcf", card("Ann One", "030 1111111") + card("Bob Two", "030 2222222")
                                               + card("Cy Three", "030 3333333") + card("Old Friend", "030 5555555", "o@x.org")))
        ids = [row["id"] for row in report["files"][0]["rows"]]
        shop.ask("set", "customer", ids[0], "note=changed by hand")
        shop.add("job", customer=ids[1], fault="Squeaks")
        shop.ask("set", "customer", old, "note=changed too")
        done = shop.ask("import", "--revert", report["import"])
        tap.equal(done["removed"], 1, "only the untouched one goes")
        tap.equal({k["id"] for k in done["kept"]}, {ids[0], ids[1], old}, "changed ones and those with jobs are kept")
        tap.ok(all(k["reason"] for k in done["kept"]), "each with its reason", done)
        tap.equal({c["id"] for c in shop.ask("list", "customer")}, {ids[0], ids[1], old}, "and are there")
        tap.equal(len(shop.get("customer", old)["emails"]), 1, "a merged one that was changed keeps what it got")
        shop.ask("set", "customer", ids[0], "note=")
        again = shop.ask("import", "--revert", report["import"])
        tap.equal((again["removed"], {k["id"] for k in again["kept"]}), (1, {ids[1], old}),
                  "reverted once more, what is again as it came goes too")


def any_order(tap):
    """The second import added to whom the first had brought; whichever goes first, nothing is left of both."""
    for first in (0, 1):
        with Shop() as shop:
            old = shop.add("customer", name="Old Friend", phones=[{"number": "030 5555555"}])
            before = shop.get("customer", old)
            done = [shop.ask("import", shop.write("a.vcf", card("Ann One", "030 1111111") + card("Old Friend", "030 5555555", "o@x.org"))),
                    shop.ask("import", shop.write("b.vcf", card("Ann One", "030 1111111", "ann@x.org")
                                                  + card("Old Friend", "030 5555555", "p@x.org")))]
            kept = shop.ask("import", "--revert", done[first]["import"])["kept"]
            shop.ask("import", "--revert", done[1 - first]["import"])
            tap.equal(shop.ask("list", "customer"), [before], f"reverted in any order, all is as before ({len(kept)} were kept for a while)")


BAD = {"a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, 1), "nothing": (b"", 1), "a web page": (b"<!DOCTYPE html><html>", 1),
       "a calendar": (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", 1), "no name column": (b"colour,size\nred,5\n", 1),
       "only a header": (b"name,phone\n", 1),
       "half a card": (card("Ann One", "030 1111111").encode() + b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Half", 0),
       "Latin-1": (card("Jörg Müller", "030 1").encode("latin-1"), 0), "UTF-16": (card("Jörg Müller", "030 1").encode("utf-16"), 0)}


def bad_files(tap):
    for what, (content, code) in BAD.items():
        with Shop() as shop:
            answer = shop.run("import", shop.write("file", content))
            good = answer.code == code and "CRITICAL" not in answer.err and "WARNING" not in answer.err
            if code:
                good = good and answer.error == "input" and shop.ask("list", "customer") == []
            else:
                good = good and adds_up(answer.json)
            tap.ok(good, f"{what}: exit {code}", answer)
            if what in ("Latin-1", "UTF-16"):
                tap.equal(shop.ask("list", "customer")[0]["name"], "Jörg Müller", f"{what}: the name is read right")
    with Shop() as shop:
        answer = shop.run("import", shop.path("none.vcf"), shop.write("good.vcf", card("Ann One", "030 1111111")))
        tap.ok(answer.code == 0 and answer.json["files"][0]["error"] and answer.json["new"] == 1,
               "one file of two: exit 0 and a sentence for the other", answer)


LEDGERS = {"a journal": "Date,Account Name,Amount\n2022-03-10,Cash on Hand,12.00\n2022-03-11,Sales,-12.00\n",
           "a chart of accounts": "Account Name,Account Type,Balance\nCash on Hand,Bank,120.00\nSales,Income,0.00\n"}
COMPANIES = "Account Name,Phone,Balance\nCafe Nord,030 1234567,12.00\n"


def ledgers(tap):
    for what, text in LEDGERS.items():
        with Shop() as shop:
            answer = shop.run("import", shop.write("list.csv", text))
            tap.ok(answer.code == 1 and "accounts" in answer.json["error"]["message"] and shop.ask("list", "customer") == [],
                   f"{what} is no list of customers", answer)
    with Shop() as shop:
        shop.ask("import", shop.write("list.csv", COMPANIES))
        tap.equal([c["organisation"] or c["name"] for c in shop.ask("list", "customer")], ["Cafe Nord"], "companies with a phone are")


def many(n):
    return "".join(card(f"Person{i} Name{i}", f"030 {1000000 + i}", f"p{i}@example.org") for i in range(n))


def killed(tap):
    with Shop() as shop:
        bea = shop.add("customer", name="Person7 Name7", emails=[{"address": "p7@example.org"}])
        before = shop.get("customer", bea)
        path = shop.write("many.vcf", many(20000))
        process = subprocess.Popen([PROGRAM, "--data-dir", shop.dir, "--today", TODAY, "--json", "import", path],
                                   stdout=subprocess.DEVNULL)
        wal = os.path.join(shop.dir, "aftercare.db-wal")
        while process.poll() is None and (not os.path.exists(wal) or os.path.getsize(wal) < 3_000_000):
            time.sleep(0.01)  # until some chunks are committed
        live = shop.run("list", "customer")
        tap.ok(live.code == 0 and len(live.json) > 1, "while it runs, its chunks are seen and nobody reverts them", len(live.out))
        second = shop.run("import", shop.write("b.vcf", card("Ann One")))
        tap.equal(second.error, "busy", "a second import at once is refused")
        process.send_signal(signal.SIGKILL)
        process.wait()
        tap.equal(shop.ask("list", "customer"), [before], "killed: at the next open everything is as before")
        tap.equal(shop.run("verify").code, 0, "verify says ok")
        tap.equal(shop.ask("import", shop.write("b.vcf", card("Ann One")))["new"], 1, "and the next import works")


def large(tap):
    if "TEST_SANITIZED" in os.environ:
        tap.skip("100 MB of cards in little memory", "the sanitizers themselves need a lot")
        return
    with Shop() as shop:
        photo = "PHOTO;ENCODING=b:" + "A" * 100_000
        with open(shop.path("large.vcf"), "w", encoding="utf-8") as file:
            for i in range(1050):
                file.write(card(f"Person{i} Name{i}", f"030 {1000000 + i}", None, photo))
        limit = 400 << 20

        def starve():
            resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
        answer = shop.run("import", shop.path("large.vcf"), preexec_fn=starve)
        tap.ok(answer.code == 0 and answer.json["new"] == 1050, "100 MB of cards in little memory", answer.err)


def is_under_way(process):
    """Whether it has come to where it keeps other imports away; who tried the lock itself might be in its way."""
    folder = f"/proc/{process.pid}/fd"
    try:
        return any(os.readlink(os.path.join(folder, name)).endswith("/import.lock") for name in os.listdir(folder))
    except OSError:  # one was closed meanwhile
        return False


def waits(process):
    """How often the thread that writes has gone to sleep: again and again while another program holds the shop."""
    times = 0
    for task in os.listdir(f"/proc/{process.pid}/task"):
        with contextlib.suppress(OSError), open(f"/proc/{process.pid}/task/{task}/status", encoding="utf-8") as lines:
            said = dict(line.rstrip("\n").split(":\t", 1) for line in lines if ":\t" in line)
            times += int(said["voluntary_ctxt_switches"]) if said["Name"] == "store-writer" else 0
    return times


def looks_ahead(tap):
    """What an export says of itself is read before the shop is kept from others: who cannot write yet is told at once of a
    file that is of no use, and a file that is written to meanwhile is not taken for what it was."""
    with Shop() as shop:
        shop.add("customer", "name=Bea Koch")
        lock = sqlite3.connect(os.path.join(shop.dir, "aftercare.db"), isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        for words, text, code in (("of a newer program", '{"customer":[],"aftercare":2}', "too-new"), ("none", '{"people":[]}', "input")):
            answer = shop.run("import", shop.write("bad.json", text))
            tap.equal(answer.error, code, f"an export that is {words}: told while another program writes")
        people = [{"id": "4711", "name": "Ole Lind", "type": "person"}, {"id": "4712", "name": "Udo Lind", "type": "person"}]
        good = {"aftercare": 1, "schema": 1, "customer": people[:1]}
        path = shop.write("good.json", json.dumps(good))
        waiting = subprocess.Popen([PROGRAM, "--data-dir", shop.dir, "--today", TODAY, "--json", "import", path], stdout=subprocess.PIPE, text=True)
        while not is_under_way(waiting) and waiting.poll() is None:
            time.sleep(0.02)
        before = waits(waiting)
        while waits(waiting) < before + 3 and waiting.poll() is None:  # then it has looked, and tries to write
            time.sleep(0.02)
        shop.write("good.json", json.dumps(good | {"customer": people}))
        lock.execute("COMMIT")
        lock.close()
        said = json.loads(waiting.communicate(timeout=60)[0]).get("error", {})
        tap.ok("was written to while it was read" in said.get("message", ""), "a file that another program writes: refused", said)
        tap.equal([c["name"] for c in shop.ask("list", "customer")], ["Bea Koch"], "and nothing of it is there")
        tap.equal(shop.ask("import", path)["new"], 2, "once it is finished it is taken over")


def execute(shop, statement):
    """Past the program, which would take up again what was ended."""
    with contextlib.closing(sqlite3.connect(os.path.join(shop.dir, "aftercare.db"))) as db:
        rows = db.execute(statement).fetchall()
        db.commit()
    return rows


def stopped_revert(tap):
    """The first to come, who is the last to go, cannot: what went before them is gone by then."""
    with Shop() as shop:
        path = shop.write("many.vcf", "".join(card(f"Person {i:05}", f"0157 {3000000 + i}") for i in range(3000)))
        report = shop.ask("import", path)
        execute(shop, "CREATE TRIGGER stop BEFORE DELETE ON customer WHEN old.name = 'Person 00000' BEGIN SELECT RAISE(ABORT, 'stop'); END")
        said = shop.run("import", "--revert", report["import"])
        left = execute(shop, "SELECT count(*) FROM customer")[0][0]
        tap.ok(said.error and 0 < left < 3000, "a revert that is stopped half way", (said.error, left))
        words = said.json["error"]["message"]
        tap.ok("Nothing was changed" not in words and "Only a part" in words, "it says so", words)
        execute(shop, "DROP TRIGGER stop")
        shop.ask("add", "customer", "name=Bea Koch")
        tap.equal([c["name"] for c in shop.ask("list", "customer")], ["Bea Koch"], "and the rest is, when the shop is used next")


def apostrophes(tap):
    """A list of a shop's own says what somebody wrote; other programs write one before a formula."""
    words = {"Quo Te": "'=x", "Eq Al": "=x", "Ninety": "'90s frame"}
    with Shop() as shop:
        for name, note in words.items():
            shop.add("customer", name=name, note=note)
        shop.ask("export", "--format", "csv", shop.path("own.csv"))
        with Shop() as other:
            other.ask("import", shop.path("own.csv"))
            tap.equal({c["name"]: c["note"] for c in other.ask("list", "customer")}, words, "there and back, to the letter")
        shop.ask("import", shop.write("theirs.csv", "Full Name,E-mail,Notes\nIda Voss,ida@voss.example,'=x\n"))
        tap.equal(shop.ask("list", "customer", "--where", "name=Ida Voss")[0]["note"], "=x", "of another program it is none of theirs")


def stopped_import(tap):
    """One that cannot end, and cannot be taken back: a full disk has room for neither."""
    with Shop() as shop:
        path = shop.write("many.vcf", "".join(card(f"Person {i:05}", f"0157 {3000000 + i}") for i in range(3000)))
        shop.ask("add", "customer", "name=Bea Koch")
        execute(shop, "CREATE TRIGGER full BEFORE UPDATE ON import WHEN new.state = 'done' BEGIN SELECT RAISE(ABORT, 'full'); END")
        said = shop.run("import", path)
        tap.ok("Nothing was changed" in said.json["error"]["message"], "one that is taken back says so", said)
        tap.equal(execute(shop, "SELECT count(*) FROM customer"), [(1,)], "and is")
        execute(shop, "CREATE TRIGGER stop BEFORE DELETE ON customer BEGIN SELECT RAISE(ABORT, 'stop'); END")
        said = shop.run("import", path)
        left = execute(shop, "SELECT count(*) FROM customer")[0][0]
        tap.ok(said.error and 1 < left, "one of which a part stays", (said.error, left))
        words = said.json["error"]["message"]
        tap.ok("Nothing was changed" not in words and "still in the shop" in words, "says that", words)
        execute(shop, "DROP TRIGGER stop")
        execute(shop, "DROP TRIGGER full")
        tap.equal([c["name"] for c in shop.ask("list", "customer")], ["Bea Koch"], "and it goes when the shop is used next")


def no_lock(tap):
    """A file that cannot be opened is no other import: one could wait for it for ever."""
    path_to = {"a folder": os.mkdir, "a link to nowhere": lambda name: os.symlink("/nowhere/at/all", name)}
    for what, put in path_to.items():
        with Shop() as shop:
            people, lock = shop.write("people.csv", "Name,Phone\nAda Byron,030 123456\n"), os.path.join(shop.dir, "import.lock")
            brought = shop.ask("import", people)["import"]
            os.unlink(lock)
            put(lock)
            for name, words in (("an import", [people]), ("a revert", ["--revert", brought])):
                said = shop.run("import", *words)
                tap.ok(said.error in ("full", "refused") and lock in said.json["error"]["message"], f"{what}: {name} says what is in its way", said)
            execute(shop, "UPDATE import SET state = 'running'")
            said = shop.run("list", "customer")
            tap.ok(said.code == 0 and "still in the shop" in said.err and lock in said.err, f"{what}: so does who would take one back", said)
            os.rmdir(lock) if os.path.isdir(lock) else os.unlink(lock)
            tap.equal(shop.ask("list", "customer"), [], f"{what}: and does it when that is gone")


def since(tap):
    """Nobody becomes a customer by an import: they were some before, and the list does not say since when."""
    with Shop() as shop:
        bea = shop.add("customer", name="Bea Koch", phones=[{"number": "0171 1234567"}])
        path = shop.write("people.csv", "Name,Phone,Tag\nBea Koch,0171 1234567,regular\nAda Byron,030 123456,regular\n")
        shop.ask("import", path)
        found = {c["name"]: c["since"] for c in shop.ask("list", "customer")}
        tap.equal(found, {"Bea Koch": TODAY, "Ada Byron": None}, "who was brought is no customer since today")
        tap.ok(shop.run("verify").code == 0, "and no fault")
        shop.ask("set", "customer", bea, "note=Likes tea")
        shop.ask("set", "customer", next(c["id"] for c in shop.ask("list", "customer") if c["name"] == "Ada Byron"), "note=Likes tea")
        tap.equal([c["since"] for c in shop.ask("list", "customer") if c["name"] == "Ada Byron"], [None], "nor by an edit")


def spared(tap):
    """A field that cannot be is dropped and named, and costs nobody the rest of the row."""
    longest = {"organisation": "organisation", "language": "language", "postcode": "postcode", "city": "locality", "tags": "tag"}
    with Shop() as shop:
        path = shop.write("ahead.csv", "name,phone,since\nIda Moor,0151 234567,2031-05-04\n")
        row = shop.ask("import", path)["files"][0]["rows"][0]
        tap.equal((row["result"], row["dropped"]), ("new", ["since"]), "a since to come is dropped, and the row is taken")
        tap.equal(shop.get("customer", row["id"])["since"], None, "since when is not made up")
        tap.equal(shop.ask("import", path)["merged"], 1, "a second time, too")
        for n, (column, told) in enumerate(longest.items()):
            text = f"name,phone,{column}\nLea {column.title()},0151 77000{n},{'x' * 5000}\n"
            row = shop.ask("import", shop.write("long.csv", text))["files"][0]["rows"][0]
            tap.equal((row["result"], row["dropped"]), ("new", [told]), f"what is too long for a {told} is dropped, and no more")


def main():
    tap = Tap()
    for part in (real_files, pairs, nameless, merging, keeping, any_order, bad_files, ledgers, stopped_revert, apostrophes, killed, looks_ahead, large,
                 stopped_import, no_lock, since, spared):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
