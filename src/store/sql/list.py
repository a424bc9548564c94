#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""    list.py FOLDER OUTPUT DEPFILE

Lists every text of the folder for glib-compile-resources: the steps of the schema (NNN.sql, NNN-rows.sql) and what views
and triggers are made from. A new step is a new file and nothing else. The folder itself stands in DEPFILE, so that a file
that comes or goes is a reason to build.
"""
import os
import re
import sys

PREFIX = "/com/example/Aftercare/store/sql"


def check(names):
    """The steps are counted from 1 on, without a gap, and rows belong to a step."""
    steps = sorted(int(name[:3]) for name in names if re.fullmatch(r"\d{3}\.sql", name))
    if steps != list(range(1, len(steps) + 1)):
        sys.exit(f"the steps of the schema have a gap: {steps}")
    for name in names:
        begun = re.match(r"\d", name)
        if begun and not re.fullmatch(r"\d{3}(-rows)?\.sql", name) or begun and int(name[:3]) not in steps:
            sys.exit(f"{name} is no step of the schema, nor the rows of one")


def main(folder, output, depfile):
    names = sorted(name for name in os.listdir(folder) if name.endswith(".sql") and not name.startswith("."))
    check(names)
    files = "".join(f"    <file>{name}</file>\n" for name in names)
    with open(output, "w", encoding="utf-8") as stream:
        stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<gresources>\n  <gresource prefix="{PREFIX}">\n{files}'
                     "  </gresource>\n</gresources>\n")
    with open(depfile, "w", encoding="utf-8") as stream:
        stream.write(f"{output}: {folder}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
