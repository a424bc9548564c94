#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an invoice needs before it has its number, and what the shop may bill at all."""
import json
import re
import subprocess
import sys

from cli import Shop, Tap

REGIONS = {"DE": "§ 19 UStG", "AT": "§ 6 Abs. 1 Z 27", "CH": "Art. 10 MWSTG", "FR": "TVA non applicable, art. 293 B du CGI",
           "GB": "Not registered for VAT", "NL": "artikel 25 Wet OB"}
TITLES = {"DE": ("Rechnung", "Rechnungskorrektur"), "AT": ("Rechnung", "Rechnungskorrektur"), "CH": ("Rechnung", "Gutschrift"),
          "FR": ("Facture", "Avoir"), "GB": ("Invoice", "Credit Note"), "NL": ("Factuur", "Creditfactuur")}


def words(path):
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout.decode()
    return " ".join(text.split())


def paper(shop, invoice):
    out = shop.path(f"{invoice}.pdf")
    shop.ask("invoice", "export", invoice, "--pdf", out)
    return words(out)


def bill(shop, customer, lines, **more):
    body = json.dumps({"currency": "EUR", "prices": "gross", "lines": [
        {"name": "Work", "quantity": "1", "category": "S", "rate": "19"} | line for line in lines]} | more)
    return shop.run("invoice", "draft", "--customer", customer, "--file", shop.write("bill.json", body))


def done_job(shop, customer, *prices, **more):
    job = shop.add("job", customer=customer, lines=[
        {"name": f"Part {i}", "quantity": "1", "price": price} for i, price in enumerate(prices)], **more)
    shop.ask("job", "move", job, "ready")
    return job


def draft_of(shop, job):
    return shop.ask("invoice", "draft", "--job", job)["id"]


def fields(shop, draft):
    """What keeps it from being issued."""
    return [lack["field"] for lack in shop.ask("invoice", "check", draft) if not lack["hint"]]


def settings(tap):
    with Shop() as shop:
        keys = [s["key"] for s in shop.ask("setting", "list")]
        tap.ok("shop-name" in keys and "small-business" in keys and "actor" not in keys, "the settings of Preferences are listed",
               keys)
        tap.equal(shop.ask("setting", "get", "terms-days"), {"key": "terms-days", "value": "14"}, "one has its default")
        tap.equal(shop.ask("setting", "set", "shop-iban", "de02 1001 0010 0006 8201 01")["value"], "DE02100100100006820101",
                  "what is set is stored tidily")
        tap.equal([shop.ask("setting", "set", "shop-iban", f"DE02{blank}1001{blank}0010{blank}0006{blank}8201{blank}01")["value"]
                   for blank in "\u00a0\u202f\u2009\t"], ["DE02100100100006820101"] * 4, "an account is read as papers write it")
        tap.equal(shop.ask("setting", "set", "shop-bic", "pbnk\tdeff")["value"], "PBNKDEFF", "and so is a bank")
        tap.equal(shop.ask("setting", "set", "holidays", "24.12., 31.12.2026; easter+1")["value"], "12-24 2026-12-31 easter+1",
                  "holidays are taken as people write them")
        for key, value, allowed in [("colour", "red", "shop-name"), ("prices", "both", "gross, net"),
                                    ("region", "XX", "DE"), ("small-business", "maybe", "true, false"),
                                    ("shop-vat-id", "DE12", "digit"), ("shop-vat-id", "XX1", "no country"),
                                    ("shop-vat-id", "zz 12345678", "no country"), ("shop-vat-id", "none", "digit"), ("holidays", "24.13.", "24.12."),
                                    ("terms-days", "-5", "whole number"), ("tax-rate", "120", "0 to 100"),
                                    ("shop-iban", "ZZ93111111111111111111", "country"),
                                    ("shop-iban", "DE863704004405320130", "longer or shorter"),
                                    ("shop-name", "Kettle\nSpoke", "one line"),
                                    ("shop-email", "nonsense A&B", "name@example.org"),
                                    ("shop-email", "mara@kettle", "name@example.org"),
                                    ("shop-email", "mara@kettle..example", "name@example.org"),
                                    ("shop-email", "mara@.example", "name@example.org"),
                                    ("shop-email", "ma\u00a0ra@kettle.example", "name@example.org"),
                                    ("shop-email", "Mara <mara@kettle.example> Lee", "name@example.org"),
                                    ("shop-name", "\u200b\u00ad", "can be seen")]:
            answer = shop.run("setting", "set", key, value)
            tap.ok(answer.code == 1 and allowed in answer.json["error"]["message"], f"{key}={value} is refused", answer)
        for number in ("CHE-123.456.789 MWST", "NO 974 760 673 MVA", "12-3456789", "EL123456789", "51 824 753 556", "DE312448907"):
            tap.equal(shop.ask("setting", "set", "shop-vat-id", number)["value"], number, f"{number} is a number of a tax office")
        for typed in ("mara@kettle.example", " Mara <mara@kettle.example>"):
            tap.equal(shop.ask("setting", "set", "shop-email", typed)["value"], "mara@kettle.example", f"{typed}: the address is kept")
        shop.ask("setting", "set", "region", "CH")
        tap.equal([shop.ask("setting", "get", k)["value"] for k in ("currency", "tax-rate")], ["CHF", "8.1"],
                  "a country sets its currency and tax")
        shop.ask("setting", "set", "region", "")
        tap.equal(shop.ask("setting", "get", "region")["value"], "DE", "an empty value is the default")


def lacks(tap):
    with Shop() as shop:
        max_ = shop.add("customer", "name=Max Meier")
        draft = bill(shop, max_, [{"price": "300"}]).json["id"]
        found = shop.ask("invoice", "check", draft)
        tap.equal([lack["field"] for lack in found if not lack["hint"]],
                  ["shop-name", "shop-street", "shop-postcode", "shop-locality", "shop-tax-number", "customer.addresses"],
                  "an empty shop cannot issue, and is told what is missing")
        tap.ok(all(lack["sentence"].endswith(".") for lack in found), "each in a sentence", found)
        answer = shop.run("invoice", "issue", draft)
        tap.ok(answer.error == "refused" and "Max Meier" in answer.json["error"]["message"], "and gets no number", answer)
        shop.open()
        tap.equal(fields(shop, draft), ["customer.addresses"], "above the limit a buyer has an address")
        def lives(*addresses):
            shop.ask("set", "customer", max_, "--file", shop.write("lives.json", json.dumps({"addresses": addresses})))
        lives({"street": "Am Tor 3", "locality": "Berlin"})
        tap.equal(fields(shop, draft), ["customer.addresses"], "which is not whole without its postcode")
        for address in ({"postcode": "10969"}, {"country": "Ireland"}, {"country": "HK"}):
            lives({"street": "Am Tor 3", "locality": "Berlin"} | address)
            tap.equal(fields(shop, draft), [], f"as it is with {address}")
        lives()
        small = bill(shop, max_, [{"price": "250"}]).json["id"]
        tap.equal(fields(shop, small), [], "up to it the customer at the counter has none")
        tap.equal(shop.ask("invoice", "issue", small)["number"], "2026-0001", "and the refused one took no number")
        for category, wanted in [("AE", ["customer.addresses", "customer.vat_id"]),
                                 ("K", ["customer.addresses", "customer.vat_id", "customer.addresses"]),
                                 ("G", ["customer.addresses", "customer.addresses"]), ("E", ["exemption"])]:
            odd = bill(shop, max_, [{"price": "10", "category": category, "rate": "0"}]).json["id"]
            tap.equal(fields(shop, odd), wanted, f"category {category} needs more")
        goods = bill(shop, max_, [{"price": "900", "category": "K", "rate": "0"}]).json["id"]
        for country, number, wanted in [("FR", "FR12345678901", []), ("Greece", "EL123456789", []), ("GB", "XI123456789", []), ("DE", "FR12345678901", ["lines"]),
                                        ("US", "FR12345678901", ["lines"]), ("CH", "CHE123456789", ["lines"]), ("GB", "GB123456789", ["lines"])]:
            lives({"street": "Am Tor 3", "locality": "Hier", "postcode": "10969", "country": country})
            shop.ask("set", "customer", max_, f"vat_id={number}")
            tap.equal(fields(shop, goods), wanted, f"from Germany to {country} ({number}) as a supply within the Union")
            said = " ".join(lack["sentence"] for lack in shop.ask("invoice", "check", goods))
            tap.equal(("Charge the tax" in said, "is an export" in said), (bool(wanted) and country == "DE", bool(wanted) and country != "DE"),
                      f"what to do instead fits {country}")
        lives()
        shop.ask("set", "customer", max_, "vat_id=")
        shop.ask("set", "invoice", odd, "exemption=§ 4 Nr. 8 UStG")
        issued = shop.ask("invoice", "issue", odd)["id"]
        tap.ok("§ 4 Nr. 8 UStG" in paper(shop, issued), "an exemption stands on the paper in its own words")
        for day in ("2099-01-01", "1999-01-01"):
            shop.ask("set", "invoice", draft, f"supply={day}")
            tap.ok("supply" in fields(shop, draft), f"done on {day} was mistyped")


def account(tap):
    """Where the money is to go is asked for and not demanded: who is paid at the counter needs no account."""
    def hints(draft):
        return [lack["field"] for lack in shop.ask("invoice", "check", draft) if lack["hint"]]

    with Shop() as shop:
        max_ = shop.open().add("customer", "name=Max Meier")
        draft = bill(shop, max_, [{"price": "20"}]).json["id"]
        tap.equal((hints(draft), fields(shop, draft)), (["shop-iban"], []), "an invoice that names no account is told, and lacks nothing")
        shop.ask("set", "invoice", draft, "terms_days=0")
        tap.equal(hints(draft), [], "but for one that is paid on receipt")
        shop.ask("set", "invoice", draft, "terms_days=14")
        shop.ask("setting", "set", "shop-iban", "DE89 3704 0044 0532 0130 00")
        tap.equal(hints(draft), [], "and once the shop has one")
        shop.ask("setting", "set", "shop-iban", "")
        tap.equal(shop.ask("invoice", "issue", draft)["number"], "2026-0001", "without one it is issued all the same")


def business_abroad(tap):
    with Shop() as shop:
        firm = shop.open().add("customer", name="Vélo SARL", vat_id="FR83404833048", addresses=[
            {"street": "1 rue Lepic", "postcode": "75018", "locality": "Paris", "country": "FR"}])
        draft = bill(shop, firm, [{"price": "100", "category": "AE", "rate": "0"}]).json["id"]
        issued = shop.ask("invoice", "issue", draft)["id"]
        row = shop.get("invoice", issued)["vat_breakdown"][0]
        tap.equal((row["reason"], row["code"]), ("Reverse charge", "VATEX-EU-AE"), "a reverse charge says so, with its code")
        tap.equal(paper(shop, issued).count("Reverse charge"), 1, "once on the paper")
        draft = bill(shop, firm, [{"price": "100", "category": "O", "rate": "0"}]).json["id"]
        text = paper(shop, shop.ask("invoice", "issue", draft)["id"])
        tap.ok("FR83" not in text and "DE312448907" not in text, "outside the scope of VAT nobody's number stands there", text)


def small_business(tap, region):
    with Shop() as shop:
        shop.ask("setting", "set", "region", region)
        shop.open(small_business="true")
        job = done_job(shop, shop.add("customer", "name=Bea Koch"), "120.00")
        draft = draft_of(shop, job)
        issued = shop.ask("invoice", "issue", draft)["id"]
        row = shop.get("invoice", issued)["vat_breakdown"][0]
        text = paper(shop, issued)
        tap.ok(REGIONS[region] in row["reason"] and REGIONS[region] in text, f"{region}: the paper bears the words of its law", text)
        tap.equal(row["code"], "VATEX-FR-FRANCHISE" if region == "FR" else None, f"{region}: and its code")
        rest = text.replace(row["reason"], "").replace("DE312448907", "")
        rest = re.sub(r"(USt-IdNr\.|UID-Nr\.|MWST-Nr\.|N° TVA|VAT No\.|Btw-id)", "", rest)
        tap.ok(not re.search(r"VAT|USt|MWST|TVA|btw|0\s?%|[Ii]ncludes|[Ee]xempt", rest), f"{region}: and not a word of tax", rest)
        tap.equal(shop.get("invoice", issued)["tax"], "0.00", f"{region}: none is charged")
        tap.ok(TITLES[region][0] in text, f"{region}: it has its title", text)
        note = shop.ask("invoice", "cancel", issued)["id"]
        tap.ok(TITLES[region][1] in paper(shop, note), f"{region}: so has the credit note", paper(shop, note))
        answer = bill(shop, shop.ask("list", "customer")[0]["id"], [{"price": "119"}], currency=shop.get("invoice", issued)["currency"])
        tap.ok(answer.error == "refused" and "small business" in answer.json["error"]["message"],
               f"{region}: a line with tax is refused", answer)


def becoming_small(tap):
    with Shop() as shop:
        job = done_job(shop.open(), shop.add("customer", "name=Bea Koch"), "119.00")
        draft = draft_of(shop, job)
        other = draft_of(shop, done_job(shop, shop.ask("list", "customer")[0]["id"], "119.00"))
        taxed = shop.ask("invoice", "issue", draft)["id"]
        shop.ask("setting", "set", "small-business", "true")
        note = shop.ask("invoice", "cancel", taxed)["id"]
        tap.equal(shop.get("invoice", note)["tax"], "19.00", "a credit note gives back the tax that was charged")
        tap.ok("19.00" in paper(shop, note) and "USt." in paper(shop, note), "and shows it")
        tap.equal(fields(shop, other), ["lines"], "a draft with tax from before is not issued")
        tap.equal(shop.get("invoice", draft_of(shop, job))["tax"], "0.00", "what is billed now bears none")


def what_is_refused(tap):
    with Shop() as shop:
        bea = shop.open().add("customer", "name=Bea Koch")
        for kind in ("381", "384", "326", "389"):
            answer = bill(shop, bea, [{"price": "35.70"}], type=kind)
            tap.ok(answer.error == "refused" and kind in answer.json["error"]["message"], f"a {kind} does not become an invoice",
                   answer)
        off = {"price": "10", "adjustments": [{"charge": False, "percent": "10"}]}
        tap.equal(bill(shop, bea, [off]).error, "refused", "a discount without a reason is refused")
        off["adjustments"][0] |= {"percent": "101", "reason": "Regular"}
        tap.equal(bill(shop, bea, [off]).error, "refused", "so is one of 101 percent")
        tap.equal(bill(shop, bea, [{"price": "10", "rate": "19.00001"}]).error, "refused", "and a rate with five decimals")
        draft = bill(shop, bea, [{"name": "Mending", "quantity": "1.25", "price": "40", "unit": "HUR", "kind": "labour"}]).json["id"]
        line = shop.get("invoice", draft)["lines"][0]
        tap.equal((line["unit"], line["kind"]), ("HUR", "labour"), "a line keeps its unit and its kind")
        for field in ("terms_days=-5", "terms_days=99999"):
            tap.equal(shop.run("set", "invoice", draft, field).error, "input", f"{field} is refused")
        for percent in ("101", "-10"):
            answer = shop.run("set", "invoice", draft, "--file", shop.write("set.json", json.dumps(
                {"lines": [line | {"discount": percent}]})))
            tap.equal(answer.error, "refused", f"a discount of {percent} % is refused")
        for base in ("0", "-1"):
            answer = shop.run("set", "invoice", draft, "--file", shop.write("set.json", json.dumps(
                {"lines": [line | {"base_quantity": base}]})))
            tap.equal(answer.error, "refused", f"a price per {base} is refused")
        shop.ask("set", "invoice", draft, "terms_days=0")
        text = paper(shop, shop.ask("invoice", "issue", draft)["id"])
        tap.ok("1.25 h" in text.replace("\u00a0", " "), "hours stand on the paper as hours", text)
        for amount, gross in (("1.00", "9.00"), ("1.01", "8.99")):
            off["adjustments"][0] |= {"percent": "10", "amount": amount}
            tap.equal(bill(shop, bea, [off]).json["gross"], gross, f"10 % that are {amount} are billed as that")
        minus = bill(shop, bea, [{"quantity": "-1", "price": "100"}]).json["id"]
        tap.equal(fields(shop, minus), ["lines"], "what comes to less than nothing is no invoice")


def promises(tap):
    with Shop() as shop:
        bea = shop.open().add("customer", "name=Bea Koch")
        job = done_job(shop, bea, "100", agreed_by="Bea Koch", agreed_how="phone")
        draft = draft_of(shop, job)
        other = {"name": "Other thing", "quantity": "1", "price": "120", "category": "S", "rate": "19"}
        change = lambda lines: shop.ask("set", "invoice", draft, "--file", shop.write("set.json", json.dumps({"lines": lines})))
        change([other])
        answer = shop.run("invoice", "issue", draft)
        tap.ok(answer.error == "refused" and "more than was agreed" in answer.json["error"]["message"],
               "another line in place of the agreed one needs a consent", answer)
        tap.equal(fields(shop, draft), ["consent_at"], "the check says so")
        tap.equal(shop.run("set", "invoice", draft, "consent_at=2026-11-26T09:00:00Z", "consent_by=Bea Koch").error, "input",
                  "a consent is none before it is given")
        tap.equal(shop.run("set", "invoice", draft, "consent_at=2026-11-24T09:00:00Z").error, "refused", "nor is one that nobody gave")
        shop.ask("set", "invoice", draft, "consent_at=2026-11-24T09:00:00Z", "consent_by=Bea Koch", "consent_how=phone")
        change([other | {"price": "150"}])
        tap.equal((shop.get("invoice", draft)["consent_by"], shop.run("invoice", "issue", draft).error), (None, "refused"),
                  "a consent holds for its price alone")
        both = done_job(shop, bea, "100", "50", agreed_by="Bea Koch")
        draft = draft_of(shop, both)
        change([shop.get("invoice", draft)["lines"][0], other | {"price": "40"}])
        tap.equal(shop.ask("invoice", "issue", draft)["gross"], "140.00", "a line less and one more may come to less than agreed")
        draft = draft_of(shop, done_job(shop, bea, "100", agreed_by="Bea Koch"))
        change([])
        answer = shop.run("set", "invoice", draft, "currency=JPY", "--file",
                          shop.write("set.json", json.dumps({"lines": [other | {"price": "90"}]})))
        tap.ok(answer.code != 0 or shop.run("invoice", "issue", draft).error == "refused", "another currency is another price")


def a_yes_to_another_price(tap):
    with Shop() as shop:
        cem = shop.open().add("customer", "name=Cem")
        job = done_job(shop, cem, "50", agreed_by="Cem", agreed_how="counter")
        tap.ok(shop.get("job", job)["agreed_at"], "a yes has its moment")
        line = shop.get("job", job)["lines"][0]
        raise_to = lambda price: shop.ask("set", "job", job, "--file", shop.write("set.json", json.dumps(
            {"lines": [line | {"price": price}]})))
        raise_to("200")
        now = shop.get("job", job)
        tap.equal((now["agreed"], now["agreed_by"], now["agreed_at"], now["agreed_how"]), ("200.00", None, None, None),
                  "nobody has said yes to a price that was raised")
        draft = draft_of(shop, job)
        tap.equal(shop.get("invoice", draft)["lines"][0]["agreed"], "50.00", "the bill stands beside what they did say yes to")
        tap.equal(shop.run("invoice", "issue", draft).error, "refused", "and needs their consent")
        shop.ask("set", "job", job, "agreed_by=Cem", "agreed_how=phone")
        draft = draft_of(shop, job)
        tap.equal(shop.get("invoice", draft)["lines"][0]["agreed"], "200.00", "a new yes is to the new price")
        tap.ok("Agreed" in paper(shop, shop.ask("invoice", "issue", draft)["id"]), "and the paper says what was agreed")
        tap.equal(shop.run("set", "job", job, "agreed_by=Cem", "agreed_at=2026-11-26T09:00:00Z").error, "input",
                  "nobody has said yes on a day to come")
        silent = done_job(shop, cem, "50")
        tap.equal(shop.get("job", silent)["agreed_at"], None, "a price alone is nobody's yes")
        text = paper(shop, shop.ask("invoice", "issue", draft_of(shop, silent))["id"])
        tap.ok("Agreed" not in text, "and no paper says that it was agreed", text)
        late = shop.add("job", customer=cem, fault="?")
        shop.ask("job", "move", late, "ready")
        shop.ask("set", "job", late, "--file", shop.write("set.json", json.dumps({"lines": [line]})))
        tap.equal(shop.get("job", late)["to_bill"], True, "a price that comes when the work is ready is to bill")


def rest_of_two_rates(tap, shop, bea):
    """A deposit at one rate of a job with two: the sums over all its invoices are the job's."""
    lines = [{"name": "Book", "quantity": "1", "price": "10", "category": "S", "rate": "7"},
             {"name": "Work", "quantity": "1", "price": "90", "category": "S", "rate": "19"}]
    job = shop.add("job", customer=bea, agreed_by="Bea Koch", lines=lines)
    deposit = draft_of(shop, job)
    part = shop.get("invoice", deposit)["lines"][0] | {"name": "Deposit", "price": "50"}
    shop.ask("set", "invoice", deposit, "early_reason=Deposit", "--file", shop.write("set.json", json.dumps({"lines": [part]})))
    shop.ask("invoice", "issue", deposit)
    shop.ask("job", "move", job, "ready")
    rest = shop.ask("invoice", "draft", "--job", job)
    tap.equal(rest["gross"], "50.00", "after a deposit of 50.00 the rest of 100.00 is billed")
    shop.ask("invoice", "issue", rest["id"])
    tap.equal(shop.ask("invoice", "draft", "--job", job)["gross"], "0.00", "then nothing is left")
    more = {"name": "Extra", "quantity": "1", "price": "60", "category": "S", "rate": "19"}
    shop.ask("set", "job", job, "--file", shop.write("set.json", json.dumps({"lines": lines + [more]})))
    tap.equal(shop.ask("invoice", "draft", "--job", job)["gross"], "60.00", "what came on top is billed whole")


def billed_once(tap):
    with Shop() as shop:
        bea = shop.open().add("customer", "name=Bea Koch")
        job = done_job(shop, bea, "50", agreed_by="Bea Koch")
        early = draft_of(shop, job)
        again = draft_of(shop, job)
        shop.ask("invoice", "issue", early)
        answer = shop.run("invoice", "issue", again)
        tap.ok(answer.error == "refused" and "billed before" in answer.json["error"]["message"],
               "a second invoice of the same work is refused", answer)
        third = draft_of(shop, job)
        tap.ok(shop.run("invoice", "issue", third).error == "refused" and fields(shop, third) == ["lines"],
               "one begun afterwards takes off what was billed, and nothing is left")
        for status in ("working", "ready"):
            shop.ask("job", "move", job, status)
        tap.equal(shop.get("job", job)["to_bill"], False, "back to work and ready again, it stays billed")
        big = shop.add("job", customer=bea, agreed_by="Bea Koch", lines=[
            {"name": "Wheel", "quantity": "1", "price": "240", "category": "S", "rate": "19"}])
        deposit = draft_of(shop, big)
        part = shop.get("invoice", deposit)["lines"][0] | {"name": "Deposit", "price": "100"}
        shop.ask("set", "invoice", deposit, "early_reason=Deposit", "--file", shop.write("set.json", json.dumps({"lines": [part]})))
        number = shop.ask("invoice", "issue", deposit)["number"]
        shop.ask("job", "move", big, "ready")
        tap.equal(shop.get("job", big)["to_bill"], True, "after a deposit the rest is to bill")
        rest = shop.ask("invoice", "draft", "--job", big)
        names = [line["name"] for line in shop.get("invoice", rest["id"])["lines"]]
        tap.ok(rest["gross"] == "140.00" and number in names[1], "less the deposit, by its number", names)
        shop.ask("invoice", "issue", rest["id"])
        tap.equal(shop.get("job", big)["to_bill"], False, "then it is billed")
        rest_of_two_rates(tap, shop, bea)
        whole = shop.add("job", customer=bea, lines=[{"name": "Frame", "quantity": "1", "price": "80"}])
        draft = draft_of(shop, whole)
        shop.ask("set", "invoice", draft, "early_reason=Deposit")
        shop.ask("invoice", "issue", draft)
        shop.ask("job", "move", whole, "ready")
        tap.equal(shop.get("job", whole)["to_bill"], False, "billed early and whole, nothing is left to bill")


def set_lines(shop, record, kind, lines, *more):
    shop.ask("set", kind, record, "--file", shop.write("set.json", json.dumps({"lines": lines})), *more)


def billed_in_parts(tap):
    """What of the agreement is not billed stays to bill; what the customer was let off is not asked for again."""
    with Shop() as shop:
        bea = shop.open().add("customer", name="Bea Koch")
        job = done_job(shop, bea, "60", "40", agreed_by="Bea Koch")
        draft = draft_of(shop, job)
        set_lines(shop, draft, "invoice", shop.get("invoice", draft)["lines"][:1])
        shop.ask("invoice", "issue", draft)
        tap.equal(shop.get("job", job)["to_bill"], True, "after one of two lines the other is to bill")
        line = [i for i in shop.ask("due")["items"] if i["rule"] == "unbilled"]
        tap.ok(len(line) == 1 and "not billed in full" in line[0]["text"], "which Today says", line)
        rest = shop.ask("invoice", "draft", "--job", job)
        tap.equal(rest["gross"], "40.00", "the rest is what is left")
        shop.ask("invoice", "issue", rest["id"])
        tap.equal(shop.get("job", job)["to_bill"], False, "and then all of it is billed")
        shop.ask("invoice", "cancel", rest["id"])
        tap.equal(shop.get("job", job)["to_bill"], True, "until that is cancelled")
        for let_off in ({"discount": "20", "discount_reason": "Goodwill"}, {"price": "80", "reason": "The part was cheaper"}):
            whole = done_job(shop, bea, "100", agreed_by="Bea Koch")
            draft = draft_of(shop, whole)
            set_lines(shop, draft, "invoice", [shop.get("invoice", draft)["lines"][0] | let_off])
            shop.ask("invoice", "issue", draft)
            tap.equal(shop.get("job", whole)["to_bill"], False, f"nobody asks for what was let off: {let_off}")


def rest_after(tap, shop, bea, what, lines, first, left, **fields):
    """One invoice of a part, with something let off: Today, the field and the draft of the rest say the same."""
    job = shop.add("job", customer=bea, agreed_by="Bea Koch", lines=lines, **fields)
    for status in ("working", "ready"):
        shop.ask("job", "move", job, status)
    draft = draft_of(shop, job)
    set_lines(shop, draft, "invoice", [row | first for row in shop.get("invoice", draft)["lines"][:1]])
    shop.ask("invoice", "issue", draft)
    tap.equal(shop.get("job", job)["left_to_bill"], left, f"{what}: the job says what is left")
    rest = shop.ask("invoice", "draft", "--job", job)
    sum_of = "net" if fields.get("prices") == "net" else "gross"
    tap.equal(rest[sum_of], left, f"{what}: the draft of the rest comes to it")
    shop.ask("invoice", "issue", rest["id"])
    got = shop.get("job", job)
    tap.equal((got["to_bill"], got["left_to_bill"]), (False, None), f"{what}: then nothing is left")
    tap.equal(shop.ask("invoice", "draft", "--job", job)[sum_of], "0.00", f"{what}: and a draft of it comes to nothing")


def rest_of_what_was_let_off(tap):
    lines = [{"name": "Work", "quantity": "1", "price": "60", "category": "S", "rate": "19"},
             {"name": "Book", "quantity": "1", "price": "40", "category": "S", "rate": "7"}]
    with Shop() as shop:
        bea = shop.open().add("customer", name="Bea Koch")
        tenth = {"discount": "10", "discount_reason": "Goodwill"}
        rest_after(tap, shop, bea, "a discount", lines, tenth, "40.00")
        rest_after(tap, shop, bea, "net prices", lines, tenth, "40.00", prices="net")
        rest_after(tap, shop, bea, "a lower price", lines, {"price": "45", "reason": "The part was cheaper"}, "40.00")
        rest_after(tap, shop, bea, "less for no reason", lines, {"price": "45"}, "55.00")
        rest_after(tap, shop, bea, "a discount on more than was agreed", lines, {"price": "75", "discount": "20", "discount_reason": "x"}, "40.00")


def a_yes_before_tax(tap):
    """Where nobody says how the prices are meant they are the shop's, in what was agreed as well."""
    with Shop() as shop:
        cem = shop.open().add("customer", name="Cem Aslan")
        shop.ask("setting", "set", "prices", "net")
        line = {"name": "Wheel", "quantity": "1", "price": "50", "category": "S", "rate": "19"}
        job = shop.add("job", customer=cem, agreed_by="Cem", agreed_how="phone", lines=[line])
        shop.ask("job", "move", job, "ready")
        tap.equal(fields(shop, draft_of(shop, job)), [], "a yes to prices before tax is one to their bill")


def a_yes_of_the_same_name(tap):
    with Shop() as shop:
        cem = shop.open().add("customer", name="Cem Aslan")
        line = {"name": "Wheel", "quantity": "1", "price": "50", "category": "S", "rate": "19"}
        job = shop.add("job", customer=cem, agreed_by="Cem", agreed_how="phone", lines=[line])
        set_lines(shop, job, "job", [line | {"price": "70"}], "agreed_by=Cem", "agreed_how=phone")
        got = shop.get("job", job)
        tap.equal((got["agreed"], got["agreed_by"], got["agreed_how"]), ("70.00", "Cem", "phone"), "a yes with new lines is to those")
        shop.ask("job", "move", job, "ready")
        draft = draft_of(shop, job)
        tap.equal((shop.get("invoice", draft)["lines"][0]["agreed"], fields(shop, draft)), ("70.00", []), "and may be billed")
        set_lines(shop, job, "job", [line | {"price": "90"}])
        tap.equal(shop.get("job", job)["agreed_by"], None, "new lines without it have none")


def words_of_no_yes(tap):
    """Nothing says that something was agreed where nobody said yes."""
    with Shop() as shop:
        bea = shop.open().add("customer", name="Bea Koch")
        job = done_job(shop, bea, "50")
        draft = draft_of(shop, job)
        set_lines(shop, draft, "invoice", [shop.get("invoice", draft)["lines"][0] | {"price": "60"}])
        lacks = shop.ask("invoice", "check", draft)
        tap.ok(lacks[0]["field"] == "consent_at" and "agreed" not in lacks[0]["sentence"], "above a price that was only told", lacks)
        first, again = draft_of(shop, job), draft_of(shop, job)
        shop.ask("invoice", "issue", first)
        sentence = shop.run("invoice", "issue", again).json["error"]["message"]
        tap.ok("billed before" in sentence and "agreed" not in sentence, "and billed twice", sentence)
        said = done_job(shop, bea, "50", agreed_by="Bea Koch")
        draft = draft_of(shop, said)
        set_lines(shop, draft, "invoice", [shop.get("invoice", draft)["lines"][0] | {"price": "60"}])
        tap.ok("more than was agreed" in shop.ask("invoice", "check", draft)[0]["sentence"], "what was agreed is said to be")


def several_rates(tap):
    """EN 16931, BT-109 and BT-110; Art. 226 no. 8 and 10."""
    with Shop() as shop:
        bea = shop.open().add("customer", name="Bea Koch")
        for mode, figures in (("gross", ("Net in total 95.29", "USt. in total 11.71")), ("net", ("Net 107.00", "USt. in total 13.49"))):
            answer = bill(shop, bea, [{"price": "50"}, {"price": "57", "rate": "7"}], prices=mode)
            text = paper(shop, shop.ask("invoice", "issue", answer.json["id"])["id"])
            for figure in figures:
                tap.ok(figure in text.replace("\u00a0", " "), f"{mode}: {figure}", text)
        one = paper(shop, shop.ask("invoice", "issue", bill(shop, bea, [{"price": "50"}]).json["id"])["id"])
        tap.ok("in total" not in one, "a single rate says both in its own row", one)


def main():
    tap = Tap()
    for part in (settings, lacks, account, business_abroad, becoming_small, what_is_refused, promises, a_yes_to_another_price,
                 a_yes_before_tax, a_yes_of_the_same_name, words_of_no_yes, billed_once, billed_in_parts,
                 rest_of_what_was_let_off, several_rates):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    for region in REGIONS:
        with tap.point(f"small business in {region} to the end"):
            small_business(tap, region)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
