# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was put off or let go at one desk, and what became of it there, says the same at the other one by a later export."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

SUMS = ("unbilled", "overdue", "pay-back")


class Desk(Shop):
    def begin(self):
        """A job that was handed over and is to bill, of 100."""
        self.open(terms_days="0", prices="gross")
        who = self.add("customer", name="Gil Ross", addresses=[{"street": "W 1", "postcode": "53111", "locality": "Bonn"}])
        self.job = self.add("job", customer=who, no_plan_reason="x", lines=[{"name": "Work", "quantity": "1", "price": "100"}])
        self.ask("job", "move", self.job, "collected", "--reason", "x")
        return self

    def bill(self):
        self.invoice = self.ask("invoice", "issue", self.ask("invoice", "draft", "--job", self.job)["id"])["id"]

    def act(self, act, today):
        """One word or a few, as somebody at that desk does it."""
        self.today = today
        word, _, amount = act.partition(" ")
        if word == "bill":
            self.bill()
        elif word == "cancel":
            self.ask("invoice", "cancel", self.invoice)
        elif word == "pay":
            self.ask("invoice", "pay", self.invoice, amount)
        elif word == "refund":
            self.ask("payment", "refund", self.invoice, amount)
        elif word == "unpay":
            last = max((p["id"] for p in self.ask("list", "payment", "--where", f"invoice={self.invoice}")), key=int)
            self.ask("remove", "payment", last)
        else:
            decided = f"until={amount}" if amount else "reason=never mind"
            self.ask("add", "deferral", f"rule={word}", f"record={self.job if word == 'unbilled' else self.invoice}", decided)

    def says(self, today):
        """What is asked for, and what was decided."""
        return (sorted((i["rule"], i["text"]) for i in self.ask("due", today=today)["items"] if i["rule"] in SUMS),
                sorted((d["rule"], d["reason"], d["until"]) for d in self.ask("list", "deferral", today=today)))


# What one desk did before it was copied and after, and whether that it decided something stands then.
STORIES = (
    ("billed, cancelled and let go", ["bill"], ["cancel", "unbilled"], 1),
    ("cancelled, billed anew, cancelled and put off", ["bill"], ["cancel", "bill", "cancel", "unbilled 2026-12-30"], 1),
    ("let go, billed, cancelled and let go anew", ["unbilled"], ["bill", "cancel", "unbilled"], 1),
    ("let go, billed and cancelled", ["unbilled"], ["bill", "cancel"], 0),
    ("billed, cancelled, let go, billed and cancelled", ["bill"], ["cancel", "unbilled", "bill", "cancel"], 0),
    ("paid too much and kept as a tip", ["bill"], ["pay 150", "pay-back"], 1),
    ("paid too much, kept, and more came", ["bill"], ["pay 150", "pay-back", "pay 5"], 0),
    ("kept as a tip, paid back and paid too much anew", ["bill", "pay 130", "pay-back"], ["refund 30", "pay 30"], 0),
    ("kept as a tip, part of it paid back and paid anew", ["bill", "pay 130", "pay-back"], ["refund 10", "pay 10"], 1),
    ("kept as a tip, cancelled and let go anew", ["bill", "pay 130", "pay-back"], ["cancel", "pay-back"], 1),
    ("let go, paid and taken out again", ["bill", "overdue"], ["pay 100", "unpay"], 0),
    ("let go, a part paid and taken out again", ["bill", "overdue"], ["pay 40", "unpay"], 1),
    ("paid, taken out and let go", ["bill"], ["pay 100", "unpay", "overdue"], 1),
)


def at_both(tap, name, before, after, wanted):
    with Desk("2026-11-24").begin() as first, Desk("2026-11-24") as second, Desk("2026-12-20") as whole:
        days = [f"2026-12-{n:02}" for n in range(1, 15)]
        for act in before:
            first.act(act, days.pop(0))
        first.ask("export", first.path("before.json"))
        second.ask("import", first.path("before.json"), today=first.today)
        for act in after:
            first.act(act, days.pop(0))
        first.ask("export", first.path("after.json"))
        for desk in (second, whole):
            report = desk.ask("import", first.path("after.json"), today="2026-12-20")
            if desk is whole:
                tap.equal(report["refused"], 0, f"{name}: a whole shop gets all")
        said = [desk.says("2026-12-21") for desk in (first, second, whole)]
        tap.equal(said[1:], [said[0]] * 2, f"{name}: three desks say the same")
        tap.equal(len(said[0][1]), wanted, f"{name}: {wanted} decision stands")
        report = second.ask("import", first.path("after.json"), today="2026-12-22")
        tap.equal((report["new"], second.says("2026-12-23")), (0, first.says("2026-12-23")), f"{name}: nor does it once more say otherwise")
        tap.ok(second.run("verify").json["ok"], f"{name}: and verify is content")


def decided_elsewhere(tap):
    """What came in here since is more than what was let go there: that decision is refused, with its reason."""
    with Desk("2026-11-24").begin() as first, Desk("2026-11-24") as second:
        for act in ("bill", "pay 130"):
            first.act(act, "2026-12-01")
        first.ask("export", first.path("before.json"))
        second.ask("import", first.path("before.json"), today="2026-12-01")
        second.invoice = first.invoice
        first.act("pay-back", "2026-12-02")
        second.act("pay 5", "2026-12-03")
        first.ask("export", first.path("after.json"))
        report = second.ask("import", first.path("after.json"), today="2026-12-04")
        said = [row["reason"] or "" for row in report["files"][0]["rows"] if row["result"] == "refused"]
        tap.equal((report["new"], len(said)), (0, 1), "30 were kept there, 35 are owed here")
        tap.ok("anew" in said[0], "and its row says why", said)
        tap.equal(len(second.says("2026-12-05")[0]), 1, "so it is asked for")
        second.ask("export", second.path("back.json"))
        first.ask("import", second.path("back.json"), today="2026-12-05")
        tap.equal(first.says("2026-12-05"), second.says("2026-12-05"), "at both desks, once both know all")


def brought_since(tap):
    """What another desk entered before a decision of here, and brings after it, nobody knew of here who decided."""
    for name, before, decided, there, wanted, later, then in (
            ("a part paid and taken out again", ("bill",), "overdue", ("pay 40", "unpay"), 1, (), 1),
            ("a part paid, taken out here", ("bill",), "overdue", ("pay 40",), 1, ("unpay",), 1),
            ("all paid and taken out again", ("bill",), "overdue", ("pay 100", "unpay"), 0, (), 0),
            ("a part of a tip given back, paid anew here", ("bill", "pay 130"), "pay-back", ("refund 10",), 1, ("pay 10",), 1),
            ("more than the tip by and by", ("bill", "pay 130"), "pay-back", ("refund 10",), 1, ("pay 15",), 0),
            ("more of a tip", ("bill", "pay 130"), "pay-back", ("pay 5",), 0, (), 0)):
        with Desk("2026-11-24").begin() as first, Desk("2026-11-24") as second:
            for act in before:
                first.act(act, "2026-12-01")
            first.ask("export", first.path("before.json"))
            second.ask("import", first.path("before.json"), today="2026-12-01")
            second.invoice = first.invoice
            first.act(there[0], "2026-12-02")
            second.act(decided, "2026-12-03")
            for act in there[1:]:
                first.act(act, "2026-12-04")
            first.ask("export", first.path("after.json"))
            second.ask("import", first.path("after.json"), today="2026-12-05")
            tap.equal(len(second.says("2026-12-06")[1]), wanted, f"{name}: {wanted} decision stands")
            for act in later:
                second.act(act, "2026-12-07")
            tap.equal(len(second.says("2026-12-08")[1]), then, f"{name}: and {then} in the end")
            tap.ok(second.run("verify").json["ok"], f"{name}: and verify is content")


def main():
    tap = Tap()
    for story in STORIES:
        with tap.point(f"{story[0]} to the end"):
            at_both(tap, *story)
    with tap.point("decided elsewhere to the end"):
        decided_elsewhere(tap)
    with tap.point("brought since to the end"):
        brought_since(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
