#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is named as a file and is none, or never ends, keeps nobody waiting: one sentence, and nothing was changed. A pipe into
which somebody writes is as good as a file."""
import json
import os
import socket
import subprocess
import sys
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Answer, Shop, Tap  # noqa: E402

CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ole Lind\r\nTEL:030 1234567\r\nEND:VCARD\r\n"
SPARSE = 10 << 30


def places(shop):
    """What each is, and where."""
    os.mkfifo(shop.path("pipe"))
    os.mkdir(shop.path("folder"))
    with open(shop.path("sparse"), "wb") as file:
        file.truncate(SPARSE)
    os.symlink("/dev/zero", shop.path("link"))
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(shop.path("socket"))
    listener.close()
    return {"a device without an end": "/dev/zero", "one of noise": "/dev/urandom", "one of nothing": "/dev/null", "a link to one": shop.path("link"),
            "a pipe that nobody writes into": shop.path("pipe"), "a folder": shop.path("folder"), "a socket": shop.path("socket"),
            "ten gigabytes of nothing": shop.path("sparse"), "what there is not": shop.path("nowhere")}


def doors(shop, ann):
    """Every command that reads a file that somebody names, with its place."""
    shop.ask("backup", shop.path("good.zip"))
    return {"import": ("import", None), "add": ("add", "customer", "--file", None), "set": ("set", "customer", ann, "--file", None),
            "invoice total": ("invoice", "total", None), "invoice draft": ("invoice", "draft", "--customer", ann, "--file", None),
            "restore": ("restore", "--last-number", "none", None), "backup": ("backup", "--password-file", None, shop.path("b.zip")),
            "restore with a password": ("restore", "--last-number", "none", "--password-file", None, shop.path("good.zip"))}


def refused(tap, shop):
    ann = shop.open().add("customer", "name=Ann One")
    before = shop.ask("list", "customer")
    for door, words in doors(shop, ann).items():
        for name, path in PLACES.items():
            try:
                answer = shop.run(*(path if word is None else word for word in words), timeout=30)
            except subprocess.TimeoutExpired:
                answer = Answer(None, "", "waits for ever")
            message = answer.json["error"]["message"] if answer.code == 1 else ""
            tap.ok(message.endswith(".") and "\n" not in message and "CRITICAL" not in answer.err, f"{door}, {name}: one sentence", answer)
    tap.equal(shop.ask("list", "customer"), before, "and nothing was changed")


def from_stdin(tap, shop):
    for name, path in (("a device without an end", "/dev/zero"), ("one of nothing", "/dev/null")):
        with open(path, "rb") as device:
            answer = shop.run("add", "customer", "--file", "-", stdin=device, timeout=60)
        tap.ok(answer.code == 1 and answer.json["error"]["message"].endswith("."), f"stdin that is {name}: one sentence", answer)


def write_slowly(path, *pieces):
    """Somebody who has opened the pipe, and takes time."""
    end = os.open(path, os.O_RDWR)

    def write():
        for piece in pieces:
            time.sleep(0.3)
            os.write(end, piece)
        time.sleep(0.3)
        os.close(end)
    thread = threading.Thread(target=write)
    thread.start()
    return thread


def pipes(tap, shop):
    """Each can be read once; an export is looked at twice."""
    people = json.dumps({"aftercare": 1, "schema": 1, "customer": [{"id": "4711", "name": "Udo Lind", "type": "person"}]}).encode()
    for name, content in (("cards", CARD), ("an export", people)):
        answer = shop.run("import", "/dev/stdin", input=content)
        tap.ok(answer.code == 0 and answer.json["new"] == 1, f"{name} from a pipe that is stdin", answer)
    thread = write_slowly(shop.path("pipe"), CARD.replace(b"Ole", b"Ida").replace(b"1234567", b"7654321")[:20],
                          CARD.replace(b"Ole", b"Ida").replace(b"1234567", b"7654321")[20:])
    answer = shop.run("import", shop.path("pipe"))
    thread.join()
    tap.ok(answer.code == 0 and answer.json["new"] == 1, "cards from a pipe of somebody who is slow", answer)
    answer = shop.run("import", "--encoding", "UTF-8", "/dev/stdin", input=CARD.replace(b"Ole", b"Uwe").replace(b"1234567", b"555123"))
    tap.ok(answer.code == 0 and answer.json["new"] == 1, "of a chosen encoding", answer)
    answer = shop.run("add", "customer", "--file", "-", input=b'{"name": "Eva Lind"}')
    tap.equal(answer.code, 0, "a record from stdin")
    answer = shop.run("add", "customer", "--file", "/dev/stdin", input=b'{"name": "Max Lind"}')
    tap.equal(answer.code, 0, "or from what is called so")
    tap.equal(shop.run("import", "/dev/stdin", input=b"").code, 1, "nothing at all is no import")


def impatient(tap, shop):
    """Whoever gave stdin away may have said that nobody waits for it, and the program does all the same."""
    for words, content in ((("add", "customer", "--file", "-"), b'{"name": "Kai Lind"}'), (("import", "/dev/stdin"), CARD.replace(b"Ole", b"Jan"))):
        reading, writing = os.pipe()
        os.set_blocking(reading, False)

        def write(end=writing, text=content):
            time.sleep(0.5)
            os.write(end, text)
            os.close(end)
        thread = threading.Thread(target=write)
        thread.start()
        answer = shop.run(*words, stdin=reading)
        thread.join()
        os.close(reading)
        tap.equal(answer.code, 0, f"{words[0]} from a stdin that is not to be waited for")


def long_fields(tap, shop):
    """Defect: who was refused because the name is too long was told by all of it."""
    cards = {"a name": "FN:" + "ab " * 100000, "a number, and no name": "TEL:" + "1" * 800000, "an address, and no name": "EMAIL:a@" + "b." * 100000 + "example",
             "a number": "FN:Ole Lind\r\nTEL:" + "1" * 800000}
    for what, card in cards.items():
        path = shop.write("card.vcf", f"BEGIN:VCARD\r\nVERSION:3.0\r\n{card}\r\nEND:VCARD\r\n")
        answer = shop.run("import", path, timeout=60)
        rows = answer.json["files"][0]["rows"]
        tap.ok([row["result"] for row in rows] == ["refused"] and len(answer.out) < 2000, f"{what} as long as a book: refused, in a line that can be read",
               answer.out[:300])


def main():
    tap = Tap()
    with Shop() as shop:
        PLACES.update(places(shop))
        for part in (refused, from_stdin, pipes, impatient, long_fields):
            with tap.point(f"{part.__name__} to the end"):
                part(tap, shop)
    return tap.done()


PLACES = {}

if __name__ == "__main__":
    sys.exit(main())
