# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""aftercare-cli as a script sees it: a shop in a folder of its own, gone afterwards."""
import datetime
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "e2e"))
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import promised  # noqa: E402
from tap import Tap  # noqa: E402,F401

PROGRAM = os.path.join(sys.argv[1], "src", "cli", "aftercare-cli")
TODAY = "2026-11-24"
NOW = "now"  # as a day: none is given, and the computer's clock counts


def ago(days):
    return (datetime.date.today() - datetime.timedelta(days)).isoformat()


class Answer:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def json(self):
        """Exactly one JSON value and a newline."""
        assert self.out.endswith("\n"), self.out
        return json.loads(self.out)

    @property
    def error(self):
        return self.json["error"]["code"] if self.code else None

    def __repr__(self):
        return f"exit {self.code}\n{self.out}{self.err}"


class Shop:
    def __init__(self, today=TODAY):
        self.top = tempfile.mkdtemp(prefix="aftercare-cli-")
        self.dir = os.path.join(self.top, "shop")
        self.today = today

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.top, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.top, name)

    def write(self, name, text):
        with open(self.path(name), "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())
        return self.path(name)

    def run(self, *arguments, raw=False, today=None, **more):
        day = [] if today == NOW else ["--today", today or self.today]
        command = [PROGRAM, "--data-dir", self.dir] + day + ([] if raw else ["--json"])
        done = subprocess.run(command + [str(a) for a in arguments], capture_output=True, **{"timeout": 120} | more)
        answer = Answer(done.returncode, done.stdout.decode(), done.stderr.decode())
        if not raw:
            promised.check(arguments, answer.code, answer.out)
        return answer

    def ask(self, *arguments, **more):
        """The answer of something that must work."""
        answer = self.run(*arguments, **more)
        assert answer.code == 0, f"{arguments}: {answer!r}"
        return answer.json

    def add(self, kind, /, *fields, **more):
        if more:
            return self.ask("add", kind, "--file", self.write("add.json", json.dumps(more)), *fields)["id"]
        return self.ask("add", kind, *fields)["id"]

    def forget_purge(self, last=ago(1)):
        """As if what is kept for a while was last looked through on that day."""
        with sqlite3.connect(os.path.join(self.dir, "aftercare.db")) as db:
            db.execute("INSERT OR REPLACE INTO setting (key, value) VALUES ('last-purge', ?)", (last,))
        db.close()

    def work_today(self):
        """As somebody does who was there the day before: what is to go for good goes."""
        self.ask("add", "customer", "name=Mia Sand", today=ago(2))
        self.forget_purge()
        self.ask("add", "customer", "name=Ola Berg", today=NOW)

    def open(self, **settings):
        """Says who the shop is, as every invoice must."""
        seller = {"shop-name": "Kettle & Spoke", "shop-street": "Lindenstraße 14", "shop-postcode": "10969",
                  "shop-locality": "Berlin", "shop-vat-id": "DE312448907"}
        for key, value in (seller | {k.replace("_", "-"): v for k, v in settings.items()}).items():
            self.ask("setting", "set", key, value)
        return self

    def get(self, kind, record):
        return self.ask("get", kind, record)
