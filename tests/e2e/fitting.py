#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text twice as large in a window 360 wide: in the places, pages and dialogs of the sample shop (scenes.py) no widget is
wider than the window or beside it, no word breaks that has room, and what ends a dialog is on screen.

    fitting.py BUILD-DIRECTORY [NAME...]    # of these pictures only
"""
import functools
import re
import sys
import tempfile
import time

import scenes
from desk import border_of, bounds, cli, key
from looked import Looked
from tap import Tap

WIDTH, HEIGHT = 360, 640
ANEW = {"text-editor", "recently-deleted"}  # begin where a start does: with no page open, the sidebar in front
ENDS = re.compile("^(Cancel|Save|Close|Take In|Log It|Send|Done)$")


def below(app):
    """Cancel, Save and their like, which never scroll."""
    found, border = [], border_of(app.find("frame"))
    for dialog in app.all("dialog")[:1]:
        for node in app.all("button", ENDS, within=dialog):
            _, y, _, height = bounds(node)
            if y + border < 0 or y + border + height > HEIGHT:
                found.append(f"{node.get_name()} at {y}, {height} high")
    return found


def amiss(app):
    """What does not fit, once it has laid itself out."""
    end = time.monotonic() + 2
    while True:
        seen = app.look()
        found = seen["beside"] + [f"broken: {word}" for word in seen["split"]] + below(app)
        if not found or time.monotonic() > end:
            return found
        time.sleep(0.1)


class Shop:
    """Each picture that needs no file is one more step of the same walk; where one failed, it begins anew."""

    def __init__(self, tap, build, data):
        self.tap, self.build, self.data = tap, build, data
        self.app = None

    def open(self, data, *files):
        app = Looked(self.build, data, "--today", scenes.TODAY, *files, first_run=bool(files), env={"LOOKER_DPI": "192"})
        app.start()
        app.cli = functools.partial(cli, self.build, data, today=scenes.TODAY)
        app.find("frame")
        app.resize(WIDTH, HEIGHT)
        return app

    def see(self, app, picture):
        failed = self.tap.failures
        with self.tap.point(picture.name):
            if picture.place:
                scenes.go_to(app, picture.place)
            if picture.steps:
                picture.steps(app)
            time.sleep(0.3)
            found = amiss(app)
            for step in picture.back:
                step(app) if callable(step) else key(step)
            assert not found, "\n".join(found)
        return self.tap.failures == failed

    def see_alone(self, picture):
        with scenes.handed(picture, self.data) as (data, files), self.open(data, *files) as app:
            self.see(app, picture)

    def walk(self, pictures):
        for picture in pictures:
            if picture.files is not None:
                self.stop()  # the tree knows apps by name
                self.see_alone(picture)
                continue
            if picture.name in ANEW:
                self.stop()
            if self.app is None:
                self.app = self.open(self.data)
            if not self.see(self.app, picture):
                self.app.kill()
                self.app = None
        self.stop()

    def stop(self):
        if self.app is None:
            return
        self.app.stop()
        self.tap.equal(self.app.complaints(), [], "the log is free of warnings")
        self.app = None


def main(build, *names):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        scenes.make_shop(build, "sample", data)
        Shop(tap, build, data).walk(each for each in scenes.PICTURES
                                    if each.is_of("sample") and (not names or each.name in names))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
