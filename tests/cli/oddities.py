# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in a shop of schema 1 that could not be entered today: its own export brings all of it back."""
import json
import os
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

SHOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "shops", "schema-1", "shop.tar.gz")
LONG = "Brakes " * 400

# What schema 1 took: it did not ask whether an answer says something, whether anybody was called, when money moved and
# how much went back, how long a line is; it rounded twice, and left behind what had put off a record that is gone.
ODDITIES = {
    "an answer that says nothing": "UPDATE feedback SET score = NULL, satisfaction = NULL, comment = NULL WHERE id = (SELECT min(id) FROM feedback)",
    "a complaint without an answer or a call": "UPDATE complaint SET confirmation = 'no-answer', cause = 'x', resolved = received"
                                               " WHERE id = (SELECT max(id) FROM complaint)",
    "one that was answered before it was received": "UPDATE complaint SET acknowledged = received - 1000 WHERE id = (SELECT min(id) FROM complaint)",
    "an agreed price that was rounded twice": "UPDATE job SET agreed = agreed + 1 WHERE status = 'working' AND agreed > 0",
    "a payment of a day to come": "UPDATE payment SET date = '2027-05-05' WHERE id = (SELECT min(id) FROM payment)",
    "one from before its invoice": "UPDATE payment SET date = '2020-05-05' WHERE id = (SELECT max(id) FROM payment)",
    "more that went back than came in": "INSERT INTO payment (id, invoice, customer, at, amount, date, created, changed)"
                                        " SELECT 4711, invoice, customer, at, -amount - 500, date, created, changed FROM payment LIMIT 1",
    "what put off something that is gone": "UPDATE deferral SET record = 999999 WHERE id = (SELECT min(id) FROM deferral)",
    "an hour that is none": "UPDATE deferral SET hour = 99 WHERE id = (SELECT max(id) FROM deferral)",
    "a step that was let go without a reason": "UPDATE followup SET state = 'let-go', reason = NULL WHERE id = (SELECT min(id) FROM followup)",
    "a subject of many words": f"UPDATE interaction SET subject = '{LONG}' WHERE id = (SELECT min(id) FROM interaction)",
    "a name of many words": f"UPDATE customer SET name = '{LONG}' WHERE id = (SELECT max(id) FROM customer)",
    "a gift without a name": "UPDATE gift SET name = '  ' WHERE id = (SELECT max(id) FROM gift)",
    "a draft with a long note": f"UPDATE invoice SET note = '{LONG * 3}' WHERE number IS NULL",
    "a reminder after the day": "UPDATE occasion SET lead_days = -7",
    "numbers and addresses that are none": f"UPDATE customer_phone SET number = 'see note', label = '{LONG.strip()}'",
    "a plan that was deleted": "UPDATE plan SET deleted_at = changed",
    "a cancelled job without a reason": "UPDATE job SET no_plan_reason = NULL WHERE status = 'cancelled'",
}


def make_odd(shop):
    subprocess.run(["tar", "-xzf", SHOP, "-C", shop.top], check=True)
    connection = sqlite3.connect(os.path.join(shop.dir, "aftercare.db"), isolation_level=None)
    for name, sql in ODDITIES.items():
        assert connection.execute(sql).rowcount > 0, f"{name}: of nothing"
    connection.execute("UPDATE invoice SET paid = (SELECT sum(amount) FROM payment WHERE payment.invoice = invoice.id),"
                       " state = 'issued' WHERE id = (SELECT invoice FROM payment WHERE id = 4711)")
    connection.close()


def export_of(shop):
    shop.ask("export", shop.path("export.json"))
    with open(shop.path("export.json"), encoding="utf-8") as stream:
        return json.load(stream)


def comes_back(tap, old, new):
    data = export_of(old)
    rows = new.ask("import", old.path("export.json"))["files"][0]["rows"]
    refused = [(r["id"], r["reason"]) for r in rows if r["result"] == "refused"]
    tap.equal(refused, [], "nothing of a shop's own export is refused")
    back = export_of(new)
    for kind, records in data.items():
        if isinstance(records, list) and kind != "file":
            tap.ok(records == back.get(kind), f"every {kind} is as it was",
                   [(a, b) for a, b in zip(records, back.get(kind, [])) if a != b][:2])


def goes_on(tap, shop):
    """What stands is not asked again; what is entered now is."""
    who = next(c["id"] for c in shop.ask("list", "customer") if c["name"].startswith("Brakes"))
    shop.ask("set", "customer", who, "note=Calls at noon")
    tap.equal(shop.get("customer", who)["note"], "Calls at noon", "whoever has a long name can be written about")
    day = shop.ask("list", "occasion")[0]["id"]
    shop.ask("set", "occasion", day, "note=With Ida")
    tap.equal(shop.get("occasion", day)["note"], "With Ida", "so can a day with an odd reminder")
    for kind, fields in (("occasion", (f"customer={who}", "name=Tea", "date=--05-05", "lead_days=-7")), ("feedback", (f"customer={who}",)),
                         ("gift", (f"customer={who}", f"name={LONG}", "state=idea"))):
        tap.ok(shop.run("add", kind, *fields).code == 1, f"a new {kind} is asked for more")
    draft = next(i for i in shop.ask("list", "invoice") if i["state"] == "draft")["id"]
    shop.ask("set", "invoice", draft, "terms_days=7")
    tap.ok(shop.run("set", "invoice", draft, f"note={LONG * 4}").code == 1, "a long note does not grow")


def rows_stand_alone(tap, shop):
    """A row of a list that stands is not asked again when another is added to it; the new one is."""
    who = next(c["id"] for c in shop.ask("list", "customer") if c["phones"])
    phones = shop.get("customer", who)["phones"]
    more = {"phones": phones + [{"label": "work", "number": "0171 5551234"}]}
    shop.ask("set", "customer", who, "--file", shop.write("more.json", json.dumps(more)))
    tap.equal(len(shop.get("customer", who)["phones"]), len(phones) + 1, "beside an odd phone number there is room for another")
    phones = shop.get("customer", who)["phones"]
    more = {"phones": phones + [{"label": LONG, "number": "0171 5551235"}]}
    tap.ok(shop.run("set", "customer", who, "--file", shop.write("more.json", json.dumps(more))).code == 1,
           "what is odd is not added to")


def is_whole(tap, shop, what):
    amiss = [p for p in shop.run("verify").json["problems"] if "could have entered" in p["what"]]
    tap.equal(amiss, [], f"{what}: nothing that is let stand is said to be amiss")


def yes_is_no_word(tap):
    with Shop() as shop:
        for wrong in ({"name": True}, {"name": "Bo", "tags": [True]}, {"name": "Bo", "phones": [{"number": False}]}):
            answer = shop.run("add", "customer", "--file", shop.write("wrong.json", json.dumps(wrong)))
            tap.ok(answer.error == "input" and "Nothing was changed" in answer.err, f"{wrong}: nobody is called true", answer)
        tap.equal(shop.ask("list", "customer"), [], "and nobody came of it")


def main():
    tap = Tap()
    with tap.point("no words to the end"):
        yes_is_no_word(tap)
    with tap.point("to the end"), Shop() as old, Shop() as new:
        make_odd(old)
        is_whole(tap, old, "what schema 1 took")
        comes_back(tap, old, new)
        goes_on(tap, new)
        rows_stand_alone(tap, new)
        is_whole(tap, new, "what came in")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
