# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""When a complaint was first answered follows from its contacts and its end, in whichever order those came about."""
import os
import random
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
        for part in (ended, by_hand, order):
            with tap.point(f"{part.__name__}: to the end"):
                part(tap, shop, who)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
