#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""./dev test --add-field and --add-kind write before lines that stand: they take too long to be tried each time."""
import ast
import os
import sys

from files import ROOT
from tap import Tap


def places(text):
    """[(path, line)] of the tuples that name a source and a text in it."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Tuple) and len(node.elts) == 3 and \
                all(isinstance(part, ast.Constant) for part in node.elts[:2]) and \
                str(node.elts[0].value).startswith("src/"):
            yield node.elts[0].value, node.elts[1].value


def read(*path):
    with open(os.path.join(ROOT, *path), encoding="utf-8") as stream:
        return stream.read()


def main():
    tap = Tap()
    for script in ("add-field", "add-kind"):
        found = list(places(read("tests", script, "run.py")))
        gone = [f"{path}: {line!r}" for path, line in found if line not in read(path)]
        tap.ok(found and not gone, f"the lines before which {script} writes stand", *gone)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
