# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A shop whose own disk is full is backed up to another place: that is what saves it then. What is written where there is no
room, or by a program that is ended, is not there."""
import fcntl
import json
import os
import resource
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import PROGRAM, Shop, Tap  # noqa: E402

# A disk of its own, as large as the shop and a little more, then a file that fills it but for $3 blocks of 4 KB.
DISK = """
mount -t tmpfs -o size=$(($(du -sk "$1" | cut -f1) + 600))k shop "$2" || exit 99
cp -a "$1/." "$2" || exit 98
head -c $(($3 * 4096)) /dev/zero > "$2/room"
cat /dev/zero > "$2/filler" 2> /dev/null
rm "$2/room"
shift 3
exec "$@"
"""


def backed_up(shop, blocks, *more):
    disk = shop.path("disk")
    os.makedirs(disk, exist_ok=True)
    return subprocess.run(["unshare", "-rm", "sh", "-c", DISK, "sh", shop.dir, disk, str(blocks), PROGRAM, "--data-dir", disk, "--today", shop.today,
                           "--json", "backup", shop.path("b.zip"), *more], capture_output=True, text=True, timeout=120, check=False)


def small_files():
    """No file grows beyond 40,000 bytes, as on a disk that has no more."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40000, 40000))


def exported(tap):
    """A list that does not fit is not there: half of one looks like a whole one."""
    with Shop() as shop:
        shop.ask("generate", "--customers", "300")
        out = os.path.join(shop.top, "out")
        os.mkdir(out)
        for form in ("json", "csv", "vcard"):
            name = os.path.join(out, form)
            answer = shop.run("export", "--format", form, name, preexec_fn=small_files)
            tap.equal((answer.code, answer.error, os.listdir(out)), (1, "full", []), f"of {form} that has no room nothing is written")
            with open(name, "w", encoding="utf-8") as stream:
                stream.write("before")
            answer = shop.run("export", "--format", form, name, preexec_fn=small_files)
            with open(name, encoding="utf-8") as stream:
                tap.equal((answer.error, os.listdir(out), stream.read()), ("full", [form], "before"), "and what was there stays")
            shop.ask("export", "--format", form, name)
            tap.ok(os.path.getsize(name) > 40000 and os.listdir(out) == [form], "with room it is there whole")
            os.remove(name)


def ended(shop, out):
    """An export that is killed once it has begun to write."""
    process = subprocess.Popen([PROGRAM, "--data-dir", shop.dir, "--today", shop.today, "export", os.path.join(out, "all.json")], stdout=subprocess.DEVNULL)
    while process.poll() is None and not os.listdir(out):
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def killed(tap):
    """What a killed export leaves goes with the next one into the folder; what a living one writes there, and what is called nearly so, stays."""
    theirs = [".aftercare-0123abcd.part.txt", ".aftercare-0123abc.part", ".aftercare-0123ABCD.part", "x.aftercare-0123abcd.part"]
    with Shop() as shop:
        shop.ask("generate", "--customers", "3000")
        out = os.path.join(shop.top, "out")
        os.mkdir(out)
        while not ended(shop, out):
            os.remove(os.path.join(out, "all.json"))
        tap.equal([name for name in os.listdir(out) if not name.endswith(".part")], [], "killed in the middle: no list is there")
        for name in theirs:
            shop.write(os.path.join("out", name), "mine")
        os.mkfifo(os.path.join(out, ".aftercare-00000001.part"))
        with open(shop.write("out/.aftercare-00000002.part", "begun"), encoding="utf-8") as living:
            fcntl.flock(living, fcntl.LOCK_EX)
            for form in ("csv", "csv", "vcard"):  # a new file, one that is there, another
                shop.ask("export", "--format", form, os.path.join(out, form))
            kept = theirs + [".aftercare-00000001.part", ".aftercare-00000002.part", "csv", "vcard"]
            tap.equal(sorted(os.listdir(out)), sorted(kept), "the next export takes away what was left, and nothing else")
        shop.ask("export", os.path.join(out, "all.json"))
        tap.ok(".aftercare-00000002.part" not in os.listdir(out), "the other's too, once that is no more")


def main():
    tap = Tap()
    with tap.point("a killed export to the end"):
        killed(tap)
    with tap.point("exports to the end"):
        exported(tap)
    with Shop() as shop:
        shop.ask("generate", "--customers", "60")
        if subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode:
            tap.ok(True, "no disk of its own can be made here # SKIP")
            return tap.done()
        word = shop.write("word", "secret\n")
        for blocks, name in ((0, "without any room"), (12, "with room for a lock"), (60, "with room to be opened, and for no copy")):
            for more in ((), ("--password-file", word)):
                done = backed_up(shop, blocks, *more)
                what = f"a full disk {name}{', with a password' if more else ''}"
                tap.ok(done.returncode == 0 and json.loads(done.stdout)["ok"], f"{what}: the backup is written elsewhere, and checked", done)
                tap.equal([n for n in os.listdir(shop.top) if n.startswith(".")], [], "and nothing is left beside it")
                with Shop() as other:
                    back = other.run("restore", "--last-number", "none", *more, shop.path("b.zip"))
                    tap.ok(back.code == 0 and len(other.ask("list", "customer")) == len(shop.ask("list", "customer")), "and it brings all of it back", back)
                if os.path.exists(shop.path("b.zip")):
                    os.remove(shop.path("b.zip"))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
