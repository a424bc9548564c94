# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""When a complaint was first answered follows from its contacts and its end, in whichever order those came about."""
import json
import os
import random
import shutil
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

WAYS = ("phone", "email", "sms", "counter")


def instant(day, hour, minute=0):
    return f"2026-11-{day:02}T{hour:02}:{minute:02}:00Z"


class Complaint:
    """What was said of one, and what follows from it by the rules, reckoned here."""

    def __init__(self, shop, who, received, channel="email"):
        self.shop, self.who, self.received, self.channel = shop, who, received, channel
        self.resolved, self.by_hand, self.gone, self.contacts = None, None, False, {}
        self.id = shop.add("complaint", customer=who, words="It leaks", channel=channel, received=received)

    def contact(self, at, **more):
        said = {"direction": "out", "channel": "phone", "at": at, "body": "We come"} | more
        one = self.shop.add("interaction", customer=self.who, complaint=self.id, **said)
        self.contacts[one] = said | {"complaint": self.id, "gone": False}
        return one

    def say(self, one, **more):
        self.shop.ask("set", "interaction", one, *(f"{field}={value}" for field, value in more.items()))
        self.contacts[one] |= more

    def remove(self, one, gone=True):
        self.shop.ask("remove" if gone else "undelete", "interaction", one)
        self.contacts[one]["gone"] = gone

    def settle(self, at):
        more = ["cause=Worn", "confirmation=confirmed"] if at else ["confirmation="]
        self.shop.ask("set", "complaint", self.id, f"resolved={at or ''}", *more)
        self.resolved = at

    def set(self, **more):
        self.shop.ask("set", "complaint", self.id, *(f"{field}={value}" for field, value in more.items()))
        for field, value in more.items():
            setattr(self, field, value)

    def write(self, at, how="letter"):
        """By hand; None: as it follows again."""
        self.shop.ask("set", "complaint", self.id, f"acknowledged={at or ''}", f"acknowledged_how={how if at else ''}")
        self.by_hand = (at, how) if at else None

    def delete(self, gone):
        self.shop.ask("remove" if gone else "undelete", "complaint", self.id)
        self.gone = gone

    def expected(self):
        if self.by_hand:
            return self.by_hand
        first = min(((said["at"], int(one), said["channel"]) for one, said in self.contacts.items()
                     if said["complaint"] == self.id and not said["gone"] and said["direction"] == "out" and said["at"] >= self.received
                     and said.get("outcome") != "Nobody answered" and said.get("automatic") != "true" and said.get("class") != "marketing"),
                    default=None)
        if self.resolved and not (first and first[0] <= self.resolved):
            return self.resolved, self.channel
        return (first[0], first[2]) if first else (None, None)

    def told(self):
        if self.gone:
            return self.expected()
        record = self.shop.get("complaint", self.id)
        return record["acknowledged"], record["acknowledged_how"]


def stands(tap, complaint, what):
    tap.equal(complaint.told(), complaint.expected(), what)


def ended(tap, shop, who):
    """The end answers what nobody had answered, for as long as it is so."""
    one = Complaint(shop, who, instant(10, 8))
    one.settle(instant(12, 9))
    stands(tap, one, "settled without a word, it was answered by that")
    one.settle(instant(11, 9))
    stands(tap, one, "settled a day earlier, it was answered then")
    one.settle(instant(14, 9))
    stands(tap, one, "or later")
    one.set(channel="phone")
    stands(tap, one, "by the way that it came")
    call = one.contact(instant(13, 9), channel="sms")
    stands(tap, one, "a call that was before gives the answer")
    one.remove(call)
    one.settle(instant(15, 9))
    one.remove(call, gone=False)
    stands(tap, one, "and does again once it is brought back, whatever became of the end meanwhile")
    one.settle(instant(12, 9))
    stands(tap, one, "settled before the call, it is answered by its end again")
    one.settle(None)
    stands(tap, one, "and by the call once it is open again")
    one.remove(call)
    one.settle(instant(12, 9))
    one.settle(None)
    stands(tap, one, "without any it waits for an answer")
    one.contact(instant(10, 9))
    stands(tap, one, "and what is written down of the day before gives it")
    one.set(received=instant(10, 10))
    stands(tap, one, "unless that was before it came")


def by_hand(tap, shop, who):
    one = Complaint(shop, who, instant(10, 8))
    one.contact(instant(10, 12))
    one.write(instant(10, 13))
    other = one.contact(instant(10, 9))
    one.settle(instant(12, 9))
    one.remove(other)
    stands(tap, one, "what somebody wrote stays, whoever was called and however it ended")
    answer = shop.run("set", "complaint", one.id, f"resolved={instant(10, 12, 30)}")
    tap.equal(answer.error, "input", "and is not after the end")
    one.write(None)
    stands(tap, one, "taken out, it follows again")
    shop.ask("set", "complaint", one.id, "acknowledged_how=letter")
    one.settle(instant(13, 9))
    tap.equal(one.told(), (instant(10, 12), "letter"), "the way alone may be written, too")


def elsewhere(shop, *contacts):
    """Writes down contacts with complaints in a copy of the shop; what its export has of them, and their ids."""
    with Shop() as copy:
        shutil.copytree(shop.dir, copy.dir)
        ids = [one.contact.__func__(Copied(copy, one), at, **more) for one, at, more in contacts]
        copy.ask("export", copy.path("all.json"))
        with open(copy.path("all.json"), encoding="utf-8") as file:
            data = json.load(file)
    return data | {"interaction": [row for row in data["interaction"] if row["id"] in ids]}, ids


class Copied:
    """The same complaint in another shop; what is said of it there counts here, once it comes."""

    def __init__(self, shop, one):
        self.shop, self.who, self.id, self.contacts = shop, one.who, one.id, one.contacts


def only_contacts(data):
    return {key: value for key, value in data.items() if not isinstance(value, list) or key == "interaction"}


def comes(tap, shop, *contacts, alone=True):
    data, ids = elsewhere(shop, *contacts)
    if alone:
        data = only_contacts(data)
    report = shop.ask("import", shop.write("later.json", json.dumps(data)))
    tap.equal((report["new"], report["refused"]), (len(ids), 0), "the contacts come, and what they answer is no other version of what is here")
    return report["import"]


def why(shop, one):
    return next(item["why"] for item in shop.ask("due")["items"] if item["id"] == f"complaint-{one.id}")


def arriving(tap, shop, who):
    """A contact that a file brings to a complaint that is here answers it as one that is entered."""
    one = Complaint(shop, who, instant(23, 8))
    tap.equal(why(shop, one), "Nobody has answered yet", "it waits for an answer")
    before = shop.get("complaint", one.id)["changed"]
    done = comes(tap, shop, (one, instant(23, 15), {}), (one, instant(23, 12), {"channel": "sms"}), (one, instant(23, 10), {"outcome": "Nobody answered"}))
    stands(tap, one, "the first of two that come answers it, and none that reached nobody")
    tap.equal(why(shop, one), "Answered, and not settled yet", "and Today asks for none any more")
    tap.equal(shop.get("complaint", one.id)["changed"], before, "nobody has written on it")
    comes(tap, shop, (one, instant(23, 11), {"channel": "counter"}), (one, instant(23, 9), {}), alone=False)
    stands(tap, one, "nor do two that are earlier still find another answer in their way")
    shop.ask("import", "--revert", done)
    stands(tap, one, "what came from an export stays when that is taken back, and so does the answer")
    for gone in list(one.contacts):
        one.remove(gone)
    stands(tap, one, "deleted, they answer nothing")
    one.settle(instant(24, 8))
    comes(tap, shop, (one, instant(23, 20), {}), (one, instant(24, 9), {}))
    stands(tap, one, "it was answered before it ended")
    hand = Complaint(shop, who, instant(20, 8))
    hand.contact(instant(20, 12))
    hand.write(instant(20, 13))
    comes(tap, shop, (hand, instant(20, 9), {}), (hand, instant(20, 12), {}))
    stands(tap, hand, "what somebody wrote stays")
    odd = Complaint(shop, who, instant(23, 8))
    data, ids = elsewhere(shop, (odd, instant(23, 9), {}))
    data["interaction"][0] |= {"at": instant(25, 9)}
    odd.contacts[ids[0]]["at"] = instant(25, 9)
    shop.ask("import", shop.write("ahead.json", json.dumps(only_contacts(data))))
    stands(tap, odd, "one of a day ahead, where that may have begun, keeps nothing else out")
    away = Complaint(shop, who, instant(20, 8))
    data, _ids = elsewhere(shop, (away, instant(21, 9), {}))
    away.delete(True)
    shop.ask("import", shop.write("later.json", json.dumps(only_contacts(data))))
    away.delete(False)
    told = away.told()
    away.contacts = {row["id"]: row | {"gone": False} for row in shop.ask("list", "interaction") if row["complaint"] == away.id}
    tap.equal(told, away.expected(), "one that is deleted comes back as it would stand by then")


def whole(tap, shop, _who):
    """Where the complaints come along, they are as they were where they were written, to the second."""
    shop.ask("export", shop.path("all.json"))
    with Shop() as other:
        tap.equal(other.ask("import", shop.path("all.json"))["refused"], 0, "a whole shop comes")
        tap.equal(other.ask("list", "complaint"), shop.ask("list", "complaint"), "with its complaints")


def act(rng, mine, other):
    """One thing that somebody does."""
    hour = instant(rng.randint(11, 19), rng.randint(8, 18))
    there = [one for one, said in mine.contacts.items() if not said["gone"]]
    gone = [one for one, said in mine.contacts.items() if said["gone"]]
    what = rng.choice(("contact", "at", "said", "remove", "undelete", "settle", "open", "received", "channel", "write", "forget", "delete", "move"))
    if mine.gone and what not in ("remove", "undelete"):
        mine.delete(False)
    elif what == "contact":
        mine.contact(hour, channel=rng.choice(WAYS), **rng.choice(({}, {}, {"outcome": "Nobody answered"}, {"automatic": "true"}, {"class": "marketing"})))
    elif what in ("at", "said", "remove", "move") and there:
        one = rng.choice(there)
        if what == "remove":
            mine.remove(one)
        elif what == "move":
            mine.say(one, complaint=other.id if mine.contacts[one]["complaint"] == mine.id else mine.id)
        else:
            mine.say(one, **({"at": hour} if what == "at" else rng.choice((
                {"outcome": "Nobody answered"}, {"outcome": ""}, {"direction": "in"}, {"direction": "out"}, {"channel": rng.choice(WAYS)}))))
    elif what == "undelete" and gone:
        mine.remove(rng.choice(gone), gone=False)
    elif what == "settle" and not mine.by_hand:
        mine.settle(max(hour, mine.received))
    elif what == "open":
        mine.settle(None)
    elif what == "received" and not mine.by_hand:
        mine.set(received=min([instant(rng.randint(10, 15), 8)] + ([mine.resolved] if mine.resolved else [])))
    elif what == "channel":
        mine.set(channel=rng.choice(WAYS))
    elif what == "write" and not mine.resolved and rng.random() < 0.5:
        mine.write(instant(20, 8, 37))
    elif what == "forget" and mine.by_hand:
        mine.write(None)
    elif what == "delete" and rng.random() < 0.5:
        mine.delete(True)
    return what


def at_random(tap, shop, who, seed, acts=40):
    rng, done = random.Random(seed), []
    mine, other = Complaint(shop, who, instant(10, 8)), Complaint(shop, who, instant(10, 8))
    for _ in range(acts):
        done.append(act(rng, mine, other))
        other.contacts = mine.contacts
        if mine.told() != mine.expected() or other.told() != other.expected():
            tap.equal([mine.told(), other.told()], [mine.expected(), other.expected()], f"seed {seed}: {' '.join(done)}")
            return
    tap.ok(True, f"seed {seed}: {acts} acts")


def order(tap, shop, who):
    """SHOPS=50 SEED=7 tries more."""
    first = int(os.environ.get("SEED", "1"))
    for seed in range(first, first + int(os.environ.get("SHOPS", "5"))):
        at_random(tap, shop, who, seed)
    tap.equal(shop.ask("verify")["ok"], True, "verify finds nothing")


def main():
    tap = Tap()
    with Shop() as shop:
        who = shop.add("customer", "name=Bea Koch")
        for part in (ended, by_hand, arriving, order, whole):
            with tap.point(f"{part.__name__}: to the end"):
                part(tap, shop, who)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
