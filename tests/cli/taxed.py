#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which tax a line bears, whoever wrote it down and wherever it goes."""
import json
import sys

from cli import Shop, Tap

# The last bears what the shop usually does.
LINES = [{"name": "Book", "quantity": "1", "price": "100", "rate": "7"}, {"name": "Stamp", "quantity": "1", "price": "100", "rate": "0"},
         {"name": "Work", "quantity": "1", "price": "100"}]


def taxes(rows):
    return [(row["category"], row["rate"]) for row in rows]


def a_rate_alone(tap):
    """A line that says its rate, and no category, bears it through every door."""
    wanted = [("S", "7"), ("Z", "0"), ("S", "19")]
    with Shop() as shop:
        bea = shop.open(prices="net").add("customer", name="Bea Koch")
        file = lambda body: shop.write("lines.json", json.dumps(body))
        job = shop.add("job", customer=bea, lines=LINES, agreed_by="Bea Koch")
        shop.ask("job", "move", job, "ready")
        draft = shop.ask("invoice", "draft", "--job", job)
        tap.equal((taxes(shop.get("invoice", draft["id"])["lines"]), draft["tax"]), (wanted, "26.00"), "billed from a job")
        tap.ok("consent_at" not in [lack["field"] for lack in shop.ask("invoice", "check", draft["id"])], "and it is what was agreed")
        document = {"currency": "EUR", "prices": "net", "lines": LINES[:2]}
        tap.equal(shop.ask("invoice", "total", file(document))["tax"], "7.00", "added up")
        for what, answer in (("drafted from a file", shop.ask("invoice", "draft", "--customer", bea, "--file", file(document))),
                             ("added", shop.ask("add", "invoice", "--file", file({"customer": bea} | document))),
                             ("set", shop.ask("set", "invoice", draft["id"], "--file", file({"lines": LINES})))):
            got = shop.get("invoice", answer["id"])["lines"]
            tap.equal(taxes(got), wanted[:len(got)], what)
        answer = shop.run("set", "invoice", draft["id"], "--file", file({"lines": [LINES[0] | {"rate": "101"}]}))
        tap.ok(answer.error == "refused" and "at most 100 percent" in answer.json["error"]["message"], "one that none can be is refused", answer)
        shop.ask("setting", "set", "small-business", "true")
        small = shop.get("invoice", shop.ask("invoice", "draft", "--job", job)["id"])
        tap.equal(taxes(small["lines"]), [("E", "0")] * 3, "a small shop charges none, whatever was written before")
        answer = shop.run("add", "invoice", "--file", file({"customer": bea} | document))
        tap.ok(answer.error == "refused" and "small business" in answer.json["error"]["message"], "and is told where a line says one", answer)
        none = shop.ask("add", "invoice", "--file", file({"customer": bea, "lines": [LINES[1]]}))
        tap.equal(taxes(shop.get("invoice", none["id"])["lines"]), [("E", "0")], "a rate of 0 is its own")


def main():
    tap = Tap()
    for part in (a_rate_alone,):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
