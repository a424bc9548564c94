#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a door refuses in a field, an import refuses or tells, and verify tells: of every kind and each of its fields, by the
table of fields itself."""
import copy
import json
import os
import sqlite3
import sys

from arriving import LINE, fill as one_of_each
from cli import Shop, Tap

WRONG = {
    "text": ["DE123", "\u200b", "x" * 3000],
    "integer": [-1, 100000, 2 ** 63 - 1],
    "decimal": ["-1", "101", "0.00000001", "99999999999999"],
    "money": ["-1.00", "1.005", "99999999999999.00"],
    "date": ["2200-01-01", "1800-01-01", "2026-02-30"],
    "day": ["--02-30", "1700-01-01", "2027-01-01"],
    "instant": ["2200-01-01T00:00:00Z", "2027-06-01T00:00:00Z"],
    "choice": ["nope"],
    "id": ["-1", "100000", str(2 ** 63 - 1)],
}
# which is beside steps that are open wherever one was planned after the hand-over
NO_FAULT = {("job", "no_plan_reason")}


def fill(shop):
    who = shop.open().add("customer", name="Bea Koch", phones=[{"number": "0171 2345678"}], emails=[{"address": "bea@x.example"}], tags=["Often"],
                          addresses=[{"street": "Gasse 2", "postcode": "10115", "locality": "Berlin"}], birthday="1980-04-05")
    of = {"customer": who, "staff": shop.add("staff", name="Mara"), "device": shop.add("device", name="Bike", customer=who)}
    line = {"name": "Labor", "quantity": "1", "price": "50", "rate": "19", "category": "S"}
    of["text"] = shop.add("text", name="T", situation="ready", body="Hello")
    of["plan"] = shop.add("plan", name="P", job_kind="Repair", warranty_months=12, steps=[{"title": "Ask", "kind": "check", "anchor": "handover", "days": 3}])
    of["job"] = shop.add("job", customer=who, fault="Flat", lines=[line])
    of["followup"] = shop.add("followup", customer=who, kind="check", title="Call", due="2026-11-30")
    of["interaction"] = shop.add("interaction", customer=who, direction="out", channel="phone", at="2026-11-20T09:00:00Z")
    of["occasion"] = shop.add("occasion", customer=who, name="Jubilee", date="--12-24")
    of["gift"] = shop.add("gift", customer=who, name="Cap", state="idea", cost="5.00")
    of["invoice"] = shop.add("invoice", customer=who, lines=[line])
    of["feedback"] = shop.add("feedback", customer=who, score=9, at="2026-11-20T10:00:00Z")
    of["deferral"] = shop.add("deferral", rule="followup", record=of["followup"], until="2026-12-05")
    shop.ask("invoice", "pay", shop.ask("invoice", "issue", shop.add("invoice", customer=who, lines=[line]))["id"], "0.50")
    of["payment"] = shop.ask("list", "payment")[0]["id"]
    of["complaint"] = shop.add("complaint", customer=who, words="Bad", received="2026-11-20T10:00:00Z")
    return of


def changes(shop, kind, record):
    """Each field, and each of the rows of its lists, with what may be wrong in it: what it is called, and the members that say so."""
    for field in shop.ask("fields", kind):
        name = field["field"]
        if field["computed"] or (kind, name) in NO_FAULT:
            continue
        for value in WRONG.get(field["type"], []):
            yield f"{name} {str(value)[:24]!r}", {name: value}
        for inner in field.get("fields") or []:
            for value in WRONG.get(inner["type"], []) if record[name] and not inner["computed"] else []:
                rows = copy.deepcopy(record[name])
                rows[0][inner["field"]] = value
                yield f"{name}.{inner['field']} {str(value)[:24]!r}", {name: rows}


def without_ids(value):
    if isinstance(value, list):
        return [without_ids(one) for one in value]
    return {key: without_ids(one) for key, one in value.items() if key != "id"} if isinstance(value, dict) else value


def come_in(data, kind, copies):
    """What an import says of each, by id, and of what it could not read, which has none; and whom verify tells."""
    with Shop() as other:
        file = other.ask("import", other.write("in.json", json.dumps(data | {kind: copies})))["files"][0]
        assert file["error"] is None, file
        found = other.run("verify").json
    return {row["id"]: row for row in file["rows"]}, [row for row in file["rows"] if row["id"] is None and row["result"] == "refused"], {one["id"] for one in found["problems"] + found["notes"]}


def is_told(record, came):
    rows, unread, told = came
    row = rows.get(record["id"])
    if row is None:
        return any(other["result"] == "refused" for other in unread)
    return row["result"] == "refused" or (row["reason"] and record["id"] in told)


def set_again(shop, kind, record, change):
    door = shop.run("set", kind, record["id"], "--file", shop.write("set.json", json.dumps(change)))
    if door.code == 0:
        shop.ask("set", kind, record["id"], "--file", shop.write("set.json", json.dumps({name: record[name] for name in change})))
    return door


def add_again(shop, kind, record, change):
    """What is never changed, or is one of its kind, so that two of them cannot come in together either."""
    asked = [field["field"] for field in shop.ask("fields", kind) if not field["computed"]]
    given = {name: record[name] for name in asked if record[name] is not None}
    if kind == "deferral":
        shop.run("remove", kind, record["id"])
    door = shop.run("add", kind, "--file", shop.write("add.json", json.dumps(given | change)))
    if door.code == 0:
        shop.run("remove", kind, door.json["id"])
    return door


def of_kind(tap, shop, data, kind, record):
    """Copies of one record, each with one thing wrong, come in at once, or one after the other; the door is asked of the record itself."""
    made = list(changes(shop, kind, record))
    alone = kind in ("payment", "deferral")
    copies = []
    for n, (_, change) in enumerate(made):
        number = {"number": f"2026-{500 + n}"} if kind == "job" else {}
        copies.append(record | without_ids(change) | number | {"id": str(1000 + n)})
    if alone:
        came = [come_in(data, kind, [copy]) for copy in copies]
    else:
        rows, unread, told = come_in(data, kind, data[kind] + copies)
        came = [(rows, unread, told)] * len(copies)
        tap.equal(len(unread), sum(copy["id"] not in rows for copy in copies), f"{kind}: what could not be read is told once each")
    silent = []
    for (named, change), copy, brought in zip(made, copies, came):
        if is_told(copy, brought):
            continue
        door = (add_again if alone else set_again)(shop, kind, record, change)
        if door.code != 0:
            silent.append((named, door.json["error"]["message"], brought[0].get(copy["id"])))
    tap.ok(len(made) > 3 and not silent, f"{kind}: nothing of {len(made)} is refused by the door and comes in without a word", silent)
    if alone: # or the door would refuse whatever it is asked
        tap.equal(add_again(shop, kind, record, {}).code, 0, f"{kind}: the door takes it as it is")


def of_several(tap):
    """All of it is told, and not the first alone; each once."""
    lines = [LINE | {"name": "Work", "rate": "-1"}, LINE | {"name": "Chain", "category": "XX"}, LINE | {"name": "Fine", "rate": "19"}]
    with Shop() as shop, Shop() as other:
        data = one_of_each(shop)
        data["customer"][0] |= {"vat_id": "QQ12", "emails": [{"label": None, "address": one} for one in ("nix", "none", "nix")],
                                "phones": [{"label": None, "number": one} for one in ("zzz", "yyy", *(f"x{'y' * n}" for n in range(60)))]}
        data["job"][0] |= {"lines": lines, "agreed": "120.00", "currency": "EUR", "prices": "gross"}
        other.ask("import", other.write("changed.json", json.dumps(data)))
        notes = "".join(note["what"] for note in other.ask("verify")["notes"])
        tap.equal([word for word in ("QQ12", "“nix”", "“none”", "“zzz”", "“yyy”", "Work", "Chain", "…") if word not in notes], [],
                  "what is odd of one of them is told together")
        tap.ok(notes.count("“nix”") == 1 and "Fine" not in notes and len(notes) < 3000, "each once, and no more of them than anybody reads", notes)


def beside_a_fault(tap):
    """What is odd of a record is told as well where something of it is at fault, or it would be mended twice."""
    with Shop() as shop, Shop() as other:
        data = one_of_each(shop)
        job = data["job"][0]["id"]
        data["job"][0] |= {"warranty_months": 99999}
        other.ask("import", other.write("changed.json", json.dumps(data)))
        with sqlite3.connect(os.path.join(other.dir, "aftercare.db")) as db:
            db.execute("UPDATE job SET number = 'none'")
        db.close()
        found = other.run("verify").json
        tap.ok(found["problems"][0]["id"] == job and "none that a job is given" in found["problems"][0]["what"], "verify tells the fault", found)
        tap.ok([one["id"] for one in found["notes"]] == [job] and "“Warranty in Months” holds" in found["notes"][0]["what"], "and the rest as a note", found)


def main():
    tap = Tap()
    of_several(tap)
    beside_a_fault(tap)
    with Shop() as shop:
        of = fill(shop)
        shop.ask("export", shop.path("shop.json"))
        with open(shop.path("shop.json"), encoding="utf-8") as file:
            data = json.load(file)
        for kind, record in of.items():
            with tap.point(f"{kind}: to the end"):
                of_kind(tap, shop, data, kind, next(one for one in data[kind] if one["id"] == record))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
