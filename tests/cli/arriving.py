#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an export brings is asked what every door asks, and told by its name where it is refused. What stood in a shop that
began under an older rule comes back as it stands, and verify tells it."""
import json
import sys

from cli import Shop, Tap

UNCHANGED = "Nothing was changed."  # says a door by itself, and no row among others
NONSENSE = {"currency": "ZZZZ", "tax-rate": "-5", "shop-iban": "DE00 1234", "prices": "free"}
PHONES = [{"label": "mobile", "number": f"0171 {n:07}"} for n in range(1200)]


def export_of(shop):
    shop.ask("export", shop.path("shop.json"))
    with open(shop.path("shop.json"), encoding="utf-8") as file:
        return json.load(file)


def take(shop, data, **more):
    """What was refused, by what it is titled, and why."""
    file = shop.ask("import", shop.write("changed.json", json.dumps(data | more)))["files"][0]
    assert file["error"] is None, file
    return {row["name"].split(" · ")[0]: row["reason"] for row in file["rows"] if row["result"] == "refused"}


def told(shop):
    return sorted(problem["what"] for problem in shop.run("verify").json["problems"])


def noted(shop):
    return sorted(note["what"] for note in shop.run("verify").json["notes"])


def settings(tap):
    with Shop() as shop:
        data = export_of(shop.open(shop_tagline="We mend it"))
        shop.add("customer", "name=Bea Koch")
        data = export_of(shop)
        data["setting"] |= NONSENSE | {"terms-days": "30"}
        with Shop() as other:
            refused = take(other, data, began=2)
            tap.equal(sorted(refused), sorted(NONSENSE), "settings that make no sense are refused by name")
            for key, value in NONSENSE.items():
                door = other.run("setting", "set", key, value)
                tap.equal((door.code, door.json["error"]["message"]), (1, f"{refused[key]} {UNCHANGED}"), f"{key}: with the words of its own door, but not that nothing was changed")
            tap.equal((other.ask("setting", "get", "terms-days"), other.ask("setting", "get", "currency")),
                      ({"key": "terms-days", "value": "30"}, {"key": "currency", "value": "EUR"}), "the others come in")
            tap.equal([c["name"] for c in other.ask("list", "customer")], ["Bea Koch"], "so do the customers")
            tap.equal(told(other), [], "and verify finds nothing")
        with Shop() as other:
            tap.equal(take(other, data, began=1), {}, "a shop of schema 1 gets back what stood in it")
            tap.equal(told(other), sorted(f"The setting “{key}” makes no sense" for key in NONSENSE), "which verify tells")


def rows(tap):
    with Shop() as shop:
        who = shop.add("customer", "name=Bea Koch")
        shop.add("customer", "name=Ole Lind")
        shop.add("gift", f"customer={who}", "name=Bell")
        data = export_of(shop)
        next(c for c in data["customer"] if c["name"] == "Bea Koch")["phones"] = PHONES
        next(c for c in data["customer"] if c["name"] == "Ole Lind")["referred_by"] = None
        data["gift"][0]["name"] = " "
        with Shop() as other:
            refused = take(other, data, began=2)
            tap.ok("at most 1000" in refused.get("Bea Koch", ""), "too many phones are refused, as a contact with them is", refused)
            tap.equal([c["name"] for c in other.ask("list", "customer")], ["Ole Lind"], "and the rest comes in")
            tap.equal(other.ask("list", "gift"), [], "a gift without a name does not")
        with Shop() as other:
            tap.equal(take(other, data, began=1), {}, "from a shop of schema 1 both come as they stood")
            tap.equal(len(other.get("customer", who)["phones"]), len(PHONES), "with every phone")


def sentences(tap):
    """A row that is refused says why, and nothing of the others, which came in."""
    with Shop() as shop:
        who = shop.add("customer", "name=Bea Koch")
        shop.add("gift", f"customer={who}", "name=Bell")
        data = export_of(shop)
        data["customer"].append(data["customer"][0] | {"id": "99", "name": "Ole Lind", "phones": PHONES})
        text = json.dumps(data).replace('"name": "Bell"', '"name": "Bell", "name": "Lamp"')
        with Shop() as other:
            rows = other.ask("import", other.write("twice.json", text))["files"][0]["rows"]
            reasons = [row["reason"] for row in rows if row["result"] == "refused"]
            tap.equal(([any(words in reason for reason in reasons) for words in ("at most 1000", "stands there twice")], len(reasons)), ([True, True], 2),
                      "too many rows, and a name that stands there twice: refused")
            tap.equal([reason for reason in reasons if "Nothing was changed" in reason], [], "and not that nothing was changed")
            tap.equal([c["name"] for c in other.ask("list", "customer")], ["Bea Koch"], "for the rest came in")


BELOW = ["“Cost of Goodwill” is less than nothing.", "“Cost” is less than nothing."]


def costs(tap):
    """Nobody is given a gift that cost less than nothing, nor goodwill."""
    with Shop() as shop:
        who = shop.add("customer", "name=Bea Koch")
        for kind, field, more in (("gift", "Cost", "name=Bell"), ("complaint", "Cost of Goodwill", "words=Squeaks")):
            door = shop.run("add", kind, f"customer={who}", more, "cost=-1")
            tap.ok(door.error == "input" and f"“{field}” cannot be less than nothing" in door.json["error"]["message"], f"{kind}: refused", door)
            shop.add(kind, f"customer={who}", more, "cost=0")
            there = shop.add(kind, f"customer={who}", more, "cost=5")
            tap.equal(shop.run("set", kind, there, "cost=-0.01").error, "input", f"{kind}: nor is it changed to that")
        data = export_of(shop)
        data["gift"][-1]["cost"] = data["complaint"][-1]["cost"] = "-5.00"
        with Shop() as other:
            rows = other.ask("import", other.write("x.json", json.dumps(data)))["files"][0]["rows"]
            tap.equal(sorted((row["result"], row["reason"]) for row in rows if row["reason"] and row["name"] != "Settings"), [("new", one) for one in BELOW],
                      "what a shop was let in with before comes back, and is told at its row")
            tap.equal((told(other), noted(other)), ([], BELOW), "it is a note of verify, and nothing is amiss")
            gift = data["gift"][-1]["id"]
            other.ask("set", "gift", gift, "name=Lamp")
            tap.equal(other.run("set", "gift", gift, "cost=-4").error, "input", "it goes on to stand, and is not entered anew")
            other.ask("set", "gift", gift, "cost=4")
            tap.equal(noted(other), BELOW[:1], "until it is put right")


ANSWERED = {"acknowledged": "2026-11-21T10:00:00Z", "acknowledged_how": "phone"}
SETTLED = ANSWERED | {"cause": "Worn", "confirmation": "confirmed", "resolved": "2026-11-22T10:00:00Z"}

# what no door of today takes: a kind, what an export says of it, and a word of why not
CONTRADICTIONS = {
    "answered before it was received": ("complaint", ANSWERED | {"acknowledged": "2026-11-19T10:00:00Z"}, "before it was received"),
    "answered somehow, and never": ("complaint", {"acknowledged_how": "phone"}, "not when"),
    "a step that was done at no time": ("followup", {"state": "done"}, "not say when"),
    "a step that is open, and was done": ("followup", {"done": "2026-11-20T10:00:00Z"}, "that it was not"),
    "a gift that was given at no time": ("gift", {"state": "given"}, "not say when"),
    "a gift that was not given, and when": ("gift", {"at": "2026-11-20T10:00:00Z"}, "that it was not"),
    "a deferral of nothing": ("deferral", {"rule": "nothing"}, "nothing that is ever due"),
    "more than all of it off": ("invoice", {"lines": [{"name": "W", "quantity": "1", "price": "40", "rate": "19", "category": "S",
                                                      "discount": "500"}]}, "between 0 and 100"),
}

LINE = {"name": "W", "kind": None, "quantity": "1", "unit": None, "price": "40", "category": None, "rate": None, "note": None}

# what the first programs of the newest schema took, and no door does today: it comes, and is told where it comes and where it stands
TAKEN_ONCE = {
    "settled before it was received": ("complaint", SETTLED | {"acknowledged": None, "acknowledged_how": None, "resolved": "2026-11-19T10:00:00Z"},
                                       "before it was received"),
    "answered for the first time after the end": ("complaint", SETTLED | {"acknowledged": "2026-11-23T10:00:00Z"}, "after it was settled"),
    "a deferral that says neither when nor why": ("deferral", {"until": None}, "neither until when"),
    "a consent of nobody": ("invoice", {"consent_at": "2026-11-20T10:00:00Z"}, "not by whom"),
    "a complaint in words that nobody sees": ("complaint", {"words": "\u200b\ufeff"}, "see in “In Their Words”"),
    "a complaint that ended by a cause that nobody sees": ("complaint", SETTLED | {"cause": "\u00ad\u200f"}, "see in “Cause”"),
    "an answer that says nothing that somebody sees": ("feedback", {"score": None, "comment": "\u2060\u00a0"}, "It says nothing"),
    "a text without a letter": ("text", {"body": "\u200b"}, "see in “Text”"),
    "a job that was cancelled for a reason that nobody sees": ("job", {"status": "cancelled", "no_plan_reason": "\u3164"}, "not say why"),
    "a VAT number of no country": ("customer", {"vat_id": "QQ12"}, "is no VAT number"),
    "an address that is none": ("customer", {"emails": [{"label": None, "address": "no mail at all"}]}, "is no e-mail address"),
    "a phone without a digit": ("customer", {"phones": [{"label": None, "number": "zzz"}]}, "no digit in it"),
    "a colleague’s address that is none": ("staff", {"email": "nix"}, "is no e-mail address"),
    "less than no days to pay": ("invoice", {"terms_days": -1}, "“Days to Pay” holds"),
    "days to pay without end": ("invoice", {"terms_days": 10 ** 12}, "“Days to Pay” holds"),
    "a warranty without end": ("job", {"warranty_months": 2 ** 40}, "“Warranty in Months” holds"),
    "an agreed line with less than no tax": ("job", {"lines": [LINE | {"rate": "-1"}], "agreed": "40.00", "currency": "EUR", "prices": "gross"}, "a VAT rate cannot be negative"),
    "an agreed line with more tax than there is": ("job", {"lines": [LINE | {"rate": "101"}], "agreed": "40.00", "currency": "EUR", "prices": "gross"}, "at most 100 percent"),
    "an agreed line with a finer one": ("job", {"lines": [LINE | {"rate": "19.123456"}], "agreed": "40.00", "currency": "EUR", "prices": "gross"}, "at most 4 decimals"),
    "an agreed line of no category": ("job", {"lines": [LINE | {"category": "DE123"}], "agreed": "40.00", "currency": "EUR", "prices": "gross"}, "this VAT category is not known"),
    "an agreed line of a category without tax, and a tax": ("job", {"lines": [LINE | {"category": "AE", "rate": "19"}], "agreed": "40.00", "currency": "EUR", "prices": "gross"}, "“W”"),
    "a plan with one": ("plan", {"warranty_months": -1}, "“Warranty in Months” holds"),
    "a plan with a step at the end of days": ("plan", {"steps": [{"title": "Look", "kind": "check", "anchor": "handover", "days": 10 ** 9}]}, "“Steps” holds"),
    "a deferral of what is nowhere": ("deferral", {"record": "999999"}, "is not in the shop"),
    "a call that saw to words": ("interaction", {"seen_to": "hello world"}, "is no step"),
    "an answer that saw to nothing": ("feedback", {"seen_to": ":"}, "is no step"),
    "silence where nobody asked": ("complaint", {"confirmation": "no-answer"}, "no call or message"),
}


def fill(shop):
    """One of each kind that has a rule of its own; what an export says of them."""
    who = shop.open().add("customer", "name=Bea Koch")
    shop.add("complaint", f"customer={who}", "words=Squeaks", "received=2026-11-20T10:00:00Z")
    shop.add("gift", f"customer={who}", "name=Bell", "state=idea")
    step = shop.add("followup", f"customer={who}", "title=Step", "kind=check", "state=open", "due=2026-11-30")
    shop.add("deferral", "rule=followup", f"record={step}", "until=2026-12-01")
    shop.add("invoice", customer=who, lines=[{"name": "W", "quantity": "1", "price": "40"}])
    shop.add("job", f"customer={who}", "fault=Brake")
    shop.add("feedback", f"customer={who}", "score=9")
    shop.add("text", "name=Words", "situation=other", "body=Hello")
    shop.add("staff", "name=Ida")
    shop.add("plan", name="Look again", steps=[{"title": "Look", "kind": "check", "anchor": "handover", "days": 3}])
    shop.add("interaction", f"customer={who}", "subject=Tea")
    return export_of(shop)


def taken_once(tap):
    with Shop() as shop:
        data = fill(shop)
        for named, (kind, change, why) in TAKEN_ONCE.items():
            with Shop() as other:
                file = other.ask("import", other.write("changed.json", json.dumps(data | {kind: [data[kind][0] | change]})))["files"][0]
                said = {row["id"]: row["reason"] for row in file["rows"] if row["id"] and row["reason"]}
                tap.equal((file["refused"], list(said)), (0, [data[kind][0]["id"]]), f"{named}: it comes, and that is told")
                tap.ok(why in "".join(said.values()), f"{named}: with a sentence", said)
                stands(tap, other, named, why)
                other.ask("export", other.path("own.json"))
                with Shop() as third:
                    tap.equal(third.ask("import", other.path("own.json"))["files"][0]["refused"], 0, f"{named}: its own export brings all of it back")
                    stands(tap, third, named, why)


def billed(tap):
    """And what would stand on an invoice for good, or be reckoned from, is told by the check, and keeps it from being issued."""
    with Shop() as shop:
        data = fill(shop)
    bill, who = data["invoice"][0], data["customer"][0]
    for change, field, word in ((who | {"vat_id": "QQ12"}, "customer.vat_id", "cannot be one"), (who | {"vat_id": "\u202ex"}, "customer.vat_id", "cannot be one"),
                                (bill | {"terms_days": -1}, "terms_days", "within 0–9999"), (bill | {"terms_days": 10 ** 12}, "terms_days", "within 0–9999")):
        kind = field.split(".")[0] if "." in field else "invoice"
        with Shop() as other:
            other.ask("import", other.write("changed.json", json.dumps(data | {kind: [change]})))
            lacks = [lack for lack in other.ask("invoice", "check", bill["id"]) if lack["field"] == field]
            tap.ok(len(lacks) == 1 and word in lacks[0]["sentence"] and not lacks[0]["hint"], f"{field}: the check tells it", lacks)
            answer = other.run("invoice", "issue", bill["id"])
            tap.ok(answer.code == 1 and word in answer.out, f"{field}: it is not issued", answer)
            other.ask("set", kind, change["id"], *(("vat_id=",) if kind == "customer" else ("terms_days=14",)))
            tap.ok(other.ask("invoice", "issue", bill["id"])["number"], f"{field}: until it is put right")


def by_way_of_doubles(tap):
    """An id is a string, whoever reads and writes the file: a number would come back as another."""
    with Shop() as shop, Shop() as other:
        data = fill(shop)
        put_off = data["deferral"][0]
        tap.ok(isinstance(put_off["record"], str) and isinstance(shop.get("deferral", put_off["id"])["record"], str), "what was put off is named by a string", put_off)
        doubles = json.loads(json.dumps(data), parse_int=lambda text: int(float(text)))
        other.ask("import", other.write("doubles.json", json.dumps(doubles)))
        tap.equal(other.get("deferral", put_off["id"])["record"], put_off["record"], "it stays what it is on its way through another program")
        with Shop() as third:
            third.ask("import", third.write("before.json", json.dumps(data | {"deferral": [put_off | {"record": int(put_off["record"])}]})))
            tap.equal(third.get("deferral", put_off["id"])["record"], put_off["record"], "and the number of an export of before is read")


def decided(tap):
    """What was put off, or let go, is not made to say neither afterwards: it would be due no more, and nobody had put it off."""
    with Shop() as shop:
        data = fill(shop)
        one = data["deferral"][0]["id"]
        step = data["deferral"][0]["record"]
        for fields in (["until="], ["until=", "reason="], ["until=", "hour=10"]):
            tap.equal(shop.run("set", "deferral", one, *fields).error, "input", f"{fields}: refused as one that is added so")
        for fields in (["record=4711"], ["rule=backup", "record=4711"]):
            tap.equal(shop.run("set", "deferral", one, *fields).error, shop.run("add", "deferral", "rule=backup", "record=4711", "until=2026-12-02").error,
                      f"{fields}: refused as one that is added so")
        shop.ask("set", "deferral", one, "until=", "reason=Not needed")
        tap.equal(shop.run("set", "deferral", one, "reason=").error, "input", "and without a reason")
        shop.ask("set", "deferral", one, "until=2026-12-02", "reason=")
        tap.equal((shop.get("followup", step)["state"], shop.ask("verify")["ok"]), ("open", True), "put off instead, it waits again")


def stands(tap, shop, named, why):
    found = shop.run("verify").json
    tap.equal((found["ok"], [why in note["what"] for note in found["notes"]]), (True, [True]), f"{named}: a note of verify, and nothing is amiss")


def silence(tap):
    """Somebody called before a complaint ended in silence. The log of that call may go, and nothing is lost with it."""
    with Shop() as shop:
        who = shop.add("customer", "name=Bea Koch")
        ended = shop.add("complaint", f"customer={who}", "words=Squeaks", "received=2026-11-20T10:00:00Z")
        call = shop.add("interaction", f"customer={who}", f"complaint={ended}", "direction=out", "channel=phone", "body=Tried",
                        "outcome=Nobody answered", "at=2026-11-21T08:00:00Z")
        shop.ask("set", "complaint", ended, "cause=Worn", "confirmation=no-answer", "resolved=2026-11-22T10:00:00Z")
        shop.add("interaction", f"customer={who}", f"complaint={ended}", "direction=in", "channel=phone", "body=It is well")
        shop.ask("remove", "interaction", call)
        tap.equal(shop.ask("verify")["ok"], True, "verify finds nothing")
        shop.ask("export", shop.path("own.json"))
        with Shop() as other:
            file = other.ask("import", shop.path("own.json"))["files"][0]
            tap.equal((file["refused"], [row["reason"] for row in file["rows"] if row["reason"]]), (0, []), "all of it comes into a new shop")
            tap.equal(other.get("complaint", ended)["confirmation"], "no-answer", "with how it ended")


def contradictions(tap):
    with Shop() as shop:
        data = fill(shop)
        for named, (kind, change, why) in CONTRADICTIONS.items():
            changed = {kind: [data[kind][0] | change]}
            with Shop() as other:
                refused = list(take(other, data, **changed).values())
                tap.ok(refused and why in refused[0], f"{named}: refused, and why", refused)
                tap.equal((other.ask("list", kind), told(other)), ([], []), f"{named}: not there")
        for named, (kind, change, _why) in (CONTRADICTIONS | TAKEN_ONCE).items():
            if kind != "invoice":
                continue
            door = shop.run("set", "invoice", data["invoice"][0]["id"], "--file", shop.write("set.json", json.dumps(change)))
            tap.ok(door.code != 0, f"{named}: nor by hand", door)


def ends(tap):
    """A complaint has an order, whichever way it is written down, and one that is settled is asked after in a week."""
    with Shop() as shop:
        who = shop.add("customer", "name=Bea Koch")
        for named, (kind, change, _why) in (CONTRADICTIONS | TAKEN_ONCE).items():
            if kind != "complaint" or "resolved" not in change:
                continue
            said = {"customer": who, "words": "Squeaks", "received": "2026-11-20T10:00:00Z"}
            door = shop.run("add", "complaint", "--file", shop.write("add.json", json.dumps(said | change)))
            wanted = "refused" if "nobody sees" in named else "input"
            tap.equal(door.error, wanted, f"{named}: not by add")
            there = shop.add("complaint", **said)
            door = shop.run("set", "complaint", there, *(f"{field}={value}" for field, value in change.items()))
            tap.equal(door.error, wanted, f"{named}: nor by set")
        said = {"customer": who, "words": "Squeaks", "received": "2026-11-20T10:00:00Z"}
        shop.add("complaint", **said | SETTLED)
        tap.equal([one["title"] for one in shop.ask("list", "followup")], ["Is all well after the complaint?"], "who adds it settled is reminded to ask")
        long_ago = {field: value.replace("2026", "2024") if field in ("acknowledged", "resolved", "received") else value
                    for field, value in (said | SETTLED).items()}
        shop.add("complaint", **long_ago)
        tap.equal(len(shop.ask("list", "followup")), 1, "not about one that was settled long ago")
        late = shop.add("complaint", **said)
        first, second = (shop.add("interaction", f"customer={who}", f"complaint={late}", "direction=out", "channel=phone", "body=Sorry", f"at={at}")
                         for at in ("2026-11-21T09:00:00Z", "2026-11-23T09:00:00Z"))
        shop.ask("set", "complaint", late, "cause=Worn", "confirmation=confirmed", "resolved=2026-11-22T10:00:00Z")
        shop.ask("remove", "interaction", first)
        tap.equal(shop.get("complaint", late)["acknowledged"], "2026-11-22T10:00:00Z", "whose answer goes was answered by being settled")
        shop.ask("undelete", "interaction", first)
        tap.equal(shop.get("complaint", late)["acknowledged"], "2026-11-21T09:00:00Z", "and by that answer once it is back")
        silent = shop.add("complaint", **said, **{field: value for field, value in SETTLED.items() if field not in ANSWERED})
        for at, more, wanted in (("2026-11-23T09:00:00Z", [], "2026-11-22T10:00:00Z"), ("2026-11-21T09:00:00Z", ["body=Sorry"], "2026-11-21T09:00:00Z")):
            shop.add("interaction", f"customer={who}", f"complaint={silent}", "direction=out", "channel=phone", f"at={at}", *more)
            tap.equal(shop.get("complaint", silent)["acknowledged"], wanted, f"one that was settled at once, and a call of {at}")
        tap.equal((told(shop), bool(second)), ([], True), "and verify finds nothing")


def papers(tap):
    """An issued invoice comes in by its seal; that its paper did not come along, or another did, is said at its row."""
    with Shop() as shop:
        who = shop.open().add("customer", "name=Bea Koch")
        bill = {"currency": "EUR", "prices": "gross", "lines": [{"name": "W", "quantity": "1", "price": "40", "category": "S", "rate": "19"}]}
        shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--customer", who, "--file", shop.write("b.json", json.dumps(bill)))["id"])
        data = export_of(shop)
        other_bytes = [one | {"base64": "AAAA"} for one in data["file"]]
        for named, change, wanted in (("whole", {}, 0), ("without it", {"file": []}, 1), ("with another", {"file": other_bytes}, 1)):
            with Shop() as other:
                file = other.ask("import", other.write("changed.json", json.dumps(data | change)))["files"][0]
                said = [row for row in file["rows"] if row["result"] == "new" and "paper that was issued" in (row["reason"] or "")]
                tap.equal((len(said), file["error"]), (wanted, None), f"an archive {named}")
                tap.equal(len(told(other)), wanted, "and verify tells as much")


def issued_since(tap):
    """A draft that the other shop has issued since is no different version; one that somebody wrote on here stays."""
    bill = {"currency": "EUR", "prices": "gross", "lines": [{"name": "W", "quantity": "1", "price": "40", "category": "S", "rate": "19"}]}
    with Shop() as shop:
        who = shop.open().add("customer", "name=Bea Koch")
        drafts = [shop.ask("invoice", "draft", "--customer", who, "--file", shop.write("b.json", json.dumps(bill)))["id"] for _ in "12"]
        before = export_of(shop)
        for draft in drafts:
            shop.ask("invoice", "issue", draft)
        shop.ask("invoice", "pay", drafts[0], "40")
        data = export_of(shop)
        broken = json.loads(json.dumps(data))
        broken["invoice"][1]["content"] += " "
        for named, acts, changed, came in (("untouched", [], data, True), ("with a note", [("set", "invoice", drafts[0], "note=Mine")], data, False),
                                           ("deleted", [("remove", "invoice", one) for one in drafts], data, True),
                                           ("untouched, the file altered", [], broken, False)):
            with Shop() as other:
                take(other, before)
                for act in acts:
                    other.ask(*act)
                stood = export_of(other)["invoice"]
                refused = take(other, changed)
                states = sorted((row["number"], row["state"]) for row in other.ask("list", "invoice") if row["number"])
                tap.equal(states, [("2026-0001", "paid"), ("2026-0002", "issued")] if came else [], f"{named}: issued, and all of them or none")
                tap.equal(told(other), [], f"{named}: verify finds nothing")
                if came:
                    tap.equal(refused, {}, f"{named}: nothing is refused")
                else:
                    tap.equal(export_of(other)["invoice"], stood, f"{named}: the drafts are as they were")
                    tap.ok(changed is broken or "delete it and import again" in refused["2026-0001"], f"{named}: said", refused)


def result_of(shop, data):
    """What the report says of each record, by its id."""
    file = shop.ask("import", shop.write("changed.json", json.dumps(data)))["files"][0]
    assert file["error"] is None, file
    counts = {one: sum(row["result"] == one for row in file["rows"]) for one in ("new", "merged", "refused")}
    assert counts == {one: file[one] for one in counts}, (counts, file)
    return {row["id"]: (row["name"], row["result"], row["reason"]) for row in file["rows"]}


def named(tap):
    """A row of the report says which invoice, whose, and how much: three drafts of a morning have no other name."""
    bill = {"currency": "EUR", "prices": "gross", "lines": [{"name": "W", "quantity": "1", "price": "40", "category": "S", "rate": "19"}]}
    with Shop() as shop, Shop() as other:
        who = shop.open().add("customer", "name=Bea Koch")
        path = shop.write("b.json", json.dumps(bill))
        issued, draft = (shop.ask("invoice", "draft", "--customer", who, "--file", path)["id"] for _ in "12")
        shop.ask("invoice", "issue", issued)
        shop.ask("invoice", "pay", issued, "15")
        paid = shop.ask("list", "payment")[0]["id"]
        answer = shop.add("feedback", f"customer={who}", "score=9")
        job = shop.add("job", f"customer={who}", "fault=Flat")
        call = shop.add("interaction", f"customer={who}", "direction=out", "channel=phone", "outcome=Spoke with them")
        shop.ask("invoice", "pay", issued, "5", "--method", "cash")
        cash = next(row["id"] for row in shop.ask("list", "payment") if row["id"] != paid)
        shop.ask("job", "move", job, "ready")
        moved = shop.ask("list", "event")[0]["id"]
        step = shop.add("followup", f"customer={who}", "title=Still well?", "kind=check", "due=2026-11-23")
        waits, later = (shop.add("deferral", f"rule={rule}", f"record={record}", "until=2026-12-24") for rule, record in (("followup", step), ("to-tell", job)))
        data = export_of(shop)
        wanted = {issued: "2026-0001 · Bea Koch · €40.00", draft: "Draft · Bea Koch · €40.00", paid: "Payment · 2026-0001 · Bea Koch · €15.00",
                  answer: "Feedback · Bea Koch", job: "2026-001 · Bea Koch", call: "Spoke with them · Bea Koch", who: "Bea Koch",
                  cash: "Cash · 2026-0001 · Bea Koch · €5.00", moved: "Job moved · Bea Koch", waits: "Deferral · Still well? · Bea Koch",
                  later: "Deferral · 2026-001 · Bea Koch"}
        tap.equal({one: name for one, (name, _, _) in result_of(other, data).items() if one in wanted}, wanted, "what comes in")
        for kind, record, field in (("invoice", draft, "note"), ("payment", paid, "note"), ("feedback", answer, "comment")):
            other.ask("set", kind, record, f"{field}=Mine")
        rows = result_of(other, data)
        tap.equal({one: rows[one][:2] for one in (draft, paid, answer)}, {one: (wanted[one], "refused") for one in (draft, paid, answer)}, "what does not")


def follows(tap):
    """What only follows from other rows of the file is no different version, and is not told as refused."""
    bill = {"currency": "EUR", "prices": "gross", "lines": [{"name": "W", "quantity": "1", "price": "40", "category": "S", "rate": "19"}]}
    with Shop() as shop:
        who = shop.open().add("customer", "name=Bea Koch")
        path = shop.write("b.json", json.dumps(bill))
        part, paid, gone = (shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--customer", who, "--file", path)["id"])["id"] for _ in "123")
        step = shop.add("followup", f"customer={who}", "title=Call them", "due=2026-11-24")
        told_of = shop.add("complaint", f"customer={who}", "words=Squeaks")
        before = export_of(shop)
        shop.today = "2026-11-25"
        shop.ask("invoice", "pay", part, "15")
        shop.ask("invoice", "pay", paid, "40")
        shop.ask("invoice", "cancel", gone)
        shop.add("interaction", f"customer={who}", f"followup={step}", "direction=out", "channel=phone", "outcome=Spoke with them")
        shop.add("interaction", f"customer={who}", f"complaint={told_of}", "direction=out", "channel=phone", "body=We look at it")
        data = export_of(shop)
        stood = {part: "part", paid: "paid", gone: "cancelled"}
        with Shop("2026-11-25") as other:
            take(other, before)
            rows = result_of(other, data)
            tap.equal({one: (row[1], row[2]) for one, row in rows.items() if row[1] == "refused"}, {}, "a later export: nothing is refused")
            tap.equal({one: rows[one][1:] for one in (*stood, step, told_of)}, {one: ("merged", None) for one in (*stood, step, told_of)}, "the shop had them")
            tap.equal({row["id"]: row["state"] for row in other.ask("list", "invoice") if row["id"] in stood}, stood, "and they stand as in the file")
            tap.equal((other.get("followup", step)["state"], told(other)), ("done", []), "so does the step, and verify is content")
            tap.ok(all(row[1] == "merged" for row in result_of(other, data).values()), "a second time: all as it is")
            old = result_of(other, before)
            tap.equal({one: old[one][1:] for one in stood}, {one: ("merged", None) for one in stood}, "the earlier export says nothing else of an invoice either")
            tap.equal({row["id"]: row["state"] for row in other.ask("list", "invoice") if row["id"] in stood}, stood, "and changes none")
            tap.equal(old[step][1], "refused", "and a step that it has open is another version")
        with Shop("2026-11-25") as other:
            take(other, before)
            other.ask("set", "followup", step, "title=Mine")
            tap.equal(result_of(other, data)[step][1], "refused", "what somebody wrote on is another version")


def issued_otherwise(tap):
    """What issuing takes out of a draft is nothing that somebody wrote; and what stays out behind a draft says for which."""
    bill = {"currency": "EUR", "prices": "gross", "lines": [{"name": "W", "quantity": "1", "price": "40", "category": "S", "rate": "19"}]}
    with Shop() as shop:
        who = shop.open().add("customer", "name=Bea Koch")
        job = shop.add("job", customer=who, fault="Squeaks", lines=bill["lines"])
        draft = shop.ask("invoice", "draft", "--job", job)["id"]
        shop.ask("set", "invoice", draft, "early_reason=Deposit agreed")
        before = export_of(shop)
        shop.ask("job", "move", job, "ready")
        shop.ask("job", "move", job, "collected", "--reason", "Given")
        shop.ask("invoice", "issue", draft)
        shop.ask("invoice", "pay", draft, "40")
        for _ in "12":
            shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--customer", who, "--file", shop.write("b.json", json.dumps(bill)))["id"])
        data = export_of(shop)
        with Shop() as other:
            take(other, before)
            refused = take(other, data)
            tap.equal((set(refused) - {"2026-001", "Job moved"}, told(other)), (set(), []), "with a reason for billing early, and done by then: it comes in")
        with Shop() as other:
            take(other, before)
            other.ask("set", "invoice", draft, "note=Mine")
            refused = take(other, data)
            tap.ok(all("invoice 2026-0001, which is still a draft here" in refused[number] for number in ("2026-0002", "2026-0003")), "those behind a draft name it", refused)
            broken = json.loads(json.dumps(data))
            broken["invoice"][2]["chain"] = "0" * 64
            tap.ok("altered or is missing" in take(other, broken)["2026-0003"], "an altered one among them is told as such")
            other.ask("remove", "invoice", draft)
            took = take(other, data)
            tap.equal((set(took) - {"2026-001", "Job moved"}, told(other)), (set(), []), "and once it is deleted, all come in")


def main():
    tap = Tap()
    for part in (settings, rows, sentences, costs, contradictions, taken_once, billed, by_way_of_doubles, decided, silence, ends, papers, issued_since, named, follows, issued_otherwise):
        with tap.point(f"{part.__name__}: to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
