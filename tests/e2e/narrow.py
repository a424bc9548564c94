#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""In a window 360 wide, one word of sixty letters, in every text of every kind, breaks where it has to: the window stays
as wide as it is, what can be pressed is inside it, and the log is silent."""
import os
import re
import sys
import tempfile

from desk import TODAY, App, Atspi, bounds, wait, walk
from points import Walk, make_shop, outside
from tap import Tap

WORD = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauung"
assert len(WORD) == 60


def importing(tap, build, data):
    path = os.path.join(data, "people.csv")
    with open(path, "wb") as stream:
        stream.write("Name;Telefon\nBj\xf6rn Demir;0171 9487574\n".encode("latin-1"))
    with App(build, data, "--today", TODAY, "--place", "today", path) as app:
        app.find("dialog", "Import Customers")
        Walk(tap, app, WORD, outside).look("the import of a file", lambda: app.wait_text("Text Encoding"))
        with tap.point("says in full how its text is read, and begins on Import"):
            words = app.find("label", re.compile("^As Each File"))
            assert bounds(words)[2] > 60, bounds(words)
            wait("the cursor", lambda: any(n.get_state_set().contains(Atspi.StateType.FOCUSED)
                                           for n in walk(app.find("button", "Import"))))
        tap.equal(app.complaints(), [], "the log is free of warnings, importing")


def hours(through, app):
    """Their days are named as dates are."""
    through.look("the hours of a day", lambda: (through.open_rules(), through.open_above("^Monday", "^Saturday"),
                                                app.find("text", "Until")), closes=True)
    through.look("the holidays", lambda: (through.open_rules(), through.open_above("^Holidays", "^First Answer"),
                                          app.find("check box", re.compile("^Ascension"))), closes=True)


def said(through, tap, app):
    """What is deleted is named whole in the toast, whose Undo is inside."""
    through.look("the customer is deleted", lambda: (through.open_item(2), app.choose("d"), app.find("button", "Undo")))
    with tap.point("and is named whole"):
        words = app.find("label", re.compile(WORD + ".* deleted"))
        assert bounds(words)[3] > 30, bounds(words)
    app.press(app.find("button", "Undo"))


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        make_shop(build, data, WORD)
        with App(build, data, "--today", TODAY, "--place", "today") as app:
            app.find("frame", "Aftercare")
            through = Walk(tap, app, WORD, outside)
            through.all()
            hours(through, app)
            said(through, tap, app)
        tap.equal(app.complaints(), [], "the log is free of warnings")
        importing(tap, build, data)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
