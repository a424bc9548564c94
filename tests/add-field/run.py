#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""    run.py BUILD-DIRECTORY

Adds a field to the customer in a copy of the tree, in the three places that CONTRIBUTING.md names and nowhere else,
builds that copy and finds the field wherever people look for it: on the command line, in export and import, in the
search, in the editor and on the customer's page. What does not follow by itself from the three is a defect of the
house, and this is where it shows.
"""
import csv
import json
import os
import re
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
sys.path[:0] = [os.path.join(ROOT, "tests", "e2e"), os.path.join(ROOT, "tests", "common")]
from desk import App, key, text_of, type_keys  # noqa: E402
from tree import Shop, differences, gates, grow_step, insert, prove  # noqa: E402

# Where, before which text, and what is written there; the column goes into the open step of the schema.
SELLER = {"shop-name": "Kettle & Spoke", "shop-street": "Lindenstraße 14", "shop-postcode": "10969", "shop-locality": "Berlin",
          "shop-vat-id": "DE312448907"}
PLACES = [
    ("src/model/customer.h", '    F(CARE_CUSTOMER_NOTE, "note"',
     '    F(CARE_CUSTOMER_NICKNAME, "nickname", N_("Nickname"), TEXT, CARE_FIELD_WORDS, NULL) \\\n'),
    ("src/ui/customers/customer-editor.blp", "      Adw.EntryRow organisation {}\n",
     '      Adw.EntryRow nickname {}\n\n'),
]
COLUMN = "ALTER TABLE customer ADD COLUMN nickname TEXT;\n"

# A field of a sealed kind in the table and the migration: frozen and hashed from then on, and in no old seal.
SEALED = [
    ("src/model/invoice.h", '    F(CARE_INVOICE_NOTE, "note"',
     '    F(CARE_INVOICE_REFERENCE, "reference", N_("Reference"), TEXT, 0, NULL) \\\n'),
]
SEALED_COLUMN = "ALTER TABLE invoice ADD COLUMN reference TEXT;\n"


def sealed(tap, shop, scratch):
    with tap.point("what is issued holds a new field of a sealed kind, and its seal is whole"):
        for key, value in SELLER.items():
            shop.ask("setting", "set", key, value)
        ann = shop.ask("add", "customer", "name=Ann Lee")["id"]
        lines = os.path.join(scratch, "job.json")
        with open(lines, "w", encoding="utf-8") as stream:
            json.dump({"customer": ann, "lines": [{"name": "Chain", "quantity": "1", "price": "49.90", "rate": "19"}]}, stream)
        job = shop.ask("add", "job", "--file", lines)["id"]
        shop.ask("job", "move", job, "ready")  # what is not done is not billed without a reason
        bill = shop.ask("invoice", "draft", "--job", job)["id"]
        shop.ask("set", "invoice", bill, "reference=PO 4711")
        shop.ask("invoice", "issue", bill)
        assert shop.ask("get", "invoice", bill)["reference"] == "PO 4711"
        assert shop.ask("verify")["ok"]


def command_line(tap, shop, scratch, folder):
    ids = {}
    with tap.point("add takes it and get --json has it"):
        ids["bea"] = shop.ask("add", "customer", "name=Beatrix Koch", "nickname=Trixie")["id"]
        ids["ann"] = shop.ask("add", "customer", "name=Ann Lee")["id"]
        assert shop.ask("get", "customer", ids["bea"])["nickname"] == "Trixie"
        assert shop.ask("get", "customer", ids["ann"])["nickname"] is None
    with tap.point("set changes it and list --where finds it"):
        shop.ask("set", "customer", ids["bea"], "nickname=Bixi")
        assert [c["id"] for c in shop.ask("list", "customer", "--where", "nickname=Bixi")] == [ids["bea"]]
    with tap.point("search finds the customer by it, by a part of it, and no longer by the old one"):
        for typed in ("bixi", "ixi", "b", "koch bixi"):
            assert ids["bea"] in [hit["id"] for hit in shop.ask("search", typed)], typed
        assert shop.ask("search", "trixie") == []
    with tap.point("an export as JSON takes it to another shop"):
        first, second = os.path.join(scratch, "1.json"), os.path.join(scratch, "2.json")
        other = Shop(folder, os.path.join(scratch, "json"))
        shop.ask("export", "--format", "json", first)
        other.ask("import", first)
        assert other.ask("get", "customer", ids["bea"]) == shop.ask("get", "customer", ids["bea"])
        other.ask("export", "--format", "json", second)
        with open(first, "rb") as one, open(second, "rb") as two:
            assert one.read() == two.read(), "the second export differs"
        assert ids["bea"] in [hit["id"] for hit in other.ask("search", "bixi")]
    with tap.point("an export as CSV has its column, and the import of it reads the column"):
        path = os.path.join(scratch, "people.csv")
        shop.ask("export", "--format", "csv", path)
        with open(path, newline="", encoding="utf-8") as stream:
            rows = {row["name"]: row["nickname"] for row in csv.DictReader(stream)}
        assert rows == {"Beatrix Koch": "Bixi", "Ann Lee": ""}, rows
        other = Shop(folder, os.path.join(scratch, "csv"))
        report = other.ask("import", path)
        assert [row["dropped"] for file in report["files"] for row in file["rows"]] == [[], []], report
        back = {c["name"]: c["nickname"] for c in other.ask("list", "customer")}
        assert back == {"Beatrix Koch": "Bixi", "Ann Lee": None}, back
    return ids


def window(tap, folder, shop, ids):
    with App(folder, shop.dir, "--place", "customers", "--today", "2026-11-24") as app:
        with tap.point("the editor has a row for it, filled"):
            app.point_and_click(app.find("list item", re.compile("^Beatrix Koch")))
            app.find("heading", "Beatrix Koch")
            key("ctrl+e")
            app.find("dialog", "Beatrix Koch")
            app.point_and_click(app.find("list item", "More About the Name"))
            assert text_of(app.find("text", "Nickname")) == "Bixi"
        with tap.point("what is typed there is saved, as the command line sees"):
            app.set_text(app.find("text", "Nickname"), "Trixibelle")
            app.click("button", "Save")
            app.wait_gone("dialog", "Beatrix Koch")
            assert shop.ask("get", "customer", ids["bea"])["nickname"] == "Trixibelle"
        with tap.point("the customer's page tells it"):
            app.click(None, "Details")
            app.wait_text("Nickname")
            app.wait_text("Trixibelle")
        with tap.point("Find Anything finds her by it"):
            key("ctrl+k")
            dialog = app.find("dialog", "Find Anything")
            type_keys("xibel")
            app.find("list item", re.compile("^Beatrix Koch"), within=dialog)
        tap.equal(app.complaints(), [], "the log is free of warnings")


def add(tap, tree):
    insert(tree, PLACES)
    step, lines = grow_step(tree, COLUMN)
    changed = differences(tree)
    tap.equal(changed, {name: (text.count("\n"), 0) for name, _, text in PLACES} | {step: (lines, 0)},
              "three files differ: " + ", ".join(f"{n} +{c[0]}" for n, c in changed.items()))
    insert(tree, SEALED)
    grow_step(tree, SEALED_COLUMN)


def look(tap, folder):
    gates(folder, tap, ("schema", "record-json", "frozen", "migrate", "cli-migrate", "gate-format"))
    with tempfile.TemporaryDirectory() as scratch:
        shop = Shop(folder, os.path.join(scratch, "shop"))
        ids = command_line(tap, shop, scratch, folder)
        window(tap, folder, shop, ids)
        tap.equal(shop.ask("verify")["ok"], True, "verify is content")
        sealed(tap, Shop(folder, os.path.join(scratch, "sealed")), scratch)


if __name__ == "__main__":
    sys.exit(prove(sys.argv[1], "add-field", add, look))
