#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever goes from place to place finds what is listed, and what to choose of it, where it was in the place before."""
import functools
import sys
import tempfile

from desk import App, bounds, cli, key, wait
from scenes import PLACES, TODAY, customer
from tap import Tap

LISTING = ["Today", "Jobs", "Invoices", "Occasions", "Feedback", "Outreach"]
CHOOSING = ["Jobs", "Invoices", "Occasions", "Feedback", "Outreach"]


def listed(app):
    """How wide the first row beside the places is. Where it begins, is not told of lists that have a padding."""
    rows = [bounds(node) for node in app.all("list item") if node.get_parent().get_name() != "Places"]
    return [width for _, _, width, height in rows if width > 0 and height > 0][:1]


def chosen(app):
    return [bounds(node)[1] for node in app.all("radio button")][:1]


def go_to(app, place):
    key(f"ctrl+{PLACES.index(place) + 1}")
    last = None
    def settled():
        nonlocal last
        before, last = last, (listed(app), chosen(app))
        return before == last and last[0]
    wait(f"the rows of {place}", settled)
    return last


def page_of_a_customer(app):
    """How wide what is listed of somebody is, which comes last."""
    customer(app, tab="details")
    app.find("button", "Edit")
    return [bounds(app.all("list item")[-1])[2]]


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        cli(build, data, "sample", today=TODAY)
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            app.cli = functools.partial(cli, build, data, today=TODAY)
            app.find("frame")
            for width, height in ((1280, 860), (360, 760)):
                app.resize(width, height)
                seen = {place: go_to(app, place) for place in LISTING}
                tap.equal({place: seen[place][0] for place in LISTING}, {place: seen["Jobs"][0] for place in LISTING},
                          f"{width}: all lists are as wide")
                tap.equal(page_of_a_customer(app), seen["Jobs"][0], f"{width}: and so is a customer’s page")
                if width == 1280:
                    tap.equal({place: seen[place][1] for place in CHOOSING}, {place: seen["Jobs"][1] for place in CHOOSING},
                              f"{width}: what to choose stands at one height")
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
