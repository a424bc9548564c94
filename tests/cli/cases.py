# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""import of small files that once went wrong: what becomes of each, kept in tests/fixtures/import/cases.

NAME.json says what is imported, one list of files after the other, and what comes of it. Whatever the file, a second
import adds nobody, the order of its rows changes nothing, it can be taken back, and what is exported can be read again.
With WRITE=1 in the environment the expected answers are written anew, to be looked at before they are kept."""
import glob
import itertools
import json
import os
import random
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "import", "cases")
KINDS = ("new", "merged", "doubtful", "refused")


def values(customer, name, key):
    return [f"{v[key]} ({v['label']})" if v.get("label") else v[key] for v in customer[name]]


def plain(customer):
    """What a person would look at, without what is empty."""
    told = {k: customer[k] for k in ("name", "type", "given", "family", "organisation", "birthday", "language", "channel",
                                     "vat_id", "note", "tags")}
    told["phones"] = values(customer, "phones", "number")
    told["emails"] = values(customer, "emails", "address")
    told["addresses"] = [", ".join(a[k].replace("\n", " / ") for k in ("label", "street", "postcode", "locality", "region", "country")
                                   if a.get(k)) for a in customer["addresses"]]
    return {k: v for k, v in told.items() if v}


def people(shop):
    found = [plain(shop.get("customer", c["id"])) for c in shop.ask("list", "customer")]
    return sorted(found, key=lambda c: json.dumps(c, sort_keys=True))


def days(shop):
    return sorted(f"{o['name']} {o['date']}" for o in shop.ask("list", "occasion"))


def rows_of(answer):
    if answer.code:
        return {"refused": answer.json["error"]["message"]}
    rows = []
    for file in answer.json["files"]:
        if file["error"]:
            rows.append({"error": file["error"]})
        for row in file["rows"]:
            told = {k: row[k] for k in ("result", "name", "reason", "dropped") if row[k]}
            rows.append(told)
    return {"encoding": answer.json["files"][0]["encoding"], "rows": rows}


def import_all(shop, case):
    reports = []
    for files in case["import"]:
        options = ["--encoding", case["encoding"]] if "encoding" in case else []
        reports.append(shop.run("import", *options, *(os.path.join(CASES, f) for f in files)))
    return reports


def run_case(case):
    with Shop(case.get("today", "2026-11-24")) as shop:
        reports = import_all(shop, case)
        found = {"reports": [rows_of(r) for r in reports], "customers": people(shop)}
        if days(shop):
            found["occasions"] = days(shop)
        return found


def check_expected(tap, name, case):
    found = run_case(case)
    if os.environ.get("WRITE"):
        with open(os.path.join(CASES, name + ".json"), "w", encoding="utf-8") as file:
            json.dump({**{k: v for k, v in case.items() if k != "expected"}, "expected": found}, file, ensure_ascii=False, indent=1)
            file.write("\n")
        return
    tap.equal(found, case["expected"], f"{name}: as expected")


def check_again(tap, name, case):
    with Shop(case.get("today", "2026-11-24")) as shop:
        if any(r.code for r in import_all(shop, case)):
            return
        before = people(shop)
        again = import_all(shop, case)
        tap.ok(all(a.json["new"] == a.json["doubtful"] == 0 for a in again), f"{name}: a second import adds nobody",
               [rows_of(a) for a in again])
        tap.equal(people(shop), before, f"{name}: nor anything else")


def check_revert(tap, name, case):
    for order in itertools.permutations(range(len(case["import"]))):
        with Shop(case.get("today", "2026-11-24")) as shop:
            done = import_all(shop, case)
            if any(r.code for r in done):
                return
            for i in order:
                shop.ask("import", "--revert", done[i].json["import"])
            tap.equal((people(shop), days(shop)), ([], []), f"{name}: reverted in the order {order}, nobody is left")


def shuffled(path, rng):
    """The same contacts in another order."""
    with open(path, "rb") as file:
        data = file.read()
    if b"END:VCARD" in data:
        cards = re.findall(rb"BEGIN:VCARD.*?END:VCARD\r?\n?", data, re.S) or [data]
        rng.shuffle(cards)
        return b"".join(cards)
    lines = data.splitlines(keepends=True)
    head = next((i for i, line in enumerate(lines) if re.search(rb"name|phone|vorname|soyad|nazwisko|telefon", line, re.I)), 0)
    rows = [line.rstrip(b"\r\n") + b"\n" for line in lines[head + 1:]]
    rng.shuffle(rows)
    return b"".join(lines[:head + 1] + rows)


def check_order(tap, name, case):
    if len(case["import"]) != 1 or len(case["import"][0]) != 1 or "refused" in case["expected"]["reports"][0]:
        return
    path = os.path.join(CASES, case["import"][0][0])
    for seed in range(4):
        with Shop(case.get("today", "2026-11-24")) as shop:
            options = ["--encoding", case["encoding"]] if "encoding" in case else []
            report = shop.ask("import", *options, shop.write("other." + path[-3:], shuffled(path, random.Random(seed))))
            tap.equal(people(shop), case["expected"]["customers"], f"{name}: the order of rows changes nothing ({seed})")
            counts = [sum(r.get("result") == k for r in case["expected"]["reports"][0]["rows"]) for k in KINDS]
            tap.equal([report[k] for k in KINDS], counts, f"{name}: nor what is told of them ({seed})")


def check_round_trip(tap, name, case):
    for kind in ("csv", "vcard"):
        with Shop(case.get("today", "2026-11-24")) as shop, Shop(case.get("today", "2026-11-24")) as other:
            if any(r.code for r in import_all(shop, case)):
                return
            path = shop.path("all." + kind)
            shop.ask("export", "--format", kind, path)
            other.ask("import", path)
            tap.equal((people(other), days(other)), (people(shop), days(shop)), f"{name}: {kind} keeps all of it")


def family(rng):
    """Rows of people who may or may not be one."""
    rows = []
    for _ in range(rng.randint(3, 8)):
        company = rng.random() < 0.15
        given = "" if company else rng.choice(["Anna", "Anna", "Bernd", "A.", "Anna Maria", "Frau", ""])
        name = "" if company else rng.choice(["Müller", "Müller", "Weber", "Müller-Weber"])
        rows.append(",".join((rng.choice(["Müller", "Weber KG"]) if company else "", given, name,
                              rng.choice(["0711 1234567", "0711 1234567", "+49 711 1234567", "0171 7654321", "4711", ""]),
                              rng.choice(["a@x.example", "b@x.example", "", ""]),
                              rng.choice(["1950-05-01", "1980-09-12", "", ""]))))
    return rows


def check_families(tap):
    """Whoever they are: the order of rows changes nothing, and a second import adds nobody."""
    for seed in range(25):
        rng = random.Random(seed)
        rows = family(rng)
        with Shop() as shop, Shop() as other:
            head = "Company,First Name,Last Name,Phone,Email,Birthday"
            path = shop.write("a.csv", "\n".join([head, *rows]) + "\n")
            if not any(row.strip(",") for row in rows):
                continue
            shop.ask("import", path)
            before = people(shop)
            again = shop.ask("import", path)
            tap.equal((again["new"], again["doubtful"], people(shop)), (0, 0, before), f"family {seed}: a second import adds nobody")
            rng.shuffle(rows)
            other.ask("import", other.write("b.csv", "\n".join([head, *rows]) + "\n"))
            tap.equal(people(other), before, f"family {seed}: the order of rows changes nothing")
            told = {row.split(",")[1] for row in rows} - {""}
            kept = " ".join(f"{c['name']} {c.get('given')}" for c in before)
            tap.ok(all(name in kept for name in told), f"family {seed}: nobody's given name is lost", (rows, before))


def check_fixtures(tap):
    """The whole files of other programs, too: a second import adds nobody."""
    for path in sorted(glob.glob(os.path.join(CASES, "..", "*.*"))):
        with Shop() as shop:
            shop.ask("import", path)
            before = people(shop)
            again = shop.ask("import", path)
            tap.equal((again["new"], again["doubtful"], people(shop)), (0, 0, before),
                      f"{os.path.basename(path)}: a second import adds nobody")


def check_encoding(tap):
    """The owner's word counts more than the guess."""
    with Shop() as shop:
        path = shop.write("a.csv", "Name,Phone\nPetr Černý,0171 1234567\n".encode("cp1250"))
        report = shop.ask("import", "--encoding", "windows-1250", path)
        tap.equal((report["files"][0]["encoding"], report["files"][0]["rows"][0]["name"]), ("windows-1250", "Petr Černý"),
                  "--encoding is obeyed and told")
        wrong = shop.run("import", path, "--encoding", "klingon")
        tap.ok(wrong.code == 1 and wrong.error == "input" and "klingon" in wrong.json["error"]["message"],
               "an encoding that is none: a sentence", wrong)


def main():
    tap = Tap()
    for check in (check_families, check_fixtures, check_encoding):
        with tap.point(f"{check.__name__} to the end"):
            check(tap)
    for path in sorted(glob.glob(os.path.join(CASES, "*.json"))):
        name = os.path.basename(path)[:-5]
        with open(path, encoding="utf-8") as file:
            case = json.load(file)
        with tap.point(f"{name} to the end"):
            check_expected(tap, name, case)
            if os.environ.get("WRITE"):
                continue
            for check in (check_again, check_revert, check_order, check_round_trip):
                check(tap, name, case)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
