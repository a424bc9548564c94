# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An answer that is put right, and the complaint that it had opened."""
import os
import sqlite3
import sys
from contextlib import closing

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402


def taken_back(tap, shop):
    """A slip opens no complaint once it is put right, unless somebody has done something about it."""
    ann = shop.add("customer", "name=Ann Slip")

    def complaints(*more):
        return [c["words"] for c in shop.ask("list", "complaint", "--where", f"customer={ann}", *more)]
    slip = shop.add("feedback", f"customer={ann}", "score=3")
    opened = shop.ask("list", "complaint", "--where", f"customer={ann}")
    for fields, wanted in ((["score=8"], []), (["score=3"], ["Gave 3 of 10, without a comment"]), (["score=4"], ["Gave 4 of 10, without a comment"]),
                           (["comment=The bell"], ["The bell"]), (["comment=", "score=9"], []), (["score=2"], ["Gave 2 of 10, without a comment"])):
        shop.ask("set", "feedback", slip, *fields)
        tap.equal(complaints(), wanted, f"{' '.join(fields)}: the complaint says what the answer says, or is none")
        tap.equal(complaints("--deleted"), [], "and nobody deleted one")
    tap.equal([c["id"] for c in shop.ask("list", "complaint", "--where", f"customer={ann}")], [c["id"] for c in opened], "it is the same one")
    shop.ask("remove", "feedback", slip)
    shop.ask("undelete", "feedback", slip)
    tap.equal(complaints(), ["Gave 2 of 10, without a comment"], "and goes and comes back with its answer")
    call = shop.add("interaction", f"customer={ann}", f"complaint={opened[0]['id']}", "direction=out", "channel=phone", "outcome=Nobody answered")
    shop.ask("set", "feedback", slip, "score=9")
    tap.equal(complaints(), ["Gave 2 of 10, without a comment"], "one that somebody has called about stays")
    shop.ask("remove", "interaction", call)
    shop.ask("remove", "complaint", opened[0]["id"])
    for score in (2, 9, 2):
        shop.ask("set", "feedback", slip, f"score={score}")
    tap.equal((complaints(), complaints("--deleted")), ([], ["Gave 2 of 10, without a comment"]), "and one that somebody deleted stays deleted")


def followed(tap, shop):
    """What is put right of an answer is the complaint's too, while that is as it was opened."""
    ann, bea = (shop.add("customer", f"name={name} Along") for name in ("Ann", "Bea"))
    jobs = [shop.add("job", customer=who) for who in (ann, ann, bea)]
    staff = [shop.add("staff", f"name={name} Along") for name in ("Sue", "Tom")]
    slip = shop.add("feedback", f"customer={ann}", "score=3", "comment=It leaks", "at=2026-11-20T10:00:00Z", "channel=email", f"job={jobs[0]}", f"staff={staff[0]}")

    def told():
        return next([c[f] for f in ("customer", "words", "received", "channel", "job", "received_by")] for c in shop.ask("list", "complaint") if c["feedback"] == slip)
    first, other = ([ann, "It leaks", "2026-11-20T10:00:00Z", "email", jobs[0], staff[0]], [ann, "It leaks", "2026-11-18T10:00:00Z", "phone", jobs[1], staff[1]])
    tap.equal(told(), first, "a complaint says what its answer says")
    shop.ask("set", "feedback", slip, "at=2026-11-18T10:00:00Z", "channel=phone", f"job={jobs[1]}", f"staff={staff[1]}")
    tap.equal(told(), other, "when, how, about what and by whom, too, once that is put right")
    shop.ask("set", "feedback", slip, f"customer={bea}", f"job={jobs[2]}")
    tap.equal(told(), [bea] + other[1:4] + [jobs[2], staff[1]], "and who said it")
    shop.ask("set", "feedback", slip, "score=9")
    shop.ask("set", "feedback", slip, "score=3", f"customer={ann}", f"job={jobs[0]}", "channel=email")
    tap.equal(told(), [ann, "It leaks", "2026-11-18T10:00:00Z", "email", jobs[0], staff[1]], "one that comes back says what the answer says by then")
    complaint = next(c["id"] for c in shop.ask("list", "complaint") if c["feedback"] == slip)
    shop.ask("set", "complaint", complaint, "desired=A new bell")
    shop.ask("set", "feedback", slip, "channel=phone", "comment=It drips")
    tap.equal(told()[1:4], ["It leaks", "2026-11-18T10:00:00Z", "email"], "one that somebody works on stays as it is")
    tap.equal(shop.run("verify").code, 0, "and the shop is well")


def worked_on(tap, shop):
    """Whatever somebody has done about a complaint, it does not go with the slip that opened it."""
    ann = shop.add("customer", "name=Ann Late")
    job = shop.add("job", customer=ann)
    bob = shop.add("staff", "name=Bob Late")

    def opened():
        slip = shop.add("feedback", f"customer={ann}", "score=3", f"staff={bob}")
        return slip, next(c["id"] for c in shop.ask("list", "complaint") if c["feedback"] == slip)

    def standing():
        return [c["id"] for c in shop.ask("list", "complaint", "--where", f"customer={ann}")]
    for field in ("cost=12.00", "desired=A new bell", "resolution=Rang it", "cause=The bell", "words=The bell is dumb", "channel=phone", f"job={job}", "received_by=",
                  "received=2026-01-02T10:00:00Z"):
        slip, complaint = opened()
        shop.ask("set", "complaint", complaint, field)
        shop.ask("remove", "feedback", slip)
        tap.ok(complaint in standing(), f"{field} is somebody's work, and does not go with the answer", standing())
        shop.ask("undelete", "feedback", slip)
        shop.ask("set", "feedback", slip, "score=9")
        tap.ok(complaint in standing(), f"{field}: nor when that is put right", standing())
    for way in ("direction=in", "direction=note"):
        slip, complaint = opened()
        shop.add("interaction", f"customer={ann}", f"complaint={complaint}", way, "channel=phone", "body=It leaks")
        for words in (("remove", "feedback", slip), ("undelete", "feedback", slip), ("set", "feedback", slip, "score=9")):
            shop.ask(*words)
            tap.ok(complaint in standing(), f"and so is a contact about it, {way}: {words[0]}", standing())
    slip, complaint = opened()
    step = shop.add("followup", f"customer={ann}", f"complaint={complaint}", "kind=check", "title=Ask", "due=2026-12-24", "state=open")
    shop.ask("set", "feedback", slip, "score=9")
    tap.ok(complaint in standing() and shop.get("followup", step)["complaint"] == complaint, "and a step for it", standing())
    slip, complaint = opened()
    with closing(sqlite3.connect(os.path.join(shop.dir, "aftercare.db"))) as db, db:
        db.execute("UPDATE complaint SET words = 'Gab 3 von 10, ohne Kommentar' WHERE id = ?", (complaint,))
    shop.ask("remove", "feedback", slip)
    gone = complaint not in standing()
    shop.ask("undelete", "feedback", slip)
    tap.equal((gone, complaint in standing()), (True, True), "what the program said in another language goes with it, and comes back")
    shop.ask("set", "feedback", slip, "score=9")
    tap.ok(complaint not in standing(), "what the program said in another language is nobody's work", standing())


def main():
    tap = Tap()
    with Shop() as shop:
        for part in (taken_back, followed, worked_on):
            with tap.point(f"{part.__name__} to the end"):
                part(tap, shop)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
