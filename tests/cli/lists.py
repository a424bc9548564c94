# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""list: conditions, order, limit, and what each field is shown as."""
import os
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402
from given import fill  # noqa: E402

PEOPLE = [{"name": "Émile Zola", "tags": ["VIP"], "birthday": "1980-05-01", "note": "likes tea"},
          {"name": "Bea Koch", "birthday": "1991-01-31", "phones": [{"number": "0157 335 21 78"}]},
          {"name": "ängel Ünal", "tags": ["club", "VIP"]},
          {"organisation": "Café Nord", "note": "100% 'quoted' \" text"}]

# conditions and who fits
CONDITIONS = [
    (["name=Bea Koch"], "B"), (["name=bea koch"], ""), (["name~KOCH"], "B"), (["name~emile"], "E"), (["name~cafe"], "C"), (["name~uenal"], "Ä"), (["name~beakoch"], "B"),
    (["name!=Bea Koch"], "ÄCE"), (["type=company"], "C"), (["type!=company"], "ÄBE"),
    (["birthday>1985-01-01"], "B"), (["birthday<1985-01-01"], "E"), (["birthday="], "ÄC"), (["birthday!="], "BE"),
    (["tags=VIP"], "ÄE"), (["tags!=VIP"], "BC"), (["tags~vi"], "ÄE"), (["tags="], "BC"), (["tags!="], "ÄE"),
    (["phones~335"], "B"), (["phones=01573352178"], "B"), (["note~quoted"], "C"), (["note~100%"], "C"),
    (["note=100% 'quoted' \" text"], "C"), (["note~likes", "tags=VIP"], "E"), (["tags=VIP", "tags=club"], "Ä"),
    (["created>2026-01-01T00:00:00Z"], "ÄBCE"), (["created<2026-01-01T00:00:00Z"], ""),
    (["name=' OR 1=1 --"], ""), (["name~'); DELETE FROM customer; --"], "")]

REFUSED = ["nonsense", "nofield=1", "=1", "id=abc", "created>yesterday", "sort_key=1", "phones<3", "created~2026"]

SHOWN_AS = {"integer": int, "boolean": bool, "list": list}  # anything else is a text


def as_said(tap, shop):
    """A program that reads `fields` knows what it gets: of each kind, each field is shown as what it is said to be."""
    own = fill(shop.open(), "Ann One")
    own["deferral"] = shop.add("deferral", "rule=followup", f"record={own['followup']}", "until=2026-12-05")
    for kind in own:
        odd = [(field["field"], field["type"], one[field["field"]]) for one in shop.ask("list", kind) for field in shop.ask("fields", kind)
               if one[field["field"]] is not None and type(one[field["field"]]) is not SHOWN_AS.get(field["type"], str)]
        tap.equal(odd, [], f"a {kind} is shown as its fields say")


def main():
    tap = Tap()
    with Shop() as shop:
        as_said(tap, shop)
    with Shop() as shop:
        letters = {shop.add("customer", **p): (p.get("name") or p["organisation"])[0].upper() for p in PEOPLE}
        names = {i: {"É": "E"}.get(c, c) for i, c in letters.items()}

        def listed(*arguments):
            return "".join(names[c["id"]] for c in shop.ask("list", "customer", *arguments))

        tap.equal(listed(), "ÄBCE", "customers come in their language's order")
        for conditions, wanted in CONDITIONS:
            arguments = [word for condition in conditions for word in ("--where", condition)]
            tap.equal(listed(*arguments), wanted, "where " + " and ".join(conditions))
        for condition in REFUSED:
            answer = shop.run("list", "customer", "--where", condition)
            tap.ok(answer.code == 2, f"where {condition} is not understood", answer)
        tap.equal(listed("--limit", "2"), "ÄB", "--limit takes the first")
        tap.equal(listed("--limit=0"), "", "--limit 0 is none")
        tap.equal(len(shop.ask("list", "customer")), 4, "the shop is all there after every condition")

        bea = [i for i, c in letters.items() if c == "B"][0]
        jobs = [shop.ask("add", "job", f"customer={bea}", f"fault={n}", today=f"2026-11-2{n}")["id"] for n in (1, 3, 2)]
        tap.equal([j["fault"] for j in shop.ask("list", "job")], ["3", "2", "1"], "jobs come newest first")
        tap.equal([j["id"] for j in shop.ask("list", "job", "--where", f"customer={bea}", "--where", "fault=2")], [jobs[2]],
                  "a reference and a text together")
        gifts = [shop.add("gift", f"customer={bea}", f"name=g{c}", "state=idea", f"cost={c}") for c in ("9.99", "10", "100")]
        for kind, condition in [(kind, f"{field}{sign}{day}")
                                for kind, field, days in (("invoice", "issued", ("2026-02-30",)), ("customer", "birthday", ("2026-02-30", "--02-30")),
                                                          ("complaint", "received", ("2026-02-30", "2026-02-30T10:00:00Z")),
                                                          ("job", "created", ("2026-02-30", "2026-02-30T10:00:00Z")))
                                for day in days for sign in ("=", "!=", "<", ">", "~")]:
            answer = shop.run("list", kind, "--where", condition)
            tap.equal((answer.code, answer.error), (2, "input"), f"where {condition}: a day that there is not is no answer")
        tap.equal(listed("--where", "birthday=--02-29"), "", "one that there is every four years is")
        tap.equal(shop.ask("list", "invoice", "--where", "issued>2026-02"), [], "a part of one is")
        tap.equal(len(shop.ask("list", "gift", "--where", "cost>9.99")), 2, "money compares as money, not as text")
        tap.equal(shop.ask("list", "gift", "--where", "cost=10.00")[0]["id"], gifts[1], "10 is 10.00")
        shop.add("complaint", f"customer={bea}", "words=It leaks")
        shop.add("complaint", f"customer={bea}", "words=It is loud", "cost=5")
        shown = [one["currency"] for one in shop.ask("list", "complaint")]
        for condition, wanted in (("currency=EUR", 2), ("currency!=EUR", 0), ("currency=", 0), ("currency~eu", 2), ("currency=USD", 0)):
            tap.equal((shown, len(shop.ask("list", "complaint", "--where", condition))), (["EUR", "EUR"], wanted), f"where {condition}: as it is shown")
        with sqlite3.connect(os.path.join(shop.dir, "aftercare.db")) as db:
            db.execute("UPDATE counter SET last = 9998 WHERE series = 'job-2026'")
        db.close()
        late = [shop.get("job", shop.add("job", f"customer={bea}"))["number"] for _ in range(3)]
        tap.equal(late, ["2026-9999", "2026-10000", "2026-10001"], "numbers grow longer")
        for condition, wanted in (("number>2026-9998", set(late)), ("number>2026-9999", set(late[1:])), ("number<2027-001", {"2026-001", "2026-002", "2026-003", *late}),
                                  ("number<2026-10000", {"2026-001", "2026-002", "2026-003", "2026-9999"}), ("number>2025-99999", {"2026-001", "2026-002", "2026-003", *late}),
                                  ("number=2026-10000", {"2026-10000"}), ("number>2027", set())):
            tap.equal({j["number"] for j in shop.ask("list", "job", "--where", condition)}, wanted, f"where {condition}: numbers compare as numbers")
        table = shop.run("list", "customer", raw=True)
        tap.ok(table.code == 0 and table.out.splitlines()[0].startswith("id ") and len(table.out.splitlines()) == 5,
               "without --json: a table for people", table)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
