#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told of its own accord is heard by it: a program beside the window listens."""
import re
import subprocess
import sys
import tempfile

from desk import TODAY, App, cli, key, say_who_we_are, wait
from lines import open_line
from tap import Tap

LISTENER = """
import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi
Atspi.init()
listener = Atspi.EventListener.new(lambda event: print(event.any_data, flush=True))
print(listener.register("object:announcement"), flush=True)
Atspi.event_main()
"""


class Heard:
    def __enter__(self):
        self.file = tempfile.NamedTemporaryFile("w+", encoding="utf-8")
        self.process = subprocess.Popen([sys.executable, "-c", LISTENER], stdout=self.file, stderr=subprocess.DEVNULL)
        wait("the listener", lambda: self.all() == ["True"])
        return self

    def __exit__(self, *failure):
        self.process.kill()
        self.process.wait()

    def all(self):
        with open(self.file.name, encoding="utf-8") as heard:
            return heard.read().splitlines()

    def wait(self, pattern):
        wait(f"to hear {pattern}", lambda: any(re.search(pattern, said) for said in self.all()))


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        say_who_we_are(build, data)
        bea = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
        invoice = cli(build, data, "add", "invoice",
                      record={"customer": bea, "lines": [{"name": "Labor", "quantity": "1", "price": "12"}]})["id"]
        with Heard() as heard, App(build, data, "--today", TODAY, "--place", "invoices") as app:
            with tap.point("a toast says its sentence"):
                open_line(app, "invoices", "^Labor")
                app.fill(re.compile("^Unit Price"), "97")
                key("ctrl+Return")
                heard.wait("^Line changed$")
            with tap.point("a field that makes no sense says why"):
                app.point_and_click(app.find("list item", re.compile("^Labor")))
                app.fill(re.compile("^Unit Price"), "soon")
                key("ctrl+Return")
                heard.wait("soon")
            with tap.point("an editor says why it was not saved, the first time, too"):
                app.fill(re.compile("^Unit Price"), "80")
                cli(build, data, "invoice", "issue", invoice)
                key("ctrl+Return")
                heard.wait("^This invoice was issued meanwhile")
            tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
