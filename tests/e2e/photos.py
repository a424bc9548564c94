#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Photos of a job: chosen, pasted, removed and brought back, seen at the customer; and how it
looked as it came in, over a crash."""
import glob
import os
import re
import sqlite3
import struct
import subprocess
import sys
import tempfile
import zlib

from desk import App, TODAY, cli, key, wait
from tap import Tap

HERE = os.path.dirname(os.path.abspath(__file__))


def write_png(path, red):
    """A picture of 64 x 48 pixels in one colour."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    rows = (b"\0" + bytes([red, 60, 60]) * 64) * 48
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 48, 8, 2, 0, 0, 0))
                   + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
    return path


def start(script, argument):
    process = subprocess.Popen([sys.executable, os.path.join(HERE, script), argument], stdout=subprocess.PIPE,
                               text=True)
    assert process.stdout.readline() == "ready\n", f"{script} did not start"
    return process


class Files:
    """What the file chooser will answer."""

    def __init__(self, folder):
        self.folder = folder
        self.choice = os.path.join(folder, "choice")
        self.choose("nothing")

    def path(self, name):
        return os.path.join(self.folder, name)

    def choose(self, *names):
        with open(self.choice, "w", encoding="utf-8") as file:
            file.write("\n".join(self.path(name) for name in names))


def documents(build, data):
    return cli(build, data, "list", "document")


def tile(app, name):
    return app.find("table cell", name)


def open_job(app):
    app.point_and_click(app.find("list item", re.compile("^Bea Koch")))
    app.wait_text("Photos and Documents")


def on_the_job(tap, app, files, build, data, job):
    with tap.point("a job without photos says how to add them"):
        open_job(app)
        app.wait_text("Photos and files about this job. Drop them here, or paste.")
    with tap.point("a chosen photo is kept with the job and its customer"):
        files.choose("scratch.png")
        app.click("button", "Add Photos or Files")
        tile(app, "scratch.png")
        kept, = documents(build, data)
        assert kept["job"] == job["id"] and kept["customer"] == job["customer"], kept
        assert kept["mime"] == "image/png", kept
    with tap.point("it is shown small"):
        small = os.path.join(os.environ["HOME"], ".cache", "aftercare", "thumbnails", kept["sha256"] + ".png")
        wait("the thumbnail", lambda: os.path.exists(small))
    with tap.point("removed, it is gone"):
        app.click("button", "Remove scratch.png")
        app.wait_gone("table cell", "scratch.png")
        wait("no document", lambda: documents(build, data) == [])
    with tap.point("and Undo brings it back"):
        app.click("button", "Undo")
        tile(app, "scratch.png")
        assert [row["id"] for row in documents(build, data)] == [kept["id"]]
    with tap.point("a file that is too large is refused with a sentence"):
        files.choose("film.mp4")
        app.click("button", "Add Photos or Files")
        app.wait_text("“film.mp4” is larger than 20 MB.")
        assert len(documents(build, data)) == 1
    with tap.point("a copied picture is pasted"):
        other = start("clipboard.py", files.path("dent.png"))
        app.click("button", "Paste")
        tile(app, "Picture.png")
        other.terminate()
        other.wait()
        assert len(documents(build, data)) == 2
    with tap.point("the customer's page has them, and names the job"):
        key("ctrl+2")
        app.click(re.compile("tab|radio button|toggle button"), re.compile("^Documents"))
        tile(app, "scratch.png")
        app.find("label", "Job " + job["number"])


def at_intake(tap, app, files):
    key("ctrl+n")
    app.find("dialog", "New Job")
    app.wait_text("Photos of its condition")
    app.type_into(app.find("text", "Customer: name, phone, serial…"), "Priya Nair")
    app.wait_text("New Customer “Priya Nair”")
    key("Return")
    app.set_text(app.find("text", "New Device"), "Cargo bike")
    with tap.point("a photo is added while the thing is taken in, and one is not wanted after all"):
        files.choose("scratch.png", "dent.png")
        app.press(app.find("button", "Add Photos or Files"))
        tile(app, "scratch.png")
        tile(app, "dent.png")
        app.press(app.find("button", "Remove dent.png"))
        app.wait_gone("table cell", "dent.png")
    with tap.point("what cannot be kept is said in the dialog"):
        files.choose("film.mp4")
        app.press(app.find("button", "Add Photos or Files"))
        app.find("label", re.compile("“film.mp4” is larger than 20 MB."))


def kept_draft(data):
    with sqlite3.connect(f"file:{os.path.join(data, 'aftercare.db')}?mode=ro", uri=True) as shop:
        rows = shop.execute("SELECT body FROM draft WHERE key LIKE 'job:new-%:photos%'").fetchall()
        device = shop.execute("SELECT count(*) FROM draft WHERE key LIKE 'job:new-%:device%'").fetchone()[0]
    return device == 1 and len(rows) == 1 and "scratch.png" in rows[0][0] and "dent.png" not in rows[0][0]


def after_the_crash(tap, app, build, data, first):
    with tap.point("the photo is there again after a crash"):
        app.click("button", "Continue")
        app.find("dialog", "New Job")
        tile(app, "scratch.png")
    with tap.point("and is the job's once that is taken in"):
        app.press(app.find("button", "Take In"))
        app.wait_gone("dialog", "New Job")
        app.wait_text("Priya Nair’s Cargo bike")
        tile(app, "scratch.png")
        job = next(row for row in cli(build, data, "list", "job") if row["id"] != first["id"])
        kept, = [row for row in documents(build, data) if row["job"] == job["id"]]
        assert kept["customer"] == job["customer"] and kept["name"] == "scratch.png", kept


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "shop")
        files = Files(folder)
        write_png(files.path("scratch.png"), 220)
        write_png(files.path("dent.png"), 90)
        with open(files.path("film.mp4"), "wb") as film:
            film.truncate(20_000_001)
        customer = cli(build, data, "add", "customer", "name=Bea Koch")["id"]
        job = cli(build, data, "add", "job", f"customer={customer}", "kind=Brake Service")["id"]
        job = cli(build, data, "get", "job", job)
        portal = start("file_portal.py", files.choice)
        arguments = ["--today", TODAY, "--place", "jobs"]
        try:
            with App(build, data, *arguments, env={"GDK_DEBUG": "portals"}) as app:
                on_the_job(tap, app, files, build, data, job)
            tap.equal(app.complaints(), [], "the log is free of warnings")
            with App(build, data, *arguments, env={"GDK_DEBUG": "portals"}) as app:
                app.find("frame")
                at_intake(tap, app, files)
                wait("the draft", lambda: kept_draft(data))
                app.kill()
            with App(build, data, *arguments, env={"GDK_DEBUG": "portals"}) as app:
                after_the_crash(tap, app, build, data, job)
            tap.equal(app.complaints(), [], "the log is free of warnings after the crash")
            with tap.point("every file is where its row says"):
                assert len(glob.glob(os.path.join(data, "files", "*", "*"))) >= 2
                assert cli(build, data, "verify")["ok"]
        finally:
            portal.terminate()
            portal.wait()
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
