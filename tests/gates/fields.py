#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every field of a record is shown or edited somewhere, or says here why not.

A field counts as shown when the window names it (CARE_JOB_FAULT), when a Blueprint of its kind has a row of its name,
or when a paper names it, for papers are looked at on the page of their record. A second point: no two flags of a field
are one bit.
"""
import os
import re
import sys

from files import read_tree, without_comments
from tap import Tap

# Its page is made of its table: all that is set, but for references, which are rows of their own.
WHOLE = {"customer"}

# What no screen shows, with the reason.
UNSEEN = {
    # worked out for the machine, or by it
    "CARE_CUSTOMER_PHONE_DIGITS": "the number as it is searched; the number itself is shown",
    "CARE_COMPLAINT_CURRENCY": "stands with the cost",
    "CARE_GIFT_CURRENCY": "stands with the cost",
    "CARE_INVOICE_CHAIN": "verify checks it and says what was found",
    "CARE_INVOICE_CONTENT": "what is hashed; the same stands in the fields",
    "CARE_INVOICE_DAY_CONFIRMED": "verify tells which documents are out of order",
    "CARE_INVOICE_ISSUE_ORDER": "the order of the chain",
    "CARE_INVOICE_SEQUENCE": "part of the number",
    "CARE_INVOICE_SERIES": "part of the number",
    "CARE_INVOICE_LINE_NET": "its line's share of the net, which is shown by rate",
    "CARE_PAYMENT_CARRIED": "its note names the other invoice",
    "CARE_PAYMENT_CURRENCY": "stands with the amount",
    "CARE_JOB_PROMISE": "the agreed lines of then, compared with those of now",
    "CARE_FOLLOWUP_PLANNED": "the day that the plan set, compared with that on which the step stands",
    "CARE_PLAN_ADAPTED": "keeps one job's own plan out of the list of plans",
    "CARE_INTERACTION_AUTOMATIC": "an automatic reply counts as none; the command line and imports say it",
    # what something belongs to, seen from the other end or by its lines
    "CARE_DEFERRAL_RULE": "a line of Today, shown as put off or let go",
    "CARE_DEFERRAL_RECORD": "a line of Today, shown as put off or let go",
    "CARE_DEFERRAL_UNTIL": "a line of Today, shown as put off or let go",
    "CARE_DEFERRAL_HOUR": "a line of Today, shown as put off or let go",
    "CARE_DEFERRAL_REASON": "a line of Today, shown as put off or let go",
    "CARE_DOCUMENT_COMPLAINT": "a photo is shown with its job and its customer",
    "CARE_EVENT_CUSTOMER": "stands in their timeline",
    "CARE_FOLLOWUP_COMPLAINT": "settling one makes it; its line says what to ask",
    "CARE_INTERACTION_COMPLAINT": "the complaint shows how often it was tried, and its first answer",
    "CARE_FEEDBACK_SEEN_TO": "the steps of a plan show that they are done",
    "CARE_INTERACTION_SEEN_TO": "the steps of a plan show that they are done",
    "CARE_INTERACTION_FOLLOWUP": "the step of a plan shows that it is done",
    # e-invoices and other programs have them; the command line writes them, no screen yet
    "CARE_INVOICE_ALLOWANCES": "of the whole invoice: the bill knows discounts of a line only",
    "CARE_INVOICE_CHARGES": "of the whole invoice: the bill knows lines only",
    "CARE_INVOICE_EXEMPTION_CODE": "its reason is shown in words",
    "CARE_INVOICE_VAT_CODE": "its reason is shown in words",
    "CARE_JOB_LINE_CATEGORY": "the shop's rate; an invoice's line can have another",
    "CARE_JOB_LINE_RATE": "the shop's rate; an invoice's line can have another",
    "CARE_JOB_LINE_NOTE": "an invoice's line can have one",
    # the command line and imports write them, no screen yet
    "CARE_CUSTOMER_REFERRED_BY": "who sent somebody",
    "CARE_DOCUMENT_DEVICE": "a photo is shown with its job and its customer",
    "CARE_FOLLOWUP_REASON": "a step that was let go says so, not why",
    "CARE_FOLLOWUP_STAFF": "who shall get in touch",
    "CARE_FOLLOWUP_TEXT": "the text stands in the message that is begun",
    "CARE_GIFT_NOTE": "a note on a gift",
    "CARE_JOB_COMES_BACK_OF": "which job comes back",
    "CARE_TEXT_LANGUAGE": "a shop's texts are in one language so far",
    "CARE_PLAN_STEP_TEXT": "the text of the step's situation is offered",
}

FIELD = re.compile(r'\bF\(\s*(CARE_\w+),\s*"(\w+)",\s*N_\("[^"]*"\),\s*(\w+)')
ROW = re.compile(r"^\s*\$?[\w.]+ (\w+) \{", re.M)


def fields(files):
    """[(kind, enumerator, name, type)]"""
    return [(os.path.basename(path)[:-2], *match.groups()) for path, text in sorted(files.items())
            if re.fullmatch(r"src/model/[\w-]+\.h", path) for match in FIELD.finditer(text)]


def rows(files):
    """{kind: names of the rows of its Blueprints}: those that bear its name, and those whose source knows its table."""
    found = {}
    for path, text in files.items():
        if path.startswith("src/ui/") and path.endswith(".blp"):
            source = files.get(path[:-len("blp")] + "c", "")
            kinds = set(re.findall(r'#include "model/([\w-]+)\.h"', source))
            kinds |= {re.sub(r"-(editor|dialog|card|row|page|view|list)$", "", os.path.basename(path)[:-len(".blp")])}
            for kind in kinds:
                found.setdefault(kind, set()).update(ROW.findall(text))
    return found


def unseen(files, pardoned):
    shown = " ".join(without_comments(path, text) for path, text in files.items()
                     if path.endswith((".c", ".h")) and
                     (path.startswith("src/ui/") or re.search(r"^src/service/.*(document|paper)[\w-]*\.c$", path)))
    named, by_row = set(re.findall(r"\bCARE_\w+", shown)), rows(files)
    hidden = {enumerator for kind, enumerator, name, type_ in fields(files)
              if not (kind in WHOLE and type_ != "REF") and enumerator not in named
              and name not in by_row.get(kind, ())}
    return ([f"{enumerator} is shown nowhere" for enumerator in sorted(hidden - set(pardoned))] +
            [f"{enumerator} needs no pardon" for enumerator in sorted(set(pardoned) - hidden)])


EXAMPLE = {"src/model/a.h": 'F(CARE_A_B, "b", N_("B"), TEXT, 0, NULL)'}


def shared_bits(text):
    """Flags with one meaning each; 16 to 18 are the groups' (CARE_FIELD_TOGETHER)."""
    bits = {bit: re.findall(rf"(CARE_FIELD_\w+)\s*= 1 << {bit}\b", text) for bit in set(re.findall(r"= 1 << (\d+)", text))}
    return [f"bit {bit}: {', '.join(names)}" for bit, names in bits.items() if len(names) != 1 or 16 <= int(bit) <= 18]


def main():
    tap, name = Tap(), "every field is shown somewhere, or says why not"
    if not unseen(EXAMPLE, {}):
        tap.ok(False, name, "finds nothing wrong with its own bad example")
    else:
        complaints = unseen(read_tree(), UNSEEN)
        tap.ok(not complaints, name, *complaints)
    shared = shared_bits(without_comments("src/model/field.h", read_tree()["src/model/field.h"]))
    tap.ok(shared_bits("CARE_FIELD_A = 1 << 3, CARE_FIELD_B\n = 1 << 3") and not shared, "every flag of a field is a bit of its own", *shared)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
