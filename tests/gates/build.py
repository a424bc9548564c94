#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""    build.py BUILD-DIRECTORY

The walls of the house stand: from no layer can an include reach up, each shown beside
the same include from a layer that may; and meson has nothing to warn about.
"""
import os
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "tests", "e2e"))
from tap import Tap  # noqa: E402

# layer, a layer it must not see, a layer that may see that one
WALLS = [
    ("core", "model", "store"),
    ("model", "store", "service"),
    ("store", "service", "cli"),
    ("document", "store", "service"),
    ("chart", "document", "service"),
    ("service", "ui", "app"),
    ("cli", "ui", "app"),
]


def includes_folder(includes, seen_from, layer):
    """Whether a header of `layer` is found by the compiler as `seen_from` is compiled."""
    header = next((name for name in sorted(os.listdir(os.path.join(ROOT, "src", layer)))
                   if name.endswith(".h")), None)
    test = f'__has_include("{layer}/{header}")' if header else f'__has_include("{layer}/meson.build")'
    source = f"#if !{test}\n#error not seen\n#endif\n"
    return subprocess.run(["cc", "-x", "c", "-fsyntax-only", "-I", os.path.join(includes, seen_from), "-"],
                          input=source, text=True, capture_output=True).returncode == 0


def main(build):
    tap = Tap()
    includes = os.path.join(build, "src", "include")
    for layer, above, control in WALLS:
        tap.ok(not includes_folder(includes, layer, above) and includes_folder(includes, control, above),
               f"{layer} cannot include {above}, where {control} can")
    with tempfile.TemporaryDirectory(dir=os.path.join(ROOT, "_build")) as folder:
        done = subprocess.run(["meson", "setup", "--fatal-meson-warnings", folder, ROOT],
                              capture_output=True, text=True)
        warnings = [line for line in done.stdout.splitlines() if "WARNING" in line or "ERROR" in line]
        tap.ok(done.returncode == 0, "meson sets the build up without a warning", *warnings[-10:])
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1])))
