#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random invoices whose sums are worked out here with exact fractions, by the rules of EN 16931, and compared to the cent.

    oracle.py BUILD [CASES [SEED]]

It shares nothing with the program: every number is a Fraction of the main unit, and rounds once, half away from zero.
"""
import json
import random
import subprocess
import sys
from fractions import Fraction as F
from math import floor

from cli import PROGRAM, Tap

# Currency and rates of each country; a small business charges none (category E).
COUNTRIES = {"DE": ("EUR", "19 7"), "AT": ("EUR", "20 13 10"), "CH": ("CHF", "8.1 3.8 2.6"), "FR": ("EUR", "20 10 5.5 2.1"),
             "GB": ("GBP", "20 5"), "NL": ("EUR", "21 9")}
DIGITS = {"JPY": 0, "KWD": 3}


def round_to(unit, value):
    whole = floor(abs(value) / unit + F(1, 2)) * unit
    return whole if value >= 0 else -whole


def largest_remainder(unit, total, exact):
    """Parts that sum up to the total: rounded down, then a unit each to the largest fractions, the earlier one first."""
    if total < 0 or (total == 0 and sum(exact) < 0):
        return [-p for p in largest_remainder(unit, -total, [-e for e in exact])]
    parts = [floor(e / unit) * unit for e in exact]
    order = sorted(range(len(exact)), key=lambda i: (parts[i] - exact[i], i))
    for i in order[:int((total - sum(parts)) / unit)]:
        parts[i] += unit
    return parts


def adjust(unit, adjustment, base):
    """An allowance is taken off, a charge put on; a percentage is of its base, never of the running sum."""
    amount = (F(adjustment["amount"]) if "amount" in adjustment
              else round_to(unit, F(adjustment.get("base", base)) * F(adjustment["percent"]) / 100))
    return amount if adjustment["charge"] else -amount


def sums_of(bill):
    unit = F(1, 10 ** DIGITS.get(bill["currency"], 2))
    gross = bill["prices"] == "gross"
    amounts, pairs = [], {}
    for line in bill["lines"]:
        g = round_to(unit, F(line["quantity"]) * F(line["price"]) / F(line.get("base_quantity", 1)))
        amounts.append(g + sum(adjust(unit, a, g) for a in line.get("adjustments", [])))
        pairs.setdefault((line["category"], F(line["rate"])), []).append(amounts[-1])
    keys, of_lines = list(pairs), [sum(v) for v in pairs.values()]
    whole = [[] for _ in keys]  # the document's allowances and charges, by pair
    for a in bill.get("adjustments", []):
        if "category" in a:
            i = keys.index((a["category"], F(a["rate"])))
            whole[i].append((a["charge"], adjust(unit, a, of_lines[i])))
            continue
        total, weight = adjust(unit, a, sum(of_lines)), sum(abs(s) for s in of_lines)
        shares = ([total * abs(s) / weight for s in of_lines] if weight else [total] + [F(0)] * (len(keys) - 1))
        sign = -1 if total < 0 else 1  # what is split is the amount, whichever way it goes
        for i, share in enumerate(largest_remainder(unit, abs(total), [sign * s for s in shares])):
            whole[i].append((a["charge"], sign * share))
    vat, nets, adjusted = [], [None] * len(amounts), []
    for key, of_pair, adjustments in zip(keys, of_lines, whole):
        taxable, rate = of_pair + sum(amount for _, amount in adjustments), key[1]
        tax = round_to(unit, taxable * rate / (100 + rate if gross else 100))
        if gross:
            taxable -= tax
        vat.append((key[0], rate, taxable, tax))
        mine = [i for i, line in enumerate(bill["lines"]) if (line["category"], F(line["rate"])) == key]
        parts = [amounts[i] for i in mine] + [amount for _, amount in adjustments]
        if gross:
            parts = largest_remainder(unit, taxable, [p * 100 / (100 + rate) for p in parts])
        for i, net in zip(mine, parts):
            nets[i] = net
        adjusted += [(charge, net) for (charge, _), net in zip(adjustments, parts[len(mine):])]
    line_total, tax = sum(nets), sum(row[3] for row in vat)
    off, on = -sum(n for charge, n in adjusted if not charge), sum(n for charge, n in adjusted if charge)
    net = line_total - off + on
    due = net + tax - F(bill.get("paid", 0)) + F(bill.get("rounding", 0))
    return {"lines": nets, "vat": vat, "line_total": line_total, "allowances": off, "charges": on, "net": net, "tax": tax,
            "gross": net + tax, "due": due}


def decimal(rng, low, high, places):
    return f"{rng.randint(low * 10 ** places, high * 10 ** places) / 10 ** places:.{places}f}"


def adjustment(rng, digits):
    made = {"charge": rng.random() < 0.3, "reason": "Agreed"}
    if rng.random() < 0.5:
        made["percent"] = rng.choice(["3", "10", "12.5", "33.33", "100"])
    else:
        made["amount"] = decimal(rng, 0, 20, digits)
    return made


def bill_of(rng):
    currency, rates = COUNTRIES[rng.choice(list(COUNTRIES))]
    if rng.random() < 0.3:
        currency = rng.choice(["JPY", "KWD", "CHF"])
    digits = DIGITS.get(currency, 2)
    pairs = [("E", "0")] if rng.random() < 0.15 else [("S", rate) for rate in rates.split()] + [("Z", "0")]
    bill = {"currency": currency, "prices": rng.choice(["net", "gross"]), "lines": []}
    for i in range(rng.randint(1, 9)):
        category, rate = rng.choice(pairs)
        line = {"name": f"Line {i}", "quantity": decimal(rng, -2, 12, rng.choice([0, 0, 1, 3])), "category": category, "rate": rate,
                "price": rng.choice([decimal(rng, 0, 300, digits), decimal(rng, 0, 3, 6), "0.35", "9.99", "0"])}
        if rng.random() < 0.1:
            line["base_quantity"] = rng.choice(["3", "100", "0.7"])
        if rng.random() < 0.3:
            line["adjustments"] = [adjustment(rng, digits) for _ in range(rng.randint(1, 2))]
        bill["lines"].append(line)
    if rng.random() < 0.4:
        bill["adjustments"] = [adjustment(rng, digits) for _ in range(rng.randint(1, 2))]
        if rng.random() < 0.4:
            bill["adjustments"][0].update(category=bill["lines"][0]["category"], rate=bill["lines"][0]["rate"])
    if rng.random() < 0.2:
        bill["paid"] = decimal(rng, 0, 50, digits)
    return bill


SUMS = ("line_total", "allowances", "charges", "net", "tax", "gross", "due")


def of_program(bill):
    done = subprocess.run([PROGRAM, "--json", "invoice", "total", "-"], input=json.dumps(bill), capture_output=True, text=True,
                          timeout=60, check=False)
    got = json.loads(done.stdout)
    if done.returncode:
        return got
    sums = {key: F(got[key]) for key in SUMS}
    sums["lines"] = [F(line["net"]) for line in got["lines"]]
    sums["vat"] = [(row["category"], F(row["rate"]), F(row["taxable"]), F(row["tax"])) for row in got["vat"]]
    return sums


def main():
    tap = Tap()
    given = [int(number) for number in sys.argv[2:4]]
    cases, seed = given + [300, 226][len(given):]
    rng = random.Random(seed)
    wrong = 0
    for n in range(cases):
        bill = bill_of(rng)
        got, wanted = of_program(bill), sums_of(bill)
        if got != wanted and wrong < 5:
            tap.ok(False, f"case {n} of seed {seed}", json.dumps(bill), got, wanted)
        wrong += got != wanted
    tap.equal(wrong, 0, f"{cases} invoices come to what the rules say")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
