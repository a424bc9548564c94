# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""export, import and generate: complete, re-importable, the same bytes."""
import csv
import filecmp
import io
import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

SHOPS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "shops")


def bill(shop, customer, *paid):
    """An issued invoice over 100.00, and what was paid of it."""
    job = shop.add("job", customer=customer, lines=[{"name": "Work", "quantity": "1", "price": "100.00", "rate": "19",
                                                     "category": "S"}])
    shop.ask("job", "move", job, "ready")
    invoice = shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", job)["id"])["id"]
    for amount in paid:
        shop.ask("invoice", "pay", invoice, amount)
    return invoice


def settle(shop, customer):
    """Invoices in every state that follows from their payments."""
    bill(shop, customer, "100")
    more = bill(shop, customer, "60", "60")
    # two payments, each of which refers to the other: no order of rows would do
    shop.ask("payment", "carry", more, bill(shop, customer))
    shop.ask("invoice", "cancel", bill(shop, customer))
    back = bill(shop, customer, "100")
    shop.ask("invoice", "cancel", back)
    shop.add("payment", f"invoice={back}", "amount=-100.00")
    part = bill(shop, customer, "30")
    shop.ask("remove", "payment", shop.add("payment", f"invoice={part}", "amount=70.00"))


def fill(shop):
    """A bit of everything, issued and paid and deleted too."""
    shop.open()
    ann = shop.add("staff", "name=Ann")
    bea = shop.add("customer", name="Bea Koč", tags=["VIP"], contact=ann, phones=[{"number": "0157 335 21 78"}])
    ole = shop.add("customer", "name=Ole Lind", f"referred_by={bea}")
    bike = shop.add("device", f"customer={bea}", "name=Cargo bike", "serial=WX-77")
    job = shop.add("job", customer=bea, device=bike, lines=[{"name": "Chain", "quantity": "1", "price": "49.90", "rate": "19",
                                                             "category": "S"}])
    shop.ask("job", "move", job, "ready")
    draft = shop.ask("invoice", "draft", "--job", job)["id"]
    issued = shop.ask("invoice", "issue", draft)["id"]
    shop.ask("invoice", "pay", issued, "10")
    more = shop.add("job", customer=bea, lines=[{"name": "Bell", "quantity": "1", "price": "9.90"}])
    shop.ask("job", "move", more, "ready")
    shop.ask("invoice", "draft", "--job", more)
    shop.add("feedback", f"customer={ole}", "score=2", "comment=“so \\ so”\u2028")
    shop.add("gift", f"customer={bea}", "name=Bell", "state=idea", "cost=4.50")
    shop.ask("remove", "customer", shop.add("customer", "name=Gone Away"))
    os.makedirs(os.path.join(shop.dir, "files", "ab"), exist_ok=True)
    with open(os.path.join(shop.dir, "files", "ab", "ab" + "0" * 62), "wb") as file:
        file.write(bytes(range(256)) * 300)
    return bea, issued


def round_trip(tap):
    with Shop() as shop, Shop(today="2027-01-31") as other:
        bea, issued = fill(shop)
        settle(shop, shop.add("customer", "name=Nia Settled"))
        first = shop.path("first.json")
        shop.ask("export", first)
        data = json.load(open(first, encoding="utf-8"))
        tap.ok(all(kind in data for kind in ("customer", "job", "invoice", "event", "deferral", "setting", "file")),
               "the export is one JSON object with every kind", list(data))
        tap.ok(any(c.get("deleted") for c in data["customer"]), "deleted customers are in it")
        tap.ok(data["invoice"][0].get("seller"), "an issued invoice is in it whole")
        tap.ok(any(f["path"].startswith("issued/") for f in data["file"]), "issued papers are in it")
        piped = shop.run("export", "-", raw=True)
        tap.equal(piped.out, open(first, encoding="utf-8").read(), "“-” writes the same to stdout")
        report = other.ask("import", first)
        counts = report["files"][0]
        tap.equal(counts["read"], counts["new"], "into an empty shop everything is new")
        tap.equal(counts["read"], counts["new"] + counts["merged"] + counts["doubtful"] + counts["refused"],
                  "the report adds up")
        other.ask("export", other.path("second.json"))
        tap.ok(filecmp.cmp(first, other.path("second.json"), False), "exported again: the same bytes")
        other.ask("import", "--revert", report["import"])
        other.ask("export", other.path("third.json"))
        tap.ok(filecmp.cmp(first, other.path("third.json"), False), "reverted: what came as it stands stays so, to the byte")
        tap.equal(other.run("verify").code, 0, "verify says ok to the imported shop")
        tap.equal(other.ask("search", "178")[0]["id"], bea, "search finds in it")
        tap.equal(other.run("remove", "invoice", issued).error, "refused", "the imported invoice is frozen")
        number = other.get("invoice", issued)["number"]
        drafts = other.ask("list", "invoice", "--where", "state=draft")
        later = other.run("invoice", "issue", drafts[0]["id"], "--date-is-right")
        tap.ok(later.code == 0 and later.json["number"] != number, "its numbers go on behind the old ones", later)
        again = shop.ask("import", first)["files"][0]
        tap.equal((again["new"], again["merged"]), (0, again["read"]), "imported where it came from: nothing is doubled")


def changed_rows(tap):
    with Shop() as shop:
        bea = shop.add("customer", "name=Bea Koch")
        shop.ask("export", shop.path("a.json"))
        shop.ask("set", "customer", bea, "note=newer")
        row = shop.ask("import", shop.path("a.json"))["files"][0]
        tap.equal((row["refused"], row["rows"][0]["id"]), (1, bea), "a record that differs is refused, by name")
        tap.equal(shop.get("customer", bea)["note"], "newer", "and the shop's own is kept")


def said_by_schema_1():
    with open(os.path.join(SHOPS, "schema-1", "said.json"), encoding="utf-8") as stream:
        return json.load(stream)["export"]


def take(shop, data):
    """Imports the export; what was refused by id, with its reason."""
    report = shop.ask("import", shop.write("archive.json", json.dumps({"aftercare": 1} | data)))
    shop.last_import = report["import"]
    file = report["files"][0]
    assert file["error"] is None and file["refused"] == sum(r["result"] == "refused" for r in file["rows"]), file
    return {r["id"]: r["reason"] for r in file["rows"] if r["result"] == "refused"}


def one(rows, **fields):
    return next(row for row in rows if all(row[name] == value for name, value in fields.items()))


def sound(tap, shop, name):
    """The database holds together, and every invoice says what its payments say."""
    problems = [p for p in shop.run("verify").json["problems"] if p["kind"] not in ("file", "missing")]  # it has no files
    tap.equal(problems, [], f"{name}: verify finds nothing wrong with the records")
    paid = {}
    for payment in shop.ask("list", "payment"):
        paid[payment["invoice"]] = paid.get(payment["invoice"], 0) + round(float(payment["amount"]) * 100)
    wrong = [i["number"] for i in shop.ask("list", "invoice")
             if i["number"] and round(float(i["paid"] or 0) * 100) != paid.get(i["id"], 0)]
    tap.equal(wrong, [], f"{name}: every invoice says what its payments say")


def older_schema(tap):
    old = said_by_schema_1()
    with Shop() as shop, Shop() as migrated:
        tap.equal(take(shop, old), {}, "an export of schema 1 is taken over whole")
        subprocess.run(["tar", "-xzf", os.path.join(SHOPS, "schema-1", "shop.tar.gz"), "-C", migrated.top], check=True)
        for kind in ("followup", "job", "interaction", "gift", "complaint"):
            tap.equal(shop.ask("list", kind), migrated.ask("list", kind), f"every {kind} is as the migration makes it")
        tap.equal(take(migrated, old), {}, "the shop that it is of has nothing else to say")
        for where in (shop, migrated):
            where.ask("export", where.path("today.json"))
            with open(where.path("today.json"), encoding="utf-8") as stream:
                said = json.load(stream)
            odd = [(kind, row["currency"]) for kind, amount in (("job", "agreed"), ("gift", "cost"), ("complaint", "cost"))
                   for row in said[kind] if (row[amount] is None) != (row["currency"] is None)]
            tap.equal(odd, [], "what has an amount says what it is in, and nothing else does")
        job = one(old["job"], number="2026-001")["id"]
        before = len(shop.ask("list", "followup", "--where", f"job={job}"))
        shop.ask("job", "move", job, "working")
        shop.ask("job", "move", job, "collected")
        tap.equal(len(shop.ask("list", "followup", "--where", f"job={job}")), before, "handed over again: no aftercare twice")
        mine = shop.add("followup", f"customer={old['customer'][0]['id']}", f"job={job}", "kind=thanks", "title=By hand",
                        "due=2026-12-24", "state=open")
        take(shop, {"customer": []})
        tap.equal(shop.get("followup", mine)["source"], None, "what the shop has by itself is left alone")
    with Shop() as shop:
        answer = shop.run("import", shop.write("newer.json", json.dumps({"aftercare": 1, "schema": 99, "customer": []})))
        tap.ok(answer.code == 1 and "newer" in answer.out, "an export of a newer schema is refused", answer)


def older_money(tap):
    """Schema 1 wrote the shop's currency into every payment, and money that went back as money that came in."""
    old = said_by_schema_1()
    note = next(i for i in old["invoice"] if i["type"] == "381")
    bill = one(old["invoice"], id=note["corrects"])
    paid = dict(old["payment"][0])
    paid |= {"customer": bill["customer"], "at": bill["issued_at"]}
    paid_in = paid | {"id": "4711", "invoice": bill["id"], "amount": bill["gross"], "date": bill["issued"]}
    paid_back = paid | {"id": "4712", "invoice": note["id"], "amount": bill["gross"], "date": note["issued"]}
    old["payment"] += [paid_in, paid_back]
    note["state"], note["paid"], bill["paid"] = "paid", bill["gross"], bill["gross"]
    old["setting"]["currency"] = "CHF"
    for payment in old["payment"]:
        payment["currency"] = "CHF"
    with Shop() as shop:
        tap.equal(take(shop, old), {}, "no payment of schema 1 is refused, whatever the shop's currency became")
        tap.equal([shop.get("payment", i)["amount"] for i in ("4711", "4712")], [bill["gross"], "-" + bill["gross"]],
                  "and what was paid back went back")
        problems = [p for p in shop.run("verify").json["problems"] if p["kind"] not in ("file", "missing")]
        tap.equal(problems, [], "and verify has nothing to say about the books")


def taken_numbers(tap):
    """The shop has given out some of the numbers itself: those rows, and what hangs on them, are refused one by one."""
    old = said_by_schema_1()
    with Shop("2026-11-29") as shop:
        shop.open()
        mine = shop.add("customer", "name=Mine")
        shop.add("job", f"customer={mine}", "kind=Mine")
        lines = [{"name": "x", "quantity": "1", "price": "100", "category": "S", "rate": "19"}]
        bill = shop.write("bill.json", json.dumps({"currency": "EUR", "prices": "gross", "lines": lines}))
        shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--customer", mine, "--file", bill)["id"])
        job, invoice = one(old["job"], number="2026-001"), one(old["invoice"], number="2026-0001")
        old["deferral"][0] |= {"rule": "unbilled", "record": int(job["id"])}
        refused = take(shop, old)
        tap.ok("number 2026-001," in (refused.get(job["id"]) or ""), "a job whose number is taken is refused", refused)
        tap.ok("number 2026-0001," in (refused.get(invoice["id"]) or ""), "so is such an invoice", refused)
        tap.ok("Nothing was changed" not in refused[job["id"]], "which says nothing of the rows around it", refused[job["id"]])
        hang = [r["id"] for kind in ("followup", "event", "interaction", "feedback", "complaint") for r in old[kind]
                if r["job"] == job["id"]] + [p["id"] for p in old["payment"] if p["invoice"] == invoice["id"]]
        hang.append(old["deferral"][0]["id"])
        tap.ok(hang and all("was not taken over" in refused[row] for row in hang), "with what hangs on them", refused)
        tap.ok(not any("constraint" in reason.lower() for reason in refused.values()), "in people's words", refused)
        tap.equal(len(shop.ask("list", "customer")), len([c for c in old["customer"] if "deleted" not in c]) + 1,
                  "everybody else is there")
        tap.equal([j["number"] for j in shop.ask("list", "job") if j["customer"] == mine], ["2026-001"], "and what was there")
        kept = {k["id"] for k in shop.ask("import", "--revert", shop.last_import)["kept"]}
        tap.ok(kept and not kept & set(refused), "the import taken back says nothing of what it never brought", kept & set(refused))


def forged(change):
    data = said_by_schema_1()
    return data, change(data)


def payment_of_draft(data):
    data["payment"][0]["invoice"] = one(data["invoice"], number=None)["id"]
    return data["payment"][0]["id"]


def payment_of_nothing(data):
    data["payment"][0]["amount"] = "0.00"
    return data["payment"][0]["id"]


def payment_of_another(data):
    payment = data["payment"][0]
    payment["customer"] = next(c["id"] for c in data["customer"] if c["id"] != payment["customer"])
    return payment["id"]


def draft_that_was_paid(data):
    draft = one(data["invoice"], number=None)
    draft["state"] = "paid"
    return draft["id"]


def job_of_another_status(data):
    data["job"][0]["status"] = "working"
    return data["job"][0]["id"]


def sequence_of_nonsense(data):
    invoice = one(data["invoice"], number="2026-0005")
    invoice["sequence"] = 10**12
    return invoice["id"]


def rules_of_kinds(tap):
    for change in (payment_of_draft, payment_of_nothing, payment_of_another, draft_that_was_paid, job_of_another_status,
                   sequence_of_nonsense):
        name = change.__name__.replace("_", " ")
        with Shop() as shop:
            data, row = forged(change)
            refused = take(shop, data)
            tap.ok(refused.get(row), f"a {name} is refused", refused)
            if change is payment_of_draft:  # nobody can say of which invoice it was before
                told = {p["kind"] for p in shop.run("verify").json["problems"]} - {"file", "missing"}
                tap.equal(told, {"payment"}, f"{name}: the invoice that lacks it is told")
            else:
                sound(tap, shop, name)


def alter_gross(data):
    one(data["invoice"], number="2026-0002")["gross"] = "1.00"


def alter_line(data):
    one(data["invoice"], number="2026-0002")["lines"][0]["name"] = "Gold"


def spoil_first(data):
    one(data["invoice"], number="2026-0001")["state"] = "xx"


def cut_first(data):
    data["invoice"] = [i for i in data["invoice"] if i["number"] != "2026-0001"]


def cut_middle(data):
    data["invoice"] = [i for i in data["invoice"] if i["number"] != "2026-0002"]


def delete_last(data):
    one(data["invoice"], number="2026-0003")["deleted"] = data["invoice"][0]["created"]


def altered_documents(tap):
    """Every issued document is held against its seal and its place before any comes in: all of them, or none."""
    with Shop() as shop:
        shop.open()
        bill(shop, shop.add("customer", "name=Ann One"), "40")
        shop.ask("export", shop.path("one.json"))
        bill(shop, shop.add("customer", "name=Ben Two"), "40")
        bill(shop, shop.add("customer", "name=Cem Three"))
        shop.ask("export", shop.path("three.json"))
        with open(shop.path("three.json"), encoding="utf-8") as stream:
            text = stream.read()
        for change in (alter_gross, alter_line, spoil_first, cut_first, cut_middle, delete_last):
            for begun in (False, True):
                with Shop() as other:
                    name = f"{change.__name__}{', onto the first' if begun else ''}"
                    if begun:
                        other.ask("import", shop.path("one.json"))
                    data = json.loads(text)
                    change(data)
                    before = other.ask("list", "invoice")
                    refused = take(other, data)
                    if not begun or change not in (spoil_first, cut_first):  # which that shop has already
                        tap.equal([i["number"] for i in other.ask("list", "invoice")],
                                  ["2026-0002", "2026-0001"] if change == delete_last else [i["number"] for i in before],
                                  f"{name}: none of its documents comes in")
                        tap.ok(any(words in reason for reason in refused.values()
                                   for words in ("fit together", "where they end", "never deleted")), f"{name}: and says why", refused)
                    tap.equal(len(other.ask("list", "customer")), 3, f"{name}: the customers do")
                    tap.ok(other.ask("verify")["ok"], f"{name}: verify is content", other.run("verify"))
                    tap.ok(other.ask("backup", other.path("b.zip"))["ok"], f"{name}: and so is the backup")


def odd_state(invoice):
    invoice["state"] = "draft"


def odd_number(invoice):
    invoice["number"] = "2026-0009"


def odd_owners(tap):
    """Whatever is refused, what hangs on it is refused with it, row by row, and the rest comes in."""
    for change in (odd_state, odd_number):
        with Shop() as shop, Shop() as other:
            name = change.__name__
            shop.open()
            paid = bill(shop, shop.add("customer", "name=Ann One"), "100")
            shop.ask("export", shop.path("a.json"))
            with open(shop.path("a.json"), encoding="utf-8") as stream:
                data = json.load(stream)
            change(data["invoice"][0])
            refused = take(other, data)
            tap.equal(set(refused), {paid, data["payment"][0]["id"]}, f"{name}: the invoice and its payment are refused")
            tap.equal(len(other.ask("list", "customer")), 1, f"{name}: the customer is there")
            tap.ok(other.ask("verify")["ok"], f"{name}: and verify is content")
    kinds = [kind for kind, rows in said_by_schema_1().items() if isinstance(rows, list) and rows and "created" in rows[0]]
    for kind in kinds:
        with Shop() as shop:
            data = said_by_schema_1()
            for row in data[kind]:
                row["created"] = "once"
            refused = take(shop, data)
            tap.ok(refused.get(None), f"no {kind}: refused", refused)
            tap.ok(not any("No record" in (r or "") for r in refused.values()), f"no {kind}: in people's words", refused)
            if kind != "payment":  # what an invoice says was paid is not made to fit: verify tells it
                sound(tap, shop, f"no {kind}")


def what_follows(tap):
    data = said_by_schema_1()
    paid = one(data["invoice"], state="paid", type="380")
    cancelled = one(data["invoice"], state="cancelled")
    data["payment"] = []
    note = one(data["invoice"], corrects=cancelled["id"])  # it, and all that came later
    data["invoice"] = [i for i in data["invoice"] if (i["issue_order"] or 0) < note["issue_order"]]
    billed = paid["job"]
    one(data["job"], id=billed)["to_bill"] = True
    with Shop() as shop:
        report = shop.ask("import", shop.write("archive.json", json.dumps({"aftercare": 1} | data)))
        told = {r["id"] for r in report["files"][0]["rows"] if r["result"] == "new" and "verify" in (r["reason"] or "")}
        amiss = {p["id"] for p in shop.run("verify").json["problems"] if p["kind"] == "payment"}
        for key, what in ((paid["id"], "an invoice whose payments are gone"), (cancelled["id"], "one whose credit note is gone")):
            tap.equal((shop.get("invoice", key)["state"], key in told, key in amiss),
                      (one(data["invoice"], id=key)["state"], True, True),
                      f"{what}: not made to fit, told by the report and by verify")
        tap.equal(shop.get("job", billed)["to_bill"], False, "a job that was billed is not to bill")


def counters(tap):
    data = said_by_schema_1()
    customer = data["customer"][0]["id"]
    with Shop("2026-11-29") as shop:
        take(shop, data | {"counter": {"invoice-2026": "1"}})
        tap.equal(shop.get("job", shop.add("job", f"customer={customer}"))["number"], "2026-008", "jobs go on behind the last")
        draft = one(shop.open().ask("list", "invoice"), state="draft")["id"]
        tap.equal(shop.ask("invoice", "issue", draft)["number"], "2026-0006", "so do invoices")
    for value in ("many", "-1", "1000000000", "9223372036854775807", 6, True):
        with Shop() as shop:
            bad = {"aftercare": 1} | data | {"counter": {"invoice-2026": value}}
            answer = shop.run("import", shop.write("bad.json", json.dumps(bad)))
            tap.ok(answer.code == 1 and "counter" in answer.out and "CRITICAL" not in answer.err, f"a counter of {value} is refused", answer)
            tap.equal(shop.ask("list", "customer"), [], "and nothing taken over")


BAD = {"half": None, "text": "name,phone\n", "empty": "", "list": "[]", "other": '{"customers":[]}',
       "newer": '{"aftercare":99}', "evil path": '{"aftercare":1,"file":[{"path":"files/../../x","base64":""}]}',
       "no rows": '{"aftercare":1,"customer":7}', "trailing": '{"aftercare":1}x', "deep": '{"aftercare":1,"x":' + "[" * 500}


def with_mark(tap):
    """Some editors begin a file with a byte order mark."""
    with Shop() as shop, Shop() as other:
        shop.add("customer", name="Bea Koch")
        path = other.write("mark.json", b"\xef\xbb\xbf" + shop.run("export", "-", raw=True).out.encode())
        tap.equal([row["result"] for row in other.ask("import", path)["files"][0]["rows"]], ["new"], "it is read over")


def bad_files(tap):
    with Shop() as shop:
        fill(shop)
        shop.ask("export", shop.path("a.json"))
        whole = open(shop.path("a.json"), encoding="utf-8").read()
        for name, text in BAD.items():
            with Shop() as other:
                answer = other.run("import", other.write("bad.json", whole[:len(whole) // 2] if text is None else text))
                left = other.ask("list", "customer")
                wanted = answer.code == 1 or (name == "no rows" and answer.json["refused"] == 1)
                tap.ok(wanted and left == [], f"a bad file ({name}): a sentence, nothing half-written", answer)


def other_formats(tap):
    with Shop() as shop:
        bea, _issued = fill(shop)
        out = shop.path("out.csv")
        shop.ask("export", "--format", "csv", "--kind", "job", out)
        with open(out, "rb") as file:
            tap.equal(file.read(3), b"\xef\xbb\xbf", "a CSV says that it is UTF-8, for spreadsheets")
        rows = list(csv.DictReader(open(out, newline="", encoding="utf-8-sig")))
        tap.equal([(r["customer"], r["agreed"]) for r in rows], [(bea, "49.90"), (bea, "9.90")], "jobs as CSV")
        people = list(csv.DictReader(io.StringIO(shop.run("export", "--format", "csv", "-", raw=True).out.removeprefix("\ufeff"))))
        tap.equal([p["name"] for p in people], ["Bea Koč", "Ole Lind"], "customers as CSV, without the deleted")
        shop.ask("set", "customer", bea, "channel=email", "since=2019-03-01")
        shop.ask("export", "--format", "csv", out)
        with Shop() as other:
            other.ask("import", out)
            back = {c["name"]: (c["channel"], c["since"]) for c in other.ask("list", "customer")}
            tap.equal(back["Bea Koč"], ("email", "2019-03-01"), "what only Aftercare knows comes back from CSV")
            again = other.ask("import", out)
            tap.equal((again["new"], again["merged"], [r["dropped"] for r in again["files"][0]["rows"]]), (0, 2, [[], []]),
                      "a second time it tells nothing new")
            report = other.ask("import", other.write("worse.csv", "name,channel,since\nJan Sand,pigeon,soon\n"))
            tap.equal(report["files"][0]["rows"][0]["dropped"], ["channel", "since"], "what makes no sense there is dropped")
        cards = shop.run("export", "--format", "vcard", "-", raw=True).out
        tap.ok(cards.count("BEGIN:VCARD") == 2 and "FN:Bea Koč\r\n" in cards.replace("\n", "\r\n").replace("\r\r", "\r"),
               "customers as vCard", cards)
        with Shop() as other:
            other.ask("import", other.write("cards.vcf", cards))
            tap.equal({c["name"]: (c["channel"], c["since"]) for c in other.ask("list", "customer")}["Bea Koč"], ("email", "2019-03-01"),
                      "and what only Aftercare knows comes back from vCard too")
        one = json.loads(shop.run("export", "--kind", "device", "-", raw=True).out)
        tap.equal([k for k in one], ["aftercare", "schema", "began", "device"], "one kind as JSON")
        before = open(shop.write("kept.json", "old"), encoding="utf-8").read()
        answer = shop.run("export", "--format", "vcard", "--kind", "job", shop.path("kept.json"))
        tap.ok(answer.code == 2 and open(shop.path("kept.json"), encoding="utf-8").read() == before,
               "a failed export leaves the old file", answer)


def generated(tap):
    with Shop() as a, Shop() as b:
        for shop in (a, b):
            shop.ask("generate", "--customers", "300", "--seed", "7")
            shop.ask("export", shop.path("x.json"))
        tap.ok(filecmp.cmp(a.path("x.json"), b.path("x.json"), False), "the same seed and day: the same bytes")
        data = json.load(open(a.path("x.json"), encoding="utf-8"))
        tap.equal((len(data["customer"]), len(data["interaction"]), len(data["invoice"])), (300, 3000, 600),
                  "ten contacts and two invoices per customer")
        scripts = {name[0] for name in (c["name"] for c in data["customer"]) if ord(name[0]) > 0x370}
        tap.ok(len(scripts) >= 4, "names in several scripts", scripts)
        tap.equal(a.run("verify").code, 0, "verify says ok to a generated shop")
        with Shop() as other:
            other.ask("import", a.path("x.json"))
            other.ask("export", other.path("y.json"))
            tap.ok(filecmp.cmp(a.path("x.json"), other.path("y.json"), False), "imported and exported again: the same bytes")
        tap.ok(a.ask("search", data["customer"][5]["phones"][0]["digits"][-5:]), "its phones are found")
    with Shop() as c:
        c.ask("generate", "--customers", "300", "--seed", "8")
        c.ask("export", c.path("x.json"))
        tap.ok(json.load(open(c.path("x.json"), encoding="utf-8"))["customer"] != data["customer"], "another seed: another shop")


def main():
    tap = Tap()
    for part in (round_trip, changed_rows, older_schema, older_money, taken_numbers, rules_of_kinds, altered_documents, odd_owners, what_follows, counters, with_mark, bad_files, other_formats, generated):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
