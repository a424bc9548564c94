#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What nobody can see is not said: every text of every kind, at every door."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402
from given import changed, doors, fill  # noqa: E402
from links import copy_of, data_of, imported  # noqa: E402

UNSEEN = ("\u200b", "\ufeff", "\u00ad", "\u200e\u200f", "\u00a0\u2003", "\u3164", "\u2800", "\u0301")


def texts(shop, kinds):
    """(kind, the list or None, field, required) of every text that somebody writes."""
    for kind in kinds:
        for field in shop.ask("fields", kind):
            if field["type"] == "text" and not field["computed"]:
                yield kind, None, field["field"], field["required"]
            for inner in field.get("fields") or () if not field["computed"] else ():
                if inner["type"] == "text" and not inner["computed"]:
                    yield kind, field["field"], inner["field"], inner["required"]


def unseen(tap, base, own):
    """What nobody can see is not said, in whatever field of whatever kind: missing where something has to be said, else nothing."""
    found = [text for text in texts(base, own) if text[0] != "payment"]
    tap.ok(len(found) > 40, "the kinds have their texts", len(found))
    data, shop = data_of(base), copy_of(base)
    with shop:
        for number, (kind, within, field, required) in enumerate(found):
            letters, what = UNSEEN[number % len(UNSEEN)], f"{kind}.{within + '.' if within else ''}{field} that nobody sees"
            if within and not shop.get(kind, own[kind])[within]:
                continue
            for door, answer in doors(shop, own, kind, within, field, letters):
                if required and field != "category":  # which the shop's own fills
                    tap.equal(answer.error, "input", f"{what}: {door} refuses")
                elif not answer.code:
                    row = shop.get(kind, answer.json["id"])
                    tap.ok(letters not in ((row[within][0] if within else row)[field] or ""), f"{what}: {door} takes it for nothing")
            if required:
                comes_told(tap, data, own, (kind, within, field, letters), what)


def comes_told(tap, data, own, text, what):
    kind, within, field, letters = text
    rows = [changed(row, within, field, letters) if row["id"] == own[kind] else row for row in data[kind]]
    other, report = imported(data | {kind: rows})
    with other:
        tap.ok(report[own[kind]]["reason"], f"{what}: an import refuses or tells it", report[own[kind]])
        if report[own[kind]]["result"] == "new":
            verified = other.ask("verify")
            tap.equal((verified["problems"], [note["id"] for note in verified["notes"]]), ([], [own[kind]]), f"{what}: verify notes it")


def main():
    tap = Tap()
    with Shop() as base:
        own = fill(base.open(), "Ann One")
        for part in (unseen,):
            with tap.point(f"{part.__name__} to the end"):
                part(tap, base, own)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
