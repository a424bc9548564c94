# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A job that comes to nothing says why, by whatever command, and so does a hand-over without aftercare."""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402


def reason_of(shop, job):
    return shop.get("job", job)["no_plan_reason"]


def cancelled(tap, shop, bea):
    job = shop.add("job", f"customer={bea}", "fault=Bent frame")
    tap.equal(shop.run("job", "move", job, "cancelled", "--reason", "   ").error, "refused", "blanks are no reason")
    shop.ask("job", "move", job, "cancelled", "--reason", "  Too dear ")
    tap.equal(reason_of(shop, job), "Too dear", "a reason is kept without the blanks around it")
    for nothing in ("", "   "):
        tap.equal(shop.run("set", "job", job, f"no_plan_reason={nothing}").error, "refused",
                  f"it cannot be taken out: {nothing!r}")
    shop.ask("job", "move", job, "cancelled")
    tap.equal(reason_of(shop, job), "Too dear", "cancelled once more, it still has its reason")
    shop.ask("job", "move", job, "cancelled", "--reason", "No parts")
    tap.equal(reason_of(shop, job), "No parts", "or the one that is given then")
    shop.ask("set", "job", job, "no_plan_reason=No parts any more")
    tap.equal(reason_of(shop, job), "No parts any more", "it may be said otherwise")


def handed_over(tap, shop, bea):
    job = shop.add("job", f"customer={bea}", "fault=Flat tire")
    tap.equal(shop.run("job", "move", job, "working", "--reason", "A gift").error, "refused",
              "a job that goes on has no reason to give")
    tap.equal(shop.get("job", job)["status"], "received", "and is not moved")
    tap.ok(shop.run("job", "move", job, "collected").code == 1, "so a hand-over without aftercare still asks for one")
    shop.ask("job", "move", job, "collected", "--reason", "A gift")
    shop.ask("job", "move", job, "collected", "--reason", "A gift to Ida")
    tap.equal(reason_of(shop, job), "A gift to Ida", "which may be said anew")
    for nothing in ("", "   "):
        tap.equal(shop.run("set", "job", job, f"no_plan_reason={nothing}").error, "refused", f"but not taken out: {nothing!r}")
    tap.equal(shop.run("set", "job", job, "--file", shop.write("none.json", '{"no_plan_reason": null}')).error, "refused", "nor by a file")
    shop.ask("set", "job", job, "no_plan_reason= A gift to Ida's son ")
    tap.equal(reason_of(shop, job), "A gift to Ida's son", "it may be said otherwise")
    shop.ask("add", "followup", f"customer={bea}", f"job={job}", "title=Ask Ida", "kind=other", "due=2026-12-01")
    shop.ask("set", "job", job, "no_plan_reason=")
    tap.equal(reason_of(shop, job), None, "with a step that is open, none is needed")
    early = shop.add("job", f"customer={bea}", "no_plan_reason=   ")
    tap.equal((reason_of(shop, early), shop.run("job", "move", early, "collected").error), (None, "refused"), "blanks at the intake are none either")


def with_aftercare(tap, shop, bea):
    """Where something is left to do, nothing says why not."""
    plan = shop.add("plan", name="Two steps", steps=[{"title": "Thank-you", "kind": "thanks", "anchor": "handover", "days": 3}])
    job = shop.add("job", f"customer={bea}", f"plan={plan}", "fault=Brakes")
    answer = shop.run("job", "move", job, "collected", "--reason", "A gift")
    tap.equal((answer.error, shop.get("job", job)["status"], shop.ask("list", "followup", "--where", f"job={job}")), ("refused", "received", []),
              "a hand-over with aftercare takes no reason why there is none")
    shop.ask("job", "move", job, "collected")
    for door in (("job", "move", job, "collected", "--reason", "A gift"), ("set", "job", job, "no_plan_reason=A gift")):
        tap.equal((shop.run(*door).error, reason_of(shop, job)), ("refused", None), f"nor does it afterwards, by {door[0]}")
    step = shop.ask("list", "followup", "--where", f"job={job}")[0]["id"]
    shop.ask("set", "followup", step, "state=done")
    shop.ask("set", "job", job, "note=Rides well")
    tap.equal(reason_of(shop, job), None, "when all is done, nothing is asked any more")
    late = shop.add("job", f"customer={bea}", "no_plan_reason=A gift")
    shop.ask("set", "job", late, f"plan={plan}")
    shop.ask("job", "move", late, "collected")
    tap.equal(reason_of(shop, late), None, "a reason from before the plan goes with the hand-over")


def imported(tap, shop, bea):
    """A shop that always asked has no job that was cancelled for nothing."""
    job = shop.add("job", f"customer={bea}", "fault=Rust")
    shop.ask("job", "move", job, "cancelled", "--reason", "Too dear")
    shop.ask("export", shop.path("shop.json"))
    with open(shop.path("shop.json"), encoding="utf-8") as file:
        data = json.load(file)
    next(j for j in data["job"] if j["id"] == job).pop("no_plan_reason")
    for began, refused in ((1, []), (2, [job])):
        with Shop() as other:
            rows = other.ask("import", other.write("shop.json", json.dumps(data | {"began": began})))["files"][0]["rows"]
            tap.equal([r["id"] for r in rows if r["result"] == "refused" and r["id"] == job], refused, f"cancelled without a reason, began with {began}")


UNSEEN = ("\u00a0", "\u200b", "\u2800", "\u3164", "\u115f", "\u1160\u3164", "\uffa0", "\u0301", "\ufe0f", " \n\t")


def nothing_to_see(tap, shop, bea):
    """What nobody can see is said nowhere: not as a name, not as a reason, not as somebody's words."""
    job = shop.add("job", f"customer={bea}", "fault=Rust")
    for text in UNSEEN:
        for words in (("add", "customer", f"name={text}"), ("add", "device", f"customer={bea}", f"name={text}"),
                      ("add", "complaint", f"customer={bea}", f"words={text}"), ("add", "gift", f"customer={bea}", f"name={text}", "state=idea"),
                      ("add", "feedback", f"customer={bea}", f"comment={text}"), ("set", "customer", bea, f"name={text}"),
                      ("job", "move", job, "cancelled", "--reason", text), ("setting", "set", "shop-name", text)):
            tap.ok(shop.run(*words).error in ("input", "refused"), f"{words[:2]}: {text!r} says nothing")
        lines = [{"name": text, "quantity": "1", "price": "10"}]
        answer = shop.run("add", "job", "--file", shop.write("job.json", json.dumps({"customer": bea, "lines": lines})))
        tap.equal(answer.error, "input", f"a line of {text!r} has no name")
        yes = shop.add("job", f"customer={bea}", f"agreed_by={text}", f"accessories={text}")
        got = shop.get("job", yes)
        tap.equal((got["agreed_by"], got["agreed_at"], got["accessories"]), (None, None, None), f"{text!r} said yes to nothing")


def main():
    tap = Tap()
    with tap.point("to the end"), Shop() as shop:
        bea = shop.add("customer", "name=Bea Koch")
        cancelled(tap, shop, bea)
        handed_over(tap, shop, bea)
        with_aftercare(tap, shop, bea)
        imported(tap, shop, bea)
        nothing_to_see(tap, shop, bea)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
