# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the tree as {path: text}, as the rules look at them."""
import os
import re
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "tests", "e2e"))  # tap


def code(files, *endings, under=("src/", "tests/")):
    return {path: text for path, text in files.items()
            if path.endswith(endings) and path.startswith(tuple(under))}


def without_comments(path, text):
    """The text with comments blanked, line numbers kept."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match[0])
    if path.endswith(".sql"):
        return re.sub(r"--[^\n]*|/\*.*?\*/", blank, text, flags=re.S)
    return re.sub(r'("(?:\\.|[^"\\\n])*")|//[^\n]*|/\*.*?\*/',
                  lambda m: m[0] if m[1] else blank(m), text, flags=re.S)


def lines_with(files, pattern, strip=True):
    found = []
    for path, text in sorted(files.items()):
        body = without_comments(path, text) if strip else text
        for number, line in enumerate(body.splitlines(), 1):
            if re.search(pattern, line):
                found.append(f"{path}:{number}: {line.strip()}")
    return found


def includes(files):
    for path, text in sorted(files.items()):
        for number, line in enumerate(without_comments(path, text).splitlines(), 1):
            if match := re.match(r'\s*#\s*include\s+"([^"]+)"', line):
                yield path, number, match[1]


def read_tree():
    files = {}
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [f for f in folders if f not in ("_build", ".git", "__pycache__", "corpus")]
        for name in names:
            path = os.path.join(folder, name)
            try:
                with open(path, encoding="utf-8") as stream:
                    files[os.path.relpath(path, ROOT)] = stream.read()
            except (UnicodeDecodeError, OSError):
                continue
    return files
