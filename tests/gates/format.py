#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layout of the sources is what the formatters make of them (./dev format)."""
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
VERSION = 19  # of clang-format; another one lays out some lines otherwise
sys.path.insert(0, os.path.join(ROOT, "tests", "e2e"))
from tap import Tap  # noqa: E402


def sources(endings, folders):
    for folder in folders:
        for path, _folders, names in os.walk(os.path.join(ROOT, folder)):
            yield from (os.path.join(path, name) for name in sorted(names) if name.endswith(endings))


def complaints(command, files):
    if not files:
        return ""
    done = subprocess.run(command + files, cwd=ROOT, capture_output=True, text=True)
    return (done.stdout + done.stderr or f"exit status {done.returncode}") if done.returncode else ""


def check(tap, name, command, files, ending, bad):
    """The formatter is content with the files, and was not content with a bad example."""
    with tempfile.NamedTemporaryFile("w", suffix=ending, dir=os.path.join(ROOT, "_build")) as example:
        example.write(bad)
        example.flush()
        if not complaints(command, [example.name]):
            tap.ok(False, name, "the formatter is content with a bad example")
            return
    said = complaints(command, files)
    tap.ok(not said, name, "./dev format mends this:", *said.splitlines()[:60])


def version_of(command):
    found = re.search(r"\d+", subprocess.run([command, "--version"], capture_output=True, text=True).stdout)
    return int(found[0]) if found else 0


def main():
    tap = Tap()
    if version_of("clang-format") != VERSION:
        tap.skip("the C is laid out by clang-format", f"it has other tastes than {VERSION}, whose layout the sources have")
        tap.skip("the Blueprints are laid out by blueprint-compiler", "looked at beside the C")
        return tap.done()
    check(tap, "the C is laid out by clang-format", ["clang-format", "--style=file:" + os.path.join(ROOT, ".clang-format"),
                                                     "--dry-run", "-Werror"],
          list(sources((".c", ".h"), ["src", "tests"])), ".c", "int   a ;\n")
    check(tap, "the Blueprints are laid out by blueprint-compiler", ["blueprint-compiler", "format", "--no-diff"],
          list(sources(".blp", ["src"])), ".blp", "using Gtk 4.0;\nBox   { }\n")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
