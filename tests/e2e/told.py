#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why something failed is read to its end, however long the name of the file in it, in a narrow window and with text twice as
large, too; and it is said aloud, once."""
import os
import re
import shutil
import sys
import tempfile

from desk import key, wait
from looked import Looked
from tap import Tap
from trouble import restore

LONG = "backups of the shop in the old town, kept by Kim on the disk beside the till since the water came in"
IN_THE_WAY = re.compile("^Something else is in the way of .*since the water came in.*[.]$")
SIZES = ((1280, 860, "96"), (360, 760, "96"), (360, 760, "192"))


def told(app, end):
    """The sentence is shown whole, and was said."""
    wait("the sentence in full", lambda: any(end.search(text) for text in app.look()["whole"]))
    cut = [text for text in app.look()["cut"] if end.search(text)]
    assert not cut, cut
    said = [text for text in app.said() if end.search(text)]
    assert len(said) == 1, app.said()


def trouble(tap, build, width, height, dpi):
    with tempfile.TemporaryDirectory() as top:
        data = os.path.join(top, LONG, "aftercare")
        os.makedirs(data)
        with open(os.path.join(data, "aftercare.db"), "w", encoding="utf-8") as file:
            file.write("Dear diary, this is no database. " * 40)
        with Looked(build, None, env={"XDG_DATA_HOME": os.path.dirname(data), "LOOKER_DPI": dpi}) as app:
            app.wait_text("This Shop Cannot Be Read")
            app.resize(width, height)
            backups = os.path.join(data, "backups")
            shutil.rmtree(backups, ignore_errors=True)
            with open(backups, "w", encoding="utf-8") as file:
                file.write("no folder")
            with tap.point(f"{width} wide, {dpi} dpi: where a backup cannot be restored"):
                restore(os.path.join(top, "backup.zip"))
                app.wait_text(IN_THE_WAY)
                told(app, IN_THE_WAY)
            with tap.point(f"{width} wide, {dpi} dpi: and the pencil of a row stands beside its title"):
                key("Tab")  # out of it: the title is back where the text would be
                wait("the cursor elsewhere", lambda: app.focused() and app.focused().get_role_name() != "text")
                assert not app.look()["under"], app.look()["under"]
        tap.equal(app.complaints(), [], f"{width} wide: the log is free of warnings")


def first_run(tap, build, width, height, dpi):
    with tempfile.TemporaryDirectory() as top:
        data, cache = os.path.join(top, "data"), os.path.join(top, LONG)
        os.mkdir(data)
        with open(cache, "w", encoding="utf-8") as file:
            file.write("no folder")
        with Looked(build, data, first_run=True, env={"XDG_CACHE_HOME": cache, "LOOKER_DPI": dpi}) as app:
            app.wait_text("Welcome to Aftercare")
            app.resize(width, height)
            with tap.point(f"{width} wide, {dpi} dpi: a made-up shop that cannot be made"):
                row = app.find("list item", re.compile("^Look Around First"))
                app.scroll_to(row)
                app.point_and_click(row)
                app.wait_text(IN_THE_WAY)
                told(app, IN_THE_WAY)
        tap.equal(app.complaints(), [], f"{width} wide, at first: the log is free of warnings")


def main(build):
    tap = Tap()
    for size in SIZES:
        trouble(tap, build, *size)
        first_run(tap, build, *size)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
