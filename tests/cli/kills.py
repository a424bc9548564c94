# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line, ended at any moment of whatever it does: afterwards the shop is whole, verify is content, and what was
said to be done is done.

    kills.py BUILD                    a few, for every day (./dev test cli-kills)
    kills.py BUILD --kills 500 [SEED] the long run (./dev exec python3 tests/cli/kills.py _build/debug --kills 500)
"""
import collections
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import PROGRAM, TODAY, Shop, Tap  # noqa: E402

FEW = 30
SEED = 20261124
LINES = [{"name": f"Part {i}", "quantity": "2", "price": "4.00", "category": "S", "rate": "19"} for i in range(12)]


def card(i):
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person{i} Name{i}\r\nTEL:030 {1000000 + i}\r\nEND:VCARD\r\n"


class Round:
    """What is done and ended in one shop that grows, or in a new one."""

    def __init__(self, kept, archive, whole, chance):
        self.kept, self.archive, self.whole, self.chance = kept, archive, whole, chance

    def customer(self):
        return self.chance.choice(self.kept.ask("list", "customer"))["id"]

    def draft(self):
        bill = self.kept.write("bill.json", json.dumps({"currency": "EUR", "prices": "gross", "lines": LINES}))
        return self.kept.ask("invoice", "draft", "--customer", self.customer(), "--file", bill)["id"]

    def an_issued(self):
        return [i for i in self.kept.ask("list", "invoice") if i.get("number") and i["state"] in ("issued", "part") and i["type"] == "380"]

    def invoice(self):
        issued = self.an_issued()
        return self.chance.choice(issued)["id"] if issued else self.kept.ask("invoice", "issue", self.draft())["id"]

    # each: the shop and the command
    def add(self):
        return self.kept, ["add", "customer", f"name=Person {self.chance.randrange(10**6)}"]

    def issue(self):
        return self.kept, ["invoice", "issue", self.draft()]

    def pay(self):
        return self.kept, ["invoice", "pay", self.invoice(), "1.00"]

    def cancel(self):
        return self.kept, ["invoice", "cancel", self.invoice()]

    def first_issue(self):
        shop = Shop()
        shop.open()
        who = shop.add("customer", "name=Bea")
        bill = shop.write("bill.json", json.dumps({"currency": "EUR", "lines": LINES}))
        return shop, ["invoice", "issue", shop.ask("invoice", "draft", "--customer", who, "--file", bill)["id"]]

    def contacts(self):
        start = self.chance.randrange(10**6)
        return self.kept, ["import", self.kept.write("many.vcf", "".join(card(start + i) for i in range(60)))]

    def archive_into_new(self):
        return Shop(), ["import", self.archive]

    def sample(self):
        return Shop(), ["sample"]

    def backup(self):
        return self.kept, ["backup", self.kept.path("b.zip")]

    def restore(self):
        """Where the disk ate the database: what is there of its papers is put away."""
        shop = Shop()
        shop.ask("restore", self.whole)
        os.unlink(os.path.join(shop.dir, "aftercare.db"))
        return shop, ["restore", self.whole]

    def rebuild(self):
        return self.kept, ["rebuild"]

    def new_day(self):
        return self.kept, ["--today", f"2026-12-{self.chance.randrange(1, 29):02d}", "list", "customer"]


ACTS = ("add", "issue", "issue", "issue", "pay", "cancel", "first_issue", "contacts", "archive_into_new", "backup",
        "restore", "rebuild", "new_day")


def end_within(shop, command, delay):
    """What it answered, if it was done before it was ended."""
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen([PROGRAM, "--data-dir", shop.dir, "--today", TODAY, "--json", *command], stdout=out,
                                   stderr=subprocess.DEVNULL)
        try:
            process.wait(delay)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        if process.wait() != 0:
            return None
        out.seek(0)
        return json.load(out)


def left_overs(shop):
    known = {f"{i['number']}.pdf" for i in shop.ask("list", "invoice") if i.get("number")}
    issued = set(os.listdir(os.path.join(shop.dir, "issued")))
    return sorted((issued ^ known) | {n for n in os.listdir(shop.dir) if n.startswith(".new-")})


def is_done(shop, act, command, answer):
    if act in ("issue", "first_issue", "cancel"):
        return any(i.get("number") == answer["number"] for i in shop.ask("list", "invoice"))
    if act == "add":
        return shop.run("get", "customer", answer["id"]).code == 0
    return command is not None


def look(shop, act, command, answer):
    """What is wrong with the shop; None if nothing is."""
    if act == "restore" and shop.run("list", "customer").code != 0:
        shop.run(*command)  # it had not begun to put anything in place
    checked = shop.run("verify")
    if checked.code != 0:
        return checked
    if left_overs(shop):
        return left_overs(shop)
    if answer is not None and not is_done(shop, act, command, answer):
        return "what was answered is not there", answer
    return None


def durations(rounds, acts):
    """How long each takes by itself, once."""
    took = {}
    for act in dict.fromkeys(acts):
        shop, command = getattr(rounds, act)()
        begin = time.monotonic()
        end_within(shop, command, 600)
        took[act] = time.monotonic() - begin
        if shop is not rounds.kept:
            shop.__exit__()
    return took


def kill_one(rounds, act, took):
    shop, command = getattr(rounds, act)()
    delay = rounds.chance.uniform(0, took[act] * 1.1)
    answer = end_within(shop, command, delay)
    wrong = look(shop, act, command, answer)
    if shop is not rounds.kept:
        shop.__exit__()
    return answer is None, wrong and (act, f"{delay:.3f} s", wrong)


def ended(count):
    return sum(n for (_, how), n in count.items() if how == "ended")


def main():
    tap = Tap()
    long = "--kills" in sys.argv
    kills = int(sys.argv[sys.argv.index("--kills") + 1]) if long else FEW
    seed = int(sys.argv[-1]) if long and len(sys.argv) > sys.argv.index("--kills") + 2 else SEED
    with Shop() as kept, Shop() as other:
        kept.open()
        kept.add("customer", "name=Bea Koch")
        rounds = Round(kept, other.path("export.json"), other.path("whole.zip"), random.Random(seed))
        other.open()
        for _ in range(10):
            kept.ask("invoice", "issue", rounds.draft())
        kept.ask("export", rounds.archive)
        kept.ask("backup", rounds.whole)
        acts = ACTS * 4 + ("sample",) if long else ACTS  # that one takes as long as all the others
        took = durations(rounds, acts)
        count = collections.Counter()
        for i in range(kills):
            act = acts[i % len(acts)]
            killed, wrong = kill_one(rounds, act, took)
            count[act, "ended" if killed else "done"] += 1
            if (i + 1) % 50 == 0:
                print(f"# {i + 1}: {ended(count)} ended in the middle", flush=True)
            if wrong:
                tap.ok(False, f"{wrong[0]}, ended after {wrong[1]}", wrong[2])
        for (act, how), n in sorted(count.items()):
            print(f"# {act}: {n} {how}", flush=True)
        tap.ok(ended(count) > kills / 5, f"of {kills}, enough were ended in the middle", count)
        tap.equal(kept.run("verify").code, 0, "the shop is whole at the end")
        draft = rounds.draft()
        tap.ok(kept.run("invoice", "issue", draft).code == 0, "and issues on")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
