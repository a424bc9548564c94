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
import difflib
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "tests", "e2e"))
from desk import App, key, text_of, type_keys  # noqa: E402
from tap import Tap  # noqa: E402

# Where, before which text, and what is written there.
PLACES = [
    ("src/model/customer.h", '    F(CARE_CUSTOMER_NOTE, "note"',
     '    F(CARE_CUSTOMER_NICKNAME, "nickname", N_("Nickname"), TEXT, CARE_FIELD_WORDS, NULL) \\\n'),
    ("src/store/sql/002.sql", "-- Schema 2.",
     "ALTER TABLE customer ADD COLUMN nickname TEXT;\n"),
    ("src/ui/customers/customer-editor.blp", "      Adw.EntryRow organisation {}\n",
     '      Adw.EntryRow nickname {}\n\n'),
]

# A field of a sealed kind in the table and the migration: frozen and hashed from then on, and in no old seal.
SEALED = [
    ("src/model/invoice.h", '    F(CARE_INVOICE_NOTE, "note"',
     '    F(CARE_INVOICE_REFERENCE, "reference", N_("Reference"), TEXT, 0, NULL) \\\n'),
    ("src/store/sql/002.sql", "-- Schema 2.",
     "ALTER TABLE invoice ADD COLUMN reference TEXT;\n"),
]


def say(words):
    print(f"# {words}", flush=True)


def files_of(tree):
    """What belongs to the repository, also what is not committed yet."""
    listed = subprocess.run(["git", "-C", tree, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                            capture_output=True, check=True, text=True).stdout
    return sorted(name for name in listed.split("\0") if name and os.path.isfile(os.path.join(tree, name)))


def copy_tree(tree):
    for name in files_of(ROOT):
        target = os.path.join(tree, name)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        shutil.copy2(os.path.join(ROOT, name), target)


def add_field(tree, places):
    for name, before, text in places:
        path = os.path.join(tree, name)
        with open(path, encoding="utf-8") as stream:
            whole = stream.read()
        assert whole.count(before) == 1, f"{before!r} stands {whole.count(before)} times in {name}"
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(whole.replace(before, text + before))


def differences(tree):
    """Of every file that differs: how many lines were added and taken away."""
    found = {}
    inside = {os.path.relpath(path, tree) for path in glob.glob(os.path.join(tree, "**"), recursive=True,
                                                                include_hidden=True) if os.path.isfile(path)}
    for name in sorted(set(files_of(ROOT)) | inside):
        sides = []
        for side in (ROOT, tree):
            path = os.path.join(side, name)
            with open(path if os.path.isfile(path) else os.devnull, "rb") as stream:
                sides.append(stream.read().decode("utf-8", "surrogateescape").splitlines(keepends=True))
        if sides[0] != sides[1]:
            lines = list(difflib.unified_diff(*sides, n=0))[2:]
            found[name] = (sum(line.startswith("+") for line in lines), sum(line.startswith("-") for line in lines))
    return found


def build(tree):
    """As ./dev builds, at the same place within the tree: what the field does not touch is in the compiler's cache."""
    folder = os.path.join(tree, "_build", "debug")
    env = os.environ | {"CCACHE_BASEDIR": tree}
    for command in (["meson", "setup", folder, tree], ["ninja", "-C", folder]):
        done = subprocess.run(command, env=env, capture_output=True, text=True)
        if done.returncode:
            print(done.stdout[-6000:] + done.stderr[-2000:])
            raise AssertionError(f"{' '.join(command)} failed")
    return folder


def gates(folder, tap):
    for name in ("schema", "record-json", "frozen", "migrate", "cli-migrate", "gate-format"):
        done = subprocess.run(["meson", "test", "-C", folder, "--no-rebuild", name], capture_output=True, text=True)
        tap.ok(done.returncode == 0, f"the test {name} passes with it", done.stdout[-3000:])


def sealed(tap, shop):
    with tap.point("what is issued holds a new field of a sealed kind, and its seal is whole"):
        ann = shop.ask("add", "customer", "name=Ann Lee")["id"]
        job = shop.ask("add", "job", f"customer={ann}")["id"]
        bill = shop.ask("invoice", "draft", "--job", job)["id"]
        shop.ask("set", "invoice", bill, "reference=PO 4711")
        shop.ask("invoice", "issue", bill)
        assert shop.ask("get", "invoice", bill)["reference"] == "PO 4711"
        assert shop.ask("verify")["ok"]


class Shop:
    """A shop of the copy's, through the copy's command line."""

    def __init__(self, folder, dir):
        self.program, self.dir = os.path.join(folder, "src", "cli", "aftercare-cli"), dir

    def run(self, *arguments):
        done = subprocess.run([self.program, "--data-dir", self.dir, "--today", "2026-11-24", *arguments],
                              capture_output=True, text=True)
        assert done.returncode == 0, f"{arguments}: {done.stdout}{done.stderr}"
        return done.stdout

    def ask(self, *arguments):
        return json.loads(self.run("--json", *arguments))


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


def prove(folder, tap):
    with tempfile.TemporaryDirectory() as scratch:
        shop = Shop(folder, os.path.join(scratch, "shop"))
        ids = command_line(tap, shop, scratch, folder)
        window(tap, folder, shop, ids)
        tap.equal(shop.ask("verify")["ok"], True, "verify is content")
        sealed(tap, Shop(folder, os.path.join(scratch, "sealed")))


def main(main_build):
    tap = Tap()
    top = os.path.dirname(os.path.abspath(main_build))
    os.makedirs(top, exist_ok=True)
    tree = tempfile.mkdtemp(prefix="add-field.", dir=top)
    try:
        copy_tree(tree)
        tap.equal(differences(tree), {}, "the copy is the tree")
        add_field(tree, PLACES)
        changed = differences(tree)
        tap.equal(changed, {name: (text.count("\n"), 0) for name, _, text in PLACES},
                  "three files differ: " + ", ".join(f"{n} +{c[0]}" for n, c in changed.items()))
        add_field(tree, SEALED)
        say("building the copy")
        folder = build(tree)
        gates(folder, tap)
        prove(folder, tap)
    finally:
        shutil.rmtree(tree, ignore_errors=True)
    code = tap.done()
    print(f"{tap.count - tap.failures - tap.skips} passed, {tap.failures} failed")
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
