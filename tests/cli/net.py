#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prices without tax, billed in parts: what was agreed so is compared so."""
import json
import sys

from cli import Shop, Tap


def job_of(shop, *lines, **more):
    job = shop.add("job", customer=shop.add("customer", name="Bea Koch", addresses=[
        {"street": "Am Tor 3", "postcode": "10969", "locality": "Berlin"}]), prices="net", lines=[
            {"name": f"Part {i}", "quantity": "1", "price": price, "category": "S", "rate": rate}
            for i, (price, rate) in enumerate(lines)], **more)
    shop.ask("job", "move", job, "ready")
    return job


def part_of(shop, job, *prices):
    """One more invoice of the job: of its first line at these prices, or what the draft says."""
    draft = shop.ask("invoice", "draft", "--job", job)["id"]
    if prices:
        line = shop.get("invoice", draft)["lines"][0]
        lines = [line | {"name": f"Deposit {i}", "quantity": "1", "price": price} for i, price in enumerate(prices)]
        shop.ask("set", "invoice", draft, "--file", shop.write("set.json", json.dumps({"lines": lines})))
    return draft


def halves(tap):
    for yes in ({}, {"agreed_by": "Bea", "agreed_how": "phone"}):
        with Shop() as shop:
            job = job_of(shop.open(prices="net"), ("149.00", "19"), **yes)
            first = shop.ask("invoice", "issue", part_of(shop, job, "74.50"))
            rest = part_of(shop, job)
            tap.equal((first["gross"], shop.get("invoice", rest)["gross"]), ("88.66", "88.66"), "two halves come to a minor unit more")
            tap.equal([lack for lack in shop.ask("invoice", "check", rest) if not lack["hint"]], [], "which nobody has to be asked for")
            tap.equal(shop.run("invoice", "issue", rest).code, 0, "the price is what was agreed")
            tap.equal(shop.get("job", job)["to_bill"], False, "and all of it is billed")


def above(tap):
    """A minor unit above the price is one, and so is a higher tax on the same price."""
    with Shop() as shop:
        job = job_of(shop.open(prices="net"), ("149.00", "19"), agreed_by="Bea")
        shop.ask("invoice", "issue", part_of(shop, job, "74.50"))
        tap.equal(shop.run("invoice", "issue", part_of(shop, job, "74.51")).error, "refused", "more than was left of the price")
        low = job_of(shop, ("100.00", "7"), agreed_by="Bea")
        draft = shop.ask("invoice", "draft", "--job", low)["id"]
        lines = [line | {"rate": "19"} for line in shop.get("invoice", draft)["lines"]]
        shop.ask("set", "invoice", draft, "--file", shop.write("set.json", json.dumps({"lines": lines})))
        tap.equal(shop.run("invoice", "issue", draft).error, "refused", "a higher tax is more to pay")
        odd = job_of(shop, ("273.38", "19"), agreed_by="Bea")
        shop.ask("invoice", "issue", part_of(shop, odd, "136.69"))
        more = part_of(shop, odd, "136.69", "0.01")
        tap.equal(shop.run("invoice", "issue", more).error, "refused", "and a line of nearly nothing is a line more")


def main():
    tap = Tap()
    for part in (halves, above):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
