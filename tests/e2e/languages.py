#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""In a language whose every word is longer, in a window 360 wide: no word of the program's is said that cannot be
translated, and none is cut off. How wide things are is asked by narrow.py."""
import os
import re
import subprocess
import sys
import tempfile
from unittest import mock

from desk import TODAY, bounds, cli, key, wait, walk
from looked import Looked
from points import WIDTH, Walk, make_shop
from pseudo import Pseudo, outside_brackets
from tap import Tap

WORD = "Слово"  # as every text in the shop
LATIN = re.compile(r"[A-Za-z]{2,}")
# What is the same in every language, and what the toolkit says itself.
KNOWN = re.compile(r"\bAftercare\b|\b[A-Z]{3}\b|\b(PDF|CSV|IBAN|BIC|UTF-8|NPS|VAT)\b|\S+@\S+|\b(Close the window|Close|Back|Clear|Preferences|Germany)\b")
# What the toolkit says where a page is a few pixels wider than the window.
WIDER = [r"exceeds AdwBreakpointBin width", r"Trying to measure Gtk\w+ \S+ for width of", r"reported min height"]


class ForeignApp(Looked):
    """The names that a walk knows, in the language that is spoken."""

    def __init__(self, language, build, *arguments, env=None, **more):
        super().__init__(build, *arguments, env=language.env | (env or {}), **more)
        self.language = language
        self.known = [*self.known, *WIDER]

    def wanted(self, name):
        if name is None:
            return None
        return self.language.pattern(name if isinstance(name, re.Pattern) else re.compile(f"^{re.escape(name)}$"))


def untranslated(text):
    return LATIN.search(KNOWN.sub("", outside_brackets(text))) is not None


def unsaid(app, labels):
    """What is shown or spoken and in no brackets."""
    spoken = set(app.words(app.tree.descriptions))
    return [f"not translated: {text!r}" for text in sorted(spoken | set(labels)) if untranslated(text)]


def cut(looked):
    """The program's own words, not whole."""
    return [f"cut off: {text!r}" for text in looked["cut"] if "⟦" in text]


def check(app):
    looked = app.look()
    return cut(looked) + unsaid(app, looked["cut"] + looked["whole"])


def make_foreign_shop(build, data, language, word=WORD):
    """What a new shop is given, like its first texts, is in the language, too."""
    with mock.patch.dict(os.environ, language.env):
        make_shop(build, data, word)
        for name in ("shop-name", "shop-street", "shop-postcode", "shop-locality"):
            cli(build, data, "setting", "set", name, word)
        cli(build, data, "setting", "set", "shop-vat-id", "312448907")


def command_line(tap, build, data, language):
    """What has a plural is said in the language there, too."""
    program = os.path.join(build, "src", "cli", "aftercare-cli")
    done = subprocess.run([program, "--data-dir", data, "metrics", "--from", "1800-01-01", "--to", "2026-01-01"],
                          capture_output=True, text=True, env=os.environ | language.env)
    tap.ok(language.word("years") in done.stderr, "a plural on the command line is translated", done.stdout, done.stderr)


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryDirectory() as folder:
        language = Pseudo(build, folder)
        make_foreign_shop(build, data, language)
        command_line(tap, build, data, language)
        with ForeignApp(language, build, data, "--today", TODAY, "--place", "today") as app:
            app.find("frame")
            through = Walk(tap, app, WORD, check)
            through.all()
            with tap.point("the page of an invoice is no wider than the window"):
                key("ctrl+4")  # where the walk left it open
                app.find("button", re.compile("^Send"))
                wait("its width", lambda: max(bounds(n)[2] for n in app.all("scroll pane")) <= WIDTH)
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
