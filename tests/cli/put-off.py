#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is put off or let go is a line of what is due: each rule, and a record of each kind, at every door."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402
from given import fill  # noqa: E402
from links import copy_of, data_of, imported  # noqa: E402

ABOUT = {"complaint": ["complaint"], "to-tell": ["job"], "followup": ["followup"], "unbilled": ["job"], "overdue": ["invoice"], "pay-back": ["invoice"],
         "uncollected": ["job"], "occasion": ["occasion", "customer", "job"], "backup": []}


def deferrals(tap, base, own):
    """A rule of what is due is about records of its kinds, and put off is what there is."""
    said = base.run("add", "deferral", "rule=nothing", f"record={own['job']}", "until=2026-12-05").json["error"]["message"]
    tap.equal(said.rstrip(".").split(": ")[-1].split(", "), list(ABOUT), "these are the rules")
    shop = copy_of(base)
    with shop:
        shop.ask("set", "customer", own["customer"], "birthday=1980-05-05")
        stands = shop.add("deferral", "rule=followup", f"record={own['followup']}", "until=2026-12-05")
        for rule, kinds in ABOUT.items():
            for kind, record in own.items():
                given = f"rule={rule}", f"record={record}"
                if kind in kinds:
                    tap.ok(shop.run("add", "deferral", *given, "until=2026-11-25").error in (None, "refused"), f"{rule} of a {kind}: taken, or of no day")
                    continue
                for words in (("add", "deferral", *given, "until=2026-12-05"), ("add", "deferral", *given, "reason=No"), ("set", "deferral", stands, *given)):
                    answer = shop.run(*words)
                    tap.ok(answer.error == "input" and "never due" in answer.json["error"]["message"], f"{rule} of a {kind}: {words[0]} refuses", answer)
        shop.ask("add", "deferral", "rule=backup", "record=0", "until=2026-12-05")
        gone = shop.add("job", customer=own["customer"], fault="x")
        shop.ask("remove", "job", gone)
        for rule in ("to-tell", "unbilled"):
            tap.equal(shop.run("add", "deferral", f"rule={rule}", f"record={gone}", "until=2026-12-05").error, "not-found", f"{rule} of a job that was deleted: refused")
        tap.ok(shop.ask("verify")["ok"], "and verify is content")


def taken_once(tap, base, own):
    """What programs before took: it comes, is told, and hinders nobody who changes something else of it."""
    with copy_of(base) as shop:
        shop.add("deferral", "rule=followup", f"record={own['followup']}", "until=2026-12-05")
        data = data_of(shop)
    data["deferral"][0]["record"] = int(own["staff"])
    one = data["deferral"][0]["id"]
    other, rows = imported(data)
    with other:
        tap.ok(rows[one]["result"] == "new" and "never due" in (rows[one]["reason"] or ""), "a deferral of another kind comes, and is told", rows[one])
        report = other.ask("verify")
        tap.equal((report["problems"], [note["id"] for note in report["notes"]]), ([], [one]), "verify notes it")
        tap.equal(other.run("set", "deferral", one, "until=2026-12-09").code, 0, "and somebody may put it off for longer")
        again, rows = imported(data_of(other))
        with again:
            tap.equal([row for row in rows.values() if row["result"] != "new"], [], "its own export comes in whole")


def main():
    tap = Tap()
    with Shop() as base:
        own = fill(base.open(), "Ann One")
        for part in (deferrals, taken_once):
            with tap.point(f"{part.__name__} to the end"):
                part(tap, base, own)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
