# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two desks that moved the same jobs, in all the ways that chance has: after an import the history tells all that either desk did, in its
order, and what both did alike once, as far as that goes."""
import itertools
import json
import os
import random
import shutil
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from brought import data_of  # noqa: E402
from cli import Shop, Tap  # noqa: E402

STATUSES = ("received", "waiting", "working", "ready")
SEED = int(os.environ.get("SEED", "29"))
STORIES = int(os.environ.get("STORIES", "40"))


def walk(chance, start, length):
    """So many moves on from a status, none to where the job stands."""
    moves = []
    for _ in range(length):
        start = chance.choice([status for status in STATUSES if status != start])
        moves.append(start)
    return moves


def moves_of(chance):
    """What either desk does: the same, the beginning of it, something else, or something else on the way to the same."""
    one = walk(chance, "received", chance.randint(1, 4))
    way = chance.choice(("equal", "prefix", "other", "detour"))
    if way == "equal":
        return one, list(one)
    if way == "prefix":
        pair = [one, one + walk(chance, one[-1], chance.randint(1, 2))]
        chance.shuffle(pair)
        return pair
    other = walk(chance, "received", chance.randint(1, 4))
    if way == "detour" and other[-1] != one[-1]:
        other.append(one[-1])
    return one, other


def in_turns(chance, one, other):
    """Whose move comes next: the one desk's all first, the other's, or as it comes."""
    turns = [0] * len(one) + [1] * len(other)
    order = chance.choice(("first", "last", "mixed"))
    if order == "last":
        turns.reverse()
    elif order == "mixed":
        chance.shuffle(turns)
    return turns


def told(shop):
    """What each job's history tells, the oldest first: (when, id), from, to."""
    found = {}
    for event in shop.ask("list", "event"):
        found.setdefault(event["job"], []).append(((event["at"], event["id"]), (event["before"], event["after"])))
    return {job: sorted(events) for job, events in found.items()}


def tells(history, moves):
    """Whether all these moves stand in the history, in their order."""
    left = iter(history)
    return all(any(move == other for other in left) for move in moves)


def shortest(ours, theirs):
    """How short a history of what is ours and of some of theirs can be that tells all of both. By trying each."""
    for kept in range(len(theirs) + 1):
        for some in itertools.combinations(theirs, kept):
            if tells([move for _, move in sorted(ours + list(some))], [move for _, move in theirs]):
                return len(ours) + kept
    return None


def check(tap, shop, theirs, data, names):
    """Brings what the other desk did to a copy of this one."""
    before = told(shop)
    with Shop() as desk:
        shutil.copytree(shop.dir, desk.dir)
        rows = desk.ask("import", desk.write("theirs.json", json.dumps(data)))["files"][0]["rows"]
        differ = {row["id"] for row in rows if row["result"] == "refused" and row.get("id") in names}
        after = told(desk)
        for job, name in names.items():
            history = [move for _, move in after[job]]
            own, other = [[move for _, move in side[job]] for side in (before, theirs)]
            if job in differ:
                tap.equal(history, own, f"{name}: of a job that stays as it is here nothing comes")
                continue
            tap.ok(tells(history, own) and tells(history, other), f"{name}: all of both is told, in its order")
            tap.equal(history[-1][1], desk.get("job", job)["status"], f"{name}: and ends where the job stands")
            tap.equal(len(history), shortest(before[job], theirs[job]), f"{name}: nothing twice that both did")
            if own == other:
                tap.equal(history, own, f"{name}: both did the same")
        tap.ok(desk.run("verify").json["ok"], "and verify is content")
        again = desk.ask("import", desk.path("theirs.json"))
        tap.equal((again["new"], told(desk)), (0, after), "another import changes nothing")
        return len(names) - len(differ)


def story(tap, chance):
    with Shop() as one, Shop() as other:
        who = one.add("customer", "name=Ann Lee")
        jobs = [one.add("job", customer=who, fault="Flat", plan=None) for _ in range(STORIES)]
        shutil.copytree(one.dir, other.dir)
        names = {}
        for job in jobs:
            ways = [list(way) for way in moves_of(chance)]
            turns = in_turns(chance, *ways)
            names[job] = f"{ways[0]}, {ways[1]} by turns {turns}"
            for turn in turns:
                (one, other)[turn].ask("job", "move", job, ways[turn].pop(0))
        sides = [(shop, told(shop), data_of(shop)) for shop in (one, other)]
        same = [check(tap, sides[i][0], sides[1 - i][1], sides[1 - i][2], names) for i in (0, 1)]
        tap.ok(min(same) >= STORIES // 4, f"of {STORIES} jobs the desks agreed about {same}")


def main():
    tap = Tap()
    story(tap, random.Random(SEED))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
