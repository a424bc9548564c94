#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A step of the schema that was closed never changes again: there are shops that went through it as it was.

    steps.py            checks
    steps.py --close    writes the newest step into the list of those that are closed (src/store/sql/closed.sha256)
"""
import hashlib
import os
import re
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "tests", "e2e"))
from tap import Tap  # noqa: E402

STEPS = os.path.join(ROOT, "src", "store", "sql")
CLOSED = os.path.join(STEPS, "closed.sha256")
SHOPS = os.path.join(ROOT, "tests", "fixtures", "shops")


def sums_of(folder):
    """{name: checksum} of the steps and of what they say of rows."""
    found = {}
    for name in sorted(os.listdir(folder)):
        if re.fullmatch(r"\d{3}(-rows)?\.sql", name):
            with open(os.path.join(folder, name), "rb") as stream:
                found[name] = hashlib.sha256(stream.read()).hexdigest()
    return found


def closed_sums():
    with open(CLOSED, encoding="utf-8") as stream:
        return {name: checksum for checksum, name in (line.split() for line in stream)}


def steps_of(names):
    return {int(name[:3]) for name in names}


def altered(closed, found):
    """Of closed steps: what is not as it was, and what came to them since."""
    return sorted([name for name, checksum in closed.items() if found.get(name) != checksum]
                  + [name for name in found if name not in closed and int(name[:3]) in steps_of(closed)])


def check():
    tap = Tap()
    closed, found = closed_sums(), sums_of(STEPS)
    tap.equal([altered({"001.sql": "a"}, other) for other in ({"001.sql": "a"}, {"001.sql": "b"}, {},
                                                               {"001.sql": "a", "001-rows.sql": "c"})],
              [[], ["001.sql"], ["001.sql"], ["001-rows.sql"]], "a step that changed, went, or grew is found")
    tap.equal(altered(closed, found), [], "every closed step is as it was: a change is a new step")
    open_steps = steps_of(found) - steps_of(closed)
    tap.ok(open_steps <= {max(steps_of(found))}, "none but the newest is open", sorted(open_steps))
    kept = {int(name.removeprefix("schema-")) for name in os.listdir(SHOPS) if name.startswith("schema-")}
    tap.equal(kept, steps_of(closed), "a shop of each closed schema is kept, and of none that may still change")
    return tap.done()


def close():
    with open(CLOSED, "w", encoding="utf-8") as stream:
        stream.writelines(f"{checksum}  {name}\n" for name, checksum in sums_of(STEPS).items())


if __name__ == "__main__":
    sys.exit(close() if sys.argv[1:] == ["--close"] else check())
