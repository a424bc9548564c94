# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""get, add, set, remove, undelete, search: the shapes that scripts rely on."""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

CUSTOMER = ["id", "name", "type", "given", "family", "organisation", "phones", "emails", "addresses", "birthday",
            "tags", "language", "channel", "since", "contact", "referred_by", "note", "created", "changed"]
KINDS = ["customer", "staff", "device", "job", "interaction", "followup", "plan", "occasion", "gift", "invoice",
         "payment", "feedback", "complaint", "text", "document"]

BEA = {
    "name": "Bea Koč", "phones": [{"label": "mobile", "number": "+49 157 335 21 78"}],
    "emails": [{"label": None, "address": "bea@example.org"}],
    "addresses": [{"street": "Lindenstraße 3", "postcode": "50667", "locality": "Köln", "country": "DE"}],
    "birthday": "--02-29", "tags": ["VIP", "e-bike"], "language": "de", "channel": "sms", "note": "two\nlines"}


def customers(tap, shop):
    bea = shop.add("customer", **BEA)
    got = shop.get("customer", bea)
    tap.ok(isinstance(bea, str) and got["id"] == bea, "an id is an opaque string, the same in get")
    for name in CUSTOMER:
        tap.ok(name in got, f"customer has {name}", got)
    tap.equal(got["phones"], [{"label": "mobile", "number": "+49 157 335 21 78", "digits": "01573352178"}],
              "phones have label, number and national digits")
    tap.equal(got["emails"], [{"label": None, "address": "bea@example.org"}], "e-mails have label and address")
    tap.equal(sorted(got["addresses"][0]), ["country", "label", "locality", "postcode", "region", "street"],
              "addresses have their parts")
    tap.equal(got["tags"], ["VIP", "e-bike"], "tags are a flat list")
    tap.equal(got["birthday"], "--02-29", "a birthday without a year is --MM-DD")
    tap.equal(got["note"], "two\nlines", "text keeps its line breaks")
    tap.equal((got["given"], got["family"], got["type"]), ("Bea", "Koč", "person"), "a name is taken apart")
    tap.equal(got["contact"], None, "absent is null")
    tap.equal(got["since"], "2026-11-24", "dates are YYYY-MM-DD")
    tap.equal(got["created"], "2026-11-24T12:00:00Z", "instants are RFC 3339 with Z")
    shop.ask("set", "customer", bea, "family=Lind", "tags=VIP, new ", "birthday=")
    got = shop.get("customer", bea)
    tap.equal((got["name"], got["tags"], got["birthday"]), ("Bea Lind", ["VIP", "new"], None), "set changes and clears")
    tap.equal(got["phones"][0]["number"], "+49 157 335 21 78", "set keeps what it was not given")
    shop.ask("set", "customer", bea, "--file", shop.write("s.json", '{"phones": got}'.replace("got", "[]")))
    tap.equal(shop.get("customer", bea)["phones"], [], "set from a file takes a list's place")
    firm = shop.get("customer", shop.add("customer", "organisation=Café Nord GmbH"))
    tap.equal((firm["type"], firm["name"]), ("company", "Café Nord GmbH"), "an organisation alone is a company")


def payments(tap, shop):
    """Whichever way a payment goes, comes or changes, its invoices follow; defect: they kept what they had."""
    bea = shop.open().add("customer", "name=Bea Koch")
    issued = []
    for _ in range(2):
        job = shop.add("job", customer=bea, lines=[{"name": "Work", "quantity": "1", "price": "100.00", "rate": "19",
                                                    "category": "S"}])
        shop.ask("job", "move", job, "ready")
        issued.append(shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", job)["id"])["id"])

    def states():
        return [(i["state"], i["paid"]) for i in (shop.get("invoice", one) for one in issued)]

    paid = shop.add("payment", f"invoice={issued[0]}", "amount=100.00")
    tap.equal(states(), [("paid", "100.00"), ("issued", "0.00")], "a payment pays")
    shop.ask("remove", "payment", paid)
    tap.equal(states()[0], ("issued", "0.00"), "a removed payment leaves its invoice open")
    shop.ask("undelete", "payment", paid)
    tap.equal(states()[0], ("paid", "100.00"), "a payment brought back pays again")
    shop.ask("set", "payment", paid, f"invoice={issued[1]}")
    tap.equal(states(), [("issued", "0.00"), ("paid", "100.00")], "a payment put to another invoice pays that one")
    tap.equal(shop.ask("verify")["ok"], True, "and verify finds nothing")


def contacts(tap, shop):
    """A contact that goes takes its own marks along and nobody else's, and brings them back."""
    lea = shop.add("customer", "name=Lea Told")
    answered = shop.add("complaint", f"customer={lea}", "words=It squeaks", "acknowledged=2026-11-24T12:00:00Z",
                        "acknowledged_how=phone")
    job = shop.add("job", customer=lea)
    shop.ask("job", "move", job, "ready")
    mail = shop.add("interaction", f"customer={lea}", f"job={job}", "direction=out", "channel=email",
                    "at=2026-11-24T12:00:00Z")
    shop.ask("job", "move", job, "collected", "--reason", "a small thing")

    def told():
        return shop.get("job", job)["told"]

    shop.ask("remove", "interaction", mail)
    tap.equal(told(), None, "what nobody said was not said")
    tap.equal(shop.get("complaint", answered)["acknowledged"], "2026-11-24T12:00:00Z",
              "an answer of the same instant is none of its business")
    shop.ask("undelete", "interaction", mail)
    tap.equal(told(), "2026-11-24T12:00:00Z", "a contact brought back told of the job, collected as it is")


def let_go(tap, shop):
    """A follow-up is let go in one place, whichever door it was."""
    ivo = shop.add("customer", "name=Ivo Gone")
    ask = shop.add("followup", f"customer={ivo}", "kind=check", "title=Still well?", "due=2026-11-20")

    def stands():
        due = [item for item in shop.ask("due")["items"] if item["id"] == f"followup-{ask}"]
        return shop.get("followup", ask)["state"], len(due)

    tap.equal(stands(), ("open", 1), "an open follow-up is due")
    gone = shop.add("deferral", "rule=followup", f"record={ask}", "reason=nope")
    tap.equal(stands(), ("let-go", 0), "let go, it says so itself")
    shop.ask("set", "followup", ask, "state=open")
    tap.equal(stands(), ("open", 1), "taken up again, it is due again")
    shop.ask("set", "followup", ask, "state=let-go")
    shop.ask("remove", "deferral", gone)
    tap.equal(stands(), ("open", 1), "what let it go is gone, and so is its word")
    shop.ask("undelete", "deferral", gone)
    tap.equal(stands(), ("let-go", 0), "and back")
    shop.ask("remove", "followup", ask)
    tap.equal(shop.run("remove", "deferral", gone).code, 0, "that it was let go is taken back of what is deleted, too")
    shop.ask("undelete", "followup", ask)
    tap.equal(stands(), ("open", 1), "and it comes back open")
    shop.ask("set", "followup", ask, "state=done")
    done = shop.get("followup", ask)
    late = shop.run("add", "deferral", "rule=followup", f"record={ask}", "reason=too late")
    tap.equal((late.code, late.error), (1, "refused"), "what is done is not let go")
    tap.equal(shop.get("followup", ask), done, "and stays as it was done")


def pauses(tap, shop):
    """A complaint stops what else is asked of its customer, not its own steps, and nothing once it is gone with them."""
    kim = shop.add("customer", "name=Kim Cross")
    job = shop.add("job", customer=kim, lines=[{"name": "Work", "quantity": "1", "price": "10.00", "rate": "19",
                                                "category": "S"}])
    shop.ask("job", "move", job, "ready")
    shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", job)["id"])
    complaint = shop.add("complaint", f"customer={kim}", "words=bad")
    shop.add("followup", f"customer={kim}", "kind=check", "title=Still well?", "due=2026-11-20")
    shop.add("followup", f"customer={kim}", f"complaint={complaint}", "kind=other", "title=Call her", "due=2026-11-20")
    shop.ask("set", "complaint", complaint, "acknowledged=2026-11-24T12:00:00Z", "acknowledged_how=phone")

    def lines():
        return [(i["rule"], i["text"]) for i in shop.ask("due", today="2027-02-01")["items"]
                if i["customer"] == kim and i["rule"] in ("followup", "overdue")]

    tap.ok(len(lines()) == 1 and "Call her" in lines()[0][1], "while it is open, only its own step is due", lines())
    shop.ask("remove", "customer", kim)
    tap.equal([rule for rule, _ in lines()], ["overdue"], "gone with its customer, it keeps no money from sight")


def removal(tap, shop):
    ole = shop.add("customer", "name=Ole Removed")
    tap.equal(shop.ask("remove", "customer", ole), {"id": ole}, "remove answers with the id")
    tap.equal(shop.run("get", "customer", ole).error, "not-found", "what was removed is not found")
    tap.equal([c["id"] for c in shop.ask("list", "customer", "--deleted")], [ole], "list --deleted shows it")
    tap.equal([c for c in shop.ask("list", "customer") if c["id"] == ole], [], "list does not")
    tap.equal(shop.ask("search", "removed"), [], "nor does search")
    tap.equal([h["title"] for h in shop.ask("search", "--deleted", "removed")], [shop.ask("list", "customer", "--deleted")[0]["name"]],
              "search --deleted finds who was")
    tap.equal(shop.ask("search", "--deleted", "nobody"), [], "and nobody else")
    tap.equal(shop.ask("undelete", "customer", ole), {"id": ole}, "undelete brings it back")
    tap.equal(len(shop.ask("search", "removed")), 1, "and search finds it again")


def removal_of_an_owner(tap, shop):
    """One policy: who is deleted hides what is theirs, and brings it back; the shop's books stay."""
    zora = shop.add("customer", "name=Zora Quark")
    kinds = {"device": shop.add("device", f"customer={zora}", "name=Cargo bike", "serial=99887"),
             "job": shop.add("job", customer=zora, lines=[{"name": "Chain", "quantity": "1", "price": "49.90", "rate": "19"}]),
             "gift": shop.add("gift", f"customer={zora}", "name=Bell", "state=idea")}
    bill = shop.ask("invoice", "draft", "--job", kinds["job"])["id"]

    def listed(kind, id):
        return id in [record["id"] for record in shop.ask("list", kind)]

    shop.ask("remove", "customer", zora)
    tap.equal([kind for kind, id in kinds.items() if listed(kind, id)], [], "a deleted customer's things are not listed")
    tap.ok(listed("invoice", bill), "the invoice is")
    tap.equal(shop.ask("search", "99887"), [], "nor do they find anybody")
    tap.equal(shop.get("device", kinds["device"])["serial"], "99887", "who asks by id is answered")
    shop.ask("undelete", "customer", zora)
    tap.equal([kind for kind, id in kinds.items() if listed(kind, id)], list(kinds), "undelete brings all back")
    tap.equal(len(shop.ask("search", "99887")), 2, "and they are found")


def owners(tap, shop):
    """What comes back brings what it belongs to, and says so; defect: it came back where nobody could see it."""
    uma = shop.add("customer", "name=Uma Owner")
    job = shop.add("job", f"customer={uma}")
    ask = shop.add("followup", f"customer={uma}", f"job={job}", "kind=check", "title=Well?", "due=2026-11-20")
    for kind, id in (("followup", ask), ("job", job), ("customer", uma)):
        shop.ask("remove", kind, id)
    answer = shop.ask("undelete", "followup", ask)
    tap.equal(answer["id"], ask, "undelete answers with the id")
    tap.equal(sorted((one["kind"], one["id"]) for one in answer["along"]), [("customer", uma), ("job", job)],
              "and with what came along")
    tap.equal([shop.run("get", *one).code for one in (("followup", ask), ("job", job), ("customer", uma))], [0, 0, 0],
              "all of it is there again")


def strangers(tap, shop):
    """Nothing of one customer is used for another."""
    pia = shop.add("customer", "name=Pia Mine")
    tom = shop.add("customer", "name=Tom Other")
    bike = shop.add("device", f"customer={tom}", "name=Red bike")
    job = shop.add("job", f"customer={tom}", f"device={bike}")
    for kind, *fields in (("job", f"device={bike}"), ("feedback", f"job={job}", "score=9"), ("interaction", f"job={job}"),
                          ("complaint", f"job={job}", "words=bad"), ("invoice", f"job={job}"),
                          ("followup", f"job={job}", "title=Well?", "due=2026-11-20")):
        answer = shop.run("add", kind, f"customer={pia}", *fields)
        tap.ok(answer.error == "refused" and "Pia Mine" in answer.out and "Tom Other" in answer.out,
               f"{kind}: refused, naming both", answer)


def states(tap, shop):
    """What follows from a state follows when it is set by hand."""
    vic = shop.add("customer", "name=Vic State")
    ask = shop.add("followup", f"customer={vic}", "kind=check", "title=Well?", "due=2026-11-20")
    shop.ask("set", "followup", ask, "state=done")
    tap.ok(shop.get("followup", ask)["done"], "done says when")
    shop.ask("set", "followup", ask, "state=open")
    tap.equal(shop.get("followup", ask)["done"], None, "open does not")
    job = shop.add("job", f"customer={vic}", "warranty_months=6", "no_plan_reason=none wanted")
    shop.ask("job", "move", job, "collected")
    shop.ask("set", "job", job, "warranty_months=24")
    tap.equal(shop.get("job", job)["warranty_end"], "2028-11-24", "the end of a warranty follows its months")
    for field in ("warranty_end=2030-01-01", "status=ready"):
        tap.equal(shop.run("set", "job", job, field).error, "input", f"{field} follows from acts")


def values(tap, shop):
    ann = shop.add("customer", "name=Ann Values")
    job = shop.add("job", customer=ann, lines=[{"name": "Chain", "quantity": "1.5", "price": "49.90", "rate": "19"},
                                               {"name": "Free", "quantity": 1, "price": 0, "rate": 7.5}])
    got = shop.get("job", job)
    tap.equal([line["quantity"] for line in got["lines"]], ["1.5", "1"], "quantities are decimal strings")
    tap.equal([line["price"] for line in got["lines"]], ["49.9", "0"], "0 stays 0")
    tap.equal(got["lines"][1]["rate"], "7.5", "a plain number in a file is taken as it is written")
    tap.equal((got["agreed"], got["currency"]), ("74.85", "EUR"), "money is a string with a currency beside it")
    tap.ok(got["number"] and got["status"] == "received", "a job gets its number and first status", got)
    tap.equal((got["to_tell"], len(got["history"])), (False, 1), "a job tells whether somebody must be told, and its history")
    gift = shop.get("gift", shop.add("gift", f"customer={ann}", "name=Bell", "state=idea", "cost=0"))
    tap.equal(gift["cost"], "0.00", "an amount of 0 is no absence")
    answer = shop.get("feedback", shop.add("feedback", f"customer={ann}", "score=0", "comment=Never again"))
    tap.equal(answer["score"], 0, "a score of 0 is an answer")
    tap.equal([c["words"] for c in shop.ask("list", "complaint")], ["Never again"], "and opens a complaint")
    tap.equal(shop.get("feedback", shop.add("feedback", f"customer={ann}", "quotable=true", "score=9"))["quotable"], True,
              "booleans are booleans")


def answers(tap, shop):
    """An answer says something, and silence is only known to who has asked."""
    ann = shop.add("customer", "name=Ann Answer")
    tap.equal(shop.run("add", "feedback", f"customer={ann}").error, "refused", "an answer without an answer is refused")
    tap.equal(shop.run("add", "feedback", f"customer={ann}", "score=", "comment=").error, "refused", "so is an empty one")
    for says in ("score=0", "satisfaction=4", "comment=Fine"):
        answer = shop.add("feedback", f"customer={ann}", says)
        tap.equal(shop.run("set", "feedback", answer, says.split("=")[0] + "=").error, "refused", f"{says.split('=')[0]} alone says something, and stays")
    complaint = shop.add("complaint", f"customer={ann}", "words=It squeaks", "channel=phone")
    silent = ("set", "complaint", complaint, "cause=Rust", "confirmation=no-answer")
    answer = shop.run(*silent)
    tap.ok(answer.error == "refused" and "tried" in answer.json["error"]["message"], "no answer, and nobody has tried: refused", answer)
    tap.equal(shop.run("add", "complaint", f"customer={ann}", "words=x", "confirmation=no-answer").error, "refused", "from the start, too")
    shop.add("interaction", f"customer={ann}", f"complaint={complaint}", "channel=phone", "direction=in", "body=They called")
    tap.equal(shop.run(*silent).error, "refused", "that they called is no try")
    shop.add("interaction", f"customer={ann}", "channel=phone", "direction=out", "outcome=Nobody answered")
    tap.equal(shop.run(*silent).error, "refused", "nor is a call about something else")
    shop.add("interaction", f"customer={ann}", f"complaint={complaint}", "channel=phone", "direction=out", "outcome=Nobody answered")
    tap.equal(shop.run(*silent).code, 0, "after a call about it that is true")


def answered_first(tap, shop):
    """The first contact that reached somebody answers a complaint, whichever way it was logged."""
    ann, bob = shop.add("customer", "name=Ann First"), shop.add("customer", "name=Bob First")
    received = shop.today + "T08:00:00Z"
    complaint = shop.add("complaint", f"customer={ann}", "words=It leaks", "channel=email", f"received={received}")
    other = shop.add("complaint", f"customer={ann}", "words=It is loud", "channel=email", f"received={received}")

    def contact(minute, **more):
        about = {"customer": ann, "complaint": complaint, "direction": "out", "channel": "phone", "body": "We come on Monday"} | more
        return shop.add("interaction", f"at={shop.today}T09:{minute:02}:00Z", *(f"{name}={value}" for name, value in about.items()))

    def answer(of=complaint):
        record = shop.get("complaint", of)
        return (record["acknowledged"] or "")[11:16], record["acknowledged_how"]
    tap.equal(shop.run("add", "interaction", f"customer={bob}", f"complaint={complaint}", "direction=out", "channel=phone").error, "refused",
              "nobody is called about a complaint of somebody else")
    contact(10, outcome="Nobody answered")
    contact(11, automatic="true", channel="email")
    contact(12, direction="in")
    tap.equal(answer(), ("", None), "who was not reached, what answers by itself and who calls us are no answer")
    first = contact(20)
    contact(30, channel="email")
    tap.equal([answer(), answer(other)], [("09:20", "phone"), ("", None)], "the first that reached them is, of that complaint alone")
    shop.ask("remove", "interaction", first)
    tap.equal(answer(), ("09:30", "email"), "without it, the next is")
    shop.ask("undelete", "interaction", first)
    tap.equal(answer(), ("09:20", "phone"), "brought back, it is the first again")
    shop.ask("set", "interaction", first, f"complaint={other}")
    tap.equal([answer(other), answer()], [("09:20", "phone"), ("09:30", "email")], "a contact that was about another one answers that")
    shop.ask("set", "interaction", first, "outcome=Nobody answered")
    tap.equal(answer(other), ("", None), "and does not once it says that nobody was there")
    tap.equal(shop.get("interaction", first)["complaint"], other, "it says which complaint it was about")
    shop.ask("export", "--format", "json", shop.path("told.json"))
    with Shop() as new:
        new.ask("import", shop.path("told.json"))
        words = {c["id"]: c["words"] for c in new.ask("list", "complaint")}
        tap.equal(sorted(words[i["complaint"]] for i in new.ask("list", "interaction") if i["complaint"]),
                  ["It is loud"] + 4 * ["It leaks"] + 2 * ["It squeaks"], "in another shop, too")


def numbers(tap, shop):
    """The whole number of a job or an invoice is typed to get there; a serial, to get to a person."""
    ann = shop.add("customer", "name=Ann Number")
    job = shop.add("job", f"customer={ann}", "kind=Wheel")
    number = shop.get("job", job)["number"]
    hits = shop.ask("search", number)
    tap.equal([hits[0]["id"], ann in [h["id"] for h in hits]], [job, True], "its number finds the job first, and its customer")
    sequence = int(number[5:])
    for typed in (f"2026/{sequence}", f"2026 {sequence}", f"2026-{sequence:03}", f"Job {number}", f"job 2026 {sequence}", f"#{sequence}", f"Nr. {sequence}",
                  f"№ {sequence}", number.replace("-", ""), f"Invoice {number}"):
        tap.equal(shop.ask("search", typed)[0]["id"], job, f"so does {typed!r}")
    tap.equal([h["kind"] for h in shop.ask("search", "2026/977")], [], "a number that nothing has finds nothing")
    shop.add("device", f"customer={ann}", "name=Bike", "serial=QX-4711")
    tap.equal(shop.ask("search", "QX-4711")[0]["id"], ann, "a serial finds the person first")


def search(tap, shop):
    zoe = shop.add("customer", name="Zoë Świątek", phones=[{"number": "0171 900 41 15"}])
    bike = shop.add("device", f"customer={zoe}", "name=Cargo bike", "serial=WX-77 801")
    for text, kind, match in [("swiat", "customer", "name"), ("115", "customer", "phone"), ("77801", "device", "serial"),
                              ("cargo", "device", "name"), ("zoe", "customer", "name")]:
        hits = shop.ask("search", text)
        first = [h for h in hits if h["id"] == (zoe if kind == "customer" else bike)]
        tap.ok(len(first) == 1 and first[0]["kind"] == kind and first[0]["match"] == match, f"“{text}” finds by {match}",
               hits)
        tap.equal(sorted(hits[0]), ["detail", "id", "kind", "match", "title"], f"“{text}”: a hit's shape")
    tap.equal(shop.ask("search", "qqqq"), [], "nothing found is [] and exit 0")
    tap.equal(shop.ask("search", "*\" OR 1"), [], "quotes and stars are only text")


def rows_in_order(tap, shop):
    """A list stands as it was given, whichever of its rows is new."""
    who = shop.add("customer", name="Otto Order", phones=[{"number": "0301"}, {"number": "0302"}])
    for wanted in (["0309", "0302"], ["0307", "0309", "0302"], ["0302", "0307"], ["0307", "0302"], ["0305", "0306", "0302"], ["0306", "0308", "0305"]):
        shop.ask("set", "customer", who, "--file", shop.write("set.json", json.dumps({"phones": [{"number": n} for n in wanted]})))
        tap.equal([phone["number"] for phone in shop.get("customer", who)["phones"]], wanted, f"{wanted}: in that order")


def answered_in_words(tap, shop):
    """What was said first is written down, by whichever door a contact becomes the first answer."""
    ann = shop.add("customer", "name=Ann Words")
    complaint = shop.add("complaint", f"customer={ann}", "words=It leaks", f"received={shop.today}T08:00:00Z")

    def contact(hour, *more):
        return shop.run("add", "interaction", f"customer={ann}", f"complaint={complaint}", "direction=out", "channel=phone",
                        f"at={shop.today}T{hour:02}:00:00Z", *more)

    def answered():
        return (shop.get("complaint", complaint)["acknowledged"] or "")[11:16]
    tap.equal((contact(10).error, answered()), ("input", ""), "without words it is none")
    first = contact(10, "body=We come").json["id"]
    later = contact(12).json["id"]
    for words in (("set", "interaction", first, "body="), ("set", "interaction", later, f"at={shop.today}T09:00:00Z"),
                  ("set", "interaction", first, f"at={shop.today}T11:00:00Z", "body=")):
        tap.equal((shop.run(*words).error, answered()), ("input", "10:00"), f"{' '.join(words[3:])}: nor by a change")
    shop.ask("set", "interaction", later, f"at={shop.today}T09:00:00Z", "body=On Monday")
    tap.equal(answered(), "09:00", "with words it is")
    shop.ask("set", "interaction", later, f"at={shop.today}T09:30:00Z")
    tap.equal(answered(), "09:30", "and is moved")
    shop.ask("set", "interaction", first, "body=")
    shop.ask("remove", "interaction", later)
    shop.ask("set", "interaction", first, "channel=email")
    tap.equal((answered(), shop.get("complaint", complaint)["acknowledged_how"]), ("10:00", "email"), "what says nothing from before may stay so")


def in_one_line(tap, shop):
    """Whatever is no long text stands on one line of a list, a paper, an e-invoice."""
    broken = "1\n2\t3"
    staff = shop.add("staff", name="Sid\nShaw", role=broken, phone=broken)
    tap.equal([shop.get("staff", staff)[field] for field in ("name", "role", "phone")], ["Sid Shaw", "1 2 3", "1 2 3"], "of a colleague")
    who = shop.add("customer", name="Lou Line", vat_id="DE123\n456789", phones=[{"number": "030 1\n2", "label": "at\nhome"}],
                   addresses=[{"street": "Weg 1\nHof 2", "locality": "Ber\nlin", "country": "D\nE"}], note="two\nlines")
    got = shop.get("customer", who)
    tap.equal((got["vat_id"], got["phones"][0]["label"], got["note"]), ("DE123 456789", "at home", "two\nlines"), "of a customer, but for the note")
    tap.equal([got["addresses"][0][part] for part in ("street", "locality", "country")], ["Weg 1\nHof 2", "Ber lin", "D E"], "and of an address, but for the street")
    shop.ask("set", "customer", who, "vat_id=DE312\n448907")
    tap.equal(shop.get("customer", who)["vat_id"], "DE312 448907", "set does the same")
    job = shop.add("job", customer=who, fault="It\nleaks", accessories="key\nlock", lines=[
        {"name": "Work", "note": "a\nb", "quantity": "1", "price": "1", "rate": "19", "category": "S"}])
    got = shop.get("job", job)
    tap.equal((got["fault"], got["accessories"], got["lines"][0]["note"]), ("It\nleaks", "key lock", "a b"), "of a job and its lines")


def addresses(tap, shop):
    """Of what is no one address nothing is cut away."""
    for text in ("Ann <ann@x.example>, Bob <bob@x.example>", "ann@x.example <bob@x.example>", "mailto:ann@x.example?subject=hi",
                 "ann@x.example/path", "ann..lee@x.example", ".ann@x.example", "ann@-x.example"):
        refused = (shop.run("add", "customer", "--file", shop.write("mail.json", json.dumps({"name": "Ann", "emails": [{"address": text}]}))),
                   shop.run("add", "staff", "name=Ann", f"email={text}"), shop.run("setting", "set", "shop-email", text))
        tap.equal([answer.error for answer in refused], ["input"] * 3, f"{text!r} is no address of anybody")
    staff = shop.add("staff", "name=Ann", 'email="Lee, Ann" <mailto:ann@x.example>')
    tap.equal(shop.get("staff", staff)["email"], "ann@x.example", "what a mail program writes around one is not kept")


def main():
    tap = Tap()
    with Shop() as shop:
        for part in (rows_in_order, customers, payments, removal, removal_of_an_owner, owners, strangers, states, values, search, numbers, answers, answered_first, contacts,
                     let_go, pauses, in_one_line, addresses, answered_in_words):
            with tap.point(f"{part.__name__} to the end"):
                part(tap, shop)
        for kind in KINDS:
            tap.equal(shop.run("list", kind).code, 0, f"list {kind}")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
