#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of the tree that something is added to, built and tried: for add-field and add-kind."""
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
from tap import Tap  # noqa: E402


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


def insert(tree, places):
    """Where, before which text, and what is written there."""
    for name, before, text in places:
        path = os.path.join(tree, name)
        with open(path, encoding="utf-8") as stream:
            whole = stream.read()
        assert whole.count(before) == 1, f"{before!r} stands {whole.count(before)} times in {name}"
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(whole.replace(before, text + before))


STEPS = "src/store/sql"
HEAD = "-- SPDX-FileCopyrightText: 2026 The Aftercare authors\n-- SPDX-License-Identifier: GPL-3.0-or-later\n\n"


def open_step(tree):
    """The newest step of the schema, or the one after it where that is closed."""
    names = sorted(name for name in os.listdir(os.path.join(tree, STEPS)) if re.fullmatch(r"\d{3}\.sql", name))
    with open(os.path.join(tree, STEPS, "closed.sha256"), encoding="utf-8") as stream:
        closed = stream.read().split()
    return f"{STEPS}/{names[-1] if names[-1] not in closed else f'{len(names) + 1:03}.sql'}"


def grow_step(tree, sql):
    """Statements at the end of the open step, which they begin if there is none. Where they stand, and the lines added."""
    name = open_step(tree)
    path = os.path.join(tree, name)
    text = sql if os.path.exists(path) else HEAD + sql
    with open(path, "a", encoding="utf-8") as stream:
        stream.write(text)
    return name, text.count("\n")


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
    """As ./dev builds, at the same place within the tree: what was not touched is in the compiler's cache."""
    folder = os.path.join(tree, "_build", "debug")
    env = os.environ | {"CCACHE_BASEDIR": tree}
    for command in (["meson", "setup", folder, tree], ["ninja", "-C", folder]):
        done = subprocess.run(command, env=env, capture_output=True, text=True)
        if done.returncode:
            print(done.stdout[-6000:] + done.stderr[-2000:])
            raise AssertionError(f"{' '.join(command)} failed")
    return folder


def gates(folder, tap, names):
    for name in names:
        done = subprocess.run(["meson", "test", "-C", folder, "--no-rebuild", name], capture_output=True, text=True)
        tap.ok(done.returncode == 0, f"the test {name} passes with it", done.stdout[-3000:])


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


def prove(main_build, name, change, try_it):
    """change(tap, tree) adds to the copy and says what it should have; try_it(tap, folder) has it built."""
    tap = Tap()
    top = os.path.dirname(os.path.abspath(main_build))
    os.makedirs(top, exist_ok=True)
    tree = tempfile.mkdtemp(prefix=name + ".", dir=top)
    try:
        copy_tree(tree)
        tap.equal(differences(tree), {}, "the copy is the tree")
        change(tap, tree)
        say("building the copy")
        try_it(tap, build(tree))
    finally:
        shutil.rmtree(tree, ignore_errors=True)
    code = tap.done()
    print(f"{tap.count - tap.failures - tap.skips} passed, {tap.failures} failed")
    return code
