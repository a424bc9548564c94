# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""search: what people type finds whom they mean, case by case (tests/fixtures/cases/search.json): "typed" says which title
stands first, null that nothing is found."""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "cases", "search.json")


def fill(shop, case):
    shop.ask("setting", "set", "region", case["region"])
    # whoever is met last is older, so that being new is no reason to stand first
    for there in case["there"]:
        phones = [{"number": number} for number in there.get("phones", ())]
        customer = shop.add("customer", name=there["name"], phones=phones)
        for device in there.get("devices", ()):
            shop.add("device", customer=customer, **device)


def check(tap, case):
    with Shop() as shop:
        fill(shop, case)
        for typed, wanted in case["typed"].items():
            found = [hit["title"] for hit in shop.ask("search", typed)]
            tap.equal(found[:1], [wanted] if wanted else [], f"{case['about']}: {typed!r}")
        tap.ok(shop.ask("verify")["ok"], f"{case['about']}: the index fits")


def numbered(tap):
    """Of documents, whoever came since with the same digits in a phone."""
    with Shop() as shop:
        shop.ask("setting", "set", "region", "DE")
        bea = shop.add("customer", "name=Bea Koch")
        jobs = [shop.ask("add", "job", f"customer={bea}", "fault=Flat", today=day)["id"]
                for day in ("2025-05-05", "2025-05-05", "2026-11-24", "2026-11-24")]
        rows = "".join(f"P{i},0171 0002{i:03d}\n" for i in range(260))
        shop.ask("import", shop.write("many.csv", "name,phone\n" + rows))
        for typed, wanted in {"2026-2": [jobs[3]], "2025/2": [jobs[1]], "job 2": [jobs[3], jobs[1]], "#2": [jobs[3], jobs[1]],
                              "2026-0002": [jobs[3]], "job 3": [], "Koch 2026-0002": [jobs[3]],
                              "2026-0002 Koch": [jobs[3]], "2025/2, Bea Koch": [jobs[1]], "job 2026-0002 Koch": [jobs[3]],
                              "#2 Koch": [jobs[3], jobs[1]]}.items():
            found = [hit["id"] for hit in shop.ask("search", typed) if hit["kind"] == "job"]
            tap.equal(found, wanted, f"the number of a document: {typed!r}")


def called(tap):
    """A job and an invoice of one number: the one that is called so comes first, in whatever words and beside whatever name."""
    with Shop() as shop:
        ann = shop.open().add("customer", name="Ann Lee")
        job = shop.add("job", f"customer={ann}", "fault=Flat")
        bill = shop.write("bill.json", json.dumps({"currency": "EUR", "prices": "gross", "lines": [
            {"name": "Bell", "quantity": "1", "price": "20", "category": "S", "rate": "19"}]}))
        invoice = shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--customer", ann, "--file", bill)["id"])["id"]
        for typed, wanted in {"invoice 1": invoice, "INVOICE 2026-0001": invoice, "invoice 2026-1": invoice, "2026-0001 Ann": invoice,
                              "Ann 2026-0001": invoice, "invoice 1, Ann": invoice, "2026-0001": invoice, "0001": invoice, "job 1": job,
                              "job 2026-0001": job, "2026-001": job, "2026-001 Ann": job, "Ann 2026-001": job}.items():
            tap.equal(shop.ask("search", typed)[0]["id"], wanted, f"the one that is called so comes first: {typed!r}")


def without_end(tap):
    """Whoever pastes what is no name, as a whole file, has an answer as soon as of a name."""
    with Shop() as shop:
        shop.add("customer", name="Ann Lee", phones=[{"number": "0171 2345678"}])
        for typed in ("1" * 120000, "x " * 60000, "+49 " * 30000, "2026-" * 20000):
            tap.equal(shop.ask("search", typed, timeout=20), [], f"{typed[:6]!r} without end: nothing is found, and soon")
        tap.equal([hit["title"] for hit in shop.ask("search", "Ann Lee" + " " * 120000)], ["Ann Lee"], "blanks behind it are none of it")


def main():
    tap = Tap()
    with open(CASES, encoding="utf-8") as file:
        cases = json.load(file)
    for case in cases:
        with tap.point(f"{case['about']} to the end"):
            check(tap, case)
    with tap.point("numbers to the end"):
        numbered(tap)
    with tap.point("what is called so to the end"):
        called(tap)
    with tap.point("without end, to the end"):
        without_end(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
