#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A step of the schema that was closed never changes again: there are shops that went through it as it was.

    steps.py            checks
    steps.py --close    adds the newest step to the list of those that are closed (src/store/sql/closed.sha256); what stands
                        there stays, and while one of them is altered nothing is added
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


def closing(closed, found):
    """What is added to the list; refused while a closed step is not as it was: nobody would look at it again."""
    amiss = altered(closed, found)
    if amiss:
        raise ValueError(f"closed, and not as it was: {', '.join(amiss)}")
    return {name: checksum for name, checksum in found.items() if name not in closed}


def closes(closed, found):
    try:
        return closing(closed, found)
    except ValueError:
        return None


def check():
    tap = Tap()
    closed, found = closed_sums(), sums_of(STEPS)
    tap.equal([altered({"001.sql": "a"}, other) for other in ({"001.sql": "a"}, {"001.sql": "b"}, {},
                                                               {"001.sql": "a", "001-rows.sql": "c"})],
              [[], ["001.sql"], ["001.sql"], ["001-rows.sql"]], "a step that changed, went, or grew is found")
    tap.equal([closes({"001.sql": "a"}, other) for other in ({"001.sql": "a", "002.sql": "b"}, {"001.sql": "z", "002.sql": "b"},
                                                              {"001.sql": "a", "001-rows.sql": "c", "002.sql": "b"})],
              [{"002.sql": "b"}, None, None], "closing adds a step, and none while an older one is altered")
    tap.equal(altered(closed, found), [], "every closed step is as it was: a change is a new step")
    open_steps = steps_of(found) - steps_of(closed)
    tap.ok(open_steps <= {max(steps_of(found))}, "none but the newest is open", sorted(open_steps))
    kept = {int(name.removeprefix("schema-")) for name in os.listdir(SHOPS) if name.startswith("schema-")}
    tap.equal(kept, steps_of(closed), "a shop of each closed schema is kept, and of none that may still change")
    return tap.done()


def close():
    try:
        new = closing(closed_sums(), sums_of(STEPS))
    except ValueError as error:
        return f"{error}. Nothing was closed; put it back, and make the change a new step."
    with open(CLOSED, "a", encoding="utf-8") as stream:
        stream.writelines(f"{checksum}  {name}\n" for name, checksum in new.items())
    return 0


if __name__ == "__main__":
    sys.exit(close() if sys.argv[1:] == ["--close"] else check())
