#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words have room in a narrow window: rules like those of sources.py."""
import re
import sys

from files import code, lines_with, without_comments
from sources import judge


def breaks_words(files):
    """A label that may take several lines breaks a word that is wider than it, or the window grows with the word; or it
    gives way there to one that does (CareFit), and says so by a mode of its own."""
    found = []
    for path, text in sorted(code(files, ".blp").items()):
        lines = text.splitlines()
        for number, line in enumerate(lines, 1):
            indent = re.match(r"( *)wrap: true;$", line)
            if indent and indent[1] + "wrap-mode: word_char;" not in lines[number - 8 if number > 8 else 0:number + 8]:
                found.append(f"{path}:{number}: wrap-mode is not word_char")
    for path, text in sorted(code(files, ".c", under=("src/ui/",)).items()):
        for label in re.findall(r"gtk_label_set_wrap\((.*), TRUE\);", text):
            breaks = f"gtk_label_set_wrap_mode({label}, PANGO_WRAP_WORD_CHAR)" in text
            if not breaks and not ("care_fit_set_narrow(" in text and f"gtk_label_set_wrap_mode({label}, mode)" in text):
                found.append(f"{path}: {label}: wrap-mode is not word-char")
    return found


def whole_toasts(files):
    return [line for line in lines_with(code(files, ".c", under=("src/ui/",)), r"\badw_toast_new\s*\(")
            if not line.startswith("src/ui/kit/toast-words.c:")]


def heard_choices(files):
    """The toolkit's rows of choices say neither what is chosen nor what an entry is called (src/ui/kit/combo-row.h)."""
    sources = code(files, ".c", ".blp", under=("src/ui/",))
    found = [line for line in lines_with(sources, r"\badw_combo_row_new\s*\(|\bADW_TYPE_COMBO_ROW\b|\bAdw\.ComboRow\b")
             if not line.startswith("src/ui/kit/combo-row.c:")]
    for path, text in sorted(sources.items()):
        whole = text + sources.get(path[:-len("blp")] + "c", "")
        if re.search(r"\bgtk_drop_down_new\w*\s*\(|^ *DropDown\b", text, re.M) \
                and not re.search(r"\bcare_drop_down_say_entries\b|\baccessible-label:", whole):
            found.append(f"{path}: the entries of its list are not said")
    return found


def straight_apostrophes(files):
    """As on paper: “the shop’s”. A quotation mark of SQL stands between no two letters; made-up people write as people do."""
    found = []
    for path, text in sorted(code(files, ".c", ".h", ".blp", under=("src/",)).items()):
        if path.startswith("src/sample/"):
            continue
        for number, line in enumerate(without_comments(path, text).splitlines(), 1):
            if any(re.search(r"[A-Za-z]'[A-Za-z]", words) for words in re.findall(r'"((?:\\.|[^"\\])*)"', line)):
                found.append(f"{path}:{number}: {line.strip()}")
    return found


RULES = [
    ("a label that wraps breaks inside a word", breaks_words, {"src/ui/a.blp": "Label {\n  wrap: true;\n}\n"}),
    ("a row of choices and its entries are heard", heard_choices,
     {"src/ui/a.blp": "Adw.ComboRow a {}\n", "src/ui/b.c": "menu = gtk_drop_down_new (words, NULL);\n"}),
    ("an apostrophe is none of a typewriter", straight_apostrophes, {"src/ui/a.blp": "title: _(\"The shop's folder\");\n"}),
    ("what a toast says is never cut", whole_toasts, {"src/ui/a.c": "toast = adw_toast_new (words);\n"}),
]


if __name__ == "__main__":
    sys.exit(judge(RULES))
