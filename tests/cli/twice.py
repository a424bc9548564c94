#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands twice, so that nobody knows which is meant: a member of a file, or an answer on stdout beside another."""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

TWICE = {
    "at once": ('{"name": "Ann", "name": "Bea"}', "name"),
    "with other members between": ('{"name": "Ann", "note": "x", "type": "person", "name": "Ann"}', "name"),
    "written otherwise": ('{"name": "Ann", "\\u006eame": "Bea"}', "name"),
    "in a row of a list": ('{"name": "Ann", "phones": [{"number": "030 1"}, {"number": "030 2", "number": "030 3"}]}', "number"),
    "beside what is said of it": ('{"name": "Ann", /* "note": "x" */ "note": "y", "note": "z"}', "note"),
    "before what is said of it": ('{"name": "Ann", "note" /* : */ : "y", "note": "z"}', "note"),
    "between other quotes": ("""{"name": 'Ann', "note": 'a"b', 'name': "Bea"}""", "name"),
    "behind a list": ('{"tags": ["a", "a"], "name": "Ann", "tags": []}', "tags"),
}
ONCE = {
    "the same value": '{"name": "Ann", "note": "Ann"}',
    "the same in two rows": '{"name": "Ann", "phones": [{"number": "030 1"}, {"number": "030 2"}]}',
    "a value that looks like a member": '{"name": "Ann", "note": "\\"name\\": \\"Bea\\", \\"name\\": {}"}',
    "what ends with a stroke": """{"name": 'Ann\\', "note": "name"}""",
    "in a row and outside": '{"name": "Ann", "note": "x", "addresses": [{"street": "Weg 1", "country": "DE"}]}',
}


def records(tap, shop):
    ann = shop.add("customer", "name=Ole Lind")
    before = shop.ask("list", "customer")
    for name, (text, member) in TWICE.items():
        file = shop.write("record.json", text)
        for words in (("add", "customer", "--file", file), ("set", "customer", ann, "--file", file)):
            answer = shop.run(*words)
            tap.ok(answer.error == "input" and f"“{member}”" in answer.json["error"]["message"], f"{name}: {words[0]} says which", answer)
    tap.equal(shop.ask("list", "customer"), before, "and nothing was changed")
    for name, text in ONCE.items():
        tap.equal(shop.run("add", "customer", "--file", shop.write("record.json", text)).code, 0, f"{name} is no second one")
    bill = shop.write("bill.json", '{"currency": "EUR", "prices": "gross", "lines": [{"name": "x", "quantity": "1", "price": "5", "price": "9"}]}')
    for words in (("invoice", "total", bill), ("invoice", "draft", "--customer", ann, "--file", bill)):
        answer = shop.run(*words)
        tap.ok(answer.error == "input" and "“price”" in answer.json["error"]["message"], f"{words[1]}: no sum of either", answer)


def exports(tap, shop):
    """A row of an export is refused with its number; where the file itself says something twice, all of it is."""
    two = [{"id": "4711", "name": "Ann", "type": "person"}, {"id": "4712", "name": "Bea", "type": "person"}]
    text = json.dumps({"aftercare": 1, "schema": 3, "customer": two})
    report = shop.ask("import", shop.write("row.json", text.replace('"name": "Bea"', '"name": "Bea", "name": "Ben"')))
    row = next(r for r in report["files"][0]["rows"] if r["result"] == "refused")
    tap.ok((report["new"], report["refused"]) == (1, 1) and "“name”" in row["reason"] and row["row"] == 2, "a row: named, and the other comes", report)
    for name, more in (("customer", json.dumps(two)), ("schema", "1"), ("setting", '{"region": "DE"}'), ("unknown", "1")):
        with Shop() as other:
            once = text if f'"{name}"' in text else text.replace('{"aftercare"', '{"%s": %s, "aftercare"' % (name, more), 1)
            answer = other.run("import", other.write("file.json", once[:-1] + f', "{name}": {more}}}'))
            tap.ok(answer.error == "input" and f"“{name}”" in answer.json["error"]["message"], f"{name} of a file: refused, and said which", answer)
            tap.equal(other.ask("list", "customer"), [], "and nothing of it came in")
    with Shop() as other:
        answer = other.run("import", other.write("file.json", '{"aftercare": 1, "schema": 3, "setting": {"region": "DE", "region": "AT"}}'))
        tap.ok(answer.error == "input" and "“region”" in answer.json["error"]["message"], "a setting: refused, and said which", answer)


def on_stdout(tap, shop):
    """With --json stdout is one JSON value, which a table is not."""
    for words in (("--format", "csv"), ("--format", "vcard"), ("--format", "csv", "--kind", "job")):
        answer = shop.run("export", *words, "-")
        tap.equal((answer.code, "id" in answer.json), (2, False), f"{words[1]} to stdout with --json: not understood")
        tap.equal(shop.run("export", *words, "-", raw=True).code, 0, "without, it is printed")
        tap.equal(shop.ask("export", *words, shop.path("out"))["file"], shop.path("out"), "and to a file it is written")
    tap.ok("customer" in shop.ask("export", "-"), "an export as JSON is one")


def main():
    tap = Tap()
    with Shop() as shop:
        for part in (records, exports, on_stdout):
            with tap.point(f"{part.__name__} to the end"):
                part(tap, shop)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
