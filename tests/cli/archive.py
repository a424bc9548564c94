# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""export, import and generate: complete, re-importable, the same bytes."""
import csv
import filecmp
import io
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402


def fill(shop):
    """A bit of everything, issued and paid and deleted too."""
    ann = shop.add("staff", "name=Ann")
    bea = shop.add("customer", name="Bea Koč", tags=["VIP"], contact=ann, phones=[{"number": "0157 335 21 78"}])
    ole = shop.add("customer", "name=Ole Lind", f"referred_by={bea}")
    shop.ask("set", "customer", bea, f"referred_by={ole}")  # each refers to the other: no order of rows would do
    bike = shop.add("device", f"customer={bea}", "name=Cargo bike", "serial=WX-77")
    job = shop.add("job", customer=bea, device=bike, lines=[{"name": "Chain", "quantity": "1", "price": "49.90", "rate": "19",
                                                             "category": "S"}])
    shop.ask("job", "move", job, "ready")
    draft = shop.ask("invoice", "draft", "--job", job)["id"]
    issued = shop.ask("invoice", "issue", draft)["id"]
    shop.ask("invoice", "pay", issued, "10")
    shop.ask("invoice", "draft", "--job", job)
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
        tap.equal(other.run("verify").code, 0, "verify says ok to the imported shop")
        tap.equal(other.ask("search", "178")[0]["id"], bea, "search finds in it")
        tap.equal(other.run("remove", "invoice", issued).error, "refused", "the imported invoice is frozen")
        number = other.get("invoice", issued)["number"]
        drafts = other.ask("list", "invoice", "--where", "state=draft")
        later = other.run("invoice", "issue", drafts[0]["id"])
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


BAD = {"half": None, "text": "name,phone\n", "empty": "", "list": "[]", "other": '{"customers":[]}',
       "newer": '{"aftercare":99}', "evil path": '{"aftercare":1,"file":[{"path":"files/../../x","base64":""}]}',
       "no rows": '{"aftercare":1,"customer":7}', "trailing": '{"aftercare":1}x', "deep": '{"aftercare":1,"x":' + "[" * 500}


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
        rows = list(csv.DictReader(open(out, newline="", encoding="utf-8")))
        tap.equal((len(rows), rows[0]["customer"], rows[0]["agreed"]), (1, bea, "49.90"), "jobs as CSV")
        people = list(csv.DictReader(io.StringIO(shop.run("export", "--format", "csv", "-", raw=True).out)))
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
        one = json.loads(shop.run("export", "--kind", "device", "-", raw=True).out)
        tap.equal([k for k in one], ["aftercare", "device"], "one kind as JSON")
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
        tap.ok(a.ask("search", data["customer"][5]["phones"][0]["digits"][-5:]), "its phones are found")
    with Shop() as c:
        c.ask("generate", "--customers", "300", "--seed", "8")
        c.ask("export", c.path("x.json"))
        tap.ok(json.load(open(c.path("x.json"), encoding="utf-8"))["customer"] != data["customer"], "another seed: another shop")


def main():
    tap = Tap()
    for part in (round_trip, changed_rows, bad_files, other_formats, generated):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
