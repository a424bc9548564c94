# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exit 0 done, 1 refused with a reason, 2 not understood; and one JSON value, whatever happens."""
import json
import os
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import PROGRAM, Shop, Tap  # noqa: E402

USAGE = [[], ["frobnicate"], ["list"], ["list", "dragon"], ["list", "customer_phone"], ["get", "customer"],
         ["get", "customer", "1", "2"], ["list", "customer", "--limit", "x"], ["list", "customer", "--limit"],
         ["list", "customer", "--colour"], ["add", "customer"], ["add", "customer", "name"], ["set", "customer"],
         ["search"], ["export"], ["export", "--format", "xls", "-"], ["generate"], ["generate", "--customers", "many"],
         ["invoice"], ["job", "move", "1"]]


def refusals(tap, shop):
    bea = shop.add("customer", "name=Bea Koch")
    job = shop.add("job", f"customer={bea}")
    cases = [
        ("an id that is none", ["get", "customer", "nonsense"], "not-found"),
        ("an id that nobody has", ["get", "customer", "12345"], "not-found"),
        ("another kind's id", ["get", "job", bea], "not-found"),
        ("a customer without a name", ["add", "customer", "note=x"], "input"),
        ("a day that does not exist", ["set", "customer", bea, "birthday=1981-02-31"], "input"),
        ("a date in words", ["set", "customer", bea, "since=31.02."], "input"),
        ("a word that is no choice", ["set", "customer", bea, "type=alien"], "input"),
        ("a field that is none", ["set", "customer", bea, "wings=2"], "input"),
        ("a computed field", ["set", "job", job, "status=ready"], "input"),
        ("a computed number", ["add", "job", f"customer={bea}", "number=7"], "input"),
        ("an internal field", ["set", "invoice", "1", "seller={}"], "not-found"),
        ("a job of nobody", ["add", "job", "customer=999"], "not-found"),
        ("a job without a customer", ["add", "job", "fault=x"], "input"),
        ("being referred by oneself", ["set", "customer", bea, f"referred_by={bea}"], "input"),
        ("a price in words", ["add", "gift", f"customer={bea}", "name=x", "state=idea", "cost=abc"], "input"),
        ("a price like 1e30", ["add", "gift", f"customer={bea}", "name=x", "state=idea", "cost=1e30"], "input"),
        ("a price with seven decimals", ["add", "gift", f"customer={bea}", "name=x", "state=idea", "cost=1.2345678"],
         "input"),
        ("a score of 11", ["add", "feedback", f"customer={bea}", "score=11"], "input"),
        ("a file that is not there", ["add", "customer", "--file", shop.path("none.json")], "input"),
        ("a phone without a digit", ["set", "customer", bea, "--file",
                                     shop.write("phone.json", '{"phones":[{"number":"ask her mother"}]}')], "input"),
        ("a file that is no JSON", ["add", "customer", "--file", shop.write("bad.json", "{")], "input"),
        ("a file with a list", ["add", "customer", "--file", shop.write("list.json", "[1]")], "input"),
        ("a computed field in a file", ["set", "job", job, "--file", shop.write("c.json", '{"number":"7"}')], "input"),
        ("removing what is not there", ["remove", "customer", "77"], "not-found"),
        ("generating into a shop in use", ["generate", "--customers", "5"], "refused"),
        ("importing a file that is not there", ["import", shop.path("none.json")], "input"),
    ]
    for name, arguments, code in cases:
        answer = shop.run(*arguments)
        tap.ok(answer.code == 1 and answer.error == code and answer.json["error"]["message"].rstrip().endswith("."),
               f"{name}: exit 1, {code}, a sentence", answer)
    got = shop.get("customer", bea)
    tap.equal((got["type"], got["birthday"], got["referred_by"]), ("person", None, None), "nothing refused was kept")
    quiet = shop.run("get", "customer", "1", raw=True)
    tap.ok(quiet.code == 1 and quiet.out == "" and quiet.err, "without --json the reason goes to stderr", quiet)


def sums(tap):
    """A sum that has no room is refused; it is never 0, nor the largest number there is."""
    with Shop() as shop:
        bea = shop.open().add("customer", "name=Bea Koch")
        line = {"name": "Gold", "quantity": "9000000000000", "price": "9000000000000"}
        answer = shop.run("add", "job", "--file", shop.write("job.json", json.dumps({"customer": bea, "lines": [line]})))
        tap.ok(answer.error == "input" and "too large" in answer.json["error"]["message"],
               "a price agreed that has no room is refused", answer)
        fraction = {"name": "Wire", "quantity": "0.165035", "price": "1.423939"}
        job = shop.add("job", customer=bea, lines=[fraction])
        tap.equal(shop.get("job", job)["agreed"], "0.23", "what is agreed is rounded once: 0.2349998 is 0.23")
        for n, code in ((1000, 0), (1001, 1)):
            answer = shop.run("add", "job", "--file", shop.write("job.json", json.dumps({"customer": bea, "lines": [{"name": "x", "quantity": "1", "price": "1"}] * n})))
            tap.ok(answer.code == code and answer.error in (None, "input"), f"{n} lines: {'taken' if code == 0 else 'refused'}", answer.code)
        bill = {"currency": "EUR", "lines": [{"name": "Bell", "quantity": "1", "price": "9.90", "rate": "19", "category": "S"}]}
        draft = shop.ask("invoice", "draft", "--customer", bea, "--file", shop.write("bill.json", json.dumps(bill)))["id"]
        invoice = shop.ask("invoice", "issue", draft)["id"]
        paid = shop.ask("invoice", "pay", invoice, "90000000000.00")
        answer = shop.run("invoice", "pay", invoice, "90000000000.00")
        tap.ok(answer.error == "input" and "too large" in answer.json["error"]["message"],
               "payments that have no room together are refused", answer)
        got = shop.get("invoice", invoice)
        tap.equal((got["paid"], got["state"], len(shop.ask("list", "payment"))), (paid["paid"], "paid", 1),
                  "and the first stands")
        stands = shop.ask("list", "payment")[0]["id"]
        for words in (("add", "payment", "amount=5"), ("set", "payment", stands, "invoice=")):
            answer = shop.run(*words)
            tap.ok(answer.error == "input" and "“Invoice” is missing" in answer.json["error"]["message"], f"{words[0]}: a payment of no invoice", answer)


def databases(tap):
    def shop_with(make):
        shop = Shop()
        os.makedirs(shop.dir)
        make(os.path.join(shop.dir, "aftercare.db"))
        return shop

    def sql(statement):
        def make(path):
            connection = sqlite3.connect(path)
            connection.executescript(statement)
            connection.close()
        return make

    def text(path):
        with open(path, "w", encoding="utf-8") as file:
            file.write("Dear diary, this is no database. " * 10)

    for name, make, code in [("a foreign database", sql("CREATE TABLE song (id)"), "corrupt"),
                             ("a text file", text, "corrupt")]:
        with shop_with(make) as shop:
            answer = shop.run("list", "customer")
            tap.ok(answer.code == 1 and answer.error == code, f"{name}: {code}", answer)
    with Shop() as shop:
        shop.add("customer", "name=Bea Koch")
        connection = sqlite3.connect(os.path.join(shop.dir, "aftercare.db"), isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        tap.equal(shop.run("add", "customer", "name=Ole").error, "busy", "a locked shop: busy")
        tap.equal(len(shop.ask("list", "customer")), 1, "a locked shop can be read")
        connection.execute("ROLLBACK")
        connection.execute("PRAGMA user_version = 999")
        tap.equal(shop.run("list", "customer").error, "too-new", "a newer shop: too-new")
        connection.close()


def is_a_sentence(answer):
    """Not what a library says: those words name sockets and constraints, and end without a full stop."""
    message = answer.json["error"]["message"] if answer.code == 1 else ""
    return message.endswith(".") and not any(w in message for w in ("Error opening", "constraint", "REAL", "No such file"))


def places(tap):
    with Shop() as shop:
        shop.add("customer", "name=Bea Koch")
        file = shop.write("file", "x")
        for command in (["export"], ["export", "--format", "csv"], ["backup"]):
            for place in (shop.path("none/x"), f"{file}/x", "/proc/x"):
                answer = shop.run(*command, place)
                tap.ok(is_a_sentence(answer), f"{' '.join(command)} {os.path.basename(os.path.dirname(place))}/x: a sentence", answer)
        tap.equal(sorted(os.listdir(shop.top)), ["file", "shop"], "and nothing is left")


def counters(tap):
    with Shop() as shop:
        bea = shop.add("customer", "name=Bea Koch")
        shop.add("job", f"customer={bea}")
        connection = sqlite3.connect(os.path.join(shop.dir, "aftercare.db"), isolation_level=None)
        for last in (2**63 - 1, 10**9, -3):
            connection.execute("UPDATE counter SET last = ?", [last])
            answer = shop.run("add", "job", f"customer={bea}")
            tap.ok(is_a_sentence(answer) and answer.error == "refused" and "rebuild" in answer.out, f"a counter at {last}: a sentence", answer)
        connection.close()
        tap.equal(len(shop.ask("list", "job")), 1, "and no job without a number")


def no_room(tap):
    """An answer that is not there is no answer: a script that asks for a list onto a full stick is told."""
    with Shop() as shop:
        customer = shop.add("customer", "name=Bea Koch")
        for question in (["list", "customer"], ["get", "customer", customer], ["due"], ["verify"], ["metrics"],
                         ["search", "Bea"], ["fields", "job"], ["setting", "list"], ["export", "-"],
                         ["add", "customer", "name=Ann Lee"], ["--help"]):
            for form in ([], ["--json"]):
                if question[0] in ("export", "--help") and form:
                    continue
                command = [PROGRAM] + ([] if question == ["--help"] else ["--data-dir", shop.dir] + form) + question
                with open("/dev/full", "w", encoding="utf-8") as full:
                    done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
                tap.ok(done.returncode == 1 and done.stderr, f"{' '.join(form + question)} onto a full disk",
                       done)
        tap.equal(len(shop.ask("list", "customer")), 3, "what was to be done is done")


def nobody_reads(tap):
    """Who closed what would be written to, as cron does, or went away, wants no answer; what was to be done is."""
    with Shop() as shop:
        shop.add("customer", "name=Bea Koch")
        command = " ".join((PROGRAM, "--data-dir", shop.dir))
        for end in (">&-", "2>&-", ">&- 2>&- <&-"):
            done = subprocess.run(f"exec {command} add customer name=Ann {end}", shell=True, capture_output=True, text=True, check=False)
            tap.equal((done.returncode, done.stderr), (0, ""), f"add {end}")
        tap.equal(len(shop.ask("list", "customer")), 4, "each is there")
        tap.equal(subprocess.run(f"exec {command} get customer 1 >&-", shell=True, stderr=subprocess.DEVNULL, check=False).returncode, 1, "what is refused is, all the same")
        for question in (["list", "customer"], ["add", "customer", "name=Ann"]):
            read, write = os.pipe()
            os.close(read)
            done = subprocess.run([PROGRAM, "--data-dir", shop.dir, *question], stdout=write, stderr=subprocess.PIPE, text=True, check=False,
                                  restore_signals=False)  # as systemd starts them: SIGPIPE is ignored
            os.close(write)
            tap.equal((done.returncode, done.stderr), (0, ""), f"{question[0]}, and the reader left")
        tap.equal((len(shop.ask("list", "customer")), shop.run("verify").code), (5, 0), "and the shop is whole")


def limits(tap):
    """Only what the shop's own triggers and indexes say is told in their words; of another's nobody knows what it wants."""
    record = {"customer": [], "job": ["customer=ID"], "interaction": ["customer=ID", "direction=out", "channel=phone", "body=x"], "device": ["customer=ID", "name=Bike"],
              "payment": None, "occasion": ["customer=ID", "name=Day", "date=2026-01-01"]}
    for kind, fields in record.items():
        with Shop() as shop:
            bea = shop.open().add("customer", "name=Bea Koch")
            bill = {"currency": "EUR", "lines": [{"name": "Bell", "quantity": "1", "price": "9.90", "rate": "19", "category": "S"}]}
            draft = shop.ask("invoice", "draft", "--customer", bea, "--file", shop.write("bill.json", json.dumps(bill)))["id"]
            invoice = shop.ask("invoice", "issue", draft)["id"]
            with sqlite3.connect(os.path.join(shop.dir, "aftercare.db")) as db:
                db.execute(f"CREATE TRIGGER another BEFORE INSERT ON {kind} BEGIN SELECT RAISE(ABORT, 'no way'); END")
            db.close()
            command = ["invoice", "pay", invoice, "1"] if fields is None else ["add", kind, *(f.replace("ID", bea) for f in fields or ["name=Ole"])]
            answer = shop.run(*command)
            tap.ok(answer.error == "refused" and "verify" in answer.out and "invoice" not in answer.json["error"]["message"], f"another's trigger on {kind}", answer)
    with Shop() as shop:
        bea = shop.add("customer", "name=Bea Koch")
        job = shop.add("job", f"customer={bea}")
        with sqlite3.connect(os.path.join(shop.dir, "aftercare.db")) as db:
            db.execute("CREATE UNIQUE INDEX another ON customer (name)")
            db.execute("CREATE TRIGGER another BEFORE INSERT ON device BEGIN UPDATE job SET number = (SELECT min(number) FROM job) WHERE number > (SELECT min(number) FROM job); END")
        db.close()
        answer = shop.run("add", "customer", "name=Bea Koch")
        tap.ok(answer.error == "refused" and "verify" in answer.out and "number" not in answer.json["error"]["message"], "another's index", answer)
        shop.add("job", f"customer={bea}")
        answer = shop.run("add", "device", f"customer={bea}", "name=Bike")
        tap.ok(answer.error == "refused" and "number" in answer.json["error"]["message"], "a number that is there twice: said as such", answer)
        shop.ask("export", shop.path("x.json"))
        with Shop() as other:
            other.add("customer", "name=Ole")
            with sqlite3.connect(os.path.join(other.dir, "aftercare.db")) as db:
                db.execute("CREATE TRIGGER another BEFORE INSERT ON job BEGIN SELECT RAISE(ABORT, 'no way'); END")
            db.close()
            reasons = {row["id"]: row["reason"] for row in other.ask("import", shop.path("x.json"))["files"][0]["rows"] if row["result"] == "refused"}
            tap.ok("number" not in reasons[job] and "verify" in reasons[job], "nor by an import", reasons)


def main():
    tap = Tap()
    for part in (places, counters, nobody_reads, limits):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    with Shop() as shop:
        for arguments in USAGE:
            answer = shop.run(*arguments)
            tap.ok(answer.code == 2 and answer.json["error"]["message"], f"usage: {' '.join(arguments) or 'nothing'}",
                   answer)
        tap.equal(shop.run("list", "customer", "--today", "31.02.").code, 2, "usage: a --today that is none")
        for day in ("1950-01-01", "1970-01-01", "2099-12-31", "2100-01-01", "9000-01-01"):
            tap.equal(shop.run("add", "customer", "name=X", today=day).code, 2, f"usage: {day}, which no clock shows")
        for day in ("1970-01-02", "2099-12-30"):
            tap.equal(shop.run("list", "customer", today=day).code, 0, f"{day} is a day")
        with tap.point("refusals to the end"):
            refusals(tap, shop)
        help_text = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, check=False)
        tap.ok(help_text.returncode == 0 and "undelete" in help_text.stdout, "--help lists the commands")
        for arguments in (["help"], ["--json", "--help"], ["--data-dir", shop.dir, "--today", "2026-11-24", "--help"], ["--help", "--json"],
                          ["list", "--help"], ["--data-dir", shop.dir, "add", "customer", "--help"], ["--json", "help"]):
            answer = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False)
            tap.equal((answer.returncode, answer.stdout, answer.stderr), (0, help_text.stdout, ""), f"{' '.join(arguments)}: the same")
        latin = shop.run("list", "customer", "--where", "name~bea", env={"LC_ALL": "C", "PATH": os.environ["PATH"]})
        tap.equal(latin.json[0]["name"], "Bea Koch", "JSON is UTF-8 in every locale")
    with tap.point("no room to the end"):
        no_room(tap)
    with tap.point("sums to the end"):
        sums(tap)
    with tap.point("databases to the end"):
        databases(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
