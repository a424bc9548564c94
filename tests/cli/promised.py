# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What docs/command-line.md promises of each command, and whether an answer keeps it.

A command is a heading of the page, and its answer the members of the JSON below it; commands that follow each other
without any share the next. A path is where a member stands: ".files[].rows[].id".
"""
import json
import os
import re

PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "command-line.md")
PART = re.compile(r"^(?:(##) [^\n]*|### `([^\n]*)`|```json( error)?\n(.*?)\n```)$", re.M | re.S)

# Their members are those of a kind's fields, too, which the page does not list.
OF_RECORDS = {"list", "get", "job move"}


def paths(value, at=""):
    found = set()
    if isinstance(value, dict):
        for name, member in value.items():
            found |= {f"{at}.{name}"} | paths(member, f"{at}.{name}")
    elif isinstance(value, list):
        for member in value:
            found |= paths(member, f"{at}[]")
    return found


def _read():
    usages, answers, error, waiting, open_ = {}, {}, set(), [], False
    with open(PAGE, encoding="utf-8") as page:
        text = page.read()
    for section, usage, is_error, shape in (match.groups() for match in PART.finditer(text)):
        if shape and is_error:
            error |= paths(json.loads(shape))
        elif shape:
            for name in waiting:
                answers.setdefault(name, set()).update(paths(json.loads(shape)))
            open_ = True
        elif section:
            waiting = []
        elif usage:
            name = re.match(r"[a-z]+( [a-z]+)*", usage)[0]
            usages[name], waiting, open_ = usage, [name] if open_ else waiting + [name], False
    return usages, answers, error


# {command: the heading of it}, {command: paths}, and those of a fault
USAGES, ANSWERS, ERROR = _read()
SEEN = {}


def command_of(arguments):
    """The one that is named by the first words; None: there is none."""
    words = [str(word) for word in arguments if word != "--json"]
    return next((name for name in (" ".join(words[:2]), *words[:1]) if name in USAGES), None)


def check(arguments, code, out):
    """Of one answer: nothing in it but what is promised."""
    command = command_of(arguments)
    try:
        answer = json.loads(out)
    except ValueError:
        return
    if command is None or str(arguments[-1]) == "-" or code == 2:
        return
    found = paths(answer)
    if code != 0 and isinstance(answer, dict) and "error" in answer:
        found, promised = found, ERROR
    else:
        SEEN.setdefault(command, set()).update(found)
        promised = ANSWERS.get(command, set()) | (found if command in OF_RECORDS else set())
    assert found <= promised, f"docs/command-line.md does not say that “{command}” prints {sorted(found - promised)}"
