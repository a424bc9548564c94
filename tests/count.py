#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts test cases, not programs: the TAP points in meson's logs.

    count.py LOG...    every point of each testlog.json is a case

Prints what failed and what was skipped, and last the line `N passed, N failed`.
A program that dies, times out or says fewer points than its plan counts as a failure.
"""
import json
import re
import sys

POINT = re.compile(r"^\s*(not )?ok\b\s*\d*\s*-?\s*(.*?)\s*(?:#\s*(skip|todo)\S*\s*(.*))?$", re.IGNORECASE)
PLAN = re.compile(r"^1\.\.(\d+)\s*(#\s*skip.*)?$", re.IGNORECASE)


class Count:
    def __init__(self):
        self.passed = 0
        self.failed = []
        self.skipped = []


def points_of(stdout):
    """The points of one program as (passed, name, directive, reason), and its plan."""
    points, plan = [], None
    for line in stdout.splitlines():
        if match := PLAN.match(line):
            plan = int(match[1])
        elif match := POINT.match(line):
            points.append((match[1] is None, match[2], (match[3] or "").lower(), match[4] or ""))
    return points, plan


def add_points(count, test, points, plan):
    name = test["name"]
    failed_before = len(count.failed)
    for passed, point, directive, reason in points:
        label = f"{name}: {point}"
        if directive == "skip":
            count.skipped.append(f"{label} ({reason})" if reason else label)
        elif passed:
            count.passed += 1
        elif directive != "todo":
            count.failed.append(label)
    if plan is not None and plan != len(points):
        count.failed.append(f"{name}: said {len(points)} of {plan} points")
    if test["result"] not in ("OK", "SKIP", "EXPECTEDFAIL") and len(count.failed) == failed_before:
        count.failed.append(f"{name}: {test['result'].lower()}, exit status {test.get('returncode')}")


def show(test):
    print(f"\n=== {test['name']} ({test['result']}, exit status {test.get('returncode')})")
    for stream in ("stdout", "stderr"):
        lines = test.get(stream, "").splitlines()
        # of a long list of points only the ones that matter
        lines = [line for line in lines if not re.match(r"^\s*ok\b", line)]
        print("\n".join(lines[-150:]))


def main(arguments):
    count = Count()
    for argument in arguments:
        with open(argument, encoding="utf-8", errors="replace") as log:
            tests = [json.loads(line) for line in log if line.strip()]
        for test in tests:
            test["name"] = test["name"].removeprefix("aftercare:").replace(" / ", "/")
            before = len(count.failed)
            points, plan = points_of(test.get("stdout", ""))
            if points or plan is not None:
                add_points(count, test, points, plan)
            else:
                add_points(count, test, [], None)
                if test["result"] == "OK":
                    count.failed.append(f"{test['name']}: said no point at all")
            if len(count.failed) > before:
                show(test)
    print()
    for label in count.skipped:
        print(f"skipped: {label}")
    for label in count.failed:
        print(f"FAILED: {label}")
    print(f"{count.passed} passed, {len(count.failed)} failed")
    return 1 if count.failed or not count.passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
