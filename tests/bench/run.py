#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""./dev bench: time and memory of the real window beside two programs that do as little as can be done.

    run.py BUILD [--json] [--quick] [--runs N]

floor-window is an empty window, floor-list a plain list over the same SQLite rows. The window is measured from inside
(src/ui/bench-probe.c): first frame with customers in it; keystroke to painted results, 10 seeded queries each of one
letter, two letters, three middle digits of a phone, two words, and of nothing to be found; 20 customers' pages; peak
memory after all that. Each number is the median of N runs (5) after one that is not counted. Ratios are what counts:
they hold on any machine. How a search grows with the shop is asked of those texts alone whose answer fills the screen in
that shop: three digits find ten people of a thousand and hundreds of a million, and rows that are not drawn cost nothing.

The shops are generated once and kept in BUILD/bench. --quick leaves out the million.
"""
import csv
import hashlib
import json
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time

TODAY = "2026-11-24"
SIZES = [1000, 100000, 1000000]
IDS = "SELECT id FROM customer WHERE deleted_at IS NULL ORDER BY sort_key, id"
ROW = "SELECT name FROM customer WHERE id = ?1"
TOP = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
REPAIRS = os.path.join(TOP, "..", "shared", "data", "repairs", "RepairCafeWales_202507.csv")
# The window of the bench shows as many rows, and one that is cut.
SCREENFUL = 16
BOUNDS = {"window_ratio": 1.25, "memory_ratio": 1.25, "search_ms_median": 20, "customer_page_ms_median": 40,
          "growth_1k_to_1m": 1.4}
# The bounds in milliseconds are of a machine that shows an empty window in this time, and follow what a faster or slower
# one takes.
BOUNDED_WINDOW_MS = 150


def say(*words):
    print(*words, file=sys.stderr, flush=True)


class Bench:
    def __init__(self, build, runs):
        self.build, self.runs = build, runs
        self.store = os.path.join(build, "bench")
        os.makedirs(self.store, exist_ok=True)

    def cli(self, *arguments):
        return os.path.join(self.build, "src", "cli", "aftercare-cli"), "--today", TODAY, *arguments

    def recipe(self):
        """What a generated shop depends on."""
        digest = hashlib.sha256()
        for path in ("src/sample/generate.c", "src/sample/generate-names.c", "src/store/sql/001.sql", "src/core/fold.c",
                     "src/core/spelling.c", "src/store/search-index.c", "src/store/search-text.c", "src/core/phone.c",
                     "src/core/phone-plan.c", "src/core/phone-typed.c"):
            with open(os.path.join(TOP, path), "rb") as file:
                digest.update(file.read())
        return digest.hexdigest()

    def shop(self, size):
        folder = os.path.join(self.store, f"shop-{size}")
        stamp = os.path.join(folder, "recipe")
        if os.path.exists(stamp) and open(stamp, encoding="ascii").read() == self.recipe():
            return folder
        shutil.rmtree(folder, ignore_errors=True)
        say(f"bench: generating {size} customers, once")
        start = time.monotonic()
        subprocess.run(self.cli("--data-dir", folder, "generate", "--customers", str(size)), check=True,
                       stdout=subprocess.DEVNULL)
        say(f"bench: that took {time.monotonic() - start:.0f} s")
        with open(stamp, "w", encoding="ascii") as file:
            file.write(self.recipe())
        return folder

    def measure(self, command, more=None):
        """What the program prints: {name: [numbers]}."""
        environment = os.environ | {"GSETTINGS_SCHEMA_DIR": os.path.join(self.build, "data")} | (more or {})
        environment["T0"] = f"{time.time() * 1e3:.3f}"
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600, check=False)
        found = {}
        for line in done.stderr.splitlines():
            words = line.split(maxsplit=3)
            if len(words) == 4 and words[0] == "search-ms" and int(words[2]) >= SCREENFUL:
                found.setdefault("filling-ms", []).append(float(words[1]))
            if len(words) >= 2 and words[0] in ("first-frame-ms", "peak-kb", "search-ms", "page-ms"):
                found.setdefault(words[0], []).append(float(words[1]))
        if done.returncode or "peak-kb" not in found:
            raise SystemExit(f"bench: {command[0]} ended with {done.returncode}:\n{done.stderr}")
        return found

    def in_turn(self, *commands):
        """What each of them prints, run by run; in turn, so that a machine that slows down slows all of them down."""
        for command in commands:
            self.measure(*command)
        return list(zip(*([self.measure(*command) for command in commands] for _ in range(self.runs))))

    def floor(self, name, *arguments):
        return ([os.path.join(self.build, "tests", "bench", name), *arguments],)

    def steps(self, folder):
        """50 searches and 20 pages, the same for the same shop."""
        dice = random.Random(20261124)
        base = sqlite3.connect(os.path.join(folder, "aftercare.db"))
        count, first = base.execute("SELECT count(*), min(id) FROM customer").fetchone()
        ids = [first + dice.randrange(count) for _ in range(50)]
        people = [base.execute("SELECT name FROM customer WHERE id = ?", (i,)).fetchone()[0] for i in ids]
        phones = [base.execute("SELECT digits FROM customer_phone WHERE owner = ?", (i,)).fetchone()[0] for i in ids]
        base.close()
        texts = [dice.choice("abcdefghijklmnoprstuvwz") for _ in range(10)]
        texts += [name[:2] for name in people[:10]]
        texts += [digits[len(digits) // 2 - 1:len(digits) // 2 + 2] for digits in phones[10:20]]
        texts += [" ".join(name.replace("-", " ").split()[:2]) for name in people[20:30]]
        texts += ["".join(dice.choice("qxzj") for _ in range(5)) for _ in range(10)]
        dice.shuffle(texts)
        return [f"search {text}" for text in texts] + [f"page {i}" for i in ids[30:50]]

    def window(self, folder, *beside):
        """The figures of the window over this shop, and the runs of what is measured beside it."""
        path = os.path.join(self.store, "steps")
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(self.steps(folder)) + "\n")
        command = [os.path.join(self.build, "src", "aftercare"), "--data-dir", folder, "--today", TODAY, "--place",
                   "customers"]
        runs, *others = self.in_turn((command, {"CARE_BENCH": path}), *beside)
        for run in runs:
            assert len(run["search-ms"]) == 50 and len(run["page-ms"]) == 20, run
        return {"first_ms": median(runs, "first-frame-ms"), "peak_kb": median(runs, "peak-kb"),
                "search_ms": median(runs, "search-ms"), "filling_ms": median(runs, "filling-ms"),
                "page_ms": median(runs, "page-ms")}, others

    def repairs(self):
        """20,190 real repairs as jobs over the smallest shop, in a copy."""
        if not os.path.exists(REPAIRS):
            return
        folder = os.path.join(self.store, "shop-repairs")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.shop(SIZES[0]), folder)
        with open(REPAIRS, newline="", encoding="utf-8") as file:
            rows = sum(1 for _ in csv.DictReader(file))
        start = time.monotonic()
        loaded = subprocess.run([os.path.join(self.build, "tests", "bench", "load-repairs"), folder, REPAIRS], check=True,
                                capture_output=True, text=True).stdout.split()[0]
        say(f"bench: {loaded} of {rows} real repairs became jobs in {time.monotonic() - start:.1f} s")
        found, _ = self.window(folder)
        say(f"bench: with them: first frame {found['first_ms']:.0f} ms, search {found['search_ms']:.1f} ms, "
            f"page {found['page_ms']:.1f} ms")


def median(runs, name):
    """The median run's median."""
    return statistics.median(statistics.median(run[name]) for run in runs)


def growth(small, large):
    return max(large[name] / small[name] for name in small if name != "search_ms")


def bounds(window_ms):
    slower = window_ms / BOUNDED_WINDOW_MS
    return {name: round(bound * slower, 1) if "_ms_" in name else bound for name, bound in BOUNDS.items()}


def main():
    arguments = sys.argv[2:]
    bench = Bench(sys.argv[1], int(arguments[arguments.index("--runs") + 1]) if "--runs" in arguments else 5)
    sizes = [size for size in SIZES if "--quick" not in arguments or size < 1000000]
    shops = {size: bench.shop(size) for size in sizes}
    floors = bench.floor("floor-window"), bench.floor("floor-list", os.path.join(shops[100000], "aftercare.db"), IDS, ROW)
    found = {}
    for size in sizes:
        found[size], beside = bench.window(shops[size], *(floors if size == 100000 else ()))
        if beside:
            window_ms = median(beside[0], "first-frame-ms")
            list_ms, list_kb = median(beside[1], "first-frame-ms"), median(beside[1], "peak-kb")
            say(f"bench: floors: window {window_ms:.0f} ms, list {list_ms:.0f} ms and {list_kb / 1024:.0f} MB")
        say(f"bench: {size} customers: first frame {found[size]['first_ms']:.0f} ms, peak "
            f"{found[size]['peak_kb'] / 1024:.0f} MB, search {found[size]['search_ms']:.1f} ms, page "
            f"{found[size]['page_ms']:.1f} ms")
    middle = found[100000]
    answer = {
        "window_ratio": round(middle["first_ms"] / list_ms, 3),
        "memory_ratio": round(middle["peak_kb"] / list_kb, 3),
        "search_ms_median": round(middle["search_ms"], 2),
        "customer_page_ms_median": round(middle["page_ms"], 2),
        "growth_1k_to_1m": round(growth(found[1000], found[1000000]), 3) if 1000000 in found else None,
        "sizes": {str(size): {name: round(value, 2) for name, value in figures.items()} for size, figures in found.items()},
        "floor_window_ms": round(window_ms, 1), "floor_list_ms": round(list_ms, 1), "floor_list_kb": round(list_kb),
        "runs": bench.runs}
    if "--json" in arguments:
        print(json.dumps(answer))
    else:
        for name, bound in bounds(window_ms).items():
            value = answer[name]
            print(f"{name:26} {value if value is not None else '-':>8}   at most {bound}"
                  f"{'' if value is None or value <= bound else '   TOO MUCH'}")
    bench.repairs()
    return 0


if __name__ == "__main__":
    sys.exit(main())
