#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""    pictures.py BUILD-DIRECTORY OUT [--shop SHOP] [--scheme SCHEME] [NAME...]

Takes OUT/NAME-{sample,empty}-{light,dark}-{1280,360}.png of every place and its main page
or dialog. A picture is one row of PICTURES: its name, the place it starts from, and the
steps that lead there (functions of the App). Steps that need rows are for the sample only.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

from desk import App, key, type_keys

TODAY = "2026-03-02"
WIDTHS = {1280: 860, 360: 760}
PLACES = ["Today", "Customers", "Jobs", "Invoices", "Occasions", "Feedback", "Outreach", "Insights"]


class Picture:
    def __init__(self, name, place, steps=None, sample_only=False, back=()):
        self.name, self.place, self.steps = name, place, steps
        self.sample_only = sample_only
        self.back = back  # keys that leave what the steps opened


PICTURES = [Picture(place.lower(), place) for place in PLACES] + [
    Picture("customer", "Customers",
            lambda app: (app.point_and_click(app.find("list item", within=app.find("list", "Customers"))),
                         app.find("button", "Edit Customer")), sample_only=True),
    Picture("customer-editor", "Customers", lambda app: (key("ctrl+shift+n"), app.find("dialog", "New Customer")),
            back=["Escape"]),
    Picture("search", "Today", lambda app: (key("ctrl+k"), app.find("dialog", "Find Anything"), type_keys("335"),
                                            app.find("list item", within=app.find("dialog", "Find Anything"))),
            sample_only=True, back=["Escape"]),
    Picture("intake", "Jobs", lambda app: (key("ctrl+n"), app.find("button", "Take In")), back=["Escape"]),
    Picture("preferences", "Today", lambda app: (key("ctrl+comma"), app.find("dialog", "Preferences")), back=["Escape"]),
    Picture("shortcuts", "Today", lambda app: (key("F1"), app.find("dialog", "Keyboard Shortcuts")), back=["Escape"]),
]


def go_to(app, place):
    """Works wide and narrow: narrow, the sidebar is a page to go back to first."""
    end = time.monotonic() + 20
    while not app.has("list", "Places") and time.monotonic() < end:
        for button in app.all("button", "Back"):
            app.press(button)
        time.sleep(0.4)  # the page slides; a second press would meet the old one
    # list rows take the mouse, not an action
    app.point_and_click(app.find("list item", place, within=app.find("list", "Places")))
    app.wait_for("grouping", place)


def start(build, data, scheme):
    app = App(build, data, "--today", TODAY, env={"ADW_DEBUG_COLOR_SCHEME": f"prefer-{scheme}"}).start()
    app.find("frame")
    return app


def make_shop(build, shop, data):
    if shop == "sample":
        subprocess.run([os.path.join(build, "src", "cli", "aftercare-cli"), "--data-dir", data, "--today", TODAY,
                        "sample"], check=True, stdout=subprocess.DEVNULL)


def take(app, picture, path, width, height):
    go_to(app, picture.place)
    if picture.steps:
        picture.steps(app)
    app.picture(path, width, height)
    for press in picture.back:
        key(press)


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("out")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--shop", action="append", choices=("sample", "empty"))
    parser.add_argument("--scheme", action="append", choices=("light", "dark"))
    return parser.parse_args()


def main():
    given = arguments()
    build, out = given.build, given.out
    chosen = [p for p in PICTURES if not given.names or p.name in given.names]
    unknown = set(given.names) - {p.name for p in PICTURES}
    if unknown:
        print(f"no picture is called {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    failures = 0
    for shop in given.shop or ("sample", "empty"):
        with tempfile.TemporaryDirectory() as pristine:
            try:
                make_shop(build, shop, pristine)
            except subprocess.CalledProcessError as error:  # the empty ones are still wanted
                print(f"no sample shop: {error}", file=sys.stderr)
                failures += 1
                continue
            for scheme in given.scheme or ("light", "dark"):
                for width, height in WIDTHS.items():
                    failures += series(build, out, chosen, shop, scheme, width, height, pristine)
    return 1 if failures else 0


def series(build, out, chosen, shop, scheme, width, height, pristine):
    """All pictures of one shop, scheme and width, in one run of the app, which starts
    again where a step failed."""
    failures, app = 0, None
    with tempfile.TemporaryDirectory() as folder:
        data = shutil.copytree(pristine, os.path.join(folder, "data"))
        for picture in chosen:
            if picture.sample_only and shop == "empty":
                continue
            name = f"{picture.name}-{shop}-{scheme}-{width}.png"
            try:
                if app is None:
                    app = start(build, data, scheme)
                    app.resize(width, height)
                take(app, picture, os.path.join(out, name), width, height)
                print(name, flush=True)
            except Exception as error:  # the other pictures are still wanted
                failures += 1
                print(f"{name}: {error}", file=sys.stderr, flush=True)
                if app is not None:
                    app.kill()
                app = None
        if app is not None:
            app.stop()
    return failures


if __name__ == "__main__":
    sys.exit(main())
