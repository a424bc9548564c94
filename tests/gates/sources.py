#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules about the sources that no compiler knows: one TAP point per rule.

A rule is a function from {path: text} to a list of complaints. Each has an example that
breaks it, which is tried first: a rule that finds nothing wrong with its own bad example
is a gate that stands open, and fails too.

    sources.py                     checks
    sources.py --write-potfiles    brings po/POTFILES up to date (./dev format)
"""
import os
import re
import sys

import modules
from files import ROOT, code, lines_with, read_tree, without_comments
from tap import Tap

# Words that promise later work, split so that this file does not contain them.
# Three X alone are also ISO 4217's "no currency".
MARKERS = ["TO" + "DO", "FIX" + "ME", "X" * 3 + ":", "HA" + "CK"]
DEPRECATED = ["GtkTreeView", "GtkDialog", "GtkFileChooser", "GtkComboBoxText", "GtkShortcutsWindow",
              "AdwLeaflet", "AdwMessageDialog", "AdwPreferencesWindow", "AdwAboutWindow"]


def spdx(files):
    # C and Blueprint in one comment, scripts in two, XML in one of its own
    first = r"(?:/\*|//|#|--|<!--|) ?SPDX-FileCopyrightText: 2026 The Aftercare authors"
    second = r" *(?:\*|//|#|--|) ?SPDX-License-Identifier: GPL-3\.0-or-later(?: \*/| -->|)"
    if_first = re.compile(r"^(?:(?:#!|<\?xml)[^\n]*\n)?" + first + r"\n" + second + r"(?:\n|$)")
    return [path for path, text in sorted(files.items())
            if re.search(r"(\.([ch]|py|sh|blp|sql|css|desktop\.in|xml|xml\.in)|meson\.build|meson\.options|/session"
                         r"|^dev|POTFILES)$", path)
            and not path.startswith(("tests/fixtures/", "docs/"))
            and not if_first.search(text)]


# A longer one holds a second idea, which wants a file and a name of its own.
MOST_LINES = 500


def short(files):
    return [f"{path}: {text.count(chr(10))} lines" for path, text in sorted(code(files, ".c", ".h", ".blp", ".py").items())
            if text.count("\n") > MOST_LINES]


def pragma_once(files):
    return [path for path, text in sorted(code(files, ".h").items())
            if len(re.findall(r"^#pragma once$", text, re.M)) != 1]


def deprecated(files):
    names = "|".join(DEPRECATED)
    macros = "|".join(re.sub(r"(?<!^)(?=[A-Z])", "_", name).upper() for name in DEPRECATED)
    functions = "|".join(re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower() + "_" for name in DEPRECATED)
    # GtkFileChooserNative and the like begin with a name of the list, so no \b at its end
    blueprint = "|".join(name[3:] for name in DEPRECATED if name.startswith("Gtk"))
    found = lines_with(code(files, ".c", ".h", ".blp", ".py"), rf"\b({names}|(?:{macros})(?!_ERROR)|{functions})")
    found += lines_with(code(files, ".blp"), rf"(?:^|[^\w$.])(?:{blueprint})\s*(?:\w+\s*)?\{{")
    return [line for line in found if not line.startswith("tests/gates/")]


def own_alerts(files):
    """Their headings break where letters are large."""
    found = lines_with(code(files, ".c", under=("src/",)), r"\badw_alert_dialog_new\(")
    return [line for line in found if not line.startswith("src/ui/kit/alert.c")]


def or_replace(files):
    return lines_with(code(files, ".c", ".h", ".sql", under=("src/",)),
                      r"(?i)\bOR\s+REPLACE\b|\bREPLACE\s+INTO\b|\bON\s+CONFLICT\s+REPLACE\b")


def markers(files):
    chosen = {path: text for path, text in files.items()
              if path.startswith(("src/", "tests/", "data/", "resources/", "po/", ".ci/", "dev", "meson"))
              and not path.startswith("tests/fixtures/") and not path.endswith((".po", ".svg", ".json"))}
    return lines_with(chosen, r"\b(" + "|".join(MARKERS) + r")(?!\w)", strip=False)


def translatable(path, text):
    if path.endswith(".blp"):
        return re.search(r'\b(?:C?_)\s*\(\s*["\']', text)
    if path.endswith((".c", ".h")):
        return re.search(r'(?<![\w"])(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*"', without_comments(path, text))
    return path.endswith((".desktop.in", ".metainfo.xml.in")) or \
        (path.endswith(".gschema.xml") and "<summary>" in text)


def wanted_potfiles(files):
    return {path for path, text in files.items()
            if path.startswith(("src/", "data/")) and translatable(path, text)}


def potfiles(files):
    listed = [line for line in files.get("po/POTFILES", "").splitlines() if line and not line.startswith("#")]
    wanted = wanted_potfiles(files)
    return ([f"not listed: {path}" for path in sorted(wanted - set(listed))] +
            [f"listed but not there: {path}" for path in listed if path not in files] +
            [f"listed twice: {path}" for path in sorted(set(listed)) if listed.count(path) > 1])


def named_by_the_table(files):
    """A row with the id of a field is called by the table of fields, so that no word for it stands twice."""
    labels = {(name, label) for text in code(files, ".h", under=("src/model/",)).values()
              for name, label in re.findall(r'F\(\s*\w+,\s*"(\w+)",\s*N_\("([^"]*)"\)', text)}
    return [f"{path}: {name}, “{title}”" for path, text in code(files, ".blp", under=("src/ui/",)).items()
            for name, title in re.findall(r'Row (\w+) \{\s*title: (?:C_\("[^"]*", |_\()"([^"]*)"\)', text)
            if (name, title) in labels]


QUERIES = "src/store/sql/queries/"
SQL = r"(?:SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|FROM %s|ORDER BY|WHERE|PRAGMA|SAVEPOINT|ROLLBACK|BEGIN IMMEDIATE)"
LITERAL = r'"(?:\\.|[^"\\\n])*"'


def sql_written_out(*layers):
    """The store is the only seam to the engine: others ask by the name of a query."""
    def rule(files):
        return lines_with(code(files, ".c", ".h", under=[f"src/{layer}/" for layer in layers]),
                          rf'^(?:[^"]|{LITERAL})*"(?:\\.|[^"\\])*\b{SQL}\b')
    return rule


def sqlite_elsewhere(files):
    return [line for line in lines_with(code(files, ".c", ".h", under=("src/",)), r"\b(?:sqlite3_\w+|SQLITE_\w+)")
            if not line.startswith("src/store/")]


def printed_values(files):
    """A value is a parameter: printed into the text, each makes a statement of its own."""
    found = []
    for path, text in sorted(code(files, ".c", ".h", under=("src/",)).items()):
        for match in re.finditer(rf"(?:(?:{LITERAL}|G_GU?INT64_FORMAT)\s*)+", without_comments(path, text)):
            if re.search(rf"\b{SQL}\b", match[0].replace("PRAGMA", "")) and \
                    re.search(r"G_GU?INT64_FORMAT|(?<!\?)%(?:\d+\$)?[diux]|(?<!\?)%l", match[0]):
                found.append(f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {match[0].split(chr(10))[0]}")
    return found


def swallowed_errors(files):
    """Whoever steps through rows by hand may take an error for their end: care_statement_each() does it for all."""
    chosen = {path: text for path, text in code(files, ".c", under=("src/",)).items()
              if path != "src/store/connection.c"}
    return lines_with(chosen, r"\bcare_statement_step\s*\(")


CALL = re.compile(rf'(\w*)\(\s*((?:\w+, )?(?:{LITERAL}\s*,\s*)?)({LITERAL}(?:\s*{LITERAL})*)')


def words(is_wrong):
    """A rule about what is said, and by which function: _, C_, N_ for what is translated, or that which prints it."""
    def rule(files):
        found = []
        for path, text in sorted(code(files, ".c", ".h", under=("src/",)).items()):
            body = without_comments(path, text)
            for match in CALL.finditer(body) if not path.startswith("src/sample/") else ():
                said = re.sub(r'"\s*"', "", match[3])[1:-1]
                if is_wrong(match[1], said):
                    found.append(f"{path}:{body.count(chr(10), 0, match.start()) + 1}: {said}")
        return found
    return rule


# Facts with " · " between them, and lines, may stand apart; whole sentences are for care_sentences_join().
TRANSLATED = ("_", "C_", "N_")
glued = words(lambda by, said: by.endswith("printf") and re.fullmatch(r"%s(?:[,;:]? %s)+", said))
in_pieces = words(lambda by, said: by in TRANSLATED and re.match(r"[,;] |%s\\n", said))
counted = words(lambda by, said: by in TRANSLATED and re.search(r"%(?:\d\$)?[diu] (?!of\b)[a-z]{2}", said))


def joined(files):
    """The blank between two sentences is the language's."""
    found = []
    for path, text in sorted(code(files, ".c", ".h", under=("src/",)).items()):
        for call in re.finditer(r"\bg_str(?:concat|join)\s*\([^;]*;", without_comments(path, text)):
            if re.search(r'"[.!?] "', call[0]) or re.search(r"\b[CN]?_\(", call[0]) and re.search(r'"[.;:]? "', call[0]):
                found.append(f"{path}: {call[0]}")
    return found


def spelled_by_macros(files):
    """Translators are given what stands between quotes; a macro in a sentence ends it, and it is never looked up whole."""
    return lines_with(code(files, ".c", ".h", under=("src/",)),
                      rf"(?:\b_|\b[CN]C?_|\bngettext)\(\s*(?:{LITERAL}\s*,?\s*)+(?!CARE_VERSION)[A-Z][A-Z0-9_]+ *\"")


def query_names(files):
    """Every query is asked by name, and every name is that of a query."""
    named = {path[len(QUERIES):-len(".sql")] for path in files if path.startswith(QUERIES) and path.endswith(".sql")}
    rooms = {name.split("/")[0] for name in named}
    asked = {}
    for path, text in code(files, ".c", ".h", under=("src/",)).items():
        for match in re.finditer(r'"([a-z]+)/([a-z][a-z-]*)"', without_comments(path, text)):
            if match[1] in rooms:
                asked.setdefault(f"{match[1]}/{match[2]}", path)
    return ([f"nobody asks {name}" for name in sorted(named - set(asked))] +
            [f"{asked[name]}: there is no query {name}" for name in sorted(set(asked) - named)])


def built(files):
    """A source that no meson.build names is never compiled, and a test never run."""
    found = []
    for path in sorted(code(files, ".c", ".blp", ".sql")):
        folder, base = os.path.split(path)
        if path.startswith("tests/fixtures/") or f"{folder}/list.py" in files:  # which lists the whole folder
            continue
        stem = re.sub(r"^(test|fuzz)-|\.(c|blp|sql)$", "", base)
        near = [text for other, text in files.items()
                if other.endswith(("meson.build", ".gresource.xml", "run.py")) and
                (folder + "/").startswith(os.path.dirname(other) + "/")]
        if not any(base in text or f"'{stem}'" in text for text in near):
            found.append(path)
    return found


def one_door(files):
    """Whatever changes a record passes the rules of its kind: service/flow.c. The
    rows of a generated shop, hundreds of thousands of them, are made whole and written as those of an archive are."""
    inside = ("src/store/", "src/service/flow.c")
    chosen = {path: text for path, text in code(files, ".c", ".h", under=("src/",)).items()
              if not path.startswith(inside)}
    verbatim = {path: text for path, text in chosen.items() if path != "src/sample/generate.c"}
    return (lines_with(chosen, r"\bcare_transaction_(save|remove|undelete|put_back|purge)\s*\(")
            + lines_with(verbatim, r"\bcare_transaction_restore_verbatim\s*\("))


def settings_obeyed(files):
    """A setting that only its own row reads and writes is a promise that nothing keeps."""
    header = files.get("src/store/setting.h", "")
    elsewhere = " ".join(without_comments(path, text) for path, text in code(files, ".c", ".h", under=("src/",)).items()
                         if not path.startswith(("src/store/setting.", "src/ui/preferences/", "src/sample/")))
    return [name for name in re.findall(r"^#define (CARE_SETTING_\w+)", header, re.M)
            if not re.search(rf"\b{name}\b", elsewhere)]


UNDOABLE = "tests/ui/test-redo.c"


def done_again(files):
    """Whatever can be taken back can be done again: the table of that test has an act of each file that offers it."""
    offers = {path for path, text in code(files, ".c", under=("src/ui/",)).items()
              if re.search(r"\bcare_toast_(?:undo|remember)\s*\(\w", without_comments(path, text))
              and path != "src/ui/kit/toast.c"}
    tried = {f"src/ui/{name}" for name in re.findall(r'^    \{ "([\w/-]+\.c)", "', files.get(UNDOABLE, ""), re.M)}
    return ([f"{path} offers an Undo that {UNDOABLE} does not try to do again" for path in sorted(offers - tried)] +
            [f"{UNDOABLE}: {path} offers no Undo" for path in sorted(tried - offers)])


def mutants_stand(files):
    """Each line that tests/mutants breaks stands once where it looks for it, and the tests it names are there."""
    text = files.get("tests/mutants/run.py")
    if text is None:
        return []
    spaces = {}
    exec(compile(text.split("\ndef copy_tree")[0].replace("os.path.realpath", "str"), "run.py", "exec"),
         {"__file__": "/", "__name__": "mutants"}, spaces)
    built_tests = " ".join(body for path, body in files.items() if path.endswith("meson.build"))
    found = []
    for mutant in spaces["MUTANTS"]:
        if (n := files.get(mutant.path, "").count(mutant.line)) != 1:
            found.append(f"{mutant.name}: its line stands {n} times in {mutant.path}")
        found += [f"{mutant.name}: no test is called {test}" for test in mutant.tests
                  if f"'{test}'" not in built_tests
                  and not (test.startswith("cli-") and f"'{test[4:]}'" in files.get("tests/cli/meson.build", ""))]
    return found


RULES = [
    ("every source begins with the two SPDX lines", spdx, {"src/a.c": "int a;\n"}),
    (f"no source has more than {MOST_LINES} lines", short, {"src/a.c": "int a;\n" * (MOST_LINES + 1)}),
    ("every header has one #pragma once", pragma_once, {"src/a.h": "int a;\n"}),
    ("nothing deprecated is used", deprecated, {"src/a.c": "GtkDialog *d;\n"}),
    ("nothing deprecated is in a Blueprint", deprecated, {"src/a.blp": "TreeView list {\n}\n"}),
    ("every alert is made in one place", own_alerts, {"src/ui/a.c": "d = adw_alert_dialog_new(a, b);\n"}),
    ("no statement replaces rows", or_replace, {"src/a.sql": "INSERT OR\tREPLACE INTO t VALUES (1);\n"}),
    ("no sentence is glued of two translated ones", glued, {"src/a.c": 'g_strdup_printf("%s, %s", a, b);\n'}),
    ("no sentence is joined to another by a blank in code", joined,
     {"src/a.c": 's = g_strconcat(wrong,\n  " ", _("It came without."), NULL);\n'}),
    ("no sentence is translated in pieces", in_pieces, {"src/a.c": 'append(_(", less %s"), b);\n'}),
    ("what is counted has its plurals", counted, {"src/a.c": 'f(_("It holds "\n  "%u customers"), n);\n'}),
    ("no macro stands in a sentence", spelled_by_macros, {"src/a.c": 'f(_("%" G_GINT64_FORMAT " new"), n);\n'}),
    ("no word promises later work", markers, {"src/a.c": f"/* {MARKERS[1]}: later */\n"}),
    ("a row is called like its field by the table alone", named_by_the_table,
     {"src/model/a.h": 'F(A_NAME, "name", N_("Name"), TEXT, 0, NULL)',
      "src/ui/jobs/a.blp": 'Adw.EntryRow name {\n  title: _("Name");\n}\n'}),
    ("records are changed through one door", one_door,
     {"src/ui/a.c": "care_transaction_remove(transaction, payment, error);\n"}),
    ("every file with words to translate is in POTFILES", potfiles,
     {"src/a.c": 'x = _("Hello");\n', "po/POTFILES": "src/gone.c\n"}),
    ("every setting is obeyed somewhere", settings_obeyed,
     {"src/store/setting.h": '#define CARE_SETTING_A "a"\n', "src/ui/preferences/a.c": "CARE_SETTING_A;\n"}),
    ("whatever can be taken back can be done again", done_again,
     {"src/ui/jobs/a.c": "care_toast_undo(widget, message, take_back, data, free);\n"}),
    ("every mutant breaks a line that stands and names a test that is there", mutants_stand,
     {"tests/mutants/run.py": 'class M:\n    name, path, line, tests = "m", "src/a.c", "x", ["gone"]\nMUTANTS = [M]\n'}),
    ("no SQL is in the window", sql_written_out("ui"),
     {"src/ui/a.c": 'x = f(y, "SELECT id FROM job");\n'}),
    ("no SQL is written out above the store", sql_written_out("service", "exchange", "sample", "cli", "document"),
     {"src/cli/a.c": 'x = g_strdup_printf("SELECT id FROM %s", kind);\n'}),
    ("only the store knows the engine", sqlite_elsewhere, {"src/service/a.c": "sqlite3_step(row);\n"}),
    ("no value is printed into SQL", printed_values,
     {"src/store/a.c": 'x = f("SELECT id FROM job "\n      "WHERE customer = %" G_GINT64_FORMAT, id);\n'}),
    ("no error is taken for the end of the rows", swallowed_errors,
     {"src/store/a.c": "while (care_statement_step(row, &local))\n"}),
    ("every query is asked by its name", query_names,
     {QUERIES + "jobs/open.sql": "", "src/ui/a.c": 'care_query_new("jobs/opn", "job", "");\n'}),
    ("every source is named in a meson.build", built, {"src/core/a.c": "", "src/core/meson.build": "'b.c'"}),
]


def write_potfiles():
    path, files = os.path.join(ROOT, "po", "POTFILES"), read_tree()
    head = [line for line in files["po/POTFILES"].splitlines() if line.startswith("#")]
    with open(path, "w", encoding="utf-8") as stream:
        stream.write("\n".join(head + sorted(wanted_potfiles(files))) + "\n")


def judge(rules):
    tap, files = Tap(), read_tree()
    for name, rule, example in rules:
        if not rule(example):
            tap.ok(False, name, "finds nothing wrong with its own bad example")
            continue
        complaints = rule(files)
        tap.ok(not complaints, name, *complaints[:40])
    return tap.done()


if __name__ == "__main__":
    sys.exit(write_potfiles() if sys.argv[1:] == ["--write-potfiles"] else judge(RULES + modules.RULES))
