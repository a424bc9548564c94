#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""    pictures.py BUILD-DIRECTORY OUT [--shop SHOP] [--scheme SCHEME] [--width WIDTH] [--as WAY] [--main] [NAME...]

Takes OUT/NAME-{sample,empty}-{light,dark}-{1280,360}.png of every place and its main page
or dialog, a row of PICTURES in scenes.py each.
--as large, contrast or mirrored: as who needs letters twice as large or high contrast has
it, or who reads from the right (in a language of tests, see pseudo.py); -WAY is at the end
of the name then.
The name "papers" stands for every paper of the sample shop: OUT/paper-KIND-PAGE.png.
"""
import argparse
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from unittest import mock

from desk import App, cli, key
from languages import ForeignApp
from pseudo import Pseudo
from scenes import PICTURES, TODAY, go_to, handed, make_shop

WIDTHS = {1280: 860, 360: 760}
# A first look, --main: a dozen of a shop with something in it.
MAIN = ["today", "customer", "jobs", "job", "intake", "invoice", "feedback", "insights", "occasions", "outreach",
        "composer", "search", "first-run"]
WAYS = ("large", "contrast", "mirrored")


class Way:
    """How somebody has their desktop: --as."""

    def __init__(self, build, name, folder):
        self.name = name
        self.language = Pseudo(build, folder, mirrored=True) if name == "mirrored" else None
        self.env = self.language.env if self.language else {}
        if name == "contrast":
            self.env = {"ADW_DEBUG_HIGH_CONTRAST": "1"}
        if name == "large":
            self.env = {"LD_PRELOAD": os.path.join(build, "tests", "e2e", "looker.so"), "LOOKER_DPI": "192"}

    def app(self, build, *arguments, env, **more):
        if self.language:
            return ForeignApp(self.language, build, *arguments, env=env, **more)
        return App(build, *arguments, env=env | self.env, **more)


def start(build, data, scheme, way, *arguments, **more):
    app = way.app(build, data, "--today", TODAY, *arguments, env={"ADW_DEBUG_COLOR_SCHEME": f"prefer-{scheme}"}, **more).start()
    app.cli = functools.partial(cli, build, data, today=TODAY)
    app.find("frame")
    return app


def has_paper(row):
    return row["number"] if "number" in row else row["channel"] == "letter"


def sample_papers(build, out):
    """What no single shop has: papers of several countries, scripts and lengths."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([os.path.join(build, "tests", "document", "paper-samples"), folder])
        for name in sorted(os.listdir(folder)):
            if name.endswith(".png"):
                shutil.copy(os.path.join(folder, name), os.path.join(out, "sample-" + name))
        print("sample papers", flush=True)
    return done.returncode


def paper_pictures(build, out, data):
    """The latest that has one; each page a picture. Which papers there are, the program says."""
    failures = sample_papers(build, out)
    for paper in cli(build, data, "paper", "list", today=TODAY):
        rows = [row for row in cli(build, data, "list", paper["kind"], today=TODAY) if has_paper(row)]
        with tempfile.TemporaryDirectory() as folder:
            pdf = os.path.join(folder, "paper.pdf")
            try:
                cli(build, data, "paper", paper["paper"], rows[0]["id"], pdf, today=TODAY)
                subprocess.run(["pdftoppm", "-r", "100", "-png", pdf, os.path.join(out, f"paper-{paper['paper']}")], check=True)
                print(f"paper-{paper['paper']}", flush=True)
            except (AssertionError, IndexError, subprocess.CalledProcessError) as error:
                print(f"paper-{paper['paper']}: {error}", file=sys.stderr)
                failures += 1
    return failures


def take(app, picture, path, width, height):
    if picture.place:
        go_to(app, picture.place)
    if picture.steps:
        picture.steps(app)
    app.picture(path, width, height)
    for step in picture.back:
        step(app) if callable(step) else key(step)


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("out")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--shop", action="append", choices=("sample", "empty"))
    parser.add_argument("--scheme", action="append", choices=("light", "dark"))
    parser.add_argument("--width", action="append", type=int, choices=WIDTHS)
    parser.add_argument("--as", dest="way", choices=WAYS, default="")
    parser.add_argument("--main", action="store_true", help=f"of {', '.join(MAIN)} only")
    return parser.parse_args()


def main():
    given = arguments()
    wanted = given.names + (MAIN if given.main else [])
    chosen = [p for p in PICTURES if not wanted or p.name in wanted]
    unknown = set(given.names) - {p.name for p in PICTURES} - {"papers"}
    if unknown:
        print(f"no picture is called {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        way = Way(given.build, given.way, folder)
        failures = sum(shop_pictures(given, wanted, chosen, shop, way) for shop in given.shop or ("sample", "empty"))
    return 1 if failures else 0


def prepare(given, wanted, shop, way, pristine):
    """The shop, and its papers, in the language that is spoken; how many failed."""
    with mock.patch.dict(os.environ, way.language.env if way.language else {}):
        make_shop(given.build, shop, pristine)
        if shop == "sample" and (not wanted or "papers" in wanted):
            return paper_pictures(given.build, given.out, pristine)
    return 0


def shop_pictures(given, wanted, chosen, shop, way):
    os.makedirs(given.out, exist_ok=True)
    with tempfile.TemporaryDirectory() as pristine:
        try:
            failures = prepare(given, wanted, shop, way, pristine)
        except AssertionError as error:  # the empty ones are still wanted
            print(f"no sample shop: {error}", file=sys.stderr)
            return 1
        for scheme in given.scheme or ("light", "dark"):
            for width in given.width or WIDTHS:
                failures += series(given.build, given.out, chosen, shop, scheme, (width, WIDTHS[width]), pristine, way)
    return failures


def take_alone(build, picture, data, scheme, way, path, width, height):
    with handed(picture, data) as (shop, files), start(build, shop, scheme, way, *files, first_run=True) as app:
        app.resize(width, height)
        take(app, picture, path, width, height)


class Series:
    """All pictures of one shop, scheme and width, in one run of the app."""

    def __init__(self, build, out, shop, scheme, size, folder, way):
        self.build, self.out, self.shop, self.scheme, self.size, self.way = build, out, shop, scheme, size, way
        self.data = os.path.join(folder, "data")
        self.app = None

    def stop(self):
        if self.app is not None:
            self.app.stop()
        self.app = None

    def take(self, picture, path, pristine):
        if picture.files is not None:
            self.stop()  # the tree knows apps by name
            take_alone(self.build, picture, pristine, self.scheme, self.way, path, *self.size)
            return
        if self.app is None:
            self.app = start(self.build, self.data, self.scheme, self.way)
            self.app.resize(*self.size)
        take(self.app, picture, path, *self.size)

    def try_to_take(self, picture, pristine, last):
        """Where a step failed, the app starts again: the other pictures are still wanted."""
        name = "-".join(filter(None, (picture.name, self.shop, self.scheme, str(self.size[0]), self.way.name))) + ".png"
        try:
            self.take(picture, os.path.join(self.out, name), pristine)
            print(name, flush=True)
            return True
        except Exception as error:
            print(f"{name}: {error}{'' if last else '; once more'}", file=sys.stderr, flush=True)
            if self.app is not None:
                self.app.kill()
            self.app = None
            return False


def series(build, out, chosen, shop, scheme, size, pristine, way):
    """How many could not be taken, not even a second time: on a busy machine a step may meet a page on its way."""
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(pristine, os.path.join(folder, "data"))
        taker = Series(build, out, shop, scheme, size, folder, way)
        for picture in chosen:
            if picture.is_of(shop) and not (taker.try_to_take(picture, pristine, False)
                                            or taker.try_to_take(picture, pristine, True)):
                failures += 1
        taker.stop()
    return failures


if __name__ == "__main__":
    sys.exit(main())
