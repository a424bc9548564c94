#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""In a language whose every word is longer, in a window 360 wide: no word of the program's is said that cannot be
translated, and none is cut off. How wide things are is asked by narrow.py."""
import os
import re
import signal
import subprocess
import sys
import tempfile
from unittest import mock

from desk import TODAY, App, cli, showing, text_of, wait, walk
from points import Walk, make_shop
from pseudo import Pseudo, outside_brackets
from tap import Tap

WORD = "Слово"  # as every text in the shop
LATIN = re.compile(r"[A-Za-z]{2,}")
# What is the same in every language, and what the toolkit says itself.
KNOWN = re.compile(r"\bAftercare\b|\b[A-Z]{3}\b|\b(PDF|CSV|IBAN|BIC|UTF-8|NPS|VAT)\b|\S+@\S+|\b(Close the window|Close|Back|Clear|Preferences|Germany)\b")
# What the toolkit says where a page is a few pixels wider than the window.
WIDER = [r"exceeds AdwBreakpointBin width", r"Trying to measure Gtk\w+ \S+ for width of", r"reported min height"]


class ForeignApp(App):
    """The names that a walk knows, in the language that is spoken."""

    def __init__(self, language, *arguments):
        super().__init__(*arguments, env=language.env)
        self.language = language
        self.known = [*self.known, *WIDER]

    def all(self, role=None, name=None, within=None, hidden=False):
        if name is not None:
            name = self.language.pattern(name if isinstance(name, re.Pattern) else re.compile(f"^{re.escape(name)}$"))
        return super().all(role, name, within, hidden)

    def labels(self):
        """(whether it is cut, its text) of each on screen."""
        if os.path.exists(self.language.seen):
            os.remove(self.language.seen)
        os.kill(self.process.pid, signal.SIGUSR2)
        wait("the labels", lambda: os.path.exists(self.language.seen))
        with open(self.language.seen, encoding="utf-8") as stream:
            rows = [line.rstrip("\n").split("\t", 1) for line in stream]
        return [(is_cut == "1", text) for is_cut, text in rows]


def untranslated(text):
    return LATIN.search(KNOWN.sub("", outside_brackets(text))) is not None


def unsaid(app, labels):
    """What is shown or spoken and in no brackets."""
    spoken = {words for node in walk(app.root) if showing(node)
              for words in (node.get_name(), node.get_description(), text_of(node)) if words}
    return [f"not translated: {text!r}" for text in sorted(spoken | {label[-1] for label in labels}) if untranslated(text)]


def check(app):
    labels = app.labels()
    return [f"cut off: {label[-1]!r}" for label in labels if label[0] and "⟦" in label[-1]] + unsaid(app, labels)


def make_foreign_shop(build, data, language):
    """What a new shop is given, like its first texts, is in the language, too."""
    with mock.patch.dict(os.environ, language.env):
        make_shop(build, data, WORD)
        for name in ("shop-name", "shop-street", "shop-postcode", "shop-locality"):
            cli(build, data, "setting", "set", name, WORD)
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
            Walk(tap, app, WORD, check).all()
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
