# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import refuses takes along what was made of it: a step of a hand-over, a complaint, a question, what the timeline tells.
What somebody wrote down about such things by hand comes in all the same."""
import contextlib
import hashlib
import json
import os
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from brought import alone, data_of  # noqa: E402
from cli import Shop, Tap  # noqa: E402
from contacts import CALL, contact  # noqa: E402

STEPS = [{"title": "Thank them", "kind": "thanks", "anchor": "handover", "days": 1}, {"title": "Ask", "kind": "feedback", "anchor": "handover", "days": 9}]


ALONE = "What it names as “{}” is not in the shop and was not taken over. It came without that."


def plain(reason):
    return reason.replace("\u2068", "").replace("\u2069", "")


def told(data, report):
    """What the import says of each row that it did not have the same: kind, result, reason."""
    kinds = {row["id"]: kind for kind, rows in data.items() if isinstance(rows, list) for row in rows if "id" in row}
    rows = [row for row in report["files"][0]["rows"] if row["result"] in ("new", "refused") and row.get("id") in kinds]
    return sorted((kinds[row["id"]], row["result"], row["reason"] or "") for row in rows)


def bring(shop, other, today, only=(), backwards=False):
    data = data_of(other)
    if backwards:
        data = dict(reversed(data.items()))
    return told(data, shop.ask("import", shop.write("theirs.json", json.dumps(alone(data, *only) if only else data)), today=today))


def ready(shop):
    who = shop.add("customer", "name=Ann Lee")
    plan = shop.add("plan", name="Care", warranty_months=12, steps=STEPS)
    job = shop.add("job", customer=who, fault="Flat", plan=plan)
    shop.ask("job", "move", job, "ready")
    return who, job


def steps(shop):
    return [(step["title"], step["due"], step["state"]) for step in shop.ask("list", "followup")]


def results(rows):
    return sorted({(kind, result) for kind, result, _ in rows})


def handed_over(tap, shop):
    """A job that stays as it is here brings no steps of a hand-over, whichever way its file is written, or if it is not in there."""
    who, job = ready(shop)
    with Shop("2026-11-25") as other, Shop("2026-11-25") as third:
        for desk in (other, third):
            desk.ask("import", shop.write("before.json", json.dumps(data_of(shop))))
        other.ask("job", "move", job, "collected")
        called = other.ask("list", "followup")[0]["id"]
        other.add("deferral", "rule=followup", f"record={called}", "until=2026-12-01")
        contact(other, who, called)
        nothing = [("deferral", "refused"), ("event", "refused"), ("followup", "refused"), ("job", "refused")]
        for desk, backwards in ((third, True), (shop, False)):
            rows = bring(desk, other, "2026-11-26", backwards=backwards)
            tap.equal(results(rows), nothing[:3] + [("interaction", "new")] + nothing[3:], "the job, and all that was made by its hand-over; the call came in")
            tap.equal([plain(reason) for kind, _, reason in rows if kind == "interaction"], [ALONE.format("Follow-Up")], "without the step, as its row says")
            tap.equal([(one["outcome"], one["followup"]) for one in desk.ask("list", "interaction")], [("Spoke with them", None)], "with its words")
            tap.ok({"It follows from a version of “2026-001” that was not taken over."} ==
                   {plain(reason) for kind, _, reason in rows if kind in ("event", "followup")}, "and each says why")
        tap.equal(results(bring(shop, other, "2026-11-26", ("followup",))), [("followup", "refused")], "steps alone, of a job that is in the shop, neither")
        tap.equal((steps(shop), shop.get("job", job)["status"], len(shop.get("job", job)["history"])), ([], "ready", 2), "it is ready, and nothing else")
        tap.equal([item["rule"] for item in shop.ask("due", today="2026-12-20")["items"] if item["rule"] != "backup"], ["to-tell"], "which they are to be told")
        shop.ask("job", "move", job, "collected", today="2026-11-27")
        own = [("Thank them", "2026-11-28", "open"), ("Ask", "2026-12-07", "open")]
        tap.equal(sorted(steps(shop)), sorted(own), "handed over, its steps stand on the days of that")
        tap.equal(results(bring(shop, other, "2026-11-28", ("followup",))), [("followup", "refused")], "and are not doubled")
        tap.equal([row for row in results(bring(shop, other, "2026-11-28")) if row[0] != "interaction"], nothing, "by the whole file neither")
        tap.equal((sorted(steps(shop)), shop.run("verify").json["ok"]), (sorted(own), True), "and verify is content")


def alike(tap, shop):
    """Two desks that did the same on one day agree about the job; its steps stand once."""
    _, job = ready(shop)
    with Shop() as other:
        other.ask("import", other.write("before.json", json.dumps(data_of(shop))))
        for desk in (shop, other):
            desk.ask("job", "move", job, "collected")
        bring(shop, other, "2026-11-25")
        tap.equal((len(steps(shop)), [one["status"] for one in shop.get("job", job)["history"]]), (2, ["received", "ready", "collected"]), "each step once, and each event")
    with Shop("2026-11-25") as new:
        tap.equal([row for row in bring(new, shop, "2026-11-25") if row[1] == "refused"], [], "a new shop takes all of it")
        tap.equal((len(steps(new)), new.run("verify").json["ok"]), (2, True), "and verify is content")


def thanked(tap, shop):
    """Whoever was called about a step at the other desk is not called again about this desk's own; one that was opened again there is open."""
    who, job = ready(shop)
    with Shop() as other:
        other.ask("import", other.write("before.json", json.dumps(data_of(shop))))
        for desk in (shop, other):
            desk.ask("job", "move", job, "collected")
        theirs = {one["title"]: one["id"] for one in other.ask("list", "followup")}
        own = {one["title"]: one["id"] for one in shop.ask("list", "followup")}
        other.today = "2026-11-25"
        for title in theirs:
            contact(other, who, theirs[title], body=title)
        other.ask("set", "followup", theirs["Ask"], "state=open", today="2026-11-26")
        rows = bring(shop, other, "2026-11-27")
        tap.equal({plain(reason) for kind, _, reason in rows if kind == "interaction"}, {"What it names as “Follow-Up” the shop had made itself, and it came with that."}, "the calls say so")
        tap.equal({one["body"]: one["followup"] for one in shop.ask("list", "interaction")}, own, "each is about the shop's own step")
        tap.equal([(title, state) for title, _, state in sorted(steps(shop))], [("Ask", "open"), ("Thank them", "done")], "they are thanked once")
        tap.equal(sorted(one["seen_to"] for one in shop.ask("list", "interaction")), sorted(["-" + own["Ask"], own["Thank them"]]), "and say so by its name")
        tap.ok(shop.run("verify").json["ok"], "and verify is content")


def there_and_back(tap, shop):
    """What the other desk did in between is not left out: the history ends where the job stands."""
    _, job = ready(shop)
    with Shop() as other:
        other.ask("import", other.write("before.json", json.dumps(data_of(shop))))
        for status in ("collected", "ready", "collected"):
            other.ask("job", "move", job, status)
        shop.ask("job", "move", job, "collected")
        bring(shop, other, "2026-11-25")
        history = [one["status"] for one in shop.get("job", job)["history"]]
        tap.equal((shop.get("job", job)["status"], history[-1], history.count("ready")), ("collected", "collected", 2), "what was between stands between")


def twice_low(tap, shop):
    """Of one answer that both desks put right there is one complaint, whatever was written in the other's."""
    who = shop.add("customer", "name=Dee Hart")
    answer = shop.add("feedback", customer=who, score=9)
    with Shop() as other:
        other.ask("import", other.write("before.json", json.dumps(data_of(shop))))
        for desk in (shop, other):
            desk.ask("set", "feedback", answer, "score=2")
        other.ask("set", "complaint", other.ask("list", "complaint")[0]["id"], "cause=The part was late")
        bring(shop, other, "2026-11-25")
        tap.equal(len(shop.ask("list", "complaint")), 1, "one answer, one complaint")
        tap.ok(shop.run("verify").json["ok"], "and verify is content")


def went_back(tap, shop):
    """An older backup, and the export of what came after it: the job stays as the backup has it."""
    _, job = ready(shop)
    shop.ask("backup", shop.path("early.zip"))
    shop.today = "2026-11-25"
    shop.ask("job", "move", job, "collected")
    data = data_of(shop)
    with Shop("2026-11-26") as again:
        again.ask("restore", "--last-number", "none", shop.path("early.zip"))
        report = again.ask("import", shop.path("all.json"))
        found = again.get("job", job)
        tap.equal((found["status"], [one["status"] for one in found["history"]], steps(again)), ("ready", ["received", "ready"], []), "as it was then")
        tap.equal([(kind, result) for kind, result, _ in told(data, report)], [(kind, "refused") for kind in ("event", "followup", "followup", "job")], "each is told")
        again.ask("import", "--revert", report["import"])
        tap.equal((again.get("job", job)["status"], again.run("verify").json["ok"]), ("ready", True), "taken back, nothing is amiss")


def scored(tap, shop):
    """An answer has one complaint, and none where it is not low here."""
    who = shop.add("customer", "name=Bea Koch")
    answer = shop.add("feedback", customer=who, score=9)
    before = shop.write("before.json", json.dumps(data_of(shop)))
    with Shop("2026-11-25") as other, Shop("2026-11-25") as third:
        for desk in (other, third):
            desk.ask("import", before)
        other.ask("set", "feedback", answer, "score=2")
        tap.equal(results(bring(shop, other, "2026-11-26")), [("complaint", "refused"), ("feedback", "refused")], "it stays at nine, and no complaint comes")
        tap.equal(results(bring(shop, other, "2026-11-26", ("complaint",))), [("complaint", "refused")], "nor does it alone")
        third.ask("set", "feedback", answer, "score=3")
        bring(third, other, "2026-11-26")
        tap.equal([(one["words"], one["feedback"]) for one in third.ask("list", "complaint")], [("Gave 3 of 10, without a comment", answer)], "both low: one")
        third.ask("set", "feedback", answer, "score=9")
        tap.equal(third.ask("list", "complaint"), [], "which goes when it is put right")
        tap.ok(third.run("verify").json["ok"], "and verify is content")


def by_hand(tap, shop):
    """An older backup, and the export of what came after it: the call, the promise and the complaint that somebody saw to come in."""
    who = shop.add("customer", "name=Dee Hart")
    answers = [shop.add("feedback", customer=who, score=9) for _ in range(3)]
    shop.ask("backup", shop.path("early.zip"))
    shop.today = "2026-11-25"
    for answer in answers:
        shop.ask("set", "feedback", answer, "score=2")
    said, caused, _ = (next(one["id"] for one in shop.ask("list", "complaint") if one["feedback"] == answer) for answer in answers)
    shop.add("interaction", customer=who, complaint=said, body="Said sorry, will pick it up", **CALL)
    shop.add("followup", customer=who, complaint=said, title="Pick up the bike", due="2026-11-27", kind="check")
    shop.ask("set", "complaint", caused, "cause=Cable was loose")
    data = data_of(shop)
    with Shop("2026-11-26") as again:
        again.ask("restore", "--last-number", "none", shop.path("early.zip"))
        report = again.ask("import", shop.path("all.json"))
        rows = told(data, report)
        came = [("complaint", "new"), ("complaint", "new"), ("complaint", "refused"), ("feedback", "refused"), ("feedback", "refused"), ("feedback", "refused"), ("followup", "new"), ("interaction", "new")]
        tap.equal([(kind, result) for kind, result, _ in rows], came, "all but the complaint that nobody touched")
        name = "It follows from a version of “Feedback · Dee Hart · 2026-11-24” that was not taken over."
        tap.equal({plain(reason) for kind, result, reason in rows if (kind, result) == ("complaint", "refused")}, {name}, "which says of whose answer it was made")
        tap.equal({plain(reason) for kind, result, reason in rows if (kind, result) == ("complaint", "new")}, {name + " It came without that."}, "as do those that stay")
        tap.equal(sorted((one["id"], one["cause"], one["feedback"]) for one in again.ask("list", "complaint")),
                  sorted([(said, None, None), (caused, "Cable was loose", None)]), "they are of no answer here")
        tap.equal([(one["body"], one["complaint"]) for one in again.ask("list", "interaction")], [("Said sorry, will pick it up", said)], "the call names its complaint")
        tap.equal([(one["title"], one["complaint"]) for one in again.ask("list", "followup")], [("Pick up the bike", said)], "and so does the promise")
        tap.ok(again.run("verify").json["ok"], "and verify is content")
        again.ask("import", "--revert", report["import"])
        tap.ok(again.run("verify").json["ok"], "taken back, too")


def put_right(tap, shop):
    """The words of a complaint that follow its answer's comment are no words of anybody's; those that somebody wrote instead are."""
    who = shop.add("customer", "name=Dee Hart")
    answers = [shop.add("feedback", customer=who, score=9) for _ in range(3)]
    shop.ask("backup", shop.path("early.zip"))
    for answer in answers:
        shop.ask("set", "feedback", answer, "score=2", "comment=Bell rattles", today="2026-11-25")
    followed, emptied, reworded = (next(one["id"] for one in shop.ask("list", "complaint") if one["feedback"] == answer) for answer in answers)
    shop.ask("set", "feedback", answers[0], "comment=Bell rattles loudly", today="2026-11-26")
    shop.ask("set", "feedback", answers[1], "comment=", today="2026-11-26")
    shop.ask("set", "complaint", reworded, "words=Bell rattles, and the chain", today="2026-11-26")
    tap.equal({shop.get("complaint", one)["words"] for one in (followed, emptied)}, {"Bell rattles loudly", "Gave 2 of 10, without a comment"}, "two went along with their answers")
    with Shop("2026-11-27") as again:
        again.ask("restore", "--last-number", "none", shop.path("early.zip"))
        rows = bring(again, shop, "2026-11-27")
        tap.equal([result for kind, result, _ in rows if kind == "complaint"], ["new", "refused", "refused"], "nobody has seen to those, and they stay out with their answers")
        tap.equal([(one["id"], one["feedback"]) for one in again.ask("list", "complaint")], [(reworded, None)], "what somebody wrote comes in")
        tap.ok(again.run("verify").json["ok"], "and verify is content")


def said_more(tap, shop):
    """Whatever somebody set of a complaint is theirs, be it what the answer had said of itself, as it is where the answer is put right."""
    changes = ("cause=Bell", "job={job}", "channel=letter", "received=2026-11-22T10:00:00Z", "words=Not happy")
    who = shop.add("customer", "name=Ann Lee")
    job = shop.add("job", customer=who, fault="Flat")
    answers = [shop.add("feedback", customer=who, score=9, at="2026-11-23T10:00:00Z") for _ in (*changes, None)]
    with Shop("2026-11-24") as other:
        other.ask("import", other.write("before.json", json.dumps(data_of(shop))))
        for answer in answers:
            other.ask("set", "feedback", answer, "score=2")
        of = {one["feedback"]: one["id"] for one in other.ask("list", "complaint")}
        for answer, change in zip(answers, changes):
            other.ask("set", "complaint", of[answer], change.format(job=job), today="2026-11-25")
        bring(shop, other, "2026-11-26")
        for answer in answers:
            other.ask("set", "feedback", answer, "score=9", today="2026-11-26")
        theirs = sorted(of[answer] for answer in answers[:-1])
        tap.equal(sorted(one["id"] for one in other.ask("list", "complaint")), theirs, "put right, it takes along the one that nobody touched")
    tap.equal(sorted(one["id"] for one in shop.ask("list", "complaint")), theirs, "and so does one that is refused")
    tap.ok(shop.run("verify").json["ok"], "and verify is content")


def settle(shop, complaint):
    shop.ask("set", "complaint", complaint, f"resolved={shop.today}T11:00:00Z", "cause=Bell", "resolution=New one", "confirmation=confirmed")


def settled(tap, shop):
    """After a complaint is asked once, and not before it is settled here."""
    who = shop.add("customer", "name=Cy Holt")
    complaint = shop.add("complaint", customer=who, words="Bell is off", channel="phone")
    with Shop("2026-11-25") as other:
        other.ask("import", other.write("before.json", json.dumps(data_of(shop))))
        settle(other, complaint)
        contact(other, who, other.ask("list", "followup")[0]["id"], body="Rings again")
        tap.equal(results(bring(shop, other, "2026-11-26")), [("complaint", "refused"), ("followup", "refused"), ("interaction", "new")],
                  "it is open here, and nobody is asked; what they said of it comes")
        tap.equal(results(bring(shop, other, "2026-11-26", ("followup",))), [("followup", "refused")], "by the question alone neither")
        shop.today = "2026-11-26"
        settle(shop, complaint)
        for only in ((), ("followup",)):
            bring(shop, other, "2026-11-27", only)
        tap.equal(len(steps(shop)), 1, "settled at both, they are asked once")
        tap.ok(shop.run("verify").json["ok"], "and verify is content")


def taken_back(tap, shop):
    """What the program took back here nobody can bring back: a promise about it comes without it, and what was made of it does not come."""
    who = shop.add("customer", "name=Dee Hart")
    answer = shop.add("feedback", customer=who, score=2)
    with Shop() as other:
        other.ask("import", other.write("before.json", json.dumps(data_of(shop))))
        complaint = other.ask("list", "complaint")[0]["id"]
        other.today = shop.today = "2026-11-25"
        promise = other.add("followup", customer=who, complaint=complaint, title="Pick up the bike", due="2026-11-27", kind="check")
        contact(other, who, promise, complaint=complaint, body="Comes on Friday")
        settle(other, complaint)
        shop.ask("set", "feedback", answer, "score=9")
        rows = bring(shop, other, "2026-11-26")
        gone = ALONE.format("Complaint")
        tap.equal([(result, plain(reason)) for kind, result, reason in rows if kind == "followup"],
                  [("new", gone), ("refused", gone.removesuffix(" It came without that."))], "the promise came without the complaint, the question after that not")
        tap.equal([(one["title"], one["complaint"]) for one in shop.ask("list", "followup")], [("Pick up the bike", None)], "it is to be kept")
        tap.equal(sum("Recently Deleted" in reason for _, _, reason in rows), 0, "and nobody is sent to where nothing is")
        tap.equal([reason for kind, _, reason in rows if kind == "complaint"], ["It was taken back here, or what it followed from was put right."], "nor is there another version of it")
        tap.equal([(one["body"]) for one in shop.ask("list", "interaction")], ["Comes on Friday"], "the call is there")
        tap.ok(shop.run("verify").json["ok"], "and verify is content")


def owned(tap, shop):
    """A document comes in with an owner, or not at all: whose it was the program took back here."""
    who = shop.add("customer", "name=Dee Hart")
    with Shop() as other:
        other.ask("import", other.write("before.json", json.dumps(data_of(shop))))
        other.today = "2026-11-25"
        job = other.add("job", customer=who, fault="Flat", plan=None)
        other.ask("job", "move", job, "ready")
        kept = hashlib.sha256(b"hello").hexdigest()
        place = os.path.join(other.dir, "files", kept[:2], kept)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "wb") as file:
            file.write(b"hello")
        about = {"name": "card.txt", "mime": "text/plain", "size": 5, "sha256": kept}
        for whose in ({"customer": who}, {"job": job}, {"customer": who, "job": job}):
            other.add("document", **whose, **about)
        shop.ask("remove", "customer", who)
        with contextlib.closing(sqlite3.connect(os.path.join(shop.dir, "aftercare.db"))) as db, db:
            db.execute("INSERT INTO taken_back (id) VALUES (?)", (int(who),))
        rows = bring(shop, other, "2026-11-26")
        tap.equal([result for kind, result, _ in rows if kind == "document"], ["refused"] * 3, "none comes without whose it is")
        tap.equal(shop.ask("list", "document"), [], "where no list would show it")
        tap.equal([one for one in shop.ask("list", "event") if one["customer"] is None and one["job"] is None], [], "nor what happened to nobody's job")
        tap.ok(shop.run("verify").json["ok"], "and verify is content")


def stamped(tap, shop):
    """What was only saved at another time is no other version, and what hangs on it comes, once."""
    ute, ola = shop.add("staff", "name=Ute"), shop.add("staff", "name=Ola")
    who = shop.add("customer", "name=Bea Koch", f"contact={ute}")
    with Shop() as other, Shop() as third:
        for desk in (other, third):
            desk.ask("import", desk.write("before.json", json.dumps(data_of(shop))))
        for desk in (other, third):
            for one in (ola, ute):
                desk.ask("set", "customer", who, f"contact={one}", today="2026-11-25")
        rows = bring(shop, other, "2026-11-26")
        tap.equal(results(rows), [("event", "new")], "who it was for a while is told here, too")
        tap.equal(len([event for event in third.ask("list", "event") if event["customer"] == who]), 2, "as it is at the third")
        tap.equal(results(bring(third, other, "2026-11-26")), [("event", "refused")], "which did the same")
        tap.equal(len([event for event in third.ask("list", "event") if event["customer"] == who]), 2, "and tells it once")
        tap.ok(shop.run("verify").json["ok"] and third.run("verify").json["ok"], "and verify is content")


def decided(tap, shop):
    """What comes to let a step go that was deleted or let go here is refused, and this shop's own decision stays."""
    who = shop.add("customer", "name=Bea Koch")
    names = ("deleted", "by hand", "put away", "open")
    there = {name: shop.add("followup", customer=who, kind="check", title=name, due="2026-11-20") for name in names}
    with Shop() as other:
        other.ask("import", other.write("before.json", json.dumps(data_of(shop))))
        other.today = shop.today = "2026-11-25"
        shop.ask("remove", "followup", there["deleted"])
        shop.ask("set", "followup", there["by hand"], "state=let-go", "reason=moved away")
        shop.add("deferral", "rule=followup", f"record={there['put away']}", "reason=ours")
        theirs = {other.add("deferral", "rule=followup", f"record={there[name]}", "reason=theirs"): name for name in names}
        data = data_of(other)
        report = shop.ask("import", shop.write("theirs.json", json.dumps(data)), today="2026-11-26")
        rows = {theirs[row["id"]]: (row["result"], row["reason"]) for row in report["files"][0]["rows"] if row.get("id") in theirs}
        went = ("refused", "This step was let go already.")
        tap.equal(rows, {"deleted": ("refused", "What it puts off was deleted here."),
                         "by hand": went, "put away": went, "open": ("new", None)}, "each says why")
        found = {one["title"]: (one["state"], one["reason"]) for one in shop.ask("list", "followup")}
        tap.equal(found, {"by hand": ("let-go", "moved away"), "put away": ("let-go", "ours"), "open": ("let-go", "theirs")}, "what was decided here stands")
        shop.ask("undelete", "followup", there["deleted"], today="2026-11-26")
        tap.equal(shop.get("followup", there["deleted"])["state"], "open", "what comes back is open")
        tap.equal([row for row in bring(shop, other, "2026-11-26") if row[0] == "deferral" and row[1] == "new"], [], "and nothing comes beside it that has no effect")
        tap.ok(shop.run("verify").json["ok"], "and verify is content")


def main():
    tap = Tap()
    for story in (handed_over, alike, thanked, there_and_back, twice_low, went_back, scored, by_hand, put_right, said_more, settled, taken_back, owned, stamped, decided):
        with Shop() as shop, tap.point(f"{story.__name__} to the end"):
            story(tap, shop)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
