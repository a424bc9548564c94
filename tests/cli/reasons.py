# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A job that comes to nothing says why, by whatever command, and so does a hand-over without aftercare."""
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


def main():
    tap = Tap()
    with tap.point("to the end"), Shop() as shop:
        bea = shop.add("customer", "name=Bea Koch")
        cancelled(tap, shop, bea)
        handed_over(tap, shop, bea)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
