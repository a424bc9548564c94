# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""paper: every paper of the register goes into a file; nothing is written where it is refused."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402


def words(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def page_size(path):
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return next(line for line in info.splitlines() if line.startswith("Page size"))


def fill(shop):
    shop.open()
    bea = shop.add("customer", "name=Bea Koch")
    job = shop.add("job", **{"customer": bea, "kind": "E-bike", "fault": "Squeals", "lines": [
        {"name": "Brakes", "quantity": "1", "price": "119"}]})
    shop.ask("job", "move", job, "ready")
    draft = shop.ask("invoice", "draft", "--job", job)["id"]
    invoice = shop.ask("invoice", "issue", draft)["id"]
    letter = shop.add("interaction", f"customer={bea}", "direction=out", "channel=letter", "at=2026-11-24T09:00:00Z",
                      "subject=Thank you", "body=Ride safely.")
    return {"job": job, "invoice": invoice, "interaction": letter}


def every_paper(tap, shop, records):
    for paper in shop.ask("paper", "list"):
        for size in [None] + paper["sizes"]:
            out = shop.path(f"{paper['paper']}-{size}.pdf")
            kept = paper["paper"] == "invoice" and size is not None
            answer = shop.run("paper", paper["paper"], records[paper["kind"]], out, *(["--size", size] if size else []))
            if kept:
                tap.equal((answer.error, os.path.exists(out)), ("refused", False),
                          f"an issued invoice is not laid out anew on {size}")
            else:
                tap.ok(answer.code == 0 and "Bea Koch" in words(out), f"{paper['paper']} on {size or 'its usual sheet'}", answer)


def onto_the_shop(tap, shop, records):
    """In the shop's own folder only the program writes; what stands there is whole afterwards."""
    def now():
        return {name: open(os.path.join(shop.dir, name), "rb").read() for name in sorted(os.listdir(shop.dir))
                if os.path.isfile(os.path.join(shop.dir, name)) and not name.endswith("-shm")}

    issued = os.path.join("issued", os.listdir(os.path.join(shop.dir, "issued"))[0])
    os.symlink(shop.dir, shop.path("way"))
    before = now()
    for name in ("aftercare.db", "aftercare.head", issued, "notes.json"):
        for command in (["export"], ["export", "--format", "csv"], ["paper", "invoice", records["invoice"]],
                        ["invoice", "export", records["invoice"], "--pdf"]):
            for folder in (shop.dir, shop.path("way")):
                answer = shop.run(*command, os.path.join(folder, name))
                tap.equal(answer.error, "refused", f"{command[0]} onto {name} of the shop itself")
    tap.ok(now() == before, "and changed nothing")
    tap.equal(shop.run("export", "/dev/full").error, "refused", "a device is no file")


def main():
    tap = Tap()
    with Shop() as shop:
        records = fill(shop)
        every_paper(tap, shop, records)
        job = records["job"]
        out = shop.path("a6.pdf")
        tap.equal(shop.ask("paper", "care", job, out, "--size", "a6"), {"id": job, "paper": "care", "file": out},
                  "the answer says what was written")
        tap.ok("297.6" in page_size(out) and "419.5" in page_size(out), "A6 is A6", page_size(out))
        dates = shop.path("care.ics")
        shop.ask("paper", "care", job, dates)
        with open(dates, encoding="utf-8", newline="") as file:
            text = file.read()
        tap.ok(text.startswith("BEGIN:VCALENDAR\r\n") and "Our warranty" in text, "its dates for a calendar", text)
        tap.equal(shop.run("paper", "order", job, shop.path("order.ics")).error, "refused", "an order has no dates")
        tap.equal(shop.run("paper", "care", job, out, "--size", "a4").error, "refused", "a size that does not fit")
        tap.equal(shop.run("paper", "order", job, shop.path("t.pdf"), "--language", "tlh_QO").error, "refused",
                  "a language that is not there")
        tap.equal((shop.run("paper", "poem", job, out).code, shop.run("paper", "order", job).code), (2, 2),
                  "an unknown paper, or none to write to, is a mistake in the command")
        tap.equal(shop.run("paper", "order", "1", out).error, "not-found", "a job that is not there")
        tap.equal(shop.run("paper", "order", job, "/nowhere/order.pdf").error, "input", "a folder that is not there")
        shop.ask("invoice", "export", records["invoice"], "--pdf", shop.path("i.pdf"))
        with open(shop.path("i.pdf"), "rb") as export, open(shop.path("invoice-None.pdf"), "rb") as paper:
            tap.ok(export.read() == paper.read(), "an issued invoice is the kept file, by either command")
        onto_the_shop(tap, shop, records)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
