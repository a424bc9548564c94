#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every paper in a language whose words are longer, and in one that is written from the right: what pdftotext finds in it
stands on the sheet, no word in another, none is cut off, and none is of no language."""
import os
import re
import subprocess
import sys
import tempfile
from html import unescape
from unittest import mock

from desk import cli
from languages import WORD, make_foreign_shop
from pseudo import ACCENTED, HEBREW, Pseudo
from tap import Tap

MARGIN = 5 * 72 / 25.4  # what a shop's printer cannot print on
OVER = 1.0  # points that a letter may lean over its box
# A box is as high as the tallest letter of its face could be, which is more than its line.
SHRINK = 0.18
WORD_BOX = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
LATIN = re.compile(r"[A-Za-z]{2,}")
# What the law, a bank or a machine has its own words for; and the shop's name on what it issued under another.
KNOWN = re.compile(r"Kettle|Spoke|Lindenstraße|Berlin|USt|IdNr|IBAN|BIC|PDF|EUR|DE\w+|Rechnung\w*|\S+@\S+|SN\w*")


def pages(pdf):
    """(width, height, [(text, left, top, right, bottom)]) of each."""
    out = subprocess.run(["pdftotext", "-bbox", "-enc", "UTF-8", pdf, "-"], capture_output=True, text=True, check=True).stdout
    return [(float(width), float(height), [(unescape(box[5]), *map(float, box.groups()[:4])) for box in WORD_BOX.finditer(words)])
            for width, height, words in PAGE.findall(out)]


def off_the_sheet(width, height, words):
    return [f"off the sheet: {text!r} at {left:.0f}, {top:.0f}" for text, left, top, right, bottom in words
            if left < MARGIN or top < MARGIN or right > width - MARGIN or bottom > height - MARGIN]


def thin(word):
    text, left, top, right, bottom = word
    give = (bottom - top) * SHRINK
    return text, left, top + give, right, bottom - give


def overlapping(words):
    found, boxes = [], sorted(map(thin, words), key=lambda word: word[2])
    for i, (text, left, top, right, bottom) in enumerate(boxes):
        for other, its_left, its_top, its_right, its_bottom in boxes[i + 1:]:
            if its_top >= bottom - OVER:
                break
            if min(right, its_right) - max(left, its_left) > OVER and min(bottom, its_bottom) - max(top, its_top) > OVER:
                found.append(f"{text!r} and {other!r} in each other at {left:.0f}, {top:.0f}")
    return found


def misplaced(pdf):
    return [f"page {number}: {fault}" for number, (width, height, words) in enumerate(pages(pdf), 1)
            for fault in off_the_sheet(width, height, words) + overlapping(words)]


def unsaid(pdf):
    """Of a shop whose every text is Cyrillic or Hebrew: words of the program that nobody can translate, and halves of those
    that were."""
    texts = [word[0] for _, _, words in pages(pdf) for word in words]
    whole = " ".join(texts)
    found = [f"not translated: {text!r}" for text in texts if LATIN.search(KNOWN.sub("", text))]
    if whole.count("⟦") != whole.count("⟧") or "⟦" not in whole:
        found.append(f"cut off: {whole.count('⟦')} begin, {whole.count('⟧')} end")
    return found


def rows_of(build, data, paper):
    rows = cli(build, data, "list", paper["kind"])
    return [row for row in rows if (row["number"] if "number" in row else row["channel"] == "letter")]


def make_rows(build, data, word):
    """A credit note and a letter, beside what the shop has."""
    who = cli(build, data, "list", "customer")[0]["id"]
    cli(build, data, "add", "interaction", record={"customer": who, "direction": "out", "channel": "letter", "subject": word,
                                                   "body": f"{word} {word}\n\n{word}"})
    bill = next(row["id"] for row in cli(build, data, "list", "invoice") if row["number"])
    cli(build, data, "invoice", "cancel", bill)


def shop_papers(tap, build, language, name, word, folder):
    data = os.path.join(folder, "shop")
    os.mkdir(data)
    make_foreign_shop(build, data, language, word)
    with mock.patch.dict(os.environ, language.env):
        make_rows(build, data, word)
        for paper in cli(build, data, "paper", "list"):
            rows = rows_of(build, data, paper)
            tap.ok(rows, f"{name}: there is something to print as {paper['paper']}")
            for number, row in enumerate(rows, 1):
                pdf = os.path.join(folder, f"{paper['paper']}-{number}.pdf")
                cli(build, data, "paper", paper["paper"], row["id"], pdf)
                tap.equal(misplaced(pdf) + unsaid(pdf), [], f"{name}: {paper['paper']} {number} reads whole")


def sample_papers(tap, build, language, name, folder):
    """Long ones, those of other countries and scripts, and what is printed by no row: a customer's history."""
    out = os.path.join(folder, "samples")
    subprocess.run([os.path.join(build, "tests", "document", "paper-samples"), out], check=True, env=os.environ | language.env)
    letters = set((HEBREW if language.letters is HEBREW else ACCENTED).values())
    for pdf in sorted(each for each in os.listdir(out) if each.endswith(".pdf")):
        path = os.path.join(out, pdf)
        said = {letter for _, _, words in pages(path) for word in words for letter in word[0]}
        tap.ok(said & letters, f"{name}: {pdf} is in the language")
        tap.equal(misplaced(path), [], f"{name}: {pdf} stands clear")


def main(build):
    tap = Tap()
    for name, mirrored, word in (("longer", False, WORD), ("from the right", True, "מילה")):
        with tempfile.TemporaryDirectory() as folder:
            language = Pseudo(build, folder, mirrored=mirrored)
            shop_papers(tap, build, language, name, word, folder)
            sample_papers(tap, build, language, name, folder)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
