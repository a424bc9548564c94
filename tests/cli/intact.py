# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies in the shop's folder: altered, it is handed out by no door."""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402


def draft(shop):
    ann = shop.add("customer", "name=Ann One")
    bill = shop.write("bill.json", json.dumps({"currency": "EUR", "prices": "gross", "lines": [
        {"name": "Chain", "quantity": "1", "price": "20.00", "category": "S", "rate": "19"}]}))
    return shop.ask("invoice", "draft", "--customer", ann, "--file", bill)["id"]


def issue(shop):
    return shop.run("invoice", "issue", draft(shop), timeout=30)


def altered(path):
    with open(path, "ab") as file:
        file.write(b"% one more line")


def emptied(path):
    open(path, "wb").close()


def led_elsewhere(path):
    os.remove(path)
    os.symlink("/etc/passwd", path)


def gone(path):
    os.remove(path)


def endless(path):
    os.remove(path)
    os.symlink("/dev/zero", path)


def stored_paper(tap):
    for harm, code in ((altered, "corrupt"), (emptied, "corrupt"), (led_elsewhere, "corrupt"), (gone, "not-found"),
                       (endless, "not-found")):
        with Shop() as shop:
            shop.open()
            invoice = issue(shop).json["id"]
            harm(os.path.join(shop.dir, "issued", "2026-0001.pdf"))
            for command in (["invoice", "export", invoice, "--pdf"], ["paper", "invoice", invoice]):
                out = shop.path("out.pdf")
                answer = shop.run(*command, out, timeout=30)
                tap.equal((answer.error, os.path.exists(out)), (code, False),
                          f"{command[0]}, the paper {harm.__name__}: said, and nothing is written")


def main():
    tap = Tap()
    for part in (stored_paper,):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
