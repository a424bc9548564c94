# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies in the shop's folder: altered, it is handed out by no door, and what is no file stops nothing."""
import json
import os
import resource
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


def no_file(path, what):
    if what == "pipe":
        os.mkfifo(path)
    elif what == "folder":
        os.mkdir(path)
    elif what == "device":
        os.symlink("/dev/zero", path)
    else:
        with open(path, "wb") as file:
            file.truncate(3 << 30)  # takes no room on the disk, and a minute to be read


def in_the_way(tap):
    for what in ("pipe", "folder", "device", "large"):
        with Shop() as shop:
            shop.open()
            tap.equal(issue(shop).json["number"], "2026-0001", "an invoice")
            no_file(os.path.join(shop.dir, "issued", "2026-0002.pdf"), what)
            answer = issue(shop)
            tap.equal(answer.code == 0 and answer.json["number"], "2026-0002", f"a {what} where the next paper goes: issued")
            tap.ok(os.listdir(os.path.join(shop.dir, "backups", "papers")), f"the {what} was put aside")
            tap.ok(shop.ask("verify", timeout=30)["ok"], "and all is well")


def head(tap):
    for what in ("pipe", "folder", "device", "large"):
        with Shop() as shop:
            shop.open()
            issue(shop)
            path = os.path.join(shop.dir, "aftercare.head")
            os.remove(path)
            no_file(path, what)
            report = shop.run("verify", timeout=30)
            tap.ok(report.code == 1 and "rebuild" in report.out, f"a {what} as the head: told, with what mends it", report)
            tap.equal(issue(shop).error, "refused", "nothing is issued")
            shop.ask("rebuild", timeout=30)
            tap.equal((shop.run("verify", timeout=30).code, issue(shop).json.get("number")), (0, "2026-0002"),
                      "rebuild mends it, and the shop goes on")


def exported(tap):
    with Shop() as shop:
        shop.open()
        issue(shop)
        os.mkfifo(os.path.join(shop.dir, "issued", "note.pdf"))
        answer = shop.run("export", shop.path("all.json"), timeout=30)
        tap.ok(answer.code == 0, "a pipe among the papers: the export leaves it out", answer)


def only_papers(tap):
    """Neither database nor head is left to say what was given out; the papers are."""
    with Shop() as shop:
        shop.open()
        issue(shop)
        shop.ask("backup", shop.path("b.zip"))
        for _ in range(3):
            issue(shop)
        os.remove(os.path.join(shop.dir, "aftercare.db"))
        os.remove(os.path.join(shop.dir, "aftercare.head"))
        for name in ("2026-99999999999.pdf", "2026-7.pdf", "note-0009.pdf"):
            open(os.path.join(shop.dir, "issued", name), "wb").close()
        shop.ask("restore", "--last-number", "2026-0001", shop.path("b.zip"))
        tap.equal(issue(shop).json.get("number"), "2026-0005",
                  "whatever was answered, no number of a paper that is there comes again")
        report = shop.run("verify")
        tap.equal((report.code, report.json["series"][0]["gaps"][0]["to"]), (0, 4), "and the gap has its reason")


def no_room(tap):
    """Room for the paper, and none for the row."""
    with Shop() as shop:
        shop.open()
        issue(shop)
        last = draft(shop)
        limit = (44 * 1024, 44 * 1024)
        answer = shop.run("invoice", "issue", last, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit))
        tap.equal((answer.error, os.listdir(os.path.join(shop.dir, "issued"))), ("full", ["2026-0001.pdf"]),
                  "an invoice that could not be issued takes its paper along")
        tap.equal(shop.ask("invoice", "issue", last)["number"], "2026-0002", "with room it is issued")
        tap.ok(not os.path.exists(os.path.join(shop.dir, "backups", "papers")), "and nothing was to be put aside")


def starved(limit):
    """What a full disk says, the system says of a file that may not be so large, too."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


def make_room(tap):
    """No byte free: every command says so, those that only read as well, and none speaks of permissions."""
    with Shop() as shop:
        shop.open()
        invoice = issue(shop).json["id"]
        for command in (("list", "customer"), ("due",), ("verify",), ("export", "-"), ("add", "customer", "name=Al"),
                        ("invoice", "export", invoice, "--pdf", shop.path("o.pdf")), ("backup", shop.path("b.zip"))):
            answer = shop.run(*command, preexec_fn=starved(0))
            said = answer.json["error"] if answer.json else {}
            tap.ok(said.get("code") == "full" and "make room" in said["message"] and "permissions" not in said["message"],
                   f"no byte free, {command[0]} {command[1:2]}: make room", answer)
        answer = shop.run("invoice", "export", invoice, "--pdf", shop.path("o.pdf"), preexec_fn=starved(20 * 1024))
        tap.ok(answer.error == "full" and "make room" in answer.err and not os.path.exists(shop.path("o.pdf")),
               "no room where the paper goes: make room there, and no half paper", answer)
        answer = shop.run("paper", "order", shop.add("job", customer=shop.add("customer", name="Bo"), fault="Bell"),
                          shop.path("none/o.pdf"))
        tap.ok(answer.error == "input" and "no folder" in answer.err, "a folder that is not there is no full disk", answer)
        os.rename(os.path.join(shop.dir, "issued"), shop.path("issued"))
        open(os.path.join(shop.dir, "issued"), "wb").close()
        answer = shop.run("list", "customer")
        tap.ok(answer.error == "refused" and "in the way" in answer.err, "a file in the place of a folder is no full disk", answer)


def main():
    tap = Tap()
    for part in (stored_paper, in_the_way, head, exported, only_papers, no_room, make_room):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
