#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""    run.py BUILD-DIRECTORY

Adds a whole kind of record to a copy of the tree, a device that is lent to a customer: files of its own, and a few lines
in as few files of the house as there are. Builds that copy and finds the kind listed, searched, exported and imported,
in the timeline and on its customer's page. What does not follow by itself from the kind's own table is a defect of the
house, and this is where it shows.
"""
import csv
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
sys.path[:0] = [os.path.join(ROOT, "tests", "e2e"), os.path.join(ROOT, "tests", "common")]
from desk import App, key, text_of, type_keys  # noqa: E402
from tree import Shop, differences, gates, grow_step, insert, prove, say  # noqa: E402

MOST_TOUCHED = 6

LICENCE = "/* SPDX-FileCopyrightText: 2026 The Aftercare authors\n * SPDX-License-Identifier: GPL-3.0-or-later */\n"

# The kind's own files.
OWN = {
    "src/model/loan.h": LICENCE + """#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* A device of the shop's that a customer has while theirs is here. */
/* clang-format off */
#define CARE_LOAN_FIELDS(F) \\
    F(CARE_LOAN_NAME, "name", N_("What Is Lent"), TEXT, CARE_FIELD_REQUIRED | CARE_FIELD_WORDS, NULL) \\
    F(CARE_LOAN_CUSTOMER, "customer", N_("Customer"), REF, CARE_FIELD_REQUIRED, "customer") \\
    F(CARE_LOAN_SERIAL, "serial", N_("Serial Number"), TEXT, CARE_FIELD_CODES, NULL) \\
    F(CARE_LOAN_LENT, "lent", N_("Lent"), INSTANT, CARE_FIELD_STORY, NULL) \\
    F(CARE_LOAN_BACK, "back", N_("Back By"), DATE, 0, NULL)
/* clang-format on */

CARE_DECLARE_RECORD(CareLoan, care_loan, LOAN, CARE_LOAN_FIELDS)

G_END_DECLS
""",
    "src/model/loan.c": LICENCE + """#include "model/loan.h"

#include <glib/gi18n-lib.h>

static void
prepare(CareRecord *record, CareRecord *old, const CareShopFacts *shop)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_local();

    if (!care_record_is_set(record, CARE_LOAN_LENT))
        care_record_set_int(record, CARE_LOAN_LENT, care_instant_of_date(shop->today, 12, 0, zone));
}

static char *
detail(CareRecord *record)
{
    return g_strdup(care_record_text(record, CARE_LOAN_SERIAL));
}

CARE_DEFINE_RECORD(CareLoan, care_loan, CARE_LOAN_FIELDS, "loan", N_("Loan"), .flags = CARE_KIND_SEARCHED,
                   .story = CARE_STORY_JOBS, .icon = "care-device-symbolic", .add = N_("Add _Loan…"),
                   .table = N_("Loans"), .order = "lent DESC, id DESC", .prepare = prepare, .detail = detail)
""",
    "src/ui/customers/loan-editor.h": LICENCE + """#pragma once

#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

/* The editor of a loan: new (id 0, its customer set) or known. Works on a copy. */
#define CARE_TYPE_LOAN_EDITOR (care_loan_editor_get_type())
G_DECLARE_FINAL_TYPE(CareLoanEditor, care_loan_editor, CARE, LOAN_EDITOR, CareRecordDialog)

G_END_DECLS
""",
    "src/ui/customers/loan-editor.c": LICENCE + """#include "ui/customers/loan-editor.h"

#include "ui/kit/template.h"

struct _CareLoanEditor {
    CareRecordDialog parent_instance;
};

G_DEFINE_FINAL_TYPE(CareLoanEditor, care_loan_editor, CARE_TYPE_RECORD_DIALOG)

static void
care_loan_editor_class_init(CareLoanEditorClass *klass)
{
    CARE_RECORD_DIALOG_CLASS(klass)->draft_word = "loan";
    CARE_TEMPLATE(klass, "customers/loan-editor.ui");
}

static void
care_loan_editor_init(CareLoanEditor *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}
""",
    "src/ui/customers/loan-editor.blp": """// SPDX-FileCopyrightText: 2026 The Aftercare authors
// SPDX-License-Identifier: GPL-3.0-or-later
using Gtk 4.0;
using Adw 1;
translation-domain "aftercare";

template $CareLoanEditor: $CareRecordDialog {
  title: _("Loan");
  delete-title: _("Delete Loan");
  focus-widget: name;

  Adw.PreferencesGroup {
    Adw.EntryRow name {
      activates-default: true;
    }

    Adw.EntryRow serial {}

    $CareDateRow back {}
  }
}
""",
}

TABLE = """CREATE TABLE loan (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    customer INTEGER NOT NULL REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED,
    serial TEXT,
    lent INTEGER,
    back TEXT,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    changed_by INTEGER,
    deleted_at INTEGER
) STRICT;
CREATE INDEX loan_list ON loan (lent DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX loan_customer ON loan (customer, lent);
CREATE INDEX loan_deleted ON loan (deleted_at) WHERE deleted_at IS NOT NULL;
"""

# What the house must be told: where, before which text, and what is written there.
HOUSE = [
    ("src/model/kind.c", '#include "model/occasion.h"', '#include "model/loan.h"\n'),
    ("src/model/kind.c", "&care_payment_kind,", "&care_loan_kind, "),
    ("src/model/meson.build", "  'occasion.c',\n", "  'loan.c',\n"),
    ("src/ui/customers/customers-page.c", '#include "store/draft.h"', '#include "model/loan.h"\n'),
    ("src/ui/customers/customers-page.c", '#include "ui/customers/note-dialog.h"',
     '#include "ui/customers/loan-editor.h"\n'),
    ("src/ui/customers/customers-page.c", "    { &care_document_kind,",
     "    { &care_loan_kind, NULL, care_loan_editor_get_type },\n"),
    ("src/ui/customers/meson.build", "  'note-dialog.c',\n", "  'loan-editor.c',\n"),
    ("src/ui/customers/meson.build", "  'note-dialog.blp',\n", "  'loan-editor.blp',\n"),
]


def add(tap, tree):
    for name, text in OWN.items():
        with open(os.path.join(tree, name), "w", encoding="utf-8") as stream:
            stream.write(text)
    insert(tree, HOUSE)
    grow_step(tree, TABLE)
    # as ./dev format does before a commit
    subprocess.run(["clang-format", "-i", os.path.join(tree, "src/model/kind.c")], check=True)
    subprocess.run([os.path.join(tree, "tests/gates/sources.py"), "--write-potfiles"], check=True)
    touched = [name for name in differences(tree) if name not in OWN]
    say(f"{len(touched)} files of the house: " + ", ".join(touched))
    tap.ok(len(touched) <= MOST_TOUCHED, f"at most {MOST_TOUCHED} existing files are touched", touched)


def command_line(tap, shop, scratch, folder):
    ids = {}
    with tap.point("add, get and list know it"):
        ids["bea"] = shop.ask("add", "customer", "name=Bea Koch")["id"]
        ids["old"] = shop.ask("add", "loan", "name=Old phone", f"customer={ids['bea']}", "lent=2026-10-01T10:00:00Z")["id"]
        ids["new"] = shop.ask("add", "loan", "name=Spare tablet", f"customer={ids['bea']}", "serial=ZX-4711")["id"]
        assert shop.ask("get", "loan", ids["new"])["serial"] == "ZX-4711"
        assert [loan["id"] for loan in shop.ask("list", "loan")] == [ids["new"], ids["old"]], "the newest first"
        assert [loan["id"] for loan in shop.ask("list", "loan", "--where", "name~old")] == [ids["old"]]
    with tap.point("search finds it by name and number, and its customer by it"):
        for typed, match in (("tablet", "name"), ("x-47", "serial")):
            hits = shop.ask("search", typed)
            assert {(hit["kind"], hit["id"], hit["match"]) for hit in hits} == {
                ("loan", ids["new"], match), ("customer", ids["bea"], match)}, hits
            assert [hit["detail"] for hit in hits if hit["kind"] == "loan"] == ["ZX-4711"]
    with tap.point("an export as JSON takes it to another shop"):
        first, second = os.path.join(scratch, "1.json"), os.path.join(scratch, "2.json")
        other = Shop(folder, os.path.join(scratch, "json"))
        shop.ask("export", "--format", "json", first)
        other.ask("import", first)
        assert other.ask("get", "loan", ids["new"]) == shop.ask("get", "loan", ids["new"])
        other.ask("export", "--format", "json", second)
        with open(first, "rb") as one, open(second, "rb") as two:
            assert one.read() == two.read(), "the second export differs"
        assert ids["new"] in [hit["id"] for hit in other.ask("search", "tablet")]
    with tap.point("it has a spreadsheet"):
        path = os.path.join(scratch, "loans.csv")
        shop.ask("export", "--format", "csv", "--kind", "loan", path)
        with open(path, newline="", encoding="utf-8") as stream:
            rows = {row["name"]: row["serial"] for row in csv.DictReader(stream)}
        assert rows == {"Old phone": "", "Spare tablet": "ZX-4711"}, rows
    with tap.point("a deleted customer hides it, and it can be deleted and brought back"):
        shop.ask("remove", "customer", ids["bea"])
        assert shop.ask("list", "loan") == [] and shop.ask("search", "tablet") == []
        shop.ask("undelete", "customer", ids["bea"])
        shop.ask("remove", "loan", ids["old"])
        assert [loan["id"] for loan in shop.ask("list", "loan")] == [ids["new"]]
        shop.ask("undelete", "loan", ids["old"])
    return ids


def window(tap, folder, shop, ids):
    with App(folder, shop.dir, "--place", "customers", "--today", "2026-11-24") as app:
        with tap.point("the customer's page tells it in the timeline"):
            app.find("heading", "Bea Koch")
            app.wait_text("Loan: Spare tablet")
            app.wait_text("ZX-4711")
        with tap.point("one is added there"):
            app.choose("l")
            app.find("dialog", "Loan")
            app.set_text(app.find("text", "What Is Lent"), "Courtesy bike")
            app.click("button", "Save")
            app.wait_gone("dialog", "Loan")
            app.wait_text("Loan: Courtesy bike")
            assert [loan["customer"] for loan in shop.ask("list", "loan", "--where", "name~courtesy")] == [ids["bea"]]
        with tap.point("Find Anything finds it and opens its editor over the page"):
            dialog = app.open_search()
            type_keys("tablet")
            app.point_and_click(app.find("list item", re.compile("^Spare tablet"), within=dialog))
            app.find("dialog", "Spare tablet")
            assert text_of(app.find("text", "Serial Number")) == "ZX-4711"
            key("Escape")
        tap.equal(app.complaints(), [], "the log is free of warnings")


def look(tap, folder):
    gates(folder, tap, ("schema", "plans", "record-json", "migrate", "gate-format", "gate-sources"))
    with tempfile.TemporaryDirectory() as scratch:
        shop = Shop(folder, os.path.join(scratch, "shop"))
        ids = command_line(tap, shop, scratch, folder)
        window(tap, folder, shop, ids)
        tap.equal(shop.ask("verify")["ok"], True, "verify is content")


if __name__ == "__main__":
    sys.exit(prove(sys.argv[1], "add-kind", add, look))
