#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""    run.py BUILD-DIRECTORY SECONDS [TARGET]

Runs one libFuzzer target, or each in turn, for that long. New inputs of interest are kept
in the build directory; a find is kept beside the checked-in corpus, where the tests replay
it from then on.
"""
import glob
import os
import subprocess
import sys

# How long an input gets, where it has to be long to mean something.
LENGTHS = {"archive": 65536, "csv": 65536, "encoding": 65536, "image": 32768, "backup": 16384, "record": 8192, "draft": 8192, "database": 320,
           "restore": 320}
HERE = os.path.dirname(os.path.realpath(__file__))


def fuzz(build, target, seconds):
    """Whether the target came through."""
    program = os.path.join(build, "tests", "fuzz", f"fuzz-{target}")
    corpus = os.path.join(HERE, "corpus", target)
    found = os.path.join(build, "found", target)
    os.makedirs(found, exist_ok=True)
    command = [program, f"-max_total_time={seconds}", f"-max_len={LENGTHS.get(target, 4096)}", "-timeout=10", "-rss_limit_mb=2048",
               "-print_final_stats=1", f"-artifact_prefix={corpus}/", found, corpus]
    words = os.path.join(HERE, "words", target)
    if os.path.exists(words):
        command.insert(1, f"-dict={words}")
    env = os.environ | {
        "ASAN_OPTIONS": "detect_leaks=1",
        "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1",
        "LSAN_OPTIONS": f"suppressions={HERE}/../leaks.txt:print_suppressions=0",
        "G_DEBUG": "fatal-warnings",
    }
    print(f"== {target}, {seconds} s", flush=True)
    return subprocess.run(command, env=env).returncode == 0


def main(build, seconds, target=None):
    known = sorted(os.path.basename(path)[len("fuzz-"):-2] for path in glob.glob(os.path.join(HERE, "fuzz-*.c")))
    if target is not None and target not in known:
        print(f"no such target; there are: {' '.join(known)}", file=sys.stderr)
        return 2
    results = {name: fuzz(build, name, seconds) for name in ([target] if target else known)}
    for name, fine in results.items():
        print(f"{name}: {'nothing found' if fine else 'FOUND something, kept in tests/fuzz/corpus/' + name}")
    print(f"{sum(results.values())} passed, {len(results) - sum(results.values())} failed")
    return 0 if all(results.values()) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
